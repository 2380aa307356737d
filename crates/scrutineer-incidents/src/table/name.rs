//! The tables and their columns, as `spec/incidents.md` lists them.

/// A table of the folder `incidents/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableName {
    /// Who says something.
    Sources,
    /// What it rests on.
    Items,
    /// What is said.
    Claims,
    /// Random ids.
    Persons,
    /// What happened.
    Events,
    /// What was done to whom.
    Acts,
    /// Kinds of units.
    Perpetrators,
    /// Pairs of persons.
    Links,
    /// What somebody found about a claim or an act.
    Assessments,
    /// Reports of incidents.
    Reports,
    /// How places of observation were chosen.
    Deployments,
    /// What was shown before a name is published.
    Namings,
    /// Which reports left in which batch.
    Releases,
    /// A list with names that stays outside the folder; never one of [`Self::ALL`].
    List,
    /// Which record of which list has which random ids; private state, never one of [`Self::ALL`].
    Records,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there and filled.
    pub is_required: bool,
    /// Whether what stands in it never leaves the folder.
    pub is_private: bool,
}

/// Reads the notation of the specification: `*` required, `~` private.
const fn column(name: &'static str, is_required: bool, is_private: bool) -> Column {
    Column {
        name,
        is_required,
        is_private,
    }
}

macro_rules! columns {
    ($($name:literal $kind:ident),+ $(,)?) => { const { &[$(columns!(@ $name $kind)),+] } };
    (@ $name:literal must) => { column($name, true, false) };
    (@ $name:literal may) => { column($name, false, false) };
    (@ $name:literal must_private) => { column($name, true, true) };
    (@ $name:literal private) => { column($name, false, true) };
}

impl TableName {
    /// All tables, each after those that it refers to.
    pub const ALL: [Self; 13] = [
        Self::Sources,
        Self::Items,
        Self::Persons,
        Self::Perpetrators,
        Self::Events,
        Self::Claims,
        Self::Acts,
        Self::Links,
        Self::Assessments,
        Self::Deployments,
        Self::Reports,
        Self::Namings,
        Self::Releases,
    ];

    /// Its name, which is that of its file without `.csv`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Items => "items",
            Self::Claims => "claims",
            Self::Persons => "persons",
            Self::Events => "events",
            Self::Acts => "acts",
            Self::Perpetrators => "perpetrators",
            Self::Links => "links",
            Self::Assessments => "assessments",
            Self::Reports => "reports",
            Self::Deployments => "deployments",
            Self::Namings => "namings",
            Self::Releases => "releases",
            Self::List => "list",
            Self::Records => "records",
        }
    }

    /// The table of a name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == text)
    }

    /// Its columns, in the order in which they are written.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Sources => columns![
                "id" must, "name" must, "kind" must, "standing" must, "cut_off" may, "method" may,
                "derived_from" may, "access" must, "scope" private,
            ],
            Self::Items => columns![
                "id" must, "kind" must, "digest" must, "captured" may, "checked" may, "source" may,
                "parent" may, "locator" private, "custody" private,
            ],
            Self::Claims => columns![
                "id" must, "source" must, "item" may, "act" must, "person" private, "count" may,
                "count_max" may, "word" may, "of" may, "parts" may, "qualifier" must, "standard" may,
                "as_of" must, "area" may, "from" may, "to" may, "event" may, "withdraws" may,
                "quote" private, "coder" private, "second_coder" private, "outlet" may,
                "as_of_note" may,
            ],
            Self::Persons => columns!["id" must_private, "group" may],
            Self::Events => columns![
                "id" must, "type" must, "from" must, "to" may, "time_precision" must, "area" may,
                "place" private, "place_precision" must, "phase" must,
            ],
            Self::Acts => columns![
                "id" must, "event" must, "person" private, "act" must, "perpetrator" may,
            ],
            Self::Perpetrators => columns!["id" must, "category" must, "unit" may],
            Self::Links => columns![
                "left" must_private, "right" must_private, "levels" private, "score" may,
                "decision" must, "decider" private, "decided" must, "reason" private,
            ],
            Self::Assessments => columns![
                "id" must, "subject" must, "rule" must, "evidence" may, "outcome" may,
                "assessor" must_private, "second_assessor" private, "assessed" must,
            ],
            Self::Reports => columns![
                "id" must, "type" must, "phase" must, "from" must, "to" may, "area" may,
                "station" private, "deployment" may, "role" must, "direct" must, "persons" may,
                "persons_max" may, "force" may, "means" may, "unit" may, "outlet" may, "size" may,
                "size_max" may, "resolved" may, "called_back" may, "response" may,
            ],
            Self::Deployments => columns![
                "id" must, "name" must, "sample" must, "reached" must, "reporting" must,
            ],
            Self::Namings => columns![
                "id" must, "person" must_private, "who" must, "minor" must, "basis" may,
                "record" private, "legal_note" private, "reviewer" private,
                "second_reviewer" private, "day" may,
            ],
            Self::Releases => columns!["id" must, "batch" must],
            Self::List => columns![
                "id" must_private, "given" private, "surname1" private, "surname2" private,
                "date" private, "age" private, "place" private, "sex" private, "identity" private,
            ],
            Self::Records => columns![
                "list" must_private, "record" must_private, "person" must_private, "claim" must_private,
            ],
        }
    }

    /// The column that names a row; links are told apart by their pair and date.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            Self::Links => &["left", "right", "decided"],
            Self::Records => &["list", "record"],
            _ => &["id"],
        }
    }
}
