//! Whole files: gone, cut, longer, exchanged, twice, added.

use std::fs;
use std::path::Path;
use std::time::Instant;

use scrutineer_publication::verify::Verification;

use super::place::{Place, files, verified};
use super::{assert_names, policy, report};

fn check(folder: &Path) -> Verification {
    verified(folder, &policy(), true)
}

/// Of files that could stand for each other: what a tree of folders says.
fn kind(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| {
        folder.split('/').next().unwrap_or_default()
    })
}

#[test]
fn every_file_dropped_cut_emptied_or_longer_is_named() {
    let since = Instant::now();
    let bundle = Place::twice_and_cosigned().lean();
    let paths = files(bundle.path());
    let mut variants = 0;
    for path in &paths {
        let place = bundle.path().join(path);
        let bytes = fs::read(&place).unwrap();
        assert!(!bytes.is_empty(), "{path}");
        let cut = bytes[..bytes.len() - 1].to_vec();
        let front = bytes[1..].to_vec();
        let longer = |byte: u8| [bytes.as_slice(), &[byte]].concat();
        let contents = [
            cut,
            front,
            Vec::new(),
            longer(0),
            longer(b'\n'),
            longer(b' '),
        ];
        for (at, content) in contents.iter().enumerate() {
            fs::write(&place, content).unwrap();
            assert_names(&check(bundle.path()), &[path], &format!("{path}, {at}"));
        }
        fs::remove_file(&place).unwrap();
        assert_names(&check(bundle.path()), &[path], &format!("{path} dropped"));
        fs::create_dir(&place).unwrap();
        let found = check(bundle.path());
        assert_names(&found, &[path], &format!("{path} became a folder"));
        fs::remove_dir(&place).unwrap();
        fs::write(&place, &bytes).unwrap();
        variants += contents.len() + 2;
    }
    assert_eq!(verified(bundle.path(), &policy(), false).failures, []);
    report("dropped, cut, longer", variants, since);
}

#[test]
fn every_file_exchanged_with_its_neighbour_is_named() {
    let since = Instant::now();
    let bundle = Place::twice_and_cosigned().lean();
    let paths = files(bundle.path());
    let mut variants = 0;
    for (at, one) in paths.iter().enumerate() {
        let same = |other: &&String| kind(one) == kind(other) && one != *other;
        let after = paths.iter().skip(at + 1).chain(&paths).find(same);
        let other = after.unwrap_or_else(|| panic!("{one} has no neighbour"));
        let read = |path: &str| fs::read(bundle.path().join(path)).unwrap();
        let write = |path: &str, bytes: &[u8]| fs::write(bundle.path().join(path), bytes).unwrap();
        let (first, second) = (read(one), read(other));
        assert_ne!(first, second, "{one} and {other}");
        write(one, &second);
        write(other, &first);
        let found = check(bundle.path());
        // Without a checkpoint nothing else can be judged.
        let changed = [one.as_str(), other.as_str()];
        let named = if changed.contains(&"checkpoint") {
            &["checkpoint"][..]
        } else {
            &changed
        };
        assert_names(&found, named, &format!("{one} exchanged with {other}"));
        write(one, &first);
        write(other, &second);
        variants += 1;
    }
    assert_eq!(verified(bundle.path(), &policy(), false).failures, []);
    report("exchanged", variants, since);
}

#[test]
fn every_file_twice_and_every_unknown_file_is_named() {
    let since = Instant::now();
    let bundle = Place::twice_and_cosigned().lean();
    let paths = files(bundle.path());
    let mut added: Vec<(String, Vec<u8>)> = Vec::new();
    for path in &paths {
        let bytes = fs::read(bundle.path().join(path)).unwrap();
        let (folder, name) = path
            .rsplit_once('/')
            .map_or(("", path.as_str()), |(folder, name)| (folder, name));
        let inside = |name: &str| {
            if folder.is_empty() {
                name.to_owned()
            } else {
                format!("{folder}/{name}")
            }
        };
        for other in [
            format!("{name}-copy"),
            format!("{name} copy"),
            format!(".{name}"),
            format!("{name}~"),
        ] {
            added.push((inside(&other), bytes.clone()));
        }
        if let Ok(width) = name.parse::<u32>() {
            added.push((inside(&(width - 1).to_string()), bytes.clone()));
            added.push((inside(&(width + 1).to_string()), bytes));
        }
    }
    let zeros = "0".repeat(64);
    for path in [
        "unknown",
        ".hidden",
        "tile/unknown",
        "tile/.hidden",
        "tile/0/001",
        "tile/1/000.p/1",
        "tile/entries/001.p/1",
        "tile/0/.hidden",
        "tile/.folder/000",
        "files/unknown",
        "files/.hidden",
        "releases/unknown.json",
        "releases/.hidden",
        "releases/1-00000000.json",
        "notices/unknown.note",
        "notices/.hidden",
        "notices/a b.note",
        "notices/.folder/x",
        "blob/00/unknown",
        "blob/00/.hidden",
        ".folder/file",
        "folder/file",
        "Checkpoint",
        "checkpoint.tmp",
        "latest.json.gz",
        "f\u{fc}r",
        "tile/entries/000.p/\u{fc}",
    ] {
        added.push((path.to_owned(), b"x".to_vec()));
    }
    added.push((format!("files/{zeros}"), b"x".to_vec()));
    added.push((format!("notices/{zeros}.note"), b"x".to_vec()));
    for (path, bytes) in &added {
        bundle.write(path, bytes);
        let found = check(bundle.path());
        let at = path.split('/').position(|part| part.starts_with('.'));
        // A hidden folder is named as a whole.
        let shown: String = path
            .split('/')
            .take(at.map_or(usize::MAX, |at| at + 1))
            .collect::<Vec<_>>()
            .join("/");
        assert_names(&found, &[&shown], path);
        fs::remove_file(bundle.path().join(path)).unwrap();
        if path.contains(".folder") {
            let folder = bundle.path().join(path);
            fs::remove_dir(folder.parent().unwrap()).unwrap();
        }
    }
    assert_eq!(verified(bundle.path(), &policy(), false).failures, []);
    report("added", added.len(), since);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_named_though_its_content_is_right() {
    let bundle = Place::twice_and_cosigned().lean();
    let outside = super::place::copy(bundle.path());
    for path in files(bundle.path()) {
        let place = bundle.path().join(&path);
        fs::remove_file(&place).unwrap();
        std::os::unix::fs::symlink(outside.path().join(&path), &place).unwrap();
        assert_names(&check(bundle.path()), &[&path], &path);
        fs::remove_file(&place).unwrap();
        fs::copy(outside.path().join(&path), &place).unwrap();
    }
}
