// `juesuan findings`: what does not hold, for people and for machines.
#include <algorithm>
#include <array>
#include <iostream>

#include "app/commands.h"
#include "app/language.h"
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

void PrintTable(const std::vector<Row>& rows) {
  std::array<int, 6> widths{};
  for (const Row& row : rows)
    for (size_t i = 0; i + 1 < row.size(); ++i)
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  for (const Row& row : rows) {
    for (size_t i = 0; i + 1 < row.size(); ++i)
      std::cout << row[i] << std::string(static_cast<size_t>(widths[i] - DisplayWidth(row[i])), ' ')
                << "  ";
    std::cout << row.back() << "\n";
  }
}

Row Head() {
  return {Say("severity", "严重程度"), Say("verdict", "定性"), Say("rule", "规则"),
          Say("file", "文件"),         Say("page", "页"),      Say("finding", "疑点")};
}

Status Print(Database& database, const FindingFilter& filter) {
  std::vector<Row> rows = {Head()};
  JUESUAN_RETURN_IF_ERROR(
      EachFinding(database, filter, [&](const StoredDocument& document, const Finding& finding) {
        rows.push_back(RowOf(document, finding));
      }));
  if (rows.size() > 1) PrintTable(rows);
  std::cerr << Say("{} findings\n", "{} 条疑点\n", rows.size() - 1);
  return Ok();
}

}  // namespace

int FindingsCommand(const FindingsOptions& options) {
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  const FindingFilter filter{options.document, options.rule, ParseSeverity(options.severity),
                             ParseVerdict(options.verdict)};
  const std::optional<ExportFormat> format = ParseExportFormat(options.format);
  const Status done =
      format ? ExportFindings(*database, filter, *format, std::cout) : Print(*database, filter);
  return done.ok() ? 0 : Fail(done.error(), 2);
}

}  // namespace juesuan
