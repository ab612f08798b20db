// Money and rates that texts about a project say, against its forms.
#include <algorithm>

#include "base/text.h"
#include "check/narrative_facts.h"
#include "check/project_money.h"
#include "check/ratio.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

constexpr Block kMoney[] = {Block::kFunds, Block::kReportFunds};

bool IsGranted(std::string_view measure) {
  return measure.find("预算") != std::string_view::npos || measure == "目标申报数";
}

bool IsSpent(std::string_view measure) { return measure == "全年执行数"; }

// Amounts of all rows of both tables.
std::vector<Number> AmountsOf(const Project& project, bool (*is_wanted)(std::string_view)) {
  std::vector<Number> out;
  for (const Block block : kMoney)
    for (const ProjectRow& row : project.In(block))
      for (const ProjectCell& cell : row.cells)
        if (is_wanted(cell.measure) && FenPerUnit(cell.record->unit) > 0)
          if (const auto number = row.NumberAt(cell.measure)) out.push_back(*number);
  return out;
}

bool HasDoubtfulMoney(const Project& project) {
  return std::any_of(std::begin(kMoney), std::end(kMoney), [&](Block block) {
    const auto& rows = project.In(block);
    return project.IsLost(block) ||
           std::any_of(rows.begin(), rows.end(),
                       [](const ProjectRow& row) { return juesuan::HasDoubtfulMoney(row); });
  });
}

std::vector<FindingCell> With(const FindingCell& first, std::vector<FindingCell> rest) {
  rest.insert(rest.begin(), first);
  return rest;
}

bool IsNear(const Number& a, const Number& b) {
  return Magnitude(a.value - b.value) <= (a.ulp + b.ulp) / 2;
}

std::vector<const ProjectText*> TextsFor(const StructureInput& input, const Project& project) {
  std::vector<const ProjectText*> out;
  for (const ProjectText& text : project.texts)
    if (AnyFindsIn(Setting(input, "texts"), text.name)) out.push_back(&text);
  return out;
}

// The clause of a mention: the words before it there, and with those of the clause before.
struct Context {
  std::string before, both;
};

Context ContextOf(const ProjectText& text, const Mention& mention) {
  for (size_t i = 0; i < text.clauses.size(); ++i) {
    const Clause& clause = text.clauses[i];
    if (mention.begin < clause.begin || mention.begin >= clause.end) continue;
    const size_t begin = i == 0 ? clause.begin : text.clauses[i - 1].begin;
    return {text.text.substr(clause.begin, mention.begin - clause.begin),
            text.text.substr(begin, clause.end - begin)};
  }
  return {};
}

// A clause, or the one before it, that speaks of another year, of a part of this one or of what is
// only planned says nothing of the whole.
bool IsOfThisYear(const StructureInput& input, const Context& context) {
  return !AnyFindsIn(Setting(input, "not"), context.both);
}

// What stands before an amount names the project, or nothing: not one of its items.
bool IsOfProject(const StructureInput& input, const Project& project, std::string words) {
  if (const size_t at = words.find(project.form); at != words.npos)
    words.erase(at, project.form.size());
  return words.empty() || AnyMatches(Setting(input, "subject"), words);
}

void CompareMoney(const StructureInput& input, const Project& project, const ProjectText& text,
                  const std::string& setting, const std::vector<Number>& amounts,
                  std::vector<StructureResult>* out) {
  for (const Mention& mention : MentionsIn(text.text, Setting(input, setting))) {
    const auto said = mention.Money();
    const Context context = ContextOf(text, mention);
    if (!said || !IsOfThisYear(input, context) || !IsOfProject(input, project, context.before))
      continue;
    const bool found = std::any_of(amounts.begin(), amounts.end(),
                                   [&](const Number& each) { return IsNear(each, *said); });
    std::string slip;
    for (const Number& each : amounts)
      if (slip.empty()) slip = SlipText(*said, each);
    const FindingCell cell = text.PlaceOf(mention.begin, mention.end);
    out->push_back(
        ProjectResult(project.name + " " + text.name, found ? Outcome::kHold : Outcome::kViolated,
                      "“" + project.name + "”的“" + text.name + "”称“" + cell.raw +
                          "”，表中没有此数，相应金额为" +
                          ToText(amounts.front().value, Unit::kYuan, 0) + "元" + slip + "。",
                      {cell}));
    out->back().from_pixels = text.from_pixels;
  }
}

}  // namespace

// Amounts granted and spent that a text says stand in the tables of money.
std::vector<StructureResult> CheckTextMoney(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    if (HasDoubtfulMoney(project)) continue;
    const std::vector<Number> granted = AmountsOf(project, IsGranted),
                              spent = AmountsOf(project, IsSpent);
    for (const ProjectText* text : TextsFor(input, project)) {
      if (!granted.empty()) CompareMoney(input, project, *text, "granted", granted, &out);
      if (!spent.empty()) CompareMoney(input, project, *text, "spent", spent, &out);
    }
  }
  return out;
}

// A text says amounts, but the tables of money are blank.
std::vector<StructureResult> CheckBlankMoney(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    std::vector<FindingCell> blank;
    bool any = false;
    for (const Block block : kMoney)
      for (const ProjectRow& row : project.In(block)) {
        for (const ProjectCell& cell : row.cells)
          any = any || (FenPerUnit(cell.record->unit) > 0 && cell.record->kind != CellKind::kBlank);
        if (const Record* spent = row.At("全年执行数")) blank.push_back(CellOf(*spent));
      }
    if (blank.empty() || project.IsLost(Block::kFunds) || project.IsLost(Block::kReportFunds))
      continue;
    std::vector<FindingCell> said;
    for (const ProjectText* text : TextsFor(input, project))
      for (const Mention& mention : MentionsIn(text->text, Setting(input, "spent")))
        if (const auto money = mention.Money(); money && money->value > 0)
          said.push_back(text->PlaceOf(mention.begin, mention.end));
    if (said.empty()) continue;
    const std::string words = said.front().raw;
    said.insert(said.end(), blank.begin(), blank.end());
    out.push_back(
        ProjectResult(project.name, any ? Outcome::kHold : Outcome::kViolated,
                      "“" + project.name + "”文中称“" + words + "”，预算执行情况表中却没有金额。",
                      std::move(said)));
  }
  return out;
}

namespace {

// The amounts of the text itself give its rate.
bool IsOfOwnAmounts(const StructureInput& input, const ProjectText& text, const Decimal& percent) {
  for (const Mention& granted : MentionsIn(text.text, Setting(input, "granted")))
    for (const Mention& spent : MentionsIn(text.text, Setting(input, "spent"))) {
      const auto whole = granted.Money(), part = spent.Money();
      if (whole && part && CompareRatio(*part, *whole, percent) == Outcome::kHold) return true;
    }
  return false;
}

}  // namespace

// 预算执行率 that a text says.
std::vector<StructureResult> CheckTextRates(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const std::vector<Rate> rates = RatesOf(project);
    if (rates.empty()) continue;
    for (const ProjectText* text : TextsFor(input, project))
      for (const Mention& mention : MentionsIn(text->text, Setting(input, "rate"))) {
        const std::optional<Decimal> percent = PercentIn(mention);
        if (!percent || !IsOfThisYear(input, ContextOf(*text, mention))) continue;
        Outcome outcome = CompareRates(rates, *percent);
        if (outcome == Outcome::kViolated && IsOfOwnAmounts(input, *text, *percent))
          outcome = Outcome::kSoft;
        const bool rounded = outcome == Outcome::kSoft && IsOfRounded(rates, *percent);
        const FindingCell cell = text->PlaceOf(mention.begin, mention.end);
        out.push_back(ProjectResult(project.name + " " + text->name, outcome,
                                    "“" + project.name + "”的“" + text->name + "”称“" + cell.raw +
                                        "”，按表中金额应为" + RatesText(rates) +
                                        (rounded ? "（是用四舍五入到万元后的金额算的）。" : "。"),
                                    {cell}));
        out.back().from_pixels = text->from_pixels;
      }
  }
  return out;
}

namespace {

const Project* ProjectNamed(const Projects& projects, const std::string& name) {
  const std::string form = MatchForm(name);
  for (const Project& project : projects)
    if (project.form == form) return &project;
  return nullptr;
}

}  // namespace

// 预算执行率 of projects that the 情况说明 lists.
std::vector<StructureResult> CheckListedRates(const StructureInput& input) {
  std::vector<StructureResult> out;
  const Projects& projects = ProjectsOf(input);
  if (projects.empty()) return out;
  for (const NarrativeFact* fact : Chosen(input, "listed")) {
    const Project* project = ProjectNamed(projects, fact->subject);
    if (project == nullptr || !fact->value) continue;
    const std::vector<Rate> rates = RatesOf(*project);
    const Outcome outcome = CompareRates(rates, *fact->value);
    StructureResult result = ResultOf(project->name, outcome, {fact});
    if (IsOff(outcome)) result.cells = With(result.cells.front(), RateCells(*project));
    result.message =
        "“" + project->name + "”预算执行率文中为" + Printed(*fact) + "，按表中金额应为" +
        RatesText(rates) +
        (IsOfRounded(rates, *fact->value) ? "（是用四舍五入到万元后的金额算的）。" : "。");
    out.push_back(std::move(result));
  }
  return out;
}

namespace {

// True if the amounts of some sources make up the number.
bool IsSumOfSome(const std::vector<Number>& parts, const Number& wanted) {
  constexpr size_t kMost = 10;
  if (parts.size() > kMost) return true;
  for (size_t some = 1; some < (size_t{1} << parts.size()); ++some) {
    Number sum{0, wanted.ulp, wanted.unit};
    for (size_t i = 0; i < parts.size(); ++i) {
      if ((some >> i & 1) == 0) continue;
      sum.value += parts[i].value;
      sum.ulp += parts[i].ulp;
    }
    if (Magnitude(sum.value - wanted.value) <= sum.ulp / 2) return true;
  }
  return false;
}

}  // namespace

// What the 情况说明 says was spent on a project: all its money, or that of some sources.
std::vector<StructureResult> CheckListedSpending(const StructureInput& input) {
  std::vector<StructureResult> out;
  const Projects& projects = ProjectsOf(input);
  if (projects.empty()) return out;
  std::map<const Project*, FactList> said;
  for (const NarrativeFact* fact : Chosen(input, "listed"))
    if (const Project* project = ProjectNamed(projects, fact->subject); project && fact->value)
      said[project].push_back(fact);
  for (const Project& project : projects) {
    const auto facts = said.find(&project);
    if (facts == said.end() || !IsOfKind(input, project) || HasDoubtfulMoney(project)) continue;
    const std::vector<Number> spent = AmountsOf(project, IsSpent);
    FactList wrong;
    for (const NarrativeFact* fact : facts->second) {
      const auto number = NumberOf(*fact);
      if (number && FenPerUnit(number->unit) > 0 && !IsSumOfSome(spent, *number))
        wrong.push_back(fact);
    }
    if (spent.empty()) continue;
    // Beside last year's amount it is the year's whole spending.
    const bool whole = std::all_of(wrong.begin(), wrong.end(), [&](const NarrativeFact* fact) {
      return !OfGroup(input, fact->group, "prior").empty();
    });
    const bool soft = project.is_transfer || !whole;
    StructureResult result = ResultOf(project.name,
                                      wrong.empty() ? Outcome::kHold
                                      : soft        ? Outcome::kSoft
                                                    : Outcome::kViolated,
                                      wrong);
    if (!wrong.empty())
      result.message = "情况说明称“" + project.name + "”支出" + Printed(*wrong.front()) +
                       "，绩效表中全年执行数为" + ToText(spent.front().value, Unit::kYuan, 0) +
                       "元，各项资金也凑不出此数。";
    out.push_back(std::move(result));
  }
  return out;
}

// What a report says is needed against what was granted at the year's beginning: one for all.
std::vector<StructureResult> CheckStatedNeed(const StructureInput& input) {
  std::vector<FindingCell> cells;
  std::string words;
  bool any = false;
  for (const Project& project : ProjectsOf(input)) {
    const ProjectRow* whole = WholeRow(project, Block::kReportFunds);
    if (whole == nullptr) whole = WholeRow(project, Block::kFunds);
    const auto granted = whole == nullptr ? std::nullopt : InitialOf(*whole);
    if (!granted) continue;
    for (const ProjectText* text : TextsFor(input, project))
      for (const Mention& mention : MentionsIn(text->text, Setting(input, "need"))) {
        const auto need = mention.Money();
        if (!text->in_report || !need) continue;
        any = true;
        if (IsNear(*need, *granted)) continue;
        cells.push_back(text->PlaceOf(mention.begin, mention.end));
        words += (words.empty() ? "" : "；") + project.name + "“" + cells.back().raw +
                 "”，年初预算" + ToText(granted->value, Unit::kWanYuan, 0) + "万元";
      }
  }
  if (!any) return {};
  const Outcome outcome = cells.empty() ? Outcome::kHold : Outcome::kSoft;
  return {ProjectResult("年初预算", outcome, "所需资金与年初预算不同：" + words + "。",
                        std::move(cells))};
}

}  // namespace juesuan
