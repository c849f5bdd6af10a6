//! The law of the preview: after any series of edits it shows, file by file, what a build from nothing would write.

use std::collections::BTreeSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use ocop::base::out_path::OutPath;
use ocop::site::session::{Changes, Session};
use ocop::site::{self, Inputs};
use proptest::prelude::*;

use crate::made_up::TODAY;
use crate::spec;

const PRODUCT: &str = "products/san-pham-thu/index.md";
const PRODUCER: &str = "producers/chu-the-thu/index.md";

/// A shop and a workshop that name the product, which other products may push to another place.
const SHOP: (&str, &str) = (
    "points-of-sale/cho-thu/index.md",
    "---\nname: Chợ thử\ntype: market\nplace:\n  unit: thu-mot-cu\nstocks:\n  products: [san-pham-thu]\n  source: bao-thu\nsources: bao-thu\n---\n",
);
const WORKSHOP: (&str, &str) = (
    "producers/xuong-thu/index.md",
    "---\nname: Xưởng thử\nplace:\n  unit: thu-mot-cu\nsells_on_site:\n  products: [san-pham-thu]\n  source: bao-thu\nsources: bao-thu\n---\n",
);

/// Something that a person, an editor or git does to the folders.
#[derive(Debug, Clone)]
pub enum Edit {
    /// A sentence at the end of a file.
    Write(&'static str, u8),
    /// A name, which other pages print.
    Rename(&'static str, u8),
    /// A second product beside the first.
    Add(u8),
    Remove(u8),
    /// A whole folder under another name.
    Move(u8, u8),
    /// A mistake in a file, or its mending.
    Break(&'static str),
    /// What an editor leaves beside a file.
    Swap(&'static str),
    Theme(u8),
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let file = || prop::sample::select(vec![PRODUCT, PRODUCER, "site.yaml", "sources/bao-thu.yaml"]);
    let story = prop::sample::select(vec![PRODUCT, PRODUCER]);
    prop_oneof![
        (story, any::<u8>()).prop_map(|(path, n)| Edit::Write(path, n)),
        (prop::sample::select(vec![PRODUCT, PRODUCER]), any::<u8>()).prop_map(|(path, n)| Edit::Rename(path, n)),
        (0..3u8).prop_map(Edit::Add),
        (0..3u8).prop_map(Edit::Remove),
        (0..3u8, 0..3u8).prop_map(|(from, to)| Edit::Move(from, to)),
        file().prop_map(Edit::Break),
        file().prop_map(Edit::Swap),
        any::<u8>().prop_map(Edit::Theme),
    ]
}

/// Folders of content and theme to edit.
pub struct Desk {
    _folder: tempfile::TempDir,
    pub inputs: Inputs,
}

impl Desk {
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        let (content, theme) = (root.join("content"), root.join("theme"));
        for (path, mut text) in spec::base() {
            if path == "site.yaml" {
                // Pictures for sharing are most of a small build; that they are made alike on request is held elsewhere.
                text.extend_from_slice(b"share_pictures: false\n");
            }
            put(&content.join(path), &text);
        }
        for (path, text) in [SHOP, WORKSHOP] {
            put(&content.join(path), text.as_bytes());
        }
        let ours = Utf8Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default"));
        for (path, bytes) in ocop::source::scan::read_tree(ours).unwrap() {
            put(&theme.join(path), &bytes);
        }
        let inputs = Inputs::new(content, theme, TODAY);
        Desk { _folder: folder, inputs }
    }

    /// Does the edit, and says what the system would tell of it.
    pub fn edit(&self, edit: &Edit) -> Changes {
        let content = &self.inputs.content;
        let (mut changed, mut theme) = (BTreeSet::new(), false);
        // Some stand before the first product in the order of ids, some after it.
        let more = |number: u8| format!("products/{}-thu", ["bot", "rau", "xoi"][usize::from(number)]);
        match edit {
            Edit::Write(path, n) => {
                let text = format!("{}\nThêm câu {n}.\n", read(&content.join(path)));
                put(&content.join(path), text.as_bytes());
                changed.insert(Utf8PathBuf::from(path));
            }
            Edit::Rename(path, n) => {
                let text = read(&content.join(path));
                let line = text.lines().find(|line| line.starts_with("name: ")).unwrap().to_owned();
                put(&content.join(path), text.replacen(&line, &format!("name: Tên {n}"), 1).as_bytes());
                changed.insert(Utf8PathBuf::from(path));
            }
            Edit::Add(n) => {
                let text = read(&content.join(PRODUCT)).replace("code: TH01\n", "");
                put(&content.join(more(*n)).join("index.md"), text.as_bytes());
                changed.insert(Utf8PathBuf::from(more(*n)));
            }
            Edit::Remove(n) => {
                let _ = fs::remove_dir_all(content.join(more(*n)));
                changed.insert(Utf8PathBuf::from(more(*n)));
            }
            Edit::Move(from, to) => {
                let _ = fs::rename(content.join(more(*from)), content.join(more(*to)));
                changed.extend([more(*from).into(), more(*to).into()]);
            }
            Edit::Break(path) => {
                let text = read(&content.join(path));
                let broken = text.replacen("sources:", "suorces:", 1).replacen("publisher:", "publsher:", 1);
                let mended = text.replacen("suorces:", "sources:", 1).replacen("publsher:", "publisher:", 1);
                put(&content.join(path), if mended == text { broken } else { mended }.as_bytes());
                changed.insert(Utf8PathBuf::from(path));
            }
            Edit::Swap(path) => {
                let path = Utf8Path::new(path).with_file_name(".swap");
                put(&content.join(&path), b"half");
                changed.insert(path);
            }
            Edit::Theme(n) => {
                let path = self.inputs.theme.join("styles/site.css");
                put(&path, format!("{}\n.n{n}{{margin:0}}\n", read(&path)).as_bytes());
                theme = true;
            }
        }
        Changes { content: changed, theme }
    }
}

fn put(path: &Utf8Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn read(path: &Utf8Path) -> String {
    fs::read_to_string(path).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn a_look_shows_what_a_build_from_nothing_writes(edits in proptest::collection::vec(edit(), 1..7)) {
        let desk = Desk::new();
        let mut session = Session::default();
        session.look(&desk.inputs, &Changes::default()).unwrap();
        for edit in &edits {
            let changes = desk.edit(edit);
            let look = session.look(&desk.inputs, &changes).unwrap();
            let built = site::build(&desk.inputs).unwrap();
            prop_assert_eq!(&look.findings, &built.findings);
            prop_assert_eq!(look.site.is_some(), built.tree.is_some());
            let (Some(site), Some(tree)) = (look.site, built.tree) else { continue };
            for (path, bytes) in tree.iter() {
                prop_assert!(site.file(path).unwrap().unwrap() == *bytes, "{} after {:?}", path, edit);
            }
            let gone = OutPath::new("san-pham/khong-co/index.html").unwrap();
            prop_assert!(site.file(&gone).is_none());
        }
    }
}
