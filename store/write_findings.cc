#include "store/write_findings.h"

#include <map>
#include <tuple>
#include <utility>

#include "store/columns.h"
#include "store/proofs.h"
#include "store/rows.h"

namespace juesuan {
namespace {

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

// What the identities say is printed there.
Status WriteRepair(Connection& connection, int64_t document, const RecordPlace& at,
                   const RecordChange& change) {
  std::optional<std::string> value;
  std::optional<int64_t> value_fen, ulp_fen;
  if (change.value) {
    value = change.value->ToString();
    if (const std::optional<Fen> fen = ToFen(*change.value, at.unit)) {
      value_fen = fen->value;
      ulp_fen = fen->ulp;
    }
  }
  JUESUAN_TRY(Query row,
              connection.Prepare("UPDATE checked SET repair = ?, repair_score = ?, cell_kind = ?, "
                                 "value = ?, value_fen = ?, ulp_fen = ? WHERE document = ? AND "
                                 "table_number = ? AND row = ? AND col = ? AND n = ?"));
  return row.Run(change.repair->text, ToTenThousandths(change.repair->score),
                 CellKindName(change.kind), value, value_fen, ulp_fen, document, at.table, at.row,
                 at.col, at.n);
}

Status ExpectRecords(Connection& connection, int64_t document, size_t records) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT sum(records) FROM status_counts WHERE document = ?"));
  query.Start(document);
  const bool counted = query.Next() && !query.IsNull(0);
  const bool same = !counted || query.Int64(0) == static_cast<int64_t>(records);
  JUESUAN_RETURN_IF_ERROR(query.status());
  if (!same) return MakeError(ErrorCode::kMalformed, "statuses of other records than are stored");
  return Ok();
}

// Counted here: the database took longer to count them than to write them.
Status CountStatuses(Connection& connection, int64_t document,
                     const std::vector<RecordPlace>& places) {
  std::map<CellStatus, int64_t> counts;
  for (const RecordPlace& place : places) ++counts[place.status];
  JUESUAN_TRY(Query forget, connection.Prepare("DELETE FROM status_counts WHERE document = ?"));
  JUESUAN_RETURN_IF_ERROR(forget.Run(document));
  JUESUAN_TRY(Query row, connection.Prepare("INSERT INTO status_counts VALUES (?,?,?)"));
  for (const auto& [status, count] : counts)
    JUESUAN_RETURN_IF_ERROR(row.Run(document, CellStatusName(status), count));
  return Ok();
}

}  // namespace

std::vector<RecordPlace> PlacesOf(const std::vector<Record>& records) {
  std::map<std::tuple<int, int, int>, int> seen;  // how many records a cell has had
  std::vector<RecordPlace> places;
  places.reserve(records.size());
  for (const Record& r : records)
    places.push_back({r.table, r.row, r.col, seen[{r.table, r.row, r.col}]++, r.unit, r.status});
  return places;
}

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

Status WriteChanges(Connection& connection, int64_t document, std::vector<RecordPlace> places,
                    const std::vector<RecordChange>& changes) {
  JUESUAN_RETURN_IF_ERROR(ExpectRecords(connection, document, places.size()));
  JUESUAN_TRY(Query row,
              connection.Prepare("INSERT INTO checked (document, table_number, row, col, n, "
                                 "status, doubt, evidence) VALUES (?,?,?,?,?,?,?,?)"));
  for (const RecordChange& change : changes) {
    const auto at = static_cast<size_t>(change.record);
    if (at >= places.size())
      return MakeError(ErrorCode::kMalformed, "a status of a record that is not there");
    RecordPlace& place = places[at];
    place.status = change.status;
    if (IsProof(change)) continue;
    JUESUAN_RETURN_IF_ERROR(row.Run(document, place.table, place.row, place.col, place.n,
                                    CellStatusName(change.status), change.doubt,
                                    ListToText(change.evidence)));
    if (change.repair) JUESUAN_RETURN_IF_ERROR(WriteRepair(connection, document, place, change));
  }
  JUESUAN_RETURN_IF_ERROR(WriteProofs(connection, document, places, changes));
  return CountStatuses(connection, document, places);
}

Status DeleteFindings(Connection& connection, int64_t document) {
  for (const char* sql :
       {"DELETE FROM finding_cells WHERE document = ?", "DELETE FROM findings WHERE document = ?",
        "DELETE FROM checked WHERE document = ?", "DELETE FROM proofs WHERE document = ?"}) {
    JUESUAN_TRY(Query query, connection.Prepare(sql));
    JUESUAN_RETURN_IF_ERROR(query.Run(document));
  }
  return Ok();
}

}  // namespace juesuan
