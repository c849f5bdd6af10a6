//! Laws of the guide and its worker, held against the made-up site.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::out_path::OutPath;
use crate::output::tree::OutputTree;
use crate::render::offline::pack;
use crate::render::tests::{site, site_with, text};

/// The packed guide of a tree.
fn guide(tree: &OutputTree) -> BTreeMap<String, Vec<u8>> {
    let guides: Vec<_> = tree.iter().filter(|(path, _)| path.as_str().starts_with("tai-san/cam-nang.")).collect();
    assert_eq!(guides.len(), 1);
    pack::tests::unpack(guides[0].1)
}

#[test]
fn the_guide_holds_every_page_as_it_is_published_and_no_other() {
    let tree = site();
    let guide = guide(tree);
    for (path, bytes) in &guide {
        let published = tree.get(&OutPath::new(path.as_str()).unwrap());
        assert!(published.is_some_and(|published| **published == bytes[..]), "{path}");
    }
    let pages = tree.iter().map(|(path, _)| path.as_str()).filter(|path| path.ends_with(".html"));
    let left_out: BTreeSet<&str> =
        pages.filter(|path| !guide.contains_key(*path)).map(|path| path.strip_prefix("en/").unwrap_or(path)).collect();
    let (desk, others): (Vec<&str>, Vec<&str>) = left_out.iter().partition(|path| path.starts_with("bien-tap/"));
    let (sheets, others): (Vec<&str>, Vec<&str>) = others.iter().partition(|path| path.starts_with("in/"));
    assert!(!desk.is_empty() && !sheets.is_empty());
    assert_eq!(others, ["ngoai-tuyen/index.html"]);
}

#[test]
fn the_guide_holds_all_that_its_pages_ask_for() {
    let tree = site();
    let guide = guide(tree);
    let mut asked = 0;
    for (path, bytes) in guide.iter().filter(|(path, _)| !path.ends_with(".woff2")) {
        let text = String::from_utf8_lossy(bytes);
        for rest in text.split("/tai-san/").skip(1) {
            let end = |sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_'));
            let name = rest.split(end).next().unwrap();
            assert!(guide.contains_key(&format!("tai-san/{name}")), "{name} of {path}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
    let search: Vec<&str> =
        tree.iter().map(|(path, _)| path.as_str()).filter(|path| path.starts_with("search/")).collect();
    let missing: Vec<&&str> = search.iter().filter(|path| !guide.contains_key(**path)).collect();
    assert_eq!(missing, [&"search/search.js"], "programs ask for it, pages do not");
}

#[test]
fn the_size_of_the_guide_is_told_before_it_is_fetched() {
    let tree = site();
    let (path, bytes) = tree.iter().find(|(path, _)| path.as_str().starts_with("tai-san/cam-nang.")).unwrap();
    let page = text(tree, "ngoai-tuyen/index.html");
    assert!(page.contains(&format!("data-bytes={} ", bytes.len())) && page.contains(path.as_str()), "{page}");
    assert!(page.contains(&format!("Lưu cả cẩm nang (0,{} MB)", bytes.len().div_ceil(100_000))), "{page}");
}

#[test]
fn another_build_has_another_worker() {
    let page = "---\ntitle: X\ndescription: X.\n---\n\nX.\n";
    assert_ne!(text(site(), "sw.js"), text(&site_with(&[("pages/x.md", page)]), "sw.js"));
}
