//! The theme's own files: published under names that change with their content, or put into the page.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, ensure};

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;
use crate::plan::route::BaseUrl;
use crate::render::theme::Theme;
use crate::render::{bundle, minify, script};

/// Folder of published theme files, below the root.
const FOLDER: &str = "tai-san";
/// How style sheets and scripts name a theme file: `url("asset:fonts/x.woff2")`.
const SCHEME: &str = "asset:";
const FINGERPRINT_DIGITS: usize = 10;

/// Theme files by name.
#[derive(Debug)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
}

#[derive(Debug)]
struct Asset {
    out: OutPath,
    url: String,
    bytes: Arc<[u8]>,
    /// Only files that some page names are published.
    used: AtomicBool,
}

impl Assets {
    /// Fingerprints everything below `fonts/`, `images/`, `scripts/`, `styles/`; the text files after what they name.
    ///
    /// # Errors
    /// A style sheet or script that is not UTF-8, cannot be minified, or names a file that the theme lacks.
    pub fn load(theme: &Theme, base: &BaseUrl) -> anyhow::Result<Assets> {
        let mut assets = Assets { files: BTreeMap::new() };
        for folder in ["fonts/", "images/"] {
            for name in theme.names(folder, "") {
                assets.add(name, theme.files[name].clone(), base);
            }
        }
        for (folder, suffix) in [("styles/", ".css"), ("scripts/", ".js")] {
            for name in theme.names(folder, suffix) {
                let text = if suffix == ".css" { theme.text(name)?.to_owned() } else { bundle::bundle(theme, name)? };
                let text = assets.resolve(&text).with_context(|| format!("in `{name}`"))?;
                let text = if suffix == ".css" { minify::css(&text) } else { script::module(&text) };
                assets.add(name, text.with_context(|| format!("in `{name}`"))?.into_bytes().into(), base);
            }
        }
        Ok(assets)
    }

    /// The published URL of a file, which is thereby published.
    pub fn url(&self, name: &str) -> anyhow::Result<String> {
        let asset = self.find(name)?;
        asset.used.store(true, Ordering::Relaxed);
        Ok(asset.url.clone())
    }

    /// The text of a file, to stand in the page.
    pub fn inline(&self, name: &str) -> anyhow::Result<&str> {
        std::str::from_utf8(&self.find(name)?.bytes).with_context(|| format!("`{name}` is no text"))
    }

    /// Everything that was asked for by URL.
    pub fn published(&self) -> impl Iterator<Item = (&OutPath, &Arc<[u8]>)> {
        let used = self.files.values().filter(|asset| asset.used.load(Ordering::Relaxed));
        used.map(|asset| (&asset.out, &asset.bytes))
    }

    fn find(&self, name: &str) -> anyhow::Result<&Asset> {
        self.files.get(name).with_context(|| format!("the theme has no file `{name}`"))
    }

    fn add(&mut self, name: &str, bytes: Arc<[u8]>, base: &BaseUrl) {
        let file = name.rsplit('/').next().unwrap_or(name);
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "bin"));
        let path = format!("{FOLDER}/{stem}.{}.{extension}", Digest::of(&bytes).short(FINGERPRINT_DIGITS));
        let url = base.url(&format!("/{path}"));
        let out = OutPath::new(path).expect("a file name has no slashes");
        self.files.insert(name.to_owned(), Asset { out, url, bytes, used: AtomicBool::new(false) });
    }

    /// `text` with `asset:` names replaced by published URLs.
    fn resolve(&self, text: &str) -> anyhow::Result<String> {
        let mut resolved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(SCHEME) {
            let name = &rest[at + SCHEME.len()..];
            let end = name.find(['"', '\'', ')', '`']).unwrap_or(name.len());
            ensure!(end > 0, "`{SCHEME}` names no file");
            resolved.push_str(&rest[..at]);
            resolved.push_str(&self.url(&name[..end])?);
            rest = &name[end..];
        }
        resolved.push_str(rest);
        Ok(resolved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_name_fingerprinted_files() {
        let files =
            [("fonts/a.woff2", "x"), ("fonts/b.woff2", "y"), ("styles/s.css", "a{src:url(\"asset:fonts/a.woff2\")}")];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().into())).collect();
        let assets = Assets::load(&Theme { files }, &BaseUrl::new("https://x.example/o/")).unwrap();
        let css = assets.inline("styles/s.css").unwrap();
        assert!(css.contains("/o/tai-san/a.") && !css.contains("asset:"), "{css}");
        let published: Vec<&str> = assets.published().map(|(out, _)| out.as_str()).collect();
        assert_eq!(published.len(), 1, "{published:?}");
        assert!(published[0].starts_with("tai-san/a.") && published[0].ends_with(".woff2"));
    }
}
