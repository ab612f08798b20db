// The rows that check leaves below one document: written and deleted. Part of SaveFindings, and of
// Database::Save, which drops what was said of other facts.
#pragma once

#include "store/findings.h"
#include "store/sqlite.h"

namespace juesuan {

// REQUIRES, all: a write transaction. The writers: no such rows of the document.
Status WriteFindings(Connection& connection, int64_t document,
                     const std::vector<Finding>& findings);
// Also counts the document's records by status anew: of a document that nobody checked, without
// changes. Errors: kMalformed: a change of a record that is not there.
Status WriteChanges(Connection& connection, int64_t document, std::vector<RecordPlace> places,
                    const std::vector<RecordChange>& changes);
// Findings and checked statuses; what reviewers made of findings stays.
Status DeleteFindings(Connection& connection, int64_t document);

}  // namespace juesuan
