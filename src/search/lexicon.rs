//! Which words occur where: in names, other names, producers' names, and in the names of places and classes.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::search::words::{Word, folded, words};
use crate::search::{Corpus, Document, EntityKind, Note, org};

/// Terms of several words by their first: the rest of each, and what the whole means.
type ByFirst = HashMap<String, Vec<(Vec<String>, Vec<Word>)>>;
/// A thing with a name of its own: its kind, its words, the documents under it, what to tell of it.
type EntityRow = (EntityKind, Vec<Word>, Vec<u32>, Option<Note>);

pub struct Lexicon {
    /// Sorted by folded word.
    pub terms: Vec<Term>,
    /// Notes on names of entities, by the name's number.
    pub notes: Vec<(u32, Note)>,
}

#[derive(Default)]
pub struct Term {
    pub fold: String,
    /// Exact forms, the most frequent first.
    pub forms: Vec<String>,
    /// How often each form occurs.
    counts: Vec<u32>,
    pub occurrences: Vec<Occurrence>,
    pub mentions: Vec<Mention>,
}

impl Term {
    /// Every product that the term can lead to: those it occurs in and those of the places it holds.
    pub fn reach(&self) -> impl Iterator<Item = u32> {
        let occurrences = self.occurrences.iter().map(|occurrence| occurrence.document);
        let places = self.mentions.iter().filter(|mention| mention.kind <= EntityKind::District);
        occurrences.chain(places.filter_map(|mention| mention.documents.as_ref()).flatten().copied())
    }

    /// A word without marks that stands in these documents, nowhere in particular.
    pub fn plain(fold: String, documents: &[u32]) -> Term {
        let occurrence = |document: &u32| Occurrence {
            document: *document,
            kind: NameKind::Vietnamese,
            name: 0,
            producer: 0,
            form: 0,
        };
        let forms = vec![fold.clone()];
        Term { fold, forms, occurrences: documents.iter().map(occurrence).collect(), ..Term::default() }
    }
}

/// A word in one document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    pub document: u32,
    pub kind: NameKind,
    /// Position in the name from 1; 0 when it stands in the producer's name only.
    pub name: u8,
    /// Position in the producer's name, 1 for the last word; 0 when it is not there.
    pub producer: u8,
    pub form: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    Vietnamese,
    English,
    Other,
}

/// A word in the name of a place or class.
pub struct Mention {
    /// Number of the name among all names of entities.
    pub name: u32,
    pub kind: EntityKind,
    pub position: u8,
    pub last: bool,
    pub form: u32,
    /// The documents, kept with one word of the name only: the rarest, or the last of an organisation's kind, which
    /// readers type without the words before it.
    pub documents: Option<Vec<u32>>,
}

const LAST_POSITION: usize = 15;
const LAST_FROM_END: usize = 7;

/// The numbering of documents: by folded name, then name, then slug.
pub fn order(documents: &[Document]) -> Vec<usize> {
    let keys: Vec<(String, &str, &str)> = documents
        .iter()
        .map(|document| (folded(&document.name), document.name.as_str(), document.slug.as_str()))
        .collect();
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by(|left, right| keys[*left].cmp(&keys[*right]));
    order
}

pub fn gather(corpus: &Corpus, documents: &[&Document]) -> Lexicon {
    let mut gatherer = Gatherer::default();
    let producers: Vec<&str> = documents.iter().map(|document| document.producer.as_str()).collect();
    let producers = org::lengths(&producers);
    let synonyms = Synonyms::new(&corpus.synonyms);
    let mut organisations: BTreeMap<Vec<Word>, Vec<u32>> = BTreeMap::new();
    for (number, document) in (0u32..).zip(documents) {
        let (producer, length) = &producers[number as usize];
        gatherer.document(number, document, &producer[*length..], &synonyms);
        if *length > 0 {
            organisations.entry(producer[..*length].to_vec()).or_default().push(number);
        }
    }
    for ((kind, name), (members, note)) in entity_names(corpus, documents) {
        gatherer.entities.push((kind, name, members, note));
    }
    for (name, members) in organisations {
        gatherer.entities.push((EntityKind::Organisation, name, members, None));
    }
    gatherer.finish()
}

type EntityNames = BTreeMap<(EntityKind, Vec<Word>), (Vec<u32>, Option<Note>)>;

/// Every name of an entity that has documents, with those documents; equal names share one list.
fn entity_names(corpus: &Corpus, documents: &[&Document]) -> EntityNames {
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); corpus.entities.len()];
    for (number, document) in (0u32..).zip(documents) {
        for entity in &document.entities {
            members[*entity].push(number);
        }
    }
    let mut names = EntityNames::new();
    for (entity, members) in corpus.entities.iter().zip(&members).filter(|(_, members)| !members.is_empty()) {
        for name in &entity.names {
            let (list, note) = names.entry((entity.kind, words(name))).or_default();
            list.extend(members);
            list.sort_unstable();
            list.dedup();
            *note = note.take().or_else(|| entity.note.clone());
        }
    }
    names.retain(|(_, name), _| !name.is_empty());
    names
}

/// For each word that begins a term of a group: the term, and the words of the group's other terms.
struct Synonyms {
    by_first: ByFirst,
}

impl Synonyms {
    fn new(groups: &[Vec<String>]) -> Synonyms {
        let mut by_first: ByFirst = HashMap::new();
        for group in groups {
            for term in group {
                let exact: Vec<String> = words(term).into_iter().map(|word| word.exact).collect();
                let others = group.iter().filter(|other| *other != term).flat_map(|other| words(other)).collect();
                if let Some(first) = exact.first() {
                    by_first.entry(first.clone()).or_default().push((exact, others));
                }
            }
        }
        Synonyms { by_first }
    }

    /// Words that mean the same as some stretch of `name`.
    fn of<'a>(&'a self, name: &'a [Word]) -> impl Iterator<Item = &'a Word> {
        name.iter().enumerate().flat_map(move |(at, word)| {
            let terms = self.by_first.get(&word.exact).map_or(&[][..], Vec::as_slice);
            terms
                .iter()
                .filter(move |(term, _)| {
                    name.len() >= at + term.len() && name[at..].iter().zip(term).all(|(word, term)| word.exact == *term)
                })
                .flat_map(|(_, others)| others)
        })
    }
}

#[derive(Default)]
struct Gatherer {
    terms: HashMap<String, Term>,
    names: u32,
    entities: Vec<EntityRow>,
    notes: Vec<(u32, Note)>,
}

impl Gatherer {
    fn document(&mut self, number: u32, document: &Document, producer: &[Word], synonyms: &Synonyms) {
        let name = words(&document.name);
        let mut placed: Vec<(&Word, u8, u8)> =
            name.iter().zip(1..).map(|(word, at): (&Word, usize)| (word, at.min(LAST_POSITION) as u8, 0)).collect();
        for (word, at) in producer.iter().rev().zip(1..) {
            let end = at.min(LAST_FROM_END) as u8;
            match placed.iter_mut().find(|(placed, _, taken)| *placed == word && *taken == 0) {
                Some(place) => place.2 = end,
                None => placed.push((word, 0, end)),
            }
        }
        for (word, name, producer) in placed {
            self.add(word, |form| Occurrence { document: number, kind: NameKind::Vietnamese, name, producer, form });
        }
        let mut known: HashSet<String> = name.iter().map(|word| word.fold.clone()).collect();
        self.english(number, document.name_en.as_deref().unwrap_or_default(), &known);
        let others = document.other_names.iter().flat_map(|name| words(name));
        let others: Vec<Word> = others.chain(synonyms.of(&name).cloned()).collect();
        self.extra(number, NameKind::Other, &others, &mut known);
    }

    /// The words of the English name, but for those at one end that only repeat the Vietnamese name.
    fn english(&mut self, number: u32, name: &str, known: &HashSet<String>) {
        let name = words(name);
        let repeats = |word: &&Word| known.contains(&word.fold);
        let from = name.iter().take_while(repeats).count();
        let until = if from > 0 { name.len() } else { name.len() - name.iter().rev().take_while(repeats).count() };
        for (at, word) in name.iter().enumerate().take(until).skip(from) {
            let name = (at + 1).min(LAST_POSITION) as u8;
            self.add(word, |form| Occurrence { document: number, kind: NameKind::English, name, producer: 0, form });
        }
    }

    /// Words of further names that the document is not yet found by.
    fn extra(&mut self, number: u32, kind: NameKind, words: &[Word], known: &mut HashSet<String>) {
        for (word, at) in words.iter().zip(1..) {
            let at: usize = at;
            if known.insert(word.fold.clone()) {
                let name = at.min(LAST_POSITION) as u8;
                self.add(word, |form| Occurrence { document: number, kind, name, producer: 0, form });
            }
        }
    }

    fn add(&mut self, word: &Word, occurrence: impl Fn(u32) -> Occurrence) {
        let (term, form) = self.term(word);
        term.occurrences.push(occurrence(form));
    }

    /// The term of a word and the number of its exact form, which is counted.
    fn term(&mut self, word: &Word) -> (&mut Term, u32) {
        if !self.terms.contains_key(&word.fold) {
            self.terms.insert(word.fold.clone(), Term { fold: word.fold.clone(), ..Term::default() });
        }
        let term = self.terms.get_mut(&word.fold).expect("it was just put there");
        let form = term.forms.iter().position(|form| *form == word.exact).unwrap_or_else(|| {
            term.forms.push(word.exact.clone());
            term.counts.push(0);
            term.forms.len() - 1
        });
        term.counts[form] += 1;
        (term, form as u32)
    }

    fn finish(mut self) -> Lexicon {
        for (kind, name, members, note) in std::mem::take(&mut self.entities) {
            self.notes.extend(note.map(|note| (self.names, note)));
            self.mention(kind, &name, members);
        }
        let mut terms: Vec<Term> = self.terms.into_values().collect();
        terms.sort_by(|left, right| left.fold.cmp(&right.fold));
        terms.iter_mut().for_each(settle);
        Lexicon { terms, notes: self.notes }
    }

    fn mention(&mut self, kind: EntityKind, name: &[Word], members: Vec<u32>) {
        let number = self.names;
        self.names += 1;
        let frequency = |word: &Word| self.terms.get(&word.fold).map_or(0, |term| term.occurrences.len());
        let rarest = (0..name.len()).rev().min_by_key(|at| frequency(&name[*at])).expect("an entity has a name");
        let holder = if kind == EntityKind::Organisation { name.len() - 1 } else { rarest };
        let mut members = Some(members);
        for (at, word) in name.iter().enumerate() {
            let documents = if at == holder { members.take() } else { None };
            let (term, form) = self.term(word);
            let (position, last) = (at.min(7) as u8, at + 1 == name.len());
            term.mentions.push(Mention { name: number, kind, position, last, form, documents });
        }
    }
}

/// Numbers a term's exact forms by frequency and sorts what it occurs in.
fn settle(term: &mut Term) {
    let counts = &term.counts;
    let mut by_count: Vec<usize> = (0..term.forms.len()).collect();
    by_count.sort_by(|left, right| {
        counts[*right].cmp(&counts[*left]).then_with(|| term.forms[*left].cmp(&term.forms[*right]))
    });
    let mut rank = vec![0u32; by_count.len()];
    for (new, old) in (0u32..).zip(&by_count) {
        rank[*old] = new;
    }
    term.forms = by_count.iter().map(|old| term.forms[*old].clone()).collect();
    for occurrence in &mut term.occurrences {
        occurrence.form = rank[occurrence.form as usize];
    }
    for mention in &mut term.mentions {
        mention.form = rank[mention.form as usize];
    }
    term.occurrences.sort_unstable();
}
