//! Where a page lives: a path below the site's root in one language, its URL, its file.

use std::sync::Arc;

use crate::base::lang::Lang;
use crate::base::out_path::OutPath;

/// The address of a page. Vietnamese pages live at the root, English ones under `/en/` with the same path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    lang: Lang,
    /// Without slashes at the ends; empty for the home page. `404.html` is the one route that is no folder.
    path: Arc<str>,
}

pub const NOT_FOUND: &str = "404.html";

impl Route {
    pub fn new(lang: Lang, path: impl Into<Arc<str>>) -> Route {
        Route { lang, path: path.into() }
    }

    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The path that both languages share.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same page in `lang`.
    pub fn in_lang(&self, lang: Lang) -> Route {
        Route { lang, path: self.path.clone() }
    }

    /// Below the site's root, with slashes: `/en/san-pham/x/`.
    pub fn from_root(&self) -> String {
        let prefix = match self.lang {
            Lang::Vi => "",
            Lang::En => "/en",
        };
        match &*self.path {
            "" => format!("{prefix}/"),
            NOT_FOUND => format!("{prefix}/{NOT_FOUND}"),
            path => format!("{prefix}/{path}/"),
        }
    }

    /// The file that a web server sends for it.
    pub fn out(&self) -> OutPath {
        let from_root = self.from_root();
        let path = from_root.trim_start_matches('/');
        let file = if path.ends_with('/') || path.is_empty() { format!("{path}index.html") } else { path.to_owned() };
        OutPath::new(file).expect("routes are made of slugs")
    }
}

/// The site's root: scheme and host, and the path below which everything lives (`/`, `/ocop/`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// From an absolute URL; a missing trailing slash is added.
    pub fn new(url: &str) -> BaseUrl {
        let after_scheme = url.find("://").map_or(0, |at| at + 3);
        let host_end = url[after_scheme..].find('/').map_or(url.len(), |at| after_scheme + at);
        let path = url[host_end..].trim_matches('/');
        let path = if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
        BaseUrl { origin: url[..host_end].to_owned(), path }
    }

    /// `/` or `/ocop/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Host-relative URL of something below the root; `from_root` begins with a slash.
    pub fn url(&self, from_root: &str) -> String {
        format!("{}{}", self.path.trim_end_matches('/'), from_root)
    }

    /// Absolute form of a host-relative URL.
    pub fn absolute_of_url(&self, url: &str) -> String {
        format!("{}{url}", self.origin)
    }

    /// Absolute URL of a short address, with all that may be in capitals: a QR code holds those in fewer modules.
    pub fn absolute_in_capitals(&self, from_root: &str) -> String {
        format!("{}{}", self.origin.to_uppercase(), self.url(from_root))
    }

    /// Absolute URL of something below the root.
    pub fn absolute(&self, from_root: &str) -> String {
        format!("{}{}", self.origin, self.url(from_root))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, path: &str, url: &str, file: &str) {
        let route = Route::new(lang, path);
        assert_eq!(route.from_root(), url);
        assert_eq!(route.out().as_str(), file);
    }

    #[test]
    fn both_languages_share_slugs_and_end_with_a_slash() {
        check(Lang::Vi, "", "/", "index.html");
        check(Lang::En, "", "/en/", "en/index.html");
        check(Lang::En, "san-pham/x", "/en/san-pham/x/", "en/san-pham/x/index.html");
        check(Lang::En, NOT_FOUND, "/en/404.html", "en/404.html");
    }

    #[test]
    fn the_site_may_live_below_a_path() {
        let base = BaseUrl::new("https://x.example/ocop");
        assert_eq!(base.url("/en/"), "/ocop/en/");
        assert_eq!(base.absolute("/"), "https://x.example/ocop/");
        assert_eq!(BaseUrl::new("https://x.example/").url("/san-pham/"), "/san-pham/");
    }
}
