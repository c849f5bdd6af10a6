//! Photographs of nothing: soft colour gradients under coarse and fine noise, as JPEG.

use anyhow::Result;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use rayon::prelude::*;

/// How coarse the layers of noise are, in pixels, and how much each weighs.
const LAYERS: [(usize, i32); 5] = [(960, 60), (240, 34), (60, 20), (16, 10), (4, 5)];

/// Draws each of `pictures` and hands it to `write`, a few at a time so that memory stays bounded.
pub fn each(
    pictures: &[(String, u64)],
    (width, height): (u32, u32),
    mut write: impl FnMut(&str, &[u8]) -> Result<()>,
) -> Result<()> {
    for some in pictures.chunks(8) {
        let drawn: Vec<Result<Vec<u8>>> = some.par_iter().map(|(_, seed)| jpeg(*seed, width, height)).collect();
        for ((path, _), bytes) in some.iter().zip(drawn) {
            write(path, &bytes?)?;
        }
    }
    Ok(())
}

/// One photograph.
pub fn jpeg(seed: u64, width: u32, height: u32) -> Result<Vec<u8>> {
    let pixels = draw(seed, width as usize, height as usize);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).write_image(&pixels, width, height, ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

fn draw(seed: u64, width: usize, height: usize) -> Vec<u8> {
    let mut pixels = vec![0; width * height * 3];
    for (y, row) in pixels.chunks_exact_mut(width * 3).enumerate() {
        let layers: Vec<[Vec<i32>; 3]> = LAYERS.iter().map(|layer| corners(seed, layer.0, y, width)).collect();
        for (at, value) in row.iter_mut().enumerate() {
            let (x, channel) = (at / 3, at % 3);
            let gradient = ((x * (channel + 1) * 90 / width) + (y * (3 - channel) * 60 / height)) as i32;
            let weighed = LAYERS.iter().zip(&layers).map(|((cell, weight), corners)| {
                let (at, across) = (x / cell, (x % cell) as i32);
                let (left, right, cell) = (corners[channel][at], corners[channel][at + 1], *cell as i32);
                (left * (cell - across) + right * across) / (cell * cell) * weight / 256
            });
            let grain = (hash(seed, x, y, channel + 90) % 9) as i32;
            *value = (20 + gradient / 2 + weighed.sum::<i32>() + grain).clamp(0, 255) as u8;
        }
    }
    pixels
}

/// Noise of cells `cell` wide in the row `y`, at the left edge of each cell and in each channel: blended between the
/// corners above and below, from 0 to 255 times `cell`. Whole numbers only, so that every machine draws the same.
fn corners(seed: u64, cell: usize, y: usize, width: usize) -> [Vec<i32>; 3] {
    let down = (y % cell) as i32;
    let value =
        |across: usize, row: usize, channel: usize| (hash(seed, across, row, channel * 10_000 + cell) % 256) as i32;
    let blended = |across: usize, channel: usize| {
        value(across, y / cell, channel) * (cell as i32 - down) + value(across, y / cell + 1, channel) * down
    };
    [0, 1, 2].map(|channel| (0..width / cell + 2).map(|across| blended(across, channel)).collect())
}

fn hash(seed: u64, x: usize, y: usize, salt: usize) -> u64 {
    let mut mixed = seed ^ (x as u64) << 40 ^ (y as u64) << 20 ^ salt as u64;
    mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 32)
}
