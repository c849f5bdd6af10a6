// A real nginx that serves a folder by the `nginx.conf` of a built site: as whoever runs the tests, on a socket in a folder
// of its own, with the modules of Debian's packages.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Serves `root` by the snippet at `conf`; resolves to `{ ask, log, close }`. What it keeps lies in `work`. */
export async function start(work, root, conf) {
  fs.mkdirSync(work, { recursive: true });
  const [socket, log, main] = ['socket', 'error.log', 'nginx.conf'].map((name) => path.join(work, name));
  fs.writeFileSync(log, '');
  fs.writeFileSync(main, configuration(work, root, conf, socket, log));
  const nginx = spawn('nginx', ['-p', work, '-e', log, '-c', main], { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve, reject) => nginx.on('exit', resolve).on('error', reject));
  const agent = new http.Agent({ keepAlive: true });
  const ask = (url, headers = {}, method = 'GET') => request(socket, agent, url, headers, method);
  await Promise.race([answers(ask), ended.then((code) => { throw new Error(`nginx ended (${code}): ${fs.readFileSync(log, 'utf8')}`); })]);
  return {
    ask,
    log: () => fs.readFileSync(log, 'utf8'),
    close: () => { agent.destroy(); nginx.kill('SIGQUIT'); return ended; },
  };
}

function configuration(work, root, conf, socket, log) {
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${work}/${it};`).join(' ');
  return `
${process.getuid() === 0 ? 'user root;' : ''}
load_module ${BROTLI_MODULE};
daemon off;
worker_processes 1;
pid ${work}/pid;
error_log ${log} warn;
events { worker_connections 64; }
http {
  access_log off;
  server_tokens off;
  ${kept}
  server {
    listen unix:${socket};
    root ${root};
    brotli_static on;
    include ${conf};
  }
}`;
}

/** Until the server takes a first request. */
async function answers(ask) {
  for (;;) {
    try {
      return await ask('/chua-co');
    } catch (error) {
      if (!['ENOENT', 'ECONNREFUSED'].includes(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** One answer as it was sent, its body still packed. */
function request(socketPath, agent, url, headers, method) {
  return new Promise((resolve, reject) => {
    const sent = http.request({ socketPath, agent, path: url, method, headers: { host: 'thu.example', ...headers } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
      answer.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}
