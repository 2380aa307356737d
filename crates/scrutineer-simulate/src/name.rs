//! Invented names: every number of a level has one of its own.

const SYLLABLES: [&str; 16] = [
    "zel", "vun", "dax", "mip", "rov", "quo", "lem", "bix", "tas", "nuf", "gol", "pez", "wim",
    "jor", "kav", "hud",
];

/// Appends the name of the place or division with this number on a level (1 region ... 4 place).
///
/// The number is spread over 20 bits by an odd factor, which is a bijection, so that neighbours
/// have different names and no two of one level the same.
pub(crate) fn push_name(text: &mut String, level: u32, number: u32) {
    let mut code = number.wrapping_mul(741_455).wrapping_add(level * 190_733) & 0xf_ffff;
    for syllable in 0..5 {
        let part = SYLLABLES[(code & 15) as usize];
        code >>= 4;
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if syllable == 0 => text.push(first.to_ascii_uppercase()),
            Some(first) => text.push(first),
            None => {}
        }
        text.push_str(letters.as_str());
        // Short names where the rest of the code is empty; a code with an empty rest and one
        // whose rest spells the first syllable differ in length.
        if code == 0 {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_numbers_of_a_level_share_a_name() {
        let mut names = BTreeSet::new();
        for number in 0..60_000 {
            let mut name = String::new();
            push_name(&mut name, 4, number);
            assert!(names.insert(name), "{number}");
        }
    }
}
