#include "corpus/seal_painter.h"

#include <cmath>
#include <vector>

#include "corpus/page_flow.h"

namespace juesuan {
namespace {

constexpr double kPi = 3.14159265358979323846;

// The words along the upper part of the ring, each upright to the centre.
void PutWords(Point centre, double radius, const Font& font, const Ink& ink,
              std::vector<Mark>* marks) {
  const std::vector<std::string> words = {"某", "县", "财", "政", "专", "用", "章"};
  const double step = 34, first = -step * static_cast<double>(words.size() - 1) / 2;
  for (size_t i = 0; i < words.size(); ++i) {
    const double degrees = first + step * static_cast<double>(i), turn = degrees * kPi / 180;
    // The baseline's middle lies on a circle inside the ring.
    const double foot = radius - 1.35 * font.size, half = font.size / 2;
    const Point at{centre.x + foot * std::sin(turn) - half * std::cos(turn),
                   centre.y - foot * std::cos(turn) - half * std::sin(turn)};
    marks->push_back(TextRun{at, words[i], font, ink, degrees});
  }
}

}  // namespace

void PaintSeal(const Seal& seal, const std::string& family, Drawing* drawing) {
  if (seal.colour.empty()) return;
  Ink ink = InkOf(seal.colour);
  ink.multiplies = !seal.hides;
  const Font font = MakeFont(family, seal.radius * 0.27, true);
  for (size_t i = 0; i < drawing->pages.size(); ++i) {
    PageDrawing& page = drawing->pages[i];
    const double step = static_cast<double>(i);
    const Point centre{page.width * seal.x - std::fmod(step * 53, 120),
                       page.height * seal.y + std::fmod(step * 37, 90) - 45};
    page.marks.push_back(RingMark{centre, seal.radius, seal.radius * 0.05, ink});
    page.marks.push_back(StarMark{centre, seal.radius * 0.32, ink});
    PutWords(centre, seal.radius, font, ink, &page.marks);
  }
}

}  // namespace juesuan
