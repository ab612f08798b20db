#include "layout/build_layout.h"

#include <algorithm>
#include <utility>

#include "layout/captions.h"
#include "layout/complete_rulings.h"
#include "layout/cut_numbers.h"
#include "layout/grid_from_alignment.h"
#include "layout/grid_from_rulings.h"
#include "layout/half_ruled.h"
#include "layout/header_rows.h"
#include "layout/paragraphs.h"
#include "layout/split_rows.h"
#include "layout/stitch.h"
#include "layout/text_lines.h"
#include "layout/two_up.h"

namespace juesuan {
namespace {

// `page` with the rulings that CompleteRulings added.
PageParts PartsOf(const WordPage& page, const Box& area, const std::vector<Box>& completed) {
  PageParts parts;
  parts.frame = {page.page, page.frame, page.kind};
  parts.area = area;
  RuledTables ruled = FindRuledTables(page);
  parts.tables = std::move(ruled.tables);
  for (PageTable& table : parts.tables) {
    SplitRows(table);
    table.ruled = std::none_of(completed.begin(), completed.end(),
                               [&](const Box& box) { return box.Contains(table.box.Center()); });
  }
  AlignedTables aligned = FindAlignedTables(page.page, ruled.rest, page.rulings);
  for (PageTable& table : aligned.tables) parts.tables.push_back(std::move(table));
  std::stable_sort(parts.tables.begin(), parts.tables.end(),
                   [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
  JoinHalfRuled(parts.tables);
  for (PageTable& table : parts.tables) table.header_rows = CountHeaderRows(table);
  parts.lines = PiecesOf(page.page, std::move(aligned.rest));
  return parts;
}

}  // namespace

DocumentLayout BuildLayout(std::vector<WordPage> sheets, std::vector<PageFailure> failures) {
  DocumentLayout layout;
  for (WordPage& page : sheets) {
    page.words = MendCutNumbers(page.words);
    layout.pages.push_back({page.page, page.frame, page.kind});
  }
  std::vector<WordPage> pages;
  std::vector<Box> areas;
  for (PrintedPage& page : PartTwoUp(std::move(sheets))) {
    pages.push_back(std::move(page.words));
    areas.push_back(page.area);
  }
  const std::vector<AddedRulings> added = CompleteRulings(pages);
  std::vector<PageParts> parts;
  for (size_t i = 0; i < pages.size(); ++i) {
    pages[i].rulings.insert(pages[i].rulings.end(), added[i].rulings.begin(),
                            added[i].rulings.end());
    parts.push_back(PartsOf(pages[i], areas[i], added[i].tables));
  }
  for (StitchedTable& table : StitchTables(parts)) {
    AttachCaptions(parts, table.places, table.grid);
    table.grid.number = static_cast<int>(layout.tables.size()) + 1;
    layout.tables.push_back(std::move(table.grid));
  }
  layout.paragraphs = FindParagraphs(parts);
  layout.failures = std::move(failures);
  return layout;
}

}  // namespace juesuan
