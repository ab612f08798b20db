// The lines of the seed's transcription, with what they are.
#pragma once

#include <string>
#include <vector>

namespace juesuan {

struct SeedLine {
  int number = 0;    // 1-based in the file
  std::string text;  // markup and watermark removed; a row keeps its tabs
  bool is_row = false;
  bool after_gap = false;  // a blank line stood before it
};

// Blank lines, watermark lines and markdown rules are left out.
std::vector<SeedLine> ReadSeedLines(const std::string& text);

}  // namespace juesuan
