// The enquiry list: across producers, on this device only.
import { expect, open, test } from '../fixtures.mjs';

const list = { site: 'trial', url: '/nguon-hang/danh-sach/' };
const product = { site: 'trial', url: '/san-pham/con-hieu-luc/' };

test('a product goes on the list, gets a quantity, and becomes a message', async ({ page, servers }) => {
  await open(page, servers, product);
  await page.getByRole('button', { name: 'Hỏi hàng' }).click();
  await expect(page.getByRole('button', { name: 'Đã có trong danh sách' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Danh sách hỏi hàng: 1' }).click();
  await page.getByLabel('Nước mắm thử còn hiệu lực').fill('5 thùng');
  await page.getByLabel('Ngày cần hàng').fill('2026-12-05');
  const message = page.locator('#noi pre');
  await expect(message).toContainText('- Nước mắm thử còn hiệu lực: 5 thùng');
  await expect(message).toContainText('Ngày cần: 05/12/2026');
  await page.reload();
  await expect(page.getByLabel('Nước mắm thử còn hiệu lực')).toHaveValue('5 thùng');
  await page.getByRole('button', { name: 'Bỏ' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa chọn sản phẩm nào' })).toBeVisible();
});

test('the table’s buttons name their product', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/nguon-hang/bang/' });
  await page.getByRole('button', { name: 'Hỏi hàng: Nước mắm thử còn hiệu lực' }).click();
  await expect(page.getByRole('link', { name: 'Danh sách hỏi hàng: 1' })).toBeVisible();
});

test('a link carries the list, by code or by address, grouped by producer; nothing is sent to a server', async ({ page, servers, requests }) => {
  await open(page, servers, { ...list, url: `${list.url}#p=TH01:tam-can,het-han:3` });
  await expect(page.locator('#noi .asked li')).toHaveCount(2);
  expect(new URL(page.url()).hash).toBe('');
  expect(requests.filter((url) => /tam-can/.test(new URL(url).pathname + new URL(url).search))).toEqual([]);
});

test('names stay Vietnamese for the producer, the state is in the reader’s language', async ({ page, servers }) => {
  await open(page, servers, { ...list, url: `/en${list.url}#p=TH01:1` });
  await expect(page.locator('#noi .asked li')).toContainText('Nước mắm thử còn hiệu lực');
  await expect(page.locator('#noi .asked .state')).toHaveText('In force until 1 June 2028');
});

test('without a number the commune to ask is named, where there is but one', async ({ page, servers }) => {
  await open(page, servers, { ...list, url: `${list.url}#p=chua-ro-han:1` });
  await expect(page.locator('#noi .na')).toContainText('Chưa có số điện thoại được phép công bố.');
  await expect(page.locator('#noi .na span')).toBeHidden();
});

test('spirits and unknown codes are not taken in from a link', async ({ page, servers }) => {
  await open(page, servers, { ...list, url: `${list.url}#p=ruou-thu-manh:1` });
  await expect(page.getByRole('heading', { name: 'Chưa chọn sản phẩm nào' })).toBeVisible();
});

test('without scripts there are no buttons, and the list leads to the table', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, servers, product);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('#hoi-hang')).toBeHidden();
  await open(page, servers, list);
  await expect(page.locator('#khong-js a')).toHaveAttribute('href', '/nguon-hang/bang/');
  await expect(page.locator('#hoi')).toBeHidden();
  await context.close();
});

test('a page is shared by its address alone', async ({ page, servers, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'share', { value: undefined }));
  await open(page, servers, { ...product, url: `${product.url}?q=x#mua-vu` });
  await page.getByRole('button', { name: 'Chia sẻ' }).click();
  await expect(page.getByRole('button', { name: 'Đã chép đường dẫn' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(servers.trial.origin + product.url);
});
