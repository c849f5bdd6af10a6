//! Laws of publishing, with a disk that fails after any number of operations.

#![expect(clippy::disallowed_methods, reason = "tests set up and read files of their own")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use super::*;
use crate::base::out_path::OutPath;
use crate::output::manifest::MANIFEST_NAME;

type Files = BTreeMap<String, String>;

/// A real disk that stops working after a number of operations, in the midst of the last one, like a killed process.
struct DyingDisk {
    left: Cell<usize>,
    exchanges: bool,
}

impl DyingDisk {
    fn after(operations: usize) -> DyingDisk {
        DyingDisk { left: Cell::new(operations), exchanges: true }
    }

    fn step(&self) -> io::Result<()> {
        match self.left.get().checked_sub(1) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(io::Error::other("killed")),
        }
    }

    fn died(&self) -> bool {
        self.left.get() == 0
    }
}

impl Disk for DyingDisk {
    fn create_folder(&self, path: &Utf8Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.create_folder(path))
    }

    fn write_new(&self, path: &Utf8Path, bytes: &[u8]) -> io::Result<()> {
        let last = self.left.get() == 1;
        self.step()?;
        RealDisk.write_new(path, if last { &bytes[..bytes.len() / 2] } else { bytes })
    }

    fn link(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.link(from, to))
    }

    fn rename(&self, from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.rename(from, to))
    }

    fn exchange(&self, left: &Utf8Path, right: &Utf8Path) -> io::Result<()> {
        if !self.exchanges {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.step().and_then(|()| RealDisk.exchange(left, right))
    }

    fn remove_file(&self, path: &Utf8Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove_file(path))
    }

    fn remove_folder(&self, path: &Utf8Path) -> io::Result<()> {
        self.step().and_then(|()| RealDisk.remove_folder(path))
    }

    // Flushing says nothing about a killed process and would make these tests wait for other programs' writes.
    fn flush(&self, _: &Utf8Path) -> io::Result<()> {
        self.step()
    }

    fn flush_names(&self, _: &Utf8Path) -> io::Result<()> {
        self.step()
    }
}

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Bench {
        Bench { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> Utf8PathBuf {
        Utf8Path::from_path(self.folder.path()).unwrap().join(name)
    }

    fn target(&self) -> Target {
        Target { out: self.path("public"), sources: vec![self.path("content")], standby_from: None, packing: None }
    }

    fn publish(&self, tree: &OutputTree) -> Result<Published, Failure> {
        publish_on(&DyingDisk::after(usize::MAX), tree, &self.target())
    }

    /// What readers see, without the manifest.
    fn site(&self) -> Files {
        let mut files = read(&self.path("public"));
        files.remove(MANIFEST_NAME);
        files
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.path("").read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

fn read(root: &Utf8Path) -> Files {
    let files = WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
    files
        .map(|entry| {
            let path = Utf8Path::from_path(entry.path()).unwrap().to_owned();
            (path.strip_prefix(root).unwrap().to_string(), fs::read_to_string(&path).unwrap_or_default())
        })
        .collect()
}

fn tree(files: &[(&str, &str)]) -> OutputTree {
    let mut tree = OutputTree::default();
    for (path, text) in files {
        tree.insert(OutPath::new(*path).unwrap(), text.as_bytes());
    }
    tree
}

fn files(tree: &OutputTree) -> Files {
    tree.iter().map(|(path, bytes)| (path.to_string(), String::from_utf8(bytes.to_vec()).unwrap())).collect()
}

fn old_site() -> OutputTree {
    tree(&[("index.html", "old"), ("a/index.html", "same"), ("b/c/index.html", "going"), ("style.css", "x{}")])
}

fn new_site() -> OutputTree {
    tree(&[("index.html", "new"), ("a/index.html", "same"), ("d/index.html", "coming"), ("style.css", "x{}")])
}

#[test]
fn publish_makes_the_folder_and_its_parents() {
    let bench = Bench::new();
    let target = Target { out: bench.path("deep/down/public"), sources: vec![], standby_from: None, packing: None };
    let published = publish(&old_site(), &target).unwrap();
    assert_eq!((published.files, published.written, published.leftover), (4, 4, false));
    assert_eq!(fs::read_to_string(bench.path("deep/down/public/index.html")).unwrap(), "old");
    assert_eq!(fs::read_dir(bench.path("deep/down")).unwrap().count(), 1);
}

#[test]
fn publish_replaces_the_whole_site_and_leaves_nothing_beside_it() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    let published = bench.publish(&new_site()).unwrap();
    assert_eq!(published.written, 2);
    assert_eq!(bench.site(), files(&new_site()));
    assert_eq!(bench.names(), ["public"]);
}

#[test]
fn unchanged_files_keep_their_inode_and_the_same_site_is_not_written_again() {
    let bench = Bench::new();
    let inode = |path: &str| bench.path(path).metadata().unwrap().ino();
    bench.publish(&old_site()).unwrap();
    let (same, root) = (inode("public/a/index.html"), inode("public"));
    assert_eq!(bench.publish(&old_site()).unwrap().written, 0);
    assert_eq!(inode("public"), root);
    bench.publish(&new_site()).unwrap();
    assert_eq!(inode("public/a/index.html"), same);
}

#[test]
fn readers_get_modes_whatever_the_umask() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    let mode = |path: &str| bench.path(path).metadata().unwrap().permissions().mode() & 0o7777;
    assert_eq!((mode("public"), mode("public/a"), mode("public/a/index.html")), (0o755, 0o755, 0o644));
    fs::set_permissions(bench.path("public/style.css"), fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(bench.publish(&old_site()).unwrap().written, 1);
    assert_eq!(mode("public/style.css"), 0o644);
}

#[test]
fn a_deleted_page_comes_back() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    fs::remove_file(bench.path("public/a/index.html")).unwrap();
    bench.publish(&old_site()).unwrap();
    assert_eq!(bench.site(), files(&old_site()));
}

#[test]
fn killed_after_any_operation_the_site_is_old_or_new_and_the_next_publish_heals() {
    let (old, new) = (old_site(), new_site());
    let mut seen = [false; 2];
    for operations in 0.. {
        let bench = Bench::new();
        bench.publish(&old).unwrap();
        let disk = DyingDisk::after(operations);
        let finished = publish_on(&disk, &new, &bench.target()).is_ok() && !disk.died();
        let site = bench.site();
        assert!(site == files(&old) || site == files(&new), "half a site after {operations} operations: {site:?}");
        seen[usize::from(site == files(&new))] = true;
        bench.publish(&new).unwrap();
        assert_eq!(bench.site(), files(&new));
        assert_eq!(bench.names(), ["public"], "rubbish after {operations} operations");
        if finished {
            break;
        }
    }
    assert_eq!(seen, [true, true]);
}

#[test]
fn a_first_publish_killed_after_any_operation_shows_nothing_or_all() {
    let new = new_site();
    for operations in 0.. {
        let bench = Bench::new();
        let disk = DyingDisk::after(operations);
        let finished = publish_on(&disk, &new, &bench.target()).is_ok() && !disk.died();
        assert!(bench.site().is_empty() || bench.site() == files(&new), "after {operations} operations");
        bench.publish(&new).unwrap();
        assert_eq!((bench.site(), bench.names()), (files(&new), vec!["public".to_owned()]));
        if finished {
            break;
        }
    }
}

#[test]
fn without_exchange_the_old_site_is_never_lost() {
    let (old, new) = (old_site(), new_site());
    for operations in 0.. {
        let bench = Bench::new();
        bench.publish(&old).unwrap();
        let disk = DyingDisk { exchanges: false, ..DyingDisk::after(operations) };
        let finished = publish_on(&disk, &new, &bench.target()).is_ok() && !disk.died();
        if bench.path("public").exists() {
            assert!(bench.site() == files(&old) || bench.site() == files(&new), "after {operations} operations");
        } else {
            let mut aside = read(&bench.path(".public.ocop-work/old"));
            aside.remove(MANIFEST_NAME);
            assert_eq!(aside, files(&old), "after {operations} operations");
        }
        // A publish that is refused for another reason heals as well: here, one of the very same old site.
        bench.publish(&old).unwrap();
        assert_eq!((bench.site(), bench.names()), (files(&old), vec!["public".to_owned()]));
        if finished {
            break;
        }
    }
}

#[test]
fn a_failed_publish_leaves_nothing_staged() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    let clash = tree(&[("a", "file"), ("a/index.html", "page")]);
    assert!(matches!(bench.publish(&clash), Err(Failure::Io { .. })));
    assert_eq!((bench.site(), bench.names()), (files(&old_site()), vec!["public".to_owned()]));
}

#[track_caller]
fn refused(bench: &Bench, expected: &str) {
    let before = read(&bench.path("public"));
    let failure = bench.publish(&new_site()).unwrap_err();
    assert_eq!(format!("{failure:?}").split([' ', '{']).next(), Some(expected), "{failure}");
    assert_eq!(read(&bench.path("public")), before);
    assert!(!bench.path(".public.ocop-work").exists());
}

#[test]
fn files_of_others_are_never_touched() {
    let bench = Bench::new();
    bench.write("public/thesis.txt", "precious");
    refused(&bench, "Foreign");
}

#[test]
fn a_foreign_file_a_changed_page_and_a_link_in_our_site_are_refused_by_name() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    bench.write("public/notes/todo.txt", "mine");
    bench.write("public/a/index.html", "SAME");
    symlink("/etc", bench.path("public/etc")).unwrap();
    refused(&bench, "Foreign");
    let failure = bench.publish(&new_site()).unwrap_err();
    let Failure::Foreign { first, count, .. } = failure else { panic!("{failure}") };
    assert_eq!((first, count), (vec!["a/index.html".into(), "etc".into(), "notes/todo.txt".into()], 3));
}

#[test]
fn a_damaged_manifest_is_refused() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    bench.write("public/.ocop-manifest.json", "{");
    refused(&bench, "BadManifest");
}

#[test]
fn well_known_files_of_others_are_carried_over() {
    let bench = Bench::new();
    bench.publish(&old_site()).unwrap();
    bench.write("public/.well-known/acme-challenge/token", "key");
    bench.publish(&new_site()).unwrap();
    assert_eq!(bench.site().remove(".well-known/acme-challenge/token").as_deref(), Some("key"));
    let claim = tree(&[(".well-known/acme-challenge/token", "ours")]);
    assert!(matches!(bench.publish(&claim), Err(Failure::Foreign { .. })));
}

#[test]
fn an_empty_folder_may_be_published_into() {
    let bench = Bench::new();
    fs::create_dir(bench.path("public")).unwrap();
    bench.publish(&old_site()).unwrap();
    assert_eq!(bench.site(), files(&old_site()));
}

#[test]
fn a_link_to_a_folder_stays_a_link() {
    let bench = Bench::new();
    fs::create_dir(bench.path("real")).unwrap();
    symlink("real", bench.path("public")).unwrap();
    bench.publish(&old_site()).unwrap();
    bench.publish(&new_site()).unwrap();
    assert!(bench.path("public").is_symlink());
    assert_eq!(read(&bench.path("real")).remove("index.html").as_deref(), Some("new"));
}

#[test]
fn dangerous_places_are_refused() {
    let bench = Bench::new();
    bench.write("content/site.yaml", "");
    bench.write("file", "");
    symlink("nowhere", bench.path("dangling")).unwrap();
    symlink("content", bench.path("alias")).unwrap();
    let working = std::env::current_dir().unwrap();
    let working = Utf8Path::from_path(&working).unwrap();
    let cases = [
        (bench.path("content"), "Overlaps"),
        (bench.path("content/public"), "Overlaps"),
        (bench.path("alias/x"), "Overlaps"),
        (bench.path(""), "Overlaps"),
        (working.to_owned(), "HoldsWorkingFolder"),
        ("/".into(), "NoName"),
        (bench.path("missing/.."), "NoName"),
        (bench.path("file"), "NotAFolder"),
        (bench.path("file/below"), "NotAFolder"),
        (bench.path("dangling"), "BrokenLink"),
        ("/dev/shm/../../proc".into(), "MountPoint"),
    ];
    let cases = cases.map(|(out, expected)| (out, vec![bench.path("content")], expected));
    // The folder above the checkout may hold the bench too, so this one has no sources.
    let above = (working.parent().unwrap().to_owned(), Vec::new(), "HoldsWorkingFolder");
    for (out, sources, expected) in cases.into_iter().chain([above]) {
        let target = Target { out: out.clone(), sources, standby_from: None, packing: None };
        let failure = publish(&old_site(), &target).unwrap_err().downcast::<Failure>().unwrap();
        assert_eq!(format!("{failure:?}").split([' ', '{']).next(), Some(expected), "{out}: {failure}");
    }
}

#[test]
fn a_second_publisher_is_turned_away_and_a_dead_one_is_not_waited_for() {
    let bench = Bench::new();
    let (target, disk) = (bench.target(), DyingDisk::after(usize::MAX));
    let place = place::find(&target).unwrap();
    let first = Work::begin(&disk, &place, &target.out).unwrap();
    assert!(matches!(bench.publish(&old_site()), Err(Failure::Busy { .. })));
    drop(first);
    fs::create_dir(bench.path(".public.ocop-work")).unwrap();
    bench.publish(&old_site()).unwrap();
}

/// A bench whose former sites wait, with a second site published, so that the first one waits.
fn waiting(first: &OutputTree, second: &OutputTree) -> Bench {
    let bench = Bench::new();
    bench.publish_keeping(first).unwrap();
    bench.publish_keeping(second).unwrap();
    assert!(bench.path(".public.ocop-cache/site").is_dir(), "the former site waits");
    bench
}

impl Bench {
    fn publish_keeping(&self, tree: &OutputTree) -> Result<Published, Failure> {
        self.publish_on_keeping(&DyingDisk::after(usize::MAX), tree)
    }

    fn publish_on_keeping(&self, disk: &DyingDisk, tree: &OutputTree) -> Result<Published, Failure> {
        publish_on(disk, tree, &Target { standby_from: Some(0), ..self.target() })
    }
}

/// Twenty pages; those from `changed` on say something else for another `text`.
fn pages(changed: usize, text: &str) -> OutputTree {
    let pages = (0..20).map(|at| (format!("p{at}/index.html"), if at < changed { "same" } else { text }));
    let pages: Vec<(String, &str)> = pages.collect();
    tree(&pages.iter().map(|(path, text)| (path.as_str(), *text)).collect::<Vec<_>>())
}

#[test]
fn a_site_that_waited_becomes_the_next_one_by_what_differs_alone() {
    let bench = waiting(&pages(19, "one"), &pages(19, "two"));
    let disk = DyingDisk::after(1_000);
    assert_eq!(bench.publish_on_keeping(&disk, &pages(19, "three")).unwrap().written, 1);
    assert_eq!(bench.site(), files(&pages(19, "three")));
    let operations = 1_000 - disk.left.get();
    assert!(operations < 20, "{operations} operations for one page of twenty");
}

#[test]
fn killed_with_a_site_that_waits_the_published_one_is_old_or_new_and_the_next_publish_heals() {
    let next = tree(&[("index.html", "next"), ("a", "a file where a folder was"), ("d/index.html/x.html", "a folder")]);
    for operations in 0.. {
        let bench = waiting(&old_site(), &old_site_with_another_page());
        let before = bench.site();
        let disk = DyingDisk::after(operations);
        let finished = bench.publish_on_keeping(&disk, &next).is_ok() && !disk.died();
        assert!(bench.site() == before || bench.site() == files(&next), "half a site after {operations} operations");
        bench.publish_keeping(&next).unwrap();
        assert_eq!(bench.site(), files(&next), "after {operations} operations");
        if finished {
            break;
        }
    }
}

fn old_site_with_another_page() -> OutputTree {
    let mut files = files(&old_site());
    files.insert("d/index.html".to_owned(), "more".to_owned());
    tree(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

#[test]
fn what_was_done_to_a_site_that_waits_is_not_published() {
    let bench = waiting(&pages(19, "one"), &pages(19, "two"));
    let path = |name: &str| bench.path(".public.ocop-cache/site").join(name);
    fs::remove_file(path("p1/index.html")).unwrap();
    fs::write(path("p1/index.html"), "forged").unwrap();
    fs::write(path("p2/foreign.html"), "foreign").unwrap();
    fs::remove_dir_all(path("p3")).unwrap();
    symlink("/", path("p4/link")).unwrap();
    bench.publish_keeping(&pages(19, "three")).unwrap();
    assert_eq!(bench.site(), files(&pages(19, "three")));
}

#[test]
fn a_site_that_shares_little_with_the_next_does_not_wait() {
    let bench = Bench::new();
    bench.publish_keeping(&pages(0, "one")).unwrap();
    bench.publish_keeping(&pages(0, "two")).unwrap();
    assert_eq!(bench.names(), ["public"]);
}

fn any_tree() -> impl proptest::strategy::Strategy<Value = OutputTree> {
    use proptest::prelude::*;
    // Names that are a file in one site and a folder in another.
    let path = prop::sample::select(vec!["a", "a/b", "a/b/c", "d/index.html", "d/e/index.html", "d/e", "f", "d"]);
    prop::collection::btree_map(path, 0..3u8, 0..6).prop_map(|wanted| {
        let is_below = |path: &str, other: &str| path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
        let clear = wanted.iter().filter(|(path, _)| !wanted.keys().any(|other| is_below(other, path)));
        let files: Vec<(&str, String)> = clear.map(|(path, text)| (*path, text.to_string())).collect();
        tree(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>())
    })
}

proptest::proptest! {
    #[test]
    fn with_sites_that_wait_each_publish_gives_its_own_site(
        trees in proptest::collection::vec(any_tree(), 1..8)
    ) {
        let bench = Bench::new();
        for tree in trees {
            bench.publish_keeping(&tree).unwrap();
            proptest::prop_assert_eq!(bench.site(), files(&tree));
        }
    }
}
