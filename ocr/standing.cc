#include "ocr/standing.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/mask_runs.h"
#include "base/page_turn.h"
#include "base/text.h"
#include "ocr/line_image.h"

namespace juesuan {
namespace {

constexpr double kCoarse = 100;     // dpi that the shapes are looked at in
constexpr double kJoin = 2.0;       // points between characters of one line, at most
constexpr double kLeastType = 3.5;  // points; lower shapes are specks
constexpr double kMostType = 26;    // points; higher ones are pictures or touching lines
constexpr double kLong = 2.2;       // times its height: a shape so long is a piece of a line
constexpr size_t kMostAsked = 400;  // characters whose neighbour is looked for
constexpr double kClearly = 2;      // times as much text must run down as across
constexpr double kShortest = 4, kLongest = 20;  // line heights of a line that is read
constexpr double kMostlyHan = 0.5;              // share of broad ink
constexpr size_t kMostTried = 60, kMostRead = 8;
constexpr double kSure = 0.85;       // no line upside down reads with such a score
constexpr double kBetter = 0.2;      // by which one way must beat the other
constexpr double kLeastScore = 0.6;  // of a reading that turns a page
constexpr int kLeastHan = 3;
constexpr int kEnough = 2;  // votes that one way is ahead

int CountHan(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return static_cast<int>(std::count_if(points.begin(), points.end(), [](char32_t c) {
    return c >= 0x4E00 && c < 0xA000 && IsCjk(c);
  }));
}

enum class Neighbour { kNone, kBeside, kBelow };

// Where the nearest of `all` stands that shares half of its rows or columns with `shape`: beside
// it, or below or above it. None farther than its own size.
Neighbour NearestOf(const MaskComponent& shape, const std::vector<MaskComponent>& all) {
  Neighbour nearest = Neighbour::kNone;
  int least = std::max(shape.Width(), shape.Height());
  for (const MaskComponent& other : all) {
    const int gap_x = std::max(shape.x0, other.x0) - std::min(shape.x1, other.x1);
    const int gap_y = std::max(shape.y0, other.y0) - std::min(shape.y1, other.y1);
    const bool in_row = -gap_y * 2 >= std::min(shape.Height(), other.Height());
    const bool in_column = -gap_x * 2 >= std::min(shape.Width(), other.Width());
    if (in_row == in_column) continue;
    const int gap = in_row ? gap_x : gap_y;
    if (gap >= least) continue;
    least = gap;
    nearest = in_row ? Neighbour::kBeside : Neighbour::kBelow;
  }
  return nearest;
}

// Lines of Chinese, of a length that is quickly read.
std::vector<Raster> LinesToRead(const Raster& grey, const std::vector<InkLine>& lines) {
  std::vector<const InkLine*> fitting;
  for (const InkLine& line : lines) {
    const double height = std::max<double>(line.ink.Height(), 1);
    const double length = line.ink.Width() / height;
    if (!line.leader && length >= kShortest && length <= kLongest) fitting.push_back(&line);
  }
  // Broad digits that touch can pass for Han characters: the broadest lines first.
  std::vector<std::pair<double, Raster>> cut;
  const size_t step = std::max<size_t>(1, fitting.size() / kMostTried);
  for (size_t i = 0; i < fitting.size(); i += step) {
    Raster line = CutLine(grey, *fitting[i]);
    const double share = WideShare(line);
    if (share > kMostlyHan) cut.emplace_back(share, std::move(line));
  }
  std::stable_sort(cut.begin(), cut.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Raster> lines_to_read;
  for (size_t i = 0; i < std::min(cut.size(), kMostRead); ++i)
    lines_to_read.push_back(std::move(cut[i].second));
  return lines_to_read;
}

Result<Reading> ReadScaled(const Raster& line, LineReader* reader) {
  JUESUAN_TRY(Reading reading, reader->ReadByFirst(line));
  if (CountHan(reading.text) < kLeastHan) reading.score = 0;
  return reading;
}

}  // namespace

bool TextRunsDown(const Raster& grey) {
  const double scale = std::min(1.0, kCoarse / grey.dpi);
  const cv::Mat page(grey.height, grey.width, CV_8UC1, const_cast<uint8_t*>(grey.pixels.data()));
  cv::Mat small, ink;
  cv::resize(page, small, {}, scale, scale, cv::INTER_AREA);
  const double points = 72 / (grey.dpi * scale);
  cv::adaptiveThreshold(small, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV,
                        static_cast<int>(16 / points) | 1, 24);
  const int reach = std::max(2, static_cast<int>(kJoin / points + 0.5));
  cv::morphologyEx(ink, ink, cv::MORPH_CLOSE, cv::Mat::ones(reach, reach, CV_8U));
  double across = 0, down = 0;
  std::vector<MaskComponent> characters;
  for (const MaskComponent& shape :
       Components(RunsOf({ink.data, ink.cols, ink.rows, ink.step})).components) {
    const double low = std::min(shape.Width(), shape.Height()) * points;
    const double high = std::max(shape.Width(), shape.Height()) * points;
    if (low < kLeastType || low > kMostType) continue;
    if (high < kLong * low)
      characters.push_back(shape);
    else
      (shape.Width() > shape.Height() ? across : down) += high;
  }
  const size_t step = characters.size() / kMostAsked + 1;
  for (size_t i = 0; i < characters.size(); i += step) {
    const Neighbour nearest = NearestOf(characters[i], characters);
    if (nearest == Neighbour::kNone) continue;
    const double size = std::max(characters[i].Width(), characters[i].Height()) * points;
    (nearest == Neighbour::kBeside ? across : down) += size * static_cast<double>(step);
  }
  return down > kClearly * across;
}

Result<Standing> FindStanding(const Raster& grey, const std::vector<InkLine>& lines,
                              LineReader* reader) {
  int votes = 0;  // for upside down, less those for upright
  for (const Raster& line : LinesToRead(grey, lines)) {
    JUESUAN_TRY(const Reading upright, ReadScaled(line, reader));
    if (upright.score >= kSure) return Standing::kUpright;
    JUESUAN_TRY(const Reading turned, ReadScaled(TurnRaster(line, 180), reader));
    if (turned.score > std::max(kLeastScore, upright.score + kBetter)) ++votes;
    if (upright.score > turned.score + kBetter) --votes;
    if (std::abs(votes) >= kEnough) break;
  }
  if (votes == 0) return Standing::kUnknown;
  return votes > 0 ? Standing::kUpsideDown : Standing::kUpright;
}

}  // namespace juesuan
