//! The pictures that entries name: there, whole, of a kind that browsers show, and not too large.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, ImageReader, Limits};

use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::memo::Memo;
use crate::read::Records;
use crate::read::raw::common::Picture;
use crate::source::field::FieldPath;
use crate::source::{SourceFile, Sources};

/// Pictures larger than this are a camera's mistake or an attack; 40 megapixels hold any phone's photo.
pub const MAX_MEGAPIXELS: u64 = 40;
/// Memory that decoding one picture may take.
const MAX_DECODED_BYTES: u64 = 256 << 20;

/// Width and height of every sound picture, by path.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pictures(BTreeMap<String, (u32, u32)>);

impl Pictures {
    pub fn size(&self, file: &str) -> Option<(u32, u32)> {
        self.0.get(file).copied()
    }
}

/// A picture named in an entry's file.
struct Named<'r> {
    entry: &'r str,
    picture: &'r Picture,
    field: FieldPath,
}

/// What the pictures were found to be, for the next look.
pub type Looks = Memo<Arc<SourceFile>, Arc<Look>>;

/// What a look at a picture told.
#[derive(Debug)]
pub enum Look {
    /// Its width and height.
    Sound(u32, u32),
    Wrong(String),
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
    let mut wrong: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, look) in looks.iter() {
        match &**look {
            Look::Sound(width, height) => drop(pictures.0.insert(file.path.clone(), (*width, *height))),
            Look::Wrong(why) => drop(wrong.insert(&file.path, why)),
            Look::Unread(error) => anyhow::bail!("{error:#}"),
        }
    }
    let mut diagnostics = Diagnostics::default();
    for named in &named {
        let path = named.path();
        let say = |code| Diagnostic::new(code, named.entry).at(named.field.clone()).arg("value", &named.picture.file);
        if let Some(why) = wrong.get(path.as_str()) {
            diagnostics.push(say(Code::BadPicture).arg("why", why).arg("limit", MAX_MEGAPIXELS));
        } else if find(records, &path).is_none() {
            let folder = path_of(named.entry, "");
            let beside = records.pictures.iter().filter_map(|file| file.path.strip_prefix(&folder));
            diagnostics.push(say(Code::MissingPicture).fix(nearest(&named.picture.file, beside)));
        }
    }
    Ok((pictures, diagnostics, looks))
}

fn find<'r>(records: &'r Records, path: &str) -> Option<&'r Arc<SourceFile>> {
    let at = records.pictures.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
    records.pictures.get(at)
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
                    let field = FieldPath::root().key("pictures").item(at).key("file");
                    named.push(Named { entry: &record.file, picture, field });
                }
            })+
        };
    }
    gather!(products, producers, points_of_sale, venues, destinations, routes, events);
    named
}

fn look(file: &SourceFile, sources: &Sources) -> Look {
    match sources.bytes(&file.path) {
        Ok(bytes) => match size(&file.path, &bytes) {
            Ok((width, height)) => Look::Sound(width, height),
            Err(why) => Look::Wrong(why),
        },
        Err(error) => Look::Unread(error),
    }
}

/// Decodes the whole picture, so that a truncated one is found here and not by a reader.
fn size(path: &str, bytes: &[u8]) -> Result<(u32, u32), String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Ok(format) = image::guess_format(bytes) else { return Err("not a picture".to_owned()) };
    let expected = ImageFormat::from_path(name).ok();
    if expected != Some(format) {
        return Err(format!("{format:?} ≠ {name}"));
    }
    let sized =
        ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(|why| why.to_string())?;
    if u64::from(sized.0) * u64::from(sized.1) > MAX_MEGAPIXELS * 1_000_000 {
        return Err(format!("{} × {}", sized.0, sized.1));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    reader.limits(limits);
    reader.decode().map_err(|why| why.to_string())?;
    Ok(sized)
}
