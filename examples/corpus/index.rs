//! The synthetic corpus as the search's index takes it, without a site around it.

use std::collections::BTreeMap;

use ocop::base::text::slug;
use ocop::search::{Corpus, Document, Entity, EntityKind, Facet, FacetValue};

use super::row::Row;

/// Values of one facet, numbered in the order of their ids.
#[derive(Default)]
struct Values(BTreeMap<String, (u32, String)>);

impl Values {
    fn gather<'a>(items: impl Iterator<Item = (String, &'a str)>) -> Values {
        let mut values = Values::default();
        for (id, name) in items {
            values.0.insert(id, (0, name.to_owned()));
        }
        for ((_, entry), number) in values.0.iter_mut().zip(0..) {
            entry.0 = number;
        }
        values
    }

    fn facet(&self, key: &str, apart: bool) -> Facet {
        let values = self.0.iter().map(|(id, (_, name))| FacetValue {
            id: id.clone(),
            name: name.clone(),
            ..FacetValue::default()
        });
        Facet { key: key.to_owned(), values: values.collect(), apart }
    }

    fn number(&self, id: &str) -> u32 {
        self.0[id].0
    }
}

/// As long as a card of the default theme.
fn card(row: &Row) -> String {
    let Row { url, name, producer, commune, star, .. } = row;
    format!(
        "<li class=card><div class=\"cover k-leaf k-x-1\"><svg aria-hidden=true><use href=#cake /></svg></div><div><h3>\
         <a href={url}>{name}</a></h3><p class=meta>{producer} · {commune}</p><p class=marks><span class=stars role=img \
         aria-label=\"{star} trên 5 sao OCOP\"><svg class=\"st n{star}\"><use href=#h{star} /></svg> {star} sao</span> \
         <span class=\"badge b-valid\"><svg aria-hidden=true><use href=#i-check /></svg>Còn hạn</span></p></div></li>"
    )
}

/// The corpus as the index takes it.
pub fn corpus(rows: &[Row]) -> Corpus {
    // As on the site: the name's slug, longer only where another unit has the same.
    let mut owners: BTreeMap<String, BTreeMap<String, ()>> = BTreeMap::new();
    for row in rows {
        let (district, commune) = (slug(&row.district), slug(&row.commune));
        owners.entry(format!("{district}/")).or_default().insert(row.province.clone(), ());
        owners.entry(commune).or_default().insert(format!("{}/{}", row.province, row.district), ());
    }
    let district = |row: &Row| {
        let id = slug(&row.district);
        if owners[&format!("{id}/")].len() > 1 { format!("{id}-{}", slug(&row.province)) } else { id }
    };
    let commune = |row: &Row| {
        let id = slug(&row.commune);
        if owners[&id].len() > 1 { format!("{id}-{}-{}", slug(&row.district), slug(&row.province)) } else { id }
    };
    let districts = Values::gather(rows.iter().map(|row| (district(row), row.district.as_str())));
    let communes = Values::gather(rows.iter().map(|row| (commune(row), row.commune.as_str())));
    let stars = Values::gather(rows.iter().map(|row| (row.star.to_string(), "")));
    let categories = Values::gather(rows.iter().map(|row| (slug(&row.category), row.category.as_str())));
    let groups = Values::gather(rows.iter().map(|row| (slug(&row.group), row.group.as_str())));
    let outlets = Values::gather(rows.iter().flat_map(|row| &row.pos).map(|name| (slug(name), name.as_str())));
    let mut entities: BTreeMap<String, Entity> = BTreeMap::new();
    for row in rows {
        for (id, name, kind) in [
            (format!("x-{}", commune(row)), &row.commune, EntityKind::Commune),
            (format!("d-{}", district(row)), &row.district, EntityKind::District),
            (format!("p-{}", slug(&row.province)), &row.province, EntityKind::District),
            (format!("c-{}", slug(&row.category)), &row.category, EntityKind::Category),
            (format!("g-{}", slug(&row.group)), &row.group, EntityKind::Category),
        ] {
            entities.entry(id).or_insert_with(|| Entity { kind, names: vec![name.clone()], note: None });
        }
    }
    let at: BTreeMap<&String, usize> = entities.keys().zip(0..).collect();
    let documents = rows.iter().map(|row| Document {
        slug: row.url.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned(),
        name: row.name.clone(),
        name_en: Some(row.name_en.clone()),
        producer: row.producer.clone(),
        place: row.commune.clone(),
        entities: vec![
            at[&format!("x-{}", commune(row))],
            at[&format!("d-{}", district(row))],
            at[&format!("p-{}", slug(&row.province))],
            at[&format!("c-{}", slug(&row.category))],
            at[&format!("g-{}", slug(&row.group))],
        ],
        values: vec![
            vec![stars.number(&row.star.to_string())],
            vec![categories.number(&slug(&row.category))],
            vec![groups.number(&slug(&row.group))],
            vec![districts.number(&district(row))],
            {
                let mut values: Vec<u32> = row.pos.iter().map(|name| outlets.number(&slug(name))).collect();
                values.sort_unstable();
                values
            },
            vec![communes.number(&commune(row))],
        ],
        text: row.description.clone(),
        cards: vec![card(row)],
        ..Document::default()
    });
    let documents = documents.collect();
    Corpus {
        documents,
        entities: entities.into_values().collect(),
        facets: vec![
            stars.facet("star", false),
            categories.facet("category", false),
            groups.facet("group", false),
            districts.facet("district", false),
            outlets.facet("pos", false),
            communes.facet("commune", true),
        ],
        languages: vec!["vi"],
        base: "/".to_owned(),
        ..Corpus::default()
    }
}
