#!/usr/bin/env bash
# Measures published disclosures printed to pixels, where the text layer is the truth: the pages with tables of
# SHARED/real/final are printed, marked and scanned anew and read without their layer. Holds the rows against
# corpus/hard_floor.tsv.
#
#   corpus/real_bars.sh BUILD SHARED
set -euo pipefail

build=$1
shared=$2
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source "$root/corpus/scan_rows.sh"

# scan ROW NAME LOOK SCAN [OPTION...]
scan() {
  local row=$1 name=$2 look=$3 scan=$4
  shift 4
  "$build/corpus/juesuan-draw" --paper "$work/$name" --look "$look" --scan "$scan" --out "$work/$row-$name.pdf"
  measure "$row" "$work/$row-$name.pdf" "$work/$name.truth.jsonl" "$@"
}

for pdf in "$shared"/real/final/*.pdf; do
  name=$(basename "$pdf" .pdf)
  "$build/app/juesuan" run "$pdf" --db "$work/whole.db" --quiet --text layer
  pages=$(sqlite3 "$work/whole.db" "SELECT min(first_page) || '-' || max(last_page) FROM tables WHERE form LIKE 'PUB%'
    AND document = (SELECT id FROM documents WHERE file = '$name.pdf')")
  qpdf "$pdf" --pages . "$pages" -- "$work/$name.pdf"
  "$build/app/juesuan" run "$work/$name.pdf" --db "$work/$name.db" --quiet --text layer
  "$build/app/juesuan" export --db "$work/$name.db" --what records --format jsonl --out "$work/$name.truth.jsonl"
  if [ "$(grep -c '"cell_kind":"number"' "$work/$name.truth.jsonl")" -eq 0 ]; then continue; fi  # a blank template
  mkdir "$work/$name"
  pdftoppm -r 300 -png "$work/$name.pdf" "$work/$name/page"
  scan real-300 "$name" watermark=text,phrase=存档备查,grey=0.8 dpi=300,noise=6,tilt=0.6,blur=0.8,jpeg=70,light=10
  scan real-200 "$name" watermark=text,phrase=不得外传,grey=0.82,mark-size=50 dpi=200,noise=5,tilt=-0.8,blur=0.6,jpeg=60,light=10
  scan real-150 "$name" watermark=translucent,phrase=征求意见 dpi=150,noise=3,tilt=0.5,blur=0.4,jpeg=50
  scan real-dark "$name" watermark=text,phrase=内部审核,grey=0.6,mark-size=60 dpi=200,noise=4,tilt=0.4,blur=0.6,jpeg=60
  scan real-seal "$name" watermark=none,seal=c82828,seal-x=0.55,seal-y=0.45 dpi=200,noise=4,tilt=-0.5,blur=0.6,jpeg=60,colour=1
  scan real-tesseract "$name" watermark=none dpi=300,noise=6,tilt=0.3,blur=0.8,jpeg=70 --engine tesseract
done
print_rows
