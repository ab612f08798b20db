#include "ingest/scan_rulings.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/mask_runs.h"
#include "ingest/broken_rulings.h"
#include "ingest/hidden_rulings.h"
#include "ingest/page_rulings.h"
#include "ingest/ruling_ink.h"
#include "ingest/scan_image.h"

namespace juesuan {
namespace {

// Lengths in points, so that they hold at every resolution.
constexpr double kLeastRun = 14;    // an unbroken run that may be a piece of a ruling
constexpr double kBridge = 1.6;     // breaks that noise leaves in a line
constexpr double kHidden = 40;      // what an opaque mark may hide of a line at a time
constexpr double kLeastSeen = 0.5;  // of a ruling that goes on under a mark that hides nothing
constexpr double kRim = 1.2;        // of a mark, beyond what is seen of it
constexpr double kThickest = 4.5;
constexpr double kReach = 5;           // from a ruling's end to the ruling it meets
constexpr double kTouch = 1.5;         // … and what noise takes of a ruling at its end
constexpr double kStandsAlone = 70;    // length from which an unbroken line needs no other
constexpr double kLong = 150;          // … and any line
constexpr double kBetweenLevels = 30;  // … and a level one between two long level ones
constexpr double kFreeShare = 0.05;    // of its length that has print close over or under it
constexpr double kUnbroken = 0.92;     // share of its length that is ink
constexpr double kLeastCell = 0.45;    // of the usual row: a lower cell holds no type
constexpr double kEdge = 0.015;        // of the page
constexpr double kInkAlong = 0.7;      // share of a ruling's length that is ink
constexpr double kDotsAlong = 0.4;     // … and if it is dotted
constexpr double kInkBeside = 0.45;    // share of it that may have ink close by on both sides
constexpr double kDotsBeside = 0.1;    // … and on either side if it is dotted
constexpr double kThinOneSide = 0.3;   // the same on the freer side of what is drawn out
constexpr double kGoesOn = 0.62;       // share that is ink of where a ruling goes on to its next

// Ink: darker than its surroundings, whatever the paper's tone.
cv::Mat LocalInk(const cv::Mat& grey, double dpi) {
  cv::Mat mean, ink;
  const int window = PixelsOf(12, dpi) | 1;
  cv::boxFilter(grey, mean, -1, {window, window}, {-1, -1}, true, cv::BORDER_REPLICATE);
  cv::subtract(mean, grey, mean);
  cv::threshold(mean, ink, 18, 255, cv::THRESH_BINARY);
  return ink;
}

// The share of the length of `run` where `mask` is set at `offset` rows beside it.
double ShareAlong(const cv::Mat& mask, const cv::Rect& run, int row) {
  if (row < 0 || row >= mask.rows) return 0;
  return cv::countNonZero(mask.row(row).colRange(run.x, run.x + run.width)) /
         static_cast<double>(run.width);
}

bool LooksLikeRuling(const cv::Mat& ink, const cv::Rect& run, double dpi) {
  cv::Mat any;
  cv::reduce(ink(run), any, 0, cv::REDUCE_MAX);
  const double along = cv::countNonZero(any) / static_cast<double>(run.width);
  const int clear = PixelsOf(1.2, dpi);
  const double above = ShareAlong(ink, run, run.y - clear);
  const double below = ShareAlong(ink, run, run.y + run.height - 1 + clear);
  const bool dotted = along >= kDotsAlong && std::max(above, below) <= kDotsBeside;
  return dotted || (along >= kInkAlong && std::min(above, below) <= kInkBeside);
}

// The first of `runs`, from `at` on, that ends right of `from` in `row` or stands below it.
size_t SkipTo(const std::vector<MaskRun>& runs, size_t at, int row, int from) {
  while (at < runs.size() && (runs[at].row < row || (runs[at].row == row && runs[at].to <= from)))
    ++at;
  return at;
}

// Runs of one row that go on behind what hides: the hidden part of the gap between them is theirs.
std::vector<MaskRun> BridgeHidden(const std::vector<MaskRun>& runs,
                                  const std::vector<MaskRun>& hidden, int most) {
  std::vector<MaskRun> out;
  size_t at = 0;
  const auto add = [&](int row, int from, int to) {
    if (!out.empty() && out.back().row == row && out.back().to >= from)
      out.back().to = std::max(out.back().to, to);
    else
      out.push_back({row, from, to});
  };
  for (size_t i = 0; i < runs.size(); ++i) {
    const MaskRun& run = runs[i];
    add(run.row, run.from, run.to);
    if (i + 1 == runs.size() || runs[i + 1].row != run.row) continue;
    const int end = runs[i + 1].from;
    if (end - run.to >= most) continue;
    at = SkipTo(hidden, at, run.row, run.to);
    for (size_t h = at; h < hidden.size() && hidden[h].row == run.row && hidden[h].from < end; ++h)
      add(run.row, std::max(run.to, hidden[h].from), std::min(end, hidden[h].to));
  }
  return out;
}

// The runs of ink along rows that may be pieces of rulings. Runs of one row that end at `hidden`
// and go on behind it are joined.
std::vector<MaskRun> RunsAlongRows(const cv::Mat& ink, const cv::Mat& hidden, double dpi) {
  std::vector<MaskRun> runs =
      RunsOf(MaskOf(ink), (PixelsOf(kBridge, dpi) | 1) - 1, PixelsOf(kLeastRun, dpi) | 1);
  if (hidden.empty()) return runs;
  return BridgeHidden(runs, RunsOf(MaskOf(hidden)), PixelsOf(kHidden, dpi) | 1);
}

void Paint(const std::vector<MaskRun>& runs, cv::Mat* mask) {
  for (const MaskRun& run : runs)
    std::fill_n(mask->ptr<uint8_t>(run.row) + run.from, run.Length(), uint8_t{255});
}

// Horizontal lines, whose pieces are `runs`, by what is seen of the ink; for vertical ones both
// are transposed.
std::vector<Ruling> LinesAlongRows(const cv::Mat& seen, const std::vector<MaskRun>& runs,
                                   double dpi, bool horizontal) {
  const double points = 72 / dpi;
  std::vector<Ruling> rulings;
  for (const MaskComponent& line : Components(runs).components) {
    const cv::Rect box(line.x0, line.y0, line.Width(), line.Height());
    const double thickness = static_cast<double>(line.area) / box.width;
    if (thickness * points > kThickest || box.height * points > 2 * kThickest) continue;
    if (!LooksLikeRuling(seen, box, dpi)) continue;
    rulings.push_back({horizontal, (line.CentreRow() + 0.5) * points, box.x * points,
                       (box.x + box.width) * points, thickness * points});
  }
  return rulings;
}

// Where `ruling` meets the axis of one of `others` near the end at `end`; nullptr if nowhere.
const Ruling* Meets(const Ruling& ruling, double end, const std::vector<Ruling>& others) {
  const Ruling* nearest = nullptr;
  for (const Ruling& other : others) {
    if (other.horizontal == ruling.horizontal || std::fabs(other.at - end) > kReach) continue;
    if (ruling.at < other.from - kReach || ruling.at > other.to + kReach) continue;
    if (nearest == nullptr || std::fabs(other.at - end) < std::fabs(nearest->at - end))
      nearest = &other;
  }
  return nearest;
}

// Whether nothing is printed close over or under a level ruling: the feet of type have their stems
// there.
bool StandsFree(const Ruling& ruling, const cv::Mat& ink, double dpi) {
  return PrintBeside(ruling, -1, ink, dpi) <= kFreeShare &&
         PrintBeside(ruling, 1, ink, dpi) <= kFreeShare;
}

// The shadow of the sheet's edge on the scanner's glass.
bool IsAtPageEdge(const Ruling& ruling, double width, double height) {
  const double across = ruling.horizontal ? height : width;
  return ruling.at < kEdge * across || ruling.at > (1 - kEdge) * across;
}

// Long level rulings above and below that reach as far: a short one between them parts the heads of
// columns in a table without upright rulings.
bool LiesBetweenLevels(const Ruling& ruling, const std::vector<Ruling>& borders) {
  const auto long_at = [&](int side) {
    return std::any_of(borders.begin(), borders.end(), [&](const Ruling& border) {
      return border.horizontal && border.to - border.from >= kLong &&
             border.from <= ruling.from + kReach && border.to >= ruling.to - kReach &&
             side * (border.at - ruling.at) > kThickest;
    });
  };
  return ruling.horizontal && long_at(-1) && long_at(1);
}

// Whether it is no border of heads in a table without upright rulings, but dashes of cells that a
// mark joins: an upright ruling passes through it, or it ends at one and begins in the cell beside.
bool IsOfCells(const Ruling& ruling, const std::vector<Ruling>& all) {
  const auto upright_in = [&](double from, double to) {
    return std::any_of(all.begin(), all.end(), [&](const Ruling& other) {
      return other.horizontal != ruling.horizontal && other.from < ruling.at - kReach &&
             other.to > ruling.at + kReach && other.at > from && other.at < to;
    });
  };
  const auto starts_level = [&](double end) {
    return std::any_of(all.begin(), all.end(), [&](const Ruling& other) {
      return other.horizontal == ruling.horizontal && other.to - other.from >= kLong &&
             std::min(std::fabs(other.from - end), std::fabs(other.to - end)) <= kReach;
    });
  };
  if (upright_in(ruling.from + kReach, ruling.to - kReach)) return true;
  const bool first = upright_in(ruling.from - kReach, ruling.from + kReach);
  const bool last = upright_in(ruling.to - kReach, ruling.to + kReach);
  return first != last && !starts_level(first ? ruling.to : ruling.from);
}

// Whether the ink runs from border to border, or nearly so and it is not that of type: the feet of
// a cell's words stop short of both.
bool RunsBetween(const Ruling& ruling, const std::vector<Ruling>& borders, const cv::Mat& ink,
                 double dpi) {
  const Ruling* first = Meets(ruling, ruling.from, borders);
  const Ruling* last = Meets(ruling, ruling.to, borders);
  if (first == nullptr || last == nullptr) return false;
  const bool touches =
      std::fabs(first->at - ruling.from) <= kTouch && std::fabs(last->at - ruling.to) <= kTouch;
  return touches || !ruling.horizontal || StandsFree(ruling, ink, dpi);
}

// Long unbroken lines are borders by themselves; a shorter one is a border if it runs from border
// to border, or lies between long ones. So the strokes of large type, which only meet one another,
// are none.
std::vector<Ruling> KeepBorders(const std::vector<Ruling>& all, const std::vector<double>& covered,
                                const cv::Mat& ink, double dpi) {
  const double width = ink.cols * 72 / dpi, height = ink.rows * 72 / dpi;
  std::vector<bool> keep(all.size());
  std::vector<Ruling> borders;
  for (size_t i = 0; i < all.size(); ++i) {
    const double length = all[i].to - all[i].from;
    const bool alone = length >= kStandsAlone && covered[i] >= kUnbroken &&
                       (!all[i].horizontal || StandsFree(all[i], ink, dpi));
    keep[i] = (alone || length >= kLong) && !IsAtPageEdge(all[i], width, height);
    if (keep[i]) borders.push_back(all[i]);
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (keep[i] || all[i].to - all[i].from < kBetweenLevels || covered[i] < kUnbroken ||
        !LiesBetweenLevels(all[i], borders) || IsOfCells(all[i], all) ||
        !StandsFree(all[i], ink, dpi))
      continue;
    keep[i] = true;
    borders.push_back(all[i]);
  }
  for (bool grew = true; grew;) {
    grew = false;
    for (size_t i = 0; i < all.size(); ++i) {
      if (keep[i] || !RunsBetween(all[i], borders, ink, dpi)) continue;
      keep[i] = grew = true;
      borders.push_back(all[i]);
    }
  }
  return borders;
}

// Whether the ink of a broken upright ruling goes on in `rest`, though no piece of it is long
// enough to be one by itself: it begins or ends at a level ruling, and no type fills so much of a
// cell's height so thinly. (The strokes of a line of Han characters do fill a cell's width: level
// rulings are not drawn out.)
bool GoesOnIn(const Ruling& rest, const cv::Mat& ink, const cv::Mat& turned, double dpi) {
  Ruling first = rest, last = rest;
  first.from += kThickest / 4;
  first.to = first.from + kTouch;
  last.to -= kThickest / 4;
  last.from = last.to - kTouch;
  const bool touches =
      std::max(Covered(first, ink, turned, dpi), Covered(last, ink, turned, dpi)) >= kGoesOn;
  const double left = PrintBeside(rest, -1, turned, dpi);
  const double right = PrintBeside(rest, 1, turned, dpi);
  return touches && Covered(rest, ink, turned, dpi) >= kGoesOn &&
         std::min(left, right) <= kThinOneSide && std::max(left, right) <= kInkBeside;
}

// Draws upright rulings out, cell by cell, where their ink goes on.
void DrawOut(const cv::Mat& ink, const cv::Mat& turned, double dpi, std::vector<Ruling>* rulings) {
  const std::vector<Ruling> all = *rulings;
  for (Ruling& ruling : *rulings) {
    if (ruling.horizontal) continue;
    for (const int side : {-1, 1}) {
      while (const Ruling* next = NextAcross(ruling, side, kReach, all)) {
        Ruling rest = ruling;
        rest.from = side > 0 ? ruling.to : next->at;
        rest.to = side > 0 ? next->at : ruling.from;
        if (!GoesOnIn(rest, ink, turned, dpi)) break;
        (side > 0 ? ruling.to : ruling.from) = next->at;
      }
    }
  }
}

// Dots between a title and its page number make a line too, but none that an upright ruling meets.
// `shares`: of each ruling of `all`, how much of its length is ink.
void DropLeaders(const std::vector<double>& shares, std::vector<Ruling>* all) {
  const std::vector<Ruling> every = *all;
  size_t at = 0;
  const auto is_leader = [&](const Ruling& ruling) {
    if (shares[at++] >= kInkAlong || !ruling.horizontal) return false;
    return std::none_of(every.begin(), every.end(), [&](const Ruling& upright) {
      return !upright.horizontal && upright.from <= ruling.at + kReach &&
             upright.to >= ruling.at - kReach && upright.at >= ruling.from - kReach &&
             upright.at <= ruling.to + kReach;
    });
  };
  all->erase(std::remove_if(all->begin(), all->end(), is_leader), all->end());
}

// The usual distance of long horizontal neighbours: the lower quartile; 0 if there are too few.
double RowPitch(const std::vector<Ruling>& rulings) {
  std::vector<double> at, gaps;
  for (const Ruling& r : rulings)
    if (r.horizontal && r.to - r.from >= kLong) at.push_back(r.at);
  std::sort(at.begin(), at.end());
  for (size_t i = 1; i < at.size(); ++i)
    if (at[i] - at[i - 1] > kThickest) gaps.push_back(at[i] - at[i - 1]);
  if (gaps.size() < 3) return 0;
  const auto quartile = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
  std::nth_element(gaps.begin(), quartile, gaps.end());
  return *quartile;
}

// The feet of a line of type may look like a short ruling that ends at a border, or like a long one
// that ends between borders. No cell is so low that it would leave no room for type below or above.
void DropFeetOfType(std::vector<Ruling>* rulings) {
  const double least = kLeastCell * RowPitch(*rulings);
  const std::vector<Ruling> all = *rulings;
  const auto is_foot = [&](const Ruling& r) {
    if (!r.horizontal) return false;
    const bool ends = Meets(r, r.from, all) != nullptr && Meets(r, r.to, all) != nullptr;
    if (ends && r.to - r.from >= kLong) return false;
    return std::any_of(all.begin(), all.end(), [&](const Ruling& o) {
      const double gap = std::fabs(o.at - r.at);
      return o.horizontal && o.to - o.from > r.to - r.from && o.from <= r.from + kReach &&
             o.to >= r.to - kReach && gap > kThickest && gap < least;
    });
  };
  rulings->erase(std::remove_if(rulings->begin(), rulings->end(), is_foot), rulings->end());
}

// A ruling that was joined with a stroke of type beyond its end, and dropped with it, is one still
// if by itself it goes unbroken from border to border.
void KeepPieces(const std::vector<Ruling>& pieces, const cv::Mat& ink, const cv::Mat& turned,
                double dpi, std::vector<Ruling>* borders) {
  const std::vector<Ruling> kept = *borders;
  const auto is_kept = [&](const Ruling& piece) {
    return std::any_of(kept.begin(), kept.end(), [&](const Ruling& border) {
      return border.horizontal == piece.horizontal &&
             std::fabs(border.at - piece.at) <= kThickest && border.from < piece.to &&
             border.to > piece.from;
    });
  };
  for (const Ruling& piece : pieces)
    if (piece.to - piece.from >= kStandsAlone && !is_kept(piece) &&
        Meets(piece, piece.from, kept) != nullptr && Meets(piece, piece.to, kept) != nullptr &&
        Covered(piece, ink, turned, dpi) >= kUnbroken)
      borders->push_back(piece);
}

}  // namespace

std::vector<Ruling> FindScanRulings(const Raster& grey, const Raster& hidden, bool opaque) {
  cv::Mat ink = LocalInk(ViewOf(grey), grey.dpi);
  cv::Mat turned, covered_rows, covered_columns;
  cv::transpose(ink, turned);
  if (!hidden.IsEmpty()) {
    // The soft rim of a mark hides as well.
    cv::dilate(ViewOf(hidden), covered_rows, cv::Mat::ones(3, 3, CV_8U), {-1, -1},
               PixelsOf(kRim, grey.dpi));
    cv::transpose(covered_rows, covered_columns);
  }
  const std::vector<MaskRun> rows = RunsAlongRows(ink, covered_rows, grey.dpi);
  const std::vector<MaskRun> columns = RunsAlongRows(turned, covered_columns, grey.dpi);
  std::vector<Ruling> pieces = LinesAlongRows(ink, rows, grey.dpi, true);
  const std::vector<Ruling> vertical = LinesAlongRows(turned, columns, grey.dpi, false);
  pieces.insert(pieces.end(), vertical.begin(), vertical.end());
  const double points = 72 / grey.dpi;
  const double width = grey.width * points, height = grey.height * points;
  std::vector<Ruling> joined = MergeRulings(pieces, width, height, kScanPieces);
  const HiddenRulings under(ink, turned, covered_rows, covered_columns, grey.dpi);
  under.Join(&joined);
  JoinBroken({ink, turned, grey.dpi}, &joined);
  joined = MergeRulings(joined, width, height, kScanPieces);
  std::vector<double> shares;
  for (const Ruling& ruling : joined) shares.push_back(Covered(ruling, ink, turned, grey.dpi));
  DropLeaders(shares, &joined);
  Paint(rows, &ink);
  Paint(columns, &turned);
  std::vector<double> covered;
  for (const Ruling& ruling : joined) covered.push_back(Covered(ruling, ink, turned, grey.dpi));
  std::vector<Ruling> borders = KeepBorders(joined, covered, ink, grey.dpi);
  KeepPieces(pieces, ink, turned, grey.dpi, &borders);
  std::vector<Ruling> drawn_out = borders;
  for (Ruling& ruling : drawn_out) {
    if (const Ruling* other = Meets(ruling, ruling.from, borders)) ruling.from = other->at;
    if (const Ruling* other = Meets(ruling, ruling.to, borders)) ruling.to = other->at;
  }
  MendEnds({ink, turned, grey.dpi}, borders, &drawn_out);
  DrawOut(ink, turned, grey.dpi, &drawn_out);
  under.DrawOut(opaque ? 0 : kLeastSeen, &drawn_out);
  std::vector<Ruling> rulings = MergeRulings(std::move(drawn_out), width, height, kScanPieces);
  DropFeetOfType(&rulings);
  return rulings;
}

}  // namespace juesuan
