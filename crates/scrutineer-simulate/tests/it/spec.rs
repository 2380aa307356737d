//! `spec/scenarios.md` says what the code says.

use scrutineer_simulate::Scenario;

#[test]
fn the_table_of_answers_has_a_row_for_every_scenario_with_its_answers() {
    let text = include_str!("../../../../spec/scenarios.md");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip_while(|line| *line != "## The answers")
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let stated: Vec<String> = rows.iter().map(|row| row.join(" | ")).collect();
    let expected: Vec<String> = Scenario::ALL
        .iter()
        .map(|scenario| {
            let complete = scenario.answers_when_complete();
            let missing = scenario.answers_when_missing();
            format!(
                "`{}` | {} | {} | {} | {}",
                scenario.word(),
                complete.winner,
                complete.figures,
                missing.map_or("not stated", |answers| answers.winner),
                missing.map_or("not stated", |answers| answers.figures),
            )
        })
        .collect();
    assert_eq!(stated, expected);
}
