#include "corpus/seed_lines.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"

namespace juesuan {
namespace {

// A line of prose that stands this often in a text is a watermark that was read as text.
constexpr int kWatermarkRepeats = 20;

void ReplaceAll(const std::string& what, const std::string& with, std::string* text) {
  for (size_t at = text->find(what); at != std::string::npos; at = text->find(what, at)) {
    text->replace(at, what.size(), with);
    at += with.size();
  }
}

std::string WithoutMarkup(std::string text) {
  const std::vector<std::pair<std::string, std::string>> markup = {
      {"**", ""},     {"<p>", ""},  {"</p>", ""}, {"\\geq", "≥"},
      {"\\leq", "≤"}, {"\\%", "%"}, {"$", ""}};
  for (const auto& [what, with] : markup) ReplaceAll(what, with, &text);
  if (text.rfind("- ", 0) == 0) text.erase(0, 2);
  return text;
}

bool IsRule(const std::string& text) {
  return text.find_first_not_of("-\t |") == std::string::npos &&
         text.find("---") != std::string::npos;
}

}  // namespace

std::vector<SeedLine> ReadSeedLines(const std::string& text) {
  const std::vector<std::string> all = Split(text, '\n');
  std::map<std::string, int> repeats;
  for (const std::string& line : all) ++repeats[line];
  std::vector<SeedLine> lines;
  bool gap = true;
  for (size_t i = 0; i < all.size(); ++i) {
    std::string line = all[i];
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool row = line.find('\t') != std::string::npos;
    if (IsRule(line)) continue;
    if (Trim(line).empty() && !row) {
      gap = true;
      continue;
    }
    if (!row && repeats[line] >= kWatermarkRepeats) continue;
    lines.push_back({static_cast<int>(i) + 1, WithoutMarkup(line), row, gap});
    gap = false;
  }
  return lines;
}

}  // namespace juesuan
