//! Products, their recognitions, and the two axes computed for the build date: certificate and course.

use std::sync::Arc;

use crate::base::date::{DateSpan, PartialDate};
use crate::base::lang::Localized;
use crate::model::entry::{Fact, Head, Place};
use crate::model::id::{GroupId, Outlet, ProducerId, SourceId};
use crate::terms::{CategoryBasis, Certainty, Confidence, Invoice, PaperKind, RecognitionEvent, Scheme, Step};

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub head: Arc<Head>,
    /// The catalogue's own label code, `AA00` to `AA0000`.
    pub code: Option<String>,
    /// The programme's code, as a document prints it.
    pub official_code: Option<String>,
    pub producer: ProducerId,
    pub category: Category,
    /// Where it is made: the entry's own place, else the producer's.
    pub place: Option<Place>,
    pub recognitions: Vec<Recognition>,
    pub course_steps: Vec<CourseStep>,
    pub certificate: Certificate,
    pub course: Option<Course>,
    pub alcohol: Alcohol,
    /// Subgroup 18, or a text that speaks of health: the statutory sentence is shown
    /// (Nghị định 15/2018/NĐ-CP, article 27).
    pub supplement: bool,
    pub season: Option<Season>,
    pub buying: Option<Buying>,
    pub prices: Vec<Price>,
    pub papers: Vec<Paper>,
    /// Where sources say that it is sold, without naming a point of sale.
    pub sold_where: Vec<Fact>,
    /// Derived from `sells_on_site`, `stocks` and `uses`.
    pub sold_at: Vec<Outlet>,
    pub confidence: Option<Confidence>,
}

impl Product {
    /// Whether the statutory limits allow a register entry only: no photo, price, praise or way to buy.
    pub fn is_bare(&self) -> bool {
        matches!(self.alcohol, Alcohol::Bare { .. })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub group: GroupId,
    /// Number of the subgroup in the list of 2023 and 2026, 1 to 26.
    pub subgroup: Option<u8>,
    pub scheme: Scheme,
    /// The class in the words of the list it was sorted by, when they differ from today's.
    pub scheme_name: Option<String>,
    pub basis: CategoryBasis,
}

/// 3, 4 or 5: lower grades get no decision and no certificate (26/2026/QĐ-TTg, article 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stars(u8);

impl Stars {
    pub const ALL: [Stars; 3] = [Stars(3), Stars(4), Stars(5)];

    pub fn new(count: u8) -> Option<Stars> {
        (3..=5).contains(&count).then_some(Stars(count))
    }

    pub const fn count(self) -> u8 {
        self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    pub event: RecognitionEvent,
    pub stars: Option<Stars>,
    pub date: Option<PartialDate>,
    /// The same event as other sources date it.
    pub other_dates: Vec<(PartialDate, Vec<SourceId>)>,
    /// When the source said so.
    pub as_of: Option<PartialDate>,
    pub awarded_by: Option<String>,
    pub decision: Option<Decision>,
    pub valid_until: Option<PartialDate>,
    pub certainty: Certainty,
    /// Every source is an official notice or plan (grade B2): shown with the words "theo thông báo".
    pub by_notice: bool,
    pub note: Option<Localized>,
    pub sources: Vec<SourceId>,
}

impl Recognition {
    /// All the days on which it may have happened, over every source's date.
    pub fn span(&self) -> Option<DateSpan> {
        let others = self.other_dates.iter().map(|(date, _)| date.span());
        self.date.map(PartialDate::span).into_iter().chain(others).reduce(DateSpan::hull)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub number: String,
    pub issuer: Option<String>,
    pub date: Option<PartialDate>,
}

/// Days before the end from which a certificate is said to be ending.
pub const ENDING_DAYS: i32 = 180;
/// Days past the end for which a recorded renewal file keeps a certificate in grace (26/2026/QĐ-TTg, article 12.3).
pub const GRACE_DAYS: i32 = 180;

/// The state of the certificate on the build date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CertificateState {
    InForce,
    /// In force with 180 days or less to run.
    EndingSoon,
    /// Lapsed by up to 180 days with a recorded renewal file (26/2026/QĐ-TTg, article 12).
    InGrace,
    Lapsed,
    Withdrawn,
    /// No date, or a partial date leaves it open today.
    DateUnknown,
    /// Never recognised, as far as sources tell.
    None,
}

impl CertificateState {
    pub const ALL: [CertificateState; 7] = [
        CertificateState::InForce,
        CertificateState::EndingSoon,
        CertificateState::InGrace,
        CertificateState::Lapsed,
        CertificateState::Withdrawn,
        CertificateState::DateUnknown,
        CertificateState::None,
    ];

    /// The word in the open data.
    pub const fn word(self) -> &'static str {
        match self {
            CertificateState::InForce => "in_force",
            CertificateState::EndingSoon => "ending_soon",
            CertificateState::InGrace => "in_grace",
            CertificateState::Lapsed => "lapsed",
            CertificateState::Withdrawn => "withdrawn",
            CertificateState::DateUnknown => "date_unknown",
            CertificateState::None => "none",
        }
    }

    /// Gold stars are for these states only.
    pub const fn is_in_force(self) -> bool {
        matches!(self, CertificateState::InForce | CertificateState::EndingSoon)
    }
}

/// What the recognitions come to on the build date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Certificate {
    pub state: CertificateState,
    /// The grade of the deciding recognition, whatever its state.
    pub stars: Option<Stars>,
    /// Last day of validity: exact, or somewhere in the interval.
    pub until: Option<DateSpan>,
    /// Which of the product's recognitions decided.
    pub deciding: Option<usize>,
    /// The deciding recognition rests on notices only.
    pub by_notice: bool,
    pub inferred: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseStep {
    pub step: Step,
    pub date: Option<PartialDate>,
    pub to_stars: Option<Stars>,
    pub by: Option<String>,
    pub note: Option<Localized>,
    pub sources: Vec<SourceId>,
}

/// The step that stands on the build date: the latest that no later recognition has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub step: Step,
    pub year: Option<i16>,
    pub to_stars: Option<Stars>,
    /// The step's year is over and no source tells how it ended.
    pub overdue: bool,
    pub sources: Vec<SourceId>,
}

/// What the law on alcohol asks of a product's pages (Luật 44/2019/QH14, articles 5, 12, 13).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Alcohol {
    None,
    /// Below 15 %: shown with a warning and an 18+ notice.
    Warned {
        percent: f64,
    },
    /// 15 % or more, or unknown: a bare register entry.
    Bare {
        percent: Option<f64>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Months with goods, 1 to 12, sorted.
    pub months: Vec<u8>,
    pub peak: Vec<u8>,
    pub all_year: bool,
    pub sources: Vec<SourceId>,
}

impl Season {
    pub fn has(&self, month: u8) -> bool {
        self.all_year || self.months.contains(&month) || self.peak.contains(&month)
    }
}

/// The buyer's sheet; every field may be unknown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Buying {
    pub retail_packs: Vec<Localized>,
    pub case: Option<Localized>,
    pub kitchen_packs: Vec<Localized>,
    pub ingredients: Option<Localized>,
    pub allergens: Vec<Localized>,
    /// Total nitrogen of fish sauce, g/l.
    pub nitrogen_g_per_l: Option<f64>,
    pub kitchen_use: Option<Localized>,
    pub shelf_life: Option<Localized>,
    pub storage: Option<Localized>,
    pub after_opening: Option<Localized>,
    pub capacity_per_month: Option<Localized>,
    pub min_order: Option<Localized>,
    pub lead_time: Option<Localized>,
    pub delivery: Option<Localized>,
    pub delivery_fee: Option<Localized>,
    pub returns: Option<Localized>,
    pub invoice: Option<Invoice>,
    pub payment: Vec<Localized>,
    pub credit: Option<Localized>,
    pub samples: Option<bool>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// Whole đồng.
    pub amount: u64,
    pub unit: Localized,
    pub line: Option<Localized>,
    pub date: PartialDate,
    pub quoted_by: Option<Localized>,
    pub sources: Vec<SourceId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub kind: PaperKind,
    pub name: Option<Localized>,
    pub number: Option<String>,
    pub issuer: Option<Localized>,
    pub date: Option<PartialDate>,
    pub expires: Option<PartialDate>,
    pub url: Option<String>,
    pub sources: Vec<SourceId>,
}
