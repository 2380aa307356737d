//! Sources, options, totals of the register, divisions.

use super::Emit;
use crate::data::DataError;
use crate::data::context::{Context, blanks, word};
use crate::data::value::Value;

pub(super) fn sources(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for source in context.dataset.sources() {
        let contest = context.dataset.contest(source.contest);
        let aligned = source
            .provenance
            .aligned_with
            .iter()
            .filter_map(|option| contest.options.get(option.get()));
        emit(&[
            Value::text(source.id.as_str()),
            Value::text(contest.id.as_str()),
            Value::text(&word(&source.provenance.supplied_by)),
            Value::text(&blanks(aligned.map(|option| &option.id))),
            Value::text(source.origin.0.as_str()),
            Value::optional(source.provenance.licence.as_deref()),
            Value::from(source.rows),
            Value::from(source.rejected),
        ])?;
    }
    Ok(())
}

pub(super) fn options(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for contest in context.dataset.contests() {
        for (position, (at, option)) in (1u64..).zip(contest.options.iter().enumerate()) {
            let tickets = contest
                .tickets
                .iter()
                .filter(|ticket| ticket.option.get() == at);
            emit(&[
                Value::text(contest.id.as_str()),
                Value::from(position),
                Value::text(option.id.as_str()),
                Value::text(&option.name),
                Value::text(&blanks(tickets.map(|ticket| &ticket.id))),
            ])?;
        }
    }
    Ok(())
}

pub(super) fn registers(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for contest in context.dataset.contests() {
        for register in &contest.registers {
            for (at, reading) in (0u64..).zip(register.total.readings()) {
                emit(&[
                    Value::text(contest.id.as_str()),
                    Value::text(register.id.as_str()),
                    Value::text(&word(&register.kind)),
                    Value::from(at),
                    Value::from(reading.value),
                    Value::text(&word(&register.applies)),
                    Value::text(&reading.source),
                ])?;
            }
        }
    }
    Ok(())
}

pub(super) fn divisions(context: &Context<'_>, emit: &mut Emit<'_>) -> Result<(), DataError> {
    for hierarchy in context.dataset.hierarchies() {
        let divisions = &hierarchy.divisions;
        for (index, division) in divisions.iter() {
            let level = usize::from(division.level);
            let parent = division.parent.map(|parent| divisions.path_code(parent));
            emit(&[
                Value::text(&hierarchy.id),
                Value::text(&divisions.path_code(index)),
                Value::from(u32::from(division.level)),
                Value::optional(hierarchy.levels.get(level).map(String::as_str)),
                Value::optional(parent.as_deref()),
                Value::text(division.code),
                Value::text(division.name),
            ])?;
        }
    }
    Ok(())
}
