// Text layers that lie: PDFs whose text is not what is seen. The truth is always what is seen.
#pragma once

#include <string>

#include "base/result.h"
#include "corpus/drawing.h"

namespace juesuan {

enum class MapLie {
  kNone,
  kSwap,    // some digits stand for each other
  kPoint,   // the point stands for a comma and the comma for a point
  kShift,   // every character is the next one of Unicode
  kAbsent,  // there is no map
};

enum class LayerLie {
  kNone,
  kHidden,   // over the picture of the page, in render mode 3
  kUnder,    // under the picture of the page
  kOutside,  // beside the page
};

struct Lie {
  MapLie map = MapLie::kNone;
  int digits = 2;         // of kSwap: how many digits are not themselves
  bool one_font = false;  // of the map lies: only the first font with digits lies
  LayerLie layer = LayerLie::kNone;
  int wrong = 5;  // of the layer lies: per cent of its digits that are wrong
  int seed = 1;   // which digits
};

// "map=swap,digits=3", "map=none", "layer=hidden,wrong=10,seed=7". Errors: kUsage.
Result<Lie> ParseLie(const std::string& text);

// The text of `drawing` as a careless reader of its pages would have it: level text alone, its
// digits wrong here and there.
Drawing LayerOf(const Drawing& drawing, const Lie& lie);

// Makes the text of a drawn PDF lie. With a layer lie the PDF is a scan with its layer (scan.h).
// Errors: kMalformed.
Result<std::string> TellLie(std::string pdf, const Lie& lie);

}  // namespace juesuan
