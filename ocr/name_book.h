// Reads names by comparing their pictures with those of names that were read before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/raster.h"
#include "base/words.h"

namespace juesuan {

// One document prints 社会保障和就业支出 on six of its ten tables, in one typeface and size. The
// book keeps the picture of each name that the recogniser surely read and gives the reading back
// where the same picture stands again. Pictures are the same if they are equally wide and high but
// for noise and differ nowhere, in no stretch of most of a character, by more than prints of one
// character do: names of one document differ by whole characters, not by a single small stroke (末
// and 未 are not told apart, and need not be). What holds a digit is never learnt: figures have a
// book of their own (ocr/figure_book.h).
class NameBook {
 public:
  // Remembers `reading` of `line` (CutLine) if it is a name: two Han characters or more, no digit.
  void Learn(const Raster& line, const Reading& reading);

  // The reading of the known picture nearest to `line`; nothing if none is near enough.
  std::optional<Reading> Read(const Raster& line) const;

 private:
  struct Entry {
    Raster ink;  // darkness, blurred
    Reading reading;
  };
  std::vector<Entry> known_;
};

// How unlike two pictures of lines are where they differ most: 0 equal, about 1 nothing in common;
// more than 1 if their sizes differ; of what is more than `enough`, a part that is. Takes darkness,
// 0 paper.
double NameDistance(const Raster& a, const Raster& b, double enough);

// Darkness of `line` (dark on white), blurred a little.
Raster NameInk(const Raster& line);

}  // namespace juesuan
