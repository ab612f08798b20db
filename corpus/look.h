// How a disclosure is drawn: typeface, sizes, rulings, page turns, watermark. Nothing in it changes
// the truth but the places.
#pragma once

#include <string>

#include "base/result.h"

namespace juesuan {

enum class RulingKind { kStrokes, kFills, kBoxes };
// Which borders of a table's cells are drawn: all; the level ones; those of a three-line table,
// above and below the header and at the end; the level ones, and the upright ones of the header;
// none.
enum class BorderKind { kAll, kLevel, kThree, kHeader, kNone };
// kBroken: with gaps of a few points; kDoubled: two thin lines a hair apart.
enum class RulingStroke { kSolid, kDotted, kBroken, kDoubled };
enum class HeadKind { kStacked, kTwoLines, kOneLine };
enum class HeaderRepeat { kNever, kAlways, kAlternate };  // kAlternate: every second broken table
enum class WatermarkKind { kNone, kText, kTranslucent, kForm, kImage };

struct Watermark {
  WatermarkKind kind = WatermarkKind::kNone;
  std::string phrase = "内部资料";
  bool above = false;  // over the text instead of beneath it
  double angle = -35;  // degrees clockwise
  double size = 34;    // type size, points
  double grey = 0.85;  // of kText, kForm, kImage
  double alpha = 0.2;  // of kTranslucent and kImage
  double step_x = 210, step_y = 170;
  std::string colour;    // "c04040": instead of grey; "" for grey
  bool wanders = false;  // stands elsewhere on every page
};

// A round seal over the figures of every page.
struct Seal {
  std::string colour;       // "d02020"; "" for none
  bool hides = false;       // lies over the print and hides it; else ink and print multiply
  double radius = 58;       // points
  double x = 0.7, y = 0.5;  // of the page: its centre on the first page; it wanders from there
};

// Fills behind the cells of every table, as hex colours; "" for none.
struct Shading {
  std::string header, header_ink;  // of the header's cells, and its type: "ffffff" for reverse type
  std::string zebra;               // of every second row below the header
  std::string total;               // of the rows that add others up
};

struct Look {
  std::string family = "Noto Serif CJK SC";
  std::string heading_family = "Noto Sans CJK SC";
  double table_size = 9, prose_size = 12;
  RulingKind rulings = RulingKind::kStrokes;
  double ruling_width = 0.5;
  BorderKind borders = BorderKind::kAll;
  bool closed_pages = true;  // of a three-line table: a page's end that cuts it is ruled too
  bool head_rulings = true;  // … and so is what stands under the head of several columns
  Shading shading;
  RulingStroke ruling_stroke = RulingStroke::kSolid;
  double ruling_grey = 0;
  bool side_borders = true;  // the outer left and right rulings of a table
  HeadKind head = HeadKind::kTwoLines;
  HeaderRepeat repeat = HeaderRepeat::kAlternate;
  bool landscape_tables = true;
  bool rotated = false;   // landscape pages stored upright with /Rotate 90
  bool cut_rows = false;  // a row may be cut by the page's end
  bool page_numbers = true;
  bool two_up = false;              // two upright pages side by side on a sheet (two_up.h)
  double nudge_x = 0, nudge_y = 0;  // points by which figures stand off their place in the cell
  double sign_grey = 0;             // of the minus before a figure
  Watermark watermark;
  Seal seal;
};

// Sets what "font=AR PL UMing CN,watermark=image,size=8.5" names; look.cc lists the names. Errors:
// kUsage.
Status ApplyLook(const std::string& text, Look* look);

}  // namespace juesuan
