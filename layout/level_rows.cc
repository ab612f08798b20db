#include "layout/level_rows.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace juesuan {
namespace {

// In type sizes.
constexpr double kBaseline = 0.35;  // between the middles of words on one line
constexpr double kBeside = 0.35;    // between a label's middle, or first line, and its figures
constexpr double kFull = 2.5;       // that a line which wraps may leave free
constexpr double kOverlap = 0.3;    // by which two rows may reach into each other
constexpr double kHalf = 0.4;       // of a word above its middle

constexpr double kSameSpace = 1.12;  // of the least space between lines of one cell
constexpr double kTighter = 0.95;    // of the pitch of figures: that space is less
constexpr size_t kFewest = 3;        // strips that tell whether each is a row

size_t ColumnOf(const LevelWord& word, const std::vector<double>& xs) {
  const auto after = std::upper_bound(xs.begin() + 1, xs.end() - 1, word.box.Center().x);
  return static_cast<size_t>(after - xs.begin()) - 1;
}

double Middle(const LevelWord& word) { return word.box.Center().y; }

// Words on one height, in one column; or several such lines.
struct Cell {
  std::vector<LevelWord> words;
  double first = 0, last = 0;  // heights of its first and last line
  double size = 0;

  double Centre() const { return (first + last) / 2; }
  double Top() const { return first - kHalf * size; }
  double Foot() const { return last + kHalf * size; }
};

// Words on one height, whichever comes first.
std::vector<Cell> LinesOf(std::vector<LevelWord> words) {
  std::sort(words.begin(), words.end(), [](const LevelWord& a, const LevelWord& b) {
    return std::make_tuple(Middle(a), a.box.x0) < std::make_tuple(Middle(b), b.box.x0);
  });
  std::vector<Cell> lines;
  for (const LevelWord& word : words) {
    if (lines.empty() || Middle(word) - lines.back().first > kBaseline * word.size) {
      lines.push_back({{}, Middle(word), Middle(word), word.size});
    }
    lines.back().words.push_back(word);
  }
  return lines;
}

// Cells of labels of every column, and the lines of figures.
struct Content {
  std::vector<Cell> figures;              // top to bottom, over all columns
  std::vector<std::vector<Cell>> labels;  // by column: lines
};

Content ContentOf(const LevelStrip& strip, const std::vector<double>& xs) {
  std::vector<LevelWord> figures;
  std::vector<std::vector<LevelWord>> labels(xs.size() - 1);
  for (const LevelRow& row : strip.rows)
    for (const LevelWord& word : row.words)
      (word.number ? figures : labels[ColumnOf(word, xs)]).push_back(word);
  Content content;
  content.figures = LinesOf(std::move(figures));
  for (std::vector<LevelWord>& words : labels) content.labels.push_back(LinesOf(std::move(words)));
  return content;
}

double Pitch(const std::vector<Cell>& figures) {
  std::vector<double> pitches;
  for (size_t i = 1; i < figures.size(); ++i)
    pitches.push_back(figures[i].first - figures[i - 1].first);
  if (pitches.empty()) return 1e9;
  return *std::min_element(pitches.begin(), pitches.end());
}

// The space between two lines of one cell; 0 where no label wraps.
double LineSpace(const Content& content) {
  double space = 1e9;
  for (const std::vector<Cell>& lines : content.labels)
    for (size_t i = 1; i < lines.size(); ++i)
      space = std::min(space, lines[i].first - lines[i - 1].first);
  return space < kTighter * Pitch(content.figures) ? space : 0;
}

bool IsFull(const Cell& line, double fill) {
  double end = 0;
  for (const LevelWord& word : line.words) end = std::max(end, word.box.x1);
  return end >= fill - kFull * line.size;
}

// Whether no figures stand beside a cell, or one line of them at its middle or its first line.
bool FitsFigures(const Cell& cell, const std::vector<Cell>& figures) {
  for (const Cell& line : figures) {
    if (line.first < cell.Top() || line.first > cell.Foot()) continue;
    const double slack = kBeside * cell.size;
    if (std::abs(line.first - cell.Centre()) > slack && std::abs(line.first - cell.first) > slack)
      return false;
  }
  return true;
}

// The lines of one column as cells.
std::vector<Cell> CellsOf(const std::vector<Cell>& lines, double fill, double space,
                          const std::vector<Cell>& figures) {
  std::vector<Cell> cells;
  for (size_t first = 0, last; first < lines.size(); first = last) {
    last = first + 1;
    while (last < lines.size() && IsFull(lines[last - 1], fill) &&
           lines[last].first - lines[last - 1].first <= kSameSpace * space)
      ++last;
    Cell cell = lines[first];
    for (size_t i = first + 1; i < last; ++i) {
      cell.words.insert(cell.words.end(), lines[i].words.begin(), lines[i].words.end());
      cell.last = lines[i].last;
    }
    if (FitsFigures(cell, figures)) {
      cells.push_back(std::move(cell));
    } else {
      cells.insert(cells.end(), lines.begin() + static_cast<std::ptrdiff_t>(first),
                   lines.begin() + static_cast<std::ptrdiff_t>(last));
    }
  }
  return cells;
}

// A row under construction.
struct Row {
  double centre = 0;
  LevelRow row;
};

void Add(const Cell& cell, LevelRow* row) {
  row->y0 = row->words.empty() ? cell.Top() : std::min(row->y0, cell.Top());
  row->y1 = row->words.empty() ? cell.Foot() : std::max(row->y1, cell.Foot());
  row->words.insert(row->words.end(), cell.words.begin(), cell.words.end());
}

std::optional<std::vector<LevelRow>> Assemble(const std::vector<Cell>& figures,
                                              const std::vector<Cell>& labels) {
  std::vector<Row> rows;
  for (const Cell& line : figures) {
    rows.push_back({line.first, {}});
    Add(line, &rows.back().row);
  }
  const auto put = [&](const Cell& cell, double at) {
    for (Row& row : rows)
      if (std::abs(row.centre - at) <= kBeside * cell.size) return Add(cell, &row.row), true;
    return false;
  };
  for (const Cell& cell : labels) {
    if (put(cell, cell.Centre()) || put(cell, cell.first)) continue;
    rows.push_back({cell.Centre(), {}});
    Add(cell, &rows.back().row);
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.centre < b.centre; });
  std::vector<LevelRow> out;
  for (Row& row : rows) {
    const double size = row.row.words.front().size;
    if (!out.empty() && row.row.y0 < out.back().y1 - kOverlap * size) return std::nullopt;
    out.push_back(std::move(row.row));
  }
  return out;
}

size_t FigureLines(const LevelStrip& strip) {
  return static_cast<size_t>(std::count_if(strip.rows.begin(), strip.rows.end(),
                                           [](const LevelRow& row) { return row.HasNumber(); }));
}

}  // namespace

std::optional<std::vector<LevelRow>> RowsOfStrip(const LevelStrip& strip,
                                                 const std::vector<double>& xs,
                                                 const std::vector<double>& fill, bool single) {
  if (single && FigureLines(strip) <= 1) {
    LevelRow row;
    for (const LevelRow& part : strip.rows) {
      if (row.words.empty()) row.y0 = part.y0;
      row.y1 = part.y1;
      row.words.insert(row.words.end(), part.words.begin(), part.words.end());
    }
    if (row.words.empty()) return std::vector<LevelRow>();
    return std::vector<LevelRow>{row};
  }
  const Content content = ContentOf(strip, xs);
  const double space = LineSpace(content);
  std::vector<Cell> labels;
  for (size_t c = 0; c < content.labels.size(); ++c)
    for (Cell& cell : CellsOf(content.labels[c], fill[c], space, content.figures))
      labels.push_back(std::move(cell));
  return Assemble(content.figures, labels);
}

bool HasRowRulings(const std::vector<const LevelStrip*>& strips) {
  const auto rows = std::count_if(strips.begin(), strips.end(),
                                  [](const LevelStrip* strip) { return FigureLines(*strip) <= 1; });
  return strips.size() >= kFewest && 5 * static_cast<size_t>(rows) >= 4 * strips.size();
}

std::vector<double> FillOf(const std::vector<const LevelRow*>& rows,
                           const std::vector<double>& xs) {
  std::vector<double> fill(xs.size() - 1);
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) {
      double& column = fill[ColumnOf(word, xs)];
      column = std::max(column, word.box.x1);
    }
  return fill;
}

}  // namespace juesuan
