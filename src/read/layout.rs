//! Which kind of file stands at which path (contract, section 2).

use crate::base::lang::Lang;
use crate::diag::suggest::nearest;

/// The kinds of file that hold fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Site,
    Taxonomy,
    Places,
    Plan,
    Page,
    Source,
    Product,
    Producer,
    PointOfSale,
    Venue,
    Destination,
    Route,
    Event,
}

impl Kind {
    pub const ALL: &'static [Kind] = &[
        Kind::Site,
        Kind::Taxonomy,
        Kind::Places,
        Kind::Plan,
        Kind::Page,
        Kind::Source,
        Kind::Product,
        Kind::Producer,
        Kind::PointOfSale,
        Kind::Venue,
        Kind::Destination,
        Kind::Route,
        Kind::Event,
    ];

    /// The folder of the kinds that are entries, each with a folder of its own.
    pub const fn entry_folder(self) -> Option<&'static str> {
        Some(match self {
            Kind::Product => "products",
            Kind::Producer => "producers",
            Kind::PointOfSale => "points-of-sale",
            Kind::Venue => "venues",
            Kind::Destination => "destinations",
            Kind::Route => "routes",
            Kind::Event => "events",
            _ => return None,
        })
    }

    fn of_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.entry_folder() == Some(folder))
    }
}

/// What a path holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// A file of fields (and perhaps a body): its kind, its id, its language.
    File { kind: Kind, id: String, lang: Lang },
    /// A picture beside an entry.
    Picture,
    /// Synonyms of the search, which has its own reader.
    Synonyms,
    /// Geometry that the site's owner put in for the map.
    Geometry,
    /// Nothing that we know; with the nearest known path.
    Unknown { nearest: Option<String> },
}

/// The endings of pictures that can be shown.
pub const PICTURE_EXTENSIONS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];
/// What stands at the top of the content: folders, and the file of the site.
pub const TOP_LEVEL: [&str; 13] = [
    "site.yaml",
    "taxonomy",
    "places",
    "sources",
    "plan",
    "pages",
    "products",
    "producers",
    "points-of-sale",
    "venues",
    "destinations",
    "routes",
    "events",
];

/// Reads a path relative to the content folder.
pub fn classify(path: &str) -> Slot {
    let parts: Vec<&str> = path.split('/').collect();
    let file = |kind, id: &str, lang| Slot::File { kind, id: id.to_owned(), lang };
    match parts[..] {
        ["site.yaml"] => file(Kind::Site, "site", Lang::Vi),
        ["taxonomy", "categories.yaml"] => file(Kind::Taxonomy, "categories", Lang::Vi),
        ["taxonomy", "synonyms.yaml"] => Slot::Synonyms,
        ["places", name] if name.ends_with(".geojson") => Slot::Geometry,
        [folder @ ("places" | "sources" | "plan"), name] => match name.strip_suffix(".yaml") {
            Some(id) => file(kind_of_yaml_folder(folder), id, Lang::Vi),
            None => unknown(path),
        },
        ["pages", name] => match (name.strip_suffix(".en.md"), name.strip_suffix(".md")) {
            (Some(id), _) => file(Kind::Page, id, Lang::En),
            (None, Some(id)) => file(Kind::Page, id, Lang::Vi),
            _ => unknown(path),
        },
        [folder, id, name] => match (Kind::of_folder(folder), name) {
            (Some(kind), "index.md") => file(kind, id, Lang::Vi),
            (Some(kind), "index.en.md") => file(kind, id, Lang::En),
            (Some(_), name) if is_picture(name) => Slot::Picture,
            _ => unknown(path),
        },
        _ => unknown(path),
    }
}

fn kind_of_yaml_folder(folder: &str) -> Kind {
    match folder {
        "places" => Kind::Places,
        "sources" => Kind::Source,
        _ => Kind::Plan,
    }
}

pub fn is_picture(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| PICTURE_EXTENSIONS.contains(&end.to_ascii_lowercase().as_str()))
}

/// The known path that differs least: the folder's name first, then the file's.
fn unknown(path: &str) -> Slot {
    let mut parts: Vec<&str> = path.split('/').collect();
    let known_top = TOP_LEVEL.contains(&parts[0]);
    if let Some(top) = nearest(parts[0], TOP_LEVEL).filter(|_| !known_top) {
        parts[0] = top;
        return Slot::Unknown { nearest: Some(parts.join("/")) };
    }
    let corrected = match parts[..] {
        [folder, id, name] if Kind::of_folder(folder).is_some() => {
            nearest(name, ["index.md", "index.en.md"]).map(|name| format!("{folder}/{id}/{name}"))
        }
        [folder, name] if Kind::of_folder(folder).is_some() => {
            name.strip_suffix(".md").map(|id| format!("{folder}/{id}/index.md"))
        }
        [folder @ ("places" | "sources" | "plan"), name] => {
            name.rsplit_once('.').map(|(id, _)| format!("{folder}/{id}.yaml"))
        }
        _ => None,
    };
    Slot::Unknown { nearest: corrected }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_unknown(path: &str, expected: Option<&str>) {
        assert_eq!(classify(path), Slot::Unknown { nearest: expected.map(str::to_owned) });
    }

    #[test]
    fn entries_pages_and_pictures_have_their_places() {
        let file = |kind, id: &str, lang| Slot::File { kind, id: id.into(), lang };
        assert_eq!(classify("products/gao/index.md"), file(Kind::Product, "gao", Lang::Vi));
        assert_eq!(classify("products/gao/index.en.md"), file(Kind::Product, "gao", Lang::En));
        assert_eq!(classify("products/gao/bao-bi.JPG"), Slot::Picture);
        assert_eq!(classify("pages/gioi-thieu.en.md"), file(Kind::Page, "gioi-thieu", Lang::En));
        assert_eq!(classify("plan/2024.yaml"), file(Kind::Plan, "2024", Lang::Vi));
    }

    #[test]
    fn a_stray_file_is_pointed_to_its_place() {
        check_unknown("product/gao/index.md", Some("products/gao/index.md"));
        check_unknown("products/gao.md", Some("products/gao/index.md"));
        check_unknown("products/gao/indx.md", Some("products/gao/index.md"));
        check_unknown("sources/a.yml", Some("sources/a.yaml"));
        check_unknown("notes.txt", None);
    }
}
