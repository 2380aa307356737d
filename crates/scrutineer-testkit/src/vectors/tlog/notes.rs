//! Checkpoints, cosignatures, witnesses, proof files and policies.

use scrutineer_tlog::tree::MemoryTree;
use scrutineer_tlog::witness::{self, AddCheckpoint, Head};
use scrutineer_tlog::{
    Checkpoint, CosigningKey, KeyName, Policy, ProofFile, SignedNote, SigningKey, VerifierKey,
    cosignature, prove_inclusion,
};
use serde_json::Value;

use super::super::case::Case;
use super::{array, each, members, number, replace, string, text, tree};

fn key_name(case: &Case<'_>, who: &str) -> Result<KeyName, String> {
    KeyName::parse(string(case.document, &format!("/keys/{who}/name"))?).map_err(text)
}

/// A key of the file must be the one that its seed gives.
fn expect_same(case: &Case<'_>, who: &str, key: &VerifierKey) -> Result<(), String> {
    let stated = string(case.document, &format!("/keys/{who}/vkey"))?;
    let is_same = key.to_string() == stated && stated.parse::<VerifierKey>().as_ref() == Ok(key);
    let other = || format!("keys.{who}.vkey differs: expected {stated}, got {key}");
    is_same.then_some(()).ok_or_else(other)
}

fn log(case: &Case<'_>) -> Result<SigningKey, String> {
    let seed = array(case.document, "/keys/log/seed_hex")?;
    let key = SigningKey::from_seed(key_name(case, "log")?, &seed).map_err(text)?;
    expect_same(case, "log", key.verifier())?;
    Ok(key)
}

fn cosigner(case: &Case<'_>, who: &str) -> Result<CosigningKey, String> {
    let seed = array(case.document, &format!("/keys/{who}/seed_hex"))?;
    let key = CosigningKey::from_seed(key_name(case, who)?, &seed).map_err(text)?;
    expect_same(case, who, key.verifier())?;
    Ok(key)
}

fn policy(case: &Case<'_>) -> Result<Policy, String> {
    string(case.document, "/policy_file")?.parse().map_err(text)
}

fn checkpoint(log: &SigningKey, tree: &MemoryTree) -> Result<Checkpoint, String> {
    Checkpoint::new(log.verifier().name(), tree.size(), tree.root()).map_err(text)
}

pub(super) fn checkpoints(case: &Case<'_>) -> Result<Value, String> {
    let log = log(case)?;
    each(case, |item| {
        let checkpoint = checkpoint(&log, &tree(number(item, "/size")?)?)?;
        let signed = checkpoint.sign(&log).map_err(text)?.to_string();
        let keys = [log.verifier().clone()];
        let (read, _) = Checkpoint::open(signed.as_bytes(), &keys).map_err(text)?;
        Ok(members([
            ("size", read.size().into()),
            ("body", read.to_string().into()),
            ("signed", signed.into()),
        ]))
    })
}

pub(super) fn cosigned_checkpoint(case: &Case<'_>) -> Result<Value, String> {
    let log = log(case)?;
    let checkpoint = checkpoint(&log, &tree(number(case.expected, "/size")?)?)?;
    let mut note = checkpoint.sign(&log).map_err(text)?;
    for who in ["witness1", "witness2"] {
        let time = number(case.expected, &format!("/{who}_timestamp"))?;
        let cosignature = cosigner(case, who)?
            .cosign(&checkpoint, time)
            .map_err(text)?;
        note.put(cosignature).map_err(text)?;
    }
    let policy = policy(case)?;
    let times: Vec<u64> = policy
        .accept(&note)
        .map_err(text)?
        .cosigners
        .iter()
        .map(|(_, time)| *time)
        .collect();
    let time = |place: usize| times.get(place).copied();
    let message = cosignature::message(time(0).unwrap_or_default(), &checkpoint.to_string());
    let computed = members([
        ("witness1_timestamp", time(0).into()),
        ("witness2_timestamp", time(1).into()),
        ("cosigned_message_w1", message.into()),
        ("signed", note.to_string().into()),
    ]);
    replace(case.expected, computed)
}

pub(super) fn negative_notes(case: &Case<'_>) -> Result<Value, String> {
    let keys = [log(case)?.verifier().clone()];
    each(case, |item| {
        let holds = Checkpoint::open(string(item, "/note")?.as_bytes(), &keys).is_ok();
        Ok(members([("ok", holds.into())]))
    })
}

pub(super) fn witness_requests(case: &Case<'_>) -> Result<Value, String> {
    let log = log(case)?;
    let keys = [log.verifier().clone()];
    each(case, |item| {
        let size = number(item, "/witness_state")?;
        let held = Head {
            size,
            root: tree(size)?.root(),
        };
        let body = string(item, "/request")?;
        let (request, status) = match AddCheckpoint::parse(body.as_bytes()) {
            Err(error) => (body.to_owned(), witness::Refusal::from(error).status()),
            Ok(request) => {
                let is_known = request.checkpoint().origin() == log.verifier().name().as_str();
                let decision = witness::decide(&request, is_known.then_some(&keys[..]), &held);
                let status = decision.map_or_else(|refusal| refusal.status(), |_| 200);
                (request.to_string(), status)
            }
        };
        Ok(members([
            ("request", request.into()),
            ("status", status.into()),
        ]))
    })
}

pub(super) fn monitor_path(case: &Case<'_>) -> Result<Value, String> {
    let path = witness::monitor_path(string(case.document, "/keys/log/name")?);
    Ok(path.trim_end_matches("/checkpoint").into())
}

pub(super) fn proof_files(case: &Case<'_>) -> Result<Value, String> {
    let policy = policy(case)?;
    each(case, |item| {
        let file = ProofFile::parse(string(item, "/text")?.as_bytes()).map_err(text)?;
        let entry = string(item, "/leaf_entry")?.as_bytes();
        let size = file.verify(entry, &policy).map_err(text)?.checkpoint.size();
        // The same proof, made here.
        let proof = prove_inclusion(&tree(size)?, file.index(), size).map_err(text)?;
        let ours = ProofFile::new(file.index(), proof, file.note().clone()).to_string();
        let mut computed = members([
            ("index", file.index().into()),
            ("size", size.into()),
            ("text", file.to_string().into()),
        ]);
        match file.extra() {
            Some(extra) => {
                let extra = str::from_utf8(extra).map_err(text)?;
                computed.insert("extra".to_owned(), extra.into());
            }
            None => {
                computed.insert("text".to_owned(), ours.into());
            }
        }
        Ok(computed)
    })
}

pub(super) fn policy_file(case: &Case<'_>) -> Result<Value, String> {
    let policy = policy(case)?;
    let signed = string(case.document, "/cosigned_checkpoint/signed")?;
    let note = SignedNote::parse(signed.as_bytes()).map_err(text)?;
    policy.accept(&note).map_err(text)?;
    Ok(policy.to_string().into())
}
