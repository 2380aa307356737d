//! Agreement of coders against published examples.

use scrutineer_indices::{Answer, CodedAnswers, Level, Library, alpha, weighted_kappa};
use scrutineer_model::Exact;

/// Krippendorff 2011, section C: four observers, twelve units, columns in the order of the units.
const OBSERVERS: [&str; 4] = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
];

fn units() -> Vec<Vec<i64>> {
    let rows = OBSERVERS.map(|row| row.split(' ').collect::<Vec<_>>());
    (0..12)
        .map(|unit| {
            rows.iter()
                .filter_map(|row| row[unit].parse().ok())
                .collect()
        })
        .collect()
}

#[test]
fn alpha_is_that_of_the_published_example_at_every_level() {
    for (level, published) in [
        (Level::Nominal, 743),
        (Level::Ordinal, 815),
        (Level::Interval, 849),
    ] {
        let exact = alpha(&units(), level).unwrap().unwrap();
        let thousand = exact.checked_mul(Exact::integer(1000)).unwrap();
        assert_eq!(thousand.round(), published, "{level:?}: {exact}");
    }
}

#[test]
fn alpha_does_not_exist_without_variation_or_pairs() {
    assert_eq!(
        alpha(&[vec![2, 2], vec![2, 2, 2]], Level::Ordinal),
        Ok(None)
    );
    assert_eq!(alpha(&[vec![1], vec![2]], Level::Nominal), Ok(None));
    assert_eq!(
        alpha(&[vec![1, 1], vec![2, 2]], Level::Interval),
        Ok(Some(Exact::ONE))
    );
}

#[test]
fn weighted_kappa_is_that_of_cohen_1968() {
    // Table 1 of the paper as counts of 200, with its weights; kappa 0.492 and weighted kappa 0.348.
    let table = [[88, 10, 2], [14, 40, 6], [18, 10, 12]].map(Vec::from);
    let weights = [[0, 1, 3], [1, 0, 6], [3, 6, 0]];
    let thousand = |kappa: Exact| kappa.checked_mul(Exact::integer(1000)).unwrap().round();
    let weighted = weighted_kappa(&table, |i, j| weights[i][j])
        .unwrap()
        .unwrap();
    assert_eq!(thousand(weighted), 348);
    let plain = weighted_kappa(&table, |i, j| u64::from(i != j))
        .unwrap()
        .unwrap();
    assert_eq!(thousand(plain), 492);
}

const ANSWERS: &str = "place,edition,question,coder,points,coded,tier,source,date,sha256,quote\n\
    AAA,2024,A1,coder-1,1,2024-09-01,verified,report,2024-08-01,,\n\
    AAA,2024,A1,coder-2,3,2024-09-01,alleged,report,2024-08-01,,\n\
    AAA,2024,A2,coder-1,2,2024-09-01,verified,report,2024-08-01,,\n\
    AAA,2024,A2,coder-2,2,2024-09-01,verified,report,2024-08-01,,\n\
    AAA,2024,A3,coder-1,0,2024-09-01,verified,report,2024-08-01,,\n\
    AAA,2024,A3,coder-2,4,2024-09-01,unverified,report,2024-08-01,,\n";
const DECISIONS: &str = "place,edition,question,points,reason,role,date\n\
    AAA,2024,A3,1,second source found,editor,2024-09-02\n";

#[test]
fn answers_that_differ_stay_open_until_somebody_decides_and_are_never_averaged() {
    let library = Library::shipped();
    let rules = library.get("fiw").unwrap();
    let decisions = Some(DECISIONS.as_bytes());
    let (coded, problems, said) = CodedAnswers::read(rules, ANSWERS.as_bytes(), decisions);
    assert_eq!((problems, said), (Vec::new(), Vec::new()));
    let answer = |question: &str| {
        let key = ("AAA".to_owned(), 2024, question.to_owned());
        coded.questions[&key].answer()
    };
    assert_eq!(answer("A1"), Answer::Between(1, 3));
    assert_eq!(answer("A2"), Answer::Known(2));
    assert_eq!(answer("A3"), Answer::Known(1));
    let key = ("AAA".to_owned(), 2024, "A3".to_owned());
    let raw: Vec<i64> = coded.questions[&key]
        .answers
        .values()
        .map(|held| held.points)
        .collect();
    assert_eq!(raw, [0, 4], "what coders said stays");
    let agreement = coded.agreement(rules).unwrap();
    assert_eq!((agreement[0].units, agreement[0].differ), (3, 2));
    // 1 - D_o / D_e over all ordered pairs, by a program of its own in Python's fractions.
    let real = scrutineer_model::Real::new;
    assert_eq!(agreement[0].alpha_interval, Some(real(-2.0 / 3.0)));
    assert_eq!(agreement[0].alpha_nominal, Some(real(2.0 / 7.0)));
}

#[test]
fn everything_wrong_with_coded_answers_is_reported_with_its_place() {
    let library = Library::shipped();
    let rules = library.get("fiw").unwrap();
    let long = "word ".repeat(26);
    let text = format!(
        "place,edition,question,coder,points,coded,tier,source,date,sha256,quote\n\
         ,24,Z9,Ann Lee,9,soon,sure,,never,xyz,{long}\n\
         AAA,2024,A1,coder-1,7,2024-09-01,verified,report,2024-08-01,,\n\
         AAA,2024,A2,coder-1,1,2024-09-01,verified,report,2024-08-01,,\n\
         AAA,2024,A2,coder-1,1,2024-09-01,verified,report,2024-08-01,,\n"
    );
    let (coded, problems, _) = CodedAnswers::read(rules, text.as_bytes(), None);
    let found: Vec<(u64, &str)> = problems
        .iter()
        .map(|(_, problem)| (problem.row.unwrap(), problem.column.as_deref().unwrap()))
        .collect();
    for column in [
        "place", "edition", "question", "coder", "coded", "tier", "source", "date", "sha256",
        "quote",
    ] {
        assert!(found.contains(&(2, column)), "{column}: {found:?}");
    }
    assert!(found.contains(&(3, "points")) && found.contains(&(5, "coder")));
    assert_eq!(coded.questions.len(), 1);
}
