// Pages that were made a point a pixel come as large as their paper was.
#include "ingest/page_scale.h"

#include <gtest/gtest.h>

#include "ingest/poppler_file.h"
#include "small_pdf.h"

namespace juesuan {
namespace {

struct ScaleCase {
  const char* name;
  double width, height;  // points
  double image_dpi;
  double image_share;  // of the page's height
  int glyphs, render_mode;
  double scale;
};

class ScaleOfScan : public testing::TestWithParam<ScaleCase> {};

TEST_P(ScaleOfScan, IsToldBySizeAndPictures) {
  const ScaleCase& c = GetParam();
  PaintedPage page;
  page.width = c.width;
  page.height = c.height;
  PaintedImage image;
  image.box = {0, 0, c.width, c.image_share * c.height};
  image.dpi = c.image_dpi;
  page.images.push_back(image);
  PaintedGlyph glyph;
  glyph.render_mode = c.render_mode;
  page.glyphs.assign(static_cast<size_t>(c.glyphs), glyph);
  EXPECT_NEAR(juesuan::ScaleOfScan(page), c.scale, 0.001);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, ScaleOfScan,
    testing::Values(ScaleCase{"a_point_a_pixel", 1654, 2339, 72, 1, 0, 0, 595 / 1654.0},
                    ScaleCase{"lying", 2339, 1654, 72, 1, 0, 0, 595 / 1654.0},
                    ScaleCase{"of_96_dpi", 1240, 1754, 96, 1, 0, 0, 595 / 1240.0},
                    ScaleCase{"with_a_hidden_layer", 1654, 2339, 72, 1, 500, 3, 595 / 1654.0},
                    ScaleCase{"as_large_as_paper", 842, 1191, 72, 1, 0, 0, 1},
                    ScaleCase{"fine_picture_on_a_large_sheet", 1684, 2384, 200, 1, 0, 0, 1},
                    ScaleCase{"poster_with_text", 1684, 2384, 72, 1, 500, 0, 1},
                    ScaleCase{"coarse_picture_on_a_poster", 1684, 2384, 72, 0.5, 0, 0, 1}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PopplerFile, HandsOutThePaperOfAPageMadeAPointAPixel) {
  const std::string image = StreamObject(
      "/Type/XObject/Subtype/Image/Width 1240/Height 1754/BitsPerComponent 8/ColorSpace/DeviceGray",
      std::string(1240 * 1754, '\x80'));
  const TempFile file(
      SmallPdf({{"1240 0 0 1754 0 0 cm /I Do", "", "/XObject<</I 4 0 R>>", 1240, 1754}}, {image}));
  Result<PopplerFile> opened = PopplerFile::Open(file.path());
  ASSERT_TRUE(opened.ok());
  // Whether or not it was collected before.
  const Result<Raster> raster = opened->Render(1, 150, 1, SkipRules{});
  ASSERT_TRUE(raster.ok());
  EXPECT_NEAR(raster->width, 1240, 1);
  EXPECT_NEAR(raster->height, 1754, 1);
  EXPECT_EQ(raster->dpi, 150);
  const Result<PaintedPage> page = opened->Collect(1);
  ASSERT_TRUE(page.ok());
  EXPECT_NEAR(page->width, 595, 0.1);
  ASSERT_EQ(page->images.size(), 1U);
  EXPECT_NEAR(page->images[0].dpi, 150, 0.2);
  EXPECT_NEAR(page->images[0].box.Height(), page->height, 0.1);
}

}  // namespace
}  // namespace juesuan
