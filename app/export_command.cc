// `juesuan export`: what was read, as JSON Lines or CSV.
#include <fstream>
#include <iostream>

#include "app/commands.h"
#include "app/language.h"
#include "store/database.h"
#include "store/exports.h"

namespace juesuan {

int ExportCommand(const ExportOptions& options) {
  const std::optional<ExportWhat> what = ParseExportWhat(options.what);
  const std::optional<ExportFormat> format = ParseExportFormat(options.format);
  if (!what || !format) return Fail(MakeError(ErrorCode::kUsage, options.what), 1);
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  std::ofstream file;
  if (!options.out.empty()) {
    file.open(options.out, std::ios::binary);
    if (!file) {
      Error error = MakeError(ErrorCode::kExternal, Say("cannot write", "无法写入"));
      error.where.file = options.out.string();
      return Fail(error, 2);
    }
  }
  std::ostream& out = options.out.empty() ? std::cout : file;
  const Status exported = Export(*database, *what, *format, options.document, out);
  if (!exported.ok()) return Fail(exported.error(), 2);
  out.flush();
  if (!out) return Fail(MakeError(ErrorCode::kExternal, Say("cannot write", "无法写入")), 2);
  return 0;
}

}  // namespace juesuan
