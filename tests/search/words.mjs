// Holds the client's words to the table that src/search/words.rs passes too.
import assert from "node:assert/strict";
import fs from "node:fs";
import { untype, words } from "../../themes/default/scripts/search-words.js";
import { telex } from "../../benches/search/lib/vi.mjs";

for (const [text, expected] of JSON.parse(fs.readFileSync(new URL("words.json", import.meta.url)))) {
  assert.deepEqual(words(text).map(({ fold, exact }) => [fold, exact]), expected, text);
  if (expected.length !== 1) continue;
  for (const mode of ["end", "inline", "vni"]) {
    const typed = telex(text, mode);
    const found = untype(typed);
    assert.deepEqual(found ? [found.fold, found.exact] : words(typed).map(({ fold, exact }) => [fold, exact])[0], expected[0], `${mode} ${typed}`);
  }
}
