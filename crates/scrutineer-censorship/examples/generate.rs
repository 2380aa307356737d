//! Writes synthetic measurements to standard output: `generate SEED DAYS NETWORKS TARGETS DAILY
//! BLOCKED_EVERY ONSET [truth]`. Without arguments: a small example; with `truth`: what is true of them, as CSV.

use std::env;
use std::io::{self, BufWriter, Write};

use scrutineer_censorship::Day;
use scrutineer_censorship::synthetic::{Plan, truth_csv};

fn main() -> io::Result<()> {
    let given: Vec<u32> = env::args()
        .skip(1)
        .filter_map(|text| text.parse().ok())
        .collect();
    let number = |at: usize, usual: u32| given.get(at).copied().unwrap_or(usual);
    let plan = Plan {
        seed: u64::from(number(0, 1)),
        country: ['Z', 'Z'],
        // 2001-01-01.
        first: Day(11_323),
        days: number(1, 28),
        networks: number(2, 2),
        targets: number(3, 3),
        daily: number(4, 6),
        blocked_every: number(5, 3),
        onset: number(6, 14),
        noise: 10,
        reach: 950,
    };
    let mut out = BufWriter::new(io::stdout().lock());
    if env::args().any(|text| text == "truth") {
        out.write_all(truth_csv(&plan.truth()).as_bytes())?;
        return out.flush();
    }
    for line in plan.lines() {
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}
