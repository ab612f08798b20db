// What figures of a document together say of each of their characters.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "ocr/figure_shapes.h"

namespace juesuan {

// An engine that errs on one figure in ten seldom errs on one character in the same way each time.
// Shapes that are alike are put together and take a vote: each reading that has as many characters
// as shapes gives one to each. A figure is then read by what its shapes were mostly taken for, even
// one whose own reading had a character too many or too few.
class FigureCensus {
 public:
  // Counts the votes of a figure as an engine read it. No effect if there is not one shape for each
  // character of `text`, or if its points and commas stand where none can be (MarksAreTold).
  void Count(const std::vector<FigureShape>& shapes, const std::string& text);

  // What the shapes print: every one of them is near to shapes that were seen several times and
  // nearly always read alike, and far from all others; else nothing. The score is the least share
  // of the votes.
  std::optional<Reading> Read(const std::vector<FigureShape>& shapes, Reader by) const;

 private:
  struct Cluster {
    FigureShape shape;  // the first one seen
    std::map<char, int> votes;
    int all = 0;
  };
  struct Verdict {
    char label = 0;
    double share = 0;
  };
  Verdict Decide(const FigureShape& shape) const;

  std::vector<Cluster> clusters_;
};

}  // namespace juesuan
