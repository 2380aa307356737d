//! Following a log: what continues is remembered, what contradicts is kept, and nobody is accused without
//! proof.

use std::fs;

use proptest::prelude::*;
use scrutineer_logstore::{
    Evidence, FollowError, Followed, LogReader, NotAccepted, ObjectPath, Outcome, StoreCause,
    TrustedState, follow,
};
use scrutineer_testkit::scratch::Scratch;

use crate::places::{Log, copy_folder, policy, sign, witness_key};
use crate::support::{ORIGIN, verifier};

fn look(log: &Log, state: &TrustedState) -> Followed {
    follow(&log.reader(), &policy(false), state).unwrap()
}

fn held(state: &TrustedState) -> u64 {
    state.accepted(ORIGIN).unwrap().unwrap().checkpoint.size()
}

/// Reads evidence back from the files, as a stranger would.
fn reread(scratch: &Scratch, paths: &[ObjectPath]) -> Evidence {
    let read = |end: &str| {
        let path = paths.iter().find(|path| path.as_str().ends_with(end))?;
        Some(fs::read(scratch.path().join(path.as_str())).unwrap())
    };
    let (a, b) = (read("-a.note").unwrap(), read("-b.note").unwrap());
    Evidence::read(&a, &b, read(".proof").as_deref()).unwrap()
}

#[test]
fn a_log_that_grows_is_followed_and_remembered_across_runs() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let run = || look(&log, &TrustedState::open(scratch.path()).unwrap());
    assert!(matches!(run().outcome, Outcome::First));
    assert!(matches!(run().outcome, Outcome::Unchanged));
    let mut from = 5;
    for size in [6, 8, 256, 257, 700] {
        log.grow(size);
        let found = run();
        assert!(
            matches!(found.outcome, Outcome::Grew { from: old } if old == from),
            "{found:?}"
        );
        assert!(found.is_accepted());
        assert_eq!(found.independent_witnesses(), 0);
        from = size;
    }
    let state = TrustedState::open(scratch.path()).unwrap();
    assert_eq!(held(&state), 700);
    assert_eq!(state.evidence(ORIGIN).unwrap(), []);
}

#[test]
fn an_empty_log_can_be_followed_from_the_start() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    drop(log.writer());
    let state = TrustedState::open(scratch.path()).unwrap();
    assert!(matches!(look(&log, &state).outcome, Outcome::First));
    log.grow(3);
    assert!(matches!(
        look(&log, &state).outcome,
        Outcome::Grew { from: 0 }
    ));
}

#[test]
fn a_fork_is_proven_from_its_own_tiles_whatever_the_sizes_are() {
    // Powers of two are apart: their proofs leave out the root of the old tree.
    for (old, new) in [
        (1, 2),
        (4, 5),
        (5, 9),
        (8, 300),
        (255, 256),
        (256, 700),
        (300, 701),
    ] {
        let (honest, forked) = (Log::honest(), Log::forked(old - 1));
        honest.grow(old);
        forked.grow(new);
        let scratch = Scratch::new();
        let state = TrustedState::open(scratch.path()).unwrap();
        look(&honest, &state);
        let found = look(&forked, &state);
        let Outcome::Fork {
            held: before,
            evidence,
        } = &found.outcome
        else {
            panic!("{old} to {new}: {found:?}");
        };
        assert_eq!(before.size(), old);
        assert_eq!(evidence.len(), 3, "{evidence:?}");
        let evidence = reread(&scratch, evidence);
        assert!(evidence.proves_a_fork(&[verifier()]), "{old} to {new}");
        assert!(
            !evidence.proves_a_fork(&[]),
            "without a trusted key nothing is proven"
        );
        assert_eq!(held(&state), old, "the memory must stay as it was");
        assert!(matches!(look(&honest, &state).outcome, Outcome::Unchanged));
    }
}

#[test]
fn two_roots_of_one_size_need_no_proof() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(3), Scratch::new());
    honest.grow(8);
    forked.grow(8);
    let state = TrustedState::open(scratch.path()).unwrap();
    look(&honest, &state);
    // Also not tiles: a fork is one even if it shows nothing but its checkpoint.
    fs::remove_dir_all(forked.bundle().join("tile")).unwrap();
    let found = look(&forked, &state);
    let Outcome::Fork { evidence, .. } = &found.outcome else {
        panic!("{found:?}");
    };
    assert_eq!(evidence.len(), 2);
    assert!(reread(&scratch, evidence).proves_a_fork(&[verifier()]));
    // The same pair again adds no file.
    look(&forked, &state);
    assert_eq!(state.evidence(ORIGIN).unwrap().len(), 2);
}

#[test]
fn a_fork_of_a_size_that_was_passed_long_ago_is_found() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(3), Scratch::new());
    let state = TrustedState::open(scratch.path()).unwrap();
    for size in [8, 300] {
        honest.grow(size);
        look(&honest, &state);
    }
    forked.grow(8);
    let found = look(&forked, &state);
    assert!(matches!(found.outcome, Outcome::Fork { .. }), "{found:?}");
}

#[test]
fn an_old_stick_is_older_and_no_fork() {
    let (log, scratch, stick) = (Log::honest(), Scratch::new(), Scratch::new());
    let state = TrustedState::open(scratch.path()).unwrap();
    log.grow(8);
    look(&log, &state);
    copy_folder(&log.bundle(), stick.path());
    log.grow(300);
    look(&log, &state);
    let remote = scrutineer_logstore::Remote::folder(stick.path()).unwrap();
    let found = follow(&LogReader::new(remote), &policy(false), &state).unwrap();
    let Outcome::Older {
        held: 300,
        is_beginning: true,
        evidence,
    } = &found.outcome
    else {
        panic!("{found:?}");
    };
    assert!(evidence.is_empty() && !found.is_accepted());
    assert_eq!(held(&state), 300);
}

#[test]
fn an_older_checkpoint_that_was_never_seen_is_kept_with_the_one_remembered() {
    let (log, scratch, stick) = (Log::honest(), Scratch::new(), Scratch::new());
    log.grow(8);
    copy_folder(&log.bundle(), stick.path());
    log.grow(300);
    let state = TrustedState::open(scratch.path()).unwrap();
    look(&log, &state);
    let remote = || LogReader::new(scrutineer_logstore::Remote::folder(stick.path()).unwrap());
    let found = follow(&remote(), &policy(false), &state).unwrap();
    let Outcome::Older {
        is_beginning: false,
        evidence,
        ..
    } = &found.outcome
    else {
        panic!("{found:?}");
    };
    assert!(!reread(&scratch, evidence).proves_a_fork(&[verifier()]));
    // With the newer tiles beside it, it is known to be the beginning.
    copy_folder(&log.bundle().join("tile"), &stick.path().join("tile"));
    let found = follow(&remote(), &policy(false), &state).unwrap();
    assert!(
        matches!(
            found.outcome,
            Outcome::Older {
                is_beginning: true,
                ..
            }
        ),
        "{found:?}"
    );
}

#[test]
fn a_checkpoint_below_the_quorum_is_not_remembered() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(8);
    let state = TrustedState::open(scratch.path()).unwrap();
    let found = follow(&log.reader(), &policy(true), &state).unwrap();
    assert!(
        matches!(found.outcome, Outcome::NotAccepted(NotAccepted::Quorum(_))),
        "{found:?}"
    );
    assert_eq!(state.accepted(ORIGIN).unwrap(), None);

    let mut writer = log.writer();
    let mut note = writer.checkpoint().clone();
    let checkpoint = note.text().parse().unwrap();
    note.put(witness_key().cosign(&checkpoint, 1_767_225_600).unwrap())
        .unwrap();
    writer.publish_signatures(&note).unwrap();
    drop(writer);
    let found = follow(&log.reader(), &policy(true), &state).unwrap();
    assert!(matches!(found.outcome, Outcome::First), "{found:?}");
    assert_eq!(found.independent_witnesses(), 1);
    assert_eq!(found.cosigners[0].time, 1_767_225_600);
}

#[test]
fn a_fork_below_the_quorum_is_a_fork() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(2), Scratch::new());
    honest.grow(8);
    forked.grow(20);
    let state = TrustedState::open(scratch.path()).unwrap();
    look(&honest, &state);
    let found = follow(&forked.reader(), &policy(true), &state).unwrap();
    assert!(matches!(found.outcome, Outcome::Fork { .. }), "{found:?}");
}

#[test]
fn what_no_known_log_signed_is_not_accepted() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(8);
    let state = TrustedState::open(scratch.path()).unwrap();
    let path = log.bundle().join("checkpoint");
    let original = fs::read_to_string(&path).unwrap();
    for changed in [
        original.replace("\n8\n", "\n9\n"),
        original.replace("election-2026", "election-2027"),
        original.trim_end().to_owned(),
        String::new(),
    ] {
        fs::write(&path, &changed).unwrap();
        let found = look(&log, &state);
        assert!(
            matches!(
                found.outcome,
                Outcome::NotAccepted(NotAccepted::Signatures(_))
            ),
            "{changed:?}: {found:?}"
        );
    }
    fs::remove_file(&path).unwrap();
    let error = follow(&log.reader(), &policy(false), &state).unwrap_err();
    assert!(matches!(error, FollowError::Read(_)), "{error}");
    assert_eq!(state.accepted(ORIGIN).unwrap(), None);
}

#[test]
fn tiles_that_are_missing_leave_the_memory_as_it_was() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let state = TrustedState::open(scratch.path()).unwrap();
    look(&log, &state);
    log.grow(9);
    fs::remove_dir_all(log.bundle().join("tile/0")).unwrap();
    let found = look(&log, &state);
    assert!(
        matches!(
            found.outcome,
            Outcome::NotAccepted(NotAccepted::Unread { held: 5, .. })
        ),
        "{found:?}"
    );
    assert_eq!(held(&state), 5);
}

#[test]
fn a_log_that_signs_a_root_without_tiles_is_not_believed_and_both_notes_are_kept() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let state = TrustedState::open(scratch.path()).unwrap();
    look(&log, &state);
    log.grow(9);
    let invented = sign(9, scrutineer_tlog::hash::sha256(b"no tree"));
    fs::write(log.bundle().join("checkpoint"), invented.to_string()).unwrap();
    let found = look(&log, &state);
    let Outcome::NotAccepted(NotAccepted::Broken { evidence, .. }) = &found.outcome else {
        panic!("{found:?}");
    };
    assert_eq!(evidence.len(), 2);
    assert_eq!(held(&state), 5);
}

#[test]
fn a_damaged_memory_accepts_nothing() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    {
        let state = TrustedState::open(scratch.path()).unwrap();
        look(&log, &state);
    }
    let folder = fs::read_dir(scratch.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let folder = folder.into_iter().find(|path| path.is_dir()).unwrap();
    fs::write(folder.join("checkpoint"), "nothing").unwrap();
    let state = TrustedState::open(scratch.path()).unwrap();
    log.grow(6);
    let error = follow(&log.reader(), &policy(false), &state).unwrap_err();
    assert!(
        matches!(&error, FollowError::State(error) if matches!(error.cause(), StoreCause::Differs)),
        "{error}"
    );
}

#[test]
fn a_second_follower_of_one_memory_is_turned_away() {
    let scratch = Scratch::new();
    let first = TrustedState::open(scratch.path()).unwrap();
    let error = TrustedState::open(scratch.path()).unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Locked), "{error}");
    drop(first);
    TrustedState::open(scratch.path()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whoever damages files on the way must not be able to make an honest log look forked.
    #[test]
    fn damaged_tiles_never_accuse_a_log(
        old in 1_u64..600,
        more in 1_u64..300,
        file in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let (log, scratch) = (Log::honest(), Scratch::new());
        log.grow(old);
        let state = TrustedState::open(scratch.path()).unwrap();
        look(&log, &state);
        log.grow(old + more);
        let paths: Vec<_> = scrutineer_tlog::tile::hash_tiles(old + more).collect();
        let path = log.bundle().join(file.get(&paths).to_string());
        let mut bytes = fs::read(&path).unwrap();
        let at = byte.index(bytes.len());
        bytes[at] ^= 1 << bit;
        fs::write(&path, bytes).unwrap();
        let found = look(&log, &state);
        let is_fair = matches!(
            found.outcome,
            Outcome::Grew { .. } | Outcome::NotAccepted(NotAccepted::Broken { .. })
        );
        prop_assert!(is_fair, "{found:?}");
    }
}
