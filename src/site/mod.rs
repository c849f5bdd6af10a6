//! The pipeline: the only room that knows all the stages and their order.

pub mod on_request;
pub mod pictures;
pub mod session;

use std::collections::BTreeSet;
use std::fmt;
use std::mem;
use std::sync::Arc;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::base::digest::{Digest, ValueDigest};
use crate::base::lang::Lang;
use crate::base::out_path::OutPath;
use crate::cache::Store;
use crate::config::{self, SiteConfig};
use crate::diag::code::{Code, Severity};
use crate::diag::locate::{Finding, Policy, locate};
use crate::diag::{Diagnostic, Diagnostics};
use crate::editor::form;
use crate::model::Catalogue;
use crate::output::former::Former;
use crate::output::publish::{Published, Target, publish_made};
use crate::output::stamps::Stamps;
use crate::output::tree::{File, Handed, OutputTree};
use crate::plan::{self, SitePlan, paths};
use crate::read::layout::Kind;
use crate::read::{self, Readings, Records};
use crate::render::kit::Kit;
use crate::render::known::{Known, Marks};
use crate::render::prose::Texts;
use crate::render::site::Site;
use crate::render::theme::Theme;
use crate::resolve::Resolved;
use crate::resolve::link_check::LinkCheck;
use crate::resolve::remarks::remarks;
use crate::site::pictures::{Originals, Unusable};
use crate::source::{Sources, conflict, scan};
use crate::{render, resolve, search};

/// What a run starts from. Nothing else reaches the stages: no clock, no environment.
#[derive(Debug, Clone)]
pub struct Inputs {
    pub content: Utf8PathBuf,
    pub theme: Utf8PathBuf,
    /// The day for which certificates are computed.
    pub date: Date,
    /// Overrides the address in `site.yaml`.
    pub base_url: Option<String>,
    /// The bundle of the officers' form, where it is to be published.
    pub form: Option<Utf8PathBuf>,
    /// What a link checker found about links that lead out of the site.
    pub links: Option<Arc<LinkCheck>>,
    /// Language of messages.
    pub lang: Lang,
    /// What earlier runs made and this one may use.
    pub store: Arc<Store>,
    /// Identifies the program, since another one may make another page from the same; without it all pages are made.
    pub program: Option<Digest>,
    /// Hears of the end of each stage.
    pub watch: Watch,
}

impl Inputs {
    /// Content, theme and day, with messages in Vietnamese and everything else as it comes.
    pub fn new(content: impl Into<Utf8PathBuf>, theme: impl Into<Utf8PathBuf>, date: Date) -> Inputs {
        Inputs {
            content: content.into(),
            theme: theme.into(),
            date,
            base_url: None,
            form: None,
            links: None,
            lang: Lang::Vi,
            store: Arc::new(Store::none()),
            program: None,
            watch: Watch::default(),
        }
    }

    /// Takes the report of a link checker, as JSON.
    ///
    /// # Errors
    /// What is wrong with the report.
    pub fn take_links(&mut self, report: &str) -> Result<(), String> {
        self.links = Some(Arc::new(LinkCheck::parse(report)?));
        Ok(())
    }
}

/// Who is told that a stage has ended: the stages themselves know no clock.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<dyn Fn(Stage) + Send + Sync>>);

impl Watch {
    pub fn new(tell: impl Fn(Stage) + Send + Sync + 'static) -> Watch {
        Watch(Some(Arc::new(tell)))
    }

    pub fn ended(&self, stage: Stage) {
        if let Some(tell) = &self.0 {
            tell(stage);
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.0.is_some() { "Watch(told)" } else { "Watch" })
    }
}

/// The parts of a run, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Scan,
    Read,
    Resolve,
    Plan,
    Texts,
    Findings,
    Pictures,
    Pages,
    Publish,
}

/// Content that has been read and linked, with everything found wrong on the way.
pub struct Loaded {
    pub sources: Sources,
    pub config: SiteConfig,
    pub policy: Policy,
    pub catalogue: Catalogue,
    /// Ids of files that are there but yielded no entry.
    pub broken: BTreeSet<String>,
    pub diagnostics: Diagnostics,
    pub form: Option<Form>,
    pub watch: Watch,
}

/// The officers' form: the folder of its program, and what the program is told of this content.
pub struct Form {
    pub program: Utf8PathBuf,
    pub data: String,
}

/// What `check` tells.
pub struct Checked {
    pub sources: Sources,
    pub findings: Vec<Finding>,
}

/// Reads and links the content.
///
/// # Errors
/// When the content cannot be read from the disk; mistakes in it are diagnostics.
pub fn load(inputs: &Inputs) -> anyhow::Result<Loaded> {
    Ok(load_and_keep(inputs)?.0)
}

fn load_and_keep(inputs: &Inputs) -> anyhow::Result<(Loaded, Kept)> {
    let sources = scan::scan(&inputs.content)?;
    inputs.watch.ended(Stage::Scan);
    link_again(sources, inputs, &Kept::default())
}

/// What the stages gave, for the next run over the same content.
#[derive(Default)]
pub struct Kept {
    readings: Readings,
    resolved: Resolved,
    texts: Texts,
}

/// Links content that has been read already, from the disk or from elsewhere.
///
/// # Errors
/// When a picture cannot be read.
pub fn link(sources: Sources, inputs: &Inputs) -> anyhow::Result<Loaded> {
    Ok(link_again(sources, inputs, &Kept::default())?.0)
}

/// As [`link`], with what an earlier run kept.
///
/// # Errors
/// As [`link`].
pub fn link_again(sources: Sources, inputs: &Inputs, earlier: &Kept) -> anyhow::Result<(Loaded, Kept)> {
    let (records, mut diagnostics, readings) = read::read_again(&sources, &earlier.readings);
    inputs.watch.ended(Stage::Read);
    let (mut config, policy, found) = config::load(&records);
    diagnostics.append(found);
    if let Some(base_url) = &inputs.base_url {
        config.base_url = if base_url.ends_with('/') { base_url.clone() } else { format!("{base_url}/") };
    }
    let (mut catalogue, found, resolved) =
        resolve::resolve_again(&records, &sources, &config, inputs.date, &earlier.resolved)?;
    diagnostics.append(found);
    catalogue.links_tried = inputs.links.as_ref().map(|check| check.date);
    catalogue.remarks = remarks(&records, &sources, inputs.links.as_deref(), &catalogue);
    let broken = broken(&records, &catalogue);
    let form =
        |program: &Utf8PathBuf| Form { program: program.clone(), data: form::data(&records, &config).to_string() };
    let form = inputs.form.as_ref().map(form);
    drop(records);
    inputs.watch.ended(Stage::Resolve);
    let watch = inputs.watch.clone();
    let kept = Kept { readings, resolved, texts: earlier.texts.clone() };
    Ok((Loaded { sources, config, policy, catalogue, broken, diagnostics, form, watch }, kept))
}

fn broken(records: &Records, catalogue: &Catalogue) -> BTreeSet<String> {
    let entries = catalogue.entries();
    let mut sound: FxHashSet<&str> = entries.into_iter().map(|entry| catalogue.slug(entry)).collect();
    sound.extend(records.pages.iter().map(|page| page.id.as_str()));
    sound.extend(records.plans.iter().map(|plan| plan.id.as_str()));
    sound.extend(records.places.iter().map(|places| places.id.as_str()));
    sound.extend(records.taxonomy.iter().map(|taxonomy| taxonomy.id.as_str()));
    let ids = records.ids.iter().filter(|(kind, _)| **kind != Kind::Site);
    ids.flat_map(|(_, ids)| ids).filter(|id| !sound.contains(id.as_str())).cloned().collect()
}

/// A finished site, or what stands in its way.
pub struct Built {
    pub sources: Sources,
    /// `None` when an error forbids publishing.
    pub tree: Option<OutputTree>,
    pub findings: Vec<Finding>,
}

/// Everything that is wrong with the content.
///
/// # Errors
/// As [`load`].
pub fn check(inputs: &Inputs) -> anyhow::Result<Checked> {
    let (loaded, kept) = load_and_keep(inputs)?;
    let (loaded, plan, kept) = with_plan_again(loaded, kept);
    let checked = checked(&loaded, inputs.lang);
    // The process ends with this answer; to give millions of small strings back before takes a tenth of its time.
    mem::forget((loaded, plan, kept));
    Ok(checked)
}

/// A site that can be made, with everything found wrong on the way.
pub struct Prepared {
    /// The texts of files with findings; the others have been let go.
    pub sources: Sources,
    pub findings: Vec<Finding>,
    catalogue: Catalogue,
    config: SiteConfig,
    plan: SitePlan,
    synonyms: Vec<Vec<String>>,
    form: Option<Form>,
    policy: Policy,
    lang: Lang,
    store: Arc<Store>,
    program: Option<Digest>,
    watch: Watch,
}

/// Everything that comes before the first page.
///
/// # Errors
/// When content or a picture cannot be read.
pub fn prepare(inputs: &Inputs) -> anyhow::Result<Prepared> {
    let (loaded, plan) = planned(inputs)?;
    let findings = locate(&loaded.diagnostics, &loaded.sources, &loaded.policy, inputs.lang);
    let Loaded { mut sources, catalogue, config, form, watch, .. } = loaded;
    // What rendering finds in texts, `planned` has found before.
    let synonyms = synonyms(&sources).unwrap_or_default();
    let told = findings.iter().map(|finding| finding.file.as_str()).chain(pictures::entries(&catalogue));
    let told: BTreeSet<&str> = told.collect();
    sources.keep_texts(|path| told.contains(path));
    watch.ended(Stage::Findings);
    let (policy, lang) = (loaded.policy, inputs.lang);
    let (store, program) = (inputs.store.clone(), inputs.program);
    Ok(Prepared { sources, findings, catalogue, config, plan, synonyms, form, policy, lang, store, program, watch })
}

impl Prepared {
    /// What the last run made, where anything is kept between runs.
    fn known<'f>(&self, kit: &Kit, former: &'f Former) -> Known<'f> {
        let Some(program) = self.program.filter(|_| self.store.keeps()) else { return Known::nothing() };
        let makers = ValueDigest::of(&(program, kit.theme.digest(), kit.base.absolute("/")));
        let marks = self.store.named(PAGES).and_then(|bytes| Marks::parse(&bytes));
        Known::from(makers, marks.unwrap_or_default(), former)
    }

    /// Makes the site in the place of the one that is there, all or nothing.
    ///
    /// # Errors
    /// As [`make`](Prepared::make), or when the site cannot be written; the former one stands.
    pub fn publish(self, theme: &Utf8Path, target: &Target) -> anyhow::Result<Published> {
        let store = self.store.clone();
        let stamps = store.named(STAMPS).and_then(|bytes| Stamps::parse(&bytes)).unwrap_or_default();
        let make = |former: &Former, give: &SyncSender<Handed>| self.make(theme, former, give);
        let ((), published, stamps) = publish_made(target, &stamps, make)?;
        store.name(STAMPS, &stamps.to_bytes());
        Ok(published)
    }

    /// Makes every file of the site and hands it over at once. Pages that the last run made from the same, and that `former`
    /// holds, are not made again.
    ///
    /// # Errors
    /// When theme or a picture cannot be read, the theme has a fault, or the files are taken no more;
    /// [`pictures::Unusable`] when pictures turn out to be broken.
    pub fn make(self, theme: &Utf8Path, former: &Former, give: &SyncSender<Handed>) -> anyhow::Result<()> {
        let kit = Arc::new(Kit::new(read_theme(theme)?, &self.plan.base)?);
        let known = self.known(&kit, former);
        let originals = Originals::new(self.sources.clone(), self.store.clone());
        // Before the pages, which show their colours.
        let (tints, faults) = pictures::make(&self.plan.pictures, &originals, give)?;
        if !faults.is_empty() {
            let diagnostics = pictures::findings(&faults, &self.catalogue);
            let findings = locate(&diagnostics, &self.sources, &self.policy, self.lang);
            return Err(Unusable { findings }.into());
        }
        self.watch.ended(Stage::Pictures);
        let site = Site::new(kit, self.catalogue, self.plan, self.config, self.synonyms);
        let site = site.with_tints(Box::new(move |picture| tints.get(&picture.file).copied()));
        render::render(&site, &self.store, &known, give)?;
        self.store.name(PAGES, &known.into_marks().to_bytes());
        self.watch.ended(Stage::Pages);
        for file in self.form.iter().map(Form::files).collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten() {
            give.send(file.into()).context("the files are taken no more")?;
        }
        Ok(())
    }
}

/// What the cache calls the marks of the last run's pages.
const PAGES: &str = "pages 1";
/// And the stamps of the files that it published.
const STAMPS: &str = "stamps 1";

impl Form {
    /// The files of the form below its address.
    ///
    /// # Errors
    /// When the program cannot be read.
    fn files(&self) -> anyhow::Result<Vec<File>> {
        let program = scan::read_tree(&self.program)?;
        let data = (FORM_DATA.to_owned(), self.data.clone().into_bytes());
        let file = |(name, bytes): (String, Vec<u8>)| {
            let path = OutPath::new(format!("{}/{name}", paths::FORM));
            path.map(|path| (path, bytes))
                .with_context(|| format!("`{name}` cannot be published as a part of the form"))
        };
        program.into_iter().chain([data]).map(file).collect()
    }
}

/// The folder of the officers' form below the site's root.
pub const FORM_FOLDER: &str = paths::FORM;
/// The form's own page fetches this name.
const FORM_DATA: &str = "forms.json";

fn read_theme(theme: &Utf8Path) -> anyhow::Result<Theme> {
    let files = scan::read_tree(theme)?.into_iter().map(|(path, bytes)| (path, bytes.into())).collect();
    Ok(Theme { files })
}

/// The whole site as a tree, unless the content has errors.
///
/// # Errors
/// As [`prepare`] and [`Prepared::make`].
pub fn build(inputs: &Inputs) -> anyhow::Result<Built> {
    let prepared = prepare(inputs)?;
    if has_errors(&prepared.findings) {
        return Ok(Built { sources: prepared.sources, tree: None, findings: prepared.findings });
    }
    let (sources, findings) = (prepared.sources.clone(), prepared.findings.clone());
    let (give, files) = mpsc::sync_channel(QUEUED_FILES);
    let tree = thread::scope(|scope| {
        let gatherer = scope.spawn(move || OutputTree::gather(files));
        let made = prepared.make(&inputs.theme, &Former::none(), &give);
        drop(give);
        let tree = gatherer.join().expect("a panic has ended the process");
        made.map(|()| tree)
    });
    match tree {
        Ok(tree) => Ok(Built { sources, tree: Some(tree), findings }),
        Err(error) => {
            let Unusable { findings: found } = error.downcast()?;
            Ok(Built { sources, tree: None, findings: findings.into_iter().chain(found).collect() })
        }
    }
}

/// Files on their way into a tree.
const QUEUED_FILES: usize = 64;

/// Content as written, without links between its files.
///
/// # Errors
/// When it cannot be read from the disk.
pub fn read(content: &Utf8Path) -> anyhow::Result<(Sources, Records)> {
    let sources = scan::scan(content)?;
    let (records, _) = read::read_all(&sources);
    Ok((sources, records))
}

const SYNONYMS: &str = "taxonomy/synonyms.yaml";

/// The search's groups of equal terms; none without the file.
fn synonyms(sources: &Sources) -> Result<Vec<Vec<String>>, String> {
    sources.text(SYNONYMS).map_or(Ok(Vec::new()), search::synonyms::parse)
}

/// Content with its plan, and with what the plan shows to be wrong: addresses claimed twice, links that lead nowhere.
fn planned(inputs: &Inputs) -> anyhow::Result<(Loaded, SitePlan)> {
    Ok(with_plan(load(inputs)?))
}

/// What is wrong with linked content, its addresses and texts included.
pub fn findings(loaded: Loaded, lang: Lang) -> Checked {
    checked(&with_plan(loaded).0, lang)
}

fn checked(loaded: &Loaded, lang: Lang) -> Checked {
    let findings = locate(&loaded.diagnostics, &loaded.sources, &loaded.policy, lang);
    loaded.watch.ended(Stage::Findings);
    Checked { sources: loaded.sources.clone(), findings }
}

/// Linked content with every address of its site, its texts unread.
pub fn planned_without_texts(mut loaded: Loaded) -> (Loaded, SitePlan) {
    let (mut site_plan, found) = plan::plan(&loaded.catalogue, &loaded.config);
    site_plan.form = loaded.form.is_some();
    // Two entries of one former address have been told of as such; the address that both claim adds nothing.
    let twice: Vec<&Diagnostic> =
        loaded.diagnostics.0.iter().filter(|told| told.code == Code::DuplicateAlias).collect();
    let is_new = |found: &Diagnostic| !twice.iter().any(|told| told.file == found.file && told.place == found.place);
    let collisions: Vec<Diagnostic> = found.0.into_iter().filter(is_new).collect();
    loaded.diagnostics.0.extend(collisions);
    loaded.watch.ended(Stage::Plan);
    (loaded, site_plan)
}

/// Linked content with the plan of its site.
pub fn with_plan(loaded: Loaded) -> (Loaded, SitePlan) {
    let (loaded, site_plan, _) = with_plan_again(loaded, Kept::default());
    (loaded, site_plan)
}

/// As [`with_plan`], with what an earlier run kept.
pub fn with_plan_again(loaded: Loaded, mut kept: Kept) -> (Loaded, SitePlan, Kept) {
    let (mut loaded, site_plan) = planned_without_texts(loaded);
    let (found, texts) = render::prose::check(&loaded.catalogue, &site_plan, &kept.texts);
    kept.texts = texts;
    // A file that git left in two versions has been told of.
    let in_one_version = |text: &str| conflict::first_mark(text).is_none();
    if loaded.sources.text(SYNONYMS).is_some_and(in_one_version)
        && let Err(detail) = synonyms(&loaded.sources)
    {
        loaded.diagnostics.0.push(Diagnostic::new(Code::Syntax, SYNONYMS).arg("slip", "other").arg("detail", detail));
    }
    let told: Vec<Diagnostic> = found.0.into_iter().filter(|finding| !leads_to_broken(finding, &loaded)).collect();
    loaded.diagnostics.0.extend(told);
    loaded.watch.ended(Stage::Texts);
    (loaded, site_plan, kept)
}

/// Whether a dead link leads to an entry that is there but could not be read, or to a list that such an entry might have
/// made: that has been told already.
fn leads_to_broken(finding: &Diagnostic, loaded: &Loaded) -> bool {
    if finding.code != Code::DeadLink || loaded.broken.is_empty() {
        return false;
    }
    let link = finding.args.iter().find(|(name, _)| *name == "value").map_or("", |(_, value)| value.as_str());
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let mut parts = link.split('/').filter(|part| !part.is_empty() && *part != "en").peekable();
    let is_list = parts.peek().is_some_and(|first| paths::LISTS.contains(first));
    is_list || parts.last().is_some_and(|slug| loaded.broken.contains(slug))
}

/// Whether any finding forbids publishing.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
