// The rows below one document: written and deleted. Part of Database::Save.
#pragma once

#include "base/facts.h"
#include "base/tables.h"
#include "store/sqlite.h"

namespace juesuan {

// REQUIRES: a write transaction; no rows of the document. Errors: as Database::Save.
Status WriteContent(Connection& connection, int64_t document, const DocumentLayout& layout,
                    const DocumentFacts& facts);

Status DeleteContent(Connection& connection, int64_t document);

}  // namespace juesuan
