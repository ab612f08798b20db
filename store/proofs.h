// Which records of a document are proven, and by which identities: the table `proofs`, written with
// the findings, read with the records.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "store/findings.h"
#include "store/sqlite.h"

namespace juesuan {

// Whether a change says no more than that its record is proven, and by what.
bool IsProof(const RecordChange& change);

// Writes those of `changes` that are proofs. REQUIRES: a write transaction; no such rows of the
// document; each change is of one of `places`.
Status WriteProofs(Connection& connection, int64_t document, const std::vector<RecordPlace>& places,
                   const std::vector<RecordChange>& changes);

class Proofs {
 public:
  // Of one document.
  static Result<Proofs> Of(Connection& connection, int64_t document);

  // The evidence of the n-th record of a cell; nullptr: it is not proven by a row here.
  const std::vector<std::string>* Find(int table, int row, int col, int n) const;

 private:
  std::map<std::array<int, 4>, std::vector<std::string>> evidence_;  // by table, row, column, n
};

}  // namespace juesuan
