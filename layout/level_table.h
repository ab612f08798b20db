// Tables between level rulings, before their columns are known.
#pragma once

#include <optional>
#include <vector>

#include "base/lattice.h"
#include "base/level_frame.h"
#include "base/words.h"
#include "layout/level_words.h"

namespace juesuan {

// Words that stand side by side, one over the other or nearly so: a row, or one of the lines of a
// row whose label wraps.
struct LevelRow {
  double y0 = 0, y1 = 0;  // of its words' middles
  std::vector<LevelWord> words;

  bool HasNumber() const;
};

// What stands between two full rulings.
struct LevelStrip {
  double y0 = 0, y1 = 0;
  std::vector<LevelRow> rows;
};

// Figures beside other words; no 栏次, no names of columns.
bool IsData(const LevelRow& row);

// A part of a table on one page. Its header may be missing (a continuation), or a lattice.
struct LevelTable {
  Box box;                           // between the outer rulings
  std::vector<Ruling> rulings;       // level ones inside the header
  double header_end = 0;             // box.y0 without a header
  std::vector<double> header_xs;     // columns of a header that is ruled; else empty
  std::vector<double> header_edges;  // all upright rulings in it
  std::vector<LevelStrip> header;    // of one that is not
  std::vector<LevelStrip> strips;    // the body; a 栏次 row belongs to it
  bool open_end = false;             // no ruling ends it (open_frames.h)

  bool HasHeader() const { return header_end > box.y0; }
};

// The table with the last strip of its header in the body: the rest of a row that the end of the
// page before cut. nullopt if that leaves no header.
std::optional<LevelTable> WithoutLastHeaderStrip(LevelTable table);

// The table with its header strips in the body.
LevelTable WithoutHeader(LevelTable table);

// The table, which has no header strip, with the rows above its first data as the header.
// nullopt if there are none, or a lone word only.
std::optional<LevelTable> WithHeaderOfRows(LevelTable table);

// Whether a row is 栏次: 1, 2, 3 … from left to right, beside two other words at most.
bool IsNumberRow(const LevelRow& row);

// Cuts frames into tables. A table begins with its header (words only, or a lattice), goes on with
// data (numbers beside other words) and ends at the last full ruling before text that is none of
// both: titles between two tables. `lattices`: FindLattices of the page's rulings; what they cover
// is no part of a table but its header. `before`: the last table of the page before, if no ruling
// ends it. `page` must outlive the result.
std::vector<LevelTable> FindLevelTables(const WordPage& page, const std::vector<Lattice>& lattices,
                                        const LevelTable* before);

// The words as rows: components of words whose middles lie within 0.8 of their height. Top to
// bottom.
std::vector<LevelRow> RowsOfWords(std::vector<LevelWord> words);

}  // namespace juesuan
