#include "base/mask_runs.h"

#include <gtest/gtest.h>

#include <string>

namespace juesuan {
namespace {

// One character a pixel, '#' is set; rows end with '/'.
Raster MaskOf(const std::string& picture) {
  const auto width = static_cast<int>(picture.find('/'));
  const auto height = static_cast<int>(picture.size()) / (width + 1);
  Raster mask = MakeRaster(width, height, 1, 72, 0);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      mask.Row(y)[x] = picture[static_cast<size_t>(y * (width + 1) + x)] == '#' ? 255 : 0;
  return mask;
}

std::string Text(const std::vector<MaskRun>& runs) {
  std::string text;
  for (const MaskRun& run : runs)
    text += std::to_string(run.row) + ":" + std::to_string(run.from) + "-" +
            std::to_string(run.to) + " ";
  return text;
}

struct RunsCase {
  const char* picture;
  int gap, least;
  const char* runs;
};

TEST(MaskRuns, ClosesGapsThenDropsShortRuns) {
  const RunsCase cases[] = {
      {"....../", 0, 1, ""},
      {"######/", 0, 1, "0:0-6 "},
      {"#.##.#/.#..../", 0, 1, "0:0-1 0:2-4 0:5-6 1:1-2 "},
      {"#.##.#/", 1, 1, "0:0-6 "},
      {"#..#.#/", 1, 1, "0:0-1 0:3-6 "},
      {"#..#.#/", 1, 2, "0:3-6 "},
      {"#..#.#/", 1, 4, ""},
      {".....#/#...../", 9, 1, "0:5-6 1:0-1 "},
  };
  for (const RunsCase& c : cases) {
    const Raster mask = MaskOf(c.picture);
    EXPECT_EQ(Text(RunsOf(ViewOfMask(mask), c.gap, c.least)), c.runs) << c.picture;
  }
}

std::string ComponentsText(const char* picture) {
  const Raster mask = MaskOf(picture);
  std::string text;
  for (const MaskComponent& c : Components(RunsOf(ViewOfMask(mask))).components)
    text += std::to_string(c.x0) + "," + std::to_string(c.y0) + "," + std::to_string(c.x1) + "," +
            std::to_string(c.y1) + "=" + std::to_string(c.area) + " ";
  return text;
}

TEST(MaskRuns, HangTogetherOverCorners) {
  EXPECT_EQ(ComponentsText("..../"), "");
  EXPECT_EQ(ComponentsText("#.../.#../..#./"), "0,0,3,3=3 ");
  EXPECT_EQ(ComponentsText("..#./.#../#.../"), "0,0,3,3=3 ");
  EXPECT_EQ(ComponentsText("#..#/#..#/####/"), "0,0,4,3=8 ");  // known as one at the foot only
  EXPECT_EQ(ComponentsText("#.#/.../#.#/"), "0,0,1,1=1 2,0,3,1=1 0,2,1,3=1 2,2,3,3=1 ");
  EXPECT_EQ(ComponentsText("##..##/....../######/"), "0,0,2,1=2 4,0,6,1=2 0,2,6,3=6 ");
  EXPECT_EQ(ComponentsText("#.#.#/#####/#.#.#/"), "0,0,5,3=11 ");
}

TEST(MaskRuns, EveryRunKnowsItsComponent) {
  const Raster mask = MaskOf("#.#/#.#/#../");
  const MaskComponents found = Components(RunsOf(ViewOfMask(mask)));
  EXPECT_EQ(found.of, (std::vector<int>{0, 1, 0, 1, 0}));
  EXPECT_DOUBLE_EQ(found.components[0].CentreRow(), 1);
  EXPECT_DOUBLE_EQ(found.components[1].CentreRow(), 0.5);
}

}  // namespace
}  // namespace juesuan
