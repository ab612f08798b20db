// The pages of a drawing as they fill up: the page in hand, how far down it is, and the printed
// number of each page.
#pragma once

#include <string>

#include "corpus/drawing.h"
#include "corpus/look.h"
#include "corpus/page_canvas.h"

namespace juesuan {

class PageFlow {
 public:
  PageFlow(const Look& look, TypeMeter* meter, Drawing* drawing)
      : look_(look), meter_(meter), drawing_(drawing) {}

  // Begins a page, upright or lying. REQUIRES: called once before anything is put.
  void NewPage(bool landscape);
  // Printed numbers begin with `number` on the page begun next; once begun, empty pages are added
  // until the page in hand would be `number` - 1.
  void SkipToPrinted(int number, bool landscape);

  Box Area() const;  // inside the margins
  double cursor() const { return cursor_; }
  double Room() const { return Area().y1 - cursor_; }
  void Advance(double by) { cursor_ += by; }
  // Begins a page like the one in hand if less than `height` is left.
  void NeedRoom(double height);
  bool AtTop() const { return cursor_ <= Area().y0 + 0.5; }
  int printed() const { return printed_; }  // of the page in hand; 0: not numbered
  int page_number() const { return static_cast<int>(drawing_->pages.size()); }  // 1-based

  void Put(Mark mark) { drawing_->pages.back().marks.push_back(std::move(mark)); }
  // One line whose top is `y`; x is its left, centre or right edge by `anchor` 0, 0.5 or 1.
  void PutLine(const std::string& text, const Font& font, double x, double y, double anchor,
               const Ink& ink = {});
  void PutPageNumber();

  const Look& look() const { return look_; }
  TypeMeter& meter() { return *meter_; }

 private:
  const Look& look_;
  TypeMeter* meter_;
  Drawing* drawing_;
  double cursor_ = 0;
  bool landscape_ = false;
  int printed_ = 0;       // of the page in hand; 0: not numbered
  int next_printed_ = 0;  // of the next page
};

// Height of one line of type, and where its baseline lies in it, as multiples of the size.
constexpr double kLineHeight = 1.3;
constexpr double kBaseline = 1.0;

// Bold only where the family has a bold face: a synthetic one would not stay text in the PDF.
Font MakeFont(const std::string& family, double size, bool bold);

}  // namespace juesuan
