#!/usr/bin/env bash
# Times a cold build of the whole real catalogue, both languages: benches/site.sh [RUNS].
# Prints medians of wall and CPU seconds, the peak of memory over all runs, and what was built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=${1:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo build --release --locked --quiet
ocop=${CARGO_TARGET_DIR:-target}/release/ocop

# Seconds and kilobytes of one build: WALL CPU PEAK, the peak only where GNU time is installed.
timed() {
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '%e %U %S %M' -o "$work/took" "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  else
    local TIMEFORMAT='%R %U %S 0'
    { time "$@" >"$work/log" 2>&1; } 2>"$work/took" || { cat "$work/log"; exit 1; }
  fi
  awk '{ print $1, $2 + $3, $4 }' "$work/took"
}

# Each into a folder of its own: ext4 looks long for room where thousands of files were deleted just before.
for run in $(seq "$runs"); do
  timed "$ocop" build --content content --out "$work/$run" --date 2026-11-22 --no-cache
done >"$work/runs"
site=$work/1

# median COLUMN
median() { cut -d' ' -f"$1" "$work/runs" | sort -n | sed -n "$(((runs + 1) / 2))p"; }

peak=$(cut -d' ' -f3 "$work/runs" | sort -n | tail -1)
printf 'runs         %d\n' "$runs"
printf 'wall         %s s (median)\n' "$(median 1)"
printf 'CPU          %s s (median)\n' "$(median 2)"
if [ "$peak" = 0 ]; then echo 'peak memory  unknown: install GNU time'; else printf 'peak memory  %d MB\n' $((peak / 1024)); fi
printf 'pages        %d\n' "$(find "$site" -name '*.html' | wc -l)"
printf 'files        %d\n' "$(find "$site" -type f | wc -l)"
printf 'bytes        %d\n' "$(find "$site" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')"
