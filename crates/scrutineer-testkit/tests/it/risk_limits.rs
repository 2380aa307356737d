//! Risk limits hold at the worst true null, and a method that breaks them is caught.

use scrutineer_testkit::calibration::rla::{METHODS, measure};

const RUNS: u32 = 2_000;
const SEED: u64 = 20_240_728;

#[test]
fn every_method_confirms_a_tie_no_more_often_than_its_limit() {
    let mut stopping = 0;
    for method in METHODS.iter().filter(|method| method.holds) {
        let found = measure(method, RUNS, SEED).unwrap();
        let rate = found.rate();
        assert!(found.holds(), "{} ({}): {rate}", method.name, method.truth);
        stopping += u32::from(rate > 0.01);
    }
    // Methods that never stop would hold any limit.
    assert!(stopping >= 18, "{stopping}");
}

#[test]
fn the_measurement_tells_a_wrong_method() {
    let wrong: Vec<_> = METHODS.iter().filter(|method| !method.holds).collect();
    assert_eq!(wrong.len(), 3);
    for method in wrong {
        let rate = measure(method, RUNS, SEED).unwrap().rate();
        assert!(rate > 0.2, "{}: {rate}", method.name);
    }
}
