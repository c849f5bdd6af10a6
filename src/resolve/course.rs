//! Where a product stands on its way to a star: the latest recorded step that no recognition has answered.

use jiff::civil::Date;

use crate::base::date::DateSpan;
use crate::model::product::{Course, CourseStep, Recognition};
use crate::terms::{RecognitionEvent, Step};

/// The step that stands on `today`, if any.
pub fn assess(steps: &[CourseStep], recognitions: &[Recognition], today: Date) -> Option<Course> {
    let begun = |step: &CourseStep| step.date.is_none_or(|date| date.first() <= today);
    let (_, latest) = steps
        .iter()
        .enumerate()
        .filter(|(_, step)| begun(step))
        .max_by_key(|(at, step)| (step.date.map(|date| (date.first(), date.last())), *at))?;
    if recognitions.iter().any(|event| answers(event, latest, today)) {
        return None;
    }
    let year = latest.date.map(|date| date.year());
    let open = matches!(latest.step, Step::Candidate | Step::InAssessment | Step::Upgrading | Step::Reassessing);
    Some(Course {
        step: latest.step,
        year,
        to_stars: latest.to_stars,
        overdue: open && year.is_some_and(|year| year < today.year()),
        sources: latest.sources.clone(),
    })
}

/// Whether a recognition settles a step: it came with or after it, and reached what the step aimed at.
fn answers(event: &Recognition, step: &CourseStep, today: Date) -> bool {
    if event.event != RecognitionEvent::Recognised {
        return false;
    }
    let reached = match (step.to_stars, event.stars) {
        (Some(aim), Some(stars)) => stars >= aim,
        _ => true,
    };
    match (event.span(), step.date) {
        (Some(span), Some(date)) => reached && span.first <= today && not_before(span, date.span()),
        // Without dates only a star that the product did not have before can be the answer.
        _ => reached && matches!(step.step, Step::Candidate | Step::InAssessment | Step::Upgrading),
    }
}

fn not_before(event: DateSpan, step: DateSpan) -> bool {
    event.last >= step.first
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::base::date::PartialDate;
    use crate::model::product::Stars;
    use crate::terms::Certainty;

    fn step(step: Step, when: &str, to: u8) -> CourseStep {
        CourseStep {
            step,
            date: PartialDate::parse(when).ok(),
            to_stars: Stars::new(to),
            by: None,
            note: None,
            sources: Vec::new(),
        }
    }

    fn recognised(stars: u8, when: &str) -> Recognition {
        Recognition {
            event: RecognitionEvent::Recognised,
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

    #[track_caller]
    fn check(steps: &[CourseStep], events: &[Recognition], expected: Option<(Step, bool)>) {
        let course = assess(steps, events, date(2026, 11, 22));
        assert_eq!(course.map(|course| (course.step, course.overdue)), expected);
    }

    #[test]
    fn an_upgrade_without_a_result_stays_and_is_overdue() {
        check(&[step(Step::Upgrading, "2024", 4)], &[recognised(3, "")], Some((Step::Upgrading, true)));
    }

    #[test]
    fn a_recognition_of_the_same_year_answers_it() {
        check(&[step(Step::Upgrading, "2024", 4)], &[recognised(4, "2024-10-15")], None);
        check(&[step(Step::Upgrading, "2024", 4)], &[recognised(3, "2025-01-01")], Some((Step::Upgrading, true)));
        check(&[step(Step::Upgrading, "2025", 4)], &[recognised(4, "2024-10-15")], Some((Step::Upgrading, true)));
    }

    #[test]
    fn the_latest_step_stands() {
        let steps = [step(Step::Candidate, "2021", 0), step(Step::NotPassed, "2023", 0)];
        check(&steps, &[], Some((Step::NotPassed, false)));
        check(&[], &[], None);
    }
}
