#!/usr/bin/env bash
# The memory of `juesuan run` over many documents with one worker: a table and a curve.
#
#   bench/memory.sh BUILD [COUNT] [SVG]
#
# Draws COUNT documents (1,000), each with numbers of its own: nine born-digital pages, but every 50th
# is a scan of two table pages, and reads them in the order of their names. While it runs, the resident
# memory of the parent, which writes the database, and of the worker, which reads the documents, is taken
# from /proc ten times a second. Every row of the table is the greatest value over its documents; SVG is
# the curve as a picture. A worker is replaced after 200 documents, as always. 1,000 documents need
# 0.5 GB of disk and about ten minutes on a quiet machine.
set -euo pipefail

build=$1
count=${2:-1000}
svg=${3:-}
scan_every=50
rows=20
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pdf"

for ((i = 1; i <= count; ++i)); do
  scan=() pages=9
  if ((i % scan_every == 0)); then
    scan=(--scan dpi=200,noise=4,tilt=0.4,blur=0.5,jpeg=60) pages=4-5
  fi
  "$build/corpus/juesuan-draw" --invent "$((10000 + i))" --variant items=4,foreign=0,tables-last=0 \
    --look watermark=text --pages "$pages" "${scan[@]}" \
    --out "$work/pdf/$(printf %05d "$i").pdf" --truth "$work/truth.jsonl"
done

"$build/app/juesuan" run "$work/pdf" --db "$work/memory.db" --jobs 1 --json >"$work/done" 2>/dev/null &
parent=$!

# One line: documents done, then MB of the parent and of its worker, now and at most.
sample() {
  local worker
  worker=$(tr -d ' ' <"/proc/$parent/task/$parent/children")
  awk -v done="$(wc -l <"$work/done")" '
    { of[FILENAME ~ /^\/proc\/'"$parent"'\// ? "parent" : "worker", $1] = $2 / 1024 }
    END { printf "%d %.1f %.1f %.1f %.1f\n", done, of["parent", "VmRSS:"], of["parent", "VmHWM:"],
          of["worker", "VmRSS:"], of["worker", "VmHWM:"] }' \
    "/proc/$parent/status" ${worker:+"/proc/$worker/status"}
}
while kill -0 "$parent" 2>/dev/null; do
  sample 2>/dev/null >>"$work/samples" || true
  sleep 0.1
done
wait "$parent"

awk -v count="$count" -v rows="$rows" '
  { row = int(($1 < count ? $1 : count - 1) * rows / count)
    for (i = 2; i <= 5; ++i) if ($i > most[row, i]) most[row, i] = $i }
  END {
    printf "%-14s%12s%12s\n", "documents", "parent MB", "worker MB"
    for (row = 0; row < rows; ++row) {
      printf "%5d - %-6d%12.1f%12.1f\n", row * count / rows + 1, (row + 1) * count / rows, most[row, 2], most[row, 4]
      if (most[row, 3] > parent) parent = most[row, 3]
      if (most[row, 5] > worker) worker = most[row, 5]
    }
    printf "%-14s%12.1f%12.1f\n", "most (VmHWM)", parent, worker
  }' "$work/samples"

[ -z "$svg" ] || awk -v count="$count" '
  { i = int(350 * $1 / count); if (i > last) last = i
    if ($2 > parent[i]) parent[i] = $2
    if ($4 > worker[i]) worker[i] = $4
    if ($4 > most) most = $4
    if ($2 > most) most = $2 }
  function line(values, colour,   i, points) {
    for (i = 0; i <= last; ++i) if (values[i] > 0)
      points = points sprintf(" %d,%.1f", 50 + 2 * i, 270 - 240 * values[i] / top)
    printf "<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>\n", colour, substr(points, 2)
  }
  function label(x, y, anchor, text) {
    printf "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text
  }
  END {
    top = 100 * int(most / 100 + 1)
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 780 310\" font-family=\"sans-serif\" font-size=\"12\">"
    print "<rect width=\"780\" height=\"310\" fill=\"white\"/>"
    for (mb = 0; mb <= top; mb += 100) {
      printf "<path stroke=\"#ddd\" d=\"M50 %.1fH750\"/>\n", 270 - 240 * mb / top
      label(44, 274 - 240 * mb / top, "end", mb)
    }
    for (i = 0; i <= 5; ++i) label(50 + 140 * i, 288, "middle", int(count * i / 5))
    label(400, 304, "middle", "documents read")
    label(50, 20, "start", "MB resident: worker blue, parent orange")
    line(worker, "#2060c0")
    line(parent, "#e08020")
    print "</svg>"
  }' "$work/samples" >"$svg"
