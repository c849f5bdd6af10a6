//! The search: one table of words for both implementations, relevance with floors, counts against brute force.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io::Read as _};

use ocop::search::words::words;
use ocop::search::{Corpus, Document, build};
use ocop::site::{self, Inputs};

#[path = "../../examples/corpus/index.rs"]
mod index;
#[path = "../../examples/corpus/row.rs"]
mod row;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a script of the project; what it says is shown when it fails.
#[track_caller]
fn node(script: &str, arguments: &[&Path]) {
    let output = Command::new("node").arg(root().join(script)).args(arguments).output().expect("the tests need node");
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{script}\n{}{}", said(&output.stdout), said(&output.stderr));
}

/// A synthetic corpus of this size and its index in a folder.
fn indexed(size: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let (flag, number) = (Path::new("--n"), Path::new(size));
    node("benches/search/corpus.mjs", &[flag, number, Path::new("--no-html"), Path::new("--out"), path]);
    let docs = path.join(size).join("docs.json");
    let rows: Vec<row::Row> = serde_json::from_slice(&fs::read(&docs).unwrap()).unwrap();
    for (file, bytes) in build(&index::corpus(&rows)) {
        let file = path.join(file.as_str());
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    (folder, docs)
}

#[test]
fn both_languages_read_every_syllable_alike() {
    let table = fs::read(root().join("tests/search/words.json")).unwrap();
    let table: Vec<(String, Vec<(String, String)>)> = serde_json::from_slice(&table).unwrap();
    for (text, expected) in table {
        let found: Vec<(String, String)> = words(&text).into_iter().map(|word| (word.fold, word.exact)).collect();
        assert_eq!(found, expected, "{text}");
    }
    node("tests/search/words.mjs", &[]);
}

#[test]
fn every_class_of_queries_finds_what_it_should() {
    for size in ["33", "500"] {
        let (folder, docs) = indexed(size);
        let queries = root().join(format!("benches/search/queries/{size}.dev.json"));
        let floors = root().join("benches/search/floors.json");
        node("benches/search/run.mjs", &[folder.path(), &queries, &docs, Path::new("--floors"), &floors]);
        let fresh = folder.path().join("fresh.json");
        node("benches/search/fresh.mjs", &[&docs, &fresh]);
        node("benches/search/run.mjs", &[folder.path(), &fresh, &docs, Path::new("--floors"), &floors]);
    }
}

/// What people type for what there really is.
#[test]
fn the_real_catalogue_is_found_by_what_people_type() {
    let content = camino::Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    let inputs = Inputs::new(content.join("content"), content.join("themes/default"), jiff::civil::date(2026, 11, 22));
    let tree = site::build(&inputs).unwrap().tree.expect("the content has no errors");
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in tree.iter().filter(|(path, _)| path.as_str().starts_with("search/")) {
        let path = folder.path().join(path.as_str());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let queries = root().join("benches/search/queries/real.dev.json");
    let floors = root().join("benches/search/floors.real.json");
    node("benches/search/run.mjs", &[folder.path(), &queries, Path::new("--floors"), &floors]);
}

#[test]
fn counts_and_filters_are_right_under_every_combination() {
    let (folder, docs) = indexed("500");
    node("benches/search/facets.mjs", &[folder.path(), &docs, Path::new("--rounds"), Path::new("60")]);
}

fn named(name: &str, bare: bool) -> Document {
    let slug = ocop::base::text::slug(name);
    Document { slug, name: name.to_owned(), producer: "HTX Thử".to_owned(), bare, ..Document::default() }
}

#[test]
fn the_same_products_in_any_order_give_the_same_bytes() {
    let names = ["Nước mắm A", "Nước mắm B", "Mâm mây", "Mắm tôm", "Bánh đa"];
    let corpus = |names: Vec<&str>| Corpus {
        documents: names.into_iter().map(|name| named(name, false)).collect(),
        ..Corpus::default()
    };
    let there = corpus(names.to_vec());
    let back = corpus(names.iter().rev().copied().collect());
    assert_eq!(build(&there), build(&back));
}

#[test]
fn spirits_are_never_suggested() {
    let spirits = (0..9).map(|at| named(&format!("Rượu gạo số {at}"), true));
    let others = (0..9).map(|at| named(&format!("Bánh đa số {at}"), false));
    let files = build(&Corpus { documents: spirits.chain(others).collect(), ..Corpus::default() });
    let (_, packed) = files.iter().find(|(path, _)| path.as_str().starts_with("search/q-")).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut text).unwrap();
    assert!(text.contains("Bánh đa số") && !text.contains("Rượu"), "{text}");
}
