import { chromium } from '@playwright/test';
import config from './playwright.config.mjs';
const b = await chromium.launch(config.use.launchOptions); const p = await b.newPage();
for (const f of process.argv.slice(2)) { await p.goto(f); const pdf=(await p.pdf({preferCSSPageSize:true})).toString('latin1'); console.log(f, [...pdf.matchAll(/\/MediaBox \[[^\]]*\]/g)].map(x=>x[0]).join(' ')); }
await b.close();
