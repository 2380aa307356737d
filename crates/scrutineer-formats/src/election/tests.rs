use super::*;

const GOOD: &str = r#"schema = "scrutineer/election/1"
[election]
id = "e"
name = "E"
date = "2024-01-02"
country = "XX"
[[hierarchy]]
id = "h"
levels = ["state", "town"]
[[contest]]
id = "c"
name = "C"
rule = { kind = "plurality", winners = 1 }
capacity = { rule = "register" }
[[contest.option]]
id = "A"
name = "a"
[[contest.option]]
id = "B"
name = "b"
[[contest.register]]
id = "r"
figure = "electors"
total = 100
source = "s"
applies = "yes"
[[source]]
id = "s"
[source.provenance]
supplied_by = "authority"
obtained_from = "unknown"
obtained_on = "2024-01-03"
obtained_by_role = "unknown"
method = "unknown"
medium = "unknown"
licence = "unknown"
derived_from = "none"
transformations = "none"
[[source.file]]
path = "a.csv"
[source.read]
thousands = "."
[source.columns]
station = ["k"]
valid = "v"
invalid = "i"
[source.columns.divisions]
h = { codes = ["s", "t"] }
[source.columns.votes]
A = "a"
B = "b"
[[source.identity]]
holds = "options = valid"
[[declaration]]
id = "d"
authority = "x"
time = "2024-01-02"
status = "certified"
source = "y"
coverage = { printed = "80" }
[[declaration.votes]]
option = "A"
votes = 5
"#;

/// What is replaced by what, and for every error: line, key, and part of the message.
type Case = (
    &'static str,
    &'static str,
    &'static [(u32, &'static str, &'static str)],
);

const CASES: &[Case] = &[
    (
        "scrutineer/election/1",
        "scrutineer/election/2",
        &[(1, "schema", "scrutineer/election/1")],
    ),
    (
        "id = \"e\"",
        "id = \"e e\"",
        &[(3, "election.id", "1 to 64 characters")],
    ),
    ("id = \"e\"", "id = 5", &[(3, "election.id", "found 5")]),
    (
        "name = \"E\"",
        "nam = \"E\"",
        &[
            (2, "election.name", "nothing"),
            (4, "election.nam", "did you mean name?"),
        ],
    ),
    (
        "name = \"E\"",
        "name = \" \"",
        &[(4, "election.name", "text that is not empty")],
    ),
    (
        "date = \"2024-01-02\"",
        "date = \"2.1.2024\"",
        &[(5, "election.date", "a date such as")],
    ),
    (
        "date = \"2024-01-02\"",
        "date = \"2024-02-30\"",
        &[(5, "election.date", "2024-02-30")],
    ),
    (
        "country = \"XX\"\n",
        "",
        &[(2, "election.country", "ISO 3166")],
    ),
    (
        "country = \"XX\"",
        "country = \"XX\"\nkey = [1]",
        &[(7, "election.key[1]", "found 1")],
    ),
    (
        "levels = [\"state\", \"town\"]",
        "levels = []",
        &[
            (9, "hierarchy[1].levels", "at least one level"),
            (48, "source[1].columns.divisions.h.codes", "1 to 0 columns"),
        ],
    ),
    (
        "levels = [\"state\", \"town\"]",
        "levels = [\"a\", \"a\"]",
        &[(9, "hierarchy[1].levels", "each level once")],
    ),
    (
        "kind = \"plurality\"",
        "kind = \"pluralty\"",
        &[(13, "contest[1].rule.kind", "did you mean plurality?")],
    ),
    (
        "winners = 1",
        "winners = 0",
        &[(13, "contest[1].rule.winners", "from 1 to 65535")],
    ),
    (
        "winners = 1",
        "winners = 3",
        &[(
            13,
            "contest[1].rule.winners",
            "at most as many winners as options: 2",
        )],
    ),
    (
        "winners = 1",
        "winners = 1, share = \"1/2\"",
        &[(13, "contest[1].rule.share", "only winners")],
    ),
    (
        "{ kind = \"plurality\", winners = 1 }",
        "{ kind = \"majority\" }",
        &[
            (13, "contest[1].rule.runoff", "the key runoff"),
            (13, "contest[1].rule.share", "the key share"),
        ],
    ),
    (
        "{ kind = \"plurality\", winners = 1 }",
        "{ kind = \"threshold\", share = \"5\" }",
        &[(13, "contest[1].rule.share", "a fraction")],
    ),
    (
        "{ kind = \"plurality\", winners = 1 }",
        "{ kind = \"threshold\", share = \"3/2\" }",
        &[(13, "contest[1].rule.share", "3/2")],
    ),
    (
        "{ rule = \"register\" }",
        "{ rule = \"legal-maximum\" }",
        &[(14, "contest[1].capacity.maximum", "nothing")],
    ),
    (
        "{ rule = \"register\" }",
        "{ rule = \"unbounded\", maximum = 5 }",
        &[(14, "contest[1].capacity.maximum", "only beside")],
    ),
    (
        "{ rule = \"register\" }",
        "\"register\"",
        &[(14, "contest[1].capacity", "a table")],
    ),
    (
        "id = \"B\"",
        "id = \"A\"",
        &[
            (19, "contest[1].option[2].id", "\"A\" again"),
            (51, "source[1].columns.votes.B", "the id of a ticket"),
        ],
    ),
    (
        "name = \"b\"",
        "name = \"b\"\ntickets = [\"A\"]",
        &[
            (21, "contest[1].option[2].tickets", "of two"),
            (52, "source[1].columns.votes.B", "the id of a ticket"),
        ],
    ),
    (
        "[[contest.register]]",
        "[[contest.ticket]]\nid = \"t\"\nname = \"t\"\noption = \"X\"\n[[contest.register]]",
        &[
            (15, "contest[1].option[1]", "at least one ticket"),
            (18, "contest[1].option[2]", "at least one ticket"),
            (24, "contest[1].ticket[1].option", "A, B"),
            (54, "source[1].columns.votes.A", "of which there is none"),
            (55, "source[1].columns.votes.B", "of which there is none"),
        ],
    ),
    (
        "figure = \"electors\"",
        "figure = \"voters\"",
        &[(23, "contest[1].register[1].figure", "\"electors\"")],
    ),
    (
        "total = 100",
        "total = -1",
        &[(24, "contest[1].register[1].total", "an integer from 0")],
    ),
    (
        "total = 100",
        "total = { value = 100 }",
        &[(24, "contest[1].register[1].total.source", "Who prints it")],
    ),
    (
        "total = 100\nsource = \"s\"",
        "total = 100",
        &[(
            24,
            "contest[1].register[1].total",
            "a source of this number",
        )],
    ),
    (
        "applies = \"yes\"",
        "applies = true",
        &[(26, "contest[1].register[1].applies", "found true")],
    ),
    (
        "id = \"s\"\n[source.prov",
        "id = \"s\"\ncontest = \"x\"\n[source.prov",
        &[(29, "source[1].contest", "the id of a contest: c")],
    ),
    (
        "supplied_by = \"authority\"",
        "supplied_by = \"party\"",
        &[(
            30,
            "source[1].provenance.supplied_by",
            "did you mean party-aligned?",
        )],
    ),
    (
        "supplied_by = \"authority\"",
        "supplied_by = \"authority\"\naligned_with = [\"A\", \"Z\"]",
        &[(31, "source[1].provenance.aligned_with", "\"Z\"")],
    ),
    (
        "licence = \"unknown\"\n",
        "",
        &[(29, "source[1].provenance.licence", "or \"unknown\"")],
    ),
    (
        "licence = ",
        "license = ",
        &[
            (29, "source[1].provenance.licence", "nothing"),
            (36, "source[1].provenance.license", "did you mean licence?"),
        ],
    ),
    (
        "derived_from = \"none\"",
        "derived_from = \"s\"",
        &[(27, "source[1].\"provenance.derived_from\"", "a circle")],
    ),
    (
        "derived_from = \"none\"",
        "derived_from = \"t\"",
        &[(37, "source[1].provenance.derived_from", "\"t\"")],
    ),
    (
        "path = \"a.csv\"",
        "path = \"../a.csv\"",
        &[(40, "source[1].file[1].path", "inside the folder")],
    ),
    (
        "path = \"a.csv\"",
        "path = \"a.csv\"\nsha256 = \"00\"",
        &[
            (39, "source[1].file[1]", "found both"),
            (41, "source[1].file[1].sha256", "64 lower-case"),
        ],
    ),
    (
        "path = \"a.csv\"",
        "",
        &[(39, "source[1].file[1]", "found neither")],
    ),
    (
        "thousands = \".\"",
        "thousands = \";\"",
        &[(42, "source[1].read.thousands", "\";\"")],
    ),
    (
        "thousands = \".\"",
        "format = \"json-per-station\"",
        &[(41, "source[1].read.members", "a pattern")],
    ),
    (
        "thousands = \".\"",
        "format = \"json-per-station\"\nmembers = \"{a\"",
        &[(43, "source[1].read.members", "brace without its partner")],
    ),
    (
        "thousands = \".\"",
        "layout = \"long\"",
        &[
            (43, "source[1].columns.option_column", "nothing"),
            (43, "source[1].columns.votes_column", "nothing"),
        ],
    ),
    (
        "station = [\"k\"]",
        "private = [\"v\"]",
        &[
            (43, "source[1].columns.station", "found neither"),
            (44, "source[1].columns.private", "without another role"),
        ],
    ),
    (
        "station = [\"k\"]",
        "station = []",
        &[(44, "source[1].columns.station", "at least one column")],
    ),
    (
        "valid = \"v\"",
        "valid = \"v\"\npicture = \"v\"",
        &[(46, "source[1].columns.picture", "without another role")],
    ),
    (
        "codes = [\"s\", \"t\"]",
        "codes = [\"s\", \"t\", \"u\"]",
        &[(48, "source[1].columns.divisions.h.codes", "1 to 2 columns")],
    ),
    (
        "codes = [\"s\", \"t\"]",
        "codes = [\"s\", \"t\"], names = [\"n\"]",
        &[(48, "source[1].columns.divisions.h.names", "as many names")],
    ),
    (
        "h = { codes",
        "g = { codes",
        &[(
            48,
            "source[1].columns.divisions.g",
            "the id of a hierarchy: h",
        )],
    ),
    (
        "B = \"b\"\n[[source.id",
        "C = \"b\"\n[[source.id",
        &[(51, "source[1].columns.votes.C", "the id of a ticket")],
    ),
    (
        "B = \"b\"\n[[source.id",
        "B = \"a\"\n[[source.id",
        &[(51, "source[1].columns.votes.B", "a column of its own")],
    ),
    (
        "options = valid",
        "options = ballots",
        &[(53, "source[1].identity[1].holds", "a column for ballots")],
    ),
    (
        "options = valid",
        "votes = valid",
        &[(53, "source[1].identity[1].holds", "a sum such as")],
    ),
    (
        "time = \"2024-01-02\"",
        "time = \"2024-01-02T10:00:00\"",
        &[(57, "declaration[1].time", "with its offset")],
    ),
    (
        "status = \"certified\"",
        "status = \"final\"",
        &[(58, "declaration[1].status", "\"certified\"")],
    ),
    (
        "status = \"certified\"",
        "status = \"certified\"\nfollows = \"x\"",
        &[(59, "declaration[1].follows", "an earlier declaration")],
    ),
    (
        "status = \"certified\"",
        "status = \"certified\"\nscope = { hierarchy = \"g\", path = [] }",
        &[
            (
                59,
                "declaration[1].scope.hierarchy",
                "the first hierarchy: h",
            ),
            (59, "declaration[1].scope.path", "1 to 2 codes"),
        ],
    ),
    (
        "printed = \"80\"",
        "printed = 80",
        &[(60, "declaration[1].coverage.printed", "in quotes")],
    ),
    (
        "printed = \"80\"",
        "printed = \"101\"",
        &[(60, "declaration[1].coverage.printed", "between 0 and 100")],
    ),
    (
        "source = \"y\"\n",
        "",
        &[(
            62,
            "declaration[1].votes[1].votes",
            "a source of this number",
        )],
    ),
    (
        "votes = 5\n",
        "",
        &[(61, "declaration[1].votes[1]", "votes or percent")],
    ),
    (
        "option = \"A\"\nvotes",
        "option = \"Q\"\nvotes",
        &[(62, "declaration[1].votes[1].option", "\"Q\"")],
    ),
    (
        "option = \"A\"\nvotes",
        "group = \"g\"\nvotes",
        &[(
            61,
            "declaration[1].votes[1].options",
            "the options of the group",
        )],
    ),
    (
        "votes = 5\n",
        "votes = 5\n[[declaration.votes]]\ngroup = \"g\"\noptions = [\"A\", \"B\"]\nvotes = 1\n",
        &[(64, "declaration[1].votes[2]", "each option once")],
    ),
    (
        "votes = 5\n",
        "votes = 5\n[[declaration]]\n",
        &[
            (64, "declaration[2].authority", "Who declared"),
            (64, "declaration[2].id", "Short id"),
            (64, "declaration[2].status", "How final"),
            (64, "declaration[2].time", "When"),
            (64, "declaration[2].votes", "Votes per option"),
        ],
    ),
    (
        "date = \"2024-01-02\"",
        "date = 2024-01-02",
        &[(5, "election.toml", "dates in quotes: \"2024-01-02\"")],
    ),
    (
        "id = \"e\"",
        "id = \"e\"\nid = \"f\"",
        &[(4, "election.toml", "each key once")],
    ),
    ("id = \"e\"", "id = ", &[(3, "election.toml", "TOML")]),
];

#[test]
fn the_folder_without_a_mistake_is_read() {
    let folder = ElectionFolder::parse(GOOD).expect("good");
    assert_eq!(folder.sources().len(), 1);
    assert_eq!(folder.declarations().len(), 1);
}

#[test]
fn every_mistake_is_reported_at_its_line_with_what_is_expected() {
    assert!(CASES.len() >= 50);
    let mut wrong = Vec::new();
    for (from, to, expected) in CASES {
        assert!(GOOD.contains(from), "{from}");
        let text = GOOD.replacen(from, to, 1);
        let errors = match ElectionFolder::parse(&text) {
            Ok(_) => Vec::new(),
            Err(errors) => errors,
        };
        let same = errors.len() == expected.len()
            && errors
                .iter()
                .zip(*expected)
                .all(|(error, (line, key, part))| {
                    error.line == *line && error.key == *key && error.to_string().contains(part)
                });
        if !same {
            let shown: Vec<String> = errors.iter().map(ToString::to_string).collect();
            wrong.push(format!(
                "{to:?}\n  expected {expected:?}\n  found {shown:#?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn columns_are_counted_in_characters() {
    let text = GOOD
        .replace("name = \"E\"", "name = \"Ñandú\"")
        .replace("id = \"e\"", "\"Ñ\" = 1\nid = \"e\"");
    let errors = ElectionFolder::parse(&text).expect_err("an unknown key");
    assert_eq!((errors[0].line, errors[0].column), (3, 2));
    let text = GOOD.replace(
        "{ rule = \"register\" }",
        "{ \"ñ\" = 1, rul = \"register\" }",
    );
    let errors = ElectionFolder::parse(&text).expect_err("unknown keys");
    let places: Vec<(u32, u32)> = errors
        .iter()
        .map(|error| (error.line, error.column))
        .collect();
    assert_eq!(places, [(14, 12), (14, 15), (14, 23)]);
}

#[test]
fn many_mistakes_are_all_reported_at_once() {
    let mut text = GOOD.to_owned();
    let mut keys = Vec::new();
    for (from, to, expected) in CASES {
        // Where two mistakes meet in one value, only one of them can be seen.
        let hidden = ["winners", "codes", "source = \"y\""]
            .iter()
            .any(|part| from.contains(part));
        let plain = !to.contains('\n') && !hidden && expected.len() == 1;
        if plain && expected[0].1 != "election.toml" && text.matches(from).count() == 1 {
            text = text.replace(from, to);
            keys.push(expected[0].1);
        }
    }
    let errors = ElectionFolder::parse(&text).expect_err("many mistakes");
    let missed: Vec<&&str> = keys
        .iter()
        .filter(|key| !errors.iter().any(|error| error.key == **key))
        .collect();
    assert!(keys.len() > 15, "{}", keys.len());
    assert!(missed.is_empty(), "{missed:?}");
    assert!(errors.is_sorted());
}

#[test]
fn authority_data_is_published_at_once_and_the_rest_in_batches_of_fifty() {
    let folder = ElectionFolder::parse(GOOD).unwrap();
    let held = folder.publication();
    assert!(
        held.at_once
            .contains(&scrutineer_model::SourceLabel::Authority)
    );
    assert!(
        !held
            .at_once
            .contains(&scrutineer_model::SourceLabel::Citizen)
    );
    assert!(
        !held
            .at_once
            .contains(&scrutineer_model::SourceLabel::PartyAligned)
    );
    assert_eq!((held.stations, held.minutes), (50, 30));
}

#[test]
fn a_folder_can_say_how_it_is_published() {
    let table = "[publication]\nat_once = []\nstations = 200\nminutes = 90\n";
    let folder = ElectionFolder::parse(&format!("{GOOD}{table}")).unwrap();
    let held = folder.publication();
    assert_eq!((held.stations, held.minutes), (200, 90));
    assert!(held.at_once.is_empty());
    let table = "[publication]\nat_once = [\"people\"]\nstations = 49\nminute = 3\n";
    let errors = ElectionFolder::parse(&format!("{GOOD}{table}")).unwrap_err();
    let keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
    let expected = [
        "publication.at_once[1]",
        "publication.stations",
        "publication.minute",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn a_folder_can_say_who_publishes_and_where_to_reply() {
    let read = |table: &str| ElectionFolder::parse(&format!("{GOOD}{table}"));
    assert_eq!(read("").unwrap().publisher(), None);
    let whole = "[publisher]\nname = \" Observers \"\ncontact = \"https://o.example\"\nreply_days = 14\nlicence = \" CC0-1.0\"\nsite = \"http://o2qxmvz.onion/\"\n";
    let folder = read(whole).unwrap();
    let expected = scrutineer_model::Publisher {
        name: "Observers".to_owned(),
        contact: "https://o.example".to_owned(),
        reply_days: Some(14),
        licence: Some("CC0-1.0".to_owned()),
        site: Some("http://o2qxmvz.onion/".to_owned()),
    };
    assert_eq!(folder.publisher(), Some(&expected));
    let line = "x".repeat(200);
    let of = |name: &str, licence: &str| {
        read(&format!(
            "[publisher]\nname = \"{name}\"\ncontact = \"x\"\nlicence = \"{licence}\"\n"
        ))
    };
    assert!(of(&line, &line).is_ok());
    for wrong in [format!("{line}x"), "one\\ntwo".to_owned()] {
        let errors = of(&wrong, "x").unwrap_err();
        assert_eq!(errors[0].key, "publisher.name", "{errors:?}");
        let errors = of("x", &wrong).unwrap_err();
        assert_eq!(errors[0].key, "publisher.licence", "{errors:?}");
    }
    let wrong = "[publisher]\ncontact = \" \"\nreply_days = 366\nphone = 1\nlicence = \"\"\nsite = \"o.example/\"\n";
    let errors = read(wrong).unwrap_err();
    let mut keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
    keys.sort_unstable();
    let expected = [
        "publisher.contact",
        "publisher.licence",
        "publisher.name",
        "publisher.phone",
        "publisher.reply_days",
        "publisher.site",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn the_address_of_the_pages_is_that_of_a_folder_on_the_web() {
    let read = |site: &str| {
        ElectionFolder::parse(&format!(
            "{GOOD}[publisher]\nname = \"x\"\ncontact = \"x\"\nsite = '{site}'\n"
        ))
    };
    let longest = format!("https://o.example/{}/", "x".repeat(181));
    assert_eq!(longest.len(), 200);
    for site in [
        "https://o.example/",
        "http://o.example:8080/a/b%20c/",
        "https://192.0.2.1/",
        &longest,
    ] {
        let folder = read(site).unwrap();
        assert_eq!(folder.publisher().unwrap().site.as_deref(), Some(site));
    }
    for site in [
        "",
        "https://",
        "https:///",
        "https://o.example",
        "https://o.example/?a/",
        "https://o.example/#a/",
        "https://me@o.example/",
        "https://o.example/a b/",
        "https://o.example/\"/",
        "https://m\u{fc}ller.example/",
        "ftp://o.example/",
        "HTTPS://o.example/",
        " https://o.example/",
        &format!("{}x/", &longest[..199]),
    ] {
        let errors = read(site).unwrap_err();
        let keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
        assert_eq!(keys, ["publisher.site"], "{site}");
    }
}

#[test]
fn a_folder_cannot_ask_for_less_than_hides_a_person() {
    for (line, key) in [
        ("stations = 49", "publication.stations"),
        ("minutes = 29", "publication.minutes"),
        ("at_once = [\"citizen\"]", "publication.at_once[1]"),
        (
            "at_once = [\"court\", \"party-aligned\"]",
            "publication.at_once[2]",
        ),
        ("at_once = [\"unknown\"]", "publication.at_once[1]"),
    ] {
        let table = format!("{GOOD}[publication]\n{line}\n");
        let errors = ElectionFolder::parse(&table).unwrap_err();
        let keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
        assert_eq!(keys, [key]);
        assert!(!errors[0].expected.is_empty() && !errors[0].found.is_empty());
    }
    let least = format!("{GOOD}[publication]\nstations = 50\nminutes = 30\n");
    assert!(ElectionFolder::parse(&least).is_ok());
}

#[test]
fn the_schema_in_the_repository_is_the_one_of_the_key_table() {
    let root = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../spec/schemas/election.schema.json"
    );
    let text = std::fs::read_to_string(root).unwrap_or_default();
    let made = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    if std::env::var_os("SCRUTINEER_BLESS").is_some() {
        std::fs::write(root, &made).expect("the schema can be written");
        return;
    }
    assert_eq!(text, made, "write it again with SCRUTINEER_BLESS=1");
}

#[test]
fn every_key_of_the_specification_is_in_the_key_table() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/election-folder.md");
    let spec = std::fs::read_to_string(spec).expect("the specification");
    let made = schema().to_string();
    let block = spec
        .split("```toml")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let mut keys = 0;
    for line in block.expect("a block").lines() {
        let Some((key, _)) = line.trim().split_once(" = ") else {
            continue;
        };
        let free =
            key.chars().any(|c| c.is_ascii_uppercase() || c == '"') || key == "administrative";
        if !free && !key.contains('#') {
            assert!(made.contains(&format!("\"{key}\":")), "{key}");
            keys += 1;
        }
    }
    assert!(keys > 80, "{keys}");
}
