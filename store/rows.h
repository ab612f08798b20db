// Rows of the database as the types of base. Shared by the reading side and the exports; the column
// lists and the functions that read them stand together here, so that they cannot drift apart.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "base/facts.h"
#include "store/proofs.h"
#include "store/sqlite.h"

namespace juesuan {

inline constexpr char kRecordColumns[] =
    "table_number, row, col, n, form, project, page, x0, y0, x1, y1, row_key, row_label, panel, "
    "col_key, line, measure, cell_kind, raw, unit, value, status, doubt, layer_alone";
inline constexpr char kClaimColumns[] =
    "number, form, pack, score, title, printed_code, unit, department, year, first_page, "
    "last_page, declared_empty, note, why";
inline constexpr char kRejectColumns[] =
    "table_number, row, col, page, x0, y0, x1, y1, code, text, why";

// `records` with what `checked` says of them: status, doubt, and what a repair replaces; `proofs`
// comes on top (CheckedRecordAt). The columns of `records` of the lists above, and kCheckedColumns.
inline constexpr char kCheckedRecords[] =
    "(SELECT r.document AS document, r.table_number AS table_number, r.row AS row, r.col AS col, "
    "r.n AS n, form, project, page, x0, y0, x1, y1, row_key, row_label, panel, col_key, col_path, "
    "line, measure, iif(repair IS NULL, r.cell_kind, c.cell_kind) AS cell_kind, "
    "ifnull(repair, raw) AS raw, unit, iif(repair IS NULL, r.value, c.value) AS value, "
    "ifnull(c.status, r.status) AS status, ifnull(c.doubt, r.doubt) AS doubt, layer_alone, repair, "
    "repair_score, ifnull(evidence, '[]') AS evidence, raw AS printed FROM records r LEFT JOIN "
    "checked c ON "
    "c.document = r.document AND "
    "c.table_number = r.table_number AND c.row = r.row AND c.col = r.col AND c.n = r.n)";
inline constexpr char kCheckedColumns[] = "col_path, repair, repair_score, evidence, printed";

// REQUIRES: the query selects the list above, from its first column on.
// Fills `record`, which is new; of its readings only that of the text layer, if it was alone.
// col_path, which rules do not ask for, is left to CheckedRecordAt.
Status ReadRecord(const Query& query, Record* record);
TableClaim ClaimAt(const Query& query);
Reject RejectAt(const Query& query);

// The readings of a document's records, for who comes to the records in their order: one query for
// all, since one for each took as long as everything else that check reads.
class ReadingsInOrder {
 public:
  static Result<ReadingsInOrder> Of(Connection& connection, int64_t document);
  // Of the record that `record` stands on. REQUIRES: not before one that was asked for already, by
  // table, row, column, n.
  Result<std::vector<Reading>> At(const Query& record);

 private:
  explicit ReadingsInOrder(Query query) : query_(std::move(query)) {}

  void Step();

  Query query_;
  bool on_row_ = false;
  std::array<int64_t, 4> place_{};  // of the row it stands on: table, row, column, n
};

// As check left it: with its readings, a repair first, its status and evidence. REQUIRES: the query
// selects kRecordColumns, then kCheckedColumns, of kCheckedRecords in the records' order.
Result<Record> CheckedRecordAt(const Query& query, const Proofs& proofs, ReadingsInOrder* readings);

// documents.id. Errors: kNotFound; the document's own error if it failed.
Result<int64_t> DocumentId(Connection& connection, const std::string& sha256);

// The failed pages of a document, by page.
Result<std::vector<PageFailure>> FailuresOf(Connection& connection, int64_t document);

}  // namespace juesuan
