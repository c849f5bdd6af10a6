//! Lays a synthetic corpus out as a content folder that `ocop build` takes:
//! `cargo run --release --example search-corpus -- docs.json DIR`.
//!
//! Districts, communes, groups and subgroups are the corpus's own. Everything is made up and says so: the site's title,
//! the source, the decisions, a caveat on each product.

#![expect(clippy::disallowed_methods, reason = "an example reads and writes the files it is given")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::Context as _;
use camino::Utf8PathBuf;
use ocop::base::text::slug;

#[path = "corpus/row.rs"]
mod row;

use row::Row;

const SOURCE: &str = "du-lieu-bia";
const HOME: &str = "ha-tinh";
/// Subgroup of light alcohol: its products need a strength.
const ALCOHOL: usize = 14;
const SUPPLEMENT: usize = 18;

/// The product's id, from its address.
fn id(row: &Row) -> &str {
    row.url.trim_matches('/').rsplit('/').next().unwrap_or_default()
}

struct Writer {
    root: Utf8PathBuf,
}

impl Writer {
    fn put(&self, path: &str, text: &str) -> anyhow::Result<()> {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().context("files lie in folders")?)?;
        fs::write(&path, text).with_context(|| format!("cannot write {path}"))
    }
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, input, output] = &arguments[..] else { anyhow::bail!("usage: search-corpus docs.json DIR") };
    let rows: Vec<Row> = serde_json::from_slice(&fs::read(input)?)?;
    let writer = Writer { root: Utf8PathBuf::from(output) };
    writer.put("site.yaml", SITE)?;
    writer.put(&format!("sources/{SOURCE}.yaml"), SOURCE_FILE)?;
    let numbers = write_taxonomy(&writer, &rows)?;
    let units = write_places(&writer, &rows)?;
    write_outlets(&writer, &rows)?;
    for row in &rows {
        let unit = &units[&(&row.province, &row.district, &row.commune)];
        writer.put(&format!("producers/cs-{}/index.md", id(row)), &producer(row, unit))?;
        writer.put(&format!("products/{}/index.md", id(row)), &product(row, unit, &numbers))?;
    }
    eprintln!("{} products", rows.len());
    Ok(())
}

/// A text as a YAML value.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

const SITE: &str = "title:
  vi: DỮ LIỆU BỊA để thử tìm kiếm
  en: MADE-UP DATA to try the search
tagline:
  vi: Không có sản phẩm nào ở đây là thật
  en: No product here is real
description:
  vi: Danh mục bịa, sinh bằng máy để đo máy tìm kiếm.
  en: A made-up catalogue, generated to measure the search.
base_url: https://bia.example/
languages: [vi, en]
home:
  province: ha-tinh
  district: huyen-cam-xuyen
publisher:
  vi: Máy sinh dữ liệu bịa
  en: A generator of made-up data
corrections:
  text:
    vi: Dữ liệu bịa, không cần sửa.
    en: Made-up data, nothing to correct.
licence:
  name:
    vi: Dữ liệu bịa
    en: Made-up data
";

const SOURCE_FILE: &str = "title:
  vi: Dữ liệu bịa để thử tìm kiếm
  en: Made-up data to try the search
publisher: Máy sinh dữ liệu bịa
grade: A
type: decision
number: BỊA-0
date: 2025-06-01
url: https://bia.example/
read_on: 2026-01-01
";

const SCHEMES: &str = "schemes:
  - {id: qd-1048-2019, title: {vi: Danh mục 2019 (bịa), en: List of 2019 (made up)}, since: 2019-08-21}
  - {id: qd-148-2023, title: {vi: Danh mục 2023 (bịa), en: List of 2023 (made up)}, since: 2023-02-24}
  - {id: qd-26-2026, title: {vi: Danh mục 2026 (bịa), en: List of 2026 (made up)}, since: 2026-05-22}
groups:
";

/// Numbers of the corpus's subgroups; those that the law gives a meaning go to what has it.
fn write_taxonomy(writer: &Writer, rows: &[Row]) -> anyhow::Result<BTreeMap<String, usize>> {
    let mut groups: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows {
        groups.entry(&row.category).or_default().insert(&row.group);
    }
    let mut free = (1..=26).filter(|number| ![ALCOHOL, 15, SUPPLEMENT].contains(number));
    let mut numbers = BTreeMap::new();
    let mut text = SCHEMES.to_owned();
    for (at, (group, subgroups)) in groups.iter().enumerate() {
        let numeral = ["I", "II", "III", "IV", "V", "VI"][at];
        text.push_str(&format!(
            "  - id: {}\n    numeral: {numeral}\n    name: {}\n    families:\n",
            slug(group),
            quoted(group)
        ));
        text.push_str(&format!("      - path: {numeral}.1\n        name: {}\n        subgroups:\n", quoted(group)));
        for subgroup in subgroups {
            let number =
                if subgroup.contains("Rượu") { ALCOHOL } else { free.next().context("26 subgroups at most")? };
            numbers.insert((*subgroup).to_owned(), number);
            text.push_str(&format!(
                "          - number: {number}\n            id: {}\n            name: {}\n            agencies: []\n",
                slug(subgroup),
                quoted(subgroup)
            ));
        }
    }
    text.push_str(&format!("sources: {SOURCE}\n"));
    writer.put("taxonomy/categories.yaml", &text)?;
    Ok(numbers)
}

type Units<'r> = BTreeMap<(&'r String, &'r String, &'r String), String>;

/// One file a province; each former commune became one commune of the same name.
fn write_places<'r>(writer: &Writer, rows: &'r [Row]) -> anyhow::Result<Units<'r>> {
    let mut provinces: BTreeMap<&String, BTreeMap<&String, BTreeSet<&String>>> = BTreeMap::new();
    for row in rows {
        provinces.entry(&row.province).or_default().entry(&row.district).or_default().insert(&row.commune);
    }
    let mut units = Units::new();
    for (at, (province, districts)) in provinces.iter().enumerate() {
        let id = slug(province);
        let mut taken = BTreeSet::new();
        let (mut upper, mut former, mut present) = (String::new(), String::new(), String::new());
        for (district_at, (district, communes)) in districts.iter().enumerate() {
            let district_id = format!("huyen-{}", slug(district));
            upper.push_str(&format!(
                "  - id: {district_id}\n    code: \"{at}-{district_at}\"\n    name: {}\n    until: 2025-06-30\n",
                quoted(&format!("huyện {district}"))
            ));
            for commune in communes {
                let short = slug(commune);
                let unit = if taken.insert(short.clone()) { short } else { format!("{short}-{}", slug(district)) };
                taken.insert(unit.clone());
                let (code, name) = (taken.len(), quoted(&format!("xã {commune}")));
                former.push_str(&format!(
                    "  - id: {unit}-cu\n    code: \"{at}-{code}\"\n    name: {name}\n    district: {district_id}\n    until: 2025-06-30\n    successors:\n      - commune: {unit}\n"
                ));
                present.push_str(&format!(
                    "  - id: {unit}\n    code: \"{at}-{code}\"\n    name: {name}\n    district: {district_id}\n    since: 2025-07-01\n"
                ));
                let place = if id == HOME { format!("{unit}-cu") } else { format!("{id}/{unit}-cu") };
                units.insert((province, district, commune), place);
            }
        }
        let head =
            format!("province:\n  id: {id}\n  code: \"{at}\"\n  name: {}\n", quoted(&format!("tỉnh {province}")));
        let text =
            format!("{head}districts:\n{upper}former_communes:\n{former}communes:\n{present}sources: {SOURCE}\n");
        writer.put(&format!("places/{id}.yaml"), &text)?;
    }
    Ok(units)
}

fn write_outlets(writer: &Writer, rows: &[Row]) -> anyhow::Result<()> {
    let mut outlets: BTreeMap<&String, Vec<&str>> = BTreeMap::new();
    for row in rows {
        for outlet in &row.pos {
            outlets.entry(outlet).or_default().push(id(row));
        }
    }
    for (name, products) in outlets {
        let products: String = products.iter().map(|id| format!("    - {id}\n")).collect();
        let text = format!(
            "---\nname: {}\ntype: ocop_shop\nstatus: unknown\nstocks:\n  products:\n{products}  source: {SOURCE}\nsources: {SOURCE}\n---\n",
            quoted(name)
        );
        writer.put(&format!("points-of-sale/{}/index.md", slug(name)), &text)?;
    }
    Ok(())
}

fn producer(row: &Row, unit: &str) -> String {
    let name = quoted(&row.producer);
    format!(
        "---\nname: {name}\nname_basis: source\nlegal_form: unknown\nplace:\n  unit: {unit}\n  source: {SOURCE}\nsources: {SOURCE}\n---\n"
    )
}

fn product(row: &Row, unit: &str, numbers: &BTreeMap<String, usize>) -> String {
    let number = numbers[&row.group];
    let abv = if number == ALCOHOL { "abv: 12\n".to_owned() } else { String::new() };
    format!(
        "---
name:
  vi: {}
  en: {}
producer: cs-{}
category:
  group: {}
  subgroup: {number}
  scheme: qd-26-2026
  basis: compiler
place:
  unit: {unit}
  source: {SOURCE}
recognitions:
  - stars: {}
    date: 2025-06-01
    decision:
      number: BỊA-{}
      issuer: Không có thật
      date: 2025-06-01
    source: {SOURCE}
{abv}caveats:
  - kind: inferred
    text:
      vi: Sản phẩm bịa, sinh bằng máy.
      en: A made-up product.
    source: {SOURCE}
sources: {SOURCE}
---
{}
",
        quoted(&row.name),
        quoted(&row.name_en),
        id(row),
        slug(&row.category),
        row.star,
        id(row).len(),
        row.description
    )
}
