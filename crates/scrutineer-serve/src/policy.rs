//! What a page may do.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The content security policy of a page: files of its own origin, style sheets inside the page by
/// their digest, no script inside the page, no form, no frame, nothing from elsewhere.
///
/// `page` is the page, or its beginning up to the end of its last style sheet.
pub fn page_policy(page: &[u8]) -> String {
    let mut styles = String::new();
    for css in sheets(page) {
        let digest = STANDARD.encode(Sha256::digest(css));
        styles.push_str(" 'sha256-");
        styles.push_str(&digest);
        styles.push('\'');
    }
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; \
         font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    )
}

/// What stands between `<style>` and `</style>`, a few at most.
fn sheets(page: &[u8]) -> Vec<&[u8]> {
    const MOST: usize = 4;
    let mut found = Vec::new();
    let mut rest = page;
    while found.len() < MOST {
        let Some(after) = after(rest, b"<style") else {
            break;
        };
        let Some(css) = after_byte(after, b'>') else {
            break;
        };
        let Some(end) = position(css, b"</style") else {
            break;
        };
        let (sheet, remaining) = css.split_at(end);
        found.push(sheet);
        rest = remaining;
    }
    found
}

fn after<'a>(bytes: &'a [u8], mark: &[u8]) -> Option<&'a [u8]> {
    bytes.get(position(bytes, mark)? + mark.len()..)
}

fn after_byte(bytes: &[u8], mark: u8) -> Option<&[u8]> {
    let at = bytes.iter().position(|byte| *byte == mark)?;
    bytes.get(at + 1..)
}

fn position(bytes: &[u8], mark: &[u8]) -> Option<usize> {
    bytes
        .windows(mark.len())
        .position(|window| window.eq_ignore_ascii_case(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_in_the_page_is_named_by_its_digest_and_a_script_is_not() {
        // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
        let page = b"<!doctype html><style media=all>p{color:red}</style><script>x()</script>";
        let policy = page_policy(page);
        assert!(
            policy.contains("'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256").count(), 1);
        assert!(!policy.contains("unsafe"));
    }

    #[test]
    fn a_page_that_is_cut_off_or_has_no_sheet_gets_the_strict_policy() {
        for page in [&b""[..], b"<style", b"<style>p{", b"<p>\xff"] {
            assert!(page_policy(page).contains("style-src 'self';"), "{page:?}");
        }
    }
}
