//! Writes a made-up catalogue of any size: `cargo run --release --example synth -- N DIR [--pictures P] [--seed S]`.
//!
//! For measuring and for trying things out, never for publishing: nothing in it is real, and every name, page and
//! address says so. The same numbers give the same bytes.

#![allow(clippy::disallowed_methods, reason = "an example that writes files")]

mod made_up;
mod pictures;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Parser;

use crate::made_up::{Catalogue, Size};

/// Writes a made-up catalogue, for measuring.
#[derive(Parser)]
struct Args {
    /// How many products.
    products: usize,
    /// The folder to make, which becomes a content folder of `ocop`.
    folder: PathBuf,
    /// How many products get a photograph (noise on gradients).
    #[arg(long, default_value_t = 0)]
    pictures: usize,
    /// Width and height of the photographs.
    #[arg(long, default_value = "4000x3000", value_parser = picture_size)]
    picture_size: (u32, u32),
    #[arg(long, default_value_t = 7)]
    seed: u64,
}

fn picture_size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text.split_once('x').ok_or("WIDTHxHEIGHT")?;
    match (width.parse(), height.parse()) {
        (Ok(width), Ok(height)) if width > 0 && height > 0 => Ok((width, height)),
        _ => Err("WIDTHxHEIGHT".to_owned()),
    }
}

fn main() -> Result<()> {
    let args = Args::parse();
    if args.folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("`{}` is not empty", args.folder.display());
    }
    let catalogue = Catalogue::new(Size { products: args.products, pictures: args.pictures, seed: args.seed });
    let (mut files, mut bytes) = (0, 0);
    for (path, text) in catalogue.files() {
        write(&args.folder, &path, text.as_bytes())?;
        (files, bytes) = (files + 1, bytes + text.len());
    }
    pictures::each(&catalogue.pictures(), args.picture_size, |path, jpeg| write(&args.folder, path, jpeg))?;
    println!("{files} files, {bytes} bytes of text, {} pictures: all of it made up", catalogue.pictures().len());
    Ok(())
}

fn write(folder: &Path, path: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(path);
    let parent = path.parent().context("a file has a folder")?;
    fs::create_dir_all(parent).with_context(|| format!("cannot make `{}`", parent.display()))?;
    fs::write(&path, bytes).with_context(|| format!("cannot write `{}`", path.display()))
}
