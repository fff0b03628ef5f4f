//! Numbers and dates as a sheet shows them.

use ssfmt::{DateSystem, FormatOptions, NumberFormat};

use super::package::{Piece, Xml};
use crate::error::Error;
use crate::maps::HashMap;

/// Most styles of a workbook, and most bytes of a format: the program that defines them allows 64,000 and 255.
const MAX_STYLES: usize = 65_536;
const MAX_FORMAT: usize = 255;

/// How each style shows a number.
#[derive(Debug)]
pub(super) struct Shown {
    /// By the number of the style: the place of its format, if it has one of its own.
    styles: Vec<Option<u32>>,
    formats: Vec<Format>,
    options: FormatOptions,
}

impl Shown {
    /// No styles.
    pub(super) fn plain() -> Shown {
        Shown { styles: Vec::new(), formats: Vec::new(), options: FormatOptions::default() }
    }

    /// Reads the styles.
    pub(super) fn read(mut xml: Xml<'_>, from_1904: bool) -> Result<Shown, Error> {
        let mut shown = Shown::plain();
        if from_1904 {
            shown.options.date_system = DateSystem::Date1904;
        }
        let mut codes: HashMap<u32, String> = HashMap::default();
        let mut places: HashMap<u32, Option<u32>> = HashMap::default();
        let mut within = false;
        while let Some(piece) = xml.next()? {
            let element = match piece {
                Piece::Opens(element) => element,
                Piece::Closes(element) => {
                    within &= element.name() != "cellXfs";
                    continue;
                }
                _ => continue,
            };
            let id = || -> Result<u32, Error> {
                let said = element.attribute("numFmtId")?;
                Ok(said.and_then(|said| said.trim().parse().ok()).unwrap_or(0))
            };
            match element.name() {
                "cellXfs" => within = true,
                "numFmt" if codes.len() < MAX_STYLES => {
                    let code = element.attribute("formatCode")?.unwrap_or_default();
                    let code = if code.len() > MAX_FORMAT { String::new() } else { code.into_owned() };
                    codes.insert(id()?, code);
                }
                "xf" if within && shown.styles.len() < MAX_STYLES => {
                    let id = id()?;
                    let place = *places.entry(id).or_insert_with(|| {
                        let own = codes.get(&id).map(String::as_str);
                        let format = own.or_else(|| built_in(id)).and_then(format)?;
                        shown.formats.push(format);
                        Some(shown.formats.len() as u32 - 1)
                    });
                    shown.styles.push(place);
                }
                _ => {}
            }
        }
        Ok(shown)
    }

    /// A number in a style.
    pub(super) fn number(&self, value: f64, style: usize) -> String {
        let format = self.styles.get(style).copied().flatten();
        let Some(format) = format.and_then(|at| self.formats.get(at as usize)) else {
            return general(value);
        };
        // Dates that no calendar has stay numbers.
        format.number(value, &self.options).unwrap_or_else(|| general(value))
    }
}

/// The code that a number stands for: dates as an American Excel has them.
fn built_in(id: u32) -> Option<&'static str> {
    match id {
        14 => Some("m/d/yyyy"),
        22 => Some("m/d/yyyy h:mm"),
        _ => ssfmt::format_code_from_id(id),
    }
}

/// What a format says, and the letters outside of ASCII that it holds.
#[derive(Debug)]
struct Format {
    says: NumberFormat,
    /// The first stands as the control 1, and so on.
    letters: Vec<char>,
}

impl Format {
    fn number(&self, value: f64, options: &FormatOptions) -> Option<String> {
        // No format shows less than a second, so a time just before midnight is midnight, and of the next day.
        let day = 86_400.0;
        let value = if self.says.is_date_format() { (value * day).round() / day } else { value };
        let mut text = self.says.try_format(value, options).ok()?;
        for (stands, letter) in ('\u{1}'..).zip(&self.letters) {
            text = text.replace(stands, letter.encode_utf8(&mut [0; 4]));
        }
        // Nothing is hidden.
        Some(text).filter(|text| !text.is_empty())
    }
}

/// A format that says more than "as it is".
fn format(code: &str) -> Option<Format> {
    let code = code.trim();
    if code.is_empty() || code == "@" || code.len() > MAX_FORMAT || code.eq_ignore_ascii_case("general") {
        return None;
    }
    let (code, letters) = in_ascii(code)?;
    Some(Format { says: NumberFormat::parse(&code).ok()?, letters })
}

/// Controls in the place of letters outside of ASCII, which the library cannot cut: as they are where they stand for
/// themselves, escaped elsewhere.
fn in_ascii(code: &str) -> Option<(String, Vec<char>)> {
    let (mut text, mut letters) = (String::new(), Vec::new());
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        if letter.is_ascii_control() {
            return None;
        }
        if letter.is_ascii() {
            text.push(letter);
        } else {
            let at = letters.iter().position(|known| *known == letter).unwrap_or_else(|| {
                letters.push(letter);
                letters.len() - 1
            });
            // So many controls there are.
            let stands = u8::try_from(at + 1).ok().filter(|stands| *stands < b' ')?;
            if !quoted && !bracketed && !escaped {
                text.push('\\');
            }
            text.push(char::from(stands));
        }
        let plain = !quoted && !escaped;
        quoted ^= letter == '"' && !escaped && !bracketed;
        bracketed = if plain { letter == '[' || bracketed && letter != ']' } else { bracketed };
        escaped = plain && !bracketed && matches!(letter, '\\' | '_' | '*');
    }
    Some((text, letters))
}

/// A number without a format, with the 15 digits that a sheet keeps. A narrow column would show fewer; they are all there.
fn general(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let exact: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    let plain = exact.to_string();
    if plain.len() <= 24 { plain } else { format!("{exact:E}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> String {
        let formats = format(code).into_iter().collect::<Vec<_>>();
        let styles = vec![(!formats.is_empty()).then_some(0)];
        Shown { styles, formats, options: FormatOptions::default() }.number(value, 0)
    }

    #[test]
    fn a_number_without_a_format_keeps_its_digits() {
        for (value, expected) in [
            (14_155_550_123.0, "14155550123"),
            (441_632_960_123_456.0, "441632960123456"),
            (1.5, "1.5"),
            (-0.25, "-0.25"),
            // Sheets write what a computer makes of 0.1 + 0.2.
            (0.300_000_000_000_000_04, "0.3"),
            (0.0, "0"),
            (-0.0, "0"),
            (12_345_678_901_234_567.0, "12345678901234600"),
            (1e300, "1E300"),
        ] {
            assert_eq!(shown(value, "General"), expected);
            assert_eq!(shown(value, "@"), expected);
        }
    }

    #[test]
    fn formats_are_followed() {
        for (value, code, expected) in [
            (501.0, "00000", "00501"),
            (4_155_550_123.0, "(000) 000-0000", "(415) 555-0123"),
            (4_155_550_123.0, "[<=9999999]###-####;(###) ###-####", "(415) 555-0123"),
            (14_155_550_123.0, "\"+\"0", "+14155550123"),
            (0.125, "0.0%", "12.5%"),
            (1234.5, "#,##0.00", "1,234.50"),
            // 14 March 2026 is 46,095 days after the last day of 1899.
            (46_095.0, "yyyy-mm-dd", "2026-03-14"),
            (46_095.75, "dd/mm/yyyy hh:mm", "14/03/2026 18:00"),
            (46_095.0, "d-mmm-yy", "14-Mar-26"),
            (46_095.999_999_999, "yyyy-mm-dd hh:mm:ss", "2026-03-15 00:00:00"),
            (46_095.0, "yyyy\"年\"m\"月\"d\"日\"", "2026年3月14日"),
            (46_095.0, "yyyy年m月d日", "2026年3月14日"),
            (12.5, "#,##0.00\\ \"€\"", "12.50 €"),
            (12.5, "[$€-407]0.00", "€12.50"),
            (12.5, "_€0.0", " 12.5"),
        ] {
            assert_eq!(shown(value, code), expected, "{code}");
        }
    }

    #[test]
    fn a_day_that_never_was_stays_a_number() {
        assert_eq!(shown(-5.0, "yyyy-mm-dd"), "-5");
        assert_eq!(shown(1e18, "yyyy-mm-dd"), "1000000000000000000");
        assert_eq!(shown(7.0, ";;;"), "7");
    }

    #[test]
    fn what_is_no_format_is_passed_over() {
        let long = "0".repeat(300);
        assert_eq!(shown(7.0, &long), "7");
        assert_eq!(shown(7.0, "\"open"), "7");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_format_is_a_fault(
            code in "([0#?.,%eE+;:/@$_*\\\\ \"()<>=!-]|\\[[a-zA-Z0-9<>=$. -]{0,8}\\]|AM/PM|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|General|\\PC){0,12}",
            value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO,
            small in -3_000_000i32..3_000_000,
        ) {
            let _ = shown(value, &code);
            let _ = shown(f64::from(small) / 8.0, &code);
        }
    }
}
