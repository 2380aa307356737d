//! The pages of a folder, made again when something in it changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use scrutineer_audit::AuditReport;
use scrutineer_formats::Loaded;
use scrutineer_report::{
    Language, OpenPage, Problems, TextError, open_coverage_html, open_problems_html,
    open_report_html,
};

use crate::args::Open;
use crate::command::audit::audited;
use crate::command::{check, rla};
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// The most files that are looked at to notice a change.
const MOST_FILES: usize = 100_000;

/// Files with their lengths and times.
type Shape = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// The pages, as far as they were asked for since the last change.
pub(super) struct Pages<'a> {
    args: &'a Open,
    shape: Shape,
    made: BTreeMap<(Language, OpenPage), Arc<[u8]>>,
}

impl<'a> Pages<'a> {
    pub(super) fn new(args: &'a Open) -> Self {
        Self {
            args,
            shape: Shape::new(),
            made: BTreeMap::new(),
        }
    }

    /// A page of the folder as it is now. `None` only where a text of the program is missing.
    pub(super) fn page(
        &mut self,
        language: Language,
        page: OpenPage,
        session: &Session<'_>,
    ) -> Option<Arc<[u8]>> {
        let shape = shape(&self.args.dir);
        if shape != self.shape {
            self.shape = shape;
            self.made.clear();
        }
        if !self.made.contains_key(&(language, page)) {
            for (page, html) in OpenPage::ALL
                .into_iter()
                .zip(made(self.args, language, session).ok()?)
            {
                self.made.insert((language, page), html.into_bytes().into());
            }
        }
        self.made.get(&(language, page)).cloned()
    }
}

/// All pages in one language, in the order of [`OpenPage::ALL`].
fn made(args: &Open, language: Language, session: &Session<'_>) -> Result<[String; 3], TextError> {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut issues;
    let mut findings = Vec::new();
    let mut provenance = BTreeMap::new();
    let mut failures = Vec::new();
    let mut remarks_of_shapes = Vec::new();
    let mut report = None;
    {
        let mut aside = session.aside(language, &mut out, &mut err);
        issues = folder::description_problems(&aside, &args.dir);
        if issues.is_empty() {
            match folder::read_all(&mut aside, &args.dir, &args.search, folder::ACCEPTED) {
                Err(failure) => failures.push(failure.text),
                Ok(loaded) => {
                    let found = scrutineer_checks::run(&loaded.dataset);
                    (issues, findings) = check::told(&loaded, found.findings);
                    provenance = found.provenance;
                    failures = folder::refusals(&aside, &args.dir, &loaded, args.accept_import);
                    if let Err(failure) = shapes(args, &loaded, &mut aside) {
                        remarks_of_shapes.push(failure.text);
                    }
                    if failures.is_empty() {
                        match reported(args, &loaded, &aside) {
                            Ok(made) => report = Some(made),
                            Err(failure) => failures.push(failure.text),
                        }
                    }
                }
            }
        }
    }
    let mut remarks = vec![String::from_utf8_lossy(&err).into_owned()];
    // No number rests on shapes, so the report stands.
    remarks.append(&mut remarks_of_shapes);
    let folder = args.dir.display().to_string();
    let problems = Problems {
        folder: &folder,
        failures: &failures,
        remarks: &remarks,
        issues: &issues,
        findings: &findings,
        provenance: &provenance,
    };
    let instead = |page| open_problems_html(&problems, page, language);
    Ok([
        report.as_ref().map_or_else(
            || instead(OpenPage::Report),
            |report| open_report_html(report, language),
        )?,
        instead(OpenPage::Problems)?,
        report.as_ref().map_or_else(
            || instead(OpenPage::Coverage),
            |report| open_coverage_html(report, language),
        )?,
    ])
}

/// Whether the shapes of the divisions can be drawn.
fn shapes(args: &Open, loaded: &Loaded, session: &mut Session<'_>) -> Result<(), Failure> {
    let described = folder::describe(session, &args.dir)?;
    folder::geometry(
        session,
        &args.dir,
        &args.search,
        &described,
        &loaded.dataset,
    )
    .map(|_| ())
}

/// The audit, with totals by division of the first level where there are divisions.
fn reported(args: &Open, loaded: &Loaded, session: &Session<'_>) -> Result<AuditReport, Failure> {
    let evidence = rla::evidence(session, &args.dir, &loaded.dataset)?;
    let hierarchies = loaded.dataset.hierarchies();
    let level = hierarchies.iter().find_map(|held| held.levels.first());
    audited(loaded, &evidence, false, level.map(String::as_str), session)
}

/// What the folder looks like from outside. `sealed` is not looked into.
fn shape(dir: &Path) -> Shape {
    let mut shape = Shape::new();
    let mut open = vec![dir.to_path_buf()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            if shape.len() >= MOST_FILES || entry.file_name() == "sealed" {
                continue;
            }
            // Links to files count as what they lead to; those to folders are not followed.
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_folder {
                open.push(path);
            } else if let Ok(status) = fs::metadata(&path) {
                shape.insert(path, (status.len(), status.modified().ok()));
            }
        }
    }
    shape
}
