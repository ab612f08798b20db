// The schema, as the steps that led to it. schema/NNN_name.sql is step NNN; the build embeds the
// files (embed_sql.cmake). A step that has been released is never changed: a change is a new step.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"

namespace juesuan {

struct Migration {
  int version = 0;  // 1, 2, 3, …
  std::string_view sql;
};

const std::vector<Migration>& Migrations();

// Brings the database to the last of `migrations`, in one transaction; PRAGMA user_version holds
// where it stands. Errors: kUnsupported: a newer version than the last; kMalformed: a database of
// some other program.
Status Migrate(Connection& connection, const std::vector<Migration>& migrations);

}  // namespace juesuan
