#include "ocr/word_order.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace juesuan {

void SortInReadingOrder(std::vector<Word>* words) {
  std::sort(words->begin(), words->end(), [](const Word& a, const Word& b) {
    return std::make_tuple(a.box.Center().y, a.box.x0, a.Text()) <
           std::make_tuple(b.box.Center().y, b.box.x0, b.Text());
  });
  std::vector<int> row(words->size(), 0);
  double row_y = 0, row_size = 0;
  for (size_t i = 0; i < words->size(); ++i) {
    const Word& word = (*words)[i];
    const double y = word.box.Center().y;
    const bool same = i > 0 && y - row_y < 0.4 * std::min(row_size, word.size);
    row[i] = i == 0 ? 0 : row[i - 1] + (same ? 0 : 1);
    if (!same) {
      row_y = y;
      row_size = word.size;
    }
  }
  std::vector<size_t> order(words->size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::make_pair(row[a], (*words)[a].box.x0) < std::make_pair(row[b], (*words)[b].box.x0);
  });
  std::vector<Word> sorted;
  sorted.reserve(words->size());
  for (const size_t i : order) sorted.push_back(std::move((*words)[i]));
  *words = std::move(sorted);
}

}  // namespace juesuan
