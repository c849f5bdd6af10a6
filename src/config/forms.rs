//! What the officers' form needs of the network: for its policy, so that its page can reach nothing else.

use crate::read::raw::site::Forms;
use crate::terms::GitHost;

/// Where GitHub and GitLab answer, where GitHub keeps the pictures of people who review, and where each says that it is
/// out of order, which the form tells its officers.
const GITHUB: [&str; 3] =
    ["https://api.github.com", "https://avatars.githubusercontent.com", "https://www.githubstatus.com"];
const GITLAB: [&str; 2] = ["https://gitlab.com", "https://status-api.hostedstatus.com"];

/// Origins that the form's page may reach beside its own.
pub fn origins(forms: Option<&Forms>) -> Vec<String> {
    let Some(forms) = forms else { return Vec::new() };
    let public: &[&str] = match (&forms.api_url, forms.host) {
        (Some(_), _) => &[],
        (None, GitHost::Github) => &GITHUB,
        (None, GitHost::Gitlab) => &GITLAB,
    };
    let own = [forms.api_url.as_deref(), forms.sign_in_url.as_deref()].into_iter().flatten().map(origin);
    let mut origins: Vec<String> = public.iter().map(|origin| (*origin).to_owned()).chain(own).collect();
    origins.sort();
    origins.dedup();
    origins
}

/// `https://host:port` of an address.
fn origin(url: &str) -> String {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url[start..].find('/').map_or(url.len(), |at| start + at);
    url[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(host: GitHost, api_url: Option<&str>) -> Forms {
        Forms {
            host,
            repository: "nhom-thu/danh-muc".to_owned(),
            branch: None,
            api_url: api_url.map(str::to_owned),
            sign_in_url: None,
            app_id: None,
            forks: None,
        }
    }

    #[test]
    fn a_form_reaches_its_host_and_nothing_else() {
        assert!(origins(None).is_empty());
        assert_eq!(origins(Some(&forms(GitHost::Gitlab, None))), GITLAB);
        let own = forms(GitHost::Gitlab, Some("https://git.thu.example:8443/api/v4"));
        assert_eq!(origins(Some(&own)), ["https://git.thu.example:8443"]);
    }
}
