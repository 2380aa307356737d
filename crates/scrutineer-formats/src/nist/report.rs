//! One report: an election, one contest, its options with their votes by station.

use scrutineer_model::{
    Cell, Contest, Current, Dataset, Field, OptionIdx, OutcomeRule, SheetSet, StationIdx, VoteCount,
};

use super::tree::{Member, Object, id};
use super::units::{root_id, station_id, units};
use super::{NistOptions, Part};

/// The report of one source and part; `sequence` is which part of how many, from 1.
pub(super) fn report(
    dataset: &Dataset,
    set: &SheetSet,
    part: &Part,
    sequence: (usize, usize),
    options: &NistOptions,
) -> Object {
    let rows = rows(set, part);
    let missing = part.stations.len() - rows.len();
    let status = if missing == 0 {
        "unofficial-complete"
    } else {
        "unofficial-partial"
    };
    let text = |text: &str| Member::Text(text.to_owned());
    Object::new("ElectionReport")
        .with("Election", Member::Many(vec![election(dataset, set, part)]))
        .with("Format", text("precinct-level"))
        .with(
            "GeneratedDate",
            Member::Text(format!("{}T00:00:00Z", dataset.as_of())),
        )
        .with("GpUnit", Member::Many(units(dataset, set, part)))
        .with("Issuer", text(&options.issuer))
        .with("IssuerAbbreviation", text(&options.abbreviation))
        .with("IsTest", Member::Switch(options.is_test))
        .with("Notes", Member::Text(notes(dataset, set, part, rows.len())))
        .with("SequenceStart", Member::Integer(sequence.0 as u64))
        .with("SequenceEnd", Member::Integer(sequence.1 as u64))
        .with("Status", text(status))
        .with("VendorApplicationId", text("scrutineer"))
}

/// The stations with a reading that counts, and its row.
fn rows(set: &SheetSet, part: &Part) -> Vec<(StationIdx, usize)> {
    part.stations
        .iter()
        .filter_map(|&station| match set.current_at(station) {
            Current::One(row) => Some((station, row)),
            Current::None | Current::Rivals(_) => None,
        })
        .collect()
}

/// What the format cannot say.
fn notes(dataset: &Dataset, set: &SheetSet, part: &Part, counted: usize) -> String {
    let rivals = part
        .stations
        .iter()
        .filter(|&&station| matches!(set.current_at(station), Current::Rivals(_)))
        .count();
    let unread = rows(set, part)
        .into_iter()
        .filter(|&(_, row)| set.content(row).any(Cell::is_unread))
        .count();
    let source = dataset.source(set.source());
    format!(
        "Source {}; {counted} of {} stations have a sheet that counts; at {rivals} stations sheets \
         differ and none is given; at {unread} stations a number could not be read and is left out. \
         Blank and invalid votes have no place in this format.",
        source.id,
        part.stations.len()
    )
}

fn election(dataset: &Dataset, set: &SheetSet, part: &Part) -> Object {
    let contest = dataset.contest(set.contest());
    let rows = rows(set, part);
    let ballots = rows.iter().filter_map(|&(station, row)| {
        let cast = set.field_at(Field::Ballots, row).count()?;
        let counts = Object::new("BallotCounts")
            .with("GpUnitId", Member::Reference(station_id(dataset, station)))
            .with("Type", Member::Text("total".to_owned()))
            .with("BallotsCast", Member::Integer(u64::from(cast)));
        Some(counts)
    });
    let candidates = contest.options.iter().map(|option| {
        Object::new("Candidate")
            .with_id(id("candidate", option.id.as_str()))
            .with("BallotName", Member::Name(option.name.clone()))
    });
    let date = dataset.election().date.to_string();
    Object::new("Election")
        .with("BallotCounts", Member::Many(ballots.collect()))
        .with("Candidate", Member::Many(candidates.collect()))
        .with(
            "Contest",
            Member::Many(vec![contest_of(dataset, set, part, contest, &rows)]),
        )
        .with("ElectionScopeId", Member::Reference(root_id(dataset, part)))
        .with("Name", Member::Name(dataset.election().name.clone()))
        .with("StartDate", Member::Text(date.clone()))
        .with("EndDate", Member::Text(date))
        .with("Type", Member::Text(election_type(contest).to_owned()))
}

fn election_type(contest: &Contest) -> &'static str {
    if contest.round > 1 {
        "runoff"
    } else {
        "general"
    }
}

fn contest_of(
    dataset: &Dataset,
    set: &SheetSet,
    part: &Part,
    contest: &Contest,
    rows: &[(StationIdx, usize)],
) -> Object {
    let selections = contest.options.iter().enumerate().map(|(at, option)| {
        let column = set.option(OptionIdx::new(at));
        let votes = rows.iter().filter_map(|&(station, row)| {
            let VoteCount::Read(count) = column.get(row)?.view() else {
                return None;
            };
            let counts = Object::new("VoteCounts")
                .with("GpUnitId", Member::Reference(station_id(dataset, station)))
                .with("Type", Member::Text("total".to_owned()))
                .with("Count", Member::Integer(u64::from(count)));
            Some(counts)
        });
        Object::derived("CandidateSelection", id("selection", option.id.as_str()))
            .with("SequenceOrder", Member::Integer(at as u64 + 1))
            .with("VoteCounts", Member::Many(votes.collect()))
            .with(
                "CandidateIds",
                Member::References(vec![id("candidate", option.id.as_str())]),
            )
    });
    let made = Object::derived("CandidateContest", id("contest", contest.id.as_str()))
        .with("ContestSelection", Member::Many(selections.collect()))
        .with(
            "ElectionDistrictId",
            Member::Reference(root_id(dataset, part)),
        )
        .with("Name", Member::Text(contest.name.clone()))
        .with("SubUnitsReported", Member::Integer(rows.len() as u64))
        .with("TotalSubUnits", Member::Integer(part.stations.len() as u64));
    rule(made, &contest.rule).with("VotesAllowed", Member::Integer(1))
}

fn rule(contest: Object, rule: &OutcomeRule) -> Object {
    let text = |word: &str| Member::Text(word.to_owned());
    match rule {
        OutcomeRule::Plurality { winners } => {
            let word = if *winners == 1 { "plurality" } else { "n-of-m" };
            contest
                .with("VoteVariation", text(word))
                .with("NumberElected", Member::Integer(u64::from(*winners)))
        }
        OutcomeRule::Majority { runoff, .. } => contest
            .with("VoteVariation", text("majority"))
            .with("NumberElected", Member::Integer(1))
            .with("NumberRunoff", Member::Integer(u64::from(*runoff))),
        OutcomeRule::Threshold { share } => contest.with("VoteVariation", text("other")).with(
            "OtherVoteVariation",
            Member::Text(format!("threshold {share}")),
        ),
        _ => contest.with("VoteVariation", text("other")),
    }
}
