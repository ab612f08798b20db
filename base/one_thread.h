// One worker a core: the threads that Tesseract starts beside it through OpenMP would only wait for
// each other, and they wait by spinning (an eighth of the time of the pixel route).
#pragma once

namespace juesuan {

// Makes OpenMP keep to one thread in this process and its children, unless the user has set
// OMP_THREAD_LIMIT. The library reads that once, when it is loaded, so the program is executed
// again with it. To be called first in main. Returns if there is nothing to do, or on failure.
void KeepToOneThread(char** argv);

}  // namespace juesuan
