//! The programme's classes: 6 groups, 17 families, 26 subgroups (148/QĐ-TTg; reworded by 26/2026/QĐ-TTg).

use crate::base::date::PartialDate;
use crate::base::lang::Localized;
use crate::model::id::SourceId;
use crate::terms::Scheme;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taxonomy {
    pub schemes: Vec<SchemeInfo>,
    pub groups: Vec<Group>,
    /// The decisions that it follows.
    pub sources: Vec<SourceId>,
}

impl Taxonomy {
    /// The subgroup with this number.
    pub fn subgroup(&self, number: u8) -> Option<&Subgroup> {
        self.groups.iter().flat_map(Group::subgroups).find(|subgroup| subgroup.number == number)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeInfo {
    pub id: Scheme,
    pub title: Localized,
    pub since: PartialDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Also the part of the URL.
    pub id: String,
    pub numeral: String,
    pub name: Localized,
    pub families: Vec<Family>,
}

impl Group {
    pub fn subgroups(&self) -> impl Iterator<Item = &Subgroup> {
        self.families.iter().flat_map(|family| &family.subgroups)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    pub path: String,
    pub name: Localized,
    pub subgroups: Vec<Subgroup>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subgroup {
    pub number: u8,
    /// Also the part of the URL.
    pub id: String,
    pub name: Localized,
    pub name_2023: Option<String>,
    pub name_2026: Option<String>,
    pub agencies: Vec<String>,
}
