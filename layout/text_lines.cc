#include "layout/text_lines.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kSameLine = 0.5;  // of the lower word's height between two centres
constexpr double kBlankGap = 0.5;  // em
constexpr double kPieceGap = 2.0;  // em
constexpr double kParted = 0.5;    // the most a figure of several words can score
constexpr size_t kMaxOthers = 8;   // runners-up kept for a line

// A reading of `word` by `reader`; nullptr if there is none.
const Reading* ReadingBy(const Word& word, Reader reader) {
  for (const Reading& reading : word.readings)
    if (reading.by == reader) return &reading;
  return nullptr;
}

bool NeedsBlank(const std::string& left, const std::string& right, double gap, double size) {
  if (left.empty() || right.empty() || gap <= kBlankGap * size) return false;
  return !IsCjk(ToCodePoints(left).back()) && !IsCjk(ToCodePoints(right).front());
}

bool EndsWithColon(const std::string& text) {
  const std::string form = MatchForm(text);
  return !form.empty() && form.back() == ':';
}

std::string JoinTexts(const std::vector<const Word*>& words,
                      const std::vector<const std::string*>& texts) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && NeedsBlank(out, *texts[i], words[i]->box.x0 - words[i - 1]->box.x1,
                            std::min(words[i]->size, words[i - 1]->size)))
      out += ' ';
    out += *texts[i];
  }
  return out;
}

Reading JoinReadings(const std::vector<const Word*>& words,
                     const std::vector<const Reading*>& parts) {
  std::vector<const std::string*> texts;
  Reading joined{parts.front()->by, "", 1, {}};
  for (const Reading* part : parts) {
    texts.push_back(&part->text);
    joined.score = std::min(joined.score, part->score);
  }
  joined.text = JoinTexts(words, texts);
  // The white between two parts of a figure may be all that is left of a digit or a point.
  if (parts.size() > 1 && joined.by != Reader::kLayer && IsNumber(joined.text))
    joined.score = std::min(joined.score, kParted);
  for (size_t i = 0; i < parts.size(); ++i)
    for (const Candidate& other : parts[i]->others) {
      if (joined.others.size() == kMaxOthers) return joined;
      std::vector<const std::string*> changed = texts;
      changed[i] = &other.text;
      joined.others.push_back({JoinTexts(words, changed), std::min(other.score, joined.score)});
    }
  return joined;
}

}  // namespace

std::vector<std::vector<const Word*>> GroupIntoLines(std::vector<const Word*> words) {
  std::sort(words.begin(), words.end(), [](const Word* a, const Word* b) {
    return std::make_tuple(a->box.Center().y, a->box.x0) <
           std::make_tuple(b->box.Center().y, b->box.x0);
  });
  std::vector<std::vector<const Word*>> lines;
  double centre = 0, height = 0;
  for (const Word* word : words) {
    const double y = word->box.Center().y, h = word->box.Height();
    if (lines.empty() || y - centre > kSameLine * std::min(h, height)) {
      lines.emplace_back();
      centre = y;
      height = h;
    } else {
      const auto n = static_cast<double>(lines.back().size());
      centre = (centre * n + y) / (n + 1);
      height = std::min(height, h);
    }
    lines.back().push_back(word);
  }
  for (auto& line : lines)
    std::stable_sort(line.begin(), line.end(),
                     [](const Word* a, const Word* b) { return a->box.x0 < b->box.x0; });
  return lines;
}

TextLine JoinWords(int page, const std::vector<const Word*>& words) {
  TextLine line;
  line.page = page;
  size_t bold = 0, letters = 0;
  std::vector<const Reading*> believed;
  for (const Word* word : words) {
    line.box = Union(line.box, word->box);
    line.size = std::max(line.size, word->size);
    letters += word->Text().size();
    if (word->bold) bold += word->Text().size();
    believed.push_back(&word->readings.front());
  }
  line.box = Round2(line.box);
  line.bold = 2 * bold > letters;
  line.readings.push_back(JoinReadings(words, believed));
  for (const Reading& reading : words.front()->readings) {
    if (reading.by == line.readings.front().by) continue;
    std::vector<const Reading*> parts;
    for (const Word* word : words)
      if (const Reading* part = ReadingBy(*word, reading.by)) parts.push_back(part);
    if (parts.size() == words.size()) line.readings.push_back(JoinReadings(words, parts));
  }
  return line;
}

std::vector<TextLine> LinesOf(int page, std::vector<const Word*> words) {
  std::vector<TextLine> lines;
  for (const auto& line : GroupIntoLines(std::move(words))) lines.push_back(JoinWords(page, line));
  return lines;
}

std::vector<std::vector<const Word*>> CutAtGaps(const std::vector<const Word*>& line, double em) {
  std::vector<std::vector<const Word*>> pieces;
  for (const Word* word : line) {
    const Word* before = pieces.empty() ? nullptr : pieces.back().back();
    if (before == nullptr ||
        word->box.x0 - before->box.x1 > em * std::min(word->size, before->size))
      pieces.emplace_back();
    pieces.back().push_back(word);
  }
  return pieces;
}

std::vector<TextLine> PiecesOf(int page, std::vector<const Word*> words) {
  std::vector<TextLine> lines;
  for (const auto& line : GroupIntoLines(std::move(words))) {
    std::vector<const Word*> held;
    for (const auto& piece : CutAtGaps(line, kPieceGap)) {
      if (!held.empty() && !EndsWithColon(held.back()->Text())) {
        lines.push_back(JoinWords(page, held));
        held.clear();
      }
      held.insert(held.end(), piece.begin(), piece.end());
    }
    lines.push_back(JoinWords(page, held));
  }
  return lines;
}

}  // namespace juesuan
