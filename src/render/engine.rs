//! Tera with our few functions, one instance a language.
//!
//! `t(key=…, …)` for words, `asset(name=…)` for published theme files, `inline(name=…)` for theme files inside the page.
//! Autoescape is on for every template; nothing here reads the disk.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::Context as _;
use fluent_bundle::FluentValue;
use serde::Serialize;
use tera::{Context, Error, Function, Kwargs, State, Tera, TeraResult, Value};

use crate::base::lang::Lang;
use crate::plan::route::BaseUrl;
use crate::render::assets::Assets;
use crate::render::strings::Strings;
use crate::render::theme::Theme;

/// Templates, strings and assets, ready to render in any thread.
pub struct Engine {
    vi: Tera,
    en: Tera,
    pub strings: Arc<Strings>,
    pub assets: Arc<Assets>,
}

impl Engine {
    /// # Errors
    /// A fault of the theme: a template that does not parse, strings that differ between languages, a missing file.
    pub fn new(theme: &Theme, base: &BaseUrl) -> anyhow::Result<Engine> {
        let strings = Arc::new(Strings::load(theme)?);
        let assets = Arc::new(Assets::load(theme, base)?);
        let vi = tera(theme, Lang::Vi, &strings, &assets)?;
        let en = tera(theme, Lang::En, &strings, &assets)?;
        Ok(Engine { vi, en, strings, assets })
    }

    /// Lays `view` out with `template`. The template also sees `symbols`: what the view names of the drawn symbols.
    ///
    /// # Errors
    /// A fault of the template, with its place.
    pub fn render<V: Serialize>(&self, lang: Lang, template: &str, view: &V) -> anyhow::Result<String> {
        // Serialised once, here: each view costs the compiler one walk and the build one copy.
        self.lay_out(lang, template, Value::try_from_serializable(view).context("views can be serialised")?)
    }

    fn lay_out(&self, lang: Lang, template: &str, view: Value) -> anyhow::Result<String> {
        let mut symbols = BTreeSet::new();
        collect_symbols(&view, &mut symbols);
        let mut context = Context::new();
        for (key, value) in view.into_map().context("views are maps")? {
            context.insert_value(key.as_str().context("fields have names")?.to_owned(), value);
        }
        context.insert("symbols", &symbols);
        let tera = match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        };
        tera.render(template, &context).map_err(|error| anyhow::anyhow!("template `{template}`: {}", explain(&error)))
    }
}

/// An error with its causes: Tera keeps the function's own words in the source.
fn explain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    text
}

fn tera(theme: &Theme, lang: Lang, strings: &Arc<Strings>, assets: &Arc<Assets>) -> anyhow::Result<Tera> {
    let mut tera = Tera::new();
    let (words, urls, inner) = (strings.clone(), assets.clone(), assets.clone());
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| translate(&words, lang, &kwargs));
    tera.register_function("asset", move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<String> {
        urls.url(kwargs.must_get::<&str>("name")?).map(str::to_owned).map_err(Error::message)
    });
    tera.register_function("inline", Inline(inner));
    let mut templates = Vec::new();
    for name in theme.names("templates/", ".html") {
        templates.push((name.trim_start_matches("templates/"), theme.text(name)?));
    }
    tera.add_raw_templates(templates).map_err(|error| anyhow::anyhow!("the theme: {}", explain(&error)))?;
    Ok(tera)
}

/// The sign for the content of a theme file, printed without escaping; `Assets::fill_in` puts the content in.
struct Inline(Arc<Assets>);

impl Function<TeraResult<String>> for Inline {
    fn call(&self, kwargs: Kwargs, _: &State<'_>) -> TeraResult<String> {
        let name = kwargs.must_get::<&str>("name")?;
        self.0.stand_in(name).map_err(Error::message)
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn translate(strings: &Strings, lang: Lang, kwargs: &Kwargs) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let mut values = Vec::new();
    for (name, value) in kwargs.iter() {
        let name = name.as_str().ok_or_else(|| Error::message("the names of values are words"))?;
        if name != "key" {
            values.push((name, fluent_value(name, value)?));
        }
    }
    strings.text(lang, key, &values).map_err(Error::message)
}

fn fluent_value<'v>(name: &str, value: &'v Value) -> TeraResult<FluentValue<'v>> {
    if let Some(text) = value.as_str() {
        return Ok(text.into());
    }
    if let Some(number) = value.as_f64() {
        return Ok(number.into());
    }
    Err(Error::message(format!("`{name}` is neither a text nor a number")))
}

/// Names of the symbols that a view needs: its motifs, its badges' icons, its stars.
fn collect_symbols(value: &Value, symbols: &mut BTreeSet<String>) {
    if let Some(items) = value.as_array() {
        items.iter().for_each(|item| collect_symbols(item, symbols));
    }
    let Some(map) = value.as_map() else { return };
    if let Some(motif) = text(value, "motif") {
        symbols.insert(motif.to_owned());
    }
    if let Some(icon) = text(value, "icon") {
        symbols.insert(format!("i-{icon}"));
    }
    if let (Some(style), Some(count)) = (text(value, "style"), value.get_from_path("count").and_then(|it| it.as_i64()))
    {
        match style {
            "gold" => symbols.insert(format!("s{count}")),
            "hollow" => symbols.insert(format!("h{count}")),
            _ => false,
        };
    }
    map.values().for_each(|item| collect_symbols(item, symbols));
}

fn text<'v>(value: &'v Value, key: &'static str) -> Option<&'v str> {
    value.get_from_path(key)?.as_str()
}
