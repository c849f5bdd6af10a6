//! The content of a git revision, from the repository's objects: the work tree is neither read nor touched.
//!
//! Asks the installed `git`, which every repository's machine has. Its plumbing commands are stable and read packs and
//! partial clones as well as any library; a library (`gix`) would add some 150 crates for two calls.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

use anyhow::{Context, bail};
use camino::Utf8Path;

use crate::source::scan::is_ignored;
use crate::source::{Content, SourceFile, Sources};

/// The content of one revision. Pictures are left out: only texts hold facts.
#[derive(Debug)]
pub struct Revision {
    /// The full name of the commit.
    pub commit: String,
    pub sources: Sources,
}

/// Why a revision cannot be read, where a person can mend it.
#[derive(Debug)]
pub enum Trouble {
    /// There is no program `git`.
    NoGit,
    /// The content lies in no repository; git's own words.
    NoRepository(String),
    /// No commit has that name.
    NoCommit(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::NoGit => formatter.write_str("there is no program `git`"),
            Trouble::NoRepository(words) => write!(formatter, "there is no git repository: {words}"),
            Trouble::NoCommit(revision) => write!(formatter, "there is no commit `{revision}`"),
        }
    }
}

impl std::error::Error for Trouble {}

/// Reads the folder `content`, as it is in the commits that two revisions name. A file that is the same in both is read
/// once and shared, so that the second side can keep what the first one made of it.
///
/// # Errors
/// When `content` lies in no repository, there is no such commit, or git cannot be run.
pub fn read_both(content: &Utf8Path, revisions: [&str; 2]) -> anyhow::Result<[Revision; 2]> {
    let [old, new] = revisions.map(|revision| list(content, revision));
    let (old, new) = (old?, new?);
    let (was, is) = (old.files(), new.files());
    let known: HashMap<(&str, &str), usize> = was.iter().copied().zip(0..).collect();
    let fresh: Vec<(&str, &str)> = is.iter().copied().filter(|file| !known.contains_key(file)).collect();
    let wanted: Vec<&str> = was.iter().chain(&fresh).map(|(id, _)| *id).collect();
    let texts = blobs(content, &wanted)?;
    let paths = was.iter().chain(&fresh).map(|(_, path)| *path);
    let files: Vec<Arc<SourceFile>> = paths.zip(texts).map(|(path, bytes)| Arc::new(file(path, bytes))).collect();
    let (was_files, fresh_files) = files.split_at(was.len());
    let mut fresh_files = fresh_files.iter();
    let is_files = is.iter().map(|file| match known.get(file) {
        Some(at) => &was_files[*at],
        None => fresh_files.next().expect("each file that was not known has been read"),
    });
    let sources = |files: Vec<Arc<SourceFile>>| Sources::shared(content.to_owned(), files);
    let (was, is) = (sources(was_files.to_vec()), sources(is_files.cloned().collect()));
    Ok([Revision { commit: old.commit, sources: was }, Revision { commit: new.commit, sources: is }])
}

/// A commit with the names of the files in its content folder.
struct Listing {
    commit: String,
    tree: String,
}

impl Listing {
    /// Id and path of each file that the content's reader would read.
    fn files(&self) -> Vec<(&str, &str)> {
        self.tree.split('\0').filter_map(text_blob).collect()
    }
}

fn list(content: &Utf8Path, revision: &str) -> anyhow::Result<Listing> {
    let prefix = match ask(content, &["rev-parse", "--show-prefix"]) {
        Err(error) if error.downcast_ref::<io::Error>().is_some() => bail!(Trouble::NoGit),
        Err(error) => bail!(Trouble::NoRepository(error.to_string())),
        Ok(prefix) => prefix,
    };
    let asked = format!("{revision}^{{commit}}");
    let commit = ask(content, &["rev-parse", "--verify", "--quiet", "--end-of-options", &asked])
        .map_err(|_| Trouble::NoCommit(revision.to_owned()))?;
    let commit = commit.trim().to_owned();
    let tree = format!("{commit}:{}", prefix.trim().trim_end_matches('/'));
    let listing = ask(content, &["ls-tree", "-r", "-z", "--full-tree", &tree])
        .with_context(|| format!("git: `{content}`, `{revision}`"))?;
    Ok(Listing { commit, tree: listing })
}

fn file(path: &str, bytes: Vec<u8>) -> SourceFile {
    let content = match String::from_utf8(bytes) {
        Ok(text) => Content::Text(text),
        Err(error) => Content::NotUtf8 { valid_up_to: error.utf8_error().valid_up_to() },
    };
    SourceFile { path: path.to_owned(), content }
}

/// `100644 blob <id>\t<path>` of a file that the content's reader would read.
fn text_blob(line: &str) -> Option<(&str, &str)> {
    let (meta, path) = line.split_once('\t')?;
    let mut meta = meta.split(' ');
    let (mode, kind, id) = (meta.next()?, meta.next()?, meta.next()?);
    let is_text = [".yaml", ".yml", ".md"].iter().any(|end| path.ends_with(end));
    let is_file = kind == "blob" && mode != "120000";
    (is_file && is_text && !path.split('/').any(is_ignored)).then_some((id, path))
}

fn git(folder: &Utf8Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    // A pager, a prompt or an optional lock has no place in a program that only reads.
    command.arg("-C").arg(folder).arg("--no-pager").arg("--no-optional-locks").args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn ask(folder: &Utf8Path, arguments: &[&str]) -> anyhow::Result<String> {
    let output = git(folder, arguments).output().context("git")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim().trim_start_matches("fatal: "));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Fewer blobs than these are not worth a second program.
const MANY_BLOBS: usize = 2_000;

/// The bytes of each blob, in order. Taking many out of a repository is most of the work of `git`, so two of it share them.
fn blobs(folder: &Utf8Path, ids: &[&str]) -> anyhow::Result<Vec<Vec<u8>>> {
    if ids.len() < MANY_BLOBS {
        return batch(folder, ids);
    }
    let (left, right) = ids.split_at(ids.len() / 2);
    let (left, right) = rayon::join(|| batch(folder, left), || batch(folder, right));
    let mut blobs = left?;
    blobs.extend(right?);
    Ok(blobs)
}

/// The bytes of each blob, in order, from one `git cat-file --batch`.
fn batch(folder: &Utf8Path, ids: &[&str]) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut child = git(folder, &["cat-file", "--batch", "--buffer"]).stdin(Stdio::piped()).spawn().context("git")?;
    let mut input = child.stdin.take().expect("the pipe was asked for");
    let output = child.stdout.take().expect("the pipe was asked for");
    let request: String = ids.iter().flat_map(|id| [*id, "\n"]).collect();
    // Written beside the reading: both pipes are shorter than the conversation.
    let writer = std::thread::spawn(move || input.write_all(request.as_bytes()));
    let read = read_blobs(BufReader::with_capacity(1 << 16, output), ids.len());
    let written = writer.join().expect("writing to a pipe does not panic");
    let status = child.wait().context("git")?;
    let blobs = read?;
    written.context("git cat-file")?;
    if !status.success() {
        bail!("git cat-file");
    }
    Ok(blobs)
}

/// `<id> blob <size>\n<bytes>\n`, `count` times.
fn read_blobs(mut output: impl BufRead, count: usize) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut blobs = Vec::with_capacity(count);
    let mut header = String::new();
    for _ in 0..count {
        header.clear();
        output.read_line(&mut header).context("git cat-file")?;
        let size: usize = header
            .trim_end()
            .rsplit_once(' ')
            .and_then(|(_, size)| size.parse().ok())
            .with_context(|| format!("git cat-file: {}", header.trim_end()))?;
        let mut bytes = vec![0; size + 1];
        output.read_exact(&mut bytes).context("git cat-file")?;
        bytes.pop();
        blobs.push(bytes);
    }
    Ok(blobs)
}
