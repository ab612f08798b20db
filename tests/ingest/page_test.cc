// The text layer, vector rulings, kinds and turns of pages.
#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/page_rulings.h"
#include "small_pdf.h"

namespace juesuan {
namespace {

Page OnePage(const std::string& content, const std::string& attributes = "",
             const std::string& resources = "", const std::vector<std::string>& objects = {}) {
  const IngestedPages read = ReadSmall(SmallPdf({{content, attributes, resources}}, objects));
  EXPECT_EQ(read.pages.size(), 1u);
  return read.pages.empty() ? Page{} : read.pages[0];
}

TEST(Glyphs, HavePlaceSizeAndColour) {
  const Page page = OnePage("1 0 0 rg\n" + ShowText("AB", 100, 600, 20));
  ASSERT_EQ(page.glyphs.size(), 2u);
  const Glyph& a = page.glyphs[0];
  EXPECT_EQ(a.text, "A");
  EXPECT_EQ(a.size, 20);
  EXPECT_EQ(a.colour, 0xFF0000u);
  EXPECT_EQ(a.angle, 0);
  EXPECT_EQ(a.box.x0, 100);
  EXPECT_NEAR(a.box.x1, 113.34, 0.01);  // Helvetica A is 667 thousandths wide
  EXPECT_LT(a.box.y0, 190);
  EXPECT_GT(a.box.y1, 200);  // the baseline is 800 - 600 from the top
  EXPECT_EQ(page.glyphs[1].box.x0, a.box.x1);
}

TEST(Glyphs, CharacterSpacingIsNotPartOfTheBox) {
  const Page page = OnePage("BT /F 20 Tf 10 Tc 100 600 Td (AB) Tj ET");
  ASSERT_EQ(page.glyphs.size(), 2u);
  EXPECT_NEAR(page.glyphs[0].box.x1, 113.34, 0.01);
  EXPECT_NEAR(page.glyphs[1].box.x0, 123.34, 0.01);
}

TEST(Glyphs, PrintedTwiceForBoldComeOnce) {
  const Page page = OnePage(ShowText("11", 100, 600, 20) + ShowText("11", 100.4, 600, 20));
  EXPECT_EQ(TextOf(page), "11");
}

TEST(Glyphs, UnderAFilledBoxAreNotSeen) {
  const Page page = OnePage(ShowText("18", 100, 600, 20) + "1 g 95 590 40 30 re f 0 g\n" +
                            ShowText("27", 100, 600, 20));
  std::string seen;
  for (const Glyph& glyph : page.glyphs)
    if (glyph.render_mode != 3) seen += glyph.text;
  EXPECT_EQ(seen, "27");
}

TEST(Glyphs, PrintedAgainOverABoxAreSeen) {
  const Page page = OnePage(ShowText("18", 100, 600, 20) + "0.8 g 95 590 40 30 re f 0 g\n" +
                            ShowText("18", 100, 600, 20));
  ASSERT_EQ(page.glyphs.size(), 4u);
  EXPECT_EQ(page.glyphs[0].render_mode, 3);
  EXPECT_EQ(page.glyphs[2].render_mode, 0);
}

TEST(Glyphs, ClippedAwayAreNotOnThePage) {
  const Page page = OnePage("q 0 0 105 800 re W n\n" + ShowText("AB", 92, 600, 20) + "Q\n");
  EXPECT_EQ(TextOf(page), "A");
}

struct RulingCase {
  const char* name;
  const char* content;
  std::vector<Ruling> rulings;
};

class VectorRulings : public testing::TestWithParam<RulingCase> {};

TEST_P(VectorRulings, ComeFromEveryWayOfDrawing) {
  const Page page = OnePage(GetParam().content);
  ASSERT_EQ(page.rulings.size(), GetParam().rulings.size());
  for (size_t i = 0; i < page.rulings.size(); ++i) {
    const Ruling& want = GetParam().rulings[i];
    const Ruling& got = page.rulings[i];
    EXPECT_EQ(got.horizontal, want.horizontal) << i;
    EXPECT_NEAR(got.at, want.at, 0.3) << i;
    EXPECT_NEAR(got.from, want.from, 0.6) << i;
    EXPECT_NEAR(got.to, want.to, 0.6) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Ways, VectorRulings,
    testing::Values(RulingCase{"stroke", "1 w 100 700 m 300 700 l S", {{true, 100, 100, 300, 1}}},
                    RulingCase{"thin_fill", "100 699.5 200 1 re f", {{true, 100, 100, 300, 1}}},
                    RulingCase{"mitred_fill",
                               "100 700 m 300 700 l 299 699 l 101 699 l h f",
                               {{true, 100.5, 100, 300, 1}}},
                    RulingCase{"cell_by_cell",
                               "100 700 m 200 700 l S 200 700 m 300 700 l S 100 700 m 150 700 l S",
                               {{true, 100, 100, 300, 1}}},
                    RulingCase{"dashes",
                               "100 700 m 104 700 l S 106 700 m 110 700 l S 112 700 m 116 700 l S "
                               "118 700 m 122 700 l S 124 700 m 128 700 l S",
                               {{true, 100, 100, 128, 1}}},
                    RulingCase{"rectangle",
                               "100 600 200 100 re S",
                               {{true, 100, 100, 300, 1},
                                {true, 200, 100, 300, 1},
                                {false, 100, 100, 200, 1},
                                {false, 300, 100, 200, 1}}},
                    RulingCase{"off_the_page", "-50 700 m 50 700 l S", {{true, 100, 0, 50, 1}}},
                    RulingCase{"clipped",
                               "q 0 0 200 800 re W n 100 700 m 300 700 l S Q",
                               {{true, 100, 100, 200, 1}}},
                    RulingCase{"white", "1 G 100 700 m 300 700 l S", {}},
                    RulingCase{"slanted", "100 700 m 300 650 l S", {}},
                    RulingCase{"curve", "100 700 m 150 701 250 701 300 700 c S", {}},
                    RulingCase{"shaded_cell", "0.9 g 100 600 200 50 re f", {}}),
    [](const auto& c) { return std::string(c.param.name); });

TEST(MergeRulings, DoesNotDependOnOrder) {
  std::vector<Ruling> lines = {{true, 100, 10, 50, 1},
                               {true, 100.3, 50, 90, 1},
                               {true, 100.1, 45, 60, 1},
                               {false, 10, 0, 70, 1}};
  const auto forward = MergeRulings(lines, 600, 800);
  std::reverse(lines.begin(), lines.end());
  const auto backward = MergeRulings(lines, 600, 800);
  ASSERT_EQ(forward.size(), 2u);
  ASSERT_EQ(backward.size(), 2u);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(forward[i].at, backward[i].at);
    EXPECT_EQ(forward[i].from, backward[i].from);
    EXPECT_EQ(forward[i].to, backward[i].to);
  }
}

TEST(Turn, RotateEntryIsPartOfTheDisplayedPage) {
  const Page page = OnePage(ShowText("SIDE", 300, 100, 20, 90), "/Rotate 90");
  EXPECT_EQ(page.frame.turn, 0);
  EXPECT_EQ(page.frame.width, 800);
  EXPECT_EQ(page.frame.height, 600);
  EXPECT_EQ(page.glyphs.at(0).angle, 0);
}

TEST(Turn, TextAtRightAnglesIsSetUpright) {
  for (const int degrees : {90, 180, 270}) {
    const Page page = OnePage(ShowText("A", 300, 400, 20, degrees) + "100 700 m 300 700 l S");
    EXPECT_EQ(page.frame.turn, degrees);  // counterclockwise text, clockwise turn
    ASSERT_EQ(page.glyphs.size(), 1u);
    EXPECT_EQ(page.glyphs[0].angle, 0);
    ASSERT_EQ(page.rulings.size(), 1u);
    EXPECT_EQ(page.rulings[0].horizontal, degrees == 180);
    // Back on the displayed page, the ruling is where it was drawn.
    const Ruling& r = page.rulings[0];
    const Box axis = r.horizontal ? Box{r.from, r.at - 1, r.to, r.at + 1}
                                  : Box{r.at - 1, r.from, r.at + 1, r.to};
    EXPECT_EQ(ToDisplayed(axis, page.frame), (Box{100, 99, 300, 101})) << degrees;
  }
}

struct KindCase {
  const char* name;
  std::string content;
  PageKind kind;
  bool sound;
  const char* reason;
};

const char kWholePage[] = "q 600 0 0 800 0 0 cm /I Do Q\n";
const char kThirdOfPage[] = "q 500 0 0 300 50 50 cm /I Do Q\n";

class Kind : public testing::TestWithParam<KindCase> {};

TEST_P(Kind, IsToldFromWhatThePagePaints) {
  const std::string image = StreamObject(
      "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
      "\x40");
  const Page page = OnePage(GetParam().content, "", "/XObject<</I 4 0 R>>", {image});
  EXPECT_EQ(page.kind, GetParam().kind) << PageKindName(page.kind);
  EXPECT_EQ(page.layer_sound, GetParam().sound);
  EXPECT_EQ(page.layer_reason, GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    Pages, Kind,
    testing::Values(
        KindCase{"text", BodyText(), PageKind::kBornDigital, true, ""},
        KindCase{"blank", "", PageKind::kBlank, false, "no glyphs"},
        KindCase{"scan", kWholePage, PageKind::kScan, false, "no glyphs"},
        KindCase{"scan_with_hidden_layer", kWholePage + ("BT 3 Tr ET\n" + BodyText()),
                 PageKind::kScan, false, "invisible over image"},
        KindCase{"table_as_picture", BodyText() + kThirdOfPage, PageKind::kMixed, false,
                 "images may hold text"},
        KindCase{"scan_with_page_number", kWholePage + ShowText("Page 3", 300, 20, 10),
                 PageKind::kScan, false, "images may hold text"},
        KindCase{"scan_with_stamped_head",
                 kWholePage + ShowText("Copy for the office", 50, 780, 10), PageKind::kMixed, false,
                 "images may hold text"},
        KindCase{"text_under_picture", BodyText() + kWholePage, PageKind::kScan, false,
                 "invisible over image"},
        KindCase{"some_text_under_picture", BodyText() + "q 200 0 0 30 50 600 cm /I Do Q\n",
                 PageKind::kBornDigital, false, "text under an image"},
        KindCase{"white_text_upon_picture", kWholePage + ("1 g\n" + BodyText()), PageKind::kScan,
                 false, "invisible over image"},
        KindCase{"picture_behind_text", kWholePage + BodyText(), PageKind::kBornDigital, true, ""},
        KindCase{"text_off_the_page", ShowText("far away", 900, 900, 10), PageKind::kBlank, false,
                 "text outside the page"}),
    [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace juesuan
