/** The Vietnamese day of an instant, in a page's words. */
export function dayOf(iso, english) {
  const [lang, style] = english ? ["en-GB", { dateStyle: "long" }] : ["vi", { day: "2-digit", month: "2-digit", year: "numeric" }];
  return new Date(iso).toLocaleDateString(lang, { ...style, timeZone: "Asia/Ho_Chi_Minh" });
}
