//! `incidents link`: lists with names become random ids and decisions about pairs of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use scrutineer_incidents::linkage::{
    Decided, Decision, Linked, ListRecord, NamedRecord, Numbered, Pair, Question, RecordAt,
    Sensitivity, Weights, link, read_list, read_numbers, sensitivity,
};
use scrutineer_incidents::{
    ActKind, Book, LEAST_KEY_BYTES, PersonLink, Table, TableName, TableRow, TokenKey, merge, to_csv,
};
use scrutineer_logstore::is_nested;
use scrutineer_model::{Code, Date, Message};
use serde::Serialize;

use super::{files, review};
use crate::args::LinkLists;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::folder;
use crate::output;
use crate::session::Session;
use crate::status::Status;

/// Who decides where no person did.
const RULE: &str = PersonLink::RULE;

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    records: u64,
    automatic: u64,
    for_review: u64,
    decided_now: u64,
    conflicts: u64,
    min_unique: u64,
    max_unique: u64,
    compared: u64,
    skipped: u64,
    sensitivity: [Sensitivity; 3],
}

/// One list: its source, its records, and their random ids.
struct List {
    source: Code,
    named: Vec<NamedRecord>,
    numbers: Vec<Numbered>,
}

pub(super) fn run(args: &LinkLists, session: &mut Session<'_>) -> Result<Status, Failure> {
    // Whoever has the folder must not have what tells whose record is which.
    for private in [Some(&args.records), args.key.as_ref()]
        .into_iter()
        .flatten()
    {
        apart(private, &args.dir, session)?;
    }
    let act = files::act(&args.act, session)?;
    let as_of = files::date("--as-of", &args.as_of, session)?;
    let weights = weights(args.weights.as_deref(), session)?;
    let key = key(args.key.as_deref(), session)?;
    let mut tables = files::tables(&args.dir, session)?;
    let forms = files::read_forms(&args.dir, None, session)?;
    let before = Book::read(&tables, &forms).map_err(|found| files::problems(&found, session))?;
    let lists = lists(args, key.as_ref(), &before, session)?;
    let compared: Vec<Vec<ListRecord>> = lists
        .iter()
        .map(|list| list.named.iter().map(ListRecord::new).collect())
        .collect();
    let mut decided = earlier(&lists, tables.get(&TableName::Links));
    let first = link(&compared, &weights, &decided);
    let mut now = Vec::new();
    if args.review {
        let questions = questions(&lists, &first, &decided);
        now = review::ask(&questions, &mut std::io::stdin().lock(), session)?;
        decided.extend(&now);
    }
    let linked = if now.is_empty() {
        first
    } else {
        link(&compared, &weights, &decided)
    };
    write_all(
        args,
        act,
        as_of,
        &lists,
        &linked,
        &now,
        &mut tables,
        session,
    )?;
    let made = Document {
        schema: "scrutineer/incidents-link/1",
        records: lists.iter().map(|list| list.named.len() as u64).sum(),
        automatic: linked.auto.len() as u64,
        for_review: linked.review.len() as u64,
        decided_now: now.len() as u64,
        conflicts: linked.conflicts.len() as u64,
        min_unique: linked.min_unique,
        max_unique: linked.max_unique,
        compared: linked.compared,
        skipped: linked.skipped,
        sensitivity: sensitivity(&compared, &weights, &decided),
    };
    if args.json {
        session.print(&document(&made)?)?;
    } else {
        say(&made, session)?;
    }
    Ok(Status::Done)
}

/// Refuses a private file that lies in the folder.
fn apart(path: &Path, dir: &Path, session: &Session<'_>) -> Result<(), Failure> {
    let is_inside = is_nested(path, dir).map_err(|error| session.unread(path, &error))?;
    if !is_inside {
        return Ok(());
    }
    let what = session.plain("incidents-link-apart");
    Err(Failure::input(session.filled(
        "cli-error-at",
        &[("place", &path.display()), ("what", &what)],
    )))
}

/// The weights of a file, or those of the program.
pub(super) fn weights(path: Option<&Path>, session: &Session<'_>) -> Result<Weights, Failure> {
    let Some(path) = path else {
        return Ok(Weights::shipped());
    };
    Weights::parse(&files::text(path, session)?)
        .map_err(|error| files::stated(path, &error.problems, session))
}

fn key(path: Option<&Path>, session: &Session<'_>) -> Result<Option<TokenKey>, Failure> {
    let Some(path) = path else {
        return Ok(None);
    };
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    TokenKey::new(bytes).map(Some).ok_or_else(|| {
        let message = Message::new("cli-incidents-key").with("least", LEAST_KEY_BYTES as u64);
        let what = session.sentence(&message);
        Failure::input(session.filled(
            "cli-error-at",
            &[("place", &path.display()), ("what", &what)],
        ))
    })
}

/// Reads the lists; records without ids get new random ones.
fn lists(
    args: &LinkLists,
    key: Option<&TokenKey>,
    book: &Book,
    session: &Session<'_>,
) -> Result<Vec<List>, Failure> {
    let held = if args.records.exists() {
        let table = files::table(&args.records, session)?;
        read_numbers(&table).map_err(|found| files::problems(&found, session))?
    } else {
        Vec::new()
    };
    let mut known: BTreeMap<(Code, String), Numbered> = held
        .into_iter()
        .map(|held| ((held.list.clone(), held.record.clone()), held))
        .collect();
    let mut lists = Vec::new();
    for (source, path) in named(args, book, session)? {
        let table = files::table(&path, session)?;
        let named = read_list(&table, key).map_err(|found| files::problems(&found, session))?;
        let mut numbers = Vec::new();
        for record in &named {
            let number = match known.remove(&(source.clone(), record.id.clone())) {
                Some(number) => number,
                None => Numbered {
                    list: source.clone(),
                    record: record.id.clone(),
                    person: random("p")?,
                    claim: random("n")?,
                },
            };
            numbers.push(number);
        }
        let distinct: std::collections::BTreeSet<&str> =
            named.iter().map(|record| record.id.as_str()).collect();
        if distinct.len() < named.len() {
            let what = session.plain("cli-incidents-list-ids");
            let place = path.display();
            let text = session.filled("cli-error-at", &[("place", &place), ("what", &what)]);
            return Err(Failure::input(text));
        }
        lists.push(List {
            source,
            named,
            numbers,
        });
    }
    Ok(lists)
}

/// `SOURCE=FILE` of every list; the source must be one of the folder, and stand there once.
fn named(
    args: &LinkLists,
    book: &Book,
    session: &Session<'_>,
) -> Result<Vec<(Code, PathBuf)>, Failure> {
    let mut found: Vec<(Code, PathBuf)> = Vec::new();
    for text in &args.list {
        let parsed = text.split_once('=').and_then(|(source, path)| {
            let source = book
                .sources
                .iter()
                .find(|held| held.id.as_str() == source)?;
            Some((source.id.clone(), PathBuf::from(path)))
        });
        match parsed {
            Some((source, path)) if found.iter().all(|(held, _)| *held != source) => {
                found.push((source, path));
            }
            _ => {
                let known: Vec<&str> = book.sources.iter().map(|held| held.id.as_str()).collect();
                return Err(Failure::usage(
                    session.filled("cli-incidents-list", &[("known", &known.join(", "))]),
                ));
            }
        }
    }
    Ok(found)
}

/// A random id of 80 bits, which says nothing about its record.
fn random(prefix: &str) -> Result<Code, Failure> {
    let mut bytes = [0_u8; 10];
    getrandom::fill(&mut bytes).map_err(internal)?;
    let digits = bytes.iter().fold(prefix.to_owned(), |text, byte| {
        text + &format!("{byte:02x}")
    });
    Code::parse(&digits).map_err(internal)
}

/// Decisions of people in earlier runs, in their order.
fn earlier(lists: &[List], links: Option<&Table>) -> Vec<Decided> {
    let at: BTreeMap<&str, RecordAt> = lists
        .iter()
        .enumerate()
        .flat_map(|(list, held)| {
            held.numbers
                .iter()
                .enumerate()
                .map(move |(record, number)| (number.person.as_str(), RecordAt { list, record }))
        })
        .collect();
    let Some(table) = links else {
        return Vec::new();
    };
    let mut rows: Vec<(String, Decided)> = Vec::new();
    for row in &table.rows {
        let cell = |name: &str| cell(table, row, name);
        let decision = match cell("decision") {
            "same" => Decision::Same,
            "different" => Decision::Different,
            _ => Decision::Unsure,
        };
        if let (false, Some(left), Some(right)) = (
            cell("decider") == RULE,
            at.get(cell("left")),
            at.get(cell("right")),
        ) {
            let (left, right) = (*left, *right);
            rows.push((
                cell("decided").to_owned(),
                Decided {
                    left,
                    right,
                    decision,
                },
            ));
        }
    }
    // Stable: of one day the later row holds.
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    rows.into_iter().map(|(_, decided)| decided).collect()
}

fn cell<'a>(table: &Table, row: &'a TableRow, name: &str) -> &'a str {
    let at = table.header.iter().position(|held| held.trim() == name);
    let text = at
        .and_then(|at| row.cells.get(at))
        .and_then(Option::as_deref);
    text.unwrap_or_default().trim()
}

/// Pairs for a person that nobody looked at yet.
fn questions<'a>(
    lists: &'a [List],
    linked: &'a Linked,
    decided: &[Decided],
) -> Vec<(Question<'a>, [&'a str; 2])> {
    let is_new = |pair: &&Pair| {
        decided.iter().all(|held| {
            (held.left, held.right) != (pair.left, pair.right)
                && (held.right, held.left) != (pair.left, pair.right)
        })
    };
    let pairs: Vec<&Pair> = linked.review.iter().filter(is_new).collect();
    let of = pairs.len();
    let id = |at: RecordAt| {
        let record = lists
            .get(at.list)
            .and_then(|list| list.named.get(at.record));
        record.map_or("", |record| record.id.as_str())
    };
    (1..)
        .zip(pairs)
        .map(|(number, pair)| {
            (
                Question { number, of, pair },
                [id(pair.left), id(pair.right)],
            )
        })
        .collect()
}

fn write_all(
    args: &LinkLists,
    act: ActKind,
    as_of: Date,
    lists: &[List],
    linked: &Linked,
    now: &[Decided],
    tables: &mut BTreeMap<TableName, Table>,
    session: &Session<'_>,
) -> Result<(), Failure> {
    let date = as_of.to_string();
    let mut persons = new_table(TableName::Persons);
    let mut claims = new_table(TableName::Claims);
    let mut records = new_table(TableName::Records);
    for list in lists {
        for (named, number) in list.named.iter().zip(&list.numbers) {
            push(
                TableName::Persons,
                &mut persons,
                &[("id", number.person.as_str())],
            );
            let day = named.date.map(|date| date.to_string()).unwrap_or_default();
            let area = named.place.replacen('-', "/", 1);
            let row = [
                ("id", number.claim.as_str()),
                ("source", list.source.as_str()),
                ("act", act.word()),
                ("person", number.person.as_str()),
                ("qualifier", "named"),
                ("as_of", date.as_str()),
                ("area", area.as_str()),
                ("from", day.as_str()),
            ];
            push(TableName::Claims, &mut claims, &row);
            let row = [
                ("list", number.list.as_str()),
                ("record", number.record.as_str()),
                ("person", number.person.as_str()),
                ("claim", number.claim.as_str()),
            ];
            push(TableName::Records, &mut records, &row);
        }
    }
    let links = links(
        args,
        &date,
        lists,
        linked,
        now,
        tables.get(&TableName::Links),
    );
    // Whoever has ids already keeps the rows of the run that drew them.
    for (name, new) in [(TableName::Persons, persons), (TableName::Claims, claims)] {
        let held = tables.remove(&name).unwrap_or_default();
        let known: std::collections::BTreeSet<String> = held
            .rows
            .iter()
            .map(|row| cell(&held, row, "id").to_owned())
            .collect();
        let mut fresh = new.clone();
        fresh
            .rows
            .retain(|row| !known.contains(cell(&new, row, "id")));
        let merged =
            merge(name, &held, &fresh).map_err(|found| files::problems(&found, session))?;
        tables.insert(name, merged.table);
    }
    tables.insert(TableName::Links, links);
    let forms = files::quiet_forms(&args.dir, None, session)?;
    Book::read(tables, &forms).map_err(|found| files::problems(&found, session))?;
    let old = if args.records.exists() {
        files::table(&args.records, session)?
    } else {
        Table::default()
    };
    let records = merge(TableName::Records, &old, &records)
        .map_err(|found| files::problems(&found, session))?;
    let written = |path: &Path, table: &Table| {
        output::write(path, to_csv(table).as_bytes())
            .map_err(|error| session.unwritten(path, &error))
    };
    // The ids first: a folder whose ids are lost could never be linked again.
    output::write_private(&args.records, to_csv(&records.table).as_bytes())
        .map_err(|error| session.unwritten(&args.records, &error))?;
    for name in [TableName::Persons, TableName::Claims, TableName::Links] {
        if let Some(table) = tables.get(&name) {
            written(&files::path_of(&args.dir, name), table)?;
        }
    }
    Ok(())
}

fn new_table(name: TableName) -> Table {
    Table {
        file: name.name().to_owned(),
        header: name
            .columns()
            .iter()
            .map(|column| column.name.to_owned())
            .collect(),
        rows: Vec::new(),
    }
}

fn push(name: TableName, table: &mut Table, row: &[(&str, &str)]) {
    let cells = name.columns().iter().map(|column| {
        let held = row.iter().find(|(held, _)| *held == column.name);
        Some(held.map_or("", |(_, text)| text).to_owned())
    });
    let cells = cells.collect();
    table.rows.push(TableRow {
        row: table.rows.len() as u64 + 2,
        cells,
    });
}

/// Decisions of people as they were, then those of now, then those of the rule, made anew.
fn links(
    args: &LinkLists,
    date: &str,
    lists: &[List],
    linked: &Linked,
    now: &[Decided],
    held: Option<&Table>,
) -> Table {
    let mut table = new_table(TableName::Links);
    let person = |at: RecordAt| {
        let number = lists
            .get(at.list)
            .and_then(|list| list.numbers.get(at.record));
        number.map_or("", |number| number.person.as_str())
    };
    let ours: std::collections::BTreeSet<&str> = lists
        .iter()
        .flat_map(|list| list.numbers.iter().map(|number| number.person.as_str()))
        .collect();
    // A decision of the rule that it makes again keeps its day.
    let mut since: BTreeMap<[&str; 3], &str> = BTreeMap::new();
    if let Some(held) = held {
        for row in &held.rows {
            let [left, right, decision, decided] =
                ["left", "right", "decision", "decided"].map(|name| cell(held, row, name));
            if cell(held, row, "decider") == RULE {
                since.insert([left, right, decision], decided);
            }
            let is_ours =
                ours.contains(cell(held, row, "left")) && ours.contains(cell(held, row, "right"));
            if !is_ours || cell(held, row, "decider") != RULE {
                let cells: Vec<(&str, &str)> = TableName::Links
                    .columns()
                    .iter()
                    .map(|column| (column.name, cell(held, row, column.name)))
                    .collect();
                push(TableName::Links, &mut table, &cells);
            }
        }
    }
    for decided in now {
        let word = match decided.decision {
            Decision::Same => "same",
            Decision::Different => "different",
            Decision::Unsure => "unsure",
        };
        let row = [
            ("left", person(decided.left)),
            ("right", person(decided.right)),
            ("decision", word),
            ("decider", args.decider.as_str()),
            ("decided", date),
        ];
        push(TableName::Links, &mut table, &row);
    }
    let by_rule = linked.auto.iter().map(|pair| (pair, "same"));
    let open = linked.review.iter().map(|pair| (pair, "unsure"));
    for (pair, word) in by_rule.chain(open) {
        let mut levels: Vec<String> = pair
            .levels
            .pairs()
            .iter()
            .map(|(field, level)| format!("{field}={level}"))
            .collect();
        if let Some(agrees) = pair.identity {
            let word = if agrees { "same" } else { "different" };
            levels.push(format!("identity={word}"));
        }
        let score = pair.score.to_string();
        let levels = levels.join(";");
        let pair_of = [person(pair.left), person(pair.right), word];
        let day = since.get(&pair_of).copied().unwrap_or(date);
        let row = [
            ("left", person(pair.left)),
            ("right", person(pair.right)),
            ("levels", levels.as_str()),
            ("score", score.as_str()),
            ("decision", word),
            ("decider", RULE),
            ("decided", day),
        ];
        push(TableName::Links, &mut table, &row);
    }
    table
}

fn say(made: &Document, session: &mut Session<'_>) -> Result<(), Failure> {
    let message = Message::new("cli-incidents-linked")
        .with("records", made.records)
        .with("low", made.min_unique)
        .with("high", made.max_unique)
        .with("auto", made.automatic)
        .with("review", made.for_review);
    session.line(&session.sentence(&message))?;
    if made.conflicts > 0 {
        let with = [("count", made.conflicts)];
        session.line(&files::said(session, "cli-incidents-conflicts", &with))?;
    }
    let with = [("compared", made.compared), ("skipped", made.skipped)];
    session.line(&files::said(session, "cli-incidents-compared", &with))?;
    for held in made.sensitivity.iter().filter(|held| held.moved != 0) {
        let message = Message::new("cli-incidents-sensitivity")
            .with("moved", i64::from(held.moved))
            .with("low", held.min_unique)
            .with("high", held.max_unique);
        session.line(&format!("  {}", session.sentence(&message)))?;
    }
    Ok(())
}
