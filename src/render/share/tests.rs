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
    let (stars, texts) = studio.laid_out(&studio.said(subject(studio, slug)).unwrap()).written();
    (stars.len(), texts.into_iter().map(|text| text.text).collect::<Vec<_>>().join("|"))
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
        let Layout { stack, notice } = studio.laid_out(&studio.said(subject(studio, "ruou-nhe")).unwrap());
        let first = notice[0].y;
        assert!(!stack.state.words.is_empty() && stack.state.words.iter().all(|line| line.y + NOTICE_SIZE <= first));
        assert!(notice.iter().all(|line| line.y <= BOTTOM));
        for line in stack.name {
            assert!(
                studio.fonts().width(&line.text, Weight::Bold, line.size) <= TEXT_WIDTH + line.size as f32,
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

#[test]
fn stamped_letters_lie_where_an_svg_renderer_draws_them() {
    with_studio(&[], |studio| {
        let fonts = studio.fonts();
        let texts =
            [(Weight::Bold, 400 + 300, 76, "Tôm Vượng Ỵ"), (Weight::Regular, 400, 22, "Đồng thổ, AV và (3) sao · Ưỡn")];
        let svg = |words: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630' color='#17262B'><rect width='1200' height='630' fill='#E3F0F2'/>{words}</svg>"
            )
        };
        for (weight, bold, size, text) in texts {
            let ground = Ground::new(fonts, &svg("")).unwrap();
            let mut room = Vec::new();
            let mut canvas = Canvas::on(&ground, &mut room);
            canvas.write(fonts, &[Text { text: text.to_owned(), x: 80, y: 300, size, weight }]);
            let stamped = image::load_from_memory(&canvas.png().unwrap()).unwrap().to_rgb8();
            let words =
                format!("<text x='80' y='300' font-size='{size}' font-weight='{bold}' fill='#17262B'>{text}</text>");
            let drawn = fonts.draw(&svg(&words)).unwrap();
            let apart = stamped.pixels().zip(drawn.pixels()).map(|(stamped, drawn)| stamped.0[0].abs_diff(drawn.red()));
            let apart: Vec<u8> = apart.collect();
            // Where an edge runs upright: a quarter of a pixel, which is as fine as either looks, and a level of the cover.
            let most = usize::from(0xE3_u8 - 0x17_u8) * 3 / 10;
            assert!(usize::from(*apart.iter().max().unwrap()) <= most, "{text}: {:?}", apart.iter().max());
            let inked = drawn.pixels().iter().filter(|pixel| pixel.red() < 0x80).count();
            assert!(inked > 1000, "{text}: {inked}");
        }
    });
}

#[test]
fn a_drawing_that_names_no_colour_or_has_another_size_is_a_fault_of_the_theme() {
    with_studio(&[], |studio| {
        let svg = |root: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' height='630' {root}/>");
        let fault = |root: &str| Ground::new(studio.fonts(), &svg(root)).err().map(|fault| fault.to_string());
        assert_eq!(fault("width='1200' color='#17262B'"), None);
        assert!(fault("width='1200'").unwrap().contains("color=\"#RRGGBB\""));
        assert!(fault("width='1200' color='#1726'").unwrap().contains("color=\"#RRGGBB\""));
        assert!(fault("width='1100' color='#17262B'").unwrap().contains("1200 × 630"));
        let shape = Shape::new(studio.fonts(), &svg("width='36' color='#17262B' x='far'"));
        assert!(shape.err().unwrap().to_string().contains("`x`"));
    });
}
