#include "corpus/paper.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <system_error>
#include <vector>

namespace juesuan {

Result<Drawing> ReadPaper(const std::filesystem::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".png") files.push_back(entry.path().string());
  if (files.empty())
    return MakeError(ErrorCode::kNotFound, "no PNG pictures in '" + folder.string() + "'");
  std::sort(files.begin(), files.end());
  Drawing drawing;
  for (const std::string& file : files) {
    const cv::Mat picture = cv::imread(file, cv::IMREAD_GRAYSCALE);
    if (picture.empty()) return MakeError(ErrorCode::kDamaged, "no PNG: '" + file + "'");
    PageDrawing page;
    page.width = picture.cols * 72 / kPaperDpi;
    page.height = picture.rows * 72 / kPaperDpi;
    page.marks.emplace_back(PictureMark{file, {0, 0, page.width, page.height}});
    drawing.pages.push_back(std::move(page));
  }
  return drawing;
}

}  // namespace juesuan
