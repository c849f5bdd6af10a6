//! The kitchen block: what a buyer needs to know, field by field.

use serde::Serialize;

use crate::base::lang::{Lang, Localized};
use crate::model::id::SourceId;
use crate::model::product::{Buying, Paper, Price, Product};
use crate::render::context::PageContext;
use crate::render::strings::thousands;
use crate::render::views::facts;
use crate::render::views::parts::{Cite, DateView, Row, Text};

/// The kitchen block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct BuyerView {
    /// Whether any row is known; if not the template prints one line instead of the rows.
    pub filled: bool,
    /// What is not known, for the screen; on paper each is a line to fill in.
    pub missing: String,
    pub rows: Vec<Row>,
    pub prices: Vec<PriceView>,
    pub papers: Vec<PaperView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PriceView {
    /// "200.000 đ".
    pub amount: String,
    pub unit: Text,
    pub line: Option<Text>,
    pub date: DateView,
    pub quoted_by: Option<Text>,
    pub cites: Vec<Cite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PaperView {
    pub kind: String,
    pub name: Option<Text>,
    pub number: Option<String>,
    pub issuer: Option<Text>,
    pub date: Option<DateView>,
    pub expires: Option<DateView>,
    pub url: Option<String>,
    pub cites: Vec<Cite>,
}

/// Fields of the buyer's sheet, in the order of the page.
pub const FIELDS: [&str; 20] = [
    "retail-packs",
    "case",
    "kitchen-packs",
    "ingredients",
    "allergens",
    "nitrogen",
    "kitchen-use",
    "shelf-life",
    "storage",
    "after-opening",
    "capacity",
    "min-order",
    "lead-time",
    "delivery",
    "delivery-fee",
    "returns",
    "invoice",
    "payment",
    "credit",
    "samples",
];

/// Fills the block.
pub fn view(ctx: &PageContext<'_>, product: &Product) -> BuyerView {
    let unknown = Buying::default();
    let buying = product.buying.as_ref().unwrap_or(&unknown);
    let row = |field: &&'static str| {
        let applies = *field != "nitrogen" || buying.nitrogen_g_per_l.is_some();
        applies.then(|| facts::row(ctx, field, values(ctx, buying, field), sources(buying)))
    };
    let rows: Vec<Row> = FIELDS.iter().filter_map(row).collect();
    BuyerView {
        filled: rows.iter().any(|row| !row.values.is_empty()),
        missing: missing(&rows),
        rows,
        prices: product.prices.iter().map(|price| price_view(ctx, price)).collect(),
        papers: product.papers.iter().map(|paper| paper_view(ctx, paper)).collect(),
    }
}

/// The labels of what is not known, in one line for the screen: "thùng, cỡ cho bếp".
fn missing(rows: &[Row]) -> String {
    let labels = rows.iter().filter(|row| row.values.is_empty()).map(|row| {
        let mut letters = row.label.chars();
        let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
        first + letters.as_str()
    });
    labels.collect::<Vec<_>>().join(", ")
}

fn sources(buying: &Buying) -> &[SourceId] {
    &buying.sources
}

/// What is known of a field.
pub fn values(ctx: &PageContext<'_>, buying: &Buying, field: &str) -> Vec<Text> {
    let one = |text: &Option<Localized>| facts::texts(ctx, text);
    let many = |texts: &[Localized]| facts::texts(ctx, texts);
    let word = |text: Option<String>| text.map(|text| ctx.own(text)).into_iter().collect();
    match field {
        "retail-packs" => many(&buying.retail_packs),
        "case" => one(&buying.case),
        "kitchen-packs" => many(&buying.kitchen_packs),
        "ingredients" => one(&buying.ingredients),
        "allergens" => many(&buying.allergens),
        "nitrogen" => word(buying.nitrogen_g_per_l.map(|grams| format!("{} g/l", decimal(ctx.lang, grams)))),
        "kitchen-use" => one(&buying.kitchen_use),
        "shelf-life" => one(&buying.shelf_life),
        "storage" => one(&buying.storage),
        "after-opening" => one(&buying.after_opening),
        "capacity" => one(&buying.capacity_per_month),
        "min-order" => one(&buying.min_order),
        "lead-time" => one(&buying.lead_time),
        "delivery" => one(&buying.delivery),
        "delivery-fee" => one(&buying.delivery_fee),
        "returns" => one(&buying.returns),
        "invoice" => word(buying.invoice.map(|invoice| ctx.term("invoice", invoice.word()))),
        "payment" => many(&buying.payment),
        "credit" => one(&buying.credit),
        "samples" => word(buying.samples.map(|has| ctx.t(if has { "yes" } else { "no" }))),
        _ => Vec::new(),
    }
}

/// A number with the decimal sign of the language.
pub fn decimal(lang: Lang, number: f64) -> String {
    match lang {
        Lang::Vi => number.to_string().replace('.', ","),
        Lang::En => number.to_string(),
    }
}

fn price_view(ctx: &PageContext<'_>, price: &Price) -> PriceView {
    let amount = match ctx.lang {
        Lang::Vi => format!("{} đ", thousands(price.amount, '.')),
        Lang::En => format!("{} VND", thousands(price.amount, ',')),
    };
    PriceView {
        amount,
        unit: ctx.text(&price.unit),
        line: price.line.as_ref().map(|line| ctx.text(line)),
        date: ctx.date(price.date),
        quoted_by: price.quoted_by.as_ref().map(|name| ctx.text(name)),
        cites: ctx.cites(&price.sources),
    }
}

fn paper_view(ctx: &PageContext<'_>, paper: &Paper) -> PaperView {
    PaperView {
        kind: ctx.term("paper-kind", paper.kind.word()),
        name: paper.name.as_ref().map(|name| ctx.text(name)),
        number: paper.number.clone(),
        issuer: paper.issuer.as_ref().map(|issuer| ctx.text(issuer)),
        date: paper.date.map(|date| ctx.date(date)),
        expires: paper.expires.map(|date| ctx.date(date)),
        url: paper.url.clone(),
        cites: ctx.cites(&paper.sources),
    }
}
