//! The published vectors: all blocks by the runner, and what it does not show, such as the reasons of
//! refusals and the policy around a proof file.

use scrutineer_testkit::shared;
use scrutineer_testkit::vectors::{self, Outcome, Verdict};
use scrutineer_tlog::policy::AcceptError;
use scrutineer_tlog::proof_file::VerifyError;
use scrutineer_tlog::witness::{self, AddCheckpoint, Head, Refusal};
use scrutineer_tlog::{
    Checkpoint, Policy, ProofFile, SignedNote, VerifierKey, proof::ProofError, verify_inclusion,
};
use serde_json::Value;

use crate::support::{entry, flipped, leaves, tree};

fn document() -> Option<Value> {
    shared::vectors("tlog.json")
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap()
}

#[test]
fn every_block_of_the_vectors_is_reproduced() {
    let Some(document) = document() else { return };
    let verdicts = vectors::evaluate(&document).unwrap();
    let planned = |verdict: &&Verdict| matches!(verdict.outcome, Outcome::Planned(_));
    let not_yet: Vec<_> = verdicts
        .iter()
        .filter(planned)
        .map(|verdict| &verdict.id)
        .collect();
    assert_eq!(not_yet, ["mldsa44_cosignature"]);
    for verdict in &verdicts {
        assert!(verdict.is_good(), "{verdict}");
    }
}

/// What the runner computes is compared, not repeated: a spoiled vector is told.
#[test]
fn a_spoiled_vector_is_told() {
    let Some(document) = document() else { return };
    for pointer in [
        "/roots/7/root_hex",
        "/roots/7/root_b64",
        "/leaf_hashes/3/hash_hex",
        "/path_encoding/5/path",
        "/tiles/6/count",
        "/tiles/6/full_level0",
        "/tiles/6/paths/1",
        "/tiles/6/entry_bundles/0",
        "/tiles/5/sha256_of_file/tile~10~1001.p~11",
        "/tiles/4/sha256_of_file/tile~11~1000.p~11",
        "/tiles/4/sha256_of_entry_bundle/tile~1entries~1000",
        "/small_file_bytes/tile~1entries~1000.p~13",
        "/inclusion_proofs/4/proof_hex/0",
        "/inclusion_proofs/4/root_hex",
        "/inclusion_proofs/4/leaf_hash_hex",
        "/consistency_proofs/4/proof_hex/0",
        "/consistency_proofs/4/old_root_hex",
        "/checkpoints/2/body",
        "/checkpoints/2/signed",
        "/cosigned_checkpoint/cosigned_message_w1",
        "/cosigned_checkpoint/signed",
        "/witness_requests/3/status",
        "/monitor_path_origin_hash",
        "/tlog_proofs/0/text",
        "/policy_file",
        "/negative_notes/0/ok",
        "/negative_notes/5/ok",
        "/negative_inclusion/1/ok",
        "/commitment_proposal/blob/commitment_hex",
        "/commitment_proposal/field/commitment_hex",
    ] {
        let mut spoiled = document.clone();
        // Only the block, what the others take from the document, and a block that marks the family.
        let needed = ["keys", "policy_file", "cosigned_checkpoint", "leaf_hashes"];
        let block = pointer[1..].split('/').next().unwrap();
        let blocks = spoiled.as_object_mut().unwrap();
        blocks.retain(|name, _| name == block || needed.contains(&name.as_str()));
        let leaf = spoiled.pointer_mut(pointer).unwrap();
        *leaf = match &*leaf {
            Value::Bool(is) => Value::from(!is),
            Value::Number(number) => Value::from(number.as_u64().unwrap() + 1),
            other => Value::from(format!("{}0", other.as_str().unwrap())),
        };
        let verdicts = vectors::evaluate(&spoiled).unwrap();
        assert!(
            verdicts.iter().any(|verdict| !verdict.is_good()),
            "{pointer}"
        );
    }
}

fn log_keys(document: &Value) -> Vec<VerifierKey> {
    vec![text(document, "/keys/log/vkey").parse().unwrap()]
}

fn proof_of(document: &Value, place: usize) -> (ProofFile, Vec<u8>) {
    let vector = &document["tlog_proofs"][place];
    let file = ProofFile::parse(text(vector, "/text").as_bytes()).unwrap();
    (file, text(vector, "/leaf_entry").as_bytes().to_vec())
}

#[test]
fn a_proof_file_proves_its_entry_and_no_other() {
    let Some(document) = document() else { return };
    let policy: Policy = text(&document, "/policy_file").parse().unwrap();
    for place in 0..3 {
        let (file, own) = proof_of(&document, place);
        let evaluation = file.verify(&own, &policy).unwrap();
        assert_eq!(evaluation.cosigners.len(), 2);
        assert_eq!(evaluation.cosigners[0].1, 1_767_225_600);
        assert_eq!(
            evaluation.log.key.name().as_str(),
            evaluation.checkpoint.origin()
        );
        let other = entry(7);
        assert!(matches!(
            file.verify(&other, &policy),
            Err(VerifyError::Inclusion(ProofError::Root { .. }))
        ));
    }
    let (with_extra, _) = proof_of(&document, 1);
    assert_eq!(with_extra.extra(), Some(&b"salt=00"[..]));
}

#[test]
fn a_proof_file_without_the_quorum_of_the_verifier_proves_nothing() {
    let Some(document) = document() else { return };
    let policy: Policy = text(&document, "/policy_file").parse().unwrap();
    let (file, own) = proof_of(&document, 0);
    let lines: Vec<&str> = text(&document, "/tlog_proofs/0/text").lines().collect();
    let (last, one_witness) = lines.split_last().unwrap();
    assert!(last.contains("witness.example/w2"));
    let cut = ProofFile::parse(format!("{}\n", one_witness.join("\n")).as_bytes()).unwrap();
    assert_eq!(
        cut.verify(&own, &policy),
        Err(VerifyError::Checkpoint(AcceptError::Quorum {
            quorum: "both".to_owned(),
            cosigners: 1,
            known: 2
        }))
    );
    let log_only = format!("log {}\nquorum none\n", text(&document, "/keys/log/vkey"));
    let log_only: Policy = log_only.parse().unwrap();
    let evaluation = file.verify(&own, &log_only).unwrap();
    assert_eq!(
        (evaluation.cosigners.len(), evaluation.unknown.len()),
        (0, 2)
    );
}

#[test]
fn every_bit_of_a_proof_file_counts() {
    let Some(document) = document() else { return };
    let policy: Policy = text(&document, "/policy_file").parse().unwrap();
    let bytes = text(&document, "/tlog_proofs/0/text").as_bytes();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut spoiled = bytes.to_vec();
            spoiled[place] ^= 1 << bit;
            let holds = ProofFile::parse(&spoiled)
                .is_ok_and(|file| file.verify(b"entry 4", &policy).is_ok());
            assert!(!holds, "bit {bit} of byte {place}");
        }
    }
    for length in 0..bytes.len() {
        let holds = ProofFile::parse(&bytes[..length])
            .is_ok_and(|file| file.verify(b"entry 4", &policy).is_ok());
        assert!(!holds, "{length} bytes");
    }
}

#[test]
fn a_second_good_signature_of_a_witness_is_refused_and_put_replaces() {
    let Some(document) = document() else { return };
    let policy: Policy = text(&document, "/policy_file").parse().unwrap();
    let signed = text(&document, "/cosigned_checkpoint/signed");
    let last = signed.lines().last().unwrap();
    let twice = SignedNote::parse(format!("{signed}{last}\n").as_bytes()).unwrap();
    assert!(policy.evaluate(&twice).is_err());
    let mut once = SignedNote::parse(signed.as_bytes()).unwrap();
    let again = once.signatures()[2].clone();
    once.put(again).unwrap();
    assert_eq!(once.to_string(), signed);
    assert!(policy.accept(&once).is_ok());
}

/// Requests that the vector file has no example of, with the answers of the specification.
#[test]
fn a_witness_tells_its_size_refuses_a_second_root_and_asks_no_more_of_a_repeat() {
    let Some(document) = document() else { return };
    let keys = log_keys(&document);
    let request = |place: usize| {
        let request = text(&document["witness_requests"][place], "/request");
        AddCheckpoint::parse(request.as_bytes()).unwrap()
    };
    let (first, growth, same) = (request(0), request(1), request(2));
    let head = |size| Head {
        size,
        root: tree(size).root(),
    };
    let accepted = witness::decide(&first, Some(&keys), &Head::EMPTY).unwrap();
    assert_eq!(accepted.head, head(5));
    let accepted = witness::decide(&growth, Some(&keys), &accepted.head).unwrap();
    assert_eq!(accepted.head, head(8));
    assert_eq!(
        witness::decide(&same, Some(&keys), &head(8)).unwrap().head,
        head(8)
    );

    let conflict = witness::decide(&growth, Some(&keys), &head(8)).unwrap_err();
    assert_eq!((conflict.status(), conflict.body().as_str()), (409, "8\n"));
    assert!(!conflict.is_evidence());

    let forked = Head {
        size: 8,
        root: flipped(&tree(8).root(), 0),
    };
    let fork = witness::decide(&same, Some(&keys), &forked).unwrap_err();
    assert_eq!(fork.status(), 422);
    assert!(fork.is_evidence() && fork.body().contains("another root"));

    let unknown = witness::decide(&same, None, &head(8)).unwrap_err();
    assert!(matches!(unknown, Refusal::UnknownOrigin(_)));
    let untrusted = witness::decide(&same, Some(&[]), &head(8)).unwrap_err();
    assert_eq!(untrusted.status(), 403);
}

#[test]
fn a_witness_answers_400_to_an_old_size_beyond_the_checkpoint_and_422_to_a_wrong_empty_root() {
    let Some(document) = document() else { return };
    let keys = log_keys(&document);
    let note = |place: usize| {
        SignedNote::parse(text(&document["checkpoints"][place], "/signed").as_bytes()).unwrap()
    };
    let beyond = AddCheckpoint::new(9, Vec::new(), note(1)).unwrap();
    let held = Head {
        size: 9,
        root: tree(9).root(),
    };
    assert_eq!(
        witness::decide(&beyond, Some(&keys), &held)
            .unwrap_err()
            .status(),
        400
    );

    let key = test_key();
    let body = format!(
        "{}\n0\n{}\n",
        key.verifier().name(),
        tree(1).root().to_base64()
    );
    let mut wrong = SignedNote::new(body.clone()).unwrap();
    wrong.put(key.sign(&body)).unwrap();
    let keys = [key.verifier().clone()];
    assert!(Checkpoint::verify(&wrong, &keys).is_err());
    let request = AddCheckpoint::new(0, Vec::new(), wrong).unwrap();
    let refusal = witness::decide(&request, Some(&keys), &Head::EMPTY).unwrap_err();
    assert_eq!(refusal.status(), 422);
}

#[test]
fn a_trusted_key_whose_signature_fails_is_answered_403() {
    let Some(document) = document() else { return };
    let keys = log_keys(&document);
    let request = text(&document["witness_requests"][0], "/request");
    let spoiled = request.replace("\n5\n", "\n6\n");
    let request = AddCheckpoint::parse(spoiled.as_bytes()).unwrap();
    let refusal = witness::decide(&request, Some(&keys), &Head::EMPTY).unwrap_err();
    assert_eq!(refusal.status(), 403);
}

fn test_key() -> scrutineer_tlog::SigningKey {
    let name = scrutineer_tlog::KeyName::parse("log.example/empty").unwrap();
    scrutineer_tlog::SigningKey::from_seed(name, &[1; 32]).unwrap()
}

#[test]
fn the_negative_proofs_fail_for_the_reason_they_are_named_after() {
    let Some(document) = document() else { return };
    let leaf = leaves(5)[4];
    let root = tree(8).root();
    let reasons: Vec<_> = document["negative_inclusion"]
        .as_array()
        .unwrap()
        .iter()
        .map(|vector| {
            let proof: Vec<_> = vector["proof_hex"]
                .as_array()
                .unwrap()
                .iter()
                .map(|hash| hash.as_str().unwrap().parse().unwrap())
                .collect();
            let index = vector["index"].as_u64().unwrap();
            verify_inclusion(&leaf, index, 8, &proof, &root).unwrap_err()
        })
        .collect();
    let length = |found| ProofError::Length { expected: 3, found };
    assert_eq!(reasons[..2], [length(2), length(4)]);
    assert!(
        reasons[2..]
            .iter()
            .all(|reason| matches!(reason, ProofError::Root { .. }))
    );
}
