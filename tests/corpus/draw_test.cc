#include <gtest/gtest.h>

#include <set>

#include "corpus/draw_document.h"
#include "corpus/invent.h"
#include "corpus/page_canvas.h"
#include "corpus/scan.h"
#include "corpus/two_up.h"

namespace juesuan {
namespace {

// A small department with every form filled.
Variant Small() {
  Variant variant;
  variant.shape.funds = variant.shape.capital = true;
  variant.shape.own_money = variant.shape.balances = true;
  variant.shape.general_items = 3;
  variant.look.watermark.kind = WatermarkKind::kForm;
  return variant;
}

size_t CellsOf(const Disclosure& disclosure, const std::string& form) {
  size_t count = 0;
  for (const TruthRecord& record : disclosure.truth) count += record.form == form ? 1 : 0;
  return count;
}

TEST(Invent, FormsHaveTheShapeOfTheNationalSet) {
  const Disclosure disclosure = Invent(3, Small());
  EXPECT_EQ(CellsOf(disclosure, "PUB01"), 62U);
  EXPECT_EQ(CellsOf(disclosure, "PUB04"), 160U);
  EXPECT_EQ(CellsOf(disclosure, "PUB06"), 112U);
  EXPECT_EQ(CellsOf(disclosure, "PUB09"), 12U);
  EXPECT_EQ(CellsOf(disclosure, "PUB10"), 16U);
  EXPECT_EQ(CellsOf(disclosure, "PUB02") % 7, 0U);
  EXPECT_EQ(CellsOf(disclosure, "PUB03") % 6, 0U);
  EXPECT_GT(CellsOf(disclosure, "PUB07"), 6U);
  EXPECT_GT(CellsOf(disclosure, "PUB08"), 3U);
}

class VariantTest : public testing::TestWithParam<uint32_t> {};

TEST_P(VariantTest, EveryRecordIsDrawnOnceWithItsOwnKey) {
  const Variant variant = DrawVariant(GetParam());
  Disclosure disclosure = Invent(GetParam(), variant);
  const Drawing drawing = DrawDocument(variant.look, &disclosure);
  std::set<std::vector<std::string>> keys;
  for (const TruthRecord& record : disclosure.truth) {
    const std::string name = record.form + " " + record.row_key + " " + record.col_key;
    EXPECT_TRUE(keys.insert({record.form, record.row_key, record.panel, record.col_key}).second)
        << name;
    ASSERT_GT(record.page, 0) << name;
    ASSERT_LE(record.page, static_cast<int>(drawing.pages.size())) << name;
    const PageDrawing& page = drawing.pages[static_cast<size_t>(record.page) - 1];
    EXPECT_FALSE(record.box.IsEmpty()) << name;
    EXPECT_GE(record.box.x0, 0) << name;
    EXPECT_LE(record.box.x1, page.width) << name;
    EXPECT_LE(record.box.y1, page.height) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, VariantTest, testing::Range(1U, 13U));

TEST(Draw, SameBytesTwice) {
  const auto draw = [] {
    Disclosure disclosure = Invent(3, Small());
    Look look = Small().look;
    look.rotated = true;
    return RenderPdf(DrawDocument(look, &disclosure));
  };
  const auto first = draw(), second = draw();
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(second.ok());
  EXPECT_TRUE(*first == *second);
  EXPECT_NE(first->find("/Rotate 90"), std::string::npos);
}

TEST(Draw, ContentsNameThePagesOfTheTables) {
  Disclosure disclosure = Invent(3, Small());
  const Drawing drawing = DrawDocument(Small().look, &disclosure);
  std::set<std::string> texts;
  for (const Mark& mark : drawing.pages[1].marks) {
    if (const auto* run = std::get_if<TextRun>(&mark)) texts.insert(run->text);
  }
  // The first table stands under the heading of its part, on the second printed page.
  EXPECT_EQ(texts.count("2"), 1U);
}

TEST(Scan, SameBytesTwiceAndOneImageAPage) {
  Disclosure disclosure = Invent(3, Small());
  Drawing drawing = DrawDocument(Small().look, &disclosure);
  drawing.pages.resize(2);
  const auto options = ParseScanOptions("dpi=75,noise=4,tilt=0.5,blur=0.5,jpeg=50,light=10");
  ASSERT_TRUE(options.ok());
  const auto first = ScanDrawing(drawing, *options), second = ScanDrawing(drawing, *options);
  ASSERT_TRUE(first.ok());
  EXPECT_TRUE(*first == *second);
  size_t images = 0;
  for (size_t at = first->find("/DCTDecode"); at != std::string::npos;
       at = first->find("/DCTDecode", at + 1)) {
    ++images;
  }
  EXPECT_EQ(images, 2U);
}

TEST(Scan, OptionsOutsideTheirGrammarAreRefused) {
  for (const char* text : {"dpi", "dpi=", "dpi=abc", "dpi=20", "turn=45", "grain=3"}) {
    const auto options = ParseScanOptions(text);
    ASSERT_FALSE(options.ok()) << text;
    EXPECT_EQ(options.error().code, ErrorCode::kUsage) << text;
  }
}

TEST(TwoUp, UprightPagesShareASheetAndTheTruthMovesWithThem) {
  Drawing drawing;
  drawing.pages.resize(4);
  drawing.pages[2].width = 842, drawing.pages[2].height = 595;
  for (PageDrawing& page : drawing.pages) page.marks.push_back(TextRun{{50, 60}, "页", {}, {}, 0});
  std::vector<TruthRecord> truth(5);
  for (int page = 1; page <= 4; ++page) {
    truth[static_cast<size_t>(page) - 1].page = page;
    truth[static_cast<size_t>(page) - 1].box = {50, 60, 80, 70};
  }
  PutTwoUp(&drawing, &truth);
  ASSERT_EQ(drawing.pages.size(), 3U);
  EXPECT_EQ(drawing.pages[0].width, 1190);
  EXPECT_EQ(drawing.pages[1].width, 842);
  ASSERT_EQ(drawing.pages[0].marks.size(), 2U);
  EXPECT_EQ(std::get<TextRun>(drawing.pages[0].marks[1]).at.x, 645);
  const int sheets[] = {1, 1, 2, 3, 0};
  for (size_t i = 0; i < truth.size(); ++i) EXPECT_EQ(truth[i].page, sheets[i]) << i;
  EXPECT_EQ(truth[0].box.x0, 50);
  EXPECT_EQ(truth[1].box.x0, 645);
  EXPECT_EQ(truth[2].box.x0, 50);
}

}  // namespace
}  // namespace juesuan
