//! JSON Schemas of the content files, derived from `raw`, and their compiled form for the shape check.

use std::sync::LazyLock;

use indexmap::IndexMap;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::base::lang::Lang;
use crate::lexicon;
use crate::read::layout::Kind;
use crate::read::raw;

/// The draft-07 schema of a kind of file, as editors read it.
pub fn json_schema(kind: Kind) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let schema = match kind {
        Kind::Site => generator.into_root_schema_for::<raw::site::Site>(),
        Kind::Taxonomy => generator.into_root_schema_for::<raw::taxonomy::TaxonomyFile>(),
        Kind::Places => generator.into_root_schema_for::<raw::place::PlacesFile>(),
        Kind::Plan => generator.into_root_schema_for::<raw::plan::PlanFile>(),
        Kind::Page => generator.into_root_schema_for::<raw::page::Page>(),
        Kind::Source => generator.into_root_schema_for::<raw::source::Source>(),
        Kind::Product => generator.into_root_schema_for::<raw::product::Product>(),
        Kind::Producer => generator.into_root_schema_for::<raw::producer::Producer>(),
        Kind::PointOfSale => generator.into_root_schema_for::<raw::outlet::PointOfSale>(),
        Kind::Venue => generator.into_root_schema_for::<raw::outlet::Venue>(),
        Kind::Destination => generator.into_root_schema_for::<raw::visit::Destination>(),
        Kind::Route => generator.into_root_schema_for::<raw::visit::Route>(),
        Kind::Event => generator.into_root_schema_for::<raw::visit::Event>(),
    };
    Value::from(schema)
}

/// What a value may be.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Text(TextRules),
    Whole {
        least: f64,
        most: f64,
        stars: bool,
    },
    Number {
        least: f64,
        most: f64,
    },
    YesNo,
    Date,
    Words(Vocabulary),
    List(Box<Shape>),
    Map(Box<Fields>),
    /// Exactly these alternatives; told apart by the kind of value.
    Either(Vec<Shape>),
    /// May be left empty.
    Optional(Box<Shape>),
}

/// A closed vocabulary.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    /// Its key among the interface's words; empty where it has none.
    pub name: String,
    pub words: Vec<String>,
}

impl Vocabulary {
    /// What readers are shown for a word, if they ever see it.
    pub fn shown(&self, word: &str, lang: Lang) -> Option<&'static str> {
        match lang {
            Lang::Vi => lexicon::term(&self.name, word),
            Lang::En => lexicon::english(&self.name, word),
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct TextRules {
    pub reference: Option<String>,
    pub format: Option<String>,
    pub prose: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Fields {
    /// The struct's name, for messages.
    pub name: String,
    pub known: IndexMap<String, Field>,
    /// What other keys hold, where any key is allowed.
    pub open: Option<Shape>,
    pub sourced: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub title: String,
    pub required: bool,
    pub shape: Shape,
}

/// The compiled shape of a kind, made once.
pub fn shape(kind: Kind) -> &'static Shape {
    static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
        Kind::ALL
            .iter()
            .map(|kind| {
                let schema = json_schema(*kind);
                compile(&schema, &schema)
            })
            .collect()
    });
    &SHAPES[kind as usize]
}

/// Every key that may stand in a value, at any depth.
pub fn keys(shape: &'static Shape) -> Vec<&'static str> {
    let mut keys = Vec::new();
    gather_keys(shape, &mut keys);
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn gather_keys(shape: &'static Shape, keys: &mut Vec<&'static str>) {
    match shape {
        Shape::List(inner) | Shape::Optional(inner) => gather_keys(inner, keys),
        Shape::Either(alternatives) => alternatives.iter().for_each(|shape| gather_keys(shape, keys)),
        Shape::Map(fields) => {
            for (key, field) in &fields.known {
                keys.push(key);
                gather_keys(&field.shape, keys);
            }
            fields.open.iter().for_each(|shape| gather_keys(shape, keys));
        }
        _ => {}
    }
}

/// The shape of a kind's English file; `None` where such a file can hold no field.
pub fn english_shape(kind: Kind) -> Option<&'static Shape> {
    static SHAPES: LazyLock<Vec<Option<Shape>>> =
        LazyLock::new(|| Kind::ALL.iter().map(|kind| english(shape(*kind))).collect());
    SHAPES[kind as usize].as_ref()
}

/// The shape of `index.en.md`'s front matter: the same fields, but texts only and none required.
fn english(shape: &Shape) -> Option<Shape> {
    match shape {
        Shape::Text(rules) if rules.prose => Some(shape.clone()),
        Shape::Optional(inner) => english(inner),
        Shape::Either(alternatives) => alternatives.iter().find_map(|alternative| match alternative {
            Shape::Text(rules) if rules.prose => Some(alternative.clone()),
            _ => None,
        }),
        Shape::Map(fields) => {
            let known: IndexMap<String, Field> = fields
                .known
                .iter()
                .filter_map(|(key, field)| {
                    let shape = english(&field.shape)?;
                    Some((key.clone(), Field { title: field.title.clone(), required: false, shape }))
                })
                .collect();
            (!known.is_empty())
                .then(|| Shape::Map(Box::new(Fields { name: fields.name.clone(), known, open: None, sourced: false })))
        }
        _ => None,
    }
}

fn compile(schema: &Value, root: &Value) -> Shape {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return compile(&root["definitions"][name], root).named(name);
    }
    if let Some(all) = schema["allOf"].as_array().filter(|all| all.len() == 1) {
        return compile(&all[0], root);
    }
    if schema["x-format"] == "partial-date" {
        return Shape::Date;
    }
    if let Some(words) = words(schema) {
        return Shape::Words(Vocabulary { words, ..Vocabulary::default() });
    }
    if let Some(alternatives) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        return either(alternatives, root);
    }
    let (kind, optional) = kind_of(schema);
    let shape = match kind {
        "string" => Shape::Text(text_rules(schema)),
        "integer" => {
            let (least, most) = range(schema);
            Shape::Whole { least, most, stars: schema["x-format"] == "stars" }
        }
        "number" => {
            let (least, most) = range(schema);
            Shape::Number { least, most }
        }
        "boolean" => Shape::YesNo,
        "array" => Shape::List(Box::new(list_item(schema, root))),
        "object" => Shape::Map(Box::new(fields(schema, root))),
        other => panic!("the schema of content uses a type that the shape check does not know: {other} in {schema}"),
    };
    if optional { Shape::Optional(Box::new(shape)) } else { shape }
}

impl Shape {
    fn named(mut self, name: &str) -> Shape {
        match &mut self {
            Shape::Map(fields) => fields.name = name.to_owned(),
            Shape::Words(vocabulary) => vocabulary.name = lexicon::vocabulary(name),
            _ => {}
        }
        self
    }
}

fn kind_of(schema: &Value) -> (&str, bool) {
    match &schema["type"] {
        Value::String(kind) => (kind, false),
        Value::Array(kinds) => {
            let first = kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or("null");
            (first, kinds.iter().any(|kind| kind == "null"))
        }
        _ => ("missing", false),
    }
}

/// The words of an enumeration, however schemars split it over variants with and without descriptions.
/// The words of a closed vocabulary; `None` when the schema is none.
pub(crate) fn words(schema: &Value) -> Option<Vec<String>> {
    if let Some(word) = schema["const"].as_str() {
        return Some(vec![word.to_owned()]);
    }
    if let Some(listed) = schema["enum"].as_array() {
        return Some(listed.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    let parts = schema["oneOf"].as_array()?;
    parts.iter().map(words).collect::<Option<Vec<_>>>().map(|lists| lists.concat())
}

fn either(alternatives: &[Value], root: &Value) -> Shape {
    let is_null = |schema: &&Value| schema["type"] == "null";
    let optional = alternatives.iter().any(|schema| is_null(&schema));
    let mut shapes: Vec<Shape> =
        alternatives.iter().filter(|schema| !is_null(schema)).map(|schema| compile(schema, root)).collect();
    let shape = if shapes.len() == 1 { shapes.remove(0) } else { Shape::Either(shapes) };
    if optional { Shape::Optional(Box::new(shape)) } else { shape }
}

fn range(schema: &Value) -> (f64, f64) {
    let bound = |key: &str| schema[key].as_f64();
    (bound("minimum").unwrap_or(f64::MIN), bound("maximum").unwrap_or(f64::MAX))
}

fn text_rules(schema: &Value) -> TextRules {
    let word = |key: &str| schema[key].as_str().map(str::to_owned);
    TextRules {
        reference: word("x-ref"),
        format: word("x-format").or(word("format")).or_else(|| schema["pattern"].as_str().map(|_| "code".to_owned())),
        prose: schema["x-prose"] == true,
    }
}

/// The shape of a list's items; `x-ref` and `x-format` on the list speak of them.
fn list_item(schema: &Value, root: &Value) -> Shape {
    let mut item = compile(&schema["items"], root);
    if let Shape::Text(rules) = &mut item {
        let own = text_rules(schema);
        rules.reference = rules.reference.take().or(own.reference);
        rules.format = rules.format.take().or(own.format);
    }
    item
}

fn fields(schema: &Value, root: &Value) -> Fields {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let known = schema["properties"].as_object().into_iter().flatten().map(|(key, property)| {
        let title = property["title"].as_str().unwrap_or(key).to_owned();
        let field = Field { title, required: required.contains(&key.as_str()), shape: compile(property, root) };
        (key.clone(), field)
    });
    Fields {
        name: schema["title"].as_str().unwrap_or_default().to_owned(),
        known: known.collect(),
        open: schema["additionalProperties"].as_object().map(|_| compile(&schema["additionalProperties"], root)),
        sourced: schema["x-sourced"] == true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<'s>(shape: &'s Shape, key: &str) -> &'s Field {
        match shape {
            Shape::Map(fields) => &fields.known[key],
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_kind_compiles_to_a_map() {
        for kind in Kind::ALL {
            assert!(matches!(shape(*kind), Shape::Map(_)), "{kind:?}");
        }
    }

    #[test]
    fn references_formats_and_ranges_survive_compilation() {
        let product = shape(Kind::Product);
        let Shape::Text(rules) = &field(product, "producer").shape else { panic!() };
        assert_eq!(rules.reference.as_deref(), Some("producer"));
        let Shape::List(item) = &field(product, "recognitions").shape else { panic!() };
        assert_eq!(
            field(item, "stars").shape,
            Shape::Optional(Box::new(Shape::Whole { least: 3.0, most: 5.0, stars: true }))
        );
        let Shape::List(alias) = &field(product, "aliases").shape else { panic!() };
        assert!(matches!(&**alias, Shape::Text(rules) if rules.format.as_deref() == Some("slug")));
    }

    #[test]
    fn english_files_may_hold_texts_only() {
        let english = english(shape(Kind::Product)).unwrap();
        let Shape::Map(fields) = &english else { panic!() };
        assert!(fields.known.contains_key("name") && fields.known.contains_key("buying"));
        assert!(!fields.known.contains_key("producer") && !fields.known.contains_key("recognitions"));
    }
}
