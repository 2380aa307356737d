// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `[[contest]]`: options, tickets, rule, capacity and register totals.

use scrutineer_model::{
    Applies, CapacityRule, Code, Contest, ContestOption, OptionIdx, OutcomeRule, RegisterFigure,
    RegisterKind, Ticket,
};

use crate::election::kinds::parse_share;
use crate::election::refer::{code, distinct, figure, unknown_id};
use crate::election::walk::{Errors, Node};

/// Everything the table says. What is missing or wrong has been reported and is filled up, so that
/// what refers to the contest can be judged as well.
pub(super) fn contest(node: &Node<'_>, errors: &mut Errors<'_>) -> Option<Contest> {
    let options = options(node, errors);
    let tickets = tickets(node, &options, errors);
    let rule = node
        .table("rule")
        .and_then(|rule| outcome(&rule, options.len(), errors));
    let capacity = node
        .table("capacity")
        .and_then(|table| capacity(&table, errors));
    let registers = registers(node, errors);
    let round = node.unsigned("round");
    Some(Contest {
        id: code(node, "id").or_else(|| Code::parse("unknown").ok())?,
        name: node.owned("name").unwrap_or_default(),
        round: round
            .and_then(|round| u8::try_from(round).ok())
            .unwrap_or(1),
        predecessor: code(node, "predecessor"),
        rule: rule.unwrap_or(OutcomeRule::Plurality { winners: 1 }),
        options,
        tickets,
        registers,
        capacity: capacity.unwrap_or(CapacityRule::NotStated),
    })
}

fn options(node: &Node<'_>, errors: &mut Errors<'_>) -> Vec<ContestOption> {
    let nodes = node.tables("option");
    distinct(&nodes, errors);
    if nodes.is_empty() && node.get("option").is_some() {
        let path = node.path_of("option");
        errors.push(node.at_key("option"), &path, "at least one option", "none");
    }
    nodes
        .iter()
        .filter_map(|node| {
            Some(ContestOption {
                id: code(node, "id")?,
                name: node.owned("name").unwrap_or_default(),
            })
        })
        .collect()
}

/// The lines of the form: those of `[[contest.ticket]]` in their order where there are any, else
/// those that the options name, else one for each option.
fn tickets(node: &Node<'_>, options: &[ContestOption], errors: &mut Errors<'_>) -> Vec<Ticket> {
    let nodes = node.tables("ticket");
    distinct(&nodes, errors);
    let index = |id: &str| {
        options
            .iter()
            .position(|option| option.id.as_str() == id)
            .map(OptionIdx::new)
    };
    let mut tickets: Vec<Ticket> = Vec::new();
    for ticket in &nodes {
        let Some(option) = ticket.text("option") else {
            continue;
        };
        let Some(owner) = index(option) else {
            let known = options.iter().map(|option| option.id.as_str());
            let at = ticket.at_key("option");
            unknown_id(
                at,
                &ticket.path_of("option"),
                "an option",
                option,
                known,
                errors,
            );
            continue;
        };
        if let (Some(id), Some(name)) = (code(ticket, "id"), ticket.owned("name")) {
            tickets.push(Ticket {
                id,
                name,
                option: owner,
            });
        }
    }
    let explicit = !nodes.is_empty();
    for option in node.tables("option") {
        let Some(owner) = option.text("id").and_then(index) else {
            continue;
        };
        let named = option.texts("tickets");
        for (id, at) in &named {
            let held = tickets.iter().find(|ticket| ticket.id.as_str() == *id);
            let path = option.path_of("tickets");
            match (held, explicit) {
                (Some(ticket), true) if ticket.option == owner => {}
                (Some(_), _) => {
                    errors.push(
                        *at,
                        &path,
                        "a ticket of one option",
                        format!("{id:?} of two"),
                    );
                }
                (None, true) => {
                    let known = tickets.iter().map(|ticket| ticket.id.as_str());
                    unknown_id(*at, &path, "a ticket", id, known, errors);
                }
                (None, false) => {
                    if let Ok(code) = Code::parse(id) {
                        tickets.push(Ticket {
                            id: code,
                            name: (*id).to_owned(),
                            option: owner,
                        });
                    }
                }
            }
        }
        let has_one = tickets.iter().any(|ticket| ticket.option == owner);
        if named.is_empty() && !has_one {
            if explicit {
                let expected = "at least one ticket for each option";
                errors.push(option.at(), &option.path, expected, "none");
            } else if let Some(id) = code(&option, "id") {
                let name = option.owned("name").unwrap_or_default();
                tickets.push(Ticket {
                    id,
                    name,
                    option: owner,
                });
            }
        }
    }
    tickets
}

fn outcome(node: &Node<'_>, options: usize, errors: &mut Errors<'_>) -> Option<OutcomeRule> {
    let kind = node.text("kind")?;
    let allowed: &[&str] = match kind {
        "plurality" => &["winners"],
        "majority" => &["share", "runoff"],
        "threshold" => &["share"],
        _ => return None,
    };
    for key in ["winners", "share", "runoff"] {
        let present = node.get(key).is_some();
        if present && !allowed.contains(&key) {
            let expected = format!("only {} beside kind = {kind:?}", allowed.join(", "));
            errors.push(node.at_key(key), &node.path_of(key), &expected, key);
        } else if !present && allowed.contains(&key) {
            let expected = format!("the key {key} beside kind = {kind:?}");
            errors.push(node.at(), &node.path_of(key), &expected, "nothing");
        }
    }
    let number = |key: &str| {
        node.unsigned(key)
            .and_then(|number| u16::try_from(number).ok())
    };
    let share = node.text("share").and_then(parse_share);
    match kind {
        "plurality" => {
            let winners = number("winners")?;
            if options > 0 && usize::from(winners) > options {
                let expected = format!("at most as many winners as options: {options}");
                let path = node.path_of("winners");
                errors.push(
                    node.at_key("winners"),
                    &path,
                    &expected,
                    winners.to_string(),
                );
            }
            Some(OutcomeRule::Plurality { winners })
        }
        "majority" => Some(OutcomeRule::Majority {
            share: share?,
            runoff: number("runoff")?,
        }),
        _ => Some(OutcomeRule::Threshold { share: share? }),
    }
}

fn capacity(node: &Node<'_>, errors: &mut Errors<'_>) -> Option<CapacityRule> {
    let rule = node.text("rule")?;
    let maximum = node
        .unsigned("maximum")
        .and_then(|maximum| u32::try_from(maximum).ok());
    let legal = rule == "legal-maximum";
    if legal != node.get("maximum").is_some() {
        let (expected, found) = if legal {
            ("the key maximum beside rule = \"legal-maximum\"", "nothing")
        } else {
            ("maximum only beside rule = \"legal-maximum\"", "maximum")
        };
        errors.push(
            node.at_key("maximum"),
            &node.path_of("maximum"),
            expected,
            found,
        );
    }
    match rule {
        "register" => Some(CapacityRule::Register),
        "ballots-issued" => Some(CapacityRule::BallotsIssued),
        "legal-maximum" => maximum.map(CapacityRule::LegalMaximum),
        "unbounded" => Some(CapacityRule::Unbounded),
        "not-stated" => Some(CapacityRule::NotStated),
        _ => None,
    }
}

fn registers(node: &Node<'_>, errors: &mut Errors<'_>) -> Vec<RegisterFigure> {
    let nodes = node.tables("register");
    distinct(&nodes, errors);
    let mut registers = Vec::new();
    for node in &nodes {
        let total = figure(node, "total", node.text("source"), errors);
        let kind = match node.text("figure") {
            Some("electors") => Some(RegisterKind::Electors),
            Some("stations") => Some(RegisterKind::Stations),
            Some("places") => Some(RegisterKind::Places),
            _ => None,
        };
        let applies = match node.text("applies") {
            Some("yes") => Some(Applies::Yes),
            Some("no") => Some(Applies::No),
            Some("unknown") => Some(Applies::Unknown),
            _ => None,
        };
        if let (Some(id), Some(kind), Some(total), Some(applies)) =
            (code(node, "id"), kind, total, applies)
        {
            registers.push(RegisterFigure {
                id,
                kind,
                total,
                applies,
                why: node.owned("why"),
            });
        }
    }
    registers
}
