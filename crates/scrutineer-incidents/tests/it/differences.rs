//! H16 of what two published numbers tell by their difference.

use std::collections::BTreeMap;

use proptest::prelude::*;
use scrutineer_incidents::publish::may_count;
use scrutineer_incidents::{
    Area, Book, Category, CountStatement, Forms, Scope, TableName, WentDown, count_in, latest_day,
    summary,
};
use scrutineer_model::Date;

use crate::counting::{book, scope};

/// Figures of a hospital `s` that may not be named, and of a public list `a`.
fn claimed(rows: &[String]) -> Book {
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec![
                "a|A|ngo-list|primary|public",
                "s|S|hospital|primary|private",
            ],
        ),
        (
            TableName::Claims,
            "id source act qualifier as_of area count of parts from to withdraws",
            rows.iter().map(String::as_str).collect(),
        ),
    ])
    .unwrap()
}

/// Whether each figure is shown, by the id of its claim.
fn shown(rows: &[String]) -> Vec<(String, bool)> {
    let figures = claimed(rows).figures();
    let of = figures.iter();
    of.map(|held| (held.claim.to_string(), !held.is_withheld))
        .collect()
}

fn row(id: usize, source: &str, act: &str, day: u32, area: &str, count: u64) -> String {
    format!("f{id}|{source}|{act}|exactly|2030-08-{day:02}|{area}|{count}")
}

fn all(rows: &[String]) -> Vec<bool> {
    shown(rows)
        .into_iter()
        .map(|(_, is_shown)| is_shown)
        .collect()
}

#[test]
fn what_came_between_two_cut_offs_is_not_told() {
    let series = |source: &str, act: &str, numbers: &[u64]| -> Vec<String> {
        let days = (1..).zip(numbers).enumerate();
        days.map(|(id, (day, number))| row(id, source, act, day, "", *number))
            .collect()
    };
    let of = |numbers: &[u64]| all(&series("s", "detained", numbers));
    // 103 is three more than 100; 106 is six more, and 110 four more than that.
    assert_eq!(
        of(&[100, 103, 106, 110, 100]),
        [true, false, true, false, true]
    );
    assert_eq!(of(&[100, 97]), [true, false], "nor how many it took off");
    assert_eq!(of(&[100, 105, 95]), [true, true, true]);
    // What a source that may be named published, and deaths, are not withheld.
    assert_eq!(all(&series("a", "detained", &[100, 103])), [true, true]);
    assert_eq!(all(&series("s", "killed", &[100, 103])), [true, true]);
    // Of each source and act apart.
    let apart = [
        row(0, "s", "detained", 1, "", 100),
        row(1, "a", "detained", 2, "", 103),
        row(2, "s", "wounded", 3, "", 103),
    ];
    assert_eq!(all(&apart), [true, true, true]);
    // At each cut-off the range says no other number of it.
    let book = claimed(&series("s", "detained", &[100, 103]));
    for (day, highest, withheld) in [("2030-08-01", Some(100), 0), ("2030-08-02", None, 1)] {
        let scope = Scope {
            cut_off: Date::parse(day).unwrap(),
            ..scope("detained")
        };
        let (found, _) = count_in(&book, &scope);
        let figures = &found.figures;
        assert_eq!(
            figures
                .highest
                .as_ref()
                .map(scrutineer_incidents::Said::largest),
            highest
        );
        assert_eq!(figures.withheld, withheld);
        let text = serde_json::to_string(&(&found, found.sentence())).unwrap();
        assert!(!text.contains("103"), "{text}");
    }
    // A part of another figure, and parts by group.
    let more = |of: &str, parts: &str, id: usize, day: u32, count: u64| {
        row(id, "s", "detained", day, "", count) + &format!("|{of}|{parts}")
    };
    let of_whole = [more("200", "", 0, 1, 100), more("203", "", 1, 2, 110)];
    assert_eq!(all(&of_whole), [true, false]);
    let by_group = [
        more("", "civilian=60;journalist=40", 0, 1, 100),
        more("", "civilian=62;journalist=48", 1, 2, 110),
        more("", "civilian=70;journalist=50", 2, 3, 120),
    ];
    let figures = claimed(&by_group).figures();
    let parts: Vec<usize> = figures.iter().map(|held| held.parts.len()).collect();
    assert_eq!(parts, [2, 0, 2]);
    assert!(figures.iter().all(|held| !held.is_withheld));
}

#[test]
fn what_of_a_whole_is_not_in_its_parts_is_not_told() {
    let of = |places: &[(&str, u64)]| {
        let rows: Vec<String> = (0..)
            .zip(places)
            .map(|(id, (area, count))| row(id, "s", "detained", 1, area, *count))
            .collect();
        all(&rows)
    };
    assert_eq!(of(&[("", 603), ("01", 600)]), [true, false]);
    assert_eq!(of(&[("", 603), ("01", 500)]), [true, true]);
    // 603 less twice 300 is the three elsewhere: of a whole one part is shown.
    assert_eq!(
        of(&[("", 603), ("01", 300), ("02", 300)]),
        [true, true, false]
    );
    assert_eq!(of(&[("01", 300), ("02", 300)]), [true, true]);
    assert_eq!(
        of(&[("01", 20), ("01/001", 18), ("02", 9)]),
        [true, false, true]
    );
    // Days within days, likewise.
    let days = |id: usize, from: u32, to: u32, count: u64| {
        row(id, "s", "detained", 9, "", count) + &format!("|||2030-07-{from:02}|2030-07-{to:02}")
    };
    assert_eq!(all(&[days(0, 1, 9, 50), days(1, 1, 8, 48)]), [true, false]);
    assert_eq!(all(&[days(0, 1, 4, 50), days(1, 5, 9, 48)]), [true, true]);
    let both = [days(0, 1, 4, 50), days(1, 5, 9, 48), days(2, 1, 9, 100)];
    assert_eq!(all(&both), [true, false, true]);
    // A later batch never changes what an earlier one showed.
    let mut tables = claimed(&[
        row(0, "s", "detained", 1, "01", 600),
        row(1, "s", "detained", 1, "", 603),
    ]);
    let is_withheld = |book: &Book| -> Vec<bool> {
        let figures = book.figures();
        figures.iter().map(|held| held.is_withheld).collect()
    };
    assert_eq!(is_withheld(&tables), [true, false]);
    let left = |id: &str, batch: u64| scrutineer_incidents::Released {
        record: scrutineer_model::Code::parse(id).unwrap(),
        batch,
    };
    tables.releases = vec![left("f0", 1), left("f1", 2)];
    assert_eq!(is_withheld(&tables), [false, true]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Of random figures of one source no shown number less the sum of any shown ones in parts of it that are apart from
    /// each other is 1 to 4, whatever their days.
    #[test]
    fn no_sum_of_figures_of_a_private_source_tells_of_few(
        figures in proptest::collection::vec((0_usize..6, 1_u32..5, 0_u64..40), 1..8)
    ) {
        let areas = ["", "01", "02", "01/001", "01/002", "02/001"];
        let rows: Vec<String> = (0..)
            .zip(&figures)
            .map(|(id, (area, day, count))| row(id, "s", "detained", *day, areas[*area], *count))
            .collect();
        let held: Vec<(Area, u64)> = claimed(&rows)
            .figures()
            .into_iter()
            .filter(|figure| !figure.is_withheld)
            .map(|figure| (figure.area, figure.quantity.low))
            .collect();
        for (whole, number) in &held {
            let parts: Vec<&(Area, u64)> = held.iter().filter(|(area, _)| whole.contains(area)).collect();
            for chosen in 1_u32..1 << parts.len() {
                let of = |at: &usize| chosen & (1 << at) != 0;
                let some: Vec<&(Area, u64)> = (0..parts.len()).filter(of).map(|at| parts[at]).collect();
                let is_apart = (0..some.len()).all(|one| (0..one).all(|other| {
                    !some[one].0.contains(&some[other].0) && !some[other].0.contains(&some[one].0)
                }));
                let sum: u64 = some.iter().map(|(_, count)| count).sum();
                prop_assert!(!is_apart || !(1..5).contains(&number.abs_diff(sum)), "{:?} {:?}", rows, some);
            }
        }
    }
}

#[test]
fn taking_back_a_withheld_figure_tells_no_day_and_no_way_down() {
    let forms = Forms::shipped();
    let back =
        |id: &str, of: &str, day: &str| format!("{id}|s|detained|withdrawn|2030-{day}|||||||{of}");
    let public = row(9, "a", "detained", 20, "", 600);
    let rows = [
        row(0, "s", "detained", 1, "", 3),
        back("w0", "f0", "09-09"),
        public.clone(),
    ];
    let mut tables = claimed(&rows);
    let day = |text: &str| Date::parse(text).ok();
    assert_eq!(latest_day(&tables, &forms), day("2030-08-20"));
    // What was found about it has no day either.
    tables.assessments = book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec!["s|S|hospital|primary|private"],
        ),
        (
            TableName::Claims,
            "id source act qualifier as_of count",
            vec!["f0|s|detained|exactly|2030-08-01|3"],
        ),
        (
            TableName::Assessments,
            "id subject rule assessor assessed",
            vec!["z|f0|refute|one|2030-10-10"],
        ),
    ])
    .unwrap()
    .assessments;
    assert_eq!(latest_day(&tables, &forms), day("2030-08-20"));
    // One of many persons is told, and so is the day on which it is taken back.
    let told = [
        row(0, "s", "detained", 1, "", 30),
        back("w0", "f0", "09-09"),
        public,
    ];
    assert_eq!(latest_day(&claimed(&told), &forms), day("2030-09-09"));

    let down = |numbers: &[u64]| -> Vec<WentDown> {
        let rows: Vec<String> = (1..)
            .zip(numbers)
            .map(|(at, number)| row(at as usize, "s", "detained", at, "", *number))
            .collect();
        let cut_off = Date::parse("2030-12-31").unwrap();
        summary(&claimed(&rows), &forms, cut_off, Vec::new(), Vec::new()).went_down
    };
    assert!(down(&[30, 3]).is_empty() && down(&[3, 2]).is_empty());
    assert!(down(&[30, 28]).is_empty(), "two fewer");
    let told = down(&[30, 3, 20]);
    assert_eq!((told.len(), told[0].later.as_str()), (1, "f3"));
}

/// Four figures that came and one that is taken back are no five that came.
#[test]
fn what_takes_back_is_counted_apart_in_a_batch() {
    use scrutineer_incidents::publish::{Release, claims_waiting, counted_together, look};

    let of = |come: usize, back: usize| {
        let figures = (0..5 + come).map(|id| row(id, "s", "detained", 1, "", 60));
        let taken =
            (0..back).map(|id| format!("w{id}|s|detained|withdrawn|2030-08-02|||||||f{id}"));
        let mut tables = claimed(&figures.chain(taken).collect::<Vec<String>>());
        tables.releases = (0..5)
            .map(|id| scrutineer_incidents::Released {
                record: scrutineer_model::Code::parse(&format!("f{id}")).unwrap(),
                batch: 1,
            })
            .collect();
        let alike = counted_together(&tables, &Forms::shipped());
        let waiting = claims_waiting(&tables);
        assert_eq!(waiting.len(), come + back);
        let (_, begun) = look(&waiting, &alike, None, (0, 0), &[3; 32]);
        match look(&waiting, &alike, begun.as_ref(), (100, 0), &[3; 32]).0 {
            Release::Batch(records) => records.len(),
            _ => 0,
        }
    };
    assert_eq!(
        (of(4, 1), of(4, 4), of(5, 1), of(4, 5), of(5, 5)),
        (0, 0, 5, 5, 10)
    );
}

/// What rests on a claim or an act that waits waits as well, as its subject or as its evidence.
#[test]
fn an_assessment_whose_evidence_waits_waits() {
    let tables = |releases: Vec<&str>| {
        let tables = book(vec![
            (
                TableName::Sources,
                "id name kind standing access",
                vec![
                    "a|A|ngo-list|primary|public",
                    "s|S|hospital|primary|private",
                ],
            ),
            (TableName::Persons, "id", vec!["p", "q"]),
            (
                TableName::Events,
                "id type from time_precision place_precision phase",
                vec!["e|mass-arrest|2030-07-01|1|1|after"],
            ),
            (
                TableName::Claims,
                "id source act person qualifier as_of",
                vec![
                    "c0|a|detained|p|named|2030-08-01",
                    "c1|s|detained|q|named|2030-08-01",
                ],
            ),
            (
                TableName::Acts,
                "id event person act",
                vec!["k0|e|p|detained", "k1|e|q|detained"],
            ),
            (
                TableName::Assessments,
                "id subject rule evidence assessor assessed",
                vec![
                    "z0|c0|duplicate|k0|one|2030-08-03",
                    "z1|c0|duplicate|c1|one|2030-08-03",
                    "z2|k0|duplicate|k1|one|2030-08-03",
                    "z3|c1|duplicate|c0|one|2030-08-03",
                    "z4|k1|duplicate|c0|one|2030-08-03",
                ],
            ),
            (TableName::Releases, "id batch", releases),
        ])
        .unwrap();
        let left = tables.released();
        let ids = left.assessments.iter().map(|held| held.id.to_string());
        ids.collect::<Vec<String>>()
    };
    assert_eq!(tables(Vec::new()), ["z0"]);
    assert_eq!(tables(vec!["c1|1"]), ["z0", "z1", "z2", "z3", "z4"]);
}

/// A person of a random book: first place and day, a second of them, whether another list agrees, whether the first
/// claim is refuted, to which group it belongs and which units harmed it.
#[derive(Clone, Debug)]
struct Drawn {
    first: (usize, usize),
    second: Option<(usize, usize)>,
    is_agreed: bool,
    is_refuted: bool,
    group: usize,
    units: usize,
}

const AREAS: [&str; 7] = ["01/001", "01/002", "02/001", "02/002", "03/001", "01", ""];
const DAYS: [&str; 5] = ["2030-07-01", "2030-07-02", "2030-07-03", "2030-07-04", ""];

fn drawn(few_are_two: u32) -> impl Strategy<Value = Vec<Drawn>> {
    let at = || (0..AREAS.len(), 0..DAYS.len());
    let one = (
        at(),
        (0..10_u32, at()),
        proptest::bool::weighted(0.7),
        0..10_u32,
        0..2_usize,
        0..4_usize,
    );
    let one = one.prop_map(
        move |(first, (moved, second), is_agreed, refuted, group, units)| Drawn {
            first,
            second: (moved < few_are_two).then_some(second),
            is_agreed,
            is_refuted: refuted < few_are_two.min(1),
            group,
            units,
        },
    );
    proptest::collection::vec(one, 0..40)
}

fn detained(persons: &[Drawn]) -> Book {
    let groups = ["civilian", "journalist"];
    let units = ["police", "army"];
    let mut rows: [Vec<String>; 4] = Default::default();
    for (at, held) in persons.iter().enumerate() {
        rows[0].push(format!("p{at}|{}", groups[held.group]));
        let mut claim = |name: &str, source: &str, (area, day): (usize, usize)| {
            rows[1].push(format!(
                "{name}{at}|{source}|detained|p{at}|named|2030-08-31|{}|{}",
                AREAS[area], DAYS[day]
            ));
        };
        claim("c", "a", held.first);
        if let Some(second) = held.second {
            claim("d", "a", second);
        }
        if held.is_agreed {
            claim("e", "b", held.first);
        }
        for (bit, unit) in units.iter().enumerate() {
            if held.units & (1 << bit) != 0 {
                rows[2].push(format!("k{at}-{unit}|e|p{at}|detained|{unit}"));
            }
        }
        if held.is_refuted {
            rows[3].push(format!("z{at}|c{at}|refute|film||one|2030-08-31"));
        }
    }
    let of = |at: usize| rows[at].iter().map(String::as_str).collect();
    let film = format!("film|video|{}", "1".repeat(64));
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec!["a|A|ngo-list|primary|public", "b|B|ngo-list|primary|public"],
        ),
        (TableName::Items, "id kind digest", vec![&film]),
        (TableName::Persons, "id group", of(0)),
        (
            TableName::Perpetrators,
            "id category",
            vec!["police|police", "army|military"],
        ),
        (
            TableName::Events,
            "id type from time_precision place_precision phase",
            vec!["e|mass-arrest|2030-07-01|1|1|after"],
        ),
        (
            TableName::Claims,
            "id source act person qualifier as_of area from",
            of(1),
        ),
        (TableName::Acts, "id event person act perpetrator", of(2)),
        (
            TableName::Assessments,
            "id subject rule evidence outcome assessor assessed",
            of(3),
        ),
    ])
    .unwrap()
}

/// What is published of a book: the whole, its areas, and its intervals by first and last day.
struct Told {
    whole: CountStatement,
    areas: BTreeMap<&'static str, u64>,
    days: BTreeMap<(usize, usize), u64>,
}

fn told(book: &Book) -> Told {
    let number = |scope: &Scope| {
        let found = may_count(book, scope).then(|| count_in(book, scope).0);
        found.and_then(|found| found.credible)
    };
    let mut areas = BTreeMap::new();
    for text in ["01", "02", "03"]
        .into_iter()
        .chain(AREAS.into_iter().take(5))
    {
        let area = Area::parse(text).unwrap();
        let scope = Scope {
            area,
            ..scope("detained")
        };
        areas.extend(number(&scope).map(|number| (text, number)));
    }
    let mut days = BTreeMap::new();
    for from in 0..4 {
        for to in from..4 {
            let day = |at: usize| Date::parse(DAYS[at]).unwrap();
            let scope = Scope {
                interval: Some((day(from), day(to))),
                ..scope("detained")
            };
            days.extend(number(&scope).map(|number| ((from, to), number)));
        }
    }
    let (whole, _) = count_in(book, &scope("detained"));
    // The page shows the states as the command does.
    let made = summary(
        book,
        &Forms::shipped(),
        whole.scope.cut_off,
        Vec::new(),
        Vec::new(),
    );
    for row in &made.by_area {
        for (area, shown) in &row.areas {
            assert_eq!(shown.get(), areas.get(area.as_str()).copied(), "{area}");
        }
    }
    Told { whole, areas, days }
}

/// Pairs of published numbers of which one counts persons among those of the other.
fn nested(told: &Told) -> Vec<(u64, u64, String)> {
    let whole = &told.whole;
    let mut found = Vec::new();
    if let Some(all) = whole.credible {
        let mut pair = |number: u64, what: String| found.push((all, number, what));
        whole
            .minimum
            .into_iter()
            .for_each(|held| pair(held, "minimum".to_owned()));
        for (group, number) in &whole.groups {
            pair(*number, group.word().to_owned());
        }
        for (category, number) in &whole.perpetrators {
            pair(*number, category.word().to_owned());
        }
        for (area, number) in &told.areas {
            pair(*number, (*area).to_owned());
        }
        for (days, number) in &told.days {
            pair(*number, format!("{days:?}"));
        }
        let clusters: u64 = whole.statuses.values().sum();
        if clusters > 0 {
            pair(clusters, "clusters".to_owned());
        }
        let by: u64 = whole.perpetrators.values().sum();
        if by > 0 {
            pair(by, "all kinds of units".to_owned());
        }
        let named = all - whole.perpetrators.get(&Category::Unknown).unwrap_or(&0);
        for (category, number) in &whole.perpetrators {
            if *category != Category::Unknown {
                found.push((named, *number, format!("{} of named", category.word())));
            }
        }
    }
    for (area, number) in &told.areas {
        for (part, less) in told.areas.iter().filter(|(part, _)| part.starts_with(area)) {
            found.push((*number, *less, format!("{part} of {area}")));
        }
    }
    for (days, number) in &told.days {
        for (part, less) in &told.days {
            if days.0 <= part.0 && part.1 <= days.1 {
                found.push((*number, *less, format!("{part:?} of {days:?}")));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// Of random small books, with persons in two places and such as are refuted in one of them, no two published
    /// numbers of which one counts persons among those of the other differ by 1 to 4.
    #[test]
    fn no_two_published_numbers_differ_by_few(persons in drawn(2)) {
        let told = told(&detained(&persons));
        for number in told.whole.statuses.values() {
            prop_assert!(!(1..5).contains(number));
        }
        for (all, part, what) in nested(&told) {
            prop_assert!(!(1..5).contains(&part), "{} {:?}", what, persons);
            prop_assert!(!(1..5).contains(&all.abs_diff(part)), "{}: {} {} {:?}", what, all, part, persons);
        }
        if told.whole.credible.is_none() && told.whole.lists > 0 {
            prop_assert_eq!((told.whole.open_pairs, told.whole.minimum), (None, None));
        }
    }

    /// Where each is in one place, no number less any of those of places in it that are apart from each other.
    #[test]
    fn no_sum_of_areas_tells_of_few(persons in drawn(0)) {
        let told = told(&detained(&persons));
        let mut held: Vec<(Area, u64)> = told
            .areas
            .iter()
            .map(|(area, number)| (Area::parse(area).unwrap(), *number))
            .collect();
        held.extend(told.whole.credible.map(|number| (Area::default(), number)));
        for (whole, number) in &held {
            let parts: Vec<&(Area, u64)> = held
                .iter()
                .filter(|(area, _)| area != whole && whole.contains(area))
                .collect();
            for chosen in 1_u32..1 << parts.len() {
                let some: Vec<&(Area, u64)> = (0..parts.len())
                    .filter(|at| chosen & (1 << at) != 0)
                    .map(|at| parts[at])
                    .collect();
                let is_apart = (0..some.len()).all(|one| (0..one).all(|other| {
                    !some[one].0.contains(&some[other].0) && !some[other].0.contains(&some[one].0)
                }));
                let sum: u64 = some.iter().map(|(_, count)| count).sum();
                prop_assert!(!is_apart || !(1..5).contains(&(number - sum)), "{} {:?} {:?}", number, some, persons);
            }
        }
    }
}

/// 20 persons: of 18 named in one state and 10 in the other eight are named in both. Two are not in the first.
#[test]
fn who_is_not_in_a_part_is_not_told_where_some_are_in_two() {
    let one = |first: usize, second: Option<usize>| Drawn {
        first: (first, 0),
        second: second.map(|area| (area, 0)),
        is_agreed: false,
        is_refuted: false,
        group: 0,
        units: 0,
    };
    let persons = |both: usize, other: usize| {
        let mut all = vec![one(0, None); 10];
        all.extend(vec![one(0, Some(2)); both]);
        all.extend(vec![one(2, None); other]);
        told(&detained(&all))
    };
    let few = persons(8, 2);
    assert_eq!(few.whole.credible, Some(20));
    assert_eq!((few.areas.get("01"), few.areas.get("02")), (None, None));
    let many = persons(8, 6);
    assert_eq!(
        (many.areas.get("01"), many.areas.get("02")),
        (Some(&18), Some(&14))
    );
}

/// Of 25 persons no unit is named for 10: of the 15 others 14 were harmed by the police, so one by the army alone.
#[test]
fn who_was_harmed_by_one_kind_of_unit_alone_is_not_told() {
    let of = |police: usize, army: usize, both: usize| {
        let one = |units: usize| Drawn {
            first: (0, 0),
            second: None,
            is_agreed: false,
            is_refuted: false,
            group: 0,
            units,
        };
        let all = [
            vec![one(0); 10],
            vec![one(1); police],
            vec![one(2); army],
            vec![one(3); both],
        ];
        told(&detained(&all.concat())).whole.perpetrators.len()
    };
    assert_eq!(of(8, 1, 6), 0);
    assert_eq!(of(8, 5, 6), 3);
}

/// 20 persons on one day; two of them were refuted by what was found about another day, and are in the day alone.
#[test]
fn who_is_refuted_elsewhere_is_not_told_by_a_day() {
    let one = |is_refuted: bool| Drawn {
        first: (0, if is_refuted { 3 } else { 0 }),
        second: is_refuted.then_some((0, 0)),
        is_agreed: false,
        is_refuted,
        group: 0,
        units: 0,
    };
    let of = |refuted: usize| {
        let all = [vec![one(false); 20], vec![one(true); refuted]].concat();
        let told = told(&detained(&all));
        (told.whole.credible, told.days.get(&(0, 0)).copied())
    };
    assert_eq!(of(0), (Some(20), Some(20)));
    assert_eq!(of(2), (Some(20), None));
}

/// Credible 25, of whom 23 are corroborated: the two numbers tell of two persons whom one list names.
#[test]
fn who_is_not_corroborated_is_not_told_by_the_minimum() {
    let of = |single: usize| {
        let one = |is_agreed: bool| Drawn {
            first: (0, 0),
            second: None,
            is_agreed,
            is_refuted: false,
            group: 0,
            units: 0,
        };
        let all = [vec![one(true); 23], vec![one(false); single]].concat();
        let whole = told(&detained(&all)).whole;
        (whole.minimum, whole.credible)
    };
    assert_eq!(of(0), (Some(23), Some(23)));
    assert_eq!(of(2), (None, Some(25)));
    assert_eq!(of(5), (Some(23), Some(28)));
}

/// Few persons, open pairs among them, a decision that contradicts another, and an assessment that lacks something: as
/// many as they may be, no more is told than that somebody is named.
#[test]
fn what_stands_beside_few_persons_does_not_tell_of_them() {
    let of = |act: &str, persons: usize| {
        let ids: Vec<String> = (0..persons).map(|at| format!("p{at}")).collect();
        let mut claims: Vec<String> = ids
            .iter()
            .zip(["a", "b", "c"].into_iter().cycle())
            .map(|(id, source)| format!("c-{id}|{source}|{act}|{id}|named|2030-08-31|01/001"))
            .collect();
        claims.push(format!("d-p0|b|{act}|p0|named|2030-08-31|01/001"));
        let mut links: Vec<&str> = Vec::new();
        if persons > 1 {
            // Both are named by the list `b`.
            links.extend(["p0|p1||same|one|2030-08-31", "p0|p1||unsure|one|2030-08-30"]);
        }
        if persons > 2 {
            links.push("p1|p2||unsure|one|2030-08-31");
        }
        let tables = book(vec![
            (
                TableName::Sources,
                "id name kind standing access",
                vec![
                    "a|A|ngo-list|primary|public",
                    "b|B|ngo-list|primary|public",
                    "c|C|ngo-list|primary|public",
                ],
            ),
            (
                TableName::Persons,
                "id",
                ids.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Claims,
                "id source act person qualifier as_of area",
                claims.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Links,
                "left right score decision decider decided",
                links,
            ),
            (
                TableName::Assessments,
                "id subject rule assessor assessed",
                vec!["z|c-p0|duplicate|one|2030-08-31"],
            ),
        ])
        .unwrap();
        let cut_off = Date::parse("2030-12-31").unwrap();
        let made = summary(&tables, &Forms::shipped(), cut_off, Vec::new(), Vec::new());
        let lacking = made.insufficient.len();
        (made.counts[0].clone(), made.by_area, lacking)
    };
    let (one, areas, lacking) = of("detained", 1);
    assert_eq!(
        (one.credible, one.open_pairs, one.conflicts),
        (None, None, 0)
    );
    assert_eq!((one.lists, one.independent_lists, lacking), (1, 1, 0));
    for persons in 2..=4 {
        let (found, also, lacking) = of("detained", persons);
        assert_eq!((&found, &also, lacking), (&one, &areas, 0), "{persons}");
    }
    // Of more persons, and of deaths, it is told.
    for (act, persons) in [("detained", 7), ("killed", 3)] {
        let (found, _, lacking) = of(act, persons);
        assert_eq!(
            (found.open_pairs, found.conflicts, found.lists, lacking),
            (Some(1), 1, 3, 1)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Of random reports about persons no number that is told of them, and no rest of all reports beside it, is 1 to 4.
    #[test]
    fn no_number_of_reports_tells_of_few(
        drawn in proptest::collection::vec((0_usize..3, 0_usize..4, 0_usize..3, 0_usize..3, proptest::bool::ANY), 0..30)
    ) {
        let rows: Vec<String> = drawn
            .iter()
            .enumerate()
            .map(|(at, (unit, means, force, deployment, is_direct))| {
                let unit = ["police", "military", ""][*unit];
                let means = ["tear-gas", "batons", "tear-gas;batons", ""][*means];
                let force = ["used", "threatened", ""][*force];
                let deployment = ["line", "walk", ""][*deployment];
                let direct = if *is_direct { "yes" } else { "no" };
                format!("r{at}|agent-expelled|voting|2030-07-28|voter|{direct}|{unit}|{means}|{force}|{deployment}")
            })
            .collect();
        let tables = book(vec![
            (
                TableName::Deployments,
                "id name sample reached reporting",
                vec!["line|L|complaint-line|90|80", "walk|W|purposive|90|80"],
            ),
            (
                TableName::Reports,
                "id type phase from role direct unit means force deployment",
                rows.iter().map(String::as_str).collect(),
            ),
        ])
        .unwrap();
        let cut_off = Date::parse("2030-12-31").unwrap();
        let made = summary(&tables, &Forms::shipped(), cut_off, Vec::new(), Vec::new());
        for held in made.reports.iter().flat_map(|right| &right.types) {
            let Some(total) = held.reports.get() else {
                let beside = held.means.len() + held.units.len() + held.force.len() + held.observed.len();
                prop_assert_eq!((beside, held.direct.get()), (0, None), "{:?}", drawn);
                continue;
            };
            prop_assert_eq!(total, rows.len() as u64);
            let observed = held.observed.iter().map(|held| held.reports);
            let each = held.means.values().chain(held.units.values()).chain(held.force.values());
            // Each report names at most one unit, one use of force and one deployment.
            let sums = [
                held.units.values().sum(),
                held.force.values().sum(),
                observed.clone().sum::<u64>(),
            ];
            let told = each.copied().chain(held.direct.get()).chain(observed).chain([total]).chain(sums);
            for number in told {
                prop_assert!(!(1..5).contains(&number), "{:?}", drawn);
                prop_assert!(!(1..5).contains(&(total - number)), "{} {:?}", number, drawn);
            }
        }
    }
}
