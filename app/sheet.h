// A sheet of a workbook before it is a file: cells with what they show, their colour, their comment
// and where they lead. Made by table_sheet and summary_sheet, written by workbook.cc.
//
// Rows and columns count from 0. Widths are in characters of the sheet's type, a Chinese character
// taking two; heights in points.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"

namespace juesuan {

// What a cell's colour says. The later of two wins where both hold.
enum class Fill {
  kNone,
  kHeader,
  kProven,
  kCorrected,
  kRepaired,
  kInvolved,  // stands in an identity that does not hold, but another cell is more likely the cause
  kUnread,
  kSuspect,
  kViolated,
};

enum class Align { kLeft, kCentre, kRight };

struct SheetCell {
  int row = 0, col = 0;
  int row_span = 1, col_span = 1;
  std::string text;
  std::optional<Decimal> number;  // shown in place of `text`, with the digits it was printed with
  bool separators = false;        // 1,234.50
  bool percent = false;           // the number is followed by %
  Fill fill = Fill::kNone;
  Align align = Align::kLeft;
  bool bold = false, bordered = true;
  int size = 10;  // of the type, points
  std::string comment;
  std::string link;  // "internal:'name'!B7" or "external:file.xlsx"
};

struct SheetFilter {
  int row = 0, last_row = 0, last_col = 0;
};

struct Sheet {
  std::string name;              // sheet_names.h
  std::vector<SheetCell> cells;  // disjoint
  std::vector<double> widths;    // by column
  std::vector<double> heights;   // by row; 0: the usual one
  int frozen_rows = 0;           // stay in sight, and are printed on every page
  std::optional<SheetFilter> filter;
};

// A spreadsheet keeps 15 digits of a number: whether none of this one's is lost.
bool FitsASpreadsheet(const Decimal& number);

// "B7"
std::string CellName(int row, int col);
// Where a link to a cell leads: "internal:'name'!B7".
std::string LinkTo(const std::string& sheet, int row, int col);

// Makes rows high enough for their wrapped text; `widths` are set.
void SetHeights(Sheet* sheet);

}  // namespace juesuan
