//! Checking all of a log: every entry, every tile, the root, and that nothing else lies there.

mod leaf;
mod report;
mod stray;
mod upper;

use std::thread;

use scrutineer_tlog::tile::entry_bundles;
use scrutineer_tlog::{Checkpoint, TilePath};

use crate::path::ObjectPath;
use crate::read::LogReader;
use crate::store::Objects;
use crate::writer::CHECKPOINT;

pub use report::{CheckReport, MAX_PROBLEMS, Problem};

use leaf::{Inspected, Leaves};
use report::Problems;
use upper::Upper;

/// Bundles that are in memory at a time, for all threads together. A bundle of the longest entries has
/// 16 MB, one of ordinary entries a hundredth of that.
const BUNDLES_AT_ONCE: usize = 8;

/// Checks the log of `checkpoint`, whose signatures the caller has verified, from its objects alone.
///
/// Every bundle is hashed and compared with its tile, every tile with the one above it, and the whole with
/// the root. Where a bundle and its tile disagree, what lies above them decides which of the two is named;
/// where it cannot, both are. Partial tiles of older checkpoints must be beginnings of what followed them,
/// and nothing under `tile/` may lie beyond the size.
///
/// `visit` gets every entry that was found right, with its index and in order, so that whoever wants to know
/// what the entries say needs no second pass. `threads` is how many hash at the same time; the report is the
/// same for any number. A few bundles are in memory at a time, whatever the size of the log.
pub fn check<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    threads: usize,
    mut visit: impl FnMut(u64, &[u8]),
) -> CheckReport {
    let size = checkpoint.size();
    let mut problems = Problems::default();
    let mut upper = Upper::new(size);
    let mut entries = 0;

    let mut paths = entry_bundles(size);
    loop {
        let block: Vec<TilePath> = paths.by_ref().take(BUNDLES_AT_ONCE).collect();
        if block.is_empty() {
            break;
        }
        for found in inspect(reader, &block, threads) {
            let leaves = found.decide(
                |rivals| upper.decide(reader, found.tile(), rivals, checkpoint.root()),
                &mut problems,
            );
            if let (Leaves::Known { entries: true, .. }, Ok(bundle)) = (&leaves, found.bundle()) {
                for (index, entry) in bundle.entries() {
                    visit(index, entry);
                    entries += 1;
                }
            }
            upper.push_leaves(reader, found.tile(), leaves.into_hashes(), &mut problems);
        }
    }
    match upper.finish(reader, &mut problems) {
        Some(root) if root != *checkpoint.root() => problems.add(
            &ObjectPath::known(CHECKPOINT),
            format!(
                "expected the root {root}, to which the {size} entries lead, found {}",
                checkpoint.root()
            ),
        ),
        // Without a root some object is missing, and is named already.
        _ => {}
    }
    stray::check(reader.objects(), size, &mut problems);
    problems.into_report(size, entries)
}

/// Reads and hashes the bundles and tiles of some places, in their order.
fn inspect<O: Objects>(
    reader: &LogReader<O>,
    block: &[TilePath],
    threads: usize,
) -> Vec<Inspected> {
    let objects = reader.objects();
    let share = block.len().div_ceil(threads.max(1)).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = block
            .chunks(share)
            .map(|paths| {
                let work = move || -> Vec<_> {
                    paths
                        .iter()
                        .map(|&path| Inspected::new(objects, path))
                        .collect()
                };
                scope.spawn(work)
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}
