//! The recorded events of a product's certificate: complete, possible, resting on sources that may carry stars.

use jiff::civil::{Date, date};

use crate::base::date::{PartialDate, add_months};
use crate::base::text::fold;
use crate::diag::code::Code;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::product::{Decision, Recognition, Stars};
use crate::read::raw::product as raw;
use crate::resolve::certificate::TERM_MONTHS;
use crate::resolve::context::{Context, not_future, optional};
use crate::source::field::FieldPath;
use crate::terms::{Grade, RecognitionEvent};

/// The programme began with 490/QĐ-TTg of 7/5/2018: nothing was recognised before it.
const PROGRAMME_SINCE: Date = date(2018, 5, 7);

/// Resolves the events of `file` and reports what cannot be.
pub fn resolve(
    context: &Context,
    raw: &[raw::Recognition],
    file: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<Recognition> {
    let list = FieldPath::root().key("recognitions");
    let resolved = raw.iter().enumerate().map(|(at, raw)| {
        let event = one(context, raw);
        let checker = Checker { context, raw, event: &event, file, field: list.item(at), diagnostics };
        checker.run();
        event
    });
    resolved.collect()
}

fn one(context: &Context, raw: &raw::Recognition) -> Recognition {
    let sources = context.cited(&raw.source);
    let grade = |id: &crate::model::id::SourceId| context.documents[id.at()].grade;
    Recognition {
        event: raw.event,
        stars: raw.stars.and_then(Stars::new),
        date: raw.date.or_else(|| raw.decision.as_ref().and_then(|decision| decision.date)),
        other_dates: raw.other_dates.iter().map(|other| (other.date, context.cited(&other.source))).collect(),
        as_of: raw.as_of,
        awarded_by: raw.awarded_by.clone(),
        decision: raw.decision.as_ref().map(|raw| Decision {
            number: raw.number.clone(),
            issuer: raw.issuer.clone(),
            date: raw.date,
        }),
        valid_until: raw.valid_until,
        certainty: raw.certainty,
        by_notice: !sources.is_empty() && sources.iter().all(|id| matches!(grade(id), Grade::B2 | Grade::C)),
        note: optional(&raw.note),
        sources,
    }
}

struct Checker<'c> {
    context: &'c Context,
    raw: &'c raw::Recognition,
    event: &'c Recognition,
    file: &'c str,
    field: FieldPath,
    diagnostics: &'c mut Diagnostics,
}

impl Checker<'_> {
    fn run(mut self) {
        if self.event.event == RecognitionEvent::Recognised {
            self.stars();
            self.grade();
            self.authority();
        }
        self.dates();
        self.term();
    }

    fn say(&self, code: Code, key: &str) -> Diagnostic {
        Diagnostic::new(code, self.file).at(self.field.key(key))
    }

    fn stars(&mut self) {
        if self.raw.stars.is_none() {
            self.diagnostics.push(self.say(Code::MissingStars, "stars"));
        }
    }

    /// Grade C alone never carries stars (contract, section 2).
    fn grade(&mut self) {
        let sources = &self.event.sources;
        let weak = |id: &crate::model::id::SourceId| self.context.documents[id.at()].grade == Grade::C;
        if self.event.stars.is_some() && !sources.is_empty() && sources.iter().all(weak) {
            let named: Vec<&str> = sources.iter().map(|id| self.context.documents[id.at()].slug.as_str()).collect();
            self.diagnostics.push(self.say(Code::WeakSource, "source").arg("sources", named.join(", ")));
        }
    }

    fn dates(&mut self) {
        let decision = self.raw.decision.as_ref().and_then(|decision| decision.date);
        let dates = [(self.raw.date, self.field.key("date")), (decision, self.field.key("decision").key("date"))];
        for (date, field) in dates {
            let Some(date) = date else { continue };
            if date.last() < PROGRAMME_SINCE {
                let early = Diagnostic::new(Code::EarlyDecision, self.file).at(field).arg("value", date);
                self.diagnostics.push(early.arg("rule", "490/QĐ-TTg").arg("since", "7/5/2018"));
            } else {
                not_future(Some(date), self.context.today, self.file, field, self.diagnostics);
            }
        }
        if let (Some(date), Some(signed)) = (self.raw.date, decision) {
            self.order(("decision.date", signed), ("date", date), "decision");
        }
    }

    /// Reports that `late` lies wholly after what it must not follow.
    fn order(&mut self, first: (&str, PartialDate), then: (&str, PartialDate), key: &str) {
        if first.1.first() > then.1.last() {
            let field = if key == "decision" { self.field.key("decision").key("date") } else { self.field.key(key) };
            let impossible = Diagnostic::new(Code::ImpossibleInterval, self.file)
                .at(field)
                .arg("later", format!("`{}`", then.0))
                .arg("end", then.1)
                .arg("earlier", format!("`{}`", first.0))
                .arg("start", first.1);
            self.diagnostics.push(impossible);
        }
    }

    fn term(&mut self) {
        let (Some(start), Some(end)) = (self.event.date, self.raw.valid_until) else { return };
        if end.last() < start.first() {
            return self.order(("date", start), ("valid_until", end), "valid_until");
        }
        if let (Some(start), Some(end)) = (start.exact(), end.exact()) {
            let usual = add_months(start, TERM_MONTHS);
            // Documents differ by a day on whether the first day counts.
            if crate::base::date::days_between(usual, end).abs() > 1 {
                let unusual = self.say(Code::UnusualTerm, "valid_until").arg("value", end).arg("date", start);
                self.diagnostics.push(unusual.fix(Some(usual.to_string())));
            }
        }
    }

    fn authority(&mut self) {
        let issuer = self.raw.decision.as_ref().and_then(|decision| decision.issuer.as_ref());
        let (named, field) = match (issuer, &self.raw.awarded_by) {
            (Some(issuer), _) => (issuer, self.field.key("decision").key("issuer")),
            (None, Some(by)) => (by, self.field.key("awarded_by")),
            (None, None) => return,
        };
        let date = self.event.date.filter(|date| date.last() >= PROGRAMME_SINCE);
        let (Some(stars), Some(date), Some(level)) = (self.event.stars, date, Level::of(named)) else {
            return;
        };
        let first = Regime::on(date.first());
        let last = Regime::on(date.last());
        if first.authority(stars) != level && last.authority(stars) != level {
            let wrong = Diagnostic::new(Code::WrongAuthority, self.file)
                .at(field)
                .arg("issuer", named)
                .arg("stars", stars.count())
                .arg("date", date)
                .arg("rule", last.decision())
                .arg("authority", last.authority(stars).word());
            self.diagnostics.push(wrong);
        }
    }
}

/// Which decision's division of powers held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Regime {
    /// 1048/QĐ-TTg of 21/8/2019: 3 and 4 stars by the province, 5 by the centre.
    Y2019,
    /// 148/QĐ-TTg of 24/2/2023: 3 stars by the district.
    Y2023,
    /// 1489/QĐ-TTg of 6/7/2025: no district level any more, 3 stars by the province.
    Y2025,
    /// 26/2026/QĐ-TTg of 22/5/2026, article 4.
    Y2026,
}

impl Regime {
    /// The rule in force on `day`.
    pub fn on(day: Date) -> Regime {
        match day {
            day if day >= date(2026, 5, 22) => Regime::Y2026,
            day if day >= date(2025, 7, 6) => Regime::Y2025,
            day if day >= date(2023, 2, 24) => Regime::Y2023,
            _ => Regime::Y2019,
        }
    }

    pub const fn decision(self) -> &'static str {
        match self {
            Regime::Y2019 => "1048/QĐ-TTg",
            Regime::Y2023 => "148/QĐ-TTg",
            Regime::Y2025 => "1489/QĐ-TTg",
            Regime::Y2026 => "26/2026/QĐ-TTg",
        }
    }

    /// Who recognises `stars`.
    pub const fn authority(self, stars: Stars) -> Level {
        match (self, stars.count()) {
            (_, 5) => Level::Centre,
            (Regime::Y2023, 3) => Level::District,
            _ => Level::Province,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    District,
    Province,
    Centre,
}

impl Level {
    /// The level that an issuer's name tells, where it does.
    fn of(issuer: &str) -> Option<Level> {
        let folded = fold(issuer);
        let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        // A city under the province is a district-level unit; its name says "tp" like a city of the centre.
        if has(&["huyen", "thi xa", "thanh pho", "tp "]) {
            Some(Level::District)
        } else if has(&["tinh"]) && !folded.trim().ends_with("ha tinh")
            || has(&["ubnd tinh", "tinh ha tinh", "cap tinh"])
        {
            Some(Level::Province)
        } else if has(&["bo nong nghiep", "trung uong", "bo truong"]) {
            Some(Level::Centre)
        } else {
            None
        }
    }

    /// The key of the messages.
    const fn word(self) -> &'static str {
        match self {
            Level::District => "district",
            Level::Province => "province",
            Level::Centre => "centre",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_recognises_follows_the_decision_of_the_day() {
        let three = Stars::new(3).unwrap();
        assert_eq!(Regime::on(date(2023, 2, 23)).authority(three), Level::Province);
        assert_eq!(Regime::on(date(2023, 2, 24)).authority(three), Level::District);
        assert_eq!(Regime::on(date(2025, 7, 6)).authority(three), Level::Province);
        assert_eq!(Regime::on(date(2026, 5, 22)).authority(Stars::new(5).unwrap()), Level::Centre);
    }

    #[test]
    fn levels_are_read_from_issuers_names() {
        assert_eq!(Level::of("UBND huyện Cẩm Xuyên"), Some(Level::District));
        assert_eq!(Level::of("Hội đồng OCOP TP Hà Tĩnh"), Some(Level::District));
        assert_eq!(Level::of("UBND tỉnh Hà Tĩnh"), Some(Level::Province));
        assert_eq!(Level::of("cấp tỉnh"), Some(Level::Province));
        assert_eq!(Level::of("Bộ Nông nghiệp và PTNT"), Some(Level::Centre));
        assert_eq!(Level::of("Văn phòng Điều phối Hà Tĩnh"), None);
    }
}
