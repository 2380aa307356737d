//! Every file of the site: what its parts share once, then the files of each part one after another.

use scrutineer_audit::AuditReport;
use scrutineer_report::{Language, TextError, Texts};

use crate::assets::Assets;
use crate::check::Check;
use crate::content::Content;
use crate::find;
use crate::frame::{Page, choice, file, html};
use crate::layout::{Layout, divisions};
use crate::names::shortened;
use crate::page::division::{self, Results};
use crate::page::findings::Found;
use crate::page::stations::{Stations, unnamed};
use crate::page::{
    about, catalogue, changes, charts, conditions, data, declared, evidence, findings, home,
    permanent, results, statistics, verify,
};
use crate::totals::{Sums, sums};
use crate::words::Words;

/// Why a site could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SiteError<E> {
    /// A message is missing.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The caller could not take a file.
    #[error("{path}: {source}")]
    Sink {
        /// The file.
        path: String,
        /// Why.
        source: E,
    },
}

/// Takes a file: its path from the root of the site, and its bytes.
pub type Take<'t, E> = dyn FnMut(&str, &[u8]) -> Result<(), E> + 't;

/// A part of the site that follows from the content alone, so that parts can be made beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What no language owns: style, scripts, the choice of a language, the index of places, permanent addresses.
    Shared,
    /// The folder of a language.
    Language(Language),
}

impl Part {
    /// Every part, in the order in which [`site`] makes them.
    pub fn all() -> impl Iterator<Item = Self> {
        let languages = Language::ALL.into_iter().map(Self::Language);
        std::iter::once(Self::Shared).chain(languages)
    }
}

/// Makes the site and hands each file to `take`: its path from the root of the site, and its bytes. Every
/// path occurs once. Files come in an order that follows from the content.
///
/// # Errors
/// Where a message is missing, or `take` fails.
pub fn site<E>(content: &Content<'_>, take: &mut Take<'_, E>) -> Result<(), SiteError<E>> {
    let site = Site::new(*content);
    Part::all().try_for_each(|part| site.make(part, take))
}

/// A site of which every part can be made: what the parts share is made once.
#[derive(Debug)]
pub struct Site<'a> {
    content: Content<'a>,
    /// The report with long names cut; `None` where none is long.
    shortened: Option<AuditReport>,
    layout: Layout,
    /// The index of places, the file that names the others last.
    index: Vec<(String, Vec<u8>)>,
    sums: Vec<Sums>,
}

impl<'a> Site<'a> {
    /// What the parts share.
    pub fn new(content: Content<'a>) -> Self {
        let layout = Layout::new(content.dataset);
        Self {
            shortened: shortened(content.report),
            index: find::parts(&content, &layout),
            sums: sums(content.dataset),
            layout,
            content,
        }
    }

    /// Makes a part, one page after another. Whoever has threads makes the parts in several; together they are the
    /// site.
    ///
    /// # Errors
    /// As [`site`].
    pub fn make<E>(&self, part: Part, take: &mut Take<'_, E>) -> Result<(), SiteError<E>> {
        let mut give = |path: &str, bytes: &[u8]| {
            take(path, bytes).map_err(|source| SiteError::Sink {
                path: path.to_owned(),
                source,
            })
        };
        match part {
            Part::Shared => self.shared(&mut give),
            Part::Language(language) => self.folder(language, &mut give),
        }
    }

    fn content(&self) -> Content<'_> {
        Content {
            report: self.shortened.as_ref().unwrap_or(self.content.report),
            ..self.content
        }
    }

    fn shared<E>(&self, give: &mut Give<'_, E>) -> Result<(), SiteError<E>> {
        let content = &self.content();
        let assets = Assets::new();
        for asset in assets.all() {
            give(&asset.path, asset.bytes)?;
        }
        let texts: Vec<Texts> = Language::ALL.into_iter().map(Texts::new).collect();
        let all: Vec<Words<'_>> = texts
            .iter()
            .map(|texts| Words::new(content, texts))
            .collect::<Result<_, _>>()?;
        give("index.html", &choice(content, &all, &assets)?)?;
        for (path, bytes) in &self.index {
            give(path, bytes)?;
        }
        for (number, stations) in permanent::pages(content).iter().enumerate() {
            if !stations.is_empty() {
                let (path, bytes) =
                    permanent::page(content, &self.layout, number, stations, &all, &assets)?;
                give(&path, &bytes)?;
            }
        }
        Ok(())
    }

    fn folder<E>(&self, language: Language, give: &mut Give<'_, E>) -> Result<(), SiteError<E>> {
        let content = &self.content();
        let assets = Assets::new();
        let texts = Texts::new(language);
        let words = &Words::new(content, &texts)?;
        let finder = self.index.last().map(|(path, _)| path.as_str());
        let found = Found::new(content);
        let copies = words.say("site-copies")?.to_string();
        let shown = unnamed(content.dataset, content.report, &copies);
        let content = &Content {
            report: shown.as_ref().unwrap_or(content.report),
            ..*content
        };
        let (check, (path, bytes)) = Check::new(content, words, &assets)?;
        give(&path, &bytes)?;
        let of = Results {
            content: *content,
            layout: &self.layout,
            sums: &self.sums,
            words,
        };
        let mut put = |page: Page| {
            let path = file(words.tag(), &page.path);
            let bytes = html(page, content, words, &assets)?;
            give(&path, &bytes)
        };
        for page in single(of, &assets, &check, finder)? {
            put(page)?;
        }
        for pages in [
            conditions::pages,
            results::pages,
            findings::pages,
            statistics::pages,
            changes::pages,
        ] {
            for page in pages(of)? {
                put(page)?;
            }
        }
        if let Some(divisions) = divisions(content.dataset) {
            for (at, _) in divisions.iter() {
                for page in division::pages(of, at)? {
                    put(page)?;
                }
            }
        }
        let stations = Stations::new(*content, words, &check, &found, &self.sums)?;
        for shard in &self.layout.shards {
            put(stations.page(&self.layout, shard)?)?;
        }
        let (path, feed) = changes::feed(of)?;
        give(&path, &feed)?;
        for (path, bytes) in charts::files(of)? {
            give(&path, &bytes)?;
        }
        Ok(())
    }
}

/// Takes a file of which no caller's error has to be told apart.
type Give<'t, E> = dyn FnMut(&str, &[u8]) -> Result<(), SiteError<E>> + 't;

/// Pages of which there is one.
fn single(
    of: Results<'_>,
    assets: &Assets,
    check: &Check,
    finder: Option<&str>,
) -> Result<Vec<Page>, TextError> {
    Ok(vec![
        home::page(of, assets, finder)?,
        results::chain(of)?,
        declared::page(of)?,
        catalogue::page(of)?,
        evidence::evidence(of)?,
        verify::page(of, check)?,
        data::page(of)?,
        about::page(of)?,
    ])
}
