//! From a request's method, host and path to a reply; no sockets, so that each rule can be tested alone.

use std::sync::Arc;

use crate::base::out_path::OutPath;
use crate::serve::overlay;
use crate::serve::shown::{Files, Shown};
use crate::site::FORM_FOLDER;

/// Paths that belong to the preview itself.
pub const EVENTS_PATH: &str = "/_ocop/events";
const SCRIPT_PATH: &str = "/_ocop/reload.js";
const STYLE_PATH: &str = "/_ocop/overlay.css";

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// What of a request matters.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    pub method: &'a str,
    pub host: Option<&'a str>,
    /// As sent, percent-encoded, without the query.
    pub path: &'a str,
    pub query: Option<&'a str>,
}

/// What to send. The body of a reply to `HEAD` is not sent, only its length.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    pub content_type: &'static str,
    /// Where to go instead.
    pub location: Option<String>,
    pub body: Arc<[u8]>,
}

/// The reply to every request but the one for events.
pub fn reply(ask: Ask<'_>, shown: &Shown) -> Reply {
    if !is_local(ask.host) {
        return plain(403, "ocop serve answers only to localhost and 127.0.0.1\n");
    }
    if !matches!(ask.method, "GET" | "HEAD") {
        return plain(405, "only GET and HEAD\n");
    }
    match ask.path {
        SCRIPT_PATH => return file(200, "js", include_bytes!("assets/reload.js").as_slice().into()),
        STYLE_PATH => return file(200, "css", include_bytes!("assets/overlay.css").as_slice().into()),
        _ => {}
    }
    match &shown.files {
        Some(files) => from_site(ask, files, shown),
        None => html(503, &overlay::page(&shown.overlay, shown.lang), "", &shown.id(&home())),
    }
}

/// Whether the browser believes to be talking to this machine. A foreign name that resolves to 127.0.0.1 (DNS
/// rebinding) would let a foreign page read unpublished content.
pub fn is_local(host: Option<&str>) -> bool {
    let name = match host {
        Some(host) => host
            .rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host, |(name, _)| name),
        None => return false,
    };
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1"
}

/// The page at which a browser that shows `address` has arrived: what its events are about. The home page stands for what
/// is no page.
pub fn page_at(address: &str, files: Option<&Files>) -> OutPath {
    let wanted = decode(address).and_then(|path| OutPath::new(index_of(path.strip_prefix('/').unwrap_or(&path))));
    match (wanted, files) {
        (Some(path), Some(files)) if files.get(&path).is_some() => path,
        (Some(path), Some(files)) => missing(path.as_str()).find(|path| files.get(path).is_some()).unwrap_or_else(home),
        _ => home(),
    }
}

fn home() -> OutPath {
    OutPath::new("index.html").expect("a fixed word")
}

/// The file that a folder's address means.
fn index_of(name: &str) -> String {
    if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() }
}

fn from_site(ask: Ask<'_>, files: &Files, shown: &Shown) -> Reply {
    let Some(path) = decode(ask.path) else {
        return plain(400, "the address is not valid\n");
    };
    let name = path.strip_prefix('/').unwrap_or(&path);
    let find = |name: &str| OutPath::new(name).and_then(|path| files.get(&path).map(|made| (path, made)));
    if let Some((path, made)) = find(&index_of(name)) {
        return found(200, &path, made, files, shown);
    }
    if !name.is_empty() && !name.ends_with('/') && find(&format!("{name}/index.html")).is_some() {
        let query = ask.query.map(|query| format!("?{query}")).unwrap_or_default();
        return Reply { location: Some(format!("{}/{query}", ask.path)), ..plain(301, "") };
    }
    match missing(name).find_map(|page| Some((files.get(&page)?, page))) {
        Some((made, page)) => found(404, &page, made, files, shown),
        None => plain(404, "404\n"),
    }
}

/// The pages that stand for a missing one, the best first.
fn missing(name: &str) -> impl Iterator<Item = OutPath> {
    let pages: &[&str] = if name.starts_with("en/") { &["en/404.html", "404.html"] } else { &["404.html"] };
    pages.iter().filter_map(|page| OutPath::new(*page))
}

fn found(status: u16, path: &OutPath, made: anyhow::Result<Arc<[u8]>>, files: &Files, shown: &Shown) -> Reply {
    let extension = path.as_str().rsplit_once('.').map_or("", |(_, extension)| extension);
    // The officers' form writes files itself: loading it anew at each change would throw away what is being typed.
    let is_form = path.as_str().starts_with(&format!("{FORM_FOLDER}/"));
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(fault) => {
            let page = overlay::page(&overlay::failure(&format!("{fault:#}"), shown.lang), shown.lang);
            return html(500, &page, &shown.overlay, &files.id(path));
        }
    };
    match (extension, std::str::from_utf8(&bytes)) {
        ("html", Ok(_)) if is_form => Reply { status, content_type: HTML, location: None, body: bytes },
        ("html", Ok(text)) => html(status, text, &shown.overlay, &files.id(path)),
        _ => file(status, extension, bytes),
    }
}

/// An HTML page with what only the preview has, which therefore is in no built file.
fn html(status: u16, text: &str, overlay: &str, id: &str) -> Reply {
    let added = format!(
        "<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">{overlay}<script src=\"{SCRIPT_PATH}\" data-shown=\"{id}\" \
         defer></script>"
    );
    let (before, after) = text.split_at(text.rfind("</body>").unwrap_or(text.len()));
    let body = [before, &added, after].concat();
    Reply { status, content_type: HTML, location: None, body: body.into_bytes().into() }
}

fn file(status: u16, extension: &str, body: Arc<[u8]>) -> Reply {
    Reply { status, content_type: content_type(extension), location: None, body }
}

fn plain(status: u16, text: &str) -> Reply {
    Reply { status, content_type: PLAIN, location: None, body: text.as_bytes().into() }
}

/// `None` when an escape is broken, or when the path decodes to something other than UTF-8 or holds a NUL.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let escaped = byte == b'%';
        bytes.push(if escaped { hex(rest.next()?)? * 16 + hex(rest.next()?)? } else { byte });
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "conf" | "" => PLAIN,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    /// The made-up catalogue.
    fn shown() -> Shown {
        let files = Files::new(crate::site::on_request::tests::made_up());
        Shown { files: Some(Arc::new(files)), overlay: String::new(), lang: Lang::Vi }
    }

    fn ask(path: &str) -> Ask<'_> {
        Ask { method: "GET", host: Some("127.0.0.1:8000"), path, query: None }
    }

    #[track_caller]
    fn check(path: &str, status: u16, holds: &str) {
        let reply = reply(ask(path), &shown());
        let body = String::from_utf8(reply.body.to_vec()).unwrap();
        assert_eq!(reply.status, status, "{path}: {body}");
        assert!(body.contains(holds), "{path}: {body}");
    }

    #[test]
    fn pages_files_and_missing_ones() {
        check("/", 200, "<html lang=vi");
        check("/san-pham/", 200, "san-pham-thu");
        check("/san-pham/index.html", 200, "san-pham-thu");
        check("/_headers", 200, "Content-Security-Policy");
        check("/du-lieu/san-pham.json", 200, "san-pham-thu");
        check("/nowhere/", 404, "<html lang=vi");
        check("/en/nowhere", 404, "<html lang=en");
        check("/_ocop/reload.js", 200, "EventSource");
    }

    #[test]
    fn a_page_without_its_slash_redirects_and_keeps_the_query() {
        let reply = reply(Ask { query: Some("a=1"), ..ask("/san-pham") }, &shown());
        assert_eq!((reply.status, reply.location.as_deref()), (301, Some("/san-pham/?a=1")));
    }

    #[test]
    fn events_are_about_the_page_that_is_open() {
        let shown = shown();
        let page = |address: &str| page_at(address, shown.files.as_deref()).to_string();
        assert_eq!(page("/san-pham/san-pham-thu/"), "san-pham/san-pham-thu/index.html");
        assert_eq!(page("/en/khong-co/"), "en/404.html");
        assert_eq!((page("/%zz"), page("/")), ("index.html".into(), "index.html".into()));
    }

    #[test]
    fn no_path_leaves_the_site() {
        for path in ["/../etc/passwd", "/%2e%2e/x", "//evil.example", "/san-pham//", "/a%5c..%5cb", "/%2Fetc/passwd"] {
            check(path, 404, "<html lang=vi");
        }
        for path in ["/%", "/%zz", "/%ff", "/%00", "/%+1"] {
            check(path, 400, "the address");
        }
    }

    #[test]
    fn only_this_machine_s_names_are_answered() {
        for host in ["localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:1"] {
            assert!(is_local(Some(host)), "{host}");
        }
        for host in
            ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "evil:localhost", "", "0.0.0.0"]
        {
            assert!(!is_local(Some(host)), "{host}");
        }
        assert_eq!(reply(Ask { host: None, ..ask("/") }, &shown()).status, 403);
    }

    #[test]
    fn the_reload_script_is_inside_the_body() {
        let reply = reply(ask("/"), &shown());
        let body = String::from_utf8(reply.body.to_vec()).unwrap();
        let id = shown().id(&home());
        assert!(body.contains(&format!("data-shown=\"{id}\"")) && body.contains("defer></script></body>"), "{body}");
    }

    #[test]
    fn other_methods_are_refused() {
        assert_eq!(reply(Ask { method: "POST", ..ask("/") }, &shown()).status, 405);
    }

    #[test]
    fn without_a_site_every_address_shows_the_findings() {
        let shown = Shown { files: None, overlay: overlay::failure("disk on fire", Lang::Vi), ..shown() };
        let reply = reply(ask("/anything"), &shown);
        assert_eq!(reply.status, 503);
        assert!(String::from_utf8(reply.body.to_vec()).unwrap().contains("disk on fire"));
    }
}
