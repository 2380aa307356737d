//! Requests for what has changed, and for a part (RFC 9110 sections 13 and 14).

/// Whether a list of entity tags names `tag`; weak comparison.
pub(crate) fn names_tag(list: &str, tag: &str) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|named| named == "*" || named.strip_prefix("W/").unwrap_or(named) == tag)
}

/// What a request asks for of a file of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// All of it.
    Whole,
    /// From the first byte up to and without the second.
    Part(u64, u64),
    /// A part that begins behind the end.
    Beyond,
}

/// Reads `Range` of the unit bytes. What is not understood, and several ranges, mean the whole file.
pub(crate) fn range(field: &str, length: u64) -> Wanted {
    let Some((unit, set)) = field.split_once('=') else {
        return Wanted::Whole;
    };
    let Some((first, last)) = set.trim().split_once('-') else {
        return Wanted::Whole;
    };
    if !unit.trim().eq_ignore_ascii_case("bytes") || set.contains(',') {
        return Wanted::Whole;
    }
    match (number(first), number(last)) {
        (Number::None, Number::Some(count)) => match count.min(length) {
            0 => Wanted::Beyond,
            count => Wanted::Part(length - count, length),
        },
        (Number::Some(first), Number::None) if first < length => Wanted::Part(first, length),
        (Number::Some(first), Number::Some(last)) if first > last => Wanted::Whole,
        (Number::Some(first), Number::Some(last)) if first < length => {
            Wanted::Part(first, last.saturating_add(1).min(length))
        }
        (Number::Some(_), Number::None | Number::Some(_)) => Wanted::Beyond,
        _ => Wanted::Whole,
    }
}

enum Number {
    None,
    Some(u64),
    Bad,
}

fn number(text: &str) -> Number {
    let text = text.trim();
    if text.is_empty() {
        Number::None
    } else if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        Number::Bad
    } else {
        // A position that 64 bits do not hold is behind every end.
        Number::Some(text.parse().unwrap_or(u64::MAX))
    }
}

/// Whether gzip is welcome (RFC 9110 section 12.5.3). A weight of zero is a refusal.
pub(crate) fn takes_gzip(field: &str) -> bool {
    let mut of_any = None;
    for item in field.split(',') {
        let mut parts = item.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let refused = parts.any(|part| {
            part.trim()
                .strip_prefix("q=")
                .is_some_and(|weight| weight.trim_matches(['0', '.', ' ']).is_empty())
        });
        if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
            return !refused;
        }
        if name == "*" {
            of_any = Some(!refused);
        }
    }
    of_any.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_those_of_the_standard() {
        // RFC 9110 section 14.1.2: a representation of 10,000 bytes.
        for (field, wanted) in [
            ("bytes=0-499", Wanted::Part(0, 500)),
            ("bytes=500-999", Wanted::Part(500, 1000)),
            ("bytes=-500", Wanted::Part(9500, 10_000)),
            ("bytes=9500-", Wanted::Part(9500, 10_000)),
            (
                "bytes=9999-99999999999999999999999",
                Wanted::Part(9999, 10_000),
            ),
            ("bytes=-20000", Wanted::Part(0, 10_000)),
            ("bytes=10000-", Wanted::Beyond),
            ("bytes=10000-10001", Wanted::Beyond),
            ("bytes=-0", Wanted::Beyond),
            ("bytes=5-4", Wanted::Whole),
            ("bytes=0-1,3-4", Wanted::Whole),
            ("lines=0-1", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes", Wanted::Whole),
            ("bytes=+1-2", Wanted::Whole),
        ] {
            assert_eq!(range(field, 10_000), wanted, "{field}");
        }
        assert_eq!(range("bytes=0-", 0), Wanted::Beyond);
    }

    #[test]
    fn tags_are_compared_weakly() {
        assert!(names_tag("\"a\", W/\"b\"", "\"b\""));
        assert!(names_tag("*", "\"b\""));
        assert!(!names_tag("\"ab\"", "\"b\""));
    }

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for field in [
            "gzip",
            "deflate, GZIP;q=0.5",
            "br;q=1, *;q=0.1",
            "gzip; q=0.001",
        ] {
            assert!(takes_gzip(field), "{field}");
        }
        for field in ["", "identity", "br", "gzip;q=0", "gzip;q=0.000, *", "*;q=0"] {
            assert!(!takes_gzip(field), "{field}");
        }
    }
}
