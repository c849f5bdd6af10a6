// What the tests do in the officers' form as an officer would, and how they hold what it saved against `ocop`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expect } from '@playwright/test';

import { CONTENT, DATE, PROGRAM } from './sites.mjs';

/** Holds a content folder against `ocop fmt --check` and `ocop check`. */
export function sound(content) {
  execFileSync(PROGRAM, ['fmt', '--check', '--content', content], { stdio: 'pipe' });
  execFileSync(PROGRAM, ['check', '--content', content, '--date', DATE], { stdio: 'pipe' });
}

/** Holds the real catalogue with `changes`, texts or bytes by file name, against both. */
export function accepted(changes) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ocop-form-'));
  try {
    const content = path.join(folder, 'content');
    fs.cpSync(CONTENT.real, content, { recursive: true });
    for (const [name, text] of Object.entries(changes)) {
      fs.mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
      fs.writeFileSync(path.join(content, name), text);
    }
    sound(content);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

export const save = async (page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();

/**
 * The field that edits the value at `keys` (`name.vi`), in Vietnamese. The form makes its fields, and what is in them, as they
 * come into view, so the page is scrolled until it is there.
 */
export async function field(page, keys) {
  const found = page.locator(`section.field[data-key-path="${keys}"]`).first();
  await page.mouse.move(300, 400);
  await expect(async () => {
    if ((await found.count()) === 0) await page.mouse.wheel(0, 500);
    await expect(found).toBeVisible({ timeout: 100 });
  }).toPass({ intervals: [100] });
  await found.scrollIntoViewIfNeeded();
  return found;
}

export const type = async (page, keys, text) => (await field(page, keys)).getByRole('textbox').fill(text);

/** A small photograph as a device has it: a real JPEG, of what the page shows now, under a name with marks and spaces. */
export async function photograph(page) {
  const buffer = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 64, height: 48 } });
  return { name: 'Ảnh Chai Đẹp (1).JPG', mimeType: 'image/jpeg', buffer };
}

/** The name under which the form saves a photograph. */
export const PHOTOGRAPH = 'anh-chai-dep-1.jpg';

/** Adds a picture behind those that the entry has, with what must be said of it; `at` is its place. */
export async function addPicture(page, file, at) {
  const list = await field(page, 'pictures');
  await list.getByRole('button', { name: /^Thêm/ }).last().click();
  await pick(page, file, at);
  await type(page, `pictures.${at}.alt.vi`, 'Một cái chai đặt ra để thử');
  await type(page, `pictures.${at}.credit.vi`, 'Nhóm Thử nghiệm');
}

/** Chooses `file` from the device for the picture at `at`. */
export async function pick(page, file, at) {
  await (await field(page, `pictures.${at}.file`)).getByRole('button', { name: 'Duyệt tệp' }).click();
  const dialog = page.getByRole('dialog');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Tải lên' }).click();
  await (await chooser).setFiles(file);
  await dialog.getByRole('button', { name: 'Chèn' }).click();
}

/** Chooses an option of the list of a field. */
export async function choose(page, keys, which) {
  await (await field(page, keys)).getByRole('combobox').click();
  const options = page.getByRole('option');
  await (typeof which === 'number' ? options.nth(which) : options.filter({ hasText: which }).first()).click();
}
