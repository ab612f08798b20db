// Rows of the database as the types of base. Shared by the reading side and the exports; the column
// lists and the functions that read them stand together here, so that they cannot drift apart.
#pragma once

#include "base/facts.h"
#include "store/sqlite.h"

namespace juesuan {

inline constexpr char kRecordColumns[] =
    "table_number, row, col, n, form, project, page, x0, y0, x1, y1, row_key, row_label, panel, "
    "col_key, col_path, line, measure, cell_kind, raw, unit, value, status, doubt";
inline constexpr char kClaimColumns[] =
    "number, form, pack, score, title, printed_code, unit, department, year, first_page, "
    "last_page, declared_empty, note, why";
inline constexpr char kRejectColumns[] =
    "table_number, row, col, page, x0, y0, x1, y1, code, text, why";

// REQUIRES: the query selects the list above, from its first column on.
Result<Record> RecordAt(const Query& query);  // without its readings
TableClaim ClaimAt(const Query& query);
Reject RejectAt(const Query& query);

// The readings of the record that `query` stands on.
Result<std::vector<Reading>> ReadingsOf(Connection& connection, int64_t document,
                                        const Query& record);

// documents.id. Errors: kNotFound; the document's own error if it failed.
Result<int64_t> DocumentId(Connection& connection, const std::string& sha256);

// The failed pages of a document, by page.
Result<std::vector<PageFailure>> FailuresOf(Connection& connection, int64_t document);

}  // namespace juesuan
