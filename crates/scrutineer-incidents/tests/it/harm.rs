//! H14 to H18, H20 and the canaries: what the reference on doing no harm asks of this crate.

use md5::Md5;
use proptest::prelude::*;
use scrutineer_incidents::linkage::{ListRecord, NamedRecord};
use scrutineer_incidents::publish::{
    Basis, Gate, LEAST_RECORDS, NamingError, Published, Release, Subject, Waiting, protect, release,
};
use scrutineer_incidents::{Area, Forms, TableName, TokenKey, keyed, summary};
use scrutineer_model::{Code, Date};
use sha2::{Digest, Sha256, Sha512};

use crate::counting::book;

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// H14: six spellings give one token, which is no plain digest of any of them.
#[test]
fn a_token_is_no_digest_of_a_usual_spelling() {
    let key = TokenKey::new(vec![7; 32]).unwrap();
    let spellings = [
        "V-12.345.678",
        "v12345678",
        "V 12345678",
        "V-12345678",
        "v.12.345.678",
        "V12345678",
    ];
    let tokens: Vec<_> = spellings
        .iter()
        .map(|text| key.of_identity(text).unwrap())
        .collect();
    assert!(tokens.iter().all(|token| *token == tokens[0]));
    let held = keyed(&[7; 32], "id", "V12345678");
    for text in spellings {
        assert_ne!(held.as_slice(), Sha256::digest(text).as_slice());
        assert_ne!(held.as_slice(), &Sha512::digest(text)[..32]);
        assert_ne!(&held[..16], Md5::digest(text).as_slice());
    }
    assert_ne!(key.of_identity("V1"), key.of_name("V1"));
    assert!(TokenKey::new(vec![7; 31]).is_none());
}

/// H14, H20: nothing that holds a name or a token prints it.
#[test]
fn what_holds_a_name_prints_a_placeholder() {
    let key = TokenKey::new(b"CANARY-CANARY-CANARY-CANARY-CANA".to_vec()).unwrap();
    let record = NamedRecord {
        id: "CANARY".to_owned(),
        given: "CANARY".to_owned(),
        surname1: "CANARY".to_owned(),
        surname2: "CANARY".to_owned(),
        place: "CANARY".to_owned(),
        sex: "CANARY".to_owned(),
        identity: key.of_identity("CANARY"),
        ..NamedRecord::default()
    };
    let printed = format!(
        "{key:?}{record:?}{:?}{:?}",
        ListRecord::new(&record),
        record.identity
    );
    assert!(!printed.contains("CANARY"), "{printed}");
    assert!(
        !printed
            .bytes()
            .collect::<Vec<_>>()
            .windows(64)
            .any(|part| part.iter().all(u8::is_ascii_hexdigit))
    );
}

proptest! {
    /// H15: no area is finer than a municipality, whatever is written.
    #[test]
    fn no_area_is_finer_than_a_municipality(text in "[0-9A-Za-z/.]{0,20}") {
        if let Some(area) = Area::parse(&text) {
            prop_assert!(area.level() <= 2);
        }
        let deep = format!("{text}/1/2/3");
        prop_assert_eq!(Area::parse(&deep), None);
    }

    /// H16: no small cell is shown, and in no row or column where another cell could be withheld is one alone, or a
    /// small sum of several, told by the total.
    #[test]
    fn small_cells_cannot_be_computed(table in proptest::collection::vec(proptest::collection::vec(0_u64..40, 4), 1..6)) {
        let shown = protect(&table);
        for (row, held) in table.iter().zip(&shown) {
            for (count, cell) in row.iter().zip(held) {
                prop_assert!(!(1..5).contains(count) || *cell == Published::Withheld);
                prop_assert!(cell.get().is_none_or(|number| number == *count));
            }
        }
        let rows = (0..table.len()).map(|row| (0..4).map(|column| (row, column)).collect::<Vec<_>>());
        let columns = (0..4).map(|column| (0..table.len()).map(|row| (row, column)).collect::<Vec<_>>());
        for line in rows.chain(columns) {
            let withheld: Vec<u64> = line
                .iter()
                .filter(|(row, column)| shown[*row][*column].get().is_none())
                .map(|(row, column)| table[*row][*column])
                .collect();
            let sum: u64 = withheld.iter().sum();
            let is_told = withheld.len() == 1 || (1..5).contains(&sum);
            prop_assert!(!is_told || withheld.len() == line.len(), "{:?}: {:?}", table, shown);
        }
    }
}

/// H17: fewer than five wait, nothing leaves before 24 hours or stays after 72, and the order says nothing.
#[test]
fn a_batch_waits_and_tells_no_order_of_arrival() {
    let records = |count: usize| {
        (0..count)
            .map(|at| code(&format!("r{at}")))
            .collect::<Vec<_>>()
    };
    let waiting = |count, hours, draw| Waiting {
        records: records(count),
        hours,
        draw,
    };
    let key = [3; 32];
    assert_eq!(
        release(&waiting(LEAST_RECORDS - 1, 1000, 0), &key),
        Release::TooFew
    );
    for draw in 0..200 {
        assert_eq!(release(&waiting(5, 23, draw), &key), Release::TooEarly);
        assert!(matches!(
            release(&waiting(5, 72, draw), &key),
            Release::Batch(_)
        ));
    }
    // Spearman's correlation of arrival and place, over many keys: mean 0, and each within chance.
    let (n, runs) = (40_usize, 200_u8);
    let mut sum = 0.0;
    for run in 0..runs {
        let Release::Batch(order) = release(&waiting(n, 72, 0), &[run; 32]) else {
            panic!("a batch");
        };
        let squares: f64 = order
            .iter()
            .enumerate()
            .map(|(place, id)| {
                let arrived: f64 = id.as_str()[1..].parse().unwrap();
                (place as f64 - arrived) * (place as f64 - arrived)
            })
            .sum();
        let n = n as f64;
        sum += 1.0 - 6.0 * squares / (n * (n * n - 1.0));
    }
    // The standard error of the mean is 1/sqrt(39 x 200) = 0.0113.
    assert!(
        (sum / f64::from(runs)).abs() < 0.045,
        "{}",
        sum / f64::from(runs)
    );
}

/// H18: every path around a step fails.
#[test]
fn the_naming_gate_has_no_way_around() {
    let day = Date::parse("2030-08-01").unwrap();
    let basis = || Basis::Consent(code("record-1"));
    let harmed = |is_minor| Gate::Closed(Subject::Harmed { is_minor });
    let perpetrator = |legal_note| {
        Gate::Closed(Subject::Perpetrator {
            is_minor: false,
            legal_note,
        })
    };
    let error = |result: Result<Gate, (Gate, NamingError)>| result.unwrap_err().1;
    assert_eq!(error(harmed(true).show(basis())), NamingError::Minor);
    assert_eq!(
        error(perpetrator(None).show(basis())),
        NamingError::NoLegalNote
    );
    let noted = || perpetrator(Some(code("note-1")));
    assert_eq!(
        error(noted().show(Basis::NextOfKin(code("kin-1")))),
        NamingError::NotForPerpetrators
    );
    assert!(noted().show(Basis::Public(code("paper"))).is_ok());
    assert_eq!(
        error(harmed(false).review(code("one"))),
        NamingError::OutOfOrder
    );
    assert_eq!(
        harmed(false).open(&code("two"), day).unwrap_err().1,
        NamingError::OutOfOrder
    );
    let based = harmed(false).show(basis()).unwrap();
    assert_eq!(error(based.clone().show(basis())), NamingError::OutOfOrder);
    assert_eq!(
        based.clone().open(&code("two"), day).unwrap_err().1,
        NamingError::OutOfOrder
    );
    let reviewed = based.review(code("one")).unwrap();
    assert_eq!(
        reviewed.clone().open(&code("one"), day).unwrap_err().1,
        NamingError::SameReviewer
    );
    assert_eq!(reviewed.open(&code("two"), day).unwrap().basis(), &basis());
}

/// What a summary may repeat of a table; everything else is planted with a canary.
#[test]
fn canaries_in_every_other_field_appear_in_no_output_byte() {
    let hex = "a".repeat(64);
    let book = book(vec![
        (
            TableName::Sources,
            "id name kind standing cut_off method derived_from access scope",
            vec![
                "a|A|ngo-list|primary|2030-08-01|CANARY||public|CANARY",
                "CANARY|CANARY|submitter|primary|||a|private|CANARY",
            ],
        ),
        (
            TableName::Items,
            "id kind digest captured checked source parent locator custody",
            vec![&format!("CANARY|video|{hex}|2030-07-30|place;time|CANARY|CANARY|CANARY|CANARY")],
        ),
        (TableName::Persons, "id group", vec!["CANARY|protester"]),
        (TableName::Perpetrators, "id category unit", vec!["CANARY|police|CANARY"]),
        (
            TableName::Events,
            "id type from to time_precision area place place_precision phase",
            vec!["CANARY|killed|2030-07-30||1|01/001|CANARY|1|after"],
        ),
        (
            TableName::Claims,
            "id source item act person count qualifier as_of area from event quote coder second_coder",
            vec![
                "CANARY|CANARY|CANARY|killed|CANARY||named|2030-08-01|01/001|2030-07-30|CANARY|CANARY|CANARY|CANARY",
                "f1|CANARY||killed||9|exactly|2030-08-01|||CANARY|CANARY|CANARY|CANARY",
            ],
        ),
        (TableName::Acts, "id event person act perpetrator", vec!["CANARY-2|CANARY|CANARY|killed|CANARY"]),
        (
            TableName::Links,
            "left right levels score decision decider decided reason",
            vec!["CANARY|CANARY|CANARY|1|unsure|CANARY|2030-08-01|CANARY"],
        ),
        (
            TableName::Reports,
            "id type phase from area station role direct",
            vec!["CANARY-3|copy-refused|counting|2030-07-28|01/001|CANARY|voter|yes"],
        ),
    ])
    .unwrap();
    let made = summary(
        &book,
        &Forms::shipped(),
        Date::parse("2030-12-31").unwrap(),
        Vec::new(),
        Vec::new(),
    );
    let text = serde_json::to_string(&made).unwrap();
    assert!(!text.contains("CANARY"), "{text}");
    assert!(!text.contains(&hex), "{text}");
    assert!(
        text.contains("private-1") && text.contains("\"maximum\":9"),
        "{text}"
    );
    let sentence = format!("{:?}", made.counts[0].sentence());
    assert!(!sentence.contains("CANARY"));
}

/// H17: a hundred records arrive over a month and somebody looks every hour. None leaves sooner than a day after it
/// came, the fifth of a batch and the last before it leaves neither; none waits longer than it takes five to come
/// and two draws.
#[test]
fn no_record_leaves_sooner_than_a_day_after_it_came() {
    use scrutineer_incidents::publish::{Begun, LONGEST_HOURS, SHORTEST_HOURS, look};
    use std::collections::BTreeMap;

    for run in 0..20_u64 {
        // Arrivals from a generator of its own: hours between them 0 to 14.
        let mut state = run * 2 + 1;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            state >> 33
        };
        let mut came: BTreeMap<Code, u64> = BTreeMap::new();
        let mut hour = 0;
        for at in 0..100 {
            hour += next() % 15;
            came.insert(code(&format!("r{at:03}")), hour);
        }
        let mut left: BTreeMap<Code, u64> = BTreeMap::new();
        let mut begun: Option<Begun> = None;
        let mut since = Vec::new();
        for now in 0..hour + 200 {
            let waiting: Vec<Code> = came
                .iter()
                .filter(|(id, at)| **at <= now && !left.contains_key(*id))
                .map(|(id, _)| id.clone())
                .collect();
            let (released, after) = look(
                &waiting,
                &BTreeMap::new(),
                begun.as_ref(),
                (now, next()),
                &[7; 32],
            );
            if let Release::Batch(records) = released {
                assert!(records.len() >= LEAST_RECORDS);
                since.push(now - begun.as_ref().unwrap().since);
                left.extend(records.into_iter().map(|id| (id, now)));
            }
            begun = after;
        }
        assert!(left.len() > 90, "{}", left.len());
        for (id, at) in &left {
            assert!(
                at - came[id] >= SHORTEST_HOURS,
                "{id}: {} to {at}",
                came[id]
            );
        }
        // The waits are drawn, and differ.
        assert!(
            since
                .iter()
                .all(|held| (SHORTEST_HOURS..=LONGEST_HOURS).contains(held))
        );
        assert!(
            since
                .iter()
                .collect::<std::collections::BTreeSet<_>>()
                .len()
                > 3,
            "{since:?}"
        );
    }
}

#[test]
fn a_batch_of_which_too_few_still_wait_is_given_up() {
    use scrutineer_incidents::publish::look;

    let records = |from: usize, to: usize| -> Vec<Code> {
        (from..to).map(|at| code(&format!("r{at}"))).collect()
    };
    let key = [3; 32];
    let alike = std::collections::BTreeMap::new();
    let (now, begun) = look(&records(0, 5), &alike, None, (100, 0), &key);
    assert_eq!(now, Release::TooEarly);
    // A consent was taken back and another record came: the four are no batch, and the fifth has not waited.
    let (now, begun) = look(&records(1, 6), &alike, begun.as_ref(), (200, 0), &key);
    assert_eq!(
        (now, begun.as_ref().unwrap().since),
        (Release::TooEarly, 200)
    );
    let (now, begun) = look(&records(1, 4), &alike, begun.as_ref(), (300, 0), &key);
    assert_eq!((now, begun), (Release::TooFew, None));
}

/// H17: what two publications differ by is a number of reports of one type, or claims of one act: fewer than five about
/// persons wait, however many others leave, when a batch is begun and when it leaves.
#[test]
fn fewer_than_five_of_a_type_about_persons_wait_whatever_leaves() {
    use scrutineer_incidents::publish::{Alike, claims_waiting, counted_together, look, waiting};
    use std::collections::{BTreeMap, BTreeSet};

    let all = |refused: usize, expelled: usize| {
        let row = |kind: &'static str| {
            move |at: usize| format!("{}{at}|{kind}|voting|2030-07-28|voter|yes", &kind[..7])
        };
        let rows: Vec<String> = (0..refused)
            .map(row("copy-refused"))
            .chain((0..expelled).map(row("agent-expelled")))
            .collect();
        let claims: Vec<String> = (0..3)
            .map(|at| format!("d{at}|s|detained|exactly|2030-08-10|60"))
            .chain((0..6).map(|at| format!("k{at}|s|killed|exactly|2030-08-10|60")))
            .collect();
        book(vec![
            (
                TableName::Sources,
                "id name kind standing access",
                vec!["s|S|hospital|primary|private"],
            ),
            (
                TableName::Reports,
                "id type phase from role direct",
                rows.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Claims,
                "id source act qualifier as_of count",
                claims.iter().map(String::as_str).collect(),
            ),
        ])
        .unwrap()
    };
    let forms = Forms::shipped();
    let key = [3; 32];
    let kinds = |records: &[Code]| -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for id in records {
            *found.entry(id.as_str()[..1].to_owned()).or_default() += 1;
        }
        found
    };
    let leave = |records: &[Code], alike: &BTreeMap<Code, Alike>| {
        let (now, begun) = look(records, alike, None, (0, 0), &key);
        let begun = begun?;
        assert_eq!(now, Release::TooEarly);
        match look(records, alike, Some(&begun), (100, 0), &key) {
            (Release::Batch(ids), _) => Some(kinds(&ids)),
            _ => None,
        }
    };
    let of = |pairs: &[(&str, usize)]| -> Option<BTreeMap<String, usize>> {
        let pairs = pairs.iter();
        Some(
            pairs
                .map(|(id, count)| ((*id).to_owned(), *count))
                .collect(),
        )
    };
    for expelled in 1..=4 {
        let book = all(7, expelled);
        let alike = counted_together(&book, &forms);
        assert_eq!(leave(&waiting(&book, &forms), &alike), of(&[("c", 7)]));
    }
    let book = all(7, 5);
    let alike = counted_together(&book, &forms);
    let both = waiting(&book, &forms);
    assert_eq!(leave(&both, &alike), of(&[("a", 5), ("c", 7)]));
    assert_eq!(leave(&claims_waiting(&book), &alike), of(&[("k", 6)]));
    // Four alone are no batch, and neither are four of each of two types.
    let book = all(0, 4);
    let alike = counted_together(&book, &forms);
    assert_eq!(leave(&waiting(&book, &forms), &alike), None);
    // One of a batch that was begun no longer waits, and another of its type came: the four go on waiting.
    let book = all(7, 6);
    let alike = counted_together(&book, &forms);
    let both: BTreeSet<Code> = waiting(&book, &forms).into_iter().collect();
    let last = both.iter().rfind(|id| id.as_str().starts_with('a'));
    let (first, last) = (both.first().unwrap(), last.unwrap());
    let without = |id: &Code| -> Vec<Code> {
        let held = both.iter().filter(|held| *held != id);
        held.cloned().collect()
    };
    let (_, begun) = look(&without(last), &alike, None, (0, 0), &key);
    let (now, _) = look(&without(first), &alike, begun.as_ref(), (100, 0), &key);
    match now {
        Release::Batch(ids) => assert_eq!(Some(kinds(&ids)), of(&[("c", 7)])),
        other => panic!("{other:?}"),
    }
}
