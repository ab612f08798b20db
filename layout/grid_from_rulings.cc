#include "layout/grid_from_rulings.h"

#include <algorithm>
#include <optional>

#include "layout/text_lines.h"

namespace juesuan {
namespace {

constexpr double kInside = 0.5;  // share of a word that a table must hold

// A lattice with a map from its atoms to its cells.
class CellMap {
 public:
  explicit CellMap(const Lattice& lattice)
      : lattice_(lattice), cols_(lattice.xs.size() - 1), of_atom_(cols_ * (lattice.ys.size() - 1)) {
    for (size_t i = 0; i < lattice.cells.size(); ++i) {
      const LatticeCell& cell = lattice.cells[i];
      for (int r = cell.row; r < cell.row + cell.row_span; ++r)
        for (int c = cell.col; c < cell.col + cell.col_span; ++c)
          of_atom_[static_cast<size_t>(r) * cols_ + static_cast<size_t>(c)] = i;
    }
  }

  // The cell that holds most of `box`; nullopt if the lattice holds less than half of it.
  std::optional<size_t> CellOf(const Box& box) const {
    const Box inside = Intersect(box, lattice_.box);
    if (inside.Area() < kInside * box.Area()) return std::nullopt;
    std::optional<size_t> best;
    double most = 0;
    const size_t row1 = Step(lattice_.ys, inside.y1), col1 = Step(lattice_.xs, inside.x1);
    for (size_t r = Step(lattice_.ys, inside.y0); r <= row1; ++r)
      for (size_t c = Step(lattice_.xs, inside.x0); c <= col1; ++c) {
        const size_t cell = of_atom_[r * cols_ + c];
        const double area = Intersect(box, lattice_.cells[cell].box).Area();
        if (area > most) most = area, best = cell;
      }
    return best;
  }

 private:
  static size_t Step(const std::vector<double>& edges, double at) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, at);
    return static_cast<size_t>(after - edges.begin()) - 1;
  }

  const Lattice& lattice_;
  size_t cols_;
  std::vector<size_t> of_atom_;
};

struct Place {
  size_t lattice = 0, cell = 0;
};

std::optional<Place> PlaceOf(const Box& box, const std::vector<Lattice>& lattices,
                             const std::vector<CellMap>& maps) {
  std::optional<Place> place;
  for (size_t i = 0; i < lattices.size(); ++i) {
    const std::optional<size_t> cell = maps[i].CellOf(box);
    if (!cell) continue;
    if (!place || lattices[i].box.Area() < lattices[place->lattice].box.Area())
      place = Place{i, *cell};
  }
  return place;
}

PageTable TableOf(int page, const Lattice& lattice) {
  PageTable table;
  table.page = page;
  table.box = Round2(lattice.box);
  table.xs = lattice.xs;
  table.ys = lattice.ys;
  for (const LatticeCell& c : lattice.cells) {
    GridCell cell;
    cell.row = c.row;
    cell.col = c.col;
    cell.row_span = c.row_span;
    cell.col_span = c.col_span;
    cell.page = page;
    cell.box = Round2(c.box);
    table.cells.push_back(cell);
  }
  return table;
}

}  // namespace

RuledTables FindRuledTables(const WordPage& page) {
  const std::vector<Lattice> lattices = FindLattices(page.rulings);
  std::vector<CellMap> maps;
  std::vector<std::vector<std::vector<const Word*>>> words;  // by lattice and cell
  RuledTables found;
  for (const Lattice& lattice : lattices) {
    maps.emplace_back(lattice);
    words.emplace_back(lattice.cells.size());
    found.tables.push_back(TableOf(page.page, lattice));
  }
  for (const Word& word : page.words) {
    if (const auto place = PlaceOf(word.box, lattices, maps)) {
      words[place->lattice][place->cell].push_back(&word);
    } else {
      found.rest.push_back(&word);
    }
  }
  for (const UnreadRegion& region : page.unread)
    if (const auto place = PlaceOf(region.box, lattices, maps))
      found.tables[place->lattice].cells[place->cell].unread = true;
  for (size_t i = 0; i < lattices.size(); ++i)
    for (size_t j = 0; j < words[i].size(); ++j)
      found.tables[i].cells[j].lines = LinesOf(page.page, std::move(words[i][j]));
  return found;
}

}  // namespace juesuan
