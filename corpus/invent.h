// Invented departments: disclosures of places that do not exist, whose every figure follows from
// one ledger, in any of the variants of the form.
#pragma once

#include "corpus/disclosure.h"
#include "corpus/variant.h"

namespace juesuan {

// The same seed and variant give the same disclosure.
Disclosure Invent(uint32_t seed, const Variant& variant);

// The sentences of 情况说明 (invent_prose.cc), consistent with the forms.
struct InventContext;
std::vector<Block> InventProse(const InventContext& context);

}  // namespace juesuan
