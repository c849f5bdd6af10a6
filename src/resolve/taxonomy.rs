//! The classes of the programme, and which group a product's written class means.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::localized;
use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::id::GroupId;
use crate::model::product::Category;
use crate::model::taxonomy::{Family, Group, SchemeInfo, Subgroup, Taxonomy};
use crate::read::Record;
use crate::read::raw::product as raw_product;
use crate::read::raw::taxonomy::{self as raw, TaxonomyFile};
use crate::resolve::names::Names;
use crate::resolve::references::scheme_title;
use crate::source::field::FieldPath;
use crate::terms::Scheme;

/// The classes with what is needed to read a written class of any scheme.
#[derive(Debug, Default, PartialEq)]
pub struct Classes {
    pub taxonomy: Taxonomy,
    /// Groups of the lists of 2023 and 2026.
    groups: BTreeMap<String, GroupId>,
    /// Sectors of the list of 2019: their name, the group that took them over, the sets' numbers and names.
    sectors: BTreeMap<String, Sector>,
}

#[derive(Debug, Default, PartialEq)]
struct Sector {
    name: String,
    now: Option<GroupId>,
    sets: BTreeMap<u8, (String, Option<u8>)>,
}

/// Links the taxonomy file; without one the catalogue has no groups, and every class is unknown.
pub fn resolve(file: Option<&Record<TaxonomyFile>>, names: &Names) -> (Classes, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut classes = Classes::default();
    let Some(file) = file else { return (classes, diagnostics) };
    duplicates(file, &mut diagnostics);
    classes.taxonomy.sources = names.cited(&file.value.sources);
    classes.taxonomy.schemes = file
        .value
        .schemes
        .iter()
        .map(|raw| SchemeInfo { id: raw.id, title: localized(&raw.title), since: raw.since })
        .collect();
    for raw in &file.value.groups {
        let id = GroupId::new(classes.taxonomy.groups.len());
        classes.groups.entry(raw.id.clone()).or_insert(id);
        classes.taxonomy.groups.push(group(raw));
    }
    for raw in &file.value.groups_2019 {
        let sets = raw.sets.iter().map(|set| (set.number, (set.name.clone(), set.now))).collect();
        let now = raw.now.as_ref().and_then(|id| classes.groups.get(id).copied());
        classes.sectors.insert(raw.id.clone(), Sector { name: localized(&raw.name).vi, now, sets });
    }
    (classes, diagnostics)
}

fn group(raw: &raw::Group) -> Group {
    let family = |raw: &raw::Family| Family {
        path: raw.path.clone(),
        name: localized(&raw.name),
        subgroups: raw.subgroups.iter().map(subgroup).collect(),
    };
    Group {
        id: raw.id.clone(),
        numeral: raw.numeral.clone(),
        name: localized(&raw.name),
        families: raw.families.iter().map(family).collect(),
    }
}

fn subgroup(raw: &raw::Subgroup) -> Subgroup {
    Subgroup {
        number: raw.number,
        id: raw.id.clone(),
        name: localized(&raw.name),
        name_2023: raw.name_2023.clone(),
        name_2026: raw.name_2026.clone(),
        agencies: raw.agencies.clone(),
    }
}

/// Two groups or subgroups of one id, or two subgroups of one number.
fn duplicates(file: &Record<TaxonomyFile>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    let mut claim = |value: String, field: FieldPath| {
        if !seen.insert(value.clone()) {
            let again = Diagnostic::new(Code::DuplicateId, &file.file).at(field);
            diagnostics.push(again.arg("value", value).arg("first", &file.file));
        }
    };
    for (at, group) in file.value.groups.iter().enumerate() {
        let field = FieldPath::root().key("groups").item(at);
        claim(group.id.clone(), field.key("id"));
        for (at, family) in group.families.iter().enumerate() {
            let field = field.key("families").item(at).key("subgroups");
            for (at, subgroup) in family.subgroups.iter().enumerate() {
                claim(format!("{}/{}", group.id, subgroup.id), field.item(at).key("id"));
                claim(subgroup.number.to_string(), field.item(at).key("number"));
            }
        }
    }
}

impl Classes {
    /// The class that a product's file means, with what is wrong with it.
    pub fn read(&self, raw: &raw_product::Category, file: &str, diagnostics: &mut Diagnostics) -> Option<Category> {
        let field = FieldPath::root().key("category");
        let class = match raw.scheme {
            Scheme::Y2019 => self.sector(raw),
            Scheme::Y2023 | Scheme::Y2026 => self.groups.get(&raw.group).map(|group| Category {
                group: *group,
                subgroup: raw.subgroup,
                scheme: raw.scheme,
                scheme_name: self.scheme_name(raw),
                basis: raw.basis,
            }),
        };
        // Without any list the taxonomy file itself is broken, and has been reported.
        if class.is_none() && !self.groups.is_empty() {
            let known: Vec<&str> = self.known(raw.scheme);
            let unknown = Diagnostic::new(Code::UnknownCategory, file)
                .at(field.key("group"))
                .arg("value", &raw.group)
                .arg("scheme", scheme_title(raw.scheme))
                .arg("known", known.join(", "))
                .fix(nearest(&raw.group, known.iter().copied()));
            diagnostics.push(unknown);
        }
        let class = class?;
        self.check_subgroup(raw, &class, file, diagnostics);
        Some(class)
    }

    fn known(&self, scheme: Scheme) -> Vec<&str> {
        match scheme {
            Scheme::Y2019 => self.sectors.keys().map(String::as_str).collect(),
            Scheme::Y2023 | Scheme::Y2026 => self.groups.keys().map(String::as_str).collect(),
        }
    }

    fn sector(&self, raw: &raw_product::Category) -> Option<Category> {
        let sector = self.sectors.get(&raw.group)?;
        let set = raw.subgroup.and_then(|number| sector.sets.get(&number));
        Some(Category {
            group: sector.now?,
            subgroup: set.and_then(|(_, now)| *now),
            scheme: raw.scheme,
            scheme_name: Some(set.map_or(sector.name.clone(), |(name, _)| name.clone())),
            basis: raw.basis,
        })
    }

    /// The subgroup's name in the list of 2023, where the list of 2026 words it otherwise.
    fn scheme_name(&self, raw: &raw_product::Category) -> Option<String> {
        let subgroup = self.taxonomy.subgroup(raw.subgroup?)?;
        let then = subgroup.name_2023.as_ref().filter(|_| raw.scheme == Scheme::Y2023)?;
        (subgroup.name_2026.as_ref() != Some(then)).then(|| then.clone())
    }

    /// The subgroup's number stands in the written scheme, under the written group.
    fn check_subgroup(&self, raw: &raw_product::Category, class: &Category, file: &str, out: &mut Diagnostics) {
        let Some(number) = raw.subgroup else { return };
        let (inside, right) = match raw.scheme {
            Scheme::Y2019 => {
                let home = self.sectors.iter().find(|(_, sector)| sector.sets.contains_key(&number));
                (home.is_some_and(|(id, _)| *id == raw.group), home.map(|(id, _)| id.clone()))
            }
            Scheme::Y2023 | Scheme::Y2026 => {
                let home = self.taxonomy.groups.iter().find(|group| group.subgroups().any(|own| own.number == number));
                let here = &self.taxonomy.groups[class.group.at()];
                (here.subgroups().any(|own| own.number == number), home.map(|group| group.id.clone()))
            }
        };
        if !inside {
            let mismatch = Diagnostic::new(Code::CategoryMismatch, file)
                .at(FieldPath::root().key("category").key("subgroup"))
                .arg("number", number)
                .arg("group", &self.taxonomy.groups[class.group.at()].name.vi)
                .arg("scheme", scheme_title(raw.scheme));
            // The fix would go into another field, so it is told but not offered as a replacement of this one.
            out.push(match right {
                Some(right) => mismatch.arg("belongs", right),
                None => mismatch.arg("belongs", "—"),
            });
        }
    }
}
