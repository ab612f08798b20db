// juesuan-draw: draws disclosures as PDF with their ground truth beside them.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "corpus/draw_job.h"

namespace juesuan {
namespace {

struct Arguments {
  DrawJob job;
  std::string seed, gold, out, truth, manifest, paper;
  std::vector<std::string> sets;
  bool as_read = false;
};

// Every job of the manifest that belongs to one of the sets, into the folder `out`.
Status DrawManifest(const Arguments& arguments, const SeedPlaces& seed) {
  JUESUAN_TRY(const std::string text, ReadFile(arguments.manifest));
  JUESUAN_TRY(const std::vector<DrawJob> jobs, ParseManifest(text));
  const std::filesystem::path folder = arguments.out;
  for (const DrawJob& job : jobs) {
    const auto& sets = arguments.sets;
    if (!sets.empty() && std::find(sets.begin(), sets.end(), job.set) == sets.end()) continue;
    JUESUAN_RETURN_IF_ERROR(
        RunJob(job, seed, folder / (job.name + ".pdf"), folder / (job.name + ".truth.jsonl")));
    std::fprintf(stderr, "%s\n", job.name.c_str());
  }
  return Ok();
}

Status Draw(const Arguments& arguments) {
  const SeedPlaces seed{arguments.seed, arguments.gold,
                        arguments.as_read ? Doubted::kAsRead : Doubted::kAsBelieved};
  if (!arguments.manifest.empty()) return DrawManifest(arguments, seed);
  if (!arguments.paper.empty()) return ScanPaper(arguments.job, arguments.paper, arguments.out);
  if (arguments.truth.empty()) return MakeError(ErrorCode::kUsage, "--truth is wanted");
  return RunJob(arguments.job, seed, arguments.out, arguments.truth);
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  CLI::App app("Draws disclosures as PDF with their ground truth beside them.");
  juesuan::Arguments arguments;
  juesuan::DrawJob& job = arguments.job;
  app.add_option("--seed", arguments.seed, "the seed's transcription");
  app.add_option("--gold", arguments.gold, "the folder of its gold records");
  app.add_flag("--as-read", arguments.as_read,
               "doubtful cells as the transcription reads them, not as the gold believes them");
  app.add_option("--invent", job.invent, "invent a department from this number instead");
  app.add_option("--paper", arguments.paper,
                 "scan the PNG pictures of pages, 300 dpi, in this folder instead; no truth");
  app.add_option("--variant", job.variant, "pin aspects: unit=yuan,numbers=0,… (variant.cc)");
  app.add_option("--look", job.look, "font=…,size=9,watermark=image,… (look.cc)");
  app.add_option("--scan", job.scan, "pixels: dpi=200,noise=4,tilt=0.3,blur=0.6,jpeg=60,light=10");
  app.add_option("--lie", job.lie, "map=swap,digits=2 or layer=hidden,wrong=5,… (lie.cc)");
  app.add_option("--pages", job.pages, "only the first ones, 26, or some, 5-9");
  app.add_option("--out", arguments.out, "the PDF to write; the folder, with --manifest")
      ->required();
  app.add_option("--truth", arguments.truth, "the truth to write, JSON Lines");
  app.add_option("--manifest", arguments.manifest, "draw the jobs of this list");
  app.add_option("--set", arguments.sets, "only these sets of the manifest");
  CLI11_PARSE(app, argc, argv);
  const juesuan::Status status = juesuan::Draw(arguments);
  if (!status.ok()) {
    std::fprintf(stderr, "juesuan-draw: %s\n", status.error().ToString().c_str());
    return 2;
  }
  return 0;
}
