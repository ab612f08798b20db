#include "ocr/cell_index.h"

namespace juesuan {

CellIndex::CellIndex(const std::vector<Ruling>& rulings) : lattices_(FindLattices(rulings)) {}

int CellIndex::Find(Point point) const {
  int first = 0;
  for (const Lattice& lattice : lattices_) {
    const int cells = static_cast<int>(lattice.cells.size());
    if (lattice.box.Contains(point)) {
      for (int i = 0; i < cells; ++i)
        if (lattice.cells[i].box.Contains(point)) return first + i;
    }
    first += cells;
  }
  return -1;
}

}  // namespace juesuan
