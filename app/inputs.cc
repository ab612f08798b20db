#include "app/inputs.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>

#include "base/text.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

bool IsPdfName(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension == ".pdf";
}

class Finder {
 public:
  explicit Finder(Inputs* out) : out_(out) {}

  void Add(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      AddFolder(path);
    } else if (fs::exists(path, error)) {
      AddFile(path);
    } else {
      Error missing = MakeError(ErrorCode::kNotFound, "");
      missing.where.file = path.string();
      out_->missing.push_back(missing);
    }
  }

 private:
  void AddFile(const fs::path& path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    if (seen_.insert(error ? path : canonical).second) out_->files.push_back(path);
  }

  void AddFolder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(folder, options, error), end; it != end && !error;
         it.increment(error))
      if (it->is_regular_file(error) && IsPdfName(it->path())) files.push_back(it->path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) AddFile(file);
  }

  Inputs* out_;
  std::set<fs::path> seen_;
};

}  // namespace

Inputs FindInputs(const std::vector<std::string>& paths, std::istream& standard_input) {
  Inputs inputs;
  Finder finder(&inputs);
  for (const std::string& path : paths) {
    if (path != "-") {
      finder.Add(path);
      continue;
    }
    for (std::string line; std::getline(standard_input, line);)
      if (!Trim(line).empty()) finder.Add(std::string(Trim(line)));
  }
  return inputs;
}

}  // namespace juesuan
