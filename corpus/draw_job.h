// One PDF to draw with its truth: where its content comes from and how it looks.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/truth.h"

namespace juesuan {

struct DrawJob {
  std::string name;     // of the files, without extension
  std::string set;      // "dev", "held", "scan", "seed", "sample"
  int invent = -1;      // the number of an invented department; -1: the seed disclosure
  std::string variant;  // pinned aspects (ApplyVariant)
  std::string look;     // pinned looks (ApplyLook)
  std::string scan;     // scan options (ParseScanOptions); "": born digital
  std::string pages;    // "26" only the first ones, "5-9" only these; "": all
  std::string lie;      // how its text lies (ParseLie); "": it does not
};

// Where the seed disclosure lies: its transcription and the folder of its gold records.
struct SeedPlaces {
  std::filesystem::path text, gold;
  Doubted doubted = Doubted::kAsBelieved;
};

// Writes the PDF and its truth (JSON Lines). Errors: kUsage, kNotFound, kMalformed, kExternal.
Status RunJob(const DrawJob& job, const SeedPlaces& seed, const std::filesystem::path& pdf,
              const std::filesystem::path& truth);

// Scans the pictures of pages in `paper` (paper.h), with the watermark and the seal of the job's
// look printed on them, and writes that PDF. Errors: as RunJob; kUsage if the job says no scan.
Status ScanPaper(const DrawJob& job, const std::filesystem::path& paper,
                 const std::filesystem::path& pdf);

// The jobs of a manifest: tab-separated name, set, source (seed or a number), variant, look, scan,
// pages and, where its text lies, how;
// "-" for nothing; lines that begin with # and blank lines are skipped. Errors: kMalformed, naming
// the line.
Result<std::vector<DrawJob>> ParseManifest(const std::string& text);

}  // namespace juesuan
