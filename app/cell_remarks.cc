#include "app/cell_remarks.h"

#include <algorithm>

#include "app/workbook_words.h"

namespace juesuan {
namespace {

constexpr size_t kMostCells = 8;     // of a finding named in a comment
constexpr size_t kMostEvidence = 6;  // identities named

void Colour(Fill fill, CellRemark* remark) { remark->fill = std::max(remark->fill, fill); }

std::string PageText(int page) { return "第" + std::to_string(page) + "页"; }

std::string CellsText(const std::vector<FindingCell>& cells) {
  std::string text;
  for (size_t i = 0; i < cells.size() && i < kMostCells; ++i) {
    if (i > 0) text += "；";
    text += PlaceOf(cells[i]);
    if (!cells[i].raw.empty()) text += " " + cells[i].raw;
    text += "（" + PageText(cells[i].page) + "）";
  }
  if (cells.size() > kMostCells) text += "等" + std::to_string(cells.size()) + "处";
  return text;
}

std::string FindingText(const Finding& finding) {
  std::string text = finding.rule + " " + finding.title + "\n" + finding.message;
  text += "\n严重程度：" + std::string(WordOf(finding.severity));
  text += "；定性：" + std::string(WordOf(finding.verdict));
  if (finding.state != FindingState::kOpen) text += "；处理：" + std::string(WordOf(finding.state));
  return text + "\n涉及：" + CellsText(finding.cells);
}

Fill FillOf(const Finding& finding, bool is_first) {
  const bool settled =
      finding.state == FindingState::kDismissed || finding.state == FindingState::kCorrected;
  if (settled) return Fill::kNone;
  return is_first && finding.severity != Severity::kInfo ? Fill::kViolated : Fill::kInvolved;
}

std::string ReadingsText(const Record& record) {
  std::string text;
  for (const Reading& reading : record.readings) {
    if (reading.by == Reader::kRepair) continue;
    if (!text.empty()) text += "；";
    text += std::string(WordOf(reading.by)) + " ";
    text += reading.text.empty() ? "（空）" : reading.text;
  }
  return text;
}

bool IsRepaired(const Record& record) {
  return !record.readings.empty() && record.readings.front().by == Reader::kRepair;
}

std::string EvidenceText(const std::vector<std::string>& evidence) {
  std::string text;
  for (size_t i = 0; i < evidence.size() && i < kMostEvidence; ++i)
    text += (i > 0 ? "；" : "") + evidence[i];
  if (evidence.size() > kMostEvidence) text += "等" + std::to_string(evidence.size()) + "条";
  return text;
}

Fill FillOf(const Record& record) {
  switch (record.status) {
    case CellStatus::kSuspect:
      return Fill::kSuspect;
    case CellStatus::kCorrected:
      return Fill::kCorrected;
    case CellStatus::kProven:
      return IsRepaired(record) ? Fill::kRepaired : Fill::kProven;
    case CellStatus::kRead:
      return IsRepaired(record) ? Fill::kRepaired : Fill::kNone;
  }
  return Fill::kNone;
}

}  // namespace

std::string CellRemark::Comment() const {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n\n") + line;
  return text;
}

void CellRemark::Join(const CellRemark& other) {
  fill = std::max(fill, other.fill);
  lines.insert(lines.end(), other.lines.begin(), other.lines.end());
}

void CellRemarks::Add(const Finding& finding) {
  if (finding.verdict == Verdict::kRounding) return;
  const std::string text = FindingText(finding);
  bool is_first = true;
  for (const FindingCell& cell : finding.cells) {
    if (cell.table > 0) {
      CellRemark& remark = At(cell.table, cell.row, cell.col);
      Colour(FillOf(finding, is_first), &remark);
      remark.lines.push_back(text);
    }
    is_first = false;
  }
}

void CellRemarks::Add(const Record& record) {
  CellRemark& remark = At(record.table, record.row, record.col);
  Colour(FillOf(record), &remark);
  if (record.status == CellStatus::kSuspect)
    remark.lines.push_back("存疑：" + record.doubt + "\n读数：" + ReadingsText(record));
  if (IsRepaired(record))
    remark.lines.push_back("推算：取 " + record.raw + "\n读数：" + ReadingsText(record));
  if (!record.evidence.empty())
    remark.lines.push_back("成立的恒等式：" + EvidenceText(record.evidence));
}

void CellRemarks::Add(const Reject& reject) {
  if (reject.table == 0) return;
  CellRemark& remark = At(reject.table, std::max(reject.row, 0), std::max(reject.col, 0));
  Colour(Fill::kUnread, &remark);
  remark.lines.push_back("未采用：" + reject.why +
                         (reject.text.empty() ? "" : "\n读到：" + reject.text));
}

void CellRemarks::AddUnread(int table, int row, int col) {
  CellRemark& remark = At(table, row, col);
  Colour(Fill::kUnread, &remark);
  remark.lines.emplace_back("有墨迹，未能读出");
}

const std::map<CellRemarks::Place, CellRemark>& CellRemarks::Of(int table) const {
  static const std::map<Place, CellRemark> nothing;
  const auto found = remarks_.find(table);
  return found == remarks_.end() ? nothing : found->second;
}

}  // namespace juesuan
