// Without a network: what was seen, what was saved, what is neither; and a new build in the place of an old one.
import fs from 'node:fs';

import { expect, test as base } from '@playwright/test';

import { serve } from '../server.mjs';
import { buildFor, sites } from '../sites.mjs';

const PRODUCT = '/san-pham/con-hieu-luc/';
const OTHER = '/san-pham/nam-sao/';
const SAVED = /bản lưu ngày \d\d\/\d\d\/20\d\d/;

/** A host of the made-up site that can go away, and come back with another build. */
const test = base.extend({
  serviceWorkers: 'allow',
  host: async ({}, use) => {
    const host = { instead: () => false };
    let server = await serve(sites().trial, 0, (...both) => host.instead(...both));
    const { origin, port } = server;
    host.origin = origin;
    host.go = () => server.close();
    host.back = async (root) => (server = await serve(root, port));
    await use(host);
    await server.close();
  },
});

/** Opens a page, and waits until the worker is in charge. */
async function visit(page, host, url = '/') {
  await page.goto(host.origin + url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

async function save(page, host, lang = '') {
  await visit(page, host, `${lang}/ngoai-tuyen/`);
  await page.locator('#luu').click();
  await expect(page.locator('#xoa')).toBeVisible();
}

test('what was seen opens again, home with it, and says of which day it is', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  await page.goto(`${host.origin}/en/san-pham/con-hieu-luc/`);
  await expect(page.locator('[role=note].b-ending-soon')).toHaveCount(0);
  await host.go();
  await page.goto(host.origin + PRODUCT);
  await expect(page.locator('h1')).toHaveText('Nước mắm thử còn hiệu lực');
  await expect(page.locator('main .note').first()).toHaveText(SAVED);
  expect(await page.evaluate(() => document.fonts.check('16px "Be Vietnam Pro"')), 'fonts').toBe(true);
  await page.goto(`${host.origin}/en/san-pham/con-hieu-luc/`);
  await expect(page.locator('main .note').first()).toHaveText(/This copy was saved on \d+ \w+ 20\d\d/);
  await page.goto(`${host.origin}/`);
  await expect(page.locator('h1')).toBeVisible();
});

test('what was not seen is told kindly, with what there is', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  await host.go();
  await page.goto(`${host.origin}${OTHER}?q=`);
  await expect(page.getByRole('alert')).toContainText('máy này chưa lưu trang bạn cần');
  await expect(page.locator('#da-xem li')).toContainText(['Nước mắm thử còn hiệu lực']);
  await page.getByLabel('Tìm trong các trang này').fill('nuoc mam thu');
  await expect(page.locator('#da-xem li:visible')).toHaveCount(1);
  await page.getByLabel('Tìm trong các trang này').fill('khong co');
  await expect(page.locator('#da-xem li:visible')).toHaveCount(0);
  await page.goto(`${host.origin}/en/su-kien/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a search that cannot be asked is answered from the pages seen', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  await host.go();
  await page.goto(`${host.origin}/tim-kiem/?q=mam`);
  await expect(page.locator('#da-xem li:visible')).toHaveText([/Nước mắm thử còn hiệu lực/]);
});

test('a certificate that has ended since is not gold in a copy', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  await host.go();
  await page.clock.setFixedTime(new Date('2028-06-02T00:01+07:00'));
  await page.goto(host.origin + PRODUCT);
  await expect(page.locator('.head .badge').first()).toHaveText('Hết hạn từ 06/2028');
  await expect(page.locator('.head .stars').first()).toHaveText('từng đạt 4 sao');
});

test('the whole guide: its size is told, then every page, both languages and the search open', async ({ page, host }) => {
  await visit(page, host, '/ngoai-tuyen/');
  const [guide] = fs.readdirSync(`${sites().trial}/tai-san`).filter((name) => name.startsWith('cam-nang.'));
  const size = fs.statSync(`${sites().trial}/tai-san/${guide}`).size;
  await expect(page.locator('#luu')).toHaveText(`Lưu cả cẩm nang (0,${Math.ceil(size / 1e5)} MB)`);
  await save(page, host);
  await expect(page.locator('#cam-nang [role=status]')).toContainText(/Đã lưu ngày \d+\/\d+\/20\d\d/);
  await host.go();
  for (const url of [OTHER, '/en/chu-the/htx-thu/', '/ke-hoach/2025/', '/gioi-thieu/']) {
    const answer = await page.goto(host.origin + url);
    expect(answer.headers()['content-security-policy'], 'the policy goes with the page').toContain("default-src 'self'");
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('main .note').first()).toHaveText(url.startsWith('/en') ? /This copy was saved on/ : SAVED);
  }
  await page.goto(`${host.origin}/Q/TH01/`);
  await page.waitForURL('**/san-pham/con-hieu-luc/');
  await page.goto(`${host.origin}/tim-kiem/?q=nuoc+mam`);
  await expect(page.locator('#ket-qua .card').first()).toBeVisible();
  await page.clock.setFixedTime(new Date('2028-06-02T00:01+07:00'));
  await page.goto(host.origin + PRODUCT);
  await expect(page.locator('.head .badge').first()).toHaveText('Hết hạn từ 06/2028');
});

test('the guide can be removed', async ({ page, host }) => {
  await save(page, host, '/en');
  await page.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(page.getByRole('status')).toHaveText('The guide was removed from this device.');
  await host.go();
  await page.goto(`${host.origin}/en${OTHER}`);
  await expect(page.getByRole('alert')).toBeVisible();
});

test('a download that breaks off, falls short or is stopped saves nothing, and says so', async ({ page, host }) => {
  const guide = (how) => (request, response) => request.url.includes('cam-nang.') && (how(response), true);
  const saved = () => page.evaluate(async () => (await (await caches.open('ocop:/:guide')).keys()).length);
  await visit(page, host, '/ngoai-tuyen/');
  const ways = [
    ['breaks off', (response) => response.writeHead(200).write('x'.repeat(9000), () => response.destroy())],
    ['falls short', (response) => response.writeHead(200).end(Buffer.from([9, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 31]))],
    ['is not there', (response) => response.writeHead(404).end('x')],
  ];
  for (const [way, how] of ways) {
    host.instead = guide(how);
    await page.locator('#luu').click();
    await expect(page.getByRole('status'), way).toHaveText(/mạng bị ngắt giữa chừng/);
    expect(await saved(), way).toBe(0);
  }
  host.instead = guide((response) => response.writeHead(200).write('x'));
  await page.locator('#luu').click();
  await expect(page.locator('progress')).toBeVisible();
  await page.getByRole('button', { name: 'Thôi' }).click();
  await expect(page.getByRole('status')).toHaveText('Đã dừng. Chưa lưu gì thêm.');
  expect(await saved()).toBe(0);
  await expect(page.locator('#xoa')).toBeHidden();
  host.instead = () => false;
  await page.locator('#luu').click();
  await expect(page.locator('#xoa')).toBeVisible();
});

test('a device that saves data is asked first', async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await visit(page, host, '/ngoai-tuyen/');
  await expect(page.locator('.frugal')).toContainText('Máy đang bật tiết kiệm dữ liệu');
  expect(await page.evaluate(async () => (await (await caches.open('ocop:/:guide')).keys()).length)).toBe(0);
});

test('a new build takes the old one’s place as a whole', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  await page.goto(host.origin + OTHER);
  const before = await page.evaluate(() => caches.keys());
  const next = buildFor('trial', '2026-11-30');
  await host.go();
  await host.back(next);
  await page.goto(`${host.origin}/`);
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toEqual(before);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  await host.go();
  for (const url of ['/', PRODUCT, OTHER]) {
    await page.goto(host.origin + url);
    await expect(page.locator('.foot')).toContainText('30/11/2026');
  }
});

test('a new build that cannot be fetched as a whole leaves the old one', async ({ page, host }) => {
  await visit(page, host, PRODUCT);
  const before = await page.evaluate(() => caches.keys());
  const next = buildFor('trial', '2026-11-30');
  const broken = `${next}-broken`;
  fs.rmSync(broken, { recursive: true, force: true });
  fs.cpSync(next, broken, { recursive: true });
  fs.rmSync(`${broken}/en/ngoai-tuyen`, { recursive: true });
  await host.go();
  await host.back(broken);
  await page.goto(`${host.origin}/gioi-thieu/`);
  const failed = await page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    await known.update().catch(() => {});
    const worker = known.installing;
    if (worker) await new Promise((resolve) => worker.addEventListener('statechange', () => worker.state == 'redundant' && resolve()));
    return known.waiting == null;
  });
  expect(failed).toBe(true);
  await host.go();
  await page.goto(host.origin + PRODUCT);
  await expect(page.locator('.foot')).toContainText('22/11/2026');
  expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
});

test('a guide of an older build stays whole until its reader wants the new one', async ({ page, host }) => {
  await save(page, host);
  const next = buildFor('trial', '2026-11-30');
  await host.go();
  await host.back(next);
  await page.goto(`${host.origin}/ngoai-tuyen/`);
  await expect(page.getByRole('status')).toContainText('Nay có bản mới hơn');
  await host.go();
  await page.goto(host.origin + OTHER);
  await expect(page.locator('.foot')).toContainText('22/11/2026');
  await host.back(next);
  await page.goto(`${host.origin}/ngoai-tuyen/`);
  await page.getByRole('button', { name: /Lưu bản mới/ }).click();
  await expect(page.getByRole('status')).toContainText('Mọi trang mở được khi không có mạng');
  await host.go();
  await page.goto(host.origin + OTHER);
  await expect(page.locator('.foot')).toContainText('30/11/2026');
});

test('the site can be installed', async ({ page, host, request }) => {
  for (const [url, lang] of [['/', 'vi'], ['/en/', 'en']]) {
    await visit(page, host, url);
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await (await request.get(host.origin + href)).json();
    expect([manifest.lang, manifest.start_url, manifest.scope, manifest.display]).toEqual([lang, url, '/', 'minimal-ui']);
    for (const icon of manifest.icons) expect((await request.get(host.origin + icon.src)).headers()['content-type']).toBe(icon.type);
    for (const { url: to } of manifest.shortcuts) expect((await request.get(host.origin + to)).status()).toBe(200);
  }
});
