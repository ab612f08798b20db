// `juesuan check`: the rules over what the database holds.
#include <iostream>
#include <map>

#include "app/check_document.h"
#include "app/commands.h"
#include "app/language.h"
#include "base/json.h"
#include "check/check.h"
#include "store/findings.h"

namespace juesuan {
namespace {

struct Tally {
  int checked = 0, failed = 0;
  std::map<Severity, int> severities;
  std::map<Verdict, int> verdicts;
};

void Count(const CheckReport& report, Tally* tally) {
  ++tally->checked;
  for (const Finding& finding : report.findings) {
    ++tally->severities[finding.severity];
    ++tally->verdicts[finding.verdict];
  }
}

void PrintDocument(const StoredDocument& document, const CheckReport& report) {
  Json instances = Json::Array(), findings = Json::Array();
  for (const RuleInstance& instance : report.instances) instances.Push(ToJson(instance));
  for (const Finding& finding : report.findings) findings.Push(ToJson(finding));
  Json line = Json::Object();
  line.Set("document", document.sha256).Set("file", document.file);
  line.Set("findings", std::move(findings)).Set("instances", std::move(instances));
  std::cout << line.Dump() << "\n";
}

void PrintTally(const Tally& tally) {
  std::cout << Say("documents  {} checked, {} failed\n", "文件  核对 {} 份，失败 {} 份\n",
                   tally.checked, tally.failed);
  std::cout << Say("findings ", "疑点");
  for (const auto& [severity, count] : tally.severities)
    std::cout << "  " << SeverityName(severity) << " " << count;
  if (tally.severities.empty()) std::cout << "  0";
  std::cout << "\n" << Say("verdicts ", "定性");
  for (const auto& [verdict, count] : tally.verdicts)
    std::cout << "  " << VerdictName(verdict) << " " << count;
  std::cout << "\n";
}

}  // namespace

int CheckCommand(const CheckOptions& options) {
  const Result<std::shared_ptr<const RulePacks>> packs = LoadRules(options.rules, options.forms);
  if (!packs.ok()) return Fail(packs.error(), 2);
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) return Fail(database.error(), 2);
  const Result<std::vector<StoredDocument>> documents = database->Documents(options.document);
  if (!documents.ok()) return Fail(documents.error(), 2);
  Tally tally;
  for (const StoredDocument& document : *documents) {
    if (document.error) continue;  // was never read: status names it
    const Result<CheckReport> report = CheckDocument(*database, document.sha256, **packs);
    if (!report.ok()) {
      Error error = report.error();
      error.where.file = document.file;
      ++tally.failed;
      Fail(error, 0);
      continue;
    }
    Count(*report, &tally);
    if (options.json) PrintDocument(document, *report);
  }
  if (!options.json) PrintTally(tally);
  if (tally.failed == 0) return 0;
  return tally.checked > 0 ? 3 : 2;
}

}  // namespace juesuan
