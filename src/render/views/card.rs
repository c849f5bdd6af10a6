//! A product in a list: its card, its stars, its badges, its drawn cover.

use serde::Serialize;

use crate::model::id::{EntryRef, ProductId};
use crate::render::context::PageContext;
use crate::render::views::badges;
use crate::render::views::parts::Text;
use crate::render::views::places;

/// One product in a list. When `bare`, only name, producer, place, stars and badges are filled (law on alcohol).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Card {
    pub name: Text,
    pub url: String,
    pub producer: Text,
    pub place: Option<Text>,
    pub stars: StarsView,
    /// At most two: certificate, course.
    pub badges: Vec<Badge>,
    pub cover: Option<Cover>,
    pub bare: bool,
}

/// The grade. Gold only while the certificate is in force on the build date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct StarsView {
    /// 3, 4 or 5; 0 when there is no grade.
    pub count: u8,
    /// `gold`, `hollow` or `none`.
    pub style: &'static str,
    /// "3 sao", "từng đạt 3 sao", "Chưa xếp hạng".
    pub words: String,
    /// "3 trên 5 sao OCOP" and the like.
    pub aria: String,
    /// "theo thông báo", "suy ra".
    pub qualifier: Option<String>,
    /// Last day on which gold is certainly right; a script hollows the stars after it.
    pub until: Option<String>,
    /// The latest day on which the certificate may end, where the sources leave it open: only after it has it lapsed.
    pub until_last: Option<String>,
}

/// A state in words, with icon and colour by `state`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Badge {
    /// Kebab-case; see `docs/theme.md` for the list.
    pub state: &'static str,
    pub icon: &'static str,
    pub words: String,
    /// "chưa thấy kết quả trong nguồn".
    pub note: Option<String>,
    /// Last day of certain validity, for the correcting script.
    pub until: Option<String>,
    /// As in [`StarsView`].
    pub until_last: Option<String>,
}

/// The drawn cover.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Cover {
    /// Colour family: `sea`, `sim`, `leaf`, `amber`, `sand`.
    pub tint: String,
    /// Name of the line motif, of those that the theme's `motifs.yaml` names.
    pub motif: String,
    /// 0 to 7: class `k-x-N` places the arcs' centre.
    pub x: u8,
}

pub fn card(ctx: &PageContext<'_>, id: ProductId) -> Card {
    let catalogue = ctx.catalogue();
    let product = &catalogue[id];
    let bare = product.is_bare();
    Card {
        name: ctx.text(&product.head.name),
        url: ctx.entry_url(EntryRef::Product(id)),
        producer: ctx.text(&catalogue[product.producer].head.name),
        place: product.place.as_ref().map(|place| places::short(ctx, place)),
        stars: badges::stars(ctx, &product.certificate),
        badges: badges::badges(ctx, product),
        cover: (!bare).then(|| ctx.inputs.motifs.cover(catalogue, EntryRef::Product(id))),
        bare,
    }
}

pub fn cards(ctx: &PageContext<'_>, products: &[ProductId]) -> Vec<Card> {
    products.iter().map(|id| card(ctx, *id)).collect()
}
