// 行次 run upwards by one: a number that breaks the run between rows that agree is put right.
#pragma once

#include <string>
#include <vector>

namespace juesuan {

struct RowNumber {
  int row = 0;       // of the grid
  std::string read;  // as printed; "" if the cell is blank
  bool labelled = false;
  int number = 0;  // what it is, 0 if unknown
  bool repaired = false;
  bool odd = false;  // a neighbour says otherwise and none says so
};

// `numbers`: the rows of one side that have a label or a number, top to bottom. Fills `number`,
// `repaired` and `odd`. A number is repaired only where the nearest sound neighbours on both sides
// (at an end, two on one side) agree on what it must be; a gap in the printed numbers (15, 17)
// stays. A number that breaks the run on both sides, or where it has but one neighbour, is odd.
void SettleRowNumbers(std::vector<RowNumber>* numbers);

}  // namespace juesuan
