// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Measures the delimited reader on a file that is already in memory.
//!
//! `cargo run --release -p scrutineer-formats --example read_speed -- FILE [ROUNDS]`

use std::time::Instant;

use scrutineer_formats::delimited::{DelimitedReader, Layout, Record};
use scrutineer_formats::{Problems, number::NumberFormat};

#[expect(clippy::print_stdout, reason = "a measurement is there to be printed")]
fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_default();
    let rounds: u32 = arguments
        .next()
        .and_then(|text| text.parse().ok())
        .unwrap_or(50);
    let bytes = std::fs::read(path)?;
    for counting in [false, true] {
        let mut best = f64::INFINITY;
        let (mut records, mut sum) = (0, 0_u64);
        for _ in 0..rounds {
            let start = Instant::now();
            (records, sum) = read(&bytes, counting);
            best = best.min(start.elapsed().as_secs_f64());
        }
        let speed = bytes.len() as f64 / best / 1e6;
        let what = if counting {
            "cells read as numbers"
        } else {
            "records only"
        };
        println!(
            "{what}: {records} records, {speed:.0} MB/s, {:.2} ms, sum {sum}",
            best * 1e3
        );
    }
    Ok(())
}

fn read(bytes: &[u8], counting: bool) -> (u64, u64) {
    let mut problems = Problems::new();
    let mut reader = DelimitedReader::open(bytes, &Layout::default(), &mut problems);
    let mut record = Record::new();
    let format = NumberFormat::default();
    let mut sum = 0_u64;
    while reader.read_record(&mut record, &mut problems) {
        if counting {
            for cell in record.cells() {
                let count = cell.text().and_then(|text| format.read(text).count());
                sum = sum.wrapping_add(u64::from(count.unwrap_or(0)));
            }
        } else {
            sum = sum.wrapping_add(record.len() as u64);
        }
    }
    (reader.summary().records, sum)
}
