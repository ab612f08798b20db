#include "corpus/agree.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quantity.h"
#include "base/text.h"

namespace juesuan {
namespace {

bool SamePlace(const PlacedAmount& a, const PlacedAmount& b) {
  return a.page == b.page && (a.box.Contains(b.box.Center()) || b.box.Contains(a.box.Center()));
}

std::string Note(const char* what, const PlacedAmount& at, const std::string& other) {
  return fmt::format("{} page {} [{:.0f} {:.0f} {:.0f} {:.0f}]: {} -> {}", what, at.page, at.box.x0,
                     at.box.y0, at.box.x1, at.box.y1, at.value, other);
}

}  // namespace

std::string AmountOf(const std::string& text) {
  std::string plain = Squeeze(text);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  const auto value = ParseDecimal(plain);
  return value && value->scale > 0 ? value->ToString() : "";
}

Result<std::vector<PlacedAmount>> ParseAmounts(const std::string& json_lines) {
  std::vector<PlacedAmount> amounts;
  for (const std::string& line : Split(json_lines, '\n')) {
    if (line.empty()) continue;
    JUESUAN_TRY(const Json table, Json::Parse(line));
    for (const Json& cell : table.Items("cells")) {
      const std::string value = AmountOf(cell.Str("text"));
      if (value.empty()) continue;
      amounts.push_back({static_cast<int>(cell.Int("page")), cell.GetBox("box"), value});
    }
  }
  return amounts;
}

Agreement Agree(const std::vector<PlacedAmount>& first, const std::vector<PlacedAmount>& second) {
  Agreement result;
  std::vector<bool> taken(second.size());
  for (const PlacedAmount& amount : first) {
    ++result.amounts;
    size_t found = second.size();
    for (size_t i = 0; i < second.size(); ++i) {
      if (taken[i] || !SamePlace(amount, second[i])) continue;
      found = i;
      if (second[i].value == amount.value) break;
    }
    if (found == second.size()) {
      ++result.missing;
      result.notes.push_back(Note("missing", amount, "none"));
      continue;
    }
    taken[found] = true;
    if (second[found].value == amount.value) {
      ++result.same;
    } else {
      ++result.differ;
      result.notes.push_back(Note("differ", amount, second[found].value));
    }
  }
  for (size_t i = 0; i < second.size(); ++i) {
    if (taken[i]) continue;
    ++result.invented;
    result.notes.push_back(Note("invented", second[i], "none in the first"));
  }
  return result;
}

Json ToJson(const Agreement& agreement) {
  Json json = Json::Object();
  json.Set("amounts", agreement.amounts).Set("same", agreement.same);
  json.Set("differ", agreement.differ).Set("missing", agreement.missing);
  return json.Set("invented", agreement.invented);
}

std::vector<std::string> BelowFloor(const Agreement& agreement, const Json& floor) {
  constexpr int64_t kMillion = 1'000'000;
  std::vector<std::string> short_of;
  const int64_t same =
      agreement.amounts > 0 ? agreement.same * kMillion / agreement.amounts : kMillion;
  if (same < floor.Int("same_ppm"))
    short_of.push_back(
        fmt::format("same_ppm is {}, the floor asks >= {}", same, floor.Int("same_ppm")));
  const std::pair<const char*, int64_t> most[] = {{"differ", agreement.differ},
                                                  {"invented", agreement.invented}};
  for (const auto& [name, have] : most) {
    const std::optional<int64_t> bound = floor.MaybeInt(name);
    if (bound && have > *bound)
      short_of.push_back(fmt::format("{} is {}, the floor asks <= {}", name, have, *bound));
  }
  return short_of;
}

}  // namespace juesuan
