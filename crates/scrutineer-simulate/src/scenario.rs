//! What happens between the ballots and the declaration.

use crate::share::Share;

/// One way in which sheets, records or the declaration come to differ from the ballots.
///
/// "Leader" is the option with most votes in truth, "runner-up" the second; shares say how many
/// tables, places or sheets are touched, chosen at random unless said otherwise. The answers that
/// an audit must give stand in `spec/scenarios.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scenario {
    /// The sheets say what the ballots say and the declaration is their sum.
    Honest,
    /// Votes for the runner-up are added on some sheets, together with ballots and valid votes:
    /// a share of the voters who did not come. Declared is what the sheets say. Link 1.
    AddedBallots {
        /// Tables touched.
        tables: Share,
        /// How many of the unused voters of a touched table.
        of_unused: Share,
    },
    /// On some sheets a share of the leader's votes stands in the runner-up's line. Link 1.
    MovedVotes {
        /// Tables touched.
        tables: Share,
        /// Share of the leader's votes at a touched table.
        part: Share,
    },
    /// The same at every table of some polling places, which leaves no difference between the
    /// tables of one place. Link 1.
    MovedVotesWholePlaces {
        /// Places touched.
        places: Share,
        /// Share of the leader's votes at a touched table.
        part: Share,
    },
    /// On some sheets the runner-up is raised to the next multiple of 5 % of the valid votes, at
    /// the cost of the others in order of their votes. Link 1.
    TargetPercentages {
        /// Tables touched.
        tables: Share,
    },
    /// At some places with several tables every sheet is computed from the percentages of the
    /// place: the sums hold, the differences that chance makes are gone. Link 1.
    SheetsFromFormula {
        /// Places with several tables that are touched.
        places: Share,
    },
    /// Copies of some sheets are withheld, whatever they say. The declaration is honest. Link 6.
    WithheldAtRandom {
        /// Tables without a copy.
        tables: Share,
    },
    /// Copies are withheld where the leader is strongest. The declaration is honest. Link 6.
    WithheldSelectively {
        /// Tables without a copy.
        tables: Share,
    },
    /// The sheets are honest; the final declaration is not their sum and names the runner-up. Link 7.
    TotalsNotFromSheets,
    /// The sheets are honest; the final declaration has counts computed from one-decimal
    /// percentages of the valid votes. Link 7.
    RoundedTotals,
    /// On some records one number has one digit changed or two digits exchanged. Link 3.
    TranscriptionSlips {
        /// Records touched.
        sheets: Share,
    },
    /// Some stations stand twice among the records: half of them word for word, half with a slip
    /// in the second row and nothing that says which of the two holds. Link 3.
    RepeatedRows {
        /// Stations with two rows.
        stations: Share,
    },
}

/// The pair of answers that an audit must give about the final declaration, with the default
/// parameters of the scenario and of the plan and at least 1,200 stations; reasons and limits
/// stand in `spec/scenarios.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedAnswers {
    /// `supported`, `contradicted` or `undetermined`.
    pub winner: &'static str,
    /// `consistent`, `differs`, `infeasible` or `undetermined`.
    pub figures: &'static str,
}

impl Scenario {
    /// Every scenario with its default parameters, in the order of the documents.
    pub const ALL: [Self; 12] = [
        Self::Honest,
        Self::AddedBallots {
            tables: Share::per_thousand(20),
            of_unused: Share::per_thousand(600),
        },
        Self::MovedVotes {
            tables: Share::per_thousand(20),
            part: Share::per_thousand(300),
        },
        Self::MovedVotesWholePlaces {
            places: Share::per_thousand(100),
            part: Share::per_thousand(300),
        },
        Self::TargetPercentages {
            tables: Share::per_thousand(20),
        },
        Self::SheetsFromFormula {
            places: Share::per_thousand(100),
        },
        Self::WithheldAtRandom {
            tables: Share::per_thousand(50),
        },
        Self::WithheldSelectively {
            tables: Share::per_thousand(250),
        },
        Self::TotalsNotFromSheets,
        Self::RoundedTotals,
        Self::TranscriptionSlips {
            sheets: Share::per_thousand(5),
        },
        Self::RepeatedRows {
            stations: Share::per_thousand(10),
        },
    ];

    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Honest => "honest",
            Self::AddedBallots { .. } => "added-ballots",
            Self::MovedVotes { .. } => "moved-votes",
            Self::MovedVotesWholePlaces { .. } => "moved-votes-whole-places",
            Self::TargetPercentages { .. } => "target-percentages",
            Self::SheetsFromFormula { .. } => "sheets-from-formula",
            Self::WithheldAtRandom { .. } => "withheld-at-random",
            Self::WithheldSelectively { .. } => "withheld-selectively",
            Self::TotalsNotFromSheets => "totals-not-from-sheets",
            Self::RoundedTotals => "rounded-totals",
            Self::TranscriptionSlips { .. } => "transcription-slips",
            Self::RepeatedRows { .. } => "repeated-rows",
        }
    }

    /// The scenario of a word with its default parameters.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.word() == word)
    }

    /// The same scenario touching `share` of its tables, places or sheets; unchanged where it has
    /// no such parameter.
    #[must_use]
    pub fn touching(self, share: Share) -> Self {
        match self {
            Self::AddedBallots { of_unused, .. } => Self::AddedBallots {
                tables: share,
                of_unused,
            },
            Self::MovedVotes { part, .. } => Self::MovedVotes {
                tables: share,
                part,
            },
            Self::MovedVotesWholePlaces { part, .. } => Self::MovedVotesWholePlaces {
                places: share,
                part,
            },
            Self::TargetPercentages { .. } => Self::TargetPercentages { tables: share },
            Self::SheetsFromFormula { .. } => Self::SheetsFromFormula { places: share },
            Self::WithheldAtRandom { .. } => Self::WithheldAtRandom { tables: share },
            Self::WithheldSelectively { .. } => Self::WithheldSelectively { tables: share },
            Self::TranscriptionSlips { .. } => Self::TranscriptionSlips { sheets: share },
            Self::RepeatedRows { .. } => Self::RepeatedRows { stations: share },
            Self::Honest | Self::TotalsNotFromSheets | Self::RoundedTotals => self,
        }
    }

    /// What the audit must answer where only the scenario withholds sheets.
    pub fn answers_when_complete(self) -> ExpectedAnswers {
        let (winner, figures) = match self {
            Self::Honest
            | Self::AddedBallots { .. }
            | Self::MovedVotes { .. }
            | Self::MovedVotesWholePlaces { .. }
            | Self::TargetPercentages { .. }
            | Self::SheetsFromFormula { .. }
            | Self::WithheldAtRandom { .. }
            | Self::RepeatedRows { .. } => ("supported", "consistent"),
            Self::WithheldSelectively { .. } => ("undetermined", "consistent"),
            Self::TotalsNotFromSheets => ("contradicted", "differs"),
            Self::RoundedTotals | Self::TranscriptionSlips { .. } => ("supported", "differs"),
        };
        ExpectedAnswers { winner, figures }
    }

    /// What the audit must answer where 5 % of the sheets are missing at random besides; `None`
    /// where that depends on the seed.
    pub fn answers_when_missing(self) -> Option<ExpectedAnswers> {
        let (winner, figures) = match self {
            // What is missing hides the rounding: it moves a count by less than a sheet holds.
            Self::RoundedTotals => ("supported", "consistent"),
            Self::TotalsNotFromSheets => ("contradicted", "infeasible"),
            Self::WithheldAtRandom { .. } | Self::TranscriptionSlips { .. } => return None,
            _ => return Some(self.answers_when_complete()),
        };
        Some(ExpectedAnswers { winner, figures })
    }

    /// Tables without a copy by the scenario itself.
    pub(crate) fn withheld(self) -> Share {
        match self {
            Self::WithheldAtRandom { tables } | Self::WithheldSelectively { tables } => tables,
            _ => Share::NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_one_scenario() {
        for scenario in Scenario::ALL {
            assert_eq!(Scenario::named(scenario.word()), Some(scenario));
        }
        assert_eq!(Scenario::named("unknown"), None);
    }

    #[test]
    fn the_number_of_places_touched_can_be_set_and_nothing_else_changes() {
        for scenario in Scenario::ALL {
            let more = scenario.touching(Share::ALL);
            assert_eq!(more.word(), scenario.word());
            assert_eq!(more.touching(Share::NONE), scenario.touching(Share::NONE));
        }
    }
}
