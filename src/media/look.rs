//! What a picture file is, told without decoding it: its kind, its size, and whether all of it is there.
//!
//! Decoders fill what a cut JPEG lacks with grey, so that the end is looked for here.

use std::fmt;
use std::io::Cursor;

use image::metadata::Orientation;
use image::{ImageDecoder, ImageFormat, ImageReader};

use crate::base::digest::Digest;
use crate::media::recipe::Original;

/// Pictures larger than this are a camera's mistake or an attack; 40 megapixels hold any phone's photo.
pub const MAX_MEGAPIXELS: u64 = 40;
/// The longest side that WebP can have, in pixels.
pub const MAX_SIDE: u32 = 16_383;
/// Files larger than this are not read; 40 megapixels at the best quality take half of it.
pub const MAX_FILE_MB: u64 = 60;

/// Why a file cannot be used as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not JPEG, PNG or WebP; what it is, where that is known.
    Foreign(Option<&'static str>),
    /// Of another kind than its name says; the ending that it should have.
    Misnamed { kind: &'static str, ending: &'static str },
    /// The end is missing.
    Truncated,
    /// Width and height in pixels.
    Huge(u32, u32),
    /// Bytes.
    HugeFile(u64),
    /// The decoder's words.
    Broken(String),
}

impl std::error::Error for Fault {}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Foreign(kind) => write!(out, "{}, not JPEG, PNG or WebP", kind.unwrap_or("unknown")),
            Fault::Misnamed { kind, .. } => write!(out, "{kind} under another name"),
            Fault::Truncated => write!(out, "cut off"),
            Fault::Huge(width, height) => write!(out, "{width} × {height}"),
            Fault::HugeFile(bytes) => write!(out, "{bytes} bytes"),
            Fault::Broken(why) => write!(out, "{why}"),
        }
    }
}

/// Looks at the file `name`, whose bytes are `bytes`.
///
/// # Errors
/// Why it cannot be used.
pub fn look(name: &str, bytes: &[u8]) -> Result<Original, Fault> {
    let format = format(bytes)?;
    if ImageFormat::from_path(name).ok() != Some(format) {
        let (kind, ending) = words(format);
        return Err(Fault::Misnamed { kind, ending });
    }
    if !is_whole(format, bytes) {
        return Err(Fault::Truncated);
    }
    let mut decoder = decoder(format, bytes)?;
    let orientation = decoder.orientation().map_err(broken)?;
    let (width, height) = upright(decoder.dimensions(), orientation);
    if u64::from(width) * u64::from(height) > MAX_MEGAPIXELS * 1_000_000 || width.max(height) > MAX_SIDE {
        return Err(Fault::Huge(width, height));
    }
    Ok(Original { digest: Digest::of(bytes), width, height })
}

/// Which of the three kinds the bytes are, by their first ones.
pub fn format(bytes: &[u8]) -> Result<ImageFormat, Fault> {
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ => Err(Fault::Foreign(foreign(bytes))),
    }
}

/// What people take for one of the three kinds.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 6] = [
        (b"GIF8", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"%PDF", "PDF"),
        (b"<", "HTML/SVG"),
    ];
    // The brand of an ISO container: what iPhones write unless they are told not to.
    let brand = bytes.get(4..12).and_then(|head| head.strip_prefix(b"ftyp"));
    match brand {
        Some(b"avif" | b"avis") => Some("AVIF"),
        Some(b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1") => Some("HEIC"),
        _ => STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind),
    }
}

const fn words(format: ImageFormat) -> (&'static str, &'static str) {
    match format {
        ImageFormat::Png => ("PNG", "png"),
        ImageFormat::WebP => ("WebP", "webp"),
        _ => ("JPEG", "jpg"),
    }
}

/// Reads the head of a picture.
pub fn decoder<'b>(format: ImageFormat, bytes: &'b [u8]) -> Result<impl ImageDecoder + use<'b>, Fault> {
    ImageReader::with_format(Cursor::new(bytes), format).into_decoder().map_err(broken)
}

#[expect(clippy::needless_pass_by_value, reason = "called on errors as they come")]
pub fn broken(error: image::ImageError) -> Fault {
    Fault::Broken(error.to_string())
}

fn upright((width, height): (u32, u32), orientation: Orientation) -> (u32, u32) {
    if turns(orientation) { (height, width) } else { (width, height) }
}

/// Whether width and height change places.
pub const fn turns(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

/// Whether the file goes on to its end. What lies behind the end is nobody's business.
fn is_whole(format: ImageFormat, bytes: &[u8]) -> bool {
    match format {
        ImageFormat::Png => png_ends(bytes).is_some(),
        ImageFormat::WebP => webp_ends(bytes).is_some(),
        _ => jpeg_ends(bytes).is_some(),
    }
}

/// Chunks after the signature, each of a length, four letters, that many bytes and a checksum, up to `IEND`.
fn png_ends(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        rest = after.get(usize::try_from(u32::from_be_bytes(*length)).ok()?..)?.get(4..)?;
        if kind == b"IEND" {
            return Some(());
        }
    }
}

/// The container says how long it is.
fn webp_ends(bytes: &[u8]) -> Option<()> {
    let length = bytes.get(4..8)?.try_into().ok()?;
    bytes.get(8..)?.get(..usize::try_from(u32::from_le_bytes(length)).ok()?).map(|_| ())
}

/// Segments of a known length, and scans that go on to the next marker, up to the end-of-image marker. A thumbnail's end
/// inside a segment does not count.
fn jpeg_ends(bytes: &[u8]) -> Option<()> {
    const START: u8 = 0xd8;
    const END: u8 = 0xd9;
    let mut rest = bytes;
    loop {
        // In a scan 0xff 0x00 is a byte of data; between segments 0xff may be repeated.
        rest = rest.get(memchr::memchr(0xff, rest)? + 1..)?;
        match *rest.first()? {
            // Data, fill, and markers without a length: restarts are 0xd0 to 0xd7.
            0x00 | 0x01 | 0xd0..=0xd7 | 0xff | START => {}
            END => return Some(()),
            _ => {
                let length = rest.get(1..3)?.try_into().ok()?;
                rest = rest.get(1 + usize::from(u16::from_be_bytes(length))..)?;
            }
        }
    }
}
