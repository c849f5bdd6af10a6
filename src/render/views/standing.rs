//! Whether a place trades, in words that never say more than somebody saw: "open" is said of today only where somebody looked
//! within 180 days; everything older is told with its date.

use serde::Serialize;

use crate::model::people::Standing;
use crate::render::context::PageContext;
use crate::render::dates;
use crate::render::views::card::Badge;
use crate::render::views::parts::{DateView, Text};
use crate::terms::{OutletStatus, OutletType};

/// Whether it trades, and who looked when.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StandingView {
    /// States `open` and `seasonal` of places that somebody looked at within 180 days, `closed`, `unknown` for all else.
    pub badge: Badge,
    pub as_of: Option<DateView>,
    pub verified_on: Option<DateView>,
    pub verified_by: Option<Text>,
    /// "Thông tin từ 03/2026. Nên hỏi trước khi đến." when nobody looked within 180 days.
    pub stale: Option<String>,
}

/// The standing of a place of the kind; of a website nobody is told to ask before going there.
pub fn view(ctx: &PageContext<'_>, standing: &Standing, kind: Option<OutletType>) -> StandingView {
    let stale = stale(ctx, standing, kind);
    let badge = badge(ctx, standing);
    // The page says it in a sentence of its own; only of a closed place it shows none.
    let note = badge.note.filter(|_| stale.is_none() || standing.status == OutletStatus::Closed);
    StandingView {
        badge: Badge { note, ..badge },
        as_of: standing.as_of.map(|date| ctx.date(date)),
        verified_on: standing.verified_on.map(|date| ctx.date(date)),
        verified_by: standing.verified_by.as_ref().map(|name| ctx.text(name)),
        stale,
    }
}

/// Since when nobody has looked; nothing where somebody did within 180 days.
pub fn stale(ctx: &PageContext<'_>, standing: &Standing, kind: Option<OutletType>) -> Option<String> {
    if standing.fresh {
        return None;
    }
    let online = kind == Some(OutletType::Online);
    Some(match known(ctx, standing) {
        Some(date) if online => ctx.tv("standing-stale-online", &[("date", date.into())]),
        Some(date) => ctx.tv("standing-stale", &[("date", date.into())]),
        None if online => ctx.t("standing-never-online"),
        None => ctx.t("standing-never"),
    })
}

/// The state in words for cards and pages: with its date, unless somebody looked within 180 days.
pub fn badge(ctx: &PageContext<'_>, standing: &Standing) -> Badge {
    let (state, icon) = match standing.status {
        OutletStatus::Open if standing.fresh => ("open", "check"),
        OutletStatus::Seasonal if standing.fresh => ("seasonal", "hourglass"),
        OutletStatus::Closed => ("closed", "cross"),
        OutletStatus::Open | OutletStatus::Seasonal | OutletStatus::Unknown => ("unknown", "question"),
    };
    let (words, note) = words(ctx, standing);
    Badge { state, icon, words, note, until: None, until_last: None }
}

/// What is said, and what is added to it in small.
fn words(ctx: &PageContext<'_>, standing: &Standing) -> (String, Option<String>) {
    let word = standing.status.word();
    let plain = ctx.term("outlet-status", word);
    let date = known(ctx, standing).filter(|_| !standing.fresh);
    match standing.status {
        _ if standing.fresh => (plain, None),
        OutletStatus::Closed | OutletStatus::Unknown => {
            (plain, date.map(|date| ctx.tv("standing-since", &[("date", date.into())])))
        }
        OutletStatus::Open | OutletStatus::Seasonal => {
            let said = match date {
                Some(date) => ctx.tv(&format!("standing-{word}-as-of"), &[("date", date.into())]),
                None => ctx.t(&format!("standing-{word}-undated")),
            };
            let note = if standing.verified_on.is_some() { "standing-long-ago" } else { "standing-unseen" };
            (said, Some(ctx.t(note)))
        }
    }
}

/// The latest day of which something is known, never more exact than a month.
fn known(ctx: &PageContext<'_>, standing: &Standing) -> Option<String> {
    standing.verified_on.or(standing.as_of).map(|date| dates::to_month(ctx.lang, date.span()))
}
