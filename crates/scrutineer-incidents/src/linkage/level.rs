//! How far two records agree, field by field.

use super::record::ListRecord;
use super::similarity::jaro_winkler;

/// Similarity from which two names are near.
const NEAR: f64 = 0.92;
/// Similarity from which two given names are alike.
const ALIKE: f64 = 0.85;

/// The level of each field, a word of the table of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    /// exact, jw92, jw85, initial, missing, `else_`.
    pub given: &'static str,
    /// exact, jw92, swapped, missing, `else_`.
    pub surname1: &'static str,
    /// exact, jw92, missing, `else_`.
    pub surname2: &'static str,
    /// d0, d1, d3, missing, `else_`.
    pub date: &'static str,
    /// a0, a1, a2, a5, missing, `else_`.
    pub age: &'static str,
    /// same, state, missing, `else_`.
    pub place: &'static str,
    /// same, missing, `else_`.
    pub sex: &'static str,
}

impl Levels {
    /// Fields with their levels, in one order.
    pub fn pairs(&self) -> [(&'static str, &'static str); 7] {
        [
            ("given", self.given),
            ("surname1", self.surname1),
            ("surname2", self.surname2),
            ("date", self.date),
            ("age", self.age),
            ("place", self.place),
            ("sex", self.sex),
        ]
    }
}

/// Compares two records.
pub fn levels(left: &ListRecord, right: &ListRecord) -> Levels {
    let surname1 = first_surname(left, right);
    Levels {
        given: given(&left.given, &right.given),
        surname1,
        surname2: second_surname(left, right, surname1),
        date: days(left.day, right.day),
        age: years(left.age, right.age),
        place: place(&left.place, &right.place),
        sex: same(&left.sex, &right.sex),
    }
}

fn given(left: &str, right: &str) -> &'static str {
    if left.is_empty() || right.is_empty() {
        return "missing";
    }
    if left == right {
        return "exact";
    }
    let is_initial = |text: &str| text.chars().count() == 1;
    if is_initial(left) || is_initial(right) {
        let agrees = left.chars().next() == right.chars().next();
        return if agrees { "initial" } else { "else_" };
    }
    match jaro_winkler(left, right) {
        value if value >= NEAR => "jw92",
        value if value >= ALIKE => "jw85",
        _ => "else_",
    }
}

fn first_surname(left: &ListRecord, right: &ListRecord) -> &'static str {
    if left.surname1.is_empty() || right.surname1.is_empty() {
        return "missing";
    }
    if left.surname1 == right.surname1 {
        return "exact";
    }
    if jaro_winkler(&left.surname1, &right.surname1) >= NEAR {
        return "jw92";
    }
    let are_there = !left.surname2.is_empty() && !right.surname2.is_empty();
    if are_there && left.surname1 == right.surname2 && left.surname2 == right.surname1 {
        return "swapped";
    }
    "else_"
}

fn second_surname(left: &ListRecord, right: &ListRecord, first: &str) -> &'static str {
    if left.surname2.is_empty() || right.surname2.is_empty() || first == "swapped" {
        return "missing";
    }
    if left.surname2 == right.surname2 {
        "exact"
    } else if jaro_winkler(&left.surname2, &right.surname2) >= NEAR {
        "jw92"
    } else {
        "else_"
    }
}

fn days(left: Option<i64>, right: Option<i64>) -> &'static str {
    let (Some(left), Some(right)) = (left, right) else {
        return "missing";
    };
    match left.abs_diff(right) {
        0 => "d0",
        1 => "d1",
        2 | 3 => "d3",
        _ => "else_",
    }
}

fn years(left: Option<u16>, right: Option<u16>) -> &'static str {
    let (Some(left), Some(right)) = (left, right) else {
        return "missing";
    };
    match left.abs_diff(right) {
        0 => "a0",
        1 => "a1",
        2 => "a2",
        3..=5 => "a5",
        _ => "else_",
    }
}

fn place(left: &str, right: &str) -> &'static str {
    if left.is_empty() || right.is_empty() {
        return "missing";
    }
    let state = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
    if left == right {
        "same"
    } else if state(left) == state(right) {
        "state"
    } else {
        "else_"
    }
}

fn same(left: &str, right: &str) -> &'static str {
    if left.is_empty() || right.is_empty() {
        "missing"
    } else if left == right {
        "same"
    } else {
        "else_"
    }
}
