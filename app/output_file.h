// Where a command writes for machines: standard output, or a file that is there only when it is
// whole.
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>

#include "base/result.h"

namespace juesuan {

class OutputFile {
 public:
  // "": standard output.
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();  // without Commit the file is as it was before

  std::ostream& stream();
  Status Commit();  // kExternal

 private:
  std::filesystem::path path_;
  std::ofstream file_;
  bool committed_ = false;
};

}  // namespace juesuan
