// The officers' form, editing a checkout on the same machine. The browser's own private folder stands in for the folder
// that an officer picks: to the form both are the same kind of handle, and nothing else of it is replaced.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import { expect, test as base } from '@playwright/test';

import { openForm } from '../checkout.mjs';
import { PHOTOGRAPH, accepted, addPicture, choose, field, photograph, save, type } from '../form.mjs';
import { serve } from '../server.mjs';
import { CONTENT, formSite } from '../sites.mjs';

base.use({ actionTimeout: 20_000 });

const test = base.extend({
  server: [
    async ({}, use) => {
      const server = await serve(formSite());
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],

  /** The form with the catalogue opened. Fails when it logs an error, breaks its policy or asks another origin. */
  form: async ({ page, context, server }, use) => {
    const noise = [];
    const asked = new Set();
    context.on('request', (request) => asked.add(new URL(request.url()).pathname));
    context.on('console', (message) => message.type() === 'error' && noise.push(`console: ${message.text()}`));
    context.on('weberror', (error) => noise.push(`script: ${error.error().message}`));
    const own = (url) => url.startsWith(`${server.origin}/`) || /^(blob|data):/.test(url);
    context.on('request', (request) => !own(request.url()) && noise.push(`another origin: ${request.url()}`));
    await openForm(page, server.origin);
    await use({ asked, saved: (name) => page.evaluate(savedFile, name), bytes: (name) => page.evaluate(savedBytes, name), at: (hash) => page.goto(`${server.origin}/admin/#${hash}`) });
    expect(noise).toEqual([]);
  },
});

const read = (folder, name) => fs.readFileSync(path.join(folder, name), 'utf8');

/** In the page: the text of a file of the checkout, or null. */
async function savedFile(name) {
  try {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('checkout');
    const parts = `content/${name}`.split('/');
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
  } catch (error) {
    if (error.name === 'NotFoundError') return null;
    throw error;
  }
}

/** In the page: the bytes of a file of the checkout. */
async function savedBytes(name) {
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('checkout');
  const parts = `content/${name}`.split('/');
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  const file = await (await folder.getFileHandle(parts.at(-1))).getFile();
  return [...new Uint8Array(await file.arrayBuffer())];
}

test('opening the form sends no more than 700 KB', async ({ form, server }) => {
  const sizes = await Promise.all([...form.asked].filter((url) => url.startsWith('/admin/')).map(async (url) => {
    const bytes = Buffer.from(await (await fetch(server.origin + url)).arrayBuffer());
    return url.endsWith('.woff2') ? bytes.length : zlib.brotliCompressSync(bytes).length;
  }));
  expect(sizes.length).toBeGreaterThan(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000);
});

test('one field is edited, one line of the file changes', async ({ page, form }) => {
  const name = 'products/banh-chung-xanh-boc-nguyen/index.md';
  const english = 'products/banh-chung-xanh-boc-nguyen/index.en.md';
  await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
  await type(page, 'name.vi', 'Bánh chưng xanh Bộc Nguyên (thử)');
  await save(page);
  const before = read(CONTENT.real, name);
  const expected = before.replace('vi: Bánh chưng xanh Bộc Nguyên\n', 'vi: Bánh chưng xanh Bộc Nguyên (thử)\n');
  await expect.poll(() => form.saved(name)).toBe(expected);
  expect(await form.saved(english)).toBe(read(CONTENT.real, english));
  accepted({ [name]: expected });
});

test('a source is added: its id is made from its name, words and dates are chosen and typed', async ({ page, form }) => {
  await form.at('/collections/sources/new');
  await type(page, 'title.vi', 'Một bài báo đặt ra để thử');
  await type(page, 'publisher', 'Báo Thử nghiệm');
  await (await field(page, 'grade')).getByRole('radio').nth(1).click();
  await type(page, 'date', '2024-07');
  await choose(page, 'type', 0);
  await save(page);
  const name = 'sources/mot-bai-bao-dat-ra-de-thu.yaml';
  await expect.poll(() => form.saved(name)).toContain('title: Một bài báo đặt ra để thử\npublisher: Báo Thử nghiệm\ngrade: B1\n');
  const text = await form.saved(name);
  expect(text).toContain('\ndate: 2024-07\n');
  accepted({ [name]: text });
});

test('a product is added with what is chosen from lists, and an English story beside it', async ({ page, form }) => {
  await form.at('/collections/products/new');
  await page.getByRole('button', { name: /^Bật .*Tiếng Anh/ }).click();
  await page.getByRole('textbox', { name: 'Bài viết' }).fill('A made-up story.');
  await type(page, 'name.vi', 'Nước mắm đặt ra để thử');
  await choose(page, 'producer', 'phu-sang');
  await choose(page, 'category.group', 'thuc-pham');
  await choose(page, 'sources', 'tl-24377');
  await save(page);
  const folder = 'products/nuoc-mam-dat-ra-de-thu';
  const fields = 'name: Nước mắm đặt ra để thử\nproducer: phu-sang\ncategory:\n  group: thuc-pham\nsources: tl-24377\n';
  await expect.poll(() => form.saved(`${folder}/index.md`)).toBe(`---\n${fields}---\n`);
  await expect.poll(() => form.saved(`${folder}/index.en.md`)).toBe('A made-up story.\n');
  accepted({ [`${folder}/index.md`]: `---\n${fields}---\n`, [`${folder}/index.en.md`]: 'A made-up story.\n' });
});

test('a wrong date is not saved', async ({ page, form }) => {
  await form.at('/collections/sources/entries/tl-24377');
  await type(page, 'date', '14/7/2020');
  await save(page);
  await expect(page.getByText('Viết 2024, 2024-07 hoặc 2024-07-14')).toBeVisible();
  expect(await form.saved('sources/tl-24377.yaml')).toBe(read(CONTENT.real, 'sources/tl-24377.yaml'));
});

test('a photograph of the device is added beside its entry', async ({ page, form }) => {
  const folder = 'products/banh-chung-xanh-boc-nguyen';
  const photo = await photograph(page);
  await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
  await addPicture(page, photo, 0);
  await save(page);
  const before = read(CONTENT.real, `${folder}/index.md`);
  const lines = `pictures:\n  - file: ${PHOTOGRAPH}\n    alt: Một cái chai đặt ra để thử\n    credit: Nhóm Thử nghiệm\n`;
  await expect.poll(() => form.saved(`${folder}/index.md`)).toContain(lines);
  const after = await form.saved(`${folder}/index.md`);
  expect(after.replace(lines, '')).toBe(before);
  const bytes = Buffer.from(await form.bytes(`${folder}/${PHOTOGRAPH}`));
  expect(bytes.equals(photo.buffer)).toBe(true);
  accepted({ [`${folder}/index.md`]: after, [`${folder}/${PHOTOGRAPH}`]: bytes });
});

test('only pictures of the device are offered, and what is no picture is not taken', async ({ page, form }) => {
  await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
  const list = await field(page, 'pictures');
  await list.getByRole('button', { name: /^Thêm/ }).last().click();
  const picture = await field(page, 'pictures.0.file');
  await expect(picture).toContainText('nhiều nhất 60 MB');
  await picture.getByRole('button', { name: 'Duyệt tệp' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option')).toContainText(['Tệp thuộc bài viết']);
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Tải lên' }).click();
  expect(await (await chooser).element().getAttribute('accept')).toBe('image/jpeg,image/png,image/webp');
  await (await chooser).setFiles({ name: 'chai.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ftypheic') });
  await dialog.getByRole('button', { name: 'Chèn' }).click();
  await expect(page.getByText(/tệp bị hỏng hoặc nội dung không khớp/)).toBeVisible();
  // The page of files would write to the branch itself.
  await expect(page.getByRole('radio', { name: 'Thư viện' })).toHaveCount(0);
});
