//! What the officers' form in the browser is made from: the configuration of its editor (Sveltia CMS) and the shapes by
//! which it reads and writes files, both from the schemas of [`editor`](crate::editor).
//!
//! A form field edits a value in its wide form, where a text is always `{vi, en}` and a source always a list; the shape
//! beside it says how the file writes the same value (`themes/admin/src/shapes.mjs`). One walk over the schema makes
//! both, so that no field is without the other. Nothing here reads or writes a file.

mod collections;
mod field;
mod hint;
mod host;

use serde_json::{Map, Value, json};

use crate::config::SiteConfig;
use crate::editor::ids;
use crate::media::look::MAX_FILE_MB;
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
        let made = field::fields(kind);
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
        "media_libraries": media_libraries(),
        "output": { "omit_empty_optional_fields": true },
        "editor": { "preview": false },
        "collections": collections,
    });
    config["i18n"] = collections::languages();
    config["backend"] = host::backend(site.forms.as_ref());
    if site.forms.is_some() {
        config["publish_mode"] = json!("editorial_workflow");
        for collection in config["collections"].as_array_mut().into_iter().flatten() {
            // A change is accepted where its checks and their findings are shown, not in the form.
            collection["publish"] = json!(false);
        }
    }
    json!({
        "config": config,
        "formats": formats,
        "options": { "place": choice(&offers, "place"), "category": choice(&offers, "category") },
        "local_only": site.forms.is_none(),
    })
}

/// Pictures come from the officer's device, under a name like an id; none of a shop of pictures elsewhere.
fn media_libraries() -> Value {
    json!({
        "default": { "config": { "max_file_size": MAX_FILE_MB * 1_000_000, "slugify_filename": true } },
        "stock_assets": { "providers": [] },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::read::raw::site::Forms;
    use crate::terms::GitHost;

    fn site(forms: Option<Forms>) -> SiteConfig {
        let (stand_in, ..) = config::load(&Records::default());
        SiteConfig { forms, ..stand_in }
    }

    fn gitlab() -> Forms {
        Forms {
            host: GitHost::Gitlab,
            repository: "nhom-thu/danh-muc".to_owned(),
            branch: Some("main".to_owned()),
            api_url: None,
            sign_in_url: None,
            app_id: Some("0000".to_owned()),
            forks: None,
        }
    }

    /// The field of a collection whose names lead to it.
    fn find<'d>(data: &'d Value, collection: &str, names: &[&str]) -> &'d Value {
        let named = |list: &'d Value, name: &str| {
            list.as_array().into_iter().flatten().find(|one| one["name"] == name).unwrap_or(&Value::Null)
        };
        let collection = named(&data["config"]["collections"], collection);
        names.iter().fold(collection, |holder, name| named(&holder["fields"], name))
    }

    #[test]
    fn every_kind_can_be_edited() {
        let data = data(&Records::default(), &site(None));
        assert_eq!(data["formats"].as_object().map(Map::len), Some(Kind::ALL.len()));
        let mut order: Vec<Kind> = collections::ORDER.to_vec();
        order.sort_unstable();
        assert_eq!(order, Kind::ALL);
    }

    #[test]
    fn a_field_has_label_hint_choice_and_bounds_of_the_schema() {
        let data = data(&Records::default(), &site(None));
        let stars = find(&data, "products", &["recognitions", "stars"]);
        assert_eq!((&stars["widget"], &stars["min"], &stars["max"]), (&json!("number"), &json!(3), &json!(5)));
        let producer = find(&data, "products", &["producer"]);
        assert_eq!((&producer["widget"], &producer["collection"]), (&json!("relation"), &json!("producers")));
        assert_eq!((&producer["label"], &producer["required"]), (&json!("Chủ thể"), &json!(true)));
        let step = find(&data, "products", &["course", "step"]);
        assert_eq!(step["options"][1], json!({ "label": "Đang đánh giá (in_assessment)", "value": "in_assessment" }));
        assert_eq!(find(&data, "products", &["place", "unit"])["options"], json!({ "$options": "place" }));
        assert_eq!(find(&data, "places", &["communes", "district"])["widget"], "string");
        assert_eq!(find(&data, "products", &["sources"])["required"], true);
        assert_eq!(find(&data, "producers", &["contacts", "source"])["required"], false);
    }

    #[test]
    fn a_picture_comes_from_the_device_and_lies_beside_its_entry() {
        let data = data(&Records::default(), &site(None));
        for collection in ["products", "producers", "points-of-sale", "venues", "destinations", "routes", "events"] {
            let picture = find(&data, collection, &["pictures", "file"]);
            assert_eq!((&picture["widget"], &picture["choose_url"]), (&json!("image"), &json!(false)), "{collection}");
            assert!(picture["hint"].as_str().unwrap().contains("60 MB"), "{picture}");
            assert_eq!(find(&data, collection, &["pictures", "alt"])["required"], true);
            assert_eq!(find(&data, collection, &["pictures"])["summary"], "{{alt.vi}} · {{credit.vi}} · {{date}}");
        }
        let limits = &data["config"]["media_libraries"]["default"]["config"];
        assert_eq!(limits, &json!({ "max_file_size": 60_000_000, "slugify_filename": true }));
    }

    /// Every field below `value`, whatever holds it.
    fn fields<'d>(value: &'d Value, found: &mut Vec<&'d Value>) {
        found.extend(value.get("label").map(|_| value));
        for key in ["fields", "collections"] {
            value[key].as_array().into_iter().flatten().for_each(|inner| fields(inner, found));
        }
        value.get("field").into_iter().for_each(|inner| fields(inner, found));
    }

    #[test]
    fn no_hint_of_an_entry_speaks_of_files_or_keys() {
        let data = data(&Records::default(), &site(None));
        let mut all = Vec::new();
        fields(&data["config"], &mut all);
        assert!(all.len() > 300, "{}", all.len());
        for field in all {
            let said = format!("{} {}", field["label"].as_str().unwrap(), field["hint"].as_str().unwrap_or_default());
            let said = said.split(" Ví dụ: ").next().unwrap();
            for word in ["thư mục", "index", "nháy", "tệp", "Bắt buộc.", "_", "thì bỏ"] {
                assert!(!said.contains(word), "{}: {said}", field["name"]);
            }
        }
    }

    #[test]
    fn a_shape_says_how_a_file_writes_the_value() {
        let data = data(&Records::default(), &site(None));
        let product = &data["formats"]["ocop-product"]["shape"]["map"];
        assert_eq!(
            (&product["name"], &product["sources"], &product["abv"]),
            (&json!("both"), &json!("cited"), &json!("abv"))
        );
        assert_eq!(product["place"]["map"]["point"], "point");
        assert_eq!(product["buying"]["map"]["samples"], "tri");
        assert_eq!(product["season"]["map"]["all_year"], "yes");
        assert_eq!(product["season"]["map"]["months"], json!({ "list": "number" }));
        let policy = &data["formats"]["ocop-site"]["shape"]["map"]["policy"];
        assert_eq!(policy["open"]["map"]["severity"], "word");
    }

    #[test]
    fn without_a_host_only_the_local_folder_is_edited() {
        let here = data(&Records::default(), &site(None));
        assert_eq!((&here["local_only"], &here["config"]["publish_mode"]), (&json!(true), &Value::Null));
        let there = data(&Records::default(), &site(Some(gitlab())));
        let backend = &there["config"]["backend"];
        assert_eq!(
            (&there["local_only"], &there["config"]["publish_mode"]),
            (&json!(false), &json!("editorial_workflow"))
        );
        assert_eq!((&backend["name"], &backend["auth_type"]), (&json!("gitlab"), &json!("pkce")));
        assert_eq!((&backend["repo"], &backend["branch"]), (&json!("nhom-thu/danh-muc"), &json!("main")));
        assert_eq!(there["config"]["collections"][0]["publish"], false);
    }

    #[test]
    fn proposals_from_copies_are_for_github() {
        let open = |host| {
            let data = data(&Records::default(), &site(Some(Forms { host, forks: Some(true), ..gitlab() })));
            data["config"]["backend"]["open_authoring"].clone()
        };
        assert_eq!((open(GitHost::Github), open(GitHost::Gitlab)), (json!(true), Value::Null));
    }
}
