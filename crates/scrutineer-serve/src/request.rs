//! The head of a request, read from bytes (RFC 9112).

/// The most bytes of a head.
pub(crate) const MAX_HEAD: usize = 16 * 1024;

/// The most bytes of a target.
const MAX_TARGET: usize = 4 * 1024;

/// The most header fields.
const MAX_FIELDS: usize = 64;

/// A method that is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The content.
    Get,
    /// The fields alone.
    Head,
    /// What another origin may ask for.
    Options,
}

/// A request without a body. Fields that were not sent are `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path as it was sent, from its first `/`, still percent-encoded, without a query.
    pub path: String,
    /// `Host`, as it was sent.
    pub host: Option<String>,
    /// `Accept-Encoding`.
    pub accept_encoding: Option<String>,
    /// `If-None-Match`.
    pub if_none_match: Option<String>,
    /// `If-Range`.
    pub if_range: Option<String>,
    /// `Range`.
    pub range: Option<String>,
    /// Whether a browser asks before anybody wants to see it: `prefetch` in `Sec-Purpose` (Fetch standard, section
    /// 3.8), or `prefetch` or `preview` in `Purpose`, `X-Purpose` or `X-Moz` of older ones.
    pub is_ahead: bool,
    /// Whether the client speaks HTTP/1.1, and not 1.0.
    pub is_current: bool,
    /// Whether the connection may be used again.
    pub keeps_alive: bool,
}

/// What stands at the beginning of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Parsed {
    /// A request, and the length of its head.
    Whole(Box<Request>, usize),
    /// The beginning of one.
    Part,
    /// Something that is answered with this status, after which nothing else on the connection can be
    /// trusted.
    Bad(u16),
}

/// Reads a head from the beginning of `bytes`.
pub(crate) fn parse(bytes: &[u8]) -> Parsed {
    let mut fields = [httparse::EMPTY_HEADER; MAX_FIELDS];
    let mut head = httparse::Request::new(&mut fields);
    let length = match head.parse(bytes) {
        Ok(httparse::Status::Complete(length)) if length <= MAX_HEAD => length,
        Ok(httparse::Status::Partial) if bytes.len() < MAX_HEAD => return Parsed::Part,
        Ok(_) => {
            let is_target = head.path.is_none_or(|path| path.len() > MAX_TARGET);
            let no_line = !bytes.contains(&b'\n');
            return Parsed::Bad(if is_target && no_line { 414 } else { 431 });
        }
        Err(httparse::Error::TooManyHeaders) => return Parsed::Bad(431),
        Err(httparse::Error::Version) => return Parsed::Bad(505),
        Err(_) => return Parsed::Bad(400),
    };
    match read(&head) {
        Ok(request) => Parsed::Whole(Box::new(request), length),
        Err(status) => Parsed::Bad(status),
    }
}

fn read(head: &httparse::Request<'_, '_>) -> Result<Request, u16> {
    let target = head.path.unwrap_or_default();
    if target.len() > MAX_TARGET {
        return Err(414);
    }
    let field = |name: &str| one(head, name);
    // A body that is not read would be taken for the next request.
    if field("Transfer-Encoding")?.is_some() {
        return Err(400);
    }
    match field("Content-Length")?.as_deref() {
        None | Some("0") => {}
        Some(_) => return Err(413),
    }
    let method = match head.method.unwrap_or_default() {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        "OPTIONS" => Method::Options,
        _ => return Err(405),
    };
    let is_current = head.version == Some(1);
    let host = field("Host")?;
    if is_current && host.is_none() {
        return Err(400);
    }
    let connection = every(head, "Connection").to_ascii_lowercase();
    let says = |word: &str| connection.split(',').any(|said| said.trim() == word);
    Ok(Request {
        method,
        path: path_of(target, method)?,
        host,
        accept_encoding: Some(every(head, "Accept-Encoding")).filter(|value| !value.is_empty()),
        if_none_match: Some(every(head, "If-None-Match")).filter(|value| !value.is_empty()),
        if_range: field("If-Range")?,
        range: field("Range")?,
        is_ahead: is_ahead(head),
        is_current,
        keeps_alive: !says("close") && (is_current || says("keep-alive")),
    })
}

/// A field that stands once or not at all.
fn one(head: &httparse::Request<'_, '_>, name: &str) -> Result<Option<String>, u16> {
    let mut found = head
        .headers
        .iter()
        .filter(|field| field.name.eq_ignore_ascii_case(name));
    let (first, second) = (found.next(), found.next());
    if second.is_some() {
        return Err(400);
    }
    first.map(|field| text(field.value).ok_or(400)).transpose()
}

/// All values of a field, as the list that they are.
fn every(head: &httparse::Request<'_, '_>, name: &str) -> String {
    let values: Vec<String> = head
        .headers
        .iter()
        .filter(|field| field.name.eq_ignore_ascii_case(name))
        .filter_map(|field| text(field.value))
        .collect();
    values.join(",")
}

fn is_ahead(head: &httparse::Request<'_, '_>) -> bool {
    let names = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];
    names.iter().any(|name| {
        let said = every(head, name).to_ascii_lowercase();
        ["prefetch", "preview"]
            .iter()
            .any(|word| said.contains(word))
    })
}

fn text(value: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(value).ok()?;
    Some(text.trim().to_owned())
}

/// The path of a target in origin form or absolute form (RFC 9112 section 3.2).
fn path_of(target: &str, method: Method) -> Result<String, u16> {
    if target == "*" && method == Method::Options {
        return Ok("/".to_owned());
    }
    let rest = match target.split_once("://") {
        Some((scheme, rest)) if !scheme.contains('/') => {
            rest.find(['/', '?']).map_or("/", |at| &rest[at..])
        }
        _ => target,
    };
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    match path {
        "" => Ok("/".to_owned()),
        path if path.starts_with('/') => Ok(path.to_owned()),
        _ => Err(400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Request {
        match parse(text.as_bytes()) {
            Parsed::Whole(request, _) => *request,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_target_is_read_in_each_of_its_forms() {
        let path = |target: &str| whole(&format!("GET {target} HTTP/1.1\r\nHost: h\r\n\r\n")).path;
        assert_eq!(path("/a/b?c=/d"), "/a/b");
        assert_eq!(path("http://h:1/a%20b"), "/a%20b");
        assert_eq!(path("http://h"), "/");
        assert_eq!(path("/x?u=http://h/y"), "/x");
    }

    #[test]
    fn what_cannot_be_trusted_is_refused_with_its_status() {
        for (text, status) in [
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET a HTTP/1.1\r\nHost: h\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505),
            ("POST / HTTP/1.1\r\nHost: h\r\n\r\n", 405),
            (
                "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc",
                413,
            ),
            (
                "GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
                400,
            ),
            (
                "GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n",
                400,
            ),
            ("GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400),
            ("GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n", 400),
            ("\x16\x03\x01 hello", 400),
        ] {
            assert_eq!(parse(text.as_bytes()), Parsed::Bad(status), "{text:?}");
        }
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(80));
        assert_eq!(parse(many.as_bytes()), Parsed::Bad(431));
        let long = format!("GET / HTTP/1.1\r\nA: {}", "b".repeat(MAX_HEAD));
        assert_eq!(parse(long.as_bytes()), Parsed::Bad(431));
        let long = format!("GET /{}", "b".repeat(MAX_HEAD));
        assert_eq!(parse(long.as_bytes()), Parsed::Bad(414));
        let long = format!(
            "GET /{} HTTP/1.1\r\nHost: h\r\n\r\n",
            "b".repeat(MAX_TARGET)
        );
        assert_eq!(parse(long.as_bytes()), Parsed::Bad(414));
    }

    #[test]
    fn every_beginning_of_a_head_is_a_part_of_it() {
        let text = "GET /a HTTP/1.1\r\nHost: h\r\nRange: bytes=0-1\r\n\r\n";
        for end in 0..text.len() {
            assert_eq!(parse(&text.as_bytes()[..end]), Parsed::Part, "{end}");
        }
        assert_eq!(whole(text).range.as_deref(), Some("bytes=0-1"));
    }

    #[test]
    fn what_is_fetched_before_it_is_wanted_says_so() {
        let asked = |field: &str| whole(&format!("GET / HTTP/1.1\r\nHost: h\r\n{field}\r\n"));
        for field in [
            "Sec-Purpose: prefetch;prerender\r\n",
            "sec-purpose: Prefetch\r\n",
            "Purpose: prefetch\r\n",
            "X-Purpose: preview\r\n",
            "X-Moz: prefetch\r\n",
        ] {
            assert!(asked(field).is_ahead, "{field}");
        }
        for field in ["", "Sec-Fetch-Mode: navigate\r\n", "Sec-Purpose:\r\n"] {
            assert!(!asked(field).is_ahead, "{field}");
        }
    }

    #[test]
    fn a_connection_is_kept_as_its_version_says() {
        assert!(whole("GET / HTTP/1.1\r\nHost: h\r\n\r\n").keeps_alive);
        assert!(!whole("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n").keeps_alive);
        assert!(!whole("GET / HTTP/1.0\r\n\r\n").keeps_alive);
        assert!(whole("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keeps_alive);
    }
}
