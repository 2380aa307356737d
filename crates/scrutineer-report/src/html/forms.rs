//! Forms to print and fill in by hand, one section a page.

use super::node::Element;
use super::style;
use crate::Language;

const CSS: &str = include_str!("forms.css");

/// One page of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSection {
    /// What it is for.
    pub heading: String,
    /// What to do, in sentences.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows; an empty cell is for a person.
    pub rows: Vec<Vec<String>>,
}

/// A file of forms. Texts are in the language already; data in them is escaped.
pub fn forms_html(title: &str, sections: &[FormSection], language: Language) -> String {
    let head = Element::new("head")
        .child(Element::new("meta").attr("charset", "utf-8"))
        .child(
            Element::new("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", &style::policy_of(CSS)),
        )
        .child(Element::new("title").text(title))
        .child(Element::new("style").style(CSS));
    let mut main = Element::new("main").child(Element::new("h1").text(title));
    for section in sections {
        main = main.child(page(section));
    }
    let html = Element::new("html")
        .attr("lang", language.tag())
        .child(head)
        .child(Element::new("body").child(main));
    format!("<!DOCTYPE html>\n{html}\n")
}

fn page(section: &FormSection) -> Element {
    let mut header = Element::new("tr");
    for name in &section.header {
        header = header.child(Element::new("th").attr("scope", "col").text(name));
    }
    let mut body = Element::new("tbody");
    for row in &section.rows {
        let mut line = Element::new("tr");
        for cell in row {
            line = line.child(Element::new("td").text(cell));
        }
        body = body.child(line);
    }
    let mut page = Element::new("section").child(Element::new("h2").text(&section.heading));
    for note in &section.notes {
        page = page.child(Element::new("p").text(note));
    }
    let table = Element::new("table")
        .child(Element::new("thead").child(header))
        .child(body);
    page.child(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_form_is_text_whatever_it_is() {
        let section = FormSection {
            heading: "<script>".to_owned(),
            notes: vec!["a & b".to_owned()],
            header: vec!["\"x\"".to_owned()],
            rows: vec![vec!["</td>".to_owned(), String::new()]],
        };
        let page = forms_html("Forms", &[section], Language::English);
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"));
        assert!(page.contains("a &amp; b") && page.contains("&lt;/td&gt;"));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    }
}
