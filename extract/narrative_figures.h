// Every figure of a passage: digits, unit, and what kind of thing they are by themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "extract/narrative_grammar.h"

namespace juesuan {

enum class FigureKind {
  kQuantity,   // an amount, a percentage, a count
  kDate,       // 2024年, 12月
  kOrdinal,    // the number of a paragraph: 1、
  kThreshold,  // part of a name: 100万元（含）以上
};

struct Figure {
  size_t begin = 0, digits_end = 0, end = 0;  // bytes of the text; `end` with the unit
  FigureKind kind = FigureKind::kQuantity;
  UnitKind unit_kind = UnitKind::kNone;
  std::string unit;  // by its full name; "" if none is printed
  std::optional<Decimal> value;
};

// `text` as NarrativePassage::text.
std::vector<Figure> FiguresIn(const std::string& text, const NarrativeGrammar& grammar);

}  // namespace juesuan
