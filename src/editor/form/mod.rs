//! What the officers' form in the browser is made from: the configuration of its editor (Sveltia CMS) and the shapes by
//! which it reads and writes files, both from the schemas of [`editor`](crate::editor).
//!
//! A form field edits a value in its wide form, where a text is always `{vi, en}` and a source always a list; the shape
//! beside it says how the file writes the same value (`themes/admin/src/shapes.mjs`). One walk over the schema makes
//! both, so that no field is without the other. Nothing here reads or writes a file.

mod collections;
mod field;
mod host;

use serde_json::{Map, Value, json};

use crate::config::SiteConfig;
use crate::editor::ids;
use crate::read::Records;
use crate::read::layout::Kind;

/// The data of the form, as the page under `/admin/` fetches it: `config`, `formats` by name, and `options`, which fields
/// name by `$options` so that a list of 300 communes is sent once.
pub fn data(records: &Records, site: &SiteConfig) -> Value {
    let offers = ids::offers(records);
    let mut formats = Map::new();
    let mut collections = Vec::new();
    let mut settings = Vec::new();
    for kind in collections::ORDER {
        let made = field::fields(kind, None);
        formats.insert(collections::format(kind), format(kind, &made));
        match kind {
            Kind::Site | Kind::Taxonomy => settings.push(collections::file(kind, made.fields)),
            _ => collections.push(collections::folder(kind, made.fields)),
        }
    }
    collections.push(collections::settings(settings));
    let mut config = json!({
        "load_config_file": false,
        "app_title": format!("{}: biểu mẫu", site.title.vi),
        "site_url": site.base_url,
        "media_folder": "content",
        "public_folder": "/",
        "slug": { "encoding": "ascii", "clean_accents": true, "sanitize_replacement": "-", "lowercase": true },
        "output": { "omit_empty_optional_fields": true },
        "editor": { "preview": false },
        "collections": collections,
    });
    config["i18n"] = collections::languages();
    config["backend"] = host::backend(site.forms.as_ref());
    if site.forms.is_some() {
        config["publish_mode"] = json!("editorial_workflow");
    }
    json!({
        "config": config,
        "formats": formats,
        "options": { "place": choice(&offers, "place"), "category": choice(&offers, "category") },
        "local_only": site.forms.is_none(),
    })
}

fn format(kind: Kind, made: &field::Fields) -> Value {
    json!({
        "extension": collections::extension(kind),
        "markdown": collections::is_markdown(kind),
        "required": made.required,
        "shape": made.shape,
    })
}

/// Known ids with the names that people know them by.
fn choice(offers: &ids::Offers, kind: &str) -> Value {
    let pairs = offers.get(kind).into_iter().flatten();
    pairs.map(|(id, name)| json!({ "label": format!("{name} ({id})"), "value": id })).collect()
}

