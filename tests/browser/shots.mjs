// Makes the pictures of the officers' handbook that show the form: `node shots.mjs`, after `npm ci` here and in
// `themes/admin`. They are committed; run it again when the form has changed its looks.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { openForm } from './checkout.mjs';
import config from './playwright.config.mjs';
import { serve } from './server.mjs';
import { formSite } from './sites.mjs';

const DOCS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');

const server = await serve(formSite());
const browser = await chromium.launch(config.use.launchOptions);
try {
  const page = await browser.newPage({ locale: 'vi-VN', viewport: { width: 1100, height: 640 } });
  await openForm(page, server.origin);
  await page.getByText('Bánh chưng xanh Bộc Nguyên').click();
  await page.getByText('Tên sản phẩm').first().waitFor();
  // The last picture of the list fades out behind the form.
  await page.getByText('Tạo mới').waitFor({ state: 'hidden' });
  await page.screenshot({ path: path.join(DOCS, 'bieu-mau.png'), animations: 'disabled' });
} finally {
  await browser.close();
  server.close();
}
