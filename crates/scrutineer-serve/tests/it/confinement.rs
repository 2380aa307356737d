//! Nothing outside the folder, and nothing hidden in it, is ever served.

use crate::support::{CANARY, Site, reply};

/// Ways that lead out of a folder somewhere, or to what is hidden in it.
const WAYS: [&str; 34] = [
    "/../outside.txt",
    "/en/../../outside.txt",
    "/%2e%2e/outside.txt",
    "/%2E%2E%2Foutside.txt",
    "/..%2foutside.txt",
    "/..%5coutside.txt",
    "/..\\outside.txt",
    "/en/..%2f..%2foutside.txt",
    "/%252e%252e/outside.txt",
    "/%c0%ae%c0%ae/outside.txt",
    "/....//outside.txt",
    "/.;/outside.txt",
    "//outside.txt",
    "///../outside.txt",
    "/./../outside.txt",
    "/link.txt",
    "/linked/outside.txt",
    "/linked/",
    "/chain.txt",
    "/.hidden",
    "/.git/config",
    "/en/.hidden",
    "/%2ehidden",
    "/visible.txt",
    "/sealed/contacts.txt",
    "/SEALED/contacts.txt",
    "/contacts.age",
    "/log.key",
    "/site/../outside.txt",
    "http://test/../outside.txt",
    "http://test/%2e%2e/outside.txt",
    "/outside.txt",
    "/index.html/../../outside.txt",
    "/en/index.html%00/../../../outside.txt",
];

fn plant(site: &Site) {
    for path in [
        "site/.hidden",
        "site/.git/config",
        "site/en/.hidden",
        "site/sealed/contacts.txt",
        "site/contacts.age",
        "site/log.key",
    ] {
        site.scratch.write(path, CANARY);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        let root = site.scratch.path();
        symlink(root.join("outside.txt"), root.join("site/link.txt")).unwrap();
        symlink(root, root.join("site/linked")).unwrap();
        symlink("link.txt", root.join("site/chain.txt")).unwrap();
        symlink(".hidden", root.join("site/visible.txt")).unwrap();
    }
}

#[test]
fn no_way_leads_out_or_to_what_is_hidden() {
    let site = Site::new();
    plant(&site);
    for way in WAYS {
        for method in ["GET", "HEAD"] {
            for fields in ["", "Range: bytes=0-100\r\n", "Accept-Encoding: gzip\r\n"] {
                let reply = site.ask(method, way, fields);
                assert!(reply.status >= 400, "{way}: {}", reply.head);
                let body = String::from_utf8_lossy(&reply.body).into_owned();
                assert!(!body.contains(CANARY), "{way}: {body}");
                assert!(!reply.head.contains(CANARY), "{way}: {}", reply.head);
            }
        }
    }
}

#[test]
fn the_search_for_the_canary_finds_it_where_it_may_stand() {
    let site = Site::new();
    site.scratch.write("site/open.txt", CANARY);
    assert_eq!(site.get("/open.txt").body, CANARY.as_bytes());
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_out_is_refused_although_it_was_served() {
    let site = Site::new();
    let path = site.scratch.write("site/turn.txt", "open");
    assert_eq!(site.get("/turn.txt").body, b"open");
    std::fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink(site.scratch.path().join("outside.txt"), &path).unwrap();
    assert_eq!(site.get("/turn.txt").status, 404);
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_folder_is_followed_and_a_pipe_is_not_opened() {
    let site = Site::new();
    let root = site.scratch.path().join("site");
    std::os::unix::fs::symlink("data.csv", root.join("same.csv")).unwrap();
    assert_eq!(site.get("/same.csv").body.len(), 4000);
    let made = std::process::Command::new("mkfifo")
        .arg(root.join("pipe"))
        .status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(site.get("/pipe").status, 404);
    }
}

#[test]
fn the_root_of_a_bundle_leads_to_its_pages() {
    let site = Site::new();
    std::fs::remove_file(site.scratch.path().join("site/index.html")).unwrap();
    assert_eq!(site.get("/").status, 404);
    site.scratch.write("site/site/index.html", "pages");
    let moved = site.get("/");
    assert_eq!(
        (moved.status, moved.field("location")),
        (303, Some("site/"))
    );
    assert!(site.get("/site/").body.ends_with(b"pages"));
}

#[test]
fn a_folder_is_its_index_or_nothing() {
    let site = Site::new();
    let moved = site.get("/en");
    assert_eq!((moved.status, moved.field("location")), (301, Some("en/")));
    assert!(site.get("/en/").body.ends_with(b"english"));
    site.scratch.write("site/bare/file.txt", "x");
    let bare = site.get("/bare/");
    assert_eq!(bare.status, 404);
    assert!(!String::from_utf8_lossy(&bare.body).contains("file.txt"));
    assert_eq!(site.get("/index.html/").status, 404);
    assert_eq!(
        reply(&site.raw(b"GET http://test HTTP/1.1\r\nHost: test\r\n\r\n")).status,
        200
    );
}

#[test]
fn a_refusal_says_nothing_of_the_machine() {
    let site = Site::new();
    let refused = site.get("/no/such/file");
    assert_eq!(refused.body, b"404 Not Found\n");
    assert_eq!(refused.field("cache-control"), Some("no-store"));
    assert_eq!(refused.field("server"), None);
}
