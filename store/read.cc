#include "store/read.h"

#include "store/columns.h"
#include "store/narrative.h"
#include "store/rows.h"

namespace juesuan {
namespace {

constexpr int kEveryPage = 0;

Result<int64_t> RecordCount(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT ifnull(sum(records), 0) FROM status_counts "
                                              "WHERE document = ?"));
  query.Start(document);
  const int64_t count = query.Next() ? query.Int64(0) : 0;
  JUESUAN_RETURN_IF_ERROR(query.status());
  return count;
}

// As extract gave them.
Result<std::vector<Record>> Records(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query, connection.Prepare(std::string("SELECT ") + kRecordColumns +
                                              " FROM records WHERE document = ? "
                                              "ORDER BY table_number, row, col, n"));
  JUESUAN_TRY(ReadingsInOrder readings, ReadingsInOrder::Of(connection, document));
  std::vector<Record> records;
  JUESUAN_TRY(const int64_t count, RecordCount(connection, document));
  records.reserve(static_cast<size_t>(count));
  query.Start(document);
  while (query.Next()) {
    Record& record = records.emplace_back();
    JUESUAN_RETURN_IF_ERROR(ReadRecord(query, &record));
    if (record.readings.empty()) {
      JUESUAN_TRY(record.readings, readings.At(query));
    }
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  return records;
}

Result<std::vector<Record>> CheckedRecords(Connection& connection, int64_t document, int page) {
  JUESUAN_TRY(Query query, connection.Prepare(std::string("SELECT ") + kRecordColumns + ", " +
                                              kCheckedColumns + " FROM " + kCheckedRecords +
                                              " WHERE document = ? AND page = ? "
                                              "ORDER BY table_number, row, col, n"));
  JUESUAN_TRY(ReadingsInOrder readings, ReadingsInOrder::Of(connection, document));
  JUESUAN_TRY(const Proofs proofs, Proofs::Of(connection, document));
  std::vector<Record> records;
  query.Start(document, page);
  while (query.Next()) {
    JUESUAN_TRY(Record record, CheckedRecordAt(query, proofs, &readings));
    records.push_back(std::move(record));
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  return records;
}

Result<std::vector<Reject>> Rejects(Connection& connection, int64_t document, int page) {
  JUESUAN_TRY(Query query,
              connection.Prepare(std::string("SELECT ") + kRejectColumns +
                                 " FROM rejects WHERE document = ?1 AND (?2 = 0 OR page = ?2) "
                                 "ORDER BY n"));
  std::vector<Reject> rejects;
  query.Start(document, page);
  while (query.Next()) rejects.push_back(RejectAt(query));
  JUESUAN_RETURN_IF_ERROR(query.status());
  return rejects;
}

Result<std::vector<TableClaim>> Claims(Connection& connection, int64_t document, int page) {
  JUESUAN_TRY(Query query,
              connection.Prepare(std::string("SELECT ") + kClaimColumns +
                                 " FROM tables WHERE document = ?1 AND (?2 = 0 OR number IN "
                                 "(SELECT table_number FROM table_parts WHERE document = ?1 "
                                 "AND page = ?2)) ORDER BY number"));
  std::vector<TableClaim> claims;
  query.Start(document, page);
  while (query.Next()) claims.push_back(ClaimAt(query));
  JUESUAN_RETURN_IF_ERROR(query.status());
  return claims;
}

Result<std::vector<StoredCell>> Cells(Connection& connection, int64_t document, int page) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT table_number, row, col, row_span, col_span, x0, y0, x1, "
                                 "y1, text, unread FROM cells WHERE document = ? AND page = ? "
                                 "ORDER BY table_number, row, col"));
  std::vector<StoredCell> cells;
  query.Start(document, page);
  while (query.Next())
    cells.push_back({query.Int(0), query.Int(1), query.Int(2), query.Int(3), query.Int(4),
                     BoxAt(query, 5), query.Str(9), query.Int(10) != 0});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return cells;
}

// nullopt: the page has no frame, because it failed or is not there.
Result<std::optional<Frame>> FrameOf(Connection& connection, int64_t document, int page) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT width, height, turn, tilt FROM pages "
                                              "WHERE document = ? AND page = ?"));
  std::optional<Frame> frame;
  query.Start(document, page);
  if (query.Next())
    frame = Frame{FromHundredths(query.Int64(0)), FromHundredths(query.Int64(1)), query.Int(2),
                  FromHundredths(query.Int64(3))};
  JUESUAN_RETURN_IF_ERROR(query.status());
  return frame;
}

Status CountBy(Connection& connection, std::string_view sql, std::map<std::string, int64_t>* out) {
  JUESUAN_TRY(Query query, connection.Prepare(sql));
  query.Start();
  while (query.Next()) (*out)[query.Str(0)] = query.Int64(1);
  return query.status();
}

}  // namespace

Result<DocumentFacts> LoadFacts(Database& database, const std::string& sha256) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const int64_t document, DocumentId(connection, sha256));
  DocumentFacts facts;
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT kind, department, year FROM documents WHERE id = ?"));
  query.Start(document);
  if (query.Next()) {
    facts.kind = query.Str(0);
    facts.department = query.Str(1);
    facts.year = query.Str(2);
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  JUESUAN_TRY(facts.tables, Claims(connection, document, kEveryPage));
  JUESUAN_TRY(facts.records, Records(connection, document));
  JUESUAN_TRY(facts.rejects, Rejects(connection, document, kEveryPage));
  JUESUAN_RETURN_IF_ERROR(EachFact(
      connection, sha256, [&](NarrativeFact fact) { facts.narrative.push_back(std::move(fact)); }));
  JUESUAN_TRY(facts.failures, FailuresOf(connection, document));
  return facts;
}

Result<PageContent> PageRecords(Database& database, const std::string& sha256, int page) {
  const Error no_page = MakeError(ErrorCode::kNotFound, "no page " + std::to_string(page));
  if (page < 1) return no_page;
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const int64_t document, DocumentId(connection, sha256));
  PageContent content;
  JUESUAN_TRY(const std::vector<PageFailure> failures, FailuresOf(connection, document));
  for (const PageFailure& failure : failures)
    if (failure.page == page) content.failures.push_back(failure);
  JUESUAN_TRY(const std::optional<Frame> frame, FrameOf(connection, document, page));
  if (!frame && content.failures.empty()) return no_page;
  content.frame = frame.value_or(Frame{});
  JUESUAN_TRY(content.tables, Claims(connection, document, page));
  JUESUAN_TRY(content.cells, Cells(connection, document, page));
  JUESUAN_TRY(content.records, CheckedRecords(connection, document, page));
  JUESUAN_TRY(content.rejects, Rejects(connection, document, page));
  return content;
}

Result<Summary> Summarize(Database& database) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  Summary s;
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT count(*), count(error_code), "
                                 "ifnull(sum(error_code IS NULL AND kind <> 'final_account'), 0), "
                                 "ifnull(sum(pages), 0) FROM documents"));
  query.Start();
  if (query.Next()) {
    s.documents = query.Int64(0);
    s.failed = query.Int64(1);
    s.other = query.Int64(2);
    s.pages = query.Int64(3);
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  JUESUAN_TRY(s.failed_pages, connection.Scalar("SELECT count(*) FROM (SELECT DISTINCT document, "
                                                "page FROM page_failures)"));
  JUESUAN_TRY(s.cells, connection.Scalar("SELECT sum(cells) FROM tables"));
  JUESUAN_TRY(s.unread_cells, connection.Scalar("SELECT sum(unread_cells) FROM tables"));
  JUESUAN_RETURN_IF_ERROR(
      CountBy(connection, "SELECT form, count(*) FROM tables GROUP BY form", &s.tables_by_form));
  JUESUAN_RETURN_IF_ERROR(CountBy(connection,
                                  "SELECT status, sum(records) FROM status_counts GROUP BY status",
                                  &s.records_by_status));
  JUESUAN_RETURN_IF_ERROR(CountBy(connection,
                                  "SELECT severity, count(*) FROM findings GROUP BY severity",
                                  &s.findings_by_severity));
  JUESUAN_RETURN_IF_ERROR(CountBy(connection,
                                  "SELECT verdict, count(*) FROM findings GROUP BY verdict",
                                  &s.findings_by_verdict));
  JUESUAN_RETURN_IF_ERROR(
      CountBy(connection, "SELECT code, count(*) FROM rejects GROUP BY code", &s.rejects_by_code));
  JUESUAN_TRY(s.figures, connection.Scalar("SELECT count(*) FROM narrative"));
  JUESUAN_TRY(s.unbound_figures, connection.Scalar("SELECT count(*) FROM narrative WHERE form = '' "
                                                   "AND measure NOT IN ('date', 'number')"));
  return s;
}

}  // namespace juesuan
