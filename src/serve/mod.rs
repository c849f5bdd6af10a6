//! The preview: serves the site on this machine only, and looks at the content again when a file changes.
//!
//! One thread looks and waits for [`Event`]s, one serves. A look reads what changed and plans the site; pages are made when
//! somebody asks for them. What is shown is a single value, [`Shown`], replaced as a whole after each look; while the
//! content has errors it keeps the last good site and adds the findings to it. Nothing is written to disk.

pub mod http;
pub mod overlay;
pub mod reply;
pub mod shown;
pub mod watch;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::base::lang::Lang;
use crate::serve::shown::Shown;
use crate::serve::watch::Folders;
use crate::site::Inputs;
use crate::site::session::{Changes, Look, Session};

const MISSING_FOLDER_RETRY: Duration = Duration::from_millis(500);

/// Everything that can wake the preview.
#[derive(Debug)]
pub enum Event {
    Changed(Changes),
    /// The server stopped, for the reason given.
    ServerEnded(String),
}

/// What `serve` needs from the command line, and whom it tells.
pub struct Preview<'p> {
    /// Port 0 lets the system choose.
    pub port: u16,
    pub lang: Lang,
    /// Asked before each look, because the day may have turned.
    pub inputs: &'p dyn Fn() -> anyhow::Result<Inputs>,
    /// Told once, when the address answers.
    pub on_ready: &'p dyn Fn(&str),
    /// Told after each look.
    pub on_look: &'p dyn Fn(&anyhow::Result<Look>),
}

/// The port cannot be had.
#[derive(Debug)]
pub struct PortTaken {
    pub port: u16,
    pub error: io::Error,
}

impl std::fmt::Display for PortTaken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "cannot listen on port {}: {}", self.port, self.error)
    }
}

impl std::error::Error for PortTaken {}

/// Serves until the process is ended.
///
/// # Errors
/// [`PortTaken`]; when the folders cannot be watched; when the inputs of the first build cannot be had.
pub fn serve(preview: &Preview<'_>) -> anyhow::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, preview.port))
        .map_err(|error| PortTaken { port: preview.port, error })?;
    let address = format!("http://{}/", listener.local_addr()?);
    let inputs = (preview.inputs)()?;
    let folders = Folders { content: inputs.content, theme: inputs.theme };
    let (tell, events) = mpsc::channel();
    let mut session = Session::default();
    // Watching starts before each look, so that no change during it is missed.
    let mut watcher = Some(watch::start(&folders, tell.clone())?);
    let (show, shown) =
        tokio::sync::watch::channel(Arc::new(next(preview, &mut session, &Changes::everything(), None)));
    http::start(listener, shown, tell.clone())?;
    (preview.on_ready)(&address);
    loop {
        let mut changes = wait(&events, watcher.is_some())?;
        if !watcher.as_ref().is_some_and(watch::Watcher::holds) {
            let missing = watcher.is_none();
            watcher = watch::start(&folders, tell.clone()).ok();
            if missing && watcher.is_none() {
                continue;
            }
            changes = Changes::everything();
        }
        let before = show.borrow().clone();
        let after = Arc::new(next(preview, &mut session, &changes, Some(&before)));
        show.send_replace(after);
        // A site of thousands of entries takes a while to be let go of, and nobody need wait for it.
        std::thread::spawn(move || drop(before));
    }
}

/// Until something changed; for a while only when nothing is watched, because a folder is missing.
fn wait(events: &Receiver<Event>, watched: bool) -> anyhow::Result<Changes> {
    let woken = match events.recv_timeout(if watched { Duration::MAX } else { MISSING_FOLDER_RETRY }) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => unreachable!("`serve` itself can still tell"),
    };
    let mut changes = Changes::default();
    // Changes that wait already are in the coming look as well.
    for event in woken.into_iter().chain(events.try_iter()) {
        match event {
            Event::Changed(more) => changes.merge(more),
            Event::ServerEnded(reason) => anyhow::bail!(reason),
        }
    }
    Ok(changes)
}

fn next(preview: &Preview<'_>, session: &mut Session, changes: &Changes, before: Option<&Shown>) -> Shown {
    let look = (preview.inputs)().and_then(|inputs| session.look(&inputs, changes));
    (preview.on_look)(&look);
    Shown::after(look, before, preview.lang)
}
