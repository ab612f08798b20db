#include "check/contents.h"

#include <algorithm>
#include <utility>

#include "base/quantity.h"
#include "base/text.h"

namespace juesuan {
namespace {

constexpr size_t kFewestEntries = 3;
constexpr int64_t kLastPage = 9999;

const Pattern& Ordinal() {
  static const Pattern pattern = MustCompile(
      "^(第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+、|"
      "\\([一二三四五六七八九十]+\\)、?|\\(?\\d+\\)?[、.])");
  return pattern;
}

// Spares the pattern for the many texts that cannot open with an ordinal.
bool MayOpenWithOrdinal(const std::string& form) {
  if (form.empty()) return false;
  if (form[0] == '(' || (form[0] >= '0' && form[0] <= '9')) return true;
  static constexpr std::string_view kFirst = "第一二三四五六七八九十";
  return form.size() >= 3 && kFirst.find(std::string_view(form).substr(0, 3)) != kFirst.npos;
}

// Appends the entry a line gives; nothing if it is none.
void AddLine(const std::string& line, const Patterns& patterns, int page, const Box& box,
             Contents* contents) {
  for (const Pattern& pattern : patterns) {
    const std::vector<std::string> groups = pattern.GroupsOfWhole(Squeeze(line));
    const auto number = groups.size() < 2 ? std::nullopt : ParseDecimal(groups[1]);
    if (!number || number->mantissa > kLastPage) continue;
    contents->entries.push_back(
        {Squeeze(groups[0]), static_cast<int>(number->mantissa), page, box});
    return;
  }
}

Contents FromTable(const CheckTable& table, const Patterns& patterns) {
  Contents out;
  for (const auto& row : table.rows) {
    std::string line;
    for (const std::string& cell : row) line += (line.empty() ? "" : " ") + cell;
    AddLine(line, patterns, table.page, table.box, &out);
  }
  // A table of amounts is not a 目录: nearly every row must be an entry.
  if (10 * out.entries.size() < 8 * table.rows.size()) out.entries.clear();
  return out;
}

}  // namespace

std::vector<Contents> FindContents(const CheckInput& input, const std::vector<std::string>& texts,
                                   const Patterns& entry, const Patterns& titles) {
  std::vector<Contents> out;
  const auto& paragraphs = input.paragraphs;
  bool running = false;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const CheckParagraph& paragraph = paragraphs[i];
    if (paragraph.kind == ParagraphKind::kContents) {
      if (!running) out.emplace_back();
      running = true;
      for (const std::string& line : paragraph.lines)
        AddLine(line, entry, paragraph.page, paragraph.box, &out.back());
      out.back().first = i + 1;
      continue;
    }
    if (paragraph.kind == ParagraphKind::kPageNumber) continue;
    running = false;
    if (!AnyMatches(titles, texts[i])) continue;
    for (const CheckTable& table : input.others) {
      if (table.page != paragraph.page || table.box.y0 < paragraph.box.y0) continue;
      Contents found = FromTable(table, entry);
      found.first = i + 1;
      if (!found.entries.empty()) out.push_back(std::move(found));
      break;
    }
  }
  out.erase(
      std::remove_if(out.begin(), out.end(),
                     [](const Contents& each) { return each.entries.size() < kFewestEntries; }),
      out.end());
  for (size_t i = 0; i < out.size(); ++i)
    out[i].last = i + 1 < out.size() ? out[i + 1].first : paragraphs.size();
  return out;
}

std::string OrdinalOf(const std::string& form) {
  if (!MayOpenWithOrdinal(form)) return "";
  const std::vector<std::string> groups = Ordinal().GroupsIn(form);
  return groups.empty() ? "" : groups.front();
}

std::string HeadingForm(const std::string& form) {
  std::string out = MayOpenWithOrdinal(form) ? Ordinal().RemovedFrom(form) : form;
  static const Pattern kEnd = MustCompile("[。.,:;]+$");
  constexpr std::string_view kLastBytes = ".,:;\x82";
  const bool may_end = !out.empty() && kLastBytes.find(out.back()) != kLastBytes.npos;
  return may_end ? kEnd.RemovedFrom(out) : out;
}

}  // namespace juesuan
