//! `producers/<id>/index.md`.

use ocop::base::text::slug;

use crate::made_up::Catalogue;
use crate::made_up::rng::Rng;
use crate::made_up::story::{self, Subject};
use crate::made_up::tree::{Map, Tree, both, markdown, text, word, words};
use crate::made_up::words::UNREAL;

const FORMS: [(&str, &str, &str); 7] = [
    ("household_business", "Hộ kinh doanh", "Household business"),
    ("cooperative", "Hợp tác xã", "Cooperative"),
    ("workshop", "Cơ sở", "Workshop"),
    ("company", "Công ty TNHH", "Company"),
    ("cooperative_group", "Tổ hợp tác", "Cooperative group"),
    ("farm", "Trang trại", "Farm"),
    ("association", "Hội", "Association"),
];

fn form(catalogue: &Catalogue, at: usize) -> (&'static str, &'static str, &'static str) {
    FORMS[Rng::of(catalogue.size.seed, "form", at).weighted(&[40, 22, 18, 12, 4, 3, 1])]
}

/// `Hợp tác xã Giả Định 12`.
pub fn name(catalogue: &Catalogue, at: usize) -> String {
    format!("{} {} {}", form(catalogue, at).1, UNREAL[at % UNREAL.len()].0, at + 1)
}

pub fn id(catalogue: &Catalogue, at: usize) -> String {
    slug(&name(catalogue, at))
}

/// The files of producer `at`.
pub fn files(catalogue: &Catalogue, at: usize) -> Vec<(String, String)> {
    let rng = &mut Rng::of(catalogue.size.seed, "producer", at);
    let spot = catalogue.spot_of_maker(at);
    let shelf = &catalogue.shelves[spot.province];
    let (legal_form, _, english) = form(catalogue, at);
    let (name, id) = (name(catalogue, at), id(catalogue, at));
    let subject = Subject {
        english: format!("{english} {} {}", UNREAL[at % UNREAL.len()].0, at + 1),
        commune: spot.commune_name(),
        maker: name.clone(),
        link: "/san-pham/".to_owned(),
        name,
    };
    let bilingual = rng.chance(45);
    let mut map: Map = vec![("name", both(&subject.name, bilingual.then(|| subject.english.clone())))];
    map.push(("name_basis", word(if rng.chance(90) { "source" } else { "brand" })));
    map.push(("legal_form", word(legal_form)));
    if rng.chance(40) {
        map.push(("summary", subject.summary(rng, bilingual)));
    }
    if rng.chance(5) {
        map.push(("aliases", words([format!("co-so-cu-{}", at + 1)])));
    }
    let source = shelf.any(rng);
    map.push(("place", Tree::Map(spot.place(rng, Some(source)))));
    if rng.chance(20) {
        map.push(("website", word(format!("https://{id}.example/"))));
    }
    if rng.chance(45) {
        map.push(("contacts", Tree::List(contacts(rng, at, shelf.any(&mut Rng::of(2, "contact", at))))));
    }
    if rng.chance(30) {
        let hours = *rng.pick(&["Mo-Su 07:00-18:00", "Mo-Sa 07:30-11:30,13:30-17:00", "Mo-Fr 08:00-17:00"]);
        let note = both("bán tại xưởng", Some("sold at the workshop".into()));
        let on_site = vec![
            ("opening_hours", word(hours)),
            ("note", note),
            ("verified_on", word("2026-09-15")),
            ("source", word(shelf.any(rng))),
        ];
        map.push(("sells_on_site", Tree::Map(on_site)));
    }
    if rng.chance(15) {
        map.push(("visits", visits(rng, shelf.any(&mut Rng::of(3, "visits", at)))));
    }
    if rng.chance(60) {
        map.push(("facts", subject.facts(rng, shelf, 4, bilingual)));
    }
    if rng.chance(15) {
        map.push(("caveats", story::caveats(rng, shelf)));
    }
    map.push(("sources", words(shelf.some(rng, 3))));
    let (vi, en) = if rng.chance(35) { subject.body(rng) } else { Default::default() };
    let mut files = vec![(format!("producers/{id}/index.md"), markdown(&map, &vi))];
    if bilingual && !en.is_empty() {
        files.push((format!("producers/{id}/index.en.md"), en));
    }
    files
}

/// Numbers that begin with 0000 are nobody's.
pub fn contacts(rng: &mut Rng, at: usize, source: &str) -> Vec<Tree> {
    let phone = format!("0000 {:03} {:03}", at / 1_000 % 1_000, at % 1_000);
    let mut contacts = vec![Tree::Map(vec![
        ("kind", word("organisation")),
        ("phone", text(&phone)),
        ("email", text(format!("thu-{}@gia-dinh.example", at + 1))),
        ("source", word(source)),
    ])];
    if rng.chance(20) {
        let consent = Tree::Map(vec![("date", word("2026-08-01")), ("form", text("lời đồng ý bịa đặt"))]);
        contacts.push(Tree::Map(vec![
            ("kind", word("person")),
            ("name", text(format!("Người Không Có Thật {}", at + 1))),
            ("role", both("chủ cơ sở", Some("owner".into()))),
            ("zalo", text(&phone)),
            ("languages", words(["vi"])),
            ("consent", consent),
        ]));
    }
    contacts
}

fn visits(rng: &mut Rng, source: &str) -> Tree {
    Tree::Map(vec![
        ("welcomed", word(rng.pick(&["yes", "planned", "no", "unknown"]))),
        ("booking", both("gọi trước một ngày", Some("call a day ahead".into()))),
        ("hours", word("Mo-Su 08:00-16:00")),
        ("languages", words(["vi", "en"])),
        ("group_max", word(rng.range(5, 40))),
        ("fee", both("không thu phí", Some("free".into()))),
        ("what", both("xem cách làm, nếm thử", Some("see how it is made, taste it".into()))),
        ("source", word(source)),
    ])
}
