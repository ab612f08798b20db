#include "corpus/gold_instances.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "base/json.h"

namespace juesuan {

Result<std::vector<GoldInstance>> ParseGoldInstances(const std::string& json_lines,
                                                     const std::vector<std::string>& rules) {
  std::vector<GoldInstance> out;
  std::istringstream lines(json_lines);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) continue;
    const Result<Json> json = Json::Parse(line);
    if (!json.ok() || !json->Has("rule_id") || !json->Has("status"))
      return MakeError(ErrorCode::kMalformed, "no rule instance in line " + std::to_string(number));
    GoldInstance each{json->Str("rule_id"), json->Str("place"), json->Str("status")};
    if (std::find(rules.begin(), rules.end(), each.rule) != rules.end())
      out.push_back(std::move(each));
  }
  return out;
}

GoldAgreement CompareInstances(const std::vector<GoldInstance>& gold,
                               const std::vector<RuleInstance>& got) {
  std::multiset<std::string> wanted, there;
  for (const GoldInstance& each : gold)
    wanted.insert(each.rule + " " + each.place + " " + each.outcome);
  for (const RuleInstance& each : got)
    there.insert(each.rule + " " + each.place + " " + std::string(OutcomeName(each.outcome)));
  GoldAgreement out;
  out.gold = static_cast<int64_t>(wanted.size());
  std::set_difference(wanted.begin(), wanted.end(), there.begin(), there.end(),
                      std::back_inserter(out.missing));
  std::set_difference(there.begin(), there.end(), wanted.begin(), wanted.end(),
                      std::back_inserter(out.extra));
  out.same = out.gold - static_cast<int64_t>(out.missing.size());
  return out;
}

}  // namespace juesuan
