//! A property of a schema as a field of the form, and the shape of its value in a file.

use serde_json::{Map, Value, json};

use crate::editor::form::hint::{hint, said};
use crate::editor::schema;
use crate::media::look::{MAX_FILE_MB, MAX_MEGAPIXELS};
use crate::read::layout::Kind;

/// The fields of a kind of file, the shape of the whole, and its required keys.
pub struct Fields {
    pub fields: Vec<Value>,
    pub shape: Value,
    pub required: Vec<String>,
}

/// A field's own settings, and the shape of its value.
struct Made {
    settings: Value,
    shape: Value,
}

/// Texts that may take more than a line.
const LONG: [&str; 8] = ["text", "note", "summary", "description", "tagline", "what", "alt", "reason"];

/// What a form says when a text is not of the form that the field wants.
const DATE: (&str, &str) =
    (r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", "Viết 2024, 2024-07 hoặc 2024-07-14");
const SLUG: (&str, &str) = (r"^[a-z0-9]+(-[a-z0-9]+)*$", "Chữ thường không dấu, chữ số, gạch nối đơn");
const CLOCK: (&str, &str) = (r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "Viết giờ và phút, ví dụ 07:30");
const PHONE: (&str, &str) = (r"^(0|\+84)[0-9 .]{8,14}$", "Bắt đầu bằng 0 hoặc +84, có 9 đến 11 chữ số");
const STRENGTH: (&str, &str) = (r"^(unknown|[0-9]{1,2}(\.[0-9]+)?)$", "Một số, ví dụ 29.5, hoặc unknown khi chưa rõ");

/// The fields of `kind`.
pub fn fields(kind: Kind) -> Fields {
    let schema = schema(kind, None);
    Walk { definitions: &schema["definitions"], in_places: kind == Kind::Places }.object(&schema)
}

struct Walk<'s> {
    definitions: &'s Value,
    /// Whether units of the file's own province are named, which there have bare ids.
    in_places: bool,
}

impl Walk<'_> {
    /// The properties of an object, in their order.
    fn object(&self, schema: &Value) -> Fields {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let sourced = schema["x-sourced"] == true;
        let mut fields = Vec::new();
        let mut shapes = Map::new();
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let Made { settings, shape } = self.property(key, property);
            let must = required.contains(&key.as_str()) || (sourced && matches!(key.as_str(), "source" | "sources"));
            let label = said(property["title"].as_str().unwrap_or_default());
            let mut field = json!({ "name": key, "label": label, "required": must });
            if let Some(hint) = hint(property, &settings) {
                field["hint"] = json!(hint);
            }
            if let (Some(field), Value::Object(settings)) = (field.as_object_mut(), settings) {
                field.extend(settings);
            }
            fields.push(field);
            shapes.insert(key.clone(), shape);
        }
        let required = required.into_iter().map(str::to_owned).collect();
        Fields { fields, shape: json!({ "map": shapes }), required }
    }

    fn property(&self, key: &str, property: &Value) -> Made {
        let (name, schema) = self.resolve(property);
        match name {
            "Text" => return both(key),
            "Cited" => return made(relation("source", true), json!("cited")),
            "PartialDate" => return made(text(&DATE), json!("date")),
            "Abv" => return made(text(&STRENGTH), json!("abv")),
            _ => {}
        }
        if let Some(words) = schema["enum"].as_array() {
            return made(json!({ "widget": "select", "options": options(words, schema) }), json!("word"));
        }
        if let Some(target) = schema["x-ref"].as_str().filter(|_| !is(schema, "array")) {
            return made(self.reference(target, false), json!("text"));
        }
        match kind_of(schema) {
            "array" => self.list(key, schema),
            "object" => self.block(schema),
            "boolean" if optional(schema) => made(yes_or_no(), json!("tri")),
            "boolean" => made(json!({ "widget": "boolean", "default": false }), json!("yes")),
            "integer" | "number" => made(number(schema), json!("number")),
            _ => made(text_of(key, schema), json!("text")),
        }
    }

    /// What a property is, behind `allOf`, `anyOf` with `null` and `$ref`: the definition's name, and the schema.
    fn resolve<'v>(&'v self, schema: &'v Value) -> (&'v str, &'v Value) {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or_default();
            return (name, &self.definitions[name]);
        }
        if let Some(inner) = schema["allOf"].as_array().and_then(|all| all.first()) {
            return self.resolve(inner);
        }
        let alternatives = schema["anyOf"].as_array().into_iter().flatten();
        match alternatives.filter(|one| one["type"] != "null").collect::<Vec<_>>()[..] {
            [only] => self.resolve(only),
            _ => ("", schema),
        }
    }

    fn list(&self, key: &str, schema: &Value) -> Made {
        if schema["maxItems"] == 2 && schema["minItems"] == 2 {
            return point();
        }
        let target = schema["x-ref"].as_str().or(schema["items"]["x-ref"].as_str());
        if let Some(target) = target {
            return made(self.reference(target, true), json!({ "list": "text" }));
        }
        let item = self.property(key, &with_format(&schema["items"], schema));
        let shape = json!({ "list": item.shape });
        let several = |settings: Value| {
            let mut settings = settings;
            settings["multiple"] = json!(true);
            settings
        };
        if item.settings["widget"] == "select" {
            return made(several(item.settings), shape);
        }
        if let (Some(least), Some(most)) = (bound(&schema["items"], "minimum"), bound(&schema["items"], "maximum")) {
            let options: Vec<i64> = (least as i64..=most as i64).collect();
            return made(json!({ "widget": "select", "multiple": true, "options": options }), shape);
        }
        let settings = match item.settings["fields"].as_array() {
            Some(fields) => json!({
                "widget": "list",
                "collapsed": true,
                "summary": summary(fields),
                "fields": fields,
            }),
            None => {
                let mut inner = item.settings;
                inner["name"] = json!("item");
                inner["label"] = json!("Một mục");
                inner["required"] = json!(true);
                json!({ "widget": "list", "field": inner })
            }
        };
        made(settings, shape)
    }

    /// A reference to entries of a collection; to places and product groups, which lie several to a file, as a choice.
    fn reference(&self, target: &str, multiple: bool) -> Value {
        match target {
            "place" if self.in_places && !multiple => text(&SLUG),
            "place" | "category" => {
                let mut select = json!({ "widget": "select", "options": { "$options": target } });
                if multiple {
                    select["multiple"] = json!(true);
                }
                select
            }
            _ => relation(target, multiple),
        }
    }

    /// A block of fields, or a map of any keys as a list of blocks that hold their key.
    fn block(&self, schema: &Value) -> Made {
        let Some(open) = schema.get("additionalProperties").filter(|open| open.is_object()) else {
            let Fields { fields, shape, .. } = self.object(schema);
            return made(json!({ "widget": "object", "collapsed": "auto", "fields": fields }), shape);
        };
        let (_, inner) = self.resolve(open);
        let Fields { mut fields, shape, .. } = self.object(inner);
        fields.insert(0, json!({ "name": "key", "label": "Mã", "widget": "string", "required": true }));
        let settings = json!({ "widget": "list", "collapsed": "auto", "summary": "{{key}}", "fields": fields });
        made(settings, json!({ "open": shape }))
    }
}

const fn made(settings: Value, shape: Value) -> Made {
    Made { settings, shape }
}

/// A text in two languages.
fn both(key: &str) -> Made {
    let widget = if LONG.contains(&key) { "text" } else { "string" };
    let field = |lang: &str, label: &str, required: bool| json!({ "name": lang, "label": label, "widget": widget, "required": required });
    let fields = [field("vi", "Tiếng Việt", true), field("en", "Tiếng Anh", false)];
    made(json!({ "widget": "object", "summary": "{{vi}}", "fields": fields }), json!("both"))
}

/// `[longitude, latitude]` as two fields that say which is which.
fn point() -> Made {
    let field = |name: &str, label: &str, most: i32| {
        json!({
            "name": name, "label": label, "widget": "number", "value_type": "float", "step": 0.00001,
            "min": -most, "max": most, "required": true,
        })
    };
    let fields = [field("lon", "Kinh độ", 180), field("lat", "Vĩ độ", 90)];
    made(json!({ "widget": "object", "fields": fields }), json!("point"))
}

fn relation(target: &str, multiple: bool) -> Value {
    let (collection, name) = match target {
        "source" => ("sources", "title.vi"),
        "point-of-sale" => ("points-of-sale", "name.vi"),
        "product" => ("products", "name.vi"),
        "producer" => ("producers", "name.vi"),
        "venue" => ("venues", "name.vi"),
        _ => ("destinations", "name.vi"),
    };
    let mut relation = json!({
        "widget": "relation", "collection": collection, "value_field": "{{slug}}",
        "display_fields": [format!("{{{{{name}}}}} ({{{{slug}}}})")], "search_fields": [name],
    });
    if multiple {
        relation["multiple"] = json!(true);
    }
    relation
}

fn options(words: &[Value], schema: &Value) -> Vec<Value> {
    let label = |at: usize, word: &Value| match schema["enumDescriptions"][at].as_str() {
        // The word as well, since the handbook and the files speak of it.
        Some(label) if !label.is_empty() => json!(format!("{label} ({})", word.as_str().unwrap_or_default())),
        _ => word.clone(),
    };
    words.iter().enumerate().map(|(at, word)| json!({ "label": label(at, word), "value": word })).collect()
}

/// Three answers: yes, no, and not known, which is to choose neither.
fn yes_or_no() -> Value {
    json!({
        "widget": "select",
        "options": [{ "label": "Có", "value": "true" }, { "label": "Không", "value": "false" }],
    })
}

fn number(schema: &Value) -> Value {
    let whole = kind_of(schema) == "integer";
    let mut field = json!({ "widget": "number", "value_type": if whole { "int" } else { "float" } });
    if !whole {
        field["step"] = json!(0.01);
    }
    for (own, theirs) in [("minimum", "min"), ("maximum", "max")] {
        if let Some(bound) = bound(schema, own) {
            field[theirs] = if bound.fract() == 0.0 { json!(bound as i64) } else { json!(bound) };
        }
    }
    field
}

fn text(rule: &(&str, &str)) -> Value {
    json!({ "widget": "string", "pattern": [rule.0, rule.1] })
}

fn text_of(key: &str, schema: &Value) -> Value {
    match schema["x-format"].as_str().or(schema["format"].as_str()) {
        Some("slug") => text(&SLUG),
        Some("clock") => text(&CLOCK),
        Some("phone") => text(&PHONE),
        Some("email") => json!({ "widget": "string", "type": "email" }),
        Some("picture") => picture(),
        Some("uri") => json!({ "widget": "string", "type": "url" }),
        _ => match schema["pattern"].as_str() {
            Some(pattern) => json!({ "widget": "string", "pattern": [pattern, "Không đúng dạng, xem ví dụ"] }),
            None => json!({ "widget": if LONG.contains(&key) { "text" } else { "string" } }),
        },
    }
}

/// A picture from the officer's own device, which is saved beside the entry; not one that lies elsewhere.
fn picture() -> Value {
    let hint = format!(
        "JPEG, PNG hoặc WebP, nhiều nhất {MAX_FILE_MB} MB và {MAX_MEGAPIXELS} triệu điểm ảnh. \
         Ảnh HEIC của iPhone thì lưu lại thành JPEG trước. \
         Ảnh gốc nằm trong kho: kho công khai thì xóa nơi chụp (GPS) khỏi ảnh trước khi chọn."
    );
    json!({ "widget": "image", "accept": "image/jpeg,image/png,image/webp", "choose_url": false, "hint": hint })
}

/// What stands on a folded item: its first three values that are no blocks.
fn summary(fields: &[Value]) -> String {
    let told = fields.iter().filter_map(|field| {
        let name = field["name"].as_str()?;
        let is_text = field["fields"][0]["name"] == "vi";
        match field["widget"].as_str()? {
            "object" if is_text => Some(format!("{{{{{name}.vi}}}}")),
            // A picture that was not saved yet has an address of the browser's own.
            "object" | "list" | "relation" | "image" => None,
            _ => Some(format!("{{{{{name}}}}}")),
        }
    });
    told.take(3).collect::<Vec<_>>().join(" · ")
}

/// `x-format` on a list speaks of its items.
fn with_format(item: &Value, list: &Value) -> Value {
    let mut item = item.clone();
    if let Some(format) = list.get("x-format") {
        item["x-format"] = format.clone();
    }
    item
}

fn bound(schema: &Value, key: &str) -> Option<f64> {
    schema[key].as_f64()
}

fn kind_of(schema: &Value) -> &str {
    let kinds = schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str);
    schema["type"].as_str().or_else(|| kinds.into_iter().find(|kind| *kind != "null")).unwrap_or_default()
}

fn is(schema: &Value, kind: &str) -> bool {
    kind_of(schema) == kind
}

fn optional(schema: &Value) -> bool {
    schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"))
}
