//! The path of everything that has a page, and of nothing else.
//!
//! Units of the home province have their bare slug (`xa/thien-cam`). Communes elsewhere carry their province
//! (`xa/quang-ngai-binh-son`), since slugs repeat across provinces. Districts, few and named in old links, stay bare
//! (`huyen/binh-son`) unless an earlier province has one of that name.

use std::collections::BTreeSet;

use crate::model::Catalogue;
use crate::model::id::{CommuneId, DistrictId, EntryRef, FormerId, GroupId, ProvinceId};
use crate::plan::facet::Facet;
use crate::report::desk::Shelf;

/// The officers' form.
pub const FORM: &str = "admin";
pub const PRODUCTS: &str = "san-pham";
pub const PRODUCERS: &str = "chu-the";
pub const VISITS: &str = "don-khach";
pub const POINTS_OF_SALE: &str = "diem-ban";
pub const VENUES: &str = "nha-hang";
pub const DESTINATIONS: &str = "diem-den";
pub const ROUTES: &str = "tuyen";
pub const EVENTS: &str = "su-kien";
pub const SOURCES: &str = "nguon";
pub const DISTRICTS: &str = "huyen";
pub const COMMUNES: &str = "xa";
pub const FORMER: &str = "xa-cu";
pub const STARS: &str = "sao";
pub const GROUPS: &str = "nhom";
pub const STATES: &str = "trang-thai";
pub const MONTHS: &str = "mua-vu";
/// Below these are lists of products, which are there only where a product is.
pub const LISTS: [&str; 7] = [DISTRICTS, COMMUNES, FORMER, STARS, GROUPS, STATES, MONTHS];
pub const SUPPLY: &str = "nguon-hang";
pub const SUPPLY_TABLE: &str = "nguon-hang/bang";
pub const ENQUIRY: &str = "nguon-hang/danh-sach";
pub const CHECK: &str = "kiem-tra";
/// Pages that show the text of their name from `pages/` beside what they list.
pub const WITH_TEXT: [&str; 3] = [CHECK, VENUES, VISITS];
/// Short addresses for printed codes, in capitals: a QR code holds capitals in fewer modules.
pub const CODES: &str = "Q";
pub const PLANS: &str = "ke-hoach";
pub const DATA: &str = "du-lieu";
pub const CHANGES: &str = "thay-doi";
pub const MAP: &str = "ban-do";
pub const SEARCH: &str = "tim-kiem";
/// What is kept for times without a network.
pub const OFFLINE: &str = "ngoai-tuyen";
pub const DESK: &str = "bien-tap";
/// Everything below is a sheet for paper.
pub const SHEETS: &str = "in";
pub const LABELS: &str = "in/nhan";
pub const SHELF_CARDS: &str = "in/the-ke";
pub const LEAFLETS: &str = "in/to-roi";

/// The folder of a page of a list after its first.
pub fn page_of(path: &str, number: usize) -> String {
    match number {
        1 => path.to_owned(),
        _ => format!("{path}/trang/{number}"),
    }
}

/// The folder of a shelf of the editors' desk.
pub fn shelf(shelf: Shelf) -> String {
    format!("{DESK}/{}", shelf.slug())
}

/// The page of a year's plan.
pub fn year_plan(year: i16) -> String {
    format!("{PLANS}/{year}")
}

/// The folder under which entries of this kind live.
pub const fn folder(entry: EntryRef) -> &'static str {
    match entry {
        EntryRef::Product(_) => PRODUCTS,
        EntryRef::Producer(_) => PRODUCERS,
        EntryRef::PointOfSale(_) => POINTS_OF_SALE,
        EntryRef::Venue(_) => VENUES,
        EntryRef::Destination(_) => DESTINATIONS,
        EntryRef::Route(_) => ROUTES,
        EntryRef::Event(_) => EVENTS,
        EntryRef::Source(_) => SOURCES,
    }
}

/// `san-pham/nuoc-mam-phu-sang`.
pub fn entry(catalogue: &Catalogue, entry: EntryRef) -> String {
    let slug = match entry {
        EntryRef::Source(id) => &catalogue[id].slug,
        other => &catalogue.head(other).expect("only sources have no head").slug,
    };
    format!("{}/{slug}", folder(entry))
}

/// The slugs of administrative units in URLs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitSlugs {
    districts: Vec<String>,
    communes: Vec<String>,
    former: Vec<String>,
}

impl UnitSlugs {
    pub fn new(catalogue: &Catalogue, home_province: &str) -> UnitSlugs {
        let places = &catalogue.places;
        let away = |province: ProvinceId| {
            let id = &catalogue[province].id;
            (id != home_province).then_some(id.as_str())
        };
        UnitSlugs {
            districts: district_slugs(catalogue, &away),
            communes: places.communes.iter().map(|it| prefixed(away(it.province), &it.slug)).collect(),
            former: places.former.iter().map(|it| prefixed(away(it.province), &it.slug)).collect(),
        }
    }

    pub fn district(&self, id: DistrictId) -> &str {
        &self.districts[id.at()]
    }

    pub fn commune(&self, id: CommuneId) -> &str {
        &self.communes[id.at()]
    }

    pub fn former(&self, id: FormerId) -> &str {
        &self.former[id.at()]
    }

    /// The path of a list.
    pub fn facet(&self, catalogue: &Catalogue, facet: Facet) -> String {
        let group = |id: GroupId| &catalogue[id].id;
        match facet {
            Facet::All => PRODUCTS.to_owned(),
            Facet::District(id) => format!("{DISTRICTS}/{}", self.district(id)),
            Facet::Commune(id) => format!("{COMMUNES}/{}", self.commune(id)),
            Facet::Former(id) => format!("{FORMER}/{}", self.former(id)),
            Facet::Star(stars) => format!("{STARS}/{}", stars.count()),
            Facet::Group(id) => format!("{GROUPS}/{}", group(id)),
            Facet::Subgroup(id, number) => format!("{GROUPS}/{}/{}", group(id), subgroup(catalogue, number)),
            Facet::State(state) => format!("{STATES}/{}", state.slug()),
            Facet::Month(month) => format!("{MONTHS}/{month}"),
            Facet::DistrictStar(id, stars) => format!("{DISTRICTS}/{}/sao/{}", self.district(id), stars.count()),
            Facet::DistrictGroup(id, at) => format!("{DISTRICTS}/{}/nhom/{}", self.district(id), group(at)),
        }
    }
}

fn subgroup(catalogue: &Catalogue, number: u8) -> &str {
    catalogue.taxonomy.subgroup(number).map_or("", |subgroup| &subgroup.id)
}

fn prefixed(province: Option<&str>, slug: &str) -> String {
    match province {
        Some(province) if !slug.starts_with(&format!("{province}-")) => format!("{province}-{slug}"),
        _ => slug.to_owned(),
    }
}

fn district_slugs<'c>(catalogue: &'c Catalogue, away: &dyn Fn(ProvinceId) -> Option<&'c str>) -> Vec<String> {
    let districts = &catalogue.places.districts;
    let mut order: Vec<usize> = (0..districts.len()).collect();
    order.sort_by_key(|&at| (away(districts[at].province), at));
    let mut taken = BTreeSet::new();
    let mut slugs = vec![String::new(); districts.len()];
    for at in order {
        let district = &districts[at];
        let slug = if taken.contains(&district.slug) {
            prefixed(away(district.province), &district.slug)
        } else {
            district.slug.clone()
        };
        taken.insert(slug.clone());
        slugs[at] = slug;
    }
    slugs
}
