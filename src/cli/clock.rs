//! The one place that asks what day it is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::base::lang::Lang;
use crate::cli::words;

/// Asia/Ho_Chi_Minh has kept UTC+7 without summer time since 1975, so no time zone data is needed.
const VIETNAM: Offset = Offset::constant(7);

/// Today in Vietnam; the day of `SOURCE_DATE_EPOCH` where a reproducible build sets it.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is set and is no number of seconds.
pub fn today(lang: Lang) -> anyhow::Result<Date> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => day_of_epoch(&text).ok_or_else(|| anyhow::anyhow!(words::bad_epoch(&text, lang))),
        Err(_) => Ok(VIETNAM.to_datetime(Timestamp::now()).date()),
    }
}

fn day_of_epoch(text: &str) -> Option<Date> {
    let moment = Timestamp::from_second(text.trim().parse().ok()?).ok()?;
    Some(VIETNAM.to_datetime(moment).date())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_day_turns_at_midnight_in_vietnam() {
        // 2026-11-21T16:59:59Z and a second later.
        assert_eq!(day_of_epoch("1795280399"), Some(date(2026, 11, 21)));
        assert_eq!(day_of_epoch("1795280400"), Some(date(2026, 11, 22)));
        assert_eq!(day_of_epoch("yesterday"), None);
        assert_eq!(day_of_epoch("99999999999999999"), None);
    }
}
