// A real git repository for a made-up Git host to answer from: what the form commits is what `git` then finds.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Committed with this name and at this hour, so that the same content gives the same ids. */
const PERSON = { GIT_AUTHOR_NAME: 'Nhóm Thử nghiệm', GIT_AUTHOR_EMAIL: 'thu@thu.example', GIT_AUTHOR_DATE: '2026-11-01T00:00:00Z' };
const ENVIRONMENT = {
  ...process.env, ...PERSON, GIT_COMMITTER_NAME: PERSON.GIT_AUTHOR_NAME, GIT_COMMITTER_EMAIL: PERSON.GIT_AUTHOR_EMAIL,
  GIT_COMMITTER_DATE: PERSON.GIT_AUTHOR_DATE, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1',
};

/** The branch that a site is built from. */
export const MAIN = 'refs/heads/main';

export class Repository {
  /** A repository with the files of `content` below `content/` on `main`. */
  constructor(content) {
    this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-host-'));
    this.git(['init', '--quiet', '--bare', '.']);
    const files = fs.readdirSync(content, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
    const changes = files.map((it) => {
      const file = path.join(it.parentPath ?? it.path, it.name);
      return { path: `content/${path.relative(content, file).split(path.sep).join('/')}`, bytes: fs.readFileSync(file) };
    });
    this.commit(MAIN, null, changes, 'Danh mục thử');
  }

  git(args, { input, env } = {}) {
    const options = { cwd: this.folder, env: { ...ENVIRONMENT, ...env }, input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe'] };
    return execFileSync('git', args, options);
  }

  text(args) {
    return this.git(args).toString().trimEnd();
  }

  /** The commit at `ref`, or null. */
  head(ref) {
    try {
      return this.text(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
    } catch {
      return null;
    }
  }

  /** What `name` (an id, or `revision:path`) is, with its bytes, or null. */
  object(name) {
    const [id, type, size] = this.git(['cat-file', '--batch-check'], { input: `${name}\n` }).toString().split(/\s/);
    if (type === 'missing' || size === undefined) return null;
    return { id, type, bytes: this.git(['cat-file', type, id]) };
  }

  /** Every file at `revision`. */
  tree(revision) {
    const lines = this.git(['ls-tree', '-r', '-l', '-z', revision]).toString().split('\0').filter(Boolean);
    return lines.map((line) => {
      const [, type, sha, size, file] = line.match(/^\d+ (\w+) (\w+) +(\d+)\t(.+)$/s);
      return { type, path: file, sha, size: Number(size) };
    });
  }

  /** The newest `count` commits up to `revision`, of `file` if given. */
  log(revision, count, file) {
    const format = ['--format=%H%x00%s%x00%an%x00%ae%x00%cI', `-${count}`];
    const text = this.text(['log', ...format, revision, ...(file ? ['--', file] : [])]);
    return text.split('\n').filter(Boolean).map((line) => {
      const [id, message, name, email, date] = line.split('\0');
      return { id, message, name, email, date };
    });
  }

  /** Puts a new branch at `ref`. Throws when there is one. */
  branch(ref, id) {
    this.git(['update-ref', ref, id, '0'.repeat(40)]);
  }

  remove(ref) {
    this.git(['update-ref', '-d', ref]);
  }

  /**
   * Commits `changes` (a path and its bytes, or null to take it away) on top of `parent`, which must still be the head of
   * `ref`; returns the commit.
   */
  commit(ref, parent, changes, message) {
    const env = { GIT_INDEX_FILE: path.join(this.folder, 'index.tmp') };
    fs.rmSync(env.GIT_INDEX_FILE, { force: true });
    if (parent) this.git(['read-tree', parent], { env });
    const lines = changes.map(({ path: file, bytes }) => {
      if (bytes === null) return `0 ${'0'.repeat(40)}\t${file}\0`;
      const id = this.git(['hash-object', '-w', '--stdin'], { input: bytes }).toString().trim();
      return `100644 ${id}\t${file}\0`;
    });
    this.git(['update-index', '-z', '--index-info'], { env, input: lines.join('') });
    const tree = this.git(['write-tree'], { env }).toString().trim();
    const id = this.text(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-m', message]);
    this.git(['update-ref', ref, id, parent ?? '0'.repeat(40)]);
    return id;
  }

  /** What `ref` changes against `main`: `M content/…`, a line a file. */
  changes(ref) {
    return this.text(['diff', '--name-status', '--no-renames', MAIN, ref]).split('\n').filter(Boolean).map((line) => line.replace('\t', ' '));
  }

  /** The lines that `ref` takes from `main` and adds to it, without the places where they stand. */
  lines(ref) {
    const diff = this.git(['diff', '--unified=0', '--no-color', MAIN, ref]).toString();
    return diff.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line));
  }

  /** The content at `ref` as a folder. */
  checkOut(ref) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-checkout-'));
    for (const file of this.tree(ref)) {
      const to = path.join(folder, file.path);
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.writeFileSync(to, this.object(file.sha).bytes);
    }
    return folder;
  }

  close() {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
