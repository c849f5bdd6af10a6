//! `ocop build`: the whole site into a folder.

use std::sync::Arc;

use anyhow::Context;

use crate::cache::Store;
use crate::cli::Outcome;
use crate::cli::args::{BuildArgs, Precompress};
use crate::cli::inputs;
use crate::cli::term::{self, Term};
use crate::cli::timings::Timings;
use crate::cli::words;
use crate::diag::emit::Counts;
use crate::output::pack::{Earlier, Effort, Packing};
use crate::output::place;
use crate::output::publish::{STANDBY_FROM, Target};
use crate::site::pictures::Unusable;
use crate::site::{self, Stage};

/// # Errors
/// When the content or theme cannot be read or the site cannot be written; the former site stands.
pub fn run(args: &BuildArgs, term: &Term) -> anyhow::Result<Outcome> {
    let mut inputs = inputs::gather(&args.content, Some(&args.theme.theme), term)?;
    inputs.base_url.clone_from(&args.base_url);
    inputs.form = inputs::form(&args.form, term)?;
    inputs::take_links(&mut inputs, &args.links, term)?;
    use_threads(args.jobs)?;
    let sources = vec![inputs.content.clone(), inputs.theme.clone()];
    let standby_from = (!args.no_cache).then_some(STANDBY_FROM);
    let target = Target { out: args.out.clone(), sources, standby_from, packing: packing(args) };
    // Refused before the work, not after it.
    let place = place::find(&target)?;
    if !args.no_cache {
        inputs.store = Arc::new(Store::in_folder(&place.cache()));
        inputs.program = inputs::program();
    }
    let timings = Timings::start(args.timings);
    inputs.watch = timings.watch();
    let prepared = site::prepare(&inputs)?;
    term.findings(&prepared.findings, &prepared.sources);
    let counts = Counts::of(&prepared.findings);
    if !prepared.findings.is_empty() {
        term::say(&words::checked(counts, term.lang));
    }
    if site::has_errors(&prepared.findings) {
        term::say(&words::not_published(&args.out, term.lang));
        return Ok(Outcome::Rejected);
    }
    let sources = prepared.sources.clone();
    let published = match prepared.publish(&inputs.theme, &target) {
        Ok(published) => published,
        Err(error) => {
            let Unusable { findings } = error.downcast()?;
            term.findings(&findings, &sources);
            term::say(&words::not_published(&args.out, term.lang));
            return Ok(Outcome::Rejected);
        }
    };
    inputs.store.sweep();
    inputs.watch.ended(Stage::Publish);
    timings.say(term.lang);
    term::say(&words::published(&published, &args.out, term.lang));
    if published.leftover {
        term::say(words::leftover(term.lang));
    }
    Ok(Outcome::Done)
}

/// Whether compressed neighbours are wanted, and how.
fn packing(args: &BuildArgs) -> Option<Packing> {
    let effort = match args.precompress? {
        Precompress::Fast => Effort::Fast,
        Precompress::Best => Effort::Best,
    };
    let earlier = if args.no_cache { Earlier::MadeAnew } else { Earlier::Kept };
    Some(Packing { effort, earlier })
}

fn use_threads(jobs: Option<u16>) -> anyhow::Result<()> {
    let Some(jobs) = jobs else {
        return Ok(());
    };
    rayon::ThreadPoolBuilder::new().num_threads(jobs.into()).build_global().context("--jobs")
}
