// The two sites that the tests look at: the real catalogue, and a made-up one that holds every state.
// `.ci/test` builds them and names them in the environment; a run by hand builds them below `target/`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The day for which both sites are built. */
export const DATE = '2026-11-22';

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const ROOT = path.resolve(HERE, '../..');
export const PROGRAM = process.env.OCOP_BIN || path.join(ROOT, 'target/debug/ocop');
export const CONTENT = { real: path.join(ROOT, 'content'), trial: path.join(HERE, 'catalogue'), form: path.join(ROOT, 'content') };
const VARIABLE = { real: 'OCOP_SITE', trial: 'OCOP_TRIAL_SITE', form: 'OCOP_FORM_SITE' };

/** Where each site lies. Builds what the environment does not name. */
export function sites() {
  return { real: site('real'), trial: site('trial') };
}

/** The real catalogue with the officers' form; it needs `npm ci` in `themes/admin`. */
export const formSite = () => site('form');

function site(name) {
  process.env[VARIABLE[name]] ||= build(name);
  return path.resolve(process.env[VARIABLE[name]]);
}

/**
 * The made-up catalogue, in its canonical form, with `forms` for where its form sends changes: the content, and the site
 * built from it with the form.
 */
export function hostedSite(name, forms) {
  const folder = path.join(ROOT, 'target/browser', `${name}-${process.env.TEST_PARALLEL_INDEX ?? 0}`);
  const content = path.join(folder, 'content');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(CONTENT.trial, content, { recursive: true });
  const lines = Object.entries(forms).map(([key, value]) => `  ${key}: ${value}\n`);
  fs.appendFileSync(path.join(content, 'site.yaml'), `forms:\n${lines.join('')}share_pictures: false\n`);
  execFileSync(PROGRAM, ['fmt', '--content', content], { stdio: 'pipe' });
  return { content, site: run(content, path.join(folder, 'site'), DATE, true) };
}

/** Builds a site for another day, into a folder of its own: two workers may ask for the same one at the same time. */
export function buildFor(name, date) {
  return build(name, date, `${name}-${date}-${process.env.TEST_PARALLEL_INDEX ?? 0}`);
}

function build(name, date = DATE, folder = name) {
  return run(CONTENT[name], path.join(ROOT, 'target/browser', folder), date, name === 'form');
}

function run(content, out, date, withForm) {
  const theme = path.join(ROOT, 'themes/default');
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const form = withForm ? [`--admin=${path.join(ROOT, 'themes/admin')}`] : [];
  execFileSync(PROGRAM, ['build', '--content', content, '--theme', theme, '--out', out, '--date', date, ...form], { stdio: 'inherit' });
  return out;
}

/** Every file below `root`, as paths with `/` from it, sorted. */
export function files(root) {
  const found = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return found.map((it) => path.relative(root, path.join(it.parentPath ?? it.path, it.name)).split(path.sep).join('/')).sort();
}
