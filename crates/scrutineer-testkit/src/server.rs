//! Servers of the test itself, on the loopback address, that remember what they were asked.
//!
//! Each speaks just enough of its protocol for one client at a time. What a client asked for is kept
//! before it is answered, so that a test which has its answer also finds the record.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A server that answers every connection alike, one after the other, until the process ends.
#[derive(Debug)]
pub struct Server<T> {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<T>>>,
}

/// What a SOCKS5 client asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// 3 for a name, 1 for an address (RFC 1928 section 4).
    pub address_type: u8,
    /// The name, or the four numbers of the address.
    pub host: String,
    /// The port at that host.
    pub port: u16,
    /// The line of the HTTP request that came through.
    pub request: String,
}

impl<T> Server<T> {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Everything asked since the last call, in order.
    ///
    /// What a client broke off before it had asked completely is not in it.
    pub fn asked(&self) -> Vec<T> {
        std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Server<String> {
    /// A web server with the same `status` (such as `200 OK`) and `body` for every request. It
    /// remembers the line of the request.
    ///
    /// # Errors
    ///
    /// When the loopback address cannot be listened on.
    pub fn http(status: &str, body: &[u8]) -> io::Result<Self> {
        let reply = reply(status, body);
        start(move |stream, keep| {
            let mut reader = BufReader::new(stream);
            keep(request(&mut reader)?);
            reader.into_inner().write_all(&reply)
        })
    }
}

impl Server<Asked> {
    /// A SOCKS5 proxy (RFC 1928) that answers HTTP itself, in place of the host that it was asked for,
    /// with `body`.
    ///
    /// # Errors
    ///
    /// When the loopback address cannot be listened on.
    pub fn socks5(body: &[u8]) -> io::Result<Self> {
        let reply = reply("200 OK", body);
        start(move |stream, keep| {
            let mut reader = BufReader::new(stream);
            let (address_type, host, port) = connect(&mut reader)?;
            let request = request(&mut reader)?;
            keep(Asked {
                address_type,
                host,
                port,
                request,
            });
            reader.into_inner().write_all(&reply)
        })
    }
}

fn start<T: Send + 'static>(
    talk: impl Fn(TcpStream, &mut dyn FnMut(T)) -> io::Result<()> + Send + 'static,
) -> io::Result<Server<T>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut keep = |one| {
                let mut all = kept.lock().unwrap_or_else(PoisonError::into_inner);
                all.push(one);
            };
            // A client that has what it wants, or refuses what it gets, closes early.
            stream.and_then(|stream| talk(stream, &mut keep)).ok();
        }
    });
    Ok(Server { address, asked })
}

fn reply(status: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// The first line of an HTTP request, read to the end of its head.
fn request(reader: &mut impl BufRead) -> io::Result<String> {
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > "\r\n".len() {
        header.clear();
    }
    Ok(first.trim_end().to_owned())
}

/// Greets without a password and grants one connection: type of address, host, port.
fn connect(stream: &mut BufReader<TcpStream>) -> io::Result<(u8, String, u16)> {
    let [_version, methods] = bytes(stream)?;
    io::copy(&mut stream.take(u64::from(methods)), &mut io::sink())?;
    stream.get_mut().write_all(&[5, 0])?;
    let [_version, _command, _reserved, address_type] = bytes(stream)?;
    let host = match address_type {
        3 => {
            let [length] = bytes(stream)?;
            let mut name = String::new();
            stream.take(u64::from(length)).read_to_string(&mut name)?;
            name
        }
        1 => format!("{:?}", bytes::<4>(stream)?),
        other => return Err(io::Error::other(format!("address type {other}"))),
    };
    let port = u16::from_be_bytes(bytes(stream)?);
    stream
        .get_mut()
        .write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
    Ok((address_type, host, port))
}

fn bytes<const N: usize>(reader: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(address: SocketAddr, said: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(said).unwrap();
        let mut heard = Vec::new();
        stream.read_to_end(&mut heard).unwrap();
        heard
    }

    #[test]
    fn every_request_is_answered_and_remembered_once() {
        let server = Server::http("404 Not Found", b"none").unwrap();
        for path in ["/a", "/b"] {
            let asked = format!("GET {path} HTTP/1.1\r\nhost: x\r\n\r\n");
            let heard = told(server.address(), asked.as_bytes());
            let heard = String::from_utf8(heard).unwrap();
            assert!(heard.starts_with("HTTP/1.1 404 Not Found\r\n"), "{heard}");
            assert!(heard.ends_with("\r\n\r\nnone"), "{heard}");
        }
        assert_eq!(server.asked(), ["GET /a HTTP/1.1", "GET /b HTTP/1.1"]);
        assert_eq!(server.asked(), [""; 0]);
    }

    #[test]
    fn a_proxy_remembers_the_name_or_the_address() {
        let server = Server::socks5(b"x").unwrap();
        let named: &[u8] = &[5, 1, 0, 5, 1, 0, 3, 3, b'a', b'.', b'b', 0, 80];
        let numbered: &[u8] = &[5, 2, 0, 2, 5, 1, 0, 1, 127, 0, 0, 9, 1, 0];
        for connect in [named, numbered] {
            let heard = told(
                server.address(),
                &[connect, b"GET / HTTP/1.1\r\n\r\n"].concat(),
            );
            assert!(heard.starts_with(&[5, 0, 5, 0, 0, 1]) && heard.ends_with(b"x"));
        }
        let hosts: Vec<_> = server
            .asked()
            .into_iter()
            .map(|asked| (asked.address_type, asked.host, asked.port))
            .collect();
        let expected = [
            (3, "a.b".to_owned(), 80),
            (1, "[127, 0, 0, 9]".to_owned(), 256),
        ];
        assert_eq!(hosts, expected);
    }
}
