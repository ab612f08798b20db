#include "ocr/glyph_witness.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr int kMostLooks = 4;

// One code point for each glyph as it is compared; 0 for a glyph without text or with several.
char32_t Compared(const std::string& text) {
  const std::u32string points = ToCodePoints(MatchForm(text));
  return points.size() == 1 ? points[0] : 0;
}

bool IsOfFigures(char32_t c) {
  return (c >= U'0' && c <= U'9') || c == U'.' || c == U',' || c == U'-' || c == U'%';
}

// For each of `said`, the place in `seen` that stands for it; -1 for none. The cheapest alignment;
// among equals, substitutions before gaps.
std::vector<int> Align(const std::u32string& said, const std::u32string& seen) {
  const size_t n = said.size(), m = seen.size();
  std::vector<std::vector<int>> cost(n + 1, std::vector<int>(m + 1));
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = static_cast<int>(i + j);
        continue;
      }
      const int other = said[i - 1] == seen[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j - 1] + other, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
    }
  }
  std::vector<int> place(n, -1);
  for (size_t i = n, j = m; i > 0;) {
    const int other = j > 0 && said[i - 1] == seen[j - 1] ? 0 : 1;
    if (j > 0 && cost[i][j] == cost[i - 1][j - 1] + other) {
      place[--i] = static_cast<int>(--j);
    } else if (cost[i][j] == cost[i - 1][j] + 1) {
      --i;
    } else {
      --j;
    }
  }
  return place;
}

}  // namespace

void GlyphWitness::Compare(const LayerRun& run, const std::string& seen) {
  std::u32string said;
  for (const std::string& text : run.texts) said += Compared(text);
  const std::u32string read = ToCodePoints(MatchForm(seen));
  const std::vector<int> place = Align(said, read);
  // Where the lengths differ, a character that went astray stands for nobody.
  const bool whole = said.size() == read.size();
  for (size_t i = 0; i < said.size(); ++i) {
    Count& count = counts_[run.keys[i]];
    ++count.looked;
    count.figure = count.figure || IsOfFigures(said[i]);
    if (place[i] < 0) continue;
    const char32_t shown = read[static_cast<size_t>(place[i])];
    if (shown == said[i]) {
      ++count.agreed;
    } else if (whole) {
      ++count.contradicted;
      count.figure = count.figure || IsOfFigures(shown);
    }
  }
}

bool GlyphWitness::IsSettled(const GlyphKey& key) const {
  const auto found = counts_.find(key);
  if (found == counts_.end()) return false;
  const Count& count = found->second;
  return (count.agreed > 0 && count.contradicted == 0) || count.looked >= kMostLooks;
}

std::set<GlyphKey> GlyphWitness::Liars() const {
  std::set<GlyphKey> liars;
  for (const auto& [key, count] : counts_)
    if (count.figure && count.agreed <= count.contradicted) liars.insert(key);
  return liars;
}

double Likeness(const std::string& a, const std::string& b) {
  const std::u32string p = ToCodePoints(MatchForm(a)), q = ToCodePoints(MatchForm(b));
  const size_t longest = std::max(p.size(), q.size());
  if (longest == 0) return 1;
  const int distance = EditDistance(p, q, static_cast<int>(longest));
  return 1 - static_cast<double>(distance) / static_cast<double>(longest);
}

}  // namespace juesuan
