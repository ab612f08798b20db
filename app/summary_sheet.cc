#include "app/summary_sheet.h"

#include <utility>

#include "app/workbook_words.h"

namespace juesuan {
namespace {

constexpr int kTitleRow = 0, kHeadRow = 2;
constexpr int kLegendColumns = 2;

struct Column {
  const char* name;
  double width;
};

SheetCell Text(int row, int col, std::string text) {
  SheetCell cell;
  cell.row = row;
  cell.col = col;
  cell.text = std::move(text);
  return cell;
}

SheetCell Count(int row, int col, int64_t count) {
  SheetCell cell = Text(row, col, std::to_string(count));
  cell.number = Decimal{count, 0};
  cell.align = Align::kRight;
  return cell;
}

// An amount as a number, words as words.
SheetCell Amount(int row, int col, const std::string& text) {
  SheetCell cell = Text(row, col, text);
  const std::optional<Decimal> number = ParseDecimal(text);
  if (!number || !FitsASpreadsheet(*number)) return cell;
  cell.number = number;
  cell.align = Align::kRight;
  return cell;
}

SheetCell Linked(SheetCell cell, const std::string& link) {
  cell.link = link;
  return cell;
}

Sheet NewSheet(const std::string& name, const std::string& title,
               const std::vector<Column>& columns) {
  Sheet sheet;
  sheet.name = name;
  sheet.frozen_rows = kHeadRow + 1;
  SheetCell cell = Text(kTitleRow, 0, title);
  cell.col_span = static_cast<int>(columns.size());
  cell.bold = true;
  cell.bordered = false;
  cell.size = 14;
  sheet.cells.push_back(cell);
  for (const Column& column : columns) {
    SheetCell head = Text(kHeadRow, static_cast<int>(sheet.widths.size()), column.name);
    head.fill = Fill::kHeader;
    head.align = Align::kCentre;
    head.bold = true;
    sheet.cells.push_back(head);
    sheet.widths.push_back(column.width);
  }
  return sheet;
}

template <typename Key>
int64_t CountOf(const std::map<Key, int>& counts, Key key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

std::string NoteOf(const DocumentSummary& summary) {
  const StoredDocument& document = summary.document;
  if (document.error) {
    const std::string code(ErrorCodeName(document.error->code));
    return "未能读取：" + code + " " + document.error->message;
  }
  std::string note = document.kind == kFinalAccount ? "" : "不是部门决算公开，未核对";
  for (const PageFailure& failure : summary.failures) {
    note += (note.empty() ? "" : "；") + ("第" + std::to_string(failure.page) + "页未能读取");
  }
  return note;
}

void AddDocument(const DocumentSummary& summary, int row, int number, Sheet* sheet) {
  const StoredDocument& document = summary.document;
  int col = 0;
  const auto add = [&](SheetCell cell) { sheet->cells.push_back(std::move(cell)); };
  add(Count(row, col++, number));
  add(Linked(Text(row, col++, document.file), summary.link));
  add(Text(row, col++, document.department));
  add(Text(row, col++, document.year));
  for (const int64_t count : {document.pages, summary.tables, summary.claimed})
    add(Count(row, col++, count));
  for (const CellStatus status :
       {CellStatus::kProven, CellStatus::kRead, CellStatus::kSuspect, CellStatus::kCorrected})
    add(Count(row, col++, CountOf(summary.records, status)));
  for (const Severity severity :
       {Severity::kHigh, Severity::kMedium, Severity::kLow, Severity::kInfo})
    add(Count(row, col++, CountOf(summary.findings, severity)));
  add(Count(row, col++, summary.rejects));
  add(Text(row, col, NoteOf(summary)));
}

void AddLegend(int row, Sheet* sheet) {
  SheetCell head = Text(row++, 1, "颜色说明");
  head.bold = true;
  head.bordered = false;
  sheet->cells.push_back(head);
  for (const LegendLine& line : Legend()) {
    SheetCell cell = Text(row++, 1, std::string(line.words));
    cell.col_span = kLegendColumns;
    cell.fill = line.fill;
    sheet->cells.push_back(std::move(cell));
  }
}

}  // namespace

Sheet MakeSummarySheet(const std::vector<DocumentSummary>& documents) {
  Sheet sheet = NewSheet(kSummarySheet, "部门决算公开核对汇总",
                         {{"序号", 6},
                          {"文件", 34},
                          {"部门", 26},
                          {"年度", 8},
                          {"页数", 7},
                          {"表格", 7},
                          {"已归类", 8},
                          {"已证实", 8},
                          {"已读", 8},
                          {"存疑", 8},
                          {"已更正", 8},
                          {"疑点：高", 8},
                          {"疑点：中", 8},
                          {"疑点：低", 8},
                          {"提示", 8},
                          {"未采用", 8},
                          {"备注", 40}});
  int row = kHeadRow + 1;
  for (const DocumentSummary& each : documents) {
    AddDocument(each, row, row - kHeadRow, &sheet);
    ++row;
  }
  AddLegend(row + 1, &sheet);
  SetHeights(&sheet);
  return sheet;
}

Sheet MakeFindingsSheet(const std::vector<ListedFinding>& findings) {
  const std::vector<Column> columns = {{"序号", 6},     {"文件", 28}, {"规则", 7},  {"名称", 24},
                                       {"严重程度", 9}, {"定性", 10}, {"说明", 60}, {"应为", 14},
                                       {"实为", 14},    {"差额", 12}, {"算式", 34}, {"页", 6},
                                       {"位置", 30},    {"处理", 9}};
  Sheet sheet = NewSheet(kFindingsSheet, "疑点清单", columns);
  int row = kHeadRow + 1;
  for (const ListedFinding& line : findings) {
    const Finding& finding = line.finding;
    const FindingCell* first = finding.cells.empty() ? nullptr : &finding.cells.front();
    int col = 0;
    const auto add = [&](SheetCell cell) { sheet.cells.push_back(std::move(cell)); };
    add(Count(row, col++, row - kHeadRow));
    add(Text(row, col++, line.file));
    add(Text(row, col++, finding.rule));
    add(Text(row, col++, finding.title));
    add(Text(row, col++, std::string(WordOf(finding.severity))));
    add(Text(row, col++, std::string(WordOf(finding.verdict))));
    add(Text(row, col++, finding.message));
    for (const std::string& amount : {finding.expected, finding.actual, finding.difference})
      add(Amount(row, col++, amount));
    add(Text(row, col++, finding.formula));
    add(first == nullptr ? Text(row, col, "") : Count(row, col, first->page));
    add(Linked(Text(row, col + 1, first == nullptr ? "" : PlaceOf(*first)), line.link));
    add(Text(row, col + 2, std::string(WordOf(finding.state))));
    ++row;
  }
  if (!findings.empty())
    sheet.filter = SheetFilter{kHeadRow, row - 1, static_cast<int>(columns.size()) - 1};
  SetHeights(&sheet);
  return sheet;
}

}  // namespace juesuan
