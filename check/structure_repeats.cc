// What is printed twice: a sentence over a page break, one amount for two items.
#include <algorithm>
#include <map>

#include "check/fact_index.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

// What may stand behind a sentence in one place and not in another; the last byte of 。 too.
constexpr std::string_view kMarks = ".,;:\x82\x80\xe3";

// How many bytes at the end of a text stand again at the beginning of the next one, at least
// `least` and less than either.
size_t RepeatedBytes(std::string_view text, std::string_view next, size_t least) {
  while (!text.empty() && kMarks.find(text.back()) != kMarks.npos) text.remove_suffix(1);
  if (text.size() <= least || next.size() <= least) return 0;
  for (size_t length = std::min(text.size(), next.size()) - 1; length >= least; --length)
    if (text.substr(text.size() - length) == next.substr(0, length)) return length;
  return 0;
}

}  // namespace

// The last paragraph of a page and the first of the next one, where both are prose.
std::vector<StructureResult> CheckPageBreaks(const StructureInput& input) {
  constexpr size_t kTwelveCharacters = 36;
  std::vector<StructureResult> out;
  const auto& paragraphs = input.document->paragraphs;
  int last = -1;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const CheckParagraph& paragraph = paragraphs[i];
    if (paragraph.kind == ParagraphKind::kPageNumber) continue;
    const std::string& text = (*input.texts)[i];
    const size_t before = static_cast<size_t>(last);
    if (last >= 0 && paragraphs[before].page + 1 == paragraph.page &&
        paragraph.kind == ParagraphKind::kBody && paragraphs[before].kind == ParagraphKind::kBody) {
      const size_t repeated = RepeatedBytes((*input.texts)[before], text, kTwelveCharacters);
      StructureResult result;
      result.place = "p" + std::to_string(paragraph.page);
      if (repeated > 0) {
        const std::string words = text.substr(0, repeated);
        result.outcome = Outcome::kViolated;
        result.message =
            "第" + std::to_string(paragraph.page) + "页开头重复了上页末尾的“" + words + "”。";
        result.cells = {PlaceOf(paragraph, words), PlaceOf(paragraphs[before], words)};
      }
      out.push_back(std::move(result));
    }
    last = static_cast<int>(i);
  }
  return out;
}

// Two named items of one class of 基本支出 with one amount that is not round.
std::vector<StructureResult> CheckEqualAmounts(const StructureInput& input) {
  constexpr int64_t kLeast = 1000, kRound = 10;
  std::vector<StructureResult> out;
  for (const std::string& form : input.rule->forms) {
    const FormTable* table = input.index->Find(form);
    if (table == nullptr) continue;
    std::map<std::pair<std::string_view, int64_t>, const Record*> seen;  // by class and amount
    for (const FormRow& row : table->rows) {
      if (!row.is_code || row.line.size() != 5 || row.label.rfind("其他", 0) == 0) continue;
      for (const auto& [measure, at] : row.cells) {
        const Record& record = input.document->facts.records[static_cast<size_t>(at)];
        if (!record.value || record.value->mantissa < kLeast ||
            record.value->mantissa % kRound == 0)
          continue;
        const auto [found, is_new] =
            seen.emplace(std::pair(row.line.substr(0, 3), record.value->mantissa), &record);
        if (is_new) continue;
        StructureResult result;
        result.place = std::string(row.line);
        result.outcome = Outcome::kSoft;
        result.message = "“" + found->second->row_label + "”与“" + record.row_label + "”金额同为" +
                         record.raw + std::string(UnitName(record.unit)) + "，请核对。";
        for (const Record* each : {found->second, &record})
          result.cells.push_back({each->form, each->row_key, each->col_key, each->raw, each->table,
                                  each->row, each->col, each->page, each->box});
        out.push_back(std::move(result));
      }
    }
  }
  return out;
}

}  // namespace juesuan
