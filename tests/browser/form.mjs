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

/** Holds the real catalogue with `changes`, texts by file name, against both. */
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
 * The field that edits the value at `keys` (`name.vi`), in Vietnamese. The form makes its fields as they come into view, so
 * the page is scrolled until it is there.
 */
export async function field(page, keys) {
  const found = page.locator(`section.field[data-key-path="${keys}"]`).first();
  await page.mouse.move(300, 400);
  await expect(async () => {
    if ((await found.count()) === 0) await page.mouse.wheel(0, 500);
    await expect(found).toBeVisible({ timeout: 100 });
  }).toPass({ intervals: [100] });
  return found;
}

export const type = async (page, keys, text) => (await field(page, keys)).getByRole('textbox').fill(text);

/** Chooses an option of the list of a field. */
export async function choose(page, keys, which) {
  await (await field(page, keys)).getByRole('combobox').click();
  const options = page.getByRole('option');
  await (typeof which === 'number' ? options.nth(which) : options.filter({ hasText: which }).first()).click();
}
