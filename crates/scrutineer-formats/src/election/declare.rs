// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `[[declaration]]`: declared results with every figure's source.

use scrutineer_model::{
    Contest, CountStatus, DeclaredCoverage, DeclaredOption, DeclaredTarget, Moment,
};

use crate::election::refer::{code, distinct, figure, location, options, percent, unknown_id};
use crate::election::source::{contest_of, read};
use crate::election::spec::{DeclarationSpec, HierarchySpec, PartsSpec};
use crate::election::walk::{Errors, Node};

/// Every declaration; a broken one is left out, its errors are reported.
pub(super) fn declarations(
    root: &Node<'_>,
    contests: &[Contest],
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Vec<DeclarationSpec> {
    let nodes = root.tables("declaration");
    distinct(&nodes, errors);
    let mut declarations: Vec<DeclarationSpec> = Vec::new();
    for node in &nodes {
        let earlier: Vec<&str> = declarations.iter().map(|held| held.id.as_str()).collect();
        if let Some(id) = node.text("follows")
            && !earlier.contains(&id)
        {
            let what = "an earlier declaration";
            let at = node.at_key("follows");
            unknown_id(at, &node.path_of("follows"), what, id, earlier, errors);
        }
        let Some(index) = contest_of(node, contests, errors) else {
            continue;
        };
        let Some(contest) = contests.get(index.get()) else {
            continue;
        };
        if let Some(spec) = declaration(node, contest, hierarchies, errors) {
            declarations.push(DeclarationSpec {
                contest: index,
                ..spec
            });
        }
    }
    declarations
}

fn declaration(
    node: &Node<'_>,
    contest: &Contest,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Option<DeclarationSpec> {
    let source = node.text("source");
    let mut number = |key: &str| figure(node, key, source, errors);
    let valid = number("valid");
    let invalid = number("invalid");
    let blank = number("blank");
    let voters = number("voters");
    let registered = number("registered");
    let coverage = node
        .table("coverage")
        .map(|node| coverage(&node, source, errors))
        .unwrap_or_default();
    let targets = votes(node, contest, source, errors);
    let scope = scope(node, hierarchies, errors);
    let parts = node
        .table("parts")
        .and_then(|node| parts(&node, contest, &targets, hierarchies, errors));
    let winners = options(node, "winners", contest, errors);
    Some(DeclarationSpec {
        id: code(node, "id")?,
        contest: scrutineer_model::ContestIdx::new(0),
        authority: node.owned("authority")?,
        outlet: node.owned("outlet"),
        time: Moment::parse(node.text("time")?).ok()?,
        status: match node.text("status")? {
            "unofficial-partial" => CountStatus::UnofficialPartial,
            "unofficial-complete" => CountStatus::UnofficialComplete,
            "certified" => CountStatus::Certified,
            "correction" => CountStatus::Correction,
            "recount" => CountStatus::Recount,
            _ => CountStatus::Unknown,
        },
        scope,
        coverage,
        options: targets,
        winners,
        valid,
        invalid,
        blank,
        voters,
        registered,
        turnout: percent(node, "turnout"),
        valid_of_voters: percent(node, "valid_of_voters"),
        invalid_of_voters: percent(node, "invalid_of_voters"),
        parts,
        follows: code(node, "follows"),
    })
}

fn coverage(node: &Node<'_>, source: Option<&str>, errors: &mut Errors<'_>) -> DeclaredCoverage {
    DeclaredCoverage {
        printed: percent(node, "printed"),
        electors: figure(node, "electors", source, errors),
        stations: figure(node, "stations", source, errors),
        stations_total: figure(node, "stations_total", source, errors),
        places: figure(node, "places", source, errors),
        complete: node.flag("complete").unwrap_or(false),
    }
}

fn votes(
    node: &Node<'_>,
    contest: &Contest,
    source: Option<&str>,
    errors: &mut Errors<'_>,
) -> Vec<DeclaredOption> {
    let mut declared: Vec<DeclaredOption> = Vec::new();
    for node in node.tables("votes") {
        let target = match (node.text("option"), node.text("group")) {
            (Some(id), None) => {
                let found = contest.option(id);
                if found.is_none() {
                    let known = contest.options.iter().map(|option| option.id.as_str());
                    let at = node.at_key("option");
                    unknown_id(at, &node.path_of("option"), "an option", id, known, errors);
                }
                if node.get("options").is_some() {
                    let at = node.at_key("options");
                    errors.push(
                        at,
                        &node.path_of("options"),
                        "options only in a group",
                        "options",
                    );
                }
                found.map(DeclaredTarget::Option)
            }
            (None, Some(_)) => {
                let members = options(&node, "options", contest, errors);
                if members.is_empty() {
                    let at = node.at_key("options");
                    errors.push(
                        at,
                        &node.path_of("options"),
                        "the options of the group",
                        "none",
                    );
                }
                code(&node, "group").map(|id| DeclaredTarget::Group {
                    id,
                    options: members,
                })
            }
            (option, _) => {
                let found = if option.is_some() { "both" } else { "neither" };
                errors.push(node.at(), &node.path, "either option or group", found);
                None
            }
        };
        let votes = figure(&node, "votes", source, errors);
        if node.get("votes").is_none() && node.get("percent").is_none() {
            errors.push(node.at(), &node.path, "votes or percent", "neither");
        }
        let Some(target) = target else { continue };
        let twice = declared.iter().any(|held| {
            held.target
                .options()
                .iter()
                .any(|one| target.options().contains(one))
        });
        if twice {
            errors.push(
                node.at(),
                &node.path,
                "each option once, alone or in a group",
                "again",
            );
        }
        declared.push(DeclaredOption {
            target,
            votes,
            percent: percent(&node, "percent"),
        });
    }
    declared
}

fn scope(node: &Node<'_>, hierarchies: &[HierarchySpec], errors: &mut Errors<'_>) -> Vec<String> {
    let Some(scope) = node.table("scope") else {
        return Vec::new();
    };
    first_hierarchy(&scope, hierarchies, errors);
    let path = scope.names("path");
    let levels = hierarchies
        .first()
        .map_or(0, |hierarchy| hierarchy.levels.len());
    if scope.get("path").is_some() && (path.is_empty() || path.len() > levels) {
        let expected = format!("1 to {levels} codes from the widest level down");
        let key = scope.path_of("path");
        errors.push(
            scope.at_key("path"),
            &key,
            &expected,
            path.len().to_string(),
        );
    }
    path
}

/// Declared divisions are looked up in the first hierarchy.
fn first_hierarchy(node: &Node<'_>, hierarchies: &[HierarchySpec], errors: &mut Errors<'_>) {
    let Some(id) = node.text("hierarchy") else {
        return;
    };
    let first = hierarchies.first().map(|hierarchy| hierarchy.id.as_str());
    if first != Some(id) {
        let at = node.at_key("hierarchy");
        unknown_id(
            at,
            &node.path_of("hierarchy"),
            "the first hierarchy",
            id,
            first,
            errors,
        );
    }
}

fn parts(
    node: &Node<'_>,
    contest: &Contest,
    targets: &[DeclaredOption],
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Option<PartsSpec> {
    first_hierarchy(node, hierarchies, errors);
    let file = location(node, errors);
    let read = node
        .table("read")
        .map(|node| read(&node, errors))
        .unwrap_or_default();
    let columns = node.table("columns")?;
    let (codes, names) = (columns.names("codes"), columns.names("names"));
    let levels = hierarchies
        .first()
        .map_or(0, |hierarchy| hierarchy.levels.len());
    if codes.is_empty() || codes.len() > levels {
        let expected = format!("1 to {levels} columns, one for each level from the widest");
        let path = columns.path_of("codes");
        errors.push(
            columns.at_key("codes"),
            &path,
            &expected,
            codes.len().to_string(),
        );
    }
    if !names.is_empty() && names.len() != codes.len() {
        let expected = format!("as many names as codes: {}", codes.len());
        let path = columns.path_of("names");
        errors.push(
            columns.at_key("names"),
            &path,
            &expected,
            names.len().to_string(),
        );
    }
    let id_of = |target: &DeclaredTarget| match target {
        DeclaredTarget::Option(option) => contest
            .options
            .get(option.get())
            .map_or("", |option| option.id.as_str())
            .to_owned(),
        DeclaredTarget::Group { id, .. } => id.to_string(),
    };
    let ids: Vec<String> = targets
        .iter()
        .map(|declared| id_of(&declared.target))
        .collect();
    let mut votes = Vec::new();
    for (id, entry) in columns.entries("votes") {
        let Some(column) = entry.as_text() else {
            continue;
        };
        let Some(at) = ids.iter().position(|known| known == id) else {
            let known = ids.iter().map(String::as_str);
            let what = "an option or group of this declaration";
            unknown_id(entry.at(), &entry.path, what, id, known, errors);
            continue;
        };
        votes.push((at, column.to_owned()));
    }
    Some(PartsSpec {
        file: file?,
        read,
        codes,
        names,
        votes,
        valid: columns.owned("valid"),
        invalid: columns.owned("invalid"),
        voters: columns.owned("voters"),
        registered: columns.owned("registered"),
    })
}
