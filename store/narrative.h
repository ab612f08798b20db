// The figures of sentences in the database: written, read, and as lines of an export.
#pragma once

#include <functional>
#include <vector>

#include "base/narrative.h"
#include "store/database.h"
#include "store/export_csv.h"
#include "store/sqlite.h"

namespace juesuan {

// REQUIRES: a write transaction; no such rows of the document.
Status WriteNarrative(Connection& connection, int64_t document,
                      const std::vector<NarrativeFact>& facts);
Status DeleteNarrative(Connection& connection, int64_t document);

// In reading order. A document that failed has none.
Status EachFact(Connection& connection, const std::string& sha256,
                const std::function<void(NarrativeFact)>& take);

Json NarrativeLine(const StoredDocument& document, const NarrativeFact& fact);
CsvRow NarrativeCsvHead();
CsvRow NarrativeCsvRow(const StoredDocument& document, const NarrativeFact& fact);

}  // namespace juesuan
