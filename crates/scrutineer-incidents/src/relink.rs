//! The decisions of the rule about pairs of persons, taken again at another threshold.

use crate::book::Book;
use crate::groups::{Groups, of_people, pair};
use crate::linkage::Decision;

impl Book {
    /// The book with the decisions of the rule taken again: pairs are joined from the score `least` on, best
    /// first, ties by id, under the conditions of linking; the others stay open. Decisions of people stay.
    /// `None` where the rule decided nothing.
    #[must_use]
    pub fn relinked(&self, least: f64) -> Option<Self> {
        if self.links.iter().all(|held| held.rule.is_none()) {
            return None;
        }
        let groups = Groups::new(self, None, |held| {
            held.rule
                .is_some_and(|rule| rule.may_join && rule.score >= least)
        });
        let mut links = self.links.clone();
        for held in &mut links {
            if held.rule.is_some() {
                held.decision = if groups.by_rule.contains(&pair(held)) {
                    Decision::Same
                } else {
                    Decision::Unsure
                };
            }
        }
        // A row of the rule about a pair that a person decided says nothing any more.
        let by_people = of_people(self.links.iter());
        links.retain(|held| held.rule.is_none() || !by_people.contains_key(&pair(held)));
        Some(Self {
            links,
            ..self.clone()
        })
    }
}
