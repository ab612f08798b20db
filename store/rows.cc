#include "store/rows.h"

#include "store/columns.h"

namespace juesuan {

Status ReadRecord(const Query& query, Record* record) {
  Record& r = *record;
  r.table = query.Int(0);
  r.row = query.Int(1);
  r.col = query.Int(2);
  r.form = query.Str(4);
  r.project = query.Str(5);
  r.page = query.Int(6);
  r.box = BoxAt(query, 7);
  r.row_key = query.Str(11);
  r.row_label = query.Str(12);
  r.panel = query.Str(13);
  r.col_key = query.Str(14);
  r.line = query.Str(15);
  r.measure = query.Str(16);
  const std::optional<CellKind> kind = ParseCellKind(query.Text(17));
  r.raw = query.Str(18);
  const std::optional<Unit> unit = ParseUnit(query.Text(19));
  if (!query.IsNull(20)) r.value = ParseDecimal(query.Text(20));
  const std::optional<CellStatus> status = ParseCellStatus(query.Text(21));
  r.doubt = query.Str(22);
  if (query.Int(23) != 0) r.readings.push_back(Reading{Reader::kLayer, r.raw, 1, {}});
  if (!kind || !unit || !status || r.value.has_value() == query.IsNull(20))
    return MakeError(ErrorCode::kMalformed, "a record in the database that nobody wrote so");
  r.kind = *kind;
  r.unit = *unit;
  r.status = *status;
  return Ok();
}

TableClaim ClaimAt(const Query& query) {
  TableClaim c;
  c.table = query.Int(0);
  c.form = query.Str(1);
  c.pack = query.Str(2);
  c.score = query.Int(3);
  c.title = query.Str(4);
  c.printed_code = query.Str(5);
  c.unit = ParseUnit(query.Text(6)).value_or(Unit::kNone);
  c.department = query.Str(7);
  c.year = query.Str(8);
  c.first_page = query.Int(9);
  c.last_page = query.Int(10);
  c.declared_empty = query.Int(11) != 0;
  c.note = query.Str(12);
  c.why = query.Str(13);
  return c;
}

Reject RejectAt(const Query& query) {
  Reject r;
  r.table = query.Int(0);
  r.row = query.Int(1);
  r.col = query.Int(2);
  r.page = query.Int(3);
  r.box = BoxAt(query, 4);
  r.code = query.Str(8);
  r.text = query.Str(9);
  r.why = query.Str(10);
  return r;
}

Result<ReadingsInOrder> ReadingsInOrder::Of(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT table_number, row, col, n, by, text, score, others FROM "
                                 "readings WHERE document = ? "
                                 "ORDER BY table_number, row, col, n, reading"));
  ReadingsInOrder readings(std::move(query));
  readings.query_.Start(document);
  readings.Step();
  return readings;
}

void ReadingsInOrder::Step() {
  on_row_ = query_.Next();
  for (int i = 0; on_row_ && i < 4; ++i) place_[static_cast<size_t>(i)] = query_.Int64(i);
}

Result<std::vector<Reading>> ReadingsInOrder::At(const Query& record) {
  const std::array wanted = {record.Int64(0), record.Int64(1), record.Int64(2), record.Int64(3)};
  while (on_row_ && place_ < wanted) Step();
  std::vector<Reading> readings;
  for (; on_row_ && place_ == wanted; Step()) {
    const std::optional<Reader> by = ParseReader(query_.Text(4));
    if (!by) return MakeError(ErrorCode::kMalformed, "a reading in the database by nobody known");
    Reading reading{*by, query_.Str(5), FromTenThousandths(query_.Int64(6)), {}};
    if (!query_.IsNull(7)) reading.others = OthersFromText(query_.Text(7));
    readings.push_back(std::move(reading));
  }
  if (!on_row_) JUESUAN_RETURN_IF_ERROR(query_.status());
  return readings;
}

Result<Record> CheckedRecordAt(const Query& query, const Proofs& proofs,
                               ReadingsInOrder* readings) {
  Record record;
  JUESUAN_RETURN_IF_ERROR(ReadRecord(query, &record));
  if (record.readings.empty()) {
    JUESUAN_TRY(record.readings, readings->At(query));
  } else {
    record.readings.front().text = query.Str(28);
  }
  record.col_path = ListFromText(query.Text(24));
  record.evidence = ListFromText(query.Text(27));
  if (!query.IsNull(25))
    record.readings.insert(
        record.readings.begin(),
        Reading{Reader::kRepair, query.Str(25), FromTenThousandths(query.Int64(26)), {}});
  if (const auto* evidence = proofs.Find(record.table, record.row, record.col, query.Int(3))) {
    record.status = CellStatus::kProven;
    record.doubt.clear();
    record.evidence = *evidence;
  }
  return record;
}

Result<int64_t> DocumentId(Connection& connection, const std::string& sha256) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT id, error_code, error_message FROM documents "
                                              "WHERE sha256 = ?"));
  query.Start(sha256);
  if (!query.Next()) {
    JUESUAN_RETURN_IF_ERROR(query.status());
    return MakeError(ErrorCode::kNotFound, "no document '" + sha256 + "' in the database");
  }
  if (!query.IsNull(1))
    return MakeError(ParseErrorCode(query.Text(1)).value_or(ErrorCode::kExternal), query.Str(2));
  return query.Int64(0);
}

Result<std::vector<PageFailure>> FailuresOf(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT page, code, message FROM page_failures WHERE document = ? "
                                 "ORDER BY page, code, message"));
  std::vector<PageFailure> failures;
  query.Start(document);
  while (query.Next())
    failures.push_back(
        {query.Int(0), ParseErrorCode(query.Text(1)).value_or(ErrorCode::kDamaged), query.Str(2)});
  JUESUAN_RETURN_IF_ERROR(query.status());
  return failures;
}

}  // namespace juesuan
