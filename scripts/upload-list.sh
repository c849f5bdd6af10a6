#!/usr/bin/env bash
# What to upload of a built site, and in which order: scripts/upload-list.sh OLD NEW FOLDER
# OLD is the manifest of what lies there now (a missing or empty file: nothing does), NEW that of the site to upload.
# Writes four lists of paths into FOLDER, to be worked off in this order, then NEW itself is uploaded:
#   files    what pages name and what nobody waits for: styles, scripts, pictures, data, the parts of the search's index
#   pages    pages, and the root of the search, which names its parts
#   last     what leads to pages: the worker that keeps them, feeds, sitemaps, rules for the server
#   removed  what the site no longer has
# So no reader meets a page whose files are not there, and an upload that was broken off is begun again by the same lists.
set -euo pipefail
export LC_ALL=C

[ $# = 3 ] || { sed -n '2,3p' "$0" | cut -c3- >&2; exit 2; }
old=$1 new=$2 folder=$3
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# entries MANIFEST: a line "digest size<TAB>path" for each file, sorted. A line that is not understood ends everything.
entries() {
  [ -s "$1" ] || return 0
  awk '
    NR == 1 && /^\{"format":1,("packing":"[a-z0-9-]+",)?"files":\[$/ { sound = 1; next }
    /^\]\}$/ { whole = 1; next }
    match($0, /","size":[0-9]+,"blake3":"[0-9a-f]+"\},?$/) && /^\{"path":"/ && !/\\/ {
      path = substr($0, 10, RSTART - 10)
      split(substr($0, RSTART), part, /[:",}]+/)
      print part[5] " " part[3] "\t" path
      next
    }
    $0 != "" { bad = 1; exit }
    END { if (bad || !sound || !whole) { print FILENAME ": not a manifest of ocop" > "/dev/stderr"; exit 1 } }
  ' "$1" | sort
}

paths() { cut -f2- "$1" | sort; }

entries "$old" >"$work/old"
entries "$new" >"$work/new"
[ -s "$work/new" ] || { echo "$new: lists no files" >&2; exit 1; }
comm -13 "$work/old" "$work/new" >"$work/changed"
comm -23 <(paths "$work/old") <(paths "$work/new") >"$folder/removed"

# A compressed neighbour goes with its file.
pages='(\.html|^search/(root\.bin|search\.js|symbols\.svg))(\.br|\.gz)?$'
last='(^|/)(sw\.js|feed\.xml|sitemap[^/]*\.xml|robots\.txt|manifest\.webmanifest|_headers|nginx\.conf)(\.br|\.gz)?$'
paths "$work/changed" >"$work/paths"
grep -E "$last" "$work/paths" >"$folder/last" || true
grep -vE "$last" "$work/paths" | grep -E "$pages" >"$folder/pages" || true
grep -vE "$last" "$work/paths" | grep -vE "$pages" >"$folder/files" || true
for list in files pages last removed; do
  printf '%-8s %d\n' $list "$(wc -l <"$folder/$list")"
done
