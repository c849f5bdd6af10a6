//! What officers write in the cells for stars and years: `3 sao/2020`, `***`, `4 (QĐ 2394/QĐ-UBND ngày 15/10/2024)`, a
//! date as a text, a day as Excel's number.

use crate::base::date::PartialDate;
use crate::base::text::fold;
use crate::intake::sheet::{Value, serial};
use crate::read::formats::date_fix;

/// A star, as far as the cells tell of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reached {
    pub stars: Option<u8>,
    pub date: Option<PartialDate>,
    /// The number of a decision.
    pub decision: Option<String>,
    /// A date was read from a number of days.
    pub serial: bool,
    /// Words that could not be used.
    pub rest: Vec<String>,
}

/// The star in one cell or two.
pub fn reached(stars: &Value, year: &Value) -> Reached {
    let mut reached = Reached::default();
    match stars {
        Value::Number(number) if (3.0..=5.0).contains(number) && number.fract() == 0.0 => {
            reached.stars = Some(*number as u8);
        }
        Value::Number(number) => date_number(*number, &mut reached),
        other => words(&other.text(), &mut reached),
    }
    match year {
        Value::Number(number) => date_number(*number, &mut reached),
        Value::Day(day) => reached.date = Some(PartialDate::Day(*day)),
        other => words(&other.text(), &mut reached),
    }
    reached
}

/// A year alone, from a number or words.
pub fn year(value: &Value) -> Option<i16> {
    let mut found = Reached::default();
    match value {
        Value::Number(number) => date_number(*number, &mut found),
        Value::Day(day) => return Some(day.year()),
        other => words(&other.text(), &mut found),
    }
    found.date.map(PartialDate::year)
}

fn date_number(number: f64, reached: &mut Reached) {
    if number.fract() == 0.0 && (2000.0..2200.0).contains(&number) {
        reached.date = Some(PartialDate::Year(number as i16));
    } else if let Some(day) = serial(number) {
        reached.date = Some(PartialDate::Day(day));
        reached.serial = true;
    } else {
        reached.rest.push(number.to_string());
    }
}

fn words(text: &str, reached: &mut Reached) {
    let text = text.replace("sao/", "sao ").replace("Sao/", "sao ").replace('–', "-");
    let separators = |letter: char| letter.is_whitespace() || ",;()".contains(letter);
    let words: Vec<&str> = text.split(separators).filter(|word| !word.is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let plain = fold(word).trim_matches(['.', ':']).to_owned();
        if let Some(stars) = stars(&plain, words.get(at + 1).map(|next| fold(next)), reached.stars.is_none()) {
            reached.stars = Some(stars);
        } else if let Some(date) = date(word) {
            reached.date = Some(date);
        } else if word.contains("QĐ") && word.contains('/') {
            reached.decision = Some((*word).to_owned());
        } else if !FILLERS.contains(&plain.as_str()) {
            reached.rest.push((*word).to_owned());
        }
    }
}

/// Words that add nothing.
const FILLERS: [&str; 14] =
    ["sao", "nam", "ngay", "dat", "hang", "ocop", "qd", "so", "cua", "thang", "-", "theo", "lan", "len"];

/// `3`, `3sao`, `3*`, `***`, `ba`: a number alone counts when no star is known yet and no month could be meant.
fn stars(word: &str, next: Option<String>, open: bool) -> Option<u8> {
    if (3..=5).contains(&word.len()) && word.bytes().all(|byte| byte == b'*') {
        return Some(word.len() as u8);
    }
    let bare = word.trim_end_matches("sao").trim_end_matches('*');
    let named = match bare {
        "ba" => Some(3),
        "bon" => Some(4),
        "nam" if next.as_deref().is_some_and(|next| next.starts_with("sao")) => Some(5),
        other => other.parse::<u8>().ok().filter(|count| (3..=5).contains(count)),
    }?;
    let marked = bare.len() < word.len() || next.as_deref().is_some_and(|next| next.starts_with("sao"));
    (marked || open).then_some(named)
}

/// `2020`, `7/2020`, `14/7/2020`, `2020-07-14`.
fn date(word: &str) -> Option<PartialDate> {
    let word = word.trim_matches('.');
    let written = PartialDate::parse(word).ok().or_else(|| PartialDate::parse(&date_fix(word)?).ok());
    written.filter(|date| (2000..2200).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stars: &str, year: &str, expected: (Option<u8>, &str)) -> Reached {
        let cell = |text: &str| if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) };
        let found = reached(&cell(stars), &cell(year));
        let date = found.date.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!((found.stars, date.as_str()), expected, "{stars} | {year}");
        found
    }

    #[test]
    fn stars_and_dates_are_read_as_officers_write_them() {
        check("3 sao/2020", "", (Some(3), "2020"));
        check("3 sao", "2020", (Some(3), "2020"));
        check("***", "14/7/2020", (Some(3), "2020-07-14"));
        check("4*", "7/2021", (Some(4), "2021-07"));
        check("Bốn sao", "năm 2021", (Some(4), "2021"));
        check("3", "", (Some(3), ""));
        check("", "", (None, ""));
        let found = check("4 sao (QĐ 2394/QĐ-UBND ngày 15/10/2024)", "", (Some(4), "2024-10-15"));
        assert_eq!(found.decision.as_deref(), Some("2394/QĐ-UBND"));
        assert_eq!(check("chưa đánh giá", "", (None, "")).rest, ["chưa", "đánh", "giá"]);
    }

    #[test]
    fn numbers_are_stars_years_or_days() {
        let found = reached(&Value::Number(3.0), &Value::Number(45580.0));
        assert_eq!(
            (found.stars, found.date.unwrap().to_string(), found.serial),
            (Some(3), "2024-10-15".to_owned(), true)
        );
        assert_eq!(reached(&Value::Number(4.0), &Value::Number(2024.0)).date, Some(PartialDate::Year(2024)));
        assert_eq!(year(&Value::Text("Năm 2021".into())), Some(2021));
    }
}
