//! No outage on record, and no record of outages, are different things.

use scrutineer_censorship::synthetic::Plan;
use scrutineer_censorship::{
    Checks, Collection, Concordance, Day, FileReading, Fingerprints, Outcome, Settings, analyse,
    observe, parse_outages, parse_statements,
};

/// A block of one site on AS64512 from 2001-01-15 on, that an independent source states, with a file of outages.
fn found(outages: Option<&str>) -> (Concordance, Checks) {
    let plan = Plan {
        seed: 1,
        country: ['Z', 'Z'],
        first: Day(11_323),
        days: 28,
        networks: 1,
        targets: 1,
        daily: 6,
        blocked_every: 1,
        onset: 14,
        noise: 0,
        reach: 1000,
    };
    let none = Fingerprints::default();
    let mut collection = Collection::default();
    for line in plan.lines() {
        let Outcome::Observed(seen) = observe(line.trim_end().as_bytes(), None, &none) else {
            panic!("{line}");
        };
        collection.push(&seen);
    }
    let said =
        "target,asn,day,method,source,independent\nsite-000.example,64512,2001-01-15,dns,x,yes\n";
    let settings = Settings {
        statements: parse_statements(said.as_bytes()).unwrap(),
        outages: outages
            .map(|text| parse_outages(text.as_bytes()).unwrap())
            .unwrap_or_default(),
        ..Settings::default()
    };
    let files = vec![FileReading::default()];
    let made = analyse(&collection.finish(), files, &settings, &none);
    assert_eq!(
        (made.findings.len(), made.findings[0].day),
        (1, Day(11_337))
    );
    (
        made.findings[0].concordance,
        made.findings[0].checks.clone(),
    )
}

#[test]
fn only_who_watched_the_network_on_all_these_days_can_say_that_there_was_no_outage() {
    let header = "asn,day,to,kind,source\n";
    for (rows, concordance, known) in [
        // Nobody says that anybody watched.
        ("", Concordance::SingleSource, false),
        ("7,1999-01-01,,,x\n", Concordance::SingleSource, false),
        (
            "64512,2000-01-01,,outage,x\n",
            Concordance::SingleSource,
            false,
        ),
        // Another network, or other days.
        (
            "7,2001-01-01,2001-01-28,watched,x\n",
            Concordance::SingleSource,
            false,
        ),
        (
            "64512,2001-01-08,2001-01-21,watched,x\n",
            Concordance::SingleSource,
            false,
        ),
        // The week before and after, in one row or in two.
        (
            "64512,2001-01-08,2001-01-22,watched,x\n",
            Concordance::Strong,
            true,
        ),
        (
            "64512,2001-01-01,2001-01-15,watched,x\n64512,2001-01-16,2001-01-28,watched,y\n",
            Concordance::Strong,
            true,
        ),
        // Watched, and something was found.
        (
            "64512,2001-01-01,2001-01-28,watched,x\n64512,2001-01-05,2001-01-09,,x\n",
            Concordance::SingleSource,
            true,
        ),
        (
            "64512,2001-01-01,2001-01-28,watched,x\n64512,2001-01-05,2001-01-07,,x\n",
            Concordance::Strong,
            true,
        ),
    ] {
        let (held, checks) = found(Some(&format!("{header}{rows}")));
        assert_eq!((held, checks.outages_known), (concordance, known), "{rows}");
    }
    assert_eq!(found(None).0, Concordance::SingleSource);
    let days = "64512,2001-01-05,2001-01-09,,x\n";
    let recorded = found(Some(&format!("{header}{days}"))).1.outages;
    // From seven days before the change on.
    assert_eq!(recorded, [Day(11_330), Day(11_331)]);
}
