//! The three real examples against the shared data.

use scrutineer_testkit::{scratch::Scratch, shared};
use serde_json::Value;

use crate::support::json;

fn report(name: &str, extra: &[&str]) -> Option<Value> {
    let data = shared::dir()?.join("data");
    let folder = shared::workspace_root().join("examples").join(name);
    let (folder, data) = (folder.to_str()?, data.to_str()?);
    let arguments = [&["audit", folder, "--mirror", data, "--json"][..], extra].concat();
    Some(json(&Scratch::new(), &arguments))
}

fn answers(contest: &Value) -> Vec<(String, String)> {
    let declarations = contest["declarations"].as_array().unwrap();
    let results = declarations
        .iter()
        .flat_map(|held| held["results"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    results
        .map(|result| {
            (
                text(&result["winner"]["answer"]),
                text(&result["figures"]["answer"]),
            )
        })
        .collect()
}

#[test]
fn the_sheets_of_venezuela_contradict_both_bulletins() {
    let Some(report) = report("venezuela-2024", &[]) else {
        return;
    };
    let contest = &report["contests"][0];
    let twice = ("contradicted".to_owned(), "infeasible".to_owned());
    assert_eq!(answers(contest), [twice.clone(), twice]);
    let states: Vec<&str> = contest["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["status"].as_str().unwrap())
        .collect();
    assert_eq!(
        states,
        ["open", "open", "open", "open", "proven", "proven", "broken"]
    );
    let totals = &contest["sources"][0]["totals"];
    assert_eq!(totals["options"]["EG"], 7_156_462);
    assert_eq!(totals["options"]["NM"], 3_241_461);
    assert_eq!(totals["valid"], 10_659_128);
}

#[test]
fn the_figures_of_georgia_fit_the_commission_sheets_and_the_final_ones_are_undetermined() {
    let Some(report) = report("georgia-2024", &[]) else {
        return;
    };
    let declarations = report["contests"][0]["declarations"].as_array().unwrap();
    let figures = |at: usize| {
        let results = declarations[at]["results"].as_array().unwrap();
        let own = results
            .iter()
            .find(|result| result["source"] == "commission")
            .unwrap();
        own["figures"]["answer"].clone()
    };
    assert_eq!(figures(0), "consistent");
    assert_eq!(figures(1), "undetermined");
}

#[test]
fn the_sample_of_indonesia_decides_nothing() {
    let Some(report) = report("indonesia-2024", &["--accept-import"]) else {
        return;
    };
    let contest = &report["contests"][0];
    for source in contest["sources"].as_array().unwrap() {
        assert_ne!(source["standing"]["verdict"], "decided", "{}", source["id"]);
    }
    for (winner, figures) in answers(contest) {
        assert_eq!(
            (winner.as_str(), figures.as_str()),
            ("undetermined", "undetermined")
        );
    }
}

/// The sizes that the audit data of the issue state, by register total, computed there with the
/// formulas of others: U, draws at 5 % in proportion to the error bound, and at equal probability.
#[test]
fn the_sizes_of_a_transcription_audit_of_venezuela_name_their_register() {
    let Some(data) = shared::dir().map(|dir| dir.join("data")) else {
        return;
    };
    let scratch = Scratch::new();
    let from = shared::workspace_root().join("examples/venezuela-2024");
    let text = std::fs::read_to_string(from.join("election.toml")).unwrap();
    scratch.write("ve/election.toml", text);
    let (data, plan) = (data.to_str().unwrap(), ["rla", "plan", "ve", "--json"]);
    let more = ["--link", "transcription", "--mirror", data];
    let planned = json(&scratch, &[&plan[..], &more].concat());
    let found: Vec<(u64, String, u64, u64)> = planned["registers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["total"].as_u64().unwrap(),
                format!("{:.2}", row["bound"].as_f64().unwrap()),
                row["sizes"]["kaplan-markov"]["5"].as_u64().unwrap(),
                row["sizes"]["equal"]["5"].as_u64().unwrap(),
            )
        })
        .collect();
    let expected = [
        (21_321_805, "64.00".to_owned(), 192, 305),
        (21_392_464, "80.89".to_owned(), 242, 390),
        (21_620_705, "547.88".to_owned(), 1_641, 2_826),
    ];
    for row in expected {
        assert!(found.contains(&row), "{row:?} in {found:?}");
    }
    // Computed from the public file in Python, U = 80.8894 with the total that the plan rests on:
    // ceil((ln .05 - k (ln (1 - 1/U) - ln .9)) / ln (1 - 1/U)) + 1 + k, and (1 - 1/U)^n.
    let outlook = &planned["outlook"];
    let differing: Vec<(u64, u64)> = outlook["differing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["count"].as_u64().unwrap(),
                row["size"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(differing, [(1, 251), (2, 259), (5, 285), (10, 327)]);
    let shown = |at: usize| outlook["concluded"][at]["risk"].as_f64().unwrap();
    for (at, expected) in [
        (0, 0.536_880_056_2),
        (1, 0.288_240_194_8),
        (2, 0.083_082_409_88),
        (3, 0.001_989_631_797),
    ] {
        assert!(
            (shown(at) - expected).abs() < 1e-9 * expected,
            "{at}: {}",
            shown(at)
        );
    }
    let simulated = |of: &str| outlook["simulated"][of].as_u64().unwrap();
    assert!(simulated("50") >= 242 && simulated("50") <= simulated("90"));
    confirmed_says(&scratch, &more);
    // In words every one of them stands in a sentence with its register: three measures for each total, four times
    // "what if", the simulated sizes, what eight numbers of draws show, and the first size.
    for language in ["en", "es"] {
        let call = [&["rla", "plan", "ve", "--lang", language][..], &more].concat();
        let said = crate::support::done(&scratch, &call);
        let found = crate::support::sizes_with_their_register(&said);
        let at_least = 3 * 3 + 4 + 1 + 8 + 1;
        assert!(found >= at_least, "{found}: {said}");
    }
}

/// What the sizes of Venezuela would show, in the words of the issue and those of the guide, and what is said beside it.
fn confirmed_says(scratch: &Scratch, more: &[&str]) {
    let expected = [
        (
            "en",
            [
                "With the register of 21,321,805 electors: if 192 sheets drawn at random after a public commitment were all confirmed from an independent origin, then, with 95 % confidence, fewer sheets are false than would be needed to remove the lead.",
                "With the register of 21,392,464 electors: if 242 sheets drawn at random after a public commitment were all confirmed from an independent origin, then, with 95 % confidence, fewer sheets are false than would be needed to remove the lead.",
                "With the register of 21,620,705 names, which counts people who do not vote in this contest: if 1,641 sheets drawn at random after a public commitment were all confirmed from an independent origin, then, with 95 % confidence, fewer sheets are false than would be needed to remove the lead.",
                "Not yet done: ",
                "Who could do it: anyone with copies that came another way from the stations",
                "What one mismatch would mean: that one record, or one copy, is not what the other says.",
            ],
        ),
        (
            "es",
            [
                "Con el registro de 21.321.805 electores: si 192 actas sorteadas después de un compromiso público se confirmaran todas con un origen independiente, entonces, con una confianza del 95 %, son falsas menos actas de las que harían falta para quitar la ventaja.",
                "Con el registro de 21.392.464 electores: si 242 actas sorteadas después de un compromiso público se confirmaran todas con un origen independiente, entonces, con una confianza del 95 %, son falsas menos actas de las que harían falta para quitar la ventaja.",
                "Con el registro de 21.620.705 nombres, que cuenta a personas que no votan en esta elección: si 1.641 actas sorteadas después de un compromiso público se confirmaran todas con un origen independiente, entonces, con una confianza del 95 %, son falsas menos actas de las que harían falta para quitar la ventaja.",
                "Todavía no se ha hecho: ",
                "Quién podría hacerlo: cualquiera que tenga copias que llegaron por otro camino",
                "Qué significaría una sola discrepancia: que un registro, o una copia, no es lo que dice el otro.",
            ],
        ),
    ];
    for (language, sentences) in expected {
        let call = ["rla", "plan", "ve", "--lang", language];
        let other = ["--independent", "copies of the electoral authority"];
        let said = crate::support::done(scratch, &[&call[..], &other, more].concat());
        for sentence in sentences {
            assert!(said.contains(sentence), "{sentence}: {said}");
        }
    }
}
