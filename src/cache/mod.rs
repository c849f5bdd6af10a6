//! What is dear to make and depends on known inputs only, kept between runs: the key is a digest of the inputs, the value
//! is bytes.
//!
//! The law: **deleting the cache changes nothing but time.** A value that is missing, cut short or damaged is made anew;
//! a folder that cannot be written only costs time. Nothing is looked up here that its maker would not make the same.

#![expect(clippy::disallowed_methods, reason = "the cache reads and writes its own folder, and nothing else does")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::sync::{Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use crate::base::digest::Digest;

/// Changes with the form of the files; what another version wrote is swept away.
const VERSION: &str = "v1";
const DIGEST_BYTES: usize = 32;

/// Names a value by everything that it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Digest);

impl Key {
    /// `domain` is the kind of value and the version of the code that makes it; each input counts with its length, so
    /// that no two lists of inputs run into one.
    pub fn of(domain: &str, inputs: &[&[u8]]) -> Key {
        let mut all = Vec::with_capacity(inputs.iter().map(|input| input.len() + 8).sum::<usize>() + domain.len() + 8);
        for part in std::iter::once(domain.as_bytes()).chain(inputs.iter().copied()) {
            all.extend_from_slice(&(part.len() as u64).to_le_bytes());
            all.extend_from_slice(part);
        }
        Key(Digest::of(&all))
    }

    fn file(self) -> String {
        let name = self.0.to_string();
        format!("{}/{}", &name[..2], &name[2..])
    }
}

/// A folder of kept values, or none.
#[derive(Debug)]
pub struct Store {
    folder: Option<Utf8PathBuf>,
    /// What this run asked for, as files below the folder; the rest is swept.
    asked: Mutex<BTreeSet<String>>,
}

impl Store {
    /// Keeps nothing.
    pub fn none() -> Store {
        Store { folder: None, asked: Mutex::default() }
    }

    /// Keeps values below `folder`, which may be missing.
    pub fn in_folder(folder: &Utf8Path) -> Store {
        Store { folder: Some(folder.join(VERSION)), asked: Mutex::default() }
    }

    /// The kept value, or the one that `make` makes, which is then kept.
    ///
    /// # Errors
    /// What `make` says. The cache itself never fails.
    pub fn get_or_make(&self, key: Key, make: impl FnOnce() -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Vec<u8>> {
        let Some(path) = self.asked_for(key) else { return make() };
        if let Some(kept) = fs::read(&path).ok().and_then(whole) {
            return Ok(kept);
        }
        let made = make()?;
        // A value that cannot be kept is made again next time.
        let _ = keep(&path, &made);
        Ok(made)
    }

    /// A value that is kept under a name and may be out of date; none where there is none or it is damaged.
    pub fn named(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.asked_for(Key::of(name, &[]))?;
        fs::read(&path).ok().and_then(whole)
    }

    /// Keeps a value under a name, in the place of the former one.
    pub fn name(&self, name: &str, value: &[u8]) {
        if let Some(path) = self.asked_for(Key::of(name, &[])) {
            // As above: what cannot be kept costs time only.
            let _ = keep(&path, value);
        }
    }

    /// Whether anything is kept.
    pub fn keeps(&self) -> bool {
        self.folder.is_some()
    }

    /// Where a value lies; it outlives this run.
    fn asked_for(&self, key: Key) -> Option<Utf8PathBuf> {
        let file = key.file();
        let path = self.folder.as_ref()?.join(&file);
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(file);
        Some(path)
    }

    /// Removes what nobody asked for in this run, so that the folder holds one build.
    pub fn sweep(&self) {
        let Some(folder) = &self.folder else { return };
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let name = entry.path().strip_prefix(folder).ok().and_then(|path| path.to_str());
            if name.is_none_or(|name| !asked.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// The value of a kept file, when its digest says that it is whole.
fn whole(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let value = bytes.get(DIGEST_BYTES..)?;
    let sound = Digest::of(value).bytes() == &bytes[..DIGEST_BYTES];
    sound.then(|| bytes.split_off(DIGEST_BYTES))
}

/// Under a name of its own first: another run may read at the same time.
fn keep(path: &Utf8Path, value: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(Digest::of(value).bytes())?;
    file.write_all(value)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a look-up gives, and whether the value was made for it.
    fn look(store: &Store, input: &str) -> (String, bool) {
        let mut made = false;
        let key = Key::of("thử 1", &[input.as_bytes()]);
        let value = store.get_or_make(key, || {
            made = true;
            Ok(format!("value of {input}").into_bytes())
        });
        (String::from_utf8(value.unwrap()).unwrap(), made)
    }

    fn files(folder: &Utf8Path) -> Vec<std::path::PathBuf> {
        let all = walkdir::WalkDir::new(folder).into_iter().flatten();
        all.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path()).collect()
    }

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(folder.path().join("cache")).unwrap();
        (folder, path)
    }

    #[test]
    fn a_value_is_made_once_and_again_when_the_folder_is_gone() {
        let (_guard, path) = folder();
        for expected in [true, false, false] {
            assert_eq!(look(&Store::in_folder(&path), "a"), ("value of a".to_owned(), expected));
        }
        fs::remove_dir_all(&path).unwrap();
        assert_eq!(look(&Store::in_folder(&path), "a"), ("value of a".to_owned(), true));
        assert_eq!(look(&Store::none(), "a"), ("value of a".to_owned(), true));
    }

    #[test]
    fn damaged_values_are_made_anew() {
        let (_guard, path) = folder();
        for damage in [&b""[..], b"short", &[7; 60]] {
            look(&Store::in_folder(&path), "a");
            fs::write(&files(&path)[0], damage).unwrap();
            assert_eq!(look(&Store::in_folder(&path), "a"), ("value of a".to_owned(), true));
            assert_eq!(look(&Store::in_folder(&path), "a"), ("value of a".to_owned(), false));
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_only_time() {
        let (_guard, path) = folder();
        fs::write(&path, "a file, not a folder").unwrap();
        assert_eq!(look(&Store::in_folder(&path), "a"), ("value of a".to_owned(), true));
    }

    #[test]
    fn what_nobody_asked_for_is_swept() {
        let (_guard, path) = folder();
        let store = Store::in_folder(&path);
        look(&store, "a");
        look(&store, "b");
        let store = Store::in_folder(&path);
        look(&store, "b");
        store.sweep();
        assert_eq!(files(&path).len(), 1);
        assert_eq!(look(&Store::in_folder(&path), "b"), ("value of b".to_owned(), false));
    }

    #[test]
    fn a_named_value_takes_the_place_of_the_former_one() {
        let (_guard, path) = folder();
        let store = Store::in_folder(&path);
        assert_eq!(store.named("x"), None);
        store.name("x", b"one");
        store.name("x", b"two");
        store.sweep();
        assert_eq!(Store::in_folder(&path).named("x"), Some(b"two".to_vec()));
        assert_eq!(Store::none().named("x"), None);
    }

    #[test]
    fn inputs_do_not_run_into_each_other() {
        let key = |inputs: &[&[u8]]| Key::of("x", inputs);
        assert_ne!(key(&[b"ab", b"c"]), key(&[b"a", b"bc"]));
        assert_ne!(key(&[b"ab"]), Key::of("xa", &[b"b"]));
    }
}
