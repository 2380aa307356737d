//! Rings with fewer points.

use super::Pixel;

/// A ring with its points on a grid, without those that change nothing of its form; empty where no area is left.
pub(super) fn thinned(ring: &[Pixel], grid: i64) -> Vec<Pixel> {
    let mut out: Vec<Pixel> = Vec::new();
    for &(x, y) in ring {
        extend(&mut out, (snapped(x, grid), snapped(y, grid)));
    }
    // The end meets the start: what is in line there goes as well.
    loop {
        let before = out.len();
        while out.len() > 1 && out.first() == out.last() {
            out.pop();
        }
        if let [first, second, .., ahead, last] = out[..] {
            if is_in_line(ahead, last, first) {
                out.pop();
            } else if is_in_line(last, first, second) {
                out.remove(0);
            }
        }
        if out.len() == before {
            break;
        }
    }
    if out.len() < 3 { Vec::new() } else { out }
}

fn snapped(value: i64, grid: i64) -> i64 {
    (value + grid / 2).div_euclid(grid) * grid
}

/// Appends a point; the last one goes where it lies between, or the line turns back on itself there.
fn extend(out: &mut Vec<Pixel>, point: Pixel) {
    while let [.., ahead, last] = out[..] {
        if !is_in_line(ahead, last, point) {
            break;
        }
        out.pop();
    }
    if out.last() != Some(&point) {
        out.push(point);
    }
}

/// Whether three points have no area.
fn is_in_line(a: Pixel, b: Pixel, c: Pixel) -> bool {
    (b.0 - a.0) * (c.1 - a.1) == (b.1 - a.1) * (c.0 - a.0)
}
