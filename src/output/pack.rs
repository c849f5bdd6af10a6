//! Compressed neighbours of files, for web servers that send them as they lie: `x.html.br` and `x.html.gz` beside `x.html`.
//!
//! Files pass through on their way from the maker to the disk, in parallel and a bounded number at a time. What was
//! published with the same bytes keeps its neighbours without compressing again; the manifest names the rules by which they
//! were made ([`Packing::stamp`]), so that other rules, or another version of them, make them anew.

use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender};

use anyhow::Context;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use rayon::prelude::*;

use crate::base::out_path::OutPath;
use crate::output::former::Former;
use crate::output::manifest::Entry;
use crate::output::tree::Handed;

/// Changes whenever the same file may get other neighbours: with the rules below, and with the compressors' versions.
const RULES: u32 = 1;

pub const BROTLI: &str = ".br";
pub const GZIP: &str = ".gz";

/// Shorter files fit into the packet that brings the answer's head.
const MIN_BYTES: usize = 150;

/// A neighbour must be this many hundredths smaller than its file: less is not worth a file on the disk.
const MIN_GAIN_PERCENT: usize = 5;

const GZIP_LEVEL: u32 = 9;

/// What a reader waits for before a page is whole: few files, compressed as far as Brotli goes.
const WAITED_FOR: [&str; 4] = ["css", "js", "svg", "webmanifest"];
/// Pages and data: nearly all bytes of a site. Pictures, fonts, archives and the index of the search are compressed in
/// themselves.
const TEXTS: [&str; 6] = ["html", "json", "geojson", "csv", "xml", "txt"];

/// How much time goes into pages and data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Brotli 5: a page of 24 KB becomes 7.9 KB, at 23 MB a second of one core.
    Fast,
    /// Brotli 11: 9 % less than that, at a thirtieth of the speed.
    Best,
}

/// Whether neighbours of the present site may stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    Kept,
    MadeAnew,
}

/// How neighbours are made.
#[derive(Debug, Clone, Copy)]
pub struct Packing {
    pub effort: Effort,
    pub earlier: Earlier,
}

/// A file and what lies beside it, on their way to the disk.
pub struct Packed {
    pub file: Handed,
    pub neighbours: Neighbours,
}

pub enum Neighbours {
    /// Those of the present site.
    Stay([String; 2]),
    /// None, one or two.
    Made(Vec<(String, Vec<u8>, Entry)>),
}

impl Packing {
    /// The rules by which neighbours are made, as the manifest names them.
    pub fn stamp(self) -> String {
        let effort = match self.effort {
            Effort::Fast => "fast",
            Effort::Best => "best",
        };
        format!("{effort}-{RULES}")
    }

    /// Takes `files` as they come, and gives each on with its neighbours. Threads of its own do the work: those that make
    /// the files wait for this when the disk is slower, and could not do it as well.
    ///
    /// # Errors
    /// When the system gives no threads, or a file of the former site cannot be read.
    pub fn run(self, files: Receiver<Handed>, former: &Former, give: SyncSender<Packed>) -> anyhow::Result<()> {
        let threads = rayon::current_num_threads();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("cannot start compressors")?;
        // Whoever takes the files has stopped when one cannot be given on, and says why.
        let pass = |give: &mut SyncSender<Packed>, file| match self.pack(file, former) {
            Ok(packed) => give.send(packed).map_err(|_| None),
            Err(fault) => Err(Some(fault)),
        };
        match pool.install(|| files.into_iter().par_bridge().try_for_each_with(give, pass)) {
            Err(Some(fault)) => Err(fault),
            Ok(()) | Err(None) => Ok(()),
        }
    }

    fn pack(self, file: Handed, former: &Former) -> anyhow::Result<Packed> {
        let names = [BROTLI, GZIP].map(|end| format!("{}{end}", file.path));
        if self.stay(&file, &names, former) {
            return Ok(Packed { file, neighbours: Neighbours::Stay(names) });
        }
        let made = match &file.bytes {
            Some(bytes) => self.made(&file.path, bytes, names),
            None => self.made(&file.path, &former.bytes(&file.path, &file.entry)?, names),
        };
        Ok(Packed { file, neighbours: Neighbours::Made(made) })
    }

    /// Whether both neighbours lie there, made from the same bytes by the same rules. A file with fewer is looked at
    /// again: such files are few and small.
    fn stay(self, file: &Handed, names: &[String; 2], former: &Former) -> bool {
        self.earlier == Earlier::Kept
            && former.packing() == Some(self.stamp().as_str())
            && former.holds(file.path.as_str(), &file.entry)
            && names.iter().all(|name| former.get(name).is_some())
    }

    fn made(self, path: &OutPath, bytes: &[u8], [br, gz]: [String; 2]) -> Vec<(String, Vec<u8>, Entry)> {
        let Some(quality) = self.quality(path).filter(|_| bytes.len() >= MIN_BYTES) else {
            return Vec::new();
        };
        let gains = |packed: &[u8]| packed.len() * 100 <= bytes.len() * (100 - MIN_GAIN_PERCENT);
        let both = [(br, brotli(bytes, quality)), (gz, gzip(bytes))].into_iter();
        both.filter(|(_, packed)| gains(packed))
            .map(|(name, packed)| {
                let entry = Entry::of(&packed);
                (name, packed, entry)
            })
            .collect()
    }

    /// Brotli's quality for a file, by what kind of file it is; `None` for what is not compressed.
    fn quality(self, path: &OutPath) -> Option<i32> {
        let (_, end) = path.as_str().rsplit_once('.')?;
        match (WAITED_FOR.contains(&end), TEXTS.contains(&end), self.effort) {
            (true, _, _) | (_, true, Effort::Best) => Some(11),
            (_, true, Effort::Fast) => Some(5),
            _ => None,
        }
    }
}

/// `bytes` as Brotli of a quality from 0 to 11.
pub fn brotli(mut bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut packed = Vec::new();
    let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &params).expect("memory can be read and written");
    packed
}

/// Without a name, a time and a system, so that the same bytes give the same bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes).expect("memory can be written");
    encoder.finish().expect("memory can be written")
}

#[cfg(test)]
mod tests;
