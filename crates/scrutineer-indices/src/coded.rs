//! Answers of several coders, and decisions where they differ.
//!
//! Coders are roles (`coder-1`), never names. What each of them said stays as it is; a decision stands beside
//! it. Without a decision, answers that differ are kept open from the lowest to the highest: they are
//! never averaged.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_formats::Excerpt;
use scrutineer_model::{Code, Date, Message, Overflow, Real};
use serde::Serialize;

use crate::agreement::{Level, alpha, weighted_kappa};
use crate::answer::{Answer, Given};
use crate::problem::Problem;
use crate::rules::Rules;
use crate::table::cells::{Cells, Line, named};

/// The most words that are quoted from a source.
const QUOTED_WORDS: usize = 25;

/// How well an answer is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Somebody other than the source checked it.
    Verified,
    /// A named source states it.
    Alleged,
    /// It was heard, and no source states it.
    Unverified,
}

/// What an answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Evidence {
    /// How well it is supported.
    pub tier: Tier,
    /// Where it stands.
    pub source: String,
    /// When it was published.
    pub date: Date,
    /// SHA-256 of an archived copy; empty where there is none.
    pub sha256: String,
    /// At most 25 words of it.
    pub quote: String,
}

/// What one coder answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct CodedAnswer {
    /// The points.
    pub points: i64,
    /// When it was coded.
    pub coded: Date,
    /// What it rests on.
    pub evidence: Evidence,
}

/// A decision about answers that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Adjudication {
    /// The points that count.
    pub points: i64,
    /// Why.
    pub reason: String,
    /// The role of who decided, never a name.
    pub role: String,
    /// When.
    pub date: Date,
}

/// One question about one place in one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct CodedQuestion {
    /// Answers by the role of the coder.
    pub answers: BTreeMap<String, CodedAnswer>,
    /// The decision, where there is one.
    pub decision: Option<Adjudication>,
}

impl CodedQuestion {
    /// What goes into a score.
    pub fn answer(&self) -> Answer {
        if let Some(decision) = &self.decision {
            return Answer::Known(decision.points);
        }
        let points: BTreeSet<i64> = self.answers.values().map(|held| held.points).collect();
        match (points.first(), points.last()) {
            (Some(low), Some(high)) if low == high => Answer::Known(*low),
            (Some(low), Some(high)) => Answer::Between(*low, *high),
            _ => Answer::Missing,
        }
    }

    /// Whether coders differ.
    pub fn is_disputed(&self) -> bool {
        let mut points = self.answers.values().map(|held| held.points);
        let first = points.next();
        points.any(|other| Some(other) != first)
    }
}

/// A question that coders answered differently or somebody decided, with what each answer rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Dispute {
    /// The place.
    pub place: String,
    /// The edition.
    pub edition: u16,
    /// The question with its index, such as `fiw.A1`.
    pub question: String,
    /// Whether coders differ; else there is a decision although they do not.
    pub is_disputed: bool,
    /// Every answer with its evidence, and the decision.
    #[serde(flatten)]
    pub coded: CodedQuestion,
}

/// What is coded: place, edition, question.
pub type CodedKey = (String, u16, String);

/// The answers of several coders to the questions of one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedAnswers {
    /// The index.
    pub index: String,
    /// Every question that somebody answered or decided.
    pub questions: BTreeMap<CodedKey, CodedQuestion>,
}

/// Agreement on the questions that have one range of points.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Agreement {
    /// The smallest answer of these questions.
    pub least: i64,
    /// The largest.
    pub most: i64,
    /// Questions with answers of two coders or more.
    pub units: usize,
    /// Of these, how many on which they differ.
    pub differ: usize,
    /// Krippendorff's alpha for ordinal values; `null` without variation.
    pub alpha_ordinal: Option<Real>,
    /// The same for nominal values.
    pub alpha_nominal: Option<Real>,
    /// The same for interval values.
    pub alpha_interval: Option<Real>,
    /// Every pair of coders that answered one question at least both.
    pub pairs: Vec<CoderPair>,
}

/// Agreement of two coders.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct CoderPair {
    /// The one.
    pub one: String,
    /// The other.
    pub other: String,
    /// Questions that both answered.
    pub units: usize,
    /// Weighted kappa with the difference as weight; `null` without variation.
    pub kappa_linear: Option<Real>,
    /// The same with the square of the difference.
    pub kappa_quadratic: Option<Real>,
}

impl CodedAnswers {
    /// Reads a file of answers (columns `place`, `edition`, `question`, `coder`, `points`, `coded`, `tier`,
    /// `source`, `date`, `sha256`, `quote`) and, where given, one of decisions (`place`, `edition`, `question`,
    /// `points`, `reason`, `role`, `date`). Each problem stands with the number of its file, 0 or 1.
    pub fn read(
        rules: &Rules,
        answers: &[u8],
        decisions: Option<&[u8]>,
    ) -> (
        Self,
        Vec<(usize, Problem)>,
        Vec<scrutineer_formats::Problem>,
    ) {
        let mut said = Vec::new();
        let mut reader = Reader {
            rules,
            file: 0,
            problems: Vec::new(),
            questions: BTreeMap::new(),
        };
        if let Some(cells) = named(answers, &mut said) {
            reader.answers(&cells);
        }
        if let Some(cells) = decisions.and_then(|bytes| named(bytes, &mut said)) {
            reader.file = 1;
            reader.decisions(&cells);
        }
        let coded = Self {
            index: rules.id.clone(),
            questions: reader.questions,
        };
        (coded, reader.problems, said)
    }

    /// Places and editions that were coded.
    pub fn places(&self) -> BTreeSet<(String, u16)> {
        let keys = self.questions.keys();
        keys.map(|(place, edition, _)| (place.clone(), *edition))
            .collect()
    }

    /// Adds the answers about one place and edition.
    pub fn give(&self, place: &str, edition: u16, given: &mut Given) {
        given.editions.insert(self.index.clone(), edition);
        for ((held, of, question), coded) in &self.questions {
            if held == place && *of == edition {
                let name = format!("{}.{question}", self.index);
                given.answers.insert(name, coded.answer());
            }
        }
    }

    /// Questions on which coders differ or about which somebody decided, by place, edition and question.
    pub fn disputes(&self) -> Vec<Dispute> {
        let open = self
            .questions
            .iter()
            .filter(|(_, coded)| coded.is_disputed() || coded.decision.is_some());
        open.map(|((place, edition, question), coded)| Dispute {
            place: place.clone(),
            edition: *edition,
            question: format!("{}.{question}", self.index),
            is_disputed: coded.is_disputed(),
            coded: coded.clone(),
        })
        .collect()
    }

    /// Agreement, one entry for each range of points that questions have, since steps of different ranges
    /// cannot be compared.
    ///
    /// # Errors
    /// Where a number leaves 128 bits.
    pub fn agreement(&self, rules: &Rules) -> Result<Vec<Agreement>, Overflow> {
        let mut ranges: BTreeMap<(i64, i64), Vec<&CodedQuestion>> = BTreeMap::new();
        for ((_, _, id), coded) in &self.questions {
            if let Some(input) = rules.own_inputs().find(|input| input.id == *id) {
                ranges
                    .entry((input.least, input.most))
                    .or_default()
                    .push(coded);
            }
        }
        let mut found = Vec::new();
        for ((least, most), questions) in ranges {
            let units: Vec<Vec<i64>> = questions
                .iter()
                .map(|coded| coded.answers.values().map(|held| held.points).collect())
                .filter(|unit: &Vec<i64>| unit.len() > 1)
                .collect();
            let real = |level| -> Result<Option<Real>, Overflow> {
                Ok(alpha(&units, level)?.map(|exact| Real::new(exact.to_f64())))
            };
            found.push(Agreement {
                least,
                most,
                differ: questions.iter().filter(|coded| coded.is_disputed()).count(),
                alpha_ordinal: real(Level::Ordinal)?,
                alpha_nominal: real(Level::Nominal)?,
                alpha_interval: real(Level::Interval)?,
                pairs: pairs(&questions, least, most)?,
                units: units.len(),
            });
        }
        Ok(found)
    }
}

fn pairs(questions: &[&CodedQuestion], least: i64, most: i64) -> Result<Vec<CoderPair>, Overflow> {
    let coders: BTreeSet<&String> = questions
        .iter()
        .flat_map(|held| held.answers.keys())
        .collect();
    let mut pairs = Vec::new();
    for one in &coders {
        for other in coders.iter().filter(|other| *other > one) {
            let width = usize::try_from(most - least + 1).unwrap_or(0);
            let mut table = vec![vec![0_u64; width]; width];
            let mut units = 0;
            for coded in questions {
                let both =
                    [one, other].map(|coder| coded.answers.get(*coder).map(|held| held.points));
                let [Some(one), Some(other)] = both else {
                    continue;
                };
                units += 1;
                let at = |points: i64| usize::try_from(points - least).unwrap_or(usize::MAX);
                if let Some(cell) = table
                    .get_mut(at(one))
                    .and_then(|row| row.get_mut(at(other)))
                {
                    *cell += 1;
                }
            }
            if units == 0 {
                continue;
            }
            let apart = |i: usize, j: usize| u64::try_from(i.abs_diff(j)).unwrap_or(u64::MAX);
            let real = |kappa: Option<scrutineer_model::Exact>| {
                kappa.map(|exact| Real::new(exact.to_f64()))
            };
            pairs.push(CoderPair {
                one: (*one).clone(),
                other: (*other).clone(),
                units,
                kappa_linear: real(weighted_kappa(&table, apart)?),
                kappa_quadratic: real(weighted_kappa(&table, |i, j| apart(i, j).pow(2))?),
            });
        }
    }
    Ok(pairs)
}

struct Reader<'r> {
    rules: &'r Rules,
    file: usize,
    problems: Vec<(usize, Problem)>,
    questions: BTreeMap<CodedKey, CodedQuestion>,
}

const ANSWERS: [&str; 11] = [
    "place", "edition", "question", "coder", "points", "coded", "tier", "source", "date", "sha256",
    "quote",
];
const DECISIONS: [&str; 7] = [
    "place", "edition", "question", "points", "reason", "role", "date",
];

/// A line whose cells go by name.
struct Named<'a> {
    line: &'a Line,
    names: &'a [&'a str],
    columns: &'a [Option<usize>],
}

impl Named<'_> {
    fn text(&self, name: &str) -> &str {
        let at = self.names.iter().position(|held| *held == name);
        let column = at.and_then(|at| self.columns.get(at).copied().flatten());
        column.map_or("", |column| self.line.text(column))
    }
}

impl Reader<'_> {
    fn push(&mut self, row: u64, column: &str, message: Message, found: Option<&str>) {
        let message = match found {
            Some(found) => message.with("found", Excerpt::of(found).as_str()),
            None => message,
        };
        self.problems
            .push((self.file, Problem::cell(row, column, message)));
    }

    /// Columns by their names; every absent one is a problem.
    fn columns(&mut self, cells: &Cells, names: &[&str]) -> Option<Vec<Option<usize>>> {
        let before = self.problems.len();
        let mut columns = Vec::new();
        for name in names {
            let at = cells.header.iter().position(|held| held == name);
            if at.is_none() {
                let message = Message::new("index-no-column").with("names", *name);
                self.push(cells.header_row, name, message, None);
            }
            columns.push(at);
        }
        (self.problems.len() == before).then_some(columns)
    }

    fn answers(&mut self, cells: &Cells) {
        let Some(columns) = self.columns(cells, &ANSWERS) else {
            return;
        };
        for line in &cells.lines {
            let named = Named {
                line,
                names: &ANSWERS,
                columns: &columns,
            };
            let before = self.problems.len();
            let key = self.key(&named);
            let points = self.points(&named);
            let coder = named.text("coder").to_owned();
            if Code::parse(&coder).is_err() {
                self.push(line.row, "coder", Message::new("index-coder"), None);
            }
            let evidence = self.evidence(&named);
            let coded = self.date(&named, "coded");
            let (Some(key), Some(points), Some(evidence), Some(coded)) =
                (key, points, evidence, coded)
            else {
                continue;
            };
            if self.problems.len() > before {
                continue;
            }
            let answers = &mut self.questions.entry(key).or_default().answers;
            let answer = CodedAnswer {
                points,
                coded,
                evidence,
            };
            if answers.insert(coder, answer).is_some() {
                self.push(line.row, "coder", Message::new("index-coded-again"), None);
            }
        }
    }

    fn decisions(&mut self, cells: &Cells) {
        let Some(columns) = self.columns(cells, &DECISIONS) else {
            return;
        };
        for line in &cells.lines {
            let named = Named {
                line,
                names: &DECISIONS,
                columns: &columns,
            };
            let key = self.key(&named);
            let points = self.points(&named);
            let date = self.date(&named, "date");
            let [reason, role] = ["reason", "role"].map(|name| named.text(name).to_owned());
            for (name, text) in [("reason", &reason), ("role", &role)] {
                if text.is_empty() {
                    self.push(line.row, name, Message::new("index-empty"), None);
                }
            }
            let (Some(key), Some(points), Some(date)) = (key, points, date) else {
                continue;
            };
            if reason.is_empty() || role.is_empty() {
                continue;
            }
            let decision = Adjudication {
                points,
                reason,
                role,
                date,
            };
            let slot = &mut self.questions.entry(key).or_default().decision;
            if slot.replace(decision).is_some() {
                self.push(
                    line.row,
                    "question",
                    Message::new("index-decided-again"),
                    None,
                );
            }
        }
    }

    fn key(&mut self, named: &Named<'_>) -> Option<CodedKey> {
        let row = named.line.row;
        let place = named.text("place");
        if place.is_empty() {
            self.push(row, "place", Message::new("index-empty"), None);
        }
        let text = named.text("edition");
        let edition = text
            .parse()
            .ok()
            .filter(|edition| (1900..3000).contains(edition));
        if edition.is_none() {
            self.push(row, "edition", Message::new("index-edition"), Some(text));
        }
        let id = named.text("question");
        let is_known = self.rules.own_inputs().any(|input| input.id == id);
        if !is_known {
            let index = self.rules.id.as_str();
            let message = Message::new("index-question").with("index", index);
            self.push(row, "question", message, Some(id));
        }
        (is_known && !place.is_empty()).then_some((place.to_owned(), edition?, id.to_owned()))
    }

    fn points(&mut self, named: &Named<'_>) -> Option<i64> {
        let id = named.text("question");
        let input = self.rules.own_inputs().find(|input| input.id == id)?;
        let text = named.text("points");
        let points = text.parse().ok();
        let points = points.filter(|points| (input.least..=input.most).contains(points));
        if points.is_none() {
            let message = Message::new("index-points")
                .with("least", input.least)
                .with("most", input.most);
            self.push(named.line.row, "points", message, Some(text));
        }
        points
    }

    fn date(&mut self, named: &Named<'_>, name: &str) -> Option<Date> {
        let text = named.text(name);
        let date = Date::parse(text).ok();
        if date.is_none() {
            self.push(named.line.row, name, Message::new("index-date"), Some(text));
        }
        date
    }

    fn evidence(&mut self, named: &Named<'_>) -> Option<Evidence> {
        let row = named.line.row;
        let text = named.text("tier");
        let tier = match text {
            "verified" => Some(Tier::Verified),
            "alleged" => Some(Tier::Alleged),
            "unverified" => Some(Tier::Unverified),
            _ => None,
        };
        if tier.is_none() {
            self.push(row, "tier", Message::new("index-tier"), Some(text));
        }
        let source = named.text("source").to_owned();
        if source.is_empty() {
            self.push(row, "source", Message::new("index-empty"), None);
        }
        let sha256 = named.text("sha256").to_owned();
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_digest = sha256.len() == 64 && sha256.bytes().all(is_hex);
        if !sha256.is_empty() && !is_digest {
            self.push(row, "sha256", Message::new("index-sha256"), Some(&sha256));
        }
        let quote = named.text("quote").to_owned();
        let words = quote.split_whitespace().count();
        if words > QUOTED_WORDS {
            let message = Message::new("index-quote").with("words", words.to_string());
            self.push(row, "quote", message, None);
        }
        let date = self.date(named, "date");
        Some(Evidence {
            tier: tier?,
            source,
            date: date?,
            sha256,
            quote,
        })
    }
}
