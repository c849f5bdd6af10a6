//! Opening hours → open and closed for the days from the build date on.
//!
//! The crate `opening-hours` evaluates the expression; the public holidays are ours, since its own for Vietnam lack Tết and
//! the Hung Kings' day. What the written hours do not say is not reckoned: a public holiday of which they do not speak is
//! unsure, hours by the sun or by school holidays give no timeline at all.

use std::str::FromStr;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use compact_calendar::CompactCalendar;
use jiff::ToSpan;
use jiff::civil::Date;
use opening_hours::{Context, ContextHolidays, DateTimeRange, OpeningHours, RuleKind};
use opening_hours_syntax::rules::OpeningHoursExpression;
use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::Time;
use rustc_hash::FxHashMap;

use crate::model::entry::{Doors, MINUTES_A_DAY, Shift, Timeline};
use crate::resolve::holidays::{Holiday, holiday};

/// How far ahead states are reckoned: a site that nobody builds anew for so long says nothing about today.
const WINDOW_DAYS: u32 = 14;
/// A year of any length, and the day that a night of its last one runs into.
const YEAR_DAYS: u32 = 367;

/// The days for which states are reckoned, and which of them are holidays. Made once a build.
#[derive(Debug)]
pub struct Window {
    from: Date,
    /// One for each day.
    holidays: Vec<Holiday>,
    certain: ContextHolidays,
    possible: ContextHolidays,
    /// By expression: many places keep the same hours.
    reckoned: Mutex<FxHashMap<String, Option<Arc<Timeline>>>>,
    /// Most content asks nothing of it, and a year has many days.
    year: OnceLock<Box<Window>>,
}

/// Everything else follows from the first day.
impl PartialEq for Window {
    fn eq(&self, other: &Window) -> bool {
        self.from == other.from && self.days() == other.days()
    }
}

impl Window {
    /// The window that begins on `from`: the days for which a page may say "open now".
    pub fn new(from: Date) -> Window {
        Window::of_days(from, WINDOW_DAYS)
    }

    /// All days of a year and one more, for what must hold in some week of some season.
    pub fn year(&self) -> &Window {
        self.year.get_or_init(|| Box::new(Window::of_days(self.from, YEAR_DAYS)))
    }

    fn of_days(from: Date, days: u32) -> Window {
        let days = (0..i64::from(days)).map(|after| from.saturating_add(after.days()));
        let days: Vec<(Date, Holiday)> = days.map(|day| (day, holiday(day))).collect();
        Window {
            from,
            certain: calendar(&days, Holiday::Certain),
            possible: calendar(&days, Holiday::Possible),
            holidays: days.into_iter().map(|(_, holiday)| holiday).collect(),
            reckoned: Mutex::default(),
            year: OnceLock::new(),
        }
    }

    fn days(&self) -> u32 {
        u32::try_from(self.holidays.len()).expect("a window has few days")
    }

    /// The days that are no public holiday, not even a possible one, and neither is the next, into which a night may run.
    pub fn ordinary_days(&self) -> impl Iterator<Item = Date> {
        let ordinary = (0i64..).zip(self.holidays.windows(2)).filter(|(_, days)| **days == [Holiday::No; 2]);
        ordinary.map(|(after, _)| self.from.saturating_add(after.days()))
    }

    /// The states of the window; none where the expression is not valid or needs more than a calendar.
    pub fn timeline(&self, expression: &str) -> Option<Arc<Timeline>> {
        // Only whole entries are ever added, so a panic elsewhere leaves nothing wrong behind.
        let known = || self.reckoned.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(timeline) = known().get(expression) {
            return timeline.clone();
        }
        let timeline = self.reckon(expression).map(Arc::new);
        known().entry(expression.to_owned()).or_insert(timeline).clone()
    }

    fn reckon(&self, expression: &str) -> Option<Timeline> {
        let hours = OpeningHours::from_str(expression).ok()?;
        let parsed = hours.get_expression();
        if needs_more_than_a_calendar(&parsed) {
            return None;
        }
        let context = Context::default().with_holidays(self.certain.clone());
        let hours = hours.with_context(context.with_holidays_unknown(self.possible.clone()));
        let start = civil(self.from)?.and_hms_opt(0, 0, 0)?;
        let ranges = hours.iter_range(start, start + TimeDelta::days(i64::from(self.days())));
        let mut shifts: Vec<Shift> = ranges.filter_map(|range| shift(start, &range)).collect();
        if !speaks_of_holidays(&parsed) {
            for (day, _) in (0..).zip(&self.holidays).filter(|(_, holiday)| **holiday != Holiday::No) {
                shifts = with_unsure_day(&shifts, day, self.days());
            }
        }
        shifts.dedup_by_key(|shift| shift.doors);
        Some(Timeline { from: self.from, days: self.days(), shifts })
    }
}

/// Hours by the sun, by school holidays, or without an end ("18:00+").
fn needs_more_than_a_calendar(expression: &OpeningHoursExpression) -> bool {
    expression.rules.iter().any(|rule| {
        let spans = &rule.time_selector.spans;
        let by_the_sun = |time: &Time| matches!(time, Time::Variable(_));
        spans.iter().any(|span| span.open_end || by_the_sun(&span.range.start) || by_the_sun(&span.range.end))
            || rule.day_selector.weekday.iter().any(|day| is_holiday(day, HolidayKind::School))
    })
}

/// Whether a rule names public holidays, or the whole is "24/7", which means them too.
fn speaks_of_holidays(expression: &OpeningHoursExpression) -> bool {
    let named = |day: &WeekDayRange| is_holiday(day, HolidayKind::Public);
    expression.is_constant() || expression.rules.iter().any(|rule| rule.day_selector.weekday.iter().any(named))
}

fn is_holiday(day: &WeekDayRange, wanted: HolidayKind) -> bool {
    matches!(day, WeekDayRange::Holiday { kind, .. } if *kind == wanted)
}

fn calendar(days: &[(Date, Holiday)], wanted: Holiday) -> ContextHolidays {
    let mut calendar = CompactCalendar::default();
    for day in days.iter().filter(|(_, holiday)| *holiday == wanted).filter_map(|(day, _)| civil(*day)) {
        calendar.insert(day);
    }
    ContextHolidays::new(Arc::new(calendar), Arc::default())
}

fn shift(start: NaiveDateTime, range: &DateTimeRange) -> Option<Shift> {
    let minute = u32::try_from((range.range.start - start).num_minutes()).ok()?;
    // A comment is for people: "by appointment" is not open.
    let doors = match range.kind {
        _ if !range.comment.is_empty() => Doors::Unsure,
        RuleKind::Open => Doors::Open,
        RuleKind::Closed => Doors::Closed,
        RuleKind::Unknown => Doors::Unsure,
    };
    Some(Shift { minute, doors })
}

/// The shifts with a whole day of a window of `days` unsure.
fn with_unsure_day(shifts: &[Shift], day: u32, days: u32) -> Vec<Shift> {
    let (from, until) = (day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY);
    let after = shifts.iter().rev().find(|shift| shift.minute <= until).map(|shift| shift.doors);
    let before = shifts.iter().filter(|shift| shift.minute < from).copied();
    let later = shifts.iter().filter(|shift| shift.minute > until).copied();
    let goes_on = after.filter(|_| until < days * MINUTES_A_DAY).map(|doors| Shift { minute: until, doors });
    before.chain([Shift { minute: from, doors: Doors::Unsure }]).chain(goes_on).chain(later).collect()
}

fn civil(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year()), u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Sunday, 22 November 2026: the window holds 24 November, a possible holiday.
    const SUNDAY: Date = date(2026, 11, 22);
    /// Monday, 7 December 2026: a window without any holiday.
    const PLAIN: Date = date(2026, 12, 7);

    fn of(expression: &str, from: Date) -> Arc<Timeline> {
        Window::new(from).timeline(expression).unwrap()
    }

    #[track_caller]
    fn check(expression: &str, from: Date, day: Date, clock: (u32, u32), expected: Doors) {
        let doors = of(expression, from).doors(day, clock.0 * 60 + clock.1);
        assert_eq!(doors, Some(expected), "{expression} on {day} at {clock:?}");
    }

    #[test]
    fn a_week_is_followed_to_the_minute() {
        let hours = "Mo-Sa 07:00-11:30,13:30-21:00; Su off";
        check(hours, PLAIN, PLAIN, (6, 59), Doors::Closed);
        check(hours, PLAIN, PLAIN, (7, 0), Doors::Open);
        check(hours, PLAIN, PLAIN, (11, 30), Doors::Closed);
        check(hours, PLAIN, PLAIN, (20, 59), Doors::Open);
        check(hours, PLAIN, date(2026, 12, 13), (12, 0), Doors::Closed);
        check(hours, PLAIN, date(2026, 12, 20), (12, 0), Doors::Closed);
    }

    #[test]
    fn the_window_ends_and_then_nothing_is_said() {
        let timeline = of("24/7", PLAIN);
        assert_eq!(timeline.doors(date(2026, 12, 20), 1439), Some(Doors::Open));
        assert_eq!(timeline.doors(date(2026, 12, 21), 0), None);
        assert_eq!(timeline.doors(date(2026, 12, 6), 1439), None);
        assert_eq!(timeline.shifts.len(), 1);
    }

    #[test]
    fn nights_run_past_midnight() {
        check("Mo-Su 18:00-02:00", PLAIN, date(2026, 12, 9), (1, 59), Doors::Open);
        check("Mo-Su 18:00-02:00", PLAIN, date(2026, 12, 9), (2, 0), Doors::Closed);
    }

    #[test]
    fn holidays_that_the_hours_do_not_name_are_unsure() {
        let hours = "Mo-Su 07:00-21:00";
        check(hours, SUNDAY, date(2026, 11, 23), (8, 0), Doors::Open);
        check(hours, SUNDAY, date(2026, 11, 24), (0, 0), Doors::Unsure);
        check(hours, SUNDAY, date(2026, 11, 24), (23, 59), Doors::Unsure);
        check(hours, SUNDAY, date(2026, 11, 25), (0, 0), Doors::Closed);
        check(hours, SUNDAY, date(2026, 11, 25), (8, 0), Doors::Open);
        check("24/7", SUNDAY, date(2026, 11, 24), (8, 0), Doors::Open);
    }

    #[test]
    fn hours_for_holidays_hold_on_certain_ones_and_leave_possible_ones_unsure() {
        let (tet_eve, hours) = (date(2027, 2, 5), "Mo-Su 07:00-21:00; PH off");
        let from = date(2027, 2, 1);
        check(hours, from, tet_eve, (8, 0), Doors::Closed);
        check(hours, from, date(2027, 2, 8), (8, 0), Doors::Closed);
        check(hours, from, date(2027, 2, 4), (8, 0), Doors::Unsure);
        check(hours, from, date(2027, 2, 9), (8, 0), Doors::Unsure);
        check(hours, from, date(2027, 2, 10), (8, 0), Doors::Open);
        check("Mo-Su,PH 07:00-21:00", from, tet_eve, (8, 0), Doors::Open);
        check("Mo-Su 07:00-21:00; PH off", date(2027, 4, 10), date(2027, 4, 16), (8, 0), Doors::Closed);
    }

    #[test]
    fn seasons_close_for_whole_windows() {
        let timeline = of("Apr-Aug 06:00-22:00", PLAIN);
        assert_eq!(timeline.shifts, [Shift { minute: 0, doors: Doors::Closed }]);
    }

    #[test]
    fn a_holiday_at_the_edge_of_the_window_leaves_no_stray_shift() {
        let from = date(2026, 11, 11);
        let last = *of("Mo-Su 07:00-21:00", from).shifts.last().unwrap();
        assert_eq!(last, Shift { minute: 13 * MINUTES_A_DAY, doors: Doors::Unsure });
        let first = of("Mo-Su 07:00-21:00", date(2026, 11, 24)).shifts[0];
        assert_eq!(first, Shift { minute: 0, doors: Doors::Unsure });
    }

    #[test]
    fn a_year_holds_its_ordinary_days_and_every_season() {
        let window = Window::new(PLAIN);
        let year = window.year();
        let days: Vec<Date> = year.ordinary_days().collect();
        assert_eq!((days[0], *days.last().unwrap()), (PLAIN, date(2027, 12, 7)));
        for holiday in [date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 6), date(2027, 4, 16), date(2027, 9, 1)] {
            assert!(!days.contains(&holiday), "{holiday}");
        }
        let summer = year.timeline("Apr-Aug 06:00-22:00").unwrap();
        assert_eq!(summer.doors(PLAIN, 480), Some(Doors::Closed));
        assert_eq!(summer.doors(date(2027, 7, 5), 480), Some(Doors::Open));
    }

    #[test]
    fn what_a_calendar_cannot_tell_has_no_timeline() {
        for hours in ["sunrise-sunset", "Mo-Su 17:00+", "SH off; Mo-Fr 08:00-17:00"] {
            assert_eq!(Window::new(PLAIN).timeline(hours), None, "{hours}");
        }
        check("Mo-Su 08:00-17:00 \"gọi trước\"", PLAIN, PLAIN, (9, 0), Doors::Unsure);
    }
}
