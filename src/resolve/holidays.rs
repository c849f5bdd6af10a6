//! Vietnam's public holidays on a day.
//!
//! Source: Bộ luật Lao động 45/2019/QH14, article 112: 1 January; five days of Tết; 30 April; 1 May; two days for 2 September;
//! the tenth of the third lunar month. Which five days of Tết, and whether the day before or after 2 September, the Prime
//! Minister decides each year (article 112, clause 3): what every choice since 2013 has held is certain here, the others
//! are possible. 24 November is a holiday by Nghị quyết 80-NQ/TW of 7/1/2026, but that the Code was changed accordingly has
//! not been seen: possible from 2026 on. Days off in lieu of a Sunday are not counted.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::base::lunar;

/// Whether a day is a public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    No,
    /// A yearly decision may make it one.
    Possible,
    Certain,
}

/// The first year in which 24 November may be a holiday.
const CULTURE_DAY_SINCE: i16 = 2026;

/// Whether `date` is a public holiday in Vietnam.
pub fn holiday(date: Date) -> Holiday {
    match (date.month(), date.day()) {
        (1, 1) | (4, 30) | (5, 1) | (9, 2) => return Holiday::Certain,
        (9, 1 | 3) => return Holiday::Possible,
        (11, 24) if date.year() >= CULTURE_DAY_SINCE => return Holiday::Possible,
        _ => {}
    }
    if lunar::civil(date.year(), 3, 10) == Some(date) {
        return Holiday::Certain;
    }
    let day_of_tet = |day: i64| {
        let new_year = lunar::civil(date.year(), 1, 1);
        new_year.map(|first| first.saturating_add((day - 1).days())) == Some(date)
    };
    // One day of the old year and four of the new one, or two and three.
    if (0..=3).any(day_of_tet) {
        Holiday::Certain
    } else if [-1, 4].into_iter().any(day_of_tet) {
        Holiday::Possible
    } else {
        Holiday::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(day: &str, expected: Holiday) {
        assert_eq!(holiday(day.parse().unwrap()), expected, "{day}");
    }

    #[test]
    fn fixed_days_are_certain() {
        for year in 2024..=2035 {
            for day in ["01-01", "04-30", "05-01", "09-02"] {
                check(&format!("{year}-{day}"), Holiday::Certain);
            }
            check(&format!("{year}-05-02"), Holiday::No);
        }
    }

    /// Days off were 8 to 12 February in 2024, 28 January to 1 February in 2025, 16 to 20 February in 2026.
    #[test]
    fn tet_holds_what_every_choice_holds() {
        for (eve, third) in [("2024-02-09", "2024-02-12"), ("2025-01-28", "2025-01-31"), ("2026-02-16", "2026-02-19")] {
            check(eve, Holiday::Certain);
            check(third, Holiday::Certain);
        }
        check("2026-02-15", Holiday::Possible);
        check("2026-02-20", Holiday::Possible);
        check("2026-02-14", Holiday::No);
        check("2026-02-21", Holiday::No);
    }

    #[test]
    fn hung_kings_day_follows_the_moon() {
        for day in ["2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16", "2030-04-12", "2035-04-17"] {
            check(day, Holiday::Certain);
        }
        check("2026-04-27", Holiday::No);
    }

    #[test]
    fn what_is_decided_later_is_only_possible() {
        check("2026-09-01", Holiday::Possible);
        check("2026-09-03", Holiday::Possible);
        check("2026-11-24", Holiday::Possible);
        check("2025-11-24", Holiday::No);
    }
}
