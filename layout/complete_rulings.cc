#include "layout/complete_rulings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/lattice.h"
#include "layout/level_columns.h"
#include "layout/level_header.h"
#include "layout/level_rows.h"
#include "layout/level_rulings.h"
#include "layout/level_table.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kSameWidth = 0.02;  // of a table's width
constexpr double kSameEdge = 0.01;   // of a table's width: columns of two ruled headers
constexpr double kSameHeads = 0.75;  // of the heads must read the same
constexpr size_t kFewestColumns = 2;

// A part of a table on one page.
struct Part {
  size_t page = 0;
  LevelTable table;
  std::optional<LevelHeader> header;  // of a header without upright rulings
};

// The rows of the body, without 栏次.
std::vector<const LevelRow*> RowsOf(const std::vector<Part>& parts) {
  std::vector<const LevelRow*> rows;
  for (const Part& part : parts)
    for (const LevelStrip& strip : part.table.strips)
      for (const LevelRow& row : strip.rows)
        if (!IsNumberRow(row)) rows.push_back(&row);
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
  for (double& x : part.table.header_edges) lay(&x);
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

double SizeOf(const std::vector<const LevelRow*>& rows) {
  double size = 1e9;
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) size = std::min(size, word.size);
  return size;
}

// Narrows the limits of each head to the edges around its middle.
std::vector<ColumnHead> Limited(std::vector<ColumnHead> heads, const std::vector<double>& edges) {
  for (ColumnHead& head : heads) {
    const double middle = (head.x0 + head.x1) / 2;
    for (const double edge : edges) {
      if (edge <= middle) head.low = std::max(head.low, edge);
      if (edge > middle) head.high = std::min(head.high, edge);
    }
  }
  return heads;
}

// Under a ruled header: its columns, and those of the body that one of them heads.
std::vector<LevelColumns> ColumnsUnderLattice(const LevelTable& table,
                                              const std::vector<const LevelRow*>& rows) {
  LevelColumns printed;
  printed.xs = table.header_xs;
  std::vector<ColumnHead> heads;
  for (size_t c = 0; c + 1 < printed.xs.size(); ++c) {
    const double low = printed.xs[c], high = printed.xs[c + 1], middle = (low + high) / 2;
    printed.head.push_back(c);
    heads.push_back({middle, middle, low, high});
  }
  std::vector<LevelColumns> ways;
  if (const auto columns =
          FindLevelColumns(table.box.x0, table.box.x1, heads, table.header_edges, rows))
    ways.push_back(*columns);
  ways.push_back(std::move(printed));
  return ways;
}

// The columns of a table from the header of its first part and the bodies of all: the ways to try,
// the surest first.
std::vector<LevelColumns> ColumnsOfTable(std::vector<Part>* parts) {
  const Part& first = parts->front();
  const std::vector<const LevelRow*> rows = RowsOf(*parts);
  if (!first.table.header_xs.empty()) return ColumnsUnderLattice(first.table, rows);
  for (Part& part : *parts)
    if (part.header) JoinSpacedLetters(rows, &*part.header);
  if (!first.header || first.header->leaves.size() < kFewestColumns) return {};
  const Box& box = first.table.box;
  std::vector<ColumnHead> heads;
  for (const HeaderBlock& leaf : first.header->leaves)
    heads.push_back({leaf.box.x0, leaf.box.x1, box.x0, box.x1});
  const std::vector<double>& edges = first.header->edges;
  std::vector<LevelColumns> ways;
  const auto add = [&](const std::vector<double>& known) {
    if (auto columns = FindLevelColumns(box.x0, box.x1, Limited(heads, known), known, rows))
      ways.push_back(std::move(*columns));
  };
  if (const auto centred = EdgesOfCentredHeads(box.x0, box.x1, heads, edges, SizeOf(rows)))
    add(*centred);
  add(edges);
  return ways;
}

// Lays rulings back on the frame of the page that they belong to.
void LayBack(const Box& frame, const Box& page, std::vector<Ruling>* rulings) {
  const auto back = [&](double* x) {
    *x = page.x0 + (*x - frame.x0) * page.Width() / frame.Width();
  };
  for (Ruling& ruling : *rulings) {
    if (!ruling.horizontal) back(&ruling.at);
    if (ruling.horizontal) back(&ruling.from), back(&ruling.to);
  }
}

// The rulings of every part, laid on the frame of the first; nullopt if one of them does not fit.
std::optional<std::vector<std::vector<Ruling>>> RulingsOf(const std::vector<Part>& parts,
                                                          const LevelColumns& columns) {
  std::vector<const LevelStrip*> strips;
  for (const Part& part : parts)
    for (const LevelStrip& strip : part.table.strips) strips.push_back(&strip);
  const std::vector<ColumnText> texts = TextsOfColumns(RowsOf(parts), columns.xs);
  const RowStyle style = StyleOfRows(strips);
  std::vector<std::vector<Ruling>> all;
  for (const Part& part : parts) {
    if (part.header && part.header->leaves.size() != parts[0].header->leaves.size())
      return std::nullopt;
    auto rulings = RulingsOfTable(part.table, part.header, columns, texts, style);
    if (!rulings) return std::nullopt;
    all.push_back(std::move(*rulings));
  }
  return all;
}

// The rulings of every part, each in its page's frame; nullopt if the table cannot be understood.
std::optional<std::vector<std::vector<Ruling>>> Complete(std::vector<Part> chain) {
  if (!chain.front().table.HasHeader()) {
    const std::optional<LevelTable> table = WithHeaderOfRows(chain.front().table);
    if (!table) return std::nullopt;
    chain.front() = {chain.front().page, *table, ReadLevelHeader(*table)};
  }
  const Box frame = chain.front().table.box;
  std::vector<Part> parts;
  for (const Part& part : chain) parts.push_back(LaidOn(frame, part));
  for (const LevelColumns& columns : ColumnsOfTable(&parts)) {
    auto all = RulingsOf(parts, columns);
    if (!all) continue;
    for (size_t i = 0; i < chain.size(); ++i) LayBack(frame, chain[i].table.box, &(*all)[i]);
    return all;
  }
  return std::nullopt;
}

// Whether `next`, the first table of its page, may go on where `last`, the last of its own, ends.
// If it has the header and then the rest of a cut row, that is put right.
bool GoesOn(const Part& first, const Part& last, Part* next) {
  if (next->page != last.page + 1 ||
      std::abs(next->table.box.Width() / last.table.box.Width() - 1) > kSameWidth)
    return false;
  if (!next->table.HasHeader() || SameHeader(first, *next)) return true;
  if (const auto table = WithoutLastHeaderStrip(next->table)) {
    Part other{next->page, *table, ReadLevelHeader(*table)};
    if (SameHeader(first, other)) {
      *next = std::move(other);
      return true;
    }
  }
  if (!next->table.header_xs.empty() || Complete({*next})) return false;
  *next = {next->page, WithoutHeader(next->table), std::nullopt};
  return true;
}

// Tables that go over pages, in order.
std::vector<std::vector<Part>> FindChains(const std::vector<WordPage>& pages) {
  std::vector<std::vector<Part>> chains;
  for (size_t p = 0; p < pages.size(); ++p) {
    bool first = true;
    const bool follows = !chains.empty() && chains.back().back().page + 1 == p;
    const LevelTable* before = follows ? &chains.back().back().table : nullptr;
    for (LevelTable& table : FindLevelTables(pages[p], FindLattices(pages[p].rulings), before)) {
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
  for (std::vector<Part>& chain : FindChains(pages)) {
    // A part that does not fit is a table of its own.
    while (!chain.empty()) {
      std::vector<Part> parts = chain;
      auto rulings = Complete(parts);
      while (!rulings && parts.size() > 1) {
        parts.pop_back();
        rulings = Complete(parts);
      }
      if (rulings) Take(parts, *rulings, &added);
      chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(parts.size()));
    }
  }
  return added;
}

}  // namespace juesuan
