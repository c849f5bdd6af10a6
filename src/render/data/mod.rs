//! Open data: every kind of entry as JSON and CSV, the places as GeoJSON. Never a phone number.

pub mod csv;
pub mod dictionary;
pub mod geojson;
pub mod records;

use serde_json::{Map, Value, json};

use crate::base::out_path::OutPath;
use crate::model::Catalogue;
use crate::plan::{SitePlan, paths};

/// A row of open data.
pub type Record = Map<String, Value>;

/// What a file of open data holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataKind {
    Products,
    Producers,
    PointsOfSale,
    Venues,
    Destinations,
    Routes,
    Events,
    Sources,
    /// Everything with a place, as one map layer.
    Places,
}

impl DataKind {
    pub const ALL: [DataKind; 9] = [
        DataKind::Products,
        DataKind::Producers,
        DataKind::PointsOfSale,
        DataKind::Venues,
        DataKind::Destinations,
        DataKind::Routes,
        DataKind::Events,
        DataKind::Sources,
        DataKind::Places,
    ];

    /// The file's name without its ending: the folder of the entries' pages.
    pub const fn file_stem(self) -> &'static str {
        match self {
            DataKind::Products => paths::PRODUCTS,
            DataKind::Producers => paths::PRODUCERS,
            DataKind::PointsOfSale => paths::POINTS_OF_SALE,
            DataKind::Venues => paths::VENUES,
            DataKind::Destinations => paths::DESTINATIONS,
            DataKind::Routes => paths::ROUTES,
            DataKind::Events => paths::EVENTS,
            DataKind::Sources => paths::SOURCES,
            DataKind::Places => "catalogue",
        }
    }

    /// The key of the list in the JSON file.
    pub const fn list_key(self) -> &'static str {
        match self {
            DataKind::Products => "products",
            DataKind::Producers => "producers",
            DataKind::PointsOfSale => "points_of_sale",
            DataKind::Venues => "venues",
            DataKind::Destinations => "destinations",
            DataKind::Routes => "routes",
            DataKind::Events => "events",
            DataKind::Sources => "sources",
            DataKind::Places => "features",
        }
    }

    /// In the keys of strings.
    pub const fn word(self) -> &'static str {
        match self {
            DataKind::PointsOfSale => "points-of-sale",
            DataKind::Places => "places",
            other => other.list_key(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Csv,
    GeoJson,
}

/// One file of open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub kind: DataKind,
    format: Format,
    pub out: OutPath,
    pub bytes: Vec<u8>,
    pub count: usize,
}

impl Download {
    pub const fn media_type(&self) -> &'static str {
        match self.format {
            Format::Json => "application/json",
            Format::Csv => "text/csv",
            Format::GeoJson => "application/geo+json",
        }
    }

    pub const fn format_name(&self) -> &'static str {
        match self.format {
            Format::Json => "JSON",
            Format::Csv => "CSV",
            Format::GeoJson => "GeoJSON",
        }
    }
}

/// Every file of open data.
pub fn downloads(catalogue: &Catalogue, plan: &SitePlan) -> Vec<Download> {
    let tables = DataKind::ALL.into_iter().filter(|kind| *kind != DataKind::Places);
    let mut downloads: Vec<Download> = tables.flat_map(|kind| table(catalogue, plan, kind)).collect();
    let (bytes, count) = geojson::layer(catalogue, plan);
    downloads.push(download(DataKind::Places, Format::GeoJson, bytes, count));
    downloads
}

fn table(catalogue: &Catalogue, plan: &SitePlan, kind: DataKind) -> [Download; 2] {
    let records = records::of(catalogue, plan, kind);
    let count = records.len();
    let csv = csv::table(dictionary::fields(kind), &records).into_bytes();
    let list = records.into_iter().map(Value::Object).collect();
    let whole = json!({ "date": catalogue.date.to_string(), kind.list_key(): Value::Array(list) });
    [download(kind, Format::Json, format!("{whole}\n").into_bytes(), count), download(kind, Format::Csv, csv, count)]
}

fn download(kind: DataKind, format: Format, bytes: Vec<u8>, count: usize) -> Download {
    let ending = match format {
        Format::Json => "json",
        Format::Csv => "csv",
        Format::GeoJson => "geojson",
    };
    let path = format!("{}/{}.{ending}", paths::DATA, kind.file_stem());
    Download { kind, format, out: OutPath::new(path).expect("made of fixed words"), bytes, count }
}
