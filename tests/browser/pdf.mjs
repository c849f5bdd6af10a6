import { chromium } from '@playwright/test';
import fs from 'node:fs';
import config from './playwright.config.mjs';
import { serve } from './server.mjs';
const b = await chromium.launch(config.use.launchOptions); const p = await b.newPage();
const s = {trial: await serve('/tmp/labels/trial'), real: await serve('/tmp/labels/real')};
for (const a of process.argv.slice(2)) { const [site,url]=[a.split(':')[0],a.slice(a.indexOf(':')+1)]; await p.goto(s[site].origin+url); fs.writeFileSync('/tmp/labels/pdf/'+a.replace(/[^a-z0-9]+/g,'_')+'.pdf', await p.pdf({preferCSSPageSize:true})); }
await b.close(); for (const x of Object.values(s)) x.close();
