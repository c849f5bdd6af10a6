//! Pictures from the content folder to the published one. All of them are drawn here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use camino::Utf8PathBuf;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use ocop::base::out_path::OutPath;
use ocop::site::session::{Changes, Session};
use ocop::site::{self, Inputs};

use crate::program::{Bench, files};

const BUILD: &str = "build --date 2026-11-22";
const PRODUCT: &str = "content/products/san-pham-thu/index.md";
const PAGE: &str = "public/san-pham/san-pham-thu/index.html";

/// Colours that run into each other, as a JPEG that says where it was taken.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let part = |at: u32, of: u32| u8::try_from(at * 255 / of).unwrap();
        Rgb([part(x, width), part(y, height), 90])
    });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(b"MM\0*\0\0\0\x08\0\0\0\0\0\0GPS-THU-NGHIEM".to_vec()).unwrap();
    encoder.write_image(&image, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The base catalogue with two pictures beside its product.
fn bench() -> Bench {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "share_pictures: false\npublisher:");
    let pictures = "pictures:\n\
                    \x20 - { file: ngang.jpg, alt: Dải màu ngang, credit: Nhóm Thử nghiệm }\n\
                    \x20 - { file: dung.jpg, alt: Dải màu dọc, credit: Nhóm Thử nghiệm }\n";
    bench.edit(PRODUCT, "sources:", &format!("{pictures}sources:"));
    bench.write("content/products/san-pham-thu/ngang.jpg", photograph(800, 600));
    bench.write("content/products/san-pham-thu/dung.jpg", photograph(300, 400));
    bench
}

/// The values of an attribute, as they stand in minified HTML.
fn attributes<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let value = |rest: &'h str| match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap(),
        None => rest.split([' ', '>']).next().unwrap(),
    };
    html.split(&format!(" {name}=")).skip(1).map(value).collect()
}

#[test]
fn pages_name_files_that_are_there_and_every_file_is_named() {
    let bench = bench();
    bench.run(BUILD).ends(0);
    let page = bench.read(PAGE);
    let sets = attributes(&page, "srcset");
    assert_eq!(sets.len(), 2, "{page}");
    let widths = |set: &str| set.split(", ").map(|one| one.rsplit(' ').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!([widths(sets[0]), widths(sets[1])], [vec!["360w", "720w", "800w"], vec!["300w"]]);
    let urls = sets.iter().flat_map(|set| set.split(", ")).map(|one| one.split(' ').next().unwrap());
    let named: BTreeSet<&str> = urls.chain(attributes(&page, "src")).filter(|url| url.starts_with("/anh/")).collect();
    let all = files(&bench.path("public"));
    let made = all.keys().map(|path| format!("/{}", path.display())).filter(|path| path.starts_with("/anh/"));
    assert_eq!(named.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), made.collect::<BTreeSet<_>>());
    for (path, bytes) in all.iter().filter(|(path, _)| path.starts_with("anh")) {
        assert!(!bytes.windows(4).any(|part| part == b"GPS-" || part == b"Exif"), "{}", path.display());
    }
}

#[test]
fn only_the_first_picture_is_fetched_before_it_is_seen_and_each_has_its_size_and_colour() {
    let bench = bench();
    bench.run(BUILD).ends(0);
    let page = bench.read(PAGE);
    let pictures: Vec<&str> = page.split("<img ").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
    assert_eq!(pictures.len(), 2);
    assert!(pictures[0].contains("width=704") && pictures[0].contains("height=528"), "{}", pictures[0]);
    assert!(pictures[1].contains("width=300") && pictures[1].contains("height=400"), "{}", pictures[1]);
    let lazy: Vec<bool> = pictures.iter().map(|picture| picture.contains("loading=lazy")).collect();
    assert_eq!(lazy, [false, true]);
    let sizes = "sizes=\"(min-width:736px) 704px,calc(100vw - 2rem)\"";
    assert!(page.contains(sizes) && !page.contains(" style="), "the policy forbids style attributes: {page}");
}

#[test]
fn the_bytes_depend_on_neither_threads_nor_cache() {
    let bench = bench();
    bench.run(&format!("{BUILD} --out first --jobs 1")).ends(0);
    bench.run(&format!("{BUILD} --out second --jobs 8 --no-cache")).ends(0);
    let first = files(&bench.path("first"));
    assert!(first == files(&bench.path("second")));
    let again = bench.run(&format!("{BUILD} --out first")).ends(0);
    assert!(again.stderr.ends_with("ghi mới 0\n"), "{}", again.stderr);
}

#[test]
fn names_change_with_the_picture() {
    let bench = bench();
    let names = |bench: &Bench| -> BTreeSet<_> {
        bench.run(BUILD).ends(0);
        files(&bench.path("public/anh")).into_keys().collect()
    };
    let before = names(&bench);
    bench.write("content/products/san-pham-thu/dung.jpg", photograph(300, 410));
    let after = names(&bench);
    let of = |all: &BTreeSet<PathBuf>, stem: &str| -> Vec<PathBuf> {
        all.iter().filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(stem)).cloned().collect()
    };
    assert_eq!(of(&before, "ngang."), of(&after, "ngang."));
    assert!(of(&before, "dung.").iter().all(|name| !after.contains(name)));
}

#[test]
fn a_picture_that_is_broken_inside_is_told_where_it_is_named_and_nothing_is_published() {
    let bench = bench();
    bench.run(BUILD).ends(0);
    let before = files(&bench.path("public"));
    let mut bytes = Vec::new();
    let image = RgbImage::from_pixel(40, 40, Rgb([9, 99, 199]));
    image::codecs::png::PngEncoder::new(&mut bytes).write_image(&image, 40, 40, ExtendedColorType::Rgb8).unwrap();
    let data = bytes.windows(4).position(|part| part == b"IDAT").unwrap();
    bytes[data + 4..data + 20].fill(0xff);
    bench.write("content/products/san-pham-thu/dung.png", bytes);
    bench.edit(PRODUCT, "file: dung.jpg", "file: dung.png");
    // Whole by its head and its end; only decoding tells.
    bench.run("check --date 2026-11-22").ends(0);
    let ran = bench.run(BUILD).ends(1);
    let line = 1 + bench.read(PRODUCT).lines().position(|line| line.contains("dung.png")).unwrap();
    let place = format!("{PRODUCT}:{line}:");
    assert!(ran.stderr.contains(&place) && ran.stderr.contains("error[bad-picture]"), "{}", ran.stderr);
    assert!(ran.stderr.contains("`public` giữ nguyên"), "{}", ran.stderr);
    assert!(files(&bench.path("public")) == before);
}

#[test]
fn a_file_made_on_request_is_the_file_that_a_build_writes() {
    let bench = bench();
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let utf8 = |path: PathBuf| Utf8PathBuf::from_path_buf(path).unwrap();
    let inputs = Inputs::new(utf8(bench.path("content")), utf8(theme), jiff::civil::date(2026, 11, 22));
    let tree = site::build(&inputs).unwrap().tree.unwrap();
    let site = Session::default().look(&inputs, &Changes::everything()).unwrap().site.unwrap();
    let of_product = |path: &OutPath| path.as_str().starts_with("anh/") || path.as_str().contains("san-pham-thu");
    let (mut pictures, mut pages) = (0, 0);
    for (path, bytes) in tree.iter().filter(|(path, _)| of_product(path)) {
        assert!(site.file(path).unwrap().unwrap() == *bytes, "{path}");
        if path.as_str().starts_with("anh/") { pictures += 1 } else { pages += 1 }
    }
    assert!(pictures == 6 && pages > 1, "{pictures} {pages}");
    assert!(site.file(&OutPath::new("anh/products/san-pham-thu/ngang.jpg").unwrap()).is_none());
}

#[test]
fn servers_are_told_to_keep_pictures_where_there_are_some() {
    let bench = bench();
    bench.run(BUILD).ends(0);
    let headers = bench.read("public/_headers");
    assert!(headers.contains("\n/anh/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
    let without = Bench::new();
    without.run(BUILD).ends(0);
    assert!(!without.read("public/_headers").contains("/anh/"));
}
