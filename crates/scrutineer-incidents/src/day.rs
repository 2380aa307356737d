//! Dates as numbers of days.

use scrutineer_model::Date;

/// Days from 1970-01-01, negative before (proleptic Gregorian calendar).
///
/// Counted from the printed form, which is the one thing that a [`Date`] promises.
pub(crate) fn number(date: Date) -> i64 {
    let text = date.to_string();
    let mut parts = text
        .rsplitn(3, '-')
        .map(|part| part.parse::<i64>().unwrap_or(0));
    let day = parts.next().unwrap_or(1);
    let month = parts.next().unwrap_or(1);
    let year = parts.next().unwrap_or(1970);
    // Years that begin in March put the leap day last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let in_year = (153 * month + 2) / 5 + day - 1;
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + in_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for days in [-719_162, -1, 0, 11_016, 19_932, 59, 60, 365] {
            let date = Date::from_days(days).unwrap();
            assert_eq!(number(date), days, "{date}");
        }
    }
}
