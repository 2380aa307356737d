//! The purity line: crates below it get values and give values.

mod source;
mod tree;

pub(crate) use tree::{TOLERATED, Tolerated};

use crate::graph::LAYERS;
use crate::metadata::Graph;
use crate::workspace::{crate_of, files, is_test_file};
use crate::{Outcome, outcome};

/// Fails for every effect in a pure crate's source and every effectful package among what it uses.
pub(crate) fn check() -> Outcome {
    let pure: Vec<&str> = LAYERS
        .iter()
        .filter(|layer| layer.is_pure)
        .map(|layer| layer.name)
        .collect();
    let mut failures = tree::violations(&Graph::load()?, &pure);
    let sources = files("crates", &["rs"]).map_err(|error| vec![format!("purity: {error}")])?;
    for file in sources {
        let is_pure = crate_of(&file.path).is_some_and(|name| pure.contains(&name));
        if is_pure && !is_test_file(&file.path) && file.path.contains("/src/") {
            failures.extend(source::violations(&file.path, &file.text));
        }
    }
    outcome(failures)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_pure_crates_are_pure() {
        assert_eq!(super::check(), Ok(()));
    }
}
