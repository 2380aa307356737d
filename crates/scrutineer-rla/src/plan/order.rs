//! Orders of draws that stand for all orders.

/// The reported ballots of a pair in an order that keeps every beginning close to the whole: 1 for the winner, 0
/// for the loser, 1/2 for the rest.
///
/// Each value starts with all of itself left and loses one part when it is placed. The first place goes to 0;
/// then 1/2 if more of it is left than of both others, else 1 if more of it is left than of 0, else 0
/// (SHANGRLA, `interleave_values`). What is left is reduced step by step, so that ties fall as they do there.
pub fn interleaved(winner: u64, loser: u64, other: u64) -> impl Iterator<Item = f64> {
    // Loser, other, winner: what is left as a share, and as a number.
    let counts = [loser, other, winner];
    let mut share = counts.map(|count| if count == 0 { 0.0 } else { 1.0 });
    let mut number = counts;
    let total = winner.saturating_add(loser).saturating_add(other);
    (0..total).map(move |index| {
        let [zero, half, one] = share;
        let at = if index == 0 && number[0] > 0 {
            0
        } else if number[1] > 0 && half > zero && half > one {
            1
        } else if number[2] > 0 && (one > zero || number[0] == 0) {
            2
        } else {
            // The loser, or what is left of the rest.
            usize::from(number[0] == 0)
        };
        number[at] -= 1;
        share[at] = if number[at] == 0 {
            0.0
        } else {
            share[at] - 1.0 / counts[at] as f64
        };
        [0.0, 0.5, 1.0][at]
    })
}

/// Values of a ballot-level comparison where errors come first, which needs the most cards: `clean` everywhere,
/// but `one` at 0, 1/r, 2/r, ... for the rate r of one-vote overstatements, then `two` likewise (SHANGRLA).
/// Rates are "one in so many cards"; `None` for never.
pub fn errors_first(
    cards: u64,
    clean: f64,
    (one, every_one): (f64, Option<u64>),
    (two, every_two): (f64, Option<u64>),
) -> impl Iterator<Item = f64> {
    let is_hit = |every: Option<u64>, at: u64| every.is_some_and(|every| at.is_multiple_of(every));
    (0..cards).map(move |at| {
        if is_hit(every_two, at) {
            two
        } else if is_hit(every_one, at) {
            one
        } else {
            clean
        }
    })
}
