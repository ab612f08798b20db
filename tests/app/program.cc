#include "tests/app/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace juesuan {
namespace fs = std::filesystem;

namespace {

std::string Quote(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace

std::string ReadText(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void WriteText(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

TempFolder::TempFolder() {
  std::string name = (fs::temp_directory_path() / "juesuan-test-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path Samples() { return fs::path(JUESUAN_SOURCE_DIR) / "corpus" / "samples"; }

Ran RunProgram(const std::string& program, const std::vector<std::string>& arguments,
               const std::string& environment) {
  const TempFolder folder;
  std::string command = "env " + environment + " " + Quote(program);
  for (const std::string& argument : arguments) command += " " + Quote(argument);
  command += " >" + Quote(folder / "out") + " 2>" + Quote(folder / "err") + " </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, ReadText(folder / "out"),
          ReadText(folder / "err")};
}

Ran RunJuesuan(const std::vector<std::string>& arguments, const std::string& environment) {
  return RunProgram(JUESUAN_PROGRAM, arguments, environment);
}

}  // namespace juesuan
