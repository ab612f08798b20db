#include "app/table_sheet.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr int kTitleSize = 14;
constexpr int kMostFrozen = 8;  // rows of a header; more would leave no room to scroll
// In half Chinese characters. A header is wrapped sooner than a label: amounts decide the width.
constexpr int kLeastWidth = 5, kMostHeaderWidth = 14, kMostWidth = 40;

using Place = CellRemarks::Place;  // row, column of the grid
const Place kNowhere(-1, -1);      // remarks on no cell of the grid stand at the title

// The rows and columns of each cell, such that none overlaps another: a span that would cover
// another cell is given up, for Excel cannot show it.
std::map<Place, Place> SpansOf(const TableContent& table) {
  std::set<Place> taken;
  for (const auto& [page, cell] : table.cells) taken.insert({cell.row, cell.col});
  std::map<Place, Place> spans;
  for (const auto& [page, cell] : table.cells) {
    std::vector<Place> covered;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int col = cell.col; col < cell.col + cell.col_span; ++col)
        if (row != cell.row || col != cell.col) covered.emplace_back(row, col);
    const bool free = std::none_of(covered.begin(), covered.end(),
                                   [&](const Place& at) { return taken.count(at) > 0; });
    spans[{cell.row, cell.col}] = free ? Place(cell.row_span, cell.col_span) : Place(1, 1);
    if (free) taken.insert(covered.begin(), covered.end());
  }
  return spans;
}

class TableSheet {
 public:
  TableSheet(const TableContent& table, const std::vector<Record>& records,
             const CellRemarks& remarks)
      : table_(table), spans_(SpansOf(table)) {
    for (const Record& record : records) records_[{record.row, record.col}].push_back(&record);
    for (const auto& [place, remark] : remarks.Of(table.claim.table))
      remarks_[AnchorOf(place)].Join(remark);
  }

  Sheet Make(const std::string& name, const StoredDocument& document, const std::string& back) {
    sheet_.name = name;
    const bool frozen = table_.header_rows < table_.rows && table_.header_rows <= kMostFrozen;
    sheet_.frozen_rows = kGridTop + (frozen ? table_.header_rows : 0);
    AddHead(document, back);
    for (const auto& [page, cell] : table_.cells) AddCell(cell);
    if (!table_.claim.note.empty()) AddLine(kGridTop + table_.rows, table_.claim.note);
    SetWidths();
    SetHeights(&sheet_);
    return std::move(sheet_);
  }

 private:
  // The place of the cell that covers `place`; kNowhere if none does.
  Place AnchorOf(const Place& place) const {
    for (const auto& [at, span] : spans_)
      if (place.first >= at.first && place.first < at.first + span.first &&
          place.second >= at.second && place.second < at.second + span.second)
        return at;
    return kNowhere;
  }

  void Take(const Place& place, SheetCell* to) const {
    const auto found = remarks_.find(place);
    if (found == remarks_.end()) return;
    to->fill = std::max(to->fill, found->second.fill);
    to->comment = found->second.Comment();
  }

  SheetCell& AddLine(int row, const std::string& text) {
    SheetCell cell;
    cell.row = row;
    cell.col_span = std::max(table_.cols, 1);
    cell.text = text;
    cell.bordered = false;
    sheet_.cells.push_back(std::move(cell));
    return sheet_.cells.back();
  }

  void AddHead(const StoredDocument& document, const std::string& back) {
    const TableClaim& claim = table_.claim;
    const std::string number = "表" + std::to_string(claim.table);
    SheetCell& title = AddLine(0, claim.title.empty() ? number : claim.title);
    title.bold = true;
    title.align = Align::kCentre;
    title.size = kTitleSize;
    Take(kNowhere, &title);
    std::string head;
    const auto add = [&head](const std::string& part) {
      if (!part.empty()) head += (head.empty() ? "" : "　") + part;
    };
    add(claim.printed_code);
    add(claim.department.empty() ? document.department : claim.department);
    const std::string year = claim.year.empty() ? document.year : claim.year;
    add(year.empty() ? "" : year + "年度");
    const std::string unit(UnitName(claim.unit));
    add(unit.empty() ? "" : "单位：" + unit);
    std::string pages = std::to_string(claim.first_page);
    if (claim.last_page > claim.first_page) pages += "–" + std::to_string(claim.last_page);
    add("第" + pages + "页");
    AddLine(1, head);
    AddLine(2, "返回汇总：" + document.file).link = back;
  }

  bool IsHeader(const StoredCell& cell) const { return cell.row < table_.header_rows; }

  void AddCell(const StoredCell& from) {
    SheetCell to;
    to.row = kGridTop + from.row;
    to.col = from.col;
    const Place span = spans_.at({from.row, from.col});
    to.row_span = span.first;
    to.col_span = span.second;
    to.text = std::string(Trim(from.text));
    if (IsHeader(from)) {
      to.fill = Fill::kHeader;
      to.align = Align::kCentre;
      to.bold = true;
    }
    const auto found = records_.find({from.row, from.col});
    if (found != records_.end()) TakeRecords(found->second, &to);
    Take({from.row, from.col}, &to);
    sheet_.cells.push_back(std::move(to));
  }

  // A cell that holds several values stays as it was printed.
  static void TakeRecords(const std::vector<const Record*>& records, SheetCell* to) {
    const Record& record = *records.front();
    if (records.size() > 1 || record.kind == CellKind::kText) return;
    to->align = Align::kRight;
    // As check left it: a repair is shown, what was printed stands in the comment.
    to->text = record.raw;
    if (!record.value || !FitsASpreadsheet(*record.value)) return;
    to->number = record.value;
    to->separators =
        record.raw.find(',') != std::string::npos || record.raw.find("，") != std::string::npos;
    to->percent = record.unit == Unit::kPercent;
  }

  void SetWidths() {
    sheet_.widths.assign(static_cast<size_t>(std::max(table_.cols, 1)), kLeastWidth);
    for (const SheetCell& cell : sheet_.cells) {
      if (cell.col_span > 1 || !cell.bordered) continue;
      int width = 0;
      for (const std::string& line : Split(cell.text, '\n'))
        width = std::max(width, DisplayWidth(line));
      const int most = cell.fill == Fill::kHeader ? kMostHeaderWidth : kMostWidth;
      double& column = sheet_.widths[static_cast<size_t>(cell.col)];
      column = std::max(column, static_cast<double>(std::min(width, most)));
    }
    for (double& width : sheet_.widths) width += 2;
  }

  const TableContent& table_;
  const std::map<Place, Place> spans_;
  std::map<Place, CellRemark> remarks_;  // by the cell they are shown at
  std::map<Place, std::vector<const Record*>> records_;
  Sheet sheet_;
};

}  // namespace

Sheet MakeTableSheet(const std::string& name, const StoredDocument& document,
                     const TableContent& table, const std::vector<Record>& records,
                     const CellRemarks& remarks, const std::string& back) {
  return TableSheet(table, records, remarks).Make(name, document, back);
}

}  // namespace juesuan
