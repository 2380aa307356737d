//! Figures of sources that may not be named (H16): such a source published nothing itself, so a number of 1 to 4 that
//! it says is a small cell. Deaths may be exact.

use std::collections::BTreeMap;

use super::cells::SMALLEST;
use crate::quantity::Quantity;
use crate::records::Claim;
use crate::source::Source;
use crate::vocabulary::{Access, ActKind};

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
