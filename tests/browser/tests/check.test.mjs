// At the shelf: is what the label says in force today?
import { expect, open, test } from '../fixtures.mjs';

const check = { site: 'trial', url: '/kiem-tra/' };

test('a code leads to its product and how its certificate stands', async ({ page, servers }) => {
  await open(page, servers, check);
  await page.locator('#q').fill('th 01');
  await page.locator('.find button').click();
  await expect(page.locator('#ket-qua .card')).toHaveCount(1);
  await expect(page.locator('#ket-qua .badge')).toHaveText('Hiệu lực đến 01/06/2028');
});

test('what the search brings in after the end is not gold', async ({ page, servers }) => {
  await page.clock.setFixedTime(new Date('2028-06-02T00:01+07:00'));
  await open(page, servers, { site: 'trial', url: '/kiem-tra/?q=TH01' });
  await expect(page.locator('#ket-qua .badge')).toHaveText('Hết hạn từ 06/2028');
  await expect(page.locator('#ket-qua .stars')).toHaveText('từng đạt 4 sao');
});

test('the list says it too, on the day of reading', async ({ page, servers }) => {
  await page.clock.setFixedTime(new Date('2028-06-02T00:01+07:00'));
  await open(page, servers, check);
  await expect(page.locator('.list li', { hasText: 'TH01' }).locator('.badge')).toHaveText('Hết hạn từ 06/2028');
});

test('without scripts every product stands there with its state', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, servers, check);
  await expect(page.locator('.list li', { hasText: 'TH01' })).toContainText('Hiệu lực đến 01/06/2028');
  await context.close();
});

test('what is not found is not called fake', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/kiem-tra/?q=XY99' });
  await expect(page.locator('#tim-thay')).toContainText('không thấy chưa có nghĩa là hàng giả');
});

test('without scripts the form stays with the list of states', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, servers, { site: 'trial', url: '/en/kiem-tra/' });
  await page.locator('#q').fill('fish');
  await page.locator('.find button').click();
  await expect(page).toHaveURL(/\/en\/kiem-tra\/\?q=fish$/);
  await expect(page.locator('.list li', { hasText: 'TH01' })).toContainText('In force until 1 June 2028');
  await context.close();
});

test('a printed code leads to the product, and paper shows it', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/Q/TH01/' });
  await page.waitForURL('**/san-pham/con-hieu-luc/');
  await expect(page.locator('.qr')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.qr svg')).toBeVisible();
});

test('spirits have no code to scan and no way to ask', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/san-pham/ruou-thu-manh/' });
  await expect(page.locator('.qr, [data-p], main button')).toHaveCount(0);
});
