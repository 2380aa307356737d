//! Reports made by hand, as JSON documents that the audit could have written.
//!
//! The figures of `contradicted` are those of `vectors/venezuela-2024-audit.json` and of
//! `forensics.md` section 4; the names are invented.
#![expect(
    clippy::needless_pass_by_value,
    reason = "documents are made where they are passed"
)]

use scrutineer_audit::AuditReport;
use serde_json::{Value, json};

/// A report from its document.
pub(crate) fn report(value: Value) -> AuditReport {
    serde_json::from_value(value).expect("the fixture follows the interface")
}

fn link(number: u8, status: &str, reason: &str, figures: Value) -> Value {
    json!({
        "link": number, "name": format!("chain-link-{number}"), "status": status,
        "reasons": [reason], "figures": figures,
    })
}

/// The chain of a bare folder whose sheets decide the outcome, with `last` as link 7.
fn chain(last: Value) -> Value {
    json!([
        link(1, "open", "1-not-examined", json!({})),
        link(2, "open", "2-one-origin", json!({})),
        link(
            3,
            "open",
            "3-read-once",
            json!({"discrepancies": 3, "votes": 1_204})
        ),
        link(4, "open", "4-no-log", json!({})),
        link(5, "proven", "5-recomputed", json!({})),
        link(
            6,
            "proven",
            "6-decided",
            json!({
                "lead": 3_915_001, "missing": 3_647_225, "register": "with-abroad"
            })
        ),
        last,
    ])
}

/// Arguments that the audit gives to every sentence of an answer.
fn args(more: Value) -> Value {
    let mut args = json!({
        "declaration": "bulletin-1", "authority": "the commission", "source": "sheets",
        "label": "party-aligned", "sheets": 24_532, "expected": 30_026,
        "winners": ["AL"], "declared_winners": ["BI"], "runner_up": "BI",
        "lead": 3_915_001, "missing": 3_647_225, "register": "with-abroad",
        "margin": 3_915_001, "compared": "smaller",
    });
    merge(&mut args, &more);
    args
}

/// Puts the members of `more` into `base`, object by object.
pub(crate) fn merge(base: &mut Value, more: &Value) {
    match (base, more) {
        (Value::Object(base), Value::Object(more)) => {
            for (key, value) in more {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, more) => *base = more.clone(),
    }
}

fn message(id: &str, more: Value) -> Value {
    json!({"id": id, "args": args(more)})
}

fn winner_contradicted(declaration: &str) -> Value {
    let about = json!({"declaration": declaration});
    json!({
        "answer": "contradicted", "depends_on": [1, 2, 3],
        "condition": message("condition-winner", about.clone()),
        "statement": message("winner-contradicted", about.clone()),
        "reasons": ["other-wins-every-completion"],
        "explanations": [message("reason-other-wins-every-completion", about.clone())],
        "would_change": [
            message("change-ballots", about.clone()), message("change-copies", about.clone()),
            message("change-register", about),
        ],
    })
}

fn figures(declaration: &str, statement: &str, reason: &str, more: Value) -> Value {
    let mut about = json!({"declaration": declaration});
    merge(&mut about, &more);
    json!({
        "answer": "infeasible", "votes": more["votes"], "reading": more.get("reading"),
        "depends_on": [2, 3],
        "condition": message("condition-figures", about.clone()),
        "statement": message(statement, about.clone()),
        "reasons": [reason],
        "explanations": [message(&format!("reason-{reason}"), about.clone())],
        "would_change": [
            message("change-copies", about.clone()), message("change-breakdown", about.clone()),
            message("change-coverage-meaning", about),
        ],
    })
}

fn used(coverage: [u64; 2], minimum: [u64; 2], shortfall: [u64; 2]) -> Value {
    json!({
        "coverage": coverage,
        "minimum": {"AL": [minimum[0], 1], "BI": [minimum[1], 1]},
        "minimum_votes": {"AL": minimum[0], "BI": minimum[1]},
        "shortfall": {"AL": shortfall[0], "BI": shortfall[1]},
    })
}

fn bulletin_1() -> Value {
    let figures = figures(
        "bulletin-1",
        "figures-infeasible-reading",
        "own-turnout",
        json!({"votes": 510_142, "reading": "own-turnout", "target": "AL",
               "declared": 4_445_978, "minimum": 4_956_120}),
    );
    json!({
        "id": "bulletin-1", "authority": "the commission", "outlet": "a newspaper",
        "time": "2024-07-29T00:12:00-04:00", "status": "unofficial-partial",
        "coverage_printed": "80", "turnout_printed": "59", "claims_all": false,
        "declared": {
            "BI": {"votes": 5_150_092, "percent": "51.20"},
            "AL": {"votes": 4_445_978, "percent": "44.20"},
            "others": {"votes": 462_704, "percent": "4.60", "options": ["CE", "EL"]},
        },
        "winners": ["BI"],
        "results": [{
            "source": "sheets", "winner": winner_contradicted("bulletin-1"), "figures": figures,
            "strict": {
                "BI": {"declared": 5_150_092, "observed": 3_241_461, "shortfall": 0},
                "AL": {"declared": 4_445_978, "observed": 7_156_462, "shortfall": 2_710_484},
                "others": {"declared": 462_704, "observed": 261_205, "shortfall": 0},
            },
            "possible": {
                "BI": [1_877_111, 6_818_027], "AL": [4_956_120, 10_733_028],
                "others": [120_000, 3_837_771],
            },
            "readings": [
                {"reading": "electors", "admissible": true, "fixed_by": null,
                 "as_printed": used([4, 5], [5_025_063, 1_877_111], [579_085, 0]),
                 "favourable": used([159, 200], [4_976_662, 1_840_000], [530_684, 0]),
                 "alternatives": [], "least_shortfall": 530_684},
                {"reading": "tables", "admissible": true, "fixed_by": null,
                 "as_printed": used([4, 5], [4_641_687, 1_700_000], [195_709, 0]),
                 "favourable": used([159, 200], [4_585_832, 1_650_000], [139_854, 0]),
                 "alternatives": [], "least_shortfall": 139_854},
                {"reading": "places", "admissible": true, "fixed_by": null,
                 "as_printed": used([4, 5], [2_869_381, 900_000], [0, 0]),
                 "favourable": used([159, 200], [2_800_000, 880_000], [0, 0]),
                 "alternatives": [], "least_shortfall": 0},
                {"reading": "own-turnout", "admissible": true,
                 "fixed_by": message("fixed-by-turnout", json!({})),
                 "as_printed": used([17_048_769, 21_321_805], [5_021_119, 1_870_000], [575_141, 0]),
                 "favourable": used([16_905_502, 21_321_805], [4_956_120, 1_860_000], [510_142, 0]),
                 "alternatives": [], "least_shortfall": 510_142},
            ],
            "joint": [{
                "reading": "electors", "turnout_cap": [1, 1],
                "contradicting_votes": [1_158_169, 2], "votes": 579_085, "favourable": false,
                "certificate": {
                    "multipliers": {"AL": [1, 1], "BI": [0, 1], "others": [0, 1]},
                    "threshold": [1, 2], "counted": [17_057_444, 1], "missing": 3_576_566,
                    "constant": [-4_445_978, 1], "threshold_term": [8_528_722, 1],
                    "sheets_term": [-3_430_753, 2], "missing_term": [-1_788_283, 1],
                    "sheets_counted": 18_612,
                },
            }],
            "consistent_up_to": {"electors": [739_263, 1_000_000], "tables": [782_389, 1_000_000]},
            "rounding": {
                "tests": [
                    {"pair": "BI / valid", "decimals": 1, "distance": 0, "p": 9.941_569_42e-5},
                    {"pair": "AL / valid", "decimals": 1, "distance": 0, "p": 9.941_569_42e-5},
                ],
                "joint_p": 9.883_480_253e-9, "looks": 1, "adjusted_p": 9.883_480_253e-9,
            },
            "increment": null,
            "chain": chain(link(7, "broken", "7-winner", json!({}))),
        }],
        "variants": [{
            "figure": "others",
            "readings": {
                "chosen": {"value": 462_704, "source": "a newspaper"},
                "others": [{"value": 461_704, "source": "a broadcaster"}],
                "why": "the parts add up",
            },
        }],
    })
}

fn bulletin_2() -> Value {
    let figures = figures(
        "bulletin-2",
        "figures-infeasible",
        "every-reading",
        json!({"votes": 744_850, "target": "AL", "declared": 5_326_104, "minimum": 6_070_954,
               "reading": "places"}),
    );
    let mut declaration = bulletin_1();
    merge(
        &mut declaration,
        &json!({
            "id": "bulletin-2", "time": "2024-08-02", "coverage_printed": "96.87",
            "turnout_printed": "59.97", "variants": [],
            "declared": {
                "BI": {"votes": 6_408_844, "percent": "51.95"},
                "AL": {"votes": 5_326_104, "percent": "43.18"},
                "others": {"votes": 600_936, "percent": null},
            },
        }),
    );
    let result = &mut declaration["results"][0];
    merge(
        result,
        &json!({
            "winner": winner_contradicted("bulletin-2"), "figures": figures,
            "strict": {
                "BI": {"declared": 6_408_844, "observed": 3_241_461, "shortfall": 0},
                "AL": {"declared": 5_326_104, "observed": 7_156_462, "shortfall": 1_830_358},
                "others": {"declared": 600_936, "observed": 261_205, "shortfall": 0},
            },
            "possible": {
                "BI": [2_900_000, 6_818_027], "AL": [6_070_954, 10_733_028],
                "others": [200_000, 3_837_771],
            },
            "increment": {
                "from": "bulletin-1",
                "options": {"BI": 1_258_752, "AL": 880_126, "others": 138_232},
                "total": 2_277_110, "capacity": 3_596_987, "feasible": true,
            },
            "rounding": {"looks": 13, "joint_p": null, "adjusted_p": 0.010_5},
        }),
    );
    result["figures"]["reading"] = Value::Null;
    declaration
}

fn source() -> Value {
    let shares = json!({
        "AL": {"observed": [7_156_462, 10_659_128], "min": [7_156_462, 14_306_353],
               "max": [10_803_687, 14_306_353]},
        "BI": {"observed": [3_241_461, 10_659_128], "min": [3_241_461, 14_306_353],
               "max": [6_888_686, 14_306_353]},
        "CE": {"observed": [200_000, 10_659_128], "min": [200_000, 14_306_353],
               "max": [3_847_225, 14_306_353]},
        "EL": {"observed": [61_205, 10_659_128], "min": [61_205, 14_306_353],
               "max": [3_708_430, 14_306_353]},
    });
    let outcome = |register: &str, missing: u64| {
        json!({
            "register": register, "winners": ["AL"], "runner_up": "BI", "lead": 3_915_001,
            "missing_capacity": {"known": missing}, "capacity_rule": "register", "decided": true,
            "shares": shares, "needed_from_missing": {"turnout": 1.073_419, "share": 1.393_51},
        })
    };
    json!({
        "id": "sheets", "label": "party-aligned", "aligned_with": ["AL"], "origin": "sheets",
        "evidence": {
            "obtained_from": "a public archive", "obtained_on": "2024-08-02",
            "obtained_by_role": null, "method": "printed by machines, read by QR code",
            "medium": "pictures", "licence": null, "derived_from": null,
            "transformations": "none", "rows": 24_532, "rejected": 0,
        },
        "coverage": {
            "stations_expected": 30_026, "stations_reported": 24_532, "stations_complete": 24_532,
            "places_expected": 15_797, "places_reported": 12_817,
            "registered_expected": 21_321_805, "registered_reported": 17_745_239,
            "missing_by_reason": {"copy-refused": 12, "unknown": 5_482},
            "stations_by_kind": {"ordinary": 24_532},
            "divisions_reported": {"administrative": {"state": 24}},
        },
        "totals": {
            "options": {"AL": 7_156_462, "BI": 3_241_461, "CE": 200_000, "EL": 61_205},
            "valid": 10_659_128, "invalid": 1_139, "blank": null, "ballots": 10_660_267,
            "registered": 17_745_239,
        },
        "outcome": [
            outcome("in-country", 3_576_566), outcome("with-abroad", 3_647_225),
            outcome("gross", 3_875_466),
        ],
        "least_favourable": "with-abroad",
        "standing": {
            "verdict": "decided", "statement": message("standing-decided", json!({})),
        },
        "sheets_false_needed": [
            {"register": "in-country", "assumption": "all-to-runner-up-any", "sheets": 240,
             "share": 0.009_78, "sample_95": 305},
            {"register": "in-country", "assumption": "split-even-moved", "sheets": 4_542,
             "share": 0.185_15, "sample_95": 15},
        ],
        "imputation": {
            "register": "in-country",
            "options": {
                "AL": {"share": 0.671_389, "low": 0.671_004, "high": 0.671_823},
                "BI": {"share": 0.304_106, "low": 0.303_691, "high": 0.304_483},
            },
            "sensitivity": [
                {"shift": 0.5, "leader_share": 0.652_448, "runner_up_share": 0.323_046},
                {"shift": 2.0, "leader_share": 0.596_416, "runner_up_share": 0.379_079},
            ],
            "changes_at": null,
        },
        "chain": chain(link(7, "open", "7-nothing-declared", json!({}))),
    })
}

/// Two declarations that the sheets contradict.
pub(crate) fn contradicted() -> Value {
    let register = |id: &str, total: u64, applies: &str| {
        json!({
            "figure": "electors", "id": id, "total": total, "applies": applies, "why": null,
            "figures": {"chosen": {"value": total, "source": "a register"}, "others": [], "why": null},
        })
    };
    json!({
        "schema": "scrutineer/audit-report/1",
        "tool": {"name": "scrutineer", "version": "0.1.0", "rules": "1"},
        "report_id": "3f786850e387550fdab836ed7e6dc881de23001b1f0a6ef3f0f9e2ad8d4ab1c2",
        "as_of": "2024-08-02",
        "election": {"id": "example-2024", "name": "Example 2024", "date": "2024-07-28",
                     "country": "XX"},
        "inputs": [
            {"source": null, "role": "election", "file": "election.toml",
             "sha256": "9".repeat(64), "rows": 0, "rejected": 0},
            {"source": "sheets", "role": "sheets", "file": "sheets.csv",
             "sha256": "fd2712796bf8ec77dfe02e07cd864882c93f4079238c2d21b822b7b9a999f8ea",
             "rows": 24_532, "rejected": 0},
        ],
        "contests": [{
            "id": "president", "name": "President", "round": 1,
            "rule": {"kind": "plurality", "winners": 1},
            "options": [
                {"id": "BI", "name": "Bo Birch Bellamy", "tickets": ["BI"]},
                {"id": "AL", "name": "Ana Alder Aranda", "tickets": ["AL"]},
                {"id": "CE", "name": "Cy Cedar", "tickets": ["CE"]},
                {"id": "EL", "name": "Eve Elm", "tickets": ["EL"]},
            ],
            "registers": [
                register("in-country", 21_321_805, "yes"),
                register("with-abroad", 21_392_464, "unknown"),
                register("gross", 21_620_705, "no"),
            ],
            "sources": [source()], "comparisons": [],
            "declarations": [bulletin_1(), bulletin_2()],
            "chain": chain(link(7, "broken", "7-winner", json!({}))),
        }],
        "findings": [finding("W.204", "10113042:1", 60), finding("W.204", "10113042:2", 25)],
        "provenance": {},
    })
}

fn finding(code: &str, station: &str, votes: u64) -> Value {
    json!({
        "key": format!("{code}|{station}|sheets"), "code": code, "tier": "contradiction",
        "severity": "warning", "link": 3, "bears_on": "nothing", "votes_at_stake": votes,
        "subject": {"station": station, "source": "sheets"}, "figures": {},
        "message": {"id": "check-w-204", "args": {"station": station, "source": "sheets"}},
        "recomputable": "from-log", "disposition": null,
    })
}

/// The same sheets, and nothing declared.
pub(crate) fn nothing_declared() -> Value {
    let mut value = contradicted();
    let contest = &mut value["contests"][0];
    contest["declarations"] = json!([]);
    contest["chain"] = chain(link(7, "open", "7-nothing-declared", json!({})));
    value
}

/// A declaration whose figures fit, with rejected rows and a disposed finding.
pub(crate) fn possible() -> Value {
    let mut value = contradicted();
    value["inputs"][1]["rejected"] = json!(3);
    value["findings"][0]["disposition"] = json!({
        "key": value["findings"][0]["key"], "decision": "explained",
        "reason": "a tent station", "role": "coordinator", "date": "2024-09-01",
    });
    let declarations = &mut value["contests"][0]["declarations"];
    let mut only = declarations[1].take();
    let about = json!({"declared_winners": ["AL"]});
    let result = &mut only["results"][0];
    result["winner"] = json!({
        "answer": "supported", "depends_on": [1, 2, 3],
        "condition": message("condition-winner", about.clone()),
        "statement": message("winner-supported", about.clone()),
        "reasons": ["lead-exceeds-missing"],
        "explanations": [message("reason-lead-exceeds-missing", about.clone())],
        "would_change": [message("change-ballots", about.clone())],
    });
    result["figures"] = json!({
        "answer": "consistent", "votes": null, "reading": null, "depends_on": [2, 3],
        "condition": message("condition-figures", about.clone()),
        "statement": message("figures-consistent", about.clone()),
        "reasons": ["all-possible"],
        "explanations": [message("reason-all-possible", about.clone())],
        "would_change": [message("change-sheets", about)],
    });
    merge(
        &mut only,
        &json!({
            "winners": ["AL"],
            "declared": {"AL": {"votes": 8_100_000, "percent": null},
                         "BI": {"votes": 3_900_000, "percent": null},
                         "others": {"votes": 300_000, "percent": null}},
        }),
    );
    value["contests"][0]["declarations"] = json!([only]);
    value
}

/// Every fixture.
pub(crate) fn every() -> [Value; 3] {
    [contradicted(), nothing_declared(), possible()]
}
