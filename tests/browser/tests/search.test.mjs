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

test('a misspelt word is told as it was read', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/?q=luon+say+mihn+ha' });
  await expect(page.locator('#ket-qua .nay a').first()).toContainText(/minh/i);
});

test('where nothing is found the groups are offered', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/?q=zzzzqq' });
  await expect(page.locator('#ket-qua [role=status]')).toContainText('Không tìm thấy');
  await page.locator('#ket-qua .nay .chips a').first().click();
  await expect(page).toHaveURL(/\?category=/);
  await expect(page.locator('#ket-qua .card').first()).toBeVisible();
});

test('filters stand on both pages before a query, and the chosen box keeps the focus', async ({ page, servers }) => {
  for (const url of ['/tim-kiem/', '/san-pham/']) {
    await open(page, servers, { site: 'real', url });
    await page.locator('#ket-qua summary').click();
    const box = page.locator('[data-facet=district] input').first();
    await box.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/\?district=/);
    await expect(page.locator('#ket-qua .card').first()).toBeVisible();
    await expect(page.locator('[data-facet=district] input:checked')).toBeFocused();
    for (const facet of ['commune', 'star', 'state', 'category', 'pos']) await expect(page.locator(`[data-facet=${facet}]`)).toHaveCount(1);
  }
});

test('results are sorted as asked', async ({ page, servers }) => {
  await open(page, servers, { site: 'real', url: '/tim-kiem/?q=mat+ong&sap-xep=name' });
  const names = page.locator('#ket-qua .card h3');
  await expect(names.first()).toBeVisible();
  const shown = await names.allTextContents();
  expect(shown).toEqual([...shown].sort(new Intl.Collator('vi').compare));
  await page.locator('#ket-qua summary').click();
  await page.locator('#sap-xep').selectOption('stars');
  await expect(page).toHaveURL(/sap-xep=stars/);
  await expect(page.locator('#ket-qua .card').first()).toContainText('4 sao');
});

test('on a thrifty line nothing is fetched before it is asked for', async ({ page, servers, requests }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await open(page, servers, { site: 'real', url: '/' });
  await input(page).focus();
  await page.waitForTimeout(300);
  expect(requests.filter((url) => url.includes('/search/'))).toEqual([]);
});

test('results that could not be loaded say so, and a second try finds them', async ({ page, servers }) => {
  await page.route('**/search/root.bin', (route) => route.fulfill({ body: '' }));
  await open(page, servers, { site: 'real', url: '/san-pham/?q=mat+ong' });
  await expect(page.locator('#ket-qua [role=status]')).toContainText('Chưa tải được');
  await page.unroute('**/search/root.bin');
  await input(page).press('Enter');
  await expect(page.locator('#ket-qua .card').first()).toBeVisible();
});

test('a page opened with a query does not move when results come late', async ({ page, servers }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    window.moved = async () => {
      await painted();
      await painted();
      return [...shifts, ...observer.takeRecords()].flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? 'gone'));
    };
  });
  for (const url of ['/tim-kiem/?q=nuoc+mam', '/san-pham/?q=nuoc+mam', '/en/tim-kiem/?q=zzzzqq', '/tim-kiem/?q=xa+cam+nhuong']) {
    let release;
    const held = new Promise((done) => (release = done));
    await page.route('**/search/*-*/*.bin', async (route) => {
      await held;
      await route.continue();
    });
    await open(page, servers, { site: 'real', url });
    await expect(page.locator('.tinh').first()).toBeHidden();
    await expect(page.locator('#tim-thay')).toHaveText(/Đang tìm|Searching/);
    expect(await page.evaluate(() => window.moved()), url).toEqual([]);
    release();
    await expect(page.locator('#ket-qua .card, #ket-qua .nay .chips a').first()).toBeVisible();
    expect(await page.evaluate(() => window.moved()), url).toEqual([]);
    await page.unroute('**/search/*-*/*.bin');
  }
});

test('where the script does not come, a page opened with a query is its list', async ({ browser, servers }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/search-page.*.js', (route) => route.abort());
  await page.goto(`${servers.real.origin}/tim-kiem/?q=nuoc+mam`);
  await expect(page.locator('.tinh')).toBeVisible();
  await context.close();
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
