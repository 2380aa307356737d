//! From one declaration to the next: nothing may shrink, and no more people may be added than
//! were newly counted.

use scrutineer_model::{Declaration, Exact, OptionIdx, Overflow};

use crate::feasibility::{least, most};

/// What one number of the earlier declaration became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncrementOption {
    /// Position in the earlier declaration's options.
    pub position: usize,
    /// Votes before.
    pub before: u64,
    /// Votes after: the option's, or those of the group's members together.
    pub after: u64,
    /// After less before.
    pub change: i128,
    /// Its part of all changes; `None` where these add up to nothing.
    pub share: Option<Exact>,
    /// Whether it shrinks under every reading of both figures.
    pub shrinks: bool,
}

/// The change between two declarations (forensics note, 3.4). Its shares are descriptive: the order
/// of arrival is not random.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increment {
    /// The numbers that both declarations have.
    pub options: Vec<IncrementOption>,
    /// The sum of the changes.
    pub total: i128,
    /// Registered voters newly counted; `None` where nobody says.
    pub newly_counted: Option<Exact>,
    /// Votes per newly counted voter.
    pub turnout: Option<Exact>,
    /// Whether nothing shrinks and no more votes are added than voters.
    pub feasible: bool,
}

/// The change from `from` to `to`; `newly_counted` are the registered voters of the stations added
/// in between. A number of `from` without a counterpart in `to` is left out.
pub fn increment(
    from: &Declaration,
    to: &Declaration,
    newly_counted: Option<Exact>,
) -> Result<Increment, Overflow> {
    let mut options = Vec::new();
    let mut total = 0i128;
    for (position, before) in from.options.iter().enumerate() {
        let (Some(figure), Some((after, after_most))) =
            (&before.votes, after(to, before.target.options()))
        else {
            continue;
        };
        let change = i128::from(after) - i128::from(figure.value());
        total = total.checked_add(change).ok_or(Overflow)?;
        options.push(IncrementOption {
            position,
            before: figure.value(),
            after,
            change,
            share: None,
            shrinks: after_most < least(figure),
        });
    }
    for option in &mut options {
        option.share = Exact::new(option.change, total);
    }
    let added = Exact::integer(total);
    let turnout = match newly_counted {
        Some(counted) if counted > Exact::ZERO => Some(added.checked_div(counted)?),
        _ => None,
    };
    let monotone = options.iter().all(|option| !option.shrinks);
    Ok(Increment {
        feasible: monotone && newly_counted.is_none_or(|counted| added <= counted),
        options,
        total,
        newly_counted,
        turnout,
    })
}

/// The later votes of exactly these options, as chosen and at most: one target of them, or targets
/// inside them that cover them without overlap.
fn after(to: &Declaration, members: &[OptionIdx]) -> Option<(u64, u64)> {
    let inside = |options: &[OptionIdx]| options.iter().all(|option| members.contains(option));
    let same = to.options.iter().find(|declared| {
        let options = declared.target.options();
        inside(options) && options.len() == members.len()
    });
    if let Some(figure) = same.and_then(|declared| declared.votes.as_ref()) {
        return Some((figure.value(), most(figure)));
    }
    let (mut covered, mut sum, mut largest) = (0usize, 0u64, 0u64);
    for declared in &to.options {
        let options = declared.target.options();
        if inside(options) {
            let figure = declared.votes.as_ref()?;
            covered += options.len();
            sum = sum.checked_add(figure.value())?;
            largest = largest.checked_add(most(figure))?;
        }
    }
    (covered == members.len()).then_some((sum, largest))
}
