use scrutineer_forensics::{InvalidTables, Measured, Null, Role, Tables, TestId, measure};

use super::places;

fn is_sound(found: &[Measured]) {
    for result in found {
        assert_eq!(
            result.p.is_none(),
            result.role == Role::NotApplicable,
            "{result:?}"
        );
        assert!(
            result.p.is_none_or(|p| (0.0..=1.0).contains(&p)),
            "{result:?}"
        );
        assert!(result.votes.is_none_or(f64::is_finite), "{result:?}");
        assert!(
            result.figures.values().all(|value| value.is_finite()),
            "{result:?}"
        );
        assert!(
            result
                .assumptions
                .iter()
                .all(|held| held.found.get().is_finite()),
            "{result:?}"
        );
    }
}

#[test]
fn no_sheets_one_station_and_empty_margins_have_clear_answers() {
    let one: &[(u32, u32)] = &[(3, 10)];
    let zero: &[(u32, u32)] = &[(0, 10), (0, 12)];
    let all: &[(u32, u32)] = &[(10, 10), (12, 12)];
    let nobody: &[(u32, u32)] = &[(0, 0), (0, 0)];
    let ties: &[(u32, u32)] = &[(5, 10), (5, 10)];
    for groups in [
        &[][..],
        &[one],
        &[zero],
        &[all],
        &[nobody],
        &[ties],
        &[one, zero, all, nobody, ties],
    ] {
        let found = measure(&places(groups), Null::fixed());
        assert_eq!(found.len(), 2 * 7 + 5 + 1);
        is_sound(&found);
        assert!(
            found
                .iter()
                .all(|result| result.role == Role::NotApplicable)
        );
    }
    let many = vec![ties; 400];
    is_sound(&measure(&places(&many), Null::fixed()));
    let empty = vec![zero; 400];
    is_sound(&measure(&places(&empty), Null::fixed()));
}

#[test]
fn an_election_without_options_or_registers_has_clear_answers() {
    let none = Tables::new(vec![], vec![5, 6], vec![0, 0], vec![0, 0], &[0, 0]).unwrap();
    is_sound(&measure(&none, Null::fixed()));
}

#[test]
fn columns_that_are_no_sheets_are_refused() {
    let tables = |votes: u32, place: [u32; 2]| {
        Tables::new(
            vec![vec![votes, 1]],
            vec![5, 6],
            vec![5, 6],
            vec![9, 9],
            &place,
        )
    };
    assert_eq!(tables(6, [0, 0]).unwrap_err(), InvalidTables::Sum(0));
    assert_eq!(tables(5, [1, 0]).unwrap_err(), InvalidTables::Order(1));
    let short = Tables::new(vec![vec![1]], vec![5, 6], vec![5, 6], vec![9, 9], &[0, 0]);
    assert_eq!(short.unwrap_err(), InvalidTables::Length);
}

/// A place with a change of 100 votes between its tables is found; the same change at both is not.
#[test]
fn a_moved_table_is_found_and_a_moved_place_is_not() {
    let honest: &[(u32, u32)] = &[(250, 500), (251, 500)];
    let table: &[(u32, u32)] = &[(350, 500), (251, 500)];
    let place: &[(u32, u32)] = &[(350, 500), (351, 500)];
    let p = |touched| {
        let mut groups = vec![honest; 60];
        groups.extend([touched; 3]);
        let found = measure(&places(&groups), Null::fixed());
        let extreme = found
            .iter()
            .find(|result| result.test == TestId::PlaceExtremes)
            .unwrap();
        (extreme.p.unwrap(), extreme.figures["extreme-places"])
    };
    let (small, count) = p(table);
    assert!(
        small < 1e-6 && (count - 3.0).abs() < 1e-9,
        "{small} {count}"
    );
    assert_eq!(p(place), (1.0, 0.0));
}

/// Python: `hashlib.sha256(b"10,2\n30,5\n30,7\n").hexdigest()`.
#[test]
fn the_same_votes_have_one_digest_whatever_their_order_and_names() {
    let tables = |options: [[u32; 3]; 2]| {
        let valid = (0..3)
            .map(|row| options[0][row] + options[1][row])
            .collect();
        let columns = options.iter().map(|column| column.to_vec()).collect();
        Tables::new(columns, valid, vec![0; 3], vec![0; 3], &[0, 0, 1]).unwrap()
    };
    let expected = "5f822aee193efc6f58c2a6c77064b9333e2bc5eef234b4915e26c834340d4b40";
    assert_eq!(tables([[30, 10, 30], [5, 2, 7]]).votes_digest(), expected);
    // Rows in another order, then the options too.
    assert_eq!(tables([[30, 30, 10], [7, 5, 2]]).votes_digest(), expected);
    assert_eq!(tables([[7, 5, 2], [30, 30, 10]]).votes_digest(), expected);
    // One vote more is another table.
    assert_ne!(tables([[30, 30, 11], [7, 5, 2]]).votes_digest(), expected);
}
