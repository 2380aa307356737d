//! Keys of notes: names, verifier keys as text, and signing keys (C2SP signed-note, "Signatures" and
//! "Verifier keys").

mod sign;

use std::fmt;
use std::str::FromStr;

use crate::cosignature;
use crate::hash::sha256;
use crate::text;

pub(crate) use sign::KeyPair;
pub use sign::SigningKey;

/// The name of a key: not empty, without Unicode whitespace, `+` or control characters (C2SP
/// signed-note, "Format"). By convention an address without scheme; the key of a log has the name of its
/// origin.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// Why something is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a name.
    #[error("expected a key name without blanks, `+` and control characters, found {0:?}")]
    Name(String),
    /// Not of the form of a verifier key.
    #[error("expected a verifier key `NAME+ID+BASE64`, found {0:?}")]
    Form(String),
    /// A key of a type that this crate does not verify.
    #[error("{name}: expected a key of type 0x01 or 0x04, found 0x{found:02x}")]
    Type {
        /// The name of the key.
        name: KeyName,
        /// Its type.
        found: u8,
    },
    /// The stated id is not that of the key.
    #[error("{name}: expected key id {expected}, found {found}")]
    Id {
        /// The name of the key.
        name: KeyName,
        /// What its name, type and public key give.
        expected: KeyId,
        /// What is stated.
        found: String,
    },
    /// Bytes that are no point, no canonical point, or one under which every signature may hold.
    #[error("{name}: expected an Ed25519 public key in canonical form and not of small order")]
    Point {
        /// The name of the key.
        name: KeyName,
    },
}

impl KeyName {
    /// Checks a name.
    pub fn parse(name: &str) -> Result<Self, KeyError> {
        let is_allowed = |c: char| !c.is_whitespace() && c != '+' && c >= ' ';
        if name.is_empty() || !name.chars().all(is_allowed) {
            return Err(KeyError::Name(text::shortened(name)));
        }
        Ok(Self(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KeyName {
    type Err = KeyError;

    fn from_str(name: &str) -> Result<Self, KeyError> {
        Self::parse(name)
    }
}

/// The first four bytes of SHA-256(name || 0x0A || type || public key). It says which key to try, and
/// authenticates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; KeyId::LEN]);

impl KeyId {
    /// Bytes of an id.
    pub const LEN: usize = 4;

    /// An id of these bytes, as a signature carries them.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    fn of(name: &KeyName, algorithm: Algorithm, public: &[u8; 32]) -> Self {
        let mut hashed = Vec::from(name.as_str());
        hashed.extend([b'\n', algorithm.byte()]);
        hashed.extend(public);
        let [a, b, c, d, ..] = *sha256(&hashed).as_bytes();
        Self([a, b, c, d])
    }
}

/// Eight lower-case hexadecimal digits.
impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write_hex(f, &self.0)
    }
}

/// What a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// Type 0x01: Ed25519 over the text of the note. Logs sign so.
    Ed25519,
    /// Type 0x04: Ed25519 over a time and a checkpoint (C2SP tlog-cosignature). Witnesses sign so.
    CosignatureV1,
}

impl Algorithm {
    /// The type byte (C2SP signed-note, "Signature types").
    pub const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::CosignatureV1 => 0x04,
        }
    }

    const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            0x01 => Some(Self::Ed25519),
            0x04 => Some(Self::CosignatureV1),
            _ => None,
        }
    }
}

/// A key to verify with. `Display` and `FromStr` are the text `NAME+ID+BASE64` (C2SP signed-note,
/// "Verifier keys").
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    id: KeyId,
    algorithm: Algorithm,
    key: ed25519_dalek::VerifyingKey,
}

impl VerifierKey {
    /// A key from its parts. Refuses points of small order and encodings that are not canonical.
    pub fn new(name: KeyName, algorithm: Algorithm, public: &[u8; 32]) -> Result<Self, KeyError> {
        let key = ed25519_dalek::VerifyingKey::from_bytes(public)
            .ok()
            .filter(|key| !key.is_weak() && key.to_edwards().compress().to_bytes() == *public);
        let Some(key) = key else {
            return Err(KeyError::Point { name });
        };
        Ok(Self {
            id: KeyId::of(&name, algorithm, public),
            name,
            algorithm,
            key,
        })
    }

    /// The name.
    pub const fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// What it signs.
    pub const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The public key, the same whatever name and type it appears under.
    pub fn public(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// Verifies the bytes of a signature, without the key id, over the text of a note. Gives the time of
    /// a cosignature in POSIX seconds, `None` for a type without time.
    pub(crate) fn verify(&self, text: &str, signature: &[u8]) -> Result<Option<u64>, DoesNotHold> {
        match self.algorithm {
            Algorithm::Ed25519 => self.verify_bytes(text.as_bytes(), signature).map(|()| None),
            Algorithm::CosignatureV1 => {
                let (time, signature) = cosignature::split(signature).ok_or(DoesNotHold)?;
                let message = cosignature::message(time, text);
                self.verify_bytes(message.as_bytes(), signature)
                    .map(|()| Some(time))
            }
        }
    }

    fn verify_bytes(&self, message: &[u8], signature: &[u8]) -> Result<(), DoesNotHold> {
        ed25519_dalek::Signature::from_slice(signature)
            .and_then(|signature| self.key.verify_strict(message, &signature))
            .map_err(|_| DoesNotHold)
    }
}

/// A signature that does not hold; why is nobody's business.
pub(crate) struct DoesNotHold;

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut encoded = vec![self.algorithm.byte()];
        encoded.extend(self.public());
        let Self { name, id, .. } = self;
        write!(f, "{name}+{id}+{}", text::encode_base64(&encoded))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let form = || KeyError::Form(text::shortened(text));
        // The base64 may itself contain plus signs.
        let mut parts = text.splitn(3, '+');
        let mut part = || parts.next().ok_or_else(form);
        let (name, id, encoded) = (part()?, part()?, part()?);
        let name = KeyName::parse(name)?;
        let encoded = text::decode_base64(encoded).ok_or_else(form)?;
        let (&byte, public) = encoded.split_first().ok_or_else(form)?;
        let Some(algorithm) = Algorithm::from_byte(byte) else {
            return Err(KeyError::Type { name, found: byte });
        };
        let public = public.try_into().map_err(|_| form())?;
        let key = Self::new(name, algorithm, public)?;
        if key.id.to_string() != id {
            return Err(KeyError::Id {
                name: key.name,
                expected: key.id,
                found: text::shortened(id),
            });
        }
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name() -> KeyName {
        KeyName::parse("log.example/a").unwrap()
    }

    #[test]
    fn names_without_blanks_and_plus_are_names() {
        for accepted in ["a", "log.example/2026", "bitácora.example", "—", "\u{7f}"] {
            assert!(KeyName::parse(accepted).is_ok(), "{accepted:?}");
        }
        for refused in [
            "",
            " ",
            "a b",
            "a+b",
            "a\n",
            "a\u{a0}b",
            "a\u{2003}",
            "a\u{1}",
            "a\u{85}",
        ] {
            assert!(KeyName::parse(refused).is_err(), "{refused:?}");
        }
    }

    /// The eight encodings of points of small order, and two that are not canonical (RFC 8032 section
    /// 5.1.3: y below 2^255 - 19).
    #[test]
    fn weak_and_uncanonical_points_are_refused() {
        let one = {
            let mut bytes = [0; 32];
            bytes[0] = 1;
            bytes
        };
        let minus_one = {
            let mut bytes = [0xff; 32];
            bytes[0] = 0xec;
            bytes[31] = 0x7f;
            bytes
        };
        let above = |low: u8| {
            let mut bytes = [0xff; 32];
            bytes[0] = low;
            bytes[31] = 0x7f;
            bytes
        };
        let order_eight = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
        let order_eight: [u8; 32] = text::decode_hex(order_eight).unwrap().try_into().unwrap();
        let refused = [
            one,
            minus_one,
            [0; 32],
            order_eight,
            above(0xed),
            above(0xee),
            above(0xf0),
        ];
        for public in refused {
            assert_eq!(
                VerifierKey::new(name(), Algorithm::Ed25519, &public),
                Err(KeyError::Point { name: name() }),
                "{public:02x?}"
            );
        }
    }

    #[test]
    fn a_verifier_key_has_one_text() {
        let key = SigningKey::from_seed(name(), &[7; 32]).unwrap();
        let text = key.verifier().to_string();
        assert_eq!(text.parse::<VerifierKey>().as_ref(), Ok(key.verifier()));
        let (_, id_on) = text.split_once('+').unwrap();
        let (id, encoded) = id_on.split_once('+').unwrap();
        for refused in [
            String::new(),
            "log.example/a".to_owned(),
            format!("log.example/a+{id}"),
            format!("log.example/b+{id}+{encoded}"),
            format!("log.example/a+00000000+{encoded}"),
            format!("log.example/a+0{id}+{encoded}"),
            format!("log.example/a+{id}+{encoded} "),
            format!("log.example/a+{id}+{}", &encoded[4..]),
            format!("log.example/a+{id}+"),
        ] {
            assert!(refused.parse::<VerifierKey>().is_err(), "{refused}");
        }
    }

    #[test]
    fn a_key_of_another_type_is_told_apart_from_a_malformed_one() {
        let text = format!("a+00000000+{}", text::encode_base64(&[6, 1, 2]));
        assert_eq!(
            text.parse::<VerifierKey>(),
            Err(KeyError::Type {
                name: KeyName::parse("a").unwrap(),
                found: 6
            })
        );
    }

    #[test]
    fn a_signing_key_does_not_show_its_seed() {
        let key = SigningKey::from_seed(name(), &[0x5a; 32]).unwrap();
        let shown = format!("{key:?}");
        assert_eq!(shown, format!("SigningKey({})", key.verifier()));
        assert!(!shown.contains("5a5a") && !shown.contains("90, 90"));
    }
}
