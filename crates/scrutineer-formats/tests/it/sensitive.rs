//! Sources through which people could be found.

use scrutineer_formats::{ElectionFolder, LoadOptions, MergeInput, merge};
use scrutineer_model::{Code, SourceLabel};

use crate::merge::USUAL;
use crate::support::{SHEETS, SMALL, load_folder, load_small, load_with, parse, small_files};

/// The small folder with its source marked, and a second one that was made from it.
fn marked() -> String {
    SMALL.replace("id = \"sheets\"\n", "id = \"sheets\"\nsensitive = true\n")
}

#[test]
fn a_marked_source_keeps_its_numbers_and_nothing_that_says_whose_they_are() {
    let open = load_small(SMALL, SHEETS.as_bytes()).dataset;
    let veiled = load_small(&marked(), SHEETS.as_bytes()).dataset;
    let source = &veiled.sources()[0];
    assert_eq!(source.id.as_str(), "copies-1");
    assert_eq!(source.origin.0.as_str(), "copies-1");
    assert_eq!(source.provenance.supplied_by, SourceLabel::Withheld);
    let said = format!("{:?}", source.provenance);
    assert_eq!(said.matches("None").count(), 8, "{said}");
    assert_eq!(source.rows, open.sources()[0].rows);
    let set = |data: &scrutineer_model::Dataset| format!("{:?}", data.sheets()[0].options());
    assert_eq!(set(&veiled), set(&open));
    let inputs: Vec<&str> = veiled
        .inputs()
        .iter()
        .map(|held| held.file.as_str())
        .collect();
    assert!(
        inputs.contains(&"copies-1") && !inputs.contains(&"sheets.csv"),
        "{inputs:?}"
    );
}

/// Whoever has the folder finds the row; nobody else learns the name of the file.
#[test]
fn a_problem_says_in_which_of_several_files_it_is() {
    let bad = format!("{SHEETS}009,1,Liceo,1,Ávila,02,Río,N,,oops,90,88,2,40,8,40,0,,\n");
    let header = SHEETS.lines().next().expect("a header");
    let second = format!("{header}\n{}", bad.lines().last().expect("a row"));
    let text = marked().replace(
        "[[source.file]]\npath = \"sheets.csv\"\n",
        "[[source.file]]\npath = \"sheets.csv\"\n[[source.file]]\npath = \"more.csv\"\n",
    );
    let mut files = small_files(SHEETS.as_bytes());
    files.push(("more.csv", second.into_bytes()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let data = load_with(&text, &files).expect("it loads").dataset;
    let place = |data: &scrutineer_model::Dataset| -> Vec<String> {
        let bad = data
            .issues()
            .iter()
            .filter(|held| held.found.contains("oops"));
        bad.map(|held| held.locator.file.clone()).collect()
    };
    assert_eq!(place(&data), ["copies-1/2"]);
    let inputs = data.inputs().iter().map(|held| held.file.as_str());
    assert!(
        inputs.clone().all(|file| !file.contains('/')),
        "{:?}",
        data.inputs()
    );
    let alone = load_small(&marked(), bad.as_bytes()).dataset;
    assert_eq!(place(&alone), ["copies-1"]);
}

#[test]
fn names_are_those_that_no_other_source_has() {
    let two = format!("{}{}", marked(), source_again("copies-1", "none", false));
    let loaded = load_small(&two, SHEETS.as_bytes());
    let ids: Vec<&str> = loaded
        .dataset
        .sources()
        .iter()
        .map(|held| held.id.as_str())
        .collect();
    assert_eq!(ids, ["copies-2", "copies-1"]);
}

#[test]
fn sources_of_one_origin_go_on_having_one() {
    let two = format!("{}{}", marked(), source_again("again", "sheets", true));
    let loaded = load_small(&two, SHEETS.as_bytes());
    let sources = loaded.dataset.sources();
    assert_eq!(sources[1].id.as_str(), "copies-2");
    assert_eq!(sources[0].origin, sources[1].origin);
}

#[test]
fn a_source_without_the_mark_says_nothing_of_one_that_has_it() {
    let two = format!("{}{}", marked(), source_again("again", "sheets", false));
    let errors = ElectionFolder::parse(&two).expect_err("it is refused");
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].key, "source[2].sensitive");
    assert!(errors[0].expected.contains("same origin"), "{errors:?}");
}

#[test]
fn a_union_of_folders_keeps_the_mark_and_what_the_folders_say() {
    let files = small_files(SHEETS.as_bytes());
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let options = LoadOptions {
        unveiled: true,
        ..LoadOptions::default()
    };
    let whole = load_folder(&parse(&marked()), &files, options)
        .expect("it loads")
        .dataset;
    assert_eq!(whole.sources()[0].id.as_str(), "sheets");
    let sensitive = [Code::parse("sheets").expect("a code")];
    let input = MergeInput {
        name: "a",
        dataset: &whole,
        key: &[],
        sensitive: &sensitive,
        publication: &USUAL,
        publisher: None,
    };
    let (files, _) = merge(&[input]).expect("it merges");
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    assert!(
        text.contains("id = \"sheets\"\n") && text.contains("sensitive = true\n"),
        "{text}"
    );
    let given: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let again = load_with(&text, &given).expect("it loads").dataset;
    assert_eq!(again.sources()[0].id.as_str(), "copies-1");
}

/// The table of the small folder's source under another id.
fn source_again(id: &str, derived_from: &str, sensitive: bool) -> String {
    let start = SMALL.find("[[source]]").expect("a source");
    let rest = &SMALL[start..];
    let end = rest
        .find("\n[register]")
        .or_else(|| rest.find("\n[[declaration]]"));
    let mark = if sensitive { "sensitive = true\n" } else { "" };
    rest[..end.unwrap_or(rest.len())]
        .replace("id = \"sheets\"\n", &format!("id = \"{id}\"\n{mark}"))
        .replace(
            "derived_from = \"none\"",
            &format!("derived_from = \"{derived_from}\""),
        )
}
