//! How much a declaration says that it counts.

use scrutineer_model::{Exact, Figure, RegisterKind};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::Span;
use crate::checks::declared::percentages::percent_text;
use crate::sink::Sink;

/// What was counted, and out of how many by the declaration itself.
struct Scale<'a> {
    word: &'static str,
    kind: RegisterKind,
    counted: &'a Option<Figure>,
    total: Option<&'a Figure>,
}

/// E.611, E.612 and W.602.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let declaration = declared.declaration;
    let coverage = &declaration.coverage;
    let kinds = [
        Scale {
            word: "electors",
            kind: RegisterKind::Electors,
            counted: &coverage.electors,
            total: declaration.registered.as_ref(),
        },
        Scale {
            word: "stations",
            kind: RegisterKind::Stations,
            counted: &coverage.stations,
            total: coverage.stations_total.as_ref(),
        },
        Scale {
            word: "places",
            kind: RegisterKind::Places,
            counted: &coverage.places,
            total: None,
        },
    ];
    for kind in &kinds {
        if let (Some(counted), Some(total)) = (kind.counted, kind.total) {
            let (counted, total) = (Span::of(counted), Span::of(total));
            if counted.exceeds(total) {
                sink.push(
                    declared
                        .draft(&codes::E_612)
                        .part(kind.word)
                        .figure("kind", kind.word)
                        .figure("counted", counted.chosen)
                        .figure("total", total.chosen),
                );
            }
        }
    }
    printed(declared, &kinds, sink);
    register(declared, sink);
}

/// The printed percentage does not say of what, so it is compared with every ratio that can be
/// computed; where the declaration names no whole, with every total of the register.
fn printed(declared: &Declared<'_>, kinds: &[Scale<'_>], sink: &mut Sink) {
    let Some(percent) = declared.declaration.coverage.printed else {
        return;
    };
    let mut ratios = Vec::new();
    for kind in kinds {
        let Some(counted) = kind.counted.as_ref().map(Span::of) else {
            continue;
        };
        let totals: Vec<Span> = match kind.total {
            Some(total) => vec![Span::of(total)],
            None => declared
                .contest
                .registers_of(kind.kind)
                .map(|register| Span::of(&register.total))
                .collect(),
        };
        for total in totals {
            match counted.rounds_to(total, percent) {
                Some(true) => return,
                Some(false) => {
                    let whole = i128::from(total.chosen);
                    if let Some(share) = Exact::new(i128::from(counted.chosen), whole) {
                        ratios.push(format!("{} {} %", kind.word, percent_text(share, 2)));
                    }
                }
                None => {}
            }
        }
    }
    if !ratios.is_empty() {
        sink.push(
            declared
                .draft(&codes::E_611)
                .figure("percent", percent.to_string())
                .figure("ratios", ratios),
        );
    }
}

fn register(declared: &Declared<'_>, sink: &mut Sink) {
    let Some(stated) = declared.declaration.registered.as_ref().map(Span::of) else {
        return;
    };
    if declared.declaration.scope != scrutineer_model::Scope::All {
        return;
    }
    let totals: Vec<u64> = declared
        .contest
        .registers_of(RegisterKind::Electors)
        .flat_map(|register| register.total.readings().map(|reading| reading.value))
        .collect();
    let known = totals
        .iter()
        .any(|&total| !stated.differs(Span::exactly(total)));
    if !totals.is_empty() && !known {
        let list: Vec<String> = totals.iter().map(u64::to_string).collect();
        sink.push(
            declared
                .draft(&codes::W_602)
                .figure("declared", stated.chosen)
                .figure("totals", list),
        );
    }
}
