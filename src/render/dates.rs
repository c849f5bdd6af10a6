//! Dates as readers write them, exactly as precise as the source.

use jiff::civil::Date;

use crate::base::date::{DateSpan, PartialDate};
use crate::base::lang::Lang;
use crate::render::views::parts::DateView;

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `14/01/2027` or `14 January 2027`.
pub fn day(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {} {}", date.day(), english_month(date.month()), date.year()),
    }
}

/// `01/2027` or `January 2027`.
pub fn month(lang: Lang, year: i16, month: i8) -> String {
    match lang {
        Lang::Vi => format!("{month:02}/{year}"),
        Lang::En => format!("{} {year}", english_month(month)),
    }
}

pub fn partial(lang: Lang, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, at) => month(lang, year, at),
        PartialDate::Day(date) => day(lang, date),
    }
}

/// A day or a month of every year: `14/01` or `14 January`, `tháng 1` or `January`; none of a date known by its year alone.
pub fn in_any_year(lang: Lang, date: PartialDate) -> Option<String> {
    Some(match (date, lang) {
        (PartialDate::Year(_), _) => return None,
        (PartialDate::Month(_, month), Lang::Vi) => format!("tháng {month}"),
        (PartialDate::Month(_, month), Lang::En) => english_month(month).to_owned(),
        (PartialDate::Day(day), Lang::Vi) => format!("{:02}/{:02}", day.day(), day.month()),
        (PartialDate::Day(day), Lang::En) => format!("{} {}", day.day(), english_month(day.month())),
    })
}

pub fn view(lang: Lang, date: PartialDate) -> DateView {
    DateView { text: partial(lang, date), iso: date.to_string() }
}

/// An interval by its shortest true name: a day, a month, a year, or two years.
pub fn span(lang: Lang, span: DateSpan) -> String {
    let (first, last) = (span.first, span.last);
    if let Some(date) = span.exact() {
        return day(lang, date);
    }
    if first.year() != last.year() {
        return format!("{}–{}", first.year(), last.year());
    }
    if first.month() == last.month() { month(lang, first.year(), first.month()) } else { first.year().to_string() }
}

/// The same, but never more exact than a month, and in figures whatever the language: `12/2025`. The correcting script
/// writes months so too.
pub fn span_to_month(dates: DateSpan) -> String {
    to_month(Lang::Vi, dates)
}

/// An interval by its shortest true name in the page's language, but never more exact than a month: `12/2025`.
pub fn to_month(lang: Lang, dates: DateSpan) -> String {
    match dates.exact() {
        Some(date) => month(lang, date.year(), date.month()),
        None => span(lang, dates),
    }
}

fn english_month(number: i8) -> &'static str {
    ENGLISH_MONTHS[usize::try_from(number - 1).expect("months count from 1")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, vi: &str, en: &str) {
        let date = PartialDate::parse(text).unwrap();
        assert_eq!((partial(Lang::Vi, date).as_str(), partial(Lang::En, date).as_str()), (vi, en));
    }

    #[test]
    fn dates_are_as_exact_as_the_source() {
        check("2027-01-14", "14/01/2027", "14 January 2027");
        check("2027-01", "01/2027", "January 2027");
        check("2027", "2027", "2027");
    }

    #[test]
    fn yearly_dates_have_no_year() {
        let words = |text: &str| {
            let date = PartialDate::parse(text).unwrap();
            [Lang::Vi, Lang::En].map(|lang| in_any_year(lang, date))
        };
        assert_eq!(words("2024-04-21"), [Some("21/04".to_owned()), Some("21 April".to_owned())]);
        assert_eq!(words("2024-04"), [Some("tháng 4".to_owned()), Some("April".to_owned())]);
        assert_eq!(words("2024"), [None, None]);
    }

    #[test]
    fn intervals_get_their_shortest_true_name() {
        let of = |text: &str| PartialDate::parse(text).unwrap().span();
        assert_eq!(span(Lang::Vi, of("2027-10")), "10/2027");
        assert_eq!(span(Lang::Vi, of("2027")), "2027");
        assert_eq!(span(Lang::Vi, of("2019-12").hull(of("2020-01-14"))), "2019–2020");
        assert_eq!(span_to_month(of("2025-12-15")), "12/2025");
    }
}
