//! The state of an obligation by the table of `spec/disclosure.md`, and errors of the record.
#![expect(clippy::unwrap_used, reason = "what a test cannot do fails it")]

use scrutineer_disclosure::{Disclosure, Reason, State, status};

const HEAD: &str = r#"
schema = "scrutineer/disclosure/1"
as_of = "2024-08-31"
authority = "A council"
[[obligation]]
id = "tables"
what = "Results of each table"
granularity = "station"
basis = "a law"
term = "30 days"
due = "2024-08-28"
source = "press"
date = "2024-08-01"
"#;

fn publication(granularity: &str, completeness: &str) -> String {
    format!(
        "[[publication]]\nid = \"p\"\nof = [\"tables\"]\nby = \"A council\"\nwhat = \"a file\"\n\
         granularity = {granularity:?}\ncompleteness = {completeness:?}\nfirst_seen = \"2024-08-29\"\n\
         last_seen = \"2024-08-29\"\nsource = \"press\"\n"
    )
}

fn search(date: &str, gone: &str) -> String {
    format!(
        "[[search]]\nof = [\"tables\"]\n{gone}place = \"the site\"\ndate = {date:?}\nsource = \"observers\"\n"
    )
}

fn state(parts: &[String]) -> (State, Reason, Option<i64>, Option<i64>) {
    let text = format!("{HEAD}{}", parts.concat());
    let report = status(&Disclosure::parse(&text).unwrap());
    let held = &report.obligations[0];
    (
        held.state,
        held.reason,
        held.days_since_due,
        held.published_days_after_due,
    )
}

#[test]
fn every_row_of_the_table_of_states_is_reached() {
    let late = search("2024-08-28", "");
    let early = search("2024-08-27", "");
    let gone = search("2024-08-30", "gone = \"p\"\n");
    for (parts, expected, published) in [
        (
            vec![publication("station", "whole")],
            (State::Met, Reason::Whole),
            Some(1),
        ),
        (
            vec![publication("sheet", "whole"), late.clone()],
            (State::Met, Reason::Whole),
            Some(1),
        ),
        (
            vec![publication("station", "part")],
            (State::Partly, Reason::SomeUnits),
            Some(1),
        ),
        (
            vec![publication("station", "unknown")],
            (State::Partly, Reason::AmountUnknown),
            Some(1),
        ),
        (
            vec![publication("state", "whole")],
            (State::Partly, Reason::Coarser),
            Some(1),
        ),
        (
            vec![publication("station", "whole"), gone],
            (State::Partly, Reason::Gone),
            Some(1),
        ),
        (vec![late], (State::NotMet, Reason::LookedFor), None),
        (vec![early], (State::CannotTell, Reason::NotLookedFor), None),
        (vec![], (State::CannotTell, Reason::NotLookedFor), None),
    ] {
        let found = state(&parts);
        assert_eq!((found.0, found.1), expected, "{parts:?}");
        assert_eq!((found.2, found.3), (Some(3), published), "{parts:?}");
    }
}

#[test]
fn before_the_last_day_and_without_one_nothing_is_not_met() {
    let before = HEAD.replace("due = \"2024-08-28\"", "due = \"2024-09-28\"");
    let report = status(&Disclosure::parse(&before).unwrap());
    assert_eq!(report.obligations[0].reason, Reason::NotDue);
    assert_eq!(report.obligations[0].days_since_due, Some(-28));
    let text = HEAD.replace("due = \"2024-08-28\"", "due = \"unknown\"");
    let report = status(&Disclosure::parse(&(text + &search("2024-08-30", ""))).unwrap());
    assert_eq!(report.obligations[0].reason, Reason::NoTerm);
    assert_eq!(report.obligations[0].days_since_due, None);
}

#[test]
fn no_date_of_a_statement_is_after_the_record_and_a_last_day_may_be() {
    let ahead = HEAD.replace("due = \"2024-08-28\"", "due = \"2024-09-28\"");
    let report = status(&Disclosure::parse(&ahead).unwrap());
    assert_eq!(report.obligations[0].reason, Reason::NotDue);
    let late = HEAD.replace("date = \"2024-08-01\"", "date = \"2024-09-01\"");
    let errors = Disclosure::parse(&late).unwrap_err();
    let found: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!((errors.len(), errors[0].line), (1, 13), "{found:?}");
    assert!(found[0].contains("not after as_of"), "{found:?}");
}

#[test]
fn everything_wrong_is_reported_with_its_line() {
    let text = format!(
        "{HEAD}[[publication]]\nid = \"p\"\nof = [\"x\"]\nby = \"\"\nwhat = \"w\"\ngranularity = \"street\"\n\
         completeness = \"whole\"\nfirst_seen = \"2024-09-29\"\nlast_seen = \"2024-08-01\"\nsource = \"s\"\n\
         [[response]]\nto = \"r\"\nauthor = \"a\"\noutcome = \"granted\"\nwhat = \"w\"\ndate = \"never\"\nsource = \"s\"\n"
    );
    let errors = Disclosure::parse(&text).unwrap_err();
    let found: Vec<String> = errors.iter().map(ToString::to_string).collect();
    for part in [
        "the id of an obligation",
        "text that is not empty",
        "street",
        "not after as_of",
        "not before first_seen",
        "the id of a request",
        "never",
    ] {
        assert!(
            found.iter().any(|error| error.contains(part)),
            "{part}: {found:#?}"
        );
    }
    assert!(errors.iter().all(|error| error.line > 13));
}
