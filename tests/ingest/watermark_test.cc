// Watermarks as objects: what is left out of glyphs and pixels, and what stays.
#include <gtest/gtest.h>

#include <algorithm>

#include "small_pdf.h"

namespace juesuan {
namespace {

const char kGrey[] = "0.75 g\n";
const char kBlack[] = "0 g\n";

std::vector<SmallPage> Repeat(const std::string& content, int times,
                              const std::string& resources = "") {
  return std::vector<SmallPage>(static_cast<size_t>(times), SmallPage{content, "", resources});
}

struct Case {
  const char* name;
  std::string pdf;
  const char* kind;  // of the mark; "" if there must be none
  const char* gone;  // words that must be gone, or must stay where there is no mark
};

std::string ArtifactPdf() {
  return SmallPdf(Repeat(BodyText() + "/Artifact <</Subtype/Watermark/Type/Pagination>> BDC\n" +
                             ShowText("STAMPED", 200, 400, 10) + "EMC\n",
                         1));
}

std::string FormPdf() {
  const std::string form = StreamObject(
      "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>",
      "0.8 g\n" + ShowText("STAMPED", 150, 350, 12) + ShowText("ASWELL", 150, 450, 70));
  return SmallPdf(Repeat(BodyText() + "/W Do\n", 3, "/XObject<</W 4 0 R>>"), {form});
}

std::string DeclaredFormPdf() {
  const std::string form = StreamObject(
      "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>"
      "/PieceInfo<</ADBE_CompoundType<</Private/Watermark>>>>",
      ShowText("STAMPED", 150, 350, 12));
  return SmallPdf(Repeat(BodyText() + "/W Do\n", 1, "/XObject<</W 4 0 R>>"), {form});
}

std::string TranslucentPdf() {
  return SmallPdf(Repeat(BodyText() + "/G gs 1 0 0 rg\n" + ShowText("STAMPED", 150, 250, 60, 45), 2,
                         "/ExtGState<</G <</ca 0.2>>>>"));
}

class Watermark : public testing::TestWithParam<Case> {};

TEST_P(Watermark, IsToldByItsLooks) {
  const IngestedPages read = ReadSmall(GetParam().pdf);
  ASSERT_FALSE(read.pages.empty());
  for (const Page& page : read.pages) {
    const std::string text = TextOf(page);
    EXPECT_NE(text.find("Body line"), std::string::npos);
    const bool expected = std::string(GetParam().kind) != "";
    EXPECT_EQ(text.find(GetParam().gone) == std::string::npos, expected) << text;
    EXPECT_EQ(page.watermarks.empty(), !expected);
    if (!page.watermarks.empty()) {
      EXPECT_EQ(page.watermarks[0].kind, GetParam().kind);
      EXPECT_NE(page.watermarks[0].text.find(GetParam().gone), std::string::npos);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Watermark,
    testing::Values(
        Case{"slanted_grey_on_one_page",
             SmallPdf(Repeat(BodyText() + kGrey + ShowText("STAMPED", 150, 250, 60, 45), 1)),
             "text", "STAMPED"},
        Case{"slanted_translucent", TranslucentPdf(), "text", "STAMPED"},
        Case{"slanted_dark_but_big_and_repeated",
             SmallPdf(Repeat(BodyText() + ShowText("STAMPED", 150, 250, 60, 30), 3)), "text",
             "STAMPED"},
        Case{"upright_grey_repeated",
             SmallPdf(Repeat(BodyText() + kGrey + ShowText("STAMPED", 150, 400, 60), 4)), "text",
             "STAMPED"},
        Case{"artifact", ArtifactPdf(), "layer", "STAMPED"},
        Case{"form_on_every_page", FormPdf(), "form", "STAMPED"},
        Case{"declared_form", DeclaredFormPdf(), "layer", "STAMPED"},
        Case{"upright_grey_once",
             SmallPdf({{BodyText() + kGrey + ShowText("TITLE", 150, 400, 60), "", ""},
                       {BodyText(), "", ""},
                       {BodyText(), "", ""}}),
             "", "Body"},
        Case{"page_header_grey_repeated",
             SmallPdf(Repeat(BodyText() + kGrey + ShowText("HEADER", 60, 770, 20), 4)), "",
             "HEADER"},
        Case{"page_number", SmallPdf(Repeat(BodyText() + ShowText("7", 300, 30, 10), 4)), "", "7"},
        Case{"black_text_turned_by_a_quarter",
             SmallPdf(Repeat(BodyText() + kBlack + ShowText("SIDEWAYS", 560, 200, 30, 90), 4)), "",
             "SIDEWAYS"},
        Case{"small_black_slanted_head",
             SmallPdf(Repeat(BodyText() + kBlack + ShowText("SLANT", 90, 500, 10, 35), 4)), "",
             "SLANT"}),
    [](const auto& c) { return std::string(c.param.name); });

// Darkness of the pixels within a box of the page, 0 white … 1 black.
double Ink(const Raster& raster, const Box& box) {
  const double scale = raster.dpi / 72;
  double sum = 0, count = 0;
  for (int y = static_cast<int>(box.y0 * scale); y < box.y1 * scale; ++y) {
    for (int x = static_cast<int>(box.x0 * scale); x < box.x1 * scale; ++x) {
      sum += 255 - raster.Row(y)[x * raster.channels];
      ++count;
    }
  }
  return sum / count / 255;
}

TEST(WatermarkPixels, AreLeftOutOfTheCleanPageAndKeptOnDisplay) {
  const TempFile file(
      SmallPdf(Repeat(BodyText() + kGrey + ShowText("STAMPED", 150, 250, 60, 45), 1)));
  auto document = PdfDocument::Open(file.path());
  ASSERT_TRUE(document.ok());
  const IngestedPages read = document->ReadPages();
  const auto clean = document->Clean(read.pages[0], 72);
  const auto shown = document->Display(1, 72);
  ASSERT_TRUE(clean.ok() && shown.ok());
  EXPECT_EQ(clean->raster.channels, 1);
  EXPECT_EQ(shown->channels, 3);
  const Box mark{150, 300, 450, 600}, body{80, 90, 200, 102};
  EXPECT_EQ(Ink(clean->raster, mark), 0);
  EXPECT_GT(Ink(*shown, mark), 0.005);
  EXPECT_GT(Ink(clean->raster, body), 0.05);
}

// A page-filling image with a soft mask above real text: the mark of an image editor.
TEST(WatermarkImage, WithSoftMaskOverTextIsLeftOut) {
  const std::string image = StreamObject(
      "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
      "/SMask 5 0 R",
      "\x40");
  const std::string mask = StreamObject(
      "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
      "\x30");
  const std::string pdf =
      SmallPdf(Repeat(BodyText() + "q 600 0 0 800 0 0 cm /I Do Q\n", 1, "/XObject<</I 4 0 R>>"),
               {image, mask});
  const Page page = ReadSmall(pdf).pages.at(0);
  ASSERT_EQ(page.watermarks.size(), 1u);
  EXPECT_EQ(page.watermarks[0].kind, "image");
  EXPECT_EQ(page.kind, PageKind::kBornDigital);
  EXPECT_TRUE(page.layer_sound);
}

}  // namespace
}  // namespace juesuan
