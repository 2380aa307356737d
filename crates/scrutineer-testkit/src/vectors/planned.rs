//! Kinds of vectors that nothing evaluates yet.

use std::collections::BTreeMap;
use std::fmt;

/// The list that is part of this crate.
const SHIPPED: &str = include_str!("../../vectors-planned.txt");

/// When a kind will be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// By the issue of this number.
    Issue(u32),
    /// By no issue yet.
    Later,
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Issue(number) => write!(f, "issue {number}"),
            Self::Later => f.write_str("later"),
        }
    }
}

/// The list of planned kinds. Each line is `issue N: KIND` or `later: KIND`; a kind that ends in `*`
/// stands for every kind that begins so, unless a line names it whole. Lines that start with `#` and
/// empty lines say nothing.
#[derive(Debug, Clone, Default)]
pub struct Planned(BTreeMap<String, When>);

impl Planned {
    /// The list that is part of this crate.
    ///
    /// # Errors
    ///
    /// As [`Planned::parse`].
    pub fn shipped() -> Result<Self, String> {
        Self::parse(SHIPPED)
    }

    /// Reads a list.
    ///
    /// # Errors
    ///
    /// The first line that is of another form, or names a kind again, with its number.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut kinds = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let place = format!("vectors-planned.txt:{}", index + 1);
            let (when, kind) = line
                .split_once(": ")
                .ok_or_else(|| format!("{place}: expected `WHEN: KIND`, found {line:?}"))?;
            let number = when
                .strip_prefix("issue ")
                .and_then(|number| number.parse().ok());
            let when = match (when, number) {
                ("later", _) => When::Later,
                (_, Some(number)) => When::Issue(number),
                _ => {
                    return Err(format!(
                        "{place}: expected `issue N` or `later`, found {when:?}"
                    ));
                }
            };
            if kinds.insert(kind.trim().to_owned(), when).is_some() {
                return Err(format!("{place}: {kind} is listed twice"));
            }
        }
        Ok(Self(kinds))
    }

    /// When a kind is planned; `None` where it is not.
    pub fn when(&self, kind: &str) -> Option<When> {
        let by_start = || {
            let starts = |(listed, _): &(&String, &When)| {
                listed
                    .strip_suffix('*')
                    .is_some_and(|start| kind.starts_with(start))
            };
            self.0.iter().find(starts).map(|(_, when)| *when)
        };
        self.0.get(kind).copied().or_else(by_start)
    }

    /// Every entry as it is listed.
    pub fn entries(&self) -> impl Iterator<Item = (&str, When)> {
        self.0.iter().map(|(kind, when)| (kind.as_str(), *when))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_goes_before_a_beginning() {
        let planned = Planned::parse("# said\n\nissue 3: log/*\nlater: log/rare\n").unwrap();
        assert_eq!(planned.when("log/roots"), Some(When::Issue(3)));
        assert_eq!(planned.when("log/rare"), Some(When::Later));
        assert_eq!(planned.when("other"), None);
    }

    #[test]
    fn a_line_of_another_form_is_refused_with_its_number() {
        for text in ["# a\nsoon: kind", "# a\nkind", "later: a\nissue 2: a"] {
            let error = Planned::parse(text).unwrap_err();
            assert!(error.starts_with("vectors-planned.txt:2: "), "{error}");
        }
    }

    #[test]
    fn only_what_may_wait_is_planned_for_later() {
        let allowed = [
            "RAIRE",
            "mldsa44_cosignature",
            "decomposable_bma3",
            "klimek",
            "simulation",
            "spikes_rkd_like",
        ];
        for (kind, when) in Planned::shipped().unwrap().entries() {
            let may_wait = allowed.iter().any(|name| kind.contains(name));
            assert_eq!(when == When::Later, may_wait, "{kind}");
        }
    }
}
