//! The three shipped indices: rows as published, the pages that were found, and Venezuela worked through.

use scrutineer_indices::{Given, How, Library, Points, Scale, Table, score};

use crate::support::{
    EVI, EVI_COMPUTED, FIW, FOTN, FOTN_TOTALS, bytes, cell, lines, of_answers, table,
};

#[test]
fn every_row_of_freedom_in_the_world_gives_its_published_scores_ratings_and_status() {
    let Some(table) = table(FIW, "fiw") else {
        return;
    };
    let library = Library::shipped();
    assert_eq!(table.rows.len(), 2_723);
    for row in &table.rows {
        let score = of_answers(&library, "fiw", &[("fiw", row)]);
        assert_eq!(score.missing, Vec::<String>::new(), "row {}", row.row);
        for measure in ["pr", "cl", "total"] {
            let published = Points(row.parts[measure]);
            assert_eq!(
                score.points(measure),
                Some(published),
                "row {}, {measure}",
                row.row
            );
        }
        for measure in ["pr_rating", "cl_rating", "status"] {
            let published = row.words[measure].as_str();
            assert_eq!(
                score.band(measure),
                Some(published),
                "row {}, {measure}",
                row.row
            );
        }
    }
}

#[test]
fn political_rights_below_zero_are_not_cut_off() {
    let Some(table) = table(FIW, "fiw") else {
        return;
    };
    let library = Library::shipped();
    let lowest: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row, of_answers(&library, "fiw", &[("fiw", row)])))
        .filter(|(_, score)| score.points("pr") == Some(Points::from(-3)))
        .collect();
    assert!(!lowest.is_empty());
    for (row, score) in lowest {
        assert_eq!(score.band("pr_rating"), Some("7"), "row {}", row.row);
    }
}

#[test]
fn every_row_of_freedom_on_the_net_2024_gives_its_published_totals_and_status() {
    let Some(table) = table(FOTN, "fotn") else {
        return;
    };
    let library = Library::shipped();
    assert_eq!(table.rows.len(), 72);
    for row in &table.rows {
        let score = of_answers(&library, "fotn", &[("fotn", row)]);
        for measure in ["a", "b", "c", "total"] {
            let published = Points(row.parts[measure]);
            assert_eq!(
                score.points(measure),
                Some(published),
                "row {}, {measure}",
                row.row
            );
        }
        assert_eq!(score.band("status"), Some(row.words["status"].as_str()));
    }
}

#[test]
fn the_bands_of_the_inverted_scale_are_those_of_the_present_one_turned_round() {
    // Reference table: up to 2018, 0 to 30 is Free, 31 to 60 Partly Free, 61 to 100 Not Free.
    let library = Library::shipped();
    let fotn = library.get("fotn").unwrap();
    assert!(fotn.is_inverted(2018) && !fotn.is_inverted(2019));
    for published in 0_i128..=100 {
        let expected = match published {
            0..=30 => "F",
            31..=60 => "PF",
            _ => "NF",
        };
        let mut given = Given::default();
        let turned = scrutineer_model::Exact::integer(100 - published);
        given.parts.insert("total".to_owned(), turned);
        assert_eq!(score(fotn, &given).unwrap().band("status"), Some(expected));
    }
}

#[test]
fn a_table_of_an_old_edition_is_turned_round_on_reading() {
    // Venezuela 2017 was published as 63 = 19 + 18 + 26 and counts as 37 = 6 + 17 + 14 today.
    let text =
        "iso3,country,edition,a_total,b_total,c_total,total\nVEN,Venezuela,2017,19,18,26,63\n";
    let library = Library::shipped();
    let read = Table::read(
        "t.csv",
        text.as_bytes(),
        Some("fotn"),
        Scale::AsPublished,
        &library,
    );
    assert_eq!(read.problems, []);
    let row = &read.table.unwrap().rows[0];
    let mut given = Given::default();
    row.give("fotn", library.get("fotn").unwrap(), &mut given);
    given.parts.remove("total");
    let score = score(library.get("fotn").unwrap(), &given).unwrap();
    let points = ["a", "b", "c", "total"].map(|id| score.points(id).unwrap().whole().unwrap());
    assert_eq!(points, [6, 17, 14, 37]);
    assert_eq!(score.band("status"), Some("NF"));
}

#[test]
fn published_pages_of_the_election_vulnerability_index_are_reproduced() {
    let (Some(fiw), Some(fotn), Some(pages)) = (table(FIW, "fiw"), table(FOTN, "fotn"), bytes(EVI))
    else {
        return;
    };
    let library = Library::shipped();
    let pages = lines(&pages);
    assert_eq!(pages.len(), 20);
    let mut exact = 0;
    for page in &pages {
        let place = cell(page, "iso3");
        let edition = cell(page, "fiw_edition_used").parse().unwrap();
        let rows = [
            ("fiw", fiw.find(place, Some(edition)).unwrap()),
            ("fotn", fotn.find(place, Some(2024)).unwrap()),
        ];
        let score = of_answers(&library, "evi", &rows);
        let points = |id: &str| score.points(id).unwrap().whole().unwrap();
        let number = |name: &str| cell(page, name).parse::<i64>().unwrap();
        assert_eq!(points("electoral"), number("electoral_32"), "{place}");
        assert_eq!(points("rights"), number("human_rights_36"), "{place}");
        let off = (points("digital") - number("digital_sphere_32")).abs();
        let right_edition = cell(page, "fotn_edition_expected") == "2024";
        assert!(
            off <= if right_edition { 0 } else { 2 },
            "{place}: off by {off}"
        );
        assert_eq!(
            right_edition,
            ["PHL", "ECU"].contains(&place) && cell(page, "page_year") == "2025"
        );
        exact += usize::from(off == 0);
    }
    // The reference counts ten exact pages with this stand-in edition.
    assert_eq!(exact, 10);
}

#[test]
fn all_144_values_of_an_independent_computation_are_reproduced() {
    let (Some(fiw), Some(fotn)) = (table(FIW, "fiw"), table(FOTN, "fotn")) else {
        return;
    };
    let computed = lines(&bytes(EVI_COMPUTED).unwrap());
    let library = Library::shipped();
    assert_eq!(computed.len(), 144);
    for line in &computed {
        let place = cell(line, "iso3");
        let edition = cell(line, "fiw_edition").parse().unwrap();
        let rows = [
            ("fiw", fiw.find(place, Some(edition)).unwrap()),
            ("fotn", fotn.find(place, Some(2024)).unwrap()),
        ];
        let score = of_answers(&library, "evi", &rows);
        for (id, name) in [
            ("digital", "digital_sphere"),
            ("electoral", "electoral"),
            ("rights", "human_rights"),
            ("total", "evi"),
        ] {
            let expected = cell(line, name).parse::<i64>().unwrap();
            assert_eq!(
                score.points(id),
                Some(Points::from(expected)),
                "{place} {id}"
            );
        }
    }
}

/// The trace that the reference works through: question, answer, what it adds.
const DIGITAL: [(&str, i64, i64); 8] = [
    ("fotn.A3", 4, 3),
    ("fotn.B1", 2, 1),
    ("fotn.B2", 1, 1),
    ("fotn.B5", 1, 1),
    ("fotn.C2", 0, 0),
    ("fotn.C3", 2, 1),
    ("fotn.C7", 2, 2),
    ("fotn.C8", 0, 0),
];
const ELECTORAL: [(&str, i64, i64); 8] = [
    ("fiw.A1", 0, 0),
    ("fiw.A2", 0, 0),
    ("fiw.A3", 0, 0),
    ("fiw.B1", 0, 0),
    ("fiw.B2", 0, 0),
    ("fiw.B3", 0, 0),
    ("fiw.B4", 1, 1),
    ("fiw.C3", 0, 0),
];
const RIGHTS: [(&str, i64, i64); 9] = [
    ("fiw.D1", 1, 1),
    ("fiw.D4", 1, 1),
    ("fiw.E1", 0, 0),
    ("fiw.E2", 1, 1),
    ("fiw.F1", 0, 0),
    ("fiw.F2", 0, 0),
    ("fiw.F3", 0, 0),
    ("fiw.F4", 1, 1),
    ("fiw.add_q", 0, 4),
];

#[test]
fn venezuela_has_15_29_and_18_with_the_trace_of_the_reference() {
    let (Some(fiw), Some(fotn), Some(totals)) = (
        table(FIW, "fiw"),
        table(FOTN, "fotn"),
        table(FOTN_TOTALS, "fotn"),
    ) else {
        return;
    };
    let library = Library::shipped();
    let row = fiw.find("VEN", Some(2024)).unwrap();
    let score_of = |index: &str, rows: &[_]| of_answers(&library, index, rows);
    let world = score_of("fiw", &[("fiw", row)]);
    let points = ["pr", "cl", "total"].map(|id| world.points(id).unwrap().whole().unwrap());
    assert_eq!((points, world.band("status")), ([1, 14, 15], Some("NF")));

    // Question scores of the edition of the statement are not public; its three categories are.
    let mut given = Given::default();
    totals
        .find("VEN", Some(2023))
        .unwrap()
        .give("fotn", library.get("fotn").unwrap(), &mut given);
    given.parts.remove("total");
    let net = score(library.get("fotn").unwrap(), &given).unwrap();
    let points = ["a", "b", "c", "total"].map(|id| net.points(id).unwrap().whole().unwrap());
    assert_eq!((points, net.band("status")), ([7, 11, 11, 29], Some("NF")));
    assert!(net.value("a").unwrap().is_taken && net.missing.is_empty());

    let digital = fotn.find("VEN", Some(2024)).unwrap();
    let vote = score_of("evi", &[("fiw", row), ("fotn", digital)]);
    let traced = |id: &str| -> Vec<(String, i64, i64)> {
        let terms = &vote.value(id).unwrap().terms;
        let whole = |span: scrutineer_indices::Span| span.value().unwrap().whole().unwrap();
        terms
            .iter()
            .map(|term| (term.of.clone(), whole(term.answer), whole(term.adds)))
            .collect()
    };
    let wanted = |rows: &[(&str, i64, i64)]| -> Vec<(String, i64, i64)> {
        rows.iter()
            .map(|(of, answer, adds)| ((*of).to_owned(), *answer, *adds))
            .collect()
    };
    assert_eq!(traced("digital"), wanted(&DIGITAL));
    assert_eq!(traced("electoral"), wanted(&ELECTORAL));
    assert_eq!(traced("rights"), wanted(&RIGHTS));
    assert_eq!(
        vote.value("rights").unwrap().terms[8].how,
        How::From { constant: 4 }
    );
    let points = ["digital", "electoral", "rights", "total"];
    let points = points.map(|id| vote.points(id).unwrap().whole().unwrap());
    assert_eq!(points, [9, 1, 8, 18]);
}

#[test]
fn rescaling_rounds_as_the_table_of_the_reference() {
    let library = Library::shipped();
    let evi = library.get("evi").unwrap();
    let tables: [(&str, &[i64]); 4] = [
        ("A3", &[0, 1, 1, 2, 3, 3, 4]),
        ("C7", &[0, 1, 2, 2, 3, 4]),
        ("B2", &[0, 1, 2, 3, 4]),
        ("C8", &[0, 1, 3, 4]),
    ];
    for (question, becomes) in tables {
        let name = format!("fotn.{question}");
        for (raw, expected) in becomes.iter().enumerate() {
            let mut given = Given::default();
            let answer = scrutineer_indices::Answer::Known(i64::try_from(raw).unwrap());
            given.answers.insert(name.clone(), answer);
            let score = score(evi, &given).unwrap();
            let terms = &score.value("digital").unwrap().terms;
            let term = terms.iter().find(|term| term.of == name).unwrap();
            assert_eq!(
                term.adds.value(),
                Some(Points::from(*expected)),
                "{name} = {raw}"
            );
        }
    }
}

#[test]
fn venezuela_is_the_eleventh_lowest_of_72() {
    let (Some(fiw), Some(fotn)) = (table(FIW, "fiw"), table(FOTN, "fotn")) else {
        return;
    };
    let library = Library::shipped();
    let mut totals: Vec<(i64, &str)> = fotn
        .rows
        .iter()
        .map(|row| {
            let code = row.place.code.as_str();
            let rows = [("fiw", fiw.find(code, Some(2024)).unwrap()), ("fotn", row)];
            let score = of_answers(&library, "evi", &rows);
            (score.points("total").unwrap().whole().unwrap(), code)
        })
        .collect();
    totals.sort_unstable();
    assert_eq!(totals[..3], [(6, "CHN"), (9, "MMR"), (11, "IRN")]);
    assert_eq!(totals.iter().position(|(_, code)| *code == "VEN"), Some(10));
}
