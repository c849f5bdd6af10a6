// What a tourist needs on the spot: whether it is open now, where else to go, what is near.
import { expect, open, test } from '../fixtures.mjs';
import { DATE } from '../sites.mjs';

const SHOP = { site: 'trial', url: '/diem-ban/cua-hang-thu/' };

/** A moment by the clock of Vietnam. */
const at = (moment) => new Date(`${moment}:00+07:00`);

// Mo-Sa 07:00-21:00; Su 08:00-12:00, built for Sunday 22 November 2026. 24 November may be a holiday.
const SAID = [
  ['2026-11-22T09:00', 'Đang mở, đến 12:00', 'Open now, until 12:00', 'open'],
  ['2026-11-22T11:59', 'Đang mở, đến 12:00', 'Open now, until 12:00', 'open'],
  ['2026-11-22T12:00', 'Đóng, mở lại 07:00 ngày mai', 'Closed, opens again at 07:00 tomorrow', 'shut'],
  ['2026-11-23T06:59', 'Đóng, mở lại 07:00 hôm nay', 'Closed, opens again at 07:00 today', 'shut'],
  ['2026-11-24T09:00', 'Hôm nay có thể mở giờ khác, nên gọi trước', 'Hours may differ today, please call first', 'unsure'],
  ['2026-11-28T21:30', 'Đóng, mở lại 08:00 ngày mai', 'Closed, opens again at 08:00 tomorrow', 'shut'],
  ['2026-12-05T20:59', 'Đang mở, đến 21:00', 'Open now, until 21:00', 'open'],
];

for (const [moment, vi, en, state] of SAID) {
  for (const timezoneId of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    test.describe(() => {
      test.use({ timezoneId });
      test(`${moment} in Vietnam, on a clock of ${timezoneId}: ${en}`, async ({ page, servers }) => {
        await page.clock.setFixedTime(at(moment));
        for (const [url, words] of [[SHOP.url, vi], [`/en${SHOP.url}`, en]]) {
          await open(page, servers, { site: 'trial', url });
          const mark = page.locator('.head [data-now]');
          await expect(mark).toHaveText(words);
          await expect(mark).toHaveClass(`badge screen b-${state}`);
        }
        await open(page, servers, { site: 'trial', url: '/diem-ban/' });
        await expect(page.locator('.card', { hasText: 'Cửa hàng Thử' }).locator('[data-now]')).toHaveText(vi);
      });
    });
  }
}

test('nothing on a product\'s page moves when its script comes', async ({ page, servers }) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(/\/visitor\.[^/]*\.js$/, (route) => held.then(() => route.continue()));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${servers.trial.origin}/san-pham/con-hieu-luc/`, { waitUntil: 'commit' });
  const share = page.locator('[data-share]');
  await expect(share).toBeAttached();
  await page.locator('#nguon').waitFor({ state: 'attached' });
  const heights = () => page.evaluate(() => [...document.querySelectorAll('.jump, .jump > *, .lead')].map((it) => it.getBoundingClientRect().top));
  const before = await heights();
  await expect(share).toBeHidden();
  go();
  await expect(share).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hỏi hàng' })).toBeVisible();
  expect(await heights()).toEqual(before);
});

test('a place that is closed for longer than the days known says only that', async ({ page, servers }) => {
  await page.clock.setFixedTime(at(`${DATE}T09:00`));
  await open(page, servers, { site: 'trial', url: '/diem-ban/quay-thu-mua-he/' });
  await expect(page.locator('.head [data-now]')).toHaveText('Đang đóng');
  await expect(page.locator('section:has(#lien-he)')).toContainText('Từ tháng 4 đến tháng 8: 06:00–22:00');
});

test('the words change while the page stays open', async ({ page, servers }) => {
  await page.clock.install({ time: at('2026-11-22T11:59') });
  await open(page, servers, SHOP);
  const mark = page.locator('.head [data-now]');
  await expect(mark).toHaveText('Đang mở, đến 12:00');
  await page.clock.fastForward('02:00');
  await expect(mark).toHaveText('Đóng, mở lại 07:00 ngày mai');
});

for (const moment of ['2026-11-21T23:59', '2026-12-06T00:00', '2028-01-01T09:00']) {
  test(`outside the days reckoned, on ${moment}, the written hours stand alone`, async ({ page, servers }) => {
    await page.clock.setFixedTime(at(moment));
    await open(page, servers, SHOP);
    await expect(page.locator('[data-now]').first()).toBeHidden();
    await expect(page.locator('section:has(#lien-he)')).toContainText('07:00–21:00');
  });
}

test('without scripts the hours stand written, days of the same hours in one line', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(page, servers, SHOP);
  await expect(page.locator('[data-now]').first()).toBeHidden();
  await expect(page.locator('.hours tr')).toHaveText([/Thứ hai – Thứ bảy\s*07:00–21:00/, /Chủ nhật\s*08:00–12:00/]);
  await open(page, servers, { site: 'trial', url: '/nha-hang/quan-thu/' });
  await expect(page.locator('section:has(#lien-he)')).toContainText('Hằng ngày: 09:00–22:00');
  await context.close();
});

test('nothing is said of a place without hours or that has closed', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/diem-ban/quay-thu-da-dong/' });
  await expect(page.locator('.head [data-now]')).toHaveCount(0);
});

test('what nobody looked at since is told with its date, on its page and in lists', async ({ page, servers }) => {
  for (const [lang, words] of [['', 'Mở, theo thông tin 07/2025'], ['/en', 'Open, as of July 2025']]) {
    await open(page, servers, { site: 'trial', url: `${lang}/diem-ban/quay-thu-chua-xem/` });
    const mark = page.locator('.head .badge');
    await expect(mark).toHaveText(words);
    await expect(mark).toHaveClass('badge b-unknown');
    await expect(page.locator('.head .note')).toContainText(lang ? 'not checked since' : 'chưa ai kiểm tra lại');
    await open(page, servers, { site: 'trial', url: `${lang}/san-pham/sap-het-han/` });
    await expect(page.locator('.card', { has: page.locator('a[href$="/diem-ban/quay-thu-chua-xem/"]') }).locator('.badge')).toHaveText(words);
  }
});

test('a closed place keeps its page and names the nearest that is not closed, with the distance', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/diem-ban/quay-thu-da-dong/' });
  await expect(page.locator('.head .b-closed')).toHaveText(/Đã đóng cửa/);
  const others = page.locator('section:has(#noi-khac) .card');
  await expect(others.first()).toContainText(/cách khoảng \d+ km theo đường chim bay/);
  await expect(others.locator('.b-closed')).toHaveCount(0);
  const far = (await others.allInnerTexts()).map((text) => Number(/(\d+) km/.exec(text)[1]));
  expect(far.length).toBeGreaterThan(1);
  expect(far).toEqual([...far].sort((one, other) => one - other));
});

test('places to buy are listed by distance from where visitors come from, closed ones left out', async ({ browser, servers }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const site of ['real', 'trial']) {
    await open(page, servers, { site, url: '/diem-ban/' });
    const lists = page.locator('section:has(#tu) details');
    expect(await lists.count()).toBeGreaterThan(1);
    for (const list of await lists.all()) {
      await list.locator('summary').click();
      const lines = await list.locator('li').allInnerTexts();
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => line.includes('Đã đóng cửa'))).toEqual([]);
      const far = lines.map((line) => Number(/khoảng (\d+) km/.exec(line)?.[1] ?? 0));
      expect(far).toEqual([...far].sort((one, other) => one - other));
    }
  }
  await expect(page.locator('#gan-toi')).toBeHidden();
  await context.close();
});

test('near me: the nearest first, on this device only', async ({ context, page, servers, requests }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 18.2001, longitude: 106.1001 });
  await open(page, servers, { site: 'trial', url: '/diem-ban/' });
  await page.waitForLoadState('networkidle');
  const asked = requests.length;
  await page.getByRole('button', { name: 'Gần tôi' }).click();
  await expect(page.locator('#gan')).toBeFocused();
  const cards = page.locator('#gan-ban .card');
  await expect(cards.first()).toContainText('Cửa hàng Thử');
  await expect(cards.first()).toContainText('cách chưa tới 1 km');
  await expect(cards.locator('.b-closed')).toHaveCount(0);
  expect(requests.length).toBe(asked);
});

test('near me: what is known by its commune only says so', async ({ context, page, servers }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 18.3418, longitude: 105.9057 });
  await open(page, servers, { site: 'real', url: '/en/diem-ban/' });
  await page.getByRole('button', { name: 'Near me' }).click();
  await expect(page.locator('#gan-ban .card').first()).toContainText('only the commune is known');
});

test('near me: refused kindly', async ({ context, page, servers }) => {
  await context.clearPermissions();
  await open(page, servers, { site: 'trial', url: '/diem-ban/' });
  await page.getByRole('button', { name: 'Gần tôi' }).click();
  await expect(page.getByRole('status')).toContainText('không cho trang này biết vị trí');
  await expect(page.locator('#gan-ban')).toBeHidden();
});

test('directions are plain links to other sites, and a closed place has none', async ({ page, servers }) => {
  await open(page, servers, SHOP);
  const ways = page.locator('.head a[rel=external]');
  expect(await ways.evaluateAll((links) => links.map((link) => link.href))).toEqual([
    'https://www.google.com/maps/dir/?api=1&destination=18.2,106.1',
    'https://www.openstreetmap.org/directions?to=18.2%2C106.1',
  ]);
  await open(page, servers, { site: 'trial', url: '/diem-ban/quay-thu-da-dong/' });
  await expect(ways).toHaveCount(0);
});

// The trial catalogue has one product in season from March to September and is built in November.
for (const [moment, vi, en, list] of [
  ['2026-11-30T23:00', 'Chưa nguồn nào ghi sản phẩm có hàng tháng 11', 'No source tells of products in season in November', null],
  ['2027-03-01T00:00', 'Đang mùa tháng 3', 'In season in March', '/mua-vu/3/'],
  ['2027-10-01T00:00', 'Chưa nguồn nào ghi sản phẩm có hàng tháng 10', 'No source tells of products in season in October', null],
]) {
  test(`in ${moment.slice(0, 7)} the season is that of the reader's month`, async ({ page, servers }) => {
    await page.clock.setFixedTime(at(moment));
    for (const [lang, words] of [['', vi], ['/en', en]]) {
      await open(page, servers, { site: 'trial', url: `${lang}/mua-vu/` });
      await expect(page.locator('#thang')).toHaveText(words);
      const link = page.locator('#thang a');
      if (list) await expect(link).toHaveAttribute('href', lang + list);
      else await expect(link).toHaveCount(0);
    }
  });
}

test('the strip of the year leads from month to month and says which month it stands on', async ({ page, servers }) => {
  await open(page, servers, { site: 'trial', url: '/mua-vu/5/' });
  const year = page.locator('.year');
  await expect(year.locator('[aria-current]')).toHaveText(/tháng 5/);
  await expect(year.locator('a')).toHaveCount(7);
  await year.getByRole('link', { name: 'tháng 6' }).click();
  await expect(page).toHaveURL(/\/mua-vu\/6\/$/);
});
