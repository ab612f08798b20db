// What stands around a grid: title, printed code, department, year, unit above; notes below.
#pragma once

#include <string>
#include <vector>

#include "base/tables.h"
#include "extract/pack.h"

namespace juesuan {

struct TableHead {
  int first_row = 0;               // rows above it are caption: the head printed inside the ruling
  std::vector<std::string> lines;  // the head's lines, nearest the table last
  std::string printed_code;        // 公开01表, 表1, 表一
  int number = 0;                  // of the printed code, 0 if there is none
  std::string department, year;
  Unit unit = Unit::kNone;
  bool unit_sure = true;  // false: read weakly, or as another unit as well
  bool weak = false;      // a line of it was read from pixels, and badly
  bool declared_empty = false;
  std::string note;
};

// The panel of `form` whose section the head's lines open, "" if none does.
std::string SectionAbove(const TableHead& head, const FormPack& form);

TableHead ReadHead(const TableGrid& grid, const FormWords& words);

// True for 公开01表, 公开表一, 表1, 附表一 and nothing more; fills the number.
bool ParsePrintedCode(std::string_view line, int* number);

// The four digits of a year printed before 年, "" if there is none.
std::string FindYear(std::string_view text);

// "万元" in 金额单位：万元（人民币）, kNone if no money unit follows a unit label.
Unit FindUnit(std::string_view text, const FormWords& words);

}  // namespace juesuan
