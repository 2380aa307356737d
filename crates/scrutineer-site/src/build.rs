//! Every file of the site, one after another.

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
use crate::totals::sums;
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

/// Makes the site and hands each file to `take`: its path from the root of the site, and its bytes. Every
/// path occurs once. Files come in an order that follows from the content; only one page is in memory.
///
/// # Errors
/// Where a message is missing, or `take` fails.
pub fn site<E>(content: &Content<'_>, take: &mut Take<'_, E>) -> Result<(), SiteError<E>> {
    let shortened = shortened(content.report);
    let content = &Content {
        report: shortened.as_ref().unwrap_or(content.report),
        ..*content
    };
    let mut give = |path: &str, bytes: &[u8]| {
        take(path, bytes).map_err(|source| SiteError::Sink {
            path: path.to_owned(),
            source,
        })
    };
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
    let layout = Layout::new(content.dataset);
    let finder = {
        let parts = find::parts(content, &layout);
        for (path, bytes) in &parts {
            give(path, bytes)?;
        }
        parts.last().map(|(path, _)| path.clone())
    };
    let sums = sums(content.dataset);
    let found = Found::new(content);
    for words in &all {
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
            layout: &layout,
            sums: &sums,
            words,
        };
        let mut put = |page: Page| {
            let path = file(words.tag(), &page.path);
            let bytes = html(page, content, words, &assets)?;
            give(&path, &bytes)
        };
        for page in single(of, &assets, &check, finder.as_deref())? {
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
        let stations = Stations::new(*content, words, &check, &found, &sums)?;
        for shard in &layout.shards {
            put(stations.page(&layout, shard)?)?;
        }
        let (path, feed) = changes::feed(of)?;
        give(&path, &feed)?;
        for (path, bytes) in charts::files(of)? {
            give(&path, &bytes)?;
        }
    }
    for (number, stations) in permanent::pages(content).iter().enumerate() {
        if !stations.is_empty() {
            let (path, bytes) = permanent::page(content, &layout, number, stations, &all, &assets)?;
            give(&path, &bytes)?;
        }
    }
    Ok(())
}

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
