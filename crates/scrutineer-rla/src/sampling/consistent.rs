//! The consistent sampler of Rivest ("Consistent Sampling with Replacement", 2018), as Arlo uses it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt;

use sha2::{Digest, Sha256};

use super::digest::{DigestNumber, Digits, NO_DIGITS};

/// A ticket: `0.` and decimal digits. Ordered as whole strings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(String);

/// An id that was drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drawn {
    /// Its ticket, whole.
    pub ticket: Ticket,
    /// Position of the id in what was given.
    pub index: usize,
    /// How many times it has been drawn with this, from 1.
    pub generation: u32,
}

/// The draw of one seed.
#[derive(Clone)]
pub struct Sampler {
    seed_hash: String,
    /// Having taken the seed's hash, which fills one block.
    begun: Sha256,
}

impl fmt::Debug for Sampler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sampler({})", self.seed_hash)
    }
}

impl Ticket {
    /// Takes a ticket from a text; `None` unless it is `0.` and digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("0.")?;
        let is_ticket = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_ticket.then(|| Self(text.to_owned()))
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The ticket that the id gets when it is put back: larger than this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let prefix = self.nines();
        let least = format!("{}0", self.0);
        let mut digits = NO_DIGITS;
        let mut tried: u64 = 0;
        loop {
            tried += 1;
            let hashed = Sha256::digest(format!("{}:{tried}", self.0));
            let mut next = self.0.get(..prefix).unwrap_or("0.").to_owned();
            push_digits(&mut next, hashed.into(), &mut digits);
            if next > least {
                return Self(next);
            }
        }
    }

    /// The text cut to this many digits after the leading run of nines. For printing: two tickets may
    /// look the same when they are cut.
    pub fn trimmed(&self, digits: usize) -> &str {
        let end = self.nines().saturating_add(digits).min(self.0.len());
        self.0.get(..end).unwrap_or(&self.0)
    }

    /// Where `0.` and the leading run of nines end.
    fn nines(&self) -> usize {
        let digits = self.0.bytes().skip(2);
        2 + digits.take_while(|&digit| digit == b'9').count()
    }
}

impl Sampler {
    /// The draw of a seed; Arlo's seeds have 20 digits.
    pub fn new(seed: &str) -> Self {
        let seed_hash = DigestNumber::new(Sha256::digest(seed).into()).to_string();
        let begun = Sha256::new_with_prefix(&seed_hash);
        Self { seed_hash, begun }
    }

    /// SHA-256 of the seed, in hexadecimal digits.
    pub fn seed_hash(&self) -> &str {
        &self.seed_hash
    }

    /// The first ticket of an id.
    pub fn first_ticket(&self, id: &str) -> Ticket {
        let mut digits = NO_DIGITS;
        self.ticket(id, &mut digits)
    }

    /// The first `take` of the order without replacement: by ticket, then by id.
    pub fn without_replacement<I: AsRef<str>>(&self, ids: &[I], take: usize) -> Vec<Drawn> {
        let mut digits = NO_DIGITS;
        // The largest of the smallest is on top.
        let mut kept: BinaryHeap<(Ticket, &str, usize)> = BinaryHeap::new();
        for (index, id) in ids.iter().enumerate() {
            let id = id.as_ref();
            let length = self.hashed(id).write_reversed(&mut digits);
            let is_full = kept.len() >= take;
            if is_full {
                let text = digits.get(..length).unwrap_or_default();
                let beats = |(last, other, _): &(Ticket, &str, usize)| {
                    let last = last.0.as_bytes().get(2..).unwrap_or_default();
                    (text, id) < (last, *other)
                };
                if !kept.peek().is_some_and(beats) {
                    continue;
                }
                kept.pop();
            }
            kept.push((written(&digits, length), id, index));
        }
        kept.into_sorted_vec()
            .into_iter()
            .map(|(ticket, _, index)| Drawn {
                ticket,
                index,
                generation: 1,
            })
            .collect()
    }

    /// The first `take` of the order with replacement: what is drawn is put back with its next ticket.
    pub fn with_replacement<I: AsRef<str>>(&self, ids: &[I], take: usize) -> Vec<Drawn> {
        let mut digits = NO_DIGITS;
        let mut waiting: BinaryHeap<Reverse<(Ticket, &str, u32, usize)>> = ids
            .iter()
            .enumerate()
            .map(|(index, id)| {
                let id = id.as_ref();
                Reverse((self.ticket(id, &mut digits), id, 1, index))
            })
            .collect();
        let mut drawn = Vec::with_capacity(take);
        while drawn.len() < take
            && let Some(Reverse((ticket, id, generation, index))) = waiting.pop()
        {
            let next = ticket.next();
            waiting.push(Reverse((next, id, generation.saturating_add(1), index)));
            drawn.push(Drawn {
                ticket,
                index,
                generation,
            });
        }
        drawn
    }

    fn hashed(&self, id: &str) -> DigestNumber {
        DigestNumber::new(self.begun.clone().chain_update(id).finalize().into())
    }

    fn ticket(&self, id: &str, digits: &mut Digits) -> Ticket {
        let length = self.hashed(id).write_reversed(digits);
        written(digits, length)
    }
}

fn written(digits: &Digits, length: usize) -> Ticket {
    let mut text = String::with_capacity(length + 2);
    text.push_str("0.");
    text.extend(digits.iter().take(length).map(|&digit| char::from(digit)));
    Ticket(text)
}

fn push_digits(text: &mut String, digest: [u8; 32], digits: &mut Digits) {
    let length = DigestNumber::new(digest).write_reversed(digits);
    text.extend(digits.iter().take(length).map(|&digit| char::from(digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_sample_begins_every_longer_one() {
        let ids: Vec<String> = (0..500).map(|at| format!("s{at}")).collect();
        let sampler = Sampler::new("20240728314159265358");
        let all = sampler.without_replacement(&ids, 500);
        assert_eq!(all.len(), 500);
        assert!(all.is_sorted());
        assert_eq!(sampler.without_replacement(&ids, 40), all[..40]);
        assert_eq!(sampler.without_replacement(&ids, 0), []);
        assert_eq!(sampler.with_replacement::<&str>(&[], 3), []);
    }

    #[test]
    fn only_a_fraction_is_a_ticket() {
        assert!(Ticket::parse("0.12").is_some());
        for text in ["", "0.", "1.5", "0.1a", ".5"] {
            assert_eq!(Ticket::parse(text), None, "{text}");
        }
    }
}
