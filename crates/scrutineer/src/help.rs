//! Help and errors of the command line, in the language of the run.
//!
//! The definition in [`crate::args`] has no words. Ids are `cli-arg-NAME` and, for a command,
//! `cli-COMMAND-about`, `cli-COMMAND-arg-NAME` and, where there are examples, `cli-COMMAND-after`.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};
use scrutineer_report::Texts;

use crate::args::Arguments;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::words::plain;

/// Columns of help texts.
const WIDTH: usize = 80;

/// Reads the arguments. Help and version that were asked for are an early end with status 0.
pub(crate) fn parse(arguments: &[OsString], session: &Session<'_>) -> Result<Arguments, Failure> {
    command(&session.texts)
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| failure(&error, session))
}

/// The command line with its words in one language.
pub(crate) fn command(texts: &Texts) -> Command {
    let mut root = Arguments::command().term_width(WIDTH);
    root.build();
    in_words(root, texts, "cli")
}

/// A command and those below it.
fn in_words(command: Command, texts: &Texts, prefix: &str) -> Command {
    let command = with_words(command, texts, prefix);
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            in_words(sub, texts, &format!("{prefix}-{name}"))
        })
    })
}

fn with_words(command: Command, texts: &Texts, prefix: &str) -> Command {
    let heading_of = |id: &str| plain(texts, &format!("cli-heading-{id}"));
    let after = format!("{prefix}-after");
    let mut command = command
        .mut_args(|arg| argument(arg, texts, prefix))
        .about(plain(texts, &format!("{prefix}-about")))
        .subcommand_help_heading(heading_of("commands"))
        .subcommand_value_name(plain(texts, "cli-value-command"));
    if texts.has(&after) {
        command = command.after_help(plain(texts, &after));
    }
    let heading = heading_of("usage");
    let usage = wrapped(&usage(&mut command, texts), heading.chars().count() + 2);
    let template =
        format!("{{about-with-newline}}\n{heading}: {usage}\n\n{{all-args}}{{after-help}}");
    command.override_usage(usage).help_template(template)
}

/// The line of usage without the words of the library.
fn usage(command: &mut Command, texts: &Texts) -> String {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    usage.replace("[OPTIONS]", &plain(texts, "cli-value-options"))
}

/// A line of usage in lines of the width, the first of which begins at `column`. An option stays with its
/// value.
fn wrapped(usage: &str, mut column: usize) -> String {
    const INDENT: usize = 4;
    let mut text = String::new();
    let mut words = usage.split(' ').peekable();
    while let Some(word) = words.next() {
        let mut piece = word.to_owned();
        if word.starts_with("--")
            && let Some(value) = words.next_if(|next| next.starts_with('<'))
        {
            piece = format!("{piece} {value}");
        }
        let length = piece.chars().count();
        if text.is_empty() {
            column += length;
        } else if column + 1 + length > WIDTH {
            text.push('\n');
            text.push_str(&" ".repeat(INDENT));
            column = INDENT + length;
        } else {
            text.push(' ');
            column += 1 + length;
        }
        text.push_str(&piece);
    }
    text
}

fn argument(arg: Arg, texts: &Texts, prefix: &str) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("{prefix}-arg-{name}");
    let id = if texts.has(&own) {
        own
    } else {
        format!("cli-arg-{name}")
    };
    let heading = if arg.is_positional() {
        "cli-heading-arguments"
    } else {
        "cli-heading-options"
    };
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|value| {
            let id = format!("cli-value-{}", value.to_lowercase());
            if texts.has(&id) {
                plain(texts, &id)
            } else {
                value.to_string()
            }
        })
        .collect();
    let is_bare = names.is_empty();
    let arg = arg
        .help(plain(texts, &id))
        .help_heading(plain(texts, heading))
        .hide_default_value(true)
        .hide_possible_values(true);
    if is_bare { arg } else { arg.value_names(names) }
}

fn failure(error: &clap::Error, session: &Session<'_>) -> Failure {
    let context = |kind| error.get(kind).map(listed).unwrap_or_default();
    let (argument, value) = (
        context(ContextKind::InvalidArg),
        context(ContextKind::InvalidValue),
    );
    let mut text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Failure {
                status: Status::Done,
                text: error.to_string(),
            };
        }
        ErrorKind::UnknownArgument => session.filled("cli-usage-unknown", &[("found", &argument)]),
        ErrorKind::InvalidSubcommand => {
            let found = context(ContextKind::InvalidSubcommand);
            session.filled("cli-usage-command", &[("found", &found)])
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            session.plain("cli-usage-no-command")
        }
        ErrorKind::MissingRequiredArgument => {
            session.filled("cli-usage-required", &[("expected", &argument)])
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            session.filled(
                "cli-usage-conflict",
                &[("option", &argument), ("other", &other)],
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            session.filled("cli-usage-no-value", &[("option", &argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => session.filled(
            "cli-usage-value",
            &[("option", &argument), ("found", &value)],
        ),
        _ => {
            let text = error.to_string();
            text.strip_prefix("error: ").unwrap_or(&text).to_owned()
        }
    };
    let known = context(ContextKind::ValidValue);
    let meant = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let meant = meant.into_iter().map(context).find(|text| !text.is_empty());
    if !known.is_empty() {
        text.push_str("; ");
        text.push_str(&session.filled("cli-usage-known", &[("known", &known)]));
    } else if let Some(meant) = meant {
        text.push_str("; ");
        text.push_str(&session.filled("cli-usage-meant", &[("meant", &meant)]));
    }
    text.push('\n');
    text.push_str(&session.filled("cli-usage-help", &[("program", &session.program)]));
    Failure::usage(text)
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use scrutineer_report::Language;

    use super::*;

    fn ids(command: &Command, prefix: &str, found: &mut Vec<String>) {
        found.push(format!("{prefix}-about"));
        for arg in command.get_arguments() {
            let name = arg.get_id().as_str().replace('_', "-");
            found.push(format!("{prefix}-arg-{name}"));
        }
        for sub in command.get_subcommands() {
            ids(sub, &format!("{prefix}-{}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_has_words_in_every_language() {
        let mut wanted = Vec::new();
        ids(&Arguments::command(), "cli", &mut wanted);
        assert!(wanted.len() > 40, "{}", wanted.len());
        for language in Language::ALL {
            let texts = Texts::new(language);
            let absent: Vec<&String> = wanted.iter().filter(|id| !texts.has(id)).collect();
            assert!(absent.is_empty(), "{language:?}: {absent:#?}");
        }
    }

    #[test]
    fn a_long_usage_is_broken_between_options_and_not_inside() {
        let usage = format!("program {}<PLACE>", "--option <VALUE> ".repeat(6));
        let text = wrapped(&usage, 7);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0].ends_with("<VALUE>") && lines[0].len() + 7 <= WIDTH);
        assert!(lines[1].starts_with("    --option <VALUE>"), "{text}");
        assert_eq!(
            wrapped("program [OPTIONS] <DIR>", 7),
            "program [OPTIONS] <DIR>"
        );
    }

    #[test]
    fn the_definition_is_consistent() {
        for language in Language::ALL {
            command(&Texts::new(language)).debug_assert();
        }
    }

    #[test]
    fn no_word_of_the_library_is_left_in_spanish_help() {
        let mut root = command(&Texts::new(Language::Spanish));
        let mut texts = vec![root.render_long_help().to_string()];
        for sub in root.get_subcommands_mut() {
            texts.push(sub.render_long_help().to_string());
            for below in sub.get_subcommands_mut() {
                texts.push(below.render_long_help().to_string());
            }
        }
        for text in texts {
            for word in [
                "Usage", "Options", "OPTIONS", "Commands", "default", "possible",
            ] {
                assert!(!text.contains(word), "{word} in {text}");
            }
        }
    }
}
