// The report on a transfer payment against its form; money brought forward against the tables.
#include <algorithm>

#include "base/text.h"
#include "check/indicator_pairs.h"
#include "check/project_money.h"
#include "check/ratio.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

std::string GroupOf(const Mention& mention, const std::string& name) {
  const auto found = mention.groups.find(name);
  return found == mention.groups.end() ? "" : found->second;
}

// The one row of money whose source has that word; nullptr if there is none.
const ProjectRow* SourceRow(const Project& project, const std::string& source) {
  const ProjectRow* found = nullptr;
  for (const ProjectRow& row : project.In(Block::kFunds)) {
    if (source.empty() || MatchForm(row.line).find(source) == std::string::npos) continue;
    if (found != nullptr) return nullptr;
    found = &row;
  }
  return found;
}

// What is left of a row's money.
std::optional<Number> LeftOf(const ProjectRow& row) {
  const auto budget = row.NumberAt("全年预算数"), spent = row.NumberAt("全年执行数");
  if (!budget || !spent) return std::nullopt;
  return Number{budget->value - spent->value, budget->ulp + spent->ulp, budget->unit};
}

void CompareSource(const Project& project, const ProjectText& text, const Mention& mention,
                   bool is_left, std::vector<StructureResult>* out) {
  const ProjectRow* row = SourceRow(project, GroupOf(mention, "source"));
  const auto said = mention.Money();
  if (row == nullptr || !said) return;
  const auto wanted = is_left ? LeftOf(*row) : row->NumberAt("全年预算数");
  if (!wanted) return;
  const bool holds = Magnitude(wanted->value - said->value) <= (wanted->ulp + said->ulp) / 2;
  const FindingCell cell = text.PlaceOf(mention.begin, mention.end);
  std::string whole;
  if (const ProjectRow* total = WholeRow(project, Block::kFunds); total != nullptr && is_left) {
    const auto all = LeftOf(*total);
    if (all && all->value == said->value) whole = "（文中的数是全部资金的结余）";
  }
  const Record &budget = *row->At("全年预算数"), *spent = row->At("全年执行数");
  std::vector<FindingCell> cells = {cell, CellOf(budget)};
  if (is_left && spent != nullptr) cells.push_back(CellOf(*spent));
  out->push_back(ProjectResult(
      project.name + " " + cell.raw, holds ? Outcome::kHold : Outcome::kViolated,
      "“" + project.name + "”报告称“" + cell.raw + "”，按自评表" + std::string(row->line) + "应为" +
          ToText(wanted->value, budget.unit, budget.value->scale) +
          std::string(UnitName(budget.unit)) + whole + "。",
      std::move(cells)));
  out->back().from_pixels = text.from_pixels;
}

}  // namespace

// Money of one source that a report says was received or is left.
std::vector<StructureResult> CheckSourceMoney(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input))
    for (const ProjectText& text : project.texts) {
      if (!text.in_report || !IsOfKind(input, project)) continue;
      for (const Mention& mention : MentionsIn(text.text, Setting(input, "received")))
        CompareSource(project, text, mention, false, &out);
      for (const Mention& mention : MentionsIn(text.text, Setting(input, "left")))
        CompareSource(project, text, mention, true, &out);
    }
  return out;
}

namespace {

// 就业见习补贴人数：年初设定…≥150人，实际…150人
struct Item {
  const ProjectText* text = nullptr;
  Mention mention;
  std::string name, asked, reached;
  const ProjectRow* row = nullptr;
  bool renamed = false;
};

std::vector<Item> ItemsOf(const StructureInput& input, const Project& project) {
  std::vector<Item> out;
  for (const ProjectText& text : project.texts) {
    if (!text.in_report) continue;
    for (const Mention& mention : MentionsIn(text.text, Setting(input, "item")))
      out.push_back({&text, mention, GroupOf(mention, "name"), GroupOf(mention, "asked"),
                     GroupOf(mention, "reached"), nullptr, false});
  }
  return out;
}

// How alike two names are, in hundredths of the longer one.
size_t Alike(const std::string& a, const std::string& b) {
  const std::u32string one = ToCodePoints(a), other = ToCodePoints(b);
  const size_t longer = std::max(one.size(), other.size());
  return longer == 0 ? 0 : 100 * CommonCharacters(one, other) / longer;
}

// The names that are most alike first; then, where one item and one row of a section are left,
// these.
void FindRows(const Project& project, std::vector<Item>* items) {
  constexpr size_t kEnough = 60;
  std::vector<const ProjectRow*> rows;
  for (const ProjectRow& row : project.In(Block::kIndicators))
    if (!row.line.empty()) rows.push_back(&row);
  for (size_t least = 100; least >= kEnough; least -= 10)
    for (Item& item : *items) {
      if (item.row != nullptr) continue;
      for (const ProjectRow*& row : rows) {
        if (row == nullptr || Alike(item.name, MatchForm(row->label)) < least) continue;
        item.row = row;
        row = nullptr;
        break;
      }
    }
  for (Item& item : *items) {
    if (item.row != nullptr) continue;
    const auto in_section = [&](const ProjectRow* row) {
      const std::vector<std::string> levels =
          row == nullptr ? std::vector<std::string>{} : Split(row->panel, '/');
      return !levels.empty() && item.text->name.find(MatchForm(levels.back())) != std::string::npos;
    };
    const auto first = std::find_if(rows.begin(), rows.end(), in_section);
    if (first == rows.end() || std::any_of(first + 1, rows.end(), in_section)) continue;
    item.row = *first;
    item.renamed = true;
    *first = nullptr;
  }
}

// How what a sentence says differs from a cell; "" if it does not.
std::string DifferenceOf(const std::string& words, const ProjectRow& row, std::string_view measure,
                         Outcome* outcome) {
  const IndicatorValue* value = row.ValueAt(measure);
  const std::optional<Int128> digits = DigitsOf(value);
  if (!digits) return "";
  const std::string printed = std::string(measure) + "为“" + row.At(measure)->raw + "”";
  const std::vector<PrintedNumber> numbers = NumbersIn(words);
  if (numbers.empty()) {
    *outcome = *outcome == Outcome::kViolated ? *outcome : Outcome::kSoft;
    return printed + "，文中没有此数；";
  }
  for (const PrintedNumber& number : numbers) {
    const auto said = ToNumber(number.value, Unit::kPoints);
    if (!said || said->value != *digits) continue;
    if (value->unit.empty() || number.unit.empty() || SaysUnit(number.unit, value->unit)) return "";
    *outcome = Outcome::kViolated;
    return printed + "，文中单位是“" + number.unit + "”；";
  }
  *outcome = Outcome::kViolated;
  return printed + "，文中为“" + words + "”；";
}

void CheckItem(const Project& project, const Item& item, std::vector<StructureResult>* out) {
  const FindingCell cell = item.text->PlaceOf(item.mention.begin, item.mention.end);
  Outcome outcome = item.renamed ? Outcome::kSoft : Outcome::kHold;
  std::string words = item.renamed ? "名称不同；" : "";
  words += DifferenceOf(item.asked, *item.row, "指标值", &outcome);
  words += DifferenceOf(item.reached, *item.row, "实际完成值", &outcome);
  const Record *name = item.row->At("指标名称"), *reached = item.row->At("实际完成值");
  std::vector<FindingCell> cells = {cell};
  for (const Record* record : {reached, name})
    if (record != nullptr) cells.push_back(CellOf(*record));
  out->push_back(ProjectResult(project.name + "/" + std::string(item.row->line), outcome,
                               "“" + project.name + "”报告中的“" + item.name + "”，自评表指标“" +
                                   std::string(item.row->label) + "”" + words + "两处不一致。",
                               std::move(cells)));
  out->back().from_pixels = item.text->from_pixels;
}

}  // namespace

// Indicators that a report goes through one by one.
std::vector<StructureResult> CheckListedIndicators(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    if (project.In(Block::kIndicators).empty() || !IsOfKind(input, project)) continue;
    std::vector<Item> items = ItemsOf(input, project);
    FindRows(project, &items);
    for (const Item& item : items)
      if (item.row != nullptr) CheckItem(project, item, &out);
  }
  return out;
}

// 完成年初设定目标值的132.3% = reached ÷ asked, both as the sentence says them.
std::vector<StructureResult> CheckListedCompletion(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const Project& project : ProjectsOf(input)) {
    if (!IsOfKind(input, project)) continue;
    for (const Item& item : ItemsOf(input, project)) {
      const auto percent = ParseDecimal(GroupOf(item.mention, "percent"));
      const std::vector<PrintedNumber> asked = NumbersIn(item.asked),
                                       reached = NumbersIn(item.reached);
      if (!percent || asked.size() != 1 || reached.size() != 1) continue;
      const auto whole = ToNumber(asked[0].value, Unit::kPoints),
                 part = ToNumber(reached[0].value, Unit::kPoints);
      if (!whole || !part || whole->value <= 0) continue;
      const FindingCell cell = item.text->PlaceOf(item.mention.begin, item.mention.end);
      out.push_back(ProjectResult(project.name + "/" + item.name,
                                  CompareRatio(*part, *whole, *percent),
                                  "“" + project.name + "”报告称“" + cell.raw + "”，应为" +
                                      PercentText(*part, *whole) + "%。",
                                  {cell}));
      out.back().from_pixels = item.text->from_pixels;
    }
  }
  return out;
}

// Money brought forward that texts speak of, but that the tables do not have.
std::vector<StructureResult> CheckCarriedMoney(const StructureInput& input) {
  if (ProjectsOf(input).empty()) return {};
  std::vector<FindingCell> blank;
  bool carried = false;  // the tables have money brought forward
  for (const char* form : {"PUB01", "PUB04"}) {
    const FormTable* table = input.index->Find(form);
    if (table == nullptr) continue;
    for (const FormRow& row : table->rows) {
      if (!AnyFindsIn(Setting(input, "lines"), row.line)) continue;
      for (const auto& [measure, at] : row.cells) {
        const Record& record = input.document->facts.records[static_cast<size_t>(at)];
        if (record.value && record.value->mantissa != 0) carried = true;
        blank.push_back(CellOf(record));
      }
    }
  }
  if (blank.empty()) return {};
  std::vector<FindingCell> said;
  for (const Project& project : ProjectsOf(input))
    for (const ProjectText& text : project.texts)
      for (const Mention& mention : MentionsIn(text.text, Setting(input, "carried")))
        if (const auto money = mention.Money(); money && money->value > 0)
          said.push_back(text.PlaceOf(mention.begin, mention.end));
  const std::string words = said.empty() ? "" : said.front().raw;
  const Outcome outcome = said.empty() || carried ? Outcome::kHold : Outcome::kSoft;
  said.insert(said.end(), blank.begin(), blank.end());
  return {ProjectResult("年初结转和结余", outcome,
                        "绩效材料称“" + words + "”，决算表的年初结转和结余却没有数。",
                        std::move(said))};
}

}  // namespace juesuan
