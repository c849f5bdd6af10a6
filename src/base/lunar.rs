//! The Vietnamese lunar calendar: lunar date → civil date, by the Moon and the Sun over the meridian of UTC+7.
//!
//! Source: Hồ Ngọc Đức, "Thuật toán tính âm lịch" (2004), which takes new moons and the Sun's longitude from Jean Meeus,
//! "Astronomical Algorithms" (1998). The Chinese calendar reckons for UTC+8 and differs where a new moon or a solstice
//! falls between 23:00 and midnight in Hà Nội: Tết of 2030 comes a day earlier in Vietnam.
//! A month begins with the day of a new moon; the month of the winter solstice is the eleventh; a year with thirteen new
//! moons between two solstices repeats the first month in which the Sun enters no new sign.

use std::f64::consts::TAU;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::base::date::days_between;

/// Vietnam's time, as a part of a day.
const TIME_ZONE: f64 = 7.0 / 24.0;
/// Mean length of a month from new moon to new moon, days.
const MONTH_DAYS: f64 = 29.530588853;
/// The Julian date of the new moon of 1 January 1900, the zeroth one.
const FIRST_NEW_MOON: f64 = 2415021.076998695;
/// The Julian day number of 1 January 1970.
const DAY_OF_1970: i64 = 2_440_588;
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// The civil date of a day of a lunar month, never of the repeated month of a leap year. Day 30 of a month that has only
/// 29 is its last day. None outside the years 1900 to 2199 and for what is no month or day.
pub fn civil(year: i16, month: u8, day: u8) -> Option<Date> {
    if !(1900..2200).contains(&year) || !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let moon = first_moon(year, month);
    let (start, next) = (new_moon_day(moon), new_moon_day(moon + 1));
    Some(date((start + i64::from(day) - 1).min(next - 1)))
}

/// The number of the new moon with which a lunar month begins.
fn first_moon(year: i16, month: u8) -> i64 {
    // The months of a lunar year lie between two solstices but for its last two, which follow the second.
    let solstice_year = if month < 11 { year - 1 } else { year };
    let (from, to) = (eleventh_month(solstice_year), eleventh_month(solstice_year + 1));
    let mut after = (i64::from(month) - 11).rem_euclid(12);
    if to - from == 13 && after >= leap_month(from) {
        after += 1;
    }
    from + after
}

/// The number of the new moon that begins the month of the winter solstice.
fn eleventh_month(year: i16) -> i64 {
    let last_day = DAY_OF_1970 + i64::from(days_between(EPOCH, jiff::civil::date(year, 12, 31)));
    // The last new moon up to the year's end, or the one before when the Sun had already passed the solstice. True new
    // moons lie up to 14 hours from the mean ones.
    let mut moon = ((last_day as f64 - FIRST_NEW_MOON) / MONTH_DAYS).floor() as i64 + 1;
    while new_moon_day(moon) > last_day {
        moon -= 1;
    }
    if sign(new_moon_day(moon)) >= 9 { moon - 1 } else { moon }
}

/// Which month after the eleventh is the repeated one, in a year of thirteen: the first without a new sign.
fn leap_month(eleventh: i64) -> i64 {
    let sign_at = |after: i64| sign(new_moon_day(eleventh + after));
    (1..13).find(|after| sign_at(*after) == sign_at(after + 1)).unwrap_or(13)
}

/// The Julian day number, in Vietnam, of new moon number `k` since January 1900 (Meeus, chapter 49, abridged).
fn new_moon_day(k: i64) -> i64 {
    let k = k as f64;
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sine = |degrees: f64| degrees.to_radians().sin();
    let mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3
        + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
    let sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
    let moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
    let node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
    let correction = (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2.0 * sun) - 0.4068 * sine(moon)
        + 0.0161 * sine(2.0 * moon)
        - 0.0004 * sine(3.0 * moon)
        + 0.0104 * sine(2.0 * node)
        - 0.0051 * sine(sun + moon)
        - 0.0074 * sine(sun - moon)
        + 0.0004 * sine(2.0 * node + sun)
        - 0.0004 * sine(2.0 * node - sun)
        - 0.0006 * sine(2.0 * node + moon)
        + 0.0010 * sine(2.0 * node - moon)
        + 0.0005 * sine(2.0 * moon + sun);
    let clock_correction = -0.000278 + 0.000265 * t + 0.000262 * t2;
    (mean + correction - clock_correction + 0.5 + TIME_ZONE).floor() as i64
}

/// The sign of the Sun, 0 to 11 from the spring equinox, at the beginning of a day in Vietnam (Meeus, chapter 25).
fn sign(day: i64) -> i64 {
    let t = (day as f64 - 0.5 - TIME_ZONE - 2451545.0) / 36525.0;
    let t2 = t * t;
    let anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2).to_radians();
    let mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
    let centre = (1.914600 - 0.004817 * t - 0.000014 * t2) * anomaly.sin()
        + (0.019993 - 0.000101 * t) * (2.0 * anomaly).sin()
        + 0.000290 * (3.0 * anomaly).sin();
    let longitude = (mean + centre).to_radians().rem_euclid(TAU);
    (longitude / TAU * 12.0).floor() as i64
}

fn date(julian_day: i64) -> Date {
    EPOCH.saturating_add((julian_day - DAY_OF_1970).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i16, month: u8, day: u8, expected: &str) {
        assert_eq!(civil(year, month, day).unwrap().to_string(), expected, "{day}/{month} of {year}");
    }

    /// As published in calendars and in the yearly announcements of holidays.
    #[test]
    fn new_years_and_hung_kings_days_are_the_published_ones() {
        let published = [
            (2024, "2024-02-10", "2024-04-18"),
            (2025, "2025-01-29", "2025-04-07"),
            (2026, "2026-02-17", "2026-04-26"),
            (2027, "2027-02-06", "2027-04-16"),
            (2028, "2028-01-26", "2028-04-04"),
            (2029, "2029-02-13", "2029-04-23"),
            (2030, "2030-02-02", "2030-04-12"),
            (2031, "2031-01-23", "2031-04-01"),
            (2032, "2032-02-11", "2032-04-19"),
            (2033, "2033-01-31", "2033-04-09"),
            (2034, "2034-02-19", "2034-04-28"),
            (2035, "2035-02-08", "2035-04-17"),
        ];
        for (year, new_year, hung_kings) in published {
            check(year, 1, 1, new_year);
            check(year, 3, 10, hung_kings);
        }
    }

    #[test]
    fn vietnam_keeps_its_own_meridian() {
        // In 1985 Tết came a month before the Chinese New Year (20 February), in 1968 a day before (30 January).
        check(1985, 1, 1, "1985-01-21");
        check(1968, 1, 1, "1968-01-29");
        check(2007, 1, 1, "2007-02-17");
    }

    #[test]
    fn repeated_months_push_the_later_ones_and_never_stand_for_the_first() {
        // 2023 has its second month twice, 2025 its sixth, 2033 its eleventh.
        check(2023, 2, 1, "2023-02-20");
        check(2023, 3, 1, "2023-04-20");
        check(2025, 6, 1, "2025-06-25");
        check(2025, 7, 1, "2025-08-23");
        check(2033, 11, 1, "2033-11-22");
        check(2033, 12, 1, "2034-01-20");
    }

    #[test]
    fn a_thirtieth_day_that_a_month_lacks_is_its_last() {
        check(2024, 12, 30, "2025-01-28");
        check(2026, 12, 30, "2027-02-05");
        check(2023, 12, 30, "2024-02-09");
    }

    #[test]
    fn what_is_no_lunar_date_has_no_civil_one() {
        assert_eq!(civil(2026, 13, 1), None);
        assert_eq!(civil(2026, 1, 31), None);
        assert_eq!(civil(2200, 1, 1), None);
    }
}
