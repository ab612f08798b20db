// The rows that check leaves below one document: written and deleted. Part of SaveFindings, and of
// Database::Save, which drops what was said of other facts.
#pragma once

#include "store/findings.h"
#include "store/sqlite.h"

namespace juesuan {

// REQUIRES, all: a write transaction. The writers: no such rows of the document.
Status WriteFindings(Connection& connection, int64_t document,
                     const std::vector<Finding>& findings);
// Errors: kMalformed: a change of a record that is not there.
Status WriteChanges(Connection& connection, int64_t document,
                    const std::vector<RecordChange>& changes);
// Counts the document's records by status anew. Last, when records and changes are written.
Status CountStatuses(Connection& connection, int64_t document);
// Findings and checked statuses; what reviewers made of findings stays.
Status DeleteFindings(Connection& connection, int64_t document);

}  // namespace juesuan
