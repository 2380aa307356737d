//! Tables and other pieces that many pages have.

use scrutineer_report::{Element, Phrase, TextError};

use crate::words::Words;

/// A link.
pub(crate) fn link(to: &str, text: &Phrase) -> Element {
    Element::new("a").attr("href", to).phrase(text)
}

/// A line that must be copied as it stands.
pub(crate) fn code(text: &str) -> Element {
    Element::new("pre").child(Element::new("code").text(text))
}

/// Wide content in a frame that scrolls by itself, with a name for readers of the screen.
pub(crate) fn scroll(name: &str, content: Element) -> Element {
    Element::new("div")
        .attr("class", "scroll")
        .attr("role", "group")
        .attr("aria-label", name)
        .attr("tabindex", "0")
        .child(content)
}

/// More columns than these are printed on a sheet that lies on its side.
pub(crate) const WIDE: usize = 10;

/// A table under construction; the first cell of a row names the row.
pub(crate) struct Table {
    caption: Phrase,
    columns: Vec<(Element, bool)>,
    body: Element,
    is_sortable: bool,
}

/// A cell: an element without a name of its own.
pub(crate) enum Cell {
    /// Words, names or numbers.
    Text(Phrase),
    /// Elements in a row.
    Of(Vec<Element>),
    /// A value, and something beside it.
    With(Phrase, Element),
}

impl From<Phrase> for Cell {
    fn from(phrase: Phrase) -> Self {
        Self::Text(phrase)
    }
}

impl From<Element> for Cell {
    fn from(element: Element) -> Self {
        Self::Of(vec![element])
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(phrase) => phrase.fmt(out),
            Self::Of(children) => children.iter().try_for_each(|child| child.fmt(out)),
            Self::With(phrase, child) => write!(out, "{phrase}{child}"),
        }
    }
}

impl Cell {
    pub(crate) fn into(self, element: Element) -> Element {
        match self {
            Self::Text(phrase) => element.phrase(&phrase),
            Self::Of(children) => element.children(children),
            Self::With(phrase, child) => element.phrase(&phrase).child(child),
        }
    }
}

impl Table {
    pub(crate) fn new(caption: Phrase) -> Self {
        Self {
            caption,
            columns: Vec::new(),
            body: Element::new("tbody"),
            is_sortable: false,
        }
    }

    /// With a script, the table can be sorted by each column.
    pub(crate) fn sortable(mut self) -> Self {
        self.is_sortable = true;
        self
    }

    pub(crate) fn left(mut self, title: impl Into<Cell>) -> Self {
        let head = Element::new("th").attr("scope", "col");
        self.columns.push((title.into().into(head), false));
        self
    }

    pub(crate) fn right(mut self, title: impl Into<Cell>) -> Self {
        let head = Element::new("th")
            .attr("scope", "col")
            .attr("class", "number");
        self.columns.push((title.into().into(head), true));
        self
    }

    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.row_at(None, cells);
    }

    /// A row with an anchor.
    pub(crate) fn row_at(&mut self, id: Option<&str>, cells: Vec<Cell>) {
        let mut row = Element::new("tr");
        if let Some(id) = id {
            row = row.attr("id", id);
        }
        let is_said_once = self.has_numbers();
        for (position, (cell, (_, is_number))) in cells.into_iter().zip(&self.columns).enumerate() {
            let mut element = if position == 0 {
                Element::new("th").attr("scope", "row")
            } else {
                Element::new("td")
            };
            if *is_number && !is_said_once {
                element = element.attr("class", "number");
            }
            row = row.child(cell.into(element));
        }
        let body = std::mem::replace(&mut self.body, Element::new("tbody"));
        self.body = body.child(row);
    }

    /// Whether every column behind the first has numbers: then the table says so, and not each cell.
    fn has_numbers(&self) -> bool {
        match self.columns.as_slice() {
            [(_, false), numbers @ ..] => numbers.iter().all(|(_, is_number)| *is_number),
            _ => false,
        }
    }

    pub(crate) fn finish(self) -> Element {
        let name = self.caption.to_string();
        let has_numbers = self.has_numbers();
        let columns = self.columns.len();
        let head = Element::new("tr").children(self.columns.into_iter().map(|(head, _)| head));
        let mut table = Element::new("table");
        let is_wide = columns > WIDE;
        let classes = [
            ("numbers", has_numbers),
            ("sortable", self.is_sortable),
            ("wide", is_wide),
        ];
        let classes = classes.iter().filter(|held| held.1).map(|held| held.0);
        let classes = classes.collect::<Vec<_>>().join(" ");
        if !classes.is_empty() {
            table = table.attr("class", &classes);
        }
        let table = table
            .child(Element::new("caption").phrase(&self.caption))
            .child(Element::new("thead").child(head))
            .child(self.body);
        scroll(&name, table)
    }
}

/// A line of links to places on the page.
pub(crate) fn jump(places: impl IntoIterator<Item = (String, Phrase)>) -> Element {
    let mut line = Element::new("p").attr("class", "jump");
    for (position, (to, name)) in places.into_iter().enumerate() {
        if position > 0 {
            line = line.text(" · ");
        }
        line = line.child(link(&format!("#{to}"), &name));
    }
    line
}

/// Numbers of pages that are named on a page: the first, some around it, the last.
pub(crate) fn window(current: usize, count: usize) -> Vec<usize> {
    let near = current.saturating_sub(3)..current.saturating_add(4).min(count);
    let mut shown: Vec<usize> = near.collect();
    shown.extend([0, count.saturating_sub(1)]);
    shown.sort_unstable();
    shown.dedup();
    shown
}

/// A line of links to other pages of a list; `None` where there is no other. Pages count from 0, and `to`
/// gives their addresses.
pub(crate) fn page_numbers(
    words: &Words<'_>,
    shown: Vec<usize>,
    current: usize,
    to: &dyn Fn(usize) -> String,
) -> Result<Option<Element>, TextError> {
    if shown.iter().all(|number| *number == current) {
        return Ok(None);
    }
    let mut line = Element::new("p");
    let mut before = None;
    for number in shown {
        let is_next = before.is_none_or(|before: usize| before + 1 == number);
        line = line.text(if is_next { " " } else { " … " });
        before = Some(number);
        let name = Phrase::words((number + 1).to_string());
        line = line.child(if number == current {
            Element::new("b").attr("aria-current", "page").phrase(&name)
        } else {
            link(&to(number), &name)
        });
    }
    let name = words.say("site-more-pages")?.to_string();
    Ok(Some(
        Element::new("nav")
            .attr("class", "numbers")
            .attr("aria-label", &name)
            .child(line),
    ))
}

/// The mark of an option: colour and pattern by its position on the ballot.
pub(crate) fn swatch(position: usize) -> Element {
    let (color, hatch) = (position % 6, position % 4);
    Element::new("span")
        .attr("class", &format!("swatch c{color} h{hatch}"))
        .attr("aria-hidden", "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Phrase {
        Phrase::words(text)
    }

    fn of(table: Table, columns: usize) -> String {
        let mut table = table;
        let cells = (0..columns).map(|_| words("7").into()).collect();
        table.row(cells);
        table.finish().to_string()
    }

    /// The style sheet puts numbers below each other by these classes.
    #[test]
    fn a_table_of_numbers_says_so_once_and_any_other_in_each_cell() {
        let named = || Table::new(words("t")).left(words("name"));
        let numbers = of(named().right(words("a")).right(words("b")).sortable(), 3);
        assert!(numbers.contains("<table class=\"numbers sortable\">"));
        assert!(!numbers.contains("<td class") && numbers.contains("<td>7</td>"));
        let mixed = of(named().right(words("a")).left(words("b")), 3);
        assert!(!mixed.contains("numbers"), "{mixed}");
        assert_eq!(mixed.matches("<td class=\"number\">").count(), 1);
        let first = of(
            Table::new(words("t")).right(words("a")).right(words("b")),
            2,
        );
        assert!(!first.contains("numbers"), "{first}");
        assert_eq!(first.matches("class=\"number\">7").count(), 2);
    }
}
