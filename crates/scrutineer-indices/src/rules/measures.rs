//! The measures of a file of rules: names resolved, and no better answer able to make a score worse.

use std::collections::BTreeSet;

use scrutineer_formats::document::{Errors, Node};
use scrutineer_model::Exact;
use toml_span::Value;

use super::keys::fraction;
use super::read::{integer, words};
use super::{Band, Input, Kind, Measure, Operand, Term};

/// What is known so far while measures are read.
struct Known<'a> {
    inputs: &'a [Input],
    index: &'a str,
    measures: Vec<Measure>,
    /// For each measure and input, whether the measure rises with the answer.
    rises: Vec<Vec<Option<bool>>>,
}

pub(super) fn measures(
    root: &Node<'_>,
    inputs: &[Input],
    index: &str,
    errors: &mut Errors<'_>,
) -> Vec<Measure> {
    let mut known = Known {
        inputs,
        index,
        measures: Vec::new(),
        rises: Vec::new(),
    };
    for node in root.tables("measure") {
        if let Some(measure) = known.measure(&node, errors) {
            known.measures.push(measure);
        }
    }
    known.measures
}

impl Known<'_> {
    fn measure(&mut self, node: &Node<'_>, errors: &mut Errors<'_>) -> Option<Measure> {
        let id = node.owned("id")?;
        let label = words(node, "label")?;
        let own = |held: &Input| held.index == self.index && held.id == id;
        if self.measures.iter().any(|held| held.id == id) || self.inputs.iter().any(own) {
            let (at, path) = (node.at_key("id"), node.path_of("id"));
            errors.push(at, &path, "each id once", format!("{id:?} again"));
        }
        let kind = self.kind(node, errors)?;
        let rises = self.direction(&kind, node, errors);
        let (lowest, highest) = (words(node, "lowest"), words(node, "highest"));
        if rises.is_some() && (lowest.is_none() || highest.is_none()) {
            let expected = "what the lowest and the highest value mean";
            errors.push(node.at(), &node.path_of("lowest"), expected, "nothing");
        }
        Some(Measure {
            id,
            label,
            kind,
            columns: node.names("columns"),
            lowest,
            highest,
            nominal: nominal(node, errors),
            rises,
        })
    }

    fn kind(&self, node: &Node<'_>, errors: &mut Errors<'_>) -> Option<Kind> {
        match ["sum", "mean", "of"].map(|key| node.get(key).is_some()) {
            [true, false, false] => Some(Kind::Sum(self.terms(node, "sum", errors))),
            [false, true, false] => Some(Kind::Mean(self.terms(node, "mean", errors))),
            [false, false, true] => {
                let wanted = node.text("of")?;
                let of = self.measures.iter().position(|held| held.id == wanted);
                if of.is_none() {
                    let (at, path) = (node.at_key("of"), node.path_of("of"));
                    let expected = "the id of an earlier measure";
                    errors.push(at, &path, expected, format!("{wanted:?}"));
                }
                let bands = bands(node, errors);
                Some(Kind::Bands { of: of?, bands })
            }
            count => {
                let found = count.iter().filter(|has| **has).count();
                let expected = "one of sum, mean, or bands with their measure";
                errors.push(node.at(), &node.path, expected, found.to_string());
                None
            }
        }
    }

    fn terms(&self, node: &Node<'_>, key: &str, errors: &mut Errors<'_>) -> Vec<Term> {
        let items = node.get(key).and_then(Value::as_array);
        let items = items.map_or(&[][..], Vec::as_slice);
        let mut terms = Vec::new();
        let mut seen = BTreeSet::new();
        for (value, table) in items.iter().zip(node.tables(key)) {
            let text = value.as_str().or_else(|| table.text("of"));
            let at = if value.as_str().is_some() {
                value.span.start
            } else {
                table.at_key("of")
            };
            let Some(text) = text else { continue };
            let name = text.strip_prefix('-').unwrap_or(text);
            let Some(of) = self.operand(name) else {
                let expected = "a question or an earlier measure";
                errors.push(at, &table.path, expected, format!("{name:?}"));
                continue;
            };
            if !seen.insert(name) {
                errors.push(at, &table.path, "each term once", format!("{name:?} again"));
            }
            let term = Term {
                of,
                is_subtracted: name.len() < text.len(),
                from: integer(&table, "from"),
                rescale: integer(&table, "rescale"),
                is_rounded: table.flag("round").unwrap_or(true),
                weight: table
                    .text("weight")
                    .and_then(fraction)
                    .unwrap_or(Exact::ONE),
            };
            if term.rescale.is_some() && matches!(of, Operand::Measure(_)) {
                errors.push(at, &table.path, "a question to rescale", "a measure");
            }
            if term.rescale.is_some() && term.from.is_some() {
                errors.push(
                    at,
                    &table.path,
                    "a rescale, alone or after another measure",
                    "both",
                );
            }
            terms.push(term);
        }
        if terms.is_empty() {
            let (at, path) = (node.at_key(key), node.path_of(key));
            errors.push(at, &path, "at least one term", "none");
        }
        terms
    }

    fn operand(&self, name: &str) -> Option<Operand> {
        let is_input =
            |held: &Input| held.name() == name || (held.index == self.index && held.id == name);
        let is_measure = |held: &Measure| held.id == name;
        let input = self.inputs.iter().position(is_input).map(Operand::Input);
        input.or_else(|| {
            let measure = self.measures.iter().position(is_measure);
            measure.map(Operand::Measure)
        })
    }

    /// Whether a freer answer raises or lowers a measure. Mixed directions are an error, so that no rules
    /// can make a score worse for a better answer.
    fn direction(&mut self, kind: &Kind, node: &Node<'_>, errors: &mut Errors<'_>) -> Option<bool> {
        let mut own = Rises::new(self.inputs.len());
        match kind {
            Kind::Sum(terms) | Kind::Mean(terms) => {
                for term in terms {
                    let keeps = term.is_subtracted == term.from.is_some();
                    match term.of {
                        Operand::Input(at) => own.merge(at, keeps),
                        Operand::Measure(at) => {
                            own.merge_all(self.rises.get(at), keeps);
                            if !self.has_numbers(at) {
                                let expected = "bands with a number each";
                                errors.push(node.at(), &node.path, expected, "bands without");
                            }
                        }
                    }
                }
            }
            Kind::Bands { of, bands } => {
                if let Some(is_up) = numbers_rise(bands) {
                    own.merge_all(self.rises.get(*of), is_up);
                } else if bands.iter().all(|band| band.number.is_some()) {
                    let (at, path) = (node.at_key("bands"), node.path_of("bands"));
                    let expected = "numbers that only rise or only fall with the value";
                    errors.push(at, &path, expected, "both");
                }
            }
        }
        let better: BTreeSet<bool> = own
            .each
            .iter()
            .zip(self.inputs)
            .filter_map(|(rises, input)| rises.map(|rises| rises == input.more_is_better))
            .collect();
        if own.is_mixed || better.len() > 1 {
            let expected = "terms that all rise or all fall when a situation is better";
            errors.push(node.at(), &node.path, expected, "both");
        }
        self.rises.push(own.each);
        better.into_iter().next()
    }

    /// Whether a measure has a number in every case.
    fn has_numbers(&self, at: usize) -> bool {
        match self.measures.get(at).map(|measure| &measure.kind) {
            Some(Kind::Bands { bands, .. }) => bands.iter().all(|band| band.number.is_some()),
            _ => true,
        }
    }
}

/// For each input, whether a measure rises with it.
struct Rises {
    each: Vec<Option<bool>>,
    is_mixed: bool,
}

impl Rises {
    fn new(inputs: usize) -> Self {
        Self {
            each: vec![None; inputs],
            is_mixed: false,
        }
    }

    fn merge(&mut self, at: usize, rises: bool) {
        if let Some(slot) = self.each.get_mut(at) {
            self.is_mixed |= slot.is_some_and(|held| held != rises);
            *slot = Some(rises);
        }
    }

    fn merge_all(&mut self, of: Option<&Vec<Option<bool>>>, keeps: bool) {
        let held = of.map_or(&[][..], Vec::as_slice);
        for (at, rises) in held.iter().enumerate() {
            if let Some(rises) = rises {
                self.merge(at, *rises == keeps);
            }
        }
    }
}

/// Whether the numbers of bands rise with the value; `None` where a band has none or they do both.
fn numbers_rise(bands: &[Band]) -> Option<bool> {
    let mut sorted: Vec<&Band> = bands.iter().collect();
    sorted.sort_by_key(|band| band.least);
    let numbers: Vec<i64> = sorted
        .iter()
        .map(|band| band.number)
        .collect::<Option<_>>()?;
    if numbers.is_sorted() {
        Some(true)
    } else {
        numbers.iter().rev().is_sorted().then_some(false)
    }
}

fn bands(node: &Node<'_>, errors: &mut Errors<'_>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for table in node.tables("bands") {
        let ends = ["least", "most"].map(|key| table.text(key).and_then(fraction));
        let ([Some(least), Some(most)], Some(is)) = (ends, table.owned("is")) else {
            continue;
        };
        let overlaps = |held: &Band| held.least <= most && least <= held.most;
        if least > most || bands.iter().any(overlaps) {
            let expected = "a range that no other band has, the smaller end first";
            let found = format!("{least} to {most}");
            errors.push(table.at(), &table.path, expected, found);
        }
        bands.push(Band {
            least,
            most,
            is,
            number: integer(&table, "number"),
            label: words(&table, "label"),
        });
    }
    if bands.is_empty() {
        errors.push(
            node.at(),
            &node.path_of("bands"),
            "at least one band",
            "none",
        );
    }
    bands
}

fn nominal(node: &Node<'_>, errors: &mut Errors<'_>) -> Option<(i64, i64)> {
    let ends = node.get("nominal").and_then(Value::as_array)?;
    let ends: Vec<i64> = ends.iter().filter_map(Value::as_integer).collect();
    if let [low, high] = ends.as_slice()
        && low < high
    {
        return Some((*low, *high));
    }
    let (at, path) = (node.at_key("nominal"), node.path_of("nominal"));
    errors.push(
        at,
        &path,
        "two numbers, the smaller first",
        format!("{ends:?}"),
    );
    None
}
