//! Questions for a person about pairs, one after the other.
//!
//! A question shows ids of records, levels and score: names stay in the lists that the person has open.

use super::assign::{Decision, Pair};

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question<'a> {
    /// From 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// What it is about.
    pub pair: &'a Pair,
}

/// What a person typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A decision.
    Decided(Decision),
    /// Ask again another time.
    Skip,
    /// End here; what was decided stays.
    Stop,
}

/// Reads an answer: its first letter in English or Spanish, in either case. `s` is *same* in English and
/// `i` *igual* in Spanish; `d` different, `u` unsure (`n` *no sé*), `k` skip (`o` *omitir*), `q` quit
/// (`f` *fin*). `None` for anything else.
pub fn parse_answer(text: &str) -> Option<Answer> {
    let word = text.trim().to_lowercase();
    let answer = match word.as_str() {
        "s" | "same" | "i" | "igual" => Answer::Decided(Decision::Same),
        "d" | "different" | "distinta" | "distinto" => Answer::Decided(Decision::Different),
        "u" | "unsure" | "n" | "no sé" | "no se" => Answer::Decided(Decision::Unsure),
        "k" | "skip" | "o" | "omitir" => Answer::Skip,
        "q" | "quit" | "f" | "fin" => Answer::Stop,
        _ => return None,
    };
    Some(answer)
}
