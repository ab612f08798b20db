#!/usr/bin/env bash
# How long the rules take: over one document, and over a database of many.
#
#   bench/check_speed.sh BUILD [COUNT]
#
# Draws and reads eight born-digital disclosures, copies their rows to COUNT documents (10,000) and
# checks them all with two processes; no PDF is read. Needs 0.4 GB of disk for 1,000 documents.
# These machines are shared: quote ratios from one run.
set -euo pipefail

build=$1
count=${2:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/pdf"
for number in 1 2 3 4 5 6 7 8; do
  "$build/corpus/juesuan-draw" --invent "$number" --look watermark=none \
    --out "$work/pdf/$number.pdf" --truth "$work/truth.jsonl"
done
"$build/app/juesuan" run "$work/pdf" --db "$work/check.db" --quiet
"$build/corpus/juesuan-mutate" speed "$work/check.db"

# Every table's rows again for each copy, under a new document number.
sqlite3 "$work/check.db" "DELETE FROM findings; DELETE FROM finding_cells; DELETE FROM checked; DELETE FROM proofs;"
columns() {
  sqlite3 "$work/check.db" "SELECT group_concat(name) FROM pragma_table_info('$1') WHERE name <> '$2'"
}
{
  echo "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN;"
  echo "CREATE TEMP TABLE copies AS WITH RECURSIVE c(shift) AS
    (SELECT 8 UNION ALL SELECT shift + 8 FROM c WHERE shift + 8 < $count) SELECT shift FROM c;"
  documents=$(columns documents id)
  echo "INSERT INTO documents (id, $documents) SELECT id + shift, printf('%064d', id + shift),
    ${documents#sha256,} FROM copies, documents WHERE id <= 8;"
  for table in pages tables table_parts cells records readings rejects paragraphs sentences narrative \
    status_counts; do
    names=$(columns "$table" document)
    echo "INSERT INTO $table (document, $names) SELECT document + shift, $names
      FROM copies, $table WHERE document <= 8;"
  done
  echo "COMMIT; PRAGMA journal_mode = WAL;"
} >"$work/copy.sql"
sqlite3 "$work/check.db" <"$work/copy.sql" >/dev/null
documents=$(sqlite3 "$work/check.db" "SELECT count(*) FROM documents")
sync  # what was just written must not be flushed while it is timed
start=$(date +%s.%N)
"$build/app/juesuan" check --db "$work/check.db" --jobs 2
awk -v from="$start" -v to="$(date +%s.%N)" -v n="$documents" 'BEGIN {
  printf "%d documents checked in %.1f s, %.1f s for 10,000 (bar 60)\n", n, to - from, (to - from) * 10000 / n
}'
