import fs from 'node:fs'; import zlib from 'node:zlib';
for (const u of process.argv.slice(2)) { const h=fs.readFileSync(u,'utf8'); const br=(t)=>zlib.brotliCompressSync(t,{params:{[zlib.constants.BROTLI_PARAM_QUALITY]:11}}).length; const st=[...h.matchAll(/<style>([^]*?)<\/style>/g)].map(x=>x[1]).join('\n'); console.log(u, 'html', br(h), 'css', br(st)); }
