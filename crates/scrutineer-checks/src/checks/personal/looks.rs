//! What a text looks like. The rules err on the side of asking: a false alarm costs a look, a
//! published number cannot be taken back.

/// What kind of text it is: in a name a long number has no business, in a note it may be a count,
/// a date or part of an address on the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Text {
    Name,
    Note,
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    Identity,
    Telephone,
    Email,
}

/// The first of e-mail address, telephone number and identity number that the text looks like.
pub(super) fn looks_like(text: &str, kind: Text) -> Option<Looks> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let at_sign = bytes.contains(&b'@');
    // Nearly every text of an election ends here.
    if digits < 6 && !at_sign {
        return None;
    }
    if at_sign && text.split_whitespace().any(is_email) {
        return Some(Looks::Email);
    }
    // A word with :// is an address on the web, whose numbers are those of a page.
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    let text = words.collect::<Vec<_>>().join(" ");
    let mut found = None;
    for run in number_runs(&text) {
        if is_telephone(run) {
            return Some(Looks::Telephone);
        }
        if is_identity(run, kind) {
            found = Some(Looks::Identity);
        }
    }
    found
}

fn is_email(word: &str) -> bool {
    let Some((local, domain)) = word.split_once('@') else {
        return false;
    };
    let named = local
        .bytes()
        .next_back()
        .is_some_and(|byte| byte.is_ascii_alphanumeric());
    let dotted = domain.split_once('.').is_some_and(|(host, rest)| {
        !host.is_empty()
            && rest
                .bytes()
                .next()
                .is_some_and(|byte| byte.is_ascii_alphabetic())
    });
    named && dotted && !word.contains("://")
}

/// A run of digits with what may stand between them, and what stands before it.
#[derive(Clone, Copy, Debug)]
struct Run<'a> {
    before: &'a str,
    text: &'a str,
}

impl Run<'_> {
    fn digits(self) -> usize {
        self.text.bytes().filter(u8::is_ascii_digit).count()
    }

    fn has(self, separators: &[u8]) -> bool {
        self.text.bytes().any(|byte| separators.contains(&byte))
    }
}

fn number_runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let inside = |byte: u8| byte.is_ascii_digit() || b" -.()".contains(&byte);
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_digit() {
            at += 1;
        }
        let start = at;
        while at < bytes.len() && inside(bytes[at]) {
            at += 1;
        }
        // Both ends are ASCII bytes, so they are boundaries of characters.
        let text_of_run = text
            .get(start..at)?
            .trim_end_matches([' ', '-', '.', '(', ')']);
        (start < bytes.len()).then(|| Run {
            before: text.get(..start).unwrap_or(""),
            text: text_of_run,
        })
    })
}

fn is_telephone(run: Run<'_>) -> bool {
    let digits = run.digits();
    if run.before.ends_with('+') || run.before.ends_with("+(") {
        return (8..=15).contains(&digits);
    }
    let separated = run.has(b" -()") || run.before.ends_with('(');
    let dates = run.text.matches('-').count() > 1 && run.text.contains("-0");
    run.text.starts_with('0') && (10..=11).contains(&digits) && separated && !dates
}

fn is_identity(run: Run<'_>, kind: Text) -> bool {
    let digits = run.digits();
    let solid = !run.has(b" -()");
    let mut before = run.before.chars().rev().skip_while(|&c| "-. ".contains(c));
    let letter = before.next().is_some_and(|c| "VEJPGvejpg".contains(c))
        && before.next().is_none_or(|c| !c.is_alphanumeric());
    if letter && solid && (6..=9).contains(&digits) {
        return true;
    }
    kind == Text::Name && solid && (7..=16).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_data_is_recognised_in_its_usual_spellings() {
        for (text, expected) in [
            ("V-12.345.678", Looks::Identity),
            ("responsable V12345678", Looks::Identity),
            ("C.I. E 81234567", Looks::Identity),
            ("+58 414-1234567", Looks::Telephone),
            ("tel. 0414-1234567", Looks::Telephone),
            ("(0212) 555-1234", Looks::Telephone),
            ("write to maria.perez@example.org", Looks::Email),
        ] {
            assert_eq!(looks_like(text, Text::Note), Some(expected), "{text}");
        }
        assert_eq!(
            looks_like("ESCUELA 12345678", Text::Name),
            Some(Looks::Identity)
        );
    }

    #[test]
    fn ordinary_texts_of_an_election_are_left_alone() {
        for text in [
            "ESCUELA BASICA 24 DE JULIO DE 1821",
            "votes: 10.058.774 of 21.321.805",
            "https://example.org/2024/07/29/1234567-V12345678",
            "2024-07-29, 00:12",
            "00.60.26",
            "page 12 @ midnight",
            "10113042",
        ] {
            assert_eq!(looks_like(text, Text::Note), None, "{text}");
        }
        assert_eq!(looks_like("PQ. 23 DE ENERO", Text::Name), None);
    }
}
