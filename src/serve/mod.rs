//! The preview: builds in memory, serves on this machine only, builds again when a file changes.
//!
//! One thread builds and waits for [`Event`]s, one serves. What is shown is a single value, [`Shown`], replaced as a
//! whole after each build; while the content has errors it keeps the last good site and adds the findings to it.
//! Nothing is written to disk.

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
use crate::site::Inputs;
use crate::site::{self, Built};

const MISSING_FOLDER_RETRY: Duration = Duration::from_millis(500);

/// Everything that can wake the preview.
#[derive(Debug)]
pub enum Event {
    FilesChanged,
    /// The server stopped, for the reason given.
    ServerEnded(String),
}

/// What `serve` needs from the command line, and whom it tells.
pub struct Preview<'p> {
    /// Port 0 lets the system choose.
    pub port: u16,
    pub lang: Lang,
    /// Asked before each build, because the day may have turned.
    pub inputs: &'p dyn Fn() -> anyhow::Result<Inputs>,
    /// Told once, when the address answers.
    pub on_ready: &'p dyn Fn(&str),
    /// Told after each build.
    pub on_build: &'p dyn Fn(&anyhow::Result<Built>),
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
    let folders = [inputs.content, inputs.theme];
    let (tell, events) = mpsc::channel();
    // Watching starts before each build, so that no change during it is missed.
    let mut watcher = Some(watch::start(&folders, tell.clone())?);
    let (show, shown) = tokio::sync::watch::channel(Arc::new(next(preview, None)));
    http::start(listener, shown, tell.clone())?;
    (preview.on_ready)(&address);
    loop {
        let watched = watcher.is_some();
        wait(&events, watched)?;
        // Watched anew each time: a folder that was replaced by another of its name would be watched no more.
        watcher = watch::start(&folders, tell.clone()).ok();
        if watched || watcher.is_some() {
            let before = show.borrow().clone();
            show.send_replace(Arc::new(next(preview, Some(&before))));
        }
    }
}

/// Until something changed; for a while only when nothing is watched, because a folder is missing.
fn wait(events: &Receiver<Event>, watched: bool) -> anyhow::Result<()> {
    let woken = match events.recv_timeout(if watched { Duration::MAX } else { MISSING_FOLDER_RETRY }) {
        Ok(event) => Some(event),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => unreachable!("`serve` itself can still tell"),
    };
    // Changes that wait already are in the coming build as well.
    for event in woken.into_iter().chain(events.try_iter()) {
        match event {
            Event::FilesChanged => {}
            Event::ServerEnded(reason) => anyhow::bail!(reason),
        }
    }
    Ok(())
}

fn next(preview: &Preview<'_>, before: Option<&Shown>) -> Shown {
    let built = (preview.inputs)().and_then(|inputs| site::build(&inputs));
    (preview.on_build)(&built);
    Shown::after(&built, before, preview.lang)
}
