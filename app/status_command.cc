// `juesuan status`: documents, pages, tables, cells by status, findings by severity.
#include <iostream>

#include "app/commands.h"
#include "app/language.h"
#include "base/json.h"
#include "store/database.h"
#include "store/read.h"

namespace juesuan {
namespace {

Json Counts(const std::map<std::string, int64_t>& counts) {
  Json json = Json::Object();
  for (const auto& [name, count] : counts) json.Set(name.empty() ? "none" : name, count);
  return json;
}

Json FailedDocuments(const std::vector<StoredDocument>& documents) {
  Json array = Json::Array();
  for (const StoredDocument& document : documents) {
    if (!document.error) continue;
    Json item = Json::Object();
    item.Set("file", document.file).Set("document", document.sha256);
    item.Set("error", ErrorCodeName(document.error->code));
    array.Push(item.Set("message", document.error->message));
  }
  return array;
}

void PrintJson(const Summary& summary, const std::vector<StoredDocument>& documents) {
  Json json = Json::Object();
  json.Set("documents", summary.documents).Set("failed", summary.failed);
  json.Set("other", summary.other).Set("pages", summary.pages);
  json.Set("failed_pages", summary.failed_pages).Set("cells", summary.cells);
  json.Set("unread_cells", summary.unread_cells);
  json.Set("tables", Counts(summary.tables_by_form));
  json.Set("records", Counts(summary.records_by_status));
  json.Set("findings", Counts(summary.findings_by_severity));
  json.Set("verdicts", Counts(summary.findings_by_verdict));
  json.Set("rejects", Counts(summary.rejects_by_code));
  json.Set("figures", summary.figures).Set("unbound_figures", summary.unbound_figures);
  json.Set("failed_documents", FailedDocuments(documents));
  std::cout << json.Dump() << "\n";
}

void PrintCounts(const std::string& title, const std::map<std::string, int64_t>& counts) {
  if (counts.empty()) return;
  std::cout << title;
  for (const auto& [name, count] : counts)
    std::cout << "  " << (name.empty() ? Say("unclaimed", "未归类") : name) << " " << count;
  std::cout << "\n";
}

void PrintText(const Summary& summary, const std::vector<StoredDocument>& documents) {
  std::cout << Say("documents  {} ({} failed, {} no disclosure)\n",
                   "文件  {} 份（失败 {}，非决算公开 {}）\n", summary.documents, summary.failed,
                   summary.other);
  std::cout << Say("pages      {} ({} failed)\n", "页面  {} 页（失败 {}）\n", summary.pages,
                   summary.failed_pages);
  std::cout << Say("cells      {} ({} unread)\n", "单元格  {} 个（未读出 {}）\n", summary.cells,
                   summary.unread_cells);
  PrintCounts(Say("tables   ", "表格"), summary.tables_by_form);
  PrintCounts(Say("records  ", "记录"), summary.records_by_status);
  PrintCounts(Say("findings ", "疑点"), summary.findings_by_severity);
  PrintCounts(Say("verdicts ", "定性"), summary.findings_by_verdict);
  PrintCounts(Say("rejects  ", "拒收"), summary.rejects_by_code);
  std::cout << Say("figures    {} in sentences ({} of no known form)\n",
                   "文中数字  {} 个（句式未识别 {}）\n", summary.figures, summary.unbound_figures);
  for (const StoredDocument& document : documents) {
    if (!document.error) continue;
    Error error = *document.error;
    error.where.file = document.file;
    std::cout << "  " << Describe(error) << "\n";
  }
}

}  // namespace

int StatusCommand(const StatusOptions& options) {
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  const Result<Summary> summary = Summarize(*database);
  if (!summary.ok()) return Fail(summary.error(), 2);
  const Result<std::vector<StoredDocument>> documents = database->Documents();
  if (!documents.ok()) return Fail(documents.error(), 2);
  options.json ? PrintJson(*summary, *documents) : PrintText(*summary, *documents);
  return 0;
}

}  // namespace juesuan
