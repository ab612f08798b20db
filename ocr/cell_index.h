// Which ruled cell of a page a point lies in.
#pragma once

#include <vector>

#include "base/lattice.h"

namespace juesuan {

class CellIndex {
 public:
  explicit CellIndex(const std::vector<Ruling>& rulings);

  // The number of the cell around `point`, counted over all lattices of the page; -1 outside them.
  int Find(Point point) const;

  const std::vector<Lattice>& lattices() const { return lattices_; }

 private:
  std::vector<Lattice> lattices_;
};

}  // namespace juesuan
