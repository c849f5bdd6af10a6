//! The ways in which products are listed, and the path of each list.

use crate::model::id::{CommuneId, DistrictId, FormerId, GroupId};
use crate::model::product::{CertificateState, Product, Stars};
use crate::terms::Step;

/// One list of products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    All,
    District(DistrictId),
    Commune(CommuneId),
    Former(FormerId),
    Star(Stars),
    Group(GroupId),
    Subgroup(GroupId, u8),
    State(StateFacet),
    Month(u8),
    DistrictStar(DistrictId, Stars),
    DistrictGroup(DistrictId, GroupId),
}

/// States with a list of their own: of the certificate, then of the course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateFacet {
    /// In force today, those that end soon among them.
    InForce,
    EndingSoon,
    InGrace,
    Lapsed,
    Withdrawn,
    DateUnknown,
    NotRecognised,
    Candidate,
    InAssessment,
    Upgrading,
    Reassessing,
    Maintained,
    NotPassed,
}

impl StateFacet {
    pub const ALL: [StateFacet; 13] = [
        StateFacet::InForce,
        StateFacet::EndingSoon,
        StateFacet::InGrace,
        StateFacet::DateUnknown,
        StateFacet::Lapsed,
        StateFacet::Withdrawn,
        StateFacet::NotRecognised,
        StateFacet::Candidate,
        StateFacet::InAssessment,
        StateFacet::Upgrading,
        StateFacet::Reassessing,
        StateFacet::Maintained,
        StateFacet::NotPassed,
    ];

    /// The part of the URL below `/trang-thai/`.
    pub const fn slug(self) -> &'static str {
        match self {
            StateFacet::InForce => "con-hieu-luc",
            StateFacet::EndingSoon => "sap-het-han",
            StateFacet::InGrace => "gia-han",
            StateFacet::Lapsed => "het-han",
            StateFacet::Withdrawn => "thu-hoi",
            StateFacet::DateUnknown => "chua-ro",
            StateFacet::NotRecognised => "chua-cong-nhan",
            StateFacet::Candidate => "ung-vien",
            StateFacet::InAssessment => "dang-danh-gia",
            StateFacet::Upgrading => "nang-hang",
            StateFacet::Reassessing => "danh-gia-lai",
            StateFacet::Maintained => "duy-tri",
            StateFacet::NotPassed => "chua-dat",
        }
    }

    /// The state's name in views and strings.
    pub const fn word(self) -> &'static str {
        match self {
            StateFacet::InForce => "in-force",
            StateFacet::EndingSoon => "ending-soon",
            StateFacet::InGrace => "in-grace",
            StateFacet::Lapsed => "lapsed",
            StateFacet::Withdrawn => "withdrawn",
            StateFacet::DateUnknown => "date-unknown",
            StateFacet::NotRecognised => "none",
            StateFacet::Candidate => "candidate",
            StateFacet::InAssessment => "in-assessment",
            StateFacet::Upgrading => "upgrading",
            StateFacet::Reassessing => "reassessing",
            StateFacet::Maintained => "maintained",
            StateFacet::NotPassed => "not-passed",
        }
    }

    pub const fn of_certificate(state: CertificateState) -> StateFacet {
        match state {
            CertificateState::InForce => StateFacet::InForce,
            CertificateState::EndingSoon => StateFacet::EndingSoon,
            CertificateState::InGrace => StateFacet::InGrace,
            CertificateState::Lapsed => StateFacet::Lapsed,
            CertificateState::Withdrawn => StateFacet::Withdrawn,
            CertificateState::DateUnknown => StateFacet::DateUnknown,
            CertificateState::None => StateFacet::NotRecognised,
        }
    }

    pub const fn of_step(step: Step) -> StateFacet {
        match step {
            Step::Candidate => StateFacet::Candidate,
            Step::InAssessment => StateFacet::InAssessment,
            Step::Upgrading => StateFacet::Upgrading,
            Step::Reassessing => StateFacet::Reassessing,
            Step::Maintained => StateFacet::Maintained,
            Step::NotPassed => StateFacet::NotPassed,
        }
    }
}

/// The grade under which a product is listed at `/sao/N/`, and whether it stands there as "once reached".
///
/// It counts while the certificate is in force, in grace, or of unknown date: nothing says that it has ended.
/// Lapsed and withdrawn ones are named apart on the same page ("từng đạt").
pub fn star_standing(product: &Product) -> Option<(Stars, Standing)> {
    let stars = product.certificate.stars?;
    match product.certificate.state {
        CertificateState::None => None,
        CertificateState::Lapsed | CertificateState::Withdrawn => Some((stars, Standing::Former)),
        _ => Some((stars, Standing::Present)),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Present,
    Former,
}
