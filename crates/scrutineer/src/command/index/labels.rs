//! Names of questions, measures and bands, what the ends of their values mean, and what an edition covers.

use std::collections::BTreeMap;

use scrutineer_indices::{Given, Input, Kind, Library, Measure, Profile, Rules, Stated};
use scrutineer_model::{Message, Overflow, Value};

use super::text::{in_language, points};
use crate::session::Session;

/// What the rules say of questions and measures, in the language of the run.
pub(super) struct Labels<'s, 'e> {
    library: &'s Library,
    session: &'s Session<'e>,
    names: BTreeMap<String, String>,
}

impl<'s, 'e> Labels<'s, 'e> {
    pub(super) fn new(library: &'s Library, session: &'s Session<'e>) -> Self {
        let mut labels = BTreeMap::new();
        for rules in library.iter() {
            for input in rules.own_inputs() {
                labels.insert(input.name(), in_language(&input.label, session).to_owned());
            }
            for measure in &rules.measures {
                let label = in_language(&measure.label, session).to_owned();
                labels.insert(format!("{}:{}", rules.id, measure.id), label);
            }
        }
        Self {
            library,
            session,
            names: labels,
        }
    }

    /// A question, or a measure of `index`.
    pub(super) fn of(&self, index: &str, id: &str) -> String {
        let found = self.names.get(id);
        let found = found.or_else(|| self.names.get(&format!("{index}:{id}")));
        match found {
            Some(label) if id.contains('.') => format!("{id} ({label})"),
            Some(label) => label.clone(),
            None => id.to_owned(),
        }
    }

    /// Range and direction of the answers to a question, by its full name.
    pub(super) fn answers(&self, name: &str) -> Option<String> {
        let mut inputs = self.library.iter().flat_map(Rules::own_inputs);
        let input: &Input = inputs.find(|input| input.name() == name)?;
        let message = Message::new("index-line-answer")
            .with("least", Value::Text(input.least.to_string()))
            .with("most", Value::Text(input.most.to_string()))
            .with("better", if input.more_is_better { "yes" } else { "no" });
        Some(self.session.sentence(&message))
    }

    /// Range and direction of a measure; `None` for a word.
    pub(super) fn range(&self, stated: &Stated) -> Option<String> {
        let (scale, lowest, highest) = (
            stated.scale?,
            stated.lowest.as_ref()?,
            stated.highest.as_ref()?,
        );
        Some(self.session.filled(
            "index-line-range",
            &[
                ("least", &points(scale.low, self.session)),
                ("most", &points(scale.high, self.session)),
                ("lowest", &in_language(lowest, self.session)),
                ("highest", &in_language(highest, self.session)),
            ],
        ))
    }

    /// The word of a band of a measure, by its code; the code itself where the rules have no word.
    pub(super) fn band(&self, index: &str, measure: &str, code: &str) -> String {
        let label = self.measure(index, measure).and_then(|held| {
            let Kind::Bands { bands, .. } = &held.kind else {
                return None;
            };
            bands.iter().find(|band| band.is == code)?.label.as_ref()
        });
        label.map_or_else(
            || code.to_owned(),
            |words| in_language(words, self.session).to_owned(),
        )
    }

    /// The words of several bands of a measure.
    pub(super) fn bands(&self, index: &str, measure: &str, codes: &[String]) -> String {
        let words: Vec<String> = codes
            .iter()
            .map(|code| self.band(index, measure, code))
            .collect();
        words.join(&self.session.plain("index-or"))
    }

    fn measure(&self, index: &str, id: &str) -> Option<&'s Measure> {
        let rules = self.library.get(index)?;
        rules.measures.iter().find(|held| held.id == id)
    }

    /// An edition of an index with the months that it covers.
    pub(super) fn edition(&self, index: &str, edition: u16) -> String {
        let covers = self
            .library
            .get(index)
            .and_then(|rules| rules.period(edition));
        match &covers {
            Some((from, to)) => self.session.filled(
                "index-edition-covers",
                &[
                    ("index", &index),
                    ("edition", &edition),
                    ("from", from),
                    ("to", to),
                ],
            ),
            None => self.session.filled(
                "index-edition-plain",
                &[("index", &index), ("edition", &edition)],
            ),
        }
    }
}

/// One table of an index: what each cell is, and between which ends it lies.
pub(super) struct Columns<'s, 'e> {
    labels: Labels<'s, 'e>,
    rules: &'s Rules,
    blank: Profile,
}

impl<'s, 'e> Columns<'s, 'e> {
    /// # Errors
    /// Where a number leaves 128 bits.
    pub(super) fn new(
        library: &'s Library,
        rules: &'s Rules,
        session: &'s Session<'e>,
    ) -> Result<Self, Overflow> {
        Ok(Self {
            labels: Labels::new(library, session),
            rules,
            blank: Profile::new(rules, library, "", &Given::default(), &[])?,
        })
    }

    /// Of which index the cells are, and who publishes it.
    pub(super) fn head(&self) -> String {
        self.labels.session.filled(
            "index-line-table",
            &[
                ("index", &self.rules.id),
                ("name", &self.rules.name),
                ("publisher", &self.rules.publisher),
            ],
        )
    }

    pub(super) fn edition(&self, edition: u16) -> String {
        self.labels.edition(&self.rules.id, edition)
    }

    /// Name of a question or measure, in words.
    pub(super) fn name(&self, id: &str) -> String {
        let question = format!("{}.{id}", self.rules.id);
        if self.labels.answers(&question).is_some() {
            self.labels.of(&self.rules.id, &question)
        } else {
            self.labels.of(&self.rules.id, id)
        }
    }

    /// Range and direction of a cell behind a comma or whatever the language has; nothing for a word.
    pub(super) fn range(&self, id: &str) -> String {
        let question = self.labels.answers(&format!("{}.{id}", self.rules.id));
        let measure = || self.labels.range(self.blank.measure(id)?);
        question
            .or_else(measure)
            .map_or_else(String::new, |range| format!(" {range}"))
    }

    /// A cell: the word of a band, else what stands there.
    pub(super) fn cell(&self, id: &str, text: &str) -> String {
        self.labels.band(&self.rules.id, id, text)
    }
}
