//! `datapackage.json`, table schemas, dictionary: what describes the other files.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use super::compare::Listed;
use super::context::Context;
use super::schema::{Column, Kind, Table};
use super::stamp::{Stamp, hex};
use super::{DataError, DataFile, Options, Sink, dictionary, recompute};

/// The SQL that computes the result again, for DuckDB.
const RECOMPUTE: &str = include_str!("recompute.sql");

/// A file that is a table of the data package.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    pub(super) table: Table,
    /// Name of the part of a partitioned table.
    pub(super) part: Option<String>,
}

struct Recorded {
    bytes: u64,
    sha256: String,
    resource: Option<Resource>,
}

/// Takes length and digest of one file after another.
pub(super) type Digests<'d> = dyn FnMut(&str, Listed) + 'd;

/// Who wants the files.
enum Taker<'r, 's> {
    Files(&'r mut Sink<'s>),
    /// Whoever compares needs no bytes.
    Digests(&'r mut Digests<'s>),
}

/// Passes files on and remembers length and digest of each.
pub(super) struct Recorder<'r, 's> {
    taker: Taker<'r, 's>,
    files: BTreeMap<String, Recorded>,
}

/// Counts and digests what is written.
#[derive(Default)]
struct Digesting {
    bytes: u64,
    hasher: Sha256,
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len() as u64;
        self.hasher.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'r, 's> Recorder<'r, 's> {
    pub(super) fn new(sink: &'r mut Sink<'s>) -> Self {
        Self {
            taker: Taker::Files(sink),
            files: BTreeMap::new(),
        }
    }

    /// Files are made and digested, and nowhere whole in memory if they are [written](Self::write).
    pub(super) fn digesting(digests: &'r mut Digests<'s>) -> Self {
        Self {
            taker: Taker::Digests(digests),
            files: BTreeMap::new(),
        }
    }

    /// Describes a file that is there already.
    pub(super) fn note(&mut self, path: &str, listed: &Listed, resource: Option<Resource>) {
        let recorded = Recorded {
            bytes: listed.bytes,
            sha256: hex(&listed.sha256),
            resource,
        };
        self.files.insert(path.to_owned(), recorded);
    }

    pub(super) fn file(
        &mut self,
        path: &str,
        bytes: Vec<u8>,
        resource: Option<Resource>,
    ) -> Result<(), DataError> {
        let listed = Listed {
            bytes: bytes.len() as u64,
            sha256: Sha256::digest(&bytes).into(),
        };
        self.note(path, &listed, resource);
        let sink = match &mut self.taker {
            Taker::Files(sink) => sink,
            Taker::Digests(take) => {
                take(path, listed);
                return Ok(());
            }
        };
        let file = DataFile {
            path: path.to_owned(),
            bytes,
        };
        sink(file).map_err(|source| DataError::Sink {
            path: path.to_owned(),
            source,
        })
    }

    /// A file that `make` writes from its first byte to its last.
    pub(super) fn write(
        &mut self,
        path: &str,
        make: &mut dyn FnMut(&mut dyn Write) -> Result<(), DataError>,
    ) -> Result<(), DataError> {
        if let Taker::Digests(take) = &mut self.taker {
            let mut digesting = Digesting::default();
            make(&mut digesting)?;
            let listed = Listed {
                bytes: digesting.bytes,
                sha256: digesting.hasher.finalize().into(),
            };
            take(path, listed);
            self.note(path, &listed, None);
            return Ok(());
        }
        let mut bytes = Vec::new();
        make(&mut bytes)?;
        self.file(path, bytes, None)
    }
}

pub(super) fn describe(
    context: &Context<'_>,
    stamp: &Stamp,
    options: Options,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    let sql = RECOMPUTE.as_bytes().to_vec();
    out.file("recompute/recompute.sql", sql, None)?;
    if options.spreadsheet {
        recompute::write(context, stamp, out)?;
    }
    let english = dictionary::english(options).into_bytes();
    out.file("dictionary.md", english, None)?;
    let spanish = dictionary::spanish(options).into_bytes();
    out.file("diccionario.md", spanish, None)?;
    for table in Table::ALL {
        let path = format!("schemas/{}.json", table.name());
        out.file(&path, pretty(&schema(table))?, None)?;
    }
    let package = package(context, stamp, &out.files);
    out.file("datapackage.json", pretty(&package)?, None)
}

fn pretty(json: &Json) -> Result<Vec<u8>, DataError> {
    let mut bytes = serde_json::to_vec_pretty(json)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn schema(table: Table) -> Json {
    let fields: Vec<Json> = table.columns().iter().map(field).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    let key = table.key();
    if !key.is_empty() {
        schema["primaryKey"] = json!(key);
    }
    schema
}

fn field(column: &Column) -> Json {
    let kind = match column.kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Decimal => "number",
    };
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if !column.words.is_empty() {
        constraints.insert("enum".to_owned(), json!(column.words));
    }
    let mut field = json!({
        "name": column.name,
        "type": kind,
        "description": column.en,
        "description_es": column.es,
    });
    if !constraints.is_empty() {
        field["constraints"] = Json::Object(constraints);
    }
    field
}

fn package(context: &Context<'_>, stamp: &Stamp, files: &BTreeMap<String, Recorded>) -> Json {
    let election = &context.report.election;
    let mut resources = Vec::new();
    let mut others = Vec::new();
    for (path, held) in files {
        let Some(resource) = &held.resource else {
            others.push(json!({ "path": path, "bytes": held.bytes, "sha256": held.sha256 }));
            continue;
        };
        let table = resource.table;
        let (description, spanish) = table.description();
        let name = match &resource.part {
            Some(part) => format!("{}-{}", table.name(), part.to_lowercase()),
            None => table.name().to_owned(),
        };
        let mut json = json!({
            // A name allows fewer characters than a path.
            "name": name.replace(|held: char| !held.is_ascii_alphanumeric() && !"-._".contains(held), "-"),
            "path": path,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "description": description,
            "description_es": spanish,
            "bytes": held.bytes,
            "hash": format!("sha256:{}", held.sha256),
            "schema": format!("schemas/{}.json", table.name()),
        });
        if resource.part.is_some() {
            json["compression"] = json!("gz");
        }
        resources.push(json);
    }
    json!({
        "profile": "data-package",
        "name": election.id.to_lowercase(),
        "title": election.name,
        "version": stamp.size.to_string(),
        "as_of": context.report.as_of,
        "checkpoint": {
            "origin": stamp.origin,
            "size": stamp.size,
            "root": stamp.root_hex(),
        },
        "audit": {
            "report_id": context.report.report_id,
            "rules": context.report.tool.rules,
        },
        "resources": resources,
        "files": others,
    })
}
