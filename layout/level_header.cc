#include "layout/level_header.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/text.h"
#include "layout/level_rows.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kLineGap = 0.8;   // of the type size between two lines of a block
constexpr double kWordGap = 0.3;   // of the type size between two words of a line
constexpr double kBracketGap = 1;  // … where one of them begins or ends with a bracket
constexpr double kBaseline = 0.3;  // of the type size
constexpr double kFarLine = 1.45;  // type sizes between two lines, of one cell or of two levels
constexpr double kAligned = 0.35;  // of the type size: the middles, or an edge, of two lines
constexpr double kBracket = 0.6;   // … where a bracket begins or ends one of them
constexpr double kUnder = 0.2;     // of the type size: lines of two levels may share so much
constexpr double kSpaced = 6;      // type sizes between the letters of a word that is spaced out
constexpr double kLevelSlack = 1;  // points
constexpr double kTighter = 0.9;   // of the distance of two rows: lines of one cell stand closer
constexpr double kTwoLines = 1.6;  // of the distance of two lines: there a third one stands
constexpr double kOverlap = 0.3;   // of the narrower of two blocks: one stands over the other

HeaderBlock BlockOf(const LevelTable& table, const LevelWord& word) {
  HeaderBlock block;
  block.box = word.box;
  // The ink of 入 or 一 is lower than its line.
  const double low = std::max(0.0, word.size - word.box.Height()) / 2;
  block.box.y0 -= low;
  block.box.y1 += low;
  block.line = block.box.Height();
  block.words = {word.word};
  block.size = word.size;
  block.above = table.box.y0;
  block.below = table.header_end;
  const Point middle = word.box.Center();
  for (const Ruling& ruling : table.rulings) {
    if (middle.x < ruling.from || middle.x > ruling.to) continue;
    if (ruling.at < middle.y) block.above = std::max(block.above, ruling.at);
    if (ruling.at >= middle.y && ruling.at < block.below) {
      block.below = ruling.at;
      block.from = ruling.from;
      block.to = ruling.to;
    }
  }
  return block;
}

bool SameCell(const HeaderBlock& a, const HeaderBlock& b) {
  return std::abs(a.above - b.above) < kLevelSlack && std::abs(a.below - b.below) < kLevelSlack;
}

bool EndsWithBracket(const HeaderBlock& block) {
  const std::string text = MatchForm(block.words.back()->Text());
  return !text.empty() && text.back() == ')';
}

bool BeginsWithBracket(const HeaderBlock& block) {
  const std::string text = MatchForm(block.words.front()->Text());
  return !text.empty() && text.front() == '(';
}

// Whether the white between two words is that of a broad bracket.
bool MeetsBracket(const HeaderBlock& a, const HeaderBlock& b) {
  const HeaderBlock &left = a.box.x0 < b.box.x0 ? a : b, &right = a.box.x0 < b.box.x0 ? b : a;
  return EndsWithBracket(left) || BeginsWithBracket(right);
}

// The lines of one cell are set to one middle or one edge.
bool AreAligned(const HeaderBlock& a, const HeaderBlock& b) {
  // Half of a broad bracket is white.
  const bool bracket =
      EndsWithBracket(a) || EndsWithBracket(b) || BeginsWithBracket(a) || BeginsWithBracket(b);
  const double slack = (bracket ? kBracket : kAligned) * std::min(a.size, b.size);
  return std::abs(a.box.Center().x - b.box.Center().x) <= slack ||
         std::abs(a.box.x0 - b.box.x0) <= slack || std::abs(a.box.x1 - b.box.x1) <= slack;
}

// The distance between the middles of the last line of the upper block and the first of the lower.
double PitchOf(const HeaderBlock& a, const HeaderBlock& b) {
  const HeaderBlock &upper = a.box.y0 < b.box.y0 ? a : b, &lower = a.box.y0 < b.box.y0 ? b : a;
  return lower.box.y0 - upper.box.y1 + (upper.line + lower.line) / 2;
}

double OverlapOf(const HeaderBlock& a, const HeaderBlock& b) {
  return std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
}

bool StackUp(const HeaderBlock& a, const HeaderBlock& b) {
  return OverlapOf(a, b) > kOverlap * std::min(a.box.Width(), b.box.Width()) &&
         std::abs(a.box.Center().y - b.box.Center().y) > kBaseline * std::min(a.size, b.size);
}

// The distances from words to the next one below that may be of one cell with them, ascending.
std::vector<double> StackedPitches(const std::vector<HeaderBlock>& words) {
  std::vector<double> pitches;
  for (const HeaderBlock& upper : words) {
    const HeaderBlock* next = nullptr;
    for (const HeaderBlock& lower : words)
      if (lower.box.y0 > upper.box.y0 && SameCell(upper, lower) && StackUp(upper, lower) &&
          (next == nullptr || lower.box.y0 < next->box.y0))
        next = &lower;
    if (next != nullptr && AreAligned(upper, *next)) pitches.push_back(PitchOf(upper, *next));
  }
  std::sort(pitches.begin(), pitches.end());
  return pitches;
}

// How far apart two lines of one cell stand at most: less than two rows of the body, which are as
// far apart as two levels of the header. A body of one row does not tell: then the header's own
// lines do, if they are of two distances. 0 where nothing tells.
double LinesOfOneCell(const LevelTable& table, const std::vector<HeaderBlock>& words) {
  const std::vector<double> pitches = StackedPitches(words);
  const double rows = RowPitch(table.strips);
  if (pitches.empty()) return rows * kTighter;
  const double lines = pitches.front();
  if (rows > 0) return lines < kTighter * rows ? (lines + rows) / 2 : kTighter * rows;
  for (size_t i = 1; i < pitches.size() && pitches[i - 1] < kTwoLines * lines; ++i)
    if (pitches[i - 1] < kTighter * pitches[i]) return (pitches[i - 1] + pitches[i]) / 2;
  return 0;
}

// Whether two stacked blocks are far apart for lines of one cell, and a word beside the lower one
// has nothing above it: it heads a column of its own on a second level.
bool AreTwoLevels(const HeaderBlock& a, const HeaderBlock& b,
                  const std::vector<HeaderBlock>& words) {
  const HeaderBlock &upper = a.box.y0 < b.box.y0 ? a : b, &lower = a.box.y0 < b.box.y0 ? b : a;
  const double size = lower.size;
  const double pitch = lower.box.y0 - upper.box.y1 + upper.size;
  if (pitch <= kFarLine * size) return false;
  const double level = lower.box.y0 + lower.size / 2;
  return std::any_of(words.begin(), words.end(), [&](const HeaderBlock& word) {
    if (!SameCell(word, lower) || std::abs(word.box.Center().y - level) > kBaseline * size ||
        (word.box.x0 < lower.box.x1 && word.box.x1 > lower.box.x0))
      return false;
    return std::none_of(words.begin(), words.end(), [&](const HeaderBlock& other) {
      return SameCell(other, word) && other.box.Center().y < level - size / 2 &&
             other.box.x0 < word.box.x1 && other.box.x1 > word.box.x0;
    });
  });
}

// How a header's words become blocks.
struct Lines {
  bool ruled = false;              // rulings part the header's levels
  double of_cell = 0;              // LinesOfOneCell; 0: told by the type size
  std::vector<HeaderBlock> words;  // all of the header
};

bool AreLinesOfOneCell(const HeaderBlock& a, const HeaderBlock& b, const Lines& lines) {
  const double gap_y = std::max(a.box.y0, b.box.y0) - std::min(a.box.y1, b.box.y1);
  const bool near = gap_y <= kLineGap * std::min(a.size, b.size);
  if (lines.ruled) return near;
  if (!AreAligned(a, b)) return false;
  return lines.of_cell > 0 ? PitchOf(a, b) <= lines.of_cell
                           : near && !AreTwoLevels(a, b, lines.words);
}

bool Belong(const HeaderBlock& a, const HeaderBlock& b, const Lines& lines) {
  if (!SameCell(a, b)) return false;
  const double size = std::min(a.size, b.size);
  const double gap_x = std::max(a.box.x0, b.box.x0) - std::min(a.box.x1, b.box.x1);
  const double gap = MeetsBracket(a, b) ? kBracketGap : kWordGap;
  const bool side_by_side =
      gap_x <= gap * size && std::abs(a.box.Center().y - b.box.Center().y) <= kBaseline * size;
  const bool over = gap_x < -kOverlap * std::min(a.box.Width(), b.box.Width());
  return side_by_side || (over && AreLinesOfOneCell(a, b, lines));
}

// What a mark left between the heads, as a recogniser read it: no head is without a Han letter.
bool IsRest(const LevelWord& word) {
  if (!word.IsRead()) return false;
  const std::u32string points = ToCodePoints(word.word->Text());
  if (std::any_of(points.begin(), points.end(), IsCjk)) return false;
  return !word.number || IsPlaceholder(word.word->Text());
}

// `by_rows`: the distances of the body's rows tell which lines are of one cell.
std::vector<HeaderBlock> Blocks(const LevelTable& table, bool by_rows) {
  std::vector<HeaderBlock> blocks;
  for (const LevelStrip& strip : table.header)
    for (const LevelRow& row : strip.rows)
      for (const LevelWord& word : row.words)
        if (!IsRest(word)) blocks.push_back(BlockOf(table, word));
  Lines lines{!table.rulings.empty(), 0, blocks};
  if (by_rows) lines.of_cell = LinesOfOneCell(table, blocks);
  for (size_t i = 0; i < blocks.size(); ++i)
    for (size_t j = i + 1; j < blocks.size();) {
      if (!Belong(blocks[i], blocks[j], lines)) {
        ++j;
        continue;
      }
      blocks[i].box = Union(blocks[i].box, blocks[j].box);
      blocks[i].words.insert(blocks[i].words.end(), blocks[j].words.begin(), blocks[j].words.end());
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
  return blocks;
}

// What stands in the middle of the cell has it for itself, unless something stands right under it.
bool LiesOver(const HeaderBlock& upper, const HeaderBlock& lower) {
  const double size = upper.size;
  const double middle = (upper.above + upper.below) / 2;
  return SameCell(upper, lower) && lower.box.y0 > upper.box.y1 - kUnder * size &&
         (upper.box.Center().y < middle - kBaseline * size || StackUp(upper, lower));
}

// Whether `lower` stands between the heads left and right of `upper`: a head that lost its last
// line stands high too, over nothing.
bool StandsBelow(const HeaderBlock& upper, const HeaderBlock& lower,
                 const std::vector<HeaderBlock>& blocks) {
  double left = -1e9, right = 1e9;
  for (const HeaderBlock& beside : blocks) {
    if (beside.box.y0 >= upper.box.y1 || beside.box.y1 <= upper.box.y0) continue;
    if (beside.box.x1 <= upper.box.x0) left = std::max(left, beside.box.x1);
    if (beside.box.x0 >= upper.box.x1) right = std::min(right, beside.box.x0);
  }
  const double x = lower.box.Center().x;
  return x > left && x < right;
}

bool AreSpaced(const HeaderBlock& a, const HeaderBlock& b) {
  const auto is_letter = [](const HeaderBlock& block) {
    return block.words.size() == 1 && ToCodePoints(block.words.front()->Text()).size() == 1;
  };
  const double size = a.size;
  return is_letter(a) && is_letter(b) && SameCell(a, b) && b.box.x0 - a.box.x1 <= kSpaced * size &&
         std::abs(a.box.Center().y - b.box.Center().y) <= kBaseline * size;
}

// Whether words of the body stand on either side of the middle between two letters, and none over
// it.
bool EdgeBetween(const std::vector<const LevelRow*>& rows, const Box& left, const Box& right) {
  const double middle = (left.x1 + right.x0) / 2;
  bool before = false, after = false;
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) {
      if (word.box.x0 < middle && word.box.x1 > middle) return false;
      const double at = word.box.Center().x;
      before = before || (at > left.x0 - left.Width() && at < middle);
      after = after || (at > middle && at < right.x1 + right.Width());
    }
  return before && after;
}

// The 栏次 under a head; 0 if there is none.
int NumberUnder(const LevelTable& table, const HeaderBlock& head) {
  if (table.strips.empty() || table.strips[0].rows.empty() || !IsNumberRow(table.strips[0].rows[0]))
    return 0;
  const double slack = head.size / 2;
  for (const LevelWord& word : table.strips[0].rows[0].words) {
    const double x = word.box.Center().x;
    if (x > head.box.x0 - slack && x < head.box.x1 + slack)
      return SmallInteger(word.word->Text()).value_or(0);
  }
  return 0;
}

// A head over two columns may be so short that it stands over the white between their heads: then
// it has no 栏次, and they have two that follow on each other.
void RaiseShortGroups(const LevelTable& table, LevelHeader* header) {
  std::vector<HeaderBlock>& leaves = header->leaves;
  for (size_t i = 1; i + 1 < leaves.size();) {
    const int left = NumberUnder(table, leaves[i - 1]), right = NumberUnder(table, leaves[i + 1]);
    const bool lower = leaves[i - 1].box.y0 > leaves[i].box.Center().y &&
                       leaves[i + 1].box.y0 > leaves[i].box.Center().y;
    if (!lower || left == 0 || right != left + 1 || NumberUnder(table, leaves[i]) != 0) {
      ++i;
      continue;
    }
    header->groups.push_back(leaves[i]);
    leaves.erase(leaves.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::optional<LevelHeader> HeaderOf(const LevelTable& table,
                                    const std::vector<HeaderBlock>& blocks) {
  LevelHeader header;
  for (HeaderBlock block : blocks) {
    block.ruled = block.to > block.from;
    const bool over = std::any_of(blocks.begin(), blocks.end(), [&](const HeaderBlock& other) {
      return LiesOver(block, other) && StandsBelow(block, other, blocks);
    });
    (block.ruled || over ? header.groups : header.leaves).push_back(block);
  }
  std::sort(header.leaves.begin(), header.leaves.end(),
            [](const HeaderBlock& a, const HeaderBlock& b) { return a.box.x0 < b.box.x0; });
  for (size_t i = 1; i < header.leaves.size(); ++i)
    if (header.leaves[i].box.x0 < header.leaves[i - 1].box.x1) return std::nullopt;
  RaiseShortGroups(table, &header);
  std::sort(header.groups.begin(), header.groups.end(),
            [](const HeaderBlock& a, const HeaderBlock& b) {
              return std::make_tuple(a.below, a.box.Center().y, a.box.x0) <
                     std::make_tuple(b.below, b.box.Center().y, b.box.x0);
            });
  for (const Ruling& ruling : table.rulings)
    for (const double end : {ruling.from, ruling.to})
      if (end > table.box.x0 + 3 * kLevelSlack && end < table.box.x1 - 3 * kLevelSlack)
        header.edges.push_back(end);
  std::sort(header.edges.begin(), header.edges.end());
  return header;
}

// Whether a ruling stands over two leaves and no others: a group has more than one column.
bool AreGroup(const LevelHeader& header, size_t first) {
  const std::vector<HeaderBlock>& leaves = header.leaves;
  return std::any_of(header.groups.begin(), header.groups.end(), [&](const HeaderBlock& group) {
    const auto over = [&](size_t i) {
      const double x = leaves[i].box.Center().x;
      return group.ruled && x > group.from && x < group.to;
    };
    return over(first) && over(first + 1) && (first == 0 || !over(first - 1)) &&
           (first + 2 == leaves.size() || !over(first + 2));
  });
}

}  // namespace

std::optional<LevelHeader> ReadLevelHeader(const LevelTable& table) {
  std::optional<LevelHeader> header = HeaderOf(table, Blocks(table, true));
  return header ? header : HeaderOf(table, Blocks(table, false));
}

void JoinSpacedLetters(const std::vector<const LevelRow*>& rows, LevelHeader* header) {
  std::vector<HeaderBlock>& leaves = header->leaves;
  for (size_t i = 0; i + 1 < leaves.size();) {
    size_t run = i;
    while (run + 1 < leaves.size() && AreSpaced(leaves[run], leaves[run + 1])) ++run;
    if (run == i + 1 && !EdgeBetween(rows, leaves[i].box, leaves[i + 1].box) &&
        !AreGroup(*header, i)) {
      leaves[i].box = Union(leaves[i].box, leaves[i + 1].box);
      leaves[i].words.push_back(leaves[i + 1].words.front());
      leaves.erase(leaves.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    i = std::max(i + 1, run);
  }
}

}  // namespace juesuan
