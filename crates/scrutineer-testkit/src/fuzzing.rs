//! What the fuzz targets do with one input; the same functions replay the kept corpora as ordinary
//! tests.

pub mod censorship;
pub mod conditions;
pub mod incidents;
pub mod rla;
pub mod tlog;

use std::fs;

use crate::shared::workspace_root;
use scrutineer_formats::geometry::{self, ShapeFile, document};
use scrutineer_formats::{ElectionFolder, LoadOptions, Location, load};
use scrutineer_model::{Code, Date, Evidence, Moment, PrintedPercent, StationId};

/// The folder whose only source is the input; `@PATH@` and `@READ@` say how it is read.
const ELECTION: &str = include_str!("fuzzing/election.toml");

/// How the bytes of a source are read, chosen by the first byte of the input.
const READ: [(&str, &str); 8] = [
    ("sheets.csv", ""),
    ("sheets.csv", "encoding = \"utf-16le\""),
    (
        "sheets.csv",
        "encoding = \"windows-1252\"\ndelimiter = \";\"\nskip = 1\nfooter = 1",
    ),
    (
        "sheets.csv",
        "thousands = \".\"\nmissing = [\"-\"]\ndelimiter = \"tab\"",
    ),
    ("sheets.csv.gz", "archive = \"gzip\""),
    ("sheets.zip", "archive = \"zip\""),
    ("sheets.xlsx", "format = \"workbook\""),
    ("sheets.ods", "format = \"workbook\""),
];

/// The inputs of a target that the repository keeps, in order of their names.
///
/// # Panics
/// Where there are fewer than two: a test over none would say nothing.
pub fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = workspace_root().join("fuzz/corpus").join(target);
    let entries = fs::read_dir(folder).expect("a corpus that is kept");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an input").path())
        .collect();
    paths.sort();
    assert!(
        paths.len() > 1,
        "the corpus of {target} is kept in the repository"
    );
    paths
        .into_iter()
        .map(|path| fs::read(path).expect("an input"))
        .collect()
}

/// Any text as `election.toml`: errors with positions, and nothing asked for outside the folder.
///
/// # Panics
/// If one of these promises is broken.
pub fn election_toml(text: &str) {
    match ElectionFolder::parse(text) {
        Ok(folder) => {
            for wanted in folder.wanted() {
                if let Location::Path(path) = &wanted.location {
                    assert!(!path.starts_with('/') && !path.split('/').any(|part| part == ".."));
                    assert!(!path.starts_with("sealed/"));
                }
            }
        }
        Err(errors) => assert!(!errors.is_empty()),
    }
}

/// Any bytes as the file of a source, in every format, through the whole audit.
///
/// # Panics
/// If reading or auditing panics or the audit fails.
pub fn sheet_file(data: &[u8]) {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let (path, read) = READ[usize::from(first) % READ.len()];
    let text = ELECTION.replace("@PATH@", path).replace("@READ@", read);
    let folder = ElectionFolder::parse(&text).expect("the folder of this target is valid");
    let options = LoadOptions {
        accept_import: true,
        ..LoadOptions::default()
    };
    if let Ok(loaded) = load(&folder, &mut |_| Ok(bytes.to_vec()), &options) {
        let report = scrutineer_audit::audit(&loaded.dataset, &Evidence::default());
        assert!(report.is_ok(), "{report:?}");
    }
}

/// Columns that [`ELECTION`] names, and one sheet of each division of the target for shapes.
const PLACED: &str = "\
place,table,region,region_name,district,registered,valid,invalid,picture,version,A,B1,B2
P1,1,01,North,01,200,100,0,,1,50,30,20
P2,1,01,North,02,200,100,0,,1,50,30,20
P3,1,02,South,01,200,100,0,,1,50,30,20
";

/// Any bytes as a file of shapes and as the document of a release: what is read is written as a document that reads
/// as the same shapes, and a document is written in one way.
///
/// # Panics
/// If one of these promises is broken, or a refusal gives no reason.
pub fn geometry(data: &[u8]) -> bool {
    let text = ELECTION
        .replace("@PATH@", "sheets.csv")
        .replace("@READ@", "");
    let folder = ElectionFolder::parse(&text).expect("the folder of this target is valid");
    let asked = &mut |_: &_| Ok(PLACED.as_bytes().to_vec());
    let loaded = load(&folder, asked, &LoadOptions::default()).expect("its sheets are valid");
    let divisions = &loaded.dataset.hierarchies()[0].divisions;
    assert_eq!(divisions.len(), 5);
    let codes = ["region".to_owned(), "district".to_owned()];
    let file = ShapeFile {
        name: "a.geojson",
        codes: &codes,
        bytes: data,
    };
    let read = geometry::read(&[file], divisions);
    match &read {
        Ok(shapes) => assert_eq!(geometry::parse(&document(shapes)).as_ref(), Ok(shapes)),
        Err(errors) => assert!(!errors.is_empty()),
    }
    match geometry::parse(data) {
        Ok(shapes) => assert_eq!(document(&shapes), data),
        Err(errors) => assert!(!errors.is_empty()),
    }
    read.is_ok()
}

/// Any text through the small parsers of the domain: what they accept, they print back.
///
/// # Panics
/// If a value does not print back as the text it was read from.
pub fn model_texts(text: &str) {
    if let Ok(percent) = PrintedPercent::parse(text) {
        assert!(percent.lowest() <= percent.share() && percent.share() <= percent.highest());
        assert_eq!(PrintedPercent::parse(&percent.to_string()), Ok(percent));
    }
    if let Ok(date) = Date::parse(text) {
        assert_eq!(date.to_string(), text);
    }
    if let Ok(moment) = Moment::parse(text) {
        assert_eq!(moment.to_string(), text);
    }
    if let Ok(code) = Code::parse(text) {
        assert_eq!(code.as_str(), text);
    }
    let id = StationId::new(text.split(':'));
    assert!(id.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
}
