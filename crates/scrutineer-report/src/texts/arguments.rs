//! What arguments mean, by their names, and how ids become names.

use std::collections::BTreeMap;

use scrutineer_model::Date;

use crate::phrase::Phrase;

/// Arguments that a message may lack; a selector sees `none` in their place.
pub(super) const OPTIONAL: [&str; 27] = [
    "aligned",
    "capacity",
    "coverage",
    "date",
    "declared",
    "declared_winners",
    "discrepancies",
    "expected",
    "label",
    "lead",
    "compared",
    "margin",
    "minimum",
    "missing",
    "observed",
    "origin",
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
const KEYWORDS: [&str; 14] = [
    "answer", "applies", "basis", "compared", "how", "kind", "label", "method", "reading", "role",
    "rule", "severity", "state", "tier",
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
        Named::Data(Phrase::data(text))
    }
}
