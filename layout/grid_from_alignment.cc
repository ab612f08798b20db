#include "layout/grid_from_alignment.h"

#include <algorithm>

#include "layout/text_class.h"
#include "layout/text_lines.h"

namespace juesuan {
namespace {

constexpr double kColumnGap = 1.0;  // em between two pieces of a line
constexpr double kNumberGap = 0.4;  // em between a number and what stands beside it
constexpr double kWhite = 0.5;      // em of white between two columns
constexpr double kFarBelow = 3.0;   // line heights: a wider space ends the table
constexpr size_t kMinRows = 3, kMinColumns = 3, kMinNumberColumns = 2;
constexpr size_t kDeepestHeader = 6;  // lines

struct Piece {
  std::vector<const Word*> words;
  Box box;
  bool number = false;
};

struct Line {
  std::vector<Piece> pieces;
  Box box;
  double size = 0;
  bool leader = false;

  size_t Numbers() const {
    return static_cast<size_t>(std::count_if(pieces.begin(), pieces.end(),
                                             [](const Piece& piece) { return piece.number; }));
  }
  bool IsData() const { return !leader && pieces.size() >= 2 && Numbers() >= 1; }
};

bool IsNumberWord(const Word& word) { return IsNumber(word.Text()) || IsPlaceholder(word.Text()); }

// Pieces of a line: parted by a wide gap, and by a small one where a number meets words.
std::vector<std::vector<const Word*>> PiecesOfLine(const std::vector<const Word*>& words) {
  std::vector<std::vector<const Word*>> pieces;
  for (const auto& wide : CutAtGaps(words, kColumnGap)) {
    for (const auto& small : CutAtGaps(wide, kNumberGap)) {
      const bool parts = pieces.empty() || small.front() == wide.front() ||
                         IsNumberWord(*small.front()) || IsNumberWord(*pieces.back().back());
      if (parts) {
        pieces.push_back(small);
      } else {
        pieces.back().insert(pieces.back().end(), small.begin(), small.end());
      }
    }
  }
  return pieces;
}

Line LineOf(int page, const std::vector<const Word*>& words) {
  Line line;
  for (auto& piece_words : PiecesOfLine(words)) {
    const TextLine text = JoinWords(page, piece_words);
    line.leader = line.leader || HasDotLeader(text.Text());
    line.box = Union(line.box, text.box);
    line.size = std::max(line.size, text.size);
    const bool number = IsNumber(text.Text()) || IsPlaceholder(text.Text());
    line.pieces.push_back({std::move(piece_words), text.box, number});
  }
  return line;
}

struct Band {
  double from = 0, to = 0;
  int numbers = 0, words = 0;
};

// A run of lines, half open.
struct Run {
  size_t first = 0, last = 0;
};

// The columns of a run: stretches of ink over all its lines, parted by white. Empty where they do
// not make a table.
std::vector<Band> ColumnsOf(const std::vector<Line>& lines, const Run& run) {
  std::vector<Box> boxes;
  double size = 1e9;
  for (size_t i = run.first; i < run.last; ++i) {
    for (const Piece& piece : lines[i].pieces) boxes.push_back(piece.box);
    size = std::min(size, lines[i].size);
  }
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  std::vector<Band> bands;
  for (const Box& box : boxes) {
    if (bands.empty() || box.x0 - bands.back().to > kWhite * size) {
      bands.push_back({box.x0, box.x1, 0, 0});
    } else {
      bands.back().to = std::max(bands.back().to, box.x1);
    }
  }
  return bands;
}

size_t BandOf(const std::vector<Band>& bands, const Box& box) {
  size_t best = 0;
  double most = -1e9;
  for (size_t i = 0; i < bands.size(); ++i) {
    const double shared = std::min(box.x1, bands[i].to) - std::max(box.x0, bands[i].from);
    if (shared > most) most = shared, best = i;
  }
  return best;
}

// Counts what stands in the columns; false if the run is no table.
bool IsTable(const std::vector<Line>& lines, const Run& run, std::vector<Band>& bands) {
  if (bands.size() < kMinColumns) return false;
  size_t full_rows = 0;
  for (size_t i = run.first; i < run.last; ++i) {
    std::vector<int> pieces(bands.size());
    for (const Piece& piece : lines[i].pieces) {
      const size_t band = BandOf(bands, piece.box);
      if (++pieces[band] > 1) return false;
      ++(piece.number ? bands[band].numbers : bands[band].words);
    }
    if (lines[i].pieces.size() >= kMinColumns && lines[i].Numbers() > 0) ++full_rows;
  }
  const auto number_columns = std::count_if(bands.begin(), bands.end(), [](const Band& band) {
    return band.numbers >= 2 && band.numbers > band.words;
  });
  return full_rows >= kMinRows && static_cast<size_t>(number_columns) >= kMinNumberColumns;
}

// Runs of data lines; lines between them that are no data (a section's label) belong to the run.
std::vector<Run> FindRuns(const std::vector<Line>& lines) {
  std::vector<Run> runs;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].IsData()) continue;
    bool joins = !runs.empty();
    for (size_t j = joins ? runs.back().last : i; joins && j <= i; ++j) {
      const double space = lines[j].box.y0 - lines[j - 1].box.y1;
      joins = space < kFarBelow * lines[i].box.Height() && !lines[j].leader;
    }
    if (joins) {
      runs.back().last = i + 1;
    } else {
      runs.push_back({i, i + 1});
    }
  }
  return runs;
}

bool RulingBetween(const std::vector<Ruling>& rulings, const Line& above, const Line& below) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& r) {
    return r.horizontal && r.at > above.box.Center().y && r.at < below.box.Center().y &&
           std::min(r.to, below.box.x1) - std::max(r.from, below.box.x0) > 0.8 * below.box.Width();
  });
}

// The first line of the header above a run: lines of several pieces, to the second long ruling.
size_t HeaderStart(const std::vector<Line>& lines, const Run& run, size_t floor,
                   const std::vector<Ruling>& rulings) {
  size_t start = run.first;
  int crossed = 0;
  while (start > floor && run.first - start < kDeepestHeader) {
    const Line& line = lines[start - 1];
    const bool far = lines[start].box.y0 - line.box.y1 > kFarBelow * line.box.Height();
    if (RulingBetween(rulings, line, lines[start]) && ++crossed == 2) break;
    const bool outside = line.box.x0 < lines[run.first].box.x0 - 4 * line.size ||
                         line.box.x1 > lines[run.first].box.x1 + 4 * line.size;
    const size_t pieces_needed = crossed == 1 ? 1 : 2;
    if (far || outside || line.leader || line.pieces.size() < pieces_needed) break;
    --start;
  }
  return start;
}

std::vector<double> Edges(double from, double to,
                          const std::vector<std::pair<double, double>>& spans) {
  std::vector<double> edges = {from};
  for (size_t i = 1; i < spans.size(); ++i)
    edges.push_back((spans[i - 1].second + spans[i].first) / 2);
  edges.push_back(to);
  return edges;
}

// The columns that a piece stands over: its own, and for a header's title those it reaches.
Run ColumnsUnder(const Box& box, const std::vector<double>& xs) {
  Run run{xs.size() - 2, 0};
  for (size_t c = 0; c + 1 < xs.size(); ++c) {
    const double shared = std::min(box.x1, xs[c + 1]) - std::max(box.x0, xs[c]);
    if (shared < 0.3 * std::min(box.Width(), xs[c + 1] - xs[c])) continue;
    run.first = std::min(run.first, c);
    run.last = std::max(run.last, c + 1);
  }
  if (run.last == 0) run.last = run.first + 1;
  return run;
}

// A header's pieces, those cut into words that each stand in a column of their own.
std::vector<Piece> HeaderPieces(const Line& line, const std::vector<double>& xs) {
  std::vector<Piece> pieces;
  for (const Piece& piece : line.pieces) {
    size_t after = 0;
    const bool apart = std::all_of(piece.words.begin(), piece.words.end(), [&](const Word* word) {
      const Run under = ColumnsUnder(word->box, xs);
      const bool own = under.last == under.first + 1 && under.first >= after;
      after = under.last;
      return own;
    });
    if (!apart) {
      pieces.push_back(piece);
      continue;
    }
    for (const Word* word : piece.words) pieces.push_back({{word}, word->box, false});
  }
  return pieces;
}

PageTable TableOf(int page, const std::vector<Line>& lines, const Run& run, size_t header_start,
                  const std::vector<Band>& bands) {
  PageTable table;
  table.page = page;
  table.ruled = false;
  std::vector<std::pair<double, double>> columns, rows;
  for (const Band& band : bands) columns.push_back({band.from, band.to});
  Box box;
  for (size_t i = header_start; i < run.last; ++i) {
    rows.push_back({lines[i].box.y0, lines[i].box.y1});
    box = Union(box, lines[i].box);
  }
  table.box = Round2(box);
  table.xs = Edges(box.x0, box.x1, columns);
  table.ys = Edges(box.y0, box.y1, rows);
  for (size_t i = header_start; i < run.last; ++i) {
    const int row = static_cast<int>(i - header_start);
    std::vector<std::vector<const Word*>> words(bands.size());
    std::vector<size_t> ends(bands.size(), 0);
    const bool header = i < run.first;
    const std::vector<Piece> pieces = header ? HeaderPieces(lines[i], table.xs) : lines[i].pieces;
    for (const Piece& piece : pieces) {
      const size_t band = BandOf(bands, piece.box);
      const Run under = header ? ColumnsUnder(piece.box, table.xs) : Run{band, band + 1};
      words[under.first].insert(words[under.first].end(), piece.words.begin(), piece.words.end());
      ends[under.first] = std::max(ends[under.first], under.last);
    }
    for (size_t c = 0, next; c < bands.size(); c = next) {
      next = std::max(c + 1, ends[c]);
      for (size_t d = c + 1; d < next; ++d)
        if (!words[d].empty()) next = d;
      GridCell cell;
      cell.row = row;
      cell.col = static_cast<int>(c);
      cell.col_span = static_cast<int>(next - c);
      cell.page = page;
      cell.box = Round2(Box{table.xs[c], table.ys[static_cast<size_t>(row)], table.xs[next],
                            table.ys[static_cast<size_t>(row) + 1]});
      if (!words[c].empty()) cell.lines = LinesOf(page, words[c]);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace

AlignedTables FindAlignedTables(int page, const std::vector<const Word*>& words,
                                const std::vector<Ruling>& rulings) {
  std::vector<Line> lines;
  for (const auto& line : GroupIntoLines(words)) lines.push_back(LineOf(page, line));
  AlignedTables found;
  size_t floor = 0;
  for (const Run& run : FindRuns(lines)) {
    std::vector<Band> bands = ColumnsOf(lines, run);
    if (!IsTable(lines, run, bands)) continue;
    const size_t start = HeaderStart(lines, run, floor, rulings);
    found.tables.push_back(TableOf(page, lines, run, start, bands));
    for (size_t i = floor; i < start; ++i)
      for (const Piece& piece : lines[i].pieces)
        found.rest.insert(found.rest.end(), piece.words.begin(), piece.words.end());
    floor = run.last;
  }
  for (size_t i = floor; i < lines.size(); ++i)
    for (const Piece& piece : lines[i].pieces)
      found.rest.insert(found.rest.end(), piece.words.begin(), piece.words.end());
  return found;
}

}  // namespace juesuan
