#!/usr/bin/env bash
# Measures documents that nothing was tuned on: text layers that lie, tables without all their
# rulings, shaded ones, scans that do not stand upright, two pages on a sheet. Holds each against its set in corpus/lie_floor.json.
#
#   corpus/lie_bars.sh BUILD
set -euo pipefail

build=$1
root=$(cd "$(dirname "$0")/.." && pwd)
juesuan=$build/app/juesuan
score=$build/corpus/juesuan-score
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

for set in lie-held three-held three-open-held three-mark-held shade-held turn-held two-held; do
  echo "== $set"
  mkdir "$work/$set"
  "$build/corpus/juesuan-draw" --manifest "$root/corpus/manifest.tsv" --set "$set" --out "$work/$set" 2>/dev/null
  "$juesuan" run "$work/$set" --db "$work/$set.db" --quiet --jobs 2 || failed=1
  for truth in "$work/$set"/*.truth.jsonl; do
    name=$(basename "$truth" .truth.jsonl)
    "$juesuan" export --db "$work/$set.db" --document "$name.pdf" --what records --format jsonl \
      --out "$work/records.jsonl" || failed=1
    "$score" "$work/records.jsonl" "$truth" --floor "$root/corpus/lie_floor.json" --case "$set" \
      >"$work/score.txt" || failed=1
    echo "$name: $(grep ^total "$work/score.txt")"
  done
done
exit "$failed"
