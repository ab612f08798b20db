#!/usr/bin/env bash
# Measures what must be shown and holds it against corpus/floor.json.
#
#   corpus/bars.sh BUILD [SHARED]
#
# BUILD: a build folder. SHARED: the folder with the seed and the real documents; without it only the
# shipped samples are measured, and this says so (in CI, where it must be there, it fails).
set -euo pipefail

build=$1
shared=${2:-}
root=$(cd "$(dirname "$0")/.." && pwd)
juesuan=$build/app/juesuan
draw=$build/corpus/juesuan-draw
score=$build/corpus/juesuan-score
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# measure CASE PDF TRUTH [OPTION...]: reads the PDF, prints the score, compares with the floor.
measure() {
  local case=$1 pdf=$2 truth=$3
  shift 3
  echo "== $case"
  "$juesuan" run "$pdf" --db "$work/$case.db" --quiet "$@" || failed=1
  "$score" "$work/$case.db" "$truth" ${forms[@]+"${forms[@]}"} --floor "$root/corpus/floor.json" --case "$case" ||
    failed=1
}

forms=()
for sample in a b scan; do
  measure "sample-$sample" "$root/corpus/samples/sample-$sample.pdf" \
    "$root/corpus/samples/sample-$sample.truth.jsonl"
done

if [ -z "$shared" ] || [ ! -e "$shared/seed-disclosure.txt" ]; then
  echo "the seed and the real documents are not here: left out"
  [ -z "${CI:-}" ] || { echo "in CI they must be here" >&2; exit 1; }
  exit "$failed"
fi

# The ten tables; performance_bars.sh measures the performance forms.
for number in 01 02 03 04 05 06 07 08 09 10; do forms+=(--form "PUB$number"); done
seed=(--seed "$shared/seed-disclosure.txt" --gold "$shared/domain/gold")
"$draw" "${seed[@]}" --out "$work/seed.pdf" --truth "$work/seed.jsonl"
# The pages with the ten tables and what stands before them; the rest only costs time in the pixel route.
tables=(--pages 20)
"$draw" "${seed[@]}" "${tables[@]}" --out "$work/tables.pdf" --truth "$work/tables.jsonl"
"$draw" "${seed[@]}" "${tables[@]}" --scan dpi=200,noise=4,tilt=0.5,blur=0.6,jpeg=60 \
  --out "$work/scan.pdf" --truth "$work/scan.jsonl"
measure seed "$work/seed.pdf" "$work/seed.jsonl"
measure seed-ocr "$work/tables.pdf" "$work/tables.jsonl" --text ocr
measure seed-scan-200 "$work/scan.pdf" "$work/scan.jsonl"

echo "== real: what every document was taken for"
"$juesuan" run "$shared/real" --db "$work/real.db" --quiet || [ $? -eq 3 ] || failed=1
sqlite3 -separator '|' "$work/real.db" "
  SELECT file, coalesce(error_code, kind), coalesce((SELECT group_concat(form, ' ') FROM (
      SELECT form FROM tables WHERE document = d.id AND form <> '' ORDER BY number)), '')
  FROM documents d ORDER BY file" | tee "$work/claims.txt"
diff "$root/corpus/real_claims.txt" "$work/claims.txt" || failed=1

echo "== real: amounts of the text layer that OCR reads exactly"
for text in layer ocr; do
  "$juesuan" run "$shared/real/final" --db "$work/$text.db" --quiet --text "$text" || failed=1
done
for pdf in "$shared"/real/final/*.pdf; do
  name=$(basename "$pdf")
  for text in layer ocr; do
    "$juesuan" export --db "$work/$text.db" --document "$name" --what tables --format jsonl \
      --out "$work/$text.jsonl" || failed=1
  done
  echo "-- $name"
  "$score" --agree "$work/layer.jsonl" "$work/ocr.jsonl" --show 10 \
    --floor "$root/corpus/floor.json" --case real-agree || failed=1
done

echo "== budget: amounts of the text layer, as pdftotext places them, that stand in their cell of a grid"
for pdf in "$shared"/real/budget/*.pdf; do
  name=$(basename "$pdf")
  pdftotext -bbox "$pdf" "$work/printed.html"
  "$juesuan" export --db "$work/real.db" --document "$name" --what tables --format jsonl \
    --out "$work/grids.jsonl" || failed=1
  echo "-- $name"
  "$score" --agree "$work/printed.html" "$work/grids.jsonl" --show 10 \
    --floor "$root/corpus/floor.json" --case budget-places || failed=1
done

echo "== held apart: invented departments, typefaces and watermarks that nothing was tuned on, born digital"
"$draw" --manifest "$root/corpus/manifest.tsv" --set held --out "$work/held" >/dev/null
for truth in "$work"/held/*.truth.jsonl; do
  name=$(basename "$truth" .truth.jsonl)
  "$juesuan" run "$work/held/$name.pdf" --db "$work/held/$name.db" --quiet || failed=1
  "$score" "$work/held/$name.db" "$truth" --floor "$root/corpus/floor.json" --case held >"$work/held.txt" || failed=1
  echo "$name: $(grep ^total "$work/held.txt")"
done
exit "$failed"
