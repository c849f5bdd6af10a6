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
    /// Bytes of the longest file that a page may hold.
    longest: usize,
}

/// Signs for private use, of which each file has one.
const FIRST_STAND_IN: u32 = 0xe800;
const STAND_INS: u32 = 0x800;

fn is_stand_in(sign: char) -> bool {
    (FIRST_STAND_IN..FIRST_STAND_IN + STAND_INS).contains(&(sign as u32))
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
        let mut assets = Assets { files: BTreeMap::new(), longest: 0 };
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
        assets.longest = assets.files.values().map(|asset| asset.bytes.len()).max().unwrap_or(0);
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

    /// What stands in a page for the text of a file until [`Assets::fill_in`]: the style sheet is half of most pages, and
    /// nothing on the way needs to read it.
    ///
    /// # Errors
    /// When the theme has no such file.
    pub fn stand_in(&self, name: &str) -> anyhow::Result<String> {
        self.inline(name)?;
        let number = self.files.keys().take_while(|other| *other != name).count();
        let sign =
            u32::try_from(number).ok().filter(|number| *number < STAND_INS).map(|number| FIRST_STAND_IN + number);
        Ok(sign.and_then(char::from_u32).context("the theme has too many files")?.to_string())
    }

    /// `page` with the text of every file that one of its styles or scripts consists of. An author may write our signs
    /// in a text, but a text is never the whole of a style or a script.
    pub fn fill_in(&self, page: &str) -> Vec<u8> {
        let mut filled = Vec::with_capacity(page.len() + self.longest);
        let mut rest = page;
        while let Some(at) = rest.find(is_stand_in) {
            let (before, signs) = rest.split_at(at);
            let end = signs.find(|sign| !is_stand_in(sign)).unwrap_or(signs.len());
            let (signs, after) = signs.split_at(end);
            let whole = before.ends_with('>') && (after.starts_with("</style>") || after.starts_with("</script>"));
            filled.extend_from_slice(before.as_bytes());
            filled.extend_from_slice(if whole { self.whole(signs) } else { signs.as_bytes().to_vec() }.as_slice());
            rest = after;
        }
        filled.extend_from_slice(rest.as_bytes());
        filled
    }

    /// The content of a style or a script whose stand-ins are `text`.
    pub fn whole(&self, text: &str) -> Vec<u8> {
        if !text.chars().all(is_stand_in) {
            return text.as_bytes().to_vec();
        }
        let assets = text.chars().map(|sign| self.files.values().nth((sign as u32 - FIRST_STAND_IN) as usize));
        assets.flatten().flat_map(|asset| asset.bytes.iter().copied()).collect()
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
