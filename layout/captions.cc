#include "layout/captions.h"

#include <algorithm>

#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr size_t kLinesBefore = 8;  // of the page before, where nothing stands above on the page

// The lines of a page between two heights.
std::vector<TextLine> Between(const PageParts& page, double top, double bottom) {
  std::vector<TextLine> lines;
  for (const TextLine& line : page.lines) {
    const double y = line.box.Center().y;
    if (y > top && y < bottom) lines.push_back(line);
  }
  return lines;
}

double BottomOfTablesAbove(const PageParts& page, size_t table) {
  double bottom = -1e9;
  for (size_t i = 0; i < table; ++i)
    if (page.tables[i].box.y1 <= page.tables[table].box.Center().y)
      bottom = std::max(bottom, page.tables[i].box.y1);
  return bottom;
}

double TopOfTablesBelow(const PageParts& page, size_t table) {
  double top = 1e9;
  for (size_t i = table + 1; i < page.tables.size(); ++i)
    if (page.tables[i].box.y0 >= page.tables[table].box.Center().y)
      top = std::min(top, page.tables[i].box.y0);
  return top;
}

bool OnlyPageNumbers(const std::vector<TextLine>& lines) {
  return std::all_of(lines.begin(), lines.end(),
                     [](const TextLine& line) { return IsPageNumber(line.Text()); });
}

std::vector<TextLine> LastLines(const PageParts& page) {
  double bottom = -1e9;
  for (const PageTable& table : page.tables) bottom = std::max(bottom, table.box.y1);
  std::vector<TextLine> lines = Between(page, bottom, 1e9);
  if (lines.size() > kLinesBefore)
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kLinesBefore));
  return lines;
}

}  // namespace

void AttachCaptions(const std::vector<PageParts>& pages, const std::vector<PartPlace>& places,
                    TableGrid& grid) {
  const PartPlace first = places.front(), last = places.back();
  const PageParts& page = pages[first.page];
  const double above = BottomOfTablesAbove(page, first.table);
  grid.above = Between(page, above, page.tables[first.table].box.y0);
  const bool first_on_page = above < 0;
  const bool follows = first.page > 0 && Follows(page, pages[first.page - 1]);
  if (first_on_page && follows && OnlyPageNumbers(grid.above)) {
    std::vector<TextLine> before = LastLines(pages[first.page - 1]);
    grid.above.insert(grid.above.begin(), before.begin(), before.end());
  }
  const PageParts& end = pages[last.page];
  grid.below = Between(end, end.tables[last.table].box.y1, TopOfTablesBelow(end, last.table));
}

}  // namespace juesuan
