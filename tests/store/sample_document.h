// Documents for the tests of the store, made up whole.
#pragma once

#include <filesystem>
#include <string>

#include "store/database.h"

namespace juesuan {

struct Sample {
  DocumentRow row;
  DocumentLayout layout;
  DocumentFacts facts;
};

// A small disclosure: one claimed table of two rows on two pages with a record of every kind, one
// unclaimed grid, a reject, a failed page, paragraphs. `seed` makes it a different document.
Sample SmallSample(int seed);

// A document of the usual size: `pages` pages, `tables` tables of `rows` by `cols` cells each.
Sample LargeSample(int seed, int pages, int tables, int rows, int cols);

// One that could not be opened.
Sample FailedSample(int seed);

Result<SaveOutcome> SaveSample(Database& database, const Sample& sample);

std::string DumpOf(Database& database);

// A folder that is removed with it.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace juesuan
