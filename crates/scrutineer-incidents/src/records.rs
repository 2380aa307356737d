//! The rows of the tables as values.

use std::collections::BTreeMap;

use scrutineer_model::{Code, Date};

use crate::area::Area;
use crate::linkage::Decision;
use crate::publish::{Basis, Subject};
use crate::quantity::Quantity;
use crate::source::Source;
use crate::table::Cells;
use crate::vocabulary::{
    Access, ActKind, Category, Checked, Force, Group, ItemKind, Means, NumberWord, Phase,
    Precision, Qualifier, Reporter, Resolved, Response, Rule, SampleKind, SourceKind, Standard,
    Standing,
};

/// Something that a claim or an assessment rests on, by its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: Code,
    /// What it is.
    pub kind: ItemKind,
    /// What was verified about it.
    pub checked: Vec<Checked>,
    /// Who made it; an interview counts only of a source with a stated method.
    pub source: Option<Code>,
}

impl Item {
    /// Whether it was checked for both place and time.
    pub fn is_checked(&self) -> bool {
        self.checked.contains(&Checked::Place) && self.checked.contains(&Checked::Time)
    }
}

/// What somebody says. Immutable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: Code,
    /// Who says it.
    pub source: Code,
    /// What it rests on.
    pub item: Option<Code>,
    /// What was done.
    pub act: ActKind,
    /// The random id of a named person; `None` for a figure.
    pub person: Option<Code>,
    /// How many; `None` for a named person or a withdrawal.
    pub quantity: Option<Quantity>,
    /// How it was qualified.
    pub qualifier: Qualifier,
    /// Said or verified.
    pub standard: Standard,
    /// Of how many it is a part.
    pub of: Option<u64>,
    /// Broken out by group, by the words of groups; [`Claim::MINORS`] are among the groups and not beside them.
    pub parts: BTreeMap<String, u64>,
    /// Until when it counts, or when it was said.
    pub as_of: Date,
    /// What must be known about that day, in the words of who coded it; empty where nothing.
    pub as_of_note: String,
    /// Where the source said it, or who quotes it; empty where it does not say.
    pub outlet: String,
    /// Where.
    pub area: Area,
    /// First and last day; `None` where it does not say.
    pub interval: Option<(Date, Date)>,
    /// The event.
    pub event: Option<Code>,
    /// The claim that it takes back.
    pub withdraws: Option<Code>,
}

impl Claim {
    /// Parts that overlap with the groups: persons under age, that number or more than it.
    pub const MINORS: [&'static str; 2] = ["minors", "minors-over"];
}

/// A random id, and what the person was in the events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id; never printed.
    pub id: Code,
    /// The group.
    pub group: Group,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: Code,
    /// Its type, an id of the forms.
    pub kind: Code,
    /// First and last day.
    pub interval: (Date, Date),
    /// How exact the time is.
    pub time_precision: Precision,
    /// Where, down to the municipality.
    pub area: Area,
    /// How exact the place is.
    pub place_precision: Precision,
    /// When in the election.
    pub phase: Phase,
}

/// What was done to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its id.
    pub id: Code,
    /// The event.
    pub event: Code,
    /// The person; `None` where nobody is known.
    pub person: Option<Code>,
    /// What was done.
    pub act: ActKind,
    /// By which kind of unit.
    pub perpetrator: Option<Code>,
}

/// A kind of unit that did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Perpetrator {
    /// Its id.
    pub id: Code,
    /// Its category.
    pub category: Category,
}

/// What the rule of linking went by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RuleScore {
    /// Agreement in bits.
    pub score: f64,
    /// Whether first surnames agree and identity numbers do not differ, as far as both are known.
    pub may_join: bool,
}

/// A decision about two persons.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonLink {
    /// The one.
    pub left: Code,
    /// The other.
    pub right: Code,
    /// What was decided.
    pub decision: Decision,
    /// When.
    pub decided: Date,
    /// What the rule went by; `None` where a person decided.
    pub rule: Option<RuleScore>,
}

/// What an assessment says about its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It holds.
    For,
    /// It does not.
    Against,
}

/// What somebody found about a claim or an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Its id.
    pub id: Code,
    /// The claim or the act.
    pub subject: Code,
    /// By which rule.
    pub rule: Rule,
    /// Items; for `duplicate` the other act or claim.
    pub evidence: Vec<Code>,
    /// For whom a dispute ends; only of `resolve`.
    pub outcome: Option<Side>,
    /// Whether two different people assessed it.
    pub is_by_two: bool,
    /// When.
    pub assessed: Date,
}

/// A report of an incident on a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its id.
    pub id: Code,
    /// Its type, an id of the forms.
    pub kind: Code,
    /// When in the election.
    pub phase: Phase,
    /// First and last day.
    pub interval: (Date, Date),
    /// Where, down to the municipality.
    pub area: Area,
    /// The station; joined with sheets, never printed.
    pub station: Option<String>,
    /// How the place of observation was chosen.
    pub deployment: Option<Code>,
    /// Who reports, as a role.
    pub role: Reporter,
    /// Seen, not heard.
    pub is_direct: bool,
    /// Persons affected; `None` where it does not say.
    pub persons: Option<Quantity>,
    /// Whether force was used.
    pub force: Option<Force>,
    /// By what means.
    pub means: Vec<Means>,
    /// By which kind of unit.
    pub unit: Option<Category>,
    /// The outlet or signal; joined with network measurements.
    pub outlet: Option<Code>,
    /// People in an assembly.
    pub size: Option<Quantity>,
    /// Whether it was resolved; `None` where it does not say.
    pub resolved: Option<Resolved>,
    /// How authorities responded; empty where it does not say.
    pub responses: Vec<Response>,
    /// Whether another person called back.
    pub is_called_back: bool,
}

/// How places of observation were chosen, and how many there were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Its id.
    pub id: Code,
    /// How it is called in print.
    pub name: String,
    /// How places were chosen.
    pub sample: SampleKind,
    /// Places with an observer.
    pub reached: u64,
    /// Places that reported.
    pub reporting: u64,
}

/// What was shown before a name is published. Nothing here is the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Its id.
    pub id: Code,
    /// The random id of the person; never printed.
    pub person: Code,
    /// Whose name it is; who may be a minor counts as one.
    pub subject: Subject,
    /// On what the name may be published; `None` where nothing was shown.
    pub basis: Option<Basis>,
    /// The role account of who reviewed it; `None` where nobody did.
    pub reviewer: Option<Code>,
    /// The role account of who reviewed it after that.
    pub second_reviewer: Option<Code>,
    /// The day of the second review.
    pub day: Option<Date>,
}

/// A report, a name or a claim that left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// The report, the row of `namings`, or the claim.
    pub record: Code,
    /// The batch with which it left, from 1.
    pub batch: u64,
}

/// A code that is there, or one that stands for a defect which keeps the row out.
fn or_none(code: Option<Code>) -> Code {
    code.or_else(|| Code::parse("none").ok())
        .expect("a fixed code")
}

/// A date that is there, or one that stands for a defect which keeps the row out.
fn or_epoch(date: Option<Date>) -> Date {
    date.or_else(|| Date::from_days(0)).expect("a fixed date")
}

pub(crate) fn source(cells: &mut Cells<'_>) -> Source {
    let access = cells.word("access", Access::WORDS, Access::parse);
    Source {
        id: or_none(cells.code("id")),
        name: cells.text("name"),
        kind: cells
            .word("kind", SourceKind::WORDS, SourceKind::parse)
            .unwrap_or(SourceKind::Submitter),
        standing: cells
            .word("standing", Standing::WORDS, Standing::parse)
            .unwrap_or(Standing::Secondary),
        cut_off: cells.date("cut_off"),
        method: cells.text("method"),
        derived_from: cells.codes("derived_from"),
        access: access.unwrap_or(Access::Private),
    }
}

pub(crate) fn item(cells: &mut Cells<'_>) -> Item {
    let is_digest = |text: &str| {
        (text.len() == 64
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)))
        .then_some(())
    };
    cells.read("digest", "incidents-expected-digest", None, is_digest);
    cells.date("captured");
    cells.code("parent");
    Item {
        id: or_none(cells.code("id")),
        kind: cells
            .word("kind", ItemKind::WORDS, ItemKind::parse)
            .unwrap_or(ItemKind::Document),
        checked: cells.words("checked", Checked::WORDS, Checked::parse),
        source: cells.code("source"),
    }
}

pub(crate) fn claim(cells: &mut Cells<'_>) -> Claim {
    let qualifier = cells
        .word("qualifier", Qualifier::WORDS, Qualifier::parse)
        .unwrap_or(Qualifier::Named);
    let person = cells.code("person");
    let (count, most) = (cells.count("count"), cells.count("count_max"));
    let word = cells.word("word", NumberWord::WORDS, NumberWord::parse);
    let withdraws = cells.code("withdraws");
    let quantity = Quantity::new(qualifier, count, most, word);
    let has_number = count.is_some() || most.is_some() || word.is_some();
    let fits = match qualifier {
        Qualifier::Named => person.is_some() && !has_number && withdraws.is_none(),
        Qualifier::Withdrawn => person.is_none() && !has_number && withdraws.is_some(),
        _ => quantity.is_some() && person.is_none() && withdraws.is_none(),
    };
    if !fits {
        cells.wrong("qualifier", "incidents-expected-value", None);
    }
    let quote = cells.text("quote");
    if quote.split_whitespace().count() > 25 {
        cells.wrong("quote", "incidents-expected-quote", None);
    }
    Claim {
        id: or_none(cells.code("id")),
        source: or_none(cells.code("source")),
        item: cells.code("item"),
        act: cells
            .word("act", ActKind::WORDS, ActKind::parse)
            .unwrap_or(ActKind::Threatened),
        person,
        quantity,
        qualifier,
        standard: cells
            .word("standard", Standard::WORDS, Standard::parse)
            .unwrap_or(Standard::Stated),
        of: cells.count("of"),
        parts: parts(cells),
        as_of: or_epoch(cells.date("as_of")),
        as_of_note: cells.text("as_of_note"),
        outlet: cells.text("outlet"),
        area: cells.area("area"),
        interval: cells.interval(),
        event: cells.code("event"),
        withdraws,
    }
}

/// `civilian=11;security-force=1`.
fn parts(cells: &mut Cells<'_>) -> BTreeMap<String, u64> {
    let known: Vec<&str> = Group::WORDS.iter().copied().chain(Claim::MINORS).collect();
    let read = |text: &str| -> Option<BTreeMap<String, u64>> {
        text.split(';')
            .map(|part| {
                let (group, number) = part.split_once('=')?;
                let group = known.iter().find(|word| **word == group.trim())?;
                Some(((*group).to_owned(), number.trim().parse().ok()?))
            })
            .collect()
    };
    cells
        .read("parts", "incidents-expected-parts", Some(&known), read)
        .unwrap_or_default()
}

pub(crate) fn person(cells: &mut Cells<'_>) -> Person {
    Person {
        id: or_none(cells.code("id")),
        group: cells
            .word("group", Group::WORDS, Group::parse)
            .unwrap_or(Group::Unknown),
    }
}

pub(crate) fn event(cells: &mut Cells<'_>) -> Event {
    let precision = |cells: &mut Cells<'_>, column: &str| {
        cells
            .word(column, Precision::WORDS, Precision::parse)
            .unwrap_or(Precision::Rough)
    };
    let interval = cells.interval();
    Event {
        id: or_none(cells.code("id")),
        kind: or_none(cells.code("type")),
        interval: interval.unwrap_or((or_epoch(None), or_epoch(None))),
        time_precision: precision(cells, "time_precision"),
        area: cells.area("area"),
        place_precision: precision(cells, "place_precision"),
        phase: cells
            .word("phase", Phase::WORDS, Phase::parse)
            .unwrap_or(Phase::After),
    }
}

pub(crate) fn act(cells: &mut Cells<'_>) -> Act {
    Act {
        id: or_none(cells.code("id")),
        event: or_none(cells.code("event")),
        person: cells.code("person"),
        act: cells
            .word("act", ActKind::WORDS, ActKind::parse)
            .unwrap_or(ActKind::Threatened),
        perpetrator: cells.code("perpetrator"),
    }
}

pub(crate) fn perpetrator(cells: &mut Cells<'_>) -> Perpetrator {
    Perpetrator {
        id: or_none(cells.code("id")),
        category: cells
            .word("category", Category::WORDS, Category::parse)
            .unwrap_or(Category::Unknown),
    }
}

pub(crate) fn link(cells: &mut Cells<'_>) -> PersonLink {
    let read = |text: &str| match text {
        "same" => Some(Decision::Same),
        "different" => Some(Decision::Different),
        "unsure" => Some(Decision::Unsure),
        _ => None,
    };
    let score = cells.read("score", "incidents-expected-score", None, |text| {
        text.parse::<f64>().ok().filter(|score| score.is_finite())
    });
    let levels = cells.text("levels");
    let has = |known: &[&str]| levels.split(';').any(|level| known.contains(&level.trim()));
    let is_by_rule = cells.text("decider") == PersonLink::RULE;
    if is_by_rule && score.is_none() {
        cells.wrong("score", "incidents-expected-score", None);
    }
    PersonLink {
        left: or_none(cells.code("left")),
        right: or_none(cells.code("right")),
        decision: cells
            .word("decision", &["same", "different", "unsure"], read)
            .unwrap_or(Decision::Unsure),
        decided: or_epoch(cells.date("decided")),
        rule: score.filter(|_| is_by_rule).map(|score| RuleScore {
            score,
            may_join: has(&["surname1=exact", "surname1=jw92", "surname1=swapped"])
                && !has(&["identity=different"]),
        }),
    }
}

impl PersonLink {
    /// Who decides where no person did, in the column `decider`.
    pub const RULE: &'static str = "rule";
}

pub(crate) fn assessment(cells: &mut Cells<'_>) -> Assessment {
    let (first, second) = (cells.text("assessor"), cells.text("second_assessor"));
    let rule = cells
        .word("rule", Rule::WORDS, Rule::parse)
        .unwrap_or(Rule::Resolve);
    let outcome = cells.word("outcome", &["for", "against"], |text| match text {
        "for" => Some(Side::For),
        "against" => Some(Side::Against),
        _ => None,
    });
    if (rule == Rule::Resolve) != outcome.is_some() {
        cells.wrong("outcome", "incidents-expected-outcome", None);
    }
    Assessment {
        id: or_none(cells.code("id")),
        subject: or_none(cells.code("subject")),
        rule,
        evidence: cells.codes("evidence"),
        outcome,
        is_by_two: !first.is_empty() && !second.is_empty() && first != second,
        assessed: or_epoch(cells.date("assessed")),
    }
}

fn number(cells: &mut Cells<'_>, low: &str, high: &str) -> Option<Quantity> {
    let (from, to) = (cells.count(low), cells.count(high));
    match (from, to) {
        (Some(from), Some(to)) if to < from => {
            cells.wrong(high, "incidents-expected-larger", None);
            None
        }
        (Some(from), to) => Some(Quantity {
            low: from,
            high: Some(to.unwrap_or(from)),
            word: None,
        }),
        (None, Some(_)) => {
            cells.wrong(low, "incidents-expected-filled", None);
            None
        }
        (None, None) => None,
    }
}

pub(crate) fn report(cells: &mut Cells<'_>) -> Report {
    let interval = cells.interval();
    let station = cells.text("station");
    Report {
        id: or_none(cells.code("id")),
        kind: or_none(cells.code("type")),
        phase: cells
            .word("phase", Phase::WORDS, Phase::parse)
            .unwrap_or(Phase::After),
        interval: interval.unwrap_or((or_epoch(None), or_epoch(None))),
        area: cells.area("area"),
        station: (!station.is_empty()).then_some(station),
        deployment: cells.code("deployment"),
        role: cells
            .word("role", Reporter::WORDS, Reporter::parse)
            .unwrap_or(Reporter::Voter),
        is_direct: cells.yes("direct").unwrap_or(false),
        persons: number(cells, "persons", "persons_max"),
        force: cells.word("force", Force::WORDS, Force::parse),
        means: cells.words("means", Means::WORDS, Means::parse),
        unit: cells.word("unit", Category::WORDS, Category::parse),
        outlet: cells.code("outlet"),
        size: number(cells, "size", "size_max"),
        resolved: cells.word("resolved", Resolved::WORDS, Resolved::parse),
        responses: cells.words("response", Response::WORDS, Response::parse),
        is_called_back: cells.yes("called_back").unwrap_or(false),
    }
}

pub(crate) fn deployment(cells: &mut Cells<'_>) -> Deployment {
    let (reached, reporting) = (cells.count("reached"), cells.count("reporting"));
    if reporting > reached {
        cells.wrong("reporting", "incidents-expected-fewer", None);
    }
    Deployment {
        id: or_none(cells.code("id")),
        name: cells.text("name"),
        sample: cells
            .word("sample", SampleKind::WORDS, SampleKind::parse)
            .unwrap_or(SampleKind::ComplaintLine),
        reached: reached.unwrap_or(0),
        reporting: reporting.unwrap_or(0),
    }
}

pub(crate) fn naming(cells: &mut Cells<'_>) -> Naming {
    let is_minor = cells.word("minor", &["yes", "no", "unknown"], |text| match text {
        "yes" | "unknown" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let is_minor = is_minor.unwrap_or(true);
    let legal_note = cells.code("legal_note");
    let is_perpetrator = cells.word("who", &["harmed", "perpetrator"], |text| match text {
        "harmed" => Some(false),
        "perpetrator" => Some(true),
        _ => None,
    });
    let subject = if is_perpetrator == Some(true) {
        Subject::Perpetrator {
            is_minor,
            legal_note,
        }
    } else {
        Subject::Harmed { is_minor }
    };
    let record = cells.code("record");
    let kind = cells.word("basis", Basis::WORDS, |text| {
        Basis::WORDS.contains(&text).then(|| text.to_owned())
    });
    if kind.is_some() != record.is_some() {
        let column = if record.is_some() { "basis" } else { "record" };
        cells.wrong(column, "incidents-expected-filled", None);
    }
    let basis = record
        .zip(kind)
        .and_then(|(record, kind)| Basis::new(&kind, record));
    Naming {
        id: or_none(cells.code("id")),
        person: or_none(cells.code("person")),
        subject,
        basis,
        reviewer: cells.code("reviewer"),
        second_reviewer: cells.code("second_reviewer"),
        day: cells.date("day"),
    }
}

pub(crate) fn released(cells: &mut Cells<'_>) -> Released {
    let batch = cells.count("batch").filter(|batch| *batch > 0);
    if batch.is_none() {
        cells.wrong("batch", "incidents-expected-number", None);
    }
    Released {
        record: or_none(cells.code("id")),
        batch: batch.unwrap_or(1),
    }
}
