//! What a web server should send with the pages: a strict Content-Security-Policy and long caching of fingerprinted files.

use std::collections::BTreeSet;

use crate::base::out_path::OutPath;
use crate::plan::route::BaseUrl;
use crate::render::feeds::File;
use crate::render::sha256;

/// Hashes of the inline styles and scripts that pages hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InlineHashes {
    pub styles: BTreeSet<String>,
    pub scripts: BTreeSet<String>,
}

impl InlineHashes {
    /// Those of one page, as it is sent.
    pub fn of(html: &str) -> InlineHashes {
        let hashes =
            |element: &str| inline(html, element).into_iter().map(|text| sha256::source(text.as_bytes())).collect();
        InlineHashes { styles: hashes("style"), scripts: hashes("script") }
    }

    pub fn merge(mut self, other: InlineHashes) -> InlineHashes {
        self.styles.extend(other.styles);
        self.scripts.extend(other.scripts);
        self
    }
}

/// Contents of `<style>` or executable `<script>` elements. Data blocks are never run, so no policy asks for them.
fn inline<'h>(html: &'h str, element: &str) -> Vec<&'h str> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let text = |rest: &'h str| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once(&close)?;
        let runs = !attributes.contains("src=") && !attributes.contains("json");
        let is_element = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        (runs && is_element && !text.is_empty()).then_some(text)
    };
    html.split(open.as_str()).skip(1).filter_map(text).collect()
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

fn headers(hashes: &InlineHashes) -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", policy(hashes)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)".to_owned()),
    ]
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `_headers`, as Netlify, Cloudflare Pages and others read it.
pub fn underscore(base: &BaseUrl, hashes: &InlineHashes) -> File {
    let root = base.path();
    let mut text = format!("{root}*\n");
    for (name, value) in headers(hashes) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("\n{root}tai-san/*\n  Cache-Control: {FOR_EVER}\n"));
    (OutPath::new("_headers").expect("a fixed word"), text.into_bytes())
}

/// A snippet for the `server` block of nginx.
pub fn nginx(base: &BaseUrl, hashes: &InlineHashes) -> File {
    let root = base.path();
    let mut add = String::new();
    for (name, value) in headers(hashes) {
        add.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    // add_header of an outer block is dropped by an inner one, hence the repetition.
    let text = format!(
        "location {root} {{\n{add}    index index.html;\n    error_page 404 {root}404.html;\n}}\n\
         location {root}en/ {{\n{add}    index index.html;\n    error_page 404 {root}en/404.html;\n}}\n\
         location {root}tai-san/ {{\n{add}    add_header Cache-Control \"{FOR_EVER}\" always;\n}}\n\
         location = {root}_headers {{ return 404; }}\n\
         location = {root}nginx.conf {{ return 404; }}\n"
    );
    (OutPath::new("nginx.conf").expect("a fixed word"), text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_code_is_allowed_by_hash_and_data_blocks_are_left_out() {
        let page = r#"<style>a{}</style><script type="application/ld+json">{}</script><script src="/x.js"></script>
            <script type="module">abc</script><styled>x</styled>"#;
        let hashes = InlineHashes::of(page);
        assert_eq!((hashes.styles.len(), hashes.scripts.len()), (1, 1));
        assert!(policy(&hashes).contains("script-src 'self' 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"));
        assert!(!policy(&hashes).contains("unsafe"));
    }
}
