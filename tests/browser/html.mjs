// Checks every page of both sites without a browser: valid HTML, links, addresses, languages, the policy, the budgets.
// Prints a line per check, with what is wrong below it; fails when anything is.
import { budgets, together } from './checks/budgets.mjs';
import { linkedData, policy, unmarked } from './checks/content.mjs';
import { alternates, brokenLinks, machineAddresses, sitemap, unreached } from './checks/links.mjs';
import { load } from './checks/site.mjs';
import { grouped, isError, validate } from './checks/validity.mjs';
import { sites } from './sites.mjs';

const SHOWN = 12;

const all = sites();
const validated = validate(Object.values(all));
let failed = 0;
for (const [name, root] of Object.entries(all)) {
  const site = load(root);
  console.log(`${name}: ${site.pages.size} pages`);
  report('links lead somewhere', brokenLinks(site));
  report('every page is reached from home', unreached(site));
  report('sitemap and pages agree', sitemap(site));
  report('the two languages point at each other', alternates(site));
  report('addresses in the open data and the feed exist', machineAddresses(site));
  report('Vietnamese texts on English pages are marked', unmarked(site));
  report('the policy names every script and style', policy(site));
  report('linked data is JSON', linkedData(site));
  for (const [what, over, largest] of [...budgets(site), ...together(site)]) report(what, over, largest);
}
const messages = await validated;
report('the Nu Html Checker finds no error in any page', grouped(messages.filter(isError)));
for (const it of grouped(messages.filter((message) => !isError(message)))) console.log(`      warning: ${it}`);
process.exit(failed ? 1 : 0);

/** Prints one check. */
function report(name, wrong, summary = '') {
  if (wrong.length) failed += 1;
  console.log(`${wrong.length ? 'FAIL' : 'ok'}  ${name}${wrong.length ? `: ${wrong.length}` : ''}${summary && `: ${summary}`}`);
  for (const it of wrong.slice(0, SHOWN)) console.log(`      ${it}`);
  if (wrong.length > SHOWN) console.log(`      and ${wrong.length - SHOWN} more`);
}
