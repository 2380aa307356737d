//! A heat map in letters.

use super::Paper;
use crate::view::{HeatMap, Shade};

/// The letter of a shade; a blank where nothing was measured.
fn letter(shade: Option<Shade>) -> char {
    match shade {
        None => ' ',
        Some(Shade::Full) => '█',
        Some(Shade::Half) => '▄',
        Some(Shade::Hatched) => '▒',
        Some(Shade::Ring) => 'o',
        Some(Shade::Light) => '·',
        Some(Shade::Blank) => '?',
    }
}

/// Rows of letters, as many days beside each other as fit; then the next days.
pub(super) fn write(paper: &mut Paper, map: &HeatMap) {
    const NAME: usize = 26;
    paper.heading(&map.title.to_string());
    let wide = paper.width().saturating_sub(NAME + 2).max(1);
    let days = map
        .rows
        .iter()
        .map(|(_, cells)| cells.len())
        .max()
        .unwrap_or(0);
    let [first, last] = &map.days;
    paper.raw(&format!("{first} – {last}"), false);
    for from in (0..days).step_by(wide) {
        if let Some((at, name)) = &map.marked
            && (from..from + wide).contains(at)
        {
            paper.raw(
                &format!("{}▾ {name}", " ".repeat(NAME + 1 + at - from)),
                false,
            );
        }
        for (name, cells) in &map.rows {
            let name: String = name.to_string().chars().take(NAME).collect();
            let letters: String = cells
                .iter()
                .skip(from)
                .take(wide)
                .map(|cell| letter(cell.shade))
                .collect();
            paper.raw(format!("{name:<NAME$} {letters}").trim_end(), false);
        }
        paper.blank();
    }
    let legend: Vec<String> = map
        .legend
        .iter()
        .map(|(shade, meaning)| format!("{} {meaning}", letter(Some(*shade))))
        .collect();
    paper.paragraph(0, &legend.join("; "));
}
