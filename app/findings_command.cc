// `juesuan findings`: what does not hold, for people and for machines.
#include <algorithm>
#include <array>
#include <iostream>

#include "app/commands.h"
#include "app/export_workbook.h"
#include "app/language.h"
#include "app/output_file.h"
#include "base/text.h"
#include "store/export_findings.h"

namespace juesuan {
namespace {

using Row = std::array<std::string, 6>;  // severity, verdict, rule, file, page, message

Row RowOf(const StoredDocument& document, const Finding& finding) {
  const bool open = finding.state == FindingState::kOpen;
  return {
      std::string(SeverityName(finding.severity)),
      std::string(VerdictName(finding.verdict)),
      finding.rule,
      document.file,
      finding.cells.empty() ? "" : std::to_string(finding.cells.front().page),
      (open ? "" : "[" + std::string(FindingStateName(finding.state)) + "] ") + finding.message};
}

void PrintTable(const std::vector<Row>& rows, std::ostream& out) {
  std::array<int, 6> widths{};
  for (const Row& row : rows)
    for (size_t i = 0; i + 1 < row.size(); ++i)
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  for (const Row& row : rows) {
    for (size_t i = 0; i + 1 < row.size(); ++i)
      out << row[i] << std::string(static_cast<size_t>(widths[i] - DisplayWidth(row[i])), ' ')
          << "  ";
    out << row.back() << "\n";
  }
}

Row Head() {
  return {Say("severity", "严重程度"), Say("verdict", "定性"), Say("rule", "规则"),
          Say("file", "文件"),         Say("page", "页"),      Say("finding", "疑点")};
}

Status Print(Database& database, const FindingFilter& filter, std::ostream& out) {
  std::vector<Row> rows = {Head()};
  JUESUAN_RETURN_IF_ERROR(
      EachFinding(database, filter, [&](const StoredDocument& document, const Finding& finding) {
        rows.push_back(RowOf(document, finding));
      }));
  if (rows.size() > 1) PrintTable(rows, out);
  std::cerr << Say("{} findings\n", "{} 条疑点\n", rows.size() - 1);
  return Ok();
}

Status WriteTo(const FindingsOptions& options, const FindingFilter& filter, Database& database) {
  if (options.format == "xlsx") return ExportWorkbook(database, {filter, true}, options.out);
  OutputFile out(options.out);
  const std::optional<ExportFormat> format = ParseExportFormat(options.format);
  JUESUAN_RETURN_IF_ERROR(format ? ExportFindings(database, filter, *format, out.stream())
                                 : Print(database, filter, out.stream()));
  return out.Commit();
}

}  // namespace

int FindingsCommand(const FindingsOptions& options) {
  if (options.format == "xlsx" && options.out.empty())
    return Fail(MakeError(ErrorCode::kUsage, Say("xlsx needs --out FILE or --out FOLDER/",
                                                 "xlsx 需要 --out 文件 或 --out 文件夹/")),
                1);
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  const FindingFilter filter{options.document, options.rule, ParseSeverity(options.severity),
                             ParseVerdict(options.verdict)};
  const Status done = WriteTo(options, filter, *database);
  return done.ok() ? 0 : Fail(done.error(), 2);
}

}  // namespace juesuan
