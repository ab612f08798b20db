#include "tests/extract/facts_of.h"

#include <gtest/gtest.h>

#include <utility>

namespace juesuan {

const FormPacks& Packs() {
  static const FormPacks* const packs = new FormPacks(FormPacks::Load(JUESUAN_FORMS).value());
  return *packs;
}

DocumentFacts FactsOf(std::vector<TableGrid> tables) {
  return Extract(LayoutOf(std::move(tables)), Packs());
}

const Record& At(const DocumentFacts& facts, const std::string& row, const std::string& measure) {
  static const Record none;
  for (const Record& r : facts.records)
    if (r.row_key == row && r.measure == measure) return r;
  ADD_FAILURE() << "no record " << row << "/" << measure;
  return none;
}

}  // namespace juesuan
