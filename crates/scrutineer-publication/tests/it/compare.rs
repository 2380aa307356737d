//! Published data files against what follows from the data set, where the release names what is there:
//! whoever published is not believed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;

use flate2::{Compression, GzBuilder};
use rusqlite::Connection;
use scrutineer_audit::{AuditReport, audit};
use scrutineer_model::{Dataset, Evidence};
use scrutineer_publication::data::{Listed, Options, Published, Stamp, compare, data_files};
use scrutineer_simulate::{Plan, Share, simulate};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::hash::sha256;

const DATABASE: &str = "election.sqlite";

type Contents = BTreeMap<String, Vec<u8>>;
type Change<'c> = dyn Fn(&[u8]) -> Vec<u8> + 'c;

fn election(slips: Share) -> (Dataset, AuditReport) {
    let plan = Plan::new(40, 5).options(3).slips(slips);
    let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
    let report = audit(&dataset, &Evidence::default()).unwrap();
    (dataset, report)
}

fn stamp() -> Stamp {
    Stamp {
        origin: "log.example/e".to_owned(),
        size: 7,
        root: [9; 32],
    }
}

fn made((dataset, report): &(Dataset, AuditReport)) -> Contents {
    let mut files = Contents::new();
    let options = Options::default();
    data_files(dataset, report, &stamp(), &options, &mut |file| {
        files.insert(file.path, file.bytes);
        Ok(())
    })
    .unwrap();
    files
}

/// A folder of files, each of which the release names as it is.
struct Folder {
    scratch: Scratch,
    files: Contents,
    asked: BTreeSet<String>,
    differing: BTreeMap<String, String>,
    texts: BTreeMap<String, Listed>,
}

impl Folder {
    fn new(files: Contents) -> Self {
        let scratch = Scratch::new();
        for (path, bytes) in &files {
            scratch.write(path, bytes);
        }
        Self {
            scratch,
            files,
            asked: BTreeSet::new(),
            differing: BTreeMap::new(),
            texts: BTreeMap::new(),
        }
    }

    fn compared(mut self, (dataset, report): &(Dataset, AuditReport)) -> Self {
        compare(dataset, report, &stamp(), Options::default(), &mut self).unwrap();
        self
    }
}

impl Published for Folder {
    fn listed(&mut self, path: &str) -> Option<Listed> {
        self.asked.insert(path.to_owned());
        let Some(bytes) = self.files.get(path) else {
            self.differing
                .insert(path.to_owned(), "is missing".to_owned());
            return None;
        };
        Some(Listed {
            bytes: bytes.len() as u64,
            sha256: *sha256(bytes).as_bytes(),
        })
    }

    fn place(&mut self, path: &str) -> Option<PathBuf> {
        Some(self.scratch.path().join(path))
    }

    fn differs(&mut self, path: &str, why: String) {
        let before = self.differing.insert(path.to_owned(), why);
        assert_eq!(before, None, "{path} was told twice");
    }

    fn text(&mut self, path: &str, made: Listed) {
        self.texts.insert(path.to_owned(), made);
    }
}

/// The difference of the one file that is changed by `change`; `None` where it is taken as the same.
fn changed(path: &str, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Option<String> {
    let election = election(Share::NONE);
    let mut files = made(&election);
    let held = files.get_mut(path).unwrap();
    *held = change(held);
    let mut found = Folder::new(files).compared(&election).differing;
    let why = found.remove(path);
    assert_eq!(found, BTreeMap::new(), "{path}");
    why
}

#[test]
fn every_file_that_was_written_is_compared_and_holds_what_follows() {
    let election = election(Share::NONE);
    let files = made(&election);
    let found = Folder::new(files.clone()).compared(&election);
    assert_eq!(found.differing, BTreeMap::new());
    for (path, made) in &found.texts {
        let bytes = &files[path];
        assert_eq!(made.bytes, bytes.len() as u64, "{path}");
        assert_eq!(made.sha256, *sha256(bytes).as_bytes(), "{path}");
    }
    let texts = found.texts.keys().cloned();
    let compared: BTreeSet<String> = found.asked.iter().cloned().chain(texts).collect();
    assert_eq!(compared, files.into_keys().collect());
    assert!(found.asked.len() > 20 && found.asked.contains(DATABASE));
}

#[test]
fn one_miscopied_number_is_seen_in_every_format() {
    let (right, wrong) = (
        election(Share::NONE),
        election(Share::per_million(25_000).unwrap()),
    );
    let expected: BTreeSet<String> = {
        let wrong = made(&wrong);
        let is_table = |path: &str| {
            ["csv/", "parquet/", "spreadsheet/", "summary", DATABASE]
                .iter()
                .any(|front| path.starts_with(front))
        };
        let differs = |(path, bytes): &(String, Vec<u8>)| wrong.get(path) != Some(bytes);
        let all = made(&right).into_iter().filter(differs);
        all.map(|(path, _)| path)
            .filter(|path| is_table(path))
            .collect()
    };
    for group in [
        "csv/sheets/",
        "parquet/sheets/",
        "spreadsheet/sheets/",
        DATABASE,
    ] {
        assert!(
            expected.iter().any(|path| path.starts_with(group)),
            "{group}"
        );
    }
    let found = Folder::new(made(&wrong)).compared(&right);
    let named: BTreeSet<String> = found.differing.into_keys().collect();
    assert_eq!(named, expected);
}

#[test]
fn a_table_that_another_compressor_wrote_is_the_same_and_one_with_a_remark_is_not() {
    let path = made(&election(Share::NONE))
        .into_keys()
        .find(|path| path.starts_with("csv/sheets/"))
        .unwrap();
    let inflated = |bytes: &[u8]| {
        let mut inside = Vec::new();
        let mut reader = flate2::read::GzDecoder::new(bytes);
        std::io::Read::read_to_end(&mut reader, &mut inside).unwrap();
        inside
    };
    let packed = |builder: GzBuilder, inside: &[u8]| {
        let mut out = builder.write(Vec::new(), Compression::best());
        out.write_all(inside).unwrap();
        out.finish().unwrap()
    };
    let plain = || GzBuilder::new().operating_system(255);
    assert_eq!(
        changed(&path, |bytes| packed(plain(), &inflated(bytes))),
        None
    );
    let others: [&Change<'_>; 7] = [
        &|bytes| packed(plain().comment("x"), &inflated(bytes)),
        &|bytes| packed(plain().filename("x"), &inflated(bytes)),
        &|bytes| packed(plain().mtime(1), &inflated(bytes)),
        &|bytes| [bytes, &packed(plain(), b"")].concat(),
        &|bytes| [bytes, b"x"].concat(),
        &|bytes| bytes[..bytes.len() - 1].to_vec(),
        &|bytes| packed(plain(), &[&inflated(bytes), &b"\n"[..]].concat()),
    ];
    for (at, other) in others.iter().enumerate() {
        assert!(changed(&path, other).is_some(), "{at}");
    }
}

/// The difference of the database after some SQL.
fn after(sql: &str) -> Option<String> {
    changed(DATABASE, |bytes| {
        let scratch = Scratch::new();
        let place = scratch.write("changed.sqlite", bytes);
        Connection::open(&place)
            .unwrap()
            .execute_batch(sql)
            .unwrap();
        std::fs::read(place).unwrap()
    })
}

#[test]
fn a_database_with_other_pages_is_the_same() {
    assert_eq!(after("PRAGMA page_size = 8192; VACUUM;"), None);
}

#[test]
fn a_database_that_says_anything_else_is_not_the_same() {
    for sql in [
        "UPDATE counts SET value = value + 1 WHERE reading_id = 7 AND number_id = 2",
        "UPDATE counts SET missing = 'unread', value = NULL WHERE reading_id = 7 AND number_id = 2",
        "DELETE FROM counts WHERE reading_id = (SELECT max(id) FROM readings)",
        "INSERT INTO counts VALUES (100000, 0, 1, NULL)",
        "INSERT INTO readings SELECT 100000, source, 1, 2, 'rival', NULL FROM readings LIMIT 1",
        "UPDATE readings SET standing = 'superseded' WHERE id = 3",
        "UPDATE readings SET station_id = 1 WHERE id = 3",
        "UPDATE numbers SET field = 'other' WHERE id = 3",
        "UPDATE stations SET registered = 1 WHERE id = 3",
        "UPDATE stations SET id = 100000 WHERE id = (SELECT max(id) FROM stations)",
        "UPDATE about SET value = '8' WHERE name = 'size'",
        "INSERT INTO about VALUES ('note', 'x')",
        "DELETE FROM summary WHERE row = 2",
        "DROP VIEW totals; CREATE VIEW totals AS SELECT 1 AS votes",
        "DROP INDEX findings_by_code",
        "CREATE TABLE more (x)",
        "DROP TABLE memberships",
        "PRAGMA user_version = 2",
    ] {
        assert!(after(sql).is_some(), "{sql}");
    }
}

#[test]
fn what_is_no_database_and_no_parquet_file_is_told_as_a_difference() {
    let parquet = made(&election(Share::NONE))
        .into_keys()
        .find(|path| path.starts_with("parquet/sheets/"))
        .unwrap();
    for path in [DATABASE, parquet.as_str()] {
        assert!(changed(path, |_| Vec::new()).is_some(), "{path}");
        assert!(changed(path, |_| b"PAR1PAR1".to_vec()).is_some(), "{path}");
        let cut = changed(path, |bytes| bytes[..bytes.len() / 2].to_vec());
        assert!(cut.is_some(), "{path}");
    }
}

#[test]
fn a_parquet_file_of_another_checkpoint_is_not_the_same() {
    let election = election(Share::NONE);
    let mut other = Contents::new();
    let later = Stamp { size: 8, ..stamp() };
    let options = Options::default();
    data_files(&election.0, &election.1, &later, &options, &mut |file| {
        other.insert(file.path, file.bytes);
        Ok(())
    })
    .unwrap();
    let path = "parquet/options.parquet";
    let why = changed(path, |_| other[path].clone()).unwrap();
    assert!(why.contains("expected 7, found Some(\"8\")"), "{why}");
}
