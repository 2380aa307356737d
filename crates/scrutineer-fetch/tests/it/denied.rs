use std::io::ErrorKind;
use std::net::TcpListener;

use scrutineer_fetch::{Mirror, Network, Outcome, Resolver};

use crate::pin;

#[test]
fn no_connection_is_opened_while_the_network_is_denied() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let mut wanted = pin("sheets.csv", b"bytes");
    wanted.address = Some(format!("{address}/sheets.csv"));
    let missing = Resolver::new()
        .mirror(Mirror::Web(address))
        .network(Network::Denied)
        .resolve(&wanted)
        .unwrap_err();
    let outcomes: Vec<_> = missing
        .places()
        .iter()
        .map(|place| &place.outcome)
        .collect();
    assert_eq!(outcomes, [&Outcome::NotAsked, &Outcome::NotAsked]);
    assert_no_connection(&listener);
}

#[cfg(not(feature = "network"))]
#[test]
fn a_build_without_the_feature_opens_no_connection_even_when_allowed() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut wanted = pin("sheets.csv", b"bytes");
    wanted.address = Some(format!("http://{}/x", listener.local_addr().unwrap()));
    let missing = Resolver::new()
        .network(Network::Allowed { proxy: None })
        .resolve(&wanted)
        .unwrap_err();
    assert_eq!(missing.places()[0].outcome, Outcome::NotBuilt);
    assert!(
        missing
            .to_string()
            .contains("in a build with the feature network")
    );
    assert_no_connection(&listener);
}

fn assert_no_connection(listener: &TcpListener) {
    listener.set_nonblocking(true).unwrap();
    assert_eq!(listener.accept().unwrap_err().kind(), ErrorKind::WouldBlock);
}
