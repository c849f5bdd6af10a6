//! What a link checker found out about the links that lead out of the site: its own report, with the day on which it
//! tried. Nothing here asks a server; a report that is not given says nothing.
//!
//! The form is that of `lychee --format json`, with `date` added, since that report has none.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::remark::Answer;

/// Links that did not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkCheck {
    pub date: Date,
    /// Sorted by file, then by address.
    pub dead: Vec<DeadLink>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// As the checker was told of it.
    pub file: String,
    pub url: String,
    pub answer: Answer,
}

#[derive(Deserialize)]
struct Report {
    date: String,
    error_map: BTreeMap<String, Vec<Failure>>,
    #[serde(default)]
    timeout_map: BTreeMap<String, Vec<Failure>>,
}

#[derive(Deserialize)]
struct Failure {
    url: String,
    status: Status,
}

#[derive(Deserialize)]
struct Status {
    text: String,
    code: Option<u16>,
    details: Option<String>,
}

impl LinkCheck {
    /// Reads a report.
    ///
    /// # Errors
    /// What is wrong with it, in the words of the JSON reader.
    pub fn parse(json: &str) -> Result<LinkCheck, String> {
        let report: Report = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let date = report.date.parse().map_err(|_| format!("`date`: {}", report.date))?;
        let failed = report.error_map.into_iter().flat_map(|(file, failures)| all(file, failures, failed));
        let silent = report.timeout_map.into_iter().flat_map(|(file, failures)| all(file, failures, silent));
        let mut dead: Vec<DeadLink> = failed.chain(silent).collect();
        dead.sort_by(|left, right| (&left.file, &left.url).cmp(&(&right.file, &right.url)));
        dead.dedup_by(|next, kept| (&next.file, &next.url) == (&kept.file, &kept.url));
        Ok(LinkCheck { date, dead })
    }
}

fn all(file: String, failures: Vec<Failure>, answer: fn(Status) -> Answer) -> impl Iterator<Item = DeadLink> {
    let dead = move |Failure { url, status }| DeadLink { file: file.clone(), url, answer: answer(status) };
    failures.into_iter().map(dead)
}

fn failed(status: Status) -> Answer {
    match status.code {
        Some(code) => Answer::Status(code),
        None => Answer::Unreachable(status.details.unwrap_or(status.text)),
    }
}

fn silent(_: Status) -> Answer {
    Answer::Silence
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What lychee 0.24.2 wrote about a server made for it.
    const REPORT: &str = r#"{
        "total": 7, "unique": 7, "successful": 2, "errors": 5, "success_map": {},
        "error_map": {
            "content/sources/b.yaml": [
                {"url": "http://127.0.0.1:8766/", "span": {"line": 3, "column": 6}, "duration": {"secs": 0, "nanos": 9},
                 "status": {"text": "Network error: Connection refused - server may be down or port blocked (error)",
                            "details": "Connection refused - server may be down or port blocked"}},
                {"url": "http://127.0.0.1:8765/gone", "span": {"line": 4, "column": 9},
                 "status": {"text": "Rejected status code: 404 Not Found", "code": 404}},
                {"url": "http://127.0.0.1:8765/gone", "span": {"line": 5, "column": 9},
                 "status": {"text": "Error (cached)", "code": 404}}
            ]
        },
        "timeout_map": {"content/sources/a.yaml": [{"url": "http://127.0.0.1:8765/slow", "status": {"text": "Timeout"}}]},
        "redirect_map": {}, "excluded_map": {}, "date": "2026-11-22"
    }"#;

    #[test]
    fn a_report_gives_each_link_once_with_what_came_back() {
        let check = LinkCheck::parse(REPORT).unwrap();
        assert_eq!(check.date, jiff::civil::date(2026, 11, 22));
        let told: Vec<_> =
            check.dead.iter().map(|dead| (dead.file.as_str(), dead.url.as_str(), &dead.answer)).collect();
        let refused = Answer::Unreachable("Connection refused - server may be down or port blocked".to_owned());
        assert_eq!(
            told,
            [
                ("content/sources/a.yaml", "http://127.0.0.1:8765/slow", &Answer::Silence),
                ("content/sources/b.yaml", "http://127.0.0.1:8765/gone", &Answer::Status(404)),
                ("content/sources/b.yaml", "http://127.0.0.1:8766/", &refused),
            ]
        );
    }

    #[test]
    fn a_report_without_its_day_is_refused() {
        assert!(LinkCheck::parse(&REPORT.replace("2026-11-22", "hôm qua")).is_err());
        assert!(LinkCheck::parse(r#"{"error_map": {}}"#).is_err());
    }
}
