#include "store/read_text.h"

#include <algorithm>
#include <utility>

#include "store/columns.h"
#include "store/rows.h"

namespace juesuan {
namespace {

Result<std::vector<StoredParagraph>> Paragraphs(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT page, x0, y0, x1, y1, kind, text, lines FROM "
                                              "paragraphs WHERE document = ? ORDER BY n"));
  std::vector<StoredParagraph> paragraphs;
  query.Start(document);
  while (query.Next()) {
    const std::optional<ParagraphKind> kind = ParseParagraphKind(query.Text(5));
    if (!kind)
      return MakeError(ErrorCode::kMalformed, "a paragraph in the database of no known kind");
    StoredParagraph paragraph{query.Int(0), BoxAt(query, 1), *kind, {query.Str(6)}};
    if (!query.IsNull(7)) paragraph.lines = ListFromText(query.Text(7));
    paragraphs.push_back(std::move(paragraph));
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  return paragraphs;
}

Status ReadCells(Connection& connection, int64_t document, StoredGrid* grid) {
  JUESUAN_TRY(Query query, connection.Prepare("SELECT row, text FROM cells WHERE document = ? AND "
                                              "table_number = ? ORDER BY row, col"));
  query.Start(document, grid->number);
  while (query.Next()) {
    std::string text = query.Str(1);
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    const auto row = static_cast<size_t>(query.Int(0));
    if (row < grid->rows.size()) grid->rows[row].push_back(std::move(text));
  }
  return query.status();
}

Result<std::vector<StoredGrid>> Unclaimed(Connection& connection, int64_t document) {
  JUESUAN_TRY(Query query,
              connection.Prepare("SELECT number, page, x0, y0, x1, y1, grid_rows FROM tables t "
                                 "JOIN table_parts p ON p.document = t.document AND "
                                 "p.table_number = t.number AND p.part = 1 "
                                 "WHERE t.document = ? AND form = '' ORDER BY number"));
  std::vector<StoredGrid> grids;
  query.Start(document);
  while (query.Next()) {
    StoredGrid grid{query.Int(0), query.Int(1), BoxAt(query, 2), {}};
    grid.rows.resize(static_cast<size_t>(std::max(0, query.Int(6))));
    JUESUAN_RETURN_IF_ERROR(ReadCells(connection, document, &grid));
    grids.push_back(std::move(grid));
  }
  JUESUAN_RETURN_IF_ERROR(query.status());
  return grids;
}

}  // namespace

Result<DocumentText> LoadText(Database& database, const std::string& sha256) {
  Connection& connection = database.connection();
  JUESUAN_TRY(const Transaction view, Transaction::Begin(connection, Transaction::Kind::kRead));
  JUESUAN_TRY(const int64_t document, DocumentId(connection, sha256));
  DocumentText text;
  JUESUAN_TRY(text.paragraphs, Paragraphs(connection, document));
  JUESUAN_TRY(text.unclaimed, Unclaimed(connection, document));
  return text;
}

}  // namespace juesuan
