//! `spec/checks.md` from the catalogue, so that the two cannot differ.

use std::fmt::Write;

use scrutineer_model::{BearsOn, Recomputable, Severity, Tier};

use crate::catalogue::{CATALOGUE, CheckInfo};
use crate::sink::LISTED;

const HEAD: &str = "\
# The catalogue of checks

Generated from the table in `crates/scrutineer-checks/src/catalogue/`; a test compares the two.

A check is a rule over the sheets, the register or the declared figures. Series **E**: something on
paper cannot be right. Series **W**: remarkable, possibly fine, or worth knowing. Series **L**: log and
custody, reserved. Series **P**: must not be published. Second part of the number: 1 reading and
identity, 2 one sheet, 3 sheet against register, 4 and W.5 sheet against sheet, E.5 sheet against
declared result, 6 declared result against itself. A code is never used again for another rule.

- *Votes at stake*: the most votes by which some option's total can be wrong because of the finding;
  0 where no total depends on it, unknown where no ceiling is known.
- *Hidden by*: the finding is not shown for a subject for which one of these codes is shown.
- *Link*: the link of the chain of evidence, 1 to 7 (`spec/chain.md`).
- A finding is named by its code and its subject (source, declaration, division, place, station,
  option), joined by `|`; a disposition refers to this name, stays beside the finding and changes no
  number.
";

/// The whole of `spec/checks.md`.
pub fn render_catalogue() -> String {
    let mut out = HEAD.to_owned();
    let listed = LISTED / 1000;
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "- At most {listed},000 findings per code and source are listed; the rest is one finding W.190 with their exact\n  number and the sum of their votes at stake.\n"
    );
    out.push_str(
        "| code | rule | severity | tier | link | bears on |\n|---|---|---|---|---|---|\n",
    );
    for info in CATALOGUE {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} |",
            info.code,
            info.rule[0],
            severity(info.severity),
            tier(info.tier),
            info.link.number(),
            bears_on(info.bears_on)
        );
    }
    for info in CATALOGUE {
        render_one(&mut out, info);
    }
    out
}

fn render_one(out: &mut String, info: &CheckInfo) {
    let hidden_by = if info.precedence.is_empty() {
        "none".to_owned()
    } else {
        info.precedence.join(", ")
    };
    let recomputable = match info.recomputable {
        Recomputable::FromLog => "from what is published",
        Recomputable::FromPrivate => "only from columns that are never published",
    };
    let link = info.link.number().to_string();
    let rows: [(&str, &str); 15] = [
        ("rule (en)", info.rule[0]),
        ("rule (es)", info.rule[1]),
        ("fields", info.fields),
        ("tier", tier(info.tier)),
        ("severity", severity(info.severity)),
        ("link", &link),
        ("bears on", bears_on(info.bears_on)),
        ("votes at stake", info.votes_at_stake),
        ("hidden by", &hidden_by),
        ("threshold", info.threshold),
        ("what to do (en)", info.action[0]),
        ("what to do (es)", info.action[1]),
        ("does not prove (en)", info.limit[0]),
        ("does not prove (es)", info.limit[1]),
        ("recomputable", recomputable),
    ];
    let _ = writeln!(out, "\n## {}\n", info.code);
    for (name, value) in rows {
        let _ = writeln!(out, "- {name}: {value}");
    }
}

fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Contradiction => "contradiction",
        Tier::Test => "test",
        Tier::Picture => "picture",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn bears_on(bears_on: BearsOn) -> &'static str {
    match bears_on {
        BearsOn::Winner => "winner",
        BearsOn::Figures => "figures",
        BearsOn::Nothing => "nothing",
    }
}
