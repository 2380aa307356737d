//! Invented names: every number of a level has one of its own.

const SYLLABLES: [&str; 16] = [
    "zel", "vun", "dax", "mip", "rov", "quo", "lem", "bix", "tas", "nuf", "gol", "pez", "wim",
    "jor", "kav", "hud",
];

/// Syllables of the names of a level, from region to place: enough for all its numbers, four bits
/// each.
const LENGTHS: [u32; 4] = [2, 3, 5, 5];

/// Syllables of the first word of a name.
const FIRST_WORD: u32 = 3;

/// Where the names of a level start, so that the first of each are not alike.
const OFFSETS: [u32; 4] = [190_733, 64_150, 911_382, 402_217];

/// Appends the name of the place or division with this number on a level (0 region ... 3 place).
///
/// The number is spread over the bits of the name by an odd factor, which is a bijection, so that
/// neighbours look different and no two of one level are the same.
pub(crate) fn push_name(text: &mut String, level: usize, number: u32) {
    let length = LENGTHS[level];
    let mut code = number.wrapping_mul(741_455).wrapping_add(OFFSETS[level]);
    for position in 0..length {
        let syllable = SYLLABLES[(code & 15) as usize];
        code >>= 4;
        if position % FIRST_WORD != 0 {
            text.push_str(syllable);
            continue;
        }
        if position > 0 {
            text.push(' ');
        }
        let mut letters = syllable.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_numbers_of_a_level_share_a_name() {
        // More than there can be: 99 regions, 60 districts for each of about 24 regions, 8 places
        // a ward and about two stations a place.
        for (level, numbers) in [(0, 200), (1, 4000), (2, 150_000), (3, 700_000)] {
            let mut names = BTreeSet::new();
            for number in 0..numbers {
                let mut name = String::new();
                push_name(&mut name, level, number);
                assert!(names.insert(name), "{level}, {number}");
            }
        }
    }
}
