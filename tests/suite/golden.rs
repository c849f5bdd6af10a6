//! What readers get, page by page, as text: the made-up catalogue of `tests/browser/catalogue`, held against
//! `tests/golden/`. `SNAPSHOTS=overwrite cargo test` writes it anew; read every changed line.
//!
//! Words, addresses and their order are held here; the look is not, so a style may change without a golden changing.

use std::path::Path;

use snapbox::{Data, assert_data_eq};
use walkdir::WalkDir;

use crate::program::Bench;

/// One of each kind of page and of each state of a certificate.
const PAGES: &[&str] = &[
    "index.html",
    "en/index.html",
    "404.html",
    "san-pham/index.html",
    "san-pham/con-hieu-luc/index.html",
    "en/san-pham/con-hieu-luc/index.html",
    "san-pham/sap-het-han/index.html",
    "san-pham/dang-gia-han/index.html",
    "san-pham/het-han/index.html",
    "san-pham/thu-hoi/index.html",
    "san-pham/chua-ro-han/index.html",
    "san-pham/y-tuong/index.html",
    "san-pham/ruou-thu-manh/index.html",
    "san-pham/nuoc-mam-ten-cu/index.html",
    "chu-the/htx-thu/index.html",
    "diem-ban/cua-hang-thu/index.html",
    "diem-ban/quay-thu-da-dong/index.html",
    "nha-hang/quan-thu/index.html",
    "diem-den/bai-thu/index.html",
    "tuyen/tuyen-thu/index.html",
    "su-kien/hoi-cho-thu/index.html",
    "su-kien/le-thu/index.html",
    "nguon-hang/index.html",
    "xa/thu-mot/index.html",
    "ke-hoach/2025/index.html",
    "nguon/index.html",
    "nguon/thong-bao-thu/index.html",
    "in/nhan/htx-thu/index.html",
    "in/the-ke/htx-thu/index.html",
    "in/to-roi/thu-mot/index.html",
    "bien-tap/index.html",
    "bien-tap/con-thieu/index.html",
];
/// Files that programs read, held byte by byte.
const FILES: &[&str] =
    &["du-lieu/san-pham.csv", "du-lieu/san-pham.json", "du-lieu/catalogue.geojson", "feed.xml", "robots.txt"];

#[test]
fn every_kind_of_page_tells_what_it_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bench = Bench::new();
    let ran =
        bench.run(&format!("build --date 2026-11-22 --content {}", root.join("tests/browser/catalogue").display()));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let text = |path: &str| bench.read(&format!("public/{path}"));
    let golden = |name: &str| Data::read_from(&root.join("tests/golden").join(name), None).raw();

    assert_data_eq!(addresses(&bench.path("public")), golden("addresses.txt"));
    for page in PAGES {
        let name = page.trim_end_matches("/index.html").replace('/', "-").replace(".html", "");
        assert_data_eq!(readable(&text(page)), golden(&format!("{name}.txt")));
    }
    for file in FILES {
        let name = file.replace('/', "-");
        assert_data_eq!(text(file), golden(&name));
    }
}

/// Every file of the site, a line each.
fn addresses(site: &Path) -> String {
    let files = WalkDir::new(site).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let names = files.map(|entry| entry.path().strip_prefix(site).unwrap().to_string_lossy().into_owned());
    names.map(|name| without_fingerprint(&name) + "\n").collect()
}

/// `tai-san/icon.1a2b3c4d5e.svg` without the digits, which change with the file's bytes.
fn without_fingerprint(path: &str) -> String {
    let digits = |part: &&str| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.split('.').filter(|part| !digits(part)).collect::<Vec<_>>().join(".")
}

/// The page's text, a block a line, with the address behind each link and the words that only ears get.
fn readable(html: &str) -> String {
    let mut lines = vec![String::new()];
    let mut rest = without(html, &["style", "script", "svg", "head"]);
    while let Some((text, more)) = rest.split_once('<').map(|(text, more)| (text.to_owned(), more.to_owned())) {
        let line = lines.last_mut().expect("there is always a line");
        line.push_str(&text);
        let (tag, after) = more.split_once('>').unwrap_or((&more, ""));
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
        for words in ["href", "src", "aria-label", "alt", "value", "content"] {
            if let Some(value) = attribute(tag, words) {
                line.push_str(&format!("[{words} {value}] "));
            }
        }
        if !["a", "span", "b", "i", "strong", "sup", "code", "time", "small", "em", "img"].contains(&name) {
            lines.push(String::new());
        }
        rest = after.to_owned();
    }
    let lines = lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

/// `html` without some elements and all that they hold.
fn without(html: &str, elements: &[&str]) -> String {
    elements.iter().fold(html.to_owned(), |html, element| {
        let (open, close) = (format!("<{element}"), format!("</{element}>"));
        let mut kept = String::new();
        let mut rest = html.as_str();
        while let Some((before, inside)) = rest.split_once(&open) {
            kept.push_str(before);
            match inside.split_once(&close) {
                // `<header>` is no `<head>`.
                Some((_, after)) if inside.starts_with(['>', ' ', '\n']) => rest = after,
                _ => {
                    kept.push_str(&open);
                    rest = inside;
                }
            }
        }
        kept + rest
    })
}

/// The value of an attribute in a tag, quoted or not.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '\n', '/']).next().filter(|value| !value.is_empty()).or(value.split(' ').next()),
    }
}
