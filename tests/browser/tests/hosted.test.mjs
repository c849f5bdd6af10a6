// The officers' form on the network: what it asks of GitHub and GitLab when an officer saves. The hosts are made up
// (`hosts/`), the repository behind them is a real one, and the page lives under the policy that the site sends with it.
import fs from 'node:fs';

import { expect, test as base } from '@playwright/test';

import { PHOTOGRAPH, addPicture, choose, field, photograph, save, sound, type } from '../form.mjs';
import { NAME, OFFICER, OWNER, asked, github } from '../hosts/github.mjs';
import { PROJECT, gitlab } from '../hosts/gitlab.mjs';
import { MAIN, Repository } from '../hosts/repository.mjs';
import { serve } from '../server.mjs';
import { hostedSite } from '../sites.mjs';

base.use({ actionTimeout: 20_000 });

const FORMS = {
  github: { host: 'github', repository: `${OWNER}/${NAME}`, branch: 'main' },
  forks: { host: 'github', repository: `${OWNER}/${NAME}`, branch: 'main', forks: true },
  gitlab: { host: 'gitlab', repository: PROJECT, branch: 'main' },
};

const test = base.extend({
  /** The sites of this worker, each made when first asked for. */
  hosted: [
    async ({}, use) => {
      const made = new Map();
      await use(async (name) => {
        if (!made.has(name)) {
          const { content, site } = hostedSite(`hosted-${name}`, FORMS[name]);
          made.set(name, { content, server: await serve(site) });
        }
        return made.get(name);
      });
      await Promise.all([...made.values()].map(({ server }) => server.close()));
    },
    { scope: 'worker' },
  ],

  /**
   * Signs an officer in to the form of `FORMS[name]` at the host that `make` gives for a repository with the same content.
   * Fails when the form asks for what a host does not answer, logs an error or breaks its policy.
   */
  signIn: async ({ page, context, hosted }, use) => {
    const noise = [];
    const repositories = [];
    const hosts = [];
    // Whether the officer has a copy is asked of GitHub, and the browser logs that there is none.
    const expected = (message) => message.location().url === `https://api.github.com/repos/${OFFICER}/${NAME}`;
    context.on('console', (message) => message.type() === 'error' && !expected(message) && noise.push(`console: ${message.text()}`));
    context.on('weberror', (error) => noise.push(`script: ${error.error().message}`));
    const status = { status: { indicator: 'none' }, result: { status_overall: { status_code: 100 } } };
    for (const origin of ['https://www.githubstatus.com', 'https://status-api.hostedstatus.com']) {
      await context.route(`${origin}/**`, (route) => route.fulfill({ headers: { 'access-control-allow-origin': '*' }, json: status }));
    }
    await use(async (name, make) => {
      const { content, server } = await hosted(name);
      const repository = new Repository(content);
      const host = make(repository);
      repositories.push(repository);
      hosts.push(host);
      await host.attach(context);
      await page.goto(`${server.origin}/admin/`);
      await page.getByRole('button', { name: 'Đăng nhập bằng mã truy cập' }).click();
      await page.getByRole('textbox', { name: 'Mã truy cập cá nhân' }).fill('ma-thu');
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      return { repository, host, at: (hash) => page.goto(`${server.origin}/admin/#${hash}`) };
    });
    repositories.forEach((repository) => repository.close());
    expect([...hosts.flatMap(({ faults }) => faults), ...noise]).toEqual([]);
  },
});

const FILE = 'content/products/con-hieu-luc/index.md';
const BRANCH = 'cms/products/con-hieu-luc';
const LIST = '/collections/products';
const TITLE = 'Sửa Sản phẩm “con-hieu-luc”';

/** Opens the product, writes a mark behind its name and saves. */
async function edit(page, name) {
  await type(page, 'name.vi', name);
  await save(page);
}

/** What follows a save: to hand the draft over to reviewers, or not yet. */
const handOver = (page, button) => page.getByRole('alertdialog').getByRole('button', { name: button, exact: true }).click();

/** That `ref` changes the one line that was edited and nothing else, and that the program accepts the content there. */
function oneLine(repository, ref, name) {
  const before = repository.object(`${MAIN}:${FILE}`).bytes.toString();
  const line = before.split('\n').find((text) => text.includes('Nước mắm thử còn hiệu lực'));
  expect(repository.changes(ref)).toEqual([`M ${FILE}`]);
  expect(repository.lines(ref)).toEqual([`-${line}`, `+${line.replace('Nước mắm thử còn hiệu lực', name)}`]);
  const folder = repository.checkOut(ref);
  sound(`${folder}/content`);
  fs.rmSync(folder, { recursive: true });
}

test('GitHub: a save is a commit on a branch of its own and a draft pull request; the next save joins it', async ({ page, signIn }) => {
  const { repository, host, at } = await signIn('github', (repository) => github(repository));
  const main = repository.head(MAIN);
  const ref = host.refOf(OWNER, BRANCH);
  await page.getByText('Nước mắm thử còn hiệu lực').first().click();
  await edit(page, 'Nước mắm thử sửa một');
  await handOver(page, 'Để sau');
  const pull = { title: TITLE, head: BRANCH, base: 'main', draft: true, labels: ['sveltia-cms/draft'] };
  expect(host.state.pulls.map(asked)).toEqual([pull]);
  oneLine(repository, ref, 'Nước mắm thử sửa một');

  // Opened anew, the form finds the draft where it left it.
  await at(LIST);
  await page.reload();
  await page.getByText('Nước mắm thử sửa một').first().click();
  await edit(page, 'Nước mắm thử sửa hai');
  await handOver(page, 'Gửi duyệt');
  await expect.poll(() => host.state.pulls.map(asked)).toEqual([{ ...pull, draft: false, labels: ['sveltia-cms/pending_review'] }]);
  oneLine(repository, ref, 'Nước mắm thử sửa hai');
  expect(repository.log(ref, 9).map(({ message }) => message)).toEqual([TITLE, TITLE, 'Danh mục thử']);
  expect(repository.head(MAIN)).toBe(main);
  // To accept it is a reviewer's, where its checks are shown.
  await expect(page.getByRole('button', { name: 'Xuất bản' })).toHaveCount(0);
});

test('GitHub: a new entry is proposed as new files', async ({ page, signIn }) => {
  const { repository, host, at } = await signIn('github', (repository) => github(repository));
  await page.getByText('Nước mắm thử còn hiệu lực').first().waitFor();
  await at('/collections/sources/new');
  await type(page, 'title.vi', 'Một bài báo đặt ra');
  await type(page, 'publisher', 'Báo Thử');
  await (await field(page, 'grade')).getByRole('radio').nth(1).click();
  await type(page, 'date', '2024-07');
  await choose(page, 'type', 0);
  await save(page);
  await handOver(page, 'Gửi duyệt');
  const branch = 'cms/sources/mot-bai-bao-dat-ra';
  await expect.poll(() => host.state.pulls.map(asked)).toEqual([
    { title: 'Thêm Nguồn “mot-bai-bao-dat-ra”', head: branch, base: 'main', draft: false, labels: ['sveltia-cms/pending_review'] },
  ]);
  expect(repository.changes(host.refOf(OWNER, branch))).toEqual(['A content/sources/mot-bai-bao-dat-ra.yaml']);
  const folder = repository.checkOut(host.refOf(OWNER, branch));
  sound(`${folder}/content`);
  fs.rmSync(folder, { recursive: true });
});

test('GitHub: who may not write proposes from a copy of their own', async ({ page, signIn }) => {
  const { repository, host } = await signIn('forks', (repository) => github(repository, { canWrite: false }));
  const main = repository.head(MAIN);
  await page.getByRole('button', { name: 'Fork', exact: true }).click();
  await page.getByText('Nước mắm thử còn hiệu lực').first().click();
  await edit(page, 'Nước mắm thử sửa ba');
  await handOver(page, 'Gửi duyệt');
  const branch = `cms/${OFFICER}/${NAME}/products/con-hieu-luc`;
  await expect.poll(() => host.state.pulls.map(asked)).toEqual([
    { title: TITLE, head: `${OFFICER}:${branch}`, base: 'main', draft: false, labels: [] },
  ]);
  oneLine(repository, host.refOf(OFFICER, branch), 'Nước mắm thử sửa ba');
  expect(repository.head(MAIN)).toBe(main);
  expect(repository.head(host.refOf(OWNER, branch))).toBeNull();
});

test('GitLab: a save is a commit on a branch of its own and a draft merge request; the next save joins it', async ({ page, signIn }) => {
  const { repository, host, at } = await signIn('gitlab', gitlab);
  const main = repository.head(MAIN);
  await page.getByText('Nước mắm thử còn hiệu lực').first().click();
  await edit(page, 'Nước mắm thử sửa một');
  await handOver(page, 'Để sau');
  const told = () => host.state.mergeRequests.map(({ title, source_branch, target_branch, labels }) => ({ title, source_branch, target_branch, labels }));
  const request = { title: `Draft: ${TITLE}`, source_branch: BRANCH, target_branch: 'main', labels: ['sveltia-cms/draft'] };
  expect(told()).toEqual([request]);
  oneLine(repository, host.ref(BRANCH), 'Nước mắm thử sửa một');

  await at(LIST);
  await page.reload();
  await page.getByText('Nước mắm thử sửa một').first().click();
  await edit(page, 'Nước mắm thử sửa hai');
  await handOver(page, 'Gửi duyệt');
  await expect.poll(told).toEqual([{ ...request, title: TITLE, labels: ['sveltia-cms/pending_review'] }]);
  oneLine(repository, host.ref(BRANCH), 'Nước mắm thử sửa hai');
  expect(repository.log(host.ref(BRANCH), 9)).toHaveLength(3);
  expect(repository.head(MAIN)).toBe(main);
});

const WITH_PICTURE = 'content/producers/htx-thu';
const NEW = 'content/producers/chu-the-co-anh';

/** Adds a photograph to a producer that has a picture, and hands it over; `ref` leads to a branch. */
async function addToOld(page, { repository, at }, ref) {
  const photo = await photograph(page);
  await page.getByText('Nước mắm thử còn hiệu lực').first().waitFor();
  await at('/collections/producers');
  await page.getByText('Hợp tác xã Thử').first().click();
  await showsPicture(page, 0);
  await addPicture(page, photo, 1);
  await save(page);
  await handOver(page, 'Gửi duyệt');
  await holds(repository, ref('cms/producers/htx-thu'), WITH_PICTURE, ['M', photo.buffer]);
  const lines = repository.lines(ref('cms/producers/htx-thu')).filter((line) => !line.startsWith('+'));
  expect(lines).toEqual([]);
}

/** Hands a new producer with a photograph over; `ref` leads to a branch. */
async function addToNew(page, { repository, at }, ref) {
  const photo = await photograph(page);
  await page.getByText('Nước mắm thử còn hiệu lực').first().waitFor();
  await at('/collections/producers/new');
  await type(page, 'name.vi', 'Chủ thể có ảnh');
  await addPicture(page, photo, 0);
  await (await field(page, 'sources')).getByRole('checkbox').first().click();
  await save(page);
  await handOver(page, 'Gửi duyệt');
  await holds(repository, ref('cms/producers/chu-the-co-anh'), NEW, ['A', photo.buffer]);
}

/** That the form shows the picture at `at`, from the host. */
async function showsPicture(page, at) {
  const list = await field(page, 'pictures');
  await list.getByRole('button', { name: 'Mở rộng' }).first().click();
  const shown = (await field(page, `pictures.${at}.file`)).locator('img');
  await expect.poll(() => shown.evaluate((img) => img.complete && img.naturalWidth > 0)).toBe(true);
}

/** That `ref` changes the entry in `folder` and adds the photograph beside it, and that the program accepts both. */
async function holds(repository, ref, folder, [change, photo]) {
  await expect.poll(() => repository.head(ref)).not.toBeNull();
  expect(repository.changes(ref)).toEqual([`A ${folder}/${PHOTOGRAPH}`, `${change} ${folder}/index.md`]);
  expect(repository.object(`${ref}:${folder}/${PHOTOGRAPH}`).bytes.equals(photo)).toBe(true);
  expect(repository.object(`${ref}:${folder}/index.md`).bytes.toString()).toContain(`  - file: ${PHOTOGRAPH}\n`);
  const checkout = repository.checkOut(ref);
  sound(`${checkout}/content`);
  fs.rmSync(checkout, { recursive: true });
}

for (const [what, add] of [['an entry', addToOld], ['a new entry', addToNew]]) {
  test(`GitHub: a photograph goes with ${what}, in the same pull request`, async ({ page, signIn }) => {
    const { repository, host, at } = await signIn('github', (repository) => github(repository));
    await add(page, { repository, at }, (branch) => host.refOf(OWNER, branch));
    expect(host.state.pulls).toHaveLength(1);
  });

  test(`GitLab: a photograph goes with ${what}, in the same merge request`, async ({ page, signIn }) => {
    const { repository, host, at } = await signIn('gitlab', gitlab);
    await add(page, { repository, at }, host.ref);
    expect(host.state.mergeRequests).toHaveLength(1);
  });
}
