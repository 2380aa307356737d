//! The texts of the transparency log, which come from strangers: no input may panic, and what is
//! accepted prints back as the same bytes.

use scrutineer_tlog::tile::hashes_of;
use scrutineer_tlog::witness::{AddCheckpoint, Head, decide};
use scrutineer_tlog::{Checkpoint, Policy, ProofFile, SignedNote, TilePath, VerifierKey, bundle};

/// The key of the log of the vectors, so that kept inputs reach past the signatures.
const LOG: &str = "log.example/election-2026+ea8ed04f+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

/// A policy of that log and the two witnesses of the vectors.
const POLICY: &str = "\
log log.example/election-2026+ea8ed04f+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4
witness W1 witness.example/w1+20324abe+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X
witness W2 witness.example/w2+d8c59cc6+BCVDuS/xCVURR2rcg2nbbdyTNmWhGXjdoUBO4QZsqVWd
group both all W1 W2
quorum both
";

fn keys() -> [VerifierKey; 1] {
    [LOG.parse().expect("the key of the vectors is a key")]
}

fn policy() -> Policy {
    POLICY
        .parse()
        .expect("the policy of the vectors is a policy")
}

/// Any bytes as a signed note: accepted ones print back and fit the limits.
///
/// # Panics
/// If one of these promises is broken.
pub fn note(data: &[u8]) {
    if let Ok(note) = SignedNote::parse(data) {
        assert_eq!(note.to_string().as_bytes(), data);
        assert!((1..=100).contains(&note.signatures().len()) && note.text().ends_with('\n'));
        if let Ok(verified) = note.verify(&keys()) {
            assert_eq!(verified.known.len(), 1);
        }
        if let Ok(evaluation) = policy().evaluate(&note) {
            assert_eq!(evaluation.checkpoint.to_string(), note.text());
        }
    }
}

/// Any text as a checkpoint, and as a verifier key: accepted ones print back.
///
/// # Panics
/// If one of these promises is broken.
pub fn checkpoint(text: &str) {
    if let Ok(checkpoint) = text.parse::<Checkpoint>() {
        assert_eq!(checkpoint.to_string(), text);
        assert!(checkpoint.size() <= scrutineer_tlog::MAX_SIZE);
    }
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
    }
}

/// Any text as the path of a tile, and as the hashes of the tile at that path.
///
/// # Panics
/// If an accepted path does not print back, or leads out of the prefix of the log.
pub fn tile_path(text: &str) {
    if let Ok(path) = text.parse::<TilePath>() {
        assert_eq!(path.to_string(), text);
        assert!(text.starts_with("tile/") && !text.contains(".."));
        let width = usize::from(path.width());
        assert!((1..=256).contains(&width));
        assert!(hashes_of(path, &vec![0; width * 32]).is_ok());
        assert!(hashes_of(path, &vec![0; width * 32 - 1]).is_err());
    }
}

/// Any bytes as a proof file: accepted ones print back, and none proves another entry.
///
/// # Panics
/// If one of these promises is broken.
pub fn proof_file(data: &[u8]) {
    if let Ok(file) = ProofFile::parse(data) {
        assert_eq!(file.to_string().as_bytes(), data);
        assert!(file.proof().len() <= 63);
        assert!(file.verify(b"an entry of no log", &policy()).is_err());
    }
}

/// Any text as a policy: accepted ones keep their meaning when printed, refused ones say why.
///
/// # Panics
/// If one of these promises is broken.
pub fn policy_file(text: &str) {
    match text.parse::<Policy>() {
        Ok(policy) => {
            assert_eq!(policy.to_string().parse().as_ref(), Ok(&policy));
            let all = policy
                .witnesses()
                .iter()
                .map(|witness| witness.name.as_str());
            assert!(policy.is_met_by(&all.collect()));
            assert_eq!(policy.is_met_by(&[].into()), policy.quorum().is_none());
            assert!(policy.fewest_cosigners() <= policy.witnesses().len());
        }
        Err(errors) => assert!(!errors.lines().is_empty()),
    }
}

/// Any bytes as a request to a witness that holds nothing: accepted ones print back, and only what the
/// log signed is cosigned.
///
/// # Panics
/// If one of these promises is broken.
pub fn witness_request(data: &[u8]) {
    if let Ok(request) = AddCheckpoint::parse(data) {
        assert_eq!(request.to_string().as_bytes(), data);
        match decide(&request, Some(&keys()), &Head::EMPTY) {
            Ok(accepted) => {
                assert!(request.note().verify(&keys()).is_ok());
                assert_eq!(accepted.head.size, request.checkpoint().size());
            }
            Err(refusal) => {
                assert!((400..=422).contains(&refusal.status()) && refusal.body().ends_with('\n'));
            }
        }
    }
}

/// Any bytes as a bundle of entries: the entries and their lengths are all of it.
///
/// # Panics
/// If an accepted bundle is not what its entries make.
pub fn entry_bundle(data: &[u8]) {
    let entries: Result<Vec<_>, _> = bundle::entries(data).collect();
    let Ok(entries) = entries else { return };
    let mut again = Vec::new();
    for entry in &entries {
        bundle::push_entry(&mut again, entry).expect("its length was read from two bytes");
    }
    assert_eq!(again, data);
    let width = u16::try_from(entries.len()).unwrap_or(u16::MAX);
    if let Ok(path) = TilePath::entries(0, width) {
        assert_eq!(bundle::decode(path, data), Ok(entries));
    }
}
