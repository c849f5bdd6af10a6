//! What a web server should send with the pages: a strict Content-Security-Policy and long caching of fingerprinted files.

use std::collections::BTreeSet;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use crate::base::out_path::OutPath;
use crate::plan::paths;
use crate::plan::route::BaseUrl;
use crate::render::assets::Assets;
use crate::render::feeds::File;
use crate::render::offline::worker::WORKER;
use crate::render::sha256;

/// The inline styles and scripts that pages hold, as they stand before theme files are filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineTexts {
    styles: BTreeSet<String>,
    scripts: BTreeSet<String>,
}

/// Their hashes, as a policy names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InlineHashes {
    pub styles: BTreeSet<String>,
    pub scripts: BTreeSet<String>,
}

impl InlineTexts {
    pub fn of(html: &str) -> InlineTexts {
        let texts = |element: &str| inline(html, element).into_iter().map(str::to_owned).collect();
        InlineTexts { styles: texts("style"), scripts: texts("script") }
    }

    pub fn merge(mut self, mut other: InlineTexts) -> InlineTexts {
        self.styles.append(&mut other.styles);
        self.scripts.append(&mut other.scripts);
        self
    }

    /// Each text hashed once, with what its theme files hold.
    pub fn hashes(&self, assets: &Assets) -> InlineHashes {
        let hashes = |texts: &BTreeSet<String>| texts.iter().map(|text| sha256::source(&assets.whole(text))).collect();
        InlineHashes { styles: hashes(&self.styles), scripts: hashes(&self.scripts) }
    }
}

/// Contents of `<style>` or executable `<script>` elements. Data blocks are never run, so no policy asks for them.
fn inline<'h>(html: &'h str, element: &str) -> Vec<&'h str> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let text = |at: usize| {
        let (attributes, rest) = html[at + open.len()..].split_once('>')?;
        let text = &rest[..memmem::find(rest.as_bytes(), close.as_bytes())?];
        let runs = !attributes.contains("src=") && !attributes.contains("json");
        let is_element = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        (runs && is_element && !text.is_empty()).then_some(text)
    };
    memmem::find_iter(html.as_bytes(), &open).filter_map(text).collect()
}

fn policy(hashes: &InlineHashes) -> String {
    let list = |hashes: &BTreeSet<String>| hashes.iter().map(|hash| format!(" '{hash}'")).collect::<String>();
    format!(
        "default-src 'self'; script-src 'self'{}; style-src 'self'{}; img-src 'self' data:; object-src 'none'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        list(&hashes.scripts),
        list(&hashes.styles),
    )
}

/// What is sent with every answer.
pub fn headers(hashes: &InlineHashes) -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", policy(hashes)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)".to_owned()),
    ]
}

/// The policy of the officers' form: its program makes styles and pictures as it runs, and speaks with its Git host.
fn form_policy(origins: &[String]) -> String {
    let hosts: String = origins.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{hosts}; \
         media-src 'self' blob:; font-src 'self' data:; connect-src 'self' data: blob:{hosts}; frame-src blob:; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// What is sent with the form instead of what is sent with pages.
pub fn form_headers(origins: &[String]) -> [(&'static str, String); 5] {
    [
        ("Content-Security-Policy", form_policy(origins)),
        ("X-Robots-Tag", "noindex".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()".to_owned()),
    ]
}

/// The folders of theme files and of pictures for sharing, whose names bear fingerprints.
pub const FINGERPRINTED: [&str; 2] = ["tai-san", "chia-se"];

/// For names that change with the content: whoever has the file need not ask again.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For all else: what was kept is used when the server says that it still holds. Pages name files that the next publish
/// removes, and the worker takes what it gets for the present build.
pub const ALWAYS_ASK: &str = "no-cache";

/// `_headers`, as Netlify, Cloudflare Pages and others read it.
///
/// `kept` are the folders whose files bear fingerprints. `form` holds the origins that the officers' form may reach; `None` where no form is published.
pub fn underscore(base: &BaseUrl, hashes: &InlineHashes, kept: &[&str], form: Option<&[String]>) -> File {
    let root = base.path();
    let mut text = format!("{root}*\n");
    for (name, value) in headers(hashes) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for folder in kept {
        text.push_str(&format!("\n{root}{folder}/*\n  Cache-Control: {FOR_EVER}\n"));
    }
    if let Some(origins) = form {
        text.push_str(&format!("\n{root}{}/*\n", paths::FORM));
        // Rules add up: what the first one set must be taken away, or the stricter policy would hold as well.
        for (name, value) in form_headers(origins) {
            text.push_str(&format!("  ! {name}\n  {name}: {value}\n"));
        }
    }
    text.push_str(&format!("\n{root}{WORKER}\n  Cache-Control: {ALWAYS_ASK}\n"));
    (OutPath::new("_headers").expect("a fixed word"), text.into_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::render::theme::Theme;

    #[test]
    fn inline_code_is_allowed_by_hash_and_data_blocks_are_left_out() {
        let page = r#"<style>a{}</style><script type="application/ld+json">{}</script><script src="/x.js"></script>
            <script type="module">abc</script><styled>x</styled>"#;
        let assets = Assets::load(&Theme { files: BTreeMap::new() }, &BaseUrl::new("https://x.example/")).unwrap();
        let hashes = InlineTexts::of(page).hashes(&assets);
        assert_eq!((hashes.styles.len(), hashes.scripts.len()), (1, 1));
        assert!(policy(&hashes).contains("script-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"));
        assert!(!policy(&hashes).contains("unsafe"));
    }
}
