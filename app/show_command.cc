// `juesuan show`: a page with table, cell and key boxes drawn on it, coloured by status.
#include "app/commands.h"
#include "app/language.h"
#include "app/show_page.h"
#include "base/raster.h"
#include "base/work_folder.h"
#include "ingest/pdf_document.h"
#include "store/database.h"
#include "store/read.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

// The one document that the user means.
Result<StoredDocument> FindDocument(Database& database, const std::string& name) {
  JUESUAN_TRY(const std::vector<StoredDocument> found, database.Documents(name));
  if (found.size() > 1)
    return MakeError(ErrorCode::kUsage,
                     Say("{} documents are called '{}', give more of the id",
                         "有 {} 份文件叫“{}”，请写更长的编号", found.size(), name));
  return found.front();
}

fs::path SourceOf(const ShowOptions& options, const StoredDocument& document) {
  if (!options.pdf.empty()) return options.pdf;
  const fs::path work = options.work.empty() ? DefaultWork(options.database) : options.work;
  return DocumentFolder(work, document.sha256) / kSourceLink;
}

std::string KeyText(const Record& record) {
  std::string key = record.row_key;
  if (!record.col_key.empty()) key += (key.empty() ? "" : " / ") + record.col_key;
  return key;
}

ShownPage ToShown(const PageContent& content) {
  ShownPage shown;
  for (const TableClaim& claim : content.tables) {
    ShownTable table{
        {}, claim.form.empty() ? Say("unclaimed", "未归类") : claim.form + " " + claim.title};
    for (const StoredCell& cell : content.cells)
      if (cell.table == claim.table) table.box = Union(table.box, cell.box);
    shown.tables.push_back(table);
  }
  for (const Record& record : content.records)
    shown.cells.push_back({record.box, KeyText(record), record.status, record.kind});
  return shown;
}

Status Show(const ShowOptions& options) {
  JUESUAN_TRY(Database database, Database::OpenExisting(options.database));
  JUESUAN_TRY(const StoredDocument document, FindDocument(database, options.document));
  if (options.page < 1 || options.page > document.pages)
    return MakeError(ErrorCode::kOutOfRange,
                     Say("page {} of {}", "第 {} 页，共 {} 页", options.page, document.pages));
  JUESUAN_TRY(const PageContent content, PageRecords(database, document.sha256, options.page));
  JUESUAN_TRY(PdfDocument pdf, PdfDocument::Open(SourceOf(options, document)));
  JUESUAN_TRY(const Raster page, pdf.Display(options.page, options.dpi));
  return WritePng(DrawShownPage(page, ToShown(content)), options.out);
}

}  // namespace

int ShowCommand(const ShowOptions& options) {
  const Status shown = Show(options);
  return shown.ok() ? 0 : Fail(shown.error(), 2);
}

}  // namespace juesuan
