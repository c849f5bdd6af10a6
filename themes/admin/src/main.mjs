// The officers' form: Sveltia CMS, told by `forms.json` (made by `ocop build --admin`) what there is to edit, and reading
// and writing files through our own format.

import CMS from "@sveltia/cms";

import { expand } from "./expand.mjs";
import { format } from "./format.mjs";

const PREFERENCES = "sveltia-cms.prefs";

/** Vietnamese, until the officer chooses another language in the form's own settings. */
function speakVietnamese() {
  try {
    const preferences = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
    if (preferences.locale === undefined) {
      localStorage.setItem(PREFERENCES, JSON.stringify({ ...preferences, locale: "vi" }));
    }
  } catch {
    // A browser that keeps nothing shows the form in its own language.
  }
}

const isThisMachine = () => ["127.0.0.1", "localhost"].includes(location.hostname);

function notice(html) {
  const box = document.createElement("main");
  box.className = "notice";
  box.innerHTML = html;
  document.body.append(box);
}

async function start() {
  const response = await fetch("forms.json");
  if (!response.ok) throw new Error(`forms.json: ${response.status}`);
  const forms = await response.json();
  if (forms.local_only && !isThisMachine()) {
    notice(
      "<h1>Biểu mẫu soạn</h1><p>Trang này chưa khai báo kho để gửi đề nghị sửa, nên biểu mẫu chỉ chạy trên máy có sẵn " +
        "nội dung: chạy <code>ocop serve --admin</code> rồi mở <code>http://127.0.0.1:8000/admin/</code>.</p>" +
        "<p>Muốn dùng trên mạng thì khai báo mục <code>forms</code> trong <code>site.yaml</code>.</p>",
    );
    return;
  }
  document.body.classList.toggle("local-only", forms.local_only);
  for (const [name, kind] of Object.entries(forms.formats)) {
    CMS.registerCustomFormat(name, kind.extension, format(kind));
  }
  speakVietnamese();
  await CMS.init({ config: expand(forms.config, forms.options) });
}

start().catch((error) => {
  console.error(error);
  notice("<h1>Biểu mẫu soạn</h1><p>Chưa mở được biểu mẫu. Tải lại trang; vẫn chưa được thì báo người giữ trang.</p>");
});
