#include "app/doctor.h"

#include <filesystem>
#include <iostream>
#include <string>

#include "app/language.h"
#include "base/work_folder.h"
#include "extract/extract.h"
#include "ingest/pdf_document.h"
#include "ocr/page_reader.h"

namespace juesuan {
namespace {

class Report {
 public:
  void Line(const std::string& what, const Status& found, const std::string& detail,
            const std::string& remedy) {
    std::cout << (found.ok() ? "[+] " : "[-] ") << what;
    if (found.ok()) {
      std::cout << ": " << detail << "\n";
      return;
    }
    ++missing_;
    std::cout << ": " << Describe(found.error()) << "\n      " << remedy << "\n";
  }
  int missing() const { return missing_; }

 private:
  int missing_ = 0;
};

std::string Join(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// An engine is there if a reader can be made that uses it alone.
void CheckEngine(Report& report, EngineChoice engine, const std::string& name,
                 const std::string& remedy) {
  const Result<PageReader> reader =
      PageReader::Make({TextMode::kAuto, engine, DataFolder("models")});
  report.Line(name, reader.ok() ? Ok() : Status(reader.error()),
              reader.ok() ? Join(reader->Fingerprint()) : "", remedy);
}

}  // namespace

int Doctor() {
  Report report;
  report.Line("PDF", Ok(), IngestFingerprint(), "");
  CheckEngine(
      report, EngineChoice::kPpocr, "PP-OCR",
      Say("install it with tools/fetch_engines.sh and build again; without it Tesseract reads",
          "用 tools/fetch_engines.sh 安装后重新编译；没有它时由 Tesseract 识别"));
  CheckEngine(report, EngineChoice::kTesseract, "Tesseract",
              "apt-get install tesseract-ocr-chi-sim tesseract-ocr-eng");
  const std::filesystem::path forms = DataFolder("forms");
  const Result<FormPacks> packs = FormPacks::Load(forms);
  report.Line(Say("form packs", "表式包"), packs.ok() ? Ok() : Status(packs.error()),
              forms.string(), Say("name another folder with --forms", "用 --forms 指定别的文件夹"));
  return report.missing() == 0 ? 0 : 3;
}

}  // namespace juesuan
