// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the bytes of one file to its records: archives, encodings, workbooks, documents.

use std::io::{Cursor, Read};

use crate::archive::{ArchiveLimits, Gunzip, read_zip};
use crate::delimited::{DelimitedReader, Delimiter, Record};
use crate::election::{Format, ReadSpec, Wrapping};
use crate::encoding::Utf8Reader;
use crate::excerpt::Excerpt;
use crate::json_station::{NamePattern, StationDocuments};
use crate::map::choose::{Rest, choose, layout, sample};
use crate::map::issues::Issues;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::sheet_book::SheetReader;

/// Takes the records of tables.
pub(crate) trait Sink {
    /// A table begins; `file` is its name for messages, with `#member` inside an archive. Without
    /// a header row the names are `1`, `2`, `3` and so on.
    fn begin(&mut self, file: &str, header: &[String], issues: &mut Issues);

    /// One record, ragged ones included.
    fn record(&mut self, record: &Record, issues: &mut Issues);

    /// Records that could not even be delivered.
    fn lost(&mut self, records: u64);
}

/// Reads every record of a file into `sink`. What cannot be read is an issue; nothing that was
/// already read is lost.
pub(crate) fn read_file<S: Sink>(
    name: &str,
    bytes: &[u8],
    read: &ReadSpec,
    named: &[&str],
    issues: &mut Issues,
    sink: &mut S,
) {
    issues.begin(name);
    match wrapping(name, read) {
        Wrapping::None => read_plain(name, name, &mut &*bytes, read, named, issues, sink),
        Wrapping::Gzip => {
            let inner = strip(name, ".gz");
            let mut source = Gunzip::new(bytes, ArchiveLimits::default());
            read_plain(name, inner, &mut source, read, named, issues, sink);
        }
        Wrapping::Zip => read_archive(name, bytes, read, named, issues, sink),
    }
}

fn strip<'n>(name: &'n str, suffix: &str) -> &'n str {
    let cut = name.len().saturating_sub(suffix.len());
    match (name.get(..cut), name.get(cut..)) {
        (Some(inner), Some(end)) if end.eq_ignore_ascii_case(suffix) => inner,
        _ => name,
    }
}

fn has_suffix(name: &str, suffixes: &[&str]) -> bool {
    suffixes.iter().any(|suffix| strip(name, suffix) != name)
}

fn wrapping(name: &str, read: &ReadSpec) -> Wrapping {
    read.archive.unwrap_or_else(|| {
        if has_suffix(name, &[".zip"]) {
            Wrapping::Zip
        } else if has_suffix(name, &[".gz"]) {
            Wrapping::Gzip
        } else {
            Wrapping::None
        }
    })
}

fn format(name: &str, read: &ReadSpec) -> Format {
    read.format.unwrap_or_else(|| {
        if has_suffix(name, &[".xlsx", ".xlsm", ".ods"]) {
            Format::Workbook
        } else {
            Format::Delimited
        }
    })
}

fn read_archive<S: Sink>(
    name: &str,
    bytes: &[u8],
    read: &ReadSpec,
    named: &[&str],
    issues: &mut Issues,
    sink: &mut S,
) {
    let documents = documents(read, named);
    let wanted = |member: &str| match (&documents, &read.members) {
        (Some(documents), _) => documents.is_station(member),
        (None, Some(pattern)) => glob(pattern, member),
        (None, None) => has_suffix(member, &[".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods"]),
    };
    let mut problems = Problems::new();
    let visited = read_zip(
        Cursor::new(bytes),
        ArchiveLimits::default(),
        &mut problems,
        wanted,
        |member, source, _| {
            let shown = format!("{name}#{}", Excerpt::of(member));
            issues.begin(&shown);
            match &documents {
                Some(documents) => {
                    read_document(&shown, member, documents, source, issues, sink);
                }
                None => read_plain(&shown, member, source, read, named, issues, sink),
            }
        },
    );
    issues.begin(name);
    issues.absorb(&problems, &[]);
    if visited.is_empty() {
        unreadable(issues, "an archive with members that the map names", "none");
    }
}

/// `*` stands for any characters, `?` for one.
fn glob(pattern: &str, name: &str) -> bool {
    let (mut pattern, mut name) = (pattern.chars(), name.chars());
    let mut retry: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        let ahead = pattern.clone().next();
        match (ahead, name.clone().next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                pattern.next();
                retry = Some((pattern.clone(), name.clone()));
                continue;
            }
            (Some(want), Some(have)) if want == '?' || want == have => {
                pattern.next();
                name.next();
                continue;
            }
            _ => {}
        }
        let Some((after, mut from)) = retry.take() else {
            return false;
        };
        if from.next().is_none() {
            return false;
        }
        pattern = after.clone();
        name = from.clone();
        retry = Some((after, from));
    }
}

fn documents(read: &ReadSpec, named: &[&str]) -> Option<StationDocuments> {
    if read.format != Some(Format::JsonPerStation) {
        return None;
    }
    let pattern = NamePattern::parse(read.members.as_deref()?).ok()?;
    let mut pointers: Vec<String> = Vec::new();
    for name in named.iter().filter(|name| name.starts_with('/')) {
        if !pointers.iter().any(|held| held == name) {
            pointers.push((*name).to_owned());
        }
    }
    StationDocuments::new(pattern, pointers).ok()
}

fn read_document<S: Sink>(
    shown: &str,
    member: &str,
    documents: &StationDocuments,
    source: &mut dyn Read,
    issues: &mut Issues,
    sink: &mut S,
) {
    let header = documents.header();
    let mut problems = Problems::new();
    let mut record = Record::new();
    sink.begin(shown, &header, issues);
    if documents.read(member, 1, source, &mut record, &mut problems) {
        sink.record(&record, issues);
    } else {
        sink.lost(1);
    }
    issues.absorb(&problems, &header);
}

fn unreadable(issues: &mut Issues, expected: &'static str, found: &str) {
    let mut problems = Problems::new();
    problems.push(Problem::new(
        ProblemKind::Damaged,
        Position::START,
        expected,
        Excerpt::of(found),
    ));
    issues.absorb(&problems, &[]);
}

/// One file or member without wrapping; `inner` is the name that tells the format.
fn read_plain<S: Sink>(
    shown: &str,
    inner: &str,
    source: &mut dyn Read,
    read: &ReadSpec,
    named: &[&str],
    issues: &mut Issues,
    sink: &mut S,
) {
    match format(inner, read) {
        Format::Workbook => {
            let mut bytes = Vec::new();
            if let Err(error) = source.read_to_end(&mut bytes) {
                unreadable(issues, "a whole workbook", &error.to_string());
                return;
            }
            read_workbook(shown, &bytes, read, issues, sink);
        }
        Format::JsonPerStation => match documents(read, named) {
            Some(documents) => read_document(shown, inner, &documents, source, issues, sink),
            None => unreadable(
                issues,
                "columns that are JSON pointers such as /votes/1",
                "others",
            ),
        },
        Format::Delimited => match sample(source) {
            (start, Some(error)) if start.is_empty() => {
                unreadable(issues, "bytes up to the end", &error.to_string());
            }
            (start, failure) => {
                let choice = choose(&start, read, named);
                if !choice.reason.is_empty() {
                    issues.decide("encoding and delimiter", choice.reason.as_str());
                }
                let rest = Rest { failure, source };
                let decoded = Utf8Reader::new(start.as_slice().chain(rest), choice.encoding);
                let layout = layout(read, choice.delimiter);
                let mut problems = Problems::new();
                let mut reader = DelimitedReader::open(decoded, &layout, &mut problems);
                let mut header = reader.header().to_vec();
                let mut record = Record::new();
                let mut begun = false;
                loop {
                    let more = reader.read_record(&mut record, &mut problems);
                    if !begun {
                        if !read.header {
                            header = (1..=record.len()).map(|n| n.to_string()).collect();
                        }
                        sink.begin(shown, &header, issues);
                        begun = true;
                    }
                    if !more {
                        break;
                    }
                    sink.record(&record, issues);
                }
                sink.lost(reader.summary().rejected);
                issues.absorb(&problems, &header);
            }
        },
    }
}

fn read_workbook<S: Sink>(
    shown: &str,
    bytes: &[u8],
    read: &ReadSpec,
    issues: &mut Issues,
    sink: &mut S,
) {
    let layout = layout(read, Delimiter::Comma);
    let mut problems = Problems::new();
    let mut reader = SheetReader::open(bytes, read.sheet.as_deref(), &layout, &mut problems);
    let mut header = reader.header().to_vec();
    let mut record = Record::new();
    let mut begun = false;
    while reader.read_record(&mut record, &mut problems) {
        if !begun {
            if !read.header {
                header = (1..=record.len()).map(|n| n.to_string()).collect();
            }
            sink.begin(shown, &header, issues);
            begun = true;
        }
        sink.record(&record, issues);
    }
    if !begun {
        sink.begin(shown, &header, issues);
    }
    issues.absorb(&problems, &header);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_members_match_as_in_a_shell() {
        for (pattern, name, fits) in [
            ("*.csv", "a.csv", true),
            ("*.csv", "dir/a.csv", true),
            ("*.csv", "a.csv.bak", false),
            ("a?c", "abc", true),
            ("a*b*c", "axxbyyc", true),
            ("a*b*c", "axxbyy", false),
            ("", "", true),
            ("*", "", true),
        ] {
            assert_eq!(glob(pattern, name), fits, "{pattern} {name}");
        }
    }

    #[test]
    fn the_name_of_a_file_tells_what_it_is() {
        let read = ReadSpec::default();
        assert_eq!(wrapping("A.CSV.GZ", &read), Wrapping::Gzip);
        assert_eq!(wrapping("a.zip", &read), Wrapping::Zip);
        assert_eq!(format("a.XLSX", &read), Format::Workbook);
        assert_eq!(format("a.csv", &read), Format::Delimited);
    }
}
