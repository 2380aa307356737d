//! Lines that are small as bytes and large as values.

use scrutineer_censorship::{Fingerprints, Outcome, Rejection, observe};

fn is_refused(line: &str) -> bool {
    match observe(line.as_bytes(), None, &Fingerprints::default()) {
        Outcome::Rejected(Rejection::Shape) => true,
        Outcome::Observed(_) => false,
        other => panic!("{other:?}"),
    }
}

fn list(element: &str, count: usize) -> String {
    format!("[{}]", vec![element; count].join(","))
}

#[test]
fn a_list_or_a_table_of_ten_thousand_is_read_and_a_longer_one_is_not() {
    for (of, refused) in [(10_000, false), (10_001, true)] {
        for element in ["{}", "null", "[]"] {
            let line = format!("{{\"test_keys\":{{\"requests\":{}}}}}", list(element, of));
            if element != "[]" {
                assert_eq!(is_refused(&line), refused, "{of} of {element}");
            }
        }
        let names: Vec<String> = (0..of).map(|at| format!("\"{at}\":\"x\"")).collect();
        let line = format!("{{\"annotations\":{{{}}}}}", names.join(","));
        assert_eq!(is_refused(&line), refused, "{of} annotations");
    }
}

#[test]
fn lists_in_lists_are_bounded_by_what_the_whole_line_has() {
    // Each list is short enough by itself; a text with as many commas is one part.
    let answers = format!("{{\"answers\":{}}}", list("{}", 9000));
    let line = |count: usize| {
        let queries = list(&answers, count);
        format!("{{\"test_keys\":{{\"queries\":{queries}}}}}")
    };
    assert!(!is_refused(&line(20)));
    let long = line(60);
    assert!(long.len() > 1 << 20 && is_refused(&long));
    let text = ",\\\"".repeat(1 << 20);
    assert!(!is_refused(&format!(
        "{{\"test_keys\":{{\"requests\":[{{\"response\":{{\"body\":\"{text}\"}}}}]}}}}"
    )));
}
