//! What arguments mean, by their names, and how ids become names.

use std::collections::BTreeMap;

use scrutineer_model::Date;

use crate::phrase::Phrase;

/// Arguments that a message may lack; a selector sees `none` in their place.
pub(super) const OPTIONAL: [&str; 30] = [
    "aligned",
    "capacity",
    "coverage",
    "credible",
    "date",
    "declared",
    "declared_winners",
    "discrepancies",
    "expected",
    "label",
    "lead",
    "compared",
    "margin",
    "maximum",
    "minimum",
    "missing",
    "observed",
    "origin",
    "parts",
    "possible_max",
    "reading",
    "register",
    "risk",
    "runner_up",
    "sample",
    "sheets",
    "target",
    "total",
    "votes",
    "winners",
];

/// Arguments that are words of a closed list; messages select on them and print none of them.
const KEYWORDS: [&str; 17] = [
    "answer",
    "applies",
    "basis",
    "better",
    "compared",
    "concordance",
    "how",
    "kind",
    "label",
    "method",
    "reading",
    "role",
    "rule",
    "same",
    "severity",
    "state",
    "tier",
];

/// Arguments that are ids of options or groups.
const OPTIONS: [&str; 9] = [
    "declared_winners",
    "leader",
    "option",
    "options",
    "runner_up",
    "target",
    "targets",
    "winner",
    "winners",
];

/// Names for the ids of a report.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directory {
    options: BTreeMap<String, String>,
    registers: BTreeMap<String, Phrase>,
}

/// What an argument of type text is.
pub(crate) enum Named {
    /// A word to select on.
    Keyword(String),
    /// Something that people wrote.
    Data(Phrase),
    /// A day.
    Date(Date),
}

impl Directory {
    /// Names an option or a group.
    pub(crate) fn name_option(&mut self, id: &str, name: &str) {
        self.options.insert(id.to_owned(), name.to_owned());
    }

    /// Names a register total.
    pub(crate) fn name_register(&mut self, id: &str, name: Phrase) {
        self.registers.insert(id.to_owned(), name);
    }

    /// The name of an option or group, else its id.
    pub(crate) fn option(&self, id: &str) -> Phrase {
        Phrase::data(self.options.get(id).map_or(id, String::as_str))
    }

    /// The name of a register total, else its id.
    pub(crate) fn register(&self, id: &str) -> Phrase {
        self.registers
            .get(id)
            .cloned()
            .unwrap_or_else(|| Phrase::data(id))
    }

    pub(crate) fn resolve(&self, argument: &str, text: &str) -> Named {
        if KEYWORDS.contains(&argument) {
            // A word that is not of the closed list selects the general form; it is never printed.
            return Named::Keyword(text.to_owned());
        }
        if OPTIONS.contains(&argument) {
            return Named::Data(self.option(text));
        }
        if argument == "register" {
            return Named::Data(self.register(text));
        }
        if argument == "date"
            && let Ok(date) = Date::parse(text)
        {
            return Named::Date(date);
        }
        // A disputed figure: the declaration or contest, then an option or another figure of it.
        if argument == "where"
            && let Some((owner, name)) = text.split_once(": ")
            && self.options.contains_key(name)
        {
            let owner = Phrase::data(owner).then(Phrase::words(": "));
            return Named::Data(owner.then(self.option(name)));
        }
        Named::Data(Phrase::data(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use crate::texts::{message_ids, template};

    #[test]
    fn a_disputed_figure_has_the_name_of_its_option() {
        let mut directory = Directory::default();
        directory.name_option("NM", "Name of an option");
        let said = |text: &str| match directory.resolve("where", text) {
            Named::Data(phrase) => phrase.to_string(),
            Named::Keyword(_) | Named::Date(_) => String::new(),
        };
        assert_eq!(said("bulletin-1: NM"), "bulletin-1: Name of an option");
        assert_eq!(said("bulletin-1: voters"), "bulletin-1: voters");
        assert_eq!(said("row 7"), "row 7");
    }

    /// Arguments on which a template selects by words: others select by numbers and their plurals.
    fn selected(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        for part in text.split('$').skip(1) {
            let Some((name, rest)) = part.split_once("->") else {
                continue;
            };
            let words = rest
                .lines()
                .take_while(|line| !line.trim().starts_with('}'))
                .filter_map(|line| line.trim().trim_start_matches('*').strip_prefix('['))
                .filter_map(|line| line.split(']').next())
                .filter(|key| !matches!(*key, "one" | "other" | "none"))
                .filter(|key| key.parse::<u64>().is_err());
            if words.count() > 0 && !name.trim().contains(' ') {
                found.push(name.trim());
            }
        }
        found
    }

    #[test]
    fn what_messages_select_on_by_words_is_never_printed_as_data() {
        let mut seen = 0;
        for language in Language::ALL {
            for id in message_ids(language) {
                let text = template(language, id).unwrap_or_default();
                for name in selected(&text) {
                    seen += 1;
                    let is_keyword = KEYWORDS.contains(&name);
                    assert!(is_keyword || OPTIONAL.contains(&name), "{id}: {name}");
                }
            }
        }
        assert!(seen > 40, "{seen}");
        assert_eq!(selected("{ $x ->\n[yes] a\n*[other] b\n}"), ["x"]);
        assert!(selected("{ $n ->\n[one] a\n*[other] b\n}").is_empty());
    }
}
