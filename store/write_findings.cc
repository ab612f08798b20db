#include "store/write_findings.h"

#include "store/columns.h"
#include "store/rows.h"

namespace juesuan {
namespace {

// Where a record stands in its tables.
struct Place {
  int64_t table, row, col, n;
  Unit unit;
};

// In the order of LoadFacts.
Result<std::vector<Place>> PlacesOf(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT table_number, row, col, n, unit FROM records "
                                 "WHERE document = ? ORDER BY table_number, row, col, n"));
  std::vector<Place> places;
  query.Start(document);
  while (query.Next())
    places.push_back({query.Int64(0), query.Int64(1), query.Int64(2), query.Int64(3),
                      ParseUnit(query.Text(4)).value_or(Unit::kNone)});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return places;
}

Status WriteCells(Query& row, int64_t document, int finding,
                  const std::vector<FindingCell>& cells) {
  int n = 0;
  for (const FindingCell& c : cells)
    JUESUAN_RETURN_IF_ERROR(row.Run(document, finding, n++, c.form, c.row_key, c.col_key, c.raw,
                                    c.table, c.row, c.col, c.page, ToHundredths(c.box.x0),
                                    ToHundredths(c.box.y0), ToHundredths(c.box.x1),
                                    ToHundredths(c.box.y1)));
  return Ok();
}

Status WriteChange(Query& row, int64_t document, const Place& at, const RecordChange& change) {
  std::optional<std::string> repair, value;
  std::optional<int64_t> score, value_fen, ulp_fen;
  std::optional<std::string_view> kind;
  if (change.repair) {
    repair = change.repair->text;
    score = ToTenThousandths(change.repair->score);
    kind = CellKindName(change.kind);
    if (change.value) value = change.value->ToString();
    const std::optional<Fen> fen =
        change.value ? ToFen(*change.value, at.unit) : std::optional<Fen>();
    if (fen) {
      value_fen = fen->value;
      ulp_fen = fen->ulp;
    }
  }
  return row.Run(document, at.table, at.row, at.col, at.n, CellStatusName(change.status),
                 change.doubt, ListToText(change.evidence), repair, score, kind, value, value_fen,
                 ulp_fen);
}

}  // namespace

Status WriteFindings(Connection& connection, int64_t document,
                     const std::vector<Finding>& findings) {
  JUESUAN_TRY(Query finding_row,
              connection.Prepare("INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  JUESUAN_TRY(
      Query cell_row,
      connection.Prepare("INSERT INTO finding_cells VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  int n = 0;
  for (const Finding& f : findings) {
    JUESUAN_RETURN_IF_ERROR(finding_row.Run(
        document, n, f.rule, f.title, SeverityName(f.severity), VerdictName(f.verdict), f.message,
        f.formula, f.expected, f.actual, f.difference, f.envelope, f.cause));
    JUESUAN_RETURN_IF_ERROR(WriteCells(cell_row, document, n++, f.cells));
  }
  return Ok();
}

Status WriteChanges(Connection& connection, int64_t document,
                    const std::vector<RecordChange>& changes) {
  JUESUAN_TRY(const std::vector<Place> places, PlacesOf(connection, document));
  JUESUAN_TRY(Query row,
              connection.Prepare("INSERT INTO checked VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  for (const RecordChange& change : changes) {
    const auto at = static_cast<size_t>(change.record);
    if (at >= places.size())
      return MakeError(ErrorCode::kMalformed, "a status of a record that is not there");
    JUESUAN_RETURN_IF_ERROR(WriteChange(row, document, places[at], change));
  }
  return Ok();
}

Status CountStatuses(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query forget, connection.Prepare("DELETE FROM status_counts WHERE document = ?"));
  JUESUAN_RETURN_IF_ERROR(forget.Run(document));
  JUESUAN_TRY(Query count,
              connection.Prepare(
                  "INSERT INTO status_counts SELECT document, status, count(*) FROM " +
                  std::string(kCheckedRecords) + " WHERE document = ? GROUP BY document, status"));
  return count.Run(document);
}

Status DeleteFindings(Connection& connection, int64_t document) {
  for (const char* sql :
       {"DELETE FROM finding_cells WHERE document = ?", "DELETE FROM findings WHERE document = ?",
        "DELETE FROM checked WHERE document = ?"}) {
    JUESUAN_TRY(Query query, connection.Prepare(sql));
    JUESUAN_RETURN_IF_ERROR(query.Run(document));
  }
  return Ok();
}

}  // namespace juesuan
