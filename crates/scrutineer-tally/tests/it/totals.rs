//! Totals and coverage.

use proptest::prelude::*;
use scrutineer_model::{Field, HierarchyIdx, OptionIdx, SheetStatus, StationEntry};
use scrutineer_tally::{
    Groups, Interval, Leader, Observed, by_division, by_place, by_station, coverage, totals,
};

use crate::build::{self, builder, cell, contest, plurality, push, push_at, simple, source};
use crate::real::{close, real};

#[test]
fn national_totals_and_coverage_match_the_vectors() {
    let Some(real) = real() else { return };
    let national = &real.vectors["national"];
    let all = totals(&real.dataset, real.set());
    for (id, votes) in real.ids.iter().zip(&all.options) {
        assert_eq!(votes.value(), national[id].as_u64(), "{id}");
        let share = votes.min as f64 / all.valid().min as f64;
        assert!(close(share, &national["share"][id], 8), "{id}");
    }
    let value = |field| all.field(field).and_then(Interval::value);
    assert_eq!(value(Field::Registered), national["RE"].as_u64());
    assert_eq!(value(Field::Valid), national["VOTOS_VALIDOS"].as_u64());
    assert_eq!(value(Field::Invalid), national["VOTOS_NULOS"].as_u64());
    assert_eq!(value(Field::Ballots), None);
    assert_eq!(all.ballots().value(), national["VOT"].as_u64());
    assert_eq!(all.votes().value(), national["VOTOS_VALIDOS"].as_u64());
    let input = &real.vectors["input"];
    assert_eq!(Some(all.sheets), input["sheets"].as_u64());
    assert_eq!((all.complete, all.unread_cells()), (all.sheets, 0));
    let leader = OptionIdx::new(real.option("EG"));
    let lead = national["lead"].as_u64().unwrap();
    assert_eq!(
        all.leader(),
        Leader::One {
            option: leader,
            lead
        }
    );

    let coverage = coverage(&real.dataset, real.set());
    assert_eq!(Some(coverage.places_reported), input["centres"].as_u64());
    assert_eq!(Some(coverage.stations_reported), input["sheets"].as_u64());
    assert_eq!(coverage.stations_expected, Some(30_026));
    assert_eq!(
        coverage.missing_by_reason[&SheetStatus::Unknown],
        30_026 - 24_532
    );
    assert_eq!(Some(coverage.registered_reported), national["RE"].as_u64());
}

#[test]
fn every_state_matches_the_vectors_and_the_levels_have_their_sizes() {
    let Some(real) = real() else { return };
    let hierarchy = HierarchyIdx::new(0);
    let divisions = &real.dataset.hierarchy(hierarchy).divisions;
    let input = &real.vectors["input"];
    for (level, key) in [(0, "states"), (1, "municipalities"), (2, "parishes")] {
        assert_eq!(Some(divisions.count_on(level) as u64), input[key].as_u64());
    }
    let groups = by_division(&real.dataset, real.set(), hierarchy);
    let states = real.vectors["states"].as_array().unwrap();
    let mut seen = 0;
    for (at, division) in divisions.iter().filter(|(_, division)| division.level == 0) {
        let expected = states
            .iter()
            .find(|state| state["COD_EDO"].as_u64() == division.code.parse().ok())
            .unwrap();
        let found = groups.totals(at.get());
        assert_eq!(expected["EDO"].as_str(), Some(division.name));
        assert_eq!(Some(found.sheets), expected["sheets"].as_u64());
        for (id, votes) in real.ids.iter().zip(&found.options) {
            assert_eq!(
                votes.value(),
                expected[id].as_u64(),
                "{id} in {}",
                division.name
            );
        }
        for (field, key) in [
            (Field::Registered, "RE"),
            (Field::Valid, "VOTOS_VALIDOS"),
            (Field::Invalid, "VOTOS_NULOS"),
        ] {
            let value = found.field(field).and_then(Interval::value);
            assert_eq!(value, expected[key].as_u64(), "{key} in {}", division.name);
        }
        seen += 1;
    }
    assert_eq!(seen, states.len());
}

#[test]
fn who_is_ahead_on_every_level_matches_the_vectors() {
    let Some(real) = real() else { return };
    let wins = &real.vectors["wins"];
    let divisions = &real.dataset.hierarchy(HierarchyIdx::new(0)).divisions;
    let count = |groups: &Groups, keep: &dyn Fn(usize) -> bool, prefix: &str| {
        let leaders: Vec<Leader> = (0..groups.len())
            .filter(|&at| keep(at))
            .map(|at| groups.leader(at))
            .collect();
        for id in ["EG", "NM"] {
            let at = OptionIdx::new(real.option(id));
            let ahead =
                |leader: &&Leader| matches!(leader, Leader::One { option, .. } if *option == at);
            let found = leaders.iter().filter(ahead).count() as u64;
            assert_eq!(
                Some(found),
                wins[format!("{prefix}_{id}")].as_u64(),
                "{prefix} {id}"
            );
        }
        let ties = leaders
            .iter()
            .filter(|leader| matches!(leader, Leader::Tie(_)));
        assert_eq!(
            Some(ties.count() as u64),
            wins[format!("{prefix}_tie")].as_u64()
        );
    };
    let groups = by_division(&real.dataset, real.set(), HierarchyIdx::new(0));
    let on = |level: u8| {
        let levels: Vec<u8> = divisions
            .iter()
            .map(|(_, division)| division.level)
            .collect();
        move |at: usize| levels[at] == level
    };
    count(&groups, &on(1), "mun");
    count(&groups, &on(2), "par");
    count(&by_place(&real.dataset, real.set()), &|_| true, "centre");
    count(&by_station(&real.dataset, real.set()), &|_| true, "sheets");
}

#[test]
fn rival_readings_without_an_order_make_an_interval() {
    let data = simple(
        contest(&["a", "b"], plurality()),
        &[("1", &[10, 5, 4]), ("2", &[10, 7, 1]), ("2", &[10, 3, 6])],
    );
    let all = totals(&data, &data.sheets()[0]);
    assert_eq!(all.options[0], Interval { min: 8, max: 12 });
    assert_eq!(all.options[1], Interval { min: 5, max: 10 });
    assert_eq!((all.sheets, all.registered_reported), (2, 20));
    assert_eq!(
        all.leader(),
        Leader::Open(vec![OptionIdx::new(0), OptionIdx::new(1)])
    );
}

#[test]
fn superseded_readings_count_for_nothing() {
    let mut builder = builder(contest(&["a", "b"], plurality()));
    let at = builder.source(source("sheets"), vec![Field::Registered]);
    push_at(&mut builder, at, "1", 1, &[10, 9, 0]);
    push_at(&mut builder, at, "1", 2, &[10, 2, 3]);
    let data = builder.finish().unwrap();
    let all = totals(&data, &data.sheets()[0]);
    assert_eq!(all.options, [Interval::exact(2), Interval::exact(3)]);
    assert_eq!(all.sheets, 1);
}

#[test]
fn an_unread_cell_adds_nothing_and_is_counted() {
    let data = simple(
        contest(&["a", "b"], plurality()),
        &[("1", &[10, -1, 4]), ("2", &[-1, 7, 0]), ("3", &[9, -2, 2])],
    );
    let set = &data.sheets()[0];
    let all = totals(&data, set);
    assert_eq!(all.options, [Interval::exact(7), Interval::exact(6)]);
    assert_eq!(all.unread_options, [1, 0]);
    assert_eq!(all.unread_fields[Field::Registered.position()], 1);
    assert_eq!(all.unread_cells(), 2);
    assert_eq!((all.sheets, all.complete), (3, 2));
    let observed = Observed::new(&data, set);
    assert_eq!((observed.open.stations, observed.open.votes), (1, 6));
}

#[test]
fn where_nobody_has_a_vote_nobody_is_ahead() {
    let contest = contest(&["a", "b"], plurality());
    let none = simple(contest.clone(), &[("1", &[10, 0, 0]), ("2", &[10, 0, 0])]);
    assert_eq!(totals(&none, &none.sheets()[0]).leader(), Leader::Nobody);
    let one = simple(contest, &[("1", &[10, 0, 0]), ("2", &[10, 0, 1])]);
    let ahead = Leader::One {
        option: OptionIdx::new(1),
        lead: 1,
    };
    assert_eq!(totals(&one, &one.sheets()[0]).leader(), ahead);
}

#[test]
fn missing_stations_carry_their_reasons() {
    let mut builder = builder(contest(&["a"], plurality()));
    let at = builder.source(source("sheets"), vec![]);
    for (id, status) in [
        ("1", SheetStatus::Received),
        ("2", SheetStatus::Seized),
        ("3", SheetStatus::Received),
    ] {
        let entry = StationEntry {
            sheet_status: Some(status),
            ..StationEntry::default()
        };
        let station = builder.station(id, &entry).unwrap();
        builder.register(station, cell(100), cell(-2));
    }
    push(&mut builder, at, "1", &[3]);
    let data = builder.finish().unwrap();
    let found = coverage(&data, &data.sheets()[0]);
    assert_eq!(found.stations_expected, Some(3));
    assert_eq!(found.registered_expected, Some(300));
    assert_eq!(found.registered_reported, 100);
    let reasons: Vec<_> = found.missing_by_reason.into_iter().collect();
    assert_eq!(
        reasons,
        [(SheetStatus::Seized, 1), (SheetStatus::Unknown, 1)]
    );
}

#[test]
fn several_tickets_and_two_hierarchies_add_up() {
    let mut contest = contest(&["a", "b"], plurality());
    // Three lines of the form: the first and the last are for the first option.
    contest.tickets.push(scrutineer_model::Ticket {
        id: build::code("a-again"),
        name: String::new(),
        option: OptionIdx::new(0),
    });
    let hierarchies = ["areas", "seats"].map(|id| (id.to_owned(), vec!["level".to_owned()]));
    let mut builder = build::builder_with(contest, hierarchies.to_vec());
    let at = builder.source(source("sheets"), vec![]);
    for (id, area, seat, votes) in [
        ("1", "x", "p", [5, 4, 1]),
        ("2", "x", "q", [2, 2, 2]),
        ("3", "y", "p", [0, 9, 3]),
    ] {
        let area = builder
            .division(HierarchyIdx::new(0), &[area], &[])
            .unwrap();
        let seat = builder
            .division(HierarchyIdx::new(1), &[seat], &[])
            .unwrap();
        let entry = StationEntry {
            divisions: &[area, seat],
            ..StationEntry::default()
        };
        builder.station(id, &entry).unwrap();
        push(&mut builder, at, id, &votes);
    }
    let data = builder.finish().unwrap();
    let set = &data.sheets()[0];
    let all = totals(&data, set);
    assert_eq!(all.options, [13, 15].map(Interval::exact));
    assert_eq!(all.tickets, [7, 15, 6].map(Interval::exact));
    let by = |hierarchy| {
        let groups = by_division(&data, set, HierarchyIdx::new(hierarchy));
        [0, 1].map(|at| {
            groups
                .options(at)
                .iter()
                .map(|votes| votes.min)
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(by(0), [vec![10, 6], vec![3, 9]]);
    assert_eq!(by(1), [vec![9, 13], vec![4, 2]]);
}

fn sheets() -> impl Strategy<Value = Vec<[i64; 4]>> {
    prop::collection::vec([1i64..500, -1i64..300, -2i64..300, 0i64..300], 1..30)
}

fn dataset(
    sheets: &[[i64; 4]],
    order: &[usize],
    permutation: [usize; 3],
) -> scrutineer_model::Dataset {
    let names = ["a", "b", "c"];
    let mut builder = builder(contest(&permutation.map(|at| names[at]), plurality()));
    let at = builder.source(source("sheets"), vec![Field::Registered]);
    for &row in order {
        let sheet = sheets[row];
        let votes = permutation.map(|at| sheet[at + 1]);
        push(
            &mut builder,
            at,
            &format!("{row}"),
            &[sheet[0], votes[0], votes[1], votes[2]],
        );
    }
    builder.finish().unwrap()
}

proptest! {
    #[test]
    fn totals_do_not_depend_on_the_order_of_rows(sheets in sheets()) {
        let order: Vec<usize> = (0..sheets.len()).collect();
        let reversed: Vec<usize> = order.iter().rev().copied().collect();
        let a = dataset(&sheets, &order, [0, 1, 2]);
        let b = dataset(&sheets, &reversed, [0, 1, 2]);
        prop_assert_eq!(totals(&a, &a.sheets()[0]), totals(&b, &b.sheets()[0]));
        prop_assert_eq!(coverage(&a, &a.sheets()[0]), coverage(&b, &b.sheets()[0]));
    }

    #[test]
    fn permuted_options_give_permuted_totals_equal_to_a_naive_sum(sheets in sheets()) {
        let order: Vec<usize> = (0..sheets.len()).collect();
        let data = dataset(&sheets, &order, [2, 0, 1]);
        let all = totals(&data, &data.sheets()[0]);
        for (at, from) in [2usize, 0, 1].into_iter().enumerate() {
            let naive: i64 = sheets.iter().map(|sheet| sheet[from + 1].max(0)).sum();
            prop_assert_eq!(all.options[at].value(), u64::try_from(naive).ok());
        }
    }

    #[test]
    fn a_further_sheet_never_lowers_coverage_or_a_total(sheets in sheets()) {
        let order: Vec<usize> = (0..sheets.len()).collect();
        let (all, fewer) = (order.as_slice(), &order[..order.len() - 1]);
        let (a, b) = (dataset(&sheets, fewer, [0, 1, 2]), dataset(&sheets, all, [0, 1, 2]));
        let (before, after) = (coverage(&a, &a.sheets()[0]), coverage(&b, &b.sheets()[0]));
        prop_assert!(after.stations_reported > before.stations_reported);
        prop_assert!(after.registered_reported >= before.registered_reported);
        let (before, after) = (totals(&a, &a.sheets()[0]), totals(&b, &b.sheets()[0]));
        for (before, after) in before.options.iter().zip(&after.options) {
            prop_assert!(after.min >= before.min && after.max >= before.max);
        }
    }

    #[test]
    fn divisions_add_up_to_the_whole(rows in prop::collection::vec((0u8..4, 0u8..3, 0i64..99), 1..60)) {
        let levels = vec!["wide".to_owned(), "narrow".to_owned()];
        let mut builder = build::builder_with(
            contest(&["a"], plurality()),
            vec![("areas".to_owned(), levels)],
        );
        let at = builder.source(source("sheets"), vec![]);
        for (row, (wide, narrow, votes)) in rows.iter().enumerate() {
            let codes = [wide.to_string(), narrow.to_string()];
            let division = builder
                .division(HierarchyIdx::new(0), &[&codes[0], &codes[1]], &[])
                .unwrap();
            let entry = StationEntry { divisions: &[division], ..StationEntry::default() };
            builder.station(&row.to_string(), &entry).unwrap();
            push(&mut builder, at, &row.to_string(), &[*votes]);
        }
        let data = builder.finish().unwrap();
        let groups = by_division(&data, &data.sheets()[0], HierarchyIdx::new(0));
        for (division, _) in data.hierarchy(HierarchyIdx::new(0)).divisions.iter() {
            let naive: i64 = rows
                .iter()
                .filter(|(wide, narrow, _)| {
                    let path = data.hierarchy(HierarchyIdx::new(0)).divisions.path_code(division);
                    path == wide.to_string() || path == format!("{wide}/{narrow}")
                })
                .map(|row| row.2)
                .sum();
            let found = groups.totals(division.get()).options[0].value();
            prop_assert_eq!(found, u64::try_from(naive).ok());
        }
    }
}
