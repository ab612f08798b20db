#include "small_pdf.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <fstream>

namespace juesuan {
namespace {

class Assembler {
 public:
  void Add(int number, const std::string& body) {
    if (offsets_.size() <= static_cast<size_t>(number)) offsets_.resize(number + 1);
    offsets_[number] = bytes_.size();
    bytes_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  }
  std::string Finish() {
    const size_t start = bytes_.size();
    bytes_ += "xref\n0 " + std::to_string(offsets_.size()) + "\n0000000000 65535 f \n";
    for (size_t i = 1; i < offsets_.size(); ++i) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", offsets_[i]);
      bytes_ += line;
    }
    return bytes_ + "trailer\n<</Size " + std::to_string(offsets_.size()) +
           "/Root 1 0 R>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
  }

 private:
  std::string bytes_ = "%PDF-1.6\n";
  std::vector<size_t> offsets_ = {0};
};

}  // namespace

std::string StreamObject(const std::string& dictionary, const std::string& data) {
  return "<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
         "\nendstream";
}

std::string SmallPdf(const std::vector<SmallPage>& pages, const std::vector<std::string>& objects) {
  Assembler pdf;
  pdf.Add(1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf.Add(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  int next = kFirstObject;
  for (const std::string& object : objects) pdf.Add(next++, object);
  std::string kids;
  for (const SmallPage& page : pages) {
    kids += std::to_string(next) + " 0 R ";
    char box[64];
    std::snprintf(box, sizeof box, "/MediaBox[0 0 %g %g]", page.width, page.height);
    pdf.Add(next, "<</Type/Page/Parent 2 0 R" + std::string(box) + "/Contents " +
                      std::to_string(next + 1) + " 0 R/Resources<</Font<</F 3 0 R>>" +
                      page.resources + ">>" + page.attributes + ">>");
    pdf.Add(next + 1, StreamObject("", page.content));
    next += 2;
  }
  pdf.Add(2, "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>");
  return pdf.Finish();
}

std::string ShowText(const std::string& text, double x, double y, double size, double degrees) {
  const double a = degrees * 3.14159265358979323846 / 180;
  char matrix[200];
  std::snprintf(matrix, sizeof matrix, "BT /F %g Tf %f %f %f %f %f %f Tm (", size, std::cos(a),
                std::sin(a), -std::sin(a), std::cos(a), x, y);
  return matrix + text + ") Tj ET\n";
}

std::string BodyText() {
  std::string text;
  for (int i = 0; i < 6; ++i) text += ShowText("Body line of black print", 80, 700 - 20 * i, 10);
  return text;
}

TempFile::TempFile(const std::string& bytes) {
  static int count = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("juesuan-ingest-" + std::to_string(getpid()) + "-" + std::to_string(count++) + ".pdf");
  std::ofstream(path_, std::ios::binary) << bytes;
}

TempFile::~TempFile() { std::filesystem::remove(path_); }

std::string TextOf(const Page& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) text += glyph.text;
  return text;
}

IngestedPages ReadSmall(const std::string& pdf) {
  const TempFile file(pdf);
  auto document = PdfDocument::Open(file.path());
  if (document.ok()) return document->ReadPages();
  ADD_FAILURE() << document.error().ToString();
  return {};
}

}  // namespace juesuan
