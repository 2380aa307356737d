//! What a failure of the program itself prints.

use std::ffi::OsString;
use std::io::Write as _;

use scrutineer_report::Texts;

use crate::environment::Environment;
use crate::words;

/// Makes a panic print where in the program it happened, in the language of the run, and nothing else: the
/// message of a panic may repeat what stood in a file, and that may be somebody's name.
pub fn quiet_panics(arguments: &[OsString], environment: &Environment) {
    const PLACE: &str = "PLACE";
    let texts = Texts::new(environment.language(arguments));
    let error = words::plain(&texts, "cli-error");
    // Worded before anything fails.
    let text = words::filled(&texts, "cli-panicked", &[("place", &PLACE)]);
    std::panic::set_hook(Box::new(move |info| {
        let place = info
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()))
            .unwrap_or_default();
        let line = format!("{error}: {}\n", text.replace(PLACE, &place));
        // There is nowhere left to say that standard error cannot be written.
        let _ = std::io::stderr().write_all(line.as_bytes());
    }));
}
