#!/usr/bin/env bash
# Growth: checks, builds cold and builds again made-up catalogues: benches/scale.sh [PRODUCTS…], 1000 and 17000 unless said.
# Prints CPU and wall seconds and the peak of memory of each, per product where that tells more; needs GNU time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ -x /usr/bin/time ] || { echo 'install GNU time (Debian: apt-get install time)' >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
date=2026-11-22

cargo build --release --locked --quiet --bin ocop --example synth
target=${CARGO_TARGET_DIR:-target}/release

# row NAME PRODUCTS COMMAND…: runs it once and prints what it took.
row() {
  local name=$1 products=$2
  shift 2
  /usr/bin/time -f '%e %U %S %M' -o "$work/took" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  awk -v name="$name" -v products="$products" '{
    cpu = $2 + $3
    printf "%8d  %-8s %9.2f %9.2f %9.0f %12.3f %12.1f\n", products, name, cpu, $1, $4 / 1024, cpu * 1000 / products, $4 / products
  }' "$work/took"
}

printf '%8s  %-8s %9s %9s %9s %12s %12s\n' products step 'CPU s' 'wall s' 'MiB' 'CPU ms each' 'KiB each'
for products in "${@:-1000 17000}"; do
  for products in $products; do
    content=$work/content site=$work/site
    rm -rf "$content" "$site" "$work/copy"
    "$target/examples/synth" "$products" "$content" >/dev/null
    row check "$products" "$target/ocop" check --content "$content" --date $date
    row cold "$products" "$target/ocop" build --content "$content" --out "$site" --date $date
    row again "$products" "$target/ocop" build --content "$content" --out "$site" --date $date
    product=$(find "$content/products" -name index.md | sort | sed -n 5p)
    printf '\nMột câu thêm vào để đo.\n' >>"$product"
    row 'one edit' "$products" "$target/ocop" build --content "$content" --out "$site" --date $date
    row 'cp -r' "$products" cp -r "$site" "$work/copy"
    find "$site" -type f -printf '%s %f\n' | awk '
      { bytes += $1 } $2 ~ /\.html$/ { pages++ }
      END { printf "          %d pages, %d files, %.0f MB\n", pages, NR, bytes / 1e6 }'
  done
done
