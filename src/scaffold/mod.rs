//! New entries: a skeleton that `check` accepts, with a question for every field that a person could answer.
//!
//! The fields and their order come from the schema, the questions and examples from the handbook. What a required field
//! refers to is looked up by an approximate name; what had to be guessed is marked `# SỬA:` and told.

pub mod find;
pub mod skeleton;

use crate::base::text::{capitalized, fold, is_slug, slug};
use crate::canonical;
use crate::editor::ids::{self, Offers};
use crate::read::Records;
use crate::read::layout::Kind;
use crate::scaffold::find::{Found, find};
use crate::source::Sources;

/// What a person asks for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// An id, or a name from which the id is made.
    pub id: String,
    pub name: Option<String>,
    pub producer: Option<String>,
    pub commune: Option<String>,
    pub source: Option<String>,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skeleton {
    /// Relative to the content folder.
    pub path: String,
    pub text: String,
    pub notes: Vec<Note>,
}

/// What the person should know about the skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The id was made from the name.
    IdFromName { name: String, id: String },
    /// An approximate name was taken for this entry.
    Took { field: &'static str, wanted: String, id: String, name: String },
    /// Nothing was said, so this stands in until somebody says it.
    StandsIn { field: &'static str, id: String, name: String },
}

/// Why there is no skeleton.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No id can be made of it.
    NoId(String),
    Exists(String),
    /// Nothing is called so; with what comes nearest.
    NotFound {
        field: &'static str,
        wanted: String,
        nearest: Vec<(String, String)>,
    },
    /// Several are called so.
    Ambiguous {
        field: &'static str,
        wanted: String,
        all: Vec<(String, String)>,
    },
    /// The catalogue has nothing yet that the field could refer to.
    NothingYet {
        field: &'static str,
    },
}

/// A reference as it will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    pub id: String,
    pub name: String,
    /// Nobody named it.
    pub guessed: bool,
}

/// What the fields of a skeleton refer to.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    pub name: String,
    /// The name was made from the id, without its marks.
    pub name_guessed: bool,
    pub producer: Option<Chosen>,
    pub place: Option<Chosen>,
    pub source: Option<Chosen>,
    pub group: Option<Chosen>,
}

/// The skeleton of a new entry of `kind`.
///
/// # Errors
/// When it would overwrite a file, or a name that was given leads to nothing or to several things.
pub fn skeleton(kind: Kind, request: &Request, records: &Records, sources: &Sources) -> Result<Skeleton, Refusal> {
    let mut notes = Vec::new();
    let id = if is_slug(&request.id) { request.id.clone() } else { slug(&request.id) };
    if id.is_empty() {
        return Err(Refusal::NoId(request.id.clone()));
    }
    if id != request.id {
        notes.push(Note::IdFromName { name: request.id.clone(), id: id.clone() });
    }
    let path = match kind.entry_folder() {
        Some(folder) => format!("{folder}/{id}/index.md"),
        None => format!("sources/{id}.yaml"),
    };
    if sources.file(&path).is_some() {
        return Err(Refusal::Exists(path));
    }
    let answers = answers(kind, request, &id, records, &mut notes)?;
    let text = skeleton::text(kind, &answers);
    let text = match canonical::file(&path, &text) {
        Some(Ok(text)) => text,
        other => unreachable!("a skeleton has a canonical form: {other:?}\n{text}"),
    };
    Ok(Skeleton { path, text, notes })
}

fn answers(
    kind: Kind,
    request: &Request,
    id: &str,
    records: &Records,
    notes: &mut Vec<Note>,
) -> Result<Answers, Refusal> {
    let offers = ids::offers(records);
    let told = request.name.clone().or_else(|| (id != request.id).then(|| request.id.clone()));
    let mut answers = Answers { name_guessed: told.is_none(), ..Answers::default() };
    answers.name = told.unwrap_or_else(|| unslugged(id));
    if kind == Kind::Source {
        return Ok(answers);
    }
    let mut look = Look { offers: &offers, notes };
    answers.place = look.asked("commune", "place", request.commune.as_deref())?;
    if kind == Kind::Product {
        answers.producer = Some(match look.asked("producer", "producer", request.producer.as_deref())? {
            Some(chosen) => chosen,
            None => look.stand_in("producer", "producer", producer_like(&offers, id))?,
        });
        let group = group_like(records, &answers.name);
        answers.group = Some(look.stand_in("category.group", "category", group)?);
    } else {
        answers.producer = look.asked("producer", "producer", request.producer.as_deref())?;
    }
    answers.source = Some(match look.asked("source", "source", request.source.as_deref())? {
        Some(chosen) => chosen,
        None => {
            let near = source_of(records, answers.producer.as_ref());
            look.stand_in("source", "source", near)?
        }
    });
    Ok(answers)
}

struct Look<'o, 'n> {
    offers: &'o Offers,
    notes: &'n mut Vec<Note>,
}

impl Look<'_, '_> {
    /// What a person named, if anything.
    fn asked(&mut self, field: &'static str, kind: &str, wanted: Option<&str>) -> Result<Option<Chosen>, Refusal> {
        let Some(wanted) = wanted else { return Ok(None) };
        let known = self.offers.get(kind).map_or(&[][..], Vec::as_slice);
        let owned = |all: Vec<&(String, String)>| all.into_iter().cloned().collect();
        match find(wanted, known) {
            Found::One((id, name)) => {
                if id != wanted {
                    let took = Note::Took { field, wanted: wanted.to_owned(), id: id.clone(), name: name.clone() };
                    self.notes.push(took);
                }
                Ok(Some(Chosen { id: id.clone(), name: name.clone(), guessed: false }))
            }
            Found::Several(all) => Err(Refusal::Ambiguous { field, wanted: wanted.to_owned(), all: owned(all) }),
            Found::None(nearest) => {
                Err(Refusal::NotFound { field, wanted: wanted.to_owned(), nearest: owned(nearest) })
            }
        }
    }

    /// Something valid where nobody named anything: the likely one, else the first.
    fn stand_in(&mut self, field: &'static str, kind: &str, likely: Option<String>) -> Result<Chosen, Refusal> {
        let known = self.offers.get(kind).map_or(&[][..], Vec::as_slice);
        let chosen = likely.and_then(|id| known.iter().find(|(known, _)| *known == id)).or(known.first());
        let (id, name) = chosen.ok_or(Refusal::NothingYet { field })?;
        self.notes.push(Note::StandsIn { field, id: id.clone(), name: name.clone() });
        Ok(Chosen { id: id.clone(), name: name.clone(), guessed: true })
    }
}

/// The producer whose id ends the product's: `nuoc-mam-phu-sang` is `phu-sang`'s.
fn producer_like(offers: &Offers, product: &str) -> Option<String> {
    let known = offers.get("producer").into_iter().flatten();
    let ends = known.filter(|(id, _)| product.ends_with(&format!("-{id}")));
    ends.max_by_key(|(id, _)| id.len()).map(|(id, _)| id.clone())
}

/// The group of the product whose name begins with the most of the same words, if any begins with one.
pub fn group_like(records: &Records, name: &str) -> Option<String> {
    let words = fold(name);
    let shared = |other: &str| words.split(' ').zip(other.split(' ')).take_while(|(left, right)| left == right).count();
    let named = records.products.iter().map(|record| {
        let other = fold(&crate::config::localized(&record.value.name).vi);
        (shared(&other), record.value.category.group.clone())
    });
    let best = named.filter(|(count, group)| *count > 0 && !group.ends_with("-2019")).max_by_key(|(count, _)| *count);
    best.map(|(_, group)| group)
}

/// The first source of the producer.
fn source_of(records: &Records, producer: Option<&Chosen>) -> Option<String> {
    let record = records.producers.iter().find(|record| Some(&record.id) == producer.map(|chosen| &chosen.id))?;
    record.value.sources.0.first().cloned()
}

/// `nuoc-mam-phu-sang` as a name until somebody writes the right one.
fn unslugged(id: &str) -> String {
    capitalized(&id.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records() -> Records {
        let mut sources = Sources::default();
        sources.insert("sources/tin.yaml", "title: Tin\npublisher: Báo\ngrade: B1\ntype: press\n".to_owned());
        sources.insert("producers/phu-sang/index.md", "---\nname: HTX Phú Sáng\nsources: tin\n---\n".to_owned());
        sources.insert(
            "taxonomy/categories.yaml",
            "schemes: []\ngroups:\n  - id: do-uong\n    numeral: I\n    name: Đồ uống\n    families: []\n".to_owned(),
        );
        crate::read::read_all(&sources).0
    }

    fn request(id: &str) -> Request {
        Request { id: id.to_owned(), ..Request::default() }
    }

    #[test]
    fn a_name_makes_the_id_and_the_producer_is_found_by_the_ids_end() {
        let made = skeleton(Kind::Product, &request("Nước mắm Phú Sáng"), &records(), &Sources::default()).unwrap();
        assert_eq!(made.path, "products/nuoc-mam-phu-sang/index.md");
        assert!(
            made.text.contains("\nname: Nước mắm Phú Sáng\n") && made.text.contains("\nproducer: phu-sang\n"),
            "{}",
            made.text
        );
        assert!(made.text.contains("\nsources: tin\n"), "{}", made.text);
    }

    #[test]
    fn an_unknown_producer_is_refused_with_the_nearest() {
        let wanted = Request { producer: Some("Phú Sang Mới".to_owned()), ..request("x") };
        let refused = skeleton(Kind::Product, &wanted, &records(), &Sources::default()).unwrap_err();
        assert!(matches!(refused, Refusal::NotFound { field: "producer", nearest, .. } if nearest[0].0 == "phu-sang"));
    }

    #[test]
    fn a_file_that_exists_is_refused() {
        let mut sources = Sources::default();
        sources.insert("products/x/index.md", String::new());
        let refused = skeleton(Kind::Product, &request("x"), &records(), &sources).unwrap_err();
        assert_eq!(refused, Refusal::Exists("products/x/index.md".to_owned()));
        assert!(matches!(skeleton(Kind::Product, &request("!!"), &records(), &sources), Err(Refusal::NoId(_))));
    }
}
