//! The codes as a scanner sees them: drawn to pixels, words and all, and read by a reader that is not ours.

use crate::base::lang::Lang;
use crate::plan::PageKind;
use crate::plan::sheets::Sheet;
use crate::render::context::PageContext;
use crate::render::site::Site;
use crate::render::tests::made_up_with;
use crate::render::views::sheets::{cards, labels, leaflet};

/// A drink and a supplement, whose labels are twice as wide.
const MORE: &[(&str, &str)] = &[
    (
        "products/bia-thu/index.md",
        "---\nname: Đồ uống thử có một cái tên rất dài để không vừa một dòng nào cả\nproducer: chu-the-thu\ncode: TH77\nabv: 5\n\
         category:\n  group: do-uong\n  subgroup: 15\n  scheme: qd-148-2023\nsources: bao-thu\n---\n",
    ),
    (
        "products/vien-thu/index.md",
        "---\nname: Viên thử\nproducer: chu-the-thu\ncategory:\n  group: duoc-lieu\n  subgroup: 18\n  scheme: qd-148-2023\n\
         sources: bao-thu\n---\n",
    ),
];

/// Pixels to a side of a square millimetre: five to a module of a label.
const PIXELS: usize = 10;

/// What a scanner reads in each of the areas, `width` by `height` millimetres, into which a drawing is cut.
fn read(site: &Site, svg: &str, [across, down]: [usize; 2], [width, height]: [usize; 2]) -> Vec<String> {
    let svg = svg.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    let (width, height) = (width * PIXELS, height * PIXELS);
    let pixels = site.kit.fonts.lightness(&svg, (across * width) as u32, (down * height) as u32);
    let area = |at: usize| {
        let (left, top) = (at % across * width, at / across * height);
        let pixel = |x, y| pixels[(top + y) * across * width + left + x];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, pixel);
        let found: Vec<String> = image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect();
        assert!(found.len() <= 1, "codes in an area: {found:?}");
        found
    };
    (0..across * down).flat_map(area).collect()
}

/// The sheets of the made-up site in `lang`, as the templates lay them out.
fn sheets(site: &Site, lang: Lang) -> Vec<(Sheet, String)> {
    let lay_out = |ctx: &PageContext<'_>, sheet| {
        let engine = &site.kit.engine;
        match sheet {
            Sheet::Labels(id, number) => engine.render(lang, "labels.html", &labels::view(ctx, id, number)),
            Sheet::ShelfCards(id, number) => engine.render(lang, "shelf_cards.html", &cards::view(ctx, id, number)),
            Sheet::Leaflet(id) => engine.render(lang, "leaflet.html", &leaflet::view(ctx, id)),
        }
    };
    let pages = site.plan.pages.iter().filter(|page| page.lang() == lang);
    let sheets = pages.filter_map(|page| match page.kind {
        PageKind::Sheet(sheet) => Some((sheet, lay_out(&PageContext::new(site.inputs(), page), sheet).unwrap())),
        _ => None,
    });
    sheets.collect()
}

/// The drawings of a page that begin with `start`.
fn drawings<'p>(page: &'p str, start: &'p str) -> impl Iterator<Item = String> {
    page.split(start).skip(1).map(move |rest| format!("{start}{}</svg>", rest.split("</svg>").next().unwrap()))
}

#[test]
fn every_code_on_paper_leads_to_its_page() {
    let site = made_up_with(MORE);
    let (mut on_labels, mut elsewhere) = (Vec::new(), Vec::new());
    for (sheet, page) in sheets(&site, Lang::Vi) {
        if matches!(sheet, Sheet::Labels(..)) {
            for svg in drawings(&page, "<svg class=\"nhan\"") {
                let mut found = read(&site, &svg, [5, 11], [40, 25]);
                let count = found.len();
                found.dedup();
                on_labels.push((count, found));
            }
        } else {
            for svg in drawings(&page, "<svg width=") {
                let svg = svg.replace("<path ", "<path stroke=\"#000\" stroke-width=\"1\" ");
                elsewhere.extend(read(&site, &svg, [1, 1], [40, 40]));
            }
        }
    }
    on_labels.sort();
    let label = |count: usize, address: &str| (count, vec![address.to_owned()]);
    assert_eq!(
        on_labels,
        [
            label(22, "HTTPS://THU.EXAMPLE/Q/TH77/"),
            label(22, "https://thu.example/san-pham/vien-thu/"),
            label(55, "HTTPS://THU.EXAMPLE/Q/TH01/"),
            label(55, "https://thu.example/san-pham/cu-thu/"),
            label(55, "https://thu.example/san-pham/y-tuong-thu/"),
        ]
    );
    elsewhere.sort();
    assert_eq!(
        elsewhere,
        [
            "HTTPS://THU.EXAMPLE/Q/TH01/",
            "HTTPS://THU.EXAMPLE/Q/TH77/",
            "https://thu.example/san-pham/cu-thu/",
            "https://thu.example/san-pham/vien-thu/",
            "https://thu.example/san-pham/y-tuong-thu/",
            "https://thu.example/xa/thu-mot/",
        ]
    );
}

#[test]
fn everything_that_a_label_says_stands_on_it() {
    let site = made_up_with(MORE);
    for lang in Lang::ALL {
        let found: Vec<labels::LabelSheet> = site
            .plan
            .pages
            .iter()
            .filter(|page| page.lang() == lang)
            .filter_map(|page| match page.kind {
                PageKind::Sheet(Sheet::Labels(id, number)) => {
                    Some(labels::view(&PageContext::new(site.inputs(), page), id, number).labels)
                }
                _ => None,
            })
            .flatten()
            .collect();
        assert_eq!(found.len(), 5);
        for label in found {
            let drawing = label.drawing.unwrap();
            let said: Vec<&str> = drawing.lines.iter().map(|line| line.text.as_str()).collect();
            let said = said.join(" ");
            assert!(said.starts_with(&label.item.product.text.text), "{said}");
            assert!(drawing.lines.iter().all(|line| line.y < drawing.label_height && line.size >= 150), "{said}");
            let first = &drawing.lines[0];
            assert!(first.y >= first.size, "{said}");
            if drawing.columns.len() == 2 {
                assert!(said.contains("bia.") || said.contains("thuốc chữa bệnh."), "{said}");
            }
        }
    }
}

#[test]
fn an_address_that_no_label_holds_has_none() {
    let slug =
        "mot-dia-chi-dai-den-noi-ma-quet-khong-vua-mot-con-tem-nho-chi-cao-hai-muoi-lam-mi-li-met-nen-phai-co-ma";
    let path = format!("products/{slug}/index.md");
    let text = "---\nname: Tên\nproducer: chu-the-thu\ncategory:\n  group: thuc-pham\n  scheme: qd-148-2023\nsources: bao-thu\n---\n";
    let site = made_up_with(&[(&path, text)]);
    let pages = sheets(&site, Lang::Vi);
    let labels = pages.iter().find(|(sheet, _)| matches!(sheet, Sheet::Labels(..))).unwrap();
    assert!(labels.1.contains("Sản phẩm này cần mã ngắn"), "{}", labels.1);
}
