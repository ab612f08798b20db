#include "store/narrative.h"

#include "store/columns.h"

namespace juesuan {

Status WriteNarrative(Connection& connection, int64_t document,
                      const std::vector<NarrativeFact>& facts) {
  JUESUAN_TRY(Query sentence_row, connection.Prepare("INSERT INTO sentences VALUES (?,?,?,?)"));
  JUESUAN_TRY(Query row, connection.Prepare("INSERT INTO narrative VALUES "
                                            "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  int sentence = -1, n = 0;
  const NarrativeFact* before = nullptr;
  for (const NarrativeFact& f : facts) {
    if (before == nullptr || before->sentence != f.sentence || before->section != f.section)
      JUESUAN_RETURN_IF_ERROR(sentence_row.Run(document, ++sentence, f.section, f.sentence));
    before = &f;
    std::optional<std::string> value;
    if (f.value) value = f.value->ToString();
    JUESUAN_RETURN_IF_ERROR(
        row.Run(document, n++, sentence, f.page, ToHundredths(f.box.x0), ToHundredths(f.box.y0),
                ToHundredths(f.box.x1), ToHundredths(f.box.y1), f.raw, f.unit, value,
                FactMeasureName(f.measure), FactDirectionName(f.direction), f.subject,
                f.compare_year, ReaderName(f.by), f.bound_to, f.form, f.role, f.group));
  }
  return Ok();
}

Status DeleteNarrative(Connection& connection, int64_t document) {
  for (const char* sql :
       {"DELETE FROM narrative WHERE document = ?", "DELETE FROM sentences WHERE document = ?"}) {
    JUESUAN_TRY(Query query, connection.Prepare(sql));
    JUESUAN_RETURN_IF_ERROR(query.Run(document));
  }
  return Ok();
}

Status EachFact(Connection& connection, const std::string& sha256,
                const std::function<void(NarrativeFact)>& take) {
  JUESUAN_TRY(Query query,
              connection.Prepare(
                  "SELECT section, text, page, x0, y0, x1, y1, raw, unit, value, measure, "
                  "direction, subject, compare_year, by, bound_to, form, role, figures "
                  "FROM narrative f JOIN sentences s ON s.document = f.document AND "
                  "s.n = f.sentence WHERE f.document = (SELECT id FROM documents WHERE sha256 = ?) "
                  "ORDER BY f.n"));
  query.Start(sha256);
  while (query.Next()) {
    NarrativeFact f;
    f.section = query.Str(0);
    f.sentence = query.Str(1);
    f.page = query.Int(2);
    f.box = BoxAt(query, 3);
    f.raw = query.Str(7);
    f.unit = query.Str(8);
    if (!query.IsNull(9)) f.value = ParseDecimal(query.Text(9));
    const auto measure = ParseFactMeasure(query.Text(10));
    const auto direction = ParseFactDirection(query.Text(11));
    f.subject = query.Str(12);
    f.compare_year = query.Str(13);
    const auto by = ParseReader(query.Text(14));
    f.bound_to = query.Str(15);
    f.form = query.Str(16);
    f.role = query.Str(17);
    f.group = query.Int(18);
    if (!measure || !direction || !by)
      return MakeError(ErrorCode::kMalformed, "a figure in the database that nobody wrote so");
    f.measure = *measure;
    f.direction = *direction;
    f.by = *by;
    take(std::move(f));
  }
  return query.status();
}

Json NarrativeLine(const StoredDocument& document, const NarrativeFact& f) {
  Json json = Json::Object();
  json.Set("document", document.sha256).Set("file", document.file);
  json.Set("department", document.department).Set("year", document.year);
  json.Set("section", f.section).Set("sentence", f.sentence).Set("subject", f.subject);
  json.Set("measure", FactMeasureName(f.measure)).Set("direction", FactDirectionName(f.direction));
  json.Set("raw", f.raw).Set("unit", f.unit);
  f.value ? json.Set("value", f.value->ToString()) : json.Set("value", nullptr);
  json.Set("compare_year", f.compare_year).Set("page", f.page).Set("box", f.box);
  json.Set("bound_to", f.bound_to).Set("form", f.form).Set("role", f.role);
  return json.Set("group", f.group).Set("by", ReaderName(f.by));
}

CsvRow NarrativeCsvHead() {
  return {"document",     "file",    "department", "year",  "section", "sentence",
          "subject",      "measure", "direction",  "raw",   "unit",    "value",
          "compare_year", "page",    "x0",         "y0",    "x1",      "y1",
          "bound_to",     "form",    "role",       "group", "by"};
}

CsvRow NarrativeCsvRow(const StoredDocument& document, const NarrativeFact& f) {
  CsvRow row = {document.sha256,
                document.file,
                document.department,
                document.year,
                f.section,
                f.sentence,
                f.subject,
                std::string(FactMeasureName(f.measure)),
                std::string(FactDirectionName(f.direction)),
                f.raw,
                f.unit,
                f.value ? f.value->ToString() : "",
                f.compare_year,
                std::to_string(f.page)};
  AddBoxColumns(f.box, &row);
  for (const std::string& text :
       {f.bound_to, f.form, f.role, std::to_string(f.group), std::string(ReaderName(f.by))})
    row.push_back(text);
  return row;
}

}  // namespace juesuan
