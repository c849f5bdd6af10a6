//! Facts, doubts, pictures, rows and the story: what every kind of entry shows.

use crate::base::lang::Localized;
use crate::base::out_path::OutPath;
use crate::model::entry::{Caveat, Fact, Head, Picture};
use crate::model::id::SourceId;
use crate::model::plan::Page;
use crate::render::context::PageContext;
use crate::render::markdown;
use crate::render::views::bodies;
use crate::render::views::parts::{CaveatView, FactView, PictureView, Row, SourceRef, Story, Text};

pub fn facts(ctx: &PageContext<'_>, facts: &[Fact]) -> Vec<FactView> {
    facts.iter().map(|fact| FactView { text: ctx.text(&fact.text), cites: ctx.cites(&fact.sources) }).collect()
}

pub fn caveats(ctx: &PageContext<'_>, caveats: &[Caveat]) -> Vec<CaveatView> {
    let view = |caveat: &Caveat| CaveatView {
        kind: caveat.kind.word(),
        label: ctx.term("caveat-kind", caveat.kind.word()),
        text: ctx.text(&caveat.text),
        cites: ctx.cites(&caveat.sources),
    };
    caveats.iter().map(view).collect()
}

pub fn pictures(ctx: &PageContext<'_>, pictures: &[Picture]) -> Vec<PictureView> {
    pictures.iter().filter_map(|picture| picture_view(ctx, picture)).collect()
}

/// Pixels that a picture gets on a page, at most; one that is higher than wide must fit on a screen too.
const MOST_SHOWN: u32 = 704;
const MOST_SHOWN_UPRIGHT: u32 = 416;
/// Of the page, left and right, in pixels.
const MARGINS: u32 = 32;

/// Width and height on the page, in its pixels.
fn shown(width: u32, height: u32) -> (u32, u32) {
    let shown = width.min(if height > width { MOST_SHOWN_UPRIGHT } else { MOST_SHOWN });
    (shown, ((height * shown + width / 2) / width.max(1)).max(1))
}

fn picture_view(ctx: &PageContext<'_>, picture: &Picture) -> Option<PictureView> {
    let planned = ctx.plan().picture(&picture.file)?;
    let url = |out: &OutPath| ctx.plan().base.url(&format!("/{out}"));
    let ((fallback, _), webp) = planned.files.split_first()?;
    let (_, widest) = webp.last()?;
    let (width, height) = shown(widest.width, widest.height);
    let sources: Vec<String> = webp.iter().map(|(out, variant)| format!("{} {}w", url(out), variant.width)).collect();
    let tint = ctx.inputs.site.tint(planned);
    Some(PictureView {
        src: url(fallback),
        srcset: sources.join(", "),
        sizes: format!("(min-width:{}px) {width}px,calc(100vw - 2rem)", width + MARGINS),
        width,
        height,
        tint: tint.map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}")),
        alt: ctx.text(&picture.alt),
        credit: ctx.text(&picture.credit),
        date: picture.date.map(|date| ctx.date(date)),
        cites: ctx.cites(&picture.sources),
    })
}

/// A labelled line; `row-<key>` is its label.
pub fn row(ctx: &PageContext<'_>, key: &'static str, values: Vec<Text>, sources: &[SourceId]) -> Row {
    let cites = if values.is_empty() { Vec::new() } else { ctx.cites(sources) };
    Row { key, label: ctx.t(&format!("row-{key}")), values, url: None, cites }
}

/// Values of a row from texts that may be unknown.
pub fn texts<'t>(ctx: &PageContext<'_>, texts: impl IntoIterator<Item = &'t Localized>) -> Vec<Text> {
    texts.into_iter().map(|text| ctx.text(text)).collect()
}

/// The entry's Markdown as HTML; its headings begin below the page's own sections.
pub fn story(ctx: &PageContext<'_>, head: &Head) -> Option<Story> {
    let (prose, lang) = head.body.get(ctx.lang)?;
    if prose.text.trim().is_empty() {
        return None;
    }
    let (html, findings) = markdown::render(prose, ctx.plan(), ctx.lang, markdown::Headings::BelowSections);
    ctx.found(findings);
    Some(Story { html: html.into_string(), lang: ctx.foreign(lang) })
}

/// A text of `pages/` as HTML, with the language that it is really in.
pub fn page_text(ctx: &PageContext<'_>, page: &Page, headings: markdown::Headings) -> Story {
    let (prose, lang) = page.text(ctx.lang);
    let (html, findings) = markdown::render(prose, ctx.plan(), ctx.lang, headings);
    ctx.found(findings);
    Story { html: html.into_string(), lang: ctx.foreign(lang) }
}

/// The page's list of sources, in the order of their numbers.
pub fn source_list(ctx: &PageContext<'_>) -> Vec<SourceRef> {
    let refer = |(at, id): (usize, SourceId)| {
        let source = &ctx.catalogue()[id];
        SourceRef {
            number: at + 1,
            url: ctx.entry_url(crate::model::id::EntryRef::Source(id)),
            title: ctx.text(&source.title),
            publisher: bodies::name(ctx, &source.publisher).text,
            document_number: source.number.clone(),
            date: source.date.map(|date| ctx.date(date)),
            grade: source.grade.word(),
            grade_words: ctx.term("grade", source.grade.word()),
        }
    };
    ctx.cited().into_iter().enumerate().map(refer).collect()
}
