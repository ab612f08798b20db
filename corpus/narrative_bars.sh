#!/usr/bin/env bash
# Measures how figures of sentences are read and bound to the cells they restate, and holds it against
# corpus/narrative_floor.json. Less than a minute on two cores.
#
#   corpus/narrative_bars.sh BUILD [SHARED]
#
# BUILD: a build folder. SHARED: the folder with the seed, its gold and the real documents; without it
# only invented departments are measured, and this says so (in CI, where it must be there, it fails).
set -euo pipefail

build=$1
shared=${2:-}
root=$(cd "$(dirname "$0")/.." && pwd)
juesuan=$build/app/juesuan
draw=$build/corpus/juesuan-draw
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# ask DATABASE SQL: one number or one line.
ask() { sqlite3 -separator ' ' "$1" "$2"; }

# hold CASE FIGURE VALUE: not under its floor `FIGURE`, not over `most FIGURE`.
hold() {
  local least most
  least=$(sqlite3 :memory: "SELECT json_extract(readfile('$root/corpus/narrative_floor.json'), '\$.$1.least.$2')")
  most=$(sqlite3 :memory: "SELECT json_extract(readfile('$root/corpus/narrative_floor.json'), '\$.$1.most.$2')")
  echo "$1: $2 $3${least:+ (least $least)}${most:+ (most $most)}"
  if [ -n "$least" ] && [ "$3" -lt "$least" ]; then
    echo "  below its floor" >&2
    failed=1
  fi
  if [ -n "$most" ] && [ "$3" -gt "$most" ]; then
    echo "  above what is allowed" >&2
    failed=1
  fi
}

# measure CASE DATABASE: every document of it. A quantity is what is no date and no number of a paragraph.
quantities="measure NOT IN ('date', 'number')"
# What restates a cell differs from it: both as amounts, a blank cell is 0.
differs="FROM narrative f JOIN records r ON r.document = f.document AND f.bound_to IN
  (r.form || '/' || r.row_key || '/' || r.col_key, r.form || '/' || r.panel || '/' || r.row_key || '/' || r.col_key)
  WHERE round(ifnull(r.value, 0) * CASE r.unit WHEN '万元' THEN 10000 ELSE 1 END * 100) <>
        round(f.value * CASE f.unit WHEN '万元' THEN 10000 ELSE 1 END * 100)
    AND r.unit <> '元'"
measure() {
  hold "$1" quantities "$(ask "$2" "SELECT count(*) FROM narrative WHERE $quantities")"
  hold "$1" bound "$(ask "$2" "SELECT count(*) FROM narrative WHERE bound_to <> ''")"
  # In 情况说明: before the last figure that a form fits.
  hold "$1" no_form "$(ask "$2" "SELECT count(*) FROM narrative f WHERE form = '' AND $quantities AND n <
    (SELECT max(n) FROM narrative WHERE document = f.document AND form <> '')")"
  hold "$1" differ "$(ask "$2" "SELECT count(*) $differs")"
}

if [ -n "$shared" ] && [ -e "$shared/seed-disclosure.txt" ]; then
  "$draw" --seed "$shared/seed-disclosure.txt" --gold "$shared/domain/gold" --out "$work/seed.pdf" \
    --truth "$work/seed.jsonl"
  "$juesuan" run "$work/seed.pdf" --db "$work/seed.db" --quiet || failed=1
  # Figures in reading order beside the gold's: the first that is lost or invented moves all behind it.
  exact=$(sqlite3 "$work/seed.db" <<SQL
CREATE TEMP TABLE lines (json TEXT);
.mode ascii
.separator "\037" "\n"
.import $shared/domain/gold/narrative_numbers.jsonl lines
SELECT count(*) FROM (SELECT row_number() OVER (ORDER BY rowid) AS n, json FROM lines) gold
  JOIN (SELECT row_number() OVER (ORDER BY n) AS n, raw, unit, value FROM narrative) got USING (n)
  WHERE got.raw = json_extract(json, '\$.raw') AND got.unit = json_extract(json, '\$.unit')
    AND got.value = json_extract(json, '\$.value');
SQL
)
  hold seed exact "$exact"
  measure seed "$work/seed.db"
  "$juesuan" run "$shared/real/final" --db "$work/real.db" --quiet || failed=1
  measure real "$work/real.db"
  echo "real: figures that differ from the cell they restate (each looked up on its page: real_findings.txt)"
  ask "$work/real.db" "SELECT f.page, f.raw || f.unit, f.bound_to, r.raw $differs ORDER BY f.document, f.n"
else
  echo "the seed and the real documents are not here: left out"
  [ -z "${CI:-}" ] || { echo "in CI they must be here" >&2; exit 1; }
fi

# Departments that nothing was tuned on; their figures follow from one ledger, so none may differ.
mkdir "$work/held"
for number in 601 604 607 610 613 616 619; do
  "$draw" --invent "$number" --look watermark=none --out "$work/held/$number.pdf" \
    --truth "$work/held/$number.truth.jsonl"
done
"$juesuan" run "$work/held" --db "$work/held.db" --quiet || failed=1
measure held "$work/held.db"
exit "$failed"
