//! Measures false alarms and power: `calibrate FAMILY [RUNS [SEED [THREADS]]]` prints the family's table as
//! Markdown and its progress to standard error.

use std::env;
use std::process::ExitCode;

use scrutineer_testkit::calibration::{FAMILIES, Settings};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize, default: u64| args.get(at).map_or(Ok(default), |text| text.parse());
    let family = FAMILIES
        .iter()
        .find(|family| Some(family.0) == args.first().map(String::as_str));
    let (Some((_, document)), Ok(runs), Ok(seed), Ok(threads)) =
        (family, number(1, 1000), number(2, 20_240_728), number(3, 2))
    else {
        let names: Vec<&str> = FAMILIES.iter().map(|family| family.0).collect();
        complain(&format!(
            "usage: calibrate FAMILY [RUNS [SEED [THREADS]]]; families: {}",
            names.join(", ")
        ));
        return ExitCode::from(2);
    };
    let settings = Settings {
        runs: u32::try_from(runs).unwrap_or(u32::MAX),
        seed,
        threads: u32::try_from(threads).unwrap_or(1),
    };
    match document(&settings, &mut complain) {
        Ok(text) => {
            say(&text);
            ExitCode::SUCCESS
        }
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the table is what the program is for")]
fn say(text: &str) {
    print!("{text}");
}

#[expect(
    clippy::print_stderr,
    reason = "the one place where the program tells progress"
)]
fn complain(line: &str) {
    eprintln!("{line}");
}
