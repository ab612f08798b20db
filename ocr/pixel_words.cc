#include "ocr/pixel_words.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/lattice.h"
#include "base/page_turn.h"
#include "base/text.h"
#include "ocr/faint_sign.h"
#include "ocr/harmed_figures.h"
#include "ocr/hiding_marks.h"
#include "ocr/line_image.h"
#include "ocr/lost_hairlines.h"
#include "ocr/reading_text.h"
#include "ocr/regions.h"
#include "ocr/ruling_eraser.h"
#include "ocr/run_together.h"
#include "ocr/standing.h"
#include "ocr/word_order.h"

namespace juesuan {
namespace {

constexpr double kLowFigure = 0.8;    // of the usual height
constexpr double kHighFigure = 1.3;   // of the usual height; a comma hangs lower than a digit
constexpr size_t kEnoughFigures = 5;  // to know what is usual
constexpr char kLeader[] = "......";  // how every leader is written, however long
constexpr size_t kWhitesTried = 2;    // three cells side by side have as many between them
constexpr double kDoubted = 0.5;      // the most a figure in doubt can score

Box ToPoints(const PixelBox& box, double dpi) {
  const double scale = 72 / dpi;
  return Round2(Box{box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale});
}

// All figures of a table are equally high. One that is lower was cut, one that is higher holds ink
// that is not its own: whatever was read there is in doubt.
void DoubtOddHeights(const std::vector<size_t>& in_cells, std::vector<Word>* words) {
  std::vector<size_t> figures;
  std::vector<double> heights;
  for (const size_t i : in_cells) {
    if (!IsFigure((*words)[i].Text())) continue;
    figures.push_back(i);
    heights.push_back((*words)[i].box.Height());
  }
  if (figures.size() < kEnoughFigures) return;
  std::nth_element(heights.begin(), heights.begin() + heights.size() / 2, heights.end());
  const double usual = heights[heights.size() / 2];
  for (const size_t i : figures) {
    Reading& first = (*words)[i].readings.front();
    const double height = (*words)[i].box.Height();
    if (height < kLowFigure * usual || height > kHighFigure * usual)
      first.score = std::min(first.score, kDoubted);
  }
}

// The picture has a sign before the figure: a reading that begins with a digit left it out.
void DoubtMissingSign(std::vector<Reading>* readings) {
  for (Reading& reading : *readings)
    if (!reading.text.empty() && HasDigit(reading.text.substr(0, 1)))
      reading.score = std::min(reading.score, kDoubted);
}

struct ReadLine {
  InkLine line;
  std::vector<Reading> readings;
};

Result<ReadLine> ReadOne(const Raster& grey, const InkLine& line, LineReader* reader) {
  const std::string strokes = line.leader ? kLeader : DashOf(grey, line);
  if (!strokes.empty()) return ReadLine{line, {{reader->First(), strokes, 1, {}}}};
  JUESUAN_TRY(std::vector<Reading> readings,
              reader->Read(CutLine(grey, WithFaintSign(grey, line))));
  return ReadLine{line, std::move(readings)};
}

bool IsDash(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return std::all_of(points.begin(), points.end(),
                     [](char32_t c) { return c == U'-' || c == U'—' || c == U'一'; });
}

// `figures` as every reading of them writes it, however long it takes a dash for.
std::u32string WithLevelDashes(const std::string& figures) {
  std::u32string out;
  for (const char32_t c : ToCodePoints(figures)) {
    const bool dash = IsDash(ToUtf8(std::u32string(1, c)));
    if (!dash || out.empty() || out.back() != U'-') out.push_back(dash ? U'-' : c);
  }
  return out;
}

// The two parts of a line, if they read as the figures of `cells` do. What is left of white as wide
// as that between cells (`wide`) may be another figure than was read.
Result<std::vector<ReadLine>> ReadParts(const Raster& grey, const std::vector<InkLine>& parts,
                                        const TwoCells& cells, bool wide, LineReader* reader) {
  if (parts.empty()) return std::vector<ReadLine>{};
  JUESUAN_TRY(ReadLine left, ReadOne(grey, parts[0], reader));
  JUESUAN_TRY(ReadLine right, ReadOne(grey, parts[1], reader));
  if (left.readings.empty() || right.readings.empty()) return std::vector<ReadLine>{};
  const auto fits = [&](const ReadLine& part, const std::string& cell) {
    if (!DashOf(grey, part.line).empty()) return IsDash(cell);
    const std::string& text = part.readings.front().text;
    const bool figure = !IsCjk(ToCodePoints(cell).front()) || IsDash(cell);
    return figure ? WithLevelDashes(text) == WithLevelDashes(cell) : !IsFigure(text);
  };
  const bool dash = !DashOf(grey, parts[0]).empty();
  const bool figure = wide && (dash || IsFigure(left.readings.front().text));
  if (!figure && !fits(left, cells.left)) return std::vector<ReadLine>{};
  if (!fits(right, cells.right)) return std::vector<ReadLine>{};
  return std::vector<ReadLine>{std::move(left), std::move(right)};
}

// Reads the parts of what turned out to be two cells; leaves it if they do not make sense either.
Status PartRunTogether(const Raster& grey, LineReader* reader, std::vector<ReadLine>* lines) {
  // A part goes to the end, and may be two cells again.
  for (size_t i = 0; i < lines->size(); ++i) {
    const ReadLine& whole = (*lines)[i];
    if (!whole.line.in_frame || whole.readings.empty()) continue;
    const TwoCells cells = TwoCellsOf(whole.readings.front().text);
    if (cells.left.empty()) continue;
    std::vector<ReadLine> parts;
    if (!IsCjk(ToCodePoints(cells.left).front())) {
      JUESUAN_TRY(parts, ReadParts(grey, PartAfterAmount(grey, whole.line), cells, true, reader));
    }
    for (size_t rank = 0; parts.empty() && rank < kWhitesTried; ++rank) {
      JUESUAN_TRY(parts,
                  ReadParts(grey, PartAtWidest(grey, whole.line, rank), cells, false, reader));
    }
    if (parts.empty()) continue;
    (*lines)[i] = std::move(parts[0]);
    lines->push_back(std::move(parts[1]));
  }
  return Ok();
}

// The readings of every line. Long figures go first: they teach the reader the page's digits, and
// the many short ones after them are known.
Result<std::vector<ReadLine>> ReadLines(const Raster& grey, const std::vector<InkLine>& lines,
                                        LineReader* reader) {
  std::vector<size_t> order(lines.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return lines[a].ink.Width() > lines[b].ink.Width(); });
  std::vector<ReadLine> out(lines.size());
  for (const size_t i : order) {
    JUESUAN_TRY(out[i], ReadOne(grey, lines[i], reader));
  }
  JUESUAN_RETURN_IF_ERROR(PartRunTogether(grey, reader, &out));
  for (ReadLine& read : out) {
    if (read.line.leader || !DashOf(grey, read.line).empty()) continue;
    const InkLine signed_line = WithFaintSign(grey, read.line);
    reader->Settle(CutLine(grey, signed_line), &read.readings);
    if (signed_line.ink.x0 < read.line.ink.x0) DoubtMissingSign(&read.readings);
  }
  return out;
}

// Whether the page's thin strokes are lost; if so, what cannot be told for it is not read.
bool RefuseWhereHairlinesAreLost(const Raster& grey, std::vector<ReadLine>* lines) {
  if (!IsBlackAndWhite(grey)) return false;
  HairlineCheck check;
  for (const ReadLine& read : *lines)
    if (!read.readings.empty()) check.Look(grey, read.line, read.readings.front().text);
  if (!check.AreLost()) return false;
  for (ReadLine& read : *lines) RefuseLostHairlines(&read.readings);
  return true;
}

// A page, its picture without rulings, and the lines in it.
struct Sheet {
  Page page;
  Raster grey;
  Raster marked;  // with its watermark, without rulings; empty where the page has no kHarmingMark
  std::vector<InkLine> lines;
};

Sheet SheetOf(const Page& page, const Raster& clean, const Raster& marked) {
  Sheet sheet{page, EraseRulings(clean, page.rulings), {}, {}};
  if (!marked.IsEmpty()) sheet.marked = EraseRulings(marked, page.rulings);
  sheet.lines =
      FindInkLines(sheet.grey, FindLattices(page.rulings), FindFramesOfColumns(page.rulings));
  return sheet;
}

void Turn(int turn, Sheet* sheet) {
  TurnPage(turn, &sheet->page);
  sheet->grey = TurnRaster(sheet->grey, turn);
  if (!sheet->marked.IsEmpty()) sheet->marked = TurnRaster(sheet->marked, turn);
  sheet->lines = FindInkLines(sheet->grey, FindLattices(sheet->page.rulings),
                              FindFramesOfColumns(sheet->page.rulings));
}

// A page is laid on its side only if its text is then read: tables of shapes may deceive.
Status SetUpright(LineReader* reader, Sheet* sheet) {
  const bool runs_down = TextRunsDown(sheet->grey);
  Sheet turned;
  if (runs_down) {
    turned = *sheet;
    Turn(90, &turned);
  }
  Sheet& tried = runs_down ? turned : *sheet;
  JUESUAN_TRY(const Standing standing, FindStanding(tried.grey, tried.lines, reader));
  if (standing == Standing::kUpsideDown) Turn(180, &tried);
  if (runs_down && standing != Standing::kUnknown) *sheet = std::move(turned);
  return Ok();
}

}  // namespace

Result<WordPage> ReadPixelWords(const Page& page, const Raster& clean, const Raster& marked,
                                LineReader* reader) {
  JUESUAN_CHECK(clean.channels == 1 && clean.dpi > 0 && !clean.IsEmpty());
  reader->StartPage();
  Sheet sheet = SheetOf(page, clean, marked);
  if (page.kind == PageKind::kScan) JUESUAN_RETURN_IF_ERROR(SetUpright(reader, &sheet));
  const Raster& grey = sheet.grey;
  const std::vector<InkLine>& lines = sheet.lines;
  WordPage out;
  out.page = page.number;
  out.frame = sheet.page.frame;
  out.kind = page.kind;
  out.rulings = sheet.page.rulings;
  const std::vector<Lattice> lattices = FindLattices(sheet.page.rulings);
  JUESUAN_TRY(std::vector<ReadLine> read, ReadLines(grey, lines, reader));
  for (ReadLine& one : read)
    if (IsBesideHarm(sheet.page, one.line, grey.dpi))
      JUESUAN_RETURN_IF_ERROR(DoubtHarmed(sheet.marked, one.line, reader, &one.readings));
  const char* why_unread = RefuseWhereHairlinesAreLost(grey, &read)
                               ? "thin strokes are lost here: a 1 may be a 4"
                               : "no engine reads the ink here";
  std::vector<size_t> in_cells;
  for (ReadLine& one : read) {
    Word word;
    word.box = ToPoints(one.line.ink, grey.dpi);
    word.size = Round2(word.box.Height());
    word.readings = std::move(one.readings);
    if (word.readings.empty()) {
      out.unread.push_back({word.box, why_unread});
    } else {
      if (one.line.in_cell) in_cells.push_back(out.words.size());
      out.words.push_back(std::move(word));
    }
  }
  DoubtOddHeights(in_cells, &out.words);
  if (!lines.empty())
    DoubtHiddenPrint(sheet.page, lattices, lines.front().usual_height * 72 / grey.dpi, &out);
  SortInReadingOrder(&out.words);
  return out;
}

Result<std::vector<std::vector<Reading>>> ReadCellsAgain(const Page& page, const Raster& clean,
                                                         const std::vector<Box>& cells,
                                                         LineReader* reader) {
  JUESUAN_CHECK(clean.channels == 1 && clean.dpi > 0 && !clean.IsEmpty());
  const Raster grey = EraseRulings(clean, page.rulings);
  const std::vector<InkLine> lines = FindCellLines(grey, FindLattices(page.rulings));
  std::vector<std::vector<Reading>> out;
  for (const Box& cell : cells) {
    std::vector<const InkLine*> inside;
    for (const InkLine& line : lines)
      if (cell.Contains(ToPoints(line.ink, grey.dpi).Center())) inside.push_back(&line);
    out.emplace_back();
    if (inside.size() != 1 || !DashOf(grey, *inside.front()).empty()) continue;
    JUESUAN_TRY(out.back(),
                reader->ReadNumberBySecond(CutLine(grey, WithFaintSign(grey, *inside.front()))));
  }
  return out;
}

}  // namespace juesuan
