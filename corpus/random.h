// Numbers drawn from a seed, the same on every machine: a fixed generator and integer arithmetic
// only (the distributions of the standard library differ between its makers).
#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace juesuan {

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  // An own stream for one purpose, so that a draw added elsewhere does not shift it.
  Random(uint32_t seed, std::string_view purpose);

  uint32_t Next() { return static_cast<uint32_t>(engine_()); }
  int64_t Between(int64_t least, int64_t most);  // both included. REQUIRES: least <= most
  bool Percent(int chance) { return Between(1, 100) <= chance; }

  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[static_cast<size_t>(Between(0, static_cast<int64_t>(from.size()) - 1))];
  }
  template <typename T>
  void Shuffle(std::vector<T>* items) {
    for (size_t i = items->size(); i > 1; --i) {
      std::swap((*items)[i - 1],
                (*items)[static_cast<size_t>(Between(0, static_cast<int64_t>(i) - 1))]);
    }
  }

 private:
  std::mt19937 engine_;
};

}  // namespace juesuan
