#!/usr/bin/env bash
# One province of a catalogue as a content folder of its own: scripts/shard.sh PROVINCE CONTENT OUT
# Takes entries by the unit of their place, products by their producer, and whatever these name, wherever it lies: a
# restaurant's dish from the next province comes with its producer. With them come the documents that they name, and all
# places, categories and pages. Routes come when all their stops lie there; plans, which name products of anywhere, do not.
set -euo pipefail
export LC_ALL=C

[ $# = 3 ] || { sed -n '2p' "$0" | cut -c3- >&2; exit 2; }
province=$1 content=$2 out=$3
[ -f "$content/places/$province.yaml" ] || { echo "$content/places/$province.yaml: no such province" >&2; exit 2; }
[ ! -e "$out" ] || { echo "$out: is there already" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$(realpath -m "$out")
cd "$content"

# Units of the home province are written without it.
home=$(awk '/^home:/ { inside = 1; next } /^[^ ]/ { inside = 0 } inside && $1 == "province:" { print $2 }' site.yaml)
unit="^  unit: $province/"
[ "$province" != "$home" ] || unit="^  unit: [a-z0-9-]*$"

# files KIND…: the Vietnamese file of each entry.
files() { for kind in "$@"; do [ ! -d "$kind" ] || find "$kind" -mindepth 2 -name index.md; done; }
# Paths on stdin → a line "id<TAB>folder" each, sorted.
by_id() { awk -F/ '{ print $2 "\t" $1 "/" $2 }' | sort -u; }
# words FILE…: everything in the files named on stdin that may be an id.
words() { xargs -r grep -ohE '[a-z0-9]+(-[a-z0-9]+)*' | sort -u; }
column() { cut -f"$1" "$2"; }
tab=$(printf '\t')

{ files products producers destinations venues points-of-sale events | by_id
  find sources -name '*.yaml' | sed 's/^sources\/\(.*\)\.yaml$/\1\t&/'; } | sort >"$work/all"
files producers venues destinations points-of-sale events | xargs -r grep -l -- "$unit" | by_id >"$work/taken"
files products | xargs -r awk '/^producer: / { print $2 "\t" FILENAME; nextfile }' | sort >"$work/made"
join -t "$tab" -o 2.2 "$work/taken" "$work/made" | by_id | sort -u - "$work/taken" -o "$work/taken"
for route in $(files routes); do
  sed -n 's/^ *- \(destination\|producer\|point_of_sale\|venue\|event\): //p' "$route" | sort -u >"$work/stops"
  [ ! -s "$work/stops" ] || [ -n "$(comm -23 "$work/stops" <(column 1 "$work/taken"))" ] || echo "$route"
done | by_id | sort -u - "$work/taken" -o "$work/taken"
# What they name, and all that every shard has, what that names, and so on.
texts() { column 2 "$work/taken" | sed '/\.yaml$/!s/$/\/index.md/'; find site.yaml places taxonomy pages -type f; }
while texts | words | join -t "$tab" - "$work/all" | sort -u - "$work/taken" >"$work/more"
  ! cmp -s "$work/more" "$work/taken"; do
  mv "$work/more" "$work/taken"
done

mkdir -p "$out"
cp -r site.yaml places taxonomy pages "$out"
column 2 "$work/taken" | xargs -r cp -r --parents -t "$out"
printf '%s: %d entries and documents\n' "$province" "$(wc -l <"$work/taken")"
