// `juesuan check`: the rules over what the database holds.
#include <algorithm>
#include <iostream>
#include <map>
#include <thread>
#include <utility>

#include "app/check_document.h"
#include "app/commands.h"
#include "app/language.h"
#include "app/shares.h"
#include "base/json.h"

namespace juesuan {
namespace {

// Documents that are stored in one transaction. While one process writes the other waits, so few.
constexpr size_t kBatch = 16;

struct Tally {
  int64_t checked = 0, failed = 0;
  std::map<Severity, int64_t> severities;
  std::map<Verdict, int64_t> verdicts;
};

void Count(const CheckReport& report, Tally* tally) {
  ++tally->checked;
  for (const Finding& finding : report.findings) {
    ++tally->severities[finding.severity];
    ++tally->verdicts[finding.verdict];
  }
}

// The wire form between the processes.
std::string ToText(const Tally& tally) {
  Json severities = Json::Object(), verdicts = Json::Object(), json = Json::Object();
  for (const auto& [severity, count] : tally.severities)
    severities.Set(SeverityName(severity), count);
  for (const auto& [verdict, count] : tally.verdicts) verdicts.Set(VerdictName(verdict), count);
  json.Set("checked", tally.checked).Set("failed", tally.failed);
  json.Set("severities", std::move(severities)).Set("verdicts", std::move(verdicts));
  return json.Dump();
}

void AddFromText(const std::string& text, Tally* tally) {
  const Result<Json> parsed = Json::Parse(text);
  const Json json = parsed.ok() ? *parsed : Json::Object();
  tally->checked += json.Int("checked");
  tally->failed += json.Int("failed");
  for (const Severity severity :
       {Severity::kHigh, Severity::kMedium, Severity::kLow, Severity::kInfo})
    if (const int64_t count = json.At("severities").Int(SeverityName(severity)))
      tally->severities[severity] += count;
  for (const Verdict verdict :
       {Verdict::kSource, Verdict::kExtraction, Verdict::kRounding, Verdict::kUndecided})
    if (const int64_t count = json.At("verdicts").Int(VerdictName(verdict)))
      tally->verdicts[verdict] += count;
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

// Checks documents one after the other and stores them a batch at a time.
class Checker {
 public:
  Checker(Database& database, const RulePacks& packs, bool json)
      : database_(database), packs_(packs), json_(json) {}

  void Check(const StoredDocument& document) {
    Result<CheckOfDocument> check = CheckDocument(
        database_, document.sha256, packs_, json_ ? InstanceList::kGive : InstanceList::kLeaveOut);
    if (!check.ok()) return Complain(document, check.error());
    documents_.push_back(&document);
    reports_.push_back(std::move(check->report));
    checked_.push_back(std::move(check->checked));
    if (checked_.size() >= kBatch) Store();
  }

  void Store() {
    const Result<std::vector<Status>> saved = SaveFindings(database_, checked_);
    for (size_t i = 0; i < checked_.size(); ++i) {
      const StoredDocument& document = *documents_[i];
      if (!saved.ok() || !(*saved)[i].ok()) {
        Complain(document, saved.ok() ? (*saved)[i].error() : saved.error());
        continue;
      }
      Count(reports_[i], &tally_);
      if (json_) PrintDocument(document, reports_[i]);
    }
    documents_.clear();
    reports_.clear();
    checked_.clear();
  }

  const Tally& tally() const { return tally_; }

 private:
  void Complain(const StoredDocument& document, Error error) {
    error.where.file = document.file;
    ++tally_.failed;
    Fail(error, 0);
  }

  Database& database_;
  const RulePacks& packs_;
  bool json_;
  Tally tally_;
  std::vector<const StoredDocument*> documents_;
  std::vector<CheckReport> reports_;
  std::vector<CheckedDocument> checked_;
};

// Those that were read; status names the others.
Result<std::vector<StoredDocument>> ReadDocuments(const CheckOptions& options) {
  JUESUAN_TRY(Database database, Database::OpenExisting(options.database));
  JUESUAN_TRY(std::vector<StoredDocument> documents, database.Documents(options.document));
  documents.erase(std::remove_if(documents.begin(), documents.end(),
                                 [](const StoredDocument& each) { return each.error.has_value(); }),
                  documents.end());
  return documents;
}

// Documents of a share, in the order of all, to the wire form of their tally.
std::string CheckShare(const std::vector<StoredDocument>& documents, size_t first, size_t last,
                       const RulePacks& packs, const CheckOptions& options) {
  Tally failed;
  failed.failed = static_cast<int64_t>(last - first);
  Result<Database> database = Database::OpenExisting(options.database);
  if (!database.ok()) {
    Fail(database.error(), 0);
    return ToText(failed);
  }
  Checker checker(*database, packs, options.json);
  for (size_t i = first; i < last; ++i) checker.Check(documents[i]);
  checker.Store();
  return ToText(checker.tally());
}

// Lines of JSON come in the order of the documents: from one process.
int SharesFor(const CheckOptions& options, size_t documents) {
  if (options.json) return 1;
  const int wanted =
      options.jobs > 0 ? options.jobs : static_cast<int>(std::thread::hardware_concurrency());
  return std::clamp(wanted, 1, static_cast<int>(documents / kBatch) + 1);
}

}  // namespace

int CheckCommand(const CheckOptions& options) {
  const Result<std::shared_ptr<const RulePacks>> packs = LoadRules(options.rules, options.forms);
  if (!packs.ok()) return Fail(packs.error(), 2);
  const Result<std::vector<StoredDocument>> documents = ReadDocuments(options);
  if (!documents.ok()) return Fail(documents.error(), 2);
  const auto shares = static_cast<size_t>(SharesFor(options, documents->size()));
  const auto texts = RunShares(static_cast<int>(shares), [&](int share) {
    const auto at = static_cast<size_t>(share);
    return CheckShare(*documents, documents->size() * at / shares,
                      documents->size() * (at + 1) / shares, **packs, options);
  });
  if (!texts.ok()) return Fail(texts.error(), 2);
  Tally tally;
  for (const std::string& text : *texts) AddFromText(text, &tally);
  if (!options.json) PrintTally(tally);
  if (tally.failed == 0) return 0;
  return tally.checked > 0 ? 3 : 2;
}

}  // namespace juesuan
