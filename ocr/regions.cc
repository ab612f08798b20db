#include "ocr/regions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/mask_runs.h"
#include "ocr/gutters.h"
#include "ocr/ruling_rests.h"
#include "ocr/text_lines.h"

namespace juesuan {
namespace {

constexpr double kDefaultLine = 9;   // points, for a page without ink to measure
constexpr double kWordGap = 2.5;     // line heights: a wider gap separates words
constexpr double kColumnGap = 0.64;  // line heights: the same between level rulings
constexpr double kTileHeight = 2, kTileWidth = 6, kTileMargin = 0.5;  // line heights
constexpr double kFaintInk = 0.45;  // of the contrast that most print has
constexpr double kCellGap = 1;      // … and runs joined over less: the white of a 、
constexpr double kSmear = 1.2;      // line heights: ink nearer than that is one run of prose
constexpr double kCellSmear = 0.5;  // the same between level rulings
constexpr double kShared = 0.6;     // of the smaller of two lines' ink: one line read twice
constexpr double kSameLine = 0.5;   // of the lower run's height: shared rows of one line

// One cell with ink.
struct CellInk {
  PixelBox box;  // of the page
  Tone tone;
  Raster mask;
};

PixelBox ToPixels(const Box& box, double scale) {
  return {static_cast<int>(std::ceil(box.x0 * scale)), static_cast<int>(std::ceil(box.y0 * scale)),
          static_cast<int>(std::floor(box.x1 * scale)),
          static_cast<int>(std::floor(box.y1 * scale))};
}

PixelBox Shift(const PixelBox& box, int dx, int dy) {
  return {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
}

std::vector<Gutter> Shift(std::vector<Gutter> gutters, int dx, int dy) {
  for (Gutter& gutter : gutters) {
    gutter.x0 += dx, gutter.x1 += dx;
    gutter.y0 += dy, gutter.y1 += dy;
  }
  return gutters;
}

std::vector<CellInk> CellsWithInk(const Raster& grey, const std::vector<Lattice>& lattices) {
  std::vector<CellInk> out;
  const PixelBox page{0, 0, grey.width, grey.height};
  for (const Lattice& lattice : lattices) {
    for (const LatticeCell& cell : lattice.cells) {
      CellInk ink;
      ink.box = Intersect(ToPixels(cell.box, grey.dpi / 72), page);
      if (ink.box.IsEmpty()) continue;
      ink.tone = MeasureTone(grey, ink.box);
      if (!ink.tone.HasInk()) continue;
      ink.mask = InkMask(grey, ink.box, ink.tone);
      DropCellRests(&ink.mask);
      if (InkBounds(ink.mask, {0, 0, ink.mask.width, ink.mask.height}).IsEmpty()) continue;
      out.push_back(std::move(ink));
    }
  }
  return out;
}

double Median(std::vector<int> values, double fallback) {
  if (values.empty()) return fallback;
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The usual height of a line of text: the median strip of ink that can be one.
double UsualHeight(const std::vector<CellInk>& cells, double scale) {
  std::vector<int> heights;
  for (const CellInk& cell : cells)
    for (const int height : StripHeights(cell.mask))
      if (height >= 4 * scale && height <= 30 * scale) heights.push_back(height);
  return Median(std::move(heights), kDefaultLine * scale);
}

// Room for a crop: half the way to the lines above and below, and the area's limits.
void AddLines(const std::vector<PixelBox>& lines, const Raster& mask, const PixelBox& area,
              const InkLine& pattern, const std::vector<Gutter>& gutters,
              std::vector<InkLine>* out) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const int top = i == 0 ? 0 : (lines[i - 1].y1 + lines[i].y0) / 2;
    const int bottom =
        i + 1 == lines.size() ? mask.height : (lines[i].y1 + lines[i + 1].y0 + 1) / 2;
    const double high = std::max<double>(lines[i].Height(), pattern.usual_height);
    std::vector<LinePart> words;
    for (const PixelBox& part : pattern.in_frame
                                    ? SplitAtColumns(mask, lines[i], kColumnGap * high, gutters)
                                    : SplitAtGaps(mask, lines[i], kWordGap * high))
      for (const LinePart& word : SplitAtLeaders(mask, part, pattern.usual_height))
        words.push_back(word);
    for (size_t w = 0; w < words.size(); ++w) {
      const int left = w == 0 ? 0 : (words[w - 1].ink.x1 + words[w].ink.x0) / 2;
      const int right =
          w + 1 == words.size() ? mask.width : (words[w].ink.x1 + words[w + 1].ink.x0 + 1) / 2;
      InkLine line = pattern;
      line.leader = words[w].leader;
      line.ink = Shift(words[w].ink, area.x0, area.y0);
      // A leader stands on the line's foot, but is as much of the line as its text.
      if (line.leader) {
        line.ink.y0 = lines[i].y0 + area.y0;
        line.ink.y1 = lines[i].y1 + area.y0;
      }
      line.room = Shift({left, top, right, bottom}, area.x0, area.y0);
      out->push_back(line);
    }
  }
}

// Runs of ink on one line of prose: smeared sideways, so that characters join.
std::vector<PixelBox> ProseRuns(const Raster& mask, double smear) {
  const int reach = std::max(1, static_cast<int>(smear));
  std::vector<PixelBox> runs;
  for (const MaskComponent& run : Components(RunsOf(ViewOfMask(mask), reach - 1)).components)
    runs.push_back({run.x0, run.y0, run.x1, run.y1});
  return runs;
}

// Whether two runs are of one block: on shared rows and near, or strokes of one character.
bool Belong(const PixelBox& a, const PixelBox& b, double widest_gap, double usual) {
  const int gap_x = std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
  const int gap_y = std::max(a.y0, b.y0) - std::min(a.y1, b.y1);
  const int low = std::min(a.Height(), b.Height());
  if (-gap_y >= kSameLine * low && gap_x <= widest_gap * usual) return true;
  const int joined = std::max(a.y1, b.y1) - std::min(a.y0, b.y0);
  return gap_x <= 0 && low < kSameLine * usual && joined <= 1.25 * usual;
}

std::vector<PixelBox> JoinRuns(std::vector<PixelBox> runs, double widest_gap, double usual) {
  for (bool changed = true; changed;) {
    changed = false;
    std::sort(runs.begin(), runs.end(), [](const PixelBox& a, const PixelBox& b) {
      return std::make_pair(a.y0, a.x0) < std::make_pair(b.y0, b.x0);
    });
    for (size_t i = 0; i < runs.size(); ++i) {
      for (size_t j = i + 1; j < runs.size();) {
        if (runs[j].y0 > runs[i].y1 + usual) break;
        if (!Belong(runs[i], runs[j], widest_gap, usual)) {
          ++j;
          continue;
        }
        runs[i] = {std::min(runs[i].x0, runs[j].x0), std::min(runs[i].y0, runs[j].y0),
                   std::max(runs[i].x1, runs[j].x1), std::max(runs[i].y1, runs[j].y1)};
        runs.erase(runs.begin() + static_cast<long>(j));
        changed = true;
      }
    }
  }
  return runs;
}

// The part of `mask` inside `box`.
Raster Cut(const Raster& mask, const PixelBox& box) {
  Raster out = MakeRaster(box.Width(), box.Height(), 1, mask.dpi, 0);
  for (int y = 0; y < out.height; ++y)
    std::copy_n(mask.Row(box.y0 + y) + box.x0, out.width, out.Row(y));
  return out;
}

// Points.
double FootOf(const LevelFrame& frame, const Raster& picture) {
  return frame.MayBeOpen() ? picture.height * 72 / picture.dpi : frame.levels.back();
}

PixelBox BoxOf(const LevelFrame& frame, const Raster& picture) {
  return Intersect(ToPixels({frame.x0, frame.levels.front(), frame.x1, FootOf(frame, picture)},
                            picture.dpi / 72),
                   {0, 0, picture.width, picture.height});
}

// The runs of prose, and those between level rulings: there two cells are as near as two letters of
// prose.
struct Runs {
  std::vector<PixelBox> prose, cells;
};

Runs RunsIn(const Raster& mask, const std::vector<LevelFrame>& frames, double usual) {
  Raster outside = mask, inside = MakeRaster(mask.width, mask.height, 1, mask.dpi, 0);
  for (const LevelFrame& frame : frames) {
    const PixelBox box = BoxOf(frame, mask);
    for (int y = box.y0; y < box.y1; ++y) {
      std::copy_n(mask.Row(y) + box.x0, box.Width(), inside.Row(y) + box.x0);
      std::fill_n(outside.Row(y) + box.x0, box.Width(), uint8_t{0});
    }
  }
  Runs runs{ProseRuns(outside, kSmear * usual), {}};
  if (!frames.empty()) runs.cells = ProseRuns(inside, kCellSmear * usual);
  return runs;
}

// A piece of a frame about as large as a cell, its surroundings, and their tone.
struct Tile {
  PixelBox core, around;
  Tone tone;

  int Contrast() const { return tone.paper - tone.ink; }
};

std::vector<Tile> TilesOf(const Raster& grey, const std::vector<LevelFrame>& frames, double usual) {
  const PixelBox page{0, 0, grey.width, grey.height};
  const int high = std::max(1, static_cast<int>(kTileHeight * usual));
  const int wide = std::max(1, static_cast<int>(kTileWidth * usual));
  const int margin = static_cast<int>(std::ceil(kTileMargin * usual));
  std::vector<Tile> tiles;
  for (const LevelFrame& frame : frames) {
    const PixelBox all = BoxOf(frame, grey);
    for (int y = all.y0; y < all.y1; y += high)
      for (int x = all.x0; x < all.x1; x += wide) {
        const PixelBox core = Intersect({x, y, x + wide, y + high}, all);
        const PixelBox around = Intersect(
            {core.x0 - margin, core.y0 - margin, core.x1 + margin, core.y1 + margin}, page);
        const Tone tone = MeasureTone(grey, around);
        if (tone.HasInk()) tiles.push_back({core, around, tone});
      }
  }
  return tiles;
}

// Marks the ink of frames anew, tile by tile: beside the page's titles a thin figure or dash would
// pass for paper. What is much fainter than most of a table's print is a rest of a mark.
void MarkTiles(const Raster& grey, const std::vector<LevelFrame>& frames, double usual,
               Raster* mask) {
  const std::vector<Tile> tiles = TilesOf(grey, frames, usual);
  std::vector<int> contrasts;
  for (const Tile& tile : tiles) contrasts.push_back(tile.Contrast());
  const double least = kFaintInk * Median(std::move(contrasts), 0);
  for (const Tile& tile : tiles) {
    if (tile.Contrast() < least) continue;
    const Raster ink = InkMask(grey, tile.around, tile.tone, usual);
    for (int row = tile.core.y0; row < tile.core.y1; ++row)
      std::copy_n(ink.Row(row - tile.around.y0) + (tile.core.x0 - tile.around.x0),
                  tile.core.Width(), mask->Row(row) + tile.core.x0);
  }
}

void FindProse(const Raster& grey, const std::vector<Lattice>& lattices,
               const std::vector<LevelFrame>& frames, double usual, std::vector<InkLine>* out) {
  const PixelBox page{0, 0, grey.width, grey.height};
  const double scale = grey.dpi / 72;
  // The tables are painted over with the paper's grey, so that the tone is that of the prose.
  Raster prose = grey;
  const Tone whole = MeasureTone(grey, page);
  const int paper = whole.inverted ? 255 - whole.paper : whole.paper;
  for (const Lattice& lattice : lattices) {
    const PixelBox table = Intersect(ToPixels(Grow(lattice.box, 2), scale), page);
    for (int y = table.y0; y < table.y1; ++y)
      std::fill(prose.Row(y) + table.x0, prose.Row(y) + table.x1, static_cast<uint8_t>(paper));
  }
  InkLine pattern;
  pattern.tone = MeasureTone(prose, page);
  if (!pattern.tone.HasInk()) return;
  Raster mask = InkMask(prose, page, pattern.tone);
  MarkTiles(prose, frames, usual, &mask);
  DropLevelRests(frames, &mask);
  Runs runs = RunsIn(mask, frames, usual);
  std::vector<int> heights;
  for (const std::vector<PixelBox>* some : {&runs.prose, &runs.cells})
    for (const PixelBox& run : *some)
      if (run.Height() >= 4 * scale && run.Height() <= 30 * scale)
        heights.insert(heights.end(), static_cast<size_t>(1 + run.Width() / usual), run.Height());
  pattern.usual_height = Median(std::move(heights), usual);
  const int margin = static_cast<int>(0.25 * pattern.usual_height);
  std::vector<Gutter> gutters;
  for (const LevelFrame& frame : frames)
    for (const Gutter& gutter : FindGutters(mask, frame, FootOf(frame, mask), pattern.usual_height))
      gutters.push_back(gutter);
  const auto add = [&](const std::vector<PixelBox>& joined, bool columns) {
    for (const PixelBox& run : joined) {
      const PixelBox area =
          Intersect({run.x0 - margin, run.y0 - margin, run.x1 + margin, run.y1 + margin}, page);
      const Raster part = Cut(mask, area);
      InkLine line = pattern;
      line.in_frame = columns;
      if (columns) line.tone = MeasureTone(prose, area);
      AddLines(SplitIntoLines(part, pattern.usual_height), part, area, line,
               columns ? Shift(gutters, -area.x0, -area.y0) : std::vector<Gutter>{}, out);
    }
  };
  add(JoinRuns(std::move(runs.prose), kWordGap, pattern.usual_height), false);
  add(JoinRuns(std::move(runs.cells), kCellGap, pattern.usual_height), true);
}

// Makes one line of two that share most of the smaller one's ink: strokes of letters that stand
// apart, or the two halves of a figure that a mark's rest parted.
void JoinShared(std::vector<InkLine>* lines) {
  const auto area = [](const PixelBox& box) {
    return box.IsEmpty() ? 0.0 : static_cast<double>(box.Width()) * box.Height();
  };
  const auto both = [](const PixelBox& a, const PixelBox& b) {
    return PixelBox{std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1),
                    std::max(a.y1, b.y1)};
  };
  for (size_t i = 0; i < lines->size(); ++i)
    for (size_t j = i + 1; j < lines->size();) {
      InkLine &one = (*lines)[i], &other = (*lines)[j];
      const double least = std::min(area(one.ink), area(other.ink));
      if (area(Intersect(one.ink, other.ink)) < kShared * least) {
        ++j;
        continue;
      }
      one.ink = both(one.ink, other.ink);
      one.room = both(one.room, other.room);
      lines->erase(lines->begin() + static_cast<std::ptrdiff_t>(j));
      j = i + 1;
    }
}

std::vector<InkLine> LinesOf(const std::vector<CellInk>& cells, double usual) {
  std::vector<InkLine> out;
  for (const CellInk& cell : cells) {
    InkLine pattern;
    pattern.tone = cell.tone;
    pattern.usual_height = usual;
    pattern.in_cell = true;
    AddLines(SplitIntoLines(cell.mask, usual), cell.mask, cell.box, pattern, {}, &out);
  }
  return out;
}

}  // namespace

std::vector<InkLine> FindInkLines(const Raster& grey, const std::vector<Lattice>& lattices,
                                  const std::vector<LevelFrame>& frames) {
  const std::vector<CellInk> cells = CellsWithInk(grey, lattices);
  const double usual = UsualHeight(cells, grey.dpi / 72);
  std::vector<InkLine> out = LinesOf(cells, usual);
  std::vector<InkLine> prose;
  FindProse(grey, lattices, frames, usual, &prose);
  if (!frames.empty()) JoinShared(&prose);
  out.insert(out.end(), prose.begin(), prose.end());
  return out;
}

std::vector<InkLine> FindCellLines(const Raster& grey, const std::vector<Lattice>& lattices) {
  const std::vector<CellInk> cells = CellsWithInk(grey, lattices);
  return LinesOf(cells, UsualHeight(cells, grey.dpi / 72));
}

}  // namespace juesuan
