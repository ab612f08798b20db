// What the 情况说明 says of all projects together, against their forms.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

struct Stated {
  const CheckParagraph* paragraph = nullptr;
  Mention mention;
  std::string words;

  FindingCell Place() const { return PlaceOf(*paragraph, words); }
};

// Over all passages at once, since most rules find nothing in most of them; but for those of the
// projects' own reports. REQUIRES: the projects are known.
std::vector<Stated> StatedIn(const StructureInput& input, const std::string& setting) {
  const auto& reports = input.memo->of_reports;
  std::string prose;
  std::vector<std::pair<size_t, const CheckParagraph*>> starts;
  for (const Passage& passage : PassagesIn(input)) {
    if (passage.start->kind == ParagraphKind::kContents ||
        std::binary_search(reports.begin(), reports.end(), passage.start))
      continue;
    starts.emplace_back(prose.size(), passage.start);
    prose += passage.text + "\n";
  }
  std::vector<Stated> out;
  for (Mention& mention : MentionsIn(prose, Setting(input, setting))) {
    const auto after =
        std::upper_bound(starts.begin(), starts.end(), mention.begin,
                         [](size_t at, const auto& start) { return at < start.first; });
    out.push_back({std::prev(after)->second, mention,
                   prose.substr(mention.begin, mention.end - mention.begin)});
  }
  return out;
}

int64_t CountOf(const Stated& stated) {
  const auto count = stated.mention.groups.find("count");
  const auto number =
      count == stated.mention.groups.end() ? std::nullopt : ParseDecimal(count->second);
  return number && number->scale == 0 ? number->mantissa : -1;
}

std::string GroupOf(const Stated& stated, const std::string& name) {
  const auto found = stated.mention.groups.find(name);
  return found == stated.mention.groups.end() ? "" : found->second;
}

std::vector<const Project*> SelfEvaluated(const Projects& projects) {
  std::vector<const Project*> out;
  for (const Project& project : projects)
    if (!project.In(Block::kIndicators).empty() && !project.is_transfer) out.push_back(&project);
  return out;
}

// Granted at the beginning, in the end, spent.
using Moneys = std::vector<std::optional<Number>>;

// Of the finer table that has amounts; of the texts where both are blank.
Moneys MoneysOf(const StructureInput& input, const Project& project) {
  for (const Block block : {Block::kReportFunds, Block::kFunds})
    if (const ProjectRow* whole = WholeRow(project, block)) {
      Moneys moneys = {InitialOf(*whole), whole->NumberAt("全年预算数"),
                       whole->NumberAt("全年执行数")};
      if (moneys[2] && !moneys[0]) moneys[0] = moneys[1];
      if (moneys[0] && moneys[1] && moneys[2]) return moneys;
    }
  Moneys moneys(3);
  for (const ProjectText& text : project.texts)
    for (const auto& [setting, at] : {std::pair("granted", 0), std::pair("spent", 2)})
      for (const Mention& mention : MentionsIn(text.text, Setting(input, setting)))
        if (!moneys[static_cast<size_t>(at)]) moneys[static_cast<size_t>(at)] = mention.Money();
  moneys[1] = moneys[0];
  return moneys;
}

// The sums over projects of the three kinds of money; {} if some project's is not known.
std::vector<Number> SumsOf(const StructureInput& input,
                           const std::vector<const Project*>& projects) {
  std::vector<Number> sums(3);
  for (const Project* project : projects) {
    const Moneys moneys = MoneysOf(input, *project);
    for (size_t i = 0; i < sums.size(); ++i) {
      if (!moneys[i] || FenPerUnit(moneys[i]->unit) == 0) return {};
      sums[i].value += moneys[i]->value;
      sums[i].ulp += moneys[i]->ulp;
      sums[i].unit = Unit::kWanYuan;
    }
  }
  return sums;
}

std::vector<FindingCell> MoneyCells(const std::vector<const Project*>& projects) {
  std::vector<FindingCell> out;
  for (const Project* project : projects)
    for (const Block block : {Block::kFunds, Block::kReportFunds})
      if (const ProjectRow* whole = WholeRow(*project, block))
        if (const Record* spent = whole->At("全年执行数")) out.push_back(CellOf(*spent));
  return out;
}

// One stated sum of money against the sums over projects.
StructureResult CompareStated(const StructureInput& input, const Stated& stated,
                              const std::vector<const Project*>& projects) {
  const auto said = stated.mention.Money();
  const std::vector<Number> sums = SumsOf(input, projects);
  const std::string place = stated.Place().raw;
  if (!said || sums.empty()) return ProjectResult(place, Outcome::kSkipped, "", {});
  const bool found = std::any_of(sums.begin(), sums.end(), [&](const Number& sum) {
    return Magnitude(sum.value - said->value) <= (sum.ulp + said->ulp) / 2;
  });
  std::vector<FindingCell> cells = MoneyCells(projects);
  cells.insert(cells.begin(), stated.Place());
  return ProjectResult(place, found ? Outcome::kHold : Outcome::kViolated,
                       "情况说明称“" + place + "”，这些项目年初预算数之和" +
                           ToText(sums[0].value, Unit::kWanYuan, 2) + "万元，全年预算数之和" +
                           ToText(sums[1].value, Unit::kWanYuan, 2) + "万元，全年执行数之和" +
                           ToText(sums[2].value, Unit::kWanYuan, 2) + "万元。",
                       std::move(cells));
}

}  // namespace

// The number of self-evaluated projects, and their money. Not all forms need be attached.
std::vector<StructureResult> CheckEvaluated(const StructureInput& input) {
  std::vector<StructureResult> out;
  const std::vector<const Project*> projects = SelfEvaluated(ProjectsOf(input));
  if (projects.empty()) return out;
  const auto attached = static_cast<int64_t>(projects.size());
  for (const Stated& stated : StatedIn(input, "evaluated")) {
    const int64_t count = CountOf(stated);
    if (count < 0) continue;
    out.push_back(ProjectResult("项目数",
                                count == attached  ? Outcome::kHold
                                : count > attached ? Outcome::kSoft
                                                   : Outcome::kViolated,
                                "情况说明称自评项目" + std::to_string(count) + "个，所附自评表" +
                                    std::to_string(attached) + "个。",
                                {stated.Place()}));
    if (count == attached) out.push_back(CompareStated(input, stated, projects));
  }
  return out;
}

namespace {

// What stands in quotation marks.
std::vector<std::string> QuotedIn(const std::string& words) {
  std::vector<std::string> out;
  const std::vector<std::string> parts = Split(words, '"');
  for (size_t i = 1; i < parts.size(); i += 2)
    if (!parts[i].empty()) out.push_back(parts[i]);
  return out;
}

}  // namespace

// 部门评价: as many projects as there are forms and reports, and their money.
std::vector<StructureResult> CheckDepartmentEvaluated(const StructureInput& input) {
  std::vector<StructureResult> out;
  std::vector<const Project*> projects;
  for (const Project& project : ProjectsOf(input))
    if (!project.In(Block::kIndicators).empty()) projects.push_back(&project);
  if (projects.empty()) return out;
  for (const Stated& stated : StatedIn(input, "evaluated")) {
    if (CountOf(stated) != static_cast<int64_t>(projects.size())) continue;
    const std::vector<std::string> names = QuotedIn(GroupOf(stated, "names"));
    const bool known = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::any_of(projects.begin(), projects.end(),
                         [&](const Project* project) { return project->form == name; });
    });
    if (!known) continue;
    out.push_back(CompareStated(input, stated, projects));
    // Without a name they may be others.
    if (names.empty() && out.back().outcome == Outcome::kViolated)
      out.back().outcome = Outcome::kSoft;
  }
  return out;
}

// How many projects got each grade.
std::vector<StructureResult> CheckGradeTally(const StructureInput& input) {
  const Projects& all = ProjectsOf(input);
  if (all.empty()) return {};
  std::map<std::string, int64_t> stated, tally;
  std::vector<FindingCell> cells;
  int64_t total = 0, graded = 0;
  for (const Stated& each : StatedIn(input, "graded")) {
    const int64_t count = CountOf(each);
    if (count < 0 || !stated.emplace(GroupOf(each, "grade"), count).second) return {};
    total += count;
    cells.push_back(each.Place());
  }
  for (const Project* project : SelfEvaluated(all))
    for (const ProjectRow& row : project->In(Block::kTotal)) {
      const Record* grade = row.TextAt("等级");
      if (grade == nullptr) continue;
      for (const auto& [name, count] : stated)
        if (MatchForm(grade->raw).rfind(name, 0) == 0) ++tally[name];
      ++graded;
      cells.push_back(CellOf(*grade));
    }
  if (stated.empty() || graded != total) return {};
  std::string words;
  for (const auto& [name, count] : stated)
    if (tally[name] != count)
      words += "“" + name + "”文中" + std::to_string(count) + "个、自评表" +
               std::to_string(tally[name]) + "个；";
  return {ProjectResult("等级", words.empty() ? Outcome::kHold : Outcome::kViolated,
                        "自评等级的项目数不一致：" + words + "请核对。", std::move(cells))};
}

// The projects whose bettering is told are those graded below the settings' grades.
std::vector<StructureResult> CheckBettered(const StructureInput& input) {
  const std::vector<const Project*> projects = SelfEvaluated(ProjectsOf(input));
  if (projects.empty()) return {};
  std::set<std::string> named, known;
  std::vector<FindingCell> cells;
  for (const Project* project : projects) known.insert(project->form);
  for (const Stated& each : StatedIn(input, "bettered")) {
    const std::string name = GroupOf(each, "name");
    if (known.count(name) == 0) continue;
    named.insert(name);
    cells.push_back(each.Place());
  }
  if (named.empty()) return {};
  std::string words;
  for (const Project* project : projects)
    for (const ProjectRow& row : project->In(Block::kTotal)) {
      const Record* grade = row.TextAt("等级");
      if (grade == nullptr) continue;
      const bool low = AnyFindsIn(Setting(input, "low"), MatchForm(grade->raw));
      if (low == (named.count(project->form) > 0)) continue;
      words += "“" + project->name + "”等级为“" + grade->raw + "”，文中" +
               (low ? "没有改进措施；" : "却有改进措施；");
      cells.push_back(CellOf(*grade));
    }
  return {ProjectResult("改进措施", words.empty() ? Outcome::kHold : Outcome::kSoft,
                        words + "请核对。", std::move(cells))};
}

}  // namespace juesuan
