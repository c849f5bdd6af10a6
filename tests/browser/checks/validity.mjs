// The Nu Html Checker's word on every page.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/** The Nu Html Checker's messages on every page. */
export async function validate(root) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const run = promisify(execFile)('java', ['-jar', jar, '--format', 'json', '--skip-non-html', '--exit-zero-always', root], { maxBuffer: 1 << 30 });
  const { stderr } = await run;
  return JSON.parse(stderr).messages.map((it) => ({ ...it, url: decodeURIComponent(it.url ?? '').split(root).pop() }));
}

/** Messages of a kind, one line per wording, with how often and an example. */
export function grouped(messages) {
  const groups = new Map();
  for (const it of messages) groups.set(it.message, [...(groups.get(it.message) ?? []), it]);
  return [...groups].map(([words, all]) => `${words} On ${all.length}, for example ${all[0].url} line ${all[0].lastLine}: ${(all[0].extract ?? '').replace(/\s+/g, ' ')}`);
}

export function isError(message) {
  return message.type !== 'info';
}
