//! Tables and other pieces that many pages have.

use scrutineer_report::{Element, Phrase};

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
        }
    }
}

impl Cell {
    pub(crate) fn into(self, element: Element) -> Element {
        match self {
            Self::Text(phrase) => element.phrase(&phrase),
            Self::Of(children) => element.children(children),
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
        let mut row = Element::new("tr");
        for (position, (cell, (_, is_number))) in cells.into_iter().zip(&self.columns).enumerate() {
            let mut element = if position == 0 {
                Element::new("th").attr("scope", "row")
            } else {
                Element::new("td")
            };
            if *is_number {
                element = element.attr("class", "number");
            }
            row = row.child(cell.into(element));
        }
        let body = std::mem::replace(&mut self.body, Element::new("tbody"));
        self.body = body.child(row);
    }

    pub(crate) fn finish(self) -> Element {
        let name = self.caption.to_string();
        let head = Element::new("tr").children(self.columns.into_iter().map(|(head, _)| head));
        let mut table = Element::new("table");
        if self.is_sortable {
            table = table.attr("class", "sortable");
        }
        let table = table
            .child(Element::new("caption").phrase(&self.caption))
            .child(Element::new("thead").child(head))
            .child(self.body);
        scroll(&name, table)
    }
}

/// The mark of an option: colour and pattern by its position on the ballot.
pub(crate) fn swatch(position: usize) -> Element {
    let (color, hatch) = (position % 6, position % 4);
    Element::new("span")
        .attr("class", &format!("swatch c{color} h{hatch}"))
        .attr("aria-hidden", "true")
}
