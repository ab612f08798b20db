#include "extract/title.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr int kExact = 50, kEditCost = 5;

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool EndsWith(const std::u32string& text, const std::u32string& tail) {
  return text.size() >= tail.size() &&
         text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

bool Contains(const std::u32string& text, const std::u32string& part) {
  return !part.empty() && text.find(part) != std::u32string::npos;
}

void EraseAll(std::u32string* text, const std::u32string& part) {
  if (part.empty()) return;
  for (size_t at = text->find(part); at != std::u32string::npos; at = text->find(part))
    text->erase(at, part.size());
}

// True if what stands before a title may stand there: year, department, 公开01表, 一、 …
bool MayStandBefore(std::u32string prefix, const std::string& department, const FormWords& words) {
  if (!FindYear(ToUtf8(prefix)).empty()) return true;
  EraseAll(&prefix, MatchPoints(department));
  for (const Spelling& word : words.title_before) EraseAll(&prefix, word.form);
  prefix = MatchPoints(WithoutOrdinal(ToUtf8(prefix) + "、"));
  constexpr std::u32string_view kMarks = U"表附一二三四五六七八九十()、.:-\"公开";
  return std::all_of(prefix.begin(), prefix.end(), [&](char32_t c) {
    return IsDigit(c) || kMarks.find(c) != std::u32string_view::npos;
  });
}

// The line without what may follow a title: (公开01表), 续表.
std::u32string WithoutTail(std::u32string line, const FormWords& words) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const Spelling& word : words.title_after) {
      if (line.size() <= word.form.size() || !EndsWith(line, word.form)) continue;
      line.resize(line.size() - word.form.size());
      changed = true;
    }
  }
  return line;
}

std::u32string WithoutBracket(const std::u32string& line) {
  if (line.empty() || line.back() != U')') return line;
  const size_t open = line.rfind(U'(');
  return open == std::u32string::npos || open == 0 ? line : line.substr(0, open);
}

// Whether 决算 stands in `line`. 算 may be misread: what parts an account from a budget is 决.
bool SpeaksOfAccount(const std::u32string& line, const FormWords& words) {
  const std::u32string account = MatchPoints(words.account), budget = MatchPoints(words.budget);
  for (size_t start = 0; start + account.size() <= line.size(); ++start) {
    size_t misread = 0;
    bool told = true;
    for (size_t i = 0; i < account.size(); ++i) {
      if (line[start + i] == account[i]) continue;
      ++misread;
      told = told && Contains(budget, {account[i]});
    }
    if (told && misread <= 1) return true;
  }
  return false;
}

// 0…50: how well a line ends in a title with nothing strange before it.
int ScoreTitle(const std::u32string& line, const Spelling& title, const std::string& department,
               const FormWords& words) {
  const std::u32string& wanted = title.form;
  if (EndsWith(line, wanted)) {
    const std::u32string prefix = line.substr(0, line.size() - wanted.size());
    return MayStandBefore(prefix, department, words) ? kExact : 0;
  }
  // A recogniser swaps characters; it does not drop words. 决算 itself must stand.
  if (!SpeaksOfAccount(line, words)) return 0;
  for (size_t start = 0; start < line.size(); ++start) {
    const std::u32string rest = line.substr(start);
    const int slack = std::abs(static_cast<int>(rest.size()) - static_cast<int>(wanted.size()));
    if (slack > 1) continue;
    const int limit = AllowedEdits(wanted.size());
    const int edits = EditDistance(rest, wanted, limit);
    if (edits > limit || !MayStandBefore(line.substr(0, start), department, words)) continue;
    return kExact - edits * kEditCost;
  }
  return 0;
}

int ScoreTitles(const std::u32string& line, const Spellings& titles, const std::string& department,
                const FormWords& words) {
  int best = 0;
  for (const Spelling& title : titles)
    best = std::max(best, ScoreTitle(line, title, department, words));
  return best;
}

TitleMatch MatchLine(const std::string& printed, const std::string& department,
                     const FormPacks& packs) {
  const FormWords& words = packs.words();
  TitleMatch out;
  out.printed = printed;
  const std::u32string whole = WithoutTail(MatchPoints(printed), words);
  const std::u32string bare = WithoutTail(WithoutBracket(whole), words);
  if (bare.size() < 4 || bare.back() != U'表') return TitleMatch();
  if (SpeaksOfBudget(ToUtf8(bare), words)) {
    out.kind = TitleKind::kBudget;
    return out;
  }
  const int other = std::max(ScoreTitles(whole, words.other_titles, department, words),
                             ScoreTitles(bare, words.other_titles, department, words));
  int best = 0;
  for (const FormPack& form : packs.forms()) {
    const int score = std::max(ScoreTitles(whole, form.titles, department, words),
                               ScoreTitles(bare, form.titles, department, words));
    if (score > 0) out.scores[form.id] = score;
    best = std::max(best, score);
  }
  // (分单位) decides between two accounts of one name.
  const bool other_whole = ScoreTitles(whole, words.other_titles, department, words) == kExact;
  const bool form_wins = best > other || (best == other && best > 0 && !other_whole);
  out.kind = form_wins ? TitleKind::kForm : TitleKind::kOther;
  out.is_known = !form_wins && other > 0;
  return out;
}

// The length of the longest common subsequence.
size_t CommonCharacters(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1, 0);
  for (const char32_t c : a) {
    size_t diagonal = 0;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

double TitleLikeness(const TableHead& head, const FormPack& form) {
  double best = 0;
  for (const std::string& line : head.lines)
    for (const Spelling& title : form.titles) {
      const std::u32string points = MatchPoints(line);
      const double longer = static_cast<double>(std::max(points.size(), title.form.size()));
      best = std::max(best, static_cast<double>(CommonCharacters(points, title.form)) / longer);
    }
  return best;
}

bool SpeaksOfBudget(std::string_view text, const FormWords& words) {
  std::u32string rest = MatchPoints(text);
  for (const Spelling& phrase : words.not_budget) EraseAll(&rest, phrase.form);
  return Contains(rest, MatchPoints(words.budget));
}

TitleMatch MatchTitle(const TableHead& head, const std::string& department,
                      const FormPacks& packs) {
  const std::string& name = head.department.empty() ? department : head.department;
  TitleMatch fallback;
  const auto& lines = head.lines;
  for (size_t i = lines.size(); i-- > 0;) {
    int number = 0;
    if (ParsePrintedCode(lines[i], &number)) continue;
    // A title may be wrapped: try the line alone, then with the line above it.
    const TitleMatch alone = MatchLine(lines[i], name, packs);
    if (alone.kind == TitleKind::kForm || alone.kind == TitleKind::kBudget) return alone;
    if (i > 0) {
      const TitleMatch joined = MatchLine(lines[i - 1] + lines[i], name, packs);
      if (joined.kind == TitleKind::kForm) return joined;
    }
    const bool is_account =
        MatchForm(alone.printed).find(MatchForm(packs.words().account)) != std::string::npos;
    if (alone.kind == TitleKind::kOther && is_account) return alone;
    if (alone.kind == TitleKind::kOther && fallback.kind == TitleKind::kNone) fallback = alone;
  }
  return fallback;
}

}  // namespace juesuan
