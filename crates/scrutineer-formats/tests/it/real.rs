//! The examples on the real files, against numbers that others computed.

use scrutineer_model::{
    Cell, ContestIdx, Field, Figure, ImportIssueKind, OptionIdx, SheetSet, SourceLabel, StationKind,
};
use scrutineer_testkit::shared;

use crate::support::{example, parse, real};

fn sum(cells: &[Cell]) -> u64 {
    cells
        .iter()
        .filter_map(|cell| cell.count())
        .map(u64::from)
        .sum()
}

fn field(set: &SheetSet, field: Field) -> u64 {
    sum(set.field(field).expect("the source has the field"))
}

#[test]
fn venezuela_has_the_totals_of_the_vectors() {
    let (Some(loaded), Some(vectors)) = (
        real("venezuela-2024"),
        shared::vectors("venezuela-2024-audit.json"),
    ) else {
        return;
    };
    let data = &loaded.dataset;
    assert!(loaded.refused.is_empty());
    let number = |path: &str| vectors.pointer(path).and_then(serde_json::Value::as_u64);
    let set = &data.sheets()[0];
    assert_eq!(Some(set.len() as u64), number("/input/sheets"));
    assert_eq!(Some(data.stations().len() as u64), number("/input/sheets"));
    assert_eq!(Some(data.places().len() as u64), number("/input/centres"));
    let divisions = &data.hierarchies()[0].divisions;
    for (level, name) in [(0, "states"), (1, "municipalities"), (2, "parishes")] {
        let expected = number(&format!("/input/{name}"));
        assert_eq!(Some(divisions.count_on(level) as u64), expected, "{name}");
    }
    for (index, option) in data.contests()[0].options.iter().enumerate() {
        let expected = number(&format!("/national/{}", option.id));
        assert_eq!(
            Some(sum(set.option(OptionIdx::new(index)))),
            expected,
            "{}",
            option.id
        );
    }
    assert_eq!(Some(field(set, Field::Registered)), number("/national/RE"));
    assert_eq!(
        Some(field(set, Field::Valid)),
        number("/national/VOTOS_VALIDOS")
    );
    assert_eq!(
        Some(field(set, Field::Invalid)),
        number("/national/VOTOS_NULOS")
    );
    assert_eq!(
        set.current().len(),
        set.len(),
        "every station has one reading"
    );
    let mut pictures = set.pictures().to_vec();
    pictures.sort_unstable();
    pictures.dedup();
    assert_eq!(
        pictures.len(),
        set.len(),
        "every sheet has a picture of its own"
    );
    let source = &data.sources()[0];
    assert_eq!((source.rows, source.rejected), (24_532, 0));
    assert_eq!(source.provenance.supplied_by, SourceLabel::PartyAligned);
    assert_eq!(data.issues(), []);
}

#[test]
fn no_address_of_a_picture_is_in_the_data_set() {
    let Some(loaded) = real("venezuela-2024") else {
        return;
    };
    let text = format!("{loaded:?}");
    assert!(
        !text.contains(".jpg"),
        "the pictures of this file end in .jpg"
    );
}

#[test]
fn the_bulletins_of_venezuela_carry_every_reading() {
    let folder = parse(&example("venezuela-2024"));
    let [one, two] = folder.declarations() else {
        panic!("two bulletins")
    };
    let readings = |index: usize, of: &scrutineer_formats::election::DeclarationSpec| {
        let votes = of.options[index].votes.clone().expect("votes");
        votes
            .readings()
            .map(|reading| reading.value)
            .collect::<Vec<_>>()
    };
    assert_eq!(readings(2, one), [462_704, 461_704]);
    assert_eq!(readings(0, two), [6_408_844, 6_480_844]);
    assert_eq!(readings(2, two), [152_360, 152_306]);
    let total = |of: &scrutineer_formats::election::DeclarationSpec| -> u64 {
        of.options
            .iter()
            .filter_map(|option| option.votes.as_ref())
            .map(Figure::value)
            .sum()
    };
    assert_eq!(total(one), 10_058_774);
    assert_eq!(Some(total(two)), two.valid.as_ref().map(Figure::value));
    assert_eq!(folder.contests()[0].registers.len(), 6);
}

#[test]
fn georgia_reads_two_sources_and_keeps_blanks_unread() {
    let Some(loaded) = real("georgia-2024") else {
        return;
    };
    let data = &loaded.dataset;
    let [all, electronic, recognised] = data.sheets() else {
        panic!("three sources")
    };
    assert_eq!(
        (all.len(), electronic.len(), recognised.len()),
        (3_095, 2_256, 2_255)
    );
    // Sums of the file as its README states them.
    let contest = data.contest(ContestIdx::new(0));
    for (id, votes) in [
        ("41", 1_118_736),
        ("4", 223_243),
        ("5", 208_326),
        ("9", 180_464),
        ("25", 160_024),
    ] {
        let option = contest.option(id).expect("an option");
        assert_eq!(sum(all.option(option)), votes, "list {id}");
    }
    assert_eq!(field(all, Field::Valid), 2_061_317);
    assert_eq!(field(all, Field::Registered), 3_494_146);
    let (mut stations, mut differing, mut cells, mut unread, mut alone) = (0, 0, 0, 0, Vec::new());
    for row in electronic.current() {
        let station = electronic.stations()[row];
        let Some(other) = recognised
            .current()
            .find(|&at| recognised.stations()[at] == station)
        else {
            alone.push(data.stations().id(station));
            continue;
        };
        stations += 1;
        let mut differs = false;
        for (ours, theirs) in electronic.options().iter().zip(recognised.options()) {
            match (ours[row].count(), theirs[other].count()) {
                (Some(a), Some(b)) if a != b => {
                    cells += 1;
                    differs = true;
                }
                (Some(_), None) => unread += 1,
                _ => {}
            }
        }
        differing += usize::from(differs);
    }
    assert_eq!(
        (stations, differing, cells, unread),
        (2_255, 736, 2_336, 5_004)
    );
    assert_eq!(alone, ["00.60.26"]);
}

#[test]
fn georgia_tells_stations_without_a_register_apart() {
    let Some(loaded) = real("georgia-2024") else {
        return;
    };
    let data = &loaded.dataset;
    let set = &data.sheets()[0];
    let registered = set.field(Field::Registered).expect("registered");
    let valid = set.field(Field::Valid).expect("valid");
    let (mut abroad, mut special, mut votes) = (0, 0, 0);
    for row in 0..set.len() {
        let kind = data.stations().get(set.stations()[row]).kind;
        if registered[row] == Cell::ZERO {
            votes += u64::from(valid[row].count().expect("read"));
            abroad += usize::from(kind == StationKind::Abroad);
            special += usize::from(kind == StationKind::Special);
        } else {
            assert_eq!(kind, StationKind::Ordinary);
        }
    }
    assert_eq!((abroad, special, votes), (52, 13, 21_280));
}

#[test]
fn indonesia_keeps_null_unread() {
    let Some(loaded) = real("indonesia-2024") else {
        return;
    };
    let set = &loaded.dataset.sheets()[0];
    assert_eq!(set.len(), 1_000);
    let figures = set.field(Field::Valid).expect("valid");
    let (mut votes, mut numbers, mut either, mut complete, mut differ) = (0, 0, 0, 0, 0);
    for row in 0..set.len() {
        let cells: Vec<Option<u32>> = set
            .options()
            .iter()
            .map(|option| option[row].count())
            .collect();
        let no_votes = cells.iter().all(Option::is_none);
        let no_figures = figures[row].count().is_none();
        votes += usize::from(no_votes);
        numbers += usize::from(no_figures);
        either += usize::from(no_votes || no_figures);
        if !no_votes && !no_figures {
            complete += 1;
            let sum: u32 = cells.iter().map(|cell| cell.unwrap_or(0)).sum();
            differ += usize::from(Some(sum) != figures[row].count());
        }
    }
    assert_eq!(
        (votes, numbers, either, complete, differ),
        (539, 535, 652, 348, 28)
    );
    // More than one in a hundred; the second sum was counted apart, from the documents.
    let refused: Vec<_> = loaded
        .refused
        .iter()
        .map(|held| (held.identity.as_str(), held.readings, held.failing))
        .collect();
    assert_eq!(
        refused,
        [
            ("options = valid", 348, 28),
            ("valid + invalid = ballots", 465, 11)
        ]
    );
    let issues: Vec<_> = loaded
        .dataset
        .issues()
        .iter()
        .map(|issue| issue.kind)
        .collect();
    assert!(
        !issues.contains(&ImportIssueKind::NotANumber),
        "null is no wrong number"
    );
}
