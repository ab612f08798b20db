#include "corpus/page_flow.h"

namespace juesuan {
namespace {

constexpr double kShort = 595, kLong = 842;  // A4 in whole points
constexpr double kSideMargin = 50, kTopMargin = 56, kBottomMargin = 52;

}  // namespace

Font MakeFont(const std::string& family, double size, bool bold) {
  return {family, size, bold && family.rfind("Noto", 0) == 0};
}

void PageFlow::NewPage(bool landscape) {
  PageDrawing page;
  page.width = landscape ? kLong : kShort;
  page.height = landscape ? kShort : kLong;
  page.rotated = landscape && look_.rotated;
  drawing_->pages.push_back(std::move(page));
  landscape_ = landscape;
  cursor_ = Area().y0;
  printed_ = next_printed_;
  if (next_printed_ > 0) ++next_printed_;
  PutPageNumber();
}

void PageFlow::SkipToPrinted(int number, bool landscape) {
  if (next_printed_ == 0) next_printed_ = number;
  while (next_printed_ < number) NewPage(landscape);
}

Box PageFlow::Area() const {
  const PageDrawing& page = drawing_->pages.back();
  return {kSideMargin, kTopMargin, page.width - kSideMargin, page.height - kBottomMargin};
}

void PageFlow::NeedRoom(double height) {
  if (Room() < height && !AtTop()) NewPage(landscape_);
}

void PageFlow::PutLine(const std::string& text, const Font& font, double x, double y, double anchor,
                       const Ink& ink) {
  if (text.empty()) return;
  const double width = anchor == 0 ? 0 : meter_->Width(text, font);
  Put(TextRun{{x - anchor * width, y + kBaseline * font.size}, text, font, ink, 0});
}

void PageFlow::PutPageNumber() {
  if (!look_.page_numbers || printed_ == 0) return;
  const Box area = Area();
  const Font font = MakeFont(look_.family, 9, false);
  PutLine(std::to_string(printed_), font, (area.x0 + area.x1) / 2, area.y1 + 14, 0.5);
}

}  // namespace juesuan
