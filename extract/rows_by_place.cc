#include "extract/rows_by_place.h"

#include <algorithm>
#include <string>

#include "base/facts.h"

namespace juesuan {
namespace {

// The items of a panel in the form's order.
std::vector<const LineItem*> ItemsOf(const FormPack& form, const std::string& panel) {
  std::vector<const LineItem*> items;
  for (const LineItem& line : form.lines)
    if (line.code.empty() && line.after.empty() && (line.panel.empty() || line.panel == panel))
      items.push_back(&line);
  return items;
}

size_t PlaceOf(const std::string& name, const std::vector<const LineItem*>& items) {
  size_t at = 0;
  while (at < items.size() && items[at]->name != name) ++at;
  return at;
}

bool IsMisread(const RowKey& row) {
  return !row.known && !row.structure && !row.text.by_layer && !row.text.label.empty();
}

void Take(const LineItem& item, RowKey* row) {
  row->line = item.name;
  row->unit = item.unit;
  row->known = true;
  row->problem.clear();
  row->doubt = std::string(kKeyDoubt) + "行标签未能辨认，按位置认作“" + item.name + "”";
}

}  // namespace

void LinesByPlace(const FormPack& form, size_t side, std::vector<std::vector<RowKey>>* rows) {
  for (size_t first = 1; first < rows->size(); ++first) {
    const RowKey& above = (*rows)[first - 1][side];
    if (!above.known || !IsMisread((*rows)[first][side])) continue;
    size_t end = first;
    while (end < rows->size() && IsMisread((*rows)[end][side])) ++end;
    if (end == rows->size() || !(*rows)[end][side].known) continue;
    const std::vector<const LineItem*> items = ItemsOf(form, above.panel);
    const size_t from = PlaceOf(above.line, items), to = PlaceOf((*rows)[end][side].line, items);
    if (to == items.size() || to - from != end - first + 1 || to < from) continue;
    for (size_t i = first; i < end; ++i) Take(*items[from + 1 + i - first], &(*rows)[i][side]);
  }
}

}  // namespace juesuan
