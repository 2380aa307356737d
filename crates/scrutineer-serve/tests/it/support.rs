//! A server on a folder of its own, and a client that sends exactly what a test says.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Arc;

use scrutineer_serve::{Folder, Limits, Server};
use scrutineer_testkit::scratch::Scratch;

/// A served folder with a secret beside it.
pub(crate) struct Site {
    pub(crate) scratch: Scratch,
    pub(crate) server: Server,
}

/// What stands in files that no response may contain.
pub(crate) const CANARY: &str = "CANARY-NOT-FOR-ANYBODY";

/// A response as it came.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// A field, by its name in any case.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

impl Site {
    pub(crate) fn new() -> Self {
        Self::with(Limits::default())
    }

    pub(crate) fn with(limits: Limits) -> Self {
        let scratch = Scratch::new();
        scratch.write("outside.txt", CANARY);
        scratch.write(
            "site/index.html",
            "<!doctype html><style>p{}</style><p>home",
        );
        scratch.write("site/data.csv", "a,b\n".repeat(1000));
        scratch.write("site/bytes.parquet", (0..=255).collect::<Vec<u8>>());
        scratch.write("site/en/index.html", "<!doctype html><p>english");
        let folder = Folder::open(&scratch.path().join("site")).unwrap();
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let server = Server::start(any, Arc::new(folder), limits).unwrap();
        Self { scratch, server }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(self.server.address()).unwrap()
    }

    /// Sends bytes, says that nothing more comes, and gives everything that comes back.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // A server may refuse and close before it has everything.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        all
    }

    /// One request with further fields, each ended by a line break.
    pub(crate) fn ask(&self, method: &str, path: &str, fields: &str) -> Reply {
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: test\r\n{fields}Connection: close\r\n\r\n");
        reply(&self.raw(request.as_bytes()))
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, "")
    }
}

/// The first response of some bytes, with everything after its head as its body.
pub(crate) fn reply(bytes: &[u8]) -> Reply {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let text = String::from_utf8_lossy(bytes).into_owned();
    let end = end.ok_or(text).unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Reply {
        status,
        head,
        body: bytes[end + 4..].to_vec(),
    }
}
