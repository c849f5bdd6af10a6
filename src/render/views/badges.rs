//! Stars and badges: the two axes of a product in words that are exact on the build date.

use crate::base::date::days_between;
use crate::model::product::{Certificate, CertificateState, Course, Product};
use crate::plan::facet::StateFacet;
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::strings::Value;
use crate::render::views::card::{Badge, StarsView};
use crate::terms::Step;

/// The product's grade: gold only while the certificate is in force.
pub fn stars(ctx: &PageContext<'_>, certificate: &Certificate) -> StarsView {
    let Some(stars) = certificate.stars.filter(|_| certificate.state != CertificateState::None) else {
        let words = ctx.t("stars-none");
        return StarsView {
            count: 0,
            style: "none",
            aria: words.clone(),
            words,
            qualifier: None,
            until: None,
            until_last: None,
        };
    };
    let (words, aria) = match certificate.state {
        CertificateState::Lapsed | CertificateState::Withdrawn => ("stars-once", "stars-once-aria"),
        CertificateState::DateUnknown | CertificateState::InGrace => ("stars-now", "stars-unsure-aria"),
        _ => ("stars-now", "stars-now-aria"),
    };
    let count = [("n", Value::from(stars.count()))];
    let gold = certificate.state.is_in_force();
    StarsView {
        count: stars.count(),
        style: if gold { "gold" } else { "hollow" },
        words: ctx.tv(words, &count),
        aria: ctx.tv(aria, &count),
        qualifier: qualifier(ctx, certificate.by_notice, certificate.inferred),
        until: until(certificate),
        until_last: until_last(certificate),
    }
}

/// "theo thông báo" when only notices say it, "suy ra" when no source says it outright.
pub fn qualifier(ctx: &PageContext<'_>, by_notice: bool, inferred: bool) -> Option<String> {
    let words = qualifiers(ctx, by_notice, inferred);
    (!words.is_empty()).then(|| words.join(", "))
}

pub fn qualifiers(ctx: &PageContext<'_>, by_notice: bool, inferred: bool) -> Vec<String> {
    let by_notice = by_notice.then(|| ctx.t("by-notice"));
    by_notice.into_iter().chain(inferred.then(|| ctx.t("inferred"))).collect()
}

/// The day after which a reader's browser takes the gold away: the earliest on which the certificate may end.
fn until(certificate: &Certificate) -> Option<String> {
    certificate.until.filter(|_| certificate.state.is_in_force()).map(|span| span.first.to_string())
}

/// The latest day on which it may end, where that is another one.
fn until_last(certificate: &Certificate) -> Option<String> {
    let open = certificate.until.filter(|span| certificate.state.is_in_force() && span.exact().is_none());
    open.map(|span| span.last.to_string())
}

/// At most two: what the certificate is, what is under way.
pub fn badges(ctx: &PageContext<'_>, product: &Product) -> Vec<Badge> {
    let course = product.course.as_ref().map(|course| course_badge(ctx, course));
    // "Never recognised" adds nothing beside "idea of 2024".
    let silent = product.certificate.state == CertificateState::None && course.is_some();
    let certificate = (!silent).then(|| certificate_badge(ctx, &product.certificate));
    certificate.into_iter().chain(course).collect()
}

pub fn certificate_badge(ctx: &PageContext<'_>, certificate: &Certificate) -> Badge {
    let state = StateFacet::of_certificate(certificate.state);
    let words = certificate_words(ctx, certificate);
    Badge {
        state: state.word(),
        icon: icon(state),
        words,
        note: None,
        until: until(certificate),
        until_last: until_last(certificate),
    }
}

/// The certificate on paper, which is read for months: its last day instead of the days that are left. The correcting
/// script tells of the end, and of nothing before it, since both days are given.
pub fn on_paper(ctx: &PageContext<'_>, certificate: &Certificate) -> Badge {
    let end = certificate.until.filter(|_| certificate.state.is_in_force());
    let words = match end {
        Some(span) => {
            qualified(ctx, certificate, ctx.tv("badge-in-force", &[("date", dates::span(ctx.lang, span).into())]))
        }
        None => certificate_words(ctx, certificate),
    };
    Badge { words, until_last: end.map(|span| span.last.to_string()), ..certificate_badge(ctx, certificate) }
}

fn certificate_words(ctx: &PageContext<'_>, certificate: &Certificate) -> String {
    qualified(ctx, certificate, state_words(ctx, certificate))
}

/// Words that say that a certificate is in force say too that it is inferred: where the badge stands without stars, nothing
/// else would.
fn qualified(ctx: &PageContext<'_>, certificate: &Certificate, words: String) -> String {
    match certificate.inferred && certificate.state.is_in_force() {
        true => ctx.tv("badge-inferred", &[("words", words.into())]),
        false => words,
    }
}

fn state_words(ctx: &PageContext<'_>, certificate: &Certificate) -> String {
    match (certificate.state, certificate.until) {
        (CertificateState::InForce, Some(span)) => {
            ctx.tv("badge-in-force", &[("date", dates::span(ctx.lang, span).into())])
        }
        (CertificateState::InForce, None) => ctx.term("certificate", "in_force"),
        (CertificateState::EndingSoon, Some(span)) if span.exact().is_some() => {
            let days = days_between(ctx.catalogue().date, span.first);
            ctx.tv("badge-ending-soon", &[("days", days.into())])
        }
        (CertificateState::EndingSoon, Some(span)) => {
            ctx.tv("badge-ending-by", &[("date", dates::span(ctx.lang, span).into())])
        }
        (CertificateState::Lapsed, Some(span)) => {
            ctx.tv("badge-lapsed", &[("month", dates::span_to_month(span).into())])
        }
        (state, _) => ctx.term("certificate", state.word()),
    }
}

fn course_badge(ctx: &PageContext<'_>, course: &Course) -> Badge {
    let state = StateFacet::of_step(course.step);
    let note = course.overdue.then(|| ctx.t("course-overdue"));
    Badge {
        state: state.word(),
        icon: icon(state),
        words: course_words(ctx, course),
        note,
        until: None,
        until_last: None,
    }
}

/// The icon that goes with a state, here and in the explanation of states.
pub const fn icon(state: StateFacet) -> &'static str {
    match state {
        StateFacet::InForce | StateFacet::Maintained => "check",
        StateFacet::EndingSoon | StateFacet::InGrace => "hourglass",
        StateFacet::Lapsed => "clock",
        StateFacet::Withdrawn | StateFacet::NotPassed => "cross",
        StateFacet::DateUnknown => "question",
        StateFacet::NotRecognised | StateFacet::Candidate => "dash",
        StateFacet::InAssessment | StateFacet::Reassessing => "rotate",
        StateFacet::Upgrading => "arrow-up",
    }
}

/// Words of a step: with its year and aim where they are known.
fn course_words(ctx: &PageContext<'_>, course: &Course) -> String {
    let year = course.year.map(|year| ("year", Value::from(year)));
    let stars = course.to_stars.map(|stars| ("stars", Value::from(stars.count())));
    match (course.step, stars, year) {
        (Step::Upgrading, Some(stars), Some(year)) => ctx.tv("badge-upgrading-to-year", &[stars, year]),
        (Step::Upgrading, Some(stars), None) => ctx.tv("badge-upgrading-to", &[stars]),
        (Step::Candidate, _, Some(year)) => ctx.tv("badge-candidate-year", &[year]),
        (Step::Reassessing, ..) | (_, _, None) => ctx.term("step", course.step.word()),
        (step, _, Some((_, year))) => {
            ctx.tv("badge-step-year", &[("step", ctx.term("step", step.word()).into()), ("year", year)])
        }
    }
}
