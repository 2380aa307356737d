//! The direction of dependencies between the crates of the workspace.

use crate::metadata::Graph;
use crate::purity::{TOLERATED, Tolerated};
use crate::{Outcome, outcome};

/// What a crate of the workspace may depend on, and why.
pub(crate) struct Layer {
    /// The crate.
    pub(crate) name: &'static str,
    /// Whether it is below the purity line: no files, network, clock, environment or ambient state.
    pub(crate) is_pure: bool,
    /// The crates of this workspace that it may use.
    pub(crate) may_use: &'static [&'static str],
    /// Why these and no others.
    pub(crate) why: &'static str,
}

const MODEL: &str = "scrutineer-model";

/// Every crate of the workspace, lowest first. A crate without a row fails the check.
pub(crate) const LAYERS: &[Layer] = &[
    Layer {
        name: MODEL,
        is_pure: true,
        may_use: &[],
        why: "the domain knows nothing of how it is read, counted or shown",
    },
    Layer {
        name: "scrutineer-formats",
        is_pure: true,
        may_use: &[MODEL],
        why: "bytes become a data set without judging it",
    },
    Layer {
        name: "scrutineer-checks",
        is_pure: true,
        may_use: &[MODEL],
        why: "a check sees the data, not the totals drawn from it",
    },
    Layer {
        name: "scrutineer-tally",
        is_pure: true,
        may_use: &[MODEL],
        why: "totals follow from the data whatever the checks say",
    },
    Layer {
        name: "scrutineer-simulate",
        is_pure: true,
        may_use: &[MODEL],
        why: "synthetic elections must not share the arithmetic that they test",
    },
    Layer {
        name: "scrutineer-stats",
        is_pure: true,
        may_use: &[],
        why: "distributions know no election; every p-value of the workspace rests on the same code",
    },
    Layer {
        name: "scrutineer-rla",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-stats", "scrutineer-tally"],
        why: "measuring risk needs sheets and hand counts, not answers",
    },
    Layer {
        name: "scrutineer-forensics",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-stats"],
        why: "a test sees the data; what it says moves no answer",
    },
    Layer {
        name: "scrutineer-indices",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-formats"],
        why: "an index is read and computed from its own tables; no answer about an election rests on it",
    },
    Layer {
        name: "scrutineer-disclosure",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-formats"],
        why: "what was published is a record of claims; no answer about an election rests on it",
    },
    Layer {
        name: "scrutineer-censorship",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-stats"],
        why: "the conditions of a vote stand beside its result; the audit never uses them",
    },
    Layer {
        name: "scrutineer-incidents",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-formats", "scrutineer-stats"],
        why: "a condition of the vote knows no count of it; the audit never depends on it",
    },
    Layer {
        name: "scrutineer-audit",
        is_pure: true,
        may_use: &[MODEL, "scrutineer-checks", "scrutineer-tally"],
        why: "answers join checks and totals; statistics arrive as values",
    },
    Layer {
        name: "scrutineer-report",
        is_pure: true,
        may_use: &[
            MODEL,
            "scrutineer-checks",
            "scrutineer-tally",
            "scrutineer-forensics",
            "scrutineer-indices",
            "scrutineer-disclosure",
            "scrutineer-censorship",
            "scrutineer-incidents",
            "scrutineer-audit",
        ],
        why: "rendering computes nothing, so it needs only what was computed",
    },
    Layer {
        name: "scrutineer-site",
        is_pure: true,
        may_use: &[
            MODEL,
            "scrutineer-checks",
            "scrutineer-tally",
            "scrutineer-audit",
            "scrutineer-report",
        ],
        why: "pages put together what was computed and worded below",
    },
    Layer {
        name: "scrutineer-fetch",
        is_pure: false,
        may_use: &[],
        why: "bytes by digest, whatever they mean",
    },
    Layer {
        name: "scrutineer-tlog",
        is_pure: true,
        may_use: &[],
        why: "a log knows no election, so that others can check it with other programs",
    },
    Layer {
        name: "scrutineer-logstore",
        is_pure: false,
        may_use: &["scrutineer-tlog", "scrutineer-fetch"],
        why: "a store keeps bytes in order, whatever they mean",
    },
    Layer {
        name: "scrutineer-serve",
        is_pure: false,
        may_use: &[],
        why: "files and pages over HTTP, whatever they say",
    },
    Layer {
        name: "scrutineer-publication",
        is_pure: false,
        may_use: &[
            MODEL,
            "scrutineer-formats",
            "scrutineer-checks",
            "scrutineer-tally",
            "scrutineer-forensics",
            "scrutineer-audit",
            "scrutineer-report",
            "scrutineer-site",
            "scrutineer-tlog",
            "scrutineer-logstore",
        ],
        why: "publishing joins the audit and the log; the audit knows of no log",
    },
    Layer {
        name: "scrutineer",
        is_pure: false,
        may_use: &[
            MODEL,
            "scrutineer-formats",
            "scrutineer-checks",
            "scrutineer-tally",
            "scrutineer-simulate",
            "scrutineer-stats",
            "scrutineer-rla",
            "scrutineer-forensics",
            "scrutineer-indices",
            "scrutineer-disclosure",
            "scrutineer-censorship",
            "scrutineer-incidents",
            "scrutineer-audit",
            "scrutineer-report",
            "scrutineer-site",
            "scrutineer-fetch",
            "scrutineer-tlog",
            "scrutineer-logstore",
            "scrutineer-serve",
            "scrutineer-publication",
        ],
        why: "the command line reads, does and renders",
    },
    Layer {
        name: "scrutineer-testkit",
        is_pure: false,
        may_use: &[
            MODEL,
            "scrutineer-formats",
            "scrutineer-checks",
            "scrutineer-tally",
            "scrutineer-simulate",
            "scrutineer-stats",
            "scrutineer-rla",
            "scrutineer-forensics",
            "scrutineer-indices",
            "scrutineer-disclosure",
            "scrutineer-censorship",
            "scrutineer-incidents",
            "scrutineer-audit",
            "scrutineer-report",
            "scrutineer-site",
            "scrutineer-fetch",
            "scrutineer-tlog",
            "scrutineer-logstore",
            "scrutineer-publication",
        ],
        why: "used by tests only, so no other crate may depend on it",
    },
    Layer {
        name: "xtask",
        is_pure: false,
        may_use: &[],
        why: "judges the workspace, so it must build when the workspace does not",
    },
];

/// Fails for every dependency that the table does not allow.
pub(crate) fn check() -> Outcome {
    outcome(violations(&Graph::load()?))
}

fn violations(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for member in &graph.members {
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == member) else {
            found.push(format!("graph: {member} has no row in the table of layers"));
            continue;
        };
        for used in graph.edges.get(member).into_iter().flatten() {
            if graph.members.contains(used) && !layer.may_use.contains(&used.as_str()) {
                found.push(format!("graph: {member} depends on {used}; {}", layer.why));
            }
        }
    }
    found
}

/// The table as a document.
pub(crate) fn document() -> String {
    let mut lines: Vec<String> = [
        "# Layers",
        "",
        "Generated by `cargo xtask generate` from `xtask/src/graph.rs`; `cargo xtask graph` enforces it.",
        "Pure crates touch no file, network, clock, environment or ambient state.",
        "",
        "| crate | pure | may use | why |",
        "|---|---|---|---|",
    ]
    .map(str::to_owned)
    .to_vec();
    for layer in LAYERS {
        let pure = if layer.is_pure { "yes" } else { "no" };
        let uses: Vec<String> = layer
            .may_use
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        let uses = if uses.is_empty() {
            "-".to_owned()
        } else {
            uses.join(", ")
        };
        lines.push(format!(
            "| `{}` | {pure} | {uses} | {} |",
            layer.name, layer.why
        ));
    }
    lines.extend(
        [
            "",
            "Packages with effects that pure crates reach all the same:",
            "",
        ]
        .map(str::to_owned),
    );
    for tolerated in TOLERATED {
        let Tolerated {
            package,
            through,
            why,
        } = tolerated;
        lines.push(format!("- `{package}` through `{through}`: {why}"));
    }
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_keeps_its_layers() {
        assert_eq!(check(), Ok(()));
    }

    #[test]
    fn an_edge_against_the_direction_is_caught() {
        let graph = Graph::from_edges(
            &[MODEL, "scrutineer-audit", "scrutineer-report"],
            &[
                ("scrutineer-report", "scrutineer-audit"),
                ("scrutineer-audit", "scrutineer-report"),
            ],
        );
        let found = violations(&graph);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("scrutineer-audit depends on scrutineer-report"));
    }

    #[test]
    fn a_normal_dependency_on_the_test_kit_is_caught() {
        let graph = Graph::from_edges(
            &["scrutineer-testkit", "scrutineer"],
            &[("scrutineer", "scrutineer-testkit")],
        );
        assert_eq!(violations(&graph).len(), 1);
    }

    #[test]
    fn a_crate_without_a_row_is_caught() {
        let graph = Graph::from_edges(&["scrutineer-new"], &[]);
        assert_eq!(violations(&graph).len(), 1);
    }

    #[test]
    fn no_pure_crate_may_use_an_impure_one() {
        for layer in LAYERS.iter().filter(|layer| layer.is_pure) {
            for used in layer.may_use {
                let below = LAYERS.iter().find(|other| other.name == *used);
                assert!(
                    below.is_some_and(|other| other.is_pure),
                    "{} uses {used}",
                    layer.name
                );
            }
        }
    }
}
