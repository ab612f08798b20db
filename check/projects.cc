#include "check/projects.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/candidates.h"
#include "check/contents.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

std::optional<Block> BlockOf(const Record& record) {
  if (record.form == "PERF.SE.FUNDS") return Block::kFunds;
  if (record.form == "PERF.SE.IND") return Block::kIndicators;
  if (record.form == "PERF.SE.TOTAL") return Block::kTotal;
  if (record.form == "PERF.REP.BUDGET") return Block::kReportFunds;
  if (record.form == "PERF.REP.IND") return Block::kReportIndicators;
  if (record.form != "TRANSFER") return std::nullopt;
  return record.panel.find('/') == std::string::npos ? Block::kFunds : Block::kIndicators;
}

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsPixels(const Record& record) {
  return record.readings.empty() || record.readings.front().by != Reader::kLayer;
}

class Collector {
 public:
  explicit Collector(const StructureInput& input) : input_(input) {
    for (const Record& record : input.document->facts.records)
      if (!record.project.empty()) Take(record);
    if (projects_.empty()) return;
    MarkLosses();
    ReadReports();
    for (Project& project : projects_)
      for (ProjectText& text : project.texts) text.clauses = ClausesOf(text.text);
  }

  Projects Give() { return std::move(projects_); }

 private:
  void Take(const Record& record) {
    const auto [found, is_new] = by_name_.emplace(record.project, projects_.size());
    if (is_new) {
      projects_.emplace_back();
      projects_.back().name = record.project;
      projects_.back().form = MatchForm(record.project);
    }
    Project& project = projects_[found->second];
    project.is_transfer = project.is_transfer || record.form.rfind("TRANSFER", 0) == 0;
    if (const std::optional<Block> block = BlockOf(record)) {
      TakeCell(record, *block, found->second);
    } else if (record.kind == CellKind::kText && !IsDoubtful(record)) {
      ProjectText text;
      text.name = record.line;
      text.from_pixels = IsPixels(record);
      text.Append(MatchForm(record.raw), CellOf(record));
      project.texts.push_back(std::move(text));
    }
  }

  // A row that a page's end cuts has cells of both pages.
  static bool IsOf(const ProjectRow& row, const Record& record) {
    const Record& first = *row.cells.front().record;
    if (first.table == record.table && first.row == record.row) return true;
    return !record.line.empty() && row.line == record.line && row.panel == record.panel &&
           row.At(record.measure) == nullptr;
  }

  void TakeCell(const Record& record, Block block, size_t project) {
    auto& rows = projects_[project].blocks[static_cast<size_t>(block)];
    if (rows.empty() || !IsOf(rows.back(), record)) {
      rows.emplace_back();
      rows.back().line = record.line;
      rows.back().label = record.row_label;
      rows.back().panel = record.panel;
    }
    ProjectCell cell{record.measure, &record, IsDoubtful(record), std::nullopt};
    const bool written = record.kind == CellKind::kText || record.kind == CellKind::kNumber;
    if (written && !cell.doubtful && (cell.measure == "指标值" || cell.measure == "实际完成值"))
      cell.value = ParseIndicatorValue(record.raw);
    rows.back().cells.push_back(std::move(cell));
  }

  // Rows without a name have records all the same.
  void MarkLosses() {
    std::set<int> lost;
    for (const Reject& reject : input_.document->facts.rejects)
      if (reject.code != "unknown_row") lost.insert(reject.table);
    const auto& failures = input_.document->facts.failures;
    for (Project& project : projects_)
      for (size_t block = 0; block < kBlocks; ++block)
        for (const ProjectRow& row : project.blocks[block]) {
          const Record& record = *row.cells.front().record;
          const bool failed =
              std::any_of(failures.begin(), failures.end(), [&](const PageFailure& each) {
                return each.page >= record.page - 1 && each.page <= record.page + 1;
              });
          if (failed || lost.count(record.table) > 0) project.lost[block] = true;
        }
  }

  // The project that a line 项目名称：… or the title of a report names; -1 if none.
  int Named(const std::string& text) const {
    constexpr size_t kLongest = 200;
    const bool is_title = EndsWith(text, "报告") || EndsWith(text, "总结");
    if (text.size() > kLongest || (!is_title && text.find("名称:") == text.npos)) return -1;
    static const Pattern kName = MustCompile("^(?:项目|政策|专项|转移支付)[^:,.]{0,8}名称:(.+)$");
    static const Pattern kTitle = MustCompile(
        "^(.+?)(?:项目)?(?:20\\d\\d年度?)?[^,.;:]{0,4}"
        "(?:自评|评价)(?:分析|工作)?(?:报告|总结)$");
    for (const Pattern* pattern : {&kName, &kTitle}) {
      const std::vector<std::string> groups = pattern->GroupsOfWhole(text);
      if (groups.empty()) continue;
      const std::u32string name = ToCodePoints(groups.front());
      for (size_t at = 0; at < projects_.size(); ++at)
        if (EditDistance(name, ToCodePoints(projects_[at].form), 1) <= 1)
          return static_cast<int>(at);
    }
    return -1;
  }

  // A line that ends the report before it: the title of a form, or of a part of the disclosure.
  static bool IsEnd(const std::string& text) {
    constexpr size_t kLongestAppendix = 12, kLongestOrdinal = 15;
    return (text.rfind("第", 0) == 0 && text.find("部分") <= kLongestOrdinal) ||
           EndsWith(text, "自评表") ||
           (text.rfind("附件", 0) == 0 && text.size() <= kLongestAppendix);
  }

  static bool IsHeading(const CheckParagraph& paragraph, const std::string& text) {
    if (paragraph.kind == ParagraphKind::kHeading) return true;
    constexpr size_t kLongest = 66;  // bytes, of twenty characters and an ordinal
    if (text.size() > kLongest || OrdinalOf(text).empty()) return false;
    const std::string rest = HeadingForm(text);
    return rest.size() < text.size() && rest.find_first_of(",;:") == rest.npos &&
           rest.find("。") == rest.npos;
  }

  // Without 一、 and (1).
  static std::string NameOf(const std::string& text) {
    static const Pattern kNumber = MustCompile("^\\(\\d+\\)");
    return kNumber.RemovedFrom(HeadingForm(text));
  }

  void ReadReports() {
    int current = -1;
    bool open = false;
    for (size_t i = 0; i < input_.texts->size(); ++i) {
      const CheckParagraph& paragraph = input_.document->paragraphs[i];
      const std::string& text = (*input_.texts)[i];
      if (paragraph.kind == ParagraphKind::kPageNumber ||
          paragraph.kind == ParagraphKind::kContents || text.empty())
        continue;
      if (const int named = Named(text); named >= 0) {
        current = named;
        open = false;
        continue;
      }
      if (IsEnd(text)) current = -1;
      if (current < 0) continue;
      input_.memo->of_reports.push_back(&paragraph);
      auto& texts = projects_[static_cast<size_t>(current)].texts;
      FindingCell place;
      place.page = paragraph.page;
      place.box = paragraph.box;
      if (IsHeading(paragraph, text) || !open) {
        texts.emplace_back();
        texts.back().name = NameOf(text);
        texts.back().in_report = true;
        texts.back().from_pixels = from_pixels_;
        open = true;
        if (IsHeading(paragraph, text)) continue;
      }
      texts.back().Append(text, place);
    }
  }

  const StructureInput& input_;
  Projects projects_;
  std::map<std::string, size_t> by_name_;
  // Paragraphs do not say who read them; the figures of their sentences do.
  const bool from_pixels_ =
      std::any_of(input_.document->facts.narrative.begin(), input_.document->facts.narrative.end(),
                  [](const NarrativeFact& fact) { return fact.by != Reader::kLayer; });
};

}  // namespace

const ProjectCell* ProjectRow::CellAt(std::string_view measure) const {
  for (const ProjectCell& cell : cells)
    if (cell.measure == measure) return &cell;
  return nullptr;
}

const Record* ProjectRow::At(std::string_view measure) const {
  const ProjectCell* cell = CellAt(measure);
  return cell == nullptr ? nullptr : cell->record;
}

bool ProjectRow::IsInDoubt(std::string_view measure) const {
  const ProjectCell* cell = CellAt(measure);
  return cell != nullptr && cell->doubtful;
}

const Record* ProjectRow::TextAt(std::string_view measure) const {
  const ProjectCell* cell = CellAt(measure);
  const bool blank = cell == nullptr || cell->doubtful || cell->record->kind == CellKind::kBlank ||
                     cell->record->kind == CellKind::kDash;
  return blank ? nullptr : cell->record;
}

std::optional<Number> ProjectRow::NumberAt(std::string_view measure) const {
  const ProjectCell* cell = CellAt(measure);
  if (cell == nullptr || cell->doubtful || !cell->record->value) return std::nullopt;
  return ToNumber(*cell->record->value, cell->record->unit);
}

const IndicatorValue* ProjectRow::ValueAt(std::string_view measure) const {
  const ProjectCell* cell = CellAt(measure);
  return cell == nullptr || !cell->value ? nullptr : &*cell->value;
}

const ProjectRow* Project::Row(Block block, std::string_view line) const {
  const ProjectRow* out = nullptr;
  for (const ProjectRow& row : In(block)) {
    if (row.line != line) continue;
    if (out != nullptr) return nullptr;
    out = &row;
  }
  return out;
}

const Projects& ProjectsOf(const StructureInput& input) {
  if (!input.memo->projects)
    input.memo->projects = std::make_shared<const Projects>(Collector(input).Give());
  return *input.memo->projects;
}

bool IsOfKind(const StructureInput& input, const Project& project) {
  const Patterns& kinds = Setting(input, "of");
  return kinds.empty() || AnyFindsIn(kinds, project.is_transfer ? "transfer" : "self");
}

FindingCell CellOf(const Record& record) {
  return {record.form, record.row_key, record.col_key, record.raw, record.table,
          record.row,  record.col,     record.page,    record.box};
}

std::string_view BlockName(Block block) {
  return block == Block::kReportFunds || block == Block::kReportIndicators ? "报告" : "自评表";
}

bool IsIndicators(Block block) {
  return block == Block::kIndicators || block == Block::kReportIndicators;
}

}  // namespace juesuan
