use std::path::PathBuf;

use scrutineer_fetch::{Digest, LeftOut, Limits, Origin, Outcome, Resolver, Spot};
use scrutineer_testkit::scratch::Scratch;

use crate::pin;

const SHEETS: &[u8] = b"place,table,a,b\n01,1,10,20\n";

fn resolver(folders: &[&Scratch]) -> Resolver {
    folders.iter().fold(Resolver::new(), |resolver, folder| {
        resolver.mirror(folder.path().to_path_buf())
    })
}

#[test]
fn a_file_is_found_under_any_name_in_a_subfolder() {
    let mirror = Scratch::new();
    mirror.write("readme.txt", "other");
    let path = mirror.write("deep/er/renamed.bin", SHEETS);
    let found = resolver(&[&mirror])
        .resolve(&pin("sheets.csv", SHEETS))
        .unwrap();
    assert_eq!(found.bytes, SHEETS);
    assert_eq!(found.origin, Origin::Mirror(path));
    assert_eq!(found.remarks, []);
}

#[test]
fn the_first_mirror_that_has_the_bytes_is_used() {
    let (one, two) = (Scratch::new(), Scratch::new());
    let first = one.write("z.csv", SHEETS);
    let second = two.write("sheets.csv", SHEETS);
    let origin = |folders: &[&Scratch]| {
        resolver(folders)
            .resolve(&pin("sheets.csv", SHEETS))
            .unwrap()
            .origin
    };
    assert_eq!(origin(&[&one, &two]), Origin::Mirror(first));
    assert_eq!(origin(&[&two, &one]), Origin::Mirror(second));
}

#[test]
fn within_a_mirror_the_name_goes_before_the_size_and_both_before_the_path() {
    let mirror = Scratch::new();
    let by_path = mirror.write("a.bin", SHEETS);
    let by_name = mirror.write("z/sheets.csv", SHEETS);
    let lookup = |name: &str| {
        resolver(&[&mirror])
            .resolve(&pin(name, SHEETS))
            .unwrap()
            .origin
    };
    assert_eq!(lookup("sheets.csv"), Origin::Mirror(by_name));
    assert_eq!(lookup("absent.csv"), Origin::Mirror(by_path));
}

#[test]
fn a_stated_size_that_is_wrong_does_not_hide_the_file() {
    let mirror = Scratch::new();
    mirror.write("a.bin", SHEETS);
    let mut wanted = pin("sheets.csv", SHEETS);
    wanted.size = Some(1);
    assert_eq!(resolver(&[&mirror]).resolve(&wanted).unwrap().bytes, SHEETS);
}

#[test]
fn a_file_of_the_name_with_other_bytes_is_never_used_and_is_named() {
    let (stale, good) = (Scratch::new(), Scratch::new());
    let path = stale.write("old/sheets.csv", "changed");
    let wanted = pin("sheets.csv", SHEETS);

    let missing = resolver(&[&stale]).resolve(&wanted).unwrap_err();
    let text = missing.to_string();
    let other = Digest::of(b"changed").to_string();
    for part in [wanted.sha256.to_string(), path.display().to_string(), other] {
        assert!(text.contains(&part), "{part} is not in:\n{text}");
    }

    good.write("sheets.csv", SHEETS);
    let found = resolver(&[&stale, &good]).resolve(&wanted).unwrap();
    assert_eq!(found.bytes, SHEETS);
    assert_eq!(found.remarks.len(), 1);
    assert!(
        found.remarks[0]
            .to_string()
            .contains(&path.display().to_string())
    );
}

#[test]
fn a_missing_input_names_every_place_and_both_ways_to_provide_it() {
    let mirror = Scratch::new();
    mirror.write("a", "a");
    mirror.write("b", "b");
    let absent = mirror.path().join("no-such-folder");
    let mut wanted = pin("sheets.csv", SHEETS);
    wanted.address = Some("https://archive.example/sheets.csv".into());
    let missing = resolver(&[&mirror])
        .mirror(absent.clone())
        .cache(mirror.path().join("cache"))
        .resolve(&wanted)
        .unwrap_err();
    let spots: Vec<_> = missing
        .places()
        .iter()
        .map(|place| place.spot.clone())
        .collect();
    assert_eq!(
        spots,
        [
            Spot::Folder(mirror.path().to_path_buf()),
            Spot::Folder(absent),
            Spot::Cache(
                mirror
                    .path()
                    .join("cache/sha256")
                    .join(wanted.sha256.to_string())
            ),
            Spot::Address("https://archive.example/sheets.csv".into()),
        ]
    );
    let text = missing.to_string();
    for part in [
        "2 files compared without a match",
        "no-such-folder: not there",
        "--mirror or SCRUTINEER_MIRROR",
        "--fetch was not given",
        "from https://archive.example/sheets.csv with --fetch",
    ] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
    assert!(!text.ends_with(['.', '\n']));
}

#[test]
fn the_limits_of_a_search_are_kept_and_told() {
    let mirror = Scratch::new();
    mirror.write("a", "1234");
    mirror.write("b/c", SHEETS);
    let wanted = pin("sheets.csv", SHEETS);
    let search = |limits: Limits| {
        let missing = resolver(&[&mirror])
            .limits(limits)
            .resolve(&wanted)
            .unwrap_err();
        match missing.places()[0].outcome.clone() {
            Outcome::Searched {
                files, left_out, ..
            } => (files, left_out.beyond_limits),
            other => panic!("expected a search, found {other:?}"),
        }
    };
    let limits = Limits::default();
    assert_eq!(
        search(Limits {
            max_depth: 0,
            ..limits
        }),
        (1, 1)
    );
    assert_eq!(
        search(Limits {
            max_files: 1,
            ..limits
        }),
        (1, 1)
    );
    assert_eq!(
        search(Limits {
            max_file_bytes: 4,
            ..limits
        }),
        (1, 1)
    );
    assert_eq!(
        search(Limits {
            max_hashed_bytes: 4,
            ..limits
        }),
        (1, 1)
    );
    assert!(resolver(&[&mirror]).limits(limits).resolve(&wanted).is_ok());
}

#[test]
fn sealed_files_are_never_opened() {
    let mirror = Scratch::new();
    mirror.write("sealed/people.age", SHEETS);
    let missing = resolver(&[&mirror])
        .resolve(&pin("people.age", SHEETS))
        .unwrap_err();
    assert_eq!(
        missing.places()[0].outcome,
        Outcome::Searched {
            files: 0,
            namesakes: vec![],
            left_out: LeftOut {
                sealed: 1,
                ..LeftOut::default()
            },
        }
    );
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_not_followed_so_a_loop_ends() {
    let (mirror, outside) = (Scratch::new(), Scratch::new());
    let target = outside.write("sheets.csv", SHEETS);
    std::os::unix::fs::symlink(mirror.path(), mirror.path().join("loop")).unwrap();
    std::os::unix::fs::symlink(target, mirror.path().join("sheets.csv")).unwrap();
    let missing = resolver(&[&mirror])
        .resolve(&pin("sheets.csv", SHEETS))
        .unwrap_err();
    assert!(
        missing
            .to_string()
            .contains("2 symbolic links not followed"),
        "{missing}"
    );
}

#[test]
fn one_lookup_lists_each_folder_once_and_hashes_each_file_once() {
    let mirror = Scratch::new();
    mirror.write("a", "first");
    mirror.write("b", "second");
    let resolver = resolver(&[&mirror]).limits(Limits {
        // Enough to hash both files once.
        max_hashed_bytes: 11,
        ..Limits::default()
    });
    let mut lookup = resolver.lookup();
    assert!(lookup.find(&pin("x", b"absent")).is_err());
    assert_eq!(lookup.find(&pin("x", b"first")).unwrap().bytes, b"first");
    // The digest is remembered, but what is used is hashed again.
    mirror.write("b", "altered");
    assert!(lookup.find(&pin("x", b"second")).is_err());
}

#[test]
fn a_file_as_a_mirror_is_told_as_unreadable() {
    let mirror = Scratch::new();
    let file: PathBuf = mirror.write("file", SHEETS);
    let missing = Resolver::new()
        .mirror(file)
        .resolve(&pin("file", SHEETS))
        .unwrap_err();
    assert!(matches!(
        missing.places()[0].outcome,
        Outcome::Unreadable(_)
    ));
}
