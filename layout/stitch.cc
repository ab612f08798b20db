#include "layout/stitch.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "layout/column_kinds.h"
#include "layout/column_match.h"
#include "layout/cut_rows.h"
#include "layout/running_lines.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr int kClosingRows = 2;
constexpr double kSameHeader = 0.75;  // of the header's cells that must read the same

// A table under construction.
struct Open {
  StitchedTable table;
  std::vector<double> xs;
};

Open Begin(const PageTable& part, PartPlace place) {
  Open open;
  TableGrid& grid = open.table.grid;
  grid.rows = part.Rows();
  grid.cols = part.Cols();
  grid.ruled = part.ruled;
  grid.header_rows = part.header_rows;
  grid.parts = {{part.page, part.box, 0, part.Rows(), 0}};
  grid.cells = part.cells;
  open.table.places = {place};
  open.xs = part.xs;
  return open;
}

// The edges that a row's cells have, as indexes into the common edges.
std::vector<int> EdgesOfRow(const std::vector<GridCell>& cells, int row,
                            const std::vector<int>& index) {
  std::vector<int> edges;
  for (const GridCell& cell : cells)
    if (cell.row <= row && row < cell.row + cell.row_span)
      edges.push_back(index[static_cast<size_t>(cell.col)]);
  std::sort(edges.begin(), edges.end());
  return edges;
}

// True for texts of which more than half was changed: other words, not the same ones misread.
bool IsOtherText(const std::string& a, const std::string& b) {
  const std::u32string x = ToCodePoints(MatchForm(a)), y = ToCodePoints(MatchForm(b));
  constexpr size_t kLeast = 4;
  const size_t longer = std::max(x.size(), y.size());
  if (std::min(x.size(), y.size()) < kLeast) return false;
  const int half = static_cast<int>(longer / 2);
  return EditDistance(x, y, half) > half;
}

// The same words, or what a recogniser made of them under a mark: a sign more, a letter less.
bool MayBeSame(const GridCell& a, const GridCell& b) {
  const auto from_pixels = [](const GridCell& cell) {
    return !cell.lines.empty() && !cell.lines.front().readings.empty() &&
           cell.lines.front().readings.front().by != Reader::kLayer;
  };
  if (SameText(a.Text(), b.Text())) return true;
  if (!from_pixels(a) || !from_pixels(b)) return false;
  const std::u32string x = ToCodePoints(MatchForm(a.Text())), y = ToCodePoints(MatchForm(b.Text()));
  const int third = static_cast<int>(std::max(x.size(), y.size()) / 3);
  return EditDistance(x, y, third) <= third;
}

// Header rows of `open` printed again at the top of `part`; 0 if they are not. A cell with other
// words makes it another header: 项目名称 with another project beside it.
int RepeatedHeader(const Open& open, const PageTable& part, const ColumnMatch& match) {
  const TableGrid& grid = open.table.grid;
  if (grid.header_rows == 0 || part.Rows() < grid.header_rows) return 0;
  int same = 0, all = 0;
  for (const GridCell& cell : grid.cells) {
    if (cell.row >= grid.header_rows || cell.lines.empty()) continue;
    ++all;
    const int at = match.of_a[static_cast<size_t>(cell.col)];
    for (const GridCell& other : part.cells)
      if (other.row == cell.row && match.of_b[static_cast<size_t>(other.col)] == at) {
        if (IsOtherText(cell.Text(), other.Text())) return 0;
        same += MayBeSame(cell, other) ? 1 : 0;
      }
  }
  return all > 0 && same >= kSameHeader * all ? grid.header_rows : 0;
}

// The part begins with words where the table above has amounts: a header of another table.
bool HasOwnHeader(const Open& open, const PageTable& part, const ColumnMatch& match) {
  if (part.header_rows == 0) return false;
  const TableGrid& grid = open.table.grid;
  const auto kinds = ColumnKinds(grid.cells, grid.header_rows, grid.cols);
  int words = 0, amounts = 0;
  for (size_t c = 0; c < kinds.size(); ++c) {
    if (kinds[c] != ColumnKind::kAmount) continue;
    ++amounts;
    for (const GridCell& cell : part.cells) {
      if (cell.row >= part.header_rows || cell.lines.empty()) continue;
      const int from = match.of_b[static_cast<size_t>(cell.col)];
      const int to = match.of_b[static_cast<size_t>(cell.col + cell.col_span)];
      const int at = match.of_a[c];
      if (from <= at && at < to && !IsNumber(cell.Text())) {
        ++words;
        break;
      }
    }
  }
  return words >= std::min(2, amounts) && amounts > 0;
}

// The last row or two alone on the next page: totals whose labels are merged over columns of the
// table above, so that all its edges are the table's, but not all the table's are its.
bool IsClosingRow(const PageTable& part, const ColumnMatch& match) {
  const bool adds_no_column = match.of_a.size() == match.xs.size();
  const bool has_amount = std::any_of(part.cells.begin(), part.cells.end(),
                                      [](const GridCell& cell) { return IsNumber(cell.Text()); });
  return adds_no_column && has_amount && part.Rows() <= kClosingRows;
}

// A sign or two without a Han letter, read from pixels: what a mark or a speck left there. No
// caption is so short.
bool IsSpeck(const TextLine& line) {
  constexpr size_t kMostSigns = 2;
  if (line.readings.empty() || line.readings.front().by == Reader::kLayer) return false;
  const std::u32string points = ToCodePoints(MatchForm(line.Text()));
  return points.size() <= kMostSigns && std::none_of(points.begin(), points.end(), IsCjk);
}

bool IsContinuationMark(const std::string& text) {
  const std::string form = MatchForm(text);
  return form.find("续表") != std::string::npos || form.find("(续)") != std::string::npos;
}

class Stitcher {
 public:
  explicit Stitcher(const std::vector<PageParts>& pages)
      : pages_(pages), running_(FindRunningLines(pages)) {}

  std::vector<StitchedTable> Run() {
    for (size_t p = 0; p < pages_.size(); ++p)
      for (size_t t = 0; t < pages_[p].tables.size(); ++t)
        if (t > 0 || p == 0 || open_.empty() || !Continue({p, t}))
          open_.push_back(Begin(pages_[p].tables[t], {p, t}));
    std::vector<StitchedTable> tables;
    for (Open& open : open_) tables.push_back(std::move(open.table));
    return tables;
  }

 private:
  const PageTable& Part(PartPlace place) const { return pages_[place.page].tables[place.table]; }

  // Whether only page furniture or repeats of `open`'s caption stand between its end and `next`.
  bool Adjoins(const Open& open, PartPlace next) const {
    const PartPlace last = open.table.places.back();
    const PageParts &end = pages_[last.page], &start = pages_[next.page];
    if (last.page + 1 != next.page || !Follows(start, end)) return false;
    if (last.table + 1 != end.tables.size()) return false;
    for (size_t i = 0; i < end.lines.size(); ++i)
      if (!running_[last.page][i] && end.lines[i].box.Center().y > Part(last).box.y1 &&
          !IsSpeck(end.lines[i]))
        return false;
    const PageParts& head = pages_[open.table.places.front().page];
    for (size_t i = 0; i < start.lines.size(); ++i) {
      const TextLine& line = start.lines[i];
      if (running_[next.page][i] || line.box.Center().y > Part(next).box.y0 || IsSpeck(line))
        continue;
      const bool repeats =
          std::any_of(head.lines.begin(), head.lines.end(),
                      [&](const TextLine& other) { return SameText(line.Text(), other.Text()); });
      if (!repeats && !IsContinuationMark(line.Text())) return false;
    }
    return true;
  }

  bool Continue(PartPlace place) {
    Open& open = open_.back();
    const PageTable& part = Part(place);
    if (!Adjoins(open, place) || open.table.grid.ruled != part.ruled) return false;
    const std::optional<ColumnMatch> match = MatchColumns(open.xs, part.xs);
    if (!match) return false;
    const int repeated = RepeatedHeader(open, part, *match);
    if (repeated == part.Rows()) return false;
    if (repeated == 0 && HasOwnHeader(open, part, *match)) return false;
    if (!match->Equal() && !IsClosingRow(part, *match) &&
        EdgesOfRow(open.table.grid.cells, open.table.grid.rows - 1, match->of_a) !=
            EdgesOfRow(part.cells, repeated, match->of_b))
      return false;
    Append(open, part, place, *match, repeated);
    return true;
  }

  static void Append(Open& open, const PageTable& part, PartPlace place, const ColumnMatch& match,
                     int repeated) {
    TableGrid& grid = open.table.grid;
    for (GridCell& cell : grid.cells) Remap(cell, match.of_a);
    const int first_row = grid.rows;
    std::vector<GridCell> cells;
    for (GridCell cell : part.cells) {
      if (cell.row < repeated) continue;
      Remap(cell, match.of_b);
      cell.row += first_row - repeated;
      cells.push_back(std::move(cell));
    }
    open.xs = match.xs;
    grid.cols = static_cast<int>(match.xs.size()) - 1;
    const int joined = JoinCutRow(grid, cells);
    grid.rows += part.Rows() - repeated - joined;
    grid.cells.insert(grid.cells.end(), cells.begin(), cells.end());
    grid.parts.push_back({part.page, part.box, first_row, grid.rows - first_row, repeated});
    open.table.places.push_back(place);
  }

  static void Remap(GridCell& cell, const std::vector<int>& index) {
    const int end = index[static_cast<size_t>(cell.col + cell.col_span)];
    cell.col = index[static_cast<size_t>(cell.col)];
    cell.col_span = end - cell.col;
  }

  const std::vector<PageParts>& pages_;
  std::vector<std::vector<bool>> running_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<StitchedTable> StitchTables(const std::vector<PageParts>& pages) {
  return Stitcher(pages).Run();
}

}  // namespace juesuan
