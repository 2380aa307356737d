//! Two signed notes of one log that contradict each other, kept as files that convince a stranger.

use std::fmt::Write as _;

use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, Hash, SignedNote, VerifierKey, verify_consistency};

use super::relation::Relation;
use crate::path::ObjectPath;
use crate::store::NewObject;

/// The first line of the file of a proof.
const HEADER: &str = "scrutineer/fork/v1";

/// Two notes that a log signed, and why they cannot both be of one growing tree.
///
/// It becomes files named by the SHA-256 of the two texts, whatever the time and whoever found it:
/// `<digest>-a.note` (the smaller tree), `<digest>-b.note`, and where there is one `<digest>.proof`. Two
/// roots of one size need no proof. For two sizes the proof shows which root the first entries of the
/// larger tree have: its text is
///
/// ```text
/// scrutineer/fork/v1
/// old <size of a>
/// new <size of b>
/// prefix <root of the first entries of the tree of b, in base64>
/// <hashes of the consistency proof from that root to the root of b, in base64>
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    small: (Checkpoint, SignedNote),
    large: (Checkpoint, SignedNote),
    proof: Option<(Hash, Vec<Hash>)>,
    /// What a witness was asked, as it came.
    request: Option<Vec<u8>>,
}

impl Evidence {
    /// Two notes, in any order.
    pub(crate) fn new(one: (Checkpoint, SignedNote), other: (Checkpoint, SignedNote)) -> Self {
        let (small, large) = if one.0.size() <= other.0.size() {
            (one, other)
        } else {
            (other, one)
        };
        Self {
            small,
            large,
            proof: None,
            request: None,
        }
    }

    /// The same with the proof of a relation, if that is a fork.
    pub(crate) fn with_relation(mut self, relation: &Relation) -> Self {
        if let Relation::Fork { prefix, proof } = relation {
            self.proof = Some((*prefix, proof.clone()));
        }
        self
    }

    pub(crate) fn with_request(mut self, request: &[u8]) -> Self {
        self.request = Some(request.to_vec());
        self
    }

    /// The log that signed both.
    pub fn origin(&self) -> &str {
        self.small.0.origin()
    }

    /// Whether the notes give two roots for one size.
    pub(crate) fn is_two_roots(&self) -> bool {
        self.small.0.size() == self.large.0.size() && self.small.0.root() != self.large.0.root()
    }

    /// Whether a stranger who trusts `keys` to be those of the log must conclude that it signed two
    /// histories: both notes hold, and either they give two roots for one size, or the proof shows that the
    /// first entries of the larger tree are not the smaller tree.
    pub fn proves_a_fork(&self, keys: &[VerifierKey]) -> bool {
        let holds = |(_, note): &(Checkpoint, SignedNote)| Checkpoint::verify(note, keys).is_ok();
        if !holds(&self.small) || !holds(&self.large) {
            return false;
        }
        let (small, large) = (&self.small.0, &self.large.0);
        if small.origin() != large.origin() {
            return false;
        }
        self.is_two_roots()
            || self.proof.as_ref().is_some_and(|(prefix, proof)| {
                prefix != small.root()
                    && verify_consistency(small.size(), large.size(), proof, prefix, large.root())
                        .is_ok()
            })
    }

    /// The files, below a folder.
    pub(crate) fn files(&self, folder: &ObjectPath) -> Vec<NewObject> {
        let (small, large) = (&self.small.1, &self.large.1);
        let digest = sha256([small.text(), large.text()].concat().as_bytes());
        let path = |end: &str| ObjectPath::known(format!("{folder}/{digest}{end}"));
        let mut files = vec![
            (path("-a.note"), small.to_string().into_bytes()),
            (path("-b.note"), large.to_string().into_bytes()),
        ];
        if let Some(proof) = self.proof_text() {
            files.push((path(".proof"), proof.into_bytes()));
        }
        if let Some(request) = &self.request {
            files.push((path(".request"), request.clone()));
        }
        files
    }

    fn proof_text(&self) -> Option<String> {
        let (prefix, proof) = self.proof.as_ref().filter(|_| !self.is_two_roots())?;
        let (old, new) = (self.small.0.size(), self.large.0.size());
        let mut text = format!(
            "{HEADER}\nold {old}\nnew {new}\nprefix {}\n",
            prefix.to_base64()
        );
        for hash in proof {
            let _ = writeln!(text, "{}", hash.to_base64());
        }
        Some(text)
    }

    /// Reads the files that were kept: the notes, and the proof where there is one. `None` unless they are
    /// of that form; whether they prove anything [`proves_a_fork`](Self::proves_a_fork) says.
    pub fn read(a: &[u8], b: &[u8], proof: Option<&[u8]>) -> Option<Self> {
        let note = |bytes: &[u8]| -> Option<(Checkpoint, SignedNote)> {
            let note = SignedNote::parse(bytes).ok()?;
            Some((note.text().parse().ok()?, note))
        };
        let mut evidence = Self::new(note(a)?, note(b)?);
        if let Some(bytes) = proof {
            let text = str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
            let mut lines = text.split('\n');
            let (old, new) = (evidence.small.0.size(), evidence.large.0.size());
            let stated = [
                HEADER.to_owned(),
                format!("old {old}"),
                format!("new {new}"),
            ];
            if !stated.iter().all(|line| lines.next() == Some(line)) {
                return None;
            }
            let prefix = Hash::from_base64(lines.next()?.strip_prefix("prefix ")?)?;
            let hashes: Option<Vec<Hash>> = lines.map(Hash::from_base64).collect();
            evidence.proof = Some((prefix, hashes?));
        }
        Some(evidence)
    }
}
