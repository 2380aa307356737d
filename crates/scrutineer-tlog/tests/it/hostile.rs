//! Texts that are almost right.

use std::fmt::Write as _;

use scrutineer_tlog::note::{MAX_BYTES, MAX_SIGNATURES, NoteError, VerifyError};
use scrutineer_tlog::policy::LineError;
use scrutineer_tlog::witness::{AddCheckpoint, RequestError};
use scrutineer_tlog::{
    Algorithm, Checkpoint, CosigningKey, Hash, KeyName, Policy, ProofFile, Signature, SignedNote,
    SigningKey, VerifierKey,
};

use crate::support::tree;

fn log(name: &str, seed: u8) -> SigningKey {
    SigningKey::from_seed(KeyName::parse(name).unwrap(), &[seed; 32]).unwrap()
}

fn witness(name: &str, seed: u8) -> CosigningKey {
    CosigningKey::from_seed(KeyName::parse(name).unwrap(), &[seed; 32]).unwrap()
}

fn signed(text: &str, key: &SigningKey) -> SignedNote {
    let mut note = SignedNote::new(text.to_owned()).unwrap();
    note.put(key.sign(text)).unwrap();
    note
}

fn checkpoint_text(size: &str, more: &str) -> String {
    format!(
        "log.example/a\n{size}\n{}\n{more}",
        tree(8).root().to_base64()
    )
}

#[test]
fn malformed_notes_are_refused_with_the_place() {
    let key = log("log.example/a", 1);
    let note = signed("text\n", &key).to_string();
    let refused = |text: &str| SignedNote::parse(text.as_bytes()).unwrap_err();
    assert_eq!(refused(note.trim_end()), NoteError::Unfinished);
    assert_eq!(
        refused(&note.replace('\n', "\r\n")),
        NoteError::Control {
            byte: b'\r',
            offset: 4
        }
    );
    assert_eq!(refused(&note.replace("\n\n", "\n")), NoteError::Separator);
    assert_eq!(refused("text\n\n"), NoteError::Separator);
    assert!(matches!(
        refused(&format!("{note}text\n")),
        NoteError::Line { line: 4, .. }
    ));
    assert!(matches!(
        refused(&note.replace('\u{2014}', "-")),
        NoteError::Line { line: 3, .. }
    ));
    for (good, bad) in [
        (" log.", "  log."),
        ("=\n", "\n"),
        ("=\n", "= \n"),
        ("a ", "a  "),
    ] {
        assert!(note.contains(good));
        let found = refused(&note.replace(good, bad));
        assert!(matches!(found, NoteError::Line { line: 3, .. }), "{bad:?}");
    }
    assert_eq!(
        SignedNote::parse(b"text\xff\n\n\n"),
        Err(NoteError::Encoding(4))
    );
    assert_eq!(
        SignedNote::parse(&vec![b'\n'; MAX_BYTES + 1]),
        Err(NoteError::TooLong(MAX_BYTES + 1))
    );
    // Only a key id and no signature.
    assert!(matches!(
        refused("text\n\n\u{2014} a AAAAAA==\n"),
        NoteError::Line { .. }
    ));
}

#[test]
fn a_note_has_at_most_a_hundred_signatures_and_sixteen_hold() {
    let key = log("log.example/a", 1);
    let mut note = signed("text\n", &key);
    for place in 1..MAX_SIGNATURES {
        let signature = log(&format!("other/{place}"), 2).sign("text\n");
        note.put(signature).unwrap();
    }
    let keys = [key.verifier().clone()];
    let full = SignedNote::parse(note.to_string().as_bytes()).unwrap();
    assert_eq!(
        full.verify(&keys).unwrap().unknown.len(),
        MAX_SIGNATURES - 1
    );
    let one_more = log("other/more", 2).sign("text\n");
    assert_eq!(note.put(one_more.clone()), Err(NoteError::TooMany));
    let longer = format!("{note}{one_more}\n");
    assert_eq!(
        SignedNote::parse(longer.as_bytes()),
        Err(NoteError::TooMany)
    );
}

#[test]
fn a_text_with_empty_lines_ends_at_the_last_one() {
    let key = log("log.example/a", 1);
    for text in ["a\n\nb\n", "a\n\n", "\n", "\u{2014} x AAAAAAAA\n"] {
        let note = signed(text, &key);
        let read = SignedNote::parse(note.to_string().as_bytes()).unwrap();
        assert_eq!(read.text(), text);
        assert!(read.verify(&[key.verifier().clone()]).is_ok());
    }
}

#[test]
fn a_known_key_counts_once_and_must_hold() {
    let key = log("log.example/a", 1);
    let known = [key.verifier().clone()];
    let note = signed("text\n", &key).to_string();
    let line = note.lines().last().unwrap();
    let verify = |text: String, keys: &[VerifierKey]| {
        let note = SignedNote::parse(text.as_bytes()).unwrap();
        note.verify(keys).map(|verified| verified.known.len())
    };
    assert_eq!(verify(note.clone(), &known), Ok(1));
    let name = KeyName::parse("log.example/a").unwrap();
    let id = key.verifier().id();
    assert_eq!(
        verify(format!("{note}{line}\n"), &known),
        Err(VerifyError::Repeated(name.clone(), id))
    );
    assert_eq!(
        verify(note.replace("text", "TEXT"), &known),
        Err(VerifyError::Invalid(name, id))
    );
    assert_eq!(verify(note.clone(), &[]), Err(VerifyError::NoKnownKey));
    assert_eq!(
        verify(note.clone(), &[log("log.example/a", 2).verifier().clone()]),
        Err(VerifyError::NoKnownKey)
    );
    // The same key under another name is another key.
    assert_eq!(
        verify(note, &[log("log.example/b", 1).verifier().clone()]),
        Err(VerifyError::NoKnownKey)
    );
}

#[test]
fn lines_of_other_signature_types_are_ignored() {
    let key = log("log.example/a", 1);
    let note = signed("text\n", &key).to_string();
    // As long as an ML-DSA-44 cosignature, with an id that no known key has.
    let long = Hash::from_bytes([7; 32]).to_base64();
    let long = long.trim_end_matches('=').repeat(76);
    let other = format!("\u{2014} witness.example/pq1 {}\n", &long[..3232]);
    let read = SignedNote::parse(format!("{note}{other}").as_bytes()).unwrap();
    let keys = [key.verifier().clone()];
    let verified = read.verify(&keys).unwrap();
    assert_eq!((verified.known.len(), verified.unknown.len()), (1, 1));
}

#[test]
fn a_log_signature_is_no_cosignature_nor_the_reverse() {
    let (log, witness) = (log("log.example/a", 1), witness("log.example/a", 1));
    let checkpoint: Checkpoint = checkpoint_text("8", "").parse().unwrap();
    let cosignature = witness.cosign(&checkpoint, 5).unwrap();
    let by_log = log.sign(&checkpoint.to_string());
    // The type is part of the key id, so a signature is never tried as another type.
    assert!(!cosignature.is_of(log.verifier()) && !by_log.is_of(witness.verifier()));
    let mut note = SignedNote::new(checkpoint.to_string()).unwrap();
    note.put(cosignature).unwrap();
    let keys = [log.verifier().clone(), witness.verifier().clone()];
    assert!(note.verify(&keys).is_ok());
    assert!(Checkpoint::verify(&note, &keys).is_err());
}

#[test]
fn a_cosignature_binds_its_time() {
    let witness = witness("witness.example/w", 1);
    let checkpoint: Checkpoint = checkpoint_text("8", "x\n").parse().unwrap();
    let keys = [witness.verifier().clone()];
    let mut note = SignedNote::new(checkpoint.to_string()).unwrap();
    let cosignature: Signature = witness.cosign(&checkpoint, 1).unwrap();
    note.put(cosignature).unwrap();
    assert_eq!(note.verify(&keys).unwrap().known[0].time, Some(1));
    // Byte 8 of the signature, after 4 of the key id and the first of the time, is within the time.
    let line = note.to_string();
    let (_, encoded) = line.trim_end().rsplit_once(' ').unwrap();
    let spoiled = line.replace(encoded, &format!("{}B{}", &encoded[..12], &encoded[13..]));
    let spoiled = SignedNote::parse(spoiled.as_bytes()).unwrap();
    assert!(matches!(
        spoiled.verify(&keys),
        Err(VerifyError::Invalid(..))
    ));
    assert!(witness.cosign(&checkpoint, 1 << 63).is_err());
}

#[test]
fn malformed_checkpoints_are_refused() {
    assert!(checkpoint_text("8", "x\ny\n").parse::<Checkpoint>().is_ok());
    for text in [
        String::new(),
        "\n".to_owned(),
        "a\n8\n".to_owned(),
        checkpoint_text("8", "").replace("log.example/a", ""),
        checkpoint_text("8", "\n"),
        checkpoint_text("8", "x\n\ny\n"),
        checkpoint_text("8", "x"),
        checkpoint_text("08", ""),
        checkpoint_text("+8", ""),
        checkpoint_text("", ""),
        checkpoint_text(" 8", ""),
        checkpoint_text("9223372036854775808", ""),
        checkpoint_text("8", "").replace('=', ""),
        checkpoint_text("8", "").replace("=\n", "= \n"),
    ] {
        assert!(text.parse::<Checkpoint>().is_err(), "{text:?}");
    }
}

#[test]
fn a_checkpoint_is_signed_by_the_key_of_its_origin_only() {
    let checkpoint: Checkpoint = checkpoint_text("8", "").parse().unwrap();
    assert!(checkpoint.sign(&log("log.example/b", 1)).is_err());
    let other = log("log.example/b", 1);
    let note = signed(&checkpoint.to_string(), &other);
    assert!(Checkpoint::verify(&note, &[other.verifier().clone()]).is_err());
    let name = KeyName::parse("log.example/a").unwrap();
    assert!(Checkpoint::new(&name, 0, tree(8).root()).is_err());
    assert!(Checkpoint::new(&name, 1 << 63, tree(8).root()).is_err());
}

fn errors(text: &str) -> Vec<(usize, LineError)> {
    text.parse::<Policy>().unwrap_err().lines().to_vec()
}

#[test]
fn every_refused_line_of_a_policy_is_told() {
    let l = log("log.example/a", 1);
    let (l, w) = (l.verifier(), witness("witness.example/w", 2));
    let same = witness("witness.example/other", 1);
    let w = w.verifier();
    let text = format!(
        "log {w}\nlog {l}\nlog {l}\nwitness A {w}\nwitness A {w}\nwitness none {w}\n\
         witness B {}\ngroup g 2 A\ngroup h any A\ngroup i all C\nquorum A B\nquorum X\n\
         quorum none\nlogs\ngroup j any\n",
        same.verifier()
    );
    let told = errors(&text);
    let lines: Vec<usize> = told.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    let of = |line: usize| &told.iter().find(|(at, _)| *at == line).unwrap().1;
    assert_eq!(
        *of(1),
        LineError::Algorithm {
            expected: Algorithm::Ed25519.byte(),
            found: 4
        }
    );
    assert_eq!(*of(3), LineError::SameKey(2));
    assert_eq!(*of(5), LineError::NameTaken("A".to_owned()));
    assert_eq!(*of(6), LineError::NameTaken("none".to_owned()));
    assert_eq!(*of(7), LineError::SameKey(2));
    assert_eq!(
        *of(8),
        LineError::Threshold {
            members: 1,
            found: "2".to_owned()
        }
    );
    assert_eq!(*of(9), LineError::SecondMembership("A".to_owned()));
    assert_eq!(*of(10), LineError::Undefined("C".to_owned()));
    assert_eq!(*of(12), LineError::Undefined("X".to_owned()));
    assert_eq!(*of(13), LineError::SecondQuorum(12));
}

#[test]
fn a_policy_ends_in_a_line_feed_has_a_quorum_and_no_other_blanks() {
    assert_eq!(errors(""), [(1, LineError::NoQuorum)]);
    assert_eq!(errors("quorum none"), [(1, LineError::Unfinished)]);
    assert_eq!(
        errors("quorum none\r\n"),
        [(1, LineError::Control(b'\r'))]
            .into_iter()
            .chain([(1, LineError::NoQuorum)])
            .collect::<Vec<_>>()
    );
    assert!(errors("quorum\u{a0}none\n").len() == 2);
    for threshold in ["0", "01", "+1", "-1", "", "2"] {
        let w = witness("witness.example/w", 2);
        let text = format!(
            "witness A {}\ngroup g {threshold} A\nquorum g\n",
            w.verifier()
        );
        assert!(text.parse::<Policy>().is_err(), "{threshold:?}");
    }
}

#[test]
fn a_policy_holds_32_logs_witnesses_and_groups_and_not_257() {
    let of = |count: u16| {
        let mut text = String::new();
        for place in 0..count {
            let [high, low] = place.to_be_bytes();
            let mut seed = [high; 32];
            seed[0] = low;
            let name = |kind: &str| KeyName::parse(&format!("{kind}.example/{place}")).unwrap();
            let log = SigningKey::from_seed(name("log"), &seed).unwrap();
            seed[1] = 0xff;
            let witness = CosigningKey::from_seed(name("witness"), &seed).unwrap();
            writeln!(text, "log {} https://log.example/", log.verifier()).unwrap();
            writeln!(text, "witness W{place} {}", witness.verifier()).unwrap();
            writeln!(text, "group G{place} all W{place}").unwrap();
        }
        text.push_str("quorum G7\n");
        text.parse::<Policy>()
    };
    let policy = of(32).unwrap();
    assert_eq!((policy.logs().len(), policy.witnesses().len()), (32, 32));
    assert_eq!(
        (policy.quorum(), policy.fewest_cosigners()),
        (Some("G7"), 1)
    );
    assert_eq!(policy.to_string().parse(), Ok(policy));
    assert_eq!(of(257).unwrap_err().lines().len(), 3);
}

#[test]
fn malformed_requests_and_proof_files_are_refused() {
    let key = log("log.example/a", 1);
    let note = signed(&checkpoint_text("8", ""), &key).to_string();
    let hash = tree(8).root().to_base64();
    let request = |text: String| AddCheckpoint::parse(text.as_bytes());
    assert!(request(format!("old 0\n\n{note}")).is_ok());
    let hashes = |count: usize| format!("{hash}\n").repeat(count);
    assert!(request(format!("old 5\n{}\n{note}", hashes(63))).is_ok());
    for refused in [
        String::new(),
        "\n\n".to_owned(),
        format!("old\n\n{note}"),
        format!("old 00\n\n{note}"),
        format!("old  5\n\n{note}"),
        format!("Old 5\n\n{note}"),
        format!("old 5 \n\n{note}"),
        format!("old 5\n{note}"),
        format!("old 5\n{}\n{note}", hashes(64)),
        format!("old 5\n{hash} \n\n{note}"),
        format!("old 5\n\n\n{note}"),
        format!("old 9223372036854775808\n\n{note}"),
        "old 5\n\n".to_owned(),
        format!("old 5\r\n\r\n{note}"),
    ] {
        assert!(request(refused.clone()).is_err(), "{refused:?}");
    }
    assert!(matches!(
        request(format!("old 5\n\n{}", signed("a\nb\n", &key))),
        Err(RequestError::Checkpoint(_))
    ));
    let file = |text: String| ProofFile::parse(text.as_bytes());
    let head = "c2sp.org/tlog-proof@v1\n";
    assert!(file(format!("{head}index 0\n\n{note}")).is_ok());
    assert!(file(format!("{head}extra AA==\nindex 0\n{}\n{note}", hashes(63))).is_ok());
    for refused in [
        String::new(),
        format!("c2sp.org/tlog-proof@v2\nindex 0\n\n{note}"),
        format!("{head}index 00\n\n{note}"),
        format!("{head}index 0\n{note}"),
        format!("{head}extra \nindex 0\n\n{note}"),
        format!("{head}extra AA=\nindex 0\n\n{note}"),
        format!("{head}extra AA==\nextra AA==\nindex 0\n\n{note}"),
        format!("{head}index 0\nextra AA==\n\n{note}"),
        format!("{head}extra AA==\n\n{note}"),
        format!("{head}index 0\n{}\n{note}", hashes(64)),
        format!("{head}\nindex 0\n\n{note}"),
        format!("{head}index 9223372036854775808\n\n{note}"),
    ] {
        assert!(file(refused.clone()).is_err(), "{refused:?}");
    }
}
