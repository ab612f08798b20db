#include "base/lattice.h"

#include <gtest/gtest.h>

#include <string>

namespace juesuan {
namespace {

Ruling H(double y, double x0, double x1) { return {true, y, x0, x1, 0.5}; }
Ruling V(double x, double y0, double y1) { return {false, x, y0, y1, 0.5}; }

// A full grid of `rows` by `cols` cells, 50 pt wide and 15 pt high, from (x, y).
std::vector<Ruling> FullGrid(int rows, int cols, double x = 100, double y = 100) {
  std::vector<Ruling> rulings;
  for (int r = 0; r <= rows; ++r) rulings.push_back(H(y + 15 * r, x, x + 50 * cols));
  for (int c = 0; c <= cols; ++c) rulings.push_back(V(x + 50 * c, y, y + 15 * rows));
  return rulings;
}

// "row,col rows x cols" of every cell, for comparing at a glance.
std::string Describe(const Lattice& lattice) {
  std::string text;
  for (const LatticeCell& c : lattice.cells) {
    text += std::to_string(c.row) + "," + std::to_string(c.col);
    if (c.row_span > 1 || c.col_span > 1)
      text += ":" + std::to_string(c.row_span) + "x" + std::to_string(c.col_span);
    text += " ";
  }
  return text;
}

TEST(Lattice, NothingGivesNothing) { EXPECT_TRUE(FindLattices({}).empty()); }

TEST(Lattice, FullGrid) {
  const auto lattices = FindLattices(FullGrid(2, 3));
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 0,2 1,0 1,1 1,2 ");
  EXPECT_EQ(lattices[0].cells[4].box, (Box{150, 115, 200, 130}));
  EXPECT_EQ(lattices[0].box, (Box{100, 100, 250, 130}));
}

TEST(Lattice, CellsDrawnOneByOneGiveTheSameGrid) {
  std::vector<Ruling> rulings;
  for (int r = 0; r < 2; ++r)
    for (int c = 0; c < 3; ++c) {
      const double x = 100 + 50 * c + 0.3 * r, y = 100 + 15 * r - 0.2 * c;
      rulings.insert(rulings.end(), {H(y, x, x + 50), H(y + 15, x, x + 50), V(x, y, y + 15),
                                     V(x + 50, y, y + 15)});
    }
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 0,2 1,0 1,1 1,2 ");
}

TEST(Lattice, SpansWhereTheRulingIsMissing) {
  // Header: one cell over two columns, one over two rows.
  const auto lattices =
      FindLattices({H(100, 100, 250), H(115, 100, 200), H(130, 100, 250), H(145, 100, 250),
                    V(100, 100, 145), V(150, 115, 145), V(200, 100, 145), V(250, 100, 145)});
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0:1x2 0,2:2x1 1,0 1,1 2,0 2,1 2,2 ");
}

TEST(Lattice, DoubledAndJitteringLinesAreOne) {
  auto rulings = FullGrid(2, 2);
  rulings.push_back(H(101.4, 100, 200));
  rulings.push_back(V(201.2, 100.5, 131));
  rulings.push_back(H(115.6, 120, 198));
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 1,0 1,1 ");
}

TEST(Lattice, EndsThatAreShortOrOvershootStillMeet) {
  const auto lattices = FindLattices({H(100, 103, 203), H(115.4, 97, 197), H(130, 102.5, 203),
                                      V(100.3, 103, 133), V(150, 98, 127.5), V(200, 102.5, 132)});
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 1,0 1,1 ");
}

TEST(Lattice, SmallGapsAreBridged) {
  const auto lattices =
      FindLattices({H(100, 100, 200), H(115, 100, 200), H(130, 100, 200), V(100, 100, 130),
                    V(150, 100, 108), V(150, 110.5, 130), V(200, 100, 130)});
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 1,0 1,1 ");
}

TEST(Lattice, OpenOuterBordersAreClosed) {
  // Three lines and two inner verticals: the left and right borders are not drawn.
  const auto sides = FindLattices(
      {H(100, 100, 250), H(115, 100, 250), H(130, 100, 250), V(150, 100, 130), V(200, 100, 130)});
  ASSERT_EQ(sides.size(), 1u);
  EXPECT_EQ(Describe(sides[0]), "0,0 0,1 0,2 1,0 1,1 1,2 ");
  EXPECT_EQ(sides[0].box, (Box{100, 100, 250, 130}));
  // The page edge cuts the bottom border off.
  const auto bottom = FindLattices(
      {H(100, 100, 200), H(115, 100, 200), V(100, 100, 130), V(150, 100, 130), V(200, 100, 130)});
  ASSERT_EQ(bottom.size(), 1u);
  EXPECT_EQ(Describe(bottom[0]), "0,0 0,1 1,0 1,1 ");
}

TEST(Lattice, ABreakThatWouldLeaveAnLShapeIsMended) {
  // Three rows of one vertical, broken off in the middle; the row line stops there too, so that the
  // break joins three atoms.
  auto rulings = FullGrid(3, 2);
  rulings.erase(rulings.begin() + 1);   // the line at 115 …
  rulings.push_back(H(115, 150, 200));  // … is drawn on the right only
  rulings.erase(rulings.begin() + 4);   // the vertical at 150 …
  rulings.push_back(V(150, 100, 115));
  rulings.push_back(V(150, 130, 145));  // … breaks off in row 1
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0:2x1 0,1 1,1 2,0 2,1 ");
}

TEST(Lattice, TwoTablesStayApart) {
  auto rulings = FullGrid(2, 2);
  for (const Ruling& r : FullGrid(2, 3, 100, 180)) rulings.push_back(r);
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 2u);
  EXPECT_EQ(lattices[0].cells.size(), 4u);
  EXPECT_EQ(lattices[1].cells.size(), 6u);
}

TEST(Lattice, FrameAroundThePageAndUnderlinesAreNoTables) {
  auto rulings = FullGrid(2, 2);
  for (const Ruling& r : {H(20, 20, 575), H(820, 20, 575), V(20, 20, 820), V(575, 20, 820),
                          H(400, 100, 300), H(60, 300, 360)})
    rulings.push_back(r);
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(lattices[0].cells.size(), 4u);
}

TEST(Lattice, AStrokeInsideACellBoundsNothing) {
  auto rulings = FullGrid(2, 2);
  rulings.push_back(V(120, 112, 116));  // a stroke that touches a row line
  rulings.push_back(H(107, 148, 160));
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 1,0 1,1 ");
}

TEST(Lattice, TheStemOfAGlyphPartsNoRow) {
  auto rulings = FullGrid(3, 2);
  rulings.push_back(V(120, 117, 128));  // in the middle row only
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0 0,1 1,0 1,1 2,0 2,1 ");
  // Over a row that is parted otherwise, it is the split of a header.
  rulings.erase(rulings.begin() + 6);  // the right border …
  rulings.push_back(V(200, 100, 115));
  EXPECT_EQ(FindLattices(rulings)[0].cells.size(), 7u);
}

// The header of a table whose total alone is left for its last page: 编码 and 名称 in two lines.
TEST(Lattice, AHighRowIsPartedWhereItsNeighboursAreNot) {
  const std::vector<Ruling> rulings = {H(100, 100, 200), H(115, 100, 200), H(143, 100, 200),
                                       H(158, 100, 200), V(100, 100, 158), V(120, 115, 143),
                                       V(150, 100, 158), V(200, 100, 158)};
  const auto lattices = FindLattices(rulings);
  ASSERT_EQ(lattices.size(), 1u);
  EXPECT_EQ(Describe(lattices[0]), "0,0:1x2 0,2 1,0 1,1 1,2 2,0:1x2 2,2 ");
}

TEST(Lattice, CellsAreDisjointAndCover) {
  for (const auto& rulings : {FullGrid(5, 4), FullGrid(1, 2), FullGrid(40, 12)}) {
    for (const Lattice& lattice : FindLattices(rulings)) {
      size_t atoms = 0;
      for (const LatticeCell& c : lattice.cells)
        atoms += static_cast<size_t>(c.row_span * c.col_span);
      EXPECT_EQ(atoms, (lattice.xs.size() - 1) * (lattice.ys.size() - 1));
    }
  }
}

}  // namespace
}  // namespace juesuan
