//! Laws of compressed neighbours, on real folders.

#![expect(clippy::disallowed_methods, reason = "tests set up and read files of their own")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use super::*;
use crate::base::digest::Digest;
use crate::output::failure::Failure;
use crate::output::manifest::{MANIFEST_NAME, Manifest};
use crate::output::publish::{Published, Target, publish_made};
use crate::output::stamps::Stamps;

const FAST: Packing = Packing { effort: Effort::Fast, earlier: Earlier::Kept };
const BEST: Packing = Packing { effort: Effort::Best, ..FAST };
const ANEW: Packing = Packing { earlier: Earlier::MadeAnew, ..FAST };

type Files = BTreeMap<String, Vec<u8>>;

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Bench {
        Bench { folder: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> Utf8PathBuf {
        Utf8Path::from_path(self.folder.path()).unwrap().join("public")
    }

    fn try_publish(&self, files: &[(&str, Vec<u8>)], packing: Option<Packing>) -> anyhow::Result<Published> {
        let target = Target { out: self.out(), sources: Vec::new(), standby_from: None, packing };
        let make = |_: &Former, give: &SyncSender<Handed>| {
            for (path, bytes) in files {
                give.send((OutPath::new(*path).unwrap(), bytes.clone()).into())
                    .context("the files are taken no more")?;
            }
            Ok(())
        };
        publish_made(&target, &Stamps::default(), make).map(|((), published, _)| published)
    }

    #[track_caller]
    fn publish(&self, files: &[(&str, Vec<u8>)], packing: Option<Packing>) -> Published {
        self.try_publish(files, packing).unwrap()
    }

    /// Everything that lies there, the manifest too.
    fn files(&self) -> Files {
        let entries = WalkDir::new(self.out()).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let name = entry.path().strip_prefix(self.out()).unwrap().to_str().unwrap().to_owned();
            (name, fs::read(entry.path()).unwrap())
        });
        files.collect()
    }

    fn names(&self) -> Vec<String> {
        self.files().into_keys().filter(|name| name != MANIFEST_NAME).collect()
    }

    /// Puts other bytes where a file lies, and has the manifest say that they are ours.
    fn forge(&self, name: &str, bytes: &[u8]) {
        let (path, list) = (self.out().join(name), self.out().join(MANIFEST_NAME));
        let mut manifest = Manifest::parse(&fs::read(&list).unwrap()).unwrap();
        manifest.files.insert(name.to_owned(), Entry::of(bytes));
        fs::write(path, bytes).unwrap();
        fs::write(list, manifest.to_json()).unwrap();
    }
}

/// Words enough to be compressed, another text for each `seed`.
fn text(seed: u32) -> Vec<u8> {
    (0..200).map(|at| format!("câu thứ {} ", (at * 7 + seed) % 90)).collect::<String>().into_bytes()
}

/// Bytes without a pattern.
fn noise() -> Vec<u8> {
    (0..64u8).flat_map(|at| *Digest::of(&[at]).bytes()).collect()
}

/// What a whole build from nothing would leave.
fn cold(files: &[(&str, Vec<u8>)], packing: Option<Packing>) -> Files {
    let bench = Bench::new();
    bench.publish(files, packing);
    bench.files()
}

#[test]
fn neighbours_hold_the_bytes_of_their_file() {
    let bench = Bench::new();
    bench.publish(&[("a/index.html", text(1)), ("site.js", text(2))], Some(FAST));
    let files = bench.files();
    for name in ["a/index.html", "site.js"] {
        let (mut plain, mut other) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(&files[&format!("{name}{BROTLI}")][..], 4096).read_to_end(&mut plain).unwrap();
        flate2::read::GzDecoder::new(&files[&format!("{name}{GZIP}")][..]).read_to_end(&mut other).unwrap();
        assert!(plain == files[name] && other == files[name], "{name}");
    }
    let manifest = Manifest::parse(&files[MANIFEST_NAME]).unwrap();
    assert_eq!(manifest.files.len(), 6, "neighbours are listed");
}

#[test]
fn files_that_do_not_gain_have_no_neighbours() {
    let bench = Bench::new();
    let short = text(1)[..MIN_BYTES - 1].to_vec();
    let files = [
        ("anh.png", text(1)),
        ("chu.woff2", text(1)),
        ("goi.bin", text(1)),
        ("khong-duoi", text(1)),
        ("ngan.html", short),
        ("roi.txt", noise()),
    ];
    bench.publish(&files, Some(FAST));
    assert_eq!(bench.names(), files.map(|(name, _)| name));
}

#[test]
fn a_site_over_another_is_the_site_from_nothing() {
    let bench = Bench::new();
    let first = [("a.html", text(1)), ("b.html", text(2)), ("c.js", text(3)), ("d.csv", noise())];
    let second = [("a.html", text(1)), ("b.html", text(20)), ("c.js", noise()), ("e.txt", text(5))];
    let third = [("a.html", b"x".to_vec())];
    for files in [&first[..], &second, &first, &third, &first] {
        for packing in [Some(FAST), Some(FAST), Some(BEST), None, None, Some(ANEW)] {
            bench.publish(files, packing);
            assert!(bench.files() == cold(files, packing), "{:?} {packing:?}", bench.names());
        }
    }
}

#[test]
fn without_the_option_neighbours_vanish() {
    let bench = Bench::new();
    bench.publish(&[("a.html", text(1))], Some(FAST));
    assert_eq!(bench.names(), ["a.html", "a.html.br", "a.html.gz"]);
    bench.publish(&[("a.html", text(1))], None);
    assert_eq!(bench.names(), ["a.html"]);
}

#[test]
fn nothing_is_written_when_nothing_changed() {
    let bench = Bench::new();
    let files = [("a.html", text(1)), ("b.txt", noise())];
    assert_eq!(bench.publish(&files, Some(FAST)).written, 4);
    assert_eq!(bench.publish(&files, Some(FAST)).written, 0);
}

#[test]
fn an_unchanged_file_is_not_compressed_again() {
    let bench = Bench::new();
    let files = [("a.html", text(1)), ("b.html", text(2))];
    bench.publish(&files, Some(FAST));
    // Bytes that no compressor gave show whether one was asked.
    bench.forge("a.html.br", b"made before");
    bench.publish(&[files[0].clone(), ("b.html", text(3))], Some(FAST));
    assert_eq!(bench.files()["a.html.br"], b"made before");
    for other in [ANEW, BEST] {
        bench.forge("a.html.br", b"made before");
        bench.publish(&files, Some(other));
        assert_ne!(bench.files()["a.html.br"], b"made before", "{other:?}");
    }
}

#[test]
fn a_missing_neighbour_is_made_again() {
    let bench = Bench::new();
    let files = [("a.html", text(1))];
    bench.publish(&files, Some(FAST));
    fs::remove_file(bench.out().join("a.html.br")).unwrap();
    bench.publish(&files, Some(FAST));
    assert!(bench.files() == cold(&files, Some(FAST)));
}

#[test]
fn a_neighbour_of_someone_else_is_refused() {
    let bench = Bench::new();
    bench.publish(&[("a.html", text(1))], None);
    fs::write(bench.out().join("a.html.br"), "precious").unwrap();
    let error = bench.try_publish(&[("a.html", text(1))], Some(FAST)).unwrap_err();
    assert!(matches!(error.downcast(), Ok(Failure::Foreign { count: 1, .. })));
    assert_eq!(bench.files()["a.html.br"], b"precious");
}

#[test]
fn a_maker_that_fails_leaves_the_former_site() {
    let bench = Bench::new();
    bench.publish(&[("a.html", text(1))], Some(FAST));
    let before = bench.files();
    let target = Target { out: bench.out(), sources: Vec::new(), standby_from: None, packing: Some(FAST) };
    let make = |_: &Former, give: &SyncSender<Handed>| {
        for at in 0..200 {
            give.send((OutPath::new(format!("{at}.html")).unwrap(), text(at)).into())?;
        }
        anyhow::bail!("a fault of the theme")
    };
    let ended = publish_made::<()>(&target, &Stamps::default(), make);
    assert_eq!(ended.unwrap_err().to_string(), "a fault of the theme");
    assert!(bench.files() == before);
}

/// What the compressors give for one text. When an upgrade changes it, `RULES` goes up, so that no site keeps neighbours
/// that a build from nothing would not make; then the digests here change too.
#[test]
fn the_rules_number_stands_for_these_bytes() {
    let digest = |bytes: Vec<u8>| Digest::of(&bytes).short(16);
    let given = [brotli(&text(1), 5), brotli(&text(1), 11), gzip(&text(1))].map(digest);
    assert_eq!((RULES, given), (1, ["fd6edb6ca1758a41", "b30f3b5557d5c897", "b5d580a88c7801b9"].map(str::to_owned)));
}
