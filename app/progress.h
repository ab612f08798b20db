// What a person sees of a run: a bar on a terminal, one line a document otherwise. Standard error
// only.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>

namespace juesuan {

enum class ProgressStyle { kBar, kLines, kQuiet };
ProgressStyle StyleFor(bool quiet);  // kBar if standard error is a terminal

class Progress {
 public:
  Progress(ProgressStyle style, int documents);

  void OnPage(const std::filesystem::path& path, int page, int of);
  // `line` says what became of the document; shown as it is (above the bar, if failed).
  void OnDocument(const std::filesystem::path& path, const std::string& line, bool failed);
  void Finish();  // clears the bar

  int pages() const { return pages_; }
  double Seconds() const;

 private:
  void Draw();

  ProgressStyle style_;
  int total_, done_ = 0, pages_ = 0;
  std::map<std::filesystem::path, double> under_way_;  // share of each open document that is read
  std::chrono::steady_clock::time_point started_, drawn_;
};

}  // namespace juesuan
