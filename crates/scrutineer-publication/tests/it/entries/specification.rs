//! `spec/log-entry.md` has the fields of the types.

use scrutineer_publication::entry::{Kind, render_fields};
use scrutineer_testkit::shared;

const MARK: &str = "<!-- generated: fields -->\n";

#[test]
fn the_specification_has_the_fields_of_the_types() {
    let path = shared::workspace_root().join("spec/log-entry.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (prose, fields) = text.split_once(MARK).unwrap();
    let made = render_fields();
    if std::env::var_os("SCRUTINEER_BLESS").is_some() {
        std::fs::write(&path, format!("{prose}{MARK}{made}")).unwrap();
        return;
    }
    assert_eq!(fields, made, "write it again with SCRUTINEER_BLESS=1");
}

#[test]
fn the_specification_names_every_kind_in_its_prose() {
    let path = shared::workspace_root().join("spec/log-entry.md");
    let text = std::fs::read_to_string(path).unwrap();
    let prose = text.split(MARK).next().unwrap();
    for kind in Kind::ALL {
        assert!(prose.contains(&format!("`{}`", kind.word())), "{kind:?}");
        assert_eq!(Kind::from_word(kind.word()), Some(*kind));
    }
}
