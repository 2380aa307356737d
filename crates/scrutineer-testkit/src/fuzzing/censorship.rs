//! Files of measurements, and the small files beside them.

use std::io::Read as _;

use scrutineer_censorship::{
    Collection, FileReading, Fingerprints, Lines, Outcome, Piece, Settings, analyse, observe,
    parse_networks, parse_outages, parse_statements, parse_targets,
};

/// Any bytes as a file of measurements, plain or packed: lines that are judged, quarantined or
/// rejected, and a document about them that holds no address of a probe.
///
/// # Panics
/// If reading, judging or analysing panics.
pub fn line(data: &[u8]) {
    const LONGEST: usize = 1 << 16;
    // What a packed input opens to is bounded here, as a caller's disk bounds it elsewhere.
    let bounded = data.take(1 << 20);
    let Ok(mut lines) = Lines::with_longest(bounded, LONGEST) else {
        return;
    };
    let none = Fingerprints::default();
    let mut collection = Collection::default();
    let mut count = 0;
    while let Ok(Some((number, piece))) = lines.next_line() {
        count += 1;
        assert!(number >= count);
        if count > 1000 {
            break;
        }
        let Piece::Line(text) = piece else { continue };
        if let Outcome::Observed(seen) = observe(&text, None, &none) {
            assert!(seen.country.len() == 2 && !seen.target.is_empty());
            collection.push(&seen);
        }
    }
    let all = collection.finish();
    let made = analyse(
        &all,
        vec![FileReading::default()],
        &Settings::default(),
        &none,
    );
    assert!(made.reading.observations <= count);
}

/// Any bytes as each of the small files: rows, or every problem with its row.
///
/// # Panics
/// If a parser panics or refuses without a problem.
pub fn lists(data: &[u8]) {
    let refused = [
        Fingerprints::parse(data).err(),
        parse_networks(data).err(),
        parse_outages(data).err(),
        parse_statements(data).err(),
        parse_targets(data).err(),
    ];
    for problems in refused.into_iter().flatten() {
        assert!(!problems.is_empty() && problems.iter().all(|problem| problem.row > 0));
    }
}
