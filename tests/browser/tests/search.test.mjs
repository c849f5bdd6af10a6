// Typing, choosing and narrowing, as a visitor does it; and that nothing typed leaves the device.
import { expect, open, test } from '../fixtures.mjs';

const input = (page) => page.getByRole('combobox', { name: /Tìm|Search/ });

test('a query without marks finds products, as the cards of the lists', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/' });
  await input(page).fill('nuoc mam');
  await input(page).press('Enter');
  await expect(page.locator('#ket-qua .card').first()).toContainText(/nước mắm/i);
  const [link, html] = await page.locator('#ket-qua .card').first().evaluate((card) => [card.querySelector('a').href, card.outerHTML]);
  await open(page, servers, { site: 'real', url: '/san-pham/' });
  const listed = await page.locator('.tinh .card').evaluateAll((cards) => cards.map((card) => [card.querySelector('a').href, card.outerHTML]));
  const same = listed.find(([href]) => href === link);
  if (same) expect(html).toBe(same[1]);
});

test('suggestions come with the first letter and are chosen by keyboard', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/' });
  await input(page).pressSequentially('n');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect(input(page)).toHaveAttribute('aria-expanded', 'true');
  await input(page).press('ArrowDown');
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await input(page).press('Escape');
  await expect(input(page)).toHaveAttribute('aria-expanded', 'false');
});

test('query and filters live in the address, and back undoes them', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/?q=nuoc+mam' });
  const status = page.locator('#ket-qua [role=status]');
  await expect(status).toContainText('sản phẩm');
  const all = await status.textContent();
  await page.locator('#ket-qua summary').click();
  const box = page.locator('[data-facet=star] input').first();
  const count = await page.locator('[data-facet=star] label b').first().textContent();
  await box.check();
  await expect(page).toHaveURL(/star=/);
  await expect(status).toHaveText(`${count} sản phẩm`);
  await page.goBack();
  await expect(status).toHaveText(all);
});

test('no query leaves the device', async ({ page, servers, requests }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/' });
  await input(page).pressSequentially('mam tom', { delay: 20 });
  await expect(page.locator('#ket-qua .card').first()).toBeVisible();
  expect(requests.filter((url) => /mam|tom/.test(url))).toEqual([]);
});

test('an old commune leads to the present one', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/?q=xa+cam+nhuong' });
  await expect(page.locator('#ket-qua .nay a')).toContainText('Thiên Cầm');
});

test('spirits are rows without a cover and never suggested', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/tim-kiem/?q=ruou+thu+manh' });
  await expect(page.locator('#ket-qua .card.bare').first()).toBeVisible();
  await input(page).fill('');
  await input(page).pressSequentially('ruou thu m');
  await expect(page.getByRole('option', { name: /mạnh/i })).toHaveCount(0);
});

test('without scripts the form leads to the whole catalogue', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${servers.real.origin}/`);
  await page.locator('.find input').fill('mam');
  await page.locator('.find button').click();
  await expect(page).toHaveURL(/\/tim-kiem\/\?q=mam$/);
  await expect(page.locator('.letters a').first()).toBeVisible();
  await context.close();
});
