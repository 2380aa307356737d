//! Times a million tickets of the consistent sampler, and our own draw.
//!
//! `cargo run --release -p scrutineer-rla --example tickets`

use std::io::Write as _;
use std::time::Instant;

use scrutineer_model::Code;
use scrutineer_rla::sampling::consistent::Sampler;
use scrutineer_rla::sampling::{EqualSample, Purpose, Seed, Tag};

const SEED: &str = "20240728314159265358";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ids: Vec<String> = (0..1_000_000).map(|at| format!("mesa-{at:07}")).collect();
    let mut out = std::io::stdout();
    let (sampler, mut best) = (Sampler::new(SEED), [f64::INFINITY; 2]);
    let code = Code::parse("example")?;
    let tag = Tag::new(Purpose::QuickCount, &code, &code, &code, 1);
    let seed = Seed::parse(SEED)?;
    let mut first = (String::new(), String::new());
    for _ in 0..7 {
        let start = Instant::now();
        let drawn = sampler.without_replacement(&ids, 1_000);
        best[0] = best[0].min(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let equal = EqualSample::draw(&tag, &seed, &ids, 1_000);
        best[1] = best[1].min(start.elapsed().as_secs_f64());
        let name = |at: Option<usize>| at.and_then(|at| ids.get(at)).cloned().unwrap_or_default();
        first = (
            name(drawn.first().map(|drawn| drawn.index)),
            name(equal.tickets().first().map(|&(_, at)| at)),
        );
    }
    writeln!(
        out,
        "consistent sampler, 1,000 of 1,000,000: {:.3} s (first {})",
        best[0], first.0
    )?;
    writeln!(
        out,
        "our tickets, 1,000 of 1,000,000: {:.3} s (first {})",
        best[1], first.1
    )?;
    Ok(())
}
