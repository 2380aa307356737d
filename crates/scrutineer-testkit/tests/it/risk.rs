//! The audit of the transcription of a real election, planned.

use scrutineer_model::OptionIdx;
use scrutineer_rla::assertion::plurality;
use scrutineer_rla::batch::{BatchComparison, Bet, Size, Stations, initial_size};
use scrutineer_tally::{MissingAssumption, Observed, missing_capacity, sheets_false_needed};
use scrutineer_testkit::examples;

/// Registers by their values, with U of the batch plan, its draws at 5 %, the draws that survive a missing sheet
/// (`ceil(ln 20 / ln(1 + 0.9 / (U - 1))) + 1`, in Python), and the equal-probability sample (forensics note,
/// amendment h and section 3.8).
const PLANS: [(u64, f64, u64, u64, u64); 3] = [
    (21_321_805, 64.00, 192, 213, 305),
    (21_392_464, 80.89, 242, 269, 390),
    (21_620_705, 547.88, 1_641, 1_823, 2_826),
];

/// The bound of a station is `(v_EG - v_NM + registered voters) / V`, for the sheets that exist; V is the lead over
/// the sheets less the register's electors that no sheet covers. The ten options have nine pairs, of which that of the
/// first two gives every bound. The draws are `ceil(ln 0.05 / ln (1 - 1/U)) + 1`.
#[test]
fn the_draws_of_the_transcription_audit_follow_from_the_register() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let data = loaded.dataset;
    let set = &data.sheets()[0];
    let observed = Observed::new(&data, set);
    let registers = missing_capacity(&data, set, &observed);
    let contest = data.contest(set.contest());
    let (leader, rival) = (contest.option("EG").unwrap(), contest.option("NM").unwrap());
    for (register, bound, draws, surviving, equal) in PLANS {
        let of_register = registers.iter().find(|held| held.total == Some(register));
        let missing = of_register.unwrap().votes.ceiling().unwrap();
        let audit = audit(&observed, leader, missing);
        assert!(audit.weights().is_exact());
        assert!((audit.bound() - bound).abs() < 0.005, "{}", audit.bound());
        let size = |bet| initial_size(bet, audit.weights(), 0.05);
        assert_eq!(size(Bet::KaplanMarkov), Size::Draws(draws));
        assert_eq!(size(Bet::SURVIVING), Size::Draws(surviving));
        let all = sheets_false_needed(&observed, leader, rival, missing).unwrap();
        let worst = all
            .iter()
            .find(|held| held.assumption == MissingAssumption::AllToRival);
        assert_eq!(worst.unwrap().extreme.unwrap().sample_95, Some(equal));
    }
}

fn audit(observed: &Observed, leader: OptionIdx, missing: u64) -> BatchComparison {
    let mut stations = Stations::new(observed.options.len());
    for (station, &registered) in observed.registered.iter().enumerate() {
        let column = |held: &Vec<u32>| u64::from(held[station]);
        let votes: Vec<u64> = observed.options.iter().map(column).collect();
        stations.push_sheet(&votes, registered.into()).unwrap();
    }
    stations.add_unlisted(missing);
    let assertions = plurality(observed.options.len(), &[leader.get()], 1).unwrap();
    BatchComparison::new(stations, assertions).unwrap()
}
