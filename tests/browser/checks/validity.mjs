// Whether pages are valid HTML.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

/** The Nu Html Checker's messages on every page below `roots`. */
export async function validate(roots) {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const checker = ['-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--skip-non-html', '--no-langdetect', '--exit-zero-always'];
  const run = promisify(execFile)('java', [...checker, ...roots], { maxBuffer: 1 << 30 });
  process.once('exit', () => run.child.kill());
  const { stderr } = await run;
  return JSON.parse(stderr).messages.map((it) => ({ ...it, file: decodeURIComponent(it.url ?? '').replace(/^file:/, '') }));
}

/** Messages of a kind, one line per wording, with how often and an example. */
export function grouped(messages) {
  const groups = new Map();
  for (const it of messages) groups.set(it.message, [...(groups.get(it.message) ?? []), it]);
  return [...groups].map(([words, all]) => `${words} On ${all.length}, for example ${all[0].file} line ${all[0].lastLine}: ${(all[0].extract ?? '').replace(/\s+/g, ' ')}`);
}

export function isError(message) {
  return message.type !== 'info';
}
