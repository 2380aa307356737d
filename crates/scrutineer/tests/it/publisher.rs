//! Who publishes, from the folder to the pages.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, PUBLISH, SHEETS, done, files};

fn about(scratch: &Scratch, root: &str, language: &str) -> String {
    page(scratch, root, language, "about.html")
}

fn page(scratch: &Scratch, root: &str, language: &str, name: &str) -> String {
    let path = scratch.path().join(root).join(language).join(name);
    fs::read_to_string(path).unwrap()
}

#[test]
fn who_publishes_is_logged_once_and_stands_on_the_pages() {
    let scratch = Scratch::new();
    scratch.write("e/sheets.csv", SHEETS);
    scratch.write("e/election.toml", ELECTION);
    done(&scratch, &PUBLISH);
    let text = about(&scratch, "bundle/site", "en");
    assert_eq!(text.matches("not stated in this release").count(), 2);
    let card = "property=\"og:image\" content=\"";
    let home = page(&scratch, "bundle/site", "en", "index.html");
    assert!(home.contains(&format!("{card}g/card.png\"")));
    let data = page(&scratch, "bundle/site", "en", "data.html");
    assert!(data.contains("No licence of these tables is stated"));

    // The name is in normal form D, so that it is another text in the log.
    let who = "[publisher]\nname = \"Misio\u{301}n <b>\"\ncontact = \"https://o.example/?a&b\"\n";
    scratch.write("e/election.toml", format!("{ELECTION}\n{who}"));
    done(&scratch, &PUBLISH);
    let text = about(&scratch, "bundle/site", "en");
    assert!(text.contains("Misi\u{f3}n &lt;b&gt;") && !text.contains("n <b>"));
    assert!(text.contains("https://o.example/?a&amp;b"));
    assert_eq!(text.matches("not stated in this release").count(), 1);
    let before = files(&scratch.path().join("bundle"));
    done(&scratch, &PUBLISH);
    assert_eq!(files(&scratch.path().join("bundle")), before);

    scratch.write(
        "e/election.toml",
        format!("{ELECTION}\n{who}reply_days = 14\nlicence = \"ODbL-1.0 & <b>\"\nsite = \"https://o.example/a/\"\n"),
    );
    done(&scratch, &PUBLISH);
    done(&scratch, &["site", "bundle", "--out", "alone"]);
    for root in ["bundle/site", "alone"] {
        assert!(about(&scratch, root, "en").contains("A reply is answered within 14 days"));
        assert!(about(&scratch, root, "es").contains("Una respuesta se contesta en 14 d\u{ed}as"));
        for (language, said) in [
            ("en", "as stated by the publisher"),
            ("es", "como la declara quien publica"),
        ] {
            let data = page(&scratch, root, language, "data.html");
            let (_, licence) = data.split_once(said).unwrap();
            let licence = licence.split("</p>").next().unwrap();
            assert!(licence.contains("ODbL-1.0 &amp; &lt;b&gt;"), "{licence}");
            // The picture of a link to the pages, where messengers find it, and the address for those who read.
            let home = page(&scratch, root, language, "index.html");
            let address = format!("https://o.example/a/{language}/g/card.png");
            assert!(home.contains(&format!("{card}{address}\"")));
            assert!(about(&scratch, root, language).contains("https://o.example/a/<"));
        }
    }
    done(
        &scratch,
        &["verify", "bundle", "--policy", "state/policy.txt"],
    );
}
