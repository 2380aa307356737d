//! The message files as they are shipped.

use crate::Language;

macro_rules! locale {
    ($language:literal) => {
        [
            include_str!(concat!("../../locales/", $language, "/report.ftl")),
            include_str!(concat!("../../locales/", $language, "/verdict.ftl")),
            include_str!(concat!("../../locales/", $language, "/chain.ftl")),
            include_str!(concat!("../../locales/", $language, "/checks.ftl")),
            include_str!(concat!("../../locales/", $language, "/issues.ftl")),
            include_str!(concat!("../../locales/", $language, "/readers.ftl")),
            include_str!(concat!("../../locales/", $language, "/log.ftl")),
            include_str!(concat!("../../locales/", $language, "/compare.ftl")),
            include_str!(concat!("../../locales/", $language, "/cli.ftl")),
            include_str!(concat!("../../locales/", $language, "/publication.ftl")),
            include_str!(concat!("../../locales/", $language, "/tests.ftl")),
            include_str!(concat!("../../locales/", $language, "/quick-count.ftl")),
            include_str!(concat!("../../locales/", $language, "/rla.ftl")),
            include_str!(concat!("../../locales/", $language, "/indices.ftl")),
            include_str!(concat!("../../locales/", $language, "/disclosure.ftl")),
            include_str!(concat!("../../locales/", $language, "/censorship.ftl")),
            include_str!(concat!("../../locales/", $language, "/rla-bound.ftl")),
            include_str!(concat!("../../locales/", $language, "/rla-ballots.ftl")),
            include_str!(concat!("../../locales/", $language, "/rla-strata.ftl")),
            include_str!(concat!("../../locales/", $language, "/rla-plan.ftl")),
            include_str!(concat!("../../locales/", $language, "/serve.ftl")),
            include_str!(concat!("../../locales/", $language, "/site.ftl")),
            include_str!(concat!("../../locales/", $language, "/changes.ftl")),
            include_str!(concat!("../../locales/", $language, "/halves.ftl")),
            include_str!(concat!("../../locales/", $language, "/site-verify.ftl")),
            include_str!(concat!("../../locales/", $language, "/site-place.ftl")),
            include_str!(concat!("../../locales/", $language, "/entry-kinds.ftl")),
            include_str!(concat!("../../locales/", $language, "/charts.ftl")),
            include_str!(concat!("../../locales/", $language, "/explained.ftl")),
            include_str!(concat!("../../locales/", $language, "/sensitive.ftl")),
            include_str!(concat!("../../locales/", $language, "/maps.ftl")),
            include_str!(concat!("../../locales/", $language, "/statistics.ftl")),
            include_str!(concat!("../../locales/", $language, "/site-find.ftl")),
            include_str!(concat!("../../locales/", $language, "/site-check.ftl")),
            include_str!(concat!("../../locales/", $language, "/incidents.ftl")),
            include_str!(concat!("../../locales/", $language, "/harm.ftl")),
            include_str!(concat!("../../locales/", $language, "/counts.ftl")),
            include_str!(concat!("../../locales/", $language, "/incident-fields.ftl")),
            include_str!(concat!("../../locales/", $language, "/keys.ftl")),
            include_str!(concat!("../../locales/", $language, "/conditions.ftl")),
            include_str!(concat!("../../locales/", $language, "/index-lines.ftl")),
        ]
    };
}

const ENGLISH: &[&str] = &locale!("en");
const SPANISH: &[&str] = &locale!("es");

/// The files of a language, one per feature, in one order.
pub(crate) fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
    }
}

/// Every message id of a language, in the order of the files.
pub fn message_ids(language: Language) -> impl Iterator<Item = &'static str> {
    files(language)
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(id_of)
}

/// The id that a line starts, if it starts a message.
fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim_end();
    let first = id.bytes().next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    (first.is_ascii_alphabetic() && id.bytes().all(plain)).then_some(id)
}

/// The text of a message as it stands in its file, continuation lines joined by line breaks;
/// `None` where no file has it.
///
/// No message refers to another, so a template stands alone in a document.
pub fn template(language: Language, id: &str) -> Option<String> {
    files(language).iter().find_map(|file| in_file(file, id))
}

fn in_file(file: &str, id: &str) -> Option<String> {
    let mut lines = file.lines();
    let head = lines.find(|line| id_of(line) == Some(id))?;
    let mut parts = Vec::new();
    let (_, first) = head.split_once('=')?;
    if !first.trim().is_empty() {
        parts.push(first.trim());
    }
    parts.extend(
        lines
            .take_while(|line| line.starts_with([' ', '}']) || line.is_empty())
            .map(str::trim)
            .filter(|line| !line.is_empty()),
    );
    Some(parts.join("\n"))
}
