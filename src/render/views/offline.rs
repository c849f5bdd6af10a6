//! `/ngoai-tuyen/`: what is kept on this device, keeping the whole guide, and what stands in for a page that is not kept.

use serde::Serialize;

use crate::base::lang::Lang;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::offline::{self, Guide};
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::Link;

/// Context of `offline.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct OfflineView {
    pub common: Common,
    /// None when the site is too large for a phone.
    pub guide: Option<GuideView>,
    /// Path of the root, for the names under which the browser keeps things.
    pub base: String,
    /// This page's path: under another one, the page stands in for what is not kept.
    pub url: String,
    /// Where to go on from here.
    pub links: Vec<Link>,
}

/// The guide before it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct GuideView {
    pub url: String,
    pub digest: String,
    /// Bytes of the file, as it is fetched.
    pub bytes: usize,
    /// The same in megabytes, rounded up to a tenth: "0,6 MB".
    pub size: String,
    /// In all languages.
    pub pages: usize,
}

/// Fills the page. All other pages must have been made, since their size is told here.
pub fn view(ctx: &PageContext<'_>, guide: Option<&Guide>) -> OfflineView {
    let link = |key: &str, path: &str| ctx.link(ctx.own(ctx.t(key)), path);
    OfflineView {
        guide: guide.map(|guide| guide_view(ctx, guide)),
        base: ctx.plan().base.path().to_owned(),
        url: ctx.url(paths::OFFLINE),
        links: vec![
            link("home", ""),
            link("products", paths::PRODUCTS),
            link("points-of-sale", paths::POINTS_OF_SALE),
            link("destinations", paths::DESTINATIONS),
            link("foot-check", paths::CHECK),
        ],
        common: frame::common(
            ctx,
            Frame { title: ctx.t("offline-heading"), description: ctx.t("offline-description"), ..Frame::default() },
        ),
    }
}

fn guide_view(ctx: &PageContext<'_>, guide: &Guide) -> GuideView {
    let bytes = guide.bytes.len();
    let pages = ctx.plan().pages.iter().filter(|page| offline::belongs(&page.out())).count();
    GuideView { url: guide.url.clone(), digest: guide.digest.clone(), bytes, size: megabytes(ctx.lang, bytes), pages }
}

/// Megabytes of a million bytes, as phones' bills count them.
fn megabytes(lang: Lang, bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    let sign = match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    };
    format!("{}{sign}{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_never_told_too_small() {
        assert_eq!(megabytes(Lang::Vi, 544_040), "0,6 MB");
        assert_eq!(megabytes(Lang::En, 1_200_000), "1.2 MB");
        assert_eq!(megabytes(Lang::Vi, 1_200_001), "1,3 MB");
    }
}
