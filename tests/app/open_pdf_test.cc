// Scans that were cleaned are kept for their second reading.
#include "app/open_pdf.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/ingest/small_pdf.h"

namespace juesuan {
namespace {

// Dark and light fields, other ones on each page.
SmallPage Scan(int page, double side) {
  char place[64];
  std::snprintf(place, sizeof place, "q %g 0 0 %g 0 0 cm /I%d Do Q", side, side, page);
  return {place, "", "/XObject<</I1 4 0 R/I2 5 0 R/I3 6 0 R>>", side, side};
}

std::vector<std::string> Images() {
  const std::string entries =
      "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray";
  return {StreamObject(entries, "\xF0\x20\xF0\xF0"), StreamObject(entries, "\xF0\xF0\x20\xF0"),
          StreamObject(entries, "\xF0\xF0\xF0\x20")};
}

// A page says for what call it was cleaned: one that was kept says an earlier one.
struct Opened {
  explicit Opened(const std::string& bytes) : file(bytes), pdf(file.path()) {
    Result<PdfDocument*> document = pdf.Document();
    EXPECT_TRUE(document.ok());
    if (document.ok()) pages = (*document)->ReadPages().pages;
  }

  CleanPage Clean(size_t index, double dpi, const std::string& call) {
    Page page = pages.at(index);
    page.layer_reason = call;
    Result<CleanPage> clean = pdf.Clean(page, dpi);
    EXPECT_TRUE(clean.ok());
    return clean.ok() ? std::move(clean).value() : CleanPage{};
  }
  std::string CallOf(size_t index, double dpi, const std::string& call) {
    return Clean(index, dpi, call).page.layer_reason;
  }

  TempFile file;
  OpenPdf pdf;
  std::vector<Page> pages;
};

TEST(OpenPdf, CleansAScanOnce) {
  constexpr size_t kPages = 2;
  Opened opened(SmallPdf({Scan(1, 100), Scan(2, 100)}, Images()));
  ASSERT_EQ(opened.pages.size(), kPages);
  ASSERT_EQ(opened.pages[0].kind, PageKind::kScan);
  std::map<std::pair<size_t, double>, CleanPage> first;
  for (size_t page = 0; page < kPages; ++page)
    for (const double dpi : {150, 200})
      first[{page, dpi}] = opened.Clean(page, dpi, std::to_string(page) + std::to_string(dpi));
  EXPECT_FALSE((first[{0, 150}].raster.pixels == first[{1, 150}].raster.pixels));
  for (const auto& [key, clean] : first) {
    EXPECT_EQ(clean.page.layer_reason, std::to_string(key.first) + std::to_string(key.second));
    const CleanPage again = opened.Clean(key.first, key.second, "again");
    EXPECT_EQ(ToJson(again.page).Dump(), ToJson(clean.page).Dump());
    EXPECT_EQ(again.raster.dpi, key.second);
    EXPECT_TRUE(again.raster.pixels == clean.raster.pixels);
  }
}

// What is kept is what would be made again.
TEST(OpenPdf, GivesWhatThePdfGives) {
  const std::string bytes = SmallPdf({Scan(1, 100)}, Images());
  Opened opened(bytes), other(bytes);
  opened.Clean(0, 150, "first");
  const CleanPage again = opened.Clean(0, 150, "again"), fresh = other.Clean(0, 150, "first");
  EXPECT_EQ(ToJson(again.page).Dump(), ToJson(fresh.page).Dump());
  EXPECT_TRUE(again.raster.pixels == fresh.raster.pixels);
}

// Text is drawn quickly, and seldom read twice.
TEST(OpenPdf, KeepsNoPageOfText) {
  Opened opened(SmallPdf({{BodyText(), "", ""}}));
  ASSERT_EQ(opened.pages.size(), 1u);
  ASSERT_EQ(opened.pages[0].kind, PageKind::kBornDigital);
  EXPECT_EQ(opened.CallOf(0, 100, "first"), "first");
  EXPECT_EQ(opened.CallOf(0, 100, "again"), "again");
}

// Two pages of more than half of what may be kept, and one that still fits beside the first.
TEST(OpenPdf, KeepsTheFirstPagesAsFarAsTheyFit) {
  constexpr double kLarge = 1392, kSmall = 100, kDpi = 300;
  Opened opened(SmallPdf({Scan(1, kLarge), Scan(2, kLarge), Scan(3, kSmall)}, Images()));
  ASSERT_EQ(opened.pages.size(), 3u);
  const size_t large = opened.Clean(0, kDpi, "first").raster.pixels.size();
  ASSERT_LE(large, OpenPdf::kMostKept);
  ASSERT_GT(2 * large, OpenPdf::kMostKept);
  opened.Clean(1, kDpi, "first");
  opened.Clean(2, kDpi, "first");
  EXPECT_EQ(opened.CallOf(0, kDpi, "again"), "first");
  EXPECT_EQ(opened.CallOf(1, kDpi, "again"), "again");
  EXPECT_EQ(opened.CallOf(2, kDpi, "again"), "first");
}

TEST(OpenPdf, SaysWhatIsWrongWithTheFile) {
  OpenPdf missing("/nonexistent/file.pdf");
  EXPECT_EQ(missing.Document().error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.Clean(Page{}, 100).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace juesuan
