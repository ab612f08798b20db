// What Open says of files that are no good.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "small_pdf.h"

namespace juesuan {
namespace {

struct Case {
  const char* name;
  std::string bytes;
  ErrorCode code;
  const char* says;
};

std::string CutPdf() {
  const std::string whole = SmallPdf({{BodyText(), "", ""}});
  return whole.substr(0, 60);
}

class OpenFails : public testing::TestWithParam<Case> {};

TEST_P(OpenFails, NamesTheReason) {
  const TempFile file(GetParam().bytes);
  const auto document = PdfDocument::Open(file.path());
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, GetParam().code) << document.error().ToString();
  EXPECT_NE(document.error().message.find(GetParam().says), std::string::npos)
      << document.error().message;
  EXPECT_EQ(document.error().where.file, file.path().filename().string());
}

INSTANTIATE_TEST_SUITE_P(
    Files, OpenFails,
    testing::Values(
        Case{"empty", "", ErrorCode::kEmptyFile, "no bytes"},
        Case{"html", "<!DOCTYPE html><html></html>", ErrorCode::kNotPdf, "HTML"},
        Case{"zip", std::string("PK\x03\x04") + "xl/workbook.xml", ErrorCode::kNotPdf, "ZIP"},
        Case{"doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest", ErrorCode::kNotPdf, "old office"},
        Case{"text", "no pdf at all", ErrorCode::kNotPdf, "plain text"},
        Case{"cut", CutPdf(), ErrorCode::kTruncated, "end of the file"},
        Case{"junk", "%PDF-1.4\njunk\n%%EOF\n", ErrorCode::kDamaged, ""},
        Case{"pageless", SmallPdf({}), ErrorCode::kNoPages, "no pages"}),
    [](const auto& c) { return std::string(c.param.name); });

// A small document that qpdf locked with these two passwords.
class Locked {
 public:
  Locked(const std::string& user, const std::string& owner)
      : plain_(SmallPdf({{BodyText(), "", ""}})), path_(plain_.path().string() + ".locked.pdf") {
    const std::string command = "qpdf --encrypt '" + user + "' '" + owner +
                                "' 128 --use-aes=y -- '" + plain_.path().string() + "' '" +
                                path_.string() + "'";
    // 3: done, with a warning that 128 bits are few.
    const int status = std::system(command.c_str());
    EXPECT_TRUE(WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 3));
  }
  ~Locked() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  TempFile plain_;
  std::filesystem::path path_;
};

TEST(Open, AskingForAPasswordIsEncrypted) {
  const Locked locked("secret", "owner");
  const auto document = PdfDocument::Open(locked.path());
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kEncrypted);
  EXPECT_EQ(document.error().where.file, locked.path().filename().string());
}

TEST(Open, AFileLockedAgainstChangesOnlyIsRead) {
  const Locked locked("", "owner");
  auto document = PdfDocument::Open(locked.path());
  ASSERT_TRUE(document.ok()) << document.error().ToString();
  const IngestedPages read = document->ReadPages();
  ASSERT_EQ(read.pages.size(), 1u);
  EXPECT_FALSE(read.pages[0].glyphs.empty());
}

TEST(Open, MissingFileIsNotFound) {
  const auto document = PdfDocument::Open("/nonexistent/file.pdf");
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kNotFound);
}

TEST(Open, AbsurdPageSizeFailsThatPageOnly) {
  SmallPage huge{BodyText(), "", ""};
  huge.width = huge.height = 900000;
  const IngestedPages read = ReadSmall(SmallPdf({huge, {BodyText(), "", ""}}));
  ASSERT_EQ(read.failures.size(), 1u);
  EXPECT_EQ(read.failures[0].page, 1);
  EXPECT_EQ(read.failures[0].code, ErrorCode::kLimit);
  ASSERT_EQ(read.pages.size(), 1u);
  EXPECT_EQ(read.pages[0].number, 2);
}

TEST(Open, AbsurdResolutionIsLimit) {
  const TempFile file(SmallPdf({{BodyText(), "", ""}}));
  auto document = PdfDocument::Open(file.path());
  ASSERT_TRUE(document.ok());
  const auto raster = document->Display(1, 30000);
  ASSERT_FALSE(raster.ok());
  EXPECT_EQ(raster.error().code, ErrorCode::kLimit);
  EXPECT_EQ(raster.error().where.page, 1);
}

}  // namespace
}  // namespace juesuan
