//! Two halves of one width: what must be true for the declaration to be right, and what for the sheets.

use scrutineer_audit::{
    ContestReport, DeclarationReport, DeclarationResult, Extent, FiguresVerdict, WinnerVerdict,
};
use scrutineer_model::{Link, Message};
use scrutineer_report::{Element, Phrase, TextError, Voice};

use crate::markup::link;
use crate::words::Words;

/// What both halves are about.
#[derive(Clone, Copy)]
pub(super) struct Sides<'c> {
    pub(super) words: &'c Words<'c>,
    /// Position of the contest.
    pub(super) at: usize,
    pub(super) contest: &'c ContestReport,
    pub(super) declaration: &'c DeclarationReport,
    pub(super) result: &'c DeclarationResult,
}

impl<'c> Sides<'c> {
    /// Both halves, then what would change an answer.
    pub(super) fn elements(self) -> Result<Vec<Element>, TextError> {
        let halves = Element::new("div")
            .attr("class", "halves")
            .child(self.declared()?)
            .child(self.sheets()?);
        let mut out = vec![halves];
        let mut changes = Element::new("ul");
        let mut said: Vec<&Message> = Vec::new();
        let of_winner = self.result.winner.would_change.iter();
        for message in of_winner.chain(&self.result.figures.answer.would_change) {
            if !said.contains(&message) {
                said.push(message);
                changes = changes.child(item(&self.voice().message(message)?));
            }
        }
        if !said.is_empty() {
            out.push(self.words.heading("h4", "site-would-change")?);
            out.push(changes);
        }
        Ok(out)
    }

    fn voice(self) -> &'c Voice<'c> {
        self.words.contest(self.at)
    }

    fn declared(self) -> Result<Element, TextError> {
        let source = self.words.source(self.contest, &self.result.source)?;
        let mut text = self
            .words
            .with("halves-declared-text", &[("source", source)])?;
        if let Some(reading) = &self.result.figures.reading {
            let reading = self.voice().word("report-reading", reading)?;
            let said = self.words.with("halves-reading", &[("name", reading)])?;
            text = text.then(Phrase::words(" ")).then(said);
        }
        let list = Element::new("ul")
            .child(item(&self.winner()?))
            .child(item(&self.figures()?))
            .children(self.outside()?);
        Ok(Element::new("div")
            .child(self.words.heading("h4", "site-half-declared")?)
            .child(Element::new("p").phrase(&text))
            .child(list))
    }

    /// Who must have won, and what the sheets say of that.
    fn winner(self) -> Result<Phrase, TextError> {
        let mut text = Phrase::default();
        let winners = &self.declaration.winners;
        if !winners.is_empty() {
            let names = self.voice().options(winners)?;
            text = self.words.with("halves-winner", &[("winners", names)])?;
        }
        if let Some(gap) = self.gap() {
            let said = self.words.count("halves-winner-gap", gap)?;
            text = spaced(text, said);
        }
        self.explained(text, &self.result.winner.explanations)
    }

    /// Votes by which the declared first place is out of reach; `None` where it is not, or no count of
    /// votes says how far.
    fn gap(self) -> Option<u64> {
        if self.result.winner.answer != WinnerVerdict::Contradicted {
            return None;
        }
        let source = self.contest.sources.iter();
        let source = source
            .filter(|held| held.overturned_by.is_none())
            .find(|held| held.id == self.result.source)?;
        let outcome = source
            .outcome
            .iter()
            .find(|held| held.register == source.least_favourable)?;
        let Extent::Known(missing) = outcome.missing_capacity else {
            return None;
        };
        let gap = outcome.lead?.checked_sub(missing);
        gap.filter(|gap| *gap > 0)
    }

    fn figures(self) -> Result<Phrase, TextError> {
        let figures = &self.result.figures;
        let text = match (figures.answer.answer, figures.votes) {
            (FiguresVerdict::Consistent, _) => self.words.say("halves-consistent")?,
            (FiguresVerdict::Undetermined, _) => self.words.say("halves-undetermined")?,
            (FiguresVerdict::Differs, Some(votes)) => {
                self.words.count("halves-differs-by", votes)?
            }
            (FiguresVerdict::Differs, None) => self.words.say("halves-differs")?,
            (FiguresVerdict::Infeasible, Some(votes)) => {
                self.words.count("halves-infeasible-by", votes)?
            }
            (FiguresVerdict::Infeasible, None) => self.words.say("halves-infeasible")?,
        };
        self.explained(text, &figures.answer.explanations)
    }

    /// A sentence with the reasons of the answer behind it.
    fn explained(self, text: Phrase, reasons: &[Message]) -> Result<Phrase, TextError> {
        reasons.iter().try_fold(text, |text, reason| {
            Ok(spaced(text, self.voice().message(reason)?))
        })
    }

    /// Declared figures outside of their possible range, and what must be true of the sheets for each.
    fn outside(self) -> Result<Vec<Element>, TextError> {
        let mut out = Vec::new();
        for (id, value) in &self.declaration.declared {
            let possible = self.result.possible.get(id).copied().flatten();
            let (Some(votes), Some([low, high])) = (value.votes, possible) else {
                continue;
            };
            let below = low.and_then(|low| low.checked_sub(votes));
            let above = high.and_then(|high| votes.checked_sub(high));
            for (message, gap) in [
                ("site-half-declared-below", below),
                ("site-half-declared-above", above),
            ] {
                if let Some(gap) = gap.filter(|gap| *gap > 0) {
                    let name = self.voice().option(id);
                    let gap = self.words.integer(gap);
                    let text = self.words.with(message, &[("name", name), ("gap", gap)])?;
                    out.push(item(&text));
                }
            }
        }
        Ok(out)
    }

    fn sheets(self) -> Result<Element, TextError> {
        let source = self.words.source(self.contest, &self.result.source)?;
        let text = self
            .words
            .with("halves-sheets-text", &[("source", source)])?;
        let winner = &self.result.winner;
        let figures = &self.result.figures.answer;
        let holds = |wide: &[Link], narrow: &[Link]| narrow.iter().all(|link| wide.contains(link));
        // One condition may hold the other.
        let conditions = if holds(&winner.depends_on, &figures.depends_on) {
            vec![&winner.condition]
        } else if holds(&figures.depends_on, &winner.depends_on) {
            vec![&figures.condition]
        } else {
            vec![&winner.condition, &figures.condition]
        };
        let mut list = Element::new("ul");
        for condition in conditions {
            list = list.child(item(&self.voice().message(condition)?));
        }
        for held in self.result.chain.links() {
            if winner.depends_on.contains(&held.link) || figures.depends_on.contains(&held.link) {
                let number = held.link.number();
                let name = self.words.say(&format!("chain-link-{number}"))?;
                let question = self.words.say(&format!("chain-question-{number}"))?;
                let state = scrutineer_report::chain_state(held.status);
                let state = self.words.general().word("chain-state", state)?;
                let said = self
                    .words
                    .with("halves-link", &[("question", question), ("state", state)])?;
                let to = link("chain.html", &name);
                list = list.child(Element::new("li").child(to).text(". ").phrase(&said));
            }
        }
        Ok(Element::new("div")
            .child(self.words.heading("h4", "site-half-sheets")?)
            .child(Element::new("p").phrase(&text))
            .child(list))
    }
}

fn item(text: &Phrase) -> Element {
    Element::new("li").phrase(text)
}

fn spaced(text: Phrase, more: Phrase) -> Phrase {
    if text.is_empty() {
        more
    } else {
        text.then(Phrase::words(" ")).then(more)
    }
}
