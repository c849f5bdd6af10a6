//! Builds the search index of a synthetic corpus alone: `search-index docs.json DIR`.

#![expect(clippy::disallowed_methods, reason = "an example reads and writes the files it is given")]

use std::fs;

use anyhow::Context as _;
use camino::Utf8PathBuf;
use ocop::search::build;

#[path = "corpus/index.rs"]
mod index;
#[path = "corpus/row.rs"]
mod row;

use index::corpus;
use row::Row;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, input, output] = &arguments[..] else { anyhow::bail!("usage: search-index docs.json DIR") };
    let rows: Vec<Row> = serde_json::from_slice(&fs::read(input)?)?;
    let corpus = corpus(&rows);
    let started = std::time::Instant::now();
    let files = build(&corpus);
    let total: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    eprintln!("{} products, {} files, {total} bytes, {:?}", rows.len(), files.len(), started.elapsed());
    let output = Utf8PathBuf::from(output);
    for (path, bytes) in files {
        let path = output.join(path.as_str());
        fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        fs::write(path, bytes)?;
    }
    Ok(())
}
