#include "app/document_sheets.h"

#include <set>
#include <utility>

#include "app/cell_remarks.h"
#include "app/table_sheet.h"
#include "store/export_rows.h"
#include "store/rows.h"

namespace juesuan {
namespace {

// "3 PUB02 收入决算表"
std::string SheetNameOf(const TableClaim& claim, int number) {
  std::string name = number > 0 ? std::to_string(number) + " " : "";
  name += claim.form.empty() ? "表" + std::to_string(claim.table) : claim.form;
  return claim.title.empty() ? name : name + " " + claim.title;
}

class Builder {
 public:
  Builder(Connection& connection, const StoredDocument& document) : connection_(connection) {
    out_.summary.document = document;
  }

  Result<DocumentSheets> Build(const WorkbookChoice& choice, int number, const std::string& back,
                               UniqueNames* names) {
    JUESUAN_RETURN_IF_ERROR(Read(choice.filter));
    const StoredDocument& document = out_.summary.document;
    JUESUAN_RETURN_IF_ERROR(EachTable(connection_, document.sha256, [&](const TableContent& table) {
      const int at = table.claim.table;
      ++out_.summary.tables;
      if (!table.claim.form.empty()) ++out_.summary.claimed;
      if (choice.only_with_findings && pointed_.count(at) == 0) return;
      for (const auto& [page, cell] : table.cells)
        if (cell.unread) remarks_.AddUnread(at, cell.row, cell.col);
      const std::string name = names->Sheet(SheetNameOf(table.claim, number));
      sheet_of_[at] = name;
      out_.sheets.push_back(MakeTableSheet(name, document, table, records_[at], remarks_, back));
    }));
    for (ListedFinding& line : out_.findings) line.link = LinkOf(line.finding);
    if (!out_.sheets.empty()) out_.summary.link = LinkTo(out_.sheets.front().name, 0, 0);
    return std::move(out_);
  }

 private:
  Status Read(const FindingFilter& filter) {
    DocumentSummary& summary = out_.summary;
    const std::string& sha256 = summary.document.sha256;
    if (!summary.document.error) {
      JUESUAN_TRY(const int64_t id, DocumentId(connection_, sha256));
      JUESUAN_TRY(summary.failures, FailuresOf(connection_, id));
    }
    JUESUAN_RETURN_IF_ERROR(EachFindingOf(connection_, sha256, filter, [&](const Finding& finding) {
      ++summary.findings[finding.severity];
      remarks_.Add(finding);
      for (const FindingCell& cell : finding.cells) pointed_.insert(cell.table);
      out_.findings.push_back({summary.document.file, finding, ""});
    }));
    JUESUAN_RETURN_IF_ERROR(EachRecord(connection_, sha256, [&](const Record& record) {
      ++summary.records[record.status];
      remarks_.Add(record);
      records_[record.table].push_back(record);
    }));
    return EachReject(connection_, sha256, [&](const Reject& reject) {
      ++summary.rejects;
      remarks_.Add(reject);
    });
  }

  std::string LinkOf(const Finding& finding) const {
    if (finding.cells.empty()) return "";
    const FindingCell& cell = finding.cells.front();
    const auto sheet = sheet_of_.find(cell.table);
    if (sheet == sheet_of_.end()) return "";
    return LinkTo(sheet->second, kGridTop + cell.row, cell.col);
  }

  Connection& connection_;
  DocumentSheets out_;
  CellRemarks remarks_;
  std::set<int> pointed_;                       // tables that findings point at
  std::map<int, std::vector<Record>> records_;  // by table
  std::map<int, std::string> sheet_of_;         // by table
};

}  // namespace

Result<DocumentSheets> MakeDocumentSheets(Connection& connection, const StoredDocument& document,
                                          const WorkbookChoice& choice, int number,
                                          const std::string& back, UniqueNames* names) {
  return Builder(connection, document).Build(choice, number, back, names);
}

}  // namespace juesuan
