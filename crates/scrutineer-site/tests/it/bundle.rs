//! What pages say of the bundle that they lie in: state of the log, signatures, files, lines to read them.

use scrutineer_model::Publisher;
use scrutineer_site::Download;

use crate::made::{PAGE, Pages, With, attributes, pages_of, plain};
use crate::symmetry::dataset;

fn made() -> Pages {
    let dataset = dataset(&[("A", "Alpha", [101, 52, 13]), ("B", "Beta", [44, 205, 6])]);
    let file = |name, digit: &str| Download {
        name,
        path: format!("files/{}", digit.repeat(64)),
        sha256: digit.repeat(64),
        bytes: 9,
    };
    let files = [
        file("data/csv/stations/d-1.csv.gz", "1"),
        file("data/dictionary.md", "2"),
    ];
    let with = With {
        bundle: (Some("../"), &files),
        ..With::default()
    };
    pages_of(&dataset, with)
}

/// printf '09%.0s' $(seq 32) | xxd -r -p | base64
const ROOT: &str = "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=";

#[test]
fn the_state_of_the_log_stands_as_in_a_checkpoint_and_is_not_called_one() {
    let pages = made();
    for path in [
        "en/index.html",
        "es/verify.html",
        "en/data.html",
        "en/changes.html",
    ] {
        assert!(pages[path].contains(ROOT), "{path}");
    }
    let verify = plain(&pages["en/verify.html"]);
    assert!(verify.contains("the checkpoint, and what the command prints of it, has more entries"));
    // In hexadecimal once: as the files of a release are named.
    let hex = "09".repeat(32);
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(PAGE)) {
        let count = usize::from(path.ends_with("/verify.html"));
        assert_eq!(page.matches(&hex).count(), count, "{path}");
    }
}

#[test]
fn signatures_are_counted_by_a_script_and_stand_one_press_away_without() {
    let pages = made();
    for path in ["en/index.html", "es/verify.html"] {
        let page = &pages[path];
        assert_eq!(
            attributes(page, "data-checkpoint"),
            ["../../checkpoint"],
            "{path}"
        );
        assert!(page.contains("href=\"../../checkpoint\""), "{path}");
    }
    let verify = plain(&pages["en/verify.html"]);
    for line in [
        "scrutineer witness cosign BUNDLE",
        "scrutineer mirror ADDRESS",
    ] {
        assert!(verify.contains(line), "{line}");
    }
}

#[test]
fn the_dictionary_stands_before_the_files_and_lines_name_folders_that_there_are() {
    let page = &made()["en/data.html"];
    let dictionary = page.find("download=\"dictionary.md\"").unwrap();
    assert!(dictionary < page.find("<table").unwrap());
    let text = plain(page);
    assert!(text.contains("scrutineer unpack BUNDLE --out release"));
    // Every pattern that a line reads, in the form of docs/data.md.
    let documented = include_str!("../../../../docs/data.md");
    let patterns: Vec<&str> = text
        .split('\'')
        .filter(|part| part.contains("/*."))
        .collect();
    assert!(patterns.len() >= 4, "{patterns:?}");
    for pattern in patterns {
        assert!(documented.contains(pattern), "{pattern}");
    }
}

#[test]
fn what_is_not_stated_is_said_to_be() {
    let about = plain(&made()["en/about.html"]);
    assert_eq!(
        about.matches("not stated in this release").count(),
        2,
        "{about}"
    );
    assert!(about.contains("immediate, independent audit") && about.contains("28 July 2024"));
}

/// Under its heading, in both languages: that nobody is presumed to have won, and how a finding is contested.
#[test]
fn the_page_about_presumes_no_winner_and_says_how_a_finding_is_contested() {
    let pages = made();
    for (path, heading, text) in [
        (
            "en/about.html",
            "It presumes no winner",
            "exchanging two options exchanges the pages and changes no word",
        ),
        (
            "en/about.html",
            "How to contest a finding",
            "A reply is published unedited beside the finding",
        ),
        (
            "es/about.html",
            "No presume ganador",
            "intercambiar dos opciones intercambia las p\u{e1}ginas y no cambia ninguna palabra",
        ),
        (
            "es/about.html",
            "C\u{f3}mo impugnar un hallazgo",
            "Una respuesta se publica sin editar junto al hallazgo",
        ),
    ] {
        let (_, below) = pages[path]
            .split_once(&format!("<h2>{heading}</h2>"))
            .unwrap_or_else(|| panic!("{path}: {heading}"));
        let below = plain(below.split("<h2>").next().unwrap());
        assert!(below.contains(text), "{path}: {below}");
    }
}

/// No page vouches for the key of the log: each says where it is had from, and from whom.
#[test]
fn the_page_verify_says_where_the_key_is_had_from() {
    let dataset = dataset(&[("A", "Alpha", [1, 2, 3]), ("B", "Beta", [4, 5, 6])]);
    let publisher = Publisher {
        name: "Mission".to_owned(),
        contact: "https://mission.example/?a&b".to_owned(),
        reply_days: None,
        licence: None,
        site: None,
    };
    let with = With {
        publisher: Some(&publisher),
        ..With::default()
    };
    let (stated, unsaid) = (pages_of(&dataset, with), made());
    for (language, alone, ask, none) in [
        (
            "en",
            "proves nothing by itself: compare it with one from elsewhere",
            "Where to ask for it: ",
            "not stated in this release",
        ),
        (
            "es",
            "no prueba nada por s\u{ed} sola: comp\u{e1}rela con una de otra parte",
            "D\u{f3}nde pedirla: ",
            "no consta en esta publicaci\u{f3}n",
        ),
    ] {
        let path = format!("{language}/verify.html");
        for (pages, whom) in [(&stated, &*publisher.contact), (&unsaid, none)] {
            let text = plain(&pages[&path]);
            assert!(text.contains("log.vkey") && text.contains("policy.txt"));
            assert!(text.contains(alone), "{text}");
            let (_, asked) = text.split_once(ask).unwrap();
            assert!(asked.trim_start().starts_with(whom), "{asked}");
        }
    }
}

/// The licence of the tables is the publisher's word, whole and as text; that of each source is one press away.
#[test]
fn the_licence_of_the_tables_is_what_the_publisher_states() {
    let long = format!("CC-BY-4.0 <b> {}", "x".repeat(190));
    let stated = |licence: Option<&str>| {
        let dataset = dataset(&[("A", "Alpha", [1, 2, 3]), ("B", "Beta", [4, 5, 6])]);
        let publisher = Publisher {
            name: "Mission".to_owned(),
            contact: "x".to_owned(),
            reply_days: None,
            licence: licence.map(str::to_owned),
            site: None,
        };
        let with = With {
            publisher: Some(&publisher),
            ..With::default()
        };
        pages_of(&dataset, with)
    };
    let none = [made(), stated(None)];
    for (language, said, absent) in [
        (
            "en",
            "as stated by the publisher: ",
            "No licence of these tables is stated",
        ),
        (
            "es",
            "como la declara quien publica: ",
            "no consta ninguna licencia de estas tablas",
        ),
    ] {
        let path = format!("{language}/data.html");
        let section = |pages: &Pages| {
            let (_, section) = pages[&path].split_once("<h2>Licen").unwrap();
            section.split("<h2>").next().unwrap().to_owned()
        };
        let section_of_one = section(&stated(Some(&long)));
        assert!(section_of_one.contains("href=\"evidence.html\""));
        assert!(!section_of_one.contains("<b>"), "{section_of_one}");
        let text = plain(&section_of_one);
        assert!(text.contains(said) && text.contains(&long), "{text}");
        assert!(!text.contains(absent), "{text}");
        for pages in &none {
            let text = plain(&section(pages));
            assert!(text.contains(absent) && !text.contains(said), "{text}");
        }
    }
}

/// The address that the publisher states is where a picture is looked for, and a text; no page asks for anything there.
#[test]
fn the_address_of_the_pages_stands_in_links_to_the_picture_and_in_a_text_alone() {
    let dataset = dataset(&[("A", "Alpha", [1, 2, 3]), ("B", "Beta", [4, 5, 6])]);
    let site = "https://mission.example/pages/";
    let publisher = Publisher {
        name: "Mission".to_owned(),
        contact: "x".to_owned(),
        reply_days: None,
        licence: None,
        site: Some(site.to_owned()),
    };
    let with = With {
        publisher: Some(&publisher),
        ..With::default()
    };
    let mut cards = 0;
    for (path, page) in pages_of(&dataset, with) {
        let card = path.split_once('/').map(|(language, name)| {
            let picture = format!("content=\"{site}{language}/g/card.png\"");
            (page.matches(&picture).count(), name)
        });
        let (card, name) = card.unwrap_or_default();
        cards += card;
        let said = usize::from(name == "about.html");
        assert_eq!(page.matches(site).count(), card + said, "{path}");
        assert_eq!(
            page.matches("mission.example").count(),
            card + said,
            "{path}"
        );
    }
    assert!(cards > 20, "{cards}");
}
