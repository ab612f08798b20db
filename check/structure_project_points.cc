// Points and grades of projects: 分值, 得分, 总分, 等级, in the form and in the report.
#include <algorithm>

#include "base/text.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

constexpr Block kIndicatorBlocks[] = {Block::kIndicators, Block::kReportIndicators};
constexpr Int128 kPoint = 1'000'000;         // on the grid of number.h
constexpr Int128 kHalfDigit = kPoint / 200;  // of scores printed with two decimals

std::string Points(Int128 value) { return ToText(value, Unit::kPoints, 0); }

// The sum of a measure over the indicators of a block, and the cells it was made of.
struct Sum {
  bool known = false;
  Int128 value = 0;
  int rounded =
      0;  // how many are no whole points: each may have been rounded before it was printed
  std::vector<FindingCell> cells;
};

// Points that are blank count nothing; a cell in doubt, or a row that was lost, makes the sum
// unknown.
Sum SumOver(const Project& project, Block block, std::string_view measure) {
  Sum out;
  bool any = false;
  for (const ProjectRow& row : project.In(block)) {
    const Record* record = row.At(measure);
    if (record == nullptr) continue;
    const std::optional<Number> number = row.NumberAt(measure);
    const bool blank = record->kind == CellKind::kBlank || record->kind == CellKind::kDash;
    if (!number && (!blank || row.IsInDoubt(measure))) return {};
    any = any || number;
    out.value += number ? number->value : 0;
    out.rounded += number && number->value % kPoint != 0 ? 1 : 0;
    FindingCell cell = CellOf(*record);
    out.cells.push_back(std::move(cell));
  }
  out.known = any && !project.IsLost(block);
  return out;
}

// True if the rate of money spent is an indicator beside the others.
bool IsAmongIndicators(const Project& project, Block block) {
  const auto& rows = project.In(block);
  return std::any_of(rows.begin(), rows.end(), [](const ProjectRow& row) {
    return row.label.find("执行率") != std::string_view::npos;
  });
}

// Points for the money spent; nullopt if the form has no such column or it cannot be read.
std::optional<Int128> SpendingPoints(const Project& project, Block block,
                                     std::string_view measure) {
  const bool in_form = block == Block::kFunds;
  if (IsAmongIndicators(project, in_form ? Block::kIndicators : Block::kReportIndicators)) return 0;
  const ProjectRow* whole = WholeRow(project, block);
  if (whole == nullptr || whole->At(measure) == nullptr) return std::nullopt;
  if (const auto number = whole->NumberAt(measure)) return number->value;
  const bool blank = whole->At(measure)->kind == CellKind::kBlank && !whole->IsInDoubt(measure);
  return blank ? std::optional<Int128>(0) : std::nullopt;
}

const ProjectRow* TotalRow(const Project& project) {
  const auto& rows = project.In(Block::kTotal);
  return rows.size() == 1 ? &rows.front() : nullptr;
}

// Of a sum over so many points that may have been rounded, against a printed one.
Outcome CompareSums(Int128 sum, Int128 printed, int rounded) {
  const Int128 off = Magnitude(sum - printed);
  const Int128 envelope = rounded > 1 ? (rounded + 1) * kHalfDigit : 0;
  return off == 0 ? Outcome::kHold : off <= envelope ? Outcome::kRound : Outcome::kViolated;
}

std::vector<FindingCell> With(FindingCell first, std::vector<FindingCell> rest) {
  rest.insert(rest.begin(), std::move(first));
  return rest;
}

}  // namespace

// Σ分值 and the points for spending are 100: where these are not printed, they may be 10, 20 or
// none.
std::vector<StructureResult> CheckWeights(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const Block block : kIndicatorBlocks) {
      const Sum sum = SumOver(project, block, "分值");
      if (!sum.known) continue;
      const Block money = block == Block::kIndicators ? Block::kFunds : Block::kReportFunds;
      const std::optional<Int128> spending = SpendingPoints(project, money, "分值");
      const bool holds =
          spending && *spending > 0
              ? sum.value + *spending == 100 * kPoint
              : sum.value == 80 * kPoint || sum.value == 90 * kPoint || sum.value == 100 * kPoint;
      StructureResult result =
          ProjectResult(project.name + " " + std::string(BlockName(block)) + " Σ分值",
                        holds ? Outcome::kHold : Outcome::kViolated,
                        "“" + project.name + "”" + std::string(BlockName(block)) +
                            "各指标分值之和为" + Points(sum.value) + "分，加预算执行应为100分。",
                        sum.cells);
      result.lhs = Points(sum.value);
      result.rhs = spending && *spending > 0 ? Points(100 * kPoint - *spending) : "90";
      out.push_back(std::move(result));
      const ProjectRow* total = block == Block::kIndicators ? TotalRow(project) : nullptr;
      const auto printed = total == nullptr ? std::nullopt : total->NumberAt("分值");
      if (!printed) continue;
      const Int128 more = printed->value - sum.value;
      const bool adds_up =
          spending ? more == *spending : more == 0 || more == 10 * kPoint || more == 20 * kPoint;
      out.push_back(ProjectResult(project.name + " 总分值",
                                  adds_up ? Outcome::kHold : Outcome::kViolated,
                                  "“" + project.name + "”总分的分值为" + total->At("分值")->raw +
                                      "分，各指标分值之和为" + Points(sum.value) + "分。",
                                  With(CellOf(*total->At("分值")), sum.cells)));
    }
  return out;
}

// 得分 ≤ 分值, row by row.
std::vector<StructureResult> CheckScores(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const Block block :
         {Block::kIndicators, Block::kReportIndicators, Block::kFunds, Block::kTotal})
      for (const ProjectRow& row : project.In(block)) {
        const auto most = row.NumberAt("分值"), score = row.NumberAt("得分");
        if (!most || !score || score->unit != most->unit) continue;
        const bool holds = score->value <= most->value && score->value >= 0;
        std::string place = project.name + "/" + std::string(row.line);
        if (holds) {
          out.push_back(PlainResult(std::move(place), Outcome::kHold));
          continue;
        }
        out.push_back(ProjectResult(place, Outcome::kViolated,
                                    "“" + project.name + "”的“" + std::string(row.label) + "”得分" +
                                        row.At("得分")->raw + "分，高于分值" + row.At("分值")->raw +
                                        "分。",
                                    {CellOf(*row.At("得分")), CellOf(*row.At("分值"))}));
      }
  return out;
}

// Points for spending and Σ得分 are the total.
std::vector<StructureResult> CheckTotalScore(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const ProjectRow* total = TotalRow(project);
    const auto printed = total == nullptr ? std::nullopt : total->NumberAt("得分");
    const auto spending = SpendingPoints(project, Block::kFunds, "得分");
    const Sum sum = SumOver(project, Block::kIndicators, "得分");
    if (!printed || !spending || !sum.known) continue;
    const Record& cell = *total->At("得分");
    StructureResult result = ProjectResult(
        project.name, CompareSums(sum.value + *spending, printed->value, sum.rounded),
        "“" + project.name + "”总分为" + cell.raw + "分，预算执行" + Points(*spending) +
            "分与各指标得分之和为" + Points(sum.value + *spending) + "分。",
        With(CellOf(cell), sum.cells));
    result.lhs = cell.raw;
    result.rhs = Points(sum.value + *spending);
    out.push_back(std::move(result));
  }
  return out;
}

namespace {

// What the report's sentences say, with its place.
struct Said {
  const ProjectText* text = nullptr;
  Mention mention;
  std::optional<Int128> points;

  FindingCell Place() const { return text->PlaceOf(mention.begin, mention.end); }
};

// The first mention in a section of the report, or in a cell of the form.
std::optional<Said> FirstSaid(const Project& project, const Patterns& patterns) {
  for (const bool in_report : {true, false})
    for (const ProjectText& text : project.texts) {
      if (text.in_report != in_report) continue;
      const std::vector<Mention> mentions = MentionsIn(text.text, patterns);
      if (mentions.empty()) continue;
      Said said{&text, mentions.front(), std::nullopt};
      if (const auto amount = said.mention.Amount())
        if (const auto number = ToNumber(*amount, Unit::kPoints)) said.points = number->value;
      return said;
    }
  return std::nullopt;
}

StructureResult SaidResult(const std::string& place, Outcome outcome, const std::string& message,
                           const Said& said, std::vector<FindingCell> rest) {
  StructureResult out = ProjectResult(place, outcome, message, With(said.Place(), std::move(rest)));
  out.from_pixels = said.text->from_pixels;
  return out;
}

}  // namespace

// The report's 预算执行得分 + 指标得分 = 总得分, and 指标得分 = Σ得分 of its table.
std::vector<StructureResult> CheckReportScore(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const auto total = FirstSaid(project, Setting(input, "total")),
               indicators = FirstSaid(project, Setting(input, "indicators")),
               spending = FirstSaid(project, Setting(input, "spending"));
    if (!indicators || !indicators->points) continue;
    if (total && total->points && spending && spending->points)
      out.push_back(SaidResult(
          project.name + " 总得分",
          CompareSums(*spending->points + *indicators->points, *total->points, 0),
          "“" + project.name + "”报告中预算执行" + Points(*spending->points) + "分与指标" +
              Points(*indicators->points) + "分之和不等于总得分" + Points(*total->points) + "分。",
          *total, {indicators->Place(), spending->Place()}));
    const Sum sum = SumOver(project, Block::kReportIndicators, "得分");
    if (!sum.known) continue;
    out.push_back(SaidResult(project.name + " 指标得分",
                             CompareSums(sum.value, *indicators->points, sum.rounded),
                             "“" + project.name + "”报告称指标得分" + Points(*indicators->points) +
                                 "分，报告表中各指标得分之和为" + Points(sum.value) + "分。",
                             *indicators, sum.cells));
  }
  return out;
}

// Money was spent, as a sentence says, but no points for it are given and the total has none.
std::vector<StructureResult> CheckMissingScore(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const ProjectRow* total = TotalRow(project);
    const auto printed = total == nullptr ? std::nullopt : total->NumberAt("得分");
    const auto spending = SpendingPoints(project, Block::kFunds, "得分");
    const Sum sum = SumOver(project, Block::kIndicators, "得分"),
              weights = SumOver(project, Block::kIndicators, "分值");
    const auto rate = FirstSaid(project, Setting(input, "rate"));
    if (!printed || !rate || !rate->mention.Amount() || rate->mention.Amount()->mantissa == 0)
      continue;
    if (!spending || !weights.known || weights.value != 90 * kPoint) continue;
    std::vector<FindingCell> cells = {CellOf(*total->At("得分"))};
    for (const ProjectText& text : project.texts)
      for (const Mention& mention : MentionsIn(text.text, Setting(input, "unsaid")))
        cells.push_back(text.PlaceOf(mention.begin, mention.end));
    const bool missing = *spending == 0 && printed->value <= 90 * kPoint;
    out.push_back(
        SaidResult(project.name + " 执行得分", missing ? Outcome::kViolated : Outcome::kHold,
                   "“" + project.name + "”称" + rate->Place().raw + "，但没有预算执行得分，总分" +
                       total->At("得分")->raw + "分只是指标得分。",
                   *rate, std::move(cells)));
  }
  return out;
}

// Total and grade of the form against those of the report.
std::vector<StructureResult> CheckSameTotal(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const ProjectRow* row = TotalRow(project);
    if (row == nullptr) continue;
    const auto total = FirstSaid(project, Setting(input, "total"));
    const auto printed = row->NumberAt("得分");
    if (total && total->points && printed)
      out.push_back(
          SaidResult(project.name + " 总分",
                     *total->points == printed->value ? Outcome::kHold : Outcome::kViolated,
                     "“" + project.name + "”自评表总分" + row->At("得分")->raw + "分，报告总得分" +
                         Points(*total->points) + "分。",
                     *total, {CellOf(*row->At("得分"))}));
    const auto grade = FirstSaid(project, Setting(input, "grade"));
    const Record* in_form = row->TextAt("等级");
    if (!grade || in_form == nullptr) continue;
    const std::string said = grade->mention.groups.count("grade") > 0
                                 ? grade->mention.groups.at("grade")
                                 : std::string();
    const bool same = MatchForm(in_form->raw).rfind(said, 0) == 0;
    out.push_back(SaidResult(
        project.name + " 等级", same ? Outcome::kHold : Outcome::kViolated,
        "“" + project.name + "”自评表等级为“" + in_form->raw + "”，报告为“" + said + "”。", *grade,
        {CellOf(*in_form)}));
  }
  return out;
}

// The setting's items are the first word of a grade and the least points for it, falling: 优:90.
std::vector<StructureResult> CheckGrades(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    const ProjectRow* row = TotalRow(project);
    const Record* grade = row == nullptr ? nullptr : row->TextAt("等级");
    const auto points = row == nullptr ? std::nullopt : row->NumberAt("得分");
    if (grade == nullptr || !points) continue;
    const std::string printed = MatchForm(grade->raw);
    std::string wanted;
    bool known = false;
    for (const Pattern& limit : Setting(input, "limits")) {
      const std::vector<std::string> parts = Split(limit.Text(), ':');
      const auto least = parts.size() == 2 ? ParseDecimal(parts[1]) : std::nullopt;
      if (!least) continue;
      known = known || printed.rfind(parts[0], 0) == 0;
      if (wanted.empty() && points->value >= least->mantissa * kPoint) wanted = parts[0];
    }
    if (!known || wanted.empty()) continue;
    out.push_back(ProjectResult(project.name,
                                printed.rfind(wanted, 0) == 0 ? Outcome::kHold : Outcome::kViolated,
                                "“" + project.name + "”总分" + row->At("得分")->raw +
                                    "分，等级应为“" + wanted + "”，表中为“" + grade->raw + "”。",
                                {CellOf(*grade), CellOf(*row->At("得分"))}));
  }
  return out;
}

}  // namespace juesuan
