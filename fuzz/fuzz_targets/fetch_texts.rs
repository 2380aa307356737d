//! Digests, proxies and mirrors as people type them: no text may panic, what is read is written the
//! same way again, and no password is shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scrutineer_fetch::{Digest, Mirror, ProxyAddress};

fuzz_target!(|text: &str| {
    if let Ok(digest) = text.parse::<Digest>() {
        assert_eq!(digest.to_string(), text.to_ascii_lowercase());
    }
    if let Ok(proxy) = text.parse::<ProxyAddress>() {
        let shown = proxy.to_string();
        assert!(!shown.contains('@'), "{shown}");
        assert_eq!(shown.parse::<ProxyAddress>().map(|again| again.to_string()), Ok(shown));
    }
    let Ok(mirror) = text.parse::<Mirror>();
    let shown = mirror.to_string();
    assert_eq!(shown.parse::<Mirror>(), Ok(mirror));
});
