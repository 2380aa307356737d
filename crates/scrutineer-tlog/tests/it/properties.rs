//! What is printed reads back, whatever it holds, and what is read prints back.

use std::fmt::Write as _;

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use scrutineer_tlog::note::parse_signatures;
use scrutineer_tlog::witness::AddCheckpoint;
use scrutineer_tlog::{
    Checkpoint, CosigningKey, Hash, KeyName, Policy, ProofFile, SignedNote, SigningKey, TilePath,
    VerifierKey, bundle,
};

fn name() -> impl Strategy<Value = KeyName> {
    "[a-zñ—#/.0-9-]{1,20}".prop_map(|name| KeyName::parse(&name).unwrap())
}

fn hash() -> impl Strategy<Value = Hash> {
    any::<[u8; 32]>().prop_map(Hash::from_bytes)
}

fn checkpoint() -> impl Strategy<Value = (Checkpoint, SigningKey)> {
    (
        name(),
        1..=scrutineer_tlog::MAX_SIZE,
        hash(),
        any::<[u8; 32]>(),
    )
        .prop_map(|(name, size, root, seed)| {
            let checkpoint = Checkpoint::new(&name, size, root).unwrap();
            (checkpoint, SigningKey::from_seed(name, &seed).unwrap())
        })
}

/// A checkpoint with the signatures of its log and of up to three witnesses.
fn note() -> impl Strategy<Value = (SignedNote, Vec<VerifierKey>)> {
    let witnesses = vec(
        (name(), any::<[u8; 32]>(), 0..=scrutineer_tlog::MAX_SIZE),
        0..3,
    );
    (checkpoint(), witnesses).prop_map(|((checkpoint, key), witnesses)| {
        let mut note = checkpoint.sign(&key).unwrap();
        let mut keys = vec![key.verifier().clone()];
        for (name, seed, time) in witnesses {
            let witness = CosigningKey::from_seed(name, &seed).unwrap();
            note.put(witness.cosign(&checkpoint, time).unwrap())
                .unwrap();
            keys.push(witness.verifier().clone());
        }
        (note, keys)
    })
}

proptest! {
    #[test]
    fn paths_print_back(
        level in 0..=7_u8, index in any::<u64>(), width in 1..=256_u16, entries in any::<bool>(),
    ) {
        let path = if entries {
            TilePath::entries(index, width).unwrap()
        } else {
            TilePath::hashes(level, index, width).unwrap()
        };
        prop_assert_eq!(path.to_string().parse(), Ok(path));
    }

    #[test]
    fn notes_print_back_and_every_signature_holds((note, keys) in note()) {
        let printed = note.to_string();
        let read = SignedNote::parse(printed.as_bytes()).unwrap();
        prop_assert_eq!(&read, &note);
        let verified = read.verify(&keys).unwrap();
        prop_assert_eq!(verified.known.len(), note.signatures().len());
        let mut lines = String::new();
        for signature in note.signatures() {
            writeln!(lines, "{signature}").unwrap();
        }
        prop_assert_eq!(parse_signatures(lines.as_bytes()), Ok(note.signatures().to_vec()));
        prop_assert_eq!(
            Checkpoint::verify(&note, &keys).unwrap().to_string(),
            note.text()
        );
    }

    #[test]
    fn a_note_with_any_byte_changed_does_not_hold(
        (note, keys) in note(), place in any::<prop::sample::Index>(), bit in 0..8_u32,
    ) {
        let mut bytes = note.to_string().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        // A changed name or id makes a signature unknown; it then counts for nothing.
        let known = SignedNote::parse(&bytes)
            .ok()
            .and_then(|note| note.verify(&keys).ok().map(|verified| verified.known.len()));
        prop_assert!(known.is_none_or(|known| known < note.signatures().len()));
    }

    #[test]
    fn proof_files_and_requests_print_back(
        (note, _) in note(), index in 0..=scrutineer_tlog::MAX_SIZE, proof in vec(hash(), 0..=63),
    ) {
        let file = ProofFile::new(index, proof.clone(), note.clone());
        prop_assert_eq!(ProofFile::parse(file.to_string().as_bytes()), Ok(file));
        let request = AddCheckpoint::new(index, proof, note).unwrap();
        prop_assert_eq!(AddCheckpoint::parse(request.to_string().as_bytes()), Ok(request));
    }

    #[test]
    fn bundles_give_back_their_entries(entries in vec(vec(any::<u8>(), 0..300), 1..=256)) {
        let mut bytes = Vec::new();
        for entry in &entries {
            bundle::push_entry(&mut bytes, entry).unwrap();
        }
        let path = TilePath::entries(0, u16::try_from(entries.len()).unwrap()).unwrap();
        prop_assert_eq!(bundle::decode(path, &bytes).unwrap(), entries);
    }

    #[test]
    fn more_cosigners_never_unmeet_a_quorum(
        seeds in btree_set(any::<[u8; 32]>(), 5),
        threshold in 1..=3_usize,
        outer in 1..=3_usize,
        first in btree_set(0..5_usize, 0..=5),
        added in btree_set(0..5_usize, 0..=5),
    ) {
        let policy = policy(&seeds.into_iter().collect::<Vec<_>>(), threshold, outer);
        let met = |places: &std::collections::BTreeSet<usize>| {
            let names: Vec<String> = places.iter().map(|place| format!("W{place}")).collect();
            policy.is_met_by(&names.iter().map(String::as_str).collect())
        };
        // The same rule as a sum: W0 to W2 form a group, which stands beside W3 and W4.
        let inner = first.iter().filter(|place| **place < 3).count() >= threshold;
        let beside = first.iter().filter(|place| **place >= 3).count();
        prop_assert_eq!(met(&first), usize::from(inner) + beside >= outer);
        prop_assert!(!met(&first) || met(&first.union(&added).copied().collect()));
        prop_assert_eq!(policy.to_string().parse(), Ok(policy));
    }
}

fn policy(seeds: &[[u8; 32]], threshold: usize, outer: usize) -> Policy {
    let mut text = String::from("# a comment\n\n");
    for (place, seed) in seeds.iter().enumerate() {
        let name = KeyName::parse(&format!("witness.example/{place}")).unwrap();
        let key = CosigningKey::from_seed(name, seed).unwrap();
        writeln!(text, " witness W{place}\t{}", key.verifier()).unwrap();
    }
    writeln!(text, "group inner {threshold} W0 W1 W2").unwrap();
    writeln!(text, "group outer {outer} inner W3 W4\nquorum outer").unwrap();
    text.parse().unwrap()
}
