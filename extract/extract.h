// Tables to facts: which grid is which form, and what its cells mean.
#pragma once

#include "base/facts.h"
#include "base/tables.h"
#include "extract/pack.h"

namespace juesuan {

// Part of the stage's recipe: raised when the same tables give other facts, so that facts of an
// older juesuan are stale.
constexpr char kExtracting[] = "extracting=24";

// The facts of a document. Every grid has one TableClaim, claimed or with the reason why not; every
// value cell of a claimed grid one Record; whatever could not be used a Reject with place and
// reason. Boxes are on the page as displayed. A record's (form, panel, line, measure) is the same
// in every variant of the form: rules are written on it.
//
// A table printed twice (分单位 and 分科目) gives records once: from the one whose rows are codes.
// Where a table prints no unit, the unit all other tables agree on holds; if there is none, its
// numbers are suspect with Unit::kNone.
DocumentFacts Extract(const DocumentLayout& layout, const FormPacks& packs);

}  // namespace juesuan
