#!/usr/bin/env bash
# Measures hard scans and holds them against corpus/hard_floor.tsv.
#
#   corpus/hard_bars.sh BUILD [SET]
#
# BUILD: a build folder. SET: hard-held (the default), drawn from numbers, typefaces and marks that nothing
# was tuned on, or hard-dev, for tuning. A row of the table is a group of documents: hard-200-a and
# hard-200-b are of the row hard-200; of hard-dev every document is a row.
set -euo pipefail

build=$1
set=${2:-hard-held}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/corpus/juesuan-draw" --manifest "$root/corpus/manifest.tsv" --set "$set" --out "$work" 2>/dev/null

source "$root/corpus/scan_rows.sh"

for pdf in "$work"/*.pdf; do
  name=$(basename "$pdf" .pdf)
  row=$name
  [ "$set" != hard-held ] || row=${name%-*}
  measure "$row" "$pdf" "${pdf%.pdf}.truth.jsonl"
done
[ "$set" != hard-held ] || measure hard-tesseract "$work/hard-300-a.pdf" "$work/hard-300-a.truth.jsonl" --engine tesseract

print_rows
