//! Spellings made comparable.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that stand between the parts of a name.
const PARTICLES: [&str; 6] = ["DE", "DEL", "LA", "LAS", "LOS", "Y"];

/// A name: NFKD without combining marks, upper case, other characters to spaces, particles dropped,
/// single spaces. Empty where nothing is left.
pub fn normalise(name: &str) -> String {
    let plain: String = folded(name)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain
        .split_whitespace()
        .filter(|word| !PARTICLES.contains(word))
        .collect();
    words.join(" ")
}

/// An identity number: NFKD, upper case, letters and digits only.
pub fn identity(number: &str) -> String {
    folded(number).filter(|c| c.is_alphanumeric()).collect()
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_uppercase)
}
