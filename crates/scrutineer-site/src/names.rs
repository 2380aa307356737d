//! Names as pages show them: the beginning of those that no line could hold.

use std::borrow::Cow;

use scrutineer_audit::AuditReport;

/// The longest name that is shown whole.
pub(crate) const LONGEST: usize = 120;

/// A name as a page shows it, cut where it is longer than any name is.
pub(crate) fn cut(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", name.get(..end).unwrap_or(name))),
        None => Cow::Borrowed(name),
    }
}

/// The report with the names of the election, of contests, options and authorities cut; `None` where every
/// one of them is short.
pub(crate) fn shortened(report: &AuditReport) -> Option<AuditReport> {
    let is_long = |name: &String| matches!(cut(name), Cow::Owned(_));
    let mut all = report.contests.iter().flat_map(|contest| {
        let options = contest.options.iter().map(|option| &option.name);
        let authorities = contest.declarations.iter().map(|held| &held.authority);
        options.chain(authorities).chain([&contest.name])
    });
    if !is_long(&report.election.name) && !all.any(is_long) {
        return None;
    }
    let mut shown = report.clone();
    let names = shown.contests.iter_mut().flat_map(|contest| {
        let options = contest.options.iter_mut().map(|option| &mut option.name);
        let authorities = contest.declarations.iter_mut();
        let authorities = authorities.map(|held| &mut held.authority);
        options.chain(authorities).chain([&mut contest.name])
    });
    for name in names.chain([&mut shown.election.name]) {
        *name = cut(name).into_owned();
    }
    Some(shown)
}
