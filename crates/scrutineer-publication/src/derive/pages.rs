//! The pages of a release: the report for people, with what only a log has.

use scrutineer_audit::AuditReport;
use scrutineer_model::Message;
use scrutineer_report::{Language, TextError, Texts, brief_html, html};

use crate::data::{DataFile, Stamp};
use crate::entries::{Rebuilt, Reply};
use crate::entry::Respondent;
use crate::release::DEMONSTRATION;

/// The pages for people, in every language.
///
/// # Errors
/// Where a message is missing.
pub(crate) fn pages(
    rebuilt: &Rebuilt,
    report: &AuditReport,
    stamp: &Stamp,
) -> Result<Vec<DataFile>, TextError> {
    let mut made = Vec::new();
    for language in Language::ALL {
        for (name, page) in [
            ("report", html(report, language)?),
            ("brief", brief_html(report, language)?),
        ] {
            let page = labelled(page, stamp, language)?;
            let page = replied(page, &rebuilt.replies, language)?;
            made.push(DataFile {
                path: format!("{name}.{}.html", language.tag()),
                bytes: page.into_bytes(),
            });
        }
    }
    Ok(made)
}

/// A page of a log that is signed with the key that everyone has says so before anything else.
fn labelled(mut page: String, stamp: &Stamp, language: Language) -> Result<String, TextError> {
    if stamp.origin == DEMONSTRATION {
        let words = Texts::new(language).message(&Message::new("cli-demonstration"))?;
        let start = page
            .find("<body")
            .and_then(|at| Some(at + page.get(at..)?.find('>')? + 1))
            .unwrap_or(0);
        page.insert_str(
            start,
            &format!("<p role=\"note\"><strong>{words}</strong></p>"),
        );
    }
    Ok(page)
}

/// Replies stand behind the findings that they are about, as received.
fn replied(page: String, replies: &[Reply], language: Language) -> Result<String, TextError> {
    if replies.is_empty() {
        return Ok(page);
    }
    let texts = Texts::new(language);
    let heading = texts.message(&Message::new("replies-heading"))?;
    let mut section = format!("<section><h2>{}</h2>", markup(&heading));
    for reply in replies {
        let by = match reply.by {
            Respondent::Authority => "reply-by-authority",
            Respondent::Party => "reply-by-party",
            Respondent::Observer => "reply-by-observer",
        };
        let by = texts.message(&Message::new(by))?;
        let line = Message::new("reply-of")
            .with("by", by.as_str())
            .with("date", reply.date.to_string().as_str())
            .with("finding", reply.finding.as_str());
        let line = texts.message(&line)?;
        let text = markup(&reply.text).replace('\n', "<br>");
        // The words may run in another direction than the page.
        section.extend([
            "<p>",
            &markup(&line),
            "</p><blockquote dir=\"auto\">",
            &text,
            "</blockquote>",
        ]);
    }
    section.push_str("</section>");
    let end = page.rfind("</main>").or_else(|| page.rfind("</body>"));
    Ok(match end.and_then(|at| page.split_at_checked(at)) {
        Some((head, rest)) => format!("{head}{section}{rest}"),
        None => page + &section,
    })
}

fn markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
