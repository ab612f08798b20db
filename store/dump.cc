#include "store/dump.h"

#include <array>

namespace juesuan {
namespace {

// documents.id is left out: it tells the order of loading.
constexpr char kDocuments[] =
    "SELECT id, sha256, file, pages, facts_key, kind, department, year, error_code, error_message, "
    "rules_key FROM documents ORDER BY sha256";

struct Content {
  std::string_view table;
  std::string_view key;  // its primary key below the document
};

constexpr std::array<Content, 18> kContents = {{
    {"document_names", "file"},
    {"pages", "page"},
    {"page_failures", "page, code, message"},
    {"tables", "number"},
    {"table_parts", "table_number, part"},
    {"cells", "table_number, row, col"},
    {"records", "table_number, row, col, n"},
    {"readings", "table_number, row, col, n, reading"},
    {"rejects", "n"},
    {"paragraphs", "n"},
    {"sentences", "n"},
    {"narrative", "n"},
    {"checked", "table_number, row, col, n"},
    {"proofs", "table_number"},
    {"status_counts", "status"},
    {"findings", "n"},
    {"finding_cells", "finding, n"},
    {"finding_states", "rule, message"},
}};

void WriteField(const Query& query, int column, std::ostream& out) {
  out << '\t';
  if (query.IsNull(column)) {
    out << "\\N";
    return;
  }
  for (const char c : query.Text(column)) {
    switch (c) {
      case '\t':
        out << "\\t";
        break;
      case '\n':
        out << "\\n";
        break;
      case '\\':
        out << "\\\\";
        break;
      default:
        out << c;
    }
  }
}

// The columns after the first, which is the document's id.
void WriteRow(const Query& query, std::string_view table, const std::string& document,
              std::ostream& out) {
  out << table << '\t' << document;
  for (int column = 1; column < query.Columns(); ++column) WriteField(query, column, out);
  out << '\n';
}

}  // namespace

Status Dump(Database& database, std::ostream& out) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(Query documents, connection.Prepare(kDocuments));
  documents.Start();
  while (documents.Next()) {
    const std::string name = documents.Str(1).substr(0, 16);
    WriteRow(documents, "documents", name, out);
    for (const Content& content : kContents) {
      JUESUAN_TRY(Query rows,
                  connection.Prepare("SELECT * FROM " + std::string(content.table) +
                                     " WHERE document = ? ORDER BY " + std::string(content.key)));
      rows.Start(documents.Int64(0));
      while (rows.Next()) WriteRow(rows, content.table, name, out);
      JUESUAN_RETURN_IF_ERROR(rows.status());
    }
  }
  JUESUAN_RETURN_IF_ERROR(documents.status());
  if (!out.flush()) return MakeError(ErrorCode::kExternal, "cannot write the dump");
  return Ok();
}

}  // namespace juesuan
