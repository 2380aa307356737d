//! Who publishes, from the folder to the pages.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, PUBLISH, SHEETS, done, files};

fn about(scratch: &Scratch, root: &str, language: &str) -> String {
    let path = scratch.path().join(root).join(language).join("about.html");
    fs::read_to_string(path).unwrap()
}

#[test]
fn who_publishes_is_logged_once_and_stands_on_the_pages() {
    let scratch = Scratch::new();
    scratch.write("e/sheets.csv", SHEETS);
    scratch.write("e/election.toml", ELECTION);
    done(&scratch, &PUBLISH);
    let page = about(&scratch, "bundle/site", "en");
    assert_eq!(page.matches("not stated in this release").count(), 2);

    // The name is in normal form D, so that it is another text in the log.
    let who = "[publisher]\nname = \"Misio\u{301}n <b>\"\ncontact = \"https://o.example/?a&b\"\n";
    scratch.write("e/election.toml", format!("{ELECTION}\n{who}"));
    done(&scratch, &PUBLISH);
    let page = about(&scratch, "bundle/site", "en");
    assert!(page.contains("Misi\u{f3}n &lt;b&gt;") && !page.contains("n <b>"));
    assert!(page.contains("https://o.example/?a&amp;b"));
    assert_eq!(page.matches("not stated in this release").count(), 1);
    let before = files(&scratch.path().join("bundle"));
    done(&scratch, &PUBLISH);
    assert_eq!(files(&scratch.path().join("bundle")), before);

    scratch.write(
        "e/election.toml",
        format!("{ELECTION}\n{who}reply_days = 14\n"),
    );
    done(&scratch, &PUBLISH);
    done(&scratch, &["site", "bundle", "--out", "alone"]);
    for root in ["bundle/site", "alone"] {
        assert!(about(&scratch, root, "en").contains("A reply is answered within 14 days"));
        assert!(about(&scratch, root, "es").contains("Una respuesta se contesta en 14 d\u{ed}as"));
    }
    done(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt"],
    );
}
