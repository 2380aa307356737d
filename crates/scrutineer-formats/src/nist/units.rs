//! Divisions, polling places and stations as reporting units, the wider ones naming what they are
//! composed of.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Current, Dataset, DivisionIdx, Field, PlaceIdx, SheetSet, StationIdx};

use super::Part;
use super::tree::{Member, Object, id};

/// The unit of a station.
pub(super) fn station_id(dataset: &Dataset, station: StationIdx) -> String {
    id("station", dataset.stations().id(station))
}

/// The unit around everything in the report.
pub(super) fn root_id(dataset: &Dataset, part: &Part) -> String {
    match part.division {
        Some((_, division)) => division_id(dataset, part, division),
        None => id("election", dataset.election().id.as_str()),
    }
}

fn division_id(dataset: &Dataset, part: &Part, division: DivisionIdx) -> String {
    let code = part.division.map_or_else(String::new, |(hierarchy, _)| {
        dataset.hierarchy(hierarchy).divisions.path_code(division)
    });
    id("division", &code)
}

/// Every unit, the wider ones first.
pub(super) fn units(dataset: &Dataset, set: &SheetSet, part: &Part) -> Vec<Object> {
    let tree = Tree::new(dataset, part);
    let mut units = Vec::new();
    if let Some((hierarchy, _)) = part.division {
        let hierarchy = dataset.hierarchy(hierarchy);
        for (&division, inside) in &tree.divisions {
            let view = hierarchy.divisions.get(division);
            let level = hierarchy.levels.get(usize::from(view.level));
            let unit = unit(division_id(dataset, part, division), inside)
                .with_name(view.name)
                .of_kind("other", level.map_or("division", String::as_str));
            units.push(unit.finish());
        }
    } else {
        let root = unit(root_id(dataset, part), &tree.outside)
            .with_name(&dataset.election().name)
            .of_kind("other", "election");
        units.push(root.finish());
    }
    for (&place, inside) in &tree.places {
        let view = dataset.places().get(place);
        let place = unit(id("place", view.code), inside)
            .with_name(view.name)
            .of_kind("polling-place", "");
        units.push(place.finish());
    }
    units.extend(
        part.stations
            .iter()
            .map(|&at| station_unit(dataset, set, at)),
    );
    units
}

fn station_unit(dataset: &Dataset, set: &SheetSet, station: StationIdx) -> Object {
    let view = dataset.stations().get(station);
    let sheet = match set.current_at(station) {
        Current::One(row) => Some(row),
        Current::None | Current::Rivals(_) => None,
    };
    let on_sheet = |field| sheet.and_then(|row| set.field_at(field, row).count());
    let registered = view
        .registered
        .count()
        .or_else(|| on_sheet(Field::Registered));
    let mut unit = unit(station_id(dataset, station), &[]).of_kind("other", "station");
    unit.identifier = Some(view.id.to_owned());
    unit.participated = on_sheet(Field::Voters);
    unit.registered = registered;
    unit.finish()
}

/// What each unit is composed of.
struct Tree {
    divisions: BTreeMap<DivisionIdx, Vec<String>>,
    places: BTreeMap<PlaceIdx, Vec<String>>,
    outside: Vec<String>,
}

impl Tree {
    fn new(dataset: &Dataset, part: &Part) -> Self {
        let stations = dataset.stations();
        let mut tree = Self {
            divisions: BTreeMap::new(),
            places: BTreeMap::new(),
            outside: Vec::new(),
        };
        let mut seen: BTreeSet<PlaceIdx> = BTreeSet::new();
        for &station in &part.stations {
            let own = station_id(dataset, station);
            let division = part
                .division
                .and_then(|(hierarchy, _)| stations.division(hierarchy, station));
            let place = stations.get(station).place;
            // A place that spans divisions stands in that of its first station.
            let inside = match place {
                Some(place) => {
                    tree.places.entry(place).or_default().push(own);
                    seen.insert(place)
                        .then(|| id("place", dataset.places().get(place).code))
                }
                None => Some(own),
            };
            match division {
                Some(division) => {
                    let held = tree.divisions.entry(division).or_default();
                    held.extend(inside);
                    tree.widen(dataset, part, division);
                }
                None => tree.outside.extend(inside),
            }
        }
        tree
    }

    /// Enters a division into those around it.
    fn widen(&mut self, dataset: &Dataset, part: &Part, division: DivisionIdx) {
        let Some((hierarchy, _)) = part.division else {
            return;
        };
        let divisions = &dataset.hierarchy(hierarchy).divisions;
        let path = divisions.path(division);
        for pair in path.windows(2) {
            if let &[parent, child] = pair {
                let own = division_id(dataset, part, child);
                let held = self.divisions.entry(parent).or_default();
                if !held.contains(&own) {
                    held.push(own);
                }
            }
        }
    }
}

/// A reporting unit while it is put together; the schema fixes the order of its members.
struct Unit {
    id: String,
    inside: Vec<String>,
    name: String,
    identifier: Option<String>,
    kind: &'static str,
    other: String,
    registered: Option<u32>,
    participated: Option<u32>,
}

fn unit(id: String, inside: &[String]) -> Unit {
    Unit {
        id,
        inside: inside.to_vec(),
        name: String::new(),
        identifier: None,
        kind: "other",
        other: String::new(),
        registered: None,
        participated: None,
    }
}

impl Unit {
    fn with_name(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// A word of the standard, and for `other` the word that it stands for.
    fn of_kind(mut self, kind: &'static str, other: &str) -> Self {
        self.kind = kind;
        other.clone_into(&mut self.other);
        self
    }

    fn finish(self) -> Object {
        let mut made = Object::derived("ReportingUnit", self.id)
            .with("ComposingGpUnitIds", Member::References(self.inside));
        if let Some(value) = self.identifier {
            let identifier = Object::new("ExternalIdentifier")
                .with("Type", Member::Text("other".to_owned()))
                .with("OtherType", Member::Text("station-id".to_owned()))
                .with("Value", Member::Text(value));
            made = made.with("ExternalIdentifier", Member::Many(vec![identifier]));
        }
        if !self.name.is_empty() {
            made = made.with("Name", Member::Name(self.name));
        }
        made = made.with("Type", Member::Text(self.kind.to_owned()));
        if self.kind == "other" {
            made = made.with("OtherType", Member::Text(self.other));
        }
        made.with_known("VotersParticipated", self.participated)
            .with_known("VotersRegistered", self.registered)
    }
}
