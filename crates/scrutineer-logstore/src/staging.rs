//! A batch on its way: everything that will be written once the head is swapped, as one object.
//!
//! If the process dies after the swap, the next one finds here what the log lacks. The object is bytes of
//! our own, read by nobody else, and says at its end what it must hash to: a batch that was cut short is
//! not mistaken for a whole one.

use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;

use crate::path::ObjectPath;
use crate::store::NewObject;

/// The folder of the private state in which batches wait.
const FOLDER: &str = "staging";

const MAGIC: &str = "scrutineer-staging/1";

/// The largest staged batch in bytes; what the writer accepts stays below it.
pub(crate) const MAX_STAGED: u64 = 1 << 30;

/// The name of a staged batch: where the log was, where it will be, and the beginning of its root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StagedName {
    /// Entries before the batch.
    pub(crate) base: u64,
    /// Entries after it.
    pub(crate) size: u64,
    root: String,
}

/// The objects of a batch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Batch {
    /// The size of the log with the batch.
    pub(crate) size: u64,
    /// The root of the log with the batch.
    pub(crate) root: Hash,
    /// Tiles and bundles.
    pub(crate) objects: Vec<NewObject>,
}

impl StagedName {
    pub(crate) fn new(base: u64, size: u64, root: Hash) -> Self {
        let root = root.to_string().chars().take(8).collect();
        Self { base, size, root }
    }

    pub(crate) fn folder() -> ObjectPath {
        ObjectPath::known(FOLDER)
    }

    pub(crate) fn path(&self) -> ObjectPath {
        ObjectPath::known(format!(
            "{FOLDER}/{}-{}-{}",
            self.base, self.size, self.root
        ))
    }

    /// `None` for a name that no writer gives.
    pub(crate) fn parse(path: &ObjectPath) -> Option<Self> {
        let name = path.as_str().strip_prefix(FOLDER)?.strip_prefix('/')?;
        let (base, rest) = name.split_once('-')?;
        let (size, root) = rest.split_once('-')?;
        let parsed = Self {
            base: base.parse().ok()?,
            size: size.parse().ok()?,
            root: root.to_owned(),
        };
        (parsed.path() == *path).then_some(parsed)
    }

    /// Whether the batch leads to this head.
    pub(crate) fn leads_to(&self, size: u64, root: Hash) -> bool {
        *self == Self::new(self.base, size, root)
    }
}

impl Batch {
    /// The bytes to stage.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let content: usize = self.objects.iter().map(|(_, bytes)| bytes.len() + 64).sum();
        let mut staged = Vec::with_capacity(content + 256);
        let (size, root, count) = (self.size, self.root, self.objects.len());
        staged.extend_from_slice(format!("{MAGIC}\n{size} {root} {count}\n").as_bytes());
        for (path, bytes) in &self.objects {
            staged.extend_from_slice(format!("{path} {}\n", bytes.len()).as_bytes());
            staged.extend_from_slice(bytes);
        }
        let digest = sha256(&staged);
        staged.extend_from_slice(digest.as_bytes());
        staged
    }

    /// Reads what [`Batch::encode`] wrote; `None` for anything else, whole or not.
    pub(crate) fn decode(staged: &[u8]) -> Option<Self> {
        let (content, digest) = staged.split_last_chunk::<{ Hash::LEN }>()?;
        if sha256(content).as_bytes() != digest {
            return None;
        }
        let mut rest = content;
        if cut_line(&mut rest)? != MAGIC {
            return None;
        }
        let mut header = cut_line(&mut rest)?.split(' ');
        let size = header.next()?.parse().ok()?;
        let root = header.next()?.parse().ok()?;
        let count: usize = header.next()?.parse().ok()?;
        let mut objects = Vec::new();
        for _ in 0..count {
            let (path, length) = cut_line(&mut rest)?.split_once(' ')?;
            let (bytes, after) = rest.split_at_checked(length.parse().ok()?)?;
            objects.push((ObjectPath::parse(path).ok()?, bytes.to_vec()));
            rest = after;
        }
        let batch = Self {
            size,
            root,
            objects,
        };
        rest.is_empty().then_some(batch)
    }
}

fn cut_line<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let end = rest.iter().position(|&byte| byte == b'\n')?;
    let (line, after) = rest.split_at_checked(end)?;
    *rest = after.get(1..)?;
    std::str::from_utf8(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch() -> Batch {
        Batch {
            size: 300,
            root: sha256(b"root"),
            objects: vec![
                (ObjectPath::known("tile/0/000"), b"line\nline 7\n".to_vec()),
                (ObjectPath::known("tile/entries/001.p/44"), Vec::new()),
            ],
        }
    }

    #[test]
    fn a_batch_survives_staging() {
        assert_eq!(Batch::decode(&batch().encode()), Some(batch()));
    }

    #[test]
    fn a_batch_that_is_cut_or_has_one_bit_changed_is_not_replayed() {
        let whole = batch().encode();
        for length in 0..whole.len() {
            assert_eq!(
                Batch::decode(whole.get(..length).unwrap()),
                None,
                "{length}"
            );
        }
        for bit in 0..whole.len() * 8 {
            let mut changed = whole.clone();
            *changed.get_mut(bit / 8).unwrap() ^= 1 << (bit % 8);
            assert_eq!(Batch::decode(&changed), None, "bit {bit}");
        }
    }

    #[test]
    fn a_name_says_where_its_batch_leads() {
        let root = sha256(b"root");
        let name = StagedName::new(256, 300, root);
        assert_eq!(StagedName::parse(&name.path()), Some(name.clone()));
        assert!(name.leads_to(300, root));
        assert!(!name.leads_to(300, sha256(b"other")));
        assert!(!name.leads_to(301, root));
        for other in ["staging/1-2", "staging/01-2-00000000", "head"] {
            assert_eq!(
                StagedName::parse(&ObjectPath::known(other)),
                None,
                "{other}"
            );
        }
    }
}
