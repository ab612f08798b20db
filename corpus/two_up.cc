#include "corpus/two_up.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace juesuan {
namespace {

// Moves a mark to the right.
struct Shift {
  double by;

  void operator()(TextRun& run) const { run.at.x += by; }
  void operator()(LineMark& line) const { line.from.x += by, line.to.x += by; }
  void operator()(FillMark& fill) const { Move(&fill.box); }
  void operator()(FrameMark& frame) const { Move(&frame.box); }
  void operator()(RingMark& ring) const { ring.centre.x += by; }
  void operator()(StarMark& star) const { star.centre.x += by; }
  void operator()(StampMark& stamp) const { stamp.at.x += by; }
  void operator()(PictureMark& picture) const { Move(&picture.box); }
  void Move(Box* box) const { box->x0 += by, box->x1 += by; }
};

bool IsUpright(const PageDrawing& page) { return page.height > page.width; }

// Where a page comes to stand.
struct Place {
  int sheet = 0;  // 1-based
  double shift = 0;
};

std::vector<Place> PlacesOf(const std::vector<PageDrawing>& pages) {
  std::vector<Place> places;
  int sheet = 0;
  for (size_t i = 0; i < pages.size(); ++i) {
    places.push_back({++sheet, 0});
    const bool paired = i + 1 < pages.size() && IsUpright(pages[i]) && IsUpright(pages[i + 1]);
    if (paired) places.push_back({sheet, pages[i++].width});
  }
  return places;
}

}  // namespace

void PutTwoUp(Drawing* drawing, std::vector<TruthRecord>* truth) {
  const std::vector<Place> places = PlacesOf(drawing->pages);
  std::vector<PageDrawing> sheets;
  for (size_t i = 0; i < places.size(); ++i) {
    PageDrawing& page = drawing->pages[i];
    const Place& place = places[i];
    for (Mark& mark : page.marks) std::visit(Shift{place.shift}, mark);
    if (place.shift > 0) {
      std::vector<Mark>& marks = sheets.back().marks;
      std::move(page.marks.begin(), page.marks.end(), std::back_inserter(marks));
      continue;
    }
    if (IsUpright(page)) page.width *= 2;
    sheets.push_back(std::move(page));
  }
  drawing->pages = std::move(sheets);
  for (TruthRecord& record : *truth) {
    if (record.page == 0) continue;
    const Place& place = places[static_cast<size_t>(record.page) - 1];
    record.page = place.sheet;
    Shift{place.shift}.Move(&record.box);
  }
}

}  // namespace juesuan
