// Writes the table that both implementations of the words' rules must pass: node golden.mjs > tests/search/words.json
// Every legal syllable in new and old tone placement, then odd cases by hand. Written without either implementation.
import { fold, swapTonePlacement, syllables } from "./lib/vi.mjs";

const DIGIT = { "\u0301": 1, "\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0323": 5 };
const exact = (syllable) => {
  const parts = syllable.normalize("NFD");
  const tone = [...parts].find((c) => DIGIT[c]);
  return [...parts].filter((c) => !DIGIT[c]).join("").normalize("NFC") + (tone ? DIGIT[tone] : "");
};
const table = [];
for (const syllable of syllables()) {
  table.push([syllable, [[fold(syllable), exact(syllable)]]]);
  const other = swapTonePlacement(syllable);
  if (other !== syllable) table.push([other, [[fold(syllable), exact(syllable)]]]);
}
table.push(
  ["NƯỚC Mắm", [["nuoc", "nươc1"], ["mam", "măm1"]]],
  ["nu\u031bo\u031b\u0301c ma\u0306\u0301m", [["nuoc", "nươc1"], ["mam", "măm1"]]],
  ["TRƢỚC ðây Ðạt", [["truoc", "trươc"].map((w, i) => (i ? w + "1" : w)), ["day", "đây"], ["dat", "đat5"]]],
  ["Cư M'gar, Ea H’Leo", [["cu", "cư"], ["mgar", "mgar"], ["ea", "ea"], ["hleo", "hleo"]]],
  ["chai 500ml/12°", [["chai", "chai"], ["500ml", "500ml"], ["12", "12"]]],
  ["café crème brûlée", [["cafe", "cafe1"], ["creme", "creme2"], ["brulee", "brulee1"]]],
  ["“Cu đơ” – Thư Viện", [["cu", "cu"], ["do", "đơ"], ["thu", "thư"], ["vien", "viên5"]]],
  ["", []],
);
console.log("[\n" + table.map((row) => JSON.stringify(row)).join(",\n") + "\n]");
