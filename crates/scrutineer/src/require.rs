//! What `--require` asks of a report.
//!
//! `winner=ANSWER`, `figures=ANSWER` and `linkN=STATE`, with alternatives joined by `|`. A declaration
//! can be named: `winner@bulletin-1=contradicted`. Without a name it must hold for every declaration
//! and source; where there is none it does not hold.

use scrutineer_audit::{AuditReport, DeclarationResult, FiguresVerdict, LinkStatus, WinnerVerdict};
use scrutineer_model::Link;

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    /// As written.
    pub(crate) text: String,
    question: Question,
    declaration: Option<String>,
    answers: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Winner,
    Figures,
    Link(Link),
}

const WINNER: [&str; 3] = ["supported", "contradicted", "undetermined"];
const FIGURES: [&str; 4] = ["consistent", "differs", "infeasible", "undetermined"];
const LINK: [&str; 4] = ["proven", "bounded", "open", "broken"];

/// Reads a requirement; `None` where it is none.
pub(crate) fn parse(text: &str) -> Option<Requirement> {
    let (left, right) = text.split_once('=')?;
    let (question, declaration) = match left.split_once('@') {
        Some((question, declaration)) => (question, Some(declaration.to_owned())),
        None => (left, None),
    };
    let (question, known): (Question, &[&str]) = match question {
        "winner" => (Question::Winner, &WINNER),
        "figures" => (Question::Figures, &FIGURES),
        other => {
            let number: u8 = other.strip_prefix("link")?.parse().ok()?;
            (Question::Link(Link::try_from(number).ok()?), &LINK)
        }
    };
    let answers: Vec<String> = right.split('|').map(str::to_owned).collect();
    let is_known = answers
        .iter()
        .all(|answer| known.contains(&answer.as_str()));
    is_known.then(|| Requirement {
        text: text.to_owned(),
        question,
        declaration,
        answers,
    })
}

impl Requirement {
    /// Whether it holds.
    pub(crate) fn holds(&self, report: &AuditReport) -> bool {
        let found = self.found(report);
        !found.is_empty()
            && found
                .iter()
                .all(|answer| self.answers.iter().any(|held| held == answer))
    }

    fn found(&self, report: &AuditReport) -> Vec<&'static str> {
        if let (Question::Link(link), None) = (self.question, &self.declaration) {
            let chains = report.contests.iter().map(|contest| &contest.chain);
            return chains
                .filter_map(|chain| chain.get(link))
                .map(|held| state(held.status))
                .collect();
        }
        report
            .contests
            .iter()
            .flat_map(|contest| &contest.declarations)
            .filter(|held| self.declaration.as_ref().is_none_or(|id| *id == held.id))
            .flat_map(|held| &held.results)
            .filter_map(|result| answer(self.question, result))
            .collect()
    }
}

fn answer(question: Question, result: &DeclarationResult) -> Option<&'static str> {
    Some(match question {
        Question::Winner => match result.winner.answer {
            WinnerVerdict::Supported => "supported",
            WinnerVerdict::Contradicted => "contradicted",
            WinnerVerdict::Undetermined => "undetermined",
        },
        Question::Figures => match result.figures.answer.answer {
            FiguresVerdict::Consistent => "consistent",
            FiguresVerdict::Differs => "differs",
            FiguresVerdict::Infeasible => "infeasible",
            FiguresVerdict::Undetermined => "undetermined",
        },
        Question::Link(link) => state(result.chain.get(link)?.status),
    })
}

fn state(status: LinkStatus) -> &'static str {
    match status {
        LinkStatus::Proven => "proven",
        LinkStatus::Bounded => "bounded",
        LinkStatus::Open => "open",
        LinkStatus::Broken => "broken",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_answers_and_alternatives_are_read() {
        for text in [
            "winner=supported",
            "winner=supported|undetermined",
            "figures=differs",
            "figures@final=infeasible",
            "link6=proven",
            "link1@b-1=open|bounded",
        ] {
            assert!(parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn an_answer_to_another_question_is_refused() {
        for text in [
            "",
            "winner",
            "winner=",
            "winner=differs",
            "figures=supported",
            "link0=open",
            "link8=open",
            "link=open",
            "link1=supported",
            "winner=supported|",
            "Winner=supported",
        ] {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
