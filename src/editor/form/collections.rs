//! The folders and files of the content as collections of the form.

use serde_json::{Value, json};

use crate::editor::word;
use crate::plan::paths;
use crate::read::layout::Kind;

/// The order of the form's menu: what officers edit often first.
pub const ORDER: [Kind; 13] = [
    Kind::Product,
    Kind::Producer,
    Kind::PointOfSale,
    Kind::Venue,
    Kind::Destination,
    Kind::Route,
    Kind::Event,
    Kind::Source,
    Kind::Plan,
    Kind::Page,
    Kind::Places,
    Kind::Site,
    Kind::Taxonomy,
];

/// The name under which the form registers how files of `kind` are read and written.
pub fn format(kind: Kind) -> String {
    format!("ocop-{}", word(kind))
}

/// The end of a file's name.
pub fn extension(kind: Kind) -> &'static str {
    if is_markdown(kind) { "md" } else { "yaml" }
}

/// Whether files of `kind` hold a story under their fields.
pub const fn is_markdown(kind: Kind) -> bool {
    kind.entry_folder().is_some() || matches!(kind, Kind::Page)
}

/// Files of an English text beside the Vietnamese one; a new entry begins without.
pub fn languages() -> Value {
    json!({
        "structure": "multiple_files",
        "locales": ["vi", "en"],
        "default_locale": "vi",
        "initial_locales": "default",
        "omit_default_locale_from_file_path": true,
    })
}

/// The collection of `kind`, a file or a folder for each entry.
pub fn folder(kind: Kind, mut fields: Vec<Value>) -> Value {
    let Words { many, one, icon } = words(kind);
    if kind == Kind::Page {
        // A page's English file has its own title and description.
        fields.iter_mut().for_each(|field| field["i18n"] = json!(true));
    }
    let name = folder_of(kind);
    let identifier = identifier(kind);
    let title = format!("{{{{{identifier}}}}}");
    let mut collection = json!({
        "name": name,
        "label": many,
        "label_singular": one,
        "icon": icon,
        "folder": format!("content/{name}"),
        "format": format(kind),
        "identifier_field": identifier,
        "summary": title,
        "slug": {
            "template": title,
            "editable": ["create"],
            "hint": "Mã đứng trong địa chỉ trang: chữ thường không dấu. Lưu lần đầu rồi thì không đổi ở đây.",
            "pattern": [r"^[a-z0-9]+(-[a-z0-9]+)*$", "Chữ thường không dấu, chữ số, gạch nối đơn"],
        },
        // What lapsed or closed stays to be read; taking an entry out is a reviewer's decision.
        "delete": false,
        "fields": with_hidden(kind, fields),
    });
    if is_markdown(kind) {
        collection["i18n"] = json!(true);
    }
    if let Some(preview_path) = preview_path(kind) {
        collection["path"] = json!("{{slug}}/index");
        collection["media_folder"] = json!("");
        collection["public_folder"] = json!("");
        collection["preview_path"] = json!(preview_path);
    }
    collection
}

/// A kind of which there is one file.
pub fn file(kind: Kind, fields: Vec<Value>) -> Value {
    let path = if kind == Kind::Site { "content/site.yaml" } else { "content/taxonomy/categories.yaml" };
    json!({
        "name": word(kind),
        "label": words(kind).many,
        "file": path,
        "format": format(kind),
        "fields": with_hidden(kind, fields),
    })
}

/// The files of which there is one each, under one heading.
pub fn settings(files: Vec<Value>) -> Value {
    json!({ "name": "settings", "label": "Thiết lập", "icon": "settings", "files": files })
}

/// The story, and the text as it was read, which saving needs (`themes/admin/src/format.mjs`).
fn with_hidden(kind: Kind, mut fields: Vec<Value>) -> Vec<Value> {
    if is_markdown(kind) {
        fields.push(json!({
            "name": "body",
            "label": "Bài viết",
            "widget": "text",
            "required": false,
            "i18n": true,
            "hint": "Viết bằng Markdown: cách một dòng trống là đoạn mới.",
        }));
    }
    fields.push(json!({ "name": "original_text", "widget": "hidden", "i18n": true }));
    fields
}

fn folder_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "sources",
        Kind::Plan => "plan",
        Kind::Page => "pages",
        Kind::Places => "places",
        _ => kind.entry_folder().unwrap_or_default(),
    }
}

const fn identifier(kind: Kind) -> &'static str {
    match kind {
        Kind::Source => "title.vi",
        Kind::Plan => "year",
        Kind::Page => "title",
        Kind::Places => "province.id",
        _ => "name.vi",
    }
}

/// Where readers find an entry of `kind` on the site.
fn preview_path(kind: Kind) -> Option<String> {
    let folder = match kind {
        Kind::Product => paths::PRODUCTS,
        Kind::Producer => paths::PRODUCERS,
        Kind::PointOfSale => paths::POINTS_OF_SALE,
        Kind::Venue => paths::VENUES,
        Kind::Destination => paths::DESTINATIONS,
        Kind::Route => paths::ROUTES,
        Kind::Event => paths::EVENTS,
        _ => return None,
    };
    Some(format!("{folder}/{{{{slug}}}}/"))
}

/// How the form calls a kind, and an icon of Material Symbols.
struct Words {
    many: &'static str,
    one: &'static str,
    icon: &'static str,
}

const fn words(kind: Kind) -> Words {
    let (many, one, icon) = match kind {
        Kind::Site => ("Thiết lập của trang", "Thiết lập", "settings"),
        Kind::Taxonomy => ("Danh mục nhóm sản phẩm", "Danh mục", "category"),
        Kind::Places => ("Địa danh", "Tỉnh", "map"),
        Kind::Plan => ("Kế hoạch năm", "Kế hoạch", "flag"),
        Kind::Page => ("Trang của site", "Trang", "article"),
        Kind::Source => ("Nguồn", "Nguồn", "menu_book"),
        Kind::Product => ("Sản phẩm", "Sản phẩm", "star"),
        Kind::Producer => ("Chủ thể", "Chủ thể", "groups"),
        Kind::PointOfSale => ("Điểm bán", "Điểm bán", "store"),
        Kind::Venue => ("Nhà hàng, khách sạn", "Nhà hàng, khách sạn", "restaurant"),
        Kind::Destination => ("Điểm đến", "Điểm đến", "place"),
        Kind::Route => ("Tuyến", "Tuyến", "route"),
        Kind::Event => ("Sự kiện", "Sự kiện", "event"),
    };
    Words { many, one, icon }
}
