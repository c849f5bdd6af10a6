//! `--timings`: where a run's time went, stage by stage.
//!
//! A stage is everything since the end of the one before it, so the lines add up to the whole run and nothing hides
//! between them. CPU time is that of all threads.

#![expect(clippy::disallowed_methods, reason = "the system's account of this process is read here")]

use std::fmt::Write;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use crate::base::lang::Lang;
use crate::cli::term;
use crate::site::{Stage, Watch};

/// A stop watch, or nothing where nobody asked for one.
pub struct Timings(Option<Arc<Mutex<Laps>>>);

struct Laps {
    start: Moment,
    last: Moment,
    laps: Vec<Lap>,
}

struct Lap {
    stage: Stage,
    wall: Duration,
    cpu: Duration,
    /// Memory held when the stage ended.
    held: Option<u64>,
}

#[derive(Clone, Copy)]
struct Moment {
    wall: Instant,
    cpu: Duration,
}

impl Moment {
    fn now() -> Moment {
        let cpu = clock_gettime(ClockId::ProcessCPUTime);
        // Neither part of the time that a process has used can be negative.
        let cpu = Duration::new(cpu.tv_sec.unsigned_abs(), u32::try_from(cpu.tv_nsec).unwrap_or_default());
        Moment { wall: Instant::now(), cpu }
    }
}

impl Timings {
    pub fn start(wanted: bool) -> Timings {
        let now = Moment::now();
        Timings(wanted.then(|| Arc::new(Mutex::new(Laps { start: now, last: now, laps: Vec::new() }))))
    }

    /// What hears of the stages' ends.
    pub fn watch(&self) -> Watch {
        match self.0.clone() {
            Some(laps) => Watch::new(move |stage| laps.lock().unwrap_or_else(PoisonError::into_inner).lap(stage)),
            None => Watch::default(),
        }
    }

    /// Prints a line a stage.
    pub fn say(&self, lang: Lang) {
        if let Some(laps) = &self.0 {
            term::say(laps.lock().unwrap_or_else(PoisonError::into_inner).table(lang).trim_end());
        }
    }
}

impl Laps {
    fn lap(&mut self, stage: Stage) {
        let now = Moment::now();
        let (wall, cpu) = (now.wall - self.last.wall, now.cpu.saturating_sub(self.last.cpu));
        self.laps.push(Lap { stage, wall, cpu, held: memory_mib("VmRSS:") });
        self.last = now;
    }

    fn table(&self, lang: Lang) -> String {
        let (head, total) = match lang {
            Lang::Vi => (["bước", "giây", "giây CPU", "MiB"], "cộng; bộ nhớ cao nhất"),
            Lang::En => (["stage", "wall s", "CPU s", "MiB held"], "in all; most memory"),
        };
        let now = Moment::now();
        let (wall, cpu) = (now.wall - self.start.wall, now.cpu.saturating_sub(self.start.cpu));
        let laps = self.laps.iter().map(|lap| (name(lap.stage, lang), lap.wall, lap.cpu, lap.held));
        let mut table = format!("{:<22} {:>9} {:>9} {:>9}\n", head[0], head[1], head[2], head[3]);
        for (name, wall, cpu, mib) in laps.chain([(total, wall, cpu, memory_mib("VmHWM:"))]) {
            let mib = mib.map_or("?".to_owned(), |mib| mib.to_string());
            let line = writeln!(table, "{name:<22} {:>9.3} {:>9.3} {mib:>9}", wall.as_secs_f64(), cpu.as_secs_f64());
            line.expect("a string takes any text");
        }
        table
    }
}

const fn name(stage: Stage, lang: Lang) -> &'static str {
    let (vietnamese, english) = match stage {
        Stage::Scan => ("đọc tệp", "files read"),
        Stage::Read => ("hiểu tệp", "fields read"),
        Stage::Resolve => ("nối mục", "entries linked"),
        Stage::Plan => ("lập địa chỉ", "addresses"),
        Stage::Texts => ("soát bài viết", "texts checked"),
        Stage::Findings => ("ghi phát hiện", "findings placed"),
        Stage::Pages => ("dựng và ghi trang", "pages, written"),
        Stage::Pictures => ("ảnh", "pictures"),
        Stage::Publish => ("xuất trang", "publishing"),
    };
    match lang {
        Lang::Vi => vietnamese,
        Lang::En => english,
    }
}

/// What the system says of this process's memory; only Linux tells it here.
fn memory_mib(key: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib.div_ceil(1024))
}
