//! Single content files, for the commands that write into the content folder: whole or not at all.

use std::fs;
use std::io::{self, Write};

use camino::Utf8Path;

use crate::output::failure::{Doing, Failure};

/// Replaces the text of a file that exists. Its mode is kept; a reader sees the old bytes or the new ones.
///
/// # Errors
/// When the file cannot be written; the old one stands.
pub fn replace(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let mode = fs::metadata(path).map_err(Failure::io(Doing::Read, path))?.permissions();
    let beside = temporary(path, bytes)?;
    beside.as_file().set_permissions(mode).map_err(Failure::io(Doing::Write, path))?;
    beside.persist(path).map(drop).map_err(|refused| Failure::io(Doing::Replace, path)(refused.error))
}

/// Creates a file, and the folders above it. `false` when there is one already, which is left as it is.
///
/// # Errors
/// When the file cannot be written.
pub fn create(path: &Utf8Path, bytes: &[u8]) -> Result<bool, Failure> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_str().is_empty()) {
        create_folders(folder)?;
    }
    let beside = temporary(path, bytes)?;
    set_readable(&beside, path)?;
    match beside.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(refused) => Err(Failure::io(Doing::Create, path)(refused.error)),
    }
}

/// A file beside the one to be, under a name that content readers pass over.
fn temporary(path: &Utf8Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, Failure> {
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let named = tempfile::Builder::new().prefix(".ocop-").suffix(".tmp").tempfile_in(folder);
    let mut file = named.map_err(Failure::io(Doing::Create, folder))?;
    file.write_all(bytes).map_err(Failure::io(Doing::Write, path))?;
    file.as_file().sync_all().map_err(Failure::io(Doing::Flush, path))?;
    Ok(file)
}

/// Temporary files are their owner's only; content is read by everybody.
fn set_readable(file: &tempfile::NamedTempFile, path: &Utf8Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::Permissions::from_mode(crate::output::disk::FILE_MODE);
    file.as_file().set_permissions(mode).map_err(Failure::io(Doing::Write, path))
}

#[expect(clippy::disallowed_methods, reason = "the disk is written in `output`")]
fn create_folders(folder: &Utf8Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::io(Doing::Create, folder))
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "tests look at the disk")]
    fn an_existing_file_is_replaced_and_never_created_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(folder.path().join("a/b/index.md")).unwrap();
        assert!(create(&path, b"one").unwrap());
        assert!(!create(&path, b"two").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        replace(&path, b"three").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        let left: Vec<_> = fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "no temporary file stays");
        assert!(replace(&path.with_file_name("none"), b"x").is_err());
    }
}
