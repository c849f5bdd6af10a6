//! Civil dates that may be known only to the month or the year, and the intervals they stand for.

use std::borrow::Cow;
use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A date as a source gives it: `2020`, `2020-07` or `2020-07-14`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    Year(i16),
    Month(i16, i8),
    Day(Date),
}

/// Why a written date is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// Of the right form, but no such month or day.
    Calendar,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; years from 1900 to 2199.
    pub fn parse(text: &str) -> Result<PartialDate, DateFault> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| -> Result<i16, DateFault> {
            let part = &bytes[range];
            if !part.iter().all(u8::is_ascii_digit) {
                return Err(DateFault::Form);
            }
            Ok(part.iter().fold(0, |sum, digit| sum * 10 + i16::from(digit - b'0')))
        };
        let dash = |at: usize| if bytes[at] == b'-' { Ok(()) } else { Err(DateFault::Form) };
        let year_in_range = |year: i16| if (1900..2200).contains(&year) { Ok(year) } else { Err(DateFault::Calendar) };
        match bytes.len() {
            4 => Ok(PartialDate::Year(year_in_range(digits(0..4)?)?)),
            7 => {
                dash(4)?;
                let (year, month) = (digits(0..4)?, digits(5..7)? as i8);
                if !(1..=12).contains(&month) {
                    return Err(DateFault::Calendar);
                }
                Ok(PartialDate::Month(year_in_range(year)?, month))
            }
            10 => {
                dash(4)?;
                dash(7)?;
                let (year, month, day) = (digits(0..4)?, digits(5..7)? as i8, digits(8..10)? as i8);
                Date::new(year_in_range(year)?, month, day).map(PartialDate::Day).map_err(|_| DateFault::Calendar)
            }
            _ => Err(DateFault::Form),
        }
    }

    /// The first day that it may mean.
    pub fn first(self) -> Date {
        match self {
            PartialDate::Year(year) => jiff::civil::date(year, 1, 1),
            PartialDate::Month(year, month) => jiff::civil::date(year, month, 1),
            PartialDate::Day(day) => day,
        }
    }

    /// The last day that it may mean.
    pub fn last(self) -> Date {
        match self {
            PartialDate::Year(year) => jiff::civil::date(year, 12, 31),
            PartialDate::Month(..) => self.first().last_of_month(),
            PartialDate::Day(day) => day,
        }
    }

    pub fn year(self) -> i16 {
        self.first().year()
    }

    pub fn span(self) -> DateSpan {
        DateSpan { first: self.first(), last: self.last() }
    }

    pub fn exact(self) -> Option<Date> {
        match self {
            PartialDate::Day(day) => Some(day),
            _ => None,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(out, "{year:04}"),
            PartialDate::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            PartialDate::Day(day) => write!(out, "{day}"),
        }
    }
}

/// An interval of days, both ends included: "some day between".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateSpan {
    pub first: Date,
    pub last: Date,
}

impl DateSpan {
    pub fn exact(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: DateSpan) -> DateSpan {
        DateSpan { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Each end moved by whole months; 29 February becomes 28 February where there is none.
    pub fn plus_months(self, months: i32) -> DateSpan {
        DateSpan { first: add_months(self.first, months), last: add_months(self.last, months) }
    }
}

/// `date` moved by whole months, the day cut to the month's last where it has to be.
pub fn add_months(date: Date, months: i32) -> Date {
    date.saturating_add(months.months())
}

/// Whole days from `from` to `to`, negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map(|span| span.get_days()).unwrap_or(0)
}

struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = PartialDate;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a date such as 2020, 2020-07 or 2020-07-14")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<PartialDate, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<PartialDate, E> {
        PartialDate::parse(value).map_err(|_| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PartialDate, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "x-format": "partial-date",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "minimum": 1900,
            "maximum": 2199,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn partial_dates_stand_for_whole_intervals() {
        assert_eq!(PartialDate::parse("2024-02").unwrap().last(), date(2024, 2, 29));
        assert_eq!(
            PartialDate::parse("2020").unwrap().span(),
            DateSpan { first: date(2020, 1, 1), last: date(2020, 12, 31) }
        );
        assert_eq!(PartialDate::parse("2020-07-14").unwrap().exact(), Some(date(2020, 7, 14)));
    }

    #[test]
    fn form_and_calendar_are_told_apart() {
        assert_eq!(PartialDate::parse("14/7/2020"), Err(DateFault::Form));
        assert_eq!(PartialDate::parse("2020-13"), Err(DateFault::Calendar));
        assert_eq!(PartialDate::parse("2023-02-29"), Err(DateFault::Calendar));
        assert_eq!(PartialDate::parse("0000"), Err(DateFault::Calendar));
    }

    #[test]
    fn leap_day_and_36_months_is_28_february() {
        assert_eq!(add_months(date(2024, 2, 29), 36), date(2027, 2, 28));
        assert_eq!(add_months(date(2020, 1, 14), 36), date(2023, 1, 14));
    }

    #[test]
    fn days_between_counts_both_ways() {
        assert_eq!(days_between(date(2026, 11, 22), date(2027, 5, 21)), 180);
        assert_eq!(days_between(date(2026, 11, 22), date(2026, 11, 21)), -1);
    }
}
