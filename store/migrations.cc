#include "store/migrations.h"

#include <string>

namespace juesuan {
namespace {

constexpr int64_t kApplicationId = 0x4a534a0a;  // "JSJ\n" in the header of the file

Status CheckOurs(Connection& connection, int64_t version, int64_t newest) {
  JUESUAN_TRY(const int64_t application, connection.Scalar("PRAGMA application_id"));
  JUESUAN_TRY(const int64_t objects, connection.Scalar("SELECT count(*) FROM sqlite_schema"));
  const bool fresh = objects == 0 && version == 0;
  if (!fresh && application != kApplicationId)
    return MakeError(ErrorCode::kMalformed, "the database belongs to another program");
  if (version > newest)
    return MakeError(ErrorCode::kUnsupported,
                     "the database has schema version " + std::to_string(version) +
                         ", made by a newer juesuan; this one knows up to " +
                         std::to_string(newest));
  return Ok();
}

}  // namespace

Status Migrate(Connection& connection, const std::vector<Migration>& migrations) {
  JUESUAN_CHECK(!migrations.empty());
  const int newest = migrations.back().version;
  {
    // One view of version and tables: another process may just be making the database.
    JUESUAN_TRY(Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
    JUESUAN_TRY(const int64_t found, connection.Scalar("PRAGMA user_version"));
    JUESUAN_RETURN_IF_ERROR(CheckOurs(connection, found, newest));
    if (found == newest) return Ok();
  }

  JUESUAN_TRY(Transaction transaction, Transaction::Begin(connection, Transaction::Kind::kWrite));
  // Looked at again: another process may have done it while this one waited.
  JUESUAN_TRY(const int64_t version, connection.Scalar("PRAGMA user_version"));
  JUESUAN_RETURN_IF_ERROR(CheckOurs(connection, version, newest));
  JUESUAN_RETURN_IF_ERROR(
      connection.Execute("PRAGMA application_id = " + std::to_string(kApplicationId)));
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    JUESUAN_RETURN_IF_ERROR(connection.Execute(migration.sql));
    JUESUAN_RETURN_IF_ERROR(
        connection.Execute("PRAGMA user_version = " + std::to_string(migration.version)));
  }
  return transaction.Commit();
}

}  // namespace juesuan
