//! Sums that the form of a source promises.

use scrutineer_model::{Cell, Field, Identity};

use crate::catalogue::{CheckInfo, sheet as codes};
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// E.201, E.202, E.203; and where a cell is unread and no sum can be tested, E.207 and E.208.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let mut broken = vec![false; view.set.len()];
    for identity in &view.source.identities {
        one(view, identity, &mut broken, sink);
    }
    excess(view, &broken, sink);
}

fn code(identity: &Identity) -> &'static CheckInfo {
    let mut fields = identity.left.iter().chain(&identity.right);
    if identity.options && identity.left.is_empty() && identity.right == [Field::Valid] {
        &codes::E_201
    } else if fields.clone().any(|&field| field == Field::Ballots)
        && fields.all(|field| {
            matches!(
                field,
                Field::Ballots | Field::Valid | Field::Invalid | Field::Blank
            )
        })
    {
        &codes::E_202
    } else {
        &codes::E_203
    }
}

fn one(view: &SheetView<'_>, identity: &Identity, broken: &mut [bool], sink: &mut Sink) {
    let columns = |fields: &[Field]| -> Option<Vec<&[Cell]>> {
        fields.iter().map(|&field| view.set.field(field)).collect()
    };
    let (Some(left), Some(right)) = (columns(&identity.left), columns(&identity.right)) else {
        return;
    };
    let info = code(identity);
    for row in view.rows() {
        if identity.options && view.has_unread_option(row) {
            continue;
        }
        let (Some(mut on_left), Some(on_right)) = (sum(&left, row), sum(&right, row)) else {
            continue;
        };
        if identity.options {
            on_left += view.option_sum(row);
        }
        if on_left == on_right {
            continue;
        }
        broken[row] = true;
        let mut draft = view.draft_at(info, row);
        if info.code != codes::E_201.code {
            draft = draft.part(identity.text.as_str());
        }
        sink.push(
            draft
                .figure("identity", identity.text.as_str())
                .figure("left", on_left)
                .figure("right", on_right)
                .at_stake(Some(on_left.abs_diff(on_right))),
        );
    }
}

/// `None` where a field of the sum is not a number on this reading.
fn sum(columns: &[&[Cell]], row: usize) -> Option<u64> {
    let mut sum = 0;
    for column in columns {
        sum += u64::from(column[row].count()?);
    }
    Some(sum)
}

/// A part that exceeds its whole, whatever the unread cells say.
fn excess(view: &SheetView<'_>, broken: &[bool], sink: &mut Sink) {
    let Some(valid) = view.set.field(Field::Valid) else {
        return;
    };
    let ballots = view.set.field(Field::Ballots);
    for row in view.rows() {
        let Some(valid) = valid[row].count().map(u64::from) else {
            continue;
        };
        let options = view.option_sum(row);
        if view.has_unread_option(row) && options > valid {
            sink.push(
                view.draft_at(&codes::E_207, row)
                    .figure("left", options)
                    .figure("right", valid)
                    .at_stake(Some(options - valid)),
            );
        }
        let ballots = ballots.and_then(|column| column[row].count());
        if let Some(ballots) = ballots.map(u64::from)
            && valid > ballots
            && !broken[row]
        {
            sink.push(
                view.draft_at(&codes::E_208, row)
                    .figure("valid", valid)
                    .figure("ballots", ballots)
                    .at_stake(Some(valid - ballots)),
            );
        }
    }
}
