//! `/du-lieu/`: the open data, its dictionary and licence.

use serde::Serialize;

use crate::plan::paths;
use crate::render::context::PageContext;
use crate::render::data::dictionary::{self, FieldType};
use crate::render::data::{DataKind, Download};
use crate::render::jsonld;
use crate::render::views::common::Common;
use crate::render::views::frame::{self, Frame};
use crate::render::views::parts::Text;

/// Context of `data.html`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DataView {
    pub common: Common,
    pub files: Vec<DataFile>,
    pub dictionaries: Vec<Dictionary>,
    /// What editors have yet to do.
    pub desk_url: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DataFile {
    /// "Sản phẩm".
    pub title: String,
    pub count: usize,
    pub formats: Vec<DataFormat>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DataFormat {
    /// "JSON", "CSV", "GeoJSON".
    pub name: &'static str,
    pub url: String,
    /// "12 KB".
    pub size: String,
}

/// The fields of one file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Dictionary {
    pub id: String,
    pub title: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Field {
    pub name: &'static str,
    /// "chữ", "số", "ngày".
    pub type_words: String,
    pub meaning: Text,
}

/// Fills the page.
pub fn view(ctx: &PageContext<'_>) -> DataView {
    let downloads = ctx.inputs.site.downloads();
    let urls: Vec<(String, String)> =
        downloads.iter().map(|file| (file.media_type().to_owned(), url(ctx, file))).collect();
    DataView {
        files: DataKind::ALL.into_iter().map(|kind| file(ctx, kind)).collect(),
        dictionaries: DataKind::ALL.into_iter().map(|kind| dictionary(ctx, kind)).collect(),
        desk_url: ctx.url(paths::DESK),
        common: frame::common(
            ctx,
            Frame {
                title: ctx.t("data-heading"),
                description: ctx.t("data-description"),
                json_ld: vec![jsonld::dataset(ctx, &urls)],
                ..Frame::default()
            },
        ),
    }
}

fn url(ctx: &PageContext<'_>, file: &Download) -> String {
    ctx.plan().base.url(&format!("/{}", file.out))
}

fn file(ctx: &PageContext<'_>, kind: DataKind) -> DataFile {
    let files: Vec<&Download> = ctx.inputs.site.downloads().iter().filter(|file| file.kind == kind).collect();
    let format = |file: &&Download| DataFormat {
        name: file.format_name(),
        url: url(ctx, file),
        size: ctx.tv("kilobytes", &[("n", file.bytes.len().div_ceil(1024).into())]),
    };
    DataFile {
        title: title(ctx, kind),
        count: files.first().map_or(0, |file| file.count),
        formats: files.iter().map(format).collect(),
    }
}

fn title(ctx: &PageContext<'_>, kind: DataKind) -> String {
    ctx.t(&format!("data-{}", kind.word()))
}

fn dictionary(ctx: &PageContext<'_>, kind: DataKind) -> Dictionary {
    let field = |(name, of): &(&'static str, FieldType)| Field {
        name,
        type_words: ctx.t(&format!("type-{}", of.word())),
        meaning: ctx.own(ctx.t(&format!("field-{}", name.replace('_', "-")))),
    };
    Dictionary {
        id: kind.file_stem().to_owned(),
        title: title(ctx, kind),
        fields: dictionary::fields(kind).iter().map(field).collect(),
    }
}
