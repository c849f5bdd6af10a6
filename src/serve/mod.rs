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
use std::iter;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;

use anyhow::Context;

use crate::base::lang::Lang;
use crate::built::{self as site, Built};
use crate::serve::shown::Shown;
use crate::site::Inputs;

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
    let (tell, events) = mpsc::channel();
    // Watching starts before the first build, so that no change during it is missed.
    let _watcher = watch::start(&[&inputs.content, &inputs.theme], tell.clone())?;
    let (show, shown) = tokio::sync::watch::channel(Arc::new(next(preview, None)));
    http::start(listener, shown, tell)?;
    (preview.on_ready)(&address);
    loop {
        let woken = events.recv().context("the watcher and the server are gone")?;
        // Changes that wait already are in the coming build as well.
        for event in iter::once(woken).chain(events.try_iter()) {
            match event {
                Event::FilesChanged => {}
                Event::ServerEnded(reason) => anyhow::bail!(reason),
            }
        }
        let before = show.borrow().clone();
        show.send_replace(Arc::new(next(preview, Some(&before))));
    }
}

fn next(preview: &Preview<'_>, before: Option<&Shown>) -> Shown {
    let built = (preview.inputs)().and_then(|inputs| site::build(&inputs));
    (preview.on_build)(&built);
    Shown::after(&built, before, preview.lang)
}
