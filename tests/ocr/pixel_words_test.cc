// The whole way from a drawn page to words, with both engines.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/page_turn.h"
#include "base/text.h"
#include "drawn_text.h"
#include "ocr/page_reader.h"
#include "ocr/ruling_eraser.h"

namespace juesuan {
namespace {

constexpr double kDpi = 200;
constexpr char kFont[] = "Noto Serif CJK SC 28px";

double Points(int pixels) { return pixels * 72 / kDpi; }

// A page of two rows and three columns, ruled every 60 pixels down and 300 across.
struct Drawn {
  Page page;
  Raster raster = MakeRaster(960, 420, 1, kDpi, 255);

  Drawn() {
    page.number = 1;
    page.kind = PageKind::kScan;
    page.frame = {Points(960), Points(420), 0, 0};
    for (int i = 0; i < 4; ++i) Rule(false, 30 + 300 * i, 100, 220);
    for (int i = 0; i < 3; ++i) Rule(true, 100 + 60 * i, 30, 930);
  }
  void Rule(bool horizontal, int at, int from, int to) {
    if (horizontal) {
      DrawBar(&raster, from, at - 1, to, at + 1, 0);
    } else {
      DrawBar(&raster, at - 1, from, at + 1, to, 0);
    }
    page.rulings.push_back({horizontal, Points(at), Points(from), Points(to), Points(2)});
  }
};

PageReader Reader(EngineChoice engine) {
  Result<PageReader> reader = PageReader::Make({TextMode::kOcr, engine, {}});
  JUESUAN_CHECK(reader.ok());
  return std::move(reader).value();
}

std::vector<std::string> Texts(const WordPage& page) {
  std::vector<std::string> out;
  for (const Word& word : page.words) out.push_back(word.Text());
  return out;
}

using Strings = std::vector<std::string>;

class Standing : public testing::TestWithParam<int> {};

TEST_P(Standing, APageIsSetUprightBeforeItIsRead) {
  Drawn drawn;
  DrawText(&drawn.raster, "收入支出决算总表", kFont, 300, 20);
  DrawText(&drawn.raster, "一般公共服务", kFont, 50, 105);
  DrawText(&drawn.raster, "5061.13", kFont, 400, 105);
  DrawText(&drawn.raster, "教育支出", kFont, 50, 165);
  DrawText(&drawn.raster, "139.47", kFont, 400, 165);
  TurnPage(GetParam(), &drawn.page);
  drawn.page.frame.turn = 0;  // as a scanner hands it over
  PageReader reader = Reader(EngineChoice::kPpocr);
  const Result<WordPage> words =
      reader.ReadPixels(drawn.page, TurnRaster(drawn.raster, GetParam()));
  ASSERT_TRUE(words.ok());
  EXPECT_EQ(words->frame.turn, (360 - GetParam()) % 360);
  EXPECT_EQ(Texts(*words),
            (Strings{"收入支出决算总表", "一般公共服务", "5061.13", "教育支出", "139.47"}));
  EXPECT_EQ(std::count_if(words->rulings.begin(), words->rulings.end(),
                          [](const Ruling& ruling) { return ruling.horizontal; }),
            3);
}

INSTANTIATE_TEST_SUITE_P(Quarters, Standing, testing::Values(0, 90, 180, 270));

// Digits that touch are as broad as Han characters, and upside down they are read as others.
TEST(PixelWords, WhichWayAPageStandsIsAskedOfItsNames) {
  Drawn drawn;
  drawn.raster = MakeRaster(960, 1300, 1, kDpi, 255);
  drawn.page.frame = {Points(960), Points(1300), 0, 0};
  drawn.page.rulings.clear();
  for (int line = 0; line < 19; ++line) {
    const int y = 40 + 60 * line;
    if (line == 9) {
      DrawText(&drawn.raster, "社会保障和就业支出", kFont, 100, y);
      continue;
    }
    DrawText(&drawn.raster, "2080506", kFont, 100, y);
    DrawBar(&drawn.raster, 104, y + 20, 168, y + 23, 0);
  }
  PageReader reader = Reader(EngineChoice::kPpocr);
  const Result<WordPage> words = reader.ReadPixels(drawn.page, TurnRaster(drawn.raster, 180));
  ASSERT_TRUE(words.ok());
  EXPECT_EQ(words->frame.turn, 180);
  const Strings texts = Texts(*words);
  EXPECT_EQ(std::count(texts.begin(), texts.end(), "社会保障和就业支出"), 1);
}

TEST(PixelWords, ReadsATableAndAHeading) {
  Drawn drawn;
  DrawText(&drawn.raster, "收入支出决算总表", kFont, 300, 20);
  DrawText(&drawn.raster, "一般公共服务", kFont, 50, 105);
  DrawText(&drawn.raster, "5061.13", kFont, 400, 105);
  DrawText(&drawn.raster, "——", kFont, 750, 105);
  DrawText(&drawn.raster, "教育支出", kFont, 50, 165);
  DrawText(&drawn.raster, "139.47", kFont, 527, 165);  // flush with the ruling at 630
  PageReader reader = Reader(EngineChoice::kPpocr);
  Result<WordPage> words = reader.ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok()) << words.error().ToString();
  EXPECT_EQ(Texts(*words),
            (Strings{"收入支出决算总表", "一般公共服务", "5061.13", "——", "教育支出", "139.47"}));
  EXPECT_TRUE(words->unread.empty());
  const Word& amount = words->words[2];
  EXPECT_EQ(amount.readings[0].by, Reader::kPpocr);
  EXPECT_GT(amount.readings[0].score, 0.9);
  EXPECT_TRUE(amount.box.Contains({Points(450), Points(130)}));
  EXPECT_GT(amount.box.x0, Points(398));
  EXPECT_LT(amount.box.x1, Points(560));
}

// The first page teaches all digits, so that the second is read with its book; a new document knows
// nothing of either.
TEST(PixelWords, AreTheSameWhateverDocumentWasReadBefore) {
  Drawn teacher, page;
  const char* const figures[] = {"1234567.89", "9876543.21", "2345678.90",
                                 "5432109.87", "1928374.65", "5647382.90"};
  for (int i = 0; i < 6; ++i)
    DrawText(&teacher.raster, figures[i], kFont, 50 + 300 * (i % 3), 105 + 60 * (i / 3));
  DrawText(&page.raster, "139.47", kFont, 400, 105);
  const auto json = [](Result<WordPage> words) { return ToJson(*words).Dump(); };
  PageReader reader = Reader(EngineChoice::kPpocr);
  const std::string alone = json(reader.ReadPixels(page.page, page.raster));
  std::vector<Page> pages;
  const DrawPage draw = [](const Page&) { return Raster{}; };
  ASSERT_TRUE(reader.StartDocument(draw, &pages).ok());
  ASSERT_TRUE(reader.ReadPixels(teacher.page, teacher.raster).ok());
  const std::string after_teacher = json(reader.ReadPixels(page.page, page.raster));
  EXPECT_NE(after_teacher, alone) << "compared with the page before";
  ASSERT_TRUE(reader.StartDocument(draw, &pages).ok());
  EXPECT_EQ(json(reader.ReadPixels(page.page, page.raster)), alone);
}

TEST(PixelWords, TesseractAloneReadsAmounts) {
  Drawn drawn;
  DrawText(&drawn.raster, "5061.13", kFont, 400, 105);
  PageReader reader = Reader(EngineChoice::kTesseract);
  Result<WordPage> words = reader.ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok()) << words.error().ToString();
  ASSERT_EQ(Texts(*words), (Strings{"5061.13"}));
  EXPECT_EQ(words->words[0].readings[0].by, Reader::kTesseract);
}

TEST(PixelWords, BlankCellsGiveNothingAndSpecksAreNotInk) {
  Drawn drawn;
  DrawBar(&drawn.raster, 150, 130, 152, 132, 0);
  DrawBar(&drawn.raster, 500, 140, 600, 144, 235);  // a faint rest of a watermark
  PageReader reader = Reader(EngineChoice::kPpocr);
  Result<WordPage> words = reader.ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok()) << words.error().ToString();
  EXPECT_TRUE(words->words.empty());
  EXPECT_TRUE(words->unread.empty());
}

TEST(PixelWords, RestsOfRulingsAreNoDashes) {
  Drawn drawn;
  DrawText(&drawn.raster, "108.83", kFont, 400, 105);
  DrawBar(&drawn.raster, 350, 103, 380, 104, 60);  // just beneath the ruling at 100
  DrawBar(&drawn.raster, 540, 156, 580, 157, 60);  // just above the ruling at 160
  DrawBar(&drawn.raster, 700, 217, 760, 218, 60);  // in a cell of its own
  DrawBar(&drawn.raster, 906, 106, 928, 107, 60);  // in a corner, farther from the ruling above
  const auto words = Reader(EngineChoice::kPpocr).ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok());
  EXPECT_EQ(Texts(*words), Strings{"108.83"});
  EXPECT_GT(words->words[0].readings[0].score, 0.9);
}

TEST(PixelWords, FiguresLowerThanTheOthersAreInDoubt) {
  Drawn drawn;
  const char* figures[] = {"5061.13", "139.47", "225.72", "17.37", "122.10", "303.99"};
  for (int i = 0; i < 6; ++i)
    DrawText(&drawn.raster, figures[i], i == 0 ? "Noto Serif CJK SC 20px" : kFont,
             100 + 300 * (i % 3), 105 + 60 * (i / 3));
  const auto words = Reader(EngineChoice::kPpocr).ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok());
  ASSERT_EQ(words->words.size(), 6u);
  for (const Word& word : words->words)
    EXPECT_EQ(word.readings[0].score <= 0.5, word.Text() == "5061.13") << word.Text();
}

// A mark lay over 1061.13, and what its lifting left reads so well: the page with its mark says.
TEST(PixelWords, WhereAMarkMayHaveHarmedAFigureThePageWithItsMarkIsRead) {
  const auto score = [](const std::string& with_mark, const std::string& kind) {
    Drawn drawn, marked;
    DrawText(&drawn.raster, "1061.13", kFont, 400, 105);
    if (!with_mark.empty()) DrawText(&marked.raster, with_mark, kFont, 400, 105);
    drawn.page.watermarks.push_back(
        {kind, "", {Points(400), Points(105), Points(420), Points(150)}});
    PageReader reader = Reader(EngineChoice::kPpocr);
    const Result<WordPage> words =
        reader.ReadPixels(drawn.page, drawn.raster, with_mark.empty() ? Raster{} : marked.raster);
    JUESUAN_CHECK(words.ok() && Texts(*words) == Strings{"1061.13"});
    return words->words[0].readings[0].score;
  };
  EXPECT_GT(score("1061.13", kHarmingMark), 0.9);
  EXPECT_LT(score("4061.13", kHarmingMark), 0.5);
  EXPECT_LT(score("", kHarmingMark), 0.5);
  EXPECT_GT(score("4061.13", "tone"), 0.9);
}

TEST(PixelWords, InkThatNobodyReadsIsReported) {
  Drawn drawn;
  DrawBar(&drawn.raster, 400, 108, 440, 152, 0);
  PageReader reader = Reader(EngineChoice::kPpocr);
  Result<WordPage> words = reader.ReadPixels(drawn.page, drawn.raster);
  ASSERT_TRUE(words.ok()) << words.error().ToString();
  EXPECT_EQ(words->words.size() + words->unread.size(), 1u);
}

TEST(PixelWords, LoneStrokesAreDashesByTheirShape) {
  struct Case {
    int width, height;
    const char* text;
  };
  for (const Case& c : {Case{10, 3, "—"}, Case{26, 3, "—"}, Case{52, 3, "——"}, Case{26, 6, "—"}}) {
    Drawn drawn;
    DrawText(&drawn.raster, "合计", kFont, 50, 105);
    DrawBar(&drawn.raster, 450, 128, 450 + c.width, 128 + c.height, 0);
    PageReader reader = Reader(EngineChoice::kPpocr);
    Result<WordPage> words = reader.ReadPixels(drawn.page, drawn.raster);
    ASSERT_TRUE(words.ok()) << words.error().ToString();
    EXPECT_EQ(Texts(*words), (Strings{"合计", c.text})) << c.width << "x" << c.height;
  }
}

TEST(PageReader, ChoosesBetweenLayerAndPixels) {
  Page sound, scan, blank;
  sound.kind = PageKind::kBornDigital;
  sound.layer_sound = true;
  scan.kind = PageKind::kScan;
  struct Case {
    TextMode mode;
    bool sound, scan;
  };
  for (const Case& c : {Case{TextMode::kAuto, false, true}, Case{TextMode::kLayer, false, false},
                        Case{TextMode::kOcr, true, true}}) {
    Result<PageReader> reader = PageReader::Make({c.mode, EngineChoice::kAuto, {}});
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ(reader->NeedsPixels(sound), c.sound);
    EXPECT_EQ(reader->NeedsPixels(scan), c.scan);
    EXPECT_FALSE(reader->NeedsPixels(blank));
  }
}

TEST(PageReader, FingerprintNamesEngineAndModel) {
  const std::vector<std::string> parts = Reader(EngineChoice::kPpocr).Fingerprint();
  ASSERT_EQ(parts.size(), 5u);
  EXPECT_EQ(parts[0], "text=ocr");
  EXPECT_EQ(parts[1], "engine=ppocr");
  EXPECT_EQ(parts[2].size(), std::string("model=").size() + 16);
  EXPECT_EQ(parts[4].rfind("reading=", 0), 0u);  // words of an older way of reading are stale
  EXPECT_EQ(Reader(EngineChoice::kTesseract).Fingerprint()[1], "engine=tesseract");
}

TEST(PageReader, EngineThatIsNotInstalledIsAnError) {
  const Result<PageReader> reader =
      PageReader::Make({TextMode::kOcr, EngineChoice::kPpocr, "no/such/folder"});
  ASSERT_FALSE(reader.ok());
  EXPECT_EQ(reader.error().code, ErrorCode::kUnsupported);
  EXPECT_NE(reader.error().message.find("tools/fetch_engines.sh"), std::string::npos);
  EXPECT_TRUE(PageReader::Make({TextMode::kOcr, EngineChoice::kAuto, "no/such/folder"}).ok());
}

TEST(RulingEraser, TakesARulingOffItsAxisAndLeavesADigitBesideIt) {
  Raster page = MakeRaster(200, 300, 1, kDpi, 255);
  DrawBar(&page, 102, 0, 104, 300, 0);   // stated at 100: two pixels off
  DrawBar(&page, 97, 100, 100, 125, 0);  // the stem of a 1, two pixels beside it
  const Raster out = EraseRulings(page, {{false, Points(100), 0, Points(300), Points(2)}});
  for (int y = 0; y < 300; ++y) EXPECT_EQ(out.Row(y)[102], 255) << y;
  for (int y = 100; y < 125; ++y) EXPECT_EQ(out.Row(y)[98], 0) << y;
}

}  // namespace
}  // namespace juesuan
