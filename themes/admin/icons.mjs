// The icon font of the CMS draws an icon where its name stands (a ligature), and holds some 3,900 of them in 750 KB. The
// form shows a small part: a font of those names that occur as words in its program and in our configuration.

import { convert } from "fontverter";
import * as hb from "harfbuzzjs";
import subset from "subset-font";

/** The icons that the menu of `ocop build --admin` names (src/editor/form/collections.rs). */
export const MENU = [
  "article",
  "category",
  "event",
  "flag",
  "groups",
  "map",
  "menu_book",
  "place",
  "restaurant",
  "route",
  "settings",
  "star",
  "store",
];

/** The font cut down to the icons that `program` and the menu name. */
export async function smallIcons(woff2, program) {
  const font = new hb.Font(new hb.Face(new hb.Blob(await convert(woff2, "truetype"))));
  const letters = new Map();
  // A copy: shaping may move the memory that the list lies in.
  for (const point of Array.from(font.face.collectUnicodes())) {
    const [glyph] = shaped(font, String.fromCodePoint(point));
    letters.set(glyph, String.fromCodePoint(point));
  }
  const words = program.match(/(?<=[`"'])[a-z0-9]+(?:_[a-z0-9]+)*(?=[`"'])/g) ?? [];
  const names = new Set([...MENU, ...words]);
  let kept = "abcdefghijklmnopqrstuvwxyz0123456789_ ";
  let icons = 0;
  for (const name of names) {
    const glyphs = shaped(font, name);
    const letter = glyphs.length === 1 && name.length > 1 ? letters.get(glyphs[0]) : undefined;
    if (letter === undefined) continue;
    kept += letter;
    icons += 1;
  }
  if (icons < 50) throw new Error(`only ${icons} icons were found: the font or the program is not what it was`);
  // With the closure every icon that these letters could spell would stay.
  return subset(Buffer.from(woff2), kept, { targetFormat: "woff2", noLayoutClosure: true });
}

function shaped(font, text) {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  return buffer.getGlyphInfos().map((info) => info.codepoint);
}
