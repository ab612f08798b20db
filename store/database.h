// The database of all documents: what run, status, export, check, show and review share.
//
// It is a cache of the artefacts: delete it, load them again, and Dump (store/dump.h) gives the
// same text, whatever the order of loading. One writer and many readers may have it open at once,
// each with a Database of its own; a process that is killed leaves whole documents only. Not thread
// safe.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/facts.h"
#include "base/result.h"
#include "base/tables.h"
#include "store/sqlite.h"

namespace juesuan {

// A document as a run hands it in.
struct DocumentRow {
  std::string sha256;          // 64 hex digits: the identity
  std::string file;            // a name of it
  int pages = 0;               // 0 if it could not be opened
  std::string key;             // of its facts artefact; "" if it failed
  std::optional<Error> error;  // why the whole document failed
  bool force = false;          // replace even what has the same key
};

enum class SaveOutcome {
  kAdded,     // not known before
  kReplaced,  // known with another key: its rows are new
  kKept,      // known with this key: nothing written, but for a further name
};

// A document as the database holds it.
struct StoredDocument {
  std::string sha256;
  std::string file;                // of its names the first in byte order
  std::vector<std::string> names;  // all of them, in byte order
  int pages = 0;
  std::string key;
  std::string kind, department, year;
  std::optional<Error> error;
};

class Database {
 public:
  // Opens or makes the database and brings its schema up to date. Errors: kUnsupported (made by a
  // newer juesuan), kMalformed (not a database, or another program's), kNotFound (no such folder),
  // kExternal.
  static Result<Database> Open(const std::filesystem::path& path);
  // The same, but kNotFound where there is no such file.
  static Result<Database> OpenExisting(const std::filesystem::path& path);

  // Replaces all rows of one document, in one transaction; findings of other facts go with them. A
  // row with an error takes no layout and no facts: it is stored so that status can name it, until
  // a later load is good. Errors: kMalformed: facts and layout do not belong together (a claim,
  // record or reject of a table that is not there; two cells at one place; a box on a page without
  // frame): nothing is written.
  Result<SaveOutcome> Save(const DocumentRow& document, const DocumentLayout& layout = {},
                           const DocumentFacts& facts = {});

  // All documents, by file, then sha256. With a filter: those whose id begins with it (four digits
  // at the least) or one of whose names it is; kNotFound if there is none.
  Result<std::vector<StoredDocument>> Documents(const std::string& filter = "");

  // The key a document was stored with, nullopt if it is not known or failed: what a run may skip.
  Result<std::optional<std::string>> KeyOf(const std::string& sha256);

  // For the folder's own files (store/read.h, exports.h, dump.h).
  Connection& connection() { return connection_; }

 private:
  explicit Database(Connection connection) : connection_(std::move(connection)) {}
  static Result<Database> Open(const std::filesystem::path& path, bool create);

  Connection connection_;
};

}  // namespace juesuan
