//! Finds examples and real files, and feeds folders with bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_formats::{
    ElectionFolder, FileError, LoadError, LoadOptions, Loaded, Location, Wanted, load,
};
use scrutineer_model::{Cell, Dataset, SheetSet, Source};
use scrutineer_testkit::shared;

/// The text of an example's `election.toml`.
pub(crate) fn example(name: &str) -> String {
    let path = shared::workspace_root()
        .join("examples")
        .join(name)
        .join("election.toml");
    fs::read_to_string(path).expect("the example is there")
}

#[expect(
    clippy::panic,
    reason = "a folder of a test that is wrong must fail it, and say why"
)]
pub(crate) fn parse(text: &str) -> ElectionFolder {
    ElectionFolder::parse(text).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn find(dir: &Path, name: &str) -> Option<PathBuf> {
    for entry in fs::read_dir(dir).ok()?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if let Some(found) = find(&path, name) {
                return Some(found);
            }
        } else if path.file_name().is_some_and(|file| file == name) {
            return Some(path);
        }
    }
    None
}

/// An example with its real files; `None`, said aloud, where they are absent.
pub(crate) fn real(name: &str) -> Option<Loaded> {
    let data = shared::dir()?.join("data");
    let folder = parse(&example(name));
    let mut files = |wanted: &Wanted| match &wanted.location {
        Location::Pinned { name, .. } => match find(&data, name) {
            Some(path) => fs::read(path).map_err(|error| FileError::Failed(error.to_string())),
            None => Err(FileError::NotFound),
        },
        Location::Path(_) => Err(FileError::NotFound),
    };
    Some(load(&folder, &mut files, &LoadOptions::default()).expect("the files are there"))
}

/// Loads a folder whose files are given by name.
pub(crate) fn load_with(text: &str, files: &[(&str, &[u8])]) -> Result<Loaded, LoadError> {
    load_folder(&parse(text), files, LoadOptions::default())
}

pub(crate) fn load_folder(
    folder: &ElectionFolder,
    files: &[(&str, &[u8])],
    options: LoadOptions,
) -> Result<Loaded, LoadError> {
    let files: BTreeMap<&str, &[u8]> = files.iter().copied().collect();
    let mut give = |wanted: &Wanted| {
        files
            .get(wanted.location.name())
            .map(|bytes| bytes.to_vec())
            .ok_or(FileError::NotFound)
    };
    load(folder, &mut give, &options)
}

/// A small contest with two hierarchies, groups, tickets and declared parts; `columns` and `read`
/// can be put in the place of the marks.
pub(crate) const SMALL: &str = r#"
schema = "scrutineer/election/1"
[election]
id = "small"
name = "A \"small\" election"
date = "2024-05-05"
country = "XX"
key = ["place", "table"]
[[hierarchy]]
id = "administrative"
levels = ["state", "town"]
[[hierarchy]]
id = "seats"
levels = ["seat"]
[[contest]]
id = "mayor"
name = "Mayor"
rule = { kind = "majority", share = "1/2", runoff = 2 }
capacity = { rule = "register" }
[[contest.option]]
id = "A"
name = "Ana"
tickets = ["A1", "A2"]
[[contest.option]]
id = "B"
name = "Bo"
[[contest.option]]
id = "C"
name = "Cy"
[[contest.register]]
id = "list"
figure = "electors"
total = { value = 900, source = "x", others = [{ value = 901, source = "y" }], why = "z" }
applies = "yes"
[[source]]
id = "sheets"
[source.provenance]
supplied_by = "observer"
aligned_with = ["B"]
obtained_from = "unknown"
obtained_on = "2024-05-06"
obtained_by_role = "observer"
method = "typed twice"
medium = "unknown"
licence = "unknown"
derived_from = "none"
transformations = "unknown"
[[source.file]]
path = "sheets.csv"
[source.read]
#READ
[source.columns]
station = ["place", "table"]
place = ["place"]
place_name = "name"
registered = "re"
ballots = "ballots"
valid = "valid"
invalid = "null"
kind = "kind"
private = ["agent"]
picture = "picture"
[source.columns.divisions]
administrative = { codes = ["state", "town"], names = ["state name", "town name"] }
seats = { codes = ["seat"] }
[source.columns.votes]
A1 = "a1"
A2 = "a2"
B = "b"
C = "c"
[source.values.kind]
extern = "abroad"
[[source.identity]]
holds = "options = valid"
[[source.identity]]
holds = "valid + invalid = ballots"
[register]
path = "register.csv"
[register.columns]
station = ["place", "table"]
registered = "voters"
[[declaration]]
id = "night"
authority = "Office"
time = "2024-05-05T23:00:00+02:00"
status = "unofficial-partial"
coverage = { printed = "80.0", stations = 4 }
turnout = "59"
source = "radio"
parts = { path = "parts.csv", hierarchy = "administrative", columns = { codes = ["state"], votes = { A = "a", rest = "r" }, valid = "v" } }
[[declaration.votes]]
option = "A"
votes = 30
percent = "60.0"
[[declaration.votes]]
group = "rest"
options = ["B", "C"]
votes = { value = 20, source = "radio", others = [{ value = 21, source = "paper" }] }
[[declaration]]
id = "town"
authority = "Office"
time = "2024-05-07"
status = "certified"
scope = { hierarchy = "administrative", path = ["1", "02"] }
follows = "night"
winners = ["A"]
[[declaration.votes]]
option = "A"
percent = "61"
"#;

/// Sheets of [`SMALL`]: leading zeros, an unread cell, two rows that rival each other, a station
/// abroad, names beyond ASCII.
pub(crate) const SHEETS: &str = "\
place,table,name,state,state name,town,town name,seat,kind,re,ballots,valid,null,a1,a2,b,c,agent,picture
007,1,\"Escuela \"\"Sol\"\", Norte\",1,Ávila,01,Peña,N,,100,60,58,2,10,20,28,0,CANARY-AGENT,https://p/CANARY-1.jpg
007,2,\"Escuela \"\"Sol\"\", Norte\",1,Ávila,01,Peña,N,,100,50,50,0,10,10,30,,CANARY-AGENT,https://p/CANARY-2.jpg
008,1,Liceo,1,Ávila,02,Río,N,,200,90,88,2,40,8,40,0,CANARY-AGENT,https://p/CANARY-3.jpg
008,1,Liceo,1,Ávila,02,Río,N,,200,90,88,2,40,8,39,1,CANARY-AGENT,https://p/CANARY-4.jpg
X 9,1,Consulado,2,,,,S,extern,50,10,10,0,3,3,4,0,CANARY-AGENT,https://p/CANARY-1.jpg
";

pub(crate) const REGISTER: &str =
    "place,table,voters\n007,1,100\n007,2,100\n008,1,200\n008,2,150\n";
pub(crate) const PARTS: &str = "state,a,r,v\n1,20,15,35\n2,10,5,\n";
pub(crate) const DISPOSITIONS: &str = "key,decision,reason,role,date\n\
E01|x,explained,\"a, b\",observer,2024-05-08\n";

/// The files of [`SMALL`] with these sheets.
pub(crate) fn small_files(sheets: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("sheets.csv", sheets.to_vec()),
        ("register.csv", REGISTER.into()),
        ("parts.csv", PARTS.into()),
        ("dispositions.csv", DISPOSITIONS.into()),
    ]
}

pub(crate) fn load_small(text: &str, sheets: &[u8]) -> Loaded {
    let files = small_files(sheets);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    load_with(text, &files).expect("it loads")
}

/// What two data sets say about the election, but for where in which file it stood.
#[track_caller]
pub(crate) fn assert_same(one: &Dataset, two: &Dataset) {
    assert_eq!(one.election(), two.election());
    assert_eq!(one.contests(), two.contests());
    assert_eq!(one.hierarchies(), two.hierarchies());
    assert_eq!(one.places(), two.places());
    assert_eq!(one.stations(), two.stations());
    assert_eq!(one.has_register(), two.has_register());
    assert_eq!(one.declarations(), two.declarations());
    assert_eq!(one.dispositions(), two.dispositions());
    assert_eq!(one.as_of(), two.as_of());
    assert_eq!(one.sheets().len(), two.sheets().len());
    for (ours, theirs) in one.sheets().iter().zip(two.sheets()) {
        assert_eq!(ours.stations(), theirs.stations());
        let content = |set: &SheetSet| -> Vec<Vec<Cell>> {
            (0..set.len())
                .map(|row| set.content(row).collect())
                .collect()
        };
        assert_eq!(content(ours), content(theirs));
        assert!(ours.current().eq(theirs.current()));
        assert!(ours.rivals().eq(theirs.rivals()));
    }
    for (ours, theirs) in one.sources().iter().zip(two.sources()) {
        let plain = |source: &Source| Source {
            rows: 0,
            rejected: 0,
            ..source.clone()
        };
        assert_eq!(plain(ours), plain(theirs));
    }
}
