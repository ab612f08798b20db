#!/usr/bin/env bash
# Measures what the rules find, whom they accuse and what repair makes of wrong readings, and holds it
# against corpus/check_floor.json. Seven minutes on two cores.
#
#   corpus/check_bars.sh BUILD [SHARED [--seed-only]]
#
# BUILD: a build folder. SHARED: the folder with the seed, its gold and the real documents; without it
# only invented departments are measured, and this says so (in CI, where it must be there, it fails).
# --seed-only: a minute of it, the seed and the real documents, as ./test does.
set -euo pipefail

build=$1
shared=${2:-}
part=${3:-}
root=$(cd "$(dirname "$0")/.." && pwd)
juesuan=$build/app/juesuan
draw=$build/corpus/juesuan-draw
mutate=$build/corpus/juesuan-mutate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
seed=()
mkdir "$work/born" "$work/scan"

# bar CASE COMMAND DATABASE [OPTION...]
bar() {
  local case=$1 command=$2 database=$3
  shift 3
  echo "== $case"
  "$mutate" "$command" "$database" --floor "$root/corpus/check_floor.json" --case "$case" "$@" || failed=1
}

# expect LIST FILE: the findings of FILE, which are shown, are those of the list that was looked at.
expect() {
  cat "$2"
  diff "$root/corpus/$1" "$2" || failed=1
}

if [ -n "$shared" ] && [ -e "$shared/seed-disclosure.txt" ]; then
  seed=(--seed "$shared/seed-disclosure.txt" --gold "$shared/domain/gold")
  "$draw" "${seed[@]}" --out "$work/seed.pdf" --truth "$work/seed.jsonl"
  "$juesuan" run "$work/seed.pdf" --db "$work/seed.db" --quiet || failed=1
  bar gold gold "$work/seed.db" --gold "$shared/domain/gold/rule_instances.jsonl"
  "$draw" "${seed[@]}" --as-read --out "$work/read.pdf" --truth "$work/read.jsonl"
  "$juesuan" run "$work/read.pdf" --db "$work/read.db" --quiet || failed=1
  gold=(--gold "$shared/domain/gold/findings.jsonl" --seed "$shared/seed-disclosure.txt")
  bar findings findings "$work/read.db" "${gold[@]}"
  bar findings-believed findings "$work/seed.db" "${gold[@]}"
  bar seed-document document "$work/seed.db" --show 30

  echo "== real: findings, each looked up on its page"
  "$juesuan" run "$shared/real/final" --db "$work/real.db" --quiet || failed=1
  sqlite3 -separator '|' "$work/real.db" "SELECT file, rule, verdict, message FROM findings f
    JOIN documents d ON d.id = f.document WHERE verdict <> 'rounding' ORDER BY 1, n" >"$work/real.txt"
  expect real_findings.txt "$work/real.txt"
else
  echo "the seed and the real documents are not here: left out"
  [ -z "${CI:-}" ] || { echo "in CI they must be here" >&2; exit 1; }
fi
[ "$part" != --seed-only ] || exit "$failed"

echo "== invented: findings of 50 clean departments, by rule"
for number in $(seq 701 750); do
  "$draw" --invent "$number" --look watermark=none --out "$work/born/$number.pdf" \
    --truth "$work/born/$number.truth.jsonl"
done
"$juesuan" run "$work/born" --db "$work/born.db" --quiet || failed=1
sqlite3 -separator '|' "$work/born.db" "SELECT rule, verdict, message, count(*) FROM findings
  WHERE verdict <> 'rounding' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3" >"$work/born.txt"
expect clean_findings.txt "$work/born.txt"
bar invented-document document "$work/born.db" --every 60

scan=dpi=200,noise=4,tilt=0.4,blur=0.5,jpeg=60
for number in 1 2 3 4; do
  "$draw" --invent "$number" --look watermark=text --pages 12 --scan "$scan" \
    --out "$work/scan/$number.pdf" --truth "$work/scan/$number.truth.jsonl"
done
if [ ${#seed[@]} -gt 0 ]; then
  "$draw" "${seed[@]}" --pages 20 --scan "$scan" --out "$work/scan/seed.pdf" \
    --truth "$work/scan/seed.truth.jsonl"
fi
"$juesuan" run "$work/scan" --db "$work/scan.db" --quiet || failed=1
bar reading reading "$work/scan.db" --truth "$work/scan" --every 10 --show 20
exit "$failed"
