#include "corpus/random.h"

#include "base/result.h"

namespace juesuan {
namespace {

// FNV-1a, 32 bits.
uint32_t HashOf(std::string_view text) {
  uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

Random::Random(uint32_t seed, std::string_view purpose) : engine_(seed ^ HashOf(purpose)) {}

int64_t Random::Between(int64_t least, int64_t most) {
  JUESUAN_CHECK(least <= most);
  const uint64_t high = Next();
  const uint64_t wide = (high << 32) | Next();
  return least + static_cast<int64_t>(wide % static_cast<uint64_t>(most - least + 1));
}

}  // namespace juesuan
