#include "extract/performance_siblings.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "extract/label.h"

namespace juesuan {
namespace {

bool IsReport(const PerformanceClaim& claim) { return claim.form.rfind("PERF.REP", 0) == 0; }

// 指标名称 stands in every row of indicators.
constexpr char kName[] = "指标名称";

using Names = std::map<std::string, std::string>;  // MatchForm and the name

Names NamesOf(const PerformanceClaim& claim) {
  Names out;
  for (const Record& record : claim.table.records)
    if (record.measure == kName && !record.row_key.empty())
      out.emplace(MatchForm(record.row_key), record.row_key);
  return out;
}

// Those that were read beyond doubt: none other is better than another table's.
Names SureNamesOf(const PerformanceClaim& claim) {
  Names out = NamesOf(claim);
  for (const Record& record : claim.table.records)
    if (record.measure == kName && record.status == CellStatus::kSuspect)
      out.erase(MatchForm(record.row_key));
  return out;
}

// The one name of `wanted` that is near a name and is none of `own`; "" if none or several are.
std::string NearName(const std::string& name, const Names& wanted, const Names& own) {
  std::string best;
  for (const auto& [form, printed] : wanted) {
    if (own.count(form) > 0) continue;
    if (Edits(MatchPoints(name), MakeSpelling(printed)) >= kNoMatch) continue;
    if (!best.empty()) return "";
    best = printed;
  }
  return best;
}

void JoinNames(const Names& wanted, PerformanceClaim* report) {
  const Names own = NamesOf(*report);
  for (Record& record : report->table.records) {
    if (record.panel.empty() || wanted.count(MatchForm(record.row_key)) > 0) continue;
    const std::string name = NearName(record.row_key, wanted, own);
    if (!name.empty()) record.row_key = record.line = name;
  }
}

bool SaysBothLevels(const Record& record) { return record.panel.find('/') != std::string::npos; }

void FillLevels(std::vector<PerformanceClaim>* claims) {
  std::map<std::pair<std::string, std::string>, std::string> panels;
  for (const PerformanceClaim& claim : *claims)
    for (const Record& record : claim.table.records)
      if (SaysBothLevels(record))
        panels.emplace(std::pair(claim.project, MatchForm(record.row_key)), record.panel);
  for (PerformanceClaim& claim : *claims) {
    std::set<std::string> indicators;
    for (const auto& [form, printed] : NamesOf(claim)) indicators.insert(form);
    for (Record& record : claim.table.records) {
      const std::string key = MatchForm(record.row_key);
      if (SaysBothLevels(record) || indicators.count(key) == 0) continue;
      const auto found = panels.find({claim.project, key});
      if (found != panels.end()) record.panel = found->second;
    }
  }
}

}  // namespace

void JoinSiblings(std::vector<PerformanceClaim>* claims) {
  std::map<std::string, Names> evaluated;
  for (const PerformanceClaim& claim : *claims)
    if (!IsReport(claim)) evaluated[claim.project].merge(SureNamesOf(claim));
  for (PerformanceClaim& claim : *claims)
    if (IsReport(claim)) JoinNames(evaluated[claim.project], &claim);
  FillLevels(claims);
}

}  // namespace juesuan
