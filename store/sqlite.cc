#include "store/sqlite.h"

#include <sqlite3.h>

#include <chrono>
#include <thread>
#include <utility>

namespace juesuan {
namespace {

constexpr int kBusyMilliseconds = 10'000;

ErrorCode CodeOf(int sqlite_code) {
  switch (sqlite_code & 0xff) {
    case SQLITE_CONSTRAINT:  // two rows of one key, a row without its parent
    case SQLITE_MISMATCH:
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::kMalformed;
    case SQLITE_CANTOPEN:
      return ErrorCode::kNotFound;
    case SQLITE_NOMEM:
    case SQLITE_FULL:
    case SQLITE_TOOBIG:
      return ErrorCode::kLimit;
    default:
      return ErrorCode::kExternal;
  }
}

}  // namespace

Query::Query(Query&& other) noexcept
    : connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      busy_(other.busy_),
      bound_(other.bound_),
      error_(std::move(other.error_)) {}

Query::~Query() {
  if (statement_ == nullptr) return;
  if (busy_ == nullptr) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  *busy_ = false;
}

void Query::Begin(size_t arguments) {
  JUESUAN_CHECK(static_cast<int>(arguments) == sqlite3_bind_parameter_count(statement_));
  sqlite3_reset(statement_);
  bound_ = 0;
  error_.reset();
}

void Query::Bind(int64_t value) {
  JUESUAN_CHECK(sqlite3_bind_int64(statement_, ++bound_, value) == SQLITE_OK);
}

void Query::Bind(std::string_view value) {
  // The caller's bytes outlive the run (see Start), so SQLite need not copy them. A null pointer
  // would bind NULL, which an empty string is not.
  const char* bytes = value.empty() ? "" : value.data();
  if (sqlite3_bind_text(statement_, ++bound_, bytes, static_cast<int>(value.size()),
                        SQLITE_STATIC) != SQLITE_OK)
    error_ = connection_->LastError();
}

void Query::BindNull() { JUESUAN_CHECK(sqlite3_bind_null(statement_, ++bound_) == SQLITE_OK); }

bool Query::Next() {
  if (error_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) error_ = connection_->LastError();
  return false;
}

Status Query::status() {
  sqlite3_reset(statement_);
  if (error_) return *error_;
  return Ok();
}

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Query::Int64(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::Text(int column) const {
  // As a blob: a text it would first copy to close it with a zero.
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

int Query::Columns() const { return sqlite3_column_count(statement_); }

Result<Connection> Connection::Open(const std::filesystem::path& path, bool create) {
  if (!create && !std::filesystem::exists(path))
    return MakeError(ErrorCode::kNotFound, "no database '" + path.string() + "'");
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  JUESUAN_CHECK(handle != nullptr);
  Connection connection(handle);
  if (code != SQLITE_OK) return connection.LastError();
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  JUESUAN_RETURN_IF_ERROR(connection.Execute("PRAGMA foreign_keys = ON"));
  return connection;
}

Connection::Connection(Connection&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), kept_(std::move(other.kept_)) {}

Connection::~Connection() {
  for (const auto& [sql, kept] : kept_) sqlite3_finalize(kept.statement);
  sqlite3_close(handle_);
}

Status Connection::UseWriteAheadLog() {
  // The change to WAL does not wait for another process that is just doing the same.
  const auto until =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyMilliseconds);
  Status wal = Execute("PRAGMA journal_mode = WAL");
  while (!wal.ok() && (sqlite3_errcode(handle_) & 0xff) == SQLITE_BUSY &&
         std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    wal = Execute("PRAGMA journal_mode = WAL");
  }
  JUESUAN_RETURN_IF_ERROR(wal);
  // A power cut may lose the last documents, which are then loaded again, but never halves of them.
  // The cache holds a large document, the log some dozens of usual ones.
  return Execute(
      "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
}

Result<Query> Connection::Prepare(std::string_view sql) {
  const auto known = kept_.find(sql);
  if (known != kept_.end() && !known->second.busy) {
    known->second.busy = true;
    return Query(this, known->second.statement, &known->second.busy);
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
    return LastError();
  if (known != kept_.end()) return Query(this, statement, nullptr);
  Kept& kept = kept_.emplace(sql, Kept{statement, true}).first->second;
  return Query(this, statement, &kept.busy);
}

Status Connection::Execute(std::string_view sql) {
  if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return LastError();
  return Ok();
}

Result<int64_t> Connection::Scalar(std::string_view sql) {
  JUESUAN_TRY(Query query, Prepare(sql));
  query.Start();
  const int64_t value = query.Next() ? query.Int64(0) : 0;
  JUESUAN_RETURN_IF_ERROR(query.status());
  return value;
}

int64_t Connection::LastRowId() const { return sqlite3_last_insert_rowid(handle_); }

Error Connection::LastError() const {
  return MakeError(CodeOf(sqlite3_errcode(handle_)),
                   std::string("database: ") + sqlite3_errmsg(handle_));
}

Result<Transaction> Transaction::Begin(Connection& connection, Kind kind) {
  JUESUAN_RETURN_IF_ERROR(
      connection.Execute(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"));
  return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
  // Fails only where SQLite has rolled back already.
  if (connection_ != nullptr) (void)connection_->Execute("ROLLBACK").ok();
}

Status Transaction::Commit() {
  JUESUAN_CHECK(connection_ != nullptr);
  JUESUAN_RETURN_IF_ERROR(connection_->Execute("COMMIT"));
  connection_ = nullptr;
  return Ok();
}

}  // namespace juesuan
