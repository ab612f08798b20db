#include "layout/complete_rulings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/lattice.h"
#include "layout/level_columns.h"
#include "layout/level_header.h"
#include "layout/level_rows.h"
#include "layout/level_table.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kSameWidth = 0.02;  // of a table's width
constexpr double kSameEdge = 0.01;   // of a table's width: columns of two ruled headers
constexpr double kOver = 0.25;       // of the type size by which words stand over an edge
constexpr double kSameHeads = 0.75;  // of the heads must read the same
constexpr size_t kFewestColumns = 2;

// A part of a table on one page.
struct Part {
  size_t page = 0;
  LevelTable table;
  std::optional<LevelHeader> header;  // of a header without upright rulings
};

std::vector<const LevelRow*> RowsOf(const std::vector<Part>& parts) {
  std::vector<const LevelRow*> rows;
  for (const Part& part : parts)
    for (const LevelStrip& strip : part.table.strips)
      for (const LevelRow& row : strip.rows) rows.push_back(&row);
  return rows;
}

// The part with its words and rulings laid on the frame of another.
Part LaidOn(const Box& frame, Part part) {
  const double from = part.table.box.x0, scale = frame.Width() / part.table.box.Width();
  const auto lay = [&](double* x) { *x = frame.x0 + (*x - from) * scale; };
  const auto lay_words = [&](std::vector<LevelWord>* words) {
    for (LevelWord& word : *words) lay(&word.box.x0), lay(&word.box.x1);
  };
  for (std::vector<LevelStrip>* strips : {&part.table.header, &part.table.strips})
    for (LevelStrip& strip : *strips)
      for (LevelRow& row : strip.rows) lay_words(&row.words);
  for (Ruling& ruling : part.table.rulings) lay(&ruling.from), lay(&ruling.to);
  for (double& x : part.table.header_xs) lay(&x);
  lay(&part.table.box.x0), lay(&part.table.box.x1);
  if (part.header) part.header = ReadLevelHeader(part.table);
  return part;
}

std::string TextOf(const HeaderBlock& block) {
  std::string text;
  for (const Word* word : block.words) text += word->Text();
  return text;
}

// Whether two places, of tables a and b, are the same one.
bool SamePlace(const Part& a, double x, const Part& b, double y) {
  const Box &first = a.table.box, &second = b.table.box;
  return std::abs((x - first.x0) / first.Width() - (y - second.x0) / second.Width()) <= kSameEdge;
}

// The same words in the same places.
bool SameHeader(const Part& a, const Part& b) {
  const std::vector<double>&x = a.table.header_xs, &y = b.table.header_xs;
  if (!x.empty() || !y.empty())
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [&](double one, double other) { return SamePlace(a, one, b, other); });
  if (!a.header || !b.header || a.header->leaves.size() != b.header->leaves.size()) return false;
  size_t same = 0;
  for (size_t i = 0; i < a.header->leaves.size(); ++i) {
    const HeaderBlock &one = a.header->leaves[i], &other = b.header->leaves[i];
    if (!SamePlace(a, one.box.Center().x, b, other.box.Center().x)) return false;
    same += SameText(TextOf(one), TextOf(other)) ? 1 : 0;
  }
  return static_cast<double>(same) >= kSameHeads * static_cast<double>(a.header->leaves.size());
}

// Whether `next`, the first table of its page, may go on where `last`, the last of its own, ends.
// If it has the header and then the rest of a cut row, that is put right.
bool GoesOn(const Part& first, const Part& last, Part* next) {
  if (next->page != last.page + 1 ||
      std::abs(next->table.box.Width() / last.table.box.Width() - 1) > kSameWidth)
    return false;
  if (!next->table.HasHeader() || SameHeader(first, *next)) return true;
  const std::optional<LevelTable> table = WithoutLastHeaderStrip(next->table);
  if (!table) return false;
  Part other{next->page, *table, ReadLevelHeader(*table)};
  if (!SameHeader(first, other)) return false;
  *next = std::move(other);
  return true;
}

// The columns that a word stands in, half open: those whose edges it crosses by more than a hair.
std::pair<size_t, size_t> ColumnsOf(const LevelWord& word, const std::vector<double>& xs) {
  const double over = kOver * word.size;
  size_t first = 0, last = xs.size() - 1;
  while (first + 2 < xs.size() && word.box.x0 >= xs[first + 1] - over) ++first;
  while (last > first + 1 && word.box.x1 <= xs[last - 1] + over) --last;
  return {first, last};
}

// Adds the rulings of one part, in the frame that its words are laid on.
class Completer {
 public:
  Completer(const Part& part, const LevelColumns& columns, const std::vector<double>& fill,
            bool single)
      : part_(part), columns_(columns), fill_(fill), single_(single) {}

  std::optional<std::vector<Ruling>> Run() {
    const LevelTable& table = part_.table;
    if (table.header_xs.empty() && table.HasHeader() && !Header()) return std::nullopt;
    const double top = table.header_xs.empty() ? table.box.y0 : table.header_end;
    Upright(table.box.x0, top, table.box.y1);
    Upright(table.box.x1, top, table.box.y1);
    for (const LevelStrip& strip : table.strips)
      if (!Strip(strip)) return std::nullopt;
    return std::move(rulings_);
  }

 private:
  void Level(double at, double from, double to) { rulings_.push_back({true, at, from, to, 0}); }
  void Upright(double at, double from, double to) { rulings_.push_back({false, at, from, to, 0}); }

  bool Header() {
    const std::vector<double>& xs = columns_.xs;
    const auto groups = GroupColumns(*part_.header, xs, columns_.head);
    if (!groups) return false;
    for (size_t c = 1; c + 1 < xs.size(); ++c) {
      double top =
          columns_.head[c] == columns_.head[c - 1] ? part_.table.header_end : part_.table.box.y0;
      for (const ColumnGroup& group : *groups)
        if (group.first < c && c < group.last) top = std::max(top, group.foot);
      if (top < part_.table.header_end) Upright(xs[c], top, part_.table.header_end);
    }
    for (const ColumnGroup& group : *groups) Level(group.foot, xs[group.first], xs[group.last]);
    Level(part_.table.header_end, xs.front(), xs.back());
    return true;
  }

  bool Strip(const LevelStrip& strip) {
    const auto found = RowsOfStrip(strip, columns_.xs, fill_, single_);
    if (!found) return false;
    const std::vector<LevelRow>& rows = *found;
    double top = strip.y0;
    for (size_t r = 0; r < rows.size(); ++r) {
      const bool last = r + 1 == rows.size();
      const double foot = last ? strip.y1 : (rows[r].y1 + rows[r + 1].y0) / 2;
      if (!Row(rows[r], top, foot)) return false;
      Level(foot, columns_.xs.front(), columns_.xs.back());
      top = foot;
    }
    if (rows.empty()) Row({}, strip.y0, strip.y1);
    return true;
  }

  // Edges between the cells of a row; false where a figure stands in no column of its own.
  bool Row(const LevelRow& row, double top, double foot) {
    const std::vector<double>& xs = columns_.xs;
    std::vector<int> figures(xs.size() - 1), words(xs.size() - 1);
    std::vector<bool> crossed(xs.size());
    for (const LevelWord& word : row.words) {
      const auto [first, last] = ColumnsOf(word, xs);
      if (word.number && last > first + 1) return false;
      for (size_t c = first; c < last; ++c) ++(word.number ? figures : words)[c];
    }
    for (const LevelWord& word : row.words) {
      auto [first, last] = ColumnsOf(word, xs);
      if (last == first + 1) continue;
      if (std::any_of(&figures[first], &figures[first] + (last - first),
                      [](int count) { return count > 0; }))
        return false;
      std::tie(first, last) = MergedColumns(word, {first, last}, figures, words);
      for (size_t c = first + 1; c < last; ++c) crossed[c] = true;
    }
    for (size_t c = 0; c + 1 < xs.size(); ++c)
      if (figures[c] > 1) return false;
    for (size_t c = 1; c + 1 < xs.size(); ++c)
      if (!crossed[c]) Upright(xs[c], top, foot);
    return true;
  }

  // The columns of a label that stands over edges: all the blank ones around it, if it stands in
  // their middle.
  std::pair<size_t, size_t> MergedColumns(const LevelWord& word, std::pair<size_t, size_t> over,
                                          const std::vector<int>& figures,
                                          const std::vector<int>& words) const {
    const std::vector<double>& xs = columns_.xs;
    auto [first, last] = over;
    const auto blank = [&](size_t c) { return figures[c] + words[c] == 0; };
    while (first > 0 && blank(first - 1)) --first;
    while (last + 1 < xs.size() && blank(last)) ++last;
    const double off = std::abs((xs[first] + xs[last]) / 2 - word.box.Center().x);
    return off <= word.size ? std::make_pair(first, last) : over;
  }

  const Part& part_;
  const LevelColumns& columns_;
  const std::vector<double>& fill_;
  const bool single_;
  std::vector<Ruling> rulings_;
};

LevelColumns ColumnsOfLattice(const std::vector<double>& xs) {
  LevelColumns columns;
  columns.xs = xs;
  for (size_t c = 0; c + 1 < xs.size(); ++c) columns.head.push_back(c);
  return columns;
}

// The columns of a table from the header of its first part and the bodies of all.
std::optional<LevelColumns> ColumnsOfTable(std::vector<Part>* parts) {
  const Part& first = parts->front();
  const std::vector<const LevelRow*> rows = RowsOf(*parts);
  if (!first.table.header_xs.empty()) return ColumnsOfLattice(first.table.header_xs);
  for (Part& part : *parts)
    if (part.header) JoinSpacedLetters(rows, &*part.header);
  if (!first.header || first.header->leaves.size() < kFewestColumns) return std::nullopt;
  const Box& box = first.table.box;
  std::vector<ColumnHead> heads;
  for (const HeaderBlock& leaf : first.header->leaves) {
    ColumnHead head{leaf.box.x0, leaf.box.x1, box.x0, box.x1};
    const double middle = leaf.box.Center().x;
    for (const double edge : first.header->edges) {
      if (edge <= middle) head.low = std::max(head.low, edge);
      if (edge > middle) head.high = std::min(head.high, edge);
    }
    heads.push_back(head);
  }
  return FindLevelColumns(box.x0, box.x1, heads, first.header->edges, rows);
}

// The rulings of every part, each in its page's frame; nullopt if the table cannot be understood.
std::optional<std::vector<std::vector<Ruling>>> Complete(const std::vector<Part>& chain) {
  if (!chain.front().table.HasHeader()) return std::nullopt;
  const Box frame = chain.front().table.box;
  std::vector<Part> parts;
  for (const Part& part : chain) parts.push_back(LaidOn(frame, part));
  const std::optional<LevelColumns> columns = ColumnsOfTable(&parts);
  if (!columns) return std::nullopt;
  std::vector<const LevelStrip*> strips;
  for (const Part& part : parts)
    for (const LevelStrip& strip : part.table.strips) strips.push_back(&strip);
  const std::vector<double> fill = FillOf(RowsOf(parts), columns->xs);
  std::vector<std::vector<Ruling>> all;
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool other_heads =
        parts[i].header && parts[i].header->leaves.size() != parts[0].header->leaves.size();
    auto rulings = Completer(parts[i], *columns, fill, HasRowRulings(strips)).Run();
    if (!rulings || other_heads) return std::nullopt;
    const Box& page = chain[i].table.box;
    const auto back = [&](double x) {
      return page.x0 + (x - frame.x0) * page.Width() / frame.Width();
    };
    for (Ruling& ruling : *rulings) {
      if (!ruling.horizontal) ruling.at = back(ruling.at);
      if (ruling.horizontal) ruling.from = back(ruling.from), ruling.to = back(ruling.to);
    }
    all.push_back(std::move(*rulings));
  }
  return all;
}

// Tables that go over pages, in order.
std::vector<std::vector<Part>> FindChains(const std::vector<WordPage>& pages) {
  std::vector<std::vector<Part>> chains;
  for (size_t p = 0; p < pages.size(); ++p) {
    bool first = true;
    for (LevelTable& table : FindLevelTables(pages[p], FindLattices(pages[p].rulings))) {
      Part part{p, std::move(table), std::nullopt};
      if (!part.table.header.empty()) part.header = ReadLevelHeader(part.table);
      if (first && !chains.empty() && GoesOn(chains.back().front(), chains.back().back(), &part)) {
        chains.back().push_back(std::move(part));
      } else {
        chains.push_back({std::move(part)});
      }
      first = false;
    }
  }
  return chains;
}

void Take(const std::vector<Part>& parts, const std::vector<std::vector<Ruling>>& rulings,
          std::vector<AddedRulings>* added) {
  for (size_t i = 0; i < parts.size(); ++i) {
    AddedRulings& page = (*added)[parts[i].page];
    page.rulings.insert(page.rulings.end(), rulings[i].begin(), rulings[i].end());
    page.tables.push_back(parts[i].table.box);
  }
}

}  // namespace

std::vector<AddedRulings> CompleteRulings(const std::vector<WordPage>& pages) {
  std::vector<AddedRulings> added(pages.size());
  for (const std::vector<Part>& chain : FindChains(pages)) {
    if (const auto rulings = Complete(chain)) {
      Take(chain, *rulings, &added);
    } else if (chain.size() > 1) {
      for (const Part& part : chain)
        if (const auto own = Complete({part})) Take({part}, *own, &added);
    }
  }
  return added;
}

}  // namespace juesuan
