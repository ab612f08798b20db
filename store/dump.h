// The whole database as text, for comparing two of them with diff.
#pragma once

#include <ostream>

#include "store/database.h"

namespace juesuan {

// One line a row: the table's name, the first 16 digits of the document's sha256, then the columns,
// with tabs between. Tab, newline and backslash are written \t \n \\, NULL is \N. Documents by
// sha256; below a document, table by table in key order. The same documents give the same text, in
// whatever order they were loaded.
Status Dump(Database& database, std::ostream& out);

}  // namespace juesuan
