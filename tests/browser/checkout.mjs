// A checkout of the catalogue in the browser's own private folder, and the officers' form with it opened.
import fs from 'node:fs';
import path from 'node:path';

import { CONTENT, files } from './sites.mjs';

/** Opens the form of the site at `origin` and gives it the catalogue to edit. */
export async function openForm(page, origin) {
  const names = files(CONTENT.real).filter((name) => /\.(md|yaml)$/.test(name));
  const content = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(CONTENT.real, name), 'utf8')]));
  // Any page of the site: the folder belongs to the origin.
  await page.goto(`${origin}/bien-tap/`);
  await page.evaluate(checkOut, content);
  await page.addInitScript(() => {
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('checkout');
  });
  await page.goto(`${origin}/admin/`);
  await page.getByRole('button', { name: 'Làm việc với kho mã nguồn cục bộ' }).click();
  await page.getByText('Bánh chưng xanh Bộc Nguyên').waitFor({ timeout: 60_000 });
}

/** In the page: writes the content into a folder that looks like a checkout, all files at once: each takes a while. */
async function checkOut(content) {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('checkout', { create: true });
  await root.getDirectoryHandle('.git', { create: true });
  await Promise.all(Object.entries(content).map(async ([name, text]) => {
    const parts = ['content', ...name.split('/')];
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }));
}
