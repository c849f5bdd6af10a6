//! Which drawn cover an entry gets: tint and line motif by the theme's `motifs.yaml`, arcs by a hash of the slug.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use anyhow::{Context, anyhow};
use serde::Deserialize;

use crate::base::text::fold;
use crate::model::Catalogue;
use crate::model::id::{EntryRef, GroupId, ProductId};
use crate::render::theme::Theme;
use crate::render::views::card::Cover;

const FILE: &str = "motifs.yaml";
/// Classes `k-x-0` to `k-x-7` of the style sheet.
const ARCS: u32 = 8;

/// The theme's rules.
#[derive(Debug, Clone)]
pub struct Motifs {
    rules: Rules,
    /// All words of the rules by name, looked for at once: every card of every list is asked.
    words: AhoCorasick,
    /// The rule of each word.
    rule_of: Vec<usize>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    /// The first rule with a word found in the folded name as whole syllables wins.
    names: Vec<NameRule>,
    subgroups: BTreeMap<u8, Drawing>,
    groups: BTreeMap<String, Drawing>,
    /// `destination/island` before `destination`.
    kinds: BTreeMap<String, Drawing>,
}

#[derive(Debug, Clone, Deserialize)]
struct NameRule {
    words: Vec<String>,
    motif: String,
    tint: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drawing {
    motif: String,
    tint: String,
}

impl Motifs {
    /// # Errors
    /// The theme lacks the file, or it is not of this form.
    pub fn load(theme: &Theme) -> anyhow::Result<Motifs> {
        let rules: Rules = crate::read::yaml::read(theme.text(FILE)?).map_err(|fault| anyhow!(fault)).context(FILE)?;
        let numbered = rules.names.iter().enumerate();
        // Whole syllables only.
        let words = numbered.flat_map(|(at, rule)| rule.words.iter().map(move |word| (at, format!(" {word} "))));
        let (rule_of, words): (Vec<usize>, Vec<String>) = words.unzip();
        Ok(Motifs { words: AhoCorasick::new(words).context(FILE)?, rules, rule_of })
    }

    pub fn cover(&self, catalogue: &Catalogue, entry: EntryRef) -> Cover {
        let (motif, tint) = match entry {
            EntryRef::Product(id) => self.of_product(catalogue, id),
            other => self.of_kind(catalogue, other),
        };
        let slug = match entry {
            EntryRef::Source(id) => &catalogue[id].slug,
            other => &catalogue.head(other).expect("only sources have no head").slug,
        };
        Cover { tint: tint.to_owned(), motif: motif.to_owned(), x: arc(slug) }
    }

    /// The cover of a group of products.
    pub fn group(&self, catalogue: &Catalogue, id: GroupId) -> Cover {
        let slug = &catalogue[id].id;
        let (motif, tint) = self.rules.groups.get(slug).map_or(("wave", "sand"), drawing);
        Cover { tint: tint.to_owned(), motif: motif.to_owned(), x: arc(slug) }
    }

    fn of_product(&self, catalogue: &Catalogue, id: ProductId) -> (&str, &str) {
        let product = &catalogue[id];
        let name = format!(" {} ", syllables(&product.head.name.vi));
        let named = self.words.find_overlapping_iter(&name).map(|found| self.rule_of[found.pattern().as_usize()]).min();
        if let Some(rule) = named.map(|at| &self.rules.names[at]) {
            return (&rule.motif, &rule.tint);
        }
        let subgroup = product.category.subgroup.and_then(|number| self.rules.subgroups.get(&number));
        let group = || self.rules.groups.get(&catalogue[product.category.group].id);
        subgroup.or_else(group).map_or(("wave", "sand"), drawing)
    }

    fn of_kind(&self, catalogue: &Catalogue, entry: EntryRef) -> (&str, &str) {
        let (kind, word) = match entry {
            EntryRef::Product(_) => ("product", ""),
            EntryRef::Producer(_) => ("producer", ""),
            EntryRef::PointOfSale(id) => ("point-of-sale", catalogue[id].kind.word()),
            EntryRef::Venue(id) => ("venue", catalogue[id].kind.word()),
            EntryRef::Destination(id) => ("destination", catalogue[id].kind.word()),
            EntryRef::Route(_) => ("route", ""),
            EntryRef::Event(_) => ("event", ""),
            EntryRef::Source(_) => ("source", ""),
        };
        let exact = self.rules.kinds.get(&format!("{kind}/{word}"));
        exact.or_else(|| self.rules.kinds.get(kind)).map_or(("wave", "sand"), drawing)
    }
}

fn drawing(drawing: &Drawing) -> (&str, &str) {
    (&drawing.motif, &drawing.tint)
}

/// Folded words with single spaces, punctuation dropped.
fn syllables(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// FNV-1a of the slug: stable for ever, spread over neighbours.
fn arc(slug: &str) -> u8 {
    let hash = slug.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    ((hash >> 16) % ARCS) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_matched_by_whole_syllables() {
        assert_eq!(syllables("Rượu sim “Đạt Thơm” – Kẻ Gỗ"), "ruou sim dat thom ke go");
        assert!(!format!(" {} ", syllables("Gạo Cẩm Thành")).contains(" ga "));
    }

    #[test]
    fn arcs_depend_on_the_slug_alone() {
        assert_eq!(arc("nuoc-mam-phu-sang"), arc("nuoc-mam-phu-sang"));
        assert!(u32::from(arc("a")) < ARCS);
    }
}
