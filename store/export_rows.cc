#include "store/export_rows.h"

#include "store/columns.h"
#include "store/rows.h"

namespace juesuan {
namespace {

// A document's rows hang on its short id; one that failed has none, so its error is no concern
// here.
constexpr char kOfDocument[] = " = (SELECT id FROM documents WHERE sha256 = ?)";

Result<std::vector<TablePart>> Parts(Connection& connection, const std::string& sha256, int table) {
  JUESUAN_TRY(Query query,
              connection.Prepare(std::string("SELECT page, x0, y0, x1, y1, first_row, part_rows "
                                             "FROM table_parts WHERE document") +
                                 kOfDocument + " AND table_number = ? ORDER BY part"));
  std::vector<TablePart> parts;
  query.Start(sha256, table);
  while (query.Next()) parts.push_back({query.Int(0), BoxAt(query, 1), query.Int(5), query.Int(6)});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return parts;
}

Result<std::vector<std::pair<int, StoredCell>>> Cells(Connection& connection,
                                                      const std::string& sha256, int table) {
  JUESUAN_TRY(Query query,
              connection.Prepare(std::string("SELECT page, row, col, row_span, col_span, x0, y0, "
                                             "x1, y1, text, unread FROM cells WHERE document") +
                                 kOfDocument + " AND table_number = ? ORDER BY row, col"));
  std::vector<std::pair<int, StoredCell>> cells;
  query.Start(sha256, table);
  while (query.Next())
    cells.push_back({query.Int(0),
                     {table, query.Int(1), query.Int(2), query.Int(3), query.Int(4),
                      BoxAt(query, 5), query.Str(9), query.Int(10) != 0}});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return cells;
}

}  // namespace

Result<DocumentCounts> CountsOf(Connection& connection, const std::string& sha256) {
  JUESUAN_TRY(
      Query query,
      connection.Prepare("SELECT (SELECT count(*) FROM tables WHERE document = d.id), "
                         "(SELECT ifnull(sum(records), 0) FROM status_counts "
                         "WHERE document = d.id), "
                         "ifnull((SELECT records FROM status_counts "
                         "WHERE document = d.id AND status = 'proven'), 0), "
                         "ifnull((SELECT records FROM status_counts "
                         "WHERE document = d.id AND status = 'suspect'), 0), "
                         "(SELECT count(*) FROM rejects WHERE document = d.id), "
                         "(SELECT count(DISTINCT page) FROM page_failures WHERE document = d.id) "
                         "FROM documents d WHERE sha256 = ?"));
  DocumentCounts counts;
  query.Start(sha256);
  if (query.Next())
    counts = {query.Int64(0), query.Int64(1), query.Int64(2),
              query.Int64(3), query.Int64(4), query.Int64(5)};
  JUESUAN_RETURN_IF_ERROR(query.status());
  return counts;
}

Status EachTable(Connection& connection, const std::string& sha256,
                 const std::function<void(const TableContent&)>& take) {
  JUESUAN_TRY(Query query, connection.Prepare(std::string("SELECT ") + kClaimColumns +
                                              ", grid_rows, grid_cols, header_rows, ruled "
                                              "FROM tables WHERE document" +
                                              kOfDocument + " ORDER BY number"));
  query.Start(sha256);
  while (query.Next()) {
    TableContent table;
    table.claim = ClaimAt(query);
    table.rows = query.Int(14);
    table.cols = query.Int(15);
    table.header_rows = query.Int(16);
    table.ruled = query.Int(17) != 0;
    JUESUAN_TRY(table.parts, Parts(connection, sha256, table.claim.table));
    JUESUAN_TRY(table.cells, Cells(connection, sha256, table.claim.table));
    take(table);
  }
  return query.status();
}

Status EachRecord(Connection& connection, const std::string& sha256,
                  const std::function<void(const Record&)>& take) {
  JUESUAN_TRY(Query query,
              connection.Prepare(std::string("SELECT ") + kRecordColumns + ", " + kCheckedColumns +
                                 ", document FROM " + kCheckedRecords + " WHERE document" +
                                 kOfDocument + " ORDER BY table_number, row, col, n"));
  std::optional<ReadingsInOrder> readings;
  Proofs proofs;
  query.Start(sha256);
  while (query.Next()) {
    if (!readings) {
      JUESUAN_TRY(ReadingsInOrder opened, ReadingsInOrder::Of(connection, query.Int64(29)));
      readings.emplace(std::move(opened));
      JUESUAN_TRY(proofs, Proofs::Of(connection, query.Int64(29)));
    }
    JUESUAN_TRY(const Record record, CheckedRecordAt(query, proofs, &*readings));
    take(record);
  }
  return query.status();
}

Status EachReject(Connection& connection, const std::string& sha256,
                  const std::function<void(const Reject&)>& take) {
  JUESUAN_TRY(Query query, connection.Prepare(std::string("SELECT ") + kRejectColumns +
                                              " FROM rejects WHERE document" + kOfDocument +
                                              " ORDER BY table_number, row, col, n"));
  query.Start(sha256);
  while (query.Next()) take(RejectAt(query));
  return query.status();
}

}  // namespace juesuan
