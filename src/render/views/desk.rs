//! `/bien-tap/`: what editors have yet to ask or to mend, shelf by shelf, each task with the editor of its file.

use serde::Serialize;

use crate::plan::listing::PER_PAGE;
use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::listing::{Pagination, pagination};
use crate::render::views::parts::{Link, Text};
use crate::report::desk::{Shelf, Task};

/// Context of `desk.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DeskView {
    pub common: Common,
    pub shelves: Vec<ShelfLink>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ShelfLink {
    pub title: String,
    /// Why readers are hurt by it, and what to do.
    pub why: String,
    /// "12 việc".
    pub count_words: String,
    /// Absent where nothing is left to do.
    pub url: Option<String>,
}

/// Context of `shelf.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ShelfView {
    pub common: Common,
    pub title: String,
    pub why: String,
    pub count_words: String,
    pub tasks: Vec<TaskView>,
    pub pages: Option<Pagination>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct TaskView {
    /// Absent of a file that is no entry's.
    pub entry: Option<Link>,
    pub details: Vec<Text>,
    pub file: String,
    /// Where the file is edited, if the site's settings name a place.
    pub edit_url: Option<String>,
}

/// Fills the desk.
pub fn view(ctx: &PageContext<'_>) -> DeskView {
    DeskView {
        shelves: Shelf::ALL.into_iter().map(|shelf| shelf_link(ctx, shelf)).collect(),
        common: frame::common(
            ctx,
            Frame { title: ctx.t("desk-heading"), description: ctx.t("desk-description"), ..Frame::default() },
        ),
    }
}

fn shelf_link(ctx: &PageContext<'_>, shelf: Shelf) -> ShelfLink {
    let count = ctx.plan().desk.tasks(shelf).len();
    ShelfLink {
        title: title(ctx, shelf),
        why: why(ctx, shelf),
        // Nothing found is not the same as nothing looked at.
        count_words: match (shelf, ctx.catalogue().links_tried) {
            (Shelf::DeadLinks, None) => ctx.t("desk-untried"),
            _ => tasks(ctx, count),
        },
        url: (count > 0).then(|| ctx.url(&paths::shelf(shelf))),
    }
}

/// Fills a page of a shelf.
pub fn shelf(ctx: &PageContext<'_>, shelf: Shelf, number: usize) -> ShelfView {
    let all = ctx.plan().desk.tasks(shelf);
    let heading = title(ctx, shelf);
    let page_title = frame::numbered(ctx, &heading, number);
    ShelfView {
        title: heading,
        why: why(ctx, shelf),
        count_words: tasks(ctx, all.len()),
        tasks: all.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).map(|it| task(ctx, it)).collect(),
        pages: pagination(ctx, &paths::shelf(shelf), number, all.len().div_ceil(PER_PAGE)),
        common: frame::common(
            ctx,
            Frame {
                title: page_title,
                description: why(ctx, shelf),
                crumbs: vec![(ctx.own(ctx.t("desk-heading")), paths::DESK.to_owned())],
                ..Frame::default()
            },
        ),
    }
}

fn task(ctx: &PageContext<'_>, task: &Task) -> TaskView {
    let edit_url = ctx.inputs.config.edit_url.as_ref();
    TaskView {
        entry: task.entry.map(|entry| ctx.entry_link(entry)),
        details: task.details.iter().map(|detail| ctx.text(detail)).collect(),
        file: task.file.clone(),
        edit_url: edit_url.map(|url| url.replace("{path}", &task.file)),
    }
}

fn title(ctx: &PageContext<'_>, shelf: Shelf) -> String {
    ctx.t(&format!("desk-{}", shelf.word()))
}

fn why(ctx: &PageContext<'_>, shelf: Shelf) -> String {
    ctx.t(&format!("desk-why-{}", shelf.word()))
}

fn tasks(ctx: &PageContext<'_>, count: usize) -> String {
    ctx.tv("desk-tasks", &[("n", count.into())])
}
