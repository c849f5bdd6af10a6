//! Pictures drawn here: what is made of them, and what is refused.

use std::cell::Cell;

use camino::Utf8Path;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use moxcms::ColorProfile;

use super::*;
use crate::media::look::look;

/// Four corners of four colours, so that it shows how a picture is turned.
const CORNERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 200, 30], [40, 40, 220], [230, 220, 40]];

/// A made-up picture: top left, top right, bottom left, bottom right in a colour each.
fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(
        width,
        height,
        |x, y| Rgb(CORNERS[usize::from(x * 2 >= width) + 2 * usize::from(y * 2 >= height)]),
    )
}

fn encoded(image: &RgbImage, metadata: impl FnOnce(&mut JpegEncoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    metadata(&mut encoder);
    encoder.write_image(image, image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    encoded(image, |_| {})
}

/// EXIF with an orientation and a made-up place.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPS-THU-NGHIEM");
    exif
}

fn png(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(image, image.width(), image.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn webp(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::webp::WebPEncoder::new_lossless(&mut bytes)
        .encode(image, image.width(), image.height(), ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

/// The corners of a finished file, each the nearest of [`CORNERS`].
fn seen(file: &[u8]) -> (u32, u32, [usize; 4]) {
    let image = image::load_from_memory(file).unwrap().into_rgb8();
    let (width, height) = image.dimensions();
    let nearest = |x: u32, y: u32| {
        let far = |corner: &[u8; 3]| -> u32 {
            image.get_pixel(x, y).0.iter().zip(corner).map(|(it, other)| u32::from(it.abs_diff(*other))).sum()
        };
        (0..4).min_by_key(|at| far(&CORNERS[*at])).unwrap()
    };
    let (left, right, top, bottom) = (width / 5, width * 4 / 5, height / 5, height * 4 / 5);
    (width, height, [nearest(left, top), nearest(right, top), nearest(left, bottom), nearest(right, bottom)])
}

#[test]
fn pictures_come_in_the_sizes_that_were_named() {
    for bytes in [jpeg(&corners(900, 600)), png(&corners(900, 600)), webp(&corners(900, 600))] {
        let made = make(&bytes).unwrap();
        let sizes: Vec<(u32, u32)> = made.files.iter().map(|file| seen(file)).map(|it| (it.0, it.1)).collect();
        assert_eq!(sizes, [(720, 480), (360, 240), (720, 480), (900, 600)]);
        assert!(made.files.iter().all(|file| seen(file).2 == [0, 1, 2, 3]));
        let formats: Vec<_> = made.files.iter().map(|file| image::guess_format(file).unwrap()).collect();
        use image::ImageFormat::{Jpeg, WebP};
        assert_eq!(formats, [Jpeg, WebP, WebP, WebP]);
    }
}

#[test]
fn every_orientation_is_turned_upright() {
    // Where the top left, top right, bottom left and bottom right come from, by the EXIF standard.
    let turned = [
        (1, [0, 1, 2, 3]),
        (2, [1, 0, 3, 2]),
        (3, [3, 2, 1, 0]),
        (4, [2, 3, 0, 1]),
        (5, [0, 2, 1, 3]),
        (6, [2, 0, 3, 1]),
        (7, [3, 1, 2, 0]),
        (8, [1, 3, 0, 2]),
    ];
    for (orientation, expected) in turned {
        let bytes = encoded(&corners(120, 80), |encoder| encoder.set_exif_metadata(exif(orientation)).unwrap());
        let original = look("anh-thu.jpg", &bytes).unwrap();
        let size = if orientation < 5 { (120, 80) } else { (80, 120) };
        assert_eq!((original.width, original.height), size, "{orientation}");
        for file in make(&bytes).unwrap().files {
            assert_eq!(seen(&file), (size.0, size.1, expected), "{orientation}");
        }
    }
}

#[test]
fn metadata_is_gone() {
    let contains = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    let bytes = encoded(&corners(64, 48), |encoder| {
        encoder.set_exif_metadata(exif(1)).unwrap();
        encoder.set_icc_profile(ColorProfile::new_display_p3().encode().unwrap()).unwrap();
    });
    let words = [&b"GPS-"[..], b"Exif", b"EXIF", b"ICC_PROFILE", b"ICCP"];
    assert!(words[..2].iter().all(|word| contains(&bytes, word)) && contains(&bytes, words[3]));
    for file in make(&bytes).unwrap().files {
        assert!(words.iter().all(|word| !contains(&file, word)));
    }
}

#[test]
fn colours_are_those_that_the_profile_means() {
    let plain = RgbImage::from_pixel(32, 32, Rgb([200, 80, 80]));
    let profile = |profile: &ColorProfile| {
        let icc = profile.encode().unwrap();
        make(&encoded(&plain, |encoder| encoder.set_icc_profile(icc).unwrap())).unwrap().tint.unwrap()
    };
    let near =
        |colour: [u8; 3], expected: [u8; 3]| colour.iter().zip(expected).all(|(it, other)| it.abs_diff(other) <= 3);
    let srgb = profile(&ColorProfile::new_srgb());
    assert!(near(srgb, [200, 80, 80]), "{srgb:?}");
    // Display P3 is wider: the same numbers mean a stronger red. By its matrices: 215, 67, 75.
    let wide = profile(&ColorProfile::new_display_p3());
    assert!(near(wide, [215, 67, 75]), "{wide:?}");
}

#[test]
fn a_profile_that_cannot_be_read_is_as_good_as_none() {
    let plain = RgbImage::from_pixel(32, 32, Rgb([200, 80, 80]));
    let broken = encoded(&plain, |encoder| encoder.set_icc_profile(b"khong phai ho so mau".to_vec()).unwrap());
    assert_eq!(make(&broken).unwrap(), make(&jpeg(&plain)).unwrap());
}

#[test]
fn what_can_be_seen_through_lies_on_white_in_jpeg_and_has_no_tint() {
    let clear = image::RgbaImage::from_pixel(40, 40, image::Rgba([0, 0, 0, 0]));
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&clear, 40, 40, ExtendedColorType::Rgba8).unwrap();
    let made = make(&bytes).unwrap();
    assert_eq!(made.tint, None);
    let fallback = image::load_from_memory(&made.files[0]).unwrap().into_rgb8();
    assert!(fallback.get_pixel(20, 20).0.iter().all(|channel| *channel > 250));
    assert!(image::load_from_memory(&made.files[1]).unwrap().into_rgba8().get_pixel(20, 20).0[3] == 0);
}

#[test]
fn the_tint_is_the_mean_colour() {
    let made = make(&png(&RgbImage::from_pixel(50, 50, Rgb([12, 160, 99])))).unwrap();
    assert_eq!(made.tint, Some([12, 160, 99]));
}

#[test]
fn a_cut_file_is_known_by_its_missing_end() {
    let bytes = [
        ("a.jpg", encoded(&corners(64, 48), |encoder| encoder.set_exif_metadata(exif(1)).unwrap())),
        ("a.png", png(&corners(64, 48))),
        ("a.webp", webp(&corners(64, 48))),
    ];
    for (name, bytes) in bytes {
        assert!(look(name, &bytes).is_ok(), "{name}");
        let more = [&bytes[..], b"what a phone puts behind the end"].concat();
        assert!(look(name, &more).is_ok(), "{name}");
        for length in [bytes.len() - 2, bytes.len() / 2, 40] {
            assert_eq!(look(name, &bytes[..length]), Err(Fault::Truncated), "{name} {length}");
        }
    }
}

#[test]
fn a_thumbnail_that_ends_is_not_the_end() {
    let thumbnail = jpeg(&corners(16, 16));
    let bytes = encoded(&corners(64, 48), |encoder| {
        encoder.set_exif_metadata([exif(1), thumbnail].concat()).unwrap();
    });
    assert_eq!(look("a.jpg", &bytes[..bytes.len() - 2]), Err(Fault::Truncated));
}

#[test]
fn a_name_that_lies_is_told_with_the_right_one() {
    let bytes = png(&corners(8, 8));
    assert_eq!(look("a.jpg", &bytes), Err(Fault::Misnamed { kind: "PNG", ending: "png" }));
    assert!(look("a.PNG", &bytes).is_ok());
    assert!(look("a.jpeg", &jpeg(&corners(8, 8))).is_ok());
}

#[test]
fn kinds_that_cannot_be_used_are_named_where_they_are_known() {
    assert_eq!(look("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0"), Err(Fault::Foreign(Some("HEIC"))));
    assert_eq!(look("a.jpg", b"GIF89a"), Err(Fault::Foreign(Some("GIF"))));
    assert_eq!(look("a.jpg", b""), Err(Fault::Foreign(None)));
}

#[test]
fn huge_pictures_are_refused_by_their_heads() {
    // One row more than forty megapixels; the pixels are not there, and nobody asks for them.
    let mut bytes = png(&corners(8, 8));
    bytes[16..20].copy_from_slice(&8000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&5001_u32.to_be_bytes());
    let checksum = crc(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&checksum);
    assert_eq!(look("a.png", &bytes), Err(Fault::Huge(8000, 5001)));
}

/// The checksum of PNG chunks.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn what_cannot_be_decoded_is_a_fault_and_no_panic() {
    let mut bytes = png(&corners(64, 48));
    let data = bytes.windows(4).position(|part| part == b"IDAT").unwrap();
    bytes[data + 4..data + 24].fill(0xff);
    assert!(look("a.png", &bytes).is_ok());
    assert!(matches!(make(&bytes), Err(Fault::Broken(_))));
}

#[test]
fn a_picture_is_read_once_and_made_anew_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::in_folder(Utf8Path::from_path(folder.path()).unwrap());
    let budget = Budget::default();
    let reads = Cell::new(0);
    let kept = |bytes: &[u8]| {
        let original = look("a.png", bytes).unwrap();
        let read = || {
            reads.set(reads.get() + 1);
            Ok(bytes.to_vec())
        };
        let made = kept(&original, &store, &budget, read).unwrap();
        assert_eq!(made, make(bytes).unwrap());
        reads.get()
    };
    let (one, other) = (png(&corners(64, 48)), png(&corners(64, 50)));
    assert_eq!([kept(&one), kept(&one), kept(&other), kept(&one)], [1, 1, 2, 2]);
}

#[test]
fn a_picture_that_changes_meanwhile_is_not_used() {
    let original = look("a.png", &png(&corners(64, 48))).unwrap();
    let made = kept(&original, &Store::none(), &Budget::default(), || Ok(png(&corners(32, 32))));
    assert!(made.unwrap_err().to_string().contains("changed"));
}
