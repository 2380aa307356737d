//! Durable appends per second on the disk that holds a folder: `append_speed DIR [ENTRIES] [BATCH...]`.
//!
//! Entries have 600 bytes, batches 256 and 2,560 entries unless others are given. Every batch is durable,
//! signed and public before the next begins.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use scrutineer_logstore::{LogReader, Writer, check, open_disk};
use scrutineer_tlog::{Checkpoint, KeyName, SigningKey};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("expected a folder to write to")?;
    let entries: u64 = arguments.next().map_or(Ok(25_600), |count| count.parse())?;
    let mut batches = arguments
        .map(|batch| batch.parse())
        .collect::<Result<Vec<u64>, _>>()?;
    if batches.is_empty() {
        batches = vec![256, 2_560];
    }
    for batch in batches {
        let place = Path::new(&folder).join(format!("append-speed-{}-{batch}", std::process::id()));
        let outcome = measure(&place, entries, batch);
        std::fs::remove_dir_all(&place)?;
        outcome?;
    }
    Ok(())
}

fn measure(place: &Path, entries: u64, batch: u64) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout();
    let key = SigningKey::from_seed(KeyName::parse("log.example/speed")?, &[1; 32])?;
    let verifier = key.verifier().clone();
    let (objects, head) = open_disk(&place.join("bundle"), &place.join("state"))?;
    let mut writer = Writer::create(objects, head, key)?;
    let start = Instant::now();
    while writer.size() < entries {
        let from = writer.size();
        let to = entries.min(from + batch);
        let contents: Vec<String> = (from..to).map(|index| format!("{index:0600}")).collect();
        writer.append(&contents)?;
    }
    let seconds = start.elapsed().as_secs_f64();
    let rate = entries as f64 / seconds;
    writeln!(
        out,
        "batch {batch}: {entries} entries in {seconds:.2} s, {rate:.0} a second"
    )?;

    let reader = LogReader::new(writer.objects());
    let (checkpoint, _): (Checkpoint, _) = reader.checkpoint(&[verifier])?;
    let start = Instant::now();
    let report = check(&reader, &checkpoint, 2, |_, _| {});
    let seconds = start.elapsed().as_secs_f64();
    let sound = report.is_sound();
    writeln!(out, "  full check: {seconds:.2} s, sound: {sound}")?;
    Ok(())
}
