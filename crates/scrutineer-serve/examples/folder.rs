//! Serves a folder, for measuring: `folder DIR ADDRESS:PORT`.

use std::path::Path;
use std::sync::Arc;

use scrutineer_serve::{Folder, Limits, Server, until_interrupted};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [dir, address] = arguments.as_slice() else {
        return Err(std::io::Error::other("usage: folder DIR ADDRESS:PORT"));
    };
    let address = address.parse().map_err(std::io::Error::other)?;
    let folder = Folder::open(Path::new(dir))?;
    let _server = Server::start(address, Arc::new(folder), Limits::default())?;
    until_interrupted()
}
