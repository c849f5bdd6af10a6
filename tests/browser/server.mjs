// Serves a built site as a plain static host would: folders by their index.html, `404.html` where nothing is,
// the headers that the site's own `_headers` asks for.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

export const TYPES = {
  '.html': 'text/html; charset=utf-8', '.xml': 'application/xml', '.json': 'application/json', '.geojson': 'application/geo+json',
  '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.woff2': 'font/woff2', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.webmanifest': 'application/manifest+json', '.wasm': 'application/wasm',
};

/**
 * Starts serving `root` on a port of this machine, a free one unless told; resolves to `{ origin, port, close }`.
 * `instead` may answer a request in its own way, and says whether it does.
 */
export async function serve(root, port = 0, instead = () => false) {
  const rules = headerRules(fs.readFileSync(path.join(root, '_headers'), 'utf8'));
  const server = http.createServer((request, response) => instead(request, response) || answer(root, rules, request, response));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = server.address().port;
  return { origin: `http://127.0.0.1:${bound}`, port: bound, close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }) };
}

/** `_headers`: a path, perhaps ending in `*`, then indented `Name: value` lines, and `! Name` to take one away. */
export function headerRules(text) {
  const rules = [];
  for (const line of text.split('\n').filter((it) => it.trim() && !it.startsWith('#'))) {
    if (/^\s/.test(line)) {
      const [, away, name, value] = line.match(/^\s+(?:! *(.+)|([^:]+):\s*(.*))$/);
      rules.at(-1).headers.push([away ?? name, value]);
    } else {
      rules.push({ pattern: line.trim(), headers: [] });
    }
  }
  return rules;
}

export function headersOf(rules, url) {
  const matches = ({ pattern }) => (pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern);
  const sent = new Map();
  for (const [name, value] of rules.filter(matches).flatMap((rule) => rule.headers)) {
    if (value === undefined) sent.delete(name);
    else sent.set(name, sent.has(name) ? `${sent.get(name)}, ${value}` : value);
  }
  return Object.fromEntries(sent);
}

/** The file of a URL path below `root`, or null. */
export function fileOf(root, url) {
  const file = path.join(root, url.endsWith('/') ? `${url}index.html` : url);
  return file.startsWith(root + path.sep) && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function answer(root, rules, request, response) {
  const url = decodeURIComponent(request.url.split('?')[0]);
  const file = fileOf(root, url);
  if (!file && fileOf(root, `${url}/`)) {
    response.writeHead(301, { location: `${url}/` }).end();
    return;
  }
  const sent = file ?? nearestNotFound(root, url);
  const type = TYPES[path.extname(sent)] ?? 'application/octet-stream';
  response.writeHead(file ? 200 : 404, { 'content-type': type, ...headersOf(rules, url) }).end(fs.readFileSync(sent));
}

function nearestNotFound(root, url) {
  for (let folder = path.posix.dirname(url); ; folder = path.posix.dirname(folder)) {
    const file = fileOf(root, path.posix.join(folder, '404.html'));
    if (file || folder === '/') return file ?? path.join(root, '404.html');
  }
}
