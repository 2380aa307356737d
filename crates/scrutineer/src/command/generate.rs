//! `completions`, `man` and the documents that are committed: all made from the definition of the
//! command line.

use std::fmt::Write as _;

use clap::Command;
use clap_mangen::Man as Page;

use crate::args::{Completions, Document, Documented, Man};
use crate::command::audit::internal;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{help, output};

/// Writes completions for a shell to standard output.
pub(crate) fn completions(
    args: &Completions,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let mut command = help::command(&session.texts);
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut command, "scrutineer", &mut bytes);
    session.print(&String::from_utf8_lossy(&bytes))?;
    Ok(Status::Done)
}

/// Writes a man page for the program and one for every command into a folder.
pub(crate) fn man(args: &Man, session: &mut Session<'_>) -> Result<Status, Failure> {
    for (name, text) in pages(&help::command(&session.texts))? {
        let path = args.out.join(format!("{name}.1"));
        output::write(&path, text.as_bytes()).map_err(|error| session.unwritten(&path, &error))?;
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    Ok(Status::Done)
}

/// Prints a document that the repository keeps.
pub(crate) fn document(args: &Document, session: &mut Session<'_>) -> Result<Status, Failure> {
    let text = match args.what {
        Documented::Help => reference(session),
        Documented::Man => {
            let pages = pages(&help::command(&session.texts))?;
            let wanted = pages.into_iter().find(|(name, _)| *name == args.page);
            wanted.map(|(_, text)| text).unwrap_or_default()
        }
    };
    session.print(&text)?;
    Ok(Status::Done)
}

fn pages(root: &Command) -> Result<Vec<(String, String)>, Failure> {
    commands(root)
        .into_iter()
        .map(|(words, command)| {
            let name = words.replace(' ', "-");
            let command = command.name(name.clone());
            let mut bytes = Vec::new();
            // The day of a build would make two builds differ.
            Page::new(command.version(env!("CARGO_PKG_VERSION")))
                .date("")
                .render(&mut bytes)
                .map_err(internal)?;
            Ok((name, String::from_utf8_lossy(&bytes).into_owned()))
        })
        .collect()
}

/// The program and every command below it, by the words that call them.
fn commands(root: &Command) -> Vec<(String, Command)> {
    let mut found = vec![("scrutineer".to_owned(), root.clone())];
    let mut next = 0;
    while let Some((words, command)) = found.get(next).cloned() {
        next += 1;
        let below =
            visible(&command).map(|sub| (format!("{words} {}", sub.get_name()), sub.clone()));
        // Right after the command that they belong to.
        let below: Vec<_> = below.collect();
        let at = if words == "scrutineer" {
            found.len()
        } else {
            next
        };
        found.splice(at..at, below);
    }
    found
}

fn visible(root: &Command) -> impl Iterator<Item = &Command> {
    root.get_subcommands().filter(|sub| !sub.is_hide_set())
}

/// The help of every command as one document.
fn reference(session: &Session<'_>) -> String {
    let root = help::command(&session.texts);
    let title = session.plain("cli-reference-title");
    let note = session.plain("cli-reference-note");
    let mut text = format!("# {title}\n\n{note}\n");
    for (name, mut command) in commands(&root) {
        let help = command.render_long_help().to_string();
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {name}\n\n```text\n{}\n```\n", trimmed(&help));
    }
    text
}

fn trimmed(help: &str) -> String {
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}
