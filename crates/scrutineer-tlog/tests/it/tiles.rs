//! Tiles written batch by batch, and trees read through them.

use std::collections::BTreeMap;

use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::tile::{
    OpenError, TileHashes, TileReader, bundle_of, entry_bundle_delta, entry_bundles,
    hash_tile_delta, hash_tiles, tile_of,
};
use scrutineer_tlog::{
    HashReader, Tile, TileBuilder, TilePath, prove_consistency, prove_inclusion,
};

use crate::support::{leaves, tree};

/// Tiles by their paths, as on a disk.
#[derive(Default)]
struct Disk(BTreeMap<String, Vec<u8>>);

impl Disk {
    fn write(&mut self, tiles: Vec<Tile>) {
        for tile in tiles {
            self.0.insert(tile.path.to_string(), tile.bytes);
        }
    }
}

impl TileReader for &Disk {
    type Error = String;
    type Bytes = Vec<u8>;

    fn tile(&self, path: TilePath) -> Result<Vec<u8>, String> {
        let found = self
            .0
            .get(&path.to_string())
            .or_else(|| self.0.get(&path.full().to_string()));
        found.cloned().ok_or_else(|| format!("{path} is missing"))
    }
}

/// The tiles of each of these sizes, written one growth after the other by builders that are opened anew
/// each time.
fn written(sizes: &[u64]) -> Disk {
    let mut disk = Disk::default();
    let all = leaves(*sizes.last().unwrap());
    let mut old = 0;
    for &size in sizes {
        let mut builder = TileBuilder::open(old, |path| (&disk).tile(path)).unwrap();
        for &leaf in &all[usize::try_from(old).unwrap()..usize::try_from(size).unwrap()] {
            builder.append(leaf).unwrap();
        }
        let tiles = builder.take_tiles();
        let paths: Vec<_> = tiles.iter().map(|tile| tile.path).collect();
        assert_eq!(
            paths,
            hash_tile_delta(old, size).collect::<Vec<_>>(),
            "{old} to {size}"
        );
        assert_eq!(builder.take_tiles(), []);
        disk.write(tiles);
        old = size;
    }
    disk
}

#[test]
fn tiles_written_in_any_batches_are_those_written_at_once() {
    for sizes in [
        &[1, 2, 255, 256, 257, 511, 512, 700][..],
        &[700],
        &[0, 0, 256, 700],
        &[66_000],
        &[65_535, 65_536, 65_537, 66_000],
    ] {
        let disk = written(sizes);
        let size = *sizes.last().unwrap();
        let at_once = written(&[size]);
        for path in hash_tiles(size) {
            let path = path.to_string();
            assert_eq!(disk.0.get(&path), at_once.0.get(&path), "{path}");
        }
    }
}

#[test]
fn a_tree_read_through_tiles_is_the_tree() {
    let sizes = [1, 3, 255, 256, 257, 600, 1000];
    let disk = written(&sizes);
    let memory = tree(1000);
    for size in sizes {
        let reader = &disk;
        let tiles = TileHashes::new(&reader, size);
        assert_eq!(read_root(&tiles, size), Ok(tree(size).root()), "{size}");
        for index in (0..size).step_by(13) {
            let proof = prove_inclusion(&tiles, index, size).unwrap();
            assert_eq!(
                Ok(proof),
                prove_inclusion(&memory, index, size),
                "{index} of {size}"
            );
        }
        for old in (0..=size).step_by(17) {
            let proof = prove_consistency(&tiles, old, size).unwrap();
            assert_eq!(
                Ok(proof),
                prove_consistency(&memory, old, size),
                "{old} to {size}"
            );
        }
    }
}

#[test]
fn hashes_beyond_the_tree_and_missing_or_cut_tiles_are_errors() {
    let disk = written(&[300]);
    let reader = &disk;
    let tiles = TileHashes::new(&reader, 300);
    assert!(tiles.hash(0, 299).is_ok() && tiles.hash(8, 0).is_ok());
    for (level, index) in [(0, 300), (8, 1), (1, 150), (62, 0), (255, 0), (3, u64::MAX)] {
        assert!(tiles.hash(level, index).is_err(), "{level} {index}");
    }
    let mut cut = Disk(disk.0.clone());
    cut.0.get_mut("tile/0/000").unwrap().pop();
    cut.0.remove("tile/0/001.p/44");
    let reader = &cut;
    let tiles = TileHashes::new(&reader, 300);
    assert!(tiles.hash(0, 0).is_err() && tiles.hash(0, 299).is_err());
    assert!(matches!(
        TileBuilder::open(300, |path| reader.tile(path)),
        Err(OpenError::Read { .. })
    ));
}

#[test]
fn the_right_edge_of_a_large_log_opens_with_a_tile_a_level() {
    let disk = written(&[66_000]);
    let mut asked = Vec::new();
    let builder = TileBuilder::open(66_000, |path| {
        asked.push(path.to_string());
        (&&disk).tile(path)
    });
    assert_eq!(builder.unwrap().root(), tree(66_000).root());
    assert_eq!(
        asked,
        ["tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1"]
    );
}

#[test]
fn every_leaf_has_its_tile_and_its_bundle() {
    for size in [1, 255, 256, 257, 600] {
        let tiles: Vec<_> = hash_tiles(size).collect();
        let bundles: Vec<_> = entry_bundles(size).collect();
        assert_eq!(bundles, entry_bundle_delta(0, size).collect::<Vec<_>>());
        let mut held = 0;
        for index in 0..size {
            assert!(tiles.contains(&tile_of(0, index, size).unwrap()));
            let (bundle, place) = bundle_of(index, size).unwrap();
            assert!(bundles.contains(&bundle) && u16::from(place) < bundle.width());
            assert_eq!(bundle.index() * 256 + u64::from(place), index);
        }
        for bundle in bundles {
            held += u64::from(bundle.width());
        }
        assert_eq!(held, size);
    }
}
