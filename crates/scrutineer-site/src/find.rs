//! The index behind search as you type (`spec/site.md`, section Search): divisions, words and polling places.
//!
//! A page that is opened from a file may fetch nothing, but it may run the scripts of its folder. So each part
//! of the index is a script that hands over one value, and is loaded when the search needs it: the divisions at
//! the first key, of the words those that begin as what was typed, of the polling places those that are shown.
//!
//! Nothing in it names a person: it has names and codes of divisions and polling places, and labels of stations.

mod words;

use scrutineer_model::{DivisionIdx, PlaceIdx, StationIdx};
use scrutineer_report::{Phrase, element_id};
use serde_json::{Value, json};

use crate::address::slug;
use crate::assets::named;
use crate::content::Content;
use crate::layout::{Layout, divisions, first};
use crate::names::LONGEST;
use words::{Postings, words};

/// Polling places in one file.
const PLACES: usize = 128;

/// A file of the index: its path from the root of the site, and its bytes.
pub(crate) type Part = (String, Vec<u8>);

/// A polling place on one page of stations; a station without a place is one of its own.
struct Record<'l> {
    place: Option<PlaceIdx>,
    /// Its stations; never empty.
    stations: &'l [StationIdx],
    /// Position of the first one in the order of the stations.
    start: usize,
    /// The page.
    path: &'l str,
}

/// All files of the index, the one that names the others last; none where there is no station.
pub(crate) fn parts(content: &Content<'_>, layout: &Layout) -> Vec<Part> {
    let records = records(content, layout);
    if records.is_empty() {
        return Vec::new();
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut places = Vec::new();
    let mut postings = Postings::default();
    let mut number = 0;
    for chunk in records.chunks(PLACES) {
        places.push(push(&mut parts, &chunk_of(content, chunk)));
        for record in chunk {
            let (name, code) = named_as(content, record);
            for text in [&name, &code] {
                words(text).for_each(|word| postings.add(word, number));
            }
            number += 1;
        }
    }
    let words: Vec<Value> = postings
        .files()
        .map(|(from, text)| json!([from, push(&mut parts, &Value::String(text))]))
        .collect();
    let root = json!({
        "size": PLACES,
        "count": records.len(),
        "divisions": division_rows(content, layout, &records),
        "words": words,
        "places": places,
    });
    push(&mut parts, &root);
    parts
}

/// Appends a file and gives the digits by which its name differs from the others.
fn push(parts: &mut Vec<Part>, value: &Value) -> String {
    let text = format!("scrutineerFind.set(document.currentScript.src,{value});\n");
    let path = named("find", "js", text.as_bytes());
    let digits = path
        .trim_start_matches("a/find-")
        .trim_end_matches(".js")
        .to_owned();
    // Equal parts are one file.
    if parts.iter().all(|(known, _)| *known != path) {
        parts.push((path, text.into_bytes()));
    }
    digits
}

fn records<'l>(content: &Content<'_>, layout: &'l Layout) -> Vec<Record<'l>> {
    let stations = content.dataset.stations();
    let place = |station: StationIdx| stations.places().get(station.get()).copied().flatten();
    let mut records = Vec::new();
    for shard in &layout.shards {
        let mut start = shard.stations.start;
        let held = layout.at(shard.stations.clone());
        let is_one = |a: &StationIdx, b: &StationIdx| {
            place(*a).is_some()
                && place(*a) == place(*b)
                && stations.division(first(), *a) == stations.division(first(), *b)
        };
        for run in held.chunk_by(is_one) {
            records.push(Record {
                place: run.first().and_then(|&head| place(head)),
                stations: run,
                start,
                path: &shard.path,
            });
            start += run.len();
        }
    }
    records
}

/// Name and code of a record; without a place the station's id is its code.
fn named_as(content: &Content<'_>, record: &Record<'_>) -> (String, String) {
    let dataset = content.dataset;
    match (record.place, record.stations.first()) {
        (Some(place), _) => {
            let held = dataset.places().get(place);
            (shown(held.name), shown(held.code))
        }
        (None, Some(&station)) => (String::new(), shown(dataset.stations().id(station))),
        (None, None) => (String::new(), String::new()),
    }
}

/// A name as a page shows it, cut.
fn shown(name: &str) -> String {
    Phrase::data(name)
        .to_string()
        .chars()
        .take(LONGEST)
        .collect()
}

/// Pages, and for each record: name, code, division, page, stations, and the anchor where it is not that of
/// the code.
fn chunk_of(content: &Content<'_>, records: &[Record<'_>]) -> Value {
    let mut pages: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for record in records {
        if pages.last() != Some(&record.path) {
            pages.push(record.path);
        }
        let (name, code) = named_as(content, record);
        let division = record
            .stations
            .first()
            .and_then(|&head| content.dataset.stations().division(first(), head));
        let mut row = vec![
            json!(name),
            json!(code),
            json!(division.map(DivisionIdx::get)),
            json!(pages.len() - 1),
            tables(content, record),
        ];
        if let Some(place) = record.place {
            let anchor = element_id(content.dataset.places().get(place).code);
            if anchor != code {
                row.push(json!(anchor));
            }
        }
        rows.push(Value::Array(row));
    }
    json!([pages, rows])
}

/// The stations of a record: their number where their labels count from 1 and their ids are the place's code,
/// `:` and the label; else label and id of each.
fn tables(content: &Content<'_>, record: &Record<'_>) -> Value {
    let stations = content.dataset.stations();
    let held = record.stations.iter().map(|&at| stations.get(at));
    let code = record
        .place
        .map_or("", |place| content.dataset.places().get(place).code);
    let is_counted = held.clone().zip(1..).all(|(station, number): (_, usize)| {
        station.label == number.to_string() && station.id == format!("{code}:{number}")
    });
    if is_counted {
        return json!(record.stations.len());
    }
    held.map(|station| json!([shown(station.label), station.id]))
        .collect()
}

/// For each division: name, code, position of the one around it, name of its page, first record and the
/// record behind its last one.
fn division_rows(content: &Content<'_>, layout: &Layout, records: &[Record<'_>]) -> Vec<Value> {
    let Some(divisions) = divisions(content.dataset) else {
        return Vec::new();
    };
    let record_at = |station: usize| records.partition_point(|record| record.start < station);
    divisions
        .iter()
        .map(|(at, division)| {
            let inside = layout.inside(at);
            json!([
                shown(division.name),
                shown(division.code),
                division.parent.map(DivisionIdx::get),
                slug(divisions, at),
                record_at(inside.start),
                record_at(inside.end),
            ])
        })
        .collect()
}
