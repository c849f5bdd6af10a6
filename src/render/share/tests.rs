//! What pictures for sharing may say, and that pages name them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc;

use super::*;
use crate::base::text::fold;
use crate::render::tests::{made_up_with, site};

const MILD: (&str, &str) = (
    "products/ruou-nhe/index.md",
    "---\nname: Rượu nhẹ thử\nproducer: chu-the-thu\nabv: 12\ncategory:\n  group: do-uong\n  subgroup: 15\n  scheme: qd-148-2023\n\
     recognitions:\n  - stars: 4\n    date: 2024-11-01\n    awarded_by: UBND tỉnh Thử\n    source: bao-thu\nsources: bao-thu\n---\n",
);

/// Calls `see` with a studio of the made-up catalogue.
fn with_studio(more: &[(&str, &str)], see: impl FnOnce(&Studio<'_>)) {
    see(&Studio::new(made_up_with(more).inputs()));
}

fn subject(studio: &Studio<'_>, slug: &str) -> Subject {
    let catalogue = studio.inputs.catalogue;
    let entry = catalogue.entries().into_iter().find(|entry| catalogue.slug(*entry) == slug);
    Subject::Entry(entry.unwrap())
}

/// The stars of a product's picture, and all its words.
fn shown(studio: &Studio<'_>, slug: &str) -> (usize, String) {
    let view = studio.laid_out(&studio.said(subject(studio, slug)).unwrap());
    let state = view.state.unwrap();
    let lines = [view.name, view.about, state.words, view.notice].concat();
    (state.stars.len(), lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("|"))
}

#[test]
fn stars_stand_only_with_their_end() {
    with_studio(&[], |studio| {
        let (stars, words) = shown(studio, "san-pham-thu");
        assert!(stars > 0 && words.contains("sao · Hiệu lực đến 15/10/2027"), "{words}");
        assert_eq!(shown(studio, "cu-thu").0, 0);
        assert!(shown(studio, "cu-thu").1.contains("Từng đạt 3 sao · Hết hạn từ 01/2023"));
        assert_eq!(shown(studio, "y-tuong-thu").0, 0);
        assert!(shown(studio, "y-tuong-thu").1.contains("Ý tưởng 2024, chưa công nhận"));
    });
}

#[test]
fn spirits_have_no_picture_and_mild_drinks_carry_the_warning() {
    with_studio(&[MILD], |studio| {
        let spirit = subject(studio, "ruou-thu");
        assert!(!studio.subjects().contains(&spirit));
        let words = fold(&shown(studio, "ruou-nhe").1);
        assert!(words.contains("18 tuoi") && words.contains("ruou"), "{words}");
    });
}

#[test]
fn everything_stays_on_the_picture() {
    let long = MILD.1.replace("Rượu nhẹ thử", &"Tên rất dài của một thứ rượu nhẹ ".repeat(6));
    with_studio(&[(MILD.0, &long)], |studio| {
        let view = studio.laid_out(&studio.said(subject(studio, "ruou-nhe")).unwrap());
        let first = view.notice[0].y;
        assert!(view.state.unwrap().words.iter().all(|line| line.y + NOTICE_SIZE <= first));
        assert!(view.notice.iter().all(|line| line.y <= BOTTOM));
        for line in view.name {
            assert!(
                studio.fonts().width(&line.text, Weight::Bold, view.name_size) <= TEXT_WIDTH + view.name_size as f32,
                "with the sign that something was left out"
            );
        }
    });
}

#[test]
fn pictures_are_small_and_the_same_from_the_cache() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(camino::Utf8Path::from_path(folder.path()).unwrap());
    with_studio(&[], |studio| {
        let draw = |store: &Store| -> BTreeMap<OutPath, Vec<u8>> {
            let (give, files) = mpsc::sync_channel(1000);
            studio.draw(store, &give).unwrap();
            drop(give);
            files.into_iter().map(|file| (file.path.clone(), file.into_bytes())).collect()
        };
        let drawn = draw(&Store::none());
        assert_eq!(drawn.len(), studio.subjects().len());
        for (path, png) in &drawn {
            let picture = image::load_from_memory(png).unwrap();
            assert_eq!((picture.width(), picture.height()), (draw::WIDTH, draw::HEIGHT), "{path}");
            assert!(png.len() <= 60 << 10, "{path}: {}", png.len());
        }
        assert!(draw(&store) == drawn && draw(&store) == drawn);
    });
}

#[test]
fn the_font_has_every_letter_of_vietnamese() {
    with_studio(&[], |studio| {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
        for letter in letters.chars().flat_map(|letter| [letter.to_string(), letter.to_uppercase().to_string()]) {
            for weight in [Weight::Regular, Weight::Bold] {
                assert!(studio.fonts().has(&letter, weight), "{letter}");
            }
        }
    });
}

#[test]
fn every_page_but_those_of_spirits_names_a_picture_that_is_there() {
    let tree = site();
    let pages = tree.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    let pages: Vec<(&OutPath, String)> =
        pages.map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).into_owned())).collect();
    let mut own = BTreeSet::new();
    for (path, page) in pages.iter().filter(|(_, page)| !page.contains("http-equiv=refresh")) {
        let Some((_, rest)) = page.split_once("og:image content=https://thu.example/") else {
            assert!(path.as_str().contains("ruou-thu"), "{path}: {page}");
            continue;
        };
        let picture = rest.split('>').next().unwrap();
        assert!(tree.get(&OutPath::new(picture).unwrap()).is_some(), "{path}: {picture}");
        assert!(page.contains("og:image:alt") && page.contains("content=1200") && page.contains("content=630"));
        own.insert(picture.to_owned());
    }
    let drawn: BTreeSet<String> =
        tree.iter().map(|(path, _)| path.to_string()).filter(|path| path.starts_with("chia-se/")).collect();
    assert_eq!(own, drawn, "what is drawn is named");
    assert!(!drawn.iter().any(|path| path.contains("ruou-thu")));
}
