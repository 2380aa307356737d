//! Private keys: made here, kept encrypted on disk, never printed.

mod file;
mod recovery;

use std::fmt;

use ed25519_dalek::SigningKey as Ed25519;
use ed25519_dalek::pkcs8::{DecodePrivateKey, KeypairBytes};
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::{EncodePrivateKey, LineEnding, PrivateKeyInfoRef, SecretDocument};
use scrutineer_tlog::key::KeyError;
use scrutineer_tlog::{CosigningKey, KeyName, SigningKey};

pub use file::{read_key_file, write_key_file};
pub use recovery::{ParseRecoveryError, Quorum, RecoveryError, RecoveryKey, RecoveryPolicy};

/// What every output says that rests on [`PrivateKey::insecure_demo`].
pub const INSECURE_DEMO_LABEL: &str =
    "INSECURE DEMO KEY: it is known to everyone, so its signatures prove nothing";

/// scrypt with N = 2^14, r = 8, p = 5: 16 MiB of memory. One of the equivalent settings of the OWASP
/// guidance on storing passwords, and the largest N that OpenSSL reads with its default memory limit.
const SCRYPT: (u8, u32, u32) = (14, 8, 5);

/// The label of an encrypted key (RFC 7468 section 11).
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";

/// A private Ed25519 key. Wiped from memory when dropped; `Debug` shows nothing of it.
pub struct PrivateKey {
    key: Ed25519,
    is_insecure_demo: bool,
}

/// What goes wrong with a private key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PrivateKeyError {
    /// The operating system gave no random bytes.
    #[error("no random bytes from the operating system: {0}")]
    Random(String),
    /// A passphrase without a character.
    #[error("expected a passphrase, found an empty one")]
    EmptyPassphrase,
    /// The known key of a demonstration would look like a secret one once it is in a file.
    #[error("the insecure demo key is not written to a file")]
    Demo,
    /// Not an encrypted Ed25519 key in PKCS#8 and PEM.
    #[error("expected an encrypted private key in PEM, found something else: {0}")]
    Form(String),
    /// The passphrase does not open the key.
    #[error("the passphrase does not open this key")]
    Passphrase,
    /// The key file could not be read or written.
    #[error("cannot {action} the key file: {error}")]
    File {
        /// `read` or `write`.
        action: &'static str,
        /// Why not.
        #[source]
        error: std::io::Error,
    },
    /// A name that no key can have, or a key that cannot sign.
    #[error(transparent)]
    Key(#[from] KeyError),
}

impl PrivateKey {
    /// A new key from the randomness of the operating system.
    ///
    /// # Errors
    ///
    /// [`PrivateKeyError::Random`].
    pub fn generate() -> Result<Self, PrivateKeyError> {
        random().map(|seed| Self::from_seed(&seed))
    }

    /// The key of a 32-byte seed (RFC 8032 section 5.1.5).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self {
            key: Ed25519::from_bytes(seed),
            is_insecure_demo: false,
        }
    }

    /// The key of demonstrations. It is part of this program, so everybody can sign with it: whatever it
    /// signs must carry [`INSECURE_DEMO_LABEL`].
    pub fn insecure_demo() -> Self {
        let seed = scrutineer_tlog::hash::sha256(b"scrutineer insecure demo key");
        Self {
            is_insecure_demo: true,
            ..Self::from_seed(seed.as_bytes())
        }
    }

    /// Whether this is [`PrivateKey::insecure_demo`], also when it was made from its seed.
    pub fn is_insecure_demo(&self) -> bool {
        self.is_insecure_demo || self.key.as_bytes() == Self::insecure_demo().key.as_bytes()
    }

    /// The key as that of a log, or of whoever signs plain notes.
    ///
    /// # Errors
    ///
    /// Never for a key that was generated here; one given as a seed may be too weak.
    pub fn signing_key(&self, name: KeyName) -> Result<SigningKey, KeyError> {
        SigningKey::from_seed(name, self.key.as_bytes())
    }

    /// The key as that of a witness.
    ///
    /// # Errors
    ///
    /// As [`signing_key`](Self::signing_key).
    pub fn cosigning_key(&self, name: KeyName) -> Result<CosigningKey, KeyError> {
        CosigningKey::from_seed(name, self.key.as_bytes())
    }

    /// The key in PKCS#8, encrypted (PBES2 with scrypt and AES-256-CBC, RFC 8018 and RFC 7914), in PEM.
    /// Other programs read it: `openssl pkey -in FILE`.
    ///
    /// The passphrase is used as it is, so the caller decides about encoding and normal form, and wipes it.
    ///
    /// # Errors
    ///
    /// [`PrivateKeyError::EmptyPassphrase`], [`PrivateKeyError::Demo`], and if there is no randomness.
    pub fn to_pem(&self, passphrase: &[u8]) -> Result<String, PrivateKeyError> {
        if passphrase.is_empty() {
            return Err(PrivateKeyError::EmptyPassphrase);
        }
        if self.is_insecure_demo() {
            return Err(PrivateKeyError::Demo);
        }
        self.encrypt(passphrase, random()?, random()?)
            .map_err(|error| PrivateKeyError::Form(error.to_string()))
    }

    fn encrypt(&self, passphrase: &[u8], salt: [u8; 16], iv: [u8; 16]) -> pkcs8::Result<String> {
        // Without the public half: the older form, which more programs read.
        let pair = KeypairBytes {
            secret_key: self.key.to_bytes(),
            public_key: None,
        };
        let plain = pair.to_pkcs8_der()?;
        let (log_n, r, p) = SCRYPT;
        let cost =
            scrypt::Params::new(log_n, r, p).map_err(|_| pkcs8::Error::ParametersMalformed)?;
        let parameters = pbes2::Parameters::generate_scrypt_aes256cbc(cost, &salt, iv)?;
        let encrypted: SecretDocument = PrivateKeyInfoRef::try_from(plain.as_bytes())?
            .encrypt_with_params(parameters, passphrase)?;
        Ok(encrypted.to_pem(ENCRYPTED, LineEnding::LF)?.to_string())
    }

    /// Reads what [`PrivateKey::to_pem`] or another program wrote. An unencrypted key is refused.
    ///
    /// # Errors
    ///
    /// [`PrivateKeyError::Passphrase`] if it does not open the key, [`PrivateKeyError::Form`] for anything
    /// that is no such key.
    pub fn from_pem(pem: &str, passphrase: &[u8]) -> Result<Self, PrivateKeyError> {
        let form = |error: &dyn fmt::Display| PrivateKeyError::Form(error.to_string());
        let (label, document) = SecretDocument::from_pem(pem).map_err(|error| form(&error))?;
        if label != ENCRYPTED {
            return Err(form(&format_args!("found the label {label:?}")));
        }
        let encrypted = pkcs8::EncryptedPrivateKeyInfoRef::try_from(document.as_bytes())
            .map_err(|error| form(&error))?;
        // A wrong passphrase shows as wrong padding, or as plain bytes that are no key.
        let plain = encrypted
            .decrypt(passphrase)
            .map_err(|_| PrivateKeyError::Passphrase)?;
        let key = Ed25519::from_pkcs8_der(plain.as_bytes()).map_err(|error| form(&error))?;
        Ok(Self {
            key,
            is_insecure_demo: false,
        })
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(not shown)")
    }
}

fn random<const N: usize>() -> Result<[u8; N], PrivateKeyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| PrivateKeyError::Random(error.to_string()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_file_and_only_its_passphrase_opens_it() {
        let key = PrivateKey::generate().unwrap();
        let pem = key.to_pem("contraseña 1".as_bytes()).unwrap();
        assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        let read = PrivateKey::from_pem(&pem, "contraseña 1".as_bytes()).unwrap();
        assert_eq!(read.key.as_bytes(), key.key.as_bytes());
        assert!(PrivateKey::from_pem(&pem, b"contrasena 1").is_err());
        assert!(PrivateKey::from_pem(&pem, b"").is_err());
        assert_ne!(
            pem,
            key.to_pem("contraseña 1".as_bytes()).unwrap(),
            "the salt is new"
        );
    }

    #[test]
    fn empty_passphrases_plain_keys_and_demo_files_are_refused() {
        let key = PrivateKey::from_seed(&[7; 32]);
        assert!(matches!(
            key.to_pem(b""),
            Err(PrivateKeyError::EmptyPassphrase)
        ));
        assert!(matches!(
            PrivateKey::insecure_demo().to_pem(b"secret"),
            Err(PrivateKeyError::Demo)
        ));
        // The key of RFC 8410 section 10.3, which is not encrypted.
        let plain = "-----BEGIN PRIVATE KEY-----\n\
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n\
            -----END PRIVATE KEY-----\n";
        assert!(matches!(
            PrivateKey::from_pem(plain, b"secret"),
            Err(PrivateKeyError::Form(_))
        ));
        assert!(PrivateKey::from_pem("", b"secret").is_err());
    }

    #[test]
    fn nothing_of_a_key_is_printed_and_the_demo_key_is_recognised() {
        let key = PrivateKey::from_seed(&[7; 32]);
        assert_eq!(format!("{key:?}"), "PrivateKey(not shown)");
        assert!(!key.is_insecure_demo());
        let demo = PrivateKey::insecure_demo();
        assert!(demo.is_insecure_demo());
        assert!(PrivateKey::from_seed(demo.key.as_bytes()).is_insecure_demo());
    }
}
