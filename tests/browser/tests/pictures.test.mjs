// Photographs: every screen fetches the one that fits it, and its room is kept until it has come.
import { expect, open, test } from '../fixtures.mjs';

const DESTINATION = { site: 'trial', url: '/diem-den/bai-thu/' };
const SCREENS = [
  { name: 'a phone of 360 pixels', viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, file: /-360\.webp$/ },
  { name: 'the same with two dots a pixel', viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, file: /-640\.webp$/ },
  { name: 'a desktop', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, file: /-640\.webp$/ },
];

for (const { name, file, ...screen } of SCREENS) {
  test.describe(() => {
    test.use(screen);
    test(`${name} fetches one file of each picture, the one that fits`, async ({ page, servers, requests }) => {
      await open(page, servers, DESTINATION);
      const picture = page.locator('.shot img');
      await expect.poll(() => picture.evaluate((it) => it.complete && it.naturalWidth > 0)).toBe(true);
      expect(await picture.evaluate((it) => it.currentSrc)).toMatch(file);
      expect(requests.filter((url) => new URL(url).pathname.startsWith('/anh/'))).toHaveLength(1);
      const [box, colour] = [await picture.boundingBox(), await page.locator('.shot svg').boundingBox()];
      expect(colour).toEqual(box);
      expect(box.width / box.height).toBeCloseTo(4 / 3, 1);
      expect(box.width).toBeLessThanOrEqual(screen.viewport.width - 32);
    });
  });
}

test('without its file a picture shows its colour and keeps its room', async ({ page, servers }) => {
  // Answered with nothing rather than aborted: a missing file would be noise.
  await page.route('**/anh/**', (route) => route.fulfill({ contentType: 'image/webp', body: '' }));
  await open(page, servers, DESTINATION);
  const box = await page.locator('.shot svg').boundingBox();
  expect(box.width / box.height).toBeCloseTo(4 / 3, 1);
  expect(await page.locator('.shot rect').evaluate((it) => getComputedStyle(it).fill)).toBe('rgb(144, 144, 144)');
});
