//! What must be true for either side follows the answers, whatever each figure alone would allow.

use scrutineer_audit::{AuditReport, FiguresVerdict};
use scrutineer_model::{
    Cell, Dataset, DeclaredCoverage, Field, Figure, FigureReading, PrintedPercent, SourceLabel,
};
use scrutineer_simulate::{Plan, Scenario, simulate};
use scrutineer_site::History;

use crate::made::{
    declaration, pages, pages_with, plain, report, sheet, source, station, two_options,
};

fn made() -> (Dataset, AuditReport) {
    let plan = Plan::new(60, 3).scenario(Scenario::TotalsNotFromSheets);
    let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
    let report = report(&dataset);
    (dataset, report)
}

fn words(html: &str) -> String {
    let html = html.replace("<bdi>", "").replace("</bdi>", "");
    plain(&html)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Both halves of the first declaration and source.
fn halves(dataset: &Dataset, report: &AuditReport) -> [String; 2] {
    let pages = pages_with(dataset, report, &History::default());
    let page = &pages["en/declared.html"];
    let (_, halves) = page.split_once("class=\"halves\"").unwrap();
    let (declared, sheets) = halves.split_once("For the sheets to be right").unwrap();
    let sheets = sheets.split("</ul>").next().unwrap();
    [words(declared), words(sheets)]
}

#[test]
fn figures_that_are_impossible_together_are_not_called_possible_one_by_one() {
    let (dataset, mut report) = made();
    let result = &mut report.contests[0].declarations[0].results[0];
    // Every figure inside of its own range; all of them together out of reach.
    result.figures.answer.answer = FiguresVerdict::Infeasible;
    result.figures.votes = Some(14_994);
    for range in result.possible.values_mut() {
        *range = Some([Some(0), Some(u64::MAX)]);
    }
    let [declared, _] = halves(&dataset, &report);
    assert!(
        declared.contains("out of reach of these sheets by at least 14,994 votes"),
        "{declared}"
    );
    assert!(!declared.contains("are possible."), "{declared}");
}

#[test]
fn each_answer_about_the_figures_has_its_own_sentence() {
    let (dataset, mut report) = made();
    let mut said = std::collections::BTreeSet::new();
    for (answer, votes, sentence) in [
        (
            FiguresVerdict::Consistent,
            None,
            "no number on these sheets has to be wrong",
        ),
        (
            FiguresVerdict::Undetermined,
            None,
            "possible is not settled.",
        ),
        (
            FiguresVerdict::Differs,
            Some(3),
            "differ from these sheets, by 3 votes",
        ),
        (
            FiguresVerdict::Infeasible,
            None,
            "are out of reach of these sheets: numbers",
        ),
    ] {
        let figures = &mut report.contests[0].declarations[0].results[0].figures;
        figures.answer.answer = answer;
        figures.votes = votes;
        let [declared, _] = halves(&dataset, &report);
        assert!(declared.contains(sentence), "{answer:?}: {declared}");
        assert!(said.insert(declared), "{answer:?}");
    }
}

#[test]
fn both_halves_name_what_the_answers_rest_on() {
    let (dataset, report) = made();
    let [declared, sheets] = halves(&dataset, &report);
    let declaration = &report.contests[0].declarations[0];
    let result = &declaration.results[0];
    assert!(
        declared.contains(" must have won, as declared."),
        "{declared}"
    );
    // The condition of the winner holds that of the figures; it is said once.
    assert_eq!(sheets.matches("are genuine").count(), 1, "{sheets}");
    for link in &result.winner.depends_on {
        let question = match link.number() {
            1 => "Does the sheet say what the ballots in the box say?",
            2 => "Is this copy genuine?",
            3 => "Was the copy read correctly?",
            _ => continue,
        };
        assert!(sheets.contains(question), "{sheets}");
    }
    let pages = pages_with(&dataset, &report, &History::default());
    let page = words(&pages["en/declared.html"]);
    // "A statement of what the announced coverage is a share of" and others of either answer.
    let every = [
        &result.winner.would_change,
        &result.figures.answer.would_change,
    ];
    assert!(every.iter().any(|list| !list.is_empty()));
    for message in every.into_iter().flatten() {
        let text = match message.id.as_str() {
            "change-ballots" => "A count of the paper in the boxes",
            "change-copies" => "A random re-check of these copies",
            "change-register" => "An official register by station",
            "change-sheets" => "The sheets of the stations that are missing.",
            "change-breakdown" => "The declared result by station",
            "change-coverage-meaning" => "A statement of what the announced coverage",
            "change-capacity" => "A statement of how many people could vote",
            other => panic!("{other}"),
        };
        assert!(page.contains(text), "{text}");
    }
}

/// Four of five stations of an official list have a sheet, with 60 votes for A and 40 for B each. 80 % is announced;
/// for A the radio says 190 where the gazette says 200.
fn announced() -> Dataset {
    let mut builder = two_options();
    let held = source("s", "s", SourceLabel::Observer);
    let source = builder.source(held, vec![Field::Valid]);
    let file = builder.file(source, "rows.csv").unwrap();
    for number in 1..=5 {
        let station = station(&mut builder, &number.to_string(), (None, None));
        builder.register(station, Cell::new(300).unwrap(), Cell::UNREAD);
        if number < 5 {
            sheet(&mut builder, (source, file), station, [100, 60, 40], 0);
        }
    }
    let mut held = declaration(Vec::new());
    let reading = |value, source: &str| FigureReading {
        value,
        source: source.to_owned(),
    };
    let why = Some("printed first".to_owned());
    let votes = Figure::new(reading(200, "gazette"), vec![reading(190, "radio")], why);
    held.options[0].votes = Some(votes);
    held.coverage = DeclaredCoverage {
        printed: Some(PrintedPercent::parse("80").unwrap()),
        ..DeclaredCoverage::default()
    };
    builder.declaration(held);
    builder.finish().unwrap()
}

/// The section of a heading, until the next one.
fn below(page: &str, heading: &str) -> String {
    let (_, below) = page.split_once(&format!(">{heading}</h2>")).expect(heading);
    words(below.split("<h2").next().unwrap())
}

#[test]
fn readings_and_alternatives_stand_below_the_declarations_in_both_languages() {
    let pages = pages(&announced());
    for (language, readings, shares, variants) in [
        (
            "en",
            "What the announced coverage may mean",
            ["share of stations", "share of electors"],
            "Figures that outlets print differently",
        ),
        (
            "es",
            "Qu\u{e9} puede significar la cobertura anunciada",
            ["parte de las mesas", "parte de los electores"],
            "Cifras que los medios imprimen distintas",
        ),
    ] {
        let page = &pages[&format!("{language}/declared.html")];
        let found = below(page, readings);
        for share in shares {
            assert!(found.contains(share), "{language}: {found}");
        }
        let found = below(page, variants);
        for part in ["200", "gazette", "190", "radio", "printed first"] {
            assert!(found.contains(part), "{language} {part}: {found}");
        }
        assert!(page.find(readings) < page.find(variants), "{language}");
    }
}
