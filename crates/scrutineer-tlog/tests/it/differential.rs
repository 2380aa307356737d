//! Against `tlog_tiles`, `ct-merkle` and `signed_note`, which nobody here wrote.

use std::cell::RefCell;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use scrutineer_tlog::{
    Checkpoint, CosigningKey, Hash, KeyName, SignedNote, SigningKey, leaf_hash, prove_consistency,
    prove_inclusion, verify_consistency, verify_inclusion,
};

use crate::support::{entry, leaves, tree};

const SIZES: u64 = 300;

/// The hash store of `tlog_tiles`.
#[derive(Default)]
struct Stored(RefCell<Vec<tlog_tiles::Hash>>);

impl tlog_tiles::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog_tiles::Hash>, tlog_tiles::Error> {
        let held = self.0.borrow();
        Ok(indexes
            .iter()
            .map(|&index| held[usize::try_from(index).unwrap()])
            .collect())
    }
}

fn theirs(hashes: &[Hash]) -> Vec<tlog_tiles::Hash> {
    hashes
        .iter()
        .map(|hash| tlog_tiles::Hash(*hash.as_bytes()))
        .collect()
}

#[test]
fn roots_and_proofs_are_those_of_tlog_tiles() {
    let stored = Stored::default();
    let ours = tree(SIZES);
    for index in 0..SIZES {
        let hashes = tlog_tiles::stored_hashes(index, &entry(index), &stored).unwrap();
        stored.0.borrow_mut().extend(hashes);
        let size = index + 1;
        let root = tlog_tiles::tree_hash(size, &stored).unwrap();
        assert_eq!(root.0, *tree(size).root().as_bytes(), "{size}");
        let mut sampled: Vec<u64> = (0..size).step_by(29).collect();
        sampled.push(index);
        for at in sampled {
            let proof = theirs(&prove_inclusion(&ours, at, size).unwrap());
            assert_eq!(proof, tlog_tiles::prove_record(size, at, &stored).unwrap());
            let leaf = tlog_tiles::record_hash(&entry(at));
            tlog_tiles::check_record(&proof, size, root, at, leaf).unwrap();
            let old = at + 1;
            let proof = theirs(&prove_consistency(&ours, old, size).unwrap());
            assert_eq!(proof, tlog_tiles::prove_tree(size, old, &stored).unwrap());
        }
    }
}

#[test]
fn roots_and_proofs_are_those_of_ct_merkle() {
    let mut theirs = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
    let ours = tree(SIZES);
    let leaves = leaves(SIZES);
    let hashes = |bytes: &[u8]| -> Vec<Hash> {
        let (hashes, rest) = bytes.as_chunks::<32>();
        assert!(rest.is_empty());
        hashes.iter().map(|&hash| Hash::from_bytes(hash)).collect()
    };
    for index in 0..SIZES {
        theirs.push(entry(index));
        let size = index + 1;
        let root = hashes(theirs.root().as_bytes())[0];
        assert_eq!(root, tree(size).root(), "{size}");
        for at in (0..size).step_by(31) {
            let place = usize::try_from(at).unwrap();
            let proof = hashes(theirs.prove_inclusion(place).as_bytes());
            assert_eq!(Ok(proof.clone()), prove_inclusion(&ours, at, size));
            assert_eq!(
                verify_inclusion(&leaves[place], at, size, &proof, &root),
                Ok(())
            );
            let old = at + 1;
            let added = usize::try_from(size - old).unwrap();
            let proof = hashes(theirs.prove_consistency(added).as_bytes());
            assert_eq!(
                Ok(proof.clone()),
                prove_consistency(&ours, old, size),
                "{old} to {size}"
            );
            assert_eq!(
                verify_consistency(old, size, &proof, &tree(old).root(), &root),
                Ok(())
            );
        }
    }
}

fn key(name: &str) -> SigningKey {
    SigningKey::from_seed(KeyName::parse(name).unwrap(), &[9; 32]).unwrap()
}

fn their_verifier(key: &SigningKey) -> signed_note::VerifierList {
    let verifier = signed_note::StandardVerifier::new(&key.verifier().to_string()).unwrap();
    signed_note::VerifierList::new(vec![Box::new(verifier)])
}

#[test]
fn our_notes_hold_for_signed_note_and_checkpoints_for_tlog_tiles() {
    let key = key("log.example/election-2026");
    for size in [0, 1, 8, 300] {
        let name = key.verifier().name();
        let checkpoint = Checkpoint::new(name, size, tree(size).root()).unwrap();
        let mut note = checkpoint.sign(&key).unwrap();
        let witness = KeyName::parse("witness.example/w").unwrap();
        let cosigner = CosigningKey::from_seed(witness, &[3; 32]).unwrap();
        note.put(cosigner.cosign(&checkpoint, 1_767_225_600).unwrap())
            .unwrap();

        let read = signed_note::Note::from_bytes(note.to_string().as_bytes()).unwrap();
        let (known, unknown) = read.verify(&their_verifier(&key)).unwrap();
        assert_eq!((known.len(), unknown.len()), (1, 1));
        assert_eq!(read.to_bytes(), note.to_string().into_bytes());
        let theirs = tlog_tiles::Checkpoint::from_bytes(read.text()).unwrap();
        assert_eq!(
            (theirs.origin(), theirs.size()),
            (checkpoint.origin(), size)
        );
        assert_eq!(theirs.hash().0, *checkpoint.root().as_bytes());
    }
}

#[test]
fn notes_of_signed_note_hold_for_us() {
    let key = key("log.example/election-2026");
    // The private form of the Go note package: PRIVATE+KEY+name+id+base64(type || seed).
    let mut secret = vec![1];
    secret.extend([9; 32]);
    let (name, id) = (key.verifier().name(), key.verifier().id());
    let private = format!("PRIVATE+KEY+{name}+{id}+{}", base64_of(&secret));
    let signer = signed_note::StandardSigner::new(&private).unwrap();
    let text = format!(
        "log.example/election-2026\n8\n{}\n",
        tree(8).root().to_base64()
    );
    let mut theirs = signed_note::Note::new(text.as_bytes(), &[]).unwrap();
    theirs.add_sigs(&[&signer]).unwrap();

    let ours = SignedNote::parse(&theirs.to_bytes()).unwrap();
    let keys = [key.verifier().clone()];
    let checkpoint = Checkpoint::verify(&ours, &keys).unwrap();
    assert_eq!(*checkpoint.root(), tree(8).root());
    assert_eq!(checkpoint.sign(&key).unwrap(), ours);
}

/// Base64 of 33 bytes, which needs no padding.
fn base64_of(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks_exact(3) {
        let bits = chunk
            .iter()
            .fold(0_usize, |bits, &byte| bits << 8 | usize::from(byte));
        for shift in [18, 12, 6, 0] {
            text.push(char::from(ALPHABET[bits >> shift & 63]));
        }
    }
    text
}

#[test]
fn leaf_hashes_are_those_of_tlog_tiles() {
    for entry in [&b""[..], b"entry 0", &vec![0xff; 70_000]] {
        assert_eq!(
            tlog_tiles::record_hash(entry).0,
            *leaf_hash(entry).as_bytes()
        );
    }
}
