// A connection and its prepared statements. sqlite.cc is the only file that knows SQLite.
//
// Not thread safe: one connection a thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace juesuan {

class Connection;

// A prepared statement on loan from its connection, which takes it back for reuse. Must not outlive
// the connection. Parameters are bound by position: `?` each, all of them, every time.
class Query {
 public:
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  // Runs to the end, rows thrown away. REQUIRES: as many arguments as the statement has parameters.
  template <typename... Args>
  Status Run(const Args&... args) {
    Begin(sizeof...(args));
    (Bind(args), ...);
    while (Next()) {
    }
    return status();
  }

  // Starts reading rows: query.Start(id); while (query.Next()) …; then look at status().
  // Text arguments must live until the last Next().
  template <typename... Args>
  void Start(const Args&... args) {
    Begin(sizeof...(args));
    (Bind(args), ...);
  }
  bool Next();      // false at the end and on an error
  Status status();  // what stopped the last run, and makes the statement ready for the next

  // The columns of the current row, 0-based. Text is valid until the next Next().
  bool IsNull(int column) const;
  int64_t Int64(int column) const;
  int Int(int column) const { return static_cast<int>(Int64(column)); }
  std::string_view Text(int column) const;
  std::string Str(int column) const { return std::string(Text(column)); }
  int Columns() const;

 private:
  friend class Connection;
  // `busy`: the mark of the kept statement, to be cleared at its return; null: not a kept one.
  Query(Connection* connection, sqlite3_stmt* statement, bool* busy)
      : connection_(connection), statement_(statement), busy_(busy) {}

  void Begin(size_t arguments);
  void Bind(int64_t value);
  void Bind(int value) { Bind(static_cast<int64_t>(value)); }
  void Bind(bool value) { Bind(static_cast<int64_t>(value)); }
  void Bind(std::string_view value);
  void Bind(const std::string& value) { Bind(std::string_view(value)); }
  void Bind(const char* value) { Bind(std::string_view(value)); }
  void BindNull();
  template <typename T>
  void Bind(const std::optional<T>& value) {
    value ? Bind(*value) : BindNull();
  }

  Connection* connection_;
  sqlite3_stmt* statement_;
  bool* busy_;
  int bound_ = 0;
  std::optional<Error> error_;
};

class Connection {
 public:
  // Opens the database file with foreign keys on; every call waits up to ten seconds for another
  // process. `create`: makes the file if there is none, else kNotFound. That a file is no database
  // shows at its first use: kMalformed.
  static Result<Connection> Open(const std::filesystem::path& path, bool create);

  Connection(Connection&& other) noexcept;
  Connection& operator=(Connection&& other) = delete;
  ~Connection();

  // From then on a writer does not hinder readers. Kept in the file.
  Status UseWriteAheadLog();

  // `sql` is one statement. Prepared once and kept.
  Result<Query> Prepare(std::string_view sql);
  // Statements without parameters, separated by semicolons.
  Status Execute(std::string_view sql);
  // The first column of the first row of a statement without parameters; 0 if there is none.
  Result<int64_t> Scalar(std::string_view sql);
  int64_t LastRowId() const;

 private:
  friend class Query;
  explicit Connection(sqlite3* handle) : handle_(handle) {}
  Error LastError() const;

  struct Kept {
    sqlite3_stmt* statement = nullptr;
    bool busy = false;
  };
  sqlite3* handle_;
  std::map<std::string, Kept, std::less<>> kept_;  // by text; a node never moves
};

// BEGIN … COMMIT; rolls back when it goes out of scope uncommitted.
class Transaction {
 public:
  enum class Kind {
    kRead,   // one unchanging view of the database
    kWrite,  // and the right to write, taken at once
  };
  static Result<Transaction> Begin(Connection& connection, Kind kind);

  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Status Commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;  // null: committed or moved from
};

}  // namespace juesuan
