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
constexpr double kLineSpace = 1.7;  // between two lines of one cell, at most

constexpr double kNextRow = 1.15;  // of the distance of two lines of one cell: two rows
constexpr size_t kFewLines = 20;   // one line in so many may stand closer than others

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

// The space between two lines of one cell; 0 where no label wraps.
double LineSpace(const Content& content, double pitch) {
  double space = 1e9, size = 0;
  for (const std::vector<Cell>& lines : content.labels)
    for (size_t i = 1; i < lines.size(); ++i)
      if (lines[i].first - lines[i - 1].first < space)
        space = lines[i].first - lines[i - 1].first, size = lines[i].size;
  return space < kTighter * pitch && space <= kLineSpace * size ? space : 0;
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

// A row under construction, and which of the labels it has.
struct Row {
  double centre = 0;
  LevelRow row;
  std::vector<size_t> labels;
};

void Add(const Cell& cell, LevelRow* row) {
  row->y0 = row->words.empty() ? cell.Top() : std::min(row->y0, cell.Top());
  row->y1 = row->words.empty() ? cell.Foot() : std::max(row->y1, cell.Foot());
  row->words.insert(row->words.end(), cell.words.begin(), cell.words.end());
}

// Every line of figures with the labels beside it, and the labels that stand beside none.
std::vector<Row> Gather(const std::vector<Cell>& figures, const std::vector<Cell>& labels) {
  std::vector<Row> rows;
  for (const Cell& line : figures) {
    rows.push_back({line.first, {}, {}});
    Add(line, &rows.back().row);
  }
  for (size_t i = 0; i < labels.size(); ++i) {
    const Cell& cell = labels[i];
    const auto beside = [&](double at) {
      return std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return std::abs(row.centre - at) <= kBeside * cell.size;
      });
    };
    auto row = beside(cell.Centre());
    if (row == rows.end()) row = beside(cell.first);
    if (row == rows.end()) row = rows.insert(rows.end(), {cell.Centre(), {}, {}});
    Add(cell, &row->row);
    row->labels.push_back(i);
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.centre < b.centre; });
  return rows;
}

// Takes the labels of a row apart into lines, those of several lines; false if it has none.
bool TakeApart(const Row& row, std::vector<Cell>* labels) {
  bool taken = false;
  for (const size_t i : row.labels) {
    if ((*labels)[i].last <= (*labels)[i].first) continue;
    std::vector<Cell> lines = LinesOf((*labels)[i].words);
    (*labels)[i] = lines.front();
    labels->insert(labels->end(), lines.begin() + 1, lines.end());
    taken = true;
  }
  return taken;
}

bool ReachesInto(const LevelRow& above, const LevelRow& row) {
  return row.y0 < above.y1 - kOverlap * row.words.front().size;
}

// The rows, those that reach into each other as one.
std::vector<LevelRow> Merged(std::vector<Row> rows) {
  std::vector<LevelRow> out;
  for (Row& row : rows) {
    if (out.empty() || !ReachesInto(out.back(), row.row)) {
      out.push_back(std::move(row.row));
      continue;
    }
    LevelRow& above = out.back();
    above.y1 = std::max(above.y1, row.row.y1);
    above.words.insert(above.words.end(), row.row.words.begin(), row.row.words.end());
  }
  return out;
}

bool AreRead(const std::vector<Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const Row& row) {
    return std::all_of(row.row.words.begin(), row.row.words.end(),
                       [](const LevelWord& word) { return word.IsRead(); });
  });
}

// Rows that reach into each other have labels that are no cells: those are taken apart. Where that
// does not help, what a recogniser made of a mark stands between the rows of a scan: they become
// one, whose cells then hold too much to be read as amounts.
std::optional<std::vector<LevelRow>> Assemble(const std::vector<Cell>& figures,
                                              std::vector<Cell> labels) {
  for (;;) {
    std::vector<Row> rows = Gather(figures, labels);
    size_t r = 1;
    while (r < rows.size() && !ReachesInto(rows[r - 1].row, rows[r].row)) ++r;
    if (r >= rows.size()) return Merged(std::move(rows));
    const bool above = TakeApart(rows[r - 1], &labels), below = TakeApart(rows[r], &labels);
    if (above || below) continue;
    if (!AreRead(rows)) return std::nullopt;
    return Merged(std::move(rows));
  }
}

std::vector<LevelWord> FiguresOf(const LevelStrip& strip) {
  std::vector<LevelWord> figures;
  for (const LevelRow& row : strip.rows)
    for (const LevelWord& word : row.words)
      if (word.number) figures.push_back(word);
  return figures;
}

// The distance of each word to the next one below it in its column.
void AddLinePitches(const LevelStrip& strip, std::vector<double>* pitches) {
  std::vector<const LevelWord*> words;
  for (const LevelRow& row : strip.rows)
    for (const LevelWord& word : row.words) words.push_back(&word);
  std::sort(words.begin(), words.end(),
            [](const LevelWord* a, const LevelWord* b) { return Middle(*a) < Middle(*b); });
  for (size_t i = 0; i < words.size(); ++i)
    for (size_t j = i + 1; j < words.size(); ++j) {
      const double pitch = Middle(*words[j]) - Middle(*words[i]);
      if (pitch < kBaseline * words[i]->size || words[j]->box.x0 >= words[i]->box.x1 ||
          words[j]->box.x1 <= words[i]->box.x0)
        continue;
      pitches->push_back(pitch);
      break;
    }
}

size_t FigureLines(const LevelStrip& strip) {
  return static_cast<size_t>(std::count_if(strip.rows.begin(), strip.rows.end(),
                                           [](const LevelRow& row) { return row.HasNumber(); }));
}

std::vector<LevelRow> AsOneRow(const LevelStrip& strip) {
  LevelRow row;
  for (const LevelRow& part : strip.rows) {
    if (row.words.empty()) row.y0 = part.y0;
    row.y1 = part.y1;
    row.words.insert(row.words.end(), part.words.begin(), part.words.end());
  }
  if (row.words.empty()) return {};
  return {row};
}

}  // namespace

double RowPitch(const std::vector<LevelStrip>& strips) {
  std::vector<double> figures, lines;
  for (const LevelStrip& strip : strips) {
    const std::vector<Cell> rows = LinesOf(FiguresOf(strip));
    for (size_t i = 1; i < rows.size(); ++i) figures.push_back(rows[i].first - rows[i - 1].first);
    AddLinePitches(strip, &lines);
  }
  if (figures.empty() || lines.empty()) return 0;
  const auto fifth = figures.begin() + static_cast<std::ptrdiff_t>(figures.size() / 5);
  std::nth_element(figures.begin(), fifth, figures.end());
  std::sort(lines.begin(), lines.end());
  const double closest = lines[lines.size() / kFewLines];
  if (closest >= kTighter * *fifth) return *fifth;
  const auto row = std::upper_bound(lines.begin(), lines.end(), kNextRow * closest);
  return row == lines.end() ? *fifth : std::min(*fifth, *row);
}

RowStyle StyleOfRows(const std::vector<const LevelStrip*>& strips) {
  RowStyle style;
  style.pitch = 1e9;
  size_t rows = 0;
  for (const LevelStrip* strip : strips) {
    if (FigureLines(*strip) <= 1) ++rows;
    const std::vector<Cell> lines = LinesOf(FiguresOf(*strip));
    for (size_t i = 1; i < lines.size(); ++i)
      style.pitch = std::min(style.pitch, lines[i].first - lines[i - 1].first);
  }
  style.single = strips.size() >= kFewest && 5 * rows >= 4 * strips.size();
  return style;
}

std::optional<std::vector<LevelRow>> RowsOfStrip(const LevelStrip& strip,
                                                 const std::vector<double>& xs,
                                                 const std::vector<ColumnText>& texts,
                                                 const RowStyle& style) {
  if (style.single && FigureLines(strip) <= 1) return AsOneRow(strip);
  const Content content = ContentOf(strip, xs);
  const double space = LineSpace(content, style.pitch);
  std::vector<Cell> labels;
  for (size_t c = 0; c < content.labels.size(); ++c)
    for (Cell& cell : CellsOf(content.labels[c], texts[c].fill, space, content.figures))
      labels.push_back(std::move(cell));
  return Assemble(content.figures, std::move(labels));
}

std::vector<ColumnText> TextsOfColumns(const std::vector<const LevelRow*>& rows,
                                       const std::vector<double>& xs) {
  std::vector<ColumnText> texts(xs.size() - 1);
  for (const LevelRow* row : rows)
    for (const LevelWord& word : row->words) {
      ColumnText& column = texts[ColumnOf(word, xs)];
      column.fill = std::max(column.fill, word.box.x1);
      if (word.number) continue;
      column.starts.push_back(word.box.x0);
      column.middles.push_back(word.box.Center().x);
    }
  return texts;
}

}  // namespace juesuan
