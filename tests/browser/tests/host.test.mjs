// What only shows on a server: what is not there, what has moved, what may not run.
import { expect, open, test } from '../fixtures.mjs';

for (const [url, lang] of [['/khong-co-trang-nay/', 'vi'], ['/en/khong-co-trang-nay/', 'en']]) {
  test(`${url} is not found, and helps on`, async ({ browser, servers }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const response = await page.goto(servers.real.origin + url);
    expect(response.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await page.locator('main').getByRole('link').first().click();
    await expect(page.locator('h1')).toBeVisible();
    await context.close();
  });
}

test('a former address leads to the product', async ({ page, servers }) => {
  await page.goto(`${servers.trial.origin}/san-pham/nuoc-mam-ten-cu/`);
  await expect(page).toHaveURL(/\/san-pham\/con-hieu-luc\/$/);
});

test('the policy of the site stops what is not its own', async ({ browser, servers }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, servers, { site: 'trial', url: '/' });
  const stopped = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const picture = new Image();
    picture.src = 'http://127.0.0.2:9/x.png';
    await new Promise((resolve) => picture.addEventListener('error', resolve));
    return { ran: window.ran ?? false, violations: violations.sort() };
  });
  expect(stopped).toEqual({ ran: false, violations: ['img-src', 'script-src-elem'] });
  await context.close();
});

test('no cookie is set', async ({ page, servers, context }) => {
  await open(page, servers, { site: 'real', url: '/' });
  expect(await context.cookies()).toEqual([]);
});
