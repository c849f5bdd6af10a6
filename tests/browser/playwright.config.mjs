// Debian's Chromium (without windows where there is such a package: it takes half the time), two workers, no retries: what fails once has failed.
import fs from 'node:fs';
import path from 'node:path';

import { defineConfig } from '@playwright/test';

import { sites } from './sites.mjs';

sites();

export default defineConfig({
  testDir: 'tests',
  testMatch: '*.test.mjs',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: process.env.CI ? 'dot' : 'list',
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: onPath('chromium-headless-shell', 'chromium'),
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
      ],
    },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Only the tests of being without a network have a worker between page and server.
    serviceWorkers: 'block',
  },
});

/** The first of `programs` that is installed. */
function onPath(...programs) {
  const folders = process.env.PATH.split(path.delimiter);
  const found = programs.flatMap((program) => folders.map((it) => path.join(it, program))).find((it) => fs.existsSync(it));
  if (!found) throw new Error(`none of these is installed: ${programs.join(', ')}`);
  return found;
}
