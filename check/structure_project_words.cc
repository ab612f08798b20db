// Texts of a project against each other: the self-evaluation, the report, the year they are of.
#include <algorithm>

#include "base/text.h"
#include "check/project_money.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

bool IsMark(char32_t c) {
  constexpr std::u32string_view kMarks = U",.;:!?、。\"'()-《》[]{}~";
  return kMarks.find(c) != std::u32string_view::npos;
}

// Without marks, and with # for every number.
std::u32string SkeletonOf(std::string_view text) {
  std::string words;
  size_t at = 0;
  for (const PrintedNumber& number : NumbersIn(text)) {
    words += std::string(text.substr(at, number.begin - at)) + "#";
    at = number.end;
  }
  words += text.substr(at);
  std::u32string out = ToCodePoints(words);
  out.erase(std::remove_if(out.begin(), out.end(), IsMark), out.end());
  return out;
}

std::string WithoutMarks(std::string_view text) {
  std::u32string out = ToCodePoints(text);
  out.erase(std::remove_if(out.begin(), out.end(), IsMark), out.end());
  return ToUtf8(out);
}

struct Sentence {
  Clause clause;
  std::u32string skeleton;
  std::vector<PrintedNumber> numbers;
};

// A number that ends there opens an item of a list.
bool IsOrdinal(std::string_view words, size_t end) {
  constexpr std::string_view kComma = "、";
  return words.substr(end, kComma.size()) == kComma || words.substr(end, 1) == ")";
}

// Clauses that print a number.
std::vector<Sentence> NumberedClauses(const ProjectText& text) {
  std::vector<Sentence> out;
  for (const Clause& clause : text.clauses) {
    const std::string_view words =
        std::string_view(text.text).substr(clause.begin, clause.end - clause.begin);
    std::vector<PrintedNumber> numbers = NumbersIn(words);
    // 1、提升预算精准度: which item it is does not matter.
    if (!numbers.empty() && numbers.front().begin == 0 && IsOrdinal(words, numbers.front().end))
      continue;
    if (!numbers.empty()) out.push_back({clause, SkeletonOf(words), std::move(numbers)});
  }
  return out;
}

bool HasSameNumbers(const Sentence& a, const Sentence& b) {
  for (size_t i = 0; i < a.numbers.size(); ++i)
    if (!IsSame(a.numbers[i].value, b.numbers[i].value)) return false;
  return true;
}

// The one clause of `others` in the same words; nullptr if there is none, several, or one with the
// same numbers.
const Sentence* SaidOtherwise(const Sentence& sentence, const std::vector<Sentence>& others) {
  constexpr size_t kFewest = 4;
  if (sentence.skeleton.size() < kFewest) return nullptr;
  const Sentence* found = nullptr;
  for (const Sentence& other : others) {
    if (other.skeleton != sentence.skeleton || other.numbers.size() != sentence.numbers.size())
      continue;
    if (found != nullptr || HasSameNumbers(sentence, other)) return nullptr;
    found = &other;
  }
  return found;
}

StructureResult CompareFigures(const Project& project, const ProjectText& form,
                               const ProjectText& report) {
  const std::vector<Sentence> others = NumberedClauses(report);
  std::vector<FindingCell> cells;
  std::string words;
  for (const Sentence& sentence : NumberedClauses(form)) {
    const Sentence* other = SaidOtherwise(sentence, others);
    if (other == nullptr) continue;
    cells.push_back(form.PlaceOf(sentence.clause.begin, sentence.clause.end));
    cells.push_back(report.PlaceOf(other->clause.begin, other->clause.end));
    words += "“" + cells[cells.size() - 2].raw + "”在报告中为“" + cells.back().raw + "”；";
  }
  StructureResult out = ProjectResult(
      project.name + " " + form.name, cells.empty() ? Outcome::kHold : Outcome::kViolated,
      "“" + project.name + "”自评表“" + form.name + "”：" + words + "同一句话数字不同。", cells);
  out.from_pixels = form.from_pixels || report.from_pixels;
  return out;
}

// Clauses of one text whose words the other does not have.
std::vector<FindingCell> OwnClauses(const ProjectText& text, const ProjectText& other) {
  constexpr size_t kMost = 6;
  const std::string there = WithoutMarks(other.text);
  std::vector<FindingCell> out;
  for (const Clause& clause : text.clauses) {
    const std::string words =
        WithoutMarks(std::string_view(text.text).substr(clause.begin, clause.end - clause.begin));
    if (words.empty() || there.find(words) != there.npos || out.size() == kMost) continue;
    out.push_back(text.PlaceOf(clause.begin, clause.end));
  }
  return out;
}

StructureResult CompareWords(const Project& project, const ProjectText& a, const ProjectText& b) {
  if (WithoutMarks(a.text) == WithoutMarks(b.text))
    return ProjectResult(project.name, Outcome::kHold, "", {});
  std::vector<FindingCell> cells = OwnClauses(a, b);
  const std::vector<FindingCell> others = OwnClauses(b, a);
  std::string words;
  if (!cells.empty() && !others.empty())
    words = "：“" + cells.front().raw + "”与“" + others.front().raw + "”";
  cells.insert(cells.end(), others.begin(), others.end());
  StructureResult out = ProjectResult(
      project.name, Outcome::kSoft,
      "“" + project.name + "”的“" + a.name + "”与报告“" + b.name + "”文字不同" + words + "。",
      std::move(cells));
  out.from_pixels = a.from_pixels || b.from_pixels;
  return out;
}

// The text of a name: in the report, or in the form; nullptr if there is none, or it is empty.
const ProjectText* TextNamed(const Project& project, const Pattern& name, bool in_report) {
  for (const ProjectText& text : project.texts)
    if (text.in_report == in_report && !text.text.empty() && name.FindsIn(text.name)) return &text;
  return nullptr;
}

using Compare = StructureResult (*)(const Project&, const ProjectText&, const ProjectText&);

std::vector<StructureResult> CompareTexts(const StructureInput& input, Compare compare) {
  std::vector<StructureResult> out;
  const Patterns &form = Setting(input, "form"), &report = Setting(input, "report");
  for (const Project& project : ProjectsOf(input))
    for (size_t i = 0; i < form.size() && i < report.size(); ++i) {
      const ProjectText *a = TextNamed(project, form[i], false),
                        *b = TextNamed(project, report[i], true);
      if (a != nullptr && b != nullptr) out.push_back(compare(project, *a, *b));
    }
  return out;
}

}  // namespace

// The same sentence with other figures, in the form and in the report.
std::vector<StructureResult> CheckSameFigures(const StructureInput& input) {
  return CompareTexts(input, CompareFigures);
}

std::vector<StructureResult> CheckSameWords(const StructureInput& input) {
  return CompareTexts(input, CompareWords);
}

// Two sections of one report that say nearly the same: a word may be misprinted.
std::vector<StructureResult> CheckNearWords(const StructureInput& input) {
  std::vector<StructureResult> out;
  const Patterns &first = Setting(input, "first"), &second = Setting(input, "second");
  for (const Project& project : ProjectsOf(input))
    for (size_t i = 0; i < first.size() && i < second.size(); ++i) {
      const ProjectText *a = TextNamed(project, first[i], true),
                        *b = TextNamed(project, second[i], true);
      if (a == nullptr || b == nullptr) continue;
      const std::u32string one = SkeletonOf(a->text), other = SkeletonOf(b->text);
      const size_t longer = std::max(one.size(), other.size());
      if (10 * CommonCharacters(one, other) < 9 * longer) continue;
      out.push_back(CompareWords(project, *a, *b));
    }
  return out;
}

namespace {

StructureResult YearResult(const std::string& place, const std::string& wanted,
                           const std::string& printed, const std::string& words, FindingCell cell) {
  const Outcome outcome = printed == wanted  ? Outcome::kHold
                          : printed > wanted ? Outcome::kSoft
                                             : Outcome::kViolated;
  return ProjectResult(place, outcome, words + "，本年度为" + wanted + "年。", {std::move(cell)});
}

}  // namespace

// Dates that indicators ask or reached are of the year of the account.
std::vector<StructureResult> CheckIndicatorYears(const StructureInput& input) {
  std::vector<StructureResult> out;
  const std::string& wanted = input.document->facts.year;
  if (wanted.empty()) return out;
  for (const Project& project : ProjectsOf(input))
    for (const Block block : {Block::kIndicators, Block::kReportIndicators})
      for (const ProjectRow& row : project.In(block))
        for (const char* measure : {"指标值", "实际完成值"}) {
          const Record* record = row.TextAt(measure);
          if (record == nullptr) continue;
          const bool reaches = record->raw.find(wanted) != std::string::npos;
          for (const Mention& date : MentionsIn(MatchForm(record->raw), Setting(input, "date"))) {
            const auto year = date.groups.find("year");
            if (year == date.groups.end()) continue;
            out.push_back(YearResult(project.name + "/" + std::string(row.line), wanted,
                                     reaches ? wanted : year->second,
                                     "“" + project.name + "”的指标“" + std::string(row.label) +
                                         "”" + measure + "为“" + record->raw + "”",
                                     CellOf(*record)));
            // What was reached may have been reached before.
            const bool asked = std::string_view(measure) == "指标值";
            if (!asked && out.back().outcome == Outcome::kViolated)
              out.back().outcome = Outcome::kSoft;
          }
        }
  return out;
}

// What a text says was done, it says of the year of the account.
std::vector<StructureResult> CheckTextYears(const StructureInput& input) {
  std::vector<StructureResult> out;
  const std::string& wanted = input.document->facts.year;
  if (wanted.empty()) return out;
  for (const Project& project : ProjectsOf(input))
    for (const ProjectText& text : project.texts) {
      if (!AnyFindsIn(Setting(input, "texts"), text.name)) continue;
      const std::vector<Mention> mentions = MentionsIn(text.text, Setting(input, "done"));
      const bool has_own = text.text.find(wanted) != std::string::npos;
      for (const Mention& each : mentions) {
        const auto year = each.groups.find("year");
        if (year == each.groups.end()) continue;
        const FindingCell cell = text.PlaceOf(each.begin, each.end);
        out.push_back(
            YearResult(project.name + " " + text.name, wanted, has_own ? wanted : year->second,
                       "“" + project.name + "”的“" + text.name + "”称“" + cell.raw + "”", cell));
        out.back().from_pixels = text.from_pixels;
      }
    }
  return out;
}

}  // namespace juesuan
