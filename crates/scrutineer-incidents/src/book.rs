//! All tables together, each reference checked.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date, Message};

use crate::claimed::ClaimedFigure;
use crate::forms::Forms;
use crate::publish::{Basis, is_withheld, shown_parts, shown_words, withhold_differences};
use crate::records::{
    self, Act, Assessment, Claim, Deployment, Event, Item, Naming, Perpetrator, Person, PersonLink,
    Released, Report,
};
use crate::source::{Source, SourceGraph};
use crate::table::{Problem, Table, TableName, rows};
use crate::vocabulary::{Access, Qualifier};

/// What the folder `incidents/` says. An absent table is empty.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Who says something.
    pub sources: Vec<Source>,
    /// What it rests on.
    pub items: Vec<Item>,
    /// What is said.
    pub claims: Vec<Claim>,
    /// Random ids.
    pub persons: Vec<Person>,
    /// What happened.
    pub events: Vec<Event>,
    /// What was done to whom.
    pub acts: Vec<Act>,
    /// Kinds of units.
    pub perpetrators: Vec<Perpetrator>,
    /// Decisions about pairs of persons.
    pub links: Vec<PersonLink>,
    /// What somebody found.
    pub assessments: Vec<Assessment>,
    /// Reports on forms.
    pub reports: Vec<Report>,
    /// How places were chosen.
    pub deployments: Vec<Deployment>,
    /// What was shown before a name is published.
    pub namings: Vec<Naming>,
    /// Which reports, names and claims left in which batch.
    pub releases: Vec<Released>,
}

/// Where rows stand, for problems that need other tables.
struct Rows<'a> {
    tables: &'a BTreeMap<TableName, Table>,
    lines: BTreeMap<TableName, Vec<u64>>,
    problems: Vec<Problem>,
}

impl Rows<'_> {
    fn read<T>(
        &mut self,
        name: TableName,
        read: impl Fn(&mut crate::table::Cells<'_>) -> T,
    ) -> Vec<T> {
        let Some(table) = self.tables.get(&name) else {
            return Vec::new();
        };
        let each = |cells: &mut crate::table::Cells<'_>| (cells.row(), read(cells));
        let (lines, values) = rows(name, table, &mut self.problems, each)
            .into_iter()
            .unzip();
        self.lines.insert(name, lines);
        values
    }

    /// Notes what is wrong with a cell of the row at a position.
    fn wrong(&mut self, name: TableName, at: usize, column: &str, message: Message) {
        let file = self
            .tables
            .get(&name)
            .map_or("", |table| table.file.as_str());
        let line = self
            .lines
            .get(&name)
            .and_then(|lines| lines.get(at))
            .copied();
        self.problems
            .push(Problem::new(file, line, Some(column), message));
    }

    /// Ids of a table; a second row of one id is a problem.
    fn ids<'b>(&mut self, name: TableName, ids: impl Iterator<Item = &'b Code>) -> BTreeSet<Code> {
        let mut first: BTreeMap<&Code, usize> = BTreeMap::new();
        for (at, id) in ids.enumerate() {
            if let Some(earlier) = first.get(id) {
                let line = self.lines.get(&name).and_then(|lines| lines.get(*earlier));
                let line = line.copied().unwrap_or(0);
                let message = Message::new("incidents-repeated-id").with("row", line);
                self.wrong(name, at, "id", message);
            } else {
                first.insert(id, at);
            }
        }
        first.into_keys().cloned().collect()
    }

    fn refer<'b>(
        &mut self,
        from: (TableName, usize, &str),
        to: (&BTreeSet<Code>, &str),
        codes: impl IntoIterator<Item = &'b Code>,
    ) {
        for code in codes {
            if !to.0.contains(code) {
                let message = Message::new("incidents-expected-reference").with("name", to.1);
                self.wrong(from.0, from.1, from.2, message);
            }
        }
    }
}

/// The ids that rows may refer to.
struct Ids {
    sources: BTreeSet<Code>,
    items: BTreeSet<Code>,
    persons: BTreeSet<Code>,
    perpetrators: BTreeSet<Code>,
    events: BTreeSet<Code>,
    claims: BTreeSet<Code>,
    acts: BTreeSet<Code>,
    deployments: BTreeSet<Code>,
}

impl Book {
    /// Reads the tables, or says everything that is wrong with them.
    pub fn read(tables: &BTreeMap<TableName, Table>, forms: &Forms) -> Result<Self, Vec<Problem>> {
        use TableName as T;
        let mut from = Rows {
            tables,
            lines: BTreeMap::new(),
            problems: Vec::new(),
        };
        let book = Self {
            sources: from.read(T::Sources, records::source),
            items: from.read(T::Items, records::item),
            persons: from.read(T::Persons, records::person),
            perpetrators: from.read(T::Perpetrators, records::perpetrator),
            events: from.read(T::Events, records::event),
            claims: from.read(T::Claims, records::claim),
            acts: from.read(T::Acts, records::act),
            links: from.read(T::Links, records::link),
            assessments: from.read(T::Assessments, records::assessment),
            deployments: from.read(T::Deployments, records::deployment),
            reports: from.read(T::Reports, records::report),
            namings: from.read(T::Namings, records::naming),
            releases: from.read(T::Releases, records::released),
        };
        let ids = Ids {
            sources: from.ids(T::Sources, book.sources.iter().map(|held| &held.id)),
            items: from.ids(T::Items, book.items.iter().map(|held| &held.id)),
            persons: from.ids(T::Persons, book.persons.iter().map(|held| &held.id)),
            perpetrators: from.ids(
                T::Perpetrators,
                book.perpetrators.iter().map(|held| &held.id),
            ),
            events: from.ids(T::Events, book.events.iter().map(|held| &held.id)),
            claims: from.ids(T::Claims, book.claims.iter().map(|held| &held.id)),
            acts: from.ids(T::Acts, book.acts.iter().map(|held| &held.id)),
            deployments: from.ids(T::Deployments, book.deployments.iter().map(|held| &held.id)),
        };
        from.ids(T::Assessments, book.assessments.iter().map(|held| &held.id));
        let reports = from.ids(T::Reports, book.reports.iter().map(|held| &held.id));
        let namings = from.ids(T::Namings, book.namings.iter().map(|held| &held.id));
        from.ids(T::Releases, book.releases.iter().map(|held| &held.record));
        // A reference can only be judged where every row that it may mean was read.
        if from.problems.is_empty() {
            book.refer_claims(&ids, &mut from);
            book.refer_others(&ids, forms, &mut from);
            book.refer_published(&ids, [&reports, &namings], &mut from);
        }
        if from.problems.is_empty() {
            Ok(book)
        } else {
            Err(from.problems)
        }
    }

    fn refer_claims(&self, ids: &Ids, from: &mut Rows<'_>) {
        use TableName as T;
        let sources = (&ids.sources, "sources");
        for (row, held) in self.sources.iter().enumerate() {
            from.refer(
                (T::Sources, row, "derived_from"),
                sources,
                &held.derived_from,
            );
        }
        for (row, held) in self.items.iter().enumerate() {
            from.refer((T::Items, row, "source"), sources, &held.source);
        }
        for (row, held) in self.claims.iter().enumerate() {
            let at = |column| (T::Claims, row, column);
            from.refer(at("source"), sources, [&held.source]);
            from.refer(at("item"), (&ids.items, "items"), &held.item);
            from.refer(at("person"), (&ids.persons, "persons"), &held.person);
            from.refer(at("event"), (&ids.events, "events"), &held.event);
            from.refer(at("withdraws"), (&ids.claims, "claims"), &held.withdraws);
        }
        own_withdrawals(&self.claims, from);
        for (row, held) in self.links.iter().enumerate() {
            from.refer(
                (T::Links, row, "left"),
                (&ids.persons, "persons"),
                [&held.left],
            );
            from.refer(
                (T::Links, row, "right"),
                (&ids.persons, "persons"),
                [&held.right],
            );
        }
    }

    fn refer_others(&self, ids: &Ids, forms: &Forms, from: &mut Rows<'_>) {
        use TableName as T;
        for (row, held) in self.acts.iter().enumerate() {
            let at = |column| (T::Acts, row, column);
            from.refer(at("event"), (&ids.events, "events"), [&held.event]);
            from.refer(at("person"), (&ids.persons, "persons"), &held.person);
            from.refer(
                at("perpetrator"),
                (&ids.perpetrators, "perpetrators"),
                &held.perpetrator,
            );
        }
        let subjects: BTreeSet<Code> = ids.claims.union(&ids.acts).cloned().collect();
        for (row, held) in self.assessments.iter().enumerate() {
            let at = |column| (T::Assessments, row, column);
            let evidence = if held.rule == crate::vocabulary::Rule::Duplicate {
                (&subjects, "acts")
            } else {
                (&ids.items, "items")
            };
            from.refer(at("subject"), (&subjects, "acts"), [&held.subject]);
            from.refer(at("evidence"), evidence, &held.evidence);
        }
        let kinds: BTreeSet<Code> = forms.ids().cloned().collect();
        for (row, held) in self.events.iter().enumerate() {
            from.refer((T::Events, row, "type"), (&kinds, "forms"), [&held.kind]);
        }
        let deployments = (&ids.deployments, "deployments");
        for (row, held) in self.reports.iter().enumerate() {
            from.refer((T::Reports, row, "type"), (&kinds, "forms"), [&held.kind]);
            from.refer(
                (T::Reports, row, "deployment"),
                deployments,
                &held.deployment,
            );
        }
    }

    fn refer_published(
        &self,
        ids: &Ids,
        [reports, namings]: [&BTreeSet<Code>; 2],
        from: &mut Rows<'_>,
    ) {
        use TableName as T;
        for (row, held) in self.namings.iter().enumerate() {
            let at = |column| (T::Namings, row, column);
            from.refer(at("person"), (&ids.persons, "persons"), [&held.person]);
            if let Some(Basis::Public(source)) = &held.basis {
                from.refer(at("record"), (&ids.sources, "sources"), [source]);
            }
        }
        // A batch says an id and not of which table, so both tables share their ids.
        for (row, held) in self.namings.iter().enumerate() {
            if reports.contains(&held.id) {
                from.wrong(
                    T::Namings,
                    row,
                    "id",
                    Message::new("incidents-id-of-report"),
                );
            }
        }
        let private: BTreeSet<&Code> = self
            .sources
            .iter()
            .filter(|source| source.access == Access::Private)
            .map(|source| &source.id)
            .collect();
        for (row, held) in self.claims.iter().enumerate() {
            let is_taken = reports.contains(&held.id) || namings.contains(&held.id);
            if private.contains(&held.source) && is_taken {
                from.wrong(T::Claims, row, "id", Message::new("incidents-id-of-claim"));
            }
        }
        let leave: BTreeSet<Code> = reports.union(namings).chain(&ids.claims).cloned().collect();
        for (row, held) in self.releases.iter().enumerate() {
            from.refer(
                (T::Releases, row, "id"),
                (&leave, "reports/namings/claims"),
                [&held.record],
            );
        }
    }

    /// Which source rests on which.
    pub fn graph(&self) -> SourceGraph {
        SourceGraph::new(&self.sources)
    }

    /// The figures that bodies published, with their withdrawals.
    pub fn figures(&self) -> Vec<ClaimedFigure> {
        let sources: BTreeMap<&Code, &Source> = self
            .sources
            .iter()
            .map(|source| (&source.id, source))
            .collect();
        let mut withdrawn: BTreeMap<&Code, Date> = BTreeMap::new();
        for claim in &self.claims {
            if let Some(taken) = &claim.withdraws {
                let first = withdrawn.entry(taken).or_insert(claim.as_of);
                *first = claim.as_of.min(*first);
            }
        }
        let mut figures: Vec<ClaimedFigure> = self
            .claims
            .iter()
            .filter_map(|claim| {
                let source = sources.get(&claim.source)?;
                let quantity = claim.quantity?;
                Some(ClaimedFigure {
                    claim: claim.id.clone(),
                    source: claim.source.clone(),
                    standing: source.standing,
                    act: claim.act,
                    quantity,
                    qualifier: claim.qualifier,
                    standard: claim.standard,
                    of: claim.of,
                    parts: shown_parts(claim, quantity, source),
                    as_of: claim.as_of,
                    as_of_note: shown_words(&claim.as_of_note, source),
                    outlet: shown_words(&claim.outlet, source),
                    area: claim.area.clone(),
                    interval: claim.interval,
                    withdrawn: withdrawn.get(&claim.id).copied(),
                    is_withheld: is_withheld(claim, quantity, source),
                })
            })
            .collect();
        withhold_differences(&mut figures, self);
        figures
    }
}

/// Only the source that made a claim takes it back.
fn own_withdrawals(claims: &[Claim], from: &mut Rows<'_>) {
    let source_of: BTreeMap<&Code, &Code> = claims
        .iter()
        .map(|claim| (&claim.id, &claim.source))
        .collect();
    for (at, claim) in claims.iter().enumerate() {
        let taken = claim.withdraws.as_ref().and_then(|id| source_of.get(id));
        if claim.qualifier == Qualifier::Withdrawn && taken != Some(&&claim.source) {
            let message = Message::new("incidents-expected-own");
            from.wrong(TableName::Claims, at, "withdraws", message);
        }
    }
}
