#!/usr/bin/env bash
# Pages a second and memory of the two routes, with two workers, over drawn documents.
#
#   bench/speed.sh BUILD [--check]
#
# --check: exit 1 if born digital is below 20 pages/s, the pixel route below 1 page/s, or two workers
# and the parent hold more than 1.5 GB. These machines are shared: quote ratios from one run.
set -euo pipefail

build=$1
check=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/born" "$work/scan"
for number in 1 2 3 4 5 6 7 8; do
  "$build/corpus/juesuan-draw" --invent "$number" --look watermark=text \
    --out "$work/born/$number.pdf" --truth "$work/truth.jsonl"
done
# The pages with the tables and what stands before them, in documents of equal length.
for number in 1 2 3 4; do
  "$build/corpus/juesuan-draw" --invent "$number" --look watermark=text --pages 12 \
    --scan dpi=200,noise=4,tilt=0.4,blur=0.5,jpeg=60 \
    --out "$work/scan/$number.pdf" --truth "$work/truth.jsonl"
done

# measure NAME FOLDER LEAST: prints the figures; LEAST in pages a second.
measure() {
  "$build/app/juesuan" run "$work/$2" --db "$work/$2.db" --jobs 2 --json 2>/dev/null | tail -n 1 |
    sed 's/[{}"]//g; s/summary://' | tr ',' '\n' >"$work/figures"
  awk -F: -v name="$1" -v least="$3" -v check="$check" '
    { f[$1] = $2 }
    END {
      rate = f["pages"] / f["seconds"]
      printf "%-14s %4d pages in %6.1f s: %6.2f pages/s (bar %d), largest worker %d MB\n",
             name, f["pages"], f["seconds"], rate, least, f["largest_worker_mb"]
      exit check != "" && (rate < least || f["largest_worker_mb"] > 700)
    }' "$work/figures"
}

status=0
measure "born digital" born 20 || status=1
measure "pixel route" scan 1 || status=1
exit "$status"
