#include "corpus/printed_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/text.h"

namespace juesuan {
namespace {

struct Place {
  int page = 0;
  Box box;

  bool Holds(int other_page, const Box& other) const {
    return page == other_page && box.Contains(other.Center());
  }
};

struct Places {
  std::vector<Place> tables;
  std::vector<Place> prose;  // cells with sentences, in which a number is no amount of the table
};

bool HasHan(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return std::any_of(points.begin(), points.end(), IsCjk);
}

Result<Places> PlacesOf(const std::string& json_lines) {
  Places places;
  for (const std::string& line : Split(json_lines, '\n')) {
    if (line.empty()) continue;
    JUESUAN_TRY(const Json table, Json::Parse(line));
    for (const Json& part : table.Items("parts"))
      places.tables.push_back({static_cast<int>(part.Int("page")), part.GetBox("box")});
    for (const Json& cell : table.Items("cells"))
      if (HasHan(cell.Str("text")))
        places.prose.push_back({static_cast<int>(cell.Int("page")), cell.GetBox("box")});
  }
  return places;
}

}  // namespace

Result<std::vector<PlacedAmount>> ParsePrintedAmounts(const std::string& html,
                                                      const std::string& json_lines) {
  static const RE2 kTag(
      R"re((<page )|<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<)re");
  JUESUAN_TRY(const Places places, PlacesOf(json_lines));
  std::vector<PlacedAmount> amounts;
  int page = 0;
  re2::StringPiece rest(html), new_page;
  std::array<std::string, 4> sides;
  std::string word;
  while (RE2::FindAndConsume(&rest, kTag, &new_page, &sides[0], &sides[1], &sides[2], &sides[3],
                             &word)) {
    if (!new_page.empty()) {
      ++page;
      continue;
    }
    const Box box{std::stod(sides[0]), std::stod(sides[1]), std::stod(sides[2]),
                  std::stod(sides[3])};
    const std::string value = AmountOf(word);
    const auto holds = [&](const Place& place) { return place.Holds(page, box); };
    if (!value.empty() && std::any_of(places.tables.begin(), places.tables.end(), holds) &&
        std::none_of(places.prose.begin(), places.prose.end(), holds))
      amounts.push_back({page, box, value});
  }
  if (page == 0) return MakeError(ErrorCode::kMalformed, "no page in what pdftotext printed");
  return amounts;
}

}  // namespace juesuan
