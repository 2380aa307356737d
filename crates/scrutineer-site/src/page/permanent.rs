//! Permanent addresses: `s/<first three digits of the SHA-256 of the id>.html#<id>`.

use scrutineer_model::StationIdx;
use scrutineer_report::{Element, Phrase, TextError};

use crate::address::{fragment, permanent};
use crate::assets::Assets;
use crate::content::Content;
use crate::frame::{bare, file};
use crate::layout::Layout;
use crate::markup::link;
use crate::words::Words;

/// How many pages there are, whether or not they have a station.
const PAGES: usize = 4096;

/// Stations by page, each page in order of the ids.
pub(crate) fn pages(content: &Content<'_>) -> Vec<Vec<StationIdx>> {
    let mut pages = vec![Vec::new(); PAGES];
    for station in content.dataset.stations().indices() {
        let id = content.dataset.stations().id(station);
        if let Some(page) = pages.get_mut(permanent(id)) {
            page.push(station);
        }
    }
    pages
}

/// One of them.
pub(crate) fn page(
    content: &Content<'_>,
    layout: &Layout,
    number: usize,
    stations: &[StationIdx],
    all: &[Words<'_>],
    assets: &Assets,
) -> Result<(String, Vec<u8>), TextError> {
    let path = format!("s/{number:03x}.html");
    let mut main = Element::new("main").attr("id", "main");
    let mut title = Phrase::default();
    for words in all {
        let said = words.say("site-permanent-title")?;
        if title.is_empty() {
            title = said.clone();
            main = main.child(Element::new("h1").phrase(&said));
        } else {
            main = main.child(Element::new("p").attr("lang", words.tag()).phrase(&said));
        }
    }
    let mut list = Element::new("ul");
    for &station in stations {
        let Some(shard) = layout.shard(station) else {
            continue;
        };
        let id = content.dataset.stations().id(station);
        let mut item = Element::new("li").attr("id", id).phrase(&Words::label(id));
        for words in all {
            let tag = words.tag();
            let to = format!("../{}#{}", file(tag, &shard.path), fragment(id));
            // Its text says the language; there are two for every station.
            item = item.text(" ").child(link(&to, &Phrase::words(tag)));
        }
        list = list.child(item);
    }
    Ok((path.clone(), bare(&title, &path, main.child(list), assets)))
}
