// Indicators of projects: the form against the report, and what they ask against what they got.
#include <algorithm>

#include "base/text.h"
#include "check/indicator_pairs.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

std::string PlaceOf(const Project& project, const ProjectRow& row) {
  return project.name + "/" + std::string(row.line);
}

std::string NameOf(const Project& project, const ProjectRow& row) {
  return "“" + project.name + "”的指标“" + std::string(row.label) + "”";
}

FindingCell NameCell(const ProjectRow& row) {
  const Record* name = row.At("指标名称");
  FindingCell cell = CellOf(name != nullptr ? *name : *row.cells.front().record);
  return cell;
}

// One measure of an indicator in both tables.
struct Comparison {
  Outcome outcome = Outcome::kHold;
  std::string words;
};

Comparison Differ(Outcome outcome, const std::string& measure, const Record& form,
                  const Record& report) {
  return {outcome, measure + "自评表为“" + form.raw + "”、报告为“" + report.raw + "”；"};
}

Comparison CompareValues(const std::string& measure, const ProjectRow& form,
                         const ProjectRow& report) {
  const IndicatorValue *here = form.ValueAt(measure), *there = report.ValueAt(measure);
  if (!here || !there) return {};
  const Record &a = *form.At(measure), &b = *report.At(measure);
  const auto digits = DigitsOf(here), others = DigitsOf(there);
  if (digits && others) {
    const bool units = here->unit.empty() || there->unit.empty() || here->unit == there->unit;
    return digits == others ? Comparison{}
                            : Differ(units ? Outcome::kViolated : Outcome::kSoft, measure, a, b);
  }
  if (digits || others || here->text.empty() || there->text.empty()) return {};
  if (here->achieved != Achieved::kUnsaid && there->achieved != Achieved::kUnsaid)
    return here->achieved == there->achieved ? Comparison{}
                                             : Differ(Outcome::kViolated, measure, a, b);
  return MatchForm(here->text) == MatchForm(there->text) ? Comparison{}
                                                         : Differ(Outcome::kSoft, measure, a, b);
}

Comparison CompareNumbers(const std::string& measure, const ProjectRow& form,
                          const ProjectRow& report) {
  const auto here = form.NumberAt(measure), there = report.NumberAt(measure);
  if (!here || !there || here->value == there->value) return {};
  return Differ(Outcome::kViolated, measure, *form.At(measure), *report.At(measure));
}

// A note in one table alone belongs to another row, or was forgotten.
Comparison CompareNotes(const std::string& measure, const ProjectRow& form,
                        const ProjectRow& report) {
  const Record *a = form.At(measure), *b = report.At(measure);
  if (a == nullptr || b == nullptr) return {};
  const bool one = (a->kind == CellKind::kBlank) != (b->kind == CellKind::kBlank);
  const bool sure = form.TextAt(measure) != nullptr || report.TextAt(measure) != nullptr;
  return one && sure ? Differ(Outcome::kSoft, measure, *a, *b) : Comparison{};
}

StructureResult ComparePair(const Project& project, const ProjectRow& form,
                            const ProjectRow& report) {
  Outcome worst = Outcome::kHold;
  std::string words;
  std::vector<FindingCell> cells;
  const auto take = [&](const std::string& measure, const Comparison& comparison) {
    if (comparison.outcome == Outcome::kHold) return;
    worst = worst == Outcome::kViolated ? worst : comparison.outcome;
    words += comparison.words;
    cells.push_back(CellOf(*form.At(measure)));
    cells.push_back(CellOf(*report.At(measure)));
  };
  for (const std::string measure : {"指标值", "实际完成值"})
    take(measure, CompareValues(measure, form, report));
  for (const std::string measure : {"分值", "得分"})
    take(measure, CompareNumbers(measure, form, report));
  take("偏差原因", CompareNotes("偏差原因", form, report));
  if (worst == Outcome::kHold) return PlainResult(PlaceOf(project, form), worst);
  return ProjectResult(PlaceOf(project, form), worst,
                       NameOf(project, form) + "：" + words + "两处不一致。", std::move(cells));
}

}  // namespace

// The indicators of the form are those of the report, with what they ask, reached and got.
std::vector<StructureResult> CheckSameIndicators(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    if (project.In(Block::kIndicators).empty() || project.In(Block::kReportIndicators).empty())
      continue;
    const IndicatorPairs pairs = PairIndicators(project);
    for (const auto& [form, report] : pairs.both)
      out.push_back(ComparePair(project, *form, *report));
    const bool lost =
        project.IsLost(Block::kIndicators) || project.IsLost(Block::kReportIndicators);
    // A report that leaves many out goes through some of them only.
    constexpr size_t kFew = 2;
    const bool few = pairs.form_only.size() + pairs.report_only.size() <= kFew;
    const Outcome missing = lost ? Outcome::kSkipped : few ? Outcome::kViolated : Outcome::kSoft;
    for (const auto* only : {&pairs.form_only, &pairs.report_only})
      for (const ProjectRow* row : *only) {
        const bool in_form = only == &pairs.form_only;
        out.push_back(ProjectResult(
            PlaceOf(project, *row), missing,
            NameOf(project, *row) +
                (in_form ? "只在自评表中，报告中没有。" : "只在报告中，自评表中没有。"),
            {NameCell(*row)}));
      }
    for (const Block block : {Block::kIndicators, Block::kReportIndicators})
      for (const ProjectRow& row : project.In(block)) {
        const Record* asked = row.TextAt("指标值");
        const Record* name = row.At("指标名称");
        if (!row.line.empty() || asked == nullptr || name == nullptr) continue;
        out.push_back(ProjectResult(project.name + "/", Outcome::kViolated,
                                    "“" + project.name + "”" + std::string(BlockName(block)) +
                                        "中有指标没有名称（指标值“" + asked->raw + "”）。",
                                    {CellOf(*asked), CellOf(*name)}));
      }
  }
  return out;
}

// One indicator has one name: a name that only leaves characters out is another wording.
std::vector<StructureResult> CheckIndicatorNames(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const auto& [form, report] : PairIndicators(project).both) {
      const std::u32string a = ToCodePoints(MatchForm(form->label)),
                           b = ToCodePoints(MatchForm(report->label));
      if (a.empty() || b.empty()) continue;
      if (a == b) {
        out.push_back(PlainResult(PlaceOf(project, *form), Outcome::kHold));
        continue;
      }
      const bool shorter = CommonCharacters(a, b) == std::min(a.size(), b.size());
      out.push_back(ProjectResult(
          PlaceOf(project, *form),
          a == b    ? Outcome::kHold
          : shorter ? Outcome::kSoft
                    : Outcome::kViolated,
          NameOf(project, *form) + "在报告中称为“" + std::string(report->label) + "”。",
          {NameCell(*report), NameCell(*form)}));
    }
  return out;
}

namespace {

bool IsCost(const ProjectRow& row) { return row.panel.find("成本") != std::string_view::npos; }

bool Meets(Int128 reached, const std::string& op, Int128 asked) {
  if (op == "≥") return reached >= asked;
  if (op == ">") return reached > asked;
  if (op == "≤") return reached <= asked;
  if (op == "<") return reached < asked;
  return reached == asked;
}

// Asked and reached as numbers of one unit; nullopt if they cannot be compared.
std::optional<std::pair<Int128, Int128>> AskedAndReached(const ProjectRow& row) {
  const IndicatorValue *asked = row.ValueAt("指标值"), *reached = row.ValueAt("实际完成值");
  const auto wanted = DigitsOf(asked), got = DigitsOf(reached);
  if (!wanted || !got) return std::nullopt;
  if (!reached->unit.empty() && reached->unit != asked->unit) return std::nullopt;
  // 1 of 100 % may be all of it.
  constexpr Int128 kOne = 1'000'000;
  if (asked->unit == "%" && reached->unit.empty() && *got <= kOne && *wanted > kOne)
    return std::nullopt;
  // Without a unit it may be of another one: 20000 of 2 万元.
  constexpr Int128 kFar = 100;
  if (reached->unit.empty() && (*got >= kFar * *wanted || *wanted >= kFar * *got) && *got > 0)
    return std::nullopt;
  return std::make_pair(*wanted, *got);
}

struct Judgement {
  Outcome outcome = Outcome::kHold;
  std::string words;
};

Judgement Judge(const ProjectRow& row, const std::string& op, Int128 asked, Int128 reached) {
  const Int128 score = *ScoreOf(row), most = row.NumberAt("分值")->value;
  const bool full = score >= most, met = Meets(reached, op, asked);
  const bool must = op == "≥" || op == ">" || op == "≤" || op == "<";
  if (!met && full && (must || (reached < asked && !IsCost(row))))
    return {Outcome::kViolated, "未达到指标值却得满分"};
  if (!met && full) return {Outcome::kSoft, "与指标值不同而得满分"};
  if (met && !full) return {Outcome::kSoft, "已达到指标值却未得满分"};
  if (IsCost(row) && (op == "≥" || op == ">") && asked > 0)
    return {Outcome::kSoft, "是成本指标，方向应为不超过"};
  return {};
}

std::vector<FindingCell> ScoreCells(const ProjectRow& row) {
  std::vector<FindingCell> cells;
  for (const char* measure : {"指标值", "实际完成值", "得分"})
    if (row.At(measure) != nullptr) cells.push_back(CellOf(*row.At(measure)));
  return cells;
}

std::string ScoreText(const ProjectRow& row) {
  const Record &asked = *row.At("指标值"), &reached = *row.At("实际完成值");
  return "指标值“" + asked.raw + "”，实际“" + reached.raw + "”，得分" +
         ToText(*ScoreOf(row), Unit::kPoints, 0) + "/" + row.At("分值")->raw;
}

}  // namespace

// What is asked is met where, and only where, all points were given.
std::vector<StructureResult> CheckOperators(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const ProjectRow& row : IndicatorsOf(project)) {
      const auto numbers = AskedAndReached(row);
      if (!numbers || !ScoreOf(row)) continue;
      const Judgement judgement =
          Judge(row, row.ValueAt("指标值")->op, numbers->first, numbers->second);
      if (judgement.outcome == Outcome::kHold) {
        out.push_back(PlainResult(PlaceOf(project, row), Outcome::kHold));
        continue;
      }
      out.push_back(ProjectResult(
          PlaceOf(project, row), judgement.outcome,
          NameOf(project, row) + judgement.words + "：" + ScoreText(row) + "。", ScoreCells(row)));
    }
  return out;
}

// 部分达成, 未完成 do not get all points, 达成 does.
std::vector<StructureResult> CheckAchieved(const StructureInput& input) {
  std::vector<StructureResult> out;
  std::vector<FindingCell> partly;  // of others that were partly met and got a part
  for (const Project& project : ProjectsOf(input))
    for (const ProjectRow& row : IndicatorsOf(project)) {
      const IndicatorValue* reached = row.ValueAt("实际完成值");
      const auto score = ScoreOf(row);
      if (!reached || reached->achieved == Achieved::kUnsaid || !score || !row.At("指标值"))
        continue;
      const bool full = *score >= row.NumberAt("分值")->value;
      const bool met = reached->achieved == Achieved::kMet;
      if (met && full) {
        out.push_back(PlainResult(PlaceOf(project, row), Outcome::kHold));
        continue;
      }
      if (reached->achieved == Achieved::kPartly && !full)
        partly.push_back(CellOf(*row.At("实际完成值")));
      out.push_back(ProjectResult(PlaceOf(project, row),
                                  met == full ? Outcome::kHold
                                  : full      ? Outcome::kViolated
                                              : Outcome::kSoft,
                                  NameOf(project, row) +
                                      (full ? "未全部达成却得满分：" : "已达成却未得满分：") +
                                      ScoreText(row) + "。",
                                  ScoreCells(row)));
    }
  for (StructureResult& result : out)
    if (result.outcome == Outcome::kViolated)
      result.cells.insert(result.cells.end(), partly.begin(), partly.end());
  return out;
}

}  // namespace juesuan
