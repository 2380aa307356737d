//! The checkpoint against the policy, and against one seen before.

use scrutineer_logstore::{LogReader, Objects};
use scrutineer_tlog::{Checkpoint, Policy, SignedNote, verify_consistency};

use super::VerifyOptions;
use super::report::{CheckpointInfo, Record, Signer, SignerRole, Step};

/// Where the checkpoint is.
pub(super) const CHECKPOINT: &str = "checkpoint";

/// The checkpoint, where a log key of the policy signed it and no signature of a known key fails.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    policy: &Policy,
    options: &VerifyOptions<'_>,
    record: &mut Record,
) -> Option<Checkpoint> {
    let note = match reader.checkpoint_bytes() {
        Ok(bytes) => SignedNote::parse(&bytes).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let note = note
        .map_err(|why| record.fail(Step::Checkpoint, CHECKPOINT, why))
        .ok()?;
    let evaluation = policy
        .evaluate(&note)
        .map_err(|error| record.fail(Step::Checkpoint, CHECKPOINT, error))
        .ok()?;
    let checkpoint = evaluation.checkpoint;
    if !evaluation.is_quorum_met {
        let why = format!(
            "expected cosignatures that meet the quorum {:?}, found {} of {} known witnesses",
            policy.quorum().unwrap_or_default(),
            evaluation.cosigners.len(),
            policy.witnesses().len()
        );
        record.fail(Step::Checkpoint, CHECKPOINT, why);
    }
    let is_own = |name: &str| {
        host(name) == host(checkpoint.origin()) || options.operators.iter().any(|own| own == name)
    };
    let mut signatures = vec![Signer {
        name: evaluation.log.key.name().to_string(),
        role: SignerRole::Log,
        trusted: true,
        operator: true,
        time: None,
    }];
    for (witness, time) in &evaluation.cosigners {
        let name = witness.key.name().to_string();
        signatures.push(Signer {
            operator: is_own(&name),
            name,
            role: SignerRole::Witness,
            trusted: true,
            time: Some(*time),
        });
    }
    for signature in &evaluation.unknown {
        record.warn("unknown-signature");
        let name = signature.name().to_string();
        signatures.push(Signer {
            operator: is_own(&name),
            name,
            role: SignerRole::Witness,
            trusted: false,
            time: None,
        });
    }
    let is_independent =
        |signer: &&Signer| signer.trusted && !signer.operator && signer.role == SignerRole::Witness;
    let independent = signatures.iter().filter(is_independent).count();
    let found = record.found();
    found.independent_witnesses = u32::try_from(independent).unwrap_or(u32::MAX);
    found.checkpoint = Some(CheckpointInfo {
        origin: checkpoint.origin().to_owned(),
        size: checkpoint.size(),
        root: checkpoint.root().to_base64(),
        signatures,
    });
    if independent == 0 {
        record.warn("no-witness");
        if evaluation.cosigners.is_empty() {
            record.warn("single-signer");
        }
    }
    seen(reader, &checkpoint, policy, options, record);
    Some(checkpoint)
}

/// The part of a key's name that says whose it is.
fn host(name: &str) -> &str {
    name.split_once('/').map_or(name, |(host, _)| host)
}

/// The log must contain what was seen before.
fn seen<O: Objects>(
    reader: &LogReader<O>,
    now: &Checkpoint,
    policy: &Policy,
    options: &VerifyOptions<'_>,
    record: &mut Record,
) {
    let Some(bytes) = options.seen else { return };
    let before = SignedNote::parse(bytes)
        .map_err(|error| error.to_string())
        .and_then(|note| match policy.evaluate(&note) {
            Ok(held) => Ok(held.checkpoint),
            Err(error) => Err(error.to_string()),
        });
    let before = match before {
        Ok(before) => before,
        Err(why) => {
            let why = format!("the checkpoint seen before cannot be used: {why}");
            return record.fail(Step::Checkpoint, CHECKPOINT, why);
        }
    };
    if before.origin() != now.origin() {
        let why = format!(
            "expected the log {} that was seen before, found {}",
            before.origin(),
            now.origin()
        );
        return record.fail(Step::Checkpoint, CHECKPOINT, why);
    }
    let proof = if before.size() > now.size() {
        Err(format!(
            "expected at least the {} entries that were seen before, found {}",
            before.size(),
            now.size()
        ))
    } else {
        reader
            .prove_consistency(before.size(), now.size())
            .map_err(|error| error.to_string())
    };
    let held = proof.and_then(|proof| {
        verify_consistency(
            before.size(),
            now.size(),
            &proof,
            before.root(),
            now.root(),
        )
        .map_err(|error| {
            format!(
                "the first {} entries are not those that were seen before: {error}; both signed \
                 checkpoints together are proof of it",
                before.size()
            )
        })
    });
    if let Err(why) = held {
        record.fail(Step::Log, CHECKPOINT, why);
    }
}
