#include "corpus/gold_instances.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace juesuan {

namespace {

// "R10 人力: 数量 =4 HOLD" in front of the colon and behind it.
std::pair<std::string, std::string> NameAndRest(const std::string& instance) {
  const size_t colon = instance.find(": ");
  if (colon == std::string::npos) return {};
  return {instance.substr(0, colon), instance.substr(colon)};
}

// True if `shortened` is `whole` with the name before its colon cut off behind two characters or
// more. A rule's id and a blank stand before the name.
bool IsShortened(const std::string& shortened, const std::string& whole) {
  const auto [short_name, short_rest] = NameAndRest(shortened);
  const auto [name, rest] = NameAndRest(whole);
  const size_t blank = short_name.find(' ');
  if (blank == std::string::npos || short_rest != rest) return false;
  constexpr size_t kLeast = 2;
  return ToCodePoints(short_name.substr(blank + 1)).size() >= kLeast &&
         name.compare(0, short_name.size(), short_name) == 0;
}

// Takes the pairs of a shortened and a whole name off both lists.
void DropShortened(std::vector<std::string>* gold, std::vector<std::string>* got) {
  for (auto each = gold->begin(); each != gold->end();) {
    const auto whole = std::find_if(got->begin(), got->end(), [&](const std::string& instance) {
      return IsShortened(*each, instance);
    });
    if (whole == got->end()) {
      ++each;
      continue;
    }
    got->erase(whole);
    each = gold->erase(each);
  }
}

}  // namespace

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
  DropShortened(&out.missing, &out.extra);
  out.same = out.gold - static_cast<int64_t>(out.missing.size());
  return out;
}

}  // namespace juesuan
