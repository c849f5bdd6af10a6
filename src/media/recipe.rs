//! What is made of a picture: how large, in which form, under which name.
//!
//! Pages name a picture's files before they are made, so all of this follows from the original's size and digest.

use crate::base::digest::Digest;
use crate::base::out_path::OutPath;

/// Everything beside the original that the bytes depend on. Names and the cache change with it; a test holds the versions
/// against `Cargo.lock`.
pub const SETTINGS: &str = "\
    sizes 360 720 1280, jpeg 720 q75, webp q72 m4, lanczos3, 1; fast_image_resize 6.1.0, image 0.25.10, image-webp 0.2.4, \
    libwebp-sys 0.9.6, moxcms 0.8.1, png 0.18.1, webp 0.3.1, zune-jpeg 0.5.15";

/// Widths in pixels: a phone of 360, the same with two dots a pixel, and a desktop's column with two.
const WIDTHS: [u32; 3] = [360, 720, 1280];
/// Browsers that do not know WebP are old, and so are their screens.
const FALLBACK_WIDTH: u32 = 720;
pub const WEBP_QUALITY: f32 = 72.0;
/// How hard libwebp tries, of 6; each step more takes twice the time for 1 or 2 % of the bytes.
pub const WEBP_METHOD: i32 = 4;
pub const JPEG_QUALITY: u8 = 75;

/// The folder of all pictures below the site's root.
pub const FOLDER: &str = "anh";
const FINGERPRINT_DIGITS: usize = 10;
/// Bytes that each pixel may take on the way: 16-bit RGBA as decoded, and 8-bit RGBA beside it.
const BYTES_PER_PIXEL: u64 = 12;

/// A picture of the content as its file tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    /// Of the whole file.
    pub digest: Digest,
    /// In pixels, as it is seen: turned upright.
    pub width: u32,
    pub height: u32,
}

/// A file that is made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    pub form: Form,
    pub width: u32,
    pub height: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Webp,
    Jpeg,
}

impl Form {
    pub const fn extension(self) -> &'static str {
        match self {
            Form::Webp => "webp",
            Form::Jpeg => "jpg",
        }
    }
}

impl Original {
    /// The JPEG for browsers that know no WebP, then WebP from the narrowest to the widest; none is larger than the
    /// original.
    pub fn variants(&self) -> Vec<Variant> {
        let widest = self.width.min(WIDTHS[WIDTHS.len() - 1]);
        let narrower = WIDTHS.into_iter().filter(|width| *width < widest);
        let webp = narrower.chain([widest]).map(|width| self.variant(Form::Webp, width));
        [self.variant(Form::Jpeg, self.width.min(FALLBACK_WIDTH))].into_iter().chain(webp).collect()
    }

    fn variant(&self, form: Form, width: u32) -> Variant {
        let (of, height) = (u64::from(self.width.max(1)), u64::from(self.height));
        let scaled = (height * u64::from(width) + of / 2) / of;
        Variant { form, width, height: u32::try_from(scaled).unwrap_or(u32::MAX).max(1) }
    }

    /// Where a variant of the picture at `file` is published. `None` for a file name that no address can hold.
    pub fn out(&self, file: &str, variant: &Variant) -> Option<OutPath> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let fingerprint = Digest::of(&[&self.digest.bytes()[..], SETTINGS.as_bytes()].concat());
        let (width, end) = (variant.width, variant.form.extension());
        OutPath::new(format!("{FOLDER}/{stem}.{}-{width}.{end}", fingerprint.short(FINGERPRINT_DIGITS)))
    }

    /// Bytes that making it may take at a time.
    pub fn memory(&self) -> u64 {
        self.pixels() * BYTES_PER_PIXEL
    }

    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(width: u32, height: u32) -> Vec<String> {
        let original = Original { digest: Digest::of(b"x"), width, height };
        let words = |it: &Variant| format!("{} {}x{}", it.form.extension(), it.width, it.height);
        original.variants().iter().map(words).collect()
    }

    #[test]
    fn nothing_is_made_larger_than_it_was() {
        assert_eq!(sizes(4000, 3000), ["jpg 720x540", "webp 360x270", "webp 720x540", "webp 1280x960"]);
        assert_eq!(sizes(3000, 4000), ["jpg 720x960", "webp 360x480", "webp 720x960", "webp 1280x1707"]);
        assert_eq!(sizes(1000, 500), ["jpg 720x360", "webp 360x180", "webp 720x360", "webp 1000x500"]);
        assert_eq!(sizes(720, 720), ["jpg 720x720", "webp 360x360", "webp 720x720"]);
        assert_eq!(sizes(200, 100), ["jpg 200x100", "webp 200x100"]);
        assert_eq!(sizes(1, 1), ["jpg 1x1", "webp 1x1"]);
        assert_eq!(sizes(16_000, 1), ["jpg 720x1", "webp 360x1", "webp 720x1", "webp 1280x1"]);
    }

    #[test]
    fn names_change_with_the_content() {
        let name = |bytes: &[u8]| {
            let original = Original { digest: Digest::of(bytes), width: 800, height: 600 };
            original.out("products/a/chai.thu.JPG", &original.variants()[1]).unwrap().to_string()
        };
        assert!(name(b"a").starts_with("anh/products/a/chai.thu.") && name(b"a").ends_with("-360.webp"));
        assert_eq!(name(b"a").len(), "anh/products/a/chai.thu.0123456789-360.webp".len());
        assert_ne!(name(b"a"), name(b"b"));
    }

    #[test]
    fn settings_name_the_versions_that_shape_the_bytes() {
        let lock = include_str!("../../Cargo.lock");
        for part in SETTINGS.split_once("; ").unwrap().1.split(", ") {
            let (name, version) = part.split_once(' ').unwrap();
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "{part} is not what Cargo.lock says: put its version into SETTINGS");
        }
        let numbers: Vec<&str> = SETTINGS.split("; ").next().unwrap().split([' ', ',']).collect();
        let said = [&WIDTHS[..], &[FALLBACK_WIDTH]].concat().into_iter().map(|width| width.to_string());
        let said = said.chain([format!("q{JPEG_QUALITY}"), format!("q{WEBP_QUALITY}"), format!("m{WEBP_METHOD}")]);
        for word in said {
            assert!(numbers.contains(&word.as_str()), "{word}");
        }
    }
}
