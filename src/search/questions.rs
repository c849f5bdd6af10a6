//! Words that readers add and products need not have: "mua … ở đâu", "giá bao nhiêu", "where to buy".
//!
//! They travel in the root of the index, so that the client holds rules only.

use serde_json::{Value, json};

use crate::search::words::words;

/// Optional where the reader typed marks.
const MARKED: &str = "mua bán giá ở đâu xã phường huyện tỉnh tìm của ngon nào không có các những tại cho";
/// Optional without marks.
const PLAIN: &str = "tim mua cua o xa phuong huyen tinh ocop ngon nao khong the of from in for buy";
/// Of these not even the neighbours are looked at.
const IDLE: &str = "mua huyen ocop nao khong of from for buy";
/// Optional together.
const PHRASES: [&str; 13] = [
    "mua o dau",
    "ban o dau",
    "o dau",
    "gia bao nhieu",
    "bao nhieu",
    "dac san",
    "chinh hang",
    "cho hoi",
    "san pham",
    "thi tran",
    "thi xa",
    "thanh pho",
    "where to",
];
/// What follows is a commune (1), or a district or province (2).
const KINDS: &str = "xa1 phuong1 tran1 huyen2 tinh2 pho2";

/// As the client reads them.
pub fn encode() -> Value {
    let marked: Vec<String> = words(MARKED).into_iter().map(|word| word.exact).collect();
    json!([marked.join(" "), PLAIN, IDLE, PHRASES.join(","), KINDS])
}
