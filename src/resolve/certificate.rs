//! The state of a certificate on a day, from the recorded events alone.
//!
//! A certificate runs 36 months from its date unless the document states an end; the last day counts as valid
//! (148/QĐ-TTg, article 1; 26/2026/QĐ-TTg, article 6). A partial date is an interval, and so is what follows from it:
//! where the interval leaves it open whether the certificate is in force, the state is "date unknown".

use jiff::civil::Date;

use crate::base::date::{DateSpan, days_between};
use crate::model::product::{Certificate, CertificateState, ENDING_DAYS, GRACE_DAYS, Recognition};
use crate::terms::{Certainty, RecognitionEvent};

/// Months that a recognition is valid for.
pub const TERM_MONTHS: i32 = 36;

/// What `recognitions` come to on `today`.
pub fn assess(recognitions: &[Recognition], today: Date) -> Certificate {
    let Some(deciding) = deciding(recognitions, today) else {
        return Certificate {
            state: CertificateState::None,
            stars: None,
            until: None,
            deciding: None,
            by_notice: false,
            inferred: false,
        };
    };
    let event = &recognitions[deciding];
    let until = validity_end(event, today);
    Certificate {
        state: state(event, until, recognitions, today),
        stars: event.stars.or_else(|| stars_before(recognitions, deciding, today)),
        until,
        deciding: Some(deciding),
        by_notice: event.by_notice,
        inferred: event.certainty == Certainty::Inferred,
    }
}

/// The latest event not after `today`. Events without a date come before those with one, in the order written.
fn deciding(recognitions: &[Recognition], today: Date) -> Option<usize> {
    let counts = |event: &Recognition| {
        event.event != RecognitionEvent::RenewalFiled && when(event).is_none_or(|span| span.first <= today)
    };
    (0..recognitions.len()).filter(|at| counts(&recognitions[*at])).max_by_key(|at| {
        let span = when(&recognitions[*at]);
        (span.map(|span| (span.first, span.last)), *at)
    })
}

/// When an event happened: its own date, or for a lapse or withdrawal the day on which a source tells of it.
fn when(event: &Recognition) -> Option<DateSpan> {
    let told = || event.as_of.filter(|_| event.event != RecognitionEvent::Recognised).map(|date| date.span());
    event.span().or_else(told)
}

/// The last day of validity, as an interval. A date that reaches past today cannot lie there, since it was recorded.
fn validity_end(event: &Recognition, today: Date) -> Option<DateSpan> {
    if let Some(stated) = event.valid_until {
        return Some(stated.span());
    }
    if event.event != RecognitionEvent::Recognised {
        return None;
    }
    let span = event.span()?;
    Some(DateSpan { first: span.first, last: span.last.min(today).max(span.first) }.plus_months(TERM_MONTHS))
}

fn state(event: &Recognition, until: Option<DateSpan>, all: &[Recognition], today: Date) -> CertificateState {
    match event.event {
        RecognitionEvent::Withdrawn => return CertificateState::Withdrawn,
        RecognitionEvent::Lapsed => return CertificateState::Lapsed,
        RecognitionEvent::Recognised | RecognitionEvent::RenewalFiled => {}
    }
    let Some(until) = until else { return CertificateState::DateUnknown };
    if until.last < today {
        let graced = renewal_filed(all, event, today) && days_between(until.first, today) <= GRACE_DAYS;
        return if graced { CertificateState::InGrace } else { CertificateState::Lapsed };
    }
    if until.first < today {
        return CertificateState::DateUnknown;
    }
    // Ending soon is said only when it is certain; in force is certain already.
    if days_between(today, until.last) <= ENDING_DAYS {
        CertificateState::EndingSoon
    } else {
        CertificateState::InForce
    }
}

/// Whether a renewal file was recorded after the recognition and not after today.
fn renewal_filed(all: &[Recognition], event: &Recognition, today: Date) -> bool {
    let since = event.span().map(|span| span.first);
    all.iter().filter(|other| other.event == RecognitionEvent::RenewalFiled).any(|filed| {
        let date = filed.span().or(filed.as_of.map(|date| date.span()));
        date.is_some_and(|date| date.first <= today && since.is_none_or(|since| since <= date.last))
    })
}

/// The grade that a lapse or withdrawal without stars is about: that of the latest recognition before it.
fn stars_before(recognitions: &[Recognition], deciding: usize, today: Date) -> Option<crate::model::product::Stars> {
    let earlier: Vec<&Recognition> = recognitions
        .iter()
        .enumerate()
        .filter(|(at, event)| *at != deciding && event.event == RecognitionEvent::Recognised)
        .map(|(_, event)| event)
        .filter(|event| event.span().is_none_or(|span| span.first <= today))
        .collect();
    earlier.iter().enumerate().max_by_key(|(at, event)| (event.span().map(|span| span.first), *at))?.1.stars
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::base::date::PartialDate;
    use crate::model::product::Stars;

    fn event(event: RecognitionEvent, stars: u8, when: &str) -> Recognition {
        Recognition {
            event,
            stars: Stars::new(stars),
            date: PartialDate::parse(when).ok(),
            other_dates: Vec::new(),
            as_of: None,
            awarded_by: None,
            decision: None,
            valid_until: None,
            certainty: Certainty::Stated,
            by_notice: false,
            note: None,
            sources: Vec::new(),
        }
    }

    fn recognised(stars: u8, when: &str) -> Recognition {
        event(RecognitionEvent::Recognised, stars, when)
    }

    #[track_caller]
    fn check(events: &[Recognition], today: Date, state: CertificateState, stars: u8) {
        let certificate = assess(events, today);
        assert_eq!((certificate.state, certificate.stars), (state, Stars::new(stars)), "{:?}", certificate.until);
    }

    #[test]
    fn the_last_day_counts_as_valid() {
        let events = [recognised(3, "2023-11-22")];
        check(&events, date(2026, 11, 22), CertificateState::EndingSoon, 3);
        check(&events, date(2026, 11, 23), CertificateState::Lapsed, 3);
    }

    #[test]
    fn a_leap_day_ends_on_28_february() {
        let events = [recognised(3, "2024-02-29")];
        check(&events, date(2027, 2, 28), CertificateState::EndingSoon, 3);
        check(&events, date(2027, 3, 1), CertificateState::Lapsed, 3);
    }

    #[test]
    fn ending_soon_begins_180_days_before_the_end() {
        let events = [recognised(4, "2024-10-15")];
        check(&events, date(2027, 4, 17), CertificateState::InForce, 4);
        check(&events, date(2027, 4, 18), CertificateState::EndingSoon, 4);
    }

    #[test]
    fn a_partial_date_is_unknown_only_while_it_leaves_it_open() {
        let events = [recognised(3, "2023")];
        check(&events, date(2025, 12, 31), CertificateState::InForce, 3);
        check(&events, date(2026, 1, 1), CertificateState::InForce, 3);
        check(&events, date(2026, 7, 1), CertificateState::DateUnknown, 3);
        check(&events, date(2026, 12, 31), CertificateState::DateUnknown, 3);
        check(&events, date(2027, 1, 1), CertificateState::Lapsed, 3);
    }

    #[test]
    fn without_a_date_nothing_is_known_of_the_end() {
        check(&[recognised(3, "")], date(2026, 11, 22), CertificateState::DateUnknown, 3);
        check(&[], date(2026, 11, 22), CertificateState::None, 0);
    }

    #[test]
    fn the_latest_event_decides_and_later_ones_wait() {
        let events = [recognised(4, "2024-10-15"), recognised(3, "2021-05"), recognised(3, "")];
        check(&events, date(2026, 11, 22), CertificateState::InForce, 4);
        check(&events, date(2022, 1, 1), CertificateState::InForce, 3);
        check(&events, date(2020, 1, 1), CertificateState::DateUnknown, 3);
    }

    #[test]
    fn withdrawal_and_lapse_keep_the_grade_that_was() {
        let withdrawn = [recognised(4, "2024-10-15"), event(RecognitionEvent::Withdrawn, 0, "2025-03-01")];
        check(&withdrawn, date(2025, 3, 1), CertificateState::Withdrawn, 4);
        check(&withdrawn, date(2025, 2, 28), CertificateState::InForce, 4);
        let lapsed = [recognised(3, ""), event(RecognitionEvent::Lapsed, 0, "2024-03-25")];
        check(&lapsed, date(2026, 1, 1), CertificateState::Lapsed, 3);
    }

    #[test]
    fn a_renewal_file_grants_180_days_of_grace() {
        let events = [recognised(3, "2023-06-01"), event(RecognitionEvent::RenewalFiled, 0, "2026-01-15")];
        check(&events, date(2026, 6, 2), CertificateState::InGrace, 3);
        check(&events, date(2026, 11, 28), CertificateState::InGrace, 3);
        check(&events, date(2026, 11, 29), CertificateState::Lapsed, 3);
    }

    #[test]
    fn a_stated_end_goes_before_36_months() {
        let mut stated = recognised(3, "2023-06-01");
        stated.valid_until = PartialDate::parse("2025-06-01").ok();
        check(&[stated], date(2025, 6, 2), CertificateState::Lapsed, 3);
    }

    #[test]
    fn two_dates_of_one_recognition_span_an_interval() {
        let mut disputed = recognised(3, "2020-01-14");
        disputed.other_dates = vec![(PartialDate::parse("2019-12").unwrap(), Vec::new())];
        check(&[disputed.clone()], date(2022, 12, 15), CertificateState::DateUnknown, 3);
        check(&[disputed], date(2023, 1, 15), CertificateState::Lapsed, 3);
    }
}
