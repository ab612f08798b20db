#include "app/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/language.h"

namespace juesuan {
namespace {

constexpr int kBarCells = 24;
constexpr std::chrono::milliseconds kRedraw{100};
constexpr char kClearLine[] = "\r\033[K";

std::string Clock(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

ProgressStyle StyleFor(bool quiet) {
  if (quiet) return ProgressStyle::kQuiet;
  return ::isatty(STDERR_FILENO) == 1 ? ProgressStyle::kBar : ProgressStyle::kLines;
}

Progress::Progress(ProgressStyle style, int documents)
    : style_(style), total_(documents), started_(std::chrono::steady_clock::now()) {}

double Progress::Seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
}

void Progress::OnPage(const std::filesystem::path& path, int page, int of) {
  ++pages_;
  under_way_[path] = of > 0 ? static_cast<double>(page) / of : 0;
  const auto now = std::chrono::steady_clock::now();
  if (style_ == ProgressStyle::kBar && now - drawn_ >= kRedraw) Draw();
}

void Progress::OnDocument(const std::filesystem::path& path, const std::string& line, bool failed) {
  ++done_;
  under_way_.erase(path);
  if (style_ == ProgressStyle::kBar && failed)
    std::fprintf(stderr, "%s%s\n", kClearLine, line.c_str());
  if (style_ == ProgressStyle::kLines || (style_ == ProgressStyle::kQuiet && failed))
    std::fprintf(stderr, "%s\n", line.c_str());
  if (style_ == ProgressStyle::kBar) Draw();
}

void Progress::Finish() {
  if (style_ == ProgressStyle::kBar) std::fputs(kClearLine, stderr);
}

void Progress::Draw() {
  drawn_ = std::chrono::steady_clock::now();
  double share = done_;
  for (const auto& [path, part] : under_way_) share += part;
  share = total_ > 0 ? std::min(1.0, share / total_) : 1;
  const double seconds = Seconds();
  const std::string left = share > 0.001 ? Clock(seconds / share - seconds) : "--:--:--";
  std::string bar(static_cast<size_t>(share * kBarCells), '#');
  bar.resize(kBarCells, '.');
  const std::string text =
      Say("[{}] {}/{} documents  {:.1f} pages/s  {} left", "[{}] {}/{} 份  {:.1f} 页/秒  剩余 {}",
          bar, done_, total_, seconds > 0 ? pages_ / seconds : 0.0, left);
  std::fprintf(stderr, "%s%s", kClearLine, text.c_str());
  std::fflush(stderr);
}

}  // namespace juesuan
