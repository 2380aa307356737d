//! The day on which a key is taken.

use scrutineer_tlog::compromise::{
    CompromiseNotice, NoticeError, RecoveryKeys, RecoveryKeysError, Standing,
};
use scrutineer_tlog::{Checkpoint, CosigningKey, KeyName, SignedNote, SigningKey, VerifierKey};

use crate::support::{flipped, tree};

fn key(name: &str, seed: u8) -> SigningKey {
    SigningKey::from_seed(KeyName::parse(name).unwrap(), &[seed; 32]).unwrap()
}

fn verifier(name: &str, seed: u8) -> VerifierKey {
    key(name, seed).verifier().clone()
}

fn checkpoint(size: u64) -> Checkpoint {
    let name = KeyName::parse("log.example/a").unwrap();
    Checkpoint::new(&name, size, tree(size).root()).unwrap()
}

fn notice() -> CompromiseNotice {
    let successor = verifier("log.example/b", 2);
    let taken = verifier("log.example/a", 1);
    CompromiseNotice::new(taken, &checkpoint(8), Some(successor), "2026-11-24").unwrap()
}

fn recovery_seeds() -> [u8; 3] {
    [11, 12, 13]
}

fn recovery() -> RecoveryKeys {
    let keys = recovery_seeds().map(|seed| verifier(&format!("recovery/{seed}"), seed));
    RecoveryKeys::new(2, keys.to_vec()).unwrap()
}

fn signed_by(seeds: &[u8]) -> SignedNote {
    let text = notice().to_string();
    let mut note = SignedNote::new(text.clone()).unwrap();
    for &seed in seeds {
        note.put(key(&format!("recovery/{seed}"), seed).sign(&text))
            .unwrap();
    }
    note
}

#[test]
fn two_of_three_recovery_keys_freeze_a_log_and_one_does_not() {
    for seeds in [&[11, 12][..], &[13, 11], &[11, 12, 13]] {
        assert_eq!(
            CompromiseNotice::verify(&signed_by(seeds), &recovery()),
            Ok(notice())
        );
    }
    assert_eq!(
        CompromiseNotice::verify(&signed_by(&[12]), &recovery()),
        Err(NoticeError::Threshold {
            expected: 2,
            found: 1
        })
    );
    // The key that was taken, and strangers, do not count.
    let mut note = signed_by(&[12]);
    note.put(key("log.example/a", 1).sign(note.text())).unwrap();
    note.put(key("recovery/99", 99).sign(note.text())).unwrap();
    assert!(CompromiseNotice::verify(&note, &recovery()).is_err());
}

#[test]
fn a_changed_notice_does_not_hold() {
    let note = signed_by(&[11, 12]).to_string();
    let spoiled = note.replace("frozen 8", "frozen 9");
    let spoiled = SignedNote::parse(spoiled.as_bytes()).unwrap();
    assert!(matches!(
        CompromiseNotice::verify(&spoiled, &recovery()),
        Err(NoticeError::Signatures(_))
    ));
}

#[test]
fn later_checkpoints_are_told_apart_from_earlier_ones_and_forks() {
    let notice = notice();
    assert_eq!(notice.standing(&checkpoint(7)), Standing::BeforeFreeze);
    assert_eq!(notice.standing(&checkpoint(8)), Standing::BeforeFreeze);
    assert_eq!(notice.standing(&checkpoint(9)), Standing::AfterFreeze);
    let name = KeyName::parse("log.example/a").unwrap();
    let fork = Checkpoint::new(&name, 8, flipped(&tree(8).root(), 3)).unwrap();
    assert_eq!(notice.standing(&fork), Standing::Fork);
    let other = KeyName::parse("log.example/b").unwrap();
    let other = Checkpoint::new(&other, 9, tree(9).root()).unwrap();
    assert_eq!(notice.standing(&other), Standing::NotConcerned);
}

#[test]
fn a_notice_has_one_text() {
    let text = notice().to_string();
    assert_eq!(text.parse(), Ok(notice()));
    let alone = CompromiseNotice::new(
        verifier("log.example/a", 1),
        &checkpoint(8),
        None,
        "2026-11-24",
    );
    assert!(alone.unwrap().to_string().contains("\nsuccessor none\n"));
    let (old, new) = (verifier("log.example/a", 1), verifier("log.example/b", 2));
    for (good, bad) in [
        ("/v1", "/v2"),
        ("/v1\n", "/v1 \n"),
        ("frozen 8", "frozen 08"),
        ("2026-11-24", "2026-11-2"),
        ("2026-11-24", "24-11-2026"),
        ("24\n", "24"),
        ("24\n", "24\n\n"),
        ("24\n", "24\nmore\n"),
        ("successor", "Successor"),
        (&new.to_string(), &old.to_string()),
        (&new.to_string(), &verifier("log.example/a", 2).to_string()),
        (&new.to_string(), &verifier("log.example/b", 1).to_string()),
        (&old.to_string(), "log.example/a"),
    ] {
        assert!(text.contains(good));
        assert!(
            text.replace(good, bad).parse::<CompromiseNotice>().is_err(),
            "{bad:?}"
        );
    }
}

#[test]
fn a_notice_is_about_the_log_of_the_key_and_on_a_day() {
    let of = |name: &str, date: &str| {
        CompromiseNotice::new(verifier(name, 1), &checkpoint(8), None, date)
    };
    assert!(matches!(
        of("log.example/c", "2026-11-24"),
        Err(NoticeError::Origin { .. })
    ));
    assert!(matches!(
        of("log.example/a", "today\n"),
        Err(NoticeError::Line { line: 5, .. })
    ));
}

#[test]
fn recovery_keys_are_different_log_keys_with_a_threshold_that_can_be_met() {
    let keys = || vec![verifier("a", 1), verifier("b", 2)];
    for threshold in [0, 3] {
        assert!(matches!(
            RecoveryKeys::new(threshold, keys()),
            Err(RecoveryKeysError::Threshold { .. })
        ));
    }
    assert!(RecoveryKeys::new(1, Vec::new()).is_err());
    let many = (0..17).map(|seed| verifier("a", seed)).collect();
    assert_eq!(
        RecoveryKeys::new(1, many),
        Err(RecoveryKeysError::Number(17))
    );
    // One person with two names is one person.
    let same = vec![verifier("a", 1), verifier("b", 1)];
    assert!(matches!(
        RecoveryKeys::new(2, same),
        Err(RecoveryKeysError::SameKey(_))
    ));
    let witness = CosigningKey::from_seed(KeyName::parse("w").unwrap(), &[1; 32]).unwrap();
    let witness = vec![witness.verifier().clone()];
    assert!(matches!(
        RecoveryKeys::new(1, witness),
        Err(RecoveryKeysError::Algorithm(_))
    ));
}
