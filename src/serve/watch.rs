//! Tells when content or theme changed, once for a burst of changes.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::Context;
use camino::Utf8PathBuf;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};

use crate::serve::Event;

/// Editors write a file in several steps; less than this, and we would build from half of them.
const DEBOUNCE_MS: u64 = 80;

/// Watches while it lives.
pub type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Watches `folders` and all below them.
///
/// # Errors
/// When the system cannot watch one of them.
pub fn start(folders: &[Utf8PathBuf], tell: Sender<Event>) -> anyhow::Result<Watcher> {
    let handler = move |result: DebounceEventResult| {
        // An error means that a change may have been missed, so it counts as one.
        if result.map_or(true, |events| events.iter().any(matters)) {
            // When nobody listens any more, the program is ending as well.
            let _ = tell.send(Event::FilesChanged);
        }
    };
    let mut watcher = new_debouncer(Duration::from_millis(DEBOUNCE_MS), None, handler).context("cannot watch files")?;
    for folder in folders {
        watcher
            .watch(folder.as_std_path(), RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch `{folder}`"))?;
    }
    Ok(watcher)
}

/// Whether an event can change the site. Reading files is an event too, and our own builds read them all.
fn matters(event: &DebouncedEvent) -> bool {
    let changes = !matches!(event.kind, EventKind::Access(_) | EventKind::Other);
    event.need_rescan() || changes && !event.paths.iter().all(|path| is_editors(path))
}

/// Names under which editors keep unsaved work, locks and backups.
fn is_editors(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return true;
    };
    let hidden = name.starts_with('.') || name.starts_with('#');
    // Vim makes a file of this name to try whether it may write.
    hidden || name == "4913" || name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_own_files_are_passed_over() {
        for name in ["a/.index.md.swp", "a/4913", "a/index.md~", "a/.#index.md", "a/#index.md#", "a/.goutputstream-X"] {
            assert!(is_editors(Path::new(name)), "{name}");
        }
        for name in ["a/index.md", "a/photo.jpg", "styles/main.css"] {
            assert!(!is_editors(Path::new(name)), "{name}");
        }
    }
}
