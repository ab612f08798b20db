#!/usr/bin/env bash
# Pages a second, the share of each stage and the memory of both routes, with two workers.
#
#   bench/speed.sh BUILD [SHARED]
#
# Born digital and scans are drawn; with SHARED, the published disclosures in SHARED/real/final are read
# by the pixel route too. The scans, of 200 dpi, are the tables' pages and, apart, what stands before them:
# cover, contents and prose in large type, which cost the recogniser more than tables.
# These machines are shared: quote ratios from one run.
set -euo pipefail

build=$1
shared=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/born" "$work/scan" "$work/prose"
for number in 1 2 3 4 5 6 7 8; do
  "$build/corpus/juesuan-draw" --invent "$number" --look watermark=text \
    --out "$work/born/$number.pdf" --truth "$work/truth.jsonl"
done
for number in 1 2 3 4 5 6 7 8; do
  "$build/corpus/juesuan-draw" --invent "$number" --look watermark=text --pages 12 \
    --scan dpi=200,noise=4,tilt=0.4,blur=0.5,jpeg=60 \
    --out "$work/scan.pdf" --truth "$work/scan.jsonl"
  tables=$(grep -o '"page":[0-9]*' "$work/scan.jsonl" | cut -d: -f2 | sort -nu)
  prose=$(seq 12 | grep -vxF "$tables")
  qpdf "$work/scan.pdf" --pages . "$(paste -sd, <<<"$tables")" -- "$work/scan/$number.pdf"
  qpdf "$work/scan.pdf" --pages . "$(paste -sd, <<<"$prose")" -- "$work/prose/$number.pdf"
done

# measure NAME FOLDER [OPTION...]: reads the folder into a new database and prints the figures.
measure() {
  local name=$1 folder=$2
  shift 2
  "$build/app/juesuan" run "$folder" --db "$work/$RANDOM.db" --jobs 2 --json "$@" 2>/dev/null |
    tail -n 1 >"$work/summary.json"
  sqlite3 :memory: "SELECT format('%-32s %4d pages in %6.1f s: %6.2f pages/s, largest worker %d MB',
      '$name', pages, seconds, pages / seconds, mb) FROM (SELECT s ->> 'pages' AS pages,
      s ->> 'seconds' AS seconds, s ->> 'largest_worker_mb' AS mb
      FROM (SELECT readfile('$work/summary.json') -> 'summary' AS s));
    SELECT '  ' || group_concat(format('%s %.0f %%', key, 100 * value / total), ', ')
      FROM (SELECT key, value, sum(value) OVER () AS total
      FROM json_each(readfile('$work/summary.json'), '$.summary.stage_seconds'));"
}

measure "born digital (bar 40)" "$work/born"
if [ -d "$shared/real/final" ]; then
  measure "pixels, published (bar 1)" "$shared/real/final" --text ocr
fi
measure "pixels, scanned tables (bar 2)" "$work/scan"
measure "pixels, scanned prose" "$work/prose"
