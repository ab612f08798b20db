#include "tests/extract/grid_from_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

TextLine LineOf(const std::string& text, Reader by, double score) {
  TextLine line;
  line.page = 1;
  line.size = 10;
  Reading reading;
  reading.by = by;
  reading.text = text;
  reading.score = score;
  line.readings.push_back(std::move(reading));
  return line;
}

std::vector<std::vector<std::string>> Cells(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& raw : Split(text, '\n')) {
    const std::string line(Trim(raw));
    if (line.empty()) continue;
    std::vector<std::string> cells = Split(line, '|');
    cells.erase(cells.begin());
    cells.pop_back();
    for (std::string& cell : cells) cell = std::string(Trim(cell));
    rows.push_back(std::move(cells));
  }
  return rows;
}

void AddLines(const std::string& text, Reader by, double score, GridCell* cell) {
  std::string rest = text;
  for (size_t at; (at = rest.find("\\n")) != std::string::npos; rest = rest.substr(at + 2))
    cell->lines.push_back(LineOf(rest.substr(0, at), by, score));
  if (!rest.empty()) cell->lines.push_back(LineOf(rest, by, score));
}

}  // namespace

TableGrid GridFromText(const std::string& text, Reader by, double score) {
  TableGrid grid;
  const auto rows = Cells(text);
  grid.number = 1;
  grid.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) grid.cols = std::max(grid.cols, static_cast<int>(row.size()));
  const auto at = [&](int r, int c) -> std::string {
    const auto& row = rows[static_cast<size_t>(r)];
    return c < static_cast<int>(row.size()) ? row[static_cast<size_t>(c)] : "";
  };
  for (int r = 0; r < grid.rows; ++r) {
    for (int c = 0; c < grid.cols; ++c) {
      const std::string own = at(r, c);
      if (own == "<" || own == "^") continue;
      GridCell cell;
      cell.row = r;
      cell.col = c;
      cell.page = 1;
      while (c + cell.col_span < grid.cols && at(r, c + cell.col_span) == "<") ++cell.col_span;
      while (r + cell.row_span < grid.rows && at(r + cell.row_span, c) == "^") ++cell.row_span;
      cell.box = {50.0 * c, 20.0 * r, 50.0 * (c + cell.col_span), 20.0 * (r + cell.row_span)};
      AddLines(own, by, score, &cell);
      grid.cells.push_back(std::move(cell));
    }
  }
  grid.parts.push_back({1, {0, 0, 50.0 * grid.cols, 20.0 * grid.rows}, 0, grid.rows, 0});
  return grid;
}

TableGrid TableFromText(const std::vector<std::string>& above, const std::string& text,
                        const std::vector<std::string>& below) {
  TableGrid grid = GridFromText(text);
  for (const std::string& line : above) grid.above.push_back(LineOf(line, Reader::kLayer, 1));
  for (const std::string& line : below) grid.below.push_back(LineOf(line, Reader::kLayer, 1));
  return grid;
}

DocumentLayout LayoutOf(std::vector<TableGrid> tables, const std::vector<std::string>& cover) {
  DocumentLayout layout;
  Paragraph paragraph;
  paragraph.page = 1;
  for (const std::string& line : cover) paragraph.lines.push_back(LineOf(line, Reader::kLayer, 1));
  if (!cover.empty()) layout.paragraphs.push_back(std::move(paragraph));
  int number = 0;
  for (TableGrid& table : tables) {
    table.number = ++number;
    for (GridCell& cell : table.cells) cell.page = number;
    for (GridPart& part : table.parts) part.page = number;
    layout.pages.push_back({number, {595, 842, 0, 0}, PageKind::kBornDigital});
    layout.tables.push_back(std::move(table));
  }
  return layout;
}

}  // namespace juesuan
