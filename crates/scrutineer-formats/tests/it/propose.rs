//! A map proposed from a file must load with that file.

use std::fmt::Write;

use scrutineer_formats::propose;
use scrutineer_model::{Field, OptionIdx};
use scrutineer_testkit::shared;

use crate::support::{SHEETS, load_with, parse};

#[test]
fn the_map_proposed_for_the_sheets_of_venezuela_is_the_one_a_person_wrote() {
    let Some(file) = shared::file("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv") else {
        return;
    };
    let bytes = std::fs::read(file).expect("readable");
    let proposal = propose("RESULTADOS.csv", &bytes);
    let loaded = load_with(&proposal.toml, &[("sheets/RESULTADOS.csv", &bytes)]).expect("it loads");
    let data = &loaded.dataset;
    assert_eq!(data.issues(), [], "every column has a role");
    assert!(loaded.refused.is_empty());
    let set = &data.sheets()[0];
    assert_eq!((set.current().len(), data.places().len()), (24_532, 12_817));
    let options = &data.contests()[0].options;
    let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"
        ]
    );
    let first: u64 = set
        .option(OptionIdx::new(0))
        .iter()
        .filter_map(|c| c.count())
        .map(u64::from)
        .sum();
    assert_eq!(first, 7_156_462);
    for field in [Field::Registered, Field::Valid, Field::Invalid] {
        assert!(set.field(field).is_some(), "{field:?}");
    }
    let divisions = &data.hierarchies()[0].divisions;
    let counts: Vec<usize> = (0..3).map(|level| divisions.count_on(level)).collect();
    assert_eq!(counts, [24, 326, 1_072]);
    assert!(
        proposal
            .notes
            .iter()
            .any(|note| note.contains("10 columns add up to VOTOS_VALIDOS"))
    );
    assert!(!proposal.toml.contains("http"), "no address of a picture");
}

#[test]
fn sums_find_the_votes_where_names_say_nothing() {
    let mut text = "precinct;x1;x2;x3;x4;x5\n".to_owned();
    for row in 0..50_u32 {
        let (a, b, c) = (row * 7 % 31, row * 5 % 17, row * 3 % 11);
        let (more, all) = (a + b + c + 9, a + b + c);
        writeln!(text, "P{row};{more};{a};{b};{c};{all}").expect("a string takes everything");
    }
    let proposal = propose("places.csv", text.as_bytes());
    let folder = parse(&proposal.toml);
    let columns = &folder.sources()[0].table.columns;
    let votes: Vec<&str> = columns
        .votes
        .iter()
        .map(|(_, name)| name.as_str())
        .collect();
    assert_eq!(votes, ["x2", "x3", "x4"]);
    assert_eq!(columns.fields, [(Field::Valid, "x5".to_owned())]);
    assert_eq!(columns.station, ["precinct"]);
}

#[test]
fn whatever_the_file_holds_the_proposal_can_be_read() {
    let hostile: [&[u8]; 8] = [
        b"",
        b"\n\n",
        b"a",
        b"\0\xff\xfe",
        b"\"never closed",
        b"a,a,a\n1,2,3\n",
        "اسم,\u{202e}عدد\nx,1\n".as_bytes(),
        b"\"x\"\"\n]\",y\n1,2\n",
    ];
    for bytes in hostile {
        for name in ["a.csv", "a b\"\\\n.csv", "x.xlsx", "y.zip", "z.gz", ""] {
            let proposal = propose(name, bytes);
            let errors = scrutineer_formats::ElectionFolder::parse(&proposal.toml).err();
            assert!(
                errors.is_none(),
                "{name:?} {bytes:?} {errors:?}\n{}",
                proposal.toml
            );
        }
    }
}

#[test]
fn columns_about_persons_are_proposed_as_private() {
    let proposal = propose("sheets.csv", SHEETS.as_bytes());
    let folder = parse(&proposal.toml);
    let columns = &folder.sources()[0].table.columns;
    assert!(
        columns.private.contains(&"agent".to_owned()),
        "{}",
        proposal.toml
    );
    assert_eq!(columns.picture.as_deref(), Some("picture"));
    assert!(!proposal.toml.contains("CANARY"));
    assert!(!proposal.notes.join(" ").contains("CANARY"));
}
