//! The message files of the report against what the checks give out.

use std::collections::BTreeSet;
use std::fs;

use fluent_bundle::FluentResource;
use scrutineer_checks::CATALOGUE;
use scrutineer_testkit::shared::workspace_root;

use crate::build::World;
use crate::cases;

fn text(language: &str) -> String {
    let path = format!("crates/scrutineer-report/locales/{language}/checks.ftl");
    fs::read_to_string(workspace_root().join(path)).unwrap()
}

fn entry<'a>(text: &'a str, id: &str) -> &'a str {
    let found = text.lines().find_map(|line| {
        let rest = line.strip_prefix(id)?;
        rest.strip_prefix(" = ")
    });
    found.unwrap_or_else(|| panic!("no message {id}"))
}

fn variables(message: &str) -> BTreeSet<&str> {
    let after = message.split("{ $").skip(1);
    after
        .filter_map(|rest| rest.split_once(" }").map(|(name, _)| name))
        .collect()
}

#[test]
fn message_files_are_valid_and_have_every_code_in_both_languages() {
    let (en, es) = (text("en"), text("es"));
    for source in [&en, &es] {
        assert!(FluentResource::try_new(source.clone()).is_ok());
    }
    for info in CATALOGUE {
        let id = info.message_id();
        let both = [entry(&en, &id), entry(&es, &id)];
        assert_eq!(variables(both[0]), variables(both[1]), "{id}");
        for (language, text) in [&en, &es].into_iter().enumerate() {
            let title = entry(text, &format!("{id}-title"));
            assert!(title.split_whitespace().count() <= 8, "{title}");
            assert_eq!(entry(text, &format!("{id}-action")), info.action[language]);
        }
    }
    let messages = en.lines().filter(|line| line.contains(" = ")).count();
    assert_eq!(messages, 3 * CATALOGUE.len(), "a message without a code");
}

#[test]
fn every_variable_of_a_sentence_is_given_by_its_check() {
    let en = text("en");
    for (code, _, change) in cases::all() {
        let mut world = World::clean();
        change(&mut world);
        for finding in world.findings().findings {
            for variable in variables(entry(&en, &finding.message.id)) {
                let given = finding.message.args.contains_key(variable);
                assert!(given, "{code}: {} without {variable}", finding.message.id);
            }
        }
    }
}
