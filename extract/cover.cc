#include "extract/cover.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "extract/head.h"
#include "extract/title.h"

namespace juesuan {
namespace {

constexpr int kCoverPages = 2;
constexpr size_t kLongestTitle = 60;

std::vector<std::string> CoverLines(const DocumentLayout& layout) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : layout.paragraphs) {
    if (paragraph.page > kCoverPages) continue;
    if (paragraph.kind == ParagraphKind::kContents || paragraph.kind == ParagraphKind::kPageNumber)
      continue;
    for (const TextLine& line : paragraph.lines) lines.push_back(MatchForm(line.Text()));
  }
  return lines;
}

// The name in front of the year or of 部门决算; "" if there is none.
std::string NameBefore(const std::string& title, const std::string& account) {
  const std::u32string text = MatchPoints(title);
  size_t end = std::min(text.find(MatchPoints(account)), text.size());
  for (size_t i = 0; i + 4 < text.size(); ++i)
    if (text.compare(i, 2, U"20") == 0 && text[i + 4] == U'年') end = std::min(end, i);
  std::u32string name = text.substr(0, end);
  for (const std::u32string tail : {U"部门", U"单位"})
    if (name.size() >= tail.size() &&
        name.compare(name.size() - tail.size(), tail.size(), tail) == 0)
      name.resize(name.size() - tail.size());
  const bool all_cjk = std::all_of(name.begin(), name.end(),
                                   [](char32_t c) { return IsCjk(c) || c == U'(' || c == U')'; });
  constexpr size_t kShortest = 4;
  return all_cjk && name.size() >= kShortest ? ToUtf8(name) : "";
}

}  // namespace

Cover ReadCover(const DocumentLayout& layout, const FormWords& words) {
  Cover cover;
  const std::vector<std::string> lines = CoverLines(layout);
  std::string before;
  for (const std::string& line : lines) {
    if (cover.is_account && !cover.year.empty()) break;
    if (cover.year.empty()) cover.year = FindYear(line);
    const bool names_account = line.find(MatchForm(words.account)) != std::string::npos &&
                               !SpeaksOfBudget(line, words) &&
                               ToCodePoints(line).size() <= kLongestTitle;
    if (names_account && !cover.is_account) {
      cover.is_account = true;
      cover.department = NameBefore(line, words.account);
      if (cover.department.empty()) cover.department = NameBefore(before, words.account);
    }
    before += line;
  }
  return cover;
}

}  // namespace juesuan
