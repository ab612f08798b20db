// How a disclosure is drawn: typeface, sizes, rulings, page turns, watermark. Nothing in it changes
// the truth but the places.
#pragma once

#include <string>

#include "base/result.h"

namespace juesuan {

enum class RulingKind { kStrokes, kFills, kBoxes };
// Which borders of a table's cells are drawn: all; the level ones; those of a three-line table,
// above and below the header and at the end; the level ones, and the upright ones of the header.
enum class BorderKind { kAll, kLevel, kThree, kHeader };
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
};

struct Look {
  std::string family = "Noto Serif CJK SC";
  std::string heading_family = "Noto Sans CJK SC";
  double table_size = 9, prose_size = 12;
  RulingKind rulings = RulingKind::kStrokes;
  double ruling_width = 0.5;
  BorderKind borders = BorderKind::kAll;
  bool shaded_header = false;
  bool side_borders = true;  // the outer left and right rulings of a table
  HeadKind head = HeadKind::kTwoLines;
  HeaderRepeat repeat = HeaderRepeat::kAlternate;
  bool landscape_tables = true;
  bool rotated = false;   // landscape pages stored upright with /Rotate 90
  bool cut_rows = false;  // a row may be cut by the page's end
  bool page_numbers = true;
  Watermark watermark;
};

// Sets what "font=AR PL UMing CN,watermark=image,size=8.5" names; look.cc lists the names. Errors:
// kUsage.
Status ApplyLook(const std::string& text, Look* look);

}  // namespace juesuan
