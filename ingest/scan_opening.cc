#include "ingest/scan_opening.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "ingest/scan_image.h"

namespace juesuan {
namespace {

constexpr int kLongest = 255;  // a count that a pixel holds

}  // namespace

cv::Mat OpenLevel(const cv::Mat& mask, int length) {
  cv::Mat out = cv::Mat::zeros(mask.size(), CV_8UC1);
  for (const MaskRun& run : RunsOf(MaskOf(mask), 0, length))
    std::fill_n(out.ptr<uint8_t>(run.row) + run.from, run.Length(), uint8_t{255});
  return out;
}

cv::Mat OpenUpright(const cv::Mat& mask, int length) {
  JUESUAN_CHECK(length <= kLongest);
  // How many pixels down to each are set without a gap; then, upwards, what leads to enough.
  const int width = mask.cols;  // a local: pixels are written through what may point anywhere
  cv::Mat out = cv::Mat::zeros(mask.size(), CV_8UC1);
  for (int y = 0; y < mask.rows; ++y) {
    const uint8_t* set = mask.ptr<uint8_t>(y);
    const uint8_t* above = out.ptr<uint8_t>(std::max(0, y - 1));
    uint8_t* count = out.ptr<uint8_t>(y);
    for (int x = 0; x < width; ++x)
      count[x] = set[x] & static_cast<uint8_t>(above[x] + (above[x] != kLongest ? 1 : 0));
  }
  const cv::Mat none = cv::Mat::zeros(1, width, CV_8UC1);
  for (int y = mask.rows - 1; y >= 0; --y) {
    const uint8_t* set = mask.ptr<uint8_t>(y);
    const uint8_t* below = y + 1 < mask.rows ? out.ptr<uint8_t>(y + 1) : none.ptr<uint8_t>(0);
    uint8_t* row = out.ptr<uint8_t>(y);
    for (int x = 0; x < width; ++x)
      row[x] = set[x] & (below[x] | (row[x] >= length ? uint8_t{255} : uint8_t{0}));
  }
  return out;
}

cv::Mat Grow(const cv::Mat& mask, int reach) {
  JUESUAN_CHECK(reach < kLongest);
  cv::Mat out = cv::Mat::zeros(mask.size(), CV_8UC1);
  const int width = mask.cols, height = mask.rows;
  for (const MaskRun& run : RunsOf(MaskOf(mask), 2 * reach)) {
    const int from = std::max(0, run.from - reach), to = std::min(width, run.to + reach);
    std::fill_n(out.ptr<uint8_t>(run.row) + from, to - from, uint8_t{255});
  }
  // How many rows each column is still covered, going down and then up.
  std::vector<uint8_t> left(static_cast<size_t>(width), 0);
  const auto cover = [&](const uint8_t* set, uint8_t* row) {
    uint8_t* rest = left.data();
    const auto full = static_cast<uint8_t>(reach + 1);
    for (int x = 0; x < width; ++x) {
      const auto less = static_cast<uint8_t>(rest[x] - (rest[x] != 0 ? 1 : 0));
      rest[x] = set[x] != 0 ? full : less;
      row[x] |= rest[x] != 0 ? uint8_t{255} : uint8_t{0};
    }
  };
  const cv::Mat level = out.clone();
  for (int y = 0; y < height; ++y) cover(level.ptr<uint8_t>(y), out.ptr<uint8_t>(y));
  std::fill(left.begin(), left.end(), uint8_t{0});
  for (int y = height - 1; y >= 0; --y) cover(level.ptr<uint8_t>(y), out.ptr<uint8_t>(y));
  return out;
}

}  // namespace juesuan
