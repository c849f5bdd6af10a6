//! The pictures that entries name: there, whole, of a kind that can be used, and not too large. Their heads tell; that one
//! cannot be decoded although it is whole shows when it is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::text::{is_composed, slug, tidy};
use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::media::look::{self, Fault};
use crate::media::recipe::Original;
use crate::memo::Memo;
use crate::read::Records;
use crate::read::raw::common::Picture;
use crate::source::field::FieldPath;
use crate::source::{Content, SourceFile, Sources};

/// Every sound picture, by path.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, Original>);

impl Pictures {
    pub fn get(&self, file: &str) -> Option<Original> {
        self.0.get(file).copied()
    }
}

/// A picture named in an entry's file.
struct Named<'r> {
    entry: &'r str,
    picture: &'r Picture,
    /// Its place among the entry's pictures.
    at: usize,
}

/// What the pictures were found to be, for the next look.
pub type Looks = Memo<Arc<SourceFile>, Arc<Look>>;

/// What a look at a picture told.
#[derive(Debug)]
pub enum Look {
    Sound(Original),
    Wrong(Fault),
    Unread(anyhow::Error),
}

/// Looks at every picture that an entry names, but for those that `earlier` looked at.
///
/// # Errors
/// When a picture that is there cannot be read from the disk.
pub fn check(records: &Records, sources: &Sources, earlier: &Looks) -> anyhow::Result<(Pictures, Diagnostics, Looks)> {
    let named = named(records);
    let paths: BTreeSet<String> = named.iter().map(Named::path).collect();
    let files = paths.iter().filter_map(|path| find(records, path)).cloned().collect();
    let looks = earlier.again(files, |file| Arc::new(look(file, sources)));
    let mut pictures = Pictures::default();
    let mut wrong: BTreeMap<&str, &Fault> = BTreeMap::new();
    for (file, look) in looks.iter() {
        match &**look {
            Look::Sound(original) => drop(pictures.0.insert(file.path.clone(), *original)),
            Look::Wrong(fault) => drop(wrong.insert(&file.path, fault)),
            Look::Unread(error) => anyhow::bail!("{error:#}"),
        }
    }
    let mut diagnostics = Diagnostics::default();
    for named in &named {
        let path = named.path();
        if let Some(decomposed) = decomposed(records, &path) {
            let missing = about(Code::MissingPicture, named.entry, named.at, &named.picture.file);
            diagnostics.push(missing.arg("why", "decomposed").arg("known", plain_name(decomposed)));
        } else if let Some(fault) = wrong.get(path.as_str()) {
            diagnostics.push(finding(fault, named.entry, named.at, &named.picture.file));
        } else if find(records, &path).is_none() {
            let folder = path_of(named.entry, "");
            let beside = records.pictures.iter().filter_map(|file| file.path.strip_prefix(&folder));
            let beside: Vec<&str> = beside.collect();
            let missing = about(Code::MissingPicture, named.entry, named.at, &named.picture.file);
            let missing = missing.arg("why", if beside.is_empty() { "none" } else { "others" });
            let missing = missing.arg("known", beside.join(", "));
            diagnostics.push(missing.fix(nearest(&named.picture.file, beside)));
        }
    }
    Ok((pictures, diagnostics, looks))
}

/// What is said of the picture `value`, which stands at `at` among the pictures of the entry in the file `entry`.
pub fn finding(fault: &Fault, entry: &str, at: usize, value: &str) -> Diagnostic {
    let say = |code| about(code, entry, at, value);
    let huge = |size: String| {
        let limits =
            [("limit", look::MAX_MEGAPIXELS), ("side", look::MAX_SIDE.into()), ("megabytes", look::MAX_FILE_MB)];
        limits.into_iter().fold(say(Code::HugePicture).arg("size", size), |said, (name, limit)| said.arg(name, limit))
    };
    match fault {
        Fault::Misnamed { kind, ending } => {
            let stem = value.rsplit_once('.').map_or(value, |(stem, _)| stem);
            say(Code::MisnamedPicture).arg("kind", kind).arg("name", format!("{stem}.{ending}"))
        }
        Fault::Truncated => say(Code::TruncatedPicture),
        Fault::Huge(width, height) => huge(format!("{width} × {height}")),
        Fault::HugeFile(bytes) => huge(format!("{} MB", bytes.div_ceil(1_000_000))),
        Fault::Foreign(kind) => say(Code::BadPicture).arg("why", kind.unwrap_or("unknown")),
        Fault::Broken(why) => say(Code::BadPicture).arg("why", why),
    }
}

fn about(code: Code, entry: &str, at: usize, value: &str) -> Diagnostic {
    Diagnostic::new(code, entry).at(FieldPath::root().key("pictures").item(at).key("file")).arg("value", value)
}

fn find<'r>(records: &'r Records, path: &str) -> Option<&'r Arc<SourceFile>> {
    let at = records.pictures.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
    records.pictures.get(at)
}

/// The picture that `path` means, if its letters and their marks stand apart in the file's name, as macOS writes them.
/// Texts are composed, so no text can name such a file for long.
fn decomposed<'r>(records: &'r Records, path: &str) -> Option<&'r str> {
    if path.is_ascii() {
        return None;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = records.pictures.iter().map(|file| file.path.as_str()).filter(|file| file.starts_with(folder));
    let composed = tidy(path);
    beside.filter(|file| !is_composed(file)).find(|file| tidy(file) == composed)
}

/// A name without marks for the file at `path`: it is the same on every machine.
fn plain_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "jpg"));
    format!("{}.{}", slug(stem), ending.to_ascii_lowercase())
}

impl Named<'_> {
    fn path(&self) -> String {
        path_of(self.entry, &self.picture.file)
    }
}

/// Where a picture lies that the entry in `entry_file` names.
pub fn path_of(entry_file: &str, name: &str) -> String {
    let folder = entry_file.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{name}")
}

fn named(records: &Records) -> Vec<Named<'_>> {
    let mut named = Vec::new();
    macro_rules! gather {
        ($($records:ident),+) => {
            $(for record in &records.$records {
                for (at, picture) in record.value.pictures.iter().enumerate() {
                    named.push(Named { entry: &record.file, picture, at });
                }
            })+
        };
    }
    gather!(products, producers, points_of_sale, venues, destinations, routes, events);
    named
}

fn look(file: &SourceFile, sources: &Sources) -> Look {
    if let Content::Binary { size, .. } = file.content
        && size > look::MAX_FILE_MB * 1_000_000
    {
        return Look::Wrong(Fault::HugeFile(size));
    }
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    match sources.bytes(&file.path) {
        Ok(bytes) => look::look(name, &bytes).map_or_else(Look::Wrong, Look::Sound),
        Err(error) => Look::Unread(error),
    }
}
