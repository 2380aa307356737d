//! Small elections written as folders and read by the formats.

use std::fmt::Write;

use scrutineer_audit::{AuditReport, audit};
use scrutineer_formats::{ElectionFolder, FileError, LoadOptions, Wanted, load};
use scrutineer_model::{Dataset, Evidence};

/// An election of one contest. What is empty is left out.
#[derive(Clone)]
pub(crate) struct Small {
    pub(crate) rule: &'static str,
    pub(crate) options: Vec<&'static str>,
    /// Total of the register; `None` for no register.
    pub(crate) electors: Option<u64>,
    pub(crate) sources: Vec<SmallSource>,
    pub(crate) declarations: String,
}

#[derive(Clone)]
pub(crate) struct SmallSource {
    pub(crate) id: &'static str,
    pub(crate) derived_from: &'static str,
    /// Station, registered, valid, votes in the order of `options`.
    pub(crate) rows: Vec<Vec<String>>,
}

pub(crate) const PLURALITY: &str = r#"{ kind = "plurality", winners = 1 }"#;

/// A row with the valid votes that its options give.
pub(crate) fn row(station: &str, registered: u64, votes: &[u64]) -> Vec<String> {
    let valid: u64 = votes.iter().sum();
    let mut row = vec![
        station.to_owned(),
        registered.to_string(),
        valid.to_string(),
    ];
    row.extend(votes.iter().map(ToString::to_string));
    row
}

/// A plurality between `options` with one source called `sheets`.
pub(crate) fn small(
    options: &[&'static str],
    electors: Option<u64>,
    rows: Vec<Vec<String>>,
) -> Small {
    Small {
        rule: PLURALITY,
        options: options.to_vec(),
        electors,
        sources: vec![SmallSource {
            id: "sheets",
            derived_from: "none",
            rows,
        }],
        declarations: String::new(),
    }
}

/// A complete declaration of votes.
pub(crate) fn declared(id: &str, votes: &[(&str, u64)], more: &str) -> String {
    let mut text = format!(
        "[[declaration]]\nid = \"{id}\"\nauthority = \"Office\"\ntime = \"2024-05-07\"\n\
         status = \"certified\"\nsource = \"gazette\"\n{more}\n"
    );
    for (option, votes) in votes {
        let _ = write!(
            text,
            "[[declaration.votes]]\noption = \"{option}\"\nvotes = {votes}\n"
        );
    }
    text
}

impl Small {
    pub(crate) fn toml(&self) -> String {
        let rule = self.rule;
        let mut text = format!(
            "schema = \"scrutineer/election/1\"\n[election]\nid = \"small\"\nname = \"Small\"\n\
             date = \"2024-05-05\"\ncountry = \"XX\"\nkey = [\"station\"]\n\
             [[contest]]\nid = \"seat\"\nname = \"Seat\"\nrule = {rule}\n\
             capacity = {{ rule = \"register\" }}\n"
        );
        for id in &self.options {
            let _ = write!(
                text,
                "[[contest.option]]\nid = \"{id}\"\nname = \"Name {id}\"\n"
            );
        }
        if let Some(electors) = self.electors {
            let _ = write!(
                text,
                "[[contest.register]]\nid = \"list\"\nfigure = \"electors\"\ntotal = {electors}\n\
                 source = \"gazette\"\napplies = \"yes\"\n"
            );
        }
        for SmallSource {
            id, derived_from, ..
        } in &self.sources
        {
            let _ = write!(
                text,
                "[[source]]\nid = \"{id}\"\n[source.provenance]\nsupplied_by = \"observer\"\n\
                 obtained_from = \"unknown\"\nobtained_on = \"2024-05-06\"\n\
                 obtained_by_role = \"observer\"\nmethod = \"unknown\"\nmedium = \"unknown\"\n\
                 licence = \"unknown\"\nderived_from = \"{derived_from}\"\n\
                 transformations = \"unknown\"\n[[source.file]]\npath = \"{id}.csv\"\n\
                 [source.columns]\nstation = \"station\"\nregistered = \"registered\"\nvalid = \"valid\"\n\
                 [source.columns.votes]\n"
            );
            for option in &self.options {
                let _ = writeln!(text, "{option} = \"{option}\"");
            }
            text.push_str("[[source.identity]]\nholds = \"options = valid\"\n");
        }
        text + &self.declarations
    }

    pub(crate) fn csv(&self, source: &SmallSource) -> String {
        let mut text = format!("station,registered,valid,{}\n", self.options.join(","));
        for row in &source.rows {
            let _ = writeln!(text, "{}", row.join(","));
        }
        text
    }

    pub(crate) fn dataset(&self) -> Dataset {
        let files = self
            .sources
            .iter()
            .map(|source| (format!("{}.csv", source.id), self.csv(source)));
        let files: Vec<(String, String)> = files.collect();
        read(&self.toml(), &files)
    }

    pub(crate) fn report(&self) -> AuditReport {
        audit(&self.dataset(), &Evidence::default()).unwrap()
    }
}

/// Reads a folder whose files are given by name. Sources whose sums fail are taken in: some tests are
/// about them.
pub(crate) fn read(text: &str, files: &[(String, String)]) -> Dataset {
    let folder = ElectionFolder::parse(text).unwrap_or_else(|errors| panic!("{errors:?}\n{text}"));
    let mut give = |wanted: &Wanted| {
        let found = files
            .iter()
            .find(|(name, _)| name == wanted.location.name());
        found
            .map(|(_, text)| text.clone().into_bytes())
            .ok_or(FileError::NotFound)
    };
    let options = LoadOptions {
        accept_import: true,
        ..LoadOptions::default()
    };
    load(&folder, &mut give, &options).unwrap().dataset
}
