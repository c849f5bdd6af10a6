//! The content of a git revision, from the repository's objects: the work tree is neither read nor touched.
//!
//! Asks the installed `git`, which every repository's machine has. Its plumbing commands are stable and read packs and
//! partial clones as well as any library; a library (`gix`) would add some 150 crates for two calls.

use std::collections::HashSet;
use std::fmt;
use std::io::{self, BufRead, BufReader, Write};
use std::iter;
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
    let prefix = prefix(content)?;
    let [old, new] = revisions.map(|revision| commit(content, revision));
    let (old, new) = (old?, new?);
    let tree = |commit: &str| format!("{commit}:{prefix}");
    // Only one side is listed: git sees at once which folders are the same on the other.
    let (listing, changes) = rayon::join(
        || ask(content, &["ls-tree", "-r", "-z", "--full-tree", &tree(&old)]),
        || ask(content, &["diff-tree", "-r", "-z", "--no-renames", &tree(&old), &tree(&new)]),
    );
    let named = || format!("git: `{content}`, `{}`, `{}`", revisions[0], revisions[1]);
    let (listing, changes) = (listing.with_context(named)?, changes.with_context(named)?);
    let was: Vec<(&str, &str)> = listing.split('\0').filter_map(listed).collect();
    let changes: Vec<Difference> = differences(&changes).collect();
    let fresh: Vec<(&str, &str)> = changes.iter().filter_map(|change| Some((change.id?, change.path))).collect();
    let wanted: Vec<(&str, &str)> = was.iter().chain(&fresh).copied().collect();
    let mut files = blobs(content, &wanted)?;
    let fresh = files.split_off(was.len());
    let changed: HashSet<&str> = changes.iter().map(|change| change.path).collect();
    let stays = files.iter().filter(|file| !changed.contains(file.path.as_str())).cloned();
    let is = stays.chain(fresh).collect();
    let revision = |commit, files| Revision { commit, sources: Sources::shared(content.to_owned(), files) };
    Ok([revision(old, files), revision(new, is)])
}

/// The folder `content` as git names it, from the root of its repository.
fn prefix(content: &Utf8Path) -> anyhow::Result<String> {
    match ask(content, &["rev-parse", "--show-prefix"]) {
        Err(error) if error.downcast_ref::<io::Error>().is_some() => bail!(Trouble::NoGit),
        Err(error) => bail!(Trouble::NoRepository(error.to_string())),
        Ok(prefix) => Ok(prefix.trim().trim_end_matches('/').to_owned()),
    }
}

fn commit(content: &Utf8Path, revision: &str) -> anyhow::Result<String> {
    let asked = format!("{revision}^{{commit}}");
    let commit = ask(content, &["rev-parse", "--verify", "--quiet", "--end-of-options", &asked])
        .map_err(|_| Trouble::NoCommit(revision.to_owned()))?;
    Ok(commit.trim().to_owned())
}

fn file(path: &str, bytes: Vec<u8>) -> SourceFile {
    SourceFile { path: path.to_owned(), content: Content::of_bytes(bytes) }
}

/// Id and path from `100644 blob <id>\t<path>`, for a file that the content's reader would read.
fn listed(line: &str) -> Option<(&str, &str)> {
    let (meta, path) = line.split_once('\t')?;
    let mut meta = meta.split(' ');
    let (mode, _, id) = (meta.next()?, meta.next()?, meta.next()?);
    is_text(mode, path).then_some((id, path))
}

/// A path at which two trees differ.
struct Difference<'t> {
    path: &'t str,
    /// What lies there on the second side, if the content's reader would read it.
    id: Option<&'t str>,
}

/// From `:<mode> <mode> <id> <id> <letter>\0<path>\0` for each path.
fn differences(told: &str) -> impl Iterator<Item = Difference<'_>> {
    let mut parts = told.split('\0');
    iter::from_fn(move || Some((parts.next()?, parts.next()?))).map(|(meta, path)| {
        let mut meta = meta.split(' ').skip(1);
        let (mode, id) = (meta.next().unwrap_or_default(), meta.nth(1));
        Difference { path, id: id.filter(|_| is_text(mode, path)) }
    })
}

/// Whether the content's reader would read what has this mode at this path; links, modules and nothing have others.
fn is_text(mode: &str, path: &str) -> bool {
    let is_file = mode.starts_with("100");
    is_file && [".yaml", ".yml", ".md"].iter().any(|end| path.ends_with(end)) && !path.split('/').any(is_ignored)
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

/// The file of each blob, by id and path, in order. Taking many out of a repository is most of the work of `git`, so two of it share them.
fn blobs(folder: &Utf8Path, wanted: &[(&str, &str)]) -> anyhow::Result<Vec<Arc<SourceFile>>> {
    if wanted.len() < MANY_BLOBS {
        return batch(folder, wanted);
    }
    let (left, right) = wanted.split_at(wanted.len() / 2);
    let (left, right) = rayon::join(|| batch(folder, left), || batch(folder, right));
    let mut blobs = left?;
    blobs.extend(right?);
    Ok(blobs)
}

/// As long as a pipe of an ordinary user may be on Linux.
#[cfg(target_os = "linux")]
const PIPE_BYTES: usize = 1 << 20;

/// The file of each blob, in order, from one `git cat-file --batch`.
fn batch(folder: &Utf8Path, wanted: &[(&str, &str)]) -> anyhow::Result<Vec<Arc<SourceFile>>> {
    let mut child = git(folder, &["cat-file", "--batch", "--buffer"]).stdin(Stdio::piped()).spawn().context("git")?;
    let mut input = child.stdin.take().expect("the pipe was asked for");
    let output = child.stdout.take().expect("the pipe was asked for");
    // With the usual length both programs wait for each other every few files. Only Linux allows another.
    #[cfg(target_os = "linux")]
    let _ = rustix::pipe::fcntl_setpipe_size(&output, PIPE_BYTES);
    let request: String = wanted.iter().flat_map(|(id, _)| [*id, "\n"]).collect();
    // Written beside the reading: both pipes are shorter than the conversation.
    let writer = std::thread::spawn(move || input.write_all(request.as_bytes()));
    let read = read_blobs(BufReader::with_capacity(1 << 18, output), wanted);
    let written = writer.join().expect("writing to a pipe does not panic");
    let status = child.wait().context("git")?;
    let files = read?;
    written.context("git cat-file")?;
    if !status.success() {
        bail!("git cat-file");
    }
    Ok(files)
}

/// `<id> blob <size>\n<bytes>\n` for each.
fn read_blobs(mut output: impl BufRead, wanted: &[(&str, &str)]) -> anyhow::Result<Vec<Arc<SourceFile>>> {
    let mut files = Vec::with_capacity(wanted.len());
    let mut header = String::new();
    for (_, path) in wanted {
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
        files.push(Arc::new(file(path, bytes)));
    }
    Ok(files)
}
