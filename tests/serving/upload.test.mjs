// Uploading changed files only, by the commands of docs/trien-khai.md as they stand there, into a folder that plays the
// server. After each command the folder is looked at as a reader would meet it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-upload-'));
const at = (...names) => path.join(work, ...names);
const MANIFEST = '.ocop-manifest.json';

/** The commands of the docs that call rsync. */
const recipe = [...fs.readFileSync(path.join(project, 'docs/trien-khai.md'), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)]
  .map(([, code]) => code)
  .find((code) => code.includes('rsync'));

function build(out, date, ...options) {
  const all = ['build', '--content', at('content'), '--theme', at('theme'), '--out', out, '--date', date, ...options];
  execFileSync(process.env.OCOP_BIN, all, { stdio: ['ignore', 'ignore', 'ignore'] });
}

/** Runs the recipe, with `rsync` in its place; gives the state of the server after each call. */
function upload(rsync = 'true') {
  fs.rmSync(at('states'), { recursive: true, force: true });
  fs.mkdirSync(at('states'));
  fs.writeFileSync(at('bin/rsync'), `#!/bin/bash
n=$(ls ${at('states')} | wc -l)
{ ${rsync}; } || exit 1
/usr/bin/rsync "$@"; code=$?
cp -al ${at('remote')} ${at('states')}/$(printf %02d "$n"); exit $code
`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${at('bin')}:${process.env.PATH}`, REMOTE: at('remote') };
  const ran = spawnSync('bash', ['-eu', '-o', 'pipefail', '-c', recipe], { cwd: at('cwd'), env, encoding: 'utf8' });
  return { ...ran, states: fs.readdirSync(at('states')).sort().map((name) => at('states', name)) };
}

/** Path → bytes. */
function tree(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).filter((it) => fs.statSync(path.join(folder, it)).isFile());
  return new Map(files.sort().map((it) => [it, fs.readFileSync(path.join(folder, it), 'latin1')]));
}

/** The server holds the built site, and nothing else. */
function arrived() {
  const [here, there] = [tree(at('cwd/public')), tree(at('remote'))];
  assert.deepEqual([...there.keys()], [...here.keys()]);
  for (const [name, bytes] of here) assert.ok(there.get(name) === bytes, name);
}

/** No page and no script of the search names a file with a fingerprint that is not there. */
function sound(folder) {
  const files = tree(folder);
  let named = 0;
  for (const [name, text] of files) {
    if (!name.endsWith('.html')) continue;
    for (const [, asset] of text.matchAll(/=["']?\/((?:tai-san|chia-se)\/[\w.-]+\.\w+)/g)) {
      assert.ok(files.has(asset), `${path.basename(folder)}: ${name} names ${asset}`);
      named += 1;
    }
  }
  return named;
}

before(() => {
  assert.ok(recipe, 'docs/trien-khai.md tells no commands');
  for (const folder of ['bin', 'remote', 'cwd']) fs.mkdirSync(at(folder));
  fs.symlinkSync(path.join(project, 'scripts'), at('cwd/scripts'));
  fs.cpSync(path.join(project, 'tests/browser/catalogue'), at('content'), { recursive: true });
  fs.cpSync(path.join(project, 'themes/default'), at('theme'), { recursive: true });
  build(at('cwd/public'), '2026-11-22');
});

after(() => fs.rmSync(work, { recursive: true }));

test('a first upload brings everything', () => {
  const { status, stderr, states } = upload();
  assert.equal(status, 0, stderr);
  arrived();
  // The manifest that is not there, files, pages, last, removed, the manifest.
  assert.equal(states.length, 6);
  states.forEach(sound);
  assert.ok(sound(at('remote')) > 500);
});

test('a site that did not change is not sent again', () => {
  const { status, stdout } = upload();
  assert.equal(status, 0);
  assert.match(stdout, /files +0\npages +0\nlast +0\nremoved +0\n/);
});

test('a new look, a page more and a page less never leave a page without its files', () => {
  fs.appendFileSync(at('theme/scripts/visitor.js'), '\nconsole.info("another look");\n');
  fs.appendFileSync(at('theme/scripts/enquiry.js'), '\nconsole.info("another look");\n');
  fs.rmSync(at('content/pages/ghi-chu.md'));
  fs.writeFileSync(at('content/pages/trang-moi.md'), '---\ntitle: Trang mới\ndescription: Bịa ra để thử.\n---\n\nMột câu.\n');
  const before = new Set(tree(at('cwd/public')).keys());
  build(at('cwd/public'), '2026-11-22');
  const now = tree(at('cwd/public'));
  const gone = [...before].filter((name) => !now.has(name));
  assert.ok(gone.some((name) => name.startsWith('tai-san/')) && gone.includes('ghi-chu/index.html'), gone.join(' '));
  const { status, stderr, states } = upload();
  assert.equal(status, 0, stderr);
  arrived();
  assert.equal(states.length, 6);
  states.forEach(sound);
});

test('an upload that was broken off is made good by the next', () => {
  build(at('cwd/public'), '2026-11-23', '--precompress');
  const broken = upload('[ "$n" -lt 2 ]');
  assert.notEqual(broken.status, 0);
  assert.notEqual(fs.readFileSync(at('remote', MANIFEST), 'utf8'), fs.readFileSync(at('cwd/public', MANIFEST), 'utf8'));
  broken.states.forEach(sound);
  assert.equal(upload().status, 0);
  arrived();
});

test('only what changed is listed, and neighbours vanish with the option', () => {
  assert.ok(fs.existsSync(at('remote/index.html.br')));
  const edited = at('content/pages/trang-moi.md');
  fs.writeFileSync(edited, fs.readFileSync(edited, 'utf8').replace('Một câu.', 'Hai câu.'));
  build(at('cwd/public'), '2026-11-23');
  const { stdout } = upload();
  const [, pages, removed] = /pages +(\d+)\n.*removed +(\d+)\n/s.exec(stdout);
  assert.ok(pages > 0 && pages < 10 && removed > 400, stdout);
  arrived();
});

test('what is no manifest is refused, not taken for an empty server', () => {
  for (const text of ['<html>', '{"format":2,"files":[\n]}\n', fs.readFileSync(at('remote', MANIFEST), 'utf8').slice(0, 900)]) {
    fs.writeFileSync(at('remote', MANIFEST), text);
    const { status, stderr } = upload();
    assert.equal(status, 1, text.slice(0, 40));
    assert.match(stderr, /not a manifest of ocop/);
  }
});
