#include "store/findings.h"

#include "store/columns.h"
#include "store/rows.h"
#include "store/write_findings.h"

namespace juesuan {
namespace {

constexpr char kFindingColumns[] =
    "SELECT f.n, f.rule, title, severity, verdict, f.message, formula, expected, actual, "
    "difference, envelope, cause, ifnull(state, 'open') FROM findings f "
    "LEFT JOIN finding_states s ON s.document = f.document AND s.rule = f.rule "
    "AND s.message = f.message "
    "WHERE f.document = (SELECT id FROM documents WHERE sha256 = ?1) AND (?2 = '' OR f.rule = ?2) "
    "AND (?3 = '' OR severity = ?3) AND (?4 = '' OR verdict = ?4) ORDER BY f.n";

Result<Finding> FindingAt(const Query& query) {
  Finding f;
  const auto severity = ParseSeverity(query.Text(3));
  const auto verdict = ParseVerdict(query.Text(4));
  const auto state = ParseFindingState(query.Text(12));
  if (!severity || !verdict || !state)
    return MakeError(ErrorCode::kMalformed, "a finding in the database that nobody wrote so");
  f.rule = query.Str(1);
  f.title = query.Str(2);
  f.severity = *severity;
  f.verdict = *verdict;
  f.message = query.Str(5);
  f.formula = query.Str(6);
  f.expected = query.Str(7);
  f.actual = query.Str(8);
  f.difference = query.Str(9);
  f.envelope = query.Str(10);
  f.cause = query.Str(11);
  f.state = *state;
  return f;
}

Result<std::vector<FindingCell>> CellsOf(Connection& connection, const std::string& sha256,
                                         int64_t finding) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT form, row_key, col_key, raw, table_number, row, col, "
                                 "page, x0, y0, x1, y1 FROM finding_cells WHERE document = "
                                 "(SELECT id FROM documents WHERE sha256 = ?) AND finding = ? "
                                 "ORDER BY n"));
  std::vector<FindingCell> cells;
  query.Start(sha256, finding);
  while (query.Next())
    cells.push_back({query.Str(0), query.Str(1), query.Str(2), query.Str(3), query.Int(4),
                     query.Int(5), query.Int(6), query.Int(7), BoxAt(query, 8)});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return cells;
}

Result<std::map<std::string, int64_t>> CountBy(Connection& connection, const std::string& sql,
                                               int64_t document) {
  JUESUAN_TRY(Query query, connection.Prepare(sql));
  std::map<std::string, int64_t> counts;
  query.Start(document);
  while (query.Next()) counts[query.Str(0)] = query.Int64(1);
  JUESUAN_RETURN_IF_ERROR(query.status());
  return counts;
}

// Within the caller's transaction.
Status Replace(Database& database, const CheckedDocument& checked) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const int64_t document, DocumentId(connection, checked.sha256));
  JUESUAN_TRY(const std::optional<std::string> key, database.KeyOf(checked.sha256));
  if (key != checked.facts_key)
    return MakeError(ErrorCode::kExternal, "the document was stored anew while it was checked");
  JUESUAN_RETURN_IF_ERROR(DeleteFindings(connection, document));
  JUESUAN_RETURN_IF_ERROR(WriteFindings(connection, document, checked.findings));
  JUESUAN_RETURN_IF_ERROR(WriteChanges(connection, document, checked.places, checked.changes));
  JUESUAN_TRY(Query update, connection.Prepare("UPDATE documents SET rules_key = ? WHERE id = ?"));
  return update.Run(checked.rules_key, document);
}

}  // namespace

Result<std::vector<Status>> SaveFindings(Database& database,
                                         const std::vector<CheckedDocument>& checked) {
  Connection& connection = database.connection();
  JUESUAN_TRY(Transaction transaction, Transaction::Begin(connection, Transaction::Kind::kWrite));
  std::vector<Status> out;
  for (const CheckedDocument& each : checked) {
    JUESUAN_RETURN_IF_ERROR(connection.Execute("SAVEPOINT document"));
    out.push_back(Replace(database, each));
    if (!out.back().ok()) JUESUAN_RETURN_IF_ERROR(connection.Execute("ROLLBACK TO document"));
    JUESUAN_RETURN_IF_ERROR(connection.Execute("RELEASE document"));
  }
  JUESUAN_RETURN_IF_ERROR(transaction.Commit());
  return out;
}

Status SaveFindings(Database& database, const CheckedDocument& checked) {
  JUESUAN_TRY(const std::vector<Status> saved, SaveFindings(database, std::vector{checked}));
  return saved.front();
}

Result<std::string> RulesKeyOf(Database& database, const std::string& sha256) {
  JUESUAN_TRY(Query query,
              database.connection().Prepare("SELECT rules_key FROM documents WHERE sha256 = ?"));
  query.Start(sha256);
  std::string key;
  if (query.Next()) key = query.Str(0);
  JUESUAN_RETURN_IF_ERROR(query.status());
  return key;
}

Status EachFindingOf(Connection& connection, const std::string& sha256, const FindingFilter& filter,
                     const std::function<void(const Finding&)>& take) {
  JUESUAN_TRY(Query query, connection.Prepare(kFindingColumns));
  query.Start(sha256, filter.rule, filter.severity ? SeverityName(*filter.severity) : "",
              filter.verdict ? VerdictName(*filter.verdict) : "");
  while (query.Next()) {
    JUESUAN_TRY(Finding finding, FindingAt(query));
    JUESUAN_TRY(finding.cells, CellsOf(connection, sha256, query.Int64(0)));
    take(finding);
  }
  return query.status();
}

Status EachFinding(Database& database, const FindingFilter& filter,
                   const std::function<void(const StoredDocument&, const Finding&)>& take) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const std::vector<StoredDocument> documents, database.Documents(filter.document));
  for (const StoredDocument& document : documents)
    JUESUAN_RETURN_IF_ERROR(EachFindingOf(connection, document.sha256, filter,
                                          [&](const Finding& f) { take(document, f); }));
  return Ok();
}

Status SetFindingState(Database& database, const std::string& sha256, const Finding& finding,
                       FindingState state) {
  Connection& connection = database.connection();
  JUESUAN_TRY(Transaction transaction, Transaction::Begin(connection, Transaction::Kind::kWrite));
  JUESUAN_TRY(const int64_t document, DocumentId(connection, sha256));
  if (state == FindingState::kOpen) {
    JUESUAN_TRY(Query forget,
                connection.Prepare("DELETE FROM finding_states WHERE document = ? AND rule = ? "
                                   "AND message = ?"));
    JUESUAN_RETURN_IF_ERROR(forget.Run(document, finding.rule, finding.message));
  } else {
    JUESUAN_TRY(Query keep,
                connection.Prepare("INSERT OR REPLACE INTO finding_states VALUES (?, ?, ?, ?)"));
    JUESUAN_RETURN_IF_ERROR(
        keep.Run(document, finding.rule, finding.message, FindingStateName(state)));
  }
  return transaction.Commit();
}

int64_t CheckCounts::Findings() const {
  int64_t count = 0;
  for (const auto& [severity, findings] : by_severity) count += findings;
  return count;
}

int64_t CheckCounts::Of(Severity severity) const {
  const auto found = by_severity.find(std::string(SeverityName(severity)));
  return found == by_severity.end() ? 0 : found->second;
}

Result<CheckCounts> CheckCountsOf(Database& database, const std::string& sha256) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const int64_t document, DocumentId(connection, sha256));
  CheckCounts counts;
  for (const auto& [column, out] :
       {std::pair("severity", &counts.by_severity), std::pair("verdict", &counts.by_verdict)}) {
    JUESUAN_TRY(*out, CountBy(connection,
                              std::string("SELECT ") + column +
                                  ", count(*) FROM findings WHERE document = ? GROUP BY 1",
                              document));
  }
  JUESUAN_TRY(const auto statuses,
              CountBy(connection, "SELECT status, records FROM status_counts WHERE document = ?",
                      document));
  const auto suspect = statuses.find(std::string(CellStatusName(CellStatus::kSuspect)));
  if (suspect != statuses.end()) counts.suspect = suspect->second;
  return counts;
}

}  // namespace juesuan
