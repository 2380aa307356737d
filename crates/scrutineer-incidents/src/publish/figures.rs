//! Figures of sources that may not be named (H16): such a source published nothing itself, so a number of 1 to 4 that
//! it says is a small cell. Deaths may be exact.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};

use super::cells::SMALLEST;
use crate::area::Area;
use crate::book::Book;
use crate::claimed::ClaimedFigure;
use crate::quantity::Quantity;
use crate::records::Claim;
use crate::source::Source;
use crate::vocabulary::{Access, ActKind, Qualifier};

fn is_small(number: u64) -> bool {
    (1..SMALLEST).contains(&number)
}

/// What a source that may be named says beside its figure; nothing of another, whose words may tell who it is.
pub(crate) fn shown_words(words: &str, source: &Source) -> Option<String> {
    (source.access == Access::Public && !words.is_empty()).then(|| words.to_owned())
}

fn is_protected(claim: &Claim, source: &Source) -> bool {
    source.access == Access::Private && claim.act != ActKind::Killed
}

/// Whether a figure may not be shown: an end of it, the number that was said, or the whole that it is a part of or the
/// rest of that whole, is of 1 to 4 persons.
pub(crate) fn is_withheld(claim: &Claim, quantity: Quantity, source: &Source) -> bool {
    let said = quantity.largest_said(claim.qualifier);
    let rest = claim.of.map(|of| of.saturating_sub(said));
    let numbers = [
        Some(quantity.low),
        quantity.high,
        Some(said),
        claim.of,
        rest,
    ];
    is_protected(claim, source) && numbers.into_iter().flatten().any(is_small)
}

/// The parts of a figure that may be shown: all of them, or none where one or what is left beside them is of 1 to 4.
pub(crate) fn shown_parts(
    claim: &Claim,
    quantity: Quantity,
    source: &Source,
) -> BTreeMap<String, u64> {
    let said = quantity.largest_said(claim.qualifier);
    let is_group = |name: &str| !Claim::MINORS.contains(&name);
    let groups = claim.parts.iter().filter(|(name, _)| is_group(name));
    let sum: u64 = groups.fold(0, |sum, (_, number)| sum.saturating_add(*number));
    let each = claim.parts.values();
    let mut told = each.flat_map(|number| [*number, said.saturating_sub(*number)]);
    let has_parts = !claim.parts.is_empty();
    let is_told = has_parts && (told.any(is_small) || is_small(said.saturating_sub(sum)));
    if is_protected(claim, source) && is_told {
        return BTreeMap::new();
    }
    claim.parts.clone()
}

/// Withholds what two figures of one source that may not be named tell by their difference: what came between two
/// cut-offs, and what of a whole is not in its part. They are gone through in the order in which they left the folder,
/// of one batch by date, the wider place and the longer time first, so that a later one never changes what was shown of an earlier one.
///
/// Figures of places and days that hold each other or overlap are a chain: no two of a chain that are shown differ by
/// 1 to 4, and none is shown that would have two parts apart from each other, whose sum could be compared with it.
pub(crate) fn withhold_differences(figures: &mut [ClaimedFigure], book: &Book) {
    let private: BTreeSet<&Code> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Private)
        .map(|source| &source.id)
        .collect();
    let left: BTreeMap<&Code, u64> = book
        .releases
        .iter()
        .map(|held| (&held.record, held.batch))
        .collect();
    let mut protected: Vec<&mut ClaimedFigure> = figures
        .iter_mut()
        .filter(|figure| private.contains(&figure.source) && figure.act != ActKind::Killed)
        .filter(|figure| !figure.is_withheld)
        .collect();
    protected.sort_by_cached_key(|figure| {
        let batch = left.get(&figure.claim).copied().unwrap_or(u64::MAX);
        let days = figure.interval.map(|(from, to)| (from, Reverse(to)));
        let place = (figure.area.level(), figure.area.clone(), days);
        (batch, figure.as_of, place, figure.claim.clone())
    });
    let mut shown: BTreeMap<(Code, ActKind), Vec<Chain>> = BTreeMap::new();
    for figure in protected {
        let chains = shown
            .entry((figure.source.clone(), figure.act))
            .or_default();
        match chain_of(figure, chains) {
            Some(chain) => {
                if !chain.has_parts(figure) {
                    figure.parts.clear();
                }
                chain.add(figure);
            }
            None => figure.is_withheld = true,
        }
    }
}

/// Where, and in which days.
type Where = (Area, Option<(Date, Date)>);

fn are_apart(one: &Where, other: &Where) -> bool {
    let in_places = !one.0.contains(&other.0) && !other.0.contains(&one.0);
    let in_days = one.1.zip(other.1);
    in_places || in_days.is_some_and(|(one, other)| one.1 < other.0 || other.1 < one.0)
}

/// Figures that are shown, no two of which are apart.
#[derive(Default)]
struct Chain {
    places: BTreeSet<Where>,
    said: BTreeSet<Vec<u64>>,
    numbers: BTreeSet<u64>,
    rests: BTreeSet<u64>,
    parts: BTreeMap<String, BTreeSet<u64>>,
}

/// The chain with which a figure may be shown, a new one where it is apart from all; `None` where it may not.
fn chain_of<'a>(figure: &ClaimedFigure, chains: &'a mut Vec<Chain>) -> Option<&'a mut Chain> {
    let own = (figure.area.clone(), figure.interval);
    let touches = |chain: &Chain| chain.places.iter().any(|held| !are_apart(held, &own));
    let touched: Vec<usize> = (0..)
        .zip(chains.iter())
        .filter(|(_, chain)| touches(chain))
        .map(|(at, _)| at)
        .collect();
    let Some(at) = touched.first().copied() else {
        chains.push(Chain::default());
        return chains.last_mut();
    };
    let chain = chains.get_mut(at)?;
    let is_of_it = !chain.places.iter().any(|held| are_apart(held, &own));
    (touched.len() == 1 && is_of_it && chain.has(figure)).then_some(chain)
}

/// Whether a number differs from one of others by 1 to 4.
fn is_told(number: u64, others: &BTreeSet<u64>) -> bool {
    let near = number.saturating_sub(SMALLEST - 1)..number.saturating_add(SMALLEST);
    others.range(near).any(|held| *held != number)
}

/// The numbers of persons that a figure says, and what is left of the whole that it is a part of. The ends of a word
/// are those of the word and of nobody's count; "over 1,200" counts 1,200.
fn numbers(figure: &ClaimedFigure) -> (Vec<u64>, Option<u64>) {
    let said = figure.quantity.largest_said(figure.qualifier);
    let is_counted = figure.quantity.word.is_none();
    let low = (figure.qualifier != Qualifier::Over).then_some(figure.quantity.low);
    let ends = [Some(said), low].into_iter().filter(|_| is_counted);
    let all = ends.chain([figure.of]).flatten().collect();
    (all, figure.of.map(|of| of.saturating_sub(said)))
}

/// The parts of a figure, and what is left of it beside each and beside all groups.
fn with_rests(figure: &ClaimedFigure) -> Vec<(String, u64)> {
    let said = figure.quantity.largest_said(figure.qualifier);
    let is_group = |name: &str| !Claim::MINORS.contains(&name);
    let groups = figure.parts.iter().filter(|(name, _)| is_group(name));
    let sum: u64 = groups.fold(0, |sum, (_, number)| sum.saturating_add(*number));
    let parts = figure.parts.iter();
    let each = parts.flat_map(|(name, number)| {
        let rest = (format!("-{name}"), said.saturating_sub(*number));
        [(name.clone(), *number), rest]
    });
    each.chain([(String::new(), said.saturating_sub(sum))])
        .collect()
}

impl Chain {
    /// Whether a figure tells nothing by its difference from another; one that repeats another never does.
    fn has(&self, figure: &ClaimedFigure) -> bool {
        let (all, rest) = numbers(figure);
        let is_new = |number: &u64| !is_told(*number, &self.numbers);
        let is_rest = rest.is_none_or(|rest| !is_told(rest, &self.rests));
        self.said.contains(&all) || all.iter().all(is_new) && is_rest
    }

    /// Whether its parts tell nothing either.
    fn has_parts(&self, figure: &ClaimedFigure) -> bool {
        with_rests(figure).iter().all(|(name, number)| {
            let held = self.parts.get(name);
            held.is_none_or(|held| !is_told(*number, held))
        })
    }

    fn add(&mut self, figure: &ClaimedFigure) {
        let (all, rest) = numbers(figure);
        self.numbers.extend(&all);
        self.rests.extend(rest);
        self.said.insert(all);
        self.places.insert((figure.area.clone(), figure.interval));
        if figure.parts.is_empty() {
            return;
        }
        for (name, number) in with_rests(figure) {
            self.parts.entry(name).or_default().insert(number);
        }
    }
}
