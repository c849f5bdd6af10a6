// What is said of a certificate: without scripts, and on days after the build.
import { expect, open, test } from '../fixtures.mjs';
import { inLanguage, openData, TRIAL_PRODUCTS, TYPES } from '../pages.mjs';
import { DATE } from '../sites.mjs';

/** What stands at the head of a product's page: stars, badges, and what the certificate's section says. */
const WORDS = {
  vi: {
    'in force': ['4 sao', 'Hiệu lực đến 01/06/2028'],
    'ending soon': ['3 sao', 'Sắp hết hạn: còn 80 ngày', '10/02/2027'],
    'in grace': ['3 sao', 'Hết hạn, đang chờ công nhận lại', '01/08/2026'],
    lapsed: ['từng đạt 3 sao', 'Hết hạn từ 05/2025', '05/05/2025'],
    withdrawn: ['từng đạt 3 sao', 'Đã thu hồi'],
    'date unknown': ['3 sao', 'Chưa rõ hạn', 'Đang nâng hạng lên 4 sao'],
    idea: ['Chưa xếp hạng'],
  },
  en: {
    'in force': ['4 stars', 'In force until 1 June 2028'],
    'ending soon': ['3 stars', 'Ending soon: 80 days left', '10 February 2027'],
    lapsed: ['once 3 stars', 'Lapsed since 05/2025', '5 May 2025'],
    withdrawn: ['once 3 stars', 'Withdrawn'],
    'date unknown': ['3 stars', 'End date unknown'],
  },
};

for (const [lang, states] of Object.entries(WORDS)) {
  for (const [state, words] of Object.entries(states)) {
    test(`${lang} ${state}: said without scripts`, async ({ browser, servers }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await open(page, servers, product(TRIAL_PRODUCTS[state], lang));
      const said = (await page.locator('.head, section:has(#cong-nhan)').allInnerTexts()).join('\n');
      for (const it of words) expect(said).toContain(it);
      expect(await gold(page), 'gold stars').toBe(['in force', 'ending soon'].includes(state) ? 1 : 0);
      await context.close();
    });
  }
}

for (const name of ['home', 'product list', 'supply table', 'search', 'producer with everything', 'point of sale, open']) {
  const [type] = inLanguage('vi', TYPES.filter((it) => it.name === name));
  test(`${name}: the same content with and without scripts on the day of the build`, async ({ browser, page, servers }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await open(plain, servers, type);
    await page.clock.setFixedTime(at(`${DATE}T12:00`));
    await open(page, servers, type);
    expect(await content(plain)).toBe(await content(page));
    await context.close();
  });
}

/** What a page tells. The search's own field and filters, the enquiry list's buttons and "open now" show with a script only. */
function content(page) {
  return page.locator('main').evaluate((main) => {
    for (const now of main.querySelectorAll('[data-now]')) (now.parentElement.children.length > 1 ? now : now.parentElement).remove();
    for (const tool of main.querySelectorAll('.find, #ket-qua, [data-p] button, #hoi-hang')) tool.remove();
    return main.innerText;
  });
}

const DAYS = [
  ['2027-12-03T23:59', 'in-force', 'Hiệu lực đến 01/06/2028', '4 sao'],
  ['2027-12-04T00:01', 'ending-soon', 'Sắp hết hạn: còn 180 ngày', '4 sao'],
  ['2028-02-22T09:00', 'ending-soon', 'Sắp hết hạn: còn 100 ngày', '4 sao'],
  ['2028-06-01T23:59', 'ending-soon', 'Sắp hết hạn: còn 0 ngày', '4 sao'],
  ['2028-06-02T00:01', 'lapsed', 'Hết hạn từ 06/2028', 'từng đạt 4 sao'],
];

for (const [day, state, badge, stars] of DAYS) {
  for (const timezoneId of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
    test.describe(() => {
      test.use({ timezoneId });
      test(`read on ${day} Vietnamese time, on a clock of ${timezoneId}: ${badge}`, async ({ page, servers }) => {
        await page.clock.setFixedTime(at(day));
        await open(page, servers, product(TRIAL_PRODUCTS['in force'], 'vi'));
        await shows(page.locator('.head'), state, badge, stars);
        await open(page, servers, { site: 'trial', url: '/san-pham/' });
        await shows(page.locator('li', { hasText: 'Nước mắm thử còn hiệu lực' }), state, badge, stars);
      });
    });
  }
}

test('English words change too', async ({ page, servers }) => {
  await page.clock.setFixedTime(at('2028-06-02T00:01'));
  await open(page, servers, product(TRIAL_PRODUCTS['in force'], 'en'));
  await shows(page.locator('.head'), 'lapsed', 'Lapsed since 06/2028', 'once 4 stars');
});

test('an end known to the month is unknown in that month and past after it', async ({ page, servers }) => {
  const url = product(TRIAL_PRODUCTS['month known'], 'vi');
  await page.clock.setFixedTime(at('2027-12-10T12:00'));
  await open(page, servers, url);
  await shows(page.locator('.head'), 'date-unknown', 'Chưa rõ hạn', '3 sao');
  await page.clock.setFixedTime(at('2028-01-01T12:00'));
  await open(page, servers, url);
  await shows(page.locator('.head'), 'lapsed', 'Hết hạn từ 12/2027', 'từng đạt 3 sao');
});

test('what had ended when the site was built stays so on a clock that is late', async ({ page, servers }) => {
  await page.clock.setFixedTime(at('2021-01-01T12:00'));
  await open(page, servers, product(TRIAL_PRODUCTS.lapsed, 'vi'));
  await shows(page.locator('.head'), 'lapsed', 'Hết hạn từ 05/2025', 'từng đạt 3 sao');
});

test('after every end, no list of the real catalogue shows a gold star', async ({ page, servers }) => {
  await page.clock.setFixedTime(at('2100-01-01T12:00'));
  for (const url of ['/', '/san-pham/', '/san-pham/trang/2/', '/en/san-pham/']) {
    await open(page, servers, { site: 'real', url });
    expect(await gold(page), url).toBe(0);
  }
});

test('today’s list of the real catalogue shows gold stars', async ({ page, servers }) => {
  const held = openData().filter((it) => ['in_force', 'ending_soon'].includes(it.certificate));
  await page.clock.setFixedTime(at(`${DATE}T12:00`));
  await open(page, servers, { site: 'real', url: '/trang-thai/con-hieu-luc/' });
  expect(await gold(page)).toBe(Math.min(held.length, 60));
});

function product(slug, lang) {
  return { site: 'trial', url: `${lang === 'en' ? '/en' : ''}/san-pham/${slug}/` };
}

/** An instant from Vietnamese time. */
function at(local) {
  return new Date(`${local}:00+07:00`);
}

async function shows(place, state, badge, stars) {
  await expect(place.locator('.badge').first()).toHaveClass(`badge b-${state}`);
  await expect(place.locator('.badge').first()).toHaveText(badge);
  await expect(place.locator('.stars').first()).toHaveText(stars);
  const held = !/^(từng|once)/.test(stars);
  await expect(place.locator('.stars').first()).toHaveAttribute('aria-label', held ? /^\d trên 5 sao/ : /^\s*(từng|once)/i);
  expect((await gold(place)) > 0, 'gold').toBe(held && state !== 'date-unknown');
}

/** How many drawings of filled stars there are, not counting the related products at a page's end. */
function gold(place) {
  return place.locator('.st:not(.web *)').evaluateAll((all) => {
    const filled = (it) => it.querySelector('use').getAttribute('href').startsWith('#s') && getComputedStyle(it).fill !== 'none';
    return all.filter(filled).length;
  });
}
