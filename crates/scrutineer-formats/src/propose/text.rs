// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The proposed `election.toml`, explained line by line.

use std::fmt::Write;

use scrutineer_model::Code;

use crate::propose::Map;
use crate::propose::sample::Sample;
use crate::propose::words::Role;
use crate::write::{list, quote};

/// The text; every value that only a person can know is marked with `CHANGE`.
pub(super) fn election(file: &str, sample: &Sample, map: &Map) -> String {
    let plain = |c: char| if c.is_control() || c == ':' { '-' } else { c };
    let stem: String = file
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or(file)
        .chars()
        .map(plain)
        .collect();
    let stem = if stem.trim().is_empty() {
        "sheets.csv"
    } else {
        stem.as_str()
    };
    let id = code(stem.split('.').next().unwrap_or_default(), "election");
    let mut out = format!(
        "# An election folder, proposed from {stem}.\n\
         # Lines with CHANGE hold what only a person can know. Nothing is published from here.\n\n\
         schema = \"scrutineer/election/1\"\n\n\
         [election]\n\
         id = {id}\n\
         name = {id} # CHANGE\n\
         date = \"2000-01-01\" # CHANGE: the day of the vote\n\
         country = \"ZZ\" # CHANGE: ISO 3166\n",
        id = quote(&id),
    );
    hierarchy(sample, map, &mut out);
    contest(sample, map, &mut out);
    source(stem, sample, map, &mut out);
    out.push_str(
        "\n# A declared result looks like this; every number names its source.\n\
         # [[declaration]]\n\
         # id = \"night\"\n\
         # authority = \"...\"\n\
         # time = \"2000-01-02\"\n\
         # status = \"unofficial-partial\"\n\
         # source = \"...\"\n\
         # coverage = { printed = \"80\" }\n\
         #   [[declaration.votes]]\n\
         #   option = \"...\"\n\
         #   votes = 0\n\
         #   percent = \"0.00\"\n",
    );
    out
}

/// A name as a code: what is not allowed becomes a hyphen.
fn code(name: &str, default: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let made: String = name
        .trim()
        .chars()
        .map(|c| if allowed(c) { c } else { '-' })
        .take(64)
        .collect();
    if Code::parse(&made).is_ok() && made.chars().any(|c| c.is_ascii_alphanumeric()) {
        made
    } else {
        default.to_owned()
    }
}

fn name(sample: &Sample, at: usize) -> &str {
    sample
        .columns
        .get(at)
        .map_or("", |column| column.name.as_str())
}

fn hierarchy(sample: &Sample, map: &Map, out: &mut String) {
    if map.divisions.is_empty() {
        return;
    }
    let levels = map
        .divisions
        .iter()
        .map(|(at, named)| name(sample, named.unwrap_or(*at)));
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "\n# Divisions from the widest level down.\n[[hierarchy]]\nid = \"administrative\"\nlevels = {}\n",
        list(levels)
    );
}

/// Ids of the options, each its own.
fn options(sample: &Sample, map: &Map) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (number, &at) in map.votes.iter().enumerate() {
        let plain = code(name(sample, at), &format!("option-{}", number + 1));
        let taken = ids.contains(&plain);
        ids.push(if taken {
            format!("option-{}", number + 1)
        } else {
            plain
        });
    }
    ids
}

fn contest(sample: &Sample, map: &Map, out: &mut String) {
    out.push_str(
        "\n[[contest]]\n\
         id = \"contest\"\n\
         name = \"contest\" # CHANGE\n\
         # plurality: most votes win. See the specification for majority and threshold.\n\
         rule = { kind = \"plurality\", winners = 1 } # CHANGE if another rule decides\n\
         # register: nobody votes at a station off its list; else not-stated.\n\
         capacity = { rule = \"not-stated\" } # CHANGE if the law sets a ceiling\n",
    );
    if map.votes.is_empty() {
        out.push_str("\n  [[contest.option]]\n  id = \"A\"\n  name = \"A\" # CHANGE\n");
    }
    for (id, &at) in options(sample, map).iter().zip(&map.votes) {
        let _ = write!(
            out,
            "\n  [[contest.option]]\n  id = {}\n  name = {} # CHANGE\n",
            quote(id),
            quote(if name(sample, at).trim().is_empty() {
                id
            } else {
                name(sample, at)
            })
        );
    }
}

fn source(file: &str, sample: &Sample, map: &Map, out: &mut String) {
    let _ = write!(
        out,
        "\n[[source]]\n\
         id = \"sheets\"\n\
         # Where the numbers come from; unknown is printed as unknown.\n\
         [source.provenance]\n\
         supplied_by = \"unknown\" # CHANGE: authority, party-aligned, observer, media, court, citizen\n\
         obtained_from = \"unknown\"\n\
         obtained_on = \"unknown\"\n\
         obtained_by_role = \"unknown\" # a role, never a name\n\
         method = \"unknown\"\n\
         medium = \"unknown\"\n\
         licence = \"unknown\"\n\
         derived_from = \"none\"\n\
         transformations = \"unknown\"\n\
         [[source.file]]\n\
         path = {}\n",
        quote(&format!("sheets/{file}"))
    );
    if let Some(sign) = sample.thousands {
        let _ = write!(out, "[source.read]\nthousands = {}\n", quote(sign));
    }
    columns(sample, map, out);
    for identity in &map.identities {
        let _ = write!(out, "[[source.identity]]\nholds = {}\n", quote(identity));
    }
}

fn columns(sample: &Sample, map: &Map, out: &mut String) {
    let names = |columns: &[usize]| list(columns.iter().map(|&at| name(sample, at)));
    out.push_str(
        "# Only columns named here are read. The key tells stations apart; leading zeros count.\n\
         [source.columns]\n",
    );
    if map.key.is_empty() {
        out.push_str("station = [\"station\"] # CHANGE: the file has no columns with names\n");
    } else {
        let _ = writeln!(out, "station = {}", names(&map.key));
    }
    if let Some(place) = map.place {
        let _ = writeln!(out, "place = {}", names(&[place]));
    }
    for (role, at) in &map.fields {
        let word = match role {
            Role::Registered => "registered",
            Role::Voters => "voters",
            Role::Ballots => "ballots",
            Role::Valid => "valid",
            Role::Invalid => "invalid",
            Role::Blank => "blank",
            _ => continue,
        };
        let _ = writeln!(out, "{word} = {}", quote(name(sample, *at)));
    }
    if let Some(at) = map.picture {
        out.push_str("# Private: serves only to find one picture given for two stations.\n");
        let _ = writeln!(out, "picture = {}", quote(name(sample, at)));
    }
    if !map.private.is_empty() {
        out.push_str("# Never read into any output.\n");
        let _ = writeln!(out, "private = {}", names(&map.private));
    }
    if !map.divisions.is_empty() {
        let codes: Vec<usize> = map.divisions.iter().map(|(code, _)| *code).collect();
        let named: Option<Vec<usize>> = map.divisions.iter().map(|(_, name)| *name).collect();
        let named = named.map(|named| format!(", names = {}", names(&named)));
        let _ = write!(
            out,
            "[source.columns.divisions]\nadministrative = {{ codes = {}{} }}\n",
            names(&codes),
            named.unwrap_or_default()
        );
    }
    out.push_str("[source.columns.votes]\n");
    if map.votes.is_empty() {
        out.push_str("A = \"votes\" # CHANGE\n");
    }
    for (id, &at) in options(sample, map).iter().zip(&map.votes) {
        let _ = writeln!(out, "{} = {}", quote(id), quote(name(sample, at)));
    }
}
