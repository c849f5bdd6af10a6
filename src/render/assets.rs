//! The theme's own files: published under names that change with their content, or put into the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, ensure};
use memchr::memchr_iter;

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;
use crate::plan::route::BaseUrl;
use crate::render::offline::worker;
use crate::render::theme::Theme;
use crate::render::{bundle, minify, script};

/// Folder of published theme files, below the root.
const FOLDER: &str = "tai-san";
/// How style sheets and scripts name a theme file: `url("asset:fonts/x.woff2")`.
const SCHEME: &str = "asset:";
/// How templates name one.
const CALL: &str = "asset(name=\"";
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

/// The byte that stand-ins begin with, as no sign outside of U+E000 to U+EFFF does.
const LEAD: u8 = 0xee;

/// Where the first stand-in of `text` begins.
fn first_stand_in(text: &str) -> Option<usize> {
    memchr_iter(LEAD, text.as_bytes()).find(|at| text[*at..].starts_with(is_stand_in))
}

/// Whether what follows `before` stands in a style or in a script that runs: the last tag says so.
fn in_code(before: &str) -> bool {
    let tag = before.rfind('<').map_or("", |at| &before[at..]);
    let attributes = tag.split_once('>').map(|(open, _)| open);
    attributes.is_some_and(|open| open.starts_with("<style") || open.starts_with("<script") && !open.contains("json"))
}

#[derive(Debug)]
struct Asset {
    out: OutPath,
    url: String,
    bytes: Arc<[u8]>,
    /// Only files that a template, a style sheet or a script names are published.
    named: bool,
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
        assets.publish_named(theme)?;
        assets.longest = assets.files.values().map(|asset| asset.bytes.len()).max().unwrap_or(0);
        Ok(assets)
    }

    /// The URL of a published file.
    ///
    /// # Errors
    /// When the theme has no such file, or none that is named in so many letters: what is published may not hang on which
    /// pages are made.
    pub fn url(&self, name: &str) -> anyhow::Result<&str> {
        let asset = self.find(name)?;
        ensure!(asset.named, "`{name}`: `asset(name=…)` takes a name written out");
        Ok(&asset.url)
    }

    fn publish(&mut self, name: &str) -> anyhow::Result<&str> {
        let asset = self.files.get_mut(name).with_context(|| format!("the theme has no file `{name}`"))?;
        asset.named = true;
        Ok(&asset.url)
    }

    /// Publishes every file that a template names, or a manifest.
    fn publish_named(&mut self, theme: &Theme) -> anyhow::Result<()> {
        for template in theme.names("templates/", ".html") {
            for rest in theme.text(template)?.split(CALL).skip(1) {
                let name = rest.split('"').next().unwrap_or_default();
                self.publish(name).with_context(|| format!("in `{template}`"))?;
            }
        }
        for icon in worker::ICONS.into_iter().filter(|name| theme.files.contains_key(*name)) {
            self.publish(icon)?;
        }
        Ok(())
    }

    /// A file as it is published.
    ///
    /// # Errors
    /// When the theme has no such file.
    pub fn bytes(&self, name: &str) -> anyhow::Result<&[u8]> {
        Ok(&self.find(name)?.bytes)
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

    /// `page` with the files' texts in its styles and scripts. An author may write our signs in a text, but not in those.
    pub fn fill_in(&self, page: &str) -> Vec<u8> {
        let mut filled = Vec::with_capacity(page.len() + self.longest);
        let mut done = 0;
        while let Some(at) = first_stand_in(&page[done..]).map(|at| done + at) {
            let end = page[at..].find(|sign| !is_stand_in(sign)).map_or(page.len(), |length| at + length);
            filled.extend_from_slice(&page.as_bytes()[done..at]);
            let signs = &page[at..end];
            filled.extend_from_slice(&if in_code(&page[..at]) { self.whole(signs) } else { signs.as_bytes().to_vec() });
            done = end;
        }
        filled.extend_from_slice(&page.as_bytes()[done..]);
        filled
    }

    /// The content of a style or a script in which `text` stands.
    pub fn whole(&self, text: &str) -> Vec<u8> {
        let mut whole = Vec::with_capacity(text.len());
        for sign in text.chars() {
            let number = (sign as usize).checked_sub(FIRST_STAND_IN as usize).filter(|_| is_stand_in(sign));
            match number.and_then(|number| self.files.values().nth(number)) {
                Some(asset) => whole.extend_from_slice(&asset.bytes),
                None => whole.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        whole
    }

    /// Everything that is named.
    pub fn published(&self) -> impl Iterator<Item = (&OutPath, &Arc<[u8]>)> {
        let named = self.files.values().filter(|asset| asset.named);
        named.map(|asset| (&asset.out, &asset.bytes))
    }

    /// The published file at `path`.
    pub fn find_published(&self, path: &OutPath) -> Option<&Arc<[u8]>> {
        self.published().find(|(out, _)| *out == path).map(|(_, bytes)| bytes)
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
        self.files.insert(name.to_owned(), Asset { out, url, bytes, named: false });
    }

    /// `text` with `asset:` names replaced by published URLs.
    fn resolve(&mut self, text: &str) -> anyhow::Result<String> {
        let mut resolved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(SCHEME) {
            let name = &rest[at + SCHEME.len()..];
            let end = name.find(['"', '\'', ')', '`']).unwrap_or(name.len());
            ensure!(end > 0, "`{SCHEME}` names no file");
            resolved.push_str(&rest[..at]);
            resolved.push_str(self.publish(&name[..end])?);
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

    #[test]
    fn files_are_filled_into_styles_and_scripts_and_nowhere_else() {
        let files = [("styles/a.css", "a{color:red}"), ("styles/b.css", "b{color:red}")];
        let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().into())).collect();
        let assets = Assets::load(&Theme { files }, &BaseUrl::new("https://x.example/")).unwrap();
        let [a, b] = ["styles/a.css", "styles/b.css"].map(|name| assets.stand_in(name).unwrap());
        let page = format!(
            "<style>{a}h1{{margin:0}}{b}</style><p title=\"{a}\">{b}</p><script type=application/ld+json>{a}</script>"
        );
        let filled = String::from_utf8(assets.fill_in(&page)).unwrap();
        let style = "<style>a{color:red}h1{margin:0}b{color:red}</style>";
        assert_eq!(filled, format!("{style}{}", page.split_once("</style>").unwrap().1));
    }
}
