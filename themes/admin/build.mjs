// Bundles the officers' form into `dist/`, which `ocop build --admin` publishes as it is.
//
// Left out: what no field of ours can ask for (maps, code colouring, picture conversion) and languages other than
// Vietnamese and English. The CMS would fetch them only when asked, but they would be published.

import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { smallIcons } from "./icons.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const cms = path.dirname(require.resolve("@sveltia/cms"));
const dist = path.join(here, "dist");

const UNUSED = [
  /^@shikijs\//,
  /shiki-engine/,
  /^leaflet/,
  /^terra-draw/,
  /^svgo/,
  /chunks\/(heic|webp_enc)/,
  /locales\/(?!vi\.json)[A-Za-z-]+\.json$/,
];

/** What is put right in the program of the CMS: what is wrong with it, where, and what stands there instead. */
const MENDED = [
  [
    "its style sheet asks a server of others for fonts that it then loads from here",
    /url\(https:\/\/cdn\.[^)]*\)( format\([^)]*\))?/g,
    'local("no such font")',
  ],
  [
    // An entry without an English file that is saved or opened as a draft shows no field at all (0.221.1).
    "its locale switcher looks up the errors of a language that has none",
    /(Object\.values\(\w+\(\w+\)\[\w+\])(\)\.some\(\(\{valid:(\w+)\}\)=>!\3\))/g,
    "$1??{}$2",
  ],
  [
    "its picker offers a folder of all, beside which no entry lies",
    /(global:\{folder:(\w+),enabled:)\2!==void 0\}/g,
    "$1!1}",
  ],
  [
    "its page of files writes to the branch itself, past the reviewers",
    /\([\w.|]+\.length\)&&(\w+\.push\(\{key:`assets`)/g,
    "!1&&$1",
  ],
  [
    "its menu of new entries leads to that page",
    /(get disabled\(\)\{return )\w+\.current(\},onclick:async\(\)=>\{\w+\(`\/assets`)/g,
    "$1!0$2",
  ],
];

const leaveOut = {
  name: "leave-out",
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, ({ path: name, kind }) => {
      const unused = kind === "dynamic-import" && UNUSED.some((pattern) => pattern.test(name));
      return unused ? { path: "unused", namespace: "unused" } : undefined;
    });
    bundler.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path: name }) => {
      let contents = await readFile(name, "utf8");
      for (const [what, pattern, instead] of MENDED) {
        if (!pattern.test(contents)) throw new Error(`the CMS is not what it was: ${what}`);
        contents = contents.replace(pattern, instead);
      }
      return { contents };
    });
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: 'throw new Error("not a part of this form");',
    }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "assets"), { recursive: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: { admin: path.join(here, "src/main.mjs") },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  target: ["chrome120", "firefox121", "safari17"],
  minify: true,
  legalComments: "none",
  chunkNames: "part-[hash]",
  plugins: [leaveOut],
  logLevel: "warning",
});
for (const name of ["index.html", "admin.css"]) await cp(path.join(here, "src", name), path.join(dist, name));

// The icons lie beside the program, where it looks for them, cut down to those it can show. Its letters have no Vietnamese
// ones, so `admin.css` asks for the system's instead.
const program = await readFile(path.join(cms, "index.js"), "utf8");
for (const name of await readdir(path.join(cms, "assets"))) {
  if (!name.startsWith("material-symbols")) continue;
  const bytes = await readFile(path.join(cms, "assets", name));
  await writeFile(path.join(dist, "assets", name), name.endsWith(".woff2") ? await smallIcons(bytes, program) : bytes);
}

// The licences of every package that has a part in it.
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((name) => name.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.slice(1) ?? []),
);
const texts = await Promise.all([...packages].sort().map(licence));
await writeFile(path.join(dist, "licences.txt"), texts.join(`\n\n${"-".repeat(72)}\n\n`));

async function licence(name) {
  const folder = path.join(here, "node_modules", name);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const text = file ? await readFile(path.join(folder, file), "utf8") : `${license}\n`;
  return `${name} ${version}\n\n${text.trim()}\n`;
}
