// Layers held against drawn pages, with the engine that is installed.
#include "ocr/layer_check.h"

#include <gtest/gtest.h>

#include "drawn_text.h"
#include "ocr/page_reader.h"

namespace juesuan {
namespace {

constexpr double kDpi = 200, kPoints = 72 / kDpi;
constexpr char kFont[] = "Noto Serif CJK SC 28px";

// A page that shows figures, and a layer that says something of them.
struct Sheet {
  Page page;
  Raster raster = MakeRaster(900, 300, 1, kDpi, 255);

  Sheet() {
    page.number = 1;
    page.kind = PageKind::kBornDigital;
    page.layer_sound = true;
    page.frame = {900 * kPoints, 300 * kPoints, 0, 0};
    page.fonts = {{"A", false, true, true, 31}};
  }

  // `shown` and `said` have equally many characters.
  void Print(const std::string& shown, const std::string& said, int y) {
    DrawText(&raster, shown, kFont, 100, y);
    int end = 100;
    for (int x = 100; x < raster.width; ++x)
      for (int row = y; row < y + 40; ++row)
        if (raster.Row(row)[x] < 128) end = x + 2;
    const double width = (end - 100) * kPoints / static_cast<double>(said.size());
    for (size_t i = 0; i < said.size(); ++i) {
      Glyph glyph;
      glyph.text = std::string(1, said[i]);
      glyph.code = static_cast<uint32_t>(shown[i]);
      const double x = 100 * kPoints + width * static_cast<double>(i);
      glyph.box = {x, y * kPoints, x + width, (y + 40) * kPoints};
      glyph.size = 28 * kPoints;
      page.glyphs.push_back(glyph);
    }
  }

  // Whether the layer is still believed after it was looked at.
  bool IsBelieved(const DrawPage& draw) {
    auto reader = PageReader::Make({TextMode::kAuto, EngineChoice::kAuto, {}});
    EXPECT_TRUE(reader.ok());
    std::vector<Page> pages = {page};
    EXPECT_TRUE(reader->StartDocument(draw, &pages).ok());
    return pages[0].layer_sound;
  }
  bool IsBelieved() {
    return IsBelieved([this](const Page&) -> Result<Raster> { return raster; });
  }
};

TEST(LayerCheck, BelievesALayerThatSaysWhatIsSeen) {
  Sheet sheet;
  sheet.Print("1,384.30", "1,384.30", 40);
  sheet.Print("5061.97", "5061.97", 120);
  EXPECT_TRUE(sheet.IsBelieved());
}

TEST(LayerCheck, DoesNotBelieveOneWithTwoDigitsExchanged) {
  Sheet sheet;
  sheet.Print("1,384.30", "1,834.80", 40);
  sheet.Print("5061.97", "5061.97", 120);
  EXPECT_FALSE(sheet.IsBelieved());
}

TEST(LayerCheck, DoesNotBelieveFiguresWhereNothingIsSeen) {
  Sheet sheet;
  sheet.Print("1,384.30", "1,384.30", 40);
  sheet.raster = MakeRaster(900, 300, 1, kDpi, 255);
  EXPECT_FALSE(sheet.IsBelieved());
}

TEST(LayerCheck, APageThatCannotBeDrawnIsNotAccused) {
  Sheet sheet;
  sheet.Print("1,384.30", "1,834.80", 40);
  EXPECT_TRUE(sheet.IsBelieved(
      [](const Page&) -> Result<Raster> { return MakeError(ErrorCode::kDamaged, "no picture"); }));
}

}  // namespace
}  // namespace juesuan
