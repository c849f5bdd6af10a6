// What every test has: the two sites served on this machine, and a page that must stay quiet, that is, log no error,
// break no rule of the Content-Security-Policy, miss no file and ask no other origin for anything.
import { test as base, expect } from '@playwright/test';

import { serve } from './server.mjs';
import { sites } from './sites.mjs';

export { expect };

export const test = base.extend({
  servers: [
    async ({}, use) => {
      const { real, trial } = sites();
      const servers = { real: await serve(real), trial: await serve(trial) };
      await use(servers);
      servers.real.close();
      servers.trial.close();
    },
    { scope: 'worker' },
  ],

  /** Every request of the context, as URLs. */
  requests: async ({}, use) => use([]),

  context: async ({ context, servers, requests }, use) => {
    const noise = [];
    const own = Object.values(servers).map(({ origin }) => `${origin}/`);
    context.on('console', (message) => message.type() === 'error' && noise.push(`console: ${message.text()}`));
    context.on('weberror', (error) => noise.push(`script: ${error.error().message}`));
    // A page that moves on before it is loaded aborts what it had asked for.
    const failed = (request) => request.failure().errorText !== 'net::ERR_ABORTED';
    context.on('requestfailed', (request) => failed(request) && noise.push(`not loaded: ${request.url()}`));
    context.on('request', (request) => {
      requests.push(request.url());
      if (!own.some((it) => request.url().startsWith(it))) noise.push(`another origin: ${request.url()}`);
    });
    await use(context);
    expect(noise).toEqual([]);
  },
});

/** Opens `url` of a site. */
export async function open(page, servers, { site, url }) {
  const response = await page.goto(servers[site].origin + url);
  expect(response.status(), url).toBe(200);
  return response;
}
