// The rows of an export as CSV for spreadsheets (RFC 4180: commas, CRLF, quotes where needed; UTF-8
// with the byte order mark that Excel wants). A box is four columns, a list is joined with " / ".
//
// A spreadsheet runs a cell that begins like a formula, and the text comes from strangers' PDFs.
// Text that begins with = + @ or a tab, or with - and is no number, gets an apostrophe in front;
// JSON Lines has it as printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/export_rows.h"

namespace juesuan {

using CsvRow = std::vector<std::string>;

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// x0, y0, x1, y1 in points.
void AddBoxColumns(const Box& box, CsvRow* row);

// One line with its CRLF.
std::string CsvLine(const CsvRow& row);

CsvRow DocumentCsvHead();
CsvRow DocumentCsvRow(const StoredDocument& document, const DocumentCounts& counts);
CsvRow TableCsvHead();  // one row a cell of the grid
std::vector<CsvRow> TableCsvRows(const StoredDocument& document, const TableContent& table);
CsvRow RecordCsvHead();
CsvRow RecordCsvRow(const StoredDocument& document, const Record& record);
CsvRow RejectCsvHead();
CsvRow RejectCsvRow(const StoredDocument& document, const Reject& reject);

}  // namespace juesuan
