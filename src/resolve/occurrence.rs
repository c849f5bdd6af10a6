//! When an event takes place next: from what a source says of it to dates in the years around the build date.
//!
//! A lunar date never means the repeated month of a leap year: festivals keep to the first. A day that a year lacks is
//! the last one of its month: 29 February, or a lunar thirtieth.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::base::date::PartialDate;
use crate::base::lunar;
use crate::model::visit::{Dates, Next, When};

/// The first occurrence whose last day is not before `today`; for a single event that is over, that one.
pub fn next(when: When, today: Date) -> Next {
    // What began in December may last into January, and a lunar year into the next civil one.
    let years = today.year() - 1..=today.year() + 1;
    let to_come = |dates: &Dates| dates.last() >= today;
    let found = match when {
        When::Unknown => None,
        When::Solar { from, until, yearly: false } => {
            let dates = Dates { from, until };
            return if to_come(&dates) { Next::Coming(dates) } else { Next::Over(dates) };
        }
        // Of an event known by its year alone nothing can be said of the next.
        When::Solar { from: PartialDate::Year(_), yearly: true, .. } => None,
        When::Solar { from, until, yearly: true } => {
            // It did not take place before the year of which the source speaks.
            let years = years.map(|year| year.max(from.year()));
            years.map(|year| moved(from, until, year - from.year())).find(to_come)
        }
        When::Lunar { month, day, until_day } => {
            years.filter_map(|year| in_year(year, month, day, until_day)).find(to_come)
        }
    };
    found.map_or(Next::Unknown, Next::Coming)
}

/// The same days some years later.
fn moved(from: PartialDate, until: Option<PartialDate>, years: i16) -> Dates {
    let moved = |date: PartialDate| match date {
        PartialDate::Year(year) => PartialDate::Year(year + years),
        PartialDate::Month(year, month) => PartialDate::Month(year + years, month),
        PartialDate::Day(day) => PartialDate::Day(day.saturating_add(i32::from(years).years())),
    };
    Dates { from: moved(from), until: until.map(moved) }
}

/// The days of a lunar year; none outside the years that the calendar is reckoned for.
fn in_year(year: i16, month: u8, day: u8, until_day: Option<u8>) -> Option<Dates> {
    let from = lunar::civil(year, month, day)?;
    let until = until_day.and_then(|until| lunar::civil(year, month, until)).filter(|until| *until != from);
    Some(Dates { from: PartialDate::Day(from), until: until.map(PartialDate::Day) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(next: Next) -> String {
        let dates = |dates: Dates| match dates.until {
            Some(until) => format!("{} – {until}", dates.from),
            None => dates.from.to_string(),
        };
        match next {
            Next::Unknown => "unknown".to_owned(),
            Next::Coming(coming) => dates(coming),
            Next::Over(over) => format!("over {}", dates(over)),
        }
    }

    #[track_caller]
    fn check(when: When, today: &str, expected: &str) {
        assert_eq!(words(next(when, today.parse().unwrap())), expected, "on {today}");
    }

    fn solar(from: &str, until: &str, yearly: bool) -> When {
        let date = |text: &str| PartialDate::parse(text).ok();
        When::Solar { from: date(from).unwrap(), until: date(until), yearly }
    }

    const fn lunar(month: u8, day: u8, until_day: Option<u8>) -> When {
        When::Lunar { month, day, until_day }
    }

    #[test]
    fn a_single_event_is_over_after_its_last_day() {
        let fair = solar("2026-12-18", "2026-12-20", false);
        check(fair, "2026-11-22", "2026-12-18 – 2026-12-20");
        check(fair, "2026-12-20", "2026-12-18 – 2026-12-20");
        check(fair, "2026-12-21", "over 2026-12-18 – 2026-12-20");
        check(solar("2026", "", false), "2026-12-31", "2026");
        check(solar("2026", "", false), "2027-01-01", "over 2026");
        check(solar("2023-09", "", false), "2023-10-01", "over 2023-09");
    }

    #[test]
    fn a_yearly_event_comes_back_on_its_day() {
        let birthday = solar("2024-04-24", "", true);
        check(birthday, "2026-04-24", "2026-04-24");
        check(birthday, "2026-04-25", "2027-04-24");
        check(birthday, "2020-01-01", "2024-04-24");
        check(solar("2024-02-29", "", true), "2026-01-01", "2026-02-28");
        check(solar("2024-02-29", "", true), "2027-03-01", "2028-02-29");
        check(solar("2024-04", "", true), "2026-04-30", "2026-04");
        check(solar("2024-04", "", true), "2026-05-01", "2027-04");
        check(solar("2024", "", true), "2026-05-01", "unknown");
    }

    #[test]
    fn what_lasts_over_the_turn_of_the_year_is_still_on() {
        let market = solar("2023-12-30", "2024-01-02", true);
        check(market, "2027-01-01", "2026-12-30 – 2027-01-02");
        check(market, "2027-01-03", "2027-12-30 – 2028-01-02");
    }

    /// The fishermen's festival: its main day, the 8th of the 4th month, was 15 May in 2024 as the press told. The others
    /// follow from the published Buddha's birthdays, the 15th of that month. 2020 had its fourth month twice, 2023 its
    /// second, 2025 its sixth, 2028 its fifth.
    #[test]
    fn a_lunar_festival_follows_the_moon_over_the_years() {
        let published = [
            ("2019-01-01", "2019-05-11 – 2019-05-12"),
            ("2020-01-01", "2020-04-29 – 2020-04-30"),
            ("2020-05-01", "2021-05-18 – 2021-05-19"),
            ("2022-01-01", "2022-05-07 – 2022-05-08"),
            ("2023-01-01", "2023-05-25 – 2023-05-26"),
            ("2024-05-15", "2024-05-14 – 2024-05-15"),
            ("2024-05-16", "2025-05-04 – 2025-05-05"),
            ("2026-01-01", "2026-05-23 – 2026-05-24"),
            ("2026-11-22", "2027-05-12 – 2027-05-13"),
            ("2028-01-01", "2028-05-01 – 2028-05-02"),
        ];
        for (today, expected) in published {
            check(lunar(4, 7, Some(8)), today, expected);
        }
    }

    #[test]
    fn a_repeated_month_is_not_kept_twice() {
        // In 2025 the sixth month began on 25 June and, repeated, on 25 July.
        check(lunar(6, 1, None), "2025-06-26", "2026-07-14");
        // In 2033 the eleventh month began on 22 November and, repeated, on 22 December.
        check(lunar(11, 1, None), "2033-11-23", "2034-12-11");
    }

    #[test]
    fn the_last_month_of_a_lunar_year_lies_in_the_next_civil_one() {
        // The Kitchen Gods' day of the year of the Snake, then of the Horse.
        check(lunar(12, 23, None), "2026-01-05", "2026-02-10");
        check(lunar(12, 23, None), "2026-02-11", "2027-01-30");
    }

    #[test]
    fn a_thirtieth_that_a_month_lacks_is_its_last_day() {
        // The twelfth month has 29 days in the year of the Dragon (2024).
        check(lunar(12, 29, Some(30)), "2025-01-01", "2025-01-28");
        check(lunar(12, 29, Some(30)), "2024-01-01", "2024-02-08 – 2024-02-09");
    }

    #[test]
    fn nothing_is_reckoned_without_a_date_or_beyond_the_calendar() {
        check(When::Unknown, "2026-11-22", "unknown");
        check(lunar(4, 7, None), "2199-12-31", "unknown");
    }
}
