// The folder is the architecture: these tests read the sources and fail when a stage reaches into
// another, when a third-party library is known to more than one file, or when a file grows too
// long.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace juesuan {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = JUESUAN_SOURCE_DIR;
constexpr int kLongestFile = 400;

struct Source {
  fs::path path;  // relative to the root
  std::vector<std::string> includes;
  int lines = 0;
};

std::vector<Source> ReadSources() {
  static const std::regex kInclude(R"rx(^\s*#include\s+["<]([^">]+)[">])rx");
  std::vector<Source> sources;
  for (const char* folder : {"base", "ingest", "ocr", "layout", "extract", "store", "check",
                             "review", "app", "corpus"}) {
    if (!fs::exists(kRoot / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc") continue;
      Source source{fs::relative(entry.path(), kRoot), {}, 0};
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line); ++source.lines) {
        std::smatch match;
        if (std::regex_search(line, match, kInclude)) source.includes.push_back(match[1]);
      }
      sources.push_back(source);
    }
  }
  return sources;
}

const std::vector<Source>& Sources() {
  static const std::vector<Source> sources = ReadSources();
  return sources;
}

std::string TopFolder(const fs::path& path) { return path.begin()->string(); }

TEST(Architecture, SourcesAreFound) { EXPECT_GT(Sources().size(), 40u); }

TEST(Architecture, FoldersReachOnlyWhereTheyMay) {
  const std::set<std::string> folders = {"base",  "ingest", "ocr",    "layout", "extract",
                                         "store", "check",  "review", "app",    "corpus"};
  for (const Source& source : Sources()) {
    const std::string from = TopFolder(source.path);
    for (const std::string& include : source.includes) {
      const std::string to = include.substr(0, include.find('/'));
      if (folders.count(to) == 0 || to == from || to == "base") continue;
      // app drives every stage; the corpus' programs read databases and run check.
      const bool allowed =
          from == "app" || (from == "corpus" && (to == "store" || to == "check" || to == "app"));
      EXPECT_TRUE(allowed) << source.path << " includes " << include;
    }
  }
}

// Every library has one file that knows it. Poppler's private interface does not fit into one of a
// readable length: its adapter is ingest/poppler_*, see docs/decisions.md.
TEST(Architecture, ThirdPartyLibrariesAreKnownToOneFile) {
  struct Library {
    const char* name;
    const char* headers;
    const char* adapter;
  };
  const std::vector<Library> libraries = {
      {"Poppler",
       "^(PDFDoc|OutputDev|SplashOutputDev|GfxState|GfxFont|Gfx|GlobalParams|Page|poppler)\\b.*",
       "^ingest/poppler_[a-z]+\\.(h|cc)$"},
      {"ONNX Runtime", "^onnxruntime.*", "^ocr/ppocr\\.cc$"},
      {"ONNX", "^onnx/.*", "^ocr/recogniser_network\\.cc$"},
      {"Tesseract", "^tesseract/.*", "^ocr/tesseract\\.cc$"},
      {"SQLite", "^(sqlite3\\.h|SQLiteCpp/.*)", "^store/sqlite\\.cc$"},
      {"JSON", "^nlohmann/.*", "^base/json\\.cc$"},
      {"TOML", "^toml(\\+\\+|plusplus).*", "^base/toml\\.cc$"},
      {"PNG", "^png\\.h", "^base/raster\\.cc$"},
      {"OpenSSL", "^openssl/.*", "^base/hash\\.cc$"},
      {"ICU", "^unicode/.*", "^base/text\\.cc$"},
      {"Pango", "^pango/.*", "^(app/show_page|corpus/page_canvas)\\.cc$"},
      {"Excel", "^xlsxwriter.*", "^app/workbook\\.cc$"},
  };
  for (const Library& library : libraries) {
    const std::regex headers(library.headers), adapter(library.adapter);
    for (const Source& source : Sources()) {
      for (const std::string& include : source.includes) {
        if (!std::regex_match(include, headers)) continue;
        EXPECT_TRUE(std::regex_match(source.path.string(), adapter))
            << source.path << " knows " << library.name << " by " << include;
      }
    }
  }
}

TEST(Architecture, FilesStayShort) {
  for (const Source& source : Sources())
    EXPECT_LE(source.lines, kLongestFile) << source.path << " is too long to have one purpose";
}

TEST(Architecture, SourcesIncludeTheirOwnHeaderFirst) {
  for (const Source& source : Sources()) {
    if (source.path.extension() != ".cc") continue;
    fs::path header = source.path;
    header.replace_extension(".h");
    if (!fs::exists(kRoot / header)) continue;
    ASSERT_FALSE(source.includes.empty()) << source.path;
    EXPECT_EQ(source.includes.front(), header.string()) << source.path;
  }
}

}  // namespace
}  // namespace juesuan
