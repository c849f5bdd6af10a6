//! Provinces of thirteen districts, each of thirteen former communes that four present ones replaced.

use crate::made_up::rng::Rng;
use crate::made_up::tree::{Map, Tree, both, text, word, words, yaml};
use crate::made_up::words::UNREAL;

pub const DISTRICTS: usize = 13;
const FORMER: usize = 13;
const PRESENT: usize = 4;

/// A former commune, counted over the whole province.
pub const FORMER_IN_PROVINCE: usize = DISTRICTS * FORMER;

/// Where an entry lies: a province and one of its former communes, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub province: usize,
    pub former: usize,
}

impl Spot {
    pub fn district(self) -> usize {
        self.former / FORMER
    }

    fn in_district(self) -> usize {
        self.former % FORMER
    }

    /// The present commune that it, or most of it, went into.
    fn present(self) -> usize {
        self.district() * PRESENT + self.in_district() * PRESENT / FORMER
    }

    /// The last former commune of a district was merged into its neighbour half a year early.
    fn ended_early(self) -> bool {
        self.in_district() == FORMER - 1
    }

    /// The sixth was divided between two.
    fn divided(self) -> bool {
        self.in_district() == 5
    }

    /// `xã Thử Nghiệm 0034`.
    pub fn commune_name(self) -> String {
        former_name(self).0
    }

    /// The place of an entry: mostly by its former commune, sometimes by the present one or by the district alone.
    pub fn place(self, rng: &mut Rng, source: Option<&str>) -> Map {
        let way = rng.weighted(&[70, 22, 8]);
        let unit = match way {
            0 => former_id(self),
            1 => present_id(self.present()),
            _ => district_id(self.province, self.district()),
        };
        let mut place: Map = vec![("unit", word(full(self.province, unit)))];
        if way == 0 && self.divided() && rng.chance(60) {
            place.push(("now", word(full(self.province, present_id(self.present())))));
        }
        if way == 0 && !self.ended_early() && rng.chance(30) {
            place.push(("as_of", word(rng.range(2019, 2024))));
        }
        if rng.chance(40) {
            let number = rng.range(1, 12);
            place.push(("detail", both(format!("thôn Giả Định {number}"), Some(format!("Giả Định hamlet {number}")))));
        }
        if rng.chance(25) {
            let [longitude, latitude] = point(self.province, self.present());
            let moved = |at: f64, by: usize| word(format!("{:.4}", at + by as f64 / 10_000.0));
            place.push(("point", Tree::List(vec![moved(longitude, rng.below(200)), moved(latitude, rng.below(200))])));
        }
        place.extend(source.map(|source| ("source", word(source))));
        place
    }
}

pub fn province_id(province: usize) -> String {
    format!("tinh-gia-dinh-{:02}", province + 1)
}

pub fn province_name(province: usize) -> String {
    format!("tỉnh Giả Định {:02}", province + 1)
}

pub fn district_name(province: usize, district: usize) -> String {
    format!("{} {} {:02}", district_rank(district).0, UNREAL[district].0, province + 1)
}

/// The id of the district as entries name it.
pub fn district_reference(province: usize, district: usize) -> String {
    full(province, district_id(province, district))
}

/// The id of a unit that lived through `year`.
pub fn commune_in(spot: Spot, year: usize) -> String {
    let early = spot.ended_early().then(|| Spot { former: spot.former - 1, ..spot });
    match year {
        2026.. => full(spot.province, present_id(spot.present())),
        2025 => full(spot.province, former_id(early.unwrap_or(spot))),
        _ => full(spot.province, former_id(spot)),
    }
}

/// Ids of the first province, which is the home of the catalogue, stand bare.
fn full(province: usize, id: String) -> String {
    if province == 0 { id } else { format!("{}/{id}", province_id(province)) }
}

fn district_rank(district: usize) -> (&'static str, &'static str, &'static str) {
    match district {
        0 => ("thành phố", "thanh-pho", "city"),
        1 => ("thị xã", "thi-xa", "town"),
        _ => ("huyện", "huyen", "district"),
    }
}

fn district_id(province: usize, district: usize) -> String {
    let slug = ocop::base::text::slug(UNREAL[district].0);
    format!("{}-{slug}-{:02}", district_rank(district).1, province + 1)
}

fn former_id(spot: Spot) -> String {
    format!("{}-{:04}-cu", ocop::base::text::slug(UNREAL[spot.in_district()].0), spot.former + 1)
}

fn present_id(present: usize) -> String {
    format!("{}-{:04}", ocop::base::text::slug(UNREAL[present % UNREAL.len()].0), present + 1)
}

fn former_name(spot: Spot) -> (String, String) {
    let (rank, english) = match (spot.district(), spot.in_district()) {
        (0 | 1, _) => ("phường", "ward"),
        (_, 0) => ("thị trấn", "township"),
        _ => ("xã", "commune"),
    };
    let name = UNREAL[spot.in_district()].0;
    (format!("{rank} {name} {:04}", spot.former + 1), format!("{name} {:04} {english}", spot.former + 1))
}

/// A point in the Gulf of Guinea, where no commune of Vietnam is.
fn point(province: usize, present: usize) -> [f64; 2] {
    let (district, at) = (present / PRESENT, present % PRESENT);
    let east = (province % 9) as f64 * 1.1 + (district % 4) as f64 * 0.26 + (at % 2) as f64 * 0.11;
    let north = (province / 9) as f64 * 1.1 + (district / 4) as f64 * 0.26 + (at / 2) as f64 * 0.11;
    [-9.0 + east, -6.0 + north]
}

/// `places/tinh-gia-dinh-01.yaml`.
pub fn file(province: usize, source: &str) -> (String, String) {
    let id = province_id(province);
    let number = province + 1;
    let head: Map = vec![
        ("id", word(&id)),
        ("code", text(format!("{number:02}"))),
        ("name", both(province_name(province), Some(format!("Giả Định {number:02} province")))),
        ("note", both("Tỉnh bịa ra để thử chương trình.", Some("A province made up to try the program.".into()))),
    ];
    let map: Map = vec![
        ("province", Tree::Map(head)),
        ("districts", Tree::List((0..DISTRICTS).map(|at| district(province, at)).collect())),
        (
            "former_communes",
            Tree::List((0..FORMER_IN_PROVINCE).map(|former| commune_of_old(Spot { province, former })).collect()),
        ),
        ("communes", Tree::List((0..DISTRICTS * PRESENT).map(|at| commune(province, at)).collect())),
        ("sources", words([source])),
    ];
    (format!("places/{id}.yaml"), yaml(&map))
}

fn district(province: usize, district: usize) -> Tree {
    let english = format!("{} {:02} {}", UNREAL[district].0, province + 1, district_rank(district).2);
    Tree::Map(vec![
        ("id", word(district_id(province, district))),
        ("code", text(format!("{:03}", district + 1))),
        ("name", both(district_name(province, district), Some(english))),
        ("until", word("2025-06-30")),
    ])
}

fn commune_of_old(spot: Spot) -> Tree {
    let (vi, en) = former_name(spot);
    let mut map: Map = vec![
        ("id", word(former_id(spot))),
        ("code", text(format!("{:05}", spot.province * 200 + spot.former + 1))),
        ("name", both(vi, Some(en))),
    ];
    if spot.former.is_multiple_of(7) {
        map.push(("other_names", Tree::List(vec![text(format!("làng Nháp {:04}", spot.former + 1))])));
    }
    map.push(("district", word(district_id(spot.province, spot.district()))));
    map.push(("until", word(if spot.ended_early() { "2024-12-31" } else { "2025-06-30" })));
    map.push(("successors", Tree::List(successors(spot))));
    Tree::Map(map)
}

fn successors(spot: Spot) -> Vec<Tree> {
    let to = |id: String, part: bool| {
        let mut map: Map = vec![("commune", word(id))];
        if part {
            map.push(("part", word(true)));
        }
        Tree::Map(map)
    };
    let present = |at: usize| present_id(at);
    if spot.ended_early() {
        return vec![to(former_id(Spot { former: spot.former - 1, ..spot }), false)];
    }
    if spot.divided() {
        return vec![to(present(spot.present()), true), to(present(spot.present() + 1), true)];
    }
    vec![to(present(spot.present()), false)]
}

fn commune(province: usize, at: usize) -> Tree {
    let (district, name) = (at / PRESENT, UNREAL[at % UNREAL.len()].0);
    let (rank, english) = if district < 2 { ("phường", "ward") } else { ("xã", "commune") };
    let [longitude, latitude] = point(province, at);
    Tree::Map(vec![
        ("id", word(present_id(at))),
        ("code", text(format!("{:05}", province * 60 + at + 20_001))),
        ("name", both(format!("{rank} {name} {:04}", at + 1), Some(format!("{name} {:04} {english}", at + 1)))),
        ("district", word(district_id(province, district))),
        ("since", word("2025-07-01")),
        ("point", Tree::List(vec![word(format!("{longitude:.2}")), word(format!("{latitude:.2}"))])),
        ("area_km2", word(format!("{}.5", 20 + at % 90))),
    ])
}
