// On paper a product is one sheet of A4: a buyer's sheet.
import { expect, open, test } from '../fixtures.mjs';
import { inLanguage, productsByWeight, TRIAL_PRODUCTS } from '../pages.mjs';

const A4 = [595, 842];
const HEAVIEST = 12;

const trial = Object.values(TRIAL_PRODUCTS).map((slug) => ({ site: 'trial', url: `/san-pham/${slug}/` }));
const real = productsByWeight().slice(0, HEAVIEST).map((url) => ({ site: 'real', url }));

for (const type of [...inLanguage('vi', [...trial, ...real]), ...inLanguage('en', real.slice(0, 3))]) {
  test(`one sheet: ${type.url}`, async ({ page, servers }) => {
    await open(page, servers, type);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/);
    expect([Math.round(width), Math.round(height)]).toEqual(A4);
    expect(pdf.match(/\/Type \/Page\b(?!s)/g), 'sheets').toHaveLength(1);
  });
}

const ways = [{ site: 'trial', url: '/tuyen/tuyen-thu/' }, ...['tour-chuoi', 'tour-nhuong-ban', 'tour-xe-dien'].map((slug) => ({ site: 'real', url: `/tuyen/${slug}/` }))];

for (const type of [...inLanguage('vi', ways), ...inLanguage('en', ways)]) {
  test(`a route for the pocket is one sheet: ${type.url}`, async ({ page, servers }) => {
    await open(page, servers, type);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g), 'sheets').toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    for (const stop of await page.locator('.stops li').all()) await expect(stop).toBeVisible();
  });
}

test('paper shows the content, not the way through the site', async ({ page, servers }) => {
  await open(page, servers, trial[0]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('header nav')).toBeHidden();
  await expect(page.locator('.skip')).toBeHidden();
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect(colours, 'black on white, whatever the screen').toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
