#include "base/one_thread.h"

#include <unistd.h>

#include <cstdlib>

namespace juesuan {

void KeepToOneThread(char** argv) {
  constexpr char kLimit[] = "OMP_THREAD_LIMIT";
  if (std::getenv(kLimit) != nullptr) return;
  if (::setenv(kLimit, "1", 0) != 0) return;
  ::execv("/proc/self/exe", argv);
}

}  // namespace juesuan
