//! The languages that the program speaks.

/// A language with a complete set of message files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English: `7,156,462` and `67.14 %`.
    #[default]
    English,
    /// Spanish: `7.156.462` and `67,14 %`.
    Spanish,
}

impl Language {
    /// Every language, in the order of the documents.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The BCP 47 tag: `en` or `es`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Reads a tag, also one with a region (`es-VE`, `es_VE.UTF-8`); `None` for a language without
    /// message files.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or(tag);
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// What stands between groups of three digits.
    pub(crate) fn group_separator(self) -> char {
        match self {
            Self::English => ',',
            Self::Spanish => '.',
        }
    }

    /// What stands before the decimals.
    pub(crate) fn decimal_separator(self) -> char {
        match self {
            Self::English => '.',
            Self::Spanish => ',',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_with_region_or_encoding_names_its_language() {
        assert_eq!(Language::from_tag("es-VE"), Some(Language::Spanish));
        assert_eq!(Language::from_tag("es_VE.UTF-8"), Some(Language::Spanish));
        assert_eq!(Language::from_tag("EN"), Some(Language::English));
        assert_eq!(Language::from_tag("eo"), None);
        assert_eq!(Language::from_tag(""), None);
    }
}
