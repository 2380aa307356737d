//! Our own format: integers below a total, stations in proportion to their bounds, or each once.

use sha2::{Digest, Sha256};

use super::digest::DigestNumber;
use super::seed::Seed;
use super::tag::Tag;

/// The most that the bounds of a draw may sum to.
pub const MAX_TOTAL: u64 = 1 << 59;

/// The message that is hashed for draw `n`; `attempt` is 0 for the first.
pub fn message(tag: &Tag, seed: &Seed, n: u64, attempt: u32) -> String {
    if attempt == 0 {
        format!("{tag}|{seed}|{n}")
    } else {
        format!("{tag}|{seed}|{n}|{attempt}")
    }
}

/// The integer below `total` of draw `n`, and the attempt that gave it; `None` where `total` is 0 or
/// more than [`MAX_TOTAL`].
pub fn integer_below(tag: &Tag, seed: &Seed, n: u64, total: u64) -> Option<(u64, u32)> {
    if !(1..=MAX_TOTAL).contains(&total) {
        return None;
    }
    let limit = (1u64 << 60) / total * total;
    (0..=u32::MAX).find_map(|attempt| {
        let hashed = Sha256::digest(message(tag, seed, n, attempt));
        let x = DigestNumber::new(hashed.into()).leading_60_bits();
        (x < limit).then(|| (x % total, attempt))
    })
}

/// Bounds that no draw can be made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BoundsError {
    /// Nothing can be drawn.
    #[error("expected a station with a bound above 0, found none")]
    Zero,
    /// The sum is too large.
    #[error("expected bounds that sum to at most 2^59, found more")]
    TooLarge,
}

/// The bounds of the stations, in order of the bytes of their ids, as running sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    cumulative: Vec<u64>,
}

impl Bounds {
    /// Adds the bounds up.
    ///
    /// # Errors
    /// Where they sum to 0, or to more than [`MAX_TOTAL`].
    pub fn new(bounds: impl IntoIterator<Item = u64>) -> Result<Self, BoundsError> {
        let mut sum = 0u64;
        let mut cumulative = Vec::new();
        for bound in bounds {
            sum = sum
                .checked_add(bound)
                .filter(|&sum| sum <= MAX_TOTAL)
                .ok_or(BoundsError::TooLarge)?;
            cumulative.push(sum);
        }
        if sum == 0 {
            return Err(BoundsError::Zero);
        }
        Ok(Self { cumulative })
    }

    /// T, the sum of all.
    pub fn total(&self) -> u64 {
        self.cumulative.last().copied().unwrap_or(0)
    }

    /// B(k) of the station at a position.
    pub fn cumulative(&self) -> &[u64] {
        &self.cumulative
    }

    /// The first station whose running sum is larger than `value`.
    pub fn station(&self, value: u64) -> usize {
        self.cumulative.partition_point(|&sum| sum <= value)
    }
}

/// One draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its number, from 1.
    pub n: u64,
    /// How many messages were refused before.
    pub attempt: u32,
    /// The integer below the total.
    pub value: u64,
    /// Position of the station.
    pub station: usize,
}

/// Stations drawn with replacement, with probability proportional to their bounds. Only formulas for
/// such samples take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PpsSample(Vec<Picked>);

impl PpsSample {
    /// Draws 1 to `count`.
    pub fn draw(tag: &Tag, seed: &Seed, bounds: &Bounds, count: u64) -> Self {
        Self::draw_after(0, tag, seed, bounds, count)
    }

    /// The `count` draws that follow the first `before` of the same stream.
    pub fn draw_after(before: u64, tag: &Tag, seed: &Seed, bounds: &Bounds, count: u64) -> Self {
        let total = bounds.total();
        let numbers = (1..=count).map_while(|n| before.checked_add(n));
        let picked = numbers.filter_map(|n| {
            let (value, attempt) = integer_below(tag, seed, n, total)?;
            Some(Picked {
                n,
                attempt,
                value,
                station: bounds.station(value),
            })
        });
        Self(picked.collect())
    }

    /// The draws in their order, which measures of risk rest on.
    pub fn picks(&self) -> &[Picked] {
        &self.0
    }
}

/// Stations drawn without replacement, each equally likely. Only formulas for such samples take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EqualSample(Vec<(DigestNumber, usize)>);

impl EqualSample {
    /// The first `count` stations by ticket; ids are canonical and differ.
    pub fn draw<I: AsRef<str>>(tag: &Tag, seed: &Seed, ids: &[I], count: usize) -> Self {
        let begun = Sha256::new_with_prefix(format!("{tag}|{seed}|"));
        let mut tickets: Vec<(DigestNumber, usize)> = ids
            .iter()
            .enumerate()
            .map(|(at, id)| {
                let hashed = begun.clone().chain_update(id.as_ref()).finalize();
                (DigestNumber::new(hashed.into()), at)
            })
            .collect();
        if count < tickets.len() && count > 0 {
            tickets.select_nth_unstable(count);
        }
        tickets.truncate(count);
        tickets.sort_unstable();
        Self(tickets)
    }

    /// Ticket and position of each station, in order of the draw.
    pub fn tickets(&self) -> &[(DigestNumber, usize)] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use scrutineer_model::Code;

    use super::super::Purpose;
    use super::*;

    fn tag(round: u32) -> Tag {
        let code = |text| Code::parse(text).unwrap();
        Tag::new(Purpose::Boxes, &code("e"), &code("c"), &code("a"), round)
    }

    fn seed() -> Seed {
        Seed::parse("20240728314159265358").unwrap()
    }

    #[test]
    fn no_result_is_more_likely_where_the_total_divides_nothing() {
        // T just above 2^58: 2^60 holds it three times, and a quarter of all messages is refused.
        let total = (1 << 58) + 1;
        let found: Vec<_> = (1..=400)
            .map(|n| integer_below(&tag(1), &seed(), n, total).unwrap())
            .collect();
        assert!(found.iter().all(|&(value, _)| value < total));
        let refused = found.iter().filter(|(_, attempt)| *attempt > 0).count();
        // 100 expected, standard deviation 8.7.
        assert!((65..135).contains(&refused), "{refused}");
        let upper = found
            .iter()
            .filter(|(value, _)| *value >= total / 2)
            .count();
        assert!((150..250).contains(&upper), "{upper}");
    }

    #[test]
    fn a_total_of_one_and_the_largest_are_drawn_and_others_are_not() {
        assert_eq!(integer_below(&tag(1), &seed(), 1, 1), Some((0, 0)));
        assert!(integer_below(&tag(1), &seed(), 1, MAX_TOTAL).is_some());
        assert_eq!(integer_below(&tag(1), &seed(), 1, 0), None);
        assert_eq!(integer_below(&tag(1), &seed(), 1, MAX_TOTAL + 1), None);
    }

    #[test]
    fn a_station_without_a_bound_is_never_drawn_and_the_others_in_proportion() {
        let bounds = Bounds::new([0, 1, 0, 3, 0]).unwrap();
        assert_eq!(bounds.total(), 4);
        let sample = PpsSample::draw(&tag(1), &seed(), &bounds, 4_000);
        let count = |station| {
            let picks = sample.picks().iter();
            picks.filter(|picked| picked.station == station).count()
        };
        assert_eq!(count(0) + count(2) + count(4), 0);
        // 1,000 expected, standard deviation 27.
        assert!((890..1_110).contains(&count(1)), "{}", count(1));
        assert_eq!(Bounds::new([0, 0]), Err(BoundsError::Zero));
        assert_eq!(Bounds::new([]), Err(BoundsError::Zero));
        assert_eq!(Bounds::new([MAX_TOTAL, 1]), Err(BoundsError::TooLarge));
    }

    #[test]
    fn rounds_share_no_draw_and_longer_samples_begin_with_shorter_ones() {
        let bounds = Bounds::new(vec![1; 1_000]).unwrap();
        let first = PpsSample::draw(&tag(1), &seed(), &bounds, 60);
        let second = PpsSample::draw(&tag(2), &seed(), &bounds, 60);
        assert_ne!(first, second);
        let short = PpsSample::draw(&tag(1), &seed(), &bounds, 20);
        assert_eq!(short.picks(), &first.picks()[..20]);
        let rest = PpsSample::draw_after(20, &tag(1), &seed(), &bounds, 40);
        assert_eq!(rest.picks(), &first.picks()[20..]);
        let ids: Vec<String> = (0..300).map(|at| at.to_string()).collect();
        let all = EqualSample::draw(&tag(1), &seed(), &ids, 300);
        let some = EqualSample::draw(&tag(1), &seed(), &ids, 25);
        assert_eq!(some.tickets(), &all.tickets()[..25]);
        assert_eq!(EqualSample::draw(&tag(1), &seed(), &ids, 0).tickets(), []);
        let mut stations: Vec<usize> = all.tickets().iter().map(|&(_, at)| at).collect();
        stations.sort_unstable();
        assert_eq!(stations, (0..300).collect::<Vec<_>>());
    }
}
