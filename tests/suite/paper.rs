//! What hangs in shops for months: on every sheet, in both languages, for every product and on any day, a filled star
//! means a certificate in force and stands beside its last day; the words of the law are there, spirits are not.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use ocop::base::out_path::OutPath;
use ocop::site::Inputs;
use ocop::site::on_request::OnRequest;
use ocop::site::session::{Changes, Session};

fn inputs(content: &str, date: Date) -> Inputs {
    let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
    Inputs::new(root.join(content), root.join("themes/default"), date)
}

/// The same content as it is shown on one day after the other.
struct Days {
    session: Session,
    content: &'static str,
}

impl Days {
    fn of(content: &'static str) -> Days {
        Days { session: Session::default(), content }
    }

    fn site(&mut self, date: Date) -> OnRequest {
        let look = self.session.look(&inputs(self.content, date), &Changes::default()).unwrap();
        look.site.unwrap_or_else(|| panic!("{}: {:?}", self.content, look.findings))
    }
}

fn text(site: &OnRequest, path: &OutPath) -> String {
    String::from_utf8(site.file(path).unwrap().unwrap().to_vec()).unwrap()
}

/// Every sheet below `in/<folder>/`, with its text.
fn sheets(site: &OnRequest, folder: &str) -> Vec<(OutPath, String)> {
    let below = [format!("in/{folder}/"), format!("en/in/{folder}/")];
    let paths = site.paths().filter(|path| below.iter().any(|below| path.as_str().starts_with(below)));
    let sheets: Vec<(OutPath, String)> = paths.map(|path| (path.clone(), text(site, &path))).collect();
    assert!(!sheets.is_empty(), "no sheets in {folder}");
    sheets
}

/// By product: the state of its certificate, as the open data tell it.
fn states(site: &OnRequest) -> BTreeMap<String, String> {
    let data = text(site, &OutPath::new("du-lieu/san-pham.json").unwrap());
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    data["products"].as_array().unwrap().iter().map(|it| (word(&it["id"]), word(&it["certificate"]))).collect()
}

fn main_of(page: &str) -> &str {
    page.split("<main").nth(1).unwrap().split("</main").next().unwrap()
}

/// The pieces of a page from each `start` on.
fn pieces<'p>(page: &'p str, start: &'p str) -> impl Iterator<Item = &'p str> {
    main_of(page).split(start).skip(1)
}

fn filled(piece: &str) -> bool {
    ["#s3", "#s4", "#s5"].iter().any(|symbol| piece.contains(symbol))
}

/// The values of an attribute, quoted or not.
fn values<'p>(piece: &'p str, attribute: &str) -> Vec<&'p str> {
    let starts = piece.split(attribute).skip(1);
    starts.map(|rest| rest.trim_start_matches('"').split(['"', ' ', '>']).next().unwrap()).collect()
}

/// What is wrong with the stars of a card or of a leaflet's line on `today`.
fn wrong_stars(piece: &str, today: Date) -> Option<String> {
    let ends = values(piece, "data-until=");
    let words = piece.contains("Hiệu lực đến") || piece.contains("In force until");
    match filled(piece) {
        true if ends.len() != 2 || !words => Some(format!("filled stars without their end: {ends:?}")),
        true if ends.iter().any(|end| *end < today.to_string().as_str()) => Some(format!("ended {ends:?}")),
        false if !ends.is_empty() || words => Some("an end without stars in force".to_owned()),
        _ => None,
    }
}

/// Holds the sheets of a day against the open data of that day; tells how many cards had filled stars and how many not.
fn hold(site: &OnRequest, today: Date) -> (usize, usize) {
    let states = states(site);
    let mut seen = (0, 0);
    for (path, page) in sheets(site, "the-ke") {
        for card in pieces(&page, "<article class=\"to the\"") {
            let id = values(card, "id=").first().unwrap().strip_prefix("in-").unwrap();
            let in_force = ["in_force", "ending_soon"].contains(&states[id].as_str());
            assert_eq!(filled(card), in_force, "{today} {path} {id}: {}", states[id]);
            if ["lapsed", "withdrawn"].contains(&states[id].as_str()) {
                assert!(card.contains("từng đạt") || card.contains("once"), "{today} {path} {id}: {card}");
            }
            assert_eq!(wrong_stars(card, today), None, "{today} {path} {id}");
            if in_force { seen.0 += 1 } else { seen.1 += 1 }
        }
    }
    for (path, page) in sheets(site, "to-roi") {
        for line in pieces(&page, "<li>").filter(|line| line.contains("class=badge") || line.contains("class=\"badge"))
        {
            assert_eq!(wrong_stars(line, today), None, "{today} {path}: {line}");
        }
    }
    for (path, page) in sheets(site, "nhan") {
        assert!(pieces(&page, "<article").all(|label| !filled(label) && !label.contains("badge")), "{today} {path}");
    }
    seen
}

/// Days on which something begins or ends in the made-up catalogue, the days beside them, and each quarter about them.
fn days() -> BTreeSet<Date> {
    let turns = [
        date(2022, 5, 5),
        date(2024, 2, 10),
        date(2024, 12, 1),
        date(2025, 3, 3),
        date(2025, 5, 5),
        date(2026, 2, 2),
        date(2026, 7, 15),
        date(2026, 8, 1),
        date(2027, 1, 28),
        date(2027, 2, 10),
        date(2027, 12, 1),
        date(2027, 12, 31),
        date(2028, 3, 3),
        date(2028, 6, 1),
        date(2029, 1, 10),
    ];
    let beside = turns.into_iter().flat_map(|day| [day - 1.day(), day, day + 1.day()]);
    let quarters = (2021..2030).flat_map(|year| [1, 4, 7, 10].map(|month| date(year, month, 1)));
    beside.chain(quarters).collect()
}

#[test]
fn stars_on_paper_are_filled_only_while_the_certificate_is_in_force() {
    let mut trial = Days::of("tests/browser/catalogue");
    let seen: Vec<(usize, usize)> = days().into_iter().map(|day| hold(&trial.site(day), day)).collect();
    assert!(seen.iter().any(|(gold, _)| *gold > 8) && seen.iter().any(|(gold, _)| *gold == 0), "{seen:?}");
    let mut real = Days::of("content");
    for day in [date(2026, 11, 22), date(2027, 10, 16)] {
        let (gold, other) = hold(&real.site(day), day);
        assert!(gold + other > 200, "{day}: {gold} {other}");
    }
}

/// The words of a page without its tags.
fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_words_of_the_law_stand_on_every_sheet_and_spirits_on_none() {
    let site = Days::of("tests/browser/catalogue").site(date(2026, 11, 22));
    let adults = "Người dưới 18 tuổi không được uống rượu, bia.";
    let medicine = "Thực phẩm này không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.";
    for folder in ["nhan", "the-ke", "to-roi"] {
        let mut found = BTreeSet::new();
        for (path, page) in sheets(&site, folder) {
            assert!(!words(&page).contains("Rượu thử") && !words(&page).contains("Trial spirit"), "{path}");
            let start = if folder == "to-roi" { "<li>" } else { "<article" };
            for piece in pieces(&page, start).map(|piece| words(&format!("<{piece}"))) {
                for (name, english, law) in
                    [("Đồ uống thử có cồn", "Trial alcoholic drink", adults), ("Viên thử", "Trial pills", medicine)]
                {
                    if piece.contains(name) || piece.contains(english) {
                        assert!(piece.contains(law), "{path}: {piece}");
                        found.insert((path.as_str().starts_with("en/"), law));
                    }
                }
            }
        }
        assert_eq!(found.len(), 4, "{folder}: {found:?}");
    }
}

/// Runs of digits as long as a phone number, within one element's text.
fn numbers(html: &str) -> BTreeSet<String> {
    let texts = html.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let text = texts.collect::<Vec<_>>().join("\n");
    let mut found = BTreeSet::new();
    let mut run = String::new();
    for letter in text.chars().chain(['\n']) {
        match letter {
            '0'..='9' => run.push(letter),
            ' ' | '.' if !run.is_empty() => {}
            _ => {
                if run.len() >= 9 {
                    found.insert(run.clone());
                }
                run.clear();
            }
        }
    }
    found
}

#[test]
fn the_only_phones_on_sheets_are_those_that_pages_publish() {
    let site = Days::of("tests/browser/catalogue").site(date(2026, 11, 22));
    let mut shown = BTreeSet::new();
    for folder in ["nhan", "the-ke", "to-roi"] {
        for (_, page) in sheets(&site, folder) {
            // Drawings are full of numbers.
            let plain = main_of(&page).split("<svg").map(|it| it.split("</svg>").last().unwrap_or_default());
            let plain: String = plain.collect();
            shown.extend(numbers(&format!("<main{plain}")));
        }
    }
    assert!(shown.contains("02393000000"), "{shown:?}");
    let published = ["chu-the", "diem-ban", "nha-hang"];
    let pages = site.paths().filter(|path| published.iter().any(|it| path.as_str().starts_with(it)));
    let published: BTreeSet<String> = pages.flat_map(|path| numbers(&text(&site, &path))).collect();
    assert!(shown.is_subset(&published), "{shown:?} {published:?}");
}
