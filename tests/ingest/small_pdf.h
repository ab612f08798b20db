// Assembles small PDFs by hand, so that a test says in PDF terms what it is about.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/pdf_document.h"

namespace juesuan {

struct SmallPage {
  std::string content;     // content stream; fonts /F (upright Latin) is at hand
  std::string attributes;  // further entries of the page: "/Rotate 90"
  std::string resources;   // further entries of its resources: "/XObject <</W 5 0 R>>"
  double width = 600, height = 800;
};

// A whole PDF of these pages; `objects` are further objects: the first has number kFirstObject.
constexpr int kFirstObject = 4;
std::string SmallPdf(const std::vector<SmallPage>& pages,
                     const std::vector<std::string>& objects = {});

// A stream object of this dictionary (without /Length) and data.
std::string StreamObject(const std::string& dictionary, const std::string& data);

// "BT … ET" that shows `text` at a point, the type turned by `degrees` counterclockwise.
std::string ShowText(const std::string& text, double x, double y, double size, double degrees = 0);

// Lines of ordinary black text, enough to be a page's text layer.
std::string BodyText();

// A file of these bytes, removed with the object.
class TempFile {
 public:
  explicit TempFile(const std::string& bytes);
  ~TempFile();
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string TextOf(const Page& page);

// Opens the bytes and reads all pages. The test fails if it cannot be opened.
IngestedPages ReadSmall(const std::string& pdf);

}  // namespace juesuan
