//! The preview over real sockets on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Stdio};
use std::time::{Duration, Instant};

use crate::program::{Bench, Ran};

/// How long anything may take before a test gives up; nothing waits this long when it works.
const PATIENCE: Duration = Duration::from_secs(60);

struct Preview {
    child: Child,
    /// Kept open, or the preview would write into nothing.
    _stderr: BufReader<ChildStderr>,
    port: u16,
}

impl Preview {
    fn start(bench: &Bench) -> Preview {
        let mut child = bench
            .command("serve --port 0 --date 2026-11-22")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        let port = loop {
            let mut line = String::new();
            assert!(stderr.read_line(&mut line).unwrap() > 0, "the preview ended: {said}");
            if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
                break rest.split('/').next().unwrap().parse().unwrap();
            }
            said += &line;
        };
        Preview { child, _stderr: stderr, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// The whole reply to a request written out by hand.
    fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "{request}Connection: close\r\n\r\n").unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n"))
    }

    fn events(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /_ocop/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port).unwrap();
        Events(BufReader::new(stream))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// The next state of which `wanted` holds.
    fn until(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("an event within the time") > 0, "the events ended");
            if let Some(data) = line.strip_prefix("data: ") {
                let state = serde_json::from_str(data).unwrap();
                if wanted(&state) {
                    return state;
                }
            }
        }
        panic!("the state that was waited for did not come");
    }
}

fn is_sound(state: &serde_json::Value) -> bool {
    state["overlay"] == ""
}

#[test]
fn pages_are_served_from_memory_with_the_reload_script() {
    let bench = Bench::new();
    let preview = Preview::start(&bench);
    let home = preview.get("/");
    assert!(home.starts_with("HTTP/1.1 200 OK\r\n"), "{home}");
    assert!(home.contains("/_ocop/reload.js") && home.contains("Danh mục thử nghiệm"), "{home}");
    assert!(preview.get("/_ocop/reload.js").contains("EventSource"));
    assert!(preview.get("/nowhere/").starts_with("HTTP/1.1 404 "));
    assert!(preview.get("/san-pham").contains("location: /san-pham/\r\n"));
    let head = preview.ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n");
    assert!(head.contains("content-length: ") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(!bench.path("public").exists());
}

#[test]
fn foreign_names_and_paths_outside_are_refused() {
    let bench = Bench::new();
    let preview = Preview::start(&bench);
    for host in ["evil.example", "127.0.0.1.evil.example"] {
        for path in ["/", "/_ocop/events"] {
            let reply = preview.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n"));
            assert!(reply.starts_with("HTTP/1.1 403 "), "{reply}");
        }
    }
    for path in ["/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"] {
        let reply = preview.get(path);
        assert!(reply.starts_with("HTTP/1.1 404 ") && !reply.contains("root:"), "{reply}");
    }
    assert!(preview.ask("POST / HTTP/1.1\r\nHost: localhost\r\n").starts_with("HTTP/1.1 405 "));
}

#[test]
fn a_change_reaches_open_pages_and_a_mistake_keeps_the_last_good_site() {
    let bench = Bench::new();
    let preview = Preview::start(&bench);
    let mut events = preview.events();
    let first = events.until(is_sound);
    bench.edit("content/site.yaml", "Danh mục thử nghiệm", "Danh mục đổi tên");
    let renamed = events.until(|state| state["id"] != first["id"]);
    assert!(preview.get("/").contains("Danh mục đổi tên"));
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let broken = events.until(|state| !is_sound(state));
    assert_eq!(broken["id"], renamed["id"], "open pages stay, and show the findings");
    let page = preview.get("/");
    assert!(page.contains("Danh mục đổi tên") && page.contains("error[unknown-key]"), "{page}");
    bench.edit("content/site.yaml", "publsher:", "publisher:");
    events.until(is_sound);
    assert!(!preview.get("/").contains("unknown-key"));
}

#[test]
fn a_catalogue_with_errors_from_the_start_shows_them_until_they_are_mended() {
    let bench = Bench::new();
    bench.edit("content/site.yaml", "publisher:", "publsher:");
    let preview = Preview::start(&bench);
    let page = preview.get("/san-pham/");
    assert!(page.starts_with("HTTP/1.1 503 ") && page.contains("error[unknown-key]"), "{page}");
    let mut events = preview.events();
    bench.edit("content/site.yaml", "publsher:", "publisher:");
    events.until(is_sound);
    assert!(preview.get("/").starts_with("HTTP/1.1 200 "));
}

#[test]
fn a_folder_that_is_gone_for_a_while_is_watched_again() {
    let bench = Bench::new();
    let preview = Preview::start(&bench);
    let mut events = preview.events();
    std::fs::rename(bench.path("content"), bench.path("away")).unwrap();
    events.until(|state| !is_sound(state));
    std::fs::rename(bench.path("away"), bench.path("content")).unwrap();
    let back = events.until(is_sound);
    bench.edit("content/site.yaml", "Danh mục thử nghiệm", "Danh mục đổi tên");
    events.until(|state| state["id"] != back["id"]);
}

#[test]
fn a_port_in_use_is_told() {
    let bench = Bench::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let ran = Ran::of(bench.command(&format!("serve --lang en --port {port}")).output().unwrap()).ends(2);
    let expected = format!("error: cannot use port {port}: another program uses it; choose another with `--port`\n");
    assert_eq!(ran.stderr, expected);
}
