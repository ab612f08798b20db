# What the scripts that measure scans have in common. Sourced by them; they set `build`, `root` and `work`.

# measure ROW PDF TRUTH [OPTION...]: reads the PDF and adds a line of counts for the row.
measure() {
  local row=$1 pdf=$2 truth=$3 name
  shift 3
  name=$row-$(basename "$pdf" .pdf)
  "$build/app/juesuan" run "$pdf" --db "$work/$name.db" --quiet "$@" >&2 || true
  "$build/corpus/juesuan-score" "$work/$name.db" "$truth" --show 100 >"$work/$name.score"
  sed -n '/^missing\|^wrong\|^invented/p' "$work/$name.score" | sed "s/^/$name: /" >&2
  awk -v row="$row" -v suspect="$(sqlite3 "$work/$name.db" "SELECT count(*) FROM records WHERE status = 'suspect'")" '
    $1 == "total" { split($13, t, "/"); print row, $4, $5, $10, $11, suspect, t[1], t[2] }' "$work/$name.score" >>"$work/counts"
}

# print_rows: the counts, row by row, held against corpus/hard_floor.tsv; fails if one is below its floor.
print_rows() {
  awk '
    FNR == NR { if ($1 !~ /^#/) { least[$1] = $2; most[$1] = $3; tables_least[$1] = $4 } next }
    { n[$1] += $2; right[$1] += $3; silent[$1] += $4; lost[$1] += $5; suspect[$1] += $6; exact[$1] += $7; tables[$1] += $8
      if (!($1 in seen)) { seen[$1] = 1; order[++rows] = $1 } }
    END {
      printf "%-20s%9s%9s%10s%8s%6s%9s%9s\n", "row", "numbers", "exact", "percent", "SILENT", "lost", "suspect", "tables"
      for (i = 1; i <= rows; ++i) {
        r = order[i]
        percent = n[r] ? 100 * right[r] / n[r] : 100
        below = (r in least) && (percent < least[r] || silent[r] > most[r] || 100 * exact[r] < tables_least[r] * tables[r])
        printf "%-20s%9d%9d%10.2f%8d%6d%9d%9s%s\n", r, n[r], right[r], percent, silent[r], lost[r], suspect[r], exact[r] "/" tables[r], below ? "  BELOW ITS FLOOR" : ""
        failed = failed || below
      }
      exit failed
    }' "$root/corpus/hard_floor.tsv" "$work/counts"
}
