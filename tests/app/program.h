// Runs the built programs as a user would, for tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace juesuan {

struct Ran {
  int exit = -1;
  std::string out, err;
};

// Runs `program` with `arguments` and, unless told otherwise, an English locale.
Ran RunProgram(const std::string& program, const std::vector<std::string>& arguments,
               const std::string& environment = "LC_ALL=C");
Ran RunJuesuan(const std::vector<std::string>& arguments,
               const std::string& environment = "LC_ALL=C");

// A folder of its own for one test, removed afterwards.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::filesystem::path Samples();  // corpus/samples
std::string ReadText(const std::filesystem::path& path);
void WriteText(const std::filesystem::path& path, const std::string& text);

}  // namespace juesuan
