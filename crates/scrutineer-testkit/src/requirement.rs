//! Things a test needs that not every machine has.
//!
//! A skipped test must never look like a passed one to whoever promised the thing, so absence is either
//! printed or, when `SCRUTINEER_REQUIRE` names the thing, a failure.

use std::env;

/// The environment variable that lists, separated by commas, the needs whose absence is a failure.
pub const REQUIRE: &str = "SCRUTINEER_REQUIRE";

/// Passes `found` on. Where it is `None`, prints `skipped: needs NAME; install with HINT` and returns
/// `None`, so that a test reads:
///
/// ```
/// # use scrutineer_testkit::requirement::skip_without;
/// # fn find_python() -> Option<()> { Some(()) }
/// let Some(python) = skip_without("python312", "apt-get install python3.12", find_python()) else {
///     return;
/// };
/// ```
///
/// # Panics
///
/// When `found` is `None` and `SCRUTINEER_REQUIRE` contains `name`.
pub fn skip_without<T>(name: &str, install_hint: &str, found: Option<T>) -> Option<T> {
    if found.is_none() {
        report_absence(&env::var(REQUIRE).unwrap_or_default(), name, install_hint);
    }
    found
}

/// Whether the comma-separated `list` names `name`. Blanks around the names do not count.
pub fn lists(list: &str, name: &str) -> bool {
    list.split(',').any(|entry| entry.trim() == name)
}

#[expect(
    clippy::print_stdout,
    reason = "the test harness shows this line with --nocapture"
)]
fn report_absence(required: &str, name: &str, install_hint: &str) {
    assert!(!name.contains(','), "a need is one name, found {name:?}");
    assert!(
        !lists(required, name),
        "{REQUIRE} promises {name}, but it is absent; install with {install_hint}"
    );
    println!("skipped: needs {name}; install with {install_hint}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_passed_on() {
        assert_eq!(skip_without("anything", "nothing", Some(7)), Some(7));
    }

    #[test]
    fn an_absent_need_that_nobody_promised_skips() {
        report_absence("shared, chromium", "s3", "apt-get install minio");
    }

    #[test]
    #[should_panic(expected = "SCRUTINEER_REQUIRE promises chromium")]
    fn an_absent_need_that_was_promised_fails() {
        report_absence("shared, chromium", "chromium", "apt-get install chromium");
    }

    #[test]
    fn a_name_is_compared_whole() {
        assert!(lists("shared,s3", "s3"));
        assert!(!lists("shared,s33", "s3"));
        assert!(!lists("", "s3"));
    }
}
