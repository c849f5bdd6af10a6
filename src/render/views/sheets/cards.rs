//! `/in/the-ke/x/`: cards of A6 for the shelf, four to a sheet of A4, or one by itself.

use serde::Serialize;

use crate::model::id::{ProducerId, ProductId};
use crate::render::context::PageContext;
use crate::render::qr;
use crate::render::share::fonts::Weight;
use crate::render::views::card::{Badge, StarsView};
use crate::render::views::common::Common;
use crate::render::views::parts::Text;
use crate::render::views::sheets::room::{self, Style};
use crate::render::views::sheets::{self, Item, SheetNotice, Stack};
use crate::render::views::{badges, places, product, recognition};

/// Width of a module, in tenths of a millimetre: a card is scanned from further away than a label.
const MODULE: usize = 10;
/// The column of a card, in hundredths of a millimetre, and the sizes that a name may have, as the style sheet sets them.
const WIDTH: u32 = 8900;
const SIZES: [(&str, Style, usize); 2] = [
    ("l", Style { size: 220, leading: 264, weight: Weight::Bold }, 2),
    ("m", Style { size: 170, leading: 204, weight: Weight::Bold }, 3),
];
const SMALLEST: &str = "s";

/// Context of `shelf_cards.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ShelfCardsView {
    pub common: Common,
    pub stack: Stack,
    pub cards: Vec<ShelfCard>,
}

/// What hangs beside the price.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ShelfCard {
    pub item: Item,
    /// How large the name may be: `l`, `m`, `s`.
    pub size: &'static str,
    pub producer: Text,
    pub place: Option<Text>,
    pub stars: StarsView,
    /// The certificate with its last day.
    pub badge: Badge,
    /// The same as a sentence that is true on any day.
    pub sentence: String,
    pub notices: Vec<SheetNotice>,
    pub qr_html: qr::Later,
    /// Where the code leads, for phones that do not scan.
    pub address: String,
}

/// Fills a page of cards.
pub fn view(ctx: &PageContext<'_>, id: ProducerId, number: usize) -> ShelfCardsView {
    let stack = sheets::stack(ctx, id, number, sheets::CARDS, sheets::LABELS);
    let products = sheets::products(ctx, id, number);
    ShelfCardsView {
        cards: products.iter().map(|id| card(ctx, *id, &products)).collect(),
        common: sheets::of_producer_frame(ctx, id, &stack, number),
        stack,
    }
}

fn card(ctx: &PageContext<'_>, id: ProductId, among: &[ProductId]) -> ShelfCard {
    let product = &ctx.catalogue()[id];
    let address = product::address(ctx, id);
    ShelfCard {
        item: sheets::item(ctx, id, among),
        size: size(ctx, ctx.text(&product.head.name).text.as_str()),
        producer: ctx.text(&ctx.catalogue()[product.producer].head.name),
        place: product.place.as_ref().map(|place| places::short(ctx, place)),
        stars: badges::stars(ctx, &product.certificate),
        badge: badges::on_paper(ctx, &product.certificate),
        sentence: recognition::sentence(ctx, product),
        notices: sheets::notices(ctx, product),
        qr_html: qr::Later::measured(address.clone(), MODULE),
        address,
    }
}

/// The largest size in which a name takes few lines.
fn size(ctx: &PageContext<'_>, name: &str) -> &'static str {
    let fonts = &ctx.inputs.kit.fonts;
    let fits = |(_, style, most): &(&'static str, Style, usize)| {
        let lines = room::lines(fonts, name, *style, WIDTH);
        lines.len() <= *most && room::fits(fonts, &lines, *style, WIDTH)
    };
    SIZES.iter().find(|size| fits(size)).map_or(SMALLEST, |(word, ..)| word)
}
