// juesuan-draw: draws a disclosure as PDF with its ground truth beside it.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/files.h"
#include "corpus/draw_document.h"
#include "corpus/page_canvas.h"
#include "corpus/scan.h"
#include "corpus/seed_reader.h"

namespace juesuan {
namespace {

struct Arguments {
  std::string seed, gold, out, truth, look, scan;
};

Result<std::string> Render(const Drawing& drawing, const std::string& scan) {
  if (scan.empty()) return RenderPdf(drawing);
  JUESUAN_TRY(const ScanOptions options, ParseScanOptions(scan));
  return ScanDrawing(drawing, options);
}

Status Draw(const Arguments& arguments) {
  JUESUAN_TRY(const std::string text, ReadFile(arguments.seed));
  JUESUAN_TRY(const auto gold, ReadGold(arguments.gold + "/records.jsonl"));
  JUESUAN_TRY(Disclosure disclosure, ReadSeed(text, gold));
  Look look;
  look.watermark.kind = WatermarkKind::kText;
  if (!arguments.look.empty()) JUESUAN_RETURN_IF_ERROR(ApplyLook(arguments.look, &look));
  const Drawing drawing = DrawDocument(look, &disclosure);
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
