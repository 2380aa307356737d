//! Which pairs are compared at all.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{ListRecord, RecordAt};

/// Days within which two dates share a block.
const DAYS: i64 = 3;
/// Years within which two ages share a block, given one place.
const YEARS: u16 = 2;

/// The pairs of records of different lists that share a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    /// The pairs, first list first.
    pub pairs: BTreeSet<(RecordAt, RecordAt)>,
    /// Pairs that share none: not compared.
    pub skipped: u64,
}

/// Pairs with dates within three days, a surname that sounds the same (either: they are swapped on some
/// lists), or one place and ages within two
/// years.
pub fn candidates(lists: &[Vec<ListRecord>]) -> Candidates {
    let mut days: BTreeMap<i64, Vec<RecordAt>> = BTreeMap::new();
    let mut sounds: BTreeMap<String, Vec<RecordAt>> = BTreeMap::new();
    let mut ages: BTreeMap<(&str, u16), Vec<RecordAt>> = BTreeMap::new();
    for (list, records) in lists.iter().enumerate() {
        for (record, held) in records.iter().enumerate() {
            let at = RecordAt { list, record };
            if let Some(day) = held.day {
                days.entry(day).or_default().push(at);
            }
            if !held.surname1.is_empty() {
                for sound in [&held.surname1, &held.surname2] {
                    if !sound.is_empty() {
                        sounds.entry(sounding(sound)).or_default().push(at);
                    }
                }
            }
            if let (Some(age), false) = (held.age, held.place.is_empty()) {
                ages.entry((&held.place, age)).or_default().push(at);
            }
        }
    }
    let mut pairs = BTreeSet::new();
    let mut join = |left: &[RecordAt], right: &[RecordAt]| {
        for a in left {
            for b in right.iter().filter(|b| b.list != a.list) {
                pairs.insert((*a.min(b), *a.max(b)));
            }
        }
    };
    for (day, held) in &days {
        for (_, other) in days.range(*day..=day.saturating_add(DAYS)) {
            join(held, other);
        }
    }
    for held in sounds.values() {
        join(held, held);
    }
    for ((place, age), held) in &ages {
        for (_, other) in ages.range((*place, *age)..=(*place, age.saturating_add(YEARS))) {
            join(held, other);
        }
    }
    let sizes: Vec<u64> = lists.iter().map(|records| records.len() as u64).collect();
    let all: u64 = sizes.iter().sum();
    let whole: u64 = sizes.iter().map(|size| size * (all - size)).sum::<u64>() / 2;
    let skipped = whole.saturating_sub(pairs.len() as u64);
    Candidates { pairs, skipped }
}

/// How a surname sounds in Spanish, roughly: letters that sound alike become one, vowels after the first
/// letter and doubled letters go.
fn sounding(name: &str) -> String {
    let mut out = String::new();
    let mut chars = name.chars().filter(|c| *c != ' ' && *c != 'H').peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let sound = match (c, next) {
            ('C', Some('E' | 'I')) | ('Z' | 'X', _) => 'S',
            ('C' | 'Q', _) => 'K',
            ('V' | 'W', _) => 'B',
            ('G', Some('E' | 'I')) | ('Y', _) => 'J',
            (c, _) => c,
        };
        let is_first = out.is_empty();
        if (is_first || !matches!(sound, 'A' | 'E' | 'I' | 'O' | 'U')) && !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}
