//! Pictures as readers get them: pixels only.
//!
//! A phone writes the place of the shot into the file; so every picture is decoded, turned upright and encoded anew,
//! which drops every metadata field (Luật 91/2025/QH15: where somebody was is personal data).

use std::io::Cursor;

use anyhow::Context;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

/// JPEG quality: no visible loss on photographs at the size of a phone.
const JPEG_QUALITY: u8 = 82;

/// The picture in `bytes`, encoded anew in its own format without metadata.
///
/// # Errors
/// When the bytes are no picture; `resolve::pictures` has proven that they are one.
pub fn strip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let format = image::guess_format(bytes)?;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let mut out = Vec::new();
    match format {
        ImageFormat::Jpeg => {
            picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY))?
        }
        other => picture.write_to(&mut Cursor::new(&mut out), other).context("cannot encode the picture")?,
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG whose EXIF block holds a made-up place.
    fn with_exif() -> Vec<u8> {
        let mut plain = Vec::new();
        let grey = DynamicImage::new_rgb8(16, 8);
        grey.write_with_encoder(JpegEncoder::new_with_quality(&mut plain, 90)).unwrap();
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0GPS-THU-NGHIEM";
        let length = (exif.len() as u16 + 2).to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, exif, &plain[2..]].concat()
    }

    #[test]
    fn metadata_is_gone_and_the_picture_stays() {
        let original = with_exif();
        let contains = |bytes: &[u8]| bytes.windows(4).any(|part| part == b"Exif" || part == b"GPS-");
        assert!(contains(&original));
        let stripped = strip(&original).unwrap();
        assert!(!contains(&stripped));
        let picture = image::load_from_memory(&stripped).unwrap();
        assert_eq!((picture.width(), picture.height()), (16, 8));
    }
}
