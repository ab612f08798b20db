// Images that have the page's own resolution come out pixel for pixel; all others as they are
// drawn.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "ingest/poppler_file.h"
#include "small_pdf.h"

namespace juesuan {
namespace {

constexpr int kWidth = 600, kHeight = 800;  // of the page, points and, at kDpi, pixels
constexpr double kDpi = 72;

// An image object of the picture. `entries`: further ones of its dictionary.
std::string ImageObject(const Raster& picture, const std::string& entries = "") {
  return StreamObject("/Type/XObject/Subtype/Image/Width " + std::to_string(picture.width) +
                          "/Height " + std::to_string(picture.height) + "/BitsPerComponent 8" +
                          "/ColorSpace/Device" + (picture.channels == 3 ? "RGB" : "Gray") + entries,
                      std::string(picture.pixels.begin(), picture.pixels.end()));
}

Raster Drawn(const std::string& pdf, double dpi, int channels) {
  const TempFile file(pdf);
  Result<PopplerFile> opened = PopplerFile::Open(file.path());
  EXPECT_TRUE(opened.ok());
  if (!opened.ok()) return {};
  Result<Raster> raster = opened->Render(1, dpi, channels, SkipRules{});
  EXPECT_TRUE(raster.ok());
  return raster.ok() ? std::move(raster).value() : Raster{};
}

// No two neighbours are alike: scaling by a fraction of a pixel shows.
Raster Noise(int width, int height, int channels) {
  Raster noise = MakeRaster(width, height, channels, kDpi, 0);
  std::mt19937 random(5);
  for (uint8_t& value : noise.pixels) value = static_cast<uint8_t>(random() % 256);
  return noise;
}

// A white page with `picture` on it, its top left at (left, top).
Raster OnPage(const Raster& picture, int left, int top) {
  Raster page = MakeRaster(kWidth, kHeight, picture.channels, kDpi, 255);
  for (int y = std::max(0, top); y < std::min(kHeight, top + picture.height); ++y)
    for (int x = std::max(0, left); x < std::min(kWidth, left + picture.width); ++x)
      std::copy_n(picture.Row(y - top) + (x - left) * picture.channels, picture.channels,
                  page.Row(y) + x * picture.channels);
  return page;
}

struct PlaceCase {
  const char* name;
  std::string content;
  int width, height;  // of the image, pixels
  int left, top;      // where it is to lie
};

class CopiedImage : public testing::TestWithParam<PlaceCase> {};

TEST_P(CopiedImage, IsThePixelsOfTheFile) {
  const PlaceCase& c = GetParam();
  for (const int channels : {1, 3}) {
    const Raster noise = Noise(c.width, c.height, channels);
    const Raster drawn = Drawn(
        SmallPdf({{c.content, "", "/XObject<</I 4 0 R>>"}}, {ImageObject(noise)}), kDpi, channels);
    const Raster expected = OnPage(noise, c.left, c.top);
    ASSERT_EQ(drawn.pixels.size(), expected.pixels.size());
    EXPECT_TRUE(drawn.pixels == expected.pixels) << channels;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Places, CopiedImage,
    testing::Values(
        PlaceCase{"the_page", "600 0 0 800 0 0 cm /I Do", kWidth, kHeight, 0, 0},
        PlaceCase{"off_by_a_fraction", "599.3 0 0 800.8 0.3 -0.4 cm /I Do", kWidth, kHeight, 0, 0},
        PlaceCase{"leaning_by_a_pixel", "600 0.9 -0.9 800 0 0 cm /I Do", kWidth, kHeight, 0, 0},
        PlaceCase{"part_of_the_page", "400.4 0 0 500 100.3 200.2 cm /I Do", 400, 500, 100, 100},
        PlaceCase{"over_the_left_and_upper_edge", "600.4 0 0 799.7 -100.2 50.3 cm /I Do", kWidth,
                  kHeight, -100, -50},
        PlaceCase{"over_the_right_and_lower_edge", "600.4 0 0 799.7 99.7 -50.3 cm /I Do", kWidth,
                  kHeight, 100, 51},
        PlaceCase{"clipped_to_all_of_it", "0 0 600 800 re W n 599.3 0 0 800.8 0.3 -0.4 cm /I Do",
                  kWidth, kHeight, 0, 0},
        PlaceCase{"over_other_print", "0 g 0 0 600 800 re f 599.3 0 0 800.8 0.3 -0.4 cm /I Do",
                  kWidth, kHeight, 0, 0}),
    [](const auto& c) { return std::string(c.param.name); });

// As scanners write them: a bit a pixel, here with 1 for black.
TEST(CopiedImage, OfOneBitAPixel) {
  constexpr int kBytes = kWidth / 8;
  const Raster bytes = Noise(kBytes, kHeight, 1);
  Raster expected = MakeRaster(kWidth, kHeight, 1, kDpi, 255);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      if ((bytes.Row(y)[x / 8] >> (7 - x % 8) & 1) != 0) expected.Row(y)[x] = 0;
  const std::string image = StreamObject(
      "/Type/XObject/Subtype/Image/Width 600/Height 800/BitsPerComponent 1/ColorSpace/DeviceGray"
      "/Decode[1 0]",
      std::string(bytes.pixels.begin(), bytes.pixels.end()));
  const Raster drawn =
      Drawn(SmallPdf({{"599.3 0 0 800.8 0.3 -0.4 cm /I Do", "", "/XObject<</I 4 0 R>>"}}, {image}),
            kDpi, 1);
  EXPECT_TRUE(drawn.pixels == expected.pixels);
}

// Places of strips are rounded: each to its own pixel, there would be white rows between them.
TEST(CopiedImage, OfStripsThatMeetIsWhole) {
  constexpr int kStrips = 50, kRows = kHeight / kStrips;
  const Raster black = MakeRaster(kWidth, kRows, 1, kDpi, 0);
  std::string content;
  for (int i = 0; i < kStrips; ++i)
    content += "q 600 0 0 16.016 0 " + std::to_string(784 - 16.016 * i) + " cm /I Do Q ";
  const Raster drawn =
      Drawn(SmallPdf({{content, "", "/XObject<</I 4 0 R>>"}}, {ImageObject(black)}), kDpi, 1);
  for (int y = 0; y < kHeight; ++y) EXPECT_LT(drawn.Row(y)[kWidth / 2], 64) << y;
}

// A page of A4 is no whole number of pixels; a scan's resolution is known to two places.
TEST(CopiedImage, OfAScanAtItsOwnResolution) {
  const Raster noise = Noise(827, 1169, 1);
  SmallPage a4{"595.28 0 0 841.89 0 0 cm /I Do", "", "/XObject<</I 4 0 R>>", 595.28, 841.89};
  const std::string pdf = SmallPdf({a4}, {ImageObject(noise)});
  const IngestedPages read = ReadSmall(pdf);
  ASSERT_EQ(read.pages.size(), 1u);
  ASSERT_EQ(read.pages[0].kind, PageKind::kScan);
  EXPECT_NEAR(read.pages[0].image_dpi, 100, 0.1);
  const Raster drawn = Drawn(pdf, read.pages[0].image_dpi, 1);
  ASSERT_NEAR(drawn.width, noise.width, 1);
  ASSERT_NEAR(drawn.height, noise.height, 1);
  for (int y = 0; y < std::min(drawn.height, noise.height); ++y)
    for (int x = 0; x < std::min(drawn.width, noise.width); ++x)
      ASSERT_EQ(drawn.Row(y)[x], noise.Row(y)[x]) << x << " " << y;
}

using Quarters = std::array<int, 4>;  // greys: upper left, upper right, lower left, lower right
constexpr Quarters kQuarters = {0, 80, 160, 220};

Raster QuarterPicture(const Quarters& quarters) {
  Raster picture = MakeRaster(kWidth, kHeight, 1, kDpi, 0);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      picture.Row(y)[x] = static_cast<uint8_t>(
          quarters[static_cast<size_t>(2 * (2 * y / kHeight) + 2 * x / kWidth)]);
  return picture;
}

// Objects: 4 the picture, 5 it with its right half masked out by 6, 7 it with its black masked out,
// 8 it in a transparency group, 9 a group that is white on the left.
std::vector<std::string> Objects() {
  const Raster picture = QuarterPicture(kQuarters);
  const std::string form = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Group<</S/Transparency";
  return {ImageObject(picture),
          ImageObject(picture, "/SMask 6 0 R"),
          ImageObject(QuarterPicture({255, 0, 255, 0})),
          ImageObject(picture, "/Mask[0 0]"),
          StreamObject(form + ">>/Resources<</XObject<</I 4 0 R>>>>", "600 0 0 800 0 0 cm /I Do"),
          StreamObject(form + "/CS/DeviceGray>>", "1 g 0 0 300 800 re f")};
}

constexpr char kResources[] =
    "/XObject<</I 4 0 R/Soft 5 0 R/Key 7 0 R/Group 8 0 R>>"
    "/ExtGState<</Half<</ca 0.5>>/Multiply<</BM/Multiply>>"
    "/Left<</SMask<</S/Luminosity/G 9 0 R>>>>>>";

struct OtherCase {
  const char* name;
  std::string content;
  Quarters quarters;  // of the page
};

class OtherImage : public testing::TestWithParam<OtherCase> {};

TEST_P(OtherImage, IsDrawnAsThePageSays) {
  const Raster drawn = Drawn(SmallPdf({{GetParam().content, "", kResources}}, Objects()), kDpi, 1);
  ASSERT_FALSE(drawn.IsEmpty());
  for (size_t i = 0; i < 4; ++i) {
    const int x = i % 2 == 0 ? 150 : 450, y = i < 2 ? 200 : 600;
    EXPECT_NEAR(drawn.Row(y)[x], GetParam().quarters[i], 2) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Ways, OtherImage,
    testing::Values(
        OtherCase{"upright", "600 0 0 800 0 0 cm /I Do", kQuarters},
        OtherCase{"turned_by_a_half", "-600 0 0 -800 600 800 cm /I Do", {220, 160, 80, 0}},
        OtherCase{"turned_by_a_quarter", "0 800 -600 0 600 0 cm /I Do", {80, 220, 0, 160}},
        OtherCase{"mirrored", "-600 0 0 800 600 0 cm /I Do", {80, 0, 220, 160}},
        OtherCase{"upside_down", "600 0 0 -800 0 800 cm /I Do", {160, 220, 0, 80}},
        OtherCase{"mirrored_half", "-600 0 0 800 300 0 cm /I Do", {0, 255, 160, 255}},
        OtherCase{"upside_down_half", "600 0 0 -800 0 1200 cm /I Do", {0, 80, 255, 255}},
        OtherCase{"slanted", "600 0 400 800 0 0 cm /I Do", {255, 0, 160, 220}},
        OtherCase{"twice_as_large", "1200 0 0 1600 0 -800 cm /I Do", {0, 0, 0, 0}},
        OtherCase{"broader", "1200 0 0 800 0 0 cm /I Do", {0, 0, 160, 160}},
        OtherCase{"higher", "600 0 0 1600 0 -800 cm /I Do", {0, 80, 0, 80}},
        OtherCase{"clipped", "0 0 300 800 re W n 600 0 0 800 0 0 cm /I Do", {0, 255, 160, 255}},
        OtherCase{
            "clipped_above", "0 0 600 400 re W n 600 0 0 800 0 0 cm /I Do", {255, 255, 160, 220}},
        OtherCase{"clipped_aslant",
                  "0 0 m 600 0 l 0 700 l W n 600 0 0 800 0 0 cm /I Do",
                  {255, 255, 160, 255}},
        OtherCase{"half_transparent", "/Half gs 600 0 0 800 0 0 cm /I Do", {128, 168, 208, 238}},
        OtherCase{"blended",
                  "0.5 g 0 0 600 800 re f /Multiply gs 600 0 0 800 0 0 cm /I Do",
                  {0, 40, 80, 110}},
        OtherCase{"under_a_mask", "/Left gs 600 0 0 800 0 0 cm /I Do", {0, 255, 160, 255}},
        OtherCase{"with_a_mask", "600 0 0 800 0 0 cm /Soft Do", {0, 255, 160, 255}},
        OtherCase{"with_a_colour_left_out", "600 0 0 800 0 0 cm /Key Do", {255, 80, 160, 220}},
        OtherCase{"in_a_group", "/Group Do", kQuarters},
        OtherCase{"in_a_half_transparent_group", "/Half gs /Group Do", {128, 168, 208, 238}},
        OtherCase{
            "printed_over", "q 600 0 0 800 0 0 cm /I Do Q 0 g 300 0 300 800 re f", {0, 0, 160, 0}},
        OtherCase{"printed_over_by_an_image",
                  "q 600 0 0 800 0 0 cm /I Do Q 300 0 0 400 300 0 cm /I Do",
                  {0, 80, 160, -1}}),
    [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace juesuan
