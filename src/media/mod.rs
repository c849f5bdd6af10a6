//! Pictures as readers get them: a few sizes, pixels only.
//!
//! A phone writes the place of the shot into the file; so every picture is decoded, turned upright, brought to sRGB and
//! encoded anew, which drops every metadata field (Luật 91/2025/QH15: where somebody was is personal data). `look` tells
//! from the first bytes what a file is, `recipe` what is made of it under which names, and this file makes it.
//!
//! The law: what is made depends on the bytes of the original and on the recipe only. Encoders run in one thread each.

pub mod budget;
pub mod look;
mod pixels;
pub mod recipe;

use anyhow::{Context, ensure};

use crate::base::digest::Digest;
use crate::cache::{Key, Store};
use crate::media::budget::Budget;
use crate::media::look::Fault;
use crate::media::pixels::Pixels;
use crate::media::recipe::{Form, Original};

/// The version of how a made picture is kept.
const DOMAIN: &str = "picture 1";

/// What was made of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The mean colour, for its place on the page until it has come; none for a picture that can be seen through.
    pub tint: Option<Tint>,
    /// A file for each of [`Original::variants`], in their order.
    pub files: Vec<Vec<u8>>,
}

/// Red, green and blue in sRGB.
pub type Tint = [u8; 3];

/// What is to be made of the picture that `bytes` are.
///
/// # Errors
/// When the bytes cannot be decoded: [`look::look`] reads the head only.
pub fn make(bytes: &[u8]) -> Result<Made, Fault> {
    let (original, decoded) = pixels::decode(bytes)?;
    let variants = original.variants();
    let largest = variants.last().expect("every picture has a size");
    let large = decoded.finish(largest.width, largest.height);
    let sized: Vec<Pixels> = variants.iter().map(|variant| large.scaled(variant.width, variant.height)).collect();
    let tint = sized.first().and_then(Pixels::mean);
    let files = variants.iter().zip(&sized).map(|(variant, pixels)| match variant.form {
        Form::Webp => pixels.webp(),
        Form::Jpeg => pixels.jpeg(),
    });
    Ok(Made { tint, files: files.collect::<Result<_, _>>()? })
}

/// As [`make`], kept in `store`: the original is read only when it has not been made before. Waits until `budget` has room
/// for its pixels.
///
/// # Errors
/// A [`Fault`] of the picture, or the original cannot be read or is another by now.
pub fn kept(
    original: &Original,
    store: &Store,
    budget: &Budget,
    read: impl FnOnce() -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<Made> {
    let key = Key::of(DOMAIN, &[original.digest.bytes(), recipe::SETTINGS.as_bytes()]);
    let value = store.get_or_make(key, || {
        let _share = budget.take(original.memory());
        let bytes = read()?;
        ensure!(Digest::of(&bytes) == original.digest, "the picture was changed while it was used");
        Ok(make(&bytes)?.pack())
    })?;
    let made = Made::unpack(&value).filter(|made| made.files.len() == original.variants().len());
    made.context("a kept picture has another form")
}

impl Made {
    /// One value for the cache: a byte that tells whether there is a tint, the tint, then each file after its length.
    fn pack(&self) -> Vec<u8> {
        let mut value = vec![u8::from(self.tint.is_some())];
        value.extend(self.tint.unwrap_or_default());
        for file in &self.files {
            value.extend((file.len() as u64).to_le_bytes());
            value.extend(file);
        }
        value
    }

    fn unpack(value: &[u8]) -> Option<Made> {
        let (&[has_tint, red, green, blue], mut rest) = value.split_first_chunk()?;
        let mut files = Vec::new();
        while !rest.is_empty() {
            let (length, after) = rest.split_first_chunk()?;
            let (file, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
            files.push(file.to_vec());
            rest = after;
        }
        Some(Made { tint: (has_tint == 1).then_some([red, green, blue]), files })
    }
}

#[cfg(test)]
mod tests;
