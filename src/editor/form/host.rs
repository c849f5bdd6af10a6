//! Where the form sends changes: a Git host's pull requests, or only the checkout on the officer's own machine.

use serde_json::{Value, json};

use crate::read::raw::site::Forms;
use crate::terms::GitHost;

/// The form's backend. Without settings it is a stand-in that the form's page never offers: its editor refuses to start
/// with none, even where only the local folder is edited.
pub fn backend(forms: Option<&Forms>) -> Value {
    let Some(forms) = forms else {
        return json!({ "name": "gitea", "repo": "local/danh mục này", "app_id": "none" });
    };
    let mut backend = json!({ "name": name(forms.host), "repo": forms.repository });
    let own = [
        ("branch", forms.branch.as_deref()),
        ("api_root", forms.api_url.as_deref()),
        ("base_url", forms.sign_in_url.as_deref()),
        ("app_id", forms.app_id.as_deref()),
    ];
    for (key, value) in own {
        if let Some(value) = value {
            backend[key] = json!(value);
        }
    }
    match forms.host {
        // Proof of possession in the browser: no server of our own that would hold a secret.
        GitHost::Gitlab if forms.app_id.is_some() => backend["auth_type"] = json!("pkce"),
        // Without a sign-in server there is only the officer's own access token.
        _ if forms.sign_in_url.is_none() => backend["auth_methods"] = json!(["token"]),
        _ => {}
    }
    if forms.host == GitHost::Github && forms.forks == Some(true) {
        backend["open_authoring"] = json!(true);
    }
    backend["commit_messages"] = json!({
        "create": "Thêm {{collection}} “{{slug}}”",
        "update": "Sửa {{collection}} “{{slug}}”",
        "delete": "Xóa {{collection}} “{{slug}}”",
        "uploadMedia": "Thêm ảnh “{{path}}”",
        "deleteMedia": "Xóa ảnh “{{path}}”",
    });
    backend
}

const fn name(host: GitHost) -> &'static str {
    match host {
        GitHost::Github => "github",
        GitHost::Gitlab => "gitlab",
    }
}
