#include "store/database.h"

#include <algorithm>

#include "store/migrations.h"
#include "store/write_document.h"
#include "store/write_findings.h"

namespace juesuan {
namespace {

constexpr size_t kShortestId = 4;  // digits of a sha256 that may name a document

struct Known {
  int64_t id = 0;
  std::string key, error_code, error_message;
  int pages = 0;
};

Result<std::optional<Known>> FindKnown(Connection& connection, const std::string& sha256) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT id, facts_key, error_code, error_message, "
                                              "pages FROM documents WHERE sha256 = ?"));
  query.Start(sha256);
  std::optional<Known> known;
  if (query.Next())
    known = Known{query.Int64(0), query.Str(1), query.Str(2), query.Str(3), query.Int(4)};
  JUESUAN_RETURN_IF_ERROR(query.status());
  return known;
}

bool IsSame(const Known& known, const DocumentRow& document) {
  if (!document.error) return known.error_code.empty() && known.key == document.key;
  return known.error_code == ErrorCodeName(document.error->code) &&
         known.error_message == document.error->message && known.pages == document.pages;
}

Result<int64_t> InsertDocument(Connection& connection, const DocumentRow& document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("INSERT INTO documents (sha256, file, pages, facts_key, kind, "
                                 "department, year) VALUES (?, ?, 0, '', '', '', '')"));
  JUESUAN_RETURN_IF_ERROR(query.Run(document.sha256, document.file));
  return connection.LastRowId();
}

Status UpdateDocument(Connection& connection, int64_t id, const DocumentRow& document,
                      const DocumentFacts& facts) {
  std::optional<std::string_view> code, message;
  if (document.error) {
    code = ErrorCodeName(document.error->code);
    message = document.error->message;
  }
  JUESUAN_TRY(Query query,
              connection.Prepare("UPDATE documents SET pages = ?, facts_key = ?, kind = ?, "
                                 "department = ?, year = ?, error_code = ?, error_message = ?, "
                                 "rules_key = '' WHERE id = ?"));
  return query.Run(document.pages, document.error ? "" : document.key, facts.kind, facts.department,
                   facts.year, code, message, id);
}

// A file may have several names; which is shown must not depend on which came first.
Status AddName(Connection& connection, int64_t id, const std::string& file) {
  JUESUAN_TRY(Query known,
              connection.Prepare("SELECT 1 FROM document_names WHERE document = ? AND file = ?"));
  known.Start(id, file);
  const bool is_known = known.Next();
  JUESUAN_RETURN_IF_ERROR(known.status());
  if (is_known) return Ok();
  JUESUAN_TRY(Query insert, connection.Prepare("INSERT INTO document_names VALUES (?, ?)"));
  JUESUAN_RETURN_IF_ERROR(insert.Run(id, file));
  JUESUAN_TRY(Query update, connection.Prepare("UPDATE documents SET file = (SELECT min(file) FROM "
                                               "document_names WHERE document = ?) WHERE id = ?"));
  return update.Run(id, id);
}

Result<std::vector<std::string>> Names(Connection& connection, int64_t id) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT file FROM document_names WHERE document = ? "
                                              "ORDER BY file"));
  std::vector<std::string> names;
  query.Start(id);
  while (query.Next()) names.push_back(query.Str(0));
  JUESUAN_RETURN_IF_ERROR(query.status());
  return names;
}

bool IsIdPrefix(const std::string& filter) {
  return filter.size() >= kShortestId &&
         filter.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

Result<Database> Database::Open(const std::filesystem::path& path) { return Open(path, true); }

Result<Database> Database::OpenExisting(const std::filesystem::path& path) {
  return Open(path, false);
}

Result<Database> Database::Open(const std::filesystem::path& path, bool create) {
  JUESUAN_TRY(Connection connection, Connection::Open(path, create));
  Status ready = Migrate(connection, Migrations());
  if (ready.ok()) ready = connection.UseWriteAheadLog();
  if (!ready.ok()) {
    ready.error().where.file = path.filename().string();
    return std::move(ready.error());
  }
  return Database(std::move(connection));
}

Result<SaveOutcome> Database::Save(const DocumentRow& document, const DocumentLayout& layout,
                                   const DocumentFacts& facts) {
  JUESUAN_CHECK(!document.sha256.empty() && (document.error || !document.key.empty()));
  JUESUAN_TRY(Transaction transaction, Transaction::Begin(connection_, Transaction::Kind::kWrite));
  JUESUAN_TRY(const std::optional<Known> known, FindKnown(connection_, document.sha256));
  int64_t id = 0;
  if (known) {
    id = known->id;
  } else {
    JUESUAN_TRY(id, InsertDocument(connection_, document));
  }
  JUESUAN_RETURN_IF_ERROR(AddName(connection_, id, document.file));
  SaveOutcome outcome = known ? SaveOutcome::kReplaced : SaveOutcome::kAdded;
  if (known && !document.force && IsSame(*known, document)) {
    outcome = SaveOutcome::kKept;
  } else {
    if (known) JUESUAN_RETURN_IF_ERROR(DeleteContent(connection_, id));
    JUESUAN_RETURN_IF_ERROR(UpdateDocument(connection_, id, document, facts));
    JUESUAN_RETURN_IF_ERROR(WriteContent(connection_, id, layout, facts));
    JUESUAN_RETURN_IF_ERROR(WriteChanges(connection_, id, PlacesOf(facts.records), {}));
  }
  JUESUAN_RETURN_IF_ERROR(transaction.Commit());
  return outcome;
}

Result<std::vector<StoredDocument>> Database::Documents(const std::string& filter) {
  JUESUAN_TRY(Query query,
              connection_.Prepare(
                  "SELECT id, sha256, file, pages, facts_key, kind, department, year, error_code, "
                  "error_message FROM documents WHERE ?1 = '' "
                  "OR (?2 AND substr(sha256, 1, length(?1)) = ?1) "
                  "OR id IN (SELECT document FROM document_names WHERE file = ?1) "
                  "ORDER BY file, sha256"));
  std::vector<StoredDocument> documents;
  query.Start(filter, IsIdPrefix(filter));
  while (query.Next()) {
    StoredDocument d;
    d.sha256 = query.Str(1);
    d.file = query.Str(2);
    JUESUAN_TRY(d.names, Names(connection_, query.Int64(0)));
    d.pages = query.Int(3);
    d.key = query.Str(4);
    d.kind = query.Str(5);
    d.department = query.Str(6);
    d.year = query.Str(7);
    if (!query.IsNull(8))
      d.error =
          MakeError(ParseErrorCode(query.Text(8)).value_or(ErrorCode::kExternal), query.Str(9));
    documents.push_back(std::move(d));
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  if (documents.empty() && !filter.empty())
    return MakeError(ErrorCode::kNotFound, "no document '" + filter + "' in the database");
  return documents;
}

Result<std::optional<std::string>> Database::KeyOf(const std::string& sha256) {
  JUESUAN_TRY(const std::optional<Known> known, FindKnown(connection_, sha256));
  if (!known || !known->error_code.empty()) return std::optional<std::string>();
  return std::optional<std::string>(known->key);
}

}  // namespace juesuan
