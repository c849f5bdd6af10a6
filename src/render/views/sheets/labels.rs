//! `/in/nhan/x/`: labels of 40 × 25 mm with a product's QR code, a sheet of A4 a product.
//!
//! A label stays on the goods longer than a certificate may last, so it bears no stars: the code tells how things stand on
//! the day of scanning. The modules of the code are 0.5 mm wide and its quiet zone is left free. A product of which the law
//! wants something said has labels of two cells, since 40 mm leave no room for legible words.

use serde::Serialize;

use crate::model::id::{ProducerId, ProductId};
use crate::render::context::PageContext;
use crate::render::qr::{self, QUIET};
use crate::render::share::fonts::Weight;
use crate::render::views::common::Common;
use crate::render::views::product;
use crate::render::views::sheets::room::{self, Style};
use crate::render::views::sheets::{self, Item, Stack};

/// Hundredths of a millimetre.
const CELL_WIDTH: u32 = 4000;
const CELL_HEIGHT: u32 = 2500;
const MODULE: u32 = 50;
/// Cells on a sheet of A4.
const COLUMNS: u32 = 5;
const ROWS: u32 = 11;
/// Between the text and the edges.
const MARGIN: u32 = 120;

/// Sizes of the name, the largest first; in tenths of a point.
const NAMES: [Style; 4] = [bold(70, 83), bold(62, 74), bold(55, 66), bold(48, 58)];
const CODE: Style = bold(70, 83);
const WORDS: Style = Style { size: 55, leading: 66, weight: Weight::Regular };
const NOTICE: Style = Style { size: 58, leading: 68, weight: Weight::Regular };

const fn bold(size: u32, leading: u32) -> Style {
    Style { size, leading, weight: Weight::Bold }
}

/// Context of `labels.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LabelsView {
    pub common: Common,
    pub stack: Stack,
    pub labels: Vec<LabelSheet>,
}

/// A sheet of labels, all the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct LabelSheet {
    pub item: Item,
    /// What the drawing is, for those who do not see it.
    pub words: String,
    /// The labels are two cells wide.
    pub wide: bool,
    /// None where the address is too long for a label.
    pub drawing: Option<Drawing>,
}

/// One label and where it is repeated, in hundredths of a millimetre.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Drawing {
    /// Tells the page's drawings apart.
    pub at: usize,
    /// Of the whole sheet.
    pub width: u32,
    pub height: u32,
    pub label_width: u32,
    pub label_height: u32,
    pub columns: Vec<u32>,
    pub rows: Vec<u32>,
    /// The `d` of the code's path, in modules.
    pub code: qr::Later,
    pub module: u32,
    /// The code's first module.
    pub code_x: u32,
    pub code_y: u32,
    pub text_x: u32,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Line {
    pub text: String,
    pub lang: Option<&'static str>,
    /// The baseline.
    pub y: u32,
    pub size: u32,
    pub bold: bool,
}

/// A line before its place is known.
type Loose = (String, Option<&'static str>, Style);

/// Fills a page of labels.
pub fn view(ctx: &PageContext<'_>, id: ProducerId, number: usize) -> LabelsView {
    let stack = sheets::stack(ctx, id, number, sheets::LABELS, sheets::CARDS);
    let products = sheets::products(ctx, id, number);
    LabelsView {
        labels: (0..products.len()).map(|at| label_sheet(ctx, at, &products)).collect(),
        common: sheets::of_producer_frame(ctx, id, &stack, number),
        stack,
    }
}

fn label_sheet(ctx: &PageContext<'_>, at: usize, products: &[ProductId]) -> LabelSheet {
    let item = sheets::item(ctx, products[at], products);
    let drawing = drawing(ctx, at, products[at]);
    let count = drawing.as_ref().map_or(0, |drawing| drawing.columns.len() * drawing.rows.len());
    let words = ctx.tv("labels-words", &[("n", count.into())]);
    let wide = drawing.as_ref().is_some_and(|drawing| drawing.label_width > CELL_WIDTH);
    LabelSheet { item, words, wide, drawing }
}

fn drawing(ctx: &PageContext<'_>, at: usize, id: ProductId) -> Option<Drawing> {
    let address = product::address(ctx, id);
    let side = u32::try_from(qr::side(&address)).ok()? * MODULE;
    if side > CELL_HEIGHT {
        return None;
    }
    let notices = notices(ctx, id);
    let cells = if notices.is_empty() { 1 } else { 2 };
    let (label_width, columns) = (CELL_WIDTH * cells, COLUMNS / cells);
    let quiet = QUIET as u32 * MODULE;
    Some(Drawing {
        at,
        width: CELL_WIDTH * COLUMNS,
        height: CELL_HEIGHT * ROWS,
        label_width,
        label_height: CELL_HEIGHT,
        columns: (0..columns).map(|column| column * label_width).collect(),
        rows: (0..ROWS).map(|row| row * CELL_HEIGHT).collect(),
        code: qr::Later::path(address),
        module: MODULE,
        code_x: quiet,
        code_y: (CELL_HEIGHT - side) / 2 + quiet,
        text_x: side,
        lines: set(text(ctx, id, notices, label_width - side - MARGIN)),
    })
}

/// The words of the law, line by line of the notice.
fn notices(ctx: &PageContext<'_>, id: ProductId) -> Vec<Loose> {
    let notices = sheets::notices(ctx, &ctx.catalogue()[id]);
    notices.into_iter().flat_map(|notice| notice.lines).map(|line| (line.text, line.lang, NOTICE)).collect()
}

/// Everything that a label says, in the largest size of the name that leaves room for all of it.
fn text(ctx: &PageContext<'_>, id: ProductId, notices: Vec<Loose>, width: u32) -> Vec<Loose> {
    let fonts = &ctx.inputs.kit.fonts;
    let product = &ctx.catalogue()[id];
    let wrapped = |(text, lang, style): Loose| {
        let lines = room::lines(fonts, &text, style, width);
        lines.into_iter().map(move |line| (line, lang, style)).collect::<Vec<Loose>>()
    };
    let code = product.code.iter().map(|code| (code.clone(), None, CODE));
    let words = ["labels-scan", "labels-no-stamp"].into_iter().map(|key| (ctx.t(key), None, WORDS));
    let rest: Vec<Loose> = code.chain(words).chain(notices).flat_map(wrapped).collect();
    let room = (CELL_HEIGHT - 2 * MARGIN).saturating_sub(height(&rest));
    let name = ctx.text(&product.head.name);
    let sizes = || NAMES.into_iter().map(|style| (room::lines(fonts, &name.text, style, width), style));
    let fits = |(lines, style): &(Vec<String>, Style)| {
        style.line() * lines.len() as u32 <= room && room::fits(fonts, lines, *style, width)
    };
    let (lines, style) = sizes().find(fits).unwrap_or_else(|| {
        let (mut lines, style) = sizes().next_back().expect("there are sizes");
        lines.truncate((room / style.line()).max(1) as usize);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
        (lines, style)
    });
    lines.into_iter().map(|line| (line, name.lang, style)).chain(rest).collect()
}

fn height(lines: &[Loose]) -> u32 {
    lines.iter().map(|(_, _, style)| style.line()).sum()
}

/// Lines one below the other, in the middle of the label's height.
fn set(lines: Vec<Loose>) -> Vec<Line> {
    let mut top = CELL_HEIGHT.saturating_sub(height(&lines)) / 2;
    let line = |(text, lang, style): Loose| {
        // Letters with marks on their heads need the upper four fifths of a line.
        let y = top + style.line() * 4 / 5;
        top += style.line();
        Line { text, lang, y, size: style.units(), bold: style.weight == Weight::Bold }
    };
    lines.into_iter().map(line).collect()
}
