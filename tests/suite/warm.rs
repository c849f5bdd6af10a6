//! The law of a build after another: whatever was kept, the folder holds what a build from nothing makes, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};
use ocop::base::digest::Digest;
use ocop::cache::Store;
use ocop::output::pack::{Earlier, Effort, Packing};
use ocop::output::publish::{Published, Target};
use ocop::site::{self, Inputs};
use proptest::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::session::{Desk, edit};

/// A folder to publish into, and a cache beside it.
struct Shop {
    desk: Desk,
    folder: tempfile::TempDir,
    packing: Option<Packing>,
}

impl Shop {
    fn new() -> Shop {
        Shop { desk: Desk::new(), folder: tempfile::tempdir().unwrap(), packing: None }
    }

    fn out(&self) -> Utf8PathBuf {
        Utf8Path::from_path(self.folder.path()).unwrap().join("site")
    }

    /// What `ocop build` does; none when the content has errors.
    fn build(&self, program: &str) -> Option<Published> {
        let store = Arc::new(Store::in_folder(&self.out().with_file_name("cache")));
        let program = Some(Digest::of(program.as_bytes()));
        let inputs = Inputs { store: store.clone(), program, ..self.desk.inputs.clone() };
        let prepared = site::prepare(&inputs).unwrap();
        if site::has_errors(&prepared.findings) {
            return None;
        }
        let target = Target {
            out: self.out(),
            sources: vec![inputs.content.clone()],
            standby_from: Some(0),
            packing: self.packing,
        };
        let published = prepared.publish(&inputs.theme, &target).unwrap();
        store.sweep();
        Some(published)
    }

    /// What readers see, without the manifest.
    fn published(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.out())
    }

    /// What a build into an empty folder, with nothing kept, leaves there.
    fn published_anew(&self) -> BTreeMap<String, Vec<u8>> {
        let folder = tempfile::tempdir().unwrap();
        let out = Utf8Path::from_path(folder.path()).unwrap().join("site");
        let inputs = &self.desk.inputs;
        let target = Target { out: out.clone(), sources: Vec::new(), standby_from: None, packing: self.packing };
        site::prepare(inputs).unwrap().publish(&inputs.theme, &target).unwrap();
        files(&out)
    }

    /// What a build from nothing makes.
    fn anew(&self) -> BTreeMap<String, Vec<u8>> {
        let tree = site::build(&self.desk.inputs).unwrap().tree.unwrap();
        tree.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect()
    }

    fn pages(&self) -> Vec<String> {
        self.published().into_keys().filter(|path| path.ends_with(".html")).collect()
    }
}

/// Every file of a published folder but the manifest.
fn files(out: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(out).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let file = |entry: DirEntry| {
        let path = Utf8Path::from_path(entry.path()).unwrap();
        (path.strip_prefix(out).unwrap().to_string(), fs::read(path).unwrap())
    };
    entries.map(file).filter(|(path, _)| path != ".ocop-manifest.json").collect()
}

/// The paths at which two sites differ.
fn different(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths = left.keys().chain(right.keys().filter(|path| !left.contains_key(*path)));
    paths.filter(|path| left.get(*path) != right.get(*path)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_others_gives_what_a_build_from_nothing_gives(
        edits in proptest::collection::vec(edit(), 1..7), packed in any::<bool>()
    ) {
        let packing = packed.then_some(Packing { effort: Effort::Fast, earlier: Earlier::Kept });
        let shop = Shop { packing, ..Shop::new() };
        shop.build("one program");
        for edit in &edits {
            shop.desk.edit(edit);
            if shop.build("one program").is_some() {
                let different = different(&shop.published(), &shop.published_anew());
                prop_assert!(different.is_empty(), "{different:?} after {edit:?}");
            }
        }
    }
}

#[test]
fn only_what_changed_is_written() {
    let shop = Shop::new();
    let all = shop.build("one program").unwrap();
    assert_eq!(all.written, all.files);
    assert_eq!(shop.build("one program").unwrap().written, 0);
    let product = shop.desk.inputs.content.join("products/san-pham-thu/index.md");
    let text = fs::read_to_string(&product).unwrap();
    fs::write(&product, text.replacen("---\n", "---\n# Ghi chú cho người sửa\n", 1)).unwrap();
    assert_eq!(shop.build("one program").unwrap().written, 0, "a comment is in no page");
    let before = shop.published();
    fs::write(&product, format!("{text}\nThêm một câu.\n")).unwrap();
    shop.build("one program").unwrap();
    let changed = different(&before, &shop.published());
    let pages: Vec<&String> = changed.iter().filter(|path| path.ends_with(".html")).collect();
    let own = |page: &&String| page.contains("san-pham-thu") || page.contains("ngoai-tuyen");
    assert!(!pages.is_empty() && pages.iter().all(own), "{pages:?}");
}

#[test]
fn another_program_makes_every_page_anew() {
    let shop = Shop::new();
    shop.build("one program").unwrap();
    let page = shop.out().join("index.html");
    let made_by = |program: &str| {
        // A page that this program would never make, under the manifest of a build that made it.
        let manifest = shop.out().join(".ocop-manifest.json");
        let entry = |bytes: &[u8]| format!("\"size\":{},\"blake3\":\"{}\"", bytes.len(), Digest::of(bytes));
        let (old, new) = (fs::read(&page).unwrap(), b"<p>of a program with a fault</p>".to_vec());
        let text = fs::read_to_string(&manifest).unwrap().replace(&entry(&old), &entry(&new));
        fs::write(&manifest, text).unwrap();
        fs::write(&page, &new).unwrap();
        shop.build(program).unwrap();
        fs::read(&page).unwrap()
    };
    assert_eq!(made_by("another program"), shop.anew()["index.html"]);
}

#[test]
fn what_was_deleted_or_damaged_comes_back() {
    let shop = Shop::new();
    shop.build("one program").unwrap();
    let anew = shop.anew();
    let page = shop.pages().pop().unwrap();
    fs::remove_file(shop.out().join(&page)).unwrap();
    assert_eq!(shop.build("one program").unwrap().written, 1);
    assert!(different(&shop.published(), &anew).is_empty());
    fs::remove_dir_all(shop.out()).unwrap();
    shop.build("one program").unwrap();
    assert!(different(&shop.published(), &anew).is_empty());
}

#[test]
fn a_page_that_somebody_changed_is_refused_although_it_is_known() {
    let shop = Shop::new();
    shop.build("one program").unwrap();
    let page = shop.out().join("index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replacen("<html", "<HTML", 1)).unwrap();
    let store = Arc::new(Store::in_folder(&shop.out().with_file_name("cache")));
    let inputs = Inputs { store, program: Some(Digest::of(b"one program")), ..shop.desk.inputs.clone() };
    let target =
        Target { out: shop.out(), sources: vec![inputs.content.clone()], standby_from: Some(0), packing: None };
    let refused = site::prepare(&inputs).unwrap().publish(&inputs.theme, &target).unwrap_err();
    assert!(refused.to_string().contains("index.html"), "{refused}");
}
