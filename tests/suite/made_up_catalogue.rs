//! The made-up catalogue that speed is measured on is content like any other, and the same each time.

use std::fs;

use camino::Utf8PathBuf;
use ocop::diag::code::Severity;
use ocop::site::{Inputs, check};

use crate::made_up::{Catalogue, Size, TODAY};

fn catalogue(seed: u64) -> Catalogue {
    Catalogue::new(Size { products: 2000, pictures: 1, seed })
}

#[test]
fn the_made_up_catalogue_has_no_errors_and_no_warnings() {
    let folder = tempfile::tempdir().unwrap();
    let content = Utf8PathBuf::from_path_buf(folder.path().join("content")).unwrap();
    let write = |path: &str, bytes: &[u8]| {
        let path = content.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let catalogue = catalogue(7);
    catalogue.files().for_each(|(path, text)| write(&path, text.as_bytes()));
    for (path, _) in catalogue.pictures() {
        let mut jpeg = Vec::new();
        image::DynamicImage::new_rgb8(32, 24)
            .write_to(&mut std::io::Cursor::new(&mut jpeg), image::ImageFormat::Jpeg)
            .unwrap();
        write(&path, &jpeg);
    }
    let theme = Utf8PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default"));
    let checked = check(&Inputs::new(content, theme, TODAY)).unwrap();
    let said: Vec<_> = checked.findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn the_same_seed_makes_the_same_files() {
    let files = |seed| catalogue(seed).files().collect::<Vec<_>>();
    assert_eq!(files(7), files(7));
    assert_ne!(files(7), files(8));
}
