// The lines of an export as JSON, without line ends.
#pragma once

#include <string>

#include "base/json.h"
#include "store/export_rows.h"

namespace juesuan {

Json DocumentLine(const StoredDocument& document, const DocumentCounts& counts);
Json TableLine(const StoredDocument& document, const TableContent& table);
// `department` and `year`: as found on the cover, else on the table's head.
Json RecordLine(const StoredDocument& document, const Record& record);
Json RejectLine(const StoredDocument& document, const Reject& reject);

}  // namespace juesuan
