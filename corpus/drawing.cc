#include "corpus/drawing.h"

#include <cstdlib>

namespace juesuan {

Ink InkOf(const std::string& hex) {
  const auto rgb = static_cast<unsigned>(std::strtoul(hex.c_str(), nullptr, 16));
  const auto part = [&](unsigned shift) { return (rgb >> shift & 255u) / 255.0; };
  return {part(16), part(8), part(0), 1, false};
}

}  // namespace juesuan
