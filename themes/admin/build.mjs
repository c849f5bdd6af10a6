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

const leaveOut = {
  name: "leave-out",
  setup(bundler) {
    bundler.onResolve({ filter: /.*/ }, ({ path: name, kind }) => {
      const unused = kind === "dynamic-import" && UNUSED.some((pattern) => pattern.test(name));
      return unused ? { path: "unused", namespace: "unused" } : undefined;
    });
    // Its style sheet asks a server of others for fonts that it then loads from here.
    bundler.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path: name }) => {
      const text = await readFile(name, "utf8");
      const contents = text.replaceAll(/url\(https:\/\/cdn\.[^)]*\)( format\([^)]*\))?/g, 'local("no such font")');
      if (contents === text) throw new Error("the style sheet of the CMS is not what it was: see where its fonts come from");
      return { contents };
    });
    bundler.onLoad({ filter: /.*/, namespace: "unused" }, () => ({
      contents: 'throw new Error("not a part of this form");',
    }));
  },
};

await rm(dist, { recursive: true, force: true });
await mkdir(path.join(dist, "assets"), { recursive: true });
await build({
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

// Fonts lie beside the program, where it looks for them; the icons are cut down to those it can show.
const program = await readFile(path.join(cms, "index.js"), "utf8");
for (const name of await readdir(path.join(cms, "assets"))) {
  const from = path.join(cms, "assets", name);
  const to = path.join(dist, "assets", name);
  if (name.startsWith("material-symbols") && name.endsWith(".woff2")) {
    await writeFile(to, await smallIcons(await readFile(from), program));
  } else if (name.endsWith(".woff2") || name.endsWith("LICENSE.txt")) {
    await cp(from, to);
  }
}

// The licences of what is inside.
const licences = { "@sveltia/cms": path.join(cms, "../LICENSE.txt"), yaml: path.join(here, "node_modules/yaml/LICENSE") };
const texts = await Promise.all(
  Object.entries(licences).map(async ([name, file]) => `${name}\n\n${await readFile(file, "utf8")}`),
);
await writeFile(path.join(dist, "licences.txt"), texts.join("\n\n"));
