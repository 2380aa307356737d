//! How large a JSON text becomes when it is read.

/// How many parts the lists and tables of a JSON text have, one for each comma that is in no text: what a reader that
/// holds all of it must have room for. It reads anything, JSON or not.
pub fn json_parts(text: &[u8]) -> usize {
    let (mut count, mut is_text, mut is_escaped) = (0, false, false);
    for byte in text {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b',' if !is_text => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_in_texts_are_no_parts() {
        assert_eq!(json_parts(br#"[1,2,"a,b\",c",{"x":[],"y,":0}]"#), 4);
        assert_eq!(json_parts(b""), 0);
    }
}
