// Whether two parts of a table, on two pages, have the same columns.
#pragma once

#include <optional>
#include <vector>

namespace juesuan {

// The edges of both parts together, in the frame of the first, and where each part's edges are
// among them.
struct ColumnMatch {
  std::vector<double> xs;
  std::vector<int> of_a, of_b;  // index in xs of every edge

  bool Equal() const { return of_a.size() == xs.size() && of_b.size() == xs.size(); }
};

// nullopt unless every edge of one part is an edge of the other too. The second part may be shifted
// and a little scaled (6 %): its outer edges are laid on the first one's. Edges agree within 0.8 %
// of the table's width and 40 % of the narrower column beside them. REQUIRES: ascending, at least
// two each.
std::optional<ColumnMatch> MatchColumns(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace juesuan
