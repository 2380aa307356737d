//! The line under the name of a polling place with several stations: coverage, lead and shares of each source.

use scrutineer_model::{Exact, Message, SheetSet, StationIdx};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::{Interval, Leader, Totals};

use super::{Columns, Stations, is_withheld, sets};

impl Stations<'_> {
    /// The sums of a source over the sheets of a polling place; `None` without a sheet there, and of sets that are
    /// marked sensitive, which they would tell apart.
    pub(super) fn sums_at(&self, set: &SheetSet, head: StationIdx) -> Option<Totals> {
        let place = self.place(head)?.get();
        let sums = &self.sums.get(set.source().get())?.places;
        let is_shown = !is_withheld(self.content.dataset, set.source())
            && place < sums.len()
            && sums.sheets(place) > 0;
        is_shown.then(|| sums.totals(place))
    }

    /// How many stations a polling place has, on this page and on others.
    fn stations_at(&self, head: StationIdx) -> u64 {
        let place = self.place(head);
        let count = place.and_then(|place| self.at_place.get(place.get()));
        count.copied().unwrap_or_default()
    }

    /// A line for each source that has sheets of a polling place with several stations; none of others.
    pub(super) fn lines_of_place(
        &self,
        contest: usize,
        columns: &Columns,
        run: &[StationIdx],
    ) -> Result<Vec<Element>, TextError> {
        let mut lines = Vec::new();
        let Some(&head) = run.first().filter(|_| run.len() > 1) else {
            return Ok(lines);
        };
        for set in sets(&self.content, contest) {
            let Some(totals) = self.sums_at(set, head) else {
                continue;
            };
            let mut line = self.line_of_place(&totals, self.stations_at(head))?;
            if columns.has_source {
                let id = self.content.dataset.source(set.source()).id.as_str();
                line = Phrase::data(id).then(Phrase::words(": ")).then(line);
            }
            lines.push(Element::new("p").phrase(&line));
        }
        Ok(lines)
    }

    /// How many of the stations have a sheet, where an official list says how many there are; the lead; shares in the
    /// order of the ballot. Who leads has the largest share: a name on each line would double what it weighs.
    fn line_of_place(&self, totals: &Totals, stations: u64) -> Result<Phrase, TextError> {
        let words = self.words;
        let mut line = Phrase::default();
        if self.content.dataset.has_register() {
            let sheets = Message::new("site-sheets-of")
                .with("count", totals.sheets)
                .with("expected", stations);
            line = words
                .with("site-door", &[("sheets", words.message(&sheets)?)])?
                .then(Phrase::words("; "));
        }
        let lead = match totals.leader() {
            Leader::One { lead, .. } => words.integer(lead),
            _ => Phrase::words("–"),
        };
        let valid = totals.valid();
        let mut shares = Phrase::default();
        for votes in &totals.options {
            if !shares.is_empty() {
                shares = shares.then(Phrase::words(" "));
            }
            shares = shares.then(self.bare_share(*votes, valid)?);
        }
        let about = [("lead", lead), ("shares", shares)];
        Ok(line.then(words.with("site-place-lead", &about)?))
    }

    /// A share without its sign, which the line says once; only where both are single numbers.
    fn bare_share(&self, votes: Interval, valid: Interval) -> Result<Phrase, TextError> {
        if votes.max == 0 && valid.min > 0 {
            return Ok(self.words.integer(0));
        }
        let is_single = votes.min == votes.max && valid.min == valid.max;
        let exact = Exact::new(i128::from(votes.min), i128::from(valid.min));
        let share = self
            .words
            .general()
            .known_share(exact.filter(|_| is_single))?
            .to_string();
        let bare = share.trim_end_matches(|c: char| c == '%' || c.is_whitespace());
        Ok(Phrase::words(bare.to_owned()))
    }
}
