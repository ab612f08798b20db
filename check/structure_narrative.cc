// Figures of sentences against each other: changes, shares, completion, sums. Against the tables
// they are compared by `bound` parts of rules.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/fact_index.h"
#include "check/narrative_facts.h"
#include "check/ratio.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

Number Plus(const Number& a, const Number& b, int sign) {
  return {a.value + sign * b.value, a.ulp + b.ulp, a.unit};
}

std::string PlaceOf(const NarrativeFact& fact, const std::string& what) {
  const std::string key = fact.subject.empty() ? fact.section : fact.subject;
  return what.empty() ? key : key + " " + what;
}

StructureResult RatioResult(const NarrativeFact& percent, const std::string& what,
                            const Number& part, const Number& whole, const std::string& words,
                            FactList facts) {
  const Outcome outcome = CompareRatio(part, whole, *percent.value);
  facts.insert(facts.begin(), &percent);
  StructureResult result = ResultOf(PlaceOf(percent, what), outcome, facts);
  result.lhs = percent.value->ToString();
  if (outcome == Outcome::kSkipped) return result;
  result.rhs = PercentText(part, whole);
  result.message = "（" + percent.subject + "）" + words + "，应为" + result.rhs + "%，文中为" +
                   percent.raw + "%。";
  return result;
}

// The fact of a list that was said last before another; nullptr if there is none.
const NarrativeFact* LastBefore(const FactList& facts, const NarrativeFact* fact) {
  const NarrativeFact* out = nullptr;
  for (const NarrativeFact* each : facts)
    if (each < fact) out = each;
  return out;
}

bool Opposed(const NarrativeFact& a, const NarrativeFact& b) {
  return a.direction != b.direction && a.direction != FactDirection::kNone &&
         b.direction != FactDirection::kNone;
}

// The amount that a change started from: as printed, or what is now less the change.
std::optional<Number> StartOf(const StructureInput& input, const NarrativeFact& delta,
                              const Number& change, FactList* facts) {
  if (const NarrativeFact* prior = OnlyOne(OfGroup(input, delta.group, "prior"))) {
    facts->push_back(prior);
    return NumberOf(*prior);
  }
  const NarrativeFact* now = OnlyOne(OfGroup(input, delta.group, "account"));
  if (now == nullptr || delta.direction == FactDirection::kNone) return std::nullopt;
  const std::optional<Number> amount = NumberOf(*now);
  if (!amount || !AreComparable(amount->unit, change.unit)) return std::nullopt;
  facts->push_back(now);
  return Plus(*amount, change, delta.direction == FactDirection::kUp ? -1 : 1);
}

void CheckDifference(const StructureInput& input, const NarrativeFact& delta,
                     std::vector<StructureResult>* out) {
  const NarrativeFact* prior = OnlyOne(OfGroup(input, delta.group, "prior"));
  const NarrativeFact* now = OnlyOne(OfGroup(input, delta.group, "account"));
  const std::optional<Number> change = NumberOf(delta);
  if (prior == nullptr || now == nullptr || !change) return;
  const std::optional<Number> before = NumberOf(*prior), after = NumberOf(*now);
  if (!before || !after || !AreComparable(before->unit, after->unit) ||
      !AreComparable(before->unit, change->unit))
    return;
  const Int128 moved = after->value - before->value;
  const Int128 off = Magnitude(Magnitude(moved) - Magnitude(change->value));
  const Int128 envelope = (before->ulp + after->ulp + change->ulp) / 2;
  const bool finest = before->ulp == change->ulp && after->ulp == change->ulp;
  const bool wrong_way = moved != 0 && delta.direction != FactDirection::kNone &&
                         (moved > 0) != (delta.direction == FactDirection::kUp);
  Outcome outcome = off == 0                                   ? Outcome::kHold
                    : off <= envelope && !finest               ? Outcome::kRound
                    : off <= envelope && change->ulp > kOneFen ? Outcome::kRound
                                                               : Outcome::kViolated;
  if (wrong_way) outcome = Outcome::kViolated;
  StructureResult result = ResultOf(PlaceOf(delta, "Δ"), outcome, {&delta, now, prior});
  result.lhs = ToText(moved, change->unit, delta.value->scale);
  result.rhs = delta.value->ToString();
  result.message = "（" + delta.subject + "）" + Printed(*now) + "与上年" + Printed(*prior) +
                   "相差" + result.lhs + delta.unit + "，文中为" +
                   (delta.direction == FactDirection::kUp ? "增加" : "减少") + Printed(delta) +
                   "。";
  out->push_back(std::move(result));
}

}  // namespace

std::vector<StructureResult> CheckChanges(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const NarrativeFact* delta : Chosen(input, "changes"))
    if (delta->role == "delta") CheckDifference(input, *delta, &out);
  for (const NarrativeFact* rate : Chosen(input, "changes")) {
    if (rate->role != "rate" || !rate->value) continue;
    const NarrativeFact* delta = LastBefore(OfGroup(input, rate->group, "delta"), rate);
    if (delta == nullptr || rate->sentence != delta->sentence) continue;
    const std::optional<Number> change = NumberOf(*delta);
    if (!change) continue;
    FactList facts = {delta};
    const std::optional<Number> start = StartOf(input, *delta, *change, &facts);
    if (!start || !AreComparable(start->unit, change->unit)) continue;
    StructureResult result =
        RatioResult(*rate, "增减率", *change, *start,
                    "变动" + Printed(*delta) + "，占上年" +
                        ToText(start->value, start->unit, delta->value->scale) +
                        std::string(UnitName(start->unit)),
                    facts);
    if (Opposed(*rate, *delta) && change->value > 0 && rate->value->mantissa > 0) {
      result.outcome = Outcome::kViolated;
      result.message = "（" + rate->subject + "）" + Printed(*delta) + "与" + Printed(*rate) +
                       "一增一减，方向相反。";
    }
    out.push_back(std::move(result));
  }
  return out;
}

std::vector<StructureResult> CheckShares(const StructureInput& input) {
  std::vector<StructureResult> out;
  const NarrativeFact* whole = OnlyOne(Chosen(input, "whole"));
  const std::optional<Number> total = whole == nullptr ? std::nullopt : NumberOf(*whole);
  if (!total) return out;
  for (const NarrativeFact* share : Chosen(input, "shares")) {
    const NarrativeFact* amount = LastBefore(OfGroup(input, share->group, "account"), share);
    const std::optional<Number> part = amount == nullptr ? std::nullopt : NumberOf(*amount);
    if (!part || !share->value || !AreComparable(part->unit, total->unit)) continue;
    out.push_back(RatioResult(*share, "占比", *part, *total,
                              Printed(*amount) + "占" + Printed(*whole), {amount, whole}));
  }
  return out;
}

std::vector<StructureResult> CheckCompletion(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const NarrativeFact* rate : Chosen(input, "completion")) {
    const NarrativeFact* budget = LastBefore(OfGroup(input, rate->group, "budget"), rate);
    const NarrativeFact* account = LastBefore(OfGroup(input, rate->group, "account"), rate);
    if (budget == nullptr || account == nullptr || !rate->value) continue;
    const std::optional<Number> whole = NumberOf(*budget), part = NumberOf(*account);
    if (!whole || !part || !AreComparable(whole->unit, part->unit)) continue;
    out.push_back(RatioResult(*rate, "完成率", *part, *whole,
                              Printed(*account) + "为预算" + Printed(*budget) + "的比率",
                              {account, budget}));
  }
  return out;
}

namespace {

// A delta that is down counts against one that is up.
Int128 Signed(const NarrativeFact& fact, const Number& number) {
  return fact.direction == FactDirection::kDown ? -number.value : number.value;
}

StructureResult SumResult(const std::string& place, const NarrativeFact& whole,
                          const FactList& parts) {
  const std::optional<Number> total = NumberOf(whole);
  Int128 sum = 0, ulps = total ? total->ulp : 0;
  int counted = 0;
  FactList facts = {&whole};
  for (const NarrativeFact* part : parts) {
    const std::optional<Number> number = NumberOf(*part);
    if (!total || !number || !AreComparable(number->unit, total->unit))
      return ResultOf(place, Outcome::kSkipped, {});
    sum += Signed(*part, *number);
    facts.push_back(part);
    if (number->value == 0) continue;
    ++counted;
    ulps += number->ulp;
  }
  const Int128 difference = Magnitude(sum - Signed(whole, *total));
  const Int128 envelope = counted > 1 ? ulps / 2 : 0;
  const Outcome outcome = difference == 0          ? Outcome::kHold
                          : difference <= envelope ? Outcome::kRound
                                                   : Outcome::kViolated;
  StructureResult result = ResultOf(place, outcome, facts);
  const int scale = whole.value->scale;
  result.lhs = ToText(Signed(whole, *total), total->unit, scale);
  result.rhs = ToText(sum, total->unit, scale);
  result.message = "（" + whole.subject + "）文中为" + Printed(whole) + "，所列各项之和为" +
                   result.rhs + whole.unit + "，相差" + ToText(difference, total->unit, scale) +
                   whole.unit + "。";
  return result;
}

// The 科目代码 of the row that a figure's group restates; "" if it restates none.
std::string CodeOf(const StructureInput& input, const NarrativeFact& fact) {
  for (const NarrativeFact* other : OfGroup(input, fact.group, "account")) {
    const std::vector<std::string> key = Split(other->bound_to, '/');
    if (key.size() == 3 && IsFunctionalOrEconomicCode(key[1])) return key[1];
  }
  return "";
}

// The parts of a whole: one of each subject, since a section may say things twice, and no 款 or 项
// beside its 类.
FactList PartsOf(const StructureInput& input, const NarrativeFact& whole) {
  std::map<std::string, const NarrativeFact*> by_name;  // by code, else by subject
  FactList out;
  for (const NarrativeFact* part : Chosen(input, "parts")) {
    if (part->group == whole.group) continue;
    const std::string code = CodeOf(input, *part);
    if (by_name.emplace(code.empty() ? part->subject : code, part).second) out.push_back(part);
  }
  const auto stands_below = [&](const NarrativeFact* part) {
    const std::string code = CodeOf(input, *part);
    return code.size() > 3 && (by_name.count(code.substr(0, 3)) > 0 ||
                               (code.size() > 5 && by_name.count(code.substr(0, 5)) > 0));
  };
  out.erase(std::remove_if(out.begin(), out.end(), stands_below), out.end());
  return out;
}

}  // namespace

// Parts that make less than the whole may be some of them (其中): open, unless the setting `all`
// names parts that must be there and are.
std::vector<StructureResult> CheckTextSums(const StructureInput& input) {
  const NarrativeFact* whole = OnlyOne(Chosen(input, "whole"));
  if (whole == nullptr) return {};
  const FactList parts = PartsOf(input, *whole);
  const Patterns& all = Setting(input, "all");
  const bool complete = std::all_of(all.begin(), all.end(), [&](const Pattern& wanted) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const NarrativeFact* part) { return wanted.FindsIn(part->subject); });
  });
  if (parts.size() < 2 || !complete) return {};
  StructureResult result = SumResult("Σ", *whole, parts);
  const auto sum = ParseDecimal(result.rhs), total = ParseDecimal(result.lhs);
  const bool less = sum && total && sum->scale == total->scale && sum->mantissa < total->mantissa;
  if (result.outcome == Outcome::kViolated && all.empty() && less) result.outcome = Outcome::kSoft;
  return {result};
}

// 4辆、3辆、1辆 of 8辆: what an amount was used for.
std::vector<StructureResult> CheckUses(const StructureInput& input) {
  std::vector<StructureResult> out;
  std::set<int> seen;
  for (const NarrativeFact* use : Chosen(input, "uses")) {
    if (!seen.insert(use->group).second) continue;
    FactList wholes =
        OfGroup(input, use->group, use->measure == FactMeasure::kCount ? "count" : "account");
    FactList parts;
    for (const NarrativeFact* part : OfGroup(input, use->group, "use"))
      if (part->unit == use->unit) parts.push_back(part);
    const NarrativeFact* whole = LastBefore(wholes, use);
    if (whole == nullptr || parts.size() < 2 || whole->unit != use->unit) continue;
    StructureResult result = SumResult(whole->subject + " Σ", *whole, parts);
    // Uses may be named by way of example: only more than the whole is a contradiction.
    if (result.outcome == Outcome::kViolated) result.outcome = Outcome::kSoft;
    out.push_back(std::move(result));
  }
  return out;
}

// Each fact at most the one before it: 小微 ≤ 中小 ≤ 总额.
std::vector<StructureResult> CheckFalling(const StructureInput& input) {
  FactList chain;
  for (const std::string setting : {"first", "second", "third"})
    if (const NarrativeFact* fact = OnlyOne(Chosen(input, setting))) chain.push_back(fact);
  if (chain.size() < 2) return {};
  Outcome outcome = Outcome::kHold;
  std::string place, message;
  for (size_t i = 0; i < chain.size(); ++i) {
    place += (i == 0 ? "" : "≥") + chain[i]->subject;
    if (i == 0) continue;
    const std::optional<Number> more = NumberOf(*chain[i - 1]), less = NumberOf(*chain[i]);
    if (!more || !less || !AreComparable(more->unit, less->unit) || less->value <= more->value)
      continue;
    outcome = Outcome::kViolated;
    message = chain[i]->subject + Printed(*chain[i]) + "大于" + chain[i - 1]->subject +
              Printed(*chain[i - 1]) + "。";
  }
  StructureResult result = ResultOf(place, outcome, chain);
  result.message = message;
  return {result};
}

}  // namespace juesuan
