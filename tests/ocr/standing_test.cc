#include "ocr/standing.h"

#include <gtest/gtest.h>

#include "base/page_turn.h"
#include "drawn_text.h"

namespace juesuan {
namespace {

constexpr char kFont[] = "Noto Sans CJK SC 30px";

struct RunsCase {
  const char* name;
  const char* text;
  int step;  // pixels from character to character at 200 dpi; 0 as the type has it
};

// A list of six lines that stand one below the other.
Raster ListOf(const RunsCase& c) {
  Raster page = MakeRaster(1000, 700, 1, 200, 255);
  for (int line = 0; line < 6; ++line) {
    if (c.step == 0) {
      DrawText(&page, c.text, kFont, 100, 80 + 90 * line);
      continue;
    }
    const std::string text = c.text;
    for (size_t i = 0; i < text.size(); i += 3)
      DrawText(&page, text.substr(i, 3), kFont, 100 + c.step * static_cast<int>(i / 3),
               80 + 90 * line);
  }
  return page;
}

TEST(TextRunsDown, IsToldForCloseAndForSpreadType) {
  const RunsCase cases[] = {{"close", "收入支出决算总体情况说明", 0},
                            {"spread", "收入支出决算总体情况说明", 42},
                            {"wide", "收入支出决算总体情况说明", 54}};
  for (const RunsCase& c : cases) {
    const Raster page = ListOf(c);
    EXPECT_FALSE(TextRunsDown(page)) << c.name;
    EXPECT_TRUE(TextRunsDown(TurnRaster(page, 90))) << c.name;
    EXPECT_TRUE(TextRunsDown(TurnRaster(page, 270))) << c.name;
  }
}

// The dots of a contents page's leaders stand in columns.
TEST(TextRunsDown, LeadersDoNotDeceive) {
  Raster page = ListOf({"contents", "一主要职责", 48});
  for (int line = 0; line < 6; ++line)
    for (int x = 400; x < 950; x += 18)
      DrawBar(&page, x, 110 + 90 * line, x + 5, 115 + 90 * line, 0);
  EXPECT_FALSE(TextRunsDown(page));
}

}  // namespace
}  // namespace juesuan
