//! Pixels between the decoder and the encoders: red, green, blue and alpha of 8 bits, upright, in sRGB.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, Limits, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::base::digest::Digest;
use crate::media::look::{self, Fault, broken};
use crate::media::recipe::{JPEG_QUALITY, Original, WEBP_METHOD, WEBP_QUALITY};

/// What decoding one picture may allocate: 40 megapixels of 16-bit RGBA.
const MAX_DECODED_BYTES: u64 = 320 << 20;

/// A picture as it was written.
pub struct Decoded {
    pixels: Pixels,
    orientation: Orientation,
    /// The ICC profile.
    profile: Option<Vec<u8>>,
}

/// A picture that can be seen as it is.
pub struct Pixels {
    width: u32,
    height: u32,
    rgba: Vec<u8>,
    has_alpha: bool,
}

/// Decodes all of a picture.
pub fn decode(bytes: &[u8]) -> Result<(Original, Decoded), Fault> {
    let mut decoder = look::decoder(look::format(bytes)?, bytes)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    decoder.set_limits(limits).map_err(broken)?;
    let orientation = decoder.orientation().map_err(broken)?;
    // A profile that cannot be read is as good as none, which is how browsers see it.
    let profile = decoder.icc_profile().ok().flatten();
    let has_alpha = decoder.color_type().has_alpha();
    let (width, height) = decoder.dimensions();
    let rgba = DynamicImage::from_decoder(decoder).map_err(broken)?.into_rgba8().into_raw();
    let (seen_width, seen_height) = if look::turns(orientation) { (height, width) } else { (width, height) };
    let original = Original { digest: Digest::of(bytes), width: seen_width, height: seen_height };
    Ok((original, Decoded { pixels: Pixels { width, height, rgba, has_alpha }, orientation, profile }))
}

impl Decoded {
    /// The picture upright, in sRGB, of this size. Scaled first: all else is done on fewer pixels.
    pub fn finish(self, width: u32, height: u32) -> Pixels {
        let (across, down) = if look::turns(self.orientation) { (height, width) } else { (width, height) };
        let mut pixels = self.pixels.scaled(across, down);
        drop(self.pixels);
        if let Some(profile) = self.profile {
            pixels.convert_to_srgb(&profile);
        }
        pixels.turn(self.orientation);
        pixels
    }
}

impl Pixels {
    /// The same in another size.
    pub fn scaled(&self, width: u32, height: u32) -> Pixels {
        let options =
            ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).use_alpha(self.has_alpha);
        let source = ImageRef::new(self.width, self.height, &self.rgba, PixelType::U8x4).expect("four bytes a pixel");
        let mut scaled = Image::new(width, height, PixelType::U8x4);
        Resizer::new().resize(&source, &mut scaled, &options).expect("both pictures are of one kind");
        Pixels { width, height, rgba: scaled.into_vec(), has_alpha: self.has_alpha }
    }

    /// Colours as the profile means them, in sRGB. Floating point: moxcms computes it without the processor's vectors, whose
    /// rounding differs from one processor to the next.
    fn convert_to_srgb(&mut self, profile: &[u8]) {
        let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
        let srgb = ColorProfile::new_srgb();
        let (layout, channels) = match profile.color_space {
            DataColorSpace::Rgb => (Layout::Rgb, 3),
            DataColorSpace::Gray => (Layout::Gray, 1),
            // The decoder has made RGB of anything else.
            _ => return,
        };
        let transform = profile.create_transform_f64(layout, &srgb, Layout::Rgb, TransformOptions::default());
        let Ok(transform) = transform else { return };
        let row_bytes = self.width as usize * 4;
        let mut before = vec![0.0; self.width as usize * channels];
        let mut after = vec![0.0; self.width as usize * 3];
        for row in self.rgba.chunks_exact_mut(row_bytes) {
            let pixels = row.chunks_exact(4).flat_map(|pixel| &pixel[..channels]);
            before.iter_mut().zip(pixels).for_each(|(to, from)| *to = f64::from(*from) / 255.0);
            if transform.transform(&before, &mut after).is_err() {
                return;
            }
            for (pixel, colour) in row.chunks_exact_mut(4).zip(after.chunks_exact(3)) {
                pixel
                    .iter_mut()
                    .zip(colour)
                    .for_each(|(to, from)| *to = (from * 255.0).round().clamp(0.0, 255.0) as u8);
            }
        }
    }

    fn turn(&mut self, orientation: Orientation) {
        let rgba = std::mem::take(&mut self.rgba);
        let image = RgbaImage::from_raw(self.width, self.height, rgba).expect("four bytes a pixel");
        let mut image = DynamicImage::from(image);
        image.apply_orientation(orientation);
        (self.width, self.height) = (image.width(), image.height());
        self.rgba = image.into_rgba8().into_raw();
    }

    /// The mean colour; none where it can be seen through.
    pub fn mean(&self) -> Option<[u8; 3]> {
        let pixels = || self.rgba.chunks_exact(4);
        if pixels().any(|pixel| pixel[3] != u8::MAX) {
            return None;
        }
        let count = pixels().len() as u64;
        let mean = |channel: usize| (pixels().map(|pixel| u64::from(pixel[channel])).sum::<u64>() + count / 2) / count;
        Some([0, 1, 2].map(|channel| u8::try_from(mean(channel)).unwrap_or(u8::MAX)))
    }

    pub fn webp(&self) -> Result<Vec<u8>, Fault> {
        let fault = |why: String| Fault::Broken(format!("WebP: {why}"));
        let mut config = webp::WebPConfig::new().map_err(|()| fault("no configuration".to_owned()))?;
        config.quality = WEBP_QUALITY;
        config.method = WEBP_METHOD;
        config.thread_level = 0;
        let encoder = webp::Encoder::from_rgba(&self.rgba, self.width, self.height);
        let encoded = encoder.encode_advanced(&config).map_err(|why| fault(format!("{why:?}")))?;
        Ok(encoded.to_vec())
    }

    /// On white, where it can be seen through: JPEG knows no alpha.
    pub fn jpeg(&self) -> Result<Vec<u8>, Fault> {
        let over = |channel: u8, alpha: u8| {
            let (channel, alpha) = (u16::from(channel), u16::from(alpha));
            u8::try_from((channel * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
        };
        let rgb: Vec<u8> = self
            .rgba
            .chunks_exact(4)
            .flat_map(|pixel| [0, 1, 2].map(|channel| over(pixel[channel], pixel[3])))
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        encoder.encode(&rgb, self.width, self.height, ExtendedColorType::Rgb8).map_err(broken)?;
        Ok(bytes)
    }
}
