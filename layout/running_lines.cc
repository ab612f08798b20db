#include "layout/running_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kMargin = 0.125;     // of the page's height
constexpr double kSameHeight = 0.01;  // of the page's height
constexpr size_t kPages = 3;

bool InMargin(const PageParts& page, const TextLine& line) {
  const double y = line.box.Center().y / page.frame.frame.height;
  return y < kMargin || y > 1 - kMargin;
}

// No other piece stands on the line's height: a page number is alone, a code in a table is not.
bool IsAlone(const PageParts& page, const TextLine& line) {
  return std::none_of(page.lines.begin(), page.lines.end(), [&](const TextLine& other) {
    return &other != &line && std::abs(other.box.Center().y - line.box.Center().y) <
                                  0.5 * std::min(line.box.Height(), other.box.Height());
  });
}

}  // namespace

std::vector<std::vector<bool>> FindRunningLines(const std::vector<PageParts>& pages) {
  std::map<std::string, std::vector<double>>
      heights;  // of every text in a margin, by share of page
  std::vector<std::vector<std::string>> keys(pages.size());
  for (size_t p = 0; p < pages.size(); ++p)
    for (const TextLine& line : pages[p].lines) {
      std::string key = InMargin(pages[p], line) ? MatchForm(line.Text()) : "";
      if (!key.empty()) heights[key].push_back(line.box.Center().y / pages[p].frame.frame.height);
      keys[p].push_back(std::move(key));
    }
  std::vector<std::vector<bool>> running(pages.size());
  for (size_t p = 0; p < pages.size(); ++p)
    for (size_t i = 0; i < keys[p].size(); ++i) {
      const TextLine& line = pages[p].lines[i];
      size_t same = 0;
      if (!keys[p][i].empty()) {
        const double y = line.box.Center().y / pages[p].frame.frame.height;
        for (const double other : heights[keys[p][i]])
          if (std::abs(other - y) < kSameHeight) ++same;
      }
      running[p].push_back(same >= kPages || (!keys[p][i].empty() && IsPageNumber(keys[p][i]) &&
                                              IsAlone(pages[p], line)));
    }
  return running;
}

}  // namespace juesuan
