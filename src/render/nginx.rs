//! What a `server` block of nginx includes to serve the site as it is meant: compressed neighbours, policies, lasting and
//! short caching, redirects, the 404 page of each language.
//!
//! One location holds the rules, and those inside it inherit them. `tests/serving` holds the file against a real nginx.

use crate::base::out_path::OutPath;
use crate::plan::route::BaseUrl;
use crate::plan::{Redirect, paths};
use crate::render::feeds::File;
use crate::render::headers::{ALWAYS_ASK, FOR_EVER, InlineHashes, form_headers, headers};

/// Media types of all that a site holds: nginx's own list lacks some, and differs between versions.
const TYPES: [(&str, &str); 20] = [
    ("application/geo+json", "geojson"),
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/wasm", "wasm"),
    ("application/xml", "xml"),
    ("font/woff", "woff"),
    ("font/woff2", "woff2"),
    ("image/avif", "avif"),
    ("image/gif", "gif"),
    ("image/jpeg", "jpeg jpg"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("image/webp", "webp"),
    ("image/x-icon", "ico"),
    ("text/css", "css"),
    ("text/csv", "csv"),
    ("text/html", "html"),
    ("text/javascript", "js mjs"),
    ("text/markdown", "md"),
    ("text/plain", "txt"),
];

const FEED: &str = "application/atom+xml";

/// Types whose letters need a name. JSON is UTF-8 by itself, pages always get theirs.
const WITH_CHARSET: &str = "application/atom+xml application/xml image/svg+xml text/css text/csv text/javascript \
                            text/markdown text/plain";

/// Types that gain by compression on the way, where no compressed neighbour lies.
const COMPRESSED: &str = "application/atom+xml application/geo+json application/json application/manifest+json \
                          application/xml image/svg+xml text/css text/csv text/javascript text/plain";

/// More former addresses than this are left to their pages, which lead on by themselves: older versions of nginx sort
/// locations one by one, which takes them long.
const MOST_REDIRECTS: usize = 2_000;

/// The file `nginx.conf`. `kept` are the folders whose files bear fingerprints; `form` holds the origins that the officers' form may reach; `None` where no form is published.
pub fn snippet(
    base: &BaseUrl,
    hashes: &InlineHashes,
    kept: &[&str],
    redirects: &[Redirect],
    form: Option<&[String]>,
) -> File {
    let root = base.path();
    let text = format!(
        "# Include this in a `server` block whose `root` is the folder in which {root} lies.\n\
         # With the module brotli_static (Debian: libnginx-mod-http-brotli-static), say `brotli_static on;` there too.\n\
         set $ocop_cache \"{ALWAYS_ASK}\";\n{bare}location {root} {{\n{rules}{inner}}}\n",
        bare = without_slash(root),
        rules = rules(root, hashes),
        inner = inner(base, kept, redirects, form),
    );
    (OutPath::new("nginx.conf").expect("a fixed word"), text.into_bytes())
}

/// `/ocop` leads to `/ocop/`.
fn without_slash(root: &str) -> String {
    match root.trim_end_matches('/') {
        "" => String::new(),
        bare => format!("location = {bare} {{\n    absolute_redirect off;\n    return 301 {root};\n}}\n"),
    }
}

/// What holds for every answer.
fn rules(root: &str, hashes: &InlineHashes) -> String {
    let types: String = TYPES.iter().map(|(name, ends)| format!("        {name} {ends};\n")).collect();
    // Addresses without a host, so that a proxy in front may speak TLS and have another port.
    let mut text = format!(
        "    index index.html;\n    error_page 404 {root}404.html;\n    absolute_redirect off;\n\
         \x20   types {{\n{types}    }}\n    default_type application/octet-stream;\n\
         \x20   charset utf-8;\n    charset_types {WITH_CHARSET};\n\
         \x20   gzip_static on;\n    gzip on;\n    gzip_types {COMPRESSED};\n    gzip_min_length 150;\n\
         \x20   gzip_vary on;\n    gzip_proxied any;\n",
    );
    for (name, value) in headers(hashes) {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    // Not `always`: a missing file may come.
    text.push_str("    add_header Cache-Control $ocop_cache;\n");
    text
}

/// The places with rules of their own.
fn inner(base: &BaseUrl, kept: &[&str], redirects: &[Redirect], form: Option<&[String]>) -> String {
    let root = base.path();
    let (at, kept) = (literal(root), kept.join("|"));
    let mut text = format!(
        "    location = {root}404.html {{ internal; }}\n    location {root}en/ {{\n\
         \x20       error_page 404 {root}en/404.html;\n        location = {root}en/404.html {{ internal; }}\n    }}\n\
         \x20   location = {root}_headers {{ return 404; }}\n    location = {root}nginx.conf {{ return 404; }}\n\
         \x20   location ~ \"^{at}(?:.*/)?\\.(?!well-known/)\" {{ return 404; }}\n\
         \x20   location ~ \"^{at}(?:(?:{kept})/|search/[a-z]+-[0-9a-f]+/)\" {{ set $ocop_cache \"{FOR_EVER}\"; }}\n\
         \x20   location ~ \"^{at}(?:en/)?feed\\.xml$\" {{\n        types {{}}\n        default_type {FEED};\n    }}\n",
    );
    if let Some(origins) = form {
        text.push_str(&format!("    location {root}{}/ {{\n", paths::FORM));
        for (name, value) in form_headers(origins) {
            text.push_str(&format!("        add_header {name} \"{value}\" always;\n"));
        }
        text.push_str("        add_header Cache-Control $ocop_cache;\n    }\n");
    }
    for Redirect { from, to } in redirects.iter().filter(|_| redirects.len() <= MOST_REDIRECTS) {
        let (from, to) = (base.url(&from.from_root()), base.url(&to.from_root()));
        text.push_str(&format!("    location = {from} {{ return 301 {to}; }}\n"));
    }
    text
}

/// A path as a regular expression that means nothing but it.
fn literal(path: &str) -> String {
    let sign = |sign: char| if sign.is_alphanumeric() || "/-_~".contains(sign) { vec![sign] } else { vec!['\\', sign] };
    path.chars().flat_map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;
    use crate::plan::route::Route;

    fn text(base: &str, redirects: usize) -> String {
        let redirect = |at| Redirect { from: Route::new(Lang::En, format!("q/{at}")), to: Route::new(Lang::En, "moi") };
        let redirects: Vec<_> = (0..redirects).map(redirect).collect();
        String::from_utf8(
            snippet(&BaseUrl::new(base), &InlineHashes::default(), &["tai-san", "chia-se"], &redirects, None).1,
        )
        .unwrap()
    }

    #[test]
    fn everything_lies_below_the_sites_path() {
        let text = text("https://x.example/a.b/", 1);
        assert!(text.contains("location = /a.b {\n"), "{text}");
        assert!(text.contains("location = /a.b/en/q/0/ { return 301 /a.b/en/moi/; }"), "{text}");
        assert!(text.contains(r#"location ~ "^/a\.b/(?:.*/)?\.(?!well-known/)""#), "{text}");
    }

    #[test]
    fn thousands_of_former_addresses_are_left_to_their_pages() {
        let count = |redirects| text("https://x.example/", redirects).matches("return 301").count();
        assert_eq!((count(MOST_REDIRECTS), count(MOST_REDIRECTS + 1)), (MOST_REDIRECTS, 0));
    }
}
