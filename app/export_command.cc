// `juesuan export`: what was read, as JSON Lines, CSV or Excel workbooks.
#include "app/commands.h"
#include "app/export_lines.h"
#include "app/export_workbook.h"
#include "app/language.h"
#include "app/output_file.h"
#include "store/exports.h"

namespace juesuan {
namespace {

// nullopt: the words go together.
std::optional<Error> Misused(const ExportOptions& options) {
  const auto usage = [](const std::string& text) { return MakeError(ErrorCode::kUsage, text); };
  if (options.format != "xlsx") {
    if (options.what.empty()) return usage(Say("--what is missing", "缺少 --what"));
    return std::nullopt;
  }
  if (options.out.empty())
    return usage(
        Say("xlsx needs --out FILE or --out FOLDER/", "xlsx 需要 --out 文件 或 --out 文件夹/"));
  return std::nullopt;
}

Status ExportTo(Database& database, const ExportOptions& options) {
  if (options.format == "xlsx") {
    if (!options.what.empty() && options.what != "tables" && options.what != "findings")
      return ExportLines(database, *ParseExportWhat(options.what), options.document, options.out);
    WorkbookChoice choice;
    choice.filter.document = options.document;
    choice.only_with_findings = options.what == "findings";
    return ExportWorkbook(database, choice, options.out);
  }
  OutputFile out(options.out);
  JUESUAN_RETURN_IF_ERROR(Export(database, *ParseExportWhat(options.what),
                                 *ParseExportFormat(options.format), options.document,
                                 out.stream()));
  return out.Commit();
}

}  // namespace

int ExportCommand(const ExportOptions& options) {
  if (const std::optional<Error> misused = Misused(options)) return Fail(*misused, 1);
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  const Status exported = ExportTo(*database, options);
  return exported.ok() ? 0 : Fail(exported.error(), 2);
}

}  // namespace juesuan
