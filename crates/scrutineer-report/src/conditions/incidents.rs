//! Incidents and victims: ranges with a cut-off date, reports by right, joins. Nothing is a sum over
//! claims, and no id of a person, claim, station or report is here.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use scrutineer_incidents::publish::{Published, protect};
use scrutineer_incidents::{
    ActKind, Category, CountStatement, Force, IncidentSummary, Means, Observed, Phase, Qualifier,
    Resolved, Response, Said, Spread, TypeReports, count_sentence,
};
use scrutineer_model::{Code, Date, Message, Real};
use serde::{Deserialize, Serialize};

/// Everything that may be shown of incidents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentsPart {
    /// What was known by this day.
    pub cut_off: Date,
    /// Who says something.
    pub sources: Vec<IncidentSource>,
    /// One count for each act, never added.
    pub counts: Vec<PersonCount>,
    /// Credible persons by act and state.
    pub by_area: Vec<AreaNumbers>,
    /// Reports by the right that they touch.
    pub reports: Vec<RightGroup>,
    /// Critical reports that nobody called back about; they are in no number.
    pub not_called_back: u64,
    /// Refused copies joined with sheets; empty where no report says so. The last row is the whole.
    pub refused_sheets: Vec<RefusedSheets>,
    /// Reports about outlets joined with network measurements.
    pub outlets: Vec<OutletReports>,
    /// Figures of a source that are lower than an earlier one, which was not taken back.
    pub went_down: u64,
    /// Assessments that change nothing because they lack something.
    pub insufficient: u64,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentSource {
    /// Its id; `private-N` for one that may not be named.
    pub id: Code,
    /// Its name; `null` for one that may not be named.
    pub name: Option<String>,
    /// What kind of body it is.
    pub kind: String,
    /// How it comes to what it says.
    pub standing: String,
    /// Whether it states how it works.
    pub states_method: bool,
    /// Sources that it rests on.
    pub derived_from: Vec<Code>,
}

/// How many persons, as three numbers with a cut-off date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonCount {
    /// What was done.
    pub act: String,
    /// What was known by this day.
    pub cut_off: Date,
    /// Different persons, corroborated or better. `null` where `lists` is 0 and no list of names is known, or where
    /// it is withheld.
    pub minimum: Option<u64>,
    /// Different persons named and not refuted; `null` likewise.
    pub credible: Option<u64>,
    /// The largest figure that was published by anyone who is no party, or `credible` if larger; `null` where that
    /// is withheld.
    pub maximum: Option<u64>,
    /// The figures of areas that do not overlap of which the maximum is the sum; absent where one claim says it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maximum_parts: Vec<AreaPart>,
    /// Who published it; empty where it is the number of named persons.
    pub maximum_sources: Vec<Code>,
    /// When.
    pub maximum_as_of: Option<Date>,
    /// Lists that name somebody; 1 where `credible` is withheld, however many there are.
    pub lists: u64,
    /// How many of them are independent; 1 likewise.
    pub independent_lists: u64,
    /// Pairs that may be one person; `null` where `credible` is withheld.
    pub open_pairs: Option<u64>,
    /// Decisions about pairs that contradict those of people, or put two records of a list together; absent where
    /// there is none or `credible` is withheld.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub conflicts: u64,
    /// Credible persons by group; `null` is withheld.
    pub groups: BTreeMap<String, Option<u64>>,
    /// Credible persons by the kind of unit that the record names. That it was this unit was not verified. One for whom
    /// it names several stands under each. Absent where no act names one, or where it is withheld.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub perpetrators: BTreeMap<String, u64>,
    /// Figures that bodies published.
    pub claims: u64,
    /// Their sources.
    pub claim_sources: u64,
    /// How many of these are independent of each other.
    pub independent_sources: u64,
    /// Latest figures of sources that may not be named that are in none of `figures`: each of them, or what follows
    /// from it, could tell of one to four persons. Absent where there is none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub withheld: u64,
    /// The figures that are the ends of the range, and those of parties beside.
    pub figures: Vec<SaidFigure>,
    /// All three numbers and the day as a sentence.
    pub sentence: Message,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form that serde calls"
)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// The largest published figure of one area, where figures of areas that do not overlap were added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaPart {
    /// The area.
    pub area: String,
    /// The figure.
    pub figure: u64,
    /// Who published it.
    pub source: Code,
    /// When.
    pub as_of: Date,
}

/// A figure as somebody published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidFigure {
    /// `verified`, `lowest`, `credible`, `highest` or `party`.
    pub place: String,
    /// Who says it.
    pub source: Code,
    /// How the source comes to it.
    pub standing: String,
    /// How it was qualified.
    pub qualifier: String,
    /// The smallest number that it allows.
    pub low: u64,
    /// The largest; `null` where it sets no upper end.
    pub high: Option<u64>,
    /// The number that was named.
    pub named: u64,
    /// The word that was used for a number.
    pub word: Option<String>,
    /// Of how many it is a part.
    pub of: Option<u64>,
    /// Broken out, by the words of groups; `minors` and `minors-over` (more than that) are among the groups. Absent
    /// where nothing is.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, u64>,
    /// Until when it counts.
    pub as_of: Date,
    /// What must be known about that day, as somebody wrote it; absent where nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of_note: Option<String>,
    /// Where it was said, or who quotes it; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
}

/// Credible persons of one act by state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AreaNumbers {
    /// The act.
    pub act: String,
    /// By state; `null` is withheld.
    pub areas: BTreeMap<String, Option<u64>>,
}

/// Reports that touch a right. Whether an obligation was kept is not said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RightGroup {
    /// The right; `none` for types without an obligation.
    pub right: Code,
    /// What the types cite.
    pub cites: Vec<String>,
    /// Reports by type. One type can stand under several rights; nothing is added over rights.
    pub types: Vec<TypeGroup>,
}

/// Reports of a type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypeGroup {
    /// The family.
    pub family: Code,
    /// The type.
    pub kind: Code,
    /// How many; `null` is withheld.
    pub reports: Option<u64>,
    /// How many of them were seen and not heard; `null` is withheld.
    pub direct: Option<u64>,
    /// First day; `null` where the number of reports is withheld.
    pub first: Option<Date>,
    /// Last day; `null` likewise.
    pub last: Option<Date>,
    /// Means of force, with the number of reports that name them.
    pub means: BTreeMap<String, u64>,
    /// What else reports say, none of it verified, by `units`, `force`, `responses`, `phases` and `resolved`, each with the number of reports
    /// by word. Absent where no report says it, or where it is withheld.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub told: BTreeMap<String, BTreeMap<String, u64>>,
    /// Numbers that reports say, by `persons` (affected by one incident) and `sizes` (people in one assembly); absent
    /// likewise. They are never added.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, SaidNumbers>,
    /// By deployment of observers; of types about persons without those whose number is small or would give a
    /// small one away.
    pub observed: Vec<ObservedPlaces>,
}

/// Numbers that reports of a type say, as a range over reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidNumbers {
    /// Reports that say a number.
    pub reports: u64,
    /// The smallest lower end.
    pub low: u64,
    /// The largest upper end.
    pub high: u64,
}

/// Reports of a type at the places of one deployment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ObservedPlaces {
    /// How the deployment is called.
    pub name: String,
    /// How its places were chosen.
    pub sample: String,
    /// Reports.
    pub reports: u64,
    /// Different places of these reports; absent where one of them names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u64>,
    /// Places that reported; `null` for a complaint line.
    pub of: Option<u64>,
    /// Share of places with its 95 % interval; `null` for places that were not drawn at random or are not known.
    pub rate: Option<[Real; 3]>,
}

/// Stations of one area by whether a copy was refused and whether a sheet is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusedSheets {
    /// The state; empty for the whole.
    pub area: String,
    /// Refused, and a sheet is there: a contradiction to resolve.
    pub refused_present: u64,
    /// Refused, and no sheet is there.
    pub refused_absent: u64,
    /// Not reported as refused, and a sheet is there.
    pub other_present: u64,
    /// Not reported as refused, and no sheet is there.
    pub other_absent: u64,
    /// Stations of reports that the list of stations has not.
    pub unknown_stations: u64,
}

/// Reports about an outlet beside findings of network measurements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutletReports {
    /// The outlet.
    pub outlet: Code,
    /// The type of the report.
    pub kind: Code,
    /// First day of the report.
    pub from: Date,
    /// Findings of measurements near that time.
    pub findings: u64,
}

impl IncidentsPart {
    pub(super) fn new(summary: &IncidentSummary) -> Self {
        Self {
            cut_off: summary.cut_off,
            sources: summary
                .sources
                .iter()
                .map(|held| IncidentSource {
                    id: held.id.clone(),
                    name: held.name.clone(),
                    kind: held.kind.word().to_owned(),
                    standing: held.standing.word().to_owned(),
                    states_method: held.states_method,
                    derived_from: held.derived_from.clone(),
                })
                .collect(),
            counts: summary.counts.iter().map(PersonCount::new).collect(),
            by_area: summary
                .by_area
                .iter()
                .map(|row| AreaNumbers {
                    act: row.act.word().to_owned(),
                    areas: row
                        .areas
                        .iter()
                        .map(|(area, number)| (area.to_string(), number.get()))
                        .collect(),
                })
                .collect(),
            reports: summary
                .reports
                .iter()
                .map(|held| RightGroup {
                    right: held.right.clone(),
                    cites: held.cites.clone(),
                    types: held.types.iter().map(TypeGroup::new).collect(),
                })
                .collect(),
            not_called_back: summary.not_called_back,
            refused_sheets: summary
                .refused_and_present
                .iter()
                .map(|held| RefusedSheets {
                    area: held.area.to_string(),
                    refused_present: held.refused_present,
                    refused_absent: held.refused_absent,
                    other_present: held.other_present,
                    other_absent: held.other_absent,
                    unknown_stations: held.unknown_stations,
                })
                .collect(),
            outlets: summary
                .outlets
                .iter()
                .map(|held| OutletReports {
                    outlet: held.outlet.clone(),
                    kind: held.kind.clone(),
                    from: held.from,
                    findings: held.findings,
                })
                .collect(),
            went_down: summary.went_down.len() as u64,
            insufficient: summary.insufficient.len() as u64,
        }
    }
}

impl PersonCount {
    fn new(held: &CountStatement) -> Self {
        let figures = &held.figures;
        let ends = [
            ("verified", &figures.verified),
            ("lowest", &figures.lowest),
            ("credible", &figures.credible),
            ("highest", &figures.highest),
        ];
        let ends = ends
            .into_iter()
            .filter_map(|(place, said)| Some(SaidFigure::new(place, said.as_ref()?)));
        let parties = figures.parties.iter();
        let parties = parties.map(|beside| SaidFigure::new("party", &beside.said));
        Self {
            act: held.scope.act.word().to_owned(),
            cut_off: held.scope.cut_off,
            minimum: held.minimum,
            credible: held.credible,
            maximum: held.maximum,
            maximum_parts: held
                .maximum_parts
                .iter()
                .map(|part| AreaPart {
                    area: part.area.to_string(),
                    figure: part.figure,
                    source: part.source.clone(),
                    as_of: part.as_of,
                })
                .collect(),
            maximum_sources: held.maximum_sources.clone(),
            maximum_as_of: held.maximum_as_of,
            lists: held.lists,
            independent_lists: held.independent_lists,
            open_pairs: held.open_pairs,
            conflicts: held.conflicts,
            groups: groups(held),
            perpetrators: by_word(&held.perpetrators, Category::word),
            claims: figures.claims,
            claim_sources: figures.sources,
            independent_sources: figures.independent,
            withheld: figures.withheld,
            figures: ends.chain(parties).collect(),
            sentence: held.sentence(),
        }
    }

    /// The sentence that the numbers give.
    pub(crate) fn said(&self) -> Message {
        let parts: Vec<(&str, u64)> = self
            .maximum_parts
            .iter()
            .map(|part| (part.area.as_str(), part.figure))
            .collect();
        let numbers = [self.minimum, self.credible, self.maximum];
        count_sentence(&self.act, numbers, self.lists, &parts, self.cut_off)
    }
}

/// Persons by group: exact for deaths, else without the numbers that tell who somebody is.
fn groups(held: &CountStatement) -> BTreeMap<String, Option<u64>> {
    let numbers: Vec<u64> = held.groups.values().copied().collect();
    let shown: Vec<Published> = if held.scope.act == ActKind::Killed {
        numbers.into_iter().map(Published::Shown).collect()
    } else {
        protect(&vec![numbers]).into_iter().flatten().collect()
    };
    let names = held.groups.keys().map(|group| group.word().to_owned());
    names.zip(shown.into_iter().map(Published::get)).collect()
}

impl SaidFigure {
    fn new(place: &str, said: &Said) -> Self {
        Self {
            place: place.to_owned(),
            source: said.source.clone(),
            standing: said.standing.word().to_owned(),
            qualifier: said.qualifier.word().to_owned(),
            low: said.quantity.low,
            high: said.quantity.high,
            named: said.largest(),
            word: said.quantity.word.map(|word| word.word().to_owned()),
            of: said.of,
            parts: said.parts.clone(),
            as_of: said.as_of,
            as_of_note: said.as_of_note.clone(),
            outlet: said.outlet.clone(),
        }
    }

    /// The number in the words of the source.
    pub(crate) fn number(&self) -> Message {
        match (&self.word, self.high) {
            (Some(word), high) => Message::new("incidents-number-word")
                .with("how", word.as_str())
                .with("low", self.low)
                .with("high", high.unwrap_or(self.low)),
            (None, Some(high)) if high == self.low => {
                Message::new("incidents-number-exact").with("low", high)
            }
            (None, Some(high)) => Message::new("incidents-number-range")
                .with("low", self.low)
                .with("high", high),
            (None, None) if self.qualifier == Qualifier::Over.word() => {
                Message::new("incidents-number-over").with("low", self.named)
            }
            (None, None) => Message::new("incidents-number-at-least").with("low", self.low),
        }
    }
}

fn by_word<K: Copy>(
    held: &BTreeMap<K, u64>,
    word: impl Fn(K) -> &'static str,
) -> BTreeMap<String, u64> {
    held.iter()
        .map(|(key, number)| (word(*key).to_owned(), *number))
        .collect()
}

/// What reports say in words, without what none says.
fn told(held: &TypeReports) -> BTreeMap<String, BTreeMap<String, u64>> {
    let all = [
        ("units", by_word(&held.units, Category::word)),
        ("force", by_word(&held.force, Force::word)),
        ("responses", by_word(&held.responses, Response::word)),
        ("phases", by_word(&held.phases, Phase::word)),
        ("resolved", by_word(&held.resolved, Resolved::word)),
    ];
    all.into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| (name.to_owned(), words))
        .collect()
}

impl SaidNumbers {
    fn new(held: Spread) -> Self {
        Self {
            reports: held.reports,
            low: held.low,
            high: held.high,
        }
    }
}

impl TypeGroup {
    fn new(held: &TypeReports) -> Self {
        let observed = |held: &Observed| ObservedPlaces {
            name: held.name.clone(),
            sample: held.sample.word().to_owned(),
            reports: held.reports,
            places: held.places,
            of: held.of,
            rate: held.rate,
        };
        Self {
            family: held.family.clone(),
            kind: held.kind.clone(),
            reports: held.reports.get(),
            direct: held.direct.get(),
            first: held.first,
            last: held.last,
            means: by_word(&held.means, Means::word),
            told: told(held),
            numbers: [("persons", held.persons), ("sizes", held.sizes)]
                .into_iter()
                .filter_map(|(name, held)| Some((name.to_owned(), SaidNumbers::new(held?))))
                .collect(),
            observed: held.observed.iter().map(observed).collect(),
        }
    }
}
