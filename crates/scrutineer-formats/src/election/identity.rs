// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sums that a form promises, as text: `options + invalid = ballots`.

use scrutineer_model::{Field, Identity};

/// What the text of an identity must look like.
pub(crate) const EXPECTED: &str = "a sum such as \"options + invalid = ballots\" of options, registered, issued, voters, \
     ballots, valid, invalid, blank, with options once";

/// Reads an identity. The side with `options` becomes the left one.
pub(crate) fn parse(text: &str) -> Option<Identity> {
    let (left, right) = text.split_once('=')?;
    let (left, right) = (side(left)?, side(right)?);
    let ((options, left), (other, right)) = if right.0 {
        (right, left)
    } else {
        (left, right)
    };
    let empty = (!options && left.is_empty()) || right.is_empty();
    let twice = right.iter().any(|field| left.contains(field));
    if other || empty || twice {
        return None;
    }
    Some(Identity {
        text: text.trim().to_owned(),
        options,
        left,
        right,
    })
}

fn side(text: &str) -> Option<(bool, Vec<Field>)> {
    let mut options = false;
    let mut fields = Vec::new();
    for word in text.split('+').map(str::trim) {
        if word == "options" && !options {
            options = true;
            continue;
        }
        let field = Field::ALL.into_iter().find(|field| field.word() == word)?;
        if fields.contains(&field) {
            return None;
        }
        fields.push(field);
    }
    Some((options, fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_read_and_the_options_stand_on_the_left() {
        let identity = parse("ballots = options + invalid").unwrap();
        assert!(identity.options);
        assert_eq!(identity.left, [Field::Invalid]);
        assert_eq!(identity.right, [Field::Ballots]);
        let identity = parse(" valid+invalid = ballots ").unwrap();
        assert!(!identity.options);
        assert_eq!(identity.left, [Field::Valid, Field::Invalid]);
    }

    #[test]
    fn what_is_no_sum_of_known_numbers_is_refused() {
        for text in [
            "",
            "options",
            "options = ",
            "options = options",
            "votes = valid",
            "valid = valid",
            "options + valid + valid = ballots",
            "options = valid = ballots",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
