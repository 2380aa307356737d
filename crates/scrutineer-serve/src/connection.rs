//! One connection: requests in, responses out, one after the other.

use std::fmt::Write as _;
use std::io::{self, IoSlice, Read, Seek, SeekFrom, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::answer::{Answer, Body, Response, reason};
use crate::request::{Method, Parsed, Request, parse};
use crate::server::Line;

/// How long a connection may be without a request.
const IDLE: Duration = Duration::from_secs(20);
/// How long a head may take from its first byte on.
const HEAD: Duration = Duration::from_secs(10);
/// How long one piece may take to be taken.
const PIECE: Duration = Duration::from_secs(20);
/// Bytes of a piece of a file.
const PIECE_BYTES: usize = 64 * 1024;
/// Bytes that are read at once.
const READ_BYTES: usize = 4 * 1024;

/// Answers what comes over a connection until it ends.
pub(crate) fn serve(line: &Line, answer: &dyn Answer) -> io::Result<()> {
    let stream = line.stream();
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(PIECE))?;
    let mut held: Vec<u8> = Vec::with_capacity(READ_BYTES);
    loop {
        match parse(&held) {
            Parsed::Whole(request, length) => {
                held.drain(..length);
                line.begin();
                let keeps = request.keeps_alive && !line.is_ending();
                let response = answer.answer(&request);
                respond(line, &request, response, keeps)?;
                line.end();
                if !keeps {
                    return farewell(stream);
                }
            }
            Parsed::Part => {
                if !more(stream, &mut held)? {
                    return Ok(());
                }
            }
            Parsed::Bad(status) => {
                line.begin();
                let mut response = Response::refusal(status);
                if status == 405 {
                    response = response.with("Allow", "GET, HEAD, OPTIONS");
                }
                send(line, response, true, true, false)?;
                return farewell(stream);
            }
        }
    }
}

/// Reads more of a head. `false` at the end of the connection.
fn more(stream: &TcpStream, held: &mut Vec<u8>) -> io::Result<bool> {
    // The time of a head runs from its first byte, however slowly the others follow.
    let is_begun = !held.is_empty();
    let start = Instant::now();
    let limit = if is_begun { HEAD } else { IDLE };
    let mut buffer = [0; READ_BYTES];
    loop {
        let left = limit.saturating_sub(start.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        let mut source = stream;
        let count = match source.read(&mut buffer) {
            Ok(0) => return Ok(false),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = buffer.get(..count).unwrap_or_default();
        held.extend_from_slice(read);
        // Only a whole head, or one that is refused, leaves before its time is over.
        if !is_begun || !matches!(parse(held), Parsed::Part) {
            return Ok(true);
        }
    }
}

fn respond(line: &Line, request: &Request, response: Response, keeps: bool) -> io::Result<()> {
    let sends_body = request.method != Method::Head;
    send(line, response, sends_body, request.is_current, keeps)
}

fn send(
    line: &Line,
    response: Response,
    sends_body: bool,
    is_current: bool,
    keeps: bool,
) -> io::Result<()> {
    let stream = line.stream();
    let length = response.body.length();
    let mut head = String::with_capacity(512);
    // Writing to a string cannot fail.
    let _ = write!(
        head,
        "HTTP/1.1 {} {}\r\n",
        response.status,
        reason(response.status)
    );
    if let Some(date) = now() {
        field(&mut head, "Date", &date);
    }
    for (name, value) in &response.fields {
        field(&mut head, name, value);
    }
    match length {
        // These have no content by definition.
        _ if [204, 304].contains(&response.status) => {}
        Some(length) => field(&mut head, "Content-Length", &length.to_string()),
        None => field(&mut head, "Transfer-Encoding", "chunked"),
    }
    match (keeps, is_current) {
        (false, _) => field(&mut head, "Connection", "close"),
        (true, false) => field(&mut head, "Connection", "keep-alive"),
        (true, true) => {}
    }
    head.push_str("\r\n");
    let head = head.into_bytes();
    match response.body {
        Body::Bytes(bytes, range) if sends_body => {
            let bytes = bytes.get(range).unwrap_or_default();
            both(line, &head, bytes)
        }
        Body::File {
            mut file,
            start,
            length,
        } if sends_body => {
            piece(line, &head)?;
            file.seek(SeekFrom::Start(start))?;
            let mut buffer = vec![0; PIECE_BYTES];
            let mut left = length;
            while left > 0 {
                let most = usize::try_from(left)
                    .unwrap_or(PIECE_BYTES)
                    .min(PIECE_BYTES);
                let part = buffer.get_mut(..most).unwrap_or_default();
                let count = file.read(part)?;
                if count == 0 {
                    // The file became shorter; a client sees the end before the length is reached.
                    stream.shutdown(Shutdown::Both)?;
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                piece(line, part.get(..count).unwrap_or_default())?;
                left = left.saturating_sub(count as u64);
            }
            Ok(())
        }
        Body::Compressed(file, permit) if sends_body => {
            piece(line, &head)?;
            let result = compressed(line, file);
            drop(permit);
            result
        }
        _ => piece(line, &head),
    }
}

/// A file through gzip in chunks (RFC 9112 section 7.1).
fn compressed(line: &Line, mut file: std::fs::File) -> io::Result<()> {
    let mut encoder = GzEncoder::new(Chunks { line }, Compression::fast());
    let mut buffer = vec![0; PIECE_BYTES];
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        encoder.write_all(buffer.get(..count).unwrap_or_default())?;
    }
    encoder.finish()?;
    piece(line, b"0\r\n\r\n")
}

struct Chunks<'a> {
    line: &'a Line,
}

impl Write for Chunks<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !bytes.is_empty() {
            let mut chunk = format!("{:x}\r\n", bytes.len()).into_bytes();
            chunk.extend_from_slice(bytes);
            chunk.extend_from_slice(b"\r\n");
            piece(self.line, &chunk)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Head and content, in one call of the system where it takes them.
fn both(line: &Line, head: &[u8], body: &[u8]) -> io::Result<()> {
    let mut stream = line.stream();
    let written = stream.write_vectored(&[IoSlice::new(head), IoSlice::new(body)])?;
    line.progress();
    if let Some(rest) = head.get(written..) {
        piece(line, rest)?;
    }
    let begun = written.saturating_sub(head.len());
    for part in body.get(begun..).unwrap_or_default().chunks(PIECE_BYTES) {
        piece(line, part)?;
    }
    Ok(())
}

fn piece(line: &Line, bytes: &[u8]) -> io::Result<()> {
    let mut stream = line.stream();
    stream.write_all(bytes)?;
    line.progress();
    Ok(())
}

/// One header field; what could end it early is left out.
fn field(head: &mut String, name: &str, value: &str) {
    head.push_str(name);
    head.push_str(": ");
    head.extend(value.chars().filter(|c| !c.is_control()));
    head.push_str("\r\n");
}

/// The time as RFC 9110 section 5.6.7 writes it.
fn now() -> Option<String> {
    jiff::fmt::rfc2822::DateTimePrinter::new()
        .timestamp_to_rfc9110_string(&jiff::Timestamp::now())
        .ok()
}

/// Says that nothing more comes, and takes what is still on its way: closing with unread bytes would
/// make the system throw away the response.
fn farewell(stream: &TcpStream) -> io::Result<()> {
    const MOST: usize = 16;
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_secs(1)))?;
    let mut source = stream;
    let mut buffer = [0; READ_BYTES];
    for _ in 0..MOST {
        if source.read(&mut buffer)? == 0 {
            break;
        }
    }
    Ok(())
}
