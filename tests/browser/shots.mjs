// Makes the pictures of the officers' handbook: `node shots.mjs [NAME…]`, after `npm ci` here and in `themes/admin` and
// `cargo build`. Each shows the tool or the site itself, on the made-up catalogue with the examples of the very page that the
// picture stands on. They are committed; run it again when a page or the form has changed its looks.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { openForm } from './checkout.mjs';
import { addPicture, choose, field, type } from './form.mjs';
import config from './playwright.config.mjs';
import { serve } from './server.mjs';
import { CONTENT, DATE, PROGRAM, ROOT, formSite } from './sites.mjs';

const DOCS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');
const PICTURES = path.join(DOCS, 'viec/anh');
const VIEW = { width: 820, height: 500 };

/** Each picture of a task: how to get to what it shows. */
const SHOTS = {
  'them-san-pham-bieu-mau': inForm(async (page, at) => {
    await at('/collections/products/new');
    await type(page, 'name.vi', 'Nước chấm Thử');
    await choose(page, 'producer', 'phu-sang');
    await page.mouse.wheel(0, -5000);
  }),
  'them-anh-bieu-mau': inForm(async (page) => {
    await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
    const buffer = fs.readFileSync(path.join(CONTENT.trial, 'producers/htx-thu/anh.png'));
    await addPicture(page, { name: 'Ảnh Thử.PNG', mimeType: 'image/png', buffer }, 0);
    await (await field(page, 'pictures.0.file')).evaluate((section) => section.scrollIntoView());
  }),
  'them-san-pham': onSite('them-san-pham', '/san-pham/nuoc-cham-thu/'),
  'quyet-dinh-moi': onSite('quyet-dinh-moi', '/san-pham/het-han/'),
  'diem-ban-dong-cua': onSite('diem-ban-dong-cua', '/diem-ban/cua-hang-thu/'),
  'doi-ten': onSite('doi-ten', '/san-pham/het-han/', { first: true }),
  'xa-sap-xep': onSite('xa-sap-xep', '/xa-cu/thu-mot/'),
  'tra-lai-nhu-cu': inForm(async (page) => {
    await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
    await type(page, 'name.vi', 'Bánh chưng xanh, sửa nhầm');
    await page.getByRole('button', { name: 'Hiển thị tùy chọn trình chỉnh sửa' }).click();
    await page.getByRole('menuitem').first().waitFor();
  }),
  'doc-mot-loi': inPreview('products/con-hieu-luc/index.md', ['producer: htx-thu\n', 'producer: htx-thuu\n'], '/san-pham/con-hieu-luc/'),
  '../../bieu-mau': inForm(async (page) => {
    await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
    await page.getByText('Tên sản phẩm').first().waitFor();
  }, { width: 1100, height: 640 }),
};

/** The form with the catalogue of this repository opened, as `ocop serve --admin` shows it. */
function inForm(act, viewport = VIEW) {
  return async (open) => {
    const server = await serve(formSite());
    const page = await open(viewport);
    await openForm(page, server.origin);
    await act(page, (hash) => page.goto(`${server.origin}/admin/#${hash}`));
    // The last picture of the list fades out behind the form.
    await page.getByText('Tạo mới').waitFor({ state: 'hidden' });
    return { page, close: server.close };
  };
}

/** A page of the site made from the made-up catalogue with the examples of a page of the handbook. */
function onSite(task, url, { first = false } = {}) {
  return async (open) => {
    const { content, out, remove } = catalogue();
    for (const [name, text] of examples(task).slice(0, first ? 1 : undefined)) write(content, name, text);
    execFileSync(PROGRAM, ['build', '--content', content, '--theme', path.join(ROOT, 'themes/default'), '--out', out, '--date', DATE], { stdio: 'pipe' });
    const server = await serve(out);
    const page = await open(VIEW);
    await page.goto(server.origin + url);
    // A page does without the site's letters when they come late; the second time they are there.
    await fontsLoaded(page);
    await page.reload();
    return { page, close: () => server.close().then(remove) };
  };
}

/** `ocop serve` after a mistake was made in a file. */
function inPreview(name, [right, wrong], url) {
  return async (open) => {
    const { content, remove } = catalogue();
    const theme = path.join(ROOT, 'themes/default');
    // From the folder above, as officers do: the path of the file is shown from there.
    const words = ['serve', '--content', 'content', '--theme', theme, '--port', '0', '--date', DATE, '--lang', 'vi'];
    const program = spawn(PROGRAM, words, { cwd: path.dirname(content) });
    const origin = await new Promise((resolve, reject) => {
      const told = (bytes) => resolve(bytes.toString().match(/http:\/\/127\.0\.0\.1:\d+/)?.[0]);
      program.stdout.on('data', (bytes) => /http:/.test(bytes) && told(bytes));
      program.stderr.on('data', (bytes) => /http:/.test(bytes) && told(bytes));
      program.on('exit', () => reject(new Error('ocop serve ended')));
    });
    const page = await open(VIEW);
    await page.goto(origin + url);
    const text = fs.readFileSync(path.join(content, name), 'utf8');
    if (!text.includes(right)) throw new Error(`${name} holds no ${right}`);
    write(content, name, text.replace(right, wrong));
    await page.getByText('htx-thuu').first().waitFor();
    return {
      page,
      close: () => {
        program.removeAllListeners('exit');
        program.kill();
        remove();
      },
    };
  };
}

/** Letters that are named and not there, as some of the form are, do not come. */
const fontsLoaded = (page) => page.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())));

/** A copy of the made-up catalogue, and a folder for a site. */
function catalogue() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-shots-'));
  const content = path.join(folder, 'content');
  fs.cpSync(CONTENT.trial, content, { recursive: true });
  fs.appendFileSync(path.join(content, 'site.yaml'), 'share_pictures: false\n');
  return { content, out: path.join(folder, 'site'), remove: () => fs.rmSync(folder, { recursive: true }) };
}

function write(content, name, text) {
  fs.mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
  fs.writeFileSync(path.join(content, name), text);
}

/** The files that a page of the handbook shows: ```` ```yaml products/…/index.md ````. */
function examples(task) {
  const text = fs.readFileSync(path.join(DOCS, 'viec', `${task}.md`), 'utf8');
  return [...text.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm)].map(([, name, yaml]) =>
    [name, name.endsWith('.md') ? `---\n${yaml}---\n` : yaml]);
}

const wanted = process.argv.slice(2);
fs.mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch(config.use.launchOptions);
try {
  for (const [name, shot] of Object.entries(SHOTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { locale, timezoneId } = config.use;
    const { page, close } = await shot((viewport) => browser.newPage({ locale, timezoneId, viewport, reducedMotion: 'reduce' }));
    await fontsLoaded(page);
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
    await page.close();
    await close();
    console.log(name);
  }
} finally {
  await browser.close();
}
