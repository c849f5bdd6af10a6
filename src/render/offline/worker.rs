//! `sw.js` and the manifests that let a phone install the site.

use anyhow::Context as _;
use serde::Serialize;
use serde_json::json;

use crate::base::digest::Digest;
use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::output::tree::File;
use crate::plan::paths;
use crate::plan::route::Route;
use crate::render::context::Inputs;
use crate::render::engine::Engine;
use crate::render::offline::FINGERPRINT_DIGITS;

/// The worker's address below the root: what lies beside it and deeper is in its care.
pub const WORKER: &str = "sw.js";
/// What Apple's phones ask for at the root.
pub const APPLE_ICON: &str = "apple-touch-icon.png";
/// The pictures that manifests name.
pub const ICONS: [&str; 4] =
    ["images/icon.svg", "images/icon-192.png", "images/icon-512.png", "images/icon-maskable.png"];
/// The theme's colours for the frame around an installed site.
const THEME_COLOR: &str = "#063B46";
const BACKGROUND_COLOR: &str = "#FFFDF8";

/// What the worker must know, as its script finds it in `SITE`.
#[derive(Serialize)]
struct Site<'a> {
    /// Path of the root, `/` or `/ocop/`.
    base: &'a str,
    build: &'a str,
    /// Pages that are kept from the first visit on: home and the page about being offline, in each language.
    shell: Vec<String>,
    /// By language: where pages say of which day they are, `#` stands for the day.
    words: serde_json::Map<String, serde_json::Value>,
}

/// The worker, with the digest of what it may keep; `shell` is what its own pages hold.
///
/// # Errors
/// When the theme lacks its script or a word.
pub fn script(engine: &Engine, inputs: Inputs<'_>, build: &str, shell: &[u8]) -> anyhow::Result<File> {
    let plan = inputs.plan;
    let code = engine.assets.inline("scripts/worker.js").context("the worker")?;
    let page = |lang: &Lang, path: &str| plan.base.url(&Route::new(*lang, path).from_root());
    let shell_pages =
        plan.languages.iter().flat_map(|lang| [page(lang, ""), page(lang, paths::OFFLINE)]).collect::<Vec<_>>();
    let mut words = serde_json::Map::new();
    for lang in &plan.languages {
        let text = inputs.strings.text(*lang, "offline-banner", &[("day", "#".into())])?;
        words.insert(lang.tag().to_owned(), text.into());
    }
    let all = [build.as_bytes(), shell, code.as_bytes()].concat();
    let build = Digest::of(&all).short(FINGERPRINT_DIGITS);
    let site = Site { base: plan.base.path(), build: &build, shell: shell_pages, words };
    let site = serde_json::to_string(&site).context("what the worker knows is JSON")?;
    Ok((path(WORKER), format!("const SITE={site};{code}").into_bytes()))
}

/// The manifest's path for a language, below the root.
pub fn manifest_path(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "manifest.webmanifest",
        Lang::En => "en/manifest.webmanifest",
    }
}

/// One manifest a language.
///
/// # Errors
/// When the theme lacks an icon or a word.
pub fn manifests(engine: &Engine, inputs: Inputs<'_>) -> anyhow::Result<Vec<File>> {
    inputs.plan.languages.iter().map(|lang| manifest(engine, inputs, *lang)).collect()
}

fn manifest(engine: &Engine, inputs: Inputs<'_>, lang: Lang) -> anyhow::Result<File> {
    let plan = inputs.plan;
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| {
        anyhow::Ok(json!({"src": engine.assets.url(name)?, "sizes": sizes, "type": kind, "purpose": purpose}))
    };
    let word = |key: &str| inputs.strings.text(lang, key, &[]);
    let shortcut = |key: &str, path: &str| anyhow::Ok(json!({"name": word(key)?, "url": plan.url(lang, path)}));
    let title = inputs.config.title.text(lang);
    let manifest = json!({
        "id": plan.url(lang, ""),
        "name": title,
        "short_name": title,
        "description": inputs.config.description.text(lang),
        "lang": lang.tag(),
        "start_url": plan.url(lang, ""),
        "scope": plan.base.path(),
        "display": "minimal-ui",
        "theme_color": THEME_COLOR,
        "background_color": BACKGROUND_COLOR,
        "icons": [
            icon(ICONS[0], "any", "image/svg+xml", "any")?,
            icon(ICONS[1], "192x192", "image/png", "any")?,
            icon(ICONS[2], "512x512", "image/png", "any")?,
            icon(ICONS[3], "512x512", "image/png", "maskable")?,
        ],
        "shortcuts": [
            shortcut("products", paths::PRODUCTS)?,
            shortcut("points-of-sale", paths::POINTS_OF_SALE)?,
            shortcut("foot-check", paths::CHECK)?,
            shortcut("foot-offline", paths::OFFLINE)?,
        ],
    });
    Ok((path(manifest_path(lang)), format!("{manifest:#}\n").into_bytes()))
}

/// What Apple's phones ask for at the root, without being told.
///
/// # Errors
/// When the theme lacks the picture.
pub fn apple_icon(engine: &Engine) -> anyhow::Result<File> {
    Ok((path(APPLE_ICON), engine.assets.bytes("images/apple-touch-icon.png")?.to_vec()))
}

fn path(name: &str) -> OutPath {
    OutPath::new(name).expect("the names are given here")
}
