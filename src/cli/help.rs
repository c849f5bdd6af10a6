//! The words of `--help`, in Vietnamese and English.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::base::lang::Lang;
use crate::cli::args::Args;
use crate::cli::desk_help;

pub type Words = (&'static str, &'static str);

/// The command line's definition with its help in `lang`.
pub fn command(lang: Lang) -> Command {
    let pick = |words: Words| pick(words, lang);
    let mut command = localized(Args::command(), ABOUT, EXAMPLES, lang)
        .override_usage(pick(("ocop <LỆNH> [TÙY CHỌN]", "ocop <COMMAND> [OPTIONS]")))
        .help_template(pick((TOP_VI, TOP_EN)))
        .arg(flag("version", 'V', ArgAction::Version).help(pick(("in số phiên bản", "print the version"))));
    for (name, about, example) in COMMANDS.into_iter().chain(desk_help::COMMANDS) {
        let operands = desk_help::operands(name, lang);
        let usage = match lang {
            Lang::Vi => format!("ocop {name}{operands} [TÙY CHỌN]"),
            Lang::En => format!("ocop {name}{operands} [OPTIONS]"),
        };
        let template = if operands.is_empty() { pick((SUB_VI, SUB_EN)) } else { pick((OPERANDS_VI, OPERANDS_EN)) };
        command = command.mut_subcommand(name, |sub| {
            localized(sub, about, example, lang).override_usage(usage).help_template(template)
        });
    }
    command
}

fn localized(command: Command, about: Words, example: Words, lang: Lang) -> Command {
    command
        .about(pick(about, lang))
        .after_help(pick(example, lang))
        .mut_args(|arg| {
            let words = ARGUMENTS.iter().chain(&desk_help::ARGUMENTS).find(|(id, _)| *id == arg.get_id().as_str());
            let (_, words) = words.expect("each argument has its words");
            arg.help(pick(*words, lang))
        })
        .arg(flag("help", 'h', ArgAction::Help).help(pick(("in trợ giúp này", "print this help"), lang)))
}

fn flag(name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).display_order(91).short(short).long(name).action(action)
}

fn pick((vietnamese, english): Words, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => vietnamese,
        Lang::En => english,
    }
}

const TOP_VI: &str = "{about}\n\nCách dùng: {usage}\n\nLệnh:\n{subcommands}\n\nTùy chọn:\n{options}{after-help}\n";
const TOP_EN: &str = "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}{after-help}\n";
const SUB_VI: &str = "{about}\n\nCách dùng: {usage}\n\nTùy chọn:\n{options}{after-help}\n";
const SUB_EN: &str = "{about}\n\nUsage: {usage}\n\nOptions:\n{options}{after-help}\n";
const OPERANDS_VI: &str =
    "{about}\n\nCách dùng: {usage}\n\nCần ghi:\n{positionals}\n\nTùy chọn:\n{options}{after-help}\n";
const OPERANDS_EN: &str = "{about}\n\nUsage: {usage}\n\nOperands:\n{positionals}\n\nOptions:\n{options}{after-help}\n";

const ABOUT: Words = (
    "ocop: dựng trang danh mục sản phẩm OCOP từ các tệp nội dung",
    "ocop: builds the OCOP catalogue site from content files",
);

const EXAMPLES: Words = (
    "Ví dụ:\n  ocop check                 kiểm tra nội dung trong content/\n  ocop build                 \
     dựng trang vào public/\n  ocop serve --open          xem thử trên máy này\n\nMã kết thúc: 0 xong; 1 nội dung có \
     lỗi; 2 dùng sai lệnh hoặc máy không làm được.",
    "Examples:\n  ocop check                 check the content in content/\n  ocop build                 build the site \
     into public/\n  ocop serve --open          preview it on this machine\n\nExit codes: 0 done; 1 the content has \
     errors; 2 wrong usage or the machine failed.",
);

const COMMANDS: [(&str, Words, Words); 3] = [
    (
        "build",
        (
            "Kiểm tra nội dung, dựng cả trang và xuất vào một thư mục, trọn vẹn hoặc không gì cả",
            "Checks the content, renders the whole site and publishes it into a folder, all or nothing",
        ),
        (
            "Ví dụ:\n  ocop build --out public --base-url https://ocop.example/ --date 2026-11-22\n\nThư mục xuất là của \
             ocop: có tệp lạ trong đó thì lệnh dừng, không xóa gì. Nội dung có lỗi thì trang cũ giữ nguyên.",
            "Example:\n  ocop build --out public --base-url https://ocop.example/ --date 2026-11-22\n\nThe output folder \
             belongs to ocop: files of others in it stop the build and nothing is removed. While the content has \
             errors, the former site stays.",
        ),
    ),
    (
        "check",
        ("Kiểm tra nội dung, không ghi gì ra đĩa", "Checks the content and never writes"),
        (
            "Ví dụ:\n  ocop check --deny-warnings\n  ocop check --format json | head",
            "Examples:\n  ocop check --deny-warnings\n  ocop check --format json | head",
        ),
    ),
    (
        "serve",
        (
            "Dựng trang trong bộ nhớ, mở tại 127.0.0.1, tự dựng lại và tải lại khi tệp đổi",
            "Builds in memory, serves on 127.0.0.1, rebuilds and reloads the browser when files change",
        ),
        ("Ví dụ:\n  ocop serve --port 8000 --open", "Example:\n  ocop serve --port 8000 --open"),
    ),
];

const ARGUMENTS: [(&str, Words); 17] = [
    (
        "lang",
        (
            "ngôn ngữ của thông báo; nếu không ghi thì theo máy, không rõ thì tiếng Việt",
            "language of messages; by default the machine's, else Vietnamese",
        ),
    ),
    ("content", ("thư mục nội dung [mặc định: content]", "folder of the content [default: content]")),
    ("theme", ("thư mục giao diện [mặc định: themes/default]", "folder of the theme [default: themes/default]")),
    ("out", ("thư mục xuất trang [mặc định: public]", "folder to publish into [default: public]")),
    (
        "date",
        (
            "ngày dựng, để tính hiệu lực [mặc định: hôm nay theo giờ Việt Nam, hoặc SOURCE_DATE_EPOCH]",
            "the day for which the site is built [default: today in Vietnam, or SOURCE_DATE_EPOCH]",
        ),
    ),
    (
        "base_url",
        (
            "địa chỉ công khai của trang, thay cho base_url trong site.yaml",
            "public address of the site, instead of base_url in site.yaml",
        ),
    ),
    ("jobs", ("số luồng làm việc [mặc định: theo máy]", "number of worker threads [default: the machine's]")),
    (
        "precompress",
        (
            "đặt bản nén .br và .gz cạnh tệp, để máy chủ gửi thẳng; best: gọn hơn, lâu hơn nhiều [mặc định: fast]",
            "put .br and .gz beside the files, for the server to send; best: smaller, much slower [default: fast]",
        ),
    ),
    (
        "no_cache",
        ("làm lại tất cả, không dùng và không giữ kết quả cũ", "make everything anew, use and keep no results"),
    ),
    (
        "format",
        (
            "cách in kết quả: human, json, github, gitlab, sarif [mặc định: human]",
            "how findings are printed: human, json, github, gitlab, sarif [default: human]",
        ),
    ),
    ("deny_warnings", ("coi cảnh báo như lỗi (mã kết thúc 1)", "treat warnings as errors (exit code 1)")),
    (
        "timings",
        (
            "in thời gian và bộ nhớ của từng bước",
            "print what each stage took: wall and CPU time, and the peak of memory",
        ),
    ),
    ("port", ("cổng [mặc định: 8000; 0: cổng trống bất kỳ]", "port [default: 8000; 0: any free one]")),
    ("open", ("mở trình duyệt", "open the browser")),
    (
        "admin",
        (
            "thêm biểu mẫu soạn ở /admin/ (sau khi chạy `npm ci` trong themes/admin) [mặc định: themes/admin]",
            "add the officers' form at /admin/ (after `npm ci` in themes/admin) [default: themes/admin]",
        ),
    ),
    (
        "links",
        (
            "tệp kết quả thử liên kết, để kể liên kết không mở được; lệnh này không tự thử",
            "report of a link checker, to tell of links that do not open; no link is tried here",
        ),
    ),
    ("help", ("", "")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            command(lang).debug_assert();
        }
    }
}
