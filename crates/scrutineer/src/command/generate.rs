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
    let mut commands = vec![("scrutineer".to_owned(), root.clone())];
    for (name, sub) in below(root, "scrutineer") {
        let page = name.replace(' ', "-");
        commands.push((page.clone(), sub.clone().name(page)));
    }
    commands
        .into_iter()
        .map(|(name, command)| {
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

/// The commands below one that are shown, with their names in full, each before those below it.
fn below<'a>(command: &'a Command, name: &str) -> Vec<(String, &'a Command)> {
    let mut found = Vec::new();
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("{name} {}", sub.get_name());
        let further = below(sub, &name);
        found.push((name, sub));
        found.extend(further);
    }
    found
}

/// The help of every command as one document.
fn reference(session: &Session<'_>) -> String {
    let root = help::command(&session.texts);
    let title = session.plain("cli-reference-title");
    let note = session.plain("cli-reference-note");
    let mut text = format!("# {title}\n\n{note}\n");
    let mut section = |name: &str, command: &Command| {
        let help = command.clone().render_long_help().to_string();
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## {name}\n\n```text\n{}\n```\n", trimmed(&help));
    };
    section("scrutineer", &root);
    for (name, sub) in below(&root, "scrutineer") {
        section(&name, sub);
    }
    text
}

fn trimmed(help: &str) -> String {
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}
