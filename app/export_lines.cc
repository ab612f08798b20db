#include "app/export_lines.h"

#include <algorithm>
#include <set>

#include "app/language.h"
#include "app/workbook.h"
#include "base/text.h"
#include "store/export_csv.h"
#include "store/export_rows.h"
#include "store/indicators.h"
#include "store/narrative.h"

namespace juesuan {
namespace {

constexpr int kLeastWidth = 8, kMostWidth = 40;

// Columns of numbers; what else looks like one is a code or a year.
bool IsNumeric(const std::string& name) {
  static const std::set<std::string> names = {
      "pages",     "failed_pages", "tables", "records",    "proven",     "suspect",
      "rejects",   "table",        "page",   "x0",         "y0",         "x1",
      "y1",        "weight",       "score",  "target_num", "actual_num", "value",
      "value_fen", "ulp_fen",      "row",    "col"};
  return names.count(name) > 0;
}

CsvRow HeadOf(ExportWhat what) {
  if (what == ExportWhat::kRecords) return RecordCsvHead();
  if (what == ExportWhat::kNarrative) return NarrativeCsvHead();
  if (what == ExportWhat::kIndicators) return IndicatorCsvHead();
  return what == ExportWhat::kRejects ? RejectCsvHead() : DocumentCsvHead();
}

class Lines {
 public:
  explicit Lines(CsvRow head) : head_(std::move(head)) {
    sheet_.name = "Sheet1";
    sheet_.frozen_rows = 1;
    sheet_.widths.assign(head_.size(), kLeastWidth);
    Add(head_);
  }

  void Add(const CsvRow& row) {
    if (++count_ > kMostLines + 1) return;
    for (size_t col = 0; col < row.size(); ++col) {
      SheetCell cell;
      cell.row = static_cast<int>(count_) - 1;
      cell.col = static_cast<int>(col);
      cell.text = row[col];
      cell.bordered = false;
      if (count_ == 1) {
        cell.fill = Fill::kHeader;
        cell.bold = true;
      } else if (IsNumeric(head_[col])) {
        const std::optional<Decimal> number = ParseDecimal(row[col]);
        if (number && FitsASpreadsheet(*number)) cell.number = number;
        cell.align = Align::kRight;
      }
      const int width = std::min(DisplayWidth(cell.text) + 2, kMostWidth);
      sheet_.widths[col] = std::max(sheet_.widths[col], static_cast<double>(width));
      sheet_.cells.push_back(std::move(cell));
    }
  }

  Status Write(const std::filesystem::path& path) {
    if (count_ > kMostLines + 1)
      return MakeError(ErrorCode::kLimit,
                       Say("more than {} lines for one sheet; take csv, or one --document",
                           "超过 {} 行，请改用 csv，或用 --document 指定一份文件", kMostLines));
    const auto last = static_cast<int>(count_) - 1;
    sheet_.filter = SheetFilter{0, last, static_cast<int>(head_.size()) - 1};
    return WriteWorkbook({sheet_}, path);
  }

 private:
  const CsvRow head_;
  Sheet sheet_;
  size_t count_ = 0;  // lines, with the head
};

}  // namespace

Status ExportLines(Database& database, ExportWhat what, const std::string& document,
                   const std::filesystem::path& out) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents(document));
  Lines lines(HeadOf(what));
  for (const StoredDocument& each : documents) {
    if (what == ExportWhat::kRecords) {
      JUESUAN_RETURN_IF_ERROR(EachRecord(connection, each.sha256, [&](const Record& record) {
        lines.Add(RecordCsvRow(each, record));
      }));
    } else if (what == ExportWhat::kRejects) {
      JUESUAN_RETURN_IF_ERROR(EachReject(connection, each.sha256, [&](const Reject& reject) {
        lines.Add(RejectCsvRow(each, reject));
      }));
    } else if (what == ExportWhat::kNarrative) {
      JUESUAN_RETURN_IF_ERROR(EachFact(connection, each.sha256, [&](const NarrativeFact& fact) {
        lines.Add(NarrativeCsvRow(each, fact));
      }));
    } else if (what == ExportWhat::kIndicators) {
      JUESUAN_RETURN_IF_ERROR(EachIndicator(
          connection, each.sha256,
          [&](const Indicator& indicator) { lines.Add(IndicatorCsvRow(each, indicator)); }));
    } else {
      JUESUAN_CHECK(what == ExportWhat::kDocuments);
      JUESUAN_TRY(const DocumentCounts counts, CountsOf(connection, each.sha256));
      lines.Add(DocumentCsvRow(each, counts));
    }
  }
  return lines.Write(out);
}

}  // namespace juesuan
