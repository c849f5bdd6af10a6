//! Tells which files of content or theme changed, once for a burst of changes.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::time::Duration;

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer};
use rustix::fs::stat;

use crate::serve::Event;
use crate::site::session::Changes;

/// Editors write a file in several steps, a few milliseconds apart: less than this, and we would build from half of them.
const DEBOUNCE_MS: u64 = 25;

/// The folders of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    pub content: Utf8PathBuf,
    pub theme: Utf8PathBuf,
}

/// Watches while it lives.
pub struct Watcher {
    _system: Debouncer<RecommendedWatcher, RecommendedCache>,
    folders: Folders,
    watched: Option<[Identity; 2]>,
}

/// Which folder this is, whatever its name.
type Identity = (u64, u64);

impl Watcher {
    /// Whether the folders that are watched still bear the names: one that was replaced by another is watched no more.
    pub fn holds(&self) -> bool {
        self.watched.is_some() && self.watched == self.folders.identities()
    }
}

impl Folders {
    fn identities(&self) -> Option<[Identity; 2]> {
        let identity = |folder: &Utf8Path| stat(folder.as_std_path()).ok().map(|it| (it.st_dev, it.st_ino));
        Some([identity(&self.content)?, identity(&self.theme)?])
    }

    /// By names that no working directory has a part in: events come with such names.
    fn absolute(&self) -> anyhow::Result<Folders> {
        let absolute =
            |folder: &Utf8Path| camino::absolute_utf8(folder).with_context(|| format!("cannot watch `{folder}`"));
        Ok(Folders { content: absolute(&self.content)?, theme: absolute(&self.theme)? })
    }

    /// Where a changed file lies. The system names it as the folder was named to it.
    fn place(&self, path: &Path, changes: &mut Changes) {
        let below = |folder: &Utf8Path| path.strip_prefix(folder).ok();
        if let Some(path) = below(&self.content) {
            // A name that is no text cannot be told apart from others: all of the content is looked at.
            changes.content.insert(Utf8Path::from_path(path).map_or_else(Utf8PathBuf::new, Utf8Path::to_owned));
        }
        if below(&self.theme).is_some() {
            changes.theme = true;
        }
    }
}

/// Watches both folders and all below them.
///
/// # Errors
/// When the system cannot watch one of them.
pub fn start(folders: &Folders, tell: Sender<Event>) -> anyhow::Result<Watcher> {
    let absolute = folders.absolute()?;
    let named = absolute.clone();
    let handler = move |result: DebounceEventResult| {
        let changes = match result {
            Ok(events) => changes(&named, &events),
            // A change may have been missed.
            Err(_) => Some(Changes::everything()),
        };
        if let Some(changes) = changes {
            // When nobody listens any more, the program is ending as well.
            let _ = tell.send(Event::Changed(changes));
        }
    };
    let watched = folders.identities();
    let mut system = new_debouncer(Duration::from_millis(DEBOUNCE_MS), None, handler).context("cannot watch files")?;
    for folder in [&absolute.content, &absolute.theme] {
        system
            .watch(folder.as_std_path(), RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch `{folder}`"))?;
    }
    Ok(Watcher { _system: system, folders: folders.clone(), watched })
}

/// What a burst of events changed; `None` when nothing that matters.
fn changes(folders: &Folders, events: &[DebouncedEvent]) -> Option<Changes> {
    if events.iter().any(|event| event.need_rescan()) {
        return Some(Changes::everything());
    }
    let mut changes = Changes::default();
    for event in events.iter().filter(|event| matters(event)) {
        let paths = event.paths.iter().filter(|path| !is_editors(path));
        paths.for_each(|path| folders.place(path, &mut changes));
    }
    (changes != Changes::default()).then_some(changes)
}

/// Whether an event can change the site. Reading files is an event too, and our own builds read them all.
fn matters(event: &DebouncedEvent) -> bool {
    !matches!(event.kind, EventKind::Access(_) | EventKind::Other)
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
    use notify_debouncer_full::notify::event::{CreateKind, ModifyKind, RenameMode};

    use super::*;

    fn event(kind: EventKind, paths: &[&str]) -> DebouncedEvent {
        let event = notify_debouncer_full::notify::Event::new(kind);
        let event = paths.iter().fold(event, |event, path| event.add_path(Path::new(path).to_owned()));
        DebouncedEvent { event, time: std::time::Instant::now() }
    }

    #[test]
    fn events_name_what_is_to_be_looked_at_again() {
        let folders = Folders { content: "c".into(), theme: "t".into() };
        let created = EventKind::Create(CreateKind::Any);
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        let found = changes(&folders, &[event(created, &["c/a/index.md"]), event(renamed, &["c/b", "c/d"])]).unwrap();
        assert_eq!(found.content.iter().map(|path| path.as_str()).collect::<Vec<_>>(), ["a/index.md", "b", "d"]);
        assert!(!found.theme && changes(&folders, &[event(created, &["t/x.css"])]).unwrap().theme);
        assert_eq!(changes(&folders, &[event(created, &["c/a/.index.md.swp"])]), None);
        assert!(changes(&folders, &[event(renamed, &["c"])]).unwrap().content.contains(Utf8Path::new("")));
    }

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
