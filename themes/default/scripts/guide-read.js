// Reads the packed guide, whose form src/render/offline/pack.rs describes.

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml", woff2: "font/woff2" };
const inflate = (part) => new Response(part.stream().pipeThrough(new DecompressionStream("gzip")));

/** The guide in a blob; fails when the blob is not whole. `read(path)` gives a file's body and type, or nothing. */
export async function openGuide(blob) {
  const sizes = new DataView(await blob.slice(0, 16).arrayBuffer());
  let at = 16;
  const [index, pieces, numbers, rest] = [0, 4, 8, 12].map((i) => blob.slice(at, (at += sizes.getUint32(i, true))));
  if (at != blob.size) throw new Error("not whole");
  const places = {};
  const { pages, files } = await inflate(index).json();
  for (const list of [pages, files]) {
    for (let i = at = 0; i < list.length; i += 2) places[list[i]] = [list == pages, at, (at += list[i + 1])];
  }
  const texts = (await inflate(pieces).text()).split("\0");
  const bytes = new Uint8Array(await inflate(numbers).arrayBuffer());
  const text = (from, to) => {
    let whole = "";
    for (let number = 0, shift = 0; from < to; from++) {
      number |= (bytes[from] & 127) << shift;
      shift += 7;
      if (bytes[from] < 128) {
        whole += texts[number];
        number = shift = 0;
      }
    }
    return whole;
  };
  return {
    read(path) {
      const [page, from, to] = places[path] || [];
      return to >= 0 && { body: page ? text(from, to) : rest.slice(from, to), type: TYPES[path.split(".").pop()] };
    },
  };
}
