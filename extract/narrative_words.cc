#include "extract/narrative_words.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace juesuan {
namespace {

constexpr size_t kNone = std::string_view::npos;

// Just after the last of some marks; 0 if there is none.
size_t AfterLast(std::string_view text, std::initializer_list<std::string_view> marks) {
  size_t after = 0;
  for (const std::string_view mark : marks)
    if (const size_t at = text.rfind(mark); at != kNone) after = std::max(after, at + mark.size());
  return after;
}

// Parentheses that close again are blanked, so that a comma in them parts nothing; one that stays
// open parts as a comma does: （含外宾接待支出.
std::string WithoutInner(std::string_view text) {
  std::string out(text);
  int depth = 0;
  for (size_t at = out.size(); at-- > 0;) {
    if (out[at] == '(' && depth == 0) out[at] = ',';
    if (out[at] == '(' && depth > 0) --depth;
    if (depth > 0) out[at] = ' ';
    if (text[at] == ')') ++depth;
  }
  return out;
}

bool EndsHere(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  return std::string_view(",;:.)").find(text[at]) != kNone || text.substr(at, 3) == "。" ||
         text.substr(at, 3) == "、";
}

const NarrativeCue* FindCue(std::string_view text, std::string_view left, const Figure& figure,
                            const std::string& last_role, const NarrativeGrammar& grammar,
                            size_t* begin) {
  if (figure.unit_kind == UnitKind::kNone && !EndsHere(text, figure.end)) return nullptr;
  for (const NarrativeCue& cue : grammar.cues) {
    if (std::find(cue.units.begin(), cue.units.end(), figure.unit_kind) == cue.units.end())
      continue;
    if (!cue.following.empty() &&
        std::find(cue.following.begin(), cue.following.end(), last_role) == cue.following.end())
      continue;
    for (const Pattern& pattern : cue.patterns) {
      const auto found = pattern.Where(left);
      if (!found) continue;
      *begin = found->first;
      return &cue;
    }
  }
  return nullptr;
}

std::string PhraseOf(std::string_view words, const std::string& department,
                     const NarrativeGrammar& grammar) {
  std::string phrase(words.substr(AfterLast(WithoutInner(words), {",", ";", ":", "。", "、"})));
  for (const Pattern& pattern : grammar.after_subject)
    if (const auto found = pattern.Where(phrase)) phrase.erase(found->first);
  if (const size_t at = department.empty() ? kNone : phrase.find(department); at != kNone)
    phrase.erase(0, at + department.size());
  for (const Pattern& pattern : grammar.subject_mark) phrase = pattern.RemovedFrom(phrase);
  return phrase;
}

size_t SentenceBegin(std::string_view text, size_t at) {
  return AfterLast(text.substr(0, at), {"。"});
}

}  // namespace

Introduction Introduce(std::string_view text, std::string_view left, const Figure& figure,
                       const std::string& last_role, const std::string& department,
                       const NarrativeGrammar& grammar) {
  Introduction out;
  size_t begin = left.size();
  out.cue = FindCue(text, left, figure, last_role, grammar, &begin);
  out.phrase = PhraseOf(left.substr(0, begin), department, grammar);
  return out;
}

const NarrativeZone* ZoneAt(std::string_view text, size_t begin, size_t from,
                            const NarrativeGrammar& grammar, size_t* opened) {
  const size_t start = std::max(from, SentenceBegin(text, begin));
  const std::string_view before = text.substr(start, begin - start);
  const NarrativeZone* out = nullptr;
  for (const NarrativeZone& zone : grammar.zones)
    for (const Pattern& pattern : zone.patterns) {
      const auto found = pattern.Where(before);
      if (!found || (out != nullptr && start + found->second <= *opened)) continue;
      out = &zone;
      *opened = start + found->second;
    }
  return out;
}

std::string YearCompared(std::string_view text, size_t begin, const std::string& year) {
  static const Pattern kCompared =
      MustCompile(R"((?:较|比|与|同)(?:上一?年|上一?度|去年|(\d{4})年))");
  size_t from = SentenceBegin(text, begin);
  std::string out;
  while (const auto found = kCompared.Where(text.substr(from, begin - from))) {
    const std::vector<std::string> groups =
        kCompared.GroupsIn(text.substr(from + found->first, found->second - found->first));
    out = groups.empty() ? "" : groups[0];
    const std::optional<Decimal> number = ParseDecimal(year);
    if (out.empty() && number) out = std::to_string(number->mantissa - 1);
    from += found->second;
  }
  return out;
}

std::pair<size_t, size_t> SentenceAround(std::string_view text, size_t at) {
  const size_t begin = AfterLast(text.substr(0, at), {"。", ";"});
  size_t end = text.size();
  for (const std::string_view mark : {std::string_view("。"), std::string_view(";")})
    if (const size_t found = text.find(mark, at); found != kNone)
      end = std::min(end, found + mark.size());
  return {begin, end};
}

}  // namespace juesuan
