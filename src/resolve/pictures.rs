//! The pictures that entries name: there, whole, of a kind that browsers show, and not too large.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};
use rayon::prelude::*;

use crate::diag::code::Code;
use crate::diag::suggest::nearest;
use crate::diag::{Diagnostic, Diagnostics};
use crate::read::Records;
use crate::read::raw::common::Picture;
use crate::source::Sources;
use crate::source::field::FieldPath;

/// Pictures larger than this are a camera's mistake or an attack; 40 megapixels hold any phone's photo.
pub const MAX_MEGAPIXELS: u64 = 40;
/// Memory that decoding one picture may take.
const MAX_DECODED_BYTES: u64 = 256 << 20;

/// Width and height of every sound picture, by path.
#[derive(Debug, Default)]
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

/// Looks at every picture that an entry names.
///
/// # Errors
/// When a picture that is there cannot be read from the disk.
pub fn check(records: &Records, sources: &Sources) -> anyhow::Result<(Pictures, Diagnostics)> {
    let named = named(records);
    let looked: Vec<anyhow::Result<Look>> = named.par_iter().map(|named| look(named, records, sources)).collect();
    let mut pictures = Pictures::default();
    let mut diagnostics = Diagnostics::default();
    for look in looked {
        match look? {
            Look::Sound(path, size) => drop(pictures.0.insert(path, size)),
            Look::Wrong(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Ok((pictures, diagnostics))
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

enum Look {
    Sound(String, (u32, u32)),
    Wrong(Diagnostic),
}

fn look(named: &Named, records: &Records, sources: &Sources) -> anyhow::Result<Look> {
    let path = path_of(named.entry, &named.picture.file);
    let say = |code| Diagnostic::new(code, named.entry).at(named.field.clone()).arg("value", &named.picture.file);
    if records.pictures.binary_search(&path).is_err() {
        let folder = path_of(named.entry, "");
        let beside = records.pictures.iter().filter_map(|file| file.strip_prefix(&folder));
        return Ok(Look::Wrong(say(Code::MissingPicture).fix(nearest(&named.picture.file, beside))));
    }
    let bytes = sources.bytes(&path)?;
    Ok(match size(&named.picture.file, &bytes) {
        Ok(size) => Look::Sound(path, size),
        Err(why) => Look::Wrong(say(Code::BadPicture).arg("why", why).arg("limit", MAX_MEGAPIXELS)),
    })
}

/// Decodes the whole picture, so that a truncated one is found here and not by a reader.
fn size(name: &str, bytes: &[u8]) -> Result<(u32, u32), String> {
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
