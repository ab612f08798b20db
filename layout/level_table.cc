#include "layout/level_table.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/text.h"
#include "layout/open_frames.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kOfLine = 0.4;    // of the type size above and below a word's middle
constexpr double kEdge = 3;        // points by which words may stand over a frame's ends
constexpr size_t kHeads = 4;       // words of a header above a table that is all blanks
constexpr double kLabelRow = 1.6;  // of the usual strip's height: a row without data

// Several words and no figure but a dash that a mark left among them, where a recogniser read them.
bool NamesColumns(const LevelRow& row) {
  const auto is_word = [](const LevelWord& word) {
    const std::u32string points = ToCodePoints(word.word->Text());
    return std::count_if(points.begin(), points.end(), IsCjk) >= 2;
  };
  const auto is_figure = [](const LevelWord& word) {
    return word.number && !IsPlaceholder(word.word->Text());
  };
  constexpr long kSeveral = 4;
  return std::count_if(row.words.begin(), row.words.end(), is_word) >= kSeveral &&
         std::none_of(row.words.begin(), row.words.end(), is_figure) &&
         std::all_of(row.words.begin(), row.words.end(),
                     [](const LevelWord& word) { return word.IsRead(); });
}

// Words stacked over each other.
struct Stack {
  double x0 = 0, x1 = 0, first = 0, last = 0, size = 0;
};

// Whether what is stacked has its middle, or its first line, on one height: labels that wrap in the
// cells of one row.
bool IsOneRow(const std::vector<LevelRow>& rows) {
  std::vector<Stack> stacks;
  for (const LevelRow& row : rows)
    for (const LevelWord& word : row.words) {
      const double y = word.box.Center().y;
      Stack stack{word.box.x0, word.box.x1, y, y, word.size};
      for (size_t i = 0; i < stacks.size();) {
        if (stacks[i].x1 < stack.x0 || stacks[i].x0 > stack.x1) {
          ++i;
          continue;
        }
        stack = {std::min(stack.x0, stacks[i].x0), std::max(stack.x1, stacks[i].x1),
                 std::min(stack.first, stacks[i].first), std::max(stack.last, stacks[i].last),
                 std::max(stack.size, stacks[i].size)};
        stacks.erase(stacks.begin() + static_cast<std::ptrdiff_t>(i));
      }
      stacks.push_back(stack);
    }
  const auto aligned = [&](const auto& height) {
    const double at = height(stacks.front());
    return std::all_of(stacks.begin(), stacks.end(), [&](const Stack& stack) {
      return std::abs(height(stack) - at) <= kOfLine * stack.size;
    });
  };
  return aligned([](const Stack& stack) { return stack.first + stack.last; }) ||
         aligned([](const Stack& stack) { return stack.first; });
}

struct Strip {
  double y0 = 0, y1 = 0;
  bool in_lattice = false;
  bool parted = false;  // shorter rulings lie inside: a header
  std::vector<LevelRow> rows;

  bool HasData() const { return std::any_of(rows.begin(), rows.end(), IsData); }
  // Several printed lines without data, not the labels of one row: titles and units between two
  // tables, or a deep header.
  bool IsText() const {
    return !HasData() && !parted && rows.size() >= 2 && !IsNumberRow(rows.back()) &&
           !IsOneRow(rows);
  }
  // One row of which a label has several lines.
  bool Wraps() const { return rows.size() >= 2 && IsOneRow(rows); }
};

class FrameCutter {
 public:
  FrameCutter(const ClosedFrame& closed, const WordPage& page, const std::vector<LevelWord>& words,
              const std::vector<Lattice>& lattices)
      : frame_(closed.frame),
        open_end_(closed.open_end),
        page_(page),
        words_(words),
        lattices_(lattices) {
    for (size_t i = 0; i + 1 < frame_.levels.size(); ++i) AddStrip(i);
    for (size_t i = 0; i < strips_.size(); ++i)
      strips_[i].in_lattice = LatticeOver(i) != nullptr && !LiesAmongData(i);
    for (Strip& strip : strips_)
      if (strip.in_lattice) strip.rows.clear();
  }

  std::vector<LevelTable> Tables() const {
    std::vector<LevelTable> tables;
    for (size_t from = 0; from < strips_.size();) {
      size_t body = NextData(from);
      if (body == strips_.size()) break;
      const size_t end = BodyEnd(body);
      if (EndsRowAfterLattice(from, body)) --body;
      tables.push_back(TableOf(HeaderStart(from, body), body, end));
      from = end;
    }
    return tables;
  }

 private:
  void AddStrip(size_t i) {
    Strip strip{frame_.levels[i], frame_.levels[i + 1], false, false, {}};
    strip.parted = std::any_of(frame_.parts.begin(), frame_.parts.end(), [&](const Ruling& part) {
      return part.at > strip.y0 && part.at < strip.y1;
    });
    std::vector<LevelWord> words;
    for (const LevelWord& word : words_) {
      const double middle = word.box.Center().y;
      if (middle > strip.y0 && middle <= strip.y1 && word.box.x0 >= frame_.x0 - kEdge &&
          word.box.x1 <= frame_.x1 + kEdge)
        words.push_back(word);
    }
    strip.rows = RowsOfWords(std::move(words));
    strips_.push_back(std::move(strip));
  }

  const Lattice* LatticeOver(size_t i) const {
    const double y = (strips_[i].y0 + strips_[i].y1) / 2;
    for (const Lattice& lattice : lattices_) {
      const double shared =
          std::min(lattice.box.x1, frame_.x1) - std::max(lattice.box.x0, frame_.x0);
      if (y > lattice.box.y0 && y < lattice.box.y1 && shared > 0.5 * (frame_.x1 - frame_.x0))
        return &lattice;
    }
    return nullptr;
  }

  // A lone row of data that uprights part, between rows of data that none do: a mark's rims.
  bool LiesAmongData(size_t i) const {
    if (i == 0 || i + 1 >= strips_.size()) return false;
    return strips_[i].HasData() && strips_[i - 1].HasData() && strips_[i + 1].HasData() &&
           LatticeOver(i - 1) == nullptr && LatticeOver(i + 1) == nullptr;
  }

  size_t NextData(size_t from) const {
    while (from < strips_.size() && !IsBody(from)) ++from;
    return from;
  }

  // Data, or below a header the lone label of a table without any.
  bool IsBody(size_t i) const {
    const Strip& strip = strips_[i];
    if (strip.in_lattice || strip.HasData()) return !strip.in_lattice;
    if (i == 0 || strip.rows.size() != 1 || strip.rows[0].words.size() != 1) return false;
    const Strip& above = strips_[i - 1];
    size_t heads = 0;
    for (const LevelRow& row : above.rows) heads += row.words.size();
    return !above.in_lattice && !above.IsText() && heads >= kHeads;
  }

  // The strip before the data holds the rest of a row that the page before began: it stands right
  // below a ruled header.
  bool EndsRowAfterLattice(size_t from, size_t body) const {
    return body >= from + 2 && !strips_[body - 1].in_lattice && strips_[body - 2].in_lattice &&
           !strips_[body - 1].rows.empty();
  }

  size_t HeaderStart(size_t from, size_t data) const {
    size_t start = data;
    if (start > from && strips_[start - 1].in_lattice) {
      const Lattice* lattice = LatticeOver(start - 1);
      while (start > from && (strips_[start - 1].y0 + strips_[start - 1].y1) / 2 > lattice->box.y0)
        --start;
      return start;
    }
    while (start > from) {
      const Strip& strip = strips_[start - 1];
      if (strip.in_lattice || strip.rows.empty() || (strip.IsText() && start < data)) break;
      --start;
    }
    return start;
  }

  // Rows of labels and blank rows stand between rows of data, and after them.
  size_t BodyEnd(size_t data) const {
    size_t end = data + 1;
    std::vector<double> heights = {strips_[data].y1 - strips_[data].y0};
    for (size_t next = end; next < strips_.size(); ++next) {
      const Strip& strip = strips_[next];
      if (strip.in_lattice || strip.IsText()) break;
      const double height = strip.y1 - strip.y0;
      std::vector<double> sorted = heights;
      std::sort(sorted.begin(), sorted.end());
      const double usual = sorted[sorted.size() / 2] * (strip.Wraps() ? 2 : 1);
      if (!strip.HasData() && height > kLabelRow * usual) break;
      if (strip.HasData() || !strip.rows.empty()) end = next + 1;
      heights.push_back(height);
    }
    return end;
  }

  LevelTable TableOf(size_t start, size_t body, size_t end) const {
    LevelTable table;
    table.box = {frame_.x0, strips_[start].y0, frame_.x1, strips_[end - 1].y1};
    table.header_end = strips_[body].y0;
    const auto strip = [&](size_t i) {
      return LevelStrip{strips_[i].y0, strips_[i].y1, strips_[i].rows};
    };
    for (size_t i = body; i < end; ++i) table.strips.push_back(strip(i));
    table.open_end = open_end_ && end == strips_.size();
    if (body > start && strips_[start].in_lattice) {
      const Lattice* lattice = LatticeOver(start);
      table.header_xs = lattice->xs;
      for (const Ruling& ruling : page_.rulings)
        if (!ruling.horizontal && lattice->box.Contains({ruling.at, (ruling.from + ruling.to) / 2}))
          table.header_edges.push_back(ruling.at);
      return table;
    }
    for (size_t i = start; i < body; ++i) table.header.push_back(strip(i));
    CutNumberRow(&table);
    for (size_t i = 1; i < table.header.size(); ++i)
      table.rulings.push_back({true, table.header[i].y0, frame_.x0, frame_.x1, 0});
    for (const Ruling& part : frame_.parts)
      if (part.at > table.box.y0 && part.at < table.header_end - 1) table.rulings.push_back(part);
    return table;
  }

  // A 栏次 row at the header's end begins the body.
  static void CutNumberRow(LevelTable* table) {
    if (table->header.empty() || table->header.back().rows.empty()) return;
    LevelStrip& last = table->header.back();
    if (!IsNumberRow(last.rows.back())) return;
    LevelStrip numbers = last;
    if (last.rows.size() > 1) {
      numbers.y0 = last.y1 = (last.rows[last.rows.size() - 2].y1 + last.rows.back().y0) / 2;
      numbers.rows = {last.rows.back()};
      last.rows.pop_back();
    } else {
      table->header.pop_back();
    }
    table->header_end = numbers.y0;
    table->strips.insert(table->strips.begin(), std::move(numbers));
  }

  const LevelFrame& frame_;
  const bool open_end_;
  const WordPage& page_;
  const std::vector<LevelWord>& words_;
  const std::vector<Lattice>& lattices_;
  std::vector<Strip> strips_;
};

}  // namespace

bool LevelRow::HasNumber() const {
  return std::any_of(words.begin(), words.end(), [](const LevelWord& word) { return word.number; });
}

bool IsData(const LevelRow& row) {
  return row.words.size() >= 2 && row.HasNumber() && !NamesColumns(row) && !IsNumberRow(row) &&
         std::none_of(row.words.begin(), row.words.end(),
                      [](const LevelWord& word) { return HasDotLeader(word.word->Text()); });
}

bool IsNumberRow(const LevelRow& row) {
  std::vector<const LevelWord*> words;
  for (const LevelWord& word : row.words) words.push_back(&word);
  std::sort(words.begin(), words.end(),
            [](const LevelWord* a, const LevelWord* b) { return a->box.x0 < b->box.x0; });
  int last = 0, others = 0;
  for (const LevelWord* word : words) {
    const auto number = SmallInteger(word->word->Text());
    if (!number) {
      if (!IsPlaceholder(word->word->Text()) && ++others > 2) return false;
    } else if (*number == last + 1) {
      ++last;
    } else {
      return false;
    }
  }
  return last >= 2 && others <= last;
}

LevelTable WithoutHeader(LevelTable table) {
  table.strips.insert(table.strips.begin(), table.header.begin(), table.header.end());
  table.header.clear();
  table.rulings.clear();
  table.header_end = table.box.y0;
  return table;
}

std::optional<LevelTable> WithHeaderOfRows(LevelTable table) {
  std::vector<LevelRow>& rows = table.strips.front().rows;
  const auto data = std::find_if(rows.begin(), rows.end(), [](const LevelRow& row) {
    return IsData(row) || IsNumberRow(row);
  });
  if (data == rows.begin() || data == rows.end() || (data - 1)->words.size() < 2)
    return std::nullopt;
  table.header_end = ((data - 1)->y1 + data->y0) / 2;
  table.header = {{table.box.y0, table.header_end, {rows.begin(), data}}};
  table.strips.front().y0 = table.header_end;
  rows.erase(rows.begin(), data);
  return table;
}

std::optional<LevelTable> WithoutLastHeaderStrip(LevelTable table) {
  if (table.header.size() < 2) return std::nullopt;
  table.strips.insert(table.strips.begin(), table.header.back());
  table.header_end = table.header.back().y0;
  table.header.pop_back();
  const auto outside = [&](const Ruling& ruling) { return ruling.at > table.header_end - 1; };
  table.rulings.erase(std::remove_if(table.rulings.begin(), table.rulings.end(), outside),
                      table.rulings.end());
  return table;
}

std::vector<LevelRow> RowsOfWords(std::vector<LevelWord> words) {
  const auto top = [](const LevelWord& w) { return w.box.Center().y - kOfLine * w.size; };
  const auto foot = [](const LevelWord& w) { return w.box.Center().y + kOfLine * w.size; };
  std::sort(words.begin(), words.end(), [&](const LevelWord& a, const LevelWord& b) {
    return std::make_tuple(top(a), a.box.x0) < std::make_tuple(top(b), b.box.x0);
  });
  std::vector<LevelRow> rows;
  double end = 0;
  for (const LevelWord& word : words) {
    if (rows.empty() || top(word) >= end) {
      rows.push_back({top(word), foot(word), {}});
      end = foot(word);
    }
    end = std::max(end, foot(word));
    rows.back().y1 = end;
    rows.back().words.push_back(word);
  }
  return rows;
}

std::vector<LevelTable> FindLevelTables(const WordPage& page, const std::vector<Lattice>& lattices,
                                        const LevelTable* before) {
  const std::vector<LevelWord> words = LevelWordsOf(page);
  std::optional<LevelFrame> open;
  if (before != nullptr && before->open_end)
    open = LevelFrame{before->box.x0, before->box.x1, {}, {}};
  std::vector<LevelTable> tables;
  for (const ClosedFrame& frame : CloseFrames(page.rulings, words, lattices, open))
    for (LevelTable& table : FrameCutter(frame, page, words, lattices).Tables())
      tables.push_back(std::move(table));
  std::sort(tables.begin(), tables.end(), [](const LevelTable& a, const LevelTable& b) {
    return std::tie(a.box.y0, a.box.x0) < std::tie(b.box.y0, b.box.x0);
  });
  return tables;
}

}  // namespace juesuan
