//! Numbers as each language prints them. Digits are grouped here and nowhere else; rounding is
//! exact, halves away from zero.

use scrutineer_model::{Exact, PrintedPercent, Real};

use crate::Language;

/// What stands between a number and its unit: never the end of a line.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// A whole number with its digits in groups of three: `7,156,462`.
pub(crate) fn integer(value: i128, language: Language) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('\u{2212}');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(language.group_separator());
        }
        out.push(digit);
    }
    out
}

/// A fraction of one as a percentage with two decimals: `67.14 %`.
///
/// A share that two decimals would round to 0 or to 100 although it is neither keeps an inequality
/// sign, so that a reader never takes "almost" for "exactly".
pub(crate) fn share(value: Exact, language: Language) -> String {
    // A share whose numerator is near the limit of 128 bits is rounded twice, once as a double.
    let scaled = Exact::integer(10_000)
        .checked_mul(value)
        .map_or_else(|_| whole(value.to_f64() * 10_000.0), Exact::round);
    let sign = if scaled == 0 && value != Exact::ZERO && !value.is_negative() {
        return format!("<{NO_BREAK}{}", hundredths(1, language));
    } else if scaled == 10_000 && value < Exact::ONE {
        return format!(">{NO_BREAK}{}", hundredths(9_999, language));
    } else if scaled < 0 {
        "\u{2212}"
    } else {
        ""
    };
    format!("{sign}{}", hundredths(scaled.unsigned_abs(), language))
}

fn hundredths(units: u128, language: Language) -> String {
    let whole = integer(i128::try_from(units / 100).unwrap_or(i128::MAX), language);
    format!(
        "{whole}{}{:02}{NO_BREAK}%",
        language.decimal_separator(),
        units % 100
    )
}

/// A percentage with exactly the decimals that somebody printed.
pub(crate) fn printed_percent(value: PrintedPercent, language: Language) -> String {
    let text = value
        .to_string()
        .replace('.', &language.decimal_separator().to_string());
    format!("{text}{NO_BREAK}%")
}

/// A statistic: three significant digits, in powers of ten where it is below a thousandth.
/// `None` where the statistic does not exist.
pub(crate) fn real(value: Real, language: Language) -> Option<String> {
    let number = value.get();
    if !number.is_finite() {
        return None;
    }
    let size = number.abs();
    let text = if size != 0.0 && size < 0.001 {
        let scientific = format!("{number:.1e}");
        let (digits, exponent) = scientific.split_once('e')?;
        format!("{digits}{NO_BREAK}×{NO_BREAK}10{}", superscript(exponent))
    } else if size >= 1_000.0 {
        return Some(integer(whole(number), language));
    } else if size >= 100.0 {
        format!("{number:.0}")
    } else if size >= 10.0 {
        format!("{number:.1}")
    } else if size >= 0.1 {
        format!("{number:.2}")
    } else {
        format!("{number:.4}")
    };
    Some(
        text.replace('.', &language.decimal_separator().to_string())
            .replace('-', "\u{2212}"),
    )
}

/// The nearest whole number; beyond 128 bits the largest one.
fn whole(value: f64) -> i128 {
    let bound = if value < 0.0 { i128::MIN } else { i128::MAX };
    format!("{value:.0}").parse().unwrap_or(bound)
}

/// A statistic that is a share, as a percentage with two decimals.
pub(crate) fn real_share(value: Real, language: Language) -> Option<String> {
    let number = value.get();
    number.is_finite().then(|| {
        let text = format!("{:.2}", number * 100.0)
            .replace('.', &language.decimal_separator().to_string())
            .replace('-', "\u{2212}");
        format!("{text}{NO_BREAK}%")
    })
}

fn superscript(exponent: &str) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    exponent
        .chars()
        .map(|sign| match sign.to_digit(10) {
            Some(digit) => DIGITS.get(digit as usize).copied().unwrap_or(sign),
            None => '⁻',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Spanish};

    #[test]
    fn digits_are_grouped_as_each_language_does() {
        assert_eq!(integer(7_156_462, English), "7,156,462");
        assert_eq!(integer(7_156_462, Spanish), "7.156.462");
        assert_eq!(integer(999, English), "999");
        assert_eq!(integer(1_000, English), "1,000");
        assert_eq!(integer(-1_234, Spanish), "\u{2212}1.234");
        assert_eq!(
            integer(i128::from(u64::MAX), English),
            "18,446,744,073,709,551,615"
        );
    }

    #[test]
    fn shares_have_two_decimals_rounded_exactly() {
        // forensics.md 4.2: EG 67.139 % and NM 30.410 % of 10,659,128.
        let of_valid = |votes: i128| Exact::new(votes, 10_659_128).unwrap();
        assert_eq!(share(of_valid(7_156_462), English), "67.14\u{a0}%");
        assert_eq!(share(of_valid(3_241_461), Spanish), "30,41\u{a0}%");
        assert_eq!(share(Exact::ONE, English), "100.00\u{a0}%");
        assert_eq!(share(Exact::ZERO, Spanish), "0,00\u{a0}%");
        assert_eq!(
            share(Exact::new(1, 20_000).unwrap(), English),
            "0.01\u{a0}%"
        );
    }

    #[test]
    fn almost_nothing_and_almost_everything_are_not_rounded_away() {
        assert_eq!(
            share(Exact::new(1, 1_000_000).unwrap(), English),
            "<\u{a0}0.01\u{a0}%"
        );
        assert_eq!(
            share(Exact::new(999_999, 1_000_000).unwrap(), Spanish),
            ">\u{a0}99,99\u{a0}%"
        );
    }

    #[test]
    fn printed_percentages_keep_their_decimals() {
        let printed = PrintedPercent::parse("59.0").unwrap();
        assert_eq!(printed_percent(printed, Spanish), "59,0\u{a0}%");
    }

    #[test]
    fn small_statistics_are_powers_of_ten_and_missing_ones_stay_missing() {
        assert_eq!(
            real(Real::new(9.883_480_253e-9), English).unwrap(),
            "9.9\u{a0}×\u{a0}10⁻⁹"
        );
        assert_eq!(
            real(Real::new(9.883_480_253e-9), Spanish).unwrap(),
            "9,9\u{a0}×\u{a0}10⁻⁹"
        );
        assert_eq!(real(Real::new(0.571_503), English).unwrap(), "0.57");
        assert_eq!(real(Real::new(f64::NAN), English), None);
        assert_eq!(
            real_share(Real::new(0.671_393), Spanish).unwrap(),
            "67,14\u{a0}%"
        );
    }
}
