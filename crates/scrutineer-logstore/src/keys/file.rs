//! Key files.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use super::{PrivateKey, PrivateKeyError};

/// More than any key file.
const LIMIT: u64 = 1 << 16;

/// Writes a key, encrypted, to a new file that only its owner can read. The file is durable when this
/// returns. An existing file is never overwritten: there may be no other copy of the key in it.
///
/// # Errors
///
/// As [`PrivateKey::to_pem`], and those of the file system.
pub fn write_key_file(
    path: &Path,
    key: &PrivateKey,
    passphrase: &[u8],
) -> Result<(), PrivateKeyError> {
    let pem = key.to_pem(passphrase)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(path)?;
        file.write_all(pem.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error| PrivateKeyError::File {
        action: "write",
        error,
    })
}

/// Reads a key file.
///
/// # Errors
///
/// As [`PrivateKey::from_pem`], and those of the file system.
pub fn read_key_file(path: &Path, passphrase: &[u8]) -> Result<PrivateKey, PrivateKeyError> {
    let fail = |error| PrivateKeyError::File {
        action: "read",
        error,
    };
    if fs::metadata(path).map_err(fail)?.len() > LIMIT {
        return Err(PrivateKeyError::Form("it is too long".to_owned()));
    }
    let pem = fs::read_to_string(path).map_err(fail)?;
    PrivateKey::from_pem(&pem, passphrase)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use scrutineer_testkit::requirement::skip_without;
    use scrutineer_testkit::scratch::Scratch;
    use scrutineer_tlog::KeyName;

    use super::*;

    #[test]
    fn a_key_file_is_private_and_never_overwritten() {
        let scratch = Scratch::new();
        let path = scratch.path().join("log.key");
        let key = PrivateKey::generate().unwrap();
        write_key_file(&path, &key, b"secret").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let other = PrivateKey::generate().unwrap();
        assert!(write_key_file(&path, &other, b"secret").is_err());
        let name = || KeyName::parse("log.example").unwrap();
        let read = read_key_file(&path, b"secret").unwrap();
        assert_eq!(
            read.signing_key(name()).unwrap().verifier(),
            key.signing_key(name()).unwrap().verifier()
        );
    }

    /// Runs openssl; `None` where it is absent.
    fn openssl(arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
        let child = Command::new("openssl")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok();
        let mut child = skip_without("openssl", "apt-get install openssl", child)?;
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        Some(output.stdout)
    }

    #[test]
    fn openssl_reads_our_key_files_and_we_read_those_of_openssl() {
        let key = PrivateKey::generate().unwrap();
        let pem = key.to_pem(b"secret").unwrap();
        let public = [
            "pkey",
            "-passin",
            "pass:secret",
            "-pubout",
            "-outform",
            "DER",
        ];
        let Some(public) = openssl(&public, pem.as_bytes()) else {
            return;
        };
        let name = || KeyName::parse("log.example").unwrap();
        let own = key.signing_key(name()).unwrap();
        // The last 32 bytes of the public key in DER are the key (RFC 8410 section 4).
        assert!(public.ends_with(own.verifier().public()));

        let plain = openssl(&["genpkey", "-algorithm", "ed25519"], b"").unwrap();
        let encrypt = ["pkcs8", "-topk8", "-scrypt", "-passout", "pass:other"];
        let encrypted = String::from_utf8(openssl(&encrypt, &plain).unwrap()).unwrap();
        let read = PrivateKey::from_pem(&encrypted, b"other").unwrap();
        let public = openssl(&["pkey", "-pubout", "-outform", "DER"], &plain).unwrap();
        let theirs = read.signing_key(name()).unwrap();
        assert!(public.ends_with(theirs.verifier().public()));
    }
}
