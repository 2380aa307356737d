//! Missing capacity, outcome bounds and claims.

use proptest::prelude::*;
use scrutineer_model::{
    CapacityRule, Exact, Field, OptionIdx, OutcomeRule, RegisterKind, StationEntry,
};
use scrutineer_tally::{
    Claim, ClaimAnswer, Interval, MissingVotes, Observed, Race, answer, missing_capacity, outcome,
};

use crate::build::{builder, cell, contest, plurality, push, register, simple, source};
use crate::declared::{declaration, figure, votes};
use crate::real::{close, real};

fn options(list: &[usize]) -> Vec<OptionIdx> {
    list.iter().copied().map(OptionIdx::new).collect()
}

#[test]
fn bounds_match_the_vectors_for_every_register() {
    let Some(real) = real() else { return };
    let missing = missing_capacity(&real.dataset, real.set(), &real.observed);
    assert_eq!(missing.len(), 3);
    // Amendment c: with the gross roll 3,875,466 electors are missing, still below the lead.
    assert_eq!(missing[2].votes, MissingVotes::AtMost(3_875_466));
    let (own, rival) = (real.option("EG"), real.option("NM"));
    for (missing, block) in missing
        .iter()
        .zip(["in_country", "all_registered_incl_abroad"])
    {
        let expected = &real.vectors["bounds"][block];
        assert_eq!(
            missing.votes.ceiling(),
            expected["unobserved_registered"].as_u64()
        );
        let found = outcome(&plurality(), &real.observed, missing).unwrap();
        assert_eq!(Some(found.lead), expected["lead"].as_u64());
        assert_eq!(Some(!found.decided), expected["reversible"].as_bool());
        assert_eq!(found.certain, options(&[own]));
        assert_eq!(found.possible, options(&[own]));
        for (id, at) in [("EG", own), ("NM", rival)] {
            let (min, max) = (found.shares[at].min.to_f64(), found.shares[at].max.to_f64());
            assert!(close(min, &expected[format!("{id}_share_min")], 6));
            assert!(close(max, &expected[format!("{id}_share_max")], 6));
        }
        let break_even = found.break_even_turnout.unwrap().to_f64();
        assert!(close(
            break_even,
            &expected["break_even_turnout_if_all_unobserved_vote_NM"],
            6
        ));
        let needed = found.needed.unwrap().share.to_f64();
        let key = "required_NM_two_party_share_if_unobserved_turnout_equals_observed";
        assert!(close(needed, &expected[key], 6));
        let race = Race::new(&real.observed, missing.votes);
        let claim = |at| Claim::Winners(options(&[at]));
        assert_eq!(
            answer(&plurality(), &race, &claim(own)),
            Ok(ClaimAnswer::Supported)
        );
        assert_eq!(
            answer(&plurality(), &race, &claim(rival)),
            Ok(ClaimAnswer::Contradicted)
        );
    }
    let gross = outcome(&plurality(), &real.observed, &missing[2]).unwrap();
    assert!(gross.decided);
}

#[test]
fn a_register_below_the_sheets_is_reported_and_leaves_nothing_missing() {
    let mut contest = contest(&["a", "b"], plurality());
    contest.registers = vec![register("list", RegisterKind::Electors, 90)];
    let data = simple(contest, &[("1", &[60, 30, 20]), ("2", &[40, 5, 6])]);
    let set = &data.sheets()[0];
    let missing = missing_capacity(&data, set, &Observed::new(&data, set));
    assert_eq!(
        (missing[0].exceeded_by, missing[0].votes),
        (10, MissingVotes::AtMost(0))
    );
}

#[test]
fn a_register_of_zero_with_ballots_leaves_absent_stations_not_stated() {
    let sheets: [(&str, &[i64]); 2] = [("1", &[60, 30, 20]), ("2", &[0, 15, 6])];
    let mut all = contest(&["a", "b"], plurality());
    all.registers = vec![
        register("list", RegisterKind::Electors, 90),
        register("stations", RegisterKind::Stations, 2),
    ];
    let mut some = all.clone();
    some.registers[1] = register("stations", RegisterKind::Stations, 3);
    for (contest, expected) in [
        (all, MissingVotes::AtMost(30)),
        (some, MissingVotes::NotStated),
    ] {
        let data = simple(contest, &sheets);
        let set = &data.sheets()[0];
        let missing = missing_capacity(&data, set, &Observed::new(&data, set));
        assert_eq!(missing[0].votes, expected);
    }
}

#[test]
fn without_a_total_the_official_list_bounds_the_missing_station_by_station() {
    for (second, expected) in [(70, MissingVotes::AtMost(70)), (0, MissingVotes::NotStated)] {
        let mut builder = builder(contest(&["a"], plurality()));
        let at = builder.source(source("sheets"), vec![]);
        for (id, registered) in [("1", 100), ("2", second)] {
            let station = builder.station(id, &StationEntry::default()).unwrap();
            builder.register(station, cell(registered), cell(-2));
        }
        push(&mut builder, at, "1", &[3]);
        let data = builder.finish().unwrap();
        let set = &data.sheets()[0];
        let missing = missing_capacity(&data, set, &Observed::new(&data, set));
        assert_eq!((missing.len(), missing[0].votes), (1, expected));
    }
}

/// The list has 70 electors at the station without a sheet, the totals leave none, 20 and 90.
#[test]
fn a_total_that_leaves_less_than_the_list_does_not_lower_what_is_missing() {
    for (total, expected, exceeded) in [(90, 70, 10), (120, 70, 0), (190, 90, 0)] {
        let mut contest = contest(&["a"], plurality());
        contest.registers = vec![register("list", RegisterKind::Electors, total)];
        let mut builder = builder(contest);
        let at = builder.source(source("sheets"), vec![]);
        for (id, registered) in [("1", 100), ("2", 70)] {
            let station = builder.station(id, &StationEntry::default()).unwrap();
            builder.register(station, cell(registered), cell(-2));
        }
        push(&mut builder, at, "1", &[3]);
        let data = builder.finish().unwrap();
        let set = &data.sheets()[0];
        let missing = missing_capacity(&data, set, &Observed::new(&data, set));
        let expected = (MissingVotes::AtMost(expected), exceeded);
        assert_eq!((missing[0].votes, missing[0].exceeded_by), expected);
    }
}

#[test]
fn a_legal_maximum_counts_every_missing_station_and_open_votes_are_added() {
    let mut contest = contest(&["a", "b"], plurality());
    contest.capacity = CapacityRule::LegalMaximum(400);
    contest.registers = vec![register("stations", RegisterKind::Stations, 5)];
    let mut builder = builder(contest);
    let at = builder.source(source("sheets"), vec![Field::Valid]);
    push(&mut builder, at, "1", &[50, 20, -1]);
    push(&mut builder, at, "2", &[50, 20, 30]);
    let data = builder.finish().unwrap();
    let set = &data.sheets()[0];
    let missing = missing_capacity(&data, set, &Observed::new(&data, set));
    assert_eq!(missing[0].votes, MissingVotes::AtMost(3 * 400 + 30));
    assert_eq!(missing[0].open, 30);
}

fn race(votes: &[u64], missing: u64) -> Race {
    let votes = votes.iter().copied().map(Interval::exact).collect();
    Race::from_votes(votes, MissingVotes::AtMost(missing))
}

fn half() -> Exact {
    Exact::new(1, 2).unwrap()
}

/// Final result of a presidential first round, decision no. 2022-195 PDR of 13 April 2022.
const FIRST_ROUND: [u64; 12] = [
    9_783_058, 8_133_828, 7_712_520, 2_485_226, 1_679_001, 1_627_853, 1_101_387, 802_422, 725_176,
    616_478, 268_904, 197_094,
];

#[test]
fn a_published_first_round_without_a_majority_sends_its_first_two_to_a_runoff() {
    let rule = OutcomeRule::Majority {
        share: half(),
        runoff: 2,
    };
    let runoff = Claim::Runoff(options(&[0, 1]));
    assert_eq!(Claim::of_votes(&rule, &FIRST_ROUND), Some(runoff.clone()));
    // 421,308 votes lie between the second and the third.
    let at = |missing| answer(&rule, &race(&FIRST_ROUND, missing), &runoff).unwrap();
    assert_eq!(at(421_307), ClaimAnswer::Supported);
    assert_eq!(at(421_308), ClaimAnswer::Undetermined);
    let outright = Claim::Winners(options(&[0]));
    let outright = answer(&rule, &race(&FIRST_ROUND, 1_000_000), &outright);
    assert_eq!(outright, Ok(ClaimAnswer::Contradicted));
}

#[test]
fn a_published_election_of_twelve_seats_gives_the_proclaimed_set() {
    // Canvass of a senate election of 9 May 2022, the first fourteen candidates.
    let votes = [
        26_612_434, 24_264_969, 23_396_954, 20_602_655, 20_271_458, 19_475_592, 19_295_314,
        18_734_336, 18_486_034, 15_841_858, 15_420_807, 15_108_625, 13_263_970, 13_104_710,
    ];
    let rule = OutcomeRule::Plurality { winners: 12 };
    let elected = Claim::Winners((0..12).map(OptionIdx::new).collect());
    assert_eq!(Claim::of_votes(&rule, &votes), Some(elected.clone()));
    let at = |missing| answer(&rule, &race(&votes, missing), &elected).unwrap();
    assert_eq!(at(15_108_625 - 13_263_970 - 1), ClaimAnswer::Supported);
    assert_eq!(at(15_108_625 - 13_263_970), ClaimAnswer::Undetermined);
    let other = Claim::Winners((0..11).chain([12]).map(OptionIdx::new).collect());
    let other = answer(&rule, &race(&votes, 1_000_000), &other);
    assert_eq!(other, Ok(ClaimAnswer::Contradicted));
}

#[test]
fn a_published_threshold_of_five_percent_passes_the_known_lists() {
    // Second votes of a federal election of 26 September 2021; the last is all other lists.
    let named = [
        11_955_434, 8_775_471, 6_852_206, 5_319_952, 4_803_902, 2_402_827, 2_270_906,
    ];
    let share = Exact::new(5, 100).unwrap();
    let rule = OutcomeRule::Threshold { share };
    // The other lists are many; each is far below the threshold.
    let rest = 46_442_023 - named.iter().sum::<u64>();
    let small = std::iter::repeat_n(rest / 20, 20);
    let votes: Vec<u64> = named.into_iter().chain(small).collect();
    let passed = Claim::Winners(options(&[0, 1, 2, 3, 4, 5]));
    assert_eq!(Claim::of_votes(&rule, &votes), Some(passed.clone()));
    assert_eq!(
        answer(&rule, &race(&votes, 50_000), &passed),
        Ok(ClaimAnswer::Supported)
    );
    let more = Claim::Winners(options(&[0, 1, 2, 3, 4, 5, 6]));
    assert_eq!(
        answer(&rule, &race(&votes, 50_000), &more),
        Ok(ClaimAnswer::Contradicted)
    );
    assert_eq!(
        answer(&rule, &race(&votes, 55_000), &more),
        Ok(ClaimAnswer::Undetermined)
    );
}

/// Every way to add up to `missing` votes to `votes`.
fn completions(votes: &[u64], missing: u64) -> Vec<Vec<u64>> {
    let Some((&first, rest)) = votes.split_first() else {
        return vec![Vec::new()];
    };
    (0..=missing)
        .flat_map(|extra| {
            completions(rest, missing - extra)
                .into_iter()
                .map(move |tail| {
                    let mut all = vec![first + extra];
                    all.extend(tail);
                    all
                })
        })
        .collect()
}

fn above(part: u64, share: Exact, all: u64) -> std::cmp::Ordering {
    let part = i128::from(part) * share.denominator();
    part.cmp(&(share.numerator() * i128::from(all)))
}

/// Whether `set` can be the first options of `votes`, ties broken in its favour.
fn first(votes: &[u64], set: &[usize]) -> bool {
    let outside = (0..votes.len()).filter(|at| !set.contains(at));
    let most = outside.map(|at| votes[at]).max();
    most.is_none_or(|most| set.iter().all(|&at| votes[at] >= most))
}

/// All results that exact votes can have, one for each way to break a tie.
fn results(rule: &OutcomeRule, votes: &[u64]) -> Vec<Claim> {
    let all: u64 = votes.iter().sum();
    let subsets = |size: usize| {
        (0u32..1 << votes.len())
            .filter(move |bits| bits.count_ones() as usize == size)
            .map(|bits| {
                (0..votes.len())
                    .filter(|at| bits >> at & 1 == 1)
                    .collect::<Vec<_>>()
            })
            .filter(|set| first(votes, set))
            .collect::<Vec<_>>()
    };
    match rule {
        OutcomeRule::Plurality { winners } => subsets(usize::from(*winners))
            .iter()
            .map(|set| Claim::Winners(options(set)))
            .collect(),
        OutcomeRule::Majority { share, runoff } => {
            let exceeds = |at: &usize| above(votes[*at], *share, all).is_gt();
            let outright: Vec<Claim> = (0..votes.len())
                .filter(|at| exceeds(at) && first(votes, &[*at]))
                .map(|at| Claim::Winners(options(&[at])))
                .collect();
            if !outright.is_empty() {
                return outright;
            }
            subsets(usize::from(*runoff))
                .iter()
                .map(|set| Claim::Runoff(options(set)))
                .collect()
        }
        OutcomeRule::Threshold { share } => {
            let passes = |&at: &usize| all > 0 && above(votes[at], *share, all).is_ge();
            let set: Vec<usize> = (0..votes.len()).filter(passes).collect();
            vec![Claim::Winners(options(&set))]
        }
        _ => Vec::new(),
    }
}

/// Compares an answer with all completions; returns whether it is as sharp as they are.
fn check(rule: &OutcomeRule, votes: &[u64], missing: u64, claim: &Claim) -> bool {
    let outcomes: Vec<Vec<Claim>> = completions(votes, missing)
        .iter()
        .map(|votes| results(rule, votes))
        .collect();
    let every = outcomes
        .iter()
        .all(|results| results == std::slice::from_ref(claim));
    let none = !outcomes.iter().any(|results| results.contains(claim));
    let found = answer(rule, &race(votes, missing), claim).unwrap();
    let context = format!("{rule:?} {votes:?} + {missing}: {claim:?}");
    assert_eq!(found == ClaimAnswer::Supported, every, "{context}");
    assert!(found != ClaimAnswer::Contradicted || none, "{context}");
    (found == ClaimAnswer::Contradicted) == none
}

#[test]
fn answers_agree_with_every_completion_of_tiny_elections() {
    let subsets: Vec<Vec<usize>> = (1u32..8)
        .map(|bits| (0..3).filter(|at| bits >> at & 1 == 1).collect())
        .collect();
    let mut votes = Vec::new();
    for a in 0..5u64 {
        for b in 0..5 {
            votes.extend((0..5).map(|c| [a, b, c]));
        }
    }
    let (mut sharp, mut all) = (0, 0);
    for votes in &votes {
        for missing in 0..4 {
            for set in &subsets {
                let winners = Claim::Winners(options(set));
                for places in 1..3u16 {
                    if set.len() == usize::from(places) {
                        let rule = OutcomeRule::Plurality { winners: places };
                        assert!(check(&rule, votes, missing, &winners));
                    }
                }
                for (part, whole) in [(1, 2), (2, 5)] {
                    let share = Exact::new(part, whole).unwrap();
                    let majority = OutcomeRule::Majority { share, runoff: 2 };
                    if set.len() == 1 {
                        assert!(check(&majority, votes, missing, &winners));
                    }
                    if set.len() == 2 {
                        let runoff = Claim::Runoff(options(set));
                        sharp += usize::from(check(&majority, votes, missing, &runoff));
                        all += 1;
                    }
                }
                let share = Exact::new(3, 10).unwrap();
                let threshold = OutcomeRule::Threshold { share };
                sharp += usize::from(check(&threshold, votes, missing, &winners));
                all += 1;
            }
        }
    }
    // Single votes matter more here than in any election, and still few answers lose by rounding.
    assert!(sharp * 100 > all * 90, "{sharp} of {all}");
}

/// Who wins, advances or passes in every completion, and who in some, by `outcome` and by trying.
fn certain_and_possible(
    rule: &OutcomeRule,
    votes: [u64; 3],
    missing: u64,
) -> [[Vec<OptionIdx>; 2]; 2] {
    let cast: u64 = votes.iter().sum();
    let mut contest = contest(&["a", "b", "c"], rule.clone());
    contest.registers = vec![register("list", RegisterKind::Electors, cast + missing)];
    let row = [cast, votes[0], votes[1], votes[2]].map(|count| i64::try_from(count).unwrap());
    let data = simple(contest, &[("1", &row)]);
    let set = &data.sheets()[0];
    let observed = Observed::new(&data, set);
    let capacity = missing_capacity(&data, set, &observed);
    let found = outcome(rule, &observed, &capacity[0]).unwrap();

    let claims: Vec<Claim> = completions(&votes, missing)
        .iter()
        .flat_map(|votes| results(rule, votes))
        .collect();
    let names = |claim: &Claim, option: OptionIdx| match claim {
        Claim::Winners(set) | Claim::Runoff(set) => set.contains(&option),
    };
    let (certain, possible) = (0..3).map(OptionIdx::new).fold(
        (Vec::new(), Vec::new()),
        |(mut certain, mut possible), option| {
            if claims.iter().all(|claim| names(claim, option)) {
                certain.push(option);
            }
            if claims.iter().any(|claim| names(claim, option)) {
                possible.push(option);
            }
            (certain, possible)
        },
    );
    [[found.certain, found.possible], [certain, possible]]
}

#[test]
fn whoever_is_certain_wins_every_completion_and_whoever_wins_one_is_possible() {
    let share = |part, whole| Exact::new(part, whole).unwrap();
    let majority = |share| OutcomeRule::Majority { share, runoff: 2 };
    for rule in [
        plurality(),
        OutcomeRule::Plurality { winners: 2 },
        majority(share(1, 2)),
        majority(share(1, 3)),
        OutcomeRule::Threshold {
            share: share(3, 10),
        },
    ] {
        for code in 1..64u64 {
            let votes = [code % 4, code / 4 % 4, code / 16];
            for missing in 0..4 {
                let [found, tried] = certain_and_possible(&rule, votes, missing);
                let context = format!("{rule:?} {votes:?} + {missing}");
                let [certain, possible] = &found;
                let is_sound = certain.iter().all(|one| tried[0].contains(one))
                    && tried[1].iter().all(|one| possible.contains(one));
                assert!(is_sound, "{context}: {found:?}");
                // Bounds of shares lose nothing where nothing is missing.
                if missing == 0 {
                    assert_eq!(found, tried, "{context}");
                }
            }
        }
    }
}

#[test]
fn without_a_ceiling_nothing_is_certain_and_nothing_contradicted() {
    let votes = vec![Interval::exact(900), Interval::exact(3)];
    for missing in [MissingVotes::Unbounded, MissingVotes::NotStated] {
        let race = Race::from_votes(votes.clone(), missing);
        for option in 0..2 {
            let claim = Claim::Winners(options(&[option]));
            let found = answer(&plurality(), &race, &claim);
            assert_eq!(found, Ok(ClaimAnswer::Undetermined));
        }
    }
}

#[test]
fn rival_readings_decide_against_a_claim() {
    let votes = vec![Interval { min: 90, max: 110 }, Interval::exact(80)];
    let claim = Claim::Winners(options(&[0]));
    let at = |missing| {
        let race = Race::from_votes(votes.clone(), MissingVotes::AtMost(missing));
        answer(&plurality(), &race, &claim).unwrap()
    };
    assert_eq!(
        (at(9), at(10)),
        (ClaimAnswer::Supported, ClaimAnswer::Undetermined)
    );
}

#[test]
fn a_printed_percentage_is_possible_where_its_rounding_meets_the_share_bounds() {
    let range = race(&[600, 400], 200).share(OptionIdx::new(0));
    // 600 of 1,200 to 800 of 1,200: 50 % to 66.67 %.
    let allows = |text| range.allows(scrutineer_model::PrintedPercent::parse(text).unwrap());
    assert!(allows("50") && allows("66.7") && allows("67"));
    assert!(!allows("49.9") && !allows("66.70") && !allows("68"));
}

#[test]
fn a_declaration_claims_what_it_names_or_what_the_rule_makes_of_its_votes() {
    let mut declared = declaration("d");
    declared.options = vec![votes(0, 50), votes(1, 40)];
    declared.options.push(scrutineer_model::DeclaredOption {
        target: scrutineer_model::DeclaredTarget::Group {
            id: crate::build::code("others"),
            options: options(&[2, 3]),
        },
        votes: Some(figure(30)),
        percent: None,
    });
    let claim = |declared: &scrutineer_model::Declaration, rule: &OutcomeRule| {
        Claim::declared(declared, rule, 4)
    };
    let first = Claim::Winners(options(&[0]));
    assert_eq!(claim(&declared, &plurality()), Some(first.clone()));
    let majority = OutcomeRule::Majority {
        share: half(),
        runoff: 2,
    };
    assert_eq!(
        claim(&declared, &majority),
        Some(Claim::Runoff(options(&[0, 1])))
    );
    // A group above the first may hide the winner, unless the declaration names one.
    declared.options[2].votes = Some(figure(60));
    assert_eq!(claim(&declared, &plurality()), None);
    declared.winners = options(&[0]);
    assert_eq!(claim(&declared, &plurality()), Some(first));
    declared.winners = options(&[1, 0]);
    assert_eq!(
        claim(&declared, &majority),
        Some(Claim::Runoff(options(&[0, 1])))
    );
}

#[test]
fn a_tie_has_no_leader() {
    let data = simple(contest(&["a", "b"], plurality()), &[("1", &[60, 20, 20])]);
    let set = &data.sheets()[0];
    let observed = Observed::new(&data, set);
    let missing = missing_capacity(&data, set, &observed);
    let found = outcome(&plurality(), &observed, &missing[0]).unwrap();
    assert_eq!((found.leader, found.runner_up, found.lead), (None, None, 0));
    assert_eq!((found.standing, found.decided), (None, false));
}

proptest! {
    #[test]
    fn permuted_options_have_permuted_outcomes(
        votes in prop::collection::vec(0u64..40, 4),
        missing in 0u64..40,
        places in 1u16..3,
        turn in 1usize..4,
    ) {
        let mut turned = votes.clone();
        turned.rotate_left(turn);
        let rules = [
            OutcomeRule::Plurality { winners: places },
            OutcomeRule::Majority { share: half(), runoff: 2 },
            OutcomeRule::Threshold { share: Exact::new(1, 5).unwrap() },
        ];
        let back = |option: &OptionIdx| OptionIdx::new((option.get() + turn) % 4);
        let sorted = |mut options: Vec<OptionIdx>| { options.sort_unstable(); options };
        let map = |claim: &Claim| match claim {
            Claim::Winners(set) => Claim::Winners(sorted(set.iter().map(back).collect())),
            Claim::Runoff(set) => Claim::Runoff(sorted(set.iter().map(back).collect())),
        };
        for rule in rules {
            let (a, b) = (Claim::of_votes(&rule, &votes), Claim::of_votes(&rule, &turned));
            prop_assert_eq!(&a, &b.as_ref().map(map));
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert_eq!(
                    answer(&rule, &race(&votes, missing), &a),
                    answer(&rule, &race(&turned, missing), &b)
                );
            }
        }
    }
}
