//! One run: its language, its environment and its streams.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use scrutineer_model::Message;
use scrutineer_report::{Language, Texts, reader_text};

use crate::environment::Environment;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::status::Status;
use crate::words;

/// What a command needs besides its arguments.
pub(crate) struct Session<'a> {
    pub(crate) texts: Texts,
    pub(crate) environment: &'a Environment,
    /// The program as it was called, for the commands that are suggested.
    pub(crate) program: String,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    progress: Option<Progress>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(
        language: Language,
        environment: &'a Environment,
        arguments: &[OsString],
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Self {
        let program = arguments.first().map_or_else(
            || "scrutineer".to_owned(),
            |program| program.to_string_lossy().into_owned(),
        );
        Self {
            texts: Texts::new(language),
            environment,
            program,
            out,
            err,
            progress: Some(Progress::new(environment.err_is_terminal)),
        }
    }

    /// A run beside this one in a language, whose words go elsewhere.
    pub(crate) fn aside<'b>(
        &self,
        language: Language,
        out: &'b mut dyn Write,
        err: &'b mut dyn Write,
    ) -> Session<'b>
    where
        'a: 'b,
    {
        Session {
            texts: Texts::new(language),
            environment: self.environment,
            program: self.program.clone(),
            out,
            err,
            progress: None,
        }
    }

    pub(crate) fn language(&self) -> Language {
        self.texts.language()
    }

    /// A sentence without arguments.
    pub(crate) fn plain(&self, id: &str) -> String {
        words::plain(&self.texts, id)
    }

    /// A sentence with text arguments.
    pub(crate) fn filled(&self, id: &str, pairs: &[(&str, &dyn Display)]) -> String {
        words::filled(&self.texts, id, pairs)
    }

    /// A sentence.
    pub(crate) fn sentence(&self, message: &Message) -> String {
        words::sentence(&self.texts, message)
    }

    /// What a reader of files, a plan or an address said, in the language of the run.
    pub(crate) fn said(&self, text: impl Display) -> String {
        reader_text(&self.texts, &text.to_string())
    }

    /// What is being done from now on.
    pub(crate) fn stage(&self, id: &str, pairs: &[(&str, &dyn Display)]) {
        if let Some(progress) = &self.progress {
            progress.stage(self.filled(id, pairs));
        }
    }

    /// Ends the line of progress, before a person is asked.
    pub(crate) fn quiet(&mut self) {
        self.progress = None;
    }

    /// Writes text to standard output.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Failure> {
        self.progress = None;
        let written = write_all(self.out, text);
        written.map_err(|error| {
            Failure::input(self.filled("cli-error-write", &[("file", &"stdout"), ("why", &error)]))
        })
    }

    /// Writes a line to standard output.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        self.print(&format!("{text}\n"))
    }

    /// Hands over what was written so far, before a command that does not end by itself goes on.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        let flushed = unless_closed(self.out.flush());
        flushed.map_err(|error| self.unwritten(Path::new("stdout"), &error))
    }

    /// Writes a line to standard error.
    pub(crate) fn note(&mut self, text: &str) {
        self.progress = None;
        // There is nowhere left to say that standard error cannot be written.
        let _ = write_all(self.err, &format!("{}\n", text.trim_end()));
    }

    /// A file that cannot be written.
    pub(crate) fn unwritten(&self, path: &Path, error: &io::Error) -> Failure {
        let why = self.reason(error);
        Failure::input(self.filled(
            "cli-error-write",
            &[("file", &path.display()), ("why", &why)],
        ))
    }

    /// A file that cannot be read.
    pub(crate) fn unread(&self, path: &Path, error: &io::Error) -> Failure {
        let why = self.reason(error);
        Failure::input(self.filled(
            "cli-error-read",
            &[("file", &path.display()), ("why", &why)],
        ))
    }

    /// Why the system refused, in the language of the run where it is one of the usual reasons.
    pub(crate) fn reason(&self, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => self.plain("cli-why-not-found"),
            io::ErrorKind::PermissionDenied => self.plain("cli-why-denied"),
            io::ErrorKind::InvalidInput => self.plain("cli-why-not-a-file"),
            io::ErrorKind::FileTooLarge => self.plain("cli-why-too-large"),
            _ => error.to_string(),
        }
    }

    /// Says why a run ended early, flushes, and gives the exit code.
    pub(crate) fn finish(mut self, result: Result<Status, Failure>) -> Status {
        self.progress = None;
        let mut status = match result {
            Ok(status) => status,
            Err(Failure { status, text }) => {
                if status == Status::Done {
                    let _ = write_all(self.out, &text);
                } else if !text.is_empty() {
                    let error = self.plain("cli-error");
                    self.note(&format!("{error}: {text}"));
                }
                status
            }
        };
        if let Err(error) = unless_closed(self.out.flush()) {
            let why = self.reason(&error);
            let text = self.filled("cli-error-write", &[("file", &"stdout"), ("why", &why)]);
            self.note(&text);
            if status == Status::Done {
                status = Status::Input;
            }
        }
        status
    }
}

fn write_all(to: &mut dyn Write, text: &str) -> io::Result<()> {
    unless_closed(to.write_all(text.as_bytes()))
}

/// A reader that has seen enough, such as `head`, is no failure.
fn unless_closed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
