//! Reads files of measurements on one thread and says how many of which size they were and how long
//! it took: `measure FILE...`.

use std::env;
use std::fs::File;
use std::io;
use std::time::Instant;

use scrutineer_censorship::{
    Collection, FileReading, Fingerprints, Lines, Outcome, Piece, Settings, analyse, observe,
};

#[expect(
    clippy::print_stdout,
    reason = "the figures are what the program is for"
)]
fn main() -> io::Result<()> {
    let none = Fingerprints::default();
    let mut collection = Collection::default();
    let (mut lines_read, mut bytes) = (0_u64, 0_u64);
    let start = Instant::now();
    for path in env::args().skip(1) {
        let mut lines = Lines::open(File::open(path)?)?;
        while let Some((_, piece)) = lines.next_line()? {
            let Piece::Line(text) = piece else { continue };
            lines_read += 1;
            bytes += text.len() as u64 + 1;
            if let Outcome::Observed(seen) = observe(&text, None, &none) {
                collection.push(&seen);
            }
        }
    }
    let read = start.elapsed();
    let all = collection.finish();
    let files = vec![FileReading::default()];
    let made = analyse(&all, files, &Settings::default(), &none);
    println!(
        "{lines_read} lines, {bytes} bytes, read in {:.1} s, analysed after {:.1} s, {} findings",
        read.as_secs_f64(),
        start.elapsed().as_secs_f64(),
        made.findings.len()
    );
    Ok(())
}
