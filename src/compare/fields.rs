//! Fields of which no sentence speaks: prices, seasons, packs, a unit's successors. That they changed is told by their
//! names, so that "nothing changed" is only said when nothing did.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::compare::entries::heads;
use crate::compare::{Change, Pair, Side, Teller, Weight};
use crate::read::layout::TOP_LEVEL;
use crate::source::frontmatter;
use crate::source::yaml_tree::{self, Node, Value};

/// Fields that the other files of this room turn into sentences.
const TOLD: [&str; 28] = [
    "name",
    "other_names",
    "summary",
    "facts",
    "caveats",
    "aliases",
    "code",
    "official_code",
    "producer",
    "category",
    "place",
    "recognitions",
    "course",
    "abv",
    "status",
    "status_as_of",
    "verified_on",
    "verified_by",
    "opening_hours",
    "contacts",
    "stocks",
    "uses",
    "sells_on_site",
    "grade",
    "date",
    "targets",
    "counts",
    "ideas",
];

pub fn compare(pair: &Pair, changes: &mut Vec<Change>) {
    let names = LazyCell::new(|| names(pair.new));
    for (path, former, text) in rewritten(pair) {
        let Some((folder, id)) = entry_of(path) else { continue };
        let told = changes.iter().any(|change| change.folder == folder && change.id == id);
        let mut keys = differing(former, text);
        keys.retain(|key| !told || !TOLD.contains(&key.as_str()));
        if keys.is_empty() {
            continue;
        }
        let name = names.get(&(folder, id)).copied().unwrap_or(id);
        let mut teller = Teller { folder, id, name, changes };
        let english = path.ends_with(".en.md");
        let what = if english { "fields-en" } else { "fields" };
        teller.tell(Weight::Text, what, &[("fields", &keys.join(", "))]);
    }
}

/// The path of each text that differs, with what it was and what it is.
fn rewritten<'p>(pair: &Pair<'p>) -> impl Iterator<Item = (&'p str, &'p str, &'p str)> {
    let old = &pair.old.loaded.sources;
    pair.new.loaded.sources.files.iter().filter_map(|file| {
        // Sides share the files that are the same in both.
        let former = old.file(&file.path).filter(|former| !Arc::ptr_eq(former, file))?;
        let (was, is) = (former.text()?, file.text()?);
        (was != is).then_some((file.path.as_str(), was, is))
    })
}

fn names(side: &Side) -> BTreeMap<(&'static str, &str), &str> {
    let catalogue = &side.loaded.catalogue;
    let entries = heads(catalogue)
        .into_iter()
        .flat_map(|(folder, heads)| heads.into_iter().map(move |head| ((folder, head.slug.as_str()), &*head.name.vi)));
    let sources = catalogue.sources.iter().map(|source| (("sources", source.slug.as_str()), &*source.title.vi));
    entries.chain(sources).collect()
}

/// `products/gao/index.md` is of `products` and `gao`, `plan/2024.yaml` of `plan` and `2024`.
fn entry_of(path: &str) -> Option<(&'static str, &str)> {
    let (folder, rest) = match path.split_once('/') {
        Some(parts) => parts,
        None => (path.strip_suffix(".yaml")?, path),
    };
    let mut known = TOP_LEVEL.into_iter().map(|name| name.strip_suffix(".yaml").unwrap_or(name));
    let folder = known.find(|known| *known == folder)?;
    let id = rest.split(['/', '.']).next().unwrap_or(rest);
    Some((folder, id))
}

/// The keys of the first level whose values do not mean the same; none of a broken file, of which others tell.
fn differing(old: &str, new: &str) -> Vec<String> {
    let (Some(old), Some(new)) = (tree(old), tree(new)) else { return Vec::new() };
    let (was, is) = (entries(&old), entries(&new));
    let keys = is.keys().chain(was.keys().filter(|key| !is.contains_key(*key)));
    let differ = |key: &&&str| match (was.get(**key), is.get(**key)) {
        (Some(was), Some(is)) => !same(was, is),
        _ => true,
    };
    keys.filter(differ).map(|key| (*key).to_owned()).collect()
}

fn tree(text: &str) -> Option<Node> {
    let parts = frontmatter::split(text).ok()?;
    let yaml = match parts.yaml {
        Some(range) => &text[range],
        // A page of data has no front matter; a story alone is no YAML, and `texts` tells of it.
        None => text,
    };
    let (tree, faults) = yaml_tree::parse(yaml, 0);
    tree.filter(|_| faults.is_empty())
}

fn entries(tree: &Node) -> BTreeMap<&str, &Node> {
    match &tree.value {
        Value::Map(entries) => entries.iter().map(|(key, value)| (key.name.as_str(), value)).collect(),
        _ => BTreeMap::new(),
    }
}

/// Whether two values are written the same but for comments, quotes, white space and the order of keys.
fn same(left: &Node, right: &Node) -> bool {
    match (&left.value, &right.value) {
        (Value::Scalar { text: left, .. }, Value::Scalar { text: right, .. }) => left == right,
        (Value::Seq(left), Value::Seq(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Map(left), Value::Map(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, value)| right.iter().any(|(other, twin)| other.name == key.name && same(value, twin)))
        }
        _ => false,
    }
}
