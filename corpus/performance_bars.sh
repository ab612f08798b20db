#!/usr/bin/env bash
# Measures the performance forms and holds them against corpus/performance_floor.json. Two minutes on two cores,
# six with --scan.
#
#   corpus/performance_bars.sh BUILD [SHARED] [--scan]
#
# BUILD: a build folder. SHARED: the folder with the seed; without it only invented departments are
# measured, and this says so (in CI, where it must be there, it fails). --scan: the seed as a scan of
# 200 dpi with a watermark too, and the invented scans.
set -euo pipefail

build=$1
shift
shared=
scan=no
for argument in "$@"; do
  if [ "$argument" = --scan ]; then scan=yes; else shared=$argument; fi
done
root=$(cd "$(dirname "$0")/.." && pwd)
juesuan=$build/app/juesuan
draw=$build/corpus/juesuan-draw
score=$build/corpus/juesuan-score
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
forms=(TRANSFER PERF.SE.FUNDS PERF.SE.IND PERF.SE.TOTAL PERF.REP.BUDGET PERF.REP.IND)
only=()
for form in "${forms[@]}"; do only+=(--form "$form"); done

# measure CASE NAME [FILTER...]: reads NAME.pdf, prints the score, compares with the floor.
measure() {
  local case=$1 name=$2
  shift 2
  "$juesuan" run "$work/$name.pdf" --db "$work/$name.db" --quiet || failed=1
  "$score" "$work/$name.db" "$work/$name.truth.jsonl" "$@" \
    --floor "$root/corpus/performance_floor.json" --case "$case" >"$work/score.txt" || failed=1
  if [ "$case" = invented ] || [ "$case" = invented-scan ]; then
    echo "$name: $(grep ^total "$work/score.txt")"
  else
    echo "== $case" && cat "$work/score.txt"
  fi
}

# measure_set CASE SET
measure_set() {
  echo "== $2: cells, exact, numbers, right, wrong, missing, invented, flagged, SILENT, lost, labels, tables"
  "$draw" --manifest "$root/corpus/manifest.tsv" --set "$2" --out "$work" >/dev/null 2>&1
  for truth in "$work/$2"-*.truth.jsonl; do
    name=$(basename "$truth" .truth.jsonl)
    if [ "$scan" = no ] && [[ $name = *-scan-* ]]; then continue; fi
    measure "$1" "$name" "${only[@]}"
    rm "$truth"
  done
}

if [ -n "$shared" ] && [ -e "$shared/seed-disclosure.txt" ]; then
  seed=(--seed "$shared/seed-disclosure.txt" --gold "$shared/domain/gold")
  "$draw" "${seed[@]}" --out "$work/seed.pdf" --truth "$work/seed.truth.jsonl"
  measure seed seed
  if [ "$scan" = yes ]; then
    "$draw" "${seed[@]}" --scan dpi=200,noise=4,tilt=0.5,blur=0.6,jpeg=60 \
      --out "$work/seed-scan.pdf" --truth "$work/seed-scan.truth.jsonl"
    measure seed-scan seed-scan "${only[@]}"
  fi
else
  echo "the seed is not here: left out"
  [ -z "${CI:-}" ] || { echo "in CI it must be here" >&2; exit 1; }
fi

measure_set invented perf-dev
measure_set invented perf-held
if [ "$scan" = yes ]; then
  measure_set invented-scan perf-dev-scan
  measure_set invented-scan perf-held-scan
fi
exit "$failed"
