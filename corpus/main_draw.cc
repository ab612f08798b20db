// juesuan-draw: draws a disclosure as PDF with its ground truth beside it.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/files.h"
#include "corpus/draw_document.h"
#include "corpus/invent.h"
#include "corpus/page_canvas.h"
#include "corpus/scan.h"
#include "corpus/seed_reader.h"

namespace juesuan {
namespace {

struct Arguments {
  std::string seed, gold, out, truth, variant, look, scan;
  int invent = -1, pages = 0;
};

Result<std::string> Render(const Drawing& drawing, const std::string& scan) {
  if (scan.empty()) return RenderPdf(drawing);
  JUESUAN_TRY(const ScanOptions options, ParseScanOptions(scan));
  return ScanDrawing(drawing, options);
}

// The disclosure asked for, and the look it comes with.
Result<Disclosure> Make(const Arguments& arguments, Look* look) {
  if (arguments.invent >= 0) {
    const auto seed = static_cast<uint32_t>(arguments.invent);
    Variant variant = DrawVariant(seed);
    if (!arguments.variant.empty()) {
      JUESUAN_RETURN_IF_ERROR(ApplyVariant(arguments.variant, &variant));
    }
    *look = variant.look;
    return Invent(seed, variant);
  }
  JUESUAN_TRY(const std::string text, ReadFile(arguments.seed));
  JUESUAN_TRY(const auto gold, ReadGold(arguments.gold + "/records.jsonl"));
  look->watermark.kind = WatermarkKind::kText;
  return ReadSeed(text, gold);
}

void KeepPages(int pages, Drawing* drawing, std::vector<TruthRecord>* truth) {
  if (pages <= 0 || static_cast<size_t>(pages) >= drawing->pages.size()) return;
  drawing->pages.resize(static_cast<size_t>(pages));
  for (TruthRecord& record : *truth) {
    if (record.page > pages) record.page = 0;
  }
}

Status Draw(const Arguments& arguments) {
  Look look;
  JUESUAN_TRY(Disclosure disclosure, Make(arguments, &look));
  if (!arguments.look.empty()) JUESUAN_RETURN_IF_ERROR(ApplyLook(arguments.look, &look));
  Drawing drawing = DrawDocument(look, &disclosure);
  KeepPages(arguments.pages, &drawing, &disclosure.truth);
  JUESUAN_TRY(const std::string pdf, Render(drawing, arguments.scan));
  JUESUAN_RETURN_IF_ERROR(WriteFileAtomically(arguments.out, pdf));
  return WriteTruth(disclosure.truth, arguments.truth);
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  CLI::App app("Draws a disclosure as PDF with its ground truth beside it.");
  juesuan::Arguments arguments;
  app.add_option("--seed", arguments.seed, "the seed's transcription");
  app.add_option("--gold", arguments.gold, "the folder of its gold records");
  app.add_option("--out", arguments.out, "the PDF to write")->required();
  app.add_option("--truth", arguments.truth, "the truth to write, JSON Lines")->required();
  app.add_option("--invent", arguments.invent, "invent a department from this number");
  app.add_option("--variant", arguments.variant, "pin aspects: unit=yuan,numbers=0,… (variant.cc)");
  app.add_option("--pages", arguments.pages, "only the first pages");
  app.add_option("--look", arguments.look, "font=…,size=9,watermark=image,… (corpus/look.cc)");
  app.add_option("--scan", arguments.scan,
                 "draw pixels: dpi=200,noise=4,tilt=0.3,blur=0.6,jpeg=60");
  CLI11_PARSE(app, argc, argv);
  const juesuan::Status status = juesuan::Draw(arguments);
  if (!status.ok()) {
    std::fprintf(stderr, "juesuan-draw: %s\n", status.error().ToString().c_str());
    return 2;
  }
  return 0;
}
