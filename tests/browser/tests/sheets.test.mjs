// Labels, shelf cards and leaflets: exact on paper, whatever is on them, and without a script.
import fs from 'node:fs';
import path from 'node:path';

import { expect, open, test } from '../fixtures.mjs';
import { sites } from '../sites.mjs';

const A4 = [595, 842];
const A4_WIDE = [842, 595];
const A6 = [298, 420];
/** CSS pixels in a millimetre. */
const MM = 96 / 25.4;
const trial = (url) => ({ site: 'trial', url });

/** Sizes of a PDF's pages, in whole points. */
async function printed(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const count = pdf.match(/\/Type \/Page\b(?!s)/g).length;
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
  expect(sizes).toHaveLength(count);
  return sizes;
}

const SHEETS = [
  ['four products: a sheet of labels each', '/in/nhan/htx-thu/', [A4, A4, A4, A4]],
  ['labels of one product alone', '/in/nhan/htx-thu/#in-con-hieu-luc', [A4]],
  ['labels of the last product alone', '/in/nhan/htx-thu/trang/3/#in-thu-hoi', [A4]],
  ['labels in English', '/en/in/nhan/htx-thu/', [A4, A4, A4, A4]],
  ['four cards on one sheet', '/in/the-ke/htx-thu/', [A4]],
  ['one card of four', '/in/the-ke/htx-thu/#in-con-hieu-luc', [A6]],
  ['a card with all the words of the law', '/en/in/the-ke/htx-thu/#in-ruou-thu-nhe', [A6]],
  ['two cards on one sheet', '/in/the-ke/ho-thu/', [A4]],
  ['both sides of a leaflet', '/in/to-roi/thu-mot/', [A4_WIDE, A4_WIDE]],
  ['a leaflet in English', '/en/in/to-roi/thu-mot/', [A4_WIDE, A4_WIDE]],
];

for (const [name, url, pages] of SHEETS) {
  test(`${name}: ${url}`, async ({ page, servers }) => {
    await open(page, servers, trial(url));
    expect(await printed(page)).toEqual(pages);
  });
}

test('a producer with one product has one card of A6', async ({ page, servers }) => {
  const folder = path.join(sites().real, 'in/the-ke');
  const cards = (name) => fs.readFileSync(path.join(folder, name, 'index.html'), 'utf8').match(/class="to the"/g).length;
  const one = fs.readdirSync(folder).filter((name) => cards(name) === 1).slice(0, 2);
  expect(one).toHaveLength(2);
  for (const name of one) {
    await open(page, servers, { site: 'real', url: `/in/the-ke/${name}/` });
    expect(await printed(page)).toEqual([A6]);
  }
});

test('labels are 40 by 25 mm and modules half a millimetre', async ({ page, servers }) => {
  await open(page, servers, trial('/in/nhan/htx-thu/#in-con-hieu-luc'));
  await page.emulateMedia({ media: 'print' });
  const { sheet, label, matrix } = await page.evaluate(() => {
    const svg = document.querySelector(':target .nhan');
    const [frame, code] = svg.querySelectorAll('defs path');
    const box = frame.getBBox();
    return { sheet: svg.getBoundingClientRect().toJSON(), label: [box.width, box.height], matrix: code.getCTM ? code.transform.baseVal.getItem(1).matrix.a : 0 };
  });
  expect([sheet.width / MM, sheet.height / MM].map((it) => it.toFixed(1))).toEqual(['200.0', '275.0']);
  expect([label, matrix], 'in hundredths of a millimetre').toEqual([[4000, 2500], 50]);
});

test('nothing on any card or leaflet is cut off', async ({ page, servers }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ media: 'print' });
  const wrong = [];
  for (const [site, root] of Object.entries(sites())) {
    for (const url of sheets(root)) {
      await open(page, servers, { site, url });
      await page.evaluate(() => document.fonts.ready);
      for (const it of await page.evaluate(cutOff)) wrong.push(`${site} ${url}: ${it}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Runs in the page: what sticks out of its card or panel. */
function cutOff() {
  const boxes = [...document.querySelectorAll('.the, .mat > *')];
  return boxes.flatMap((box) => {
    const { right, bottom } = box.getBoundingClientRect();
    const room = parseFloat(getComputedStyle(box).paddingBottom) / 2;
    const out = [...box.querySelectorAll('*')].filter((it) => {
      const area = it.getBoundingClientRect();
      return area.width && (area.bottom > bottom - room || area.right > right + 1);
    });
    return out.slice(0, 1).map((it) => `${(box.querySelector('h2') ?? box).textContent.trim().slice(0, 40)}: ${it.outerHTML.slice(0, 80)}`);
  });
}

/** Shelf cards and leaflets of a site, in both languages. */
function sheets(root) {
  return ['', '/en'].flatMap((lang) => ['the-ke', 'to-roi'].flatMap((kind) => {
    const folder = path.join(root, lang, 'in', kind);
    const found = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('index.html'));
    return found.sort().map((name) => `${lang}/in/${kind}/${path.dirname(name)}/`);
  }));
}

test('without a script the sheets are there, and print', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, servers, trial('/in/the-ke/htx-thu/#in-con-hieu-luc'));
  await expect(page.locator('#in-con-hieu-luc')).toContainText('Hiệu lực đến 01/06/2028');
  await expect(page.locator('#in-nam-sao')).toBeHidden();
  expect(await printed(page)).toEqual([A6]);
  await page.getByText('In mọi sản phẩm của trang này').click();
  await expect(page.locator('#in-nam-sao')).toBeVisible();
  await context.close();
});

test('a card printed after the end has no filled star', async ({ page, servers }) => {
  const card = page.locator('#in-con-hieu-luc');
  await page.clock.setFixedTime(new Date('2028-06-01T12:00+07:00'));
  await open(page, servers, trial('/in/the-ke/htx-thu/'));
  await expect(card.locator('.badge'), 'paper names the day, not the days that are left').toHaveText('Hiệu lực đến 01/06/2028');
  await expect(card.locator('.st')).not.toHaveClass(/off/);
  await page.clock.setFixedTime(new Date('2028-06-02T00:01+07:00'));
  await page.reload();
  await expect(card.locator('.badge')).toHaveText('Hết hạn từ 06/2028');
  await expect(card.locator('.stars')).toHaveText('từng đạt 4 sao');
  await expect(card.locator('.st')).toHaveClass(/off/);
});

test('spirits are on no sheet', async ({ page, servers }) => {
  const found = sheets(sites().trial).concat('/in/nhan/htx-thu/', '/in/nhan/htx-thu/trang/2/', '/in/nhan/htx-thu/trang/3/');
  for (const url of found) {
    await open(page, servers, trial(url));
    await expect(page.locator('main [href*="ruou-thu-manh"], #in-ruou-thu-manh'), url).toHaveCount(0);
    await expect(page.locator('main'), url).not.toContainText(/Rượu thử|Trial spirit/);
  }
});

test('sellers find the sheets', async ({ page, servers }) => {
  await open(page, servers, trial('/san-pham/con-hieu-luc/'));
  await page.getByRole('link', { name: 'In thẻ kệ A6' }).click();
  await expect(page).toHaveURL(/\/in\/the-ke\/htx-thu\/(trang\/2\/)?#in-con-hieu-luc$/);
  await expect(page.locator('.the:visible')).toHaveCount(1);
  for (const [from, to] of [['/chu-the/htx-thu/', 'In tem 40 × 25 mm'], ['/xa/thu-mot/', /^In tờ rơi của/]]) {
    await open(page, servers, trial(from));
    await expect(page.getByRole('link', { name: to })).toBeVisible();
  }
  await open(page, servers, trial('/diem-ban/cua-hang-thu/'));
  await expect(page.locator('[aria-labelledby=nguoi-ban] a')).not.toHaveCount(0);
  await open(page, servers, trial('/san-pham/ruou-thu-manh/'));
  await expect(page.locator('[aria-labelledby=nguoi-ban]')).toHaveCount(0);
});
