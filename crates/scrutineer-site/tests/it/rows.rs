//! What stands on the first page, beside a station and beside a finding, in its order and its words.

use scrutineer_model::{
    Dataset, DatasetBuilder, Date, Decision, Disposition, Field, Identity, SheetStatus,
    SourceLabel, StationStatus,
};

use crate::made::{
    PAGE, Pages, attributes, cells, declaration, pages, plain, report, sheet, source, station,
    two_options,
};

/// Readings of a source: table, votes of both options, the sum as written, and the order of the reading.
type Readings = [(&'static str, u64, u64, u64, u32)];

fn add(builder: &mut DatasetBuilder, id: &str, label: SourceLabel, readings: &Readings) {
    let mut held = source(id, id, label);
    held.identities = vec![Identity {
        text: "options = valid".to_owned(),
        options: true,
        left: Vec::new(),
        right: vec![Field::Valid],
    }];
    let source = builder.source(held, vec![Field::Valid]);
    let file = builder.file(source, "rows.csv").unwrap();
    for &(label, a, b, valid, sequence) in readings {
        let station = station(builder, label, (None, None));
        sheet(builder, (source, file), station, [valid, a, b], sequence);
    }
}

/// The first table has a sum that does not hold and two sources that agree, the second a replaced reading, the third
/// two that contradict each other, the fourth no sheet.
fn began() -> DatasetBuilder {
    let mut builder = two_options();
    let own = [
        ("1", 3, 5, 9, 0),
        ("2", 7, 1, 8, 0),
        ("2", 7, 2, 9, 1),
        ("3", 4, 4, 8, 0),
        ("3", 4, 6, 10, 0),
    ];
    add(&mut builder, "s", SourceLabel::Observer, &own);
    add(&mut builder, "t", SourceLabel::Media, &[("1", 3, 5, 9, 0)]);
    let refused = (None, Some(SheetStatus::CopyRefused));
    station(&mut builder, "4", refused);
    builder.declaration(declaration(Vec::new()));
    builder
}

pub(crate) fn dataset() -> Dataset {
    began().finish().unwrap()
}

/// The rows of the only page of stations, as their cells.
fn rows(pages: &Pages, language: &str) -> Vec<Vec<String>> {
    let folder = format!("{language}/t/");
    let (_, page) = pages
        .iter()
        .find(|(path, _)| path.starts_with(&folder))
        .unwrap();
    let rows = page.split("<tr").skip(1);
    rows.map(|row| cells(row.split("</tr>").next().unwrap()))
        .collect()
}

#[test]
fn a_station_says_which_sums_fail_which_readings_hold_and_why_a_sheet_is_missing() {
    let pages = pages(&dataset());
    let rows = rows(&pages, "en");
    let is = |row: &[&str]| rows.iter().any(|held| held == row);
    assert!(is(&["2 superseded", "s", "7", "1", "8"]), "{rows:?}");
    assert!(
        is(&["s", "7", "2", "9"]) || is(&["", "s", "7", "2", "9"]),
        "{rows:?}"
    );
    let rivals = rows.iter().filter(|row| row[0].ends_with("rival reading"));
    assert_eq!(rivals.count(), 2, "{rows:?}");
    let about = |mark: &str| {
        let found = rows.iter().flatten().filter(|cell| cell.contains(mark));
        found.count()
    };
    assert_eq!(about("options = valid does not hold: 8 against 9"), 1);
    assert_eq!(about("sums hold"), 1, "{rows:?}");
    assert_eq!(about("sources agree"), 1);
    assert_eq!(about("sources differ"), 0);
    assert_eq!(about("No sheet: copy refused"), 1);
    let spanish = self::rows(&pages, "es");
    let refused = |cell: &&String| cell.contains("copia negada");
    assert_eq!(spanish.iter().flatten().filter(refused).count(), 1);
}

/// Why a station has no sheet: what became of the sheet, else of the station, in both languages.
#[test]
fn every_reason_for_a_missing_sheet_is_said_with_its_station() {
    let of_sheets = [
        (SheetStatus::CopyRefused, "copy refused", "copia negada"),
        (SheetStatus::NotPrinted, "not printed", "no impresa"),
        (
            SheetStatus::AgentNotAdmitted,
            "agent not admitted",
            "testigo no admitido",
        ),
        (
            SheetStatus::AgentRemoved,
            "agent removed",
            "testigo retirado",
        ),
        (SheetStatus::Seized, "seized", "incautada"),
        (SheetStatus::NotReached, "not reached", "no se lleg\u{f3}"),
        (SheetStatus::Destroyed, "destroyed", "destruida"),
        // That a list calls it received says nothing where no source has it.
        (
            SheetStatus::Received,
            "reason unknown",
            "raz\u{f3}n desconocida",
        ),
        (
            SheetStatus::Unknown,
            "reason unknown",
            "raz\u{f3}n desconocida",
        ),
    ];
    assert_eq!(of_sheets.len(), SheetStatus::ALL.len());
    let open = StationStatus::Open;
    let of_stations = [
        (StationStatus::Annulled, "annulled", "anulada"),
        (StationStatus::NotOpened, "not opened", "no abri\u{f3}"),
        (
            StationStatus::MergedInto,
            "merged into another",
            "unida a otra",
        ),
    ];
    let sheets = of_sheets
        .into_iter()
        .map(|(sheet, en, es)| ((open, sheet), en, es));
    let closed = of_stations
        .into_iter()
        .map(|(status, en, es)| ((status, SheetStatus::Destroyed), en, es));
    let all: Vec<_> = sheets.chain(closed).collect();
    let mut builder = began();
    for (number, ((of_station, of_sheet), _, _)) in (10..).zip(&all) {
        let status = (Some(*of_station), Some(*of_sheet));
        station(&mut builder, &number.to_string(), status);
    }
    let pages = pages(&builder.finish().unwrap());
    for (language, mark) in [("en", "No sheet: "), ("es", "Sin acta: ")] {
        let rows = rows(&pages, language);
        for (number, (status, en, es)) in (10..).zip(&all) {
            let number = number.to_string();
            let row = rows.iter().find(|row| row[0] == number).unwrap();
            let reason = if language == "en" { en } else { es };
            let said = format!("{mark}{reason} ");
            assert!(row[1].starts_with(&said), "{status:?}: {row:?}");
        }
    }
}

/// What each page of findings says of one that somebody decided about.
#[test]
fn a_decision_on_a_finding_stands_in_its_row() {
    let found = report(&dataset()).findings;
    let found = found
        .iter()
        .find(|held| held.code == "E.201")
        .unwrap_or(&found[0]);
    let mut builder = began();
    builder.disposition(Disposition {
        key: found.key.clone(),
        decision: Decision::Explained,
        reason: "read from a copy <b>".to_owned(),
        role: "clerk".to_owned(),
        date: Date::parse("2024-05-09").unwrap(),
    });
    let pages = pages(&builder.finish().unwrap());
    let code = found.code.to_lowercase().replace('.', "-");
    for (language, word) in [("en", "explained"), ("es", "explicad")] {
        let page = &pages[&format!("{language}/f/{code}.html")];
        let decided: Vec<&str> = page
            .split("<tr")
            .filter(|row| plain(row).contains("read from a copy <b>"))
            .collect();
        let [row] = &decided[..] else {
            panic!("{}: {page}", decided.len());
        };
        let text = plain(row).to_lowercase();
        assert!(text.contains(word) && text.contains("clerk"), "{text}");
    }
    for (path, page) in pages.iter().filter(|(path, _)| path.ends_with(PAGE)) {
        assert!(!page.contains("copy <b>"), "{path}");
    }
}

/// The word of a state of the chain, which is that of the report in English.
fn state_word<'a>(language: &str, state: &'a str) -> &'a str {
    match (language, state) {
        ("es", "proven") => "probado",
        ("es", "bounded") => "acotado",
        ("es", "open") => "abierto",
        ("es", "broken") => "roto",
        _ => state,
    }
}

#[test]
fn the_first_page_goes_from_the_answers_to_the_figures_and_the_links_to_their_pages() {
    let dataset = dataset();
    let states = report(&dataset).contests[0].chain.statuses();
    let pages = pages(&dataset);
    for language in ["en", "es"] {
        let home = &pages[&format!("{language}/index.html")];
        let sections = ["answers", "find", "chain", "coverage", "checkpoint"];
        let at: Vec<usize> = sections
            .iter()
            .map(|id| home.find(&format!("id=\"{id}\"")).unwrap())
            .collect();
        assert!(at.is_sorted(), "{language}: {at:?}");
        let coverage = &home[at[3]..at[4]];
        let refused = ["copy refused", "copia negada"];
        assert!(
            refused.iter().any(|word| coverage.contains(word)),
            "{coverage}"
        );
        // Figures stand last, those of coverage aside.
        assert!(!home[..at[3]].contains("<table"));
        assert!(home[at[4]..].contains("<table"), "{language}");
        let (_, links) = home.split_once("<ol class=\"links\">").unwrap();
        let (links, _) = links.split_once("</ol>").unwrap();
        assert_eq!(
            attributes(links, "href"),
            [
                "evidence.html",
                "evidence.html",
                "evidence.html",
                "verify.html",
                "data.html",
                "results.html#change",
                "declared.html"
            ]
        );
        let shown: Vec<String> = links
            .split("<li class=\"")
            .skip(1)
            .map(|item| item.split('"').next().unwrap().to_owned())
            .collect();
        let known = states
            .iter()
            .map(|state| format!("{state:?}").to_lowercase());
        assert_eq!(shown, known.collect::<Vec<_>>());
        // Each has its number first, and the word of its state.
        let items = links.split("<li ").skip(1);
        let items = items.map(|item| plain(item.split_once('>').unwrap().1));
        for ((number, item), state) in (1..).zip(items).zip(&shown) {
            let number = number.to_string();
            assert_eq!(item.split_whitespace().next(), Some(&*number), "{item}");
            let word = state_word(language, state);
            assert!(item.contains(word), "{item}: {word}");
        }
    }
}
