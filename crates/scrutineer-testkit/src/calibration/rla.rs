//! How often audits confirm a wrong outcome, at the worst true null: a tie.
//!
//! Every audit is watched after every draw, or after every round where a method allows only that, and stops as soon
//! as its risk is at most the limit. Stations have taints, understatements and missing boxes; records have phantoms.
//! A method holds its limit if the share of audits that stop is at most the limit plus three standard errors. Some
//! rows are wrong on purpose, to show that the measurement can tell.

mod ballots;
mod batches;
mod rounds;
mod strata;
mod whole;

use std::fmt::Write;

use scrutineer_rla::plan::Random;

use super::Settings;

/// The risk limit of every audit.
pub const LIMIT: f64 = 0.05;

/// A method and the wrong outcome that it is shown.
pub struct Method {
    /// What is measured.
    pub name: &'static str,
    /// The wrong outcome.
    pub truth: &'static str,
    /// Whether the method holds its limit; some do not, on purpose.
    pub holds: bool,
    /// One audit: whether it stops.
    audit: fn(&mut Random) -> Result<bool, String>,
}

const fn method(
    name: &'static str,
    truth: &'static str,
    audit: fn(&mut Random) -> Result<bool, String>,
) -> Method {
    Method {
        name,
        truth,
        holds: true,
        audit,
    }
}

const TIE: &str = "450 of 1,000 ballots for either, reported 60 to 40; 500 draws";
const ALL_DRAWN: &str = "225 of 500 ballots for either, reported 60 to 40; all drawn";
const CARDS: &str =
    "8 cards changed, 7 missing, 10 phantoms not found, of 400 at a margin of 10 %; all drawn";
const PARTS: &str =
    "10 of 60 boxes all wrong or missing, 8 of them in one of three strata; 4 looks at 40 draws";
const PARTS_UNEVEN: &str =
    "the same, where the stratum of one of the others is drawn 10 times as often as in proportion";
const SHEETS: &str = "taints of 1 and missing boxes that make a tie, of 100 stations; 300 draws";
const SHEETS_CHAINED: &str =
    "as batches with missing boxes; each of 15 rounds ended where its dice are known to be best";
const BOXES: &str =
    "515 to 455, 10 blank, 20 not found and 40 without a record, reported 600 to 400; 400 draws";
const RECORDED: &str =
    "60 changed and 20 not found of 600 recorded, 40 without a record, margin 16 %; 400 draws";
const MIXED: &str = "taints of 1, 1/2 and 1/6, and understatements, of 100 stations; 300 draws";

/// Every method, in the order of the table.
pub const METHODS: &[Method] = &[
    method("BRAVO", TIE, ballots::bravo),
    method(
        "ALPHA, fixed alternative",
        ALL_DRAWN,
        ballots::fixed_alternative,
    ),
    method(
        "ALPHA, shrinkage as published",
        ALL_DRAWN,
        ballots::shrinkage_paper,
    ),
    method(
        "ALPHA, shrinkage less c/sqrt",
        ALL_DRAWN,
        ballots::shrinkage_subtracting,
    ),
    method("aGRAPA", ALL_DRAWN, ballots::agrapa),
    method("fixed bet", ALL_DRAWN, ballots::fixed_bet),
    method("mixture of bets", TIE, ballots::mixture),
    method("Kaplan-Wald, g = 0.1", TIE, ballots::kaplan_wald),
    method("Kaplan-Markov, g = 0.1", TIE, ballots::kaplan_markov),
    method(
        "Kaplan-Kolmogorov, g = 0.1",
        ALL_DRAWN,
        ballots::kaplan_kolmogorov,
    ),
    method(
        "comparison, optimal bet",
        CARDS,
        ballots::comparison_optimal,
    ),
    method(
        "comparison, ALPHA as published",
        CARDS,
        ballots::comparison_alpha,
    ),
    method("comparison, aGRAPA", CARDS, ballots::comparison_agrapa),
    method(
        "super-simple, gamma = 1.1",
        "40 two-vote errors in 800 cards at a margin of 10 %; 300 draws",
        ballots::super_simple,
    ),
    method(
        "ONEAudit",
        "10 ballots changed in one of two pools of 100, margin 10 %; all drawn",
        ballots::one_audit,
    ),
    method("rla plan --method alpha", BOXES, whole::alpha),
    method("rla plan --method bravo", BOXES, whole::bravo),
    method(
        "rla plan --method ballot-comparison",
        RECORDED,
        whole::comparison,
    ),
    method("batches, Kaplan-Markov", SHEETS, batches::concentrated_all),
    method(
        "batches, capped bet 0.9",
        SHEETS,
        batches::concentrated_capped,
    ),
    method("batches, Kaplan-Markov", MIXED, batches::mixed_all),
    method("batches, capped bet 0.9", MIXED, batches::mixed_capped),
    method(
        "strata, union of intersections",
        "means of 0.52 and 0.48 in two strata of 200; looks at 15, 30 and 45 draws of each",
        strata::two,
    ),
    method(
        "strata, union of intersections",
        "means of 0.9, 0.4 and 0.2 in three strata, with replacement; looks at 15 and 30",
        strata::three,
    ),
    method(
        "rla plan --method stratified",
        PARTS,
        strata::whole_in_proportion,
    ),
    method(
        "rla plan --method stratified",
        PARTS_UNEVEN,
        strata::whole_uneven,
    ),
    method(
        "SUITE at the true split",
        "a comparison and a polling stratum of 400, each a tie; one look",
        strata::suite,
    ),
    method(
        "Minerva, rounds fixed in advance",
        "a tie reported 60 to 40; rounds of 50, 50 and 60",
        rounds::minerva,
    ),
    method(
        "Providence, fresh seeds",
        "a tie reported 60 to 40; rounds of 50, then as many as the count suggests",
        rounds::providence,
    ),
    method(
        "BRAVO at the end of rounds",
        "a tie reported 60 to 40; rounds of 50, 50 and 60",
        rounds::bravo,
    ),
    Method {
        name: "wrong on purpose: the product taken twice",
        truth: TIE,
        holds: false,
        audit: ballots::product_twice,
    },
    Method {
        name: "wrong on purpose: one mean for all strata",
        truth: PARTS_UNEVEN,
        holds: false,
        audit: strata::whole_one_mean,
    },
    Method {
        name: "wrong on purpose: a new stream each round",
        truth: SHEETS_CHAINED,
        holds: false,
        audit: batches::chained_streams,
    },
];

/// What came of a method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Audits.
    pub runs: u32,
    /// Of these, how many confirmed the wrong outcome.
    pub stopped: u32,
}

impl Measured {
    /// The share that stopped.
    pub fn rate(self) -> f64 {
        f64::from(self.stopped) / f64::from(self.runs.max(1))
    }

    /// The most that the limit allows so many audits: three standard errors above it.
    pub fn allowed(self) -> f64 {
        LIMIT + 3.0 * (LIMIT * (1.0 - LIMIT) / f64::from(self.runs.max(1))).sqrt()
    }

    /// Whether the limit holds.
    pub fn holds(self) -> bool {
        self.rate() <= self.allowed()
    }
}

/// Runs a method.
///
/// # Errors
///
/// When an audit refuses its own input, which is a defect.
pub fn measure(method: &Method, runs: u32, seed: u64) -> Result<Measured, String> {
    let mut random = Random::new(seed);
    let mut stopped = 0;
    for _ in 0..runs {
        stopped += u32::from((method.audit)(&mut random)?);
    }
    Ok(Measured { runs, stopped })
}

/// The table of all methods.
///
/// # Errors
///
/// As [`measure`].
pub fn document(settings: &Settings, progress: &mut dyn FnMut(&str)) -> Result<String, String> {
    let mut text = format!(
        "{} audits a method, seed {}, risk limit 5 %. Allowed: the limit and three standard errors.\n\n",
        settings.runs, settings.seed
    );
    text.push_str("| method | truth | confirmed | allowed | |\n|---|---|---|---|---|\n");
    for method in METHODS {
        progress(method.name);
        let found = measure(method, settings.runs, settings.seed)?;
        let verdict = if found.holds() {
            "holds"
        } else {
            "does not hold"
        };
        let (rate, allowed) = (100.0 * found.rate(), 100.0 * found.allowed());
        let row = writeln!(
            text,
            "| {} | {} | {rate:.2} % | {allowed:.2} % | {verdict} |",
            method.name, method.truth
        );
        row.map_err(|error| error.to_string())?;
    }
    Ok(text)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is passed to `map_err` as it is"
)]
fn text(error: impl ToString) -> String {
    error.to_string()
}

/// Shuffles in place.
fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for at in 0..items.len() {
        let other = at + random.below(items.len() - at);
        items.swap(at, other);
    }
}
