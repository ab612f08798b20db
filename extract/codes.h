// 科目代码: whole or split in 类 款 项, functional (3, 5, 7 digits) or economic (3, 5, a closed
// list).
#pragma once

#include <string>
#include <vector>

#include "extract/pack.h"
#include "extract/row_text.h"

namespace juesuan {

struct RowKey;

struct CodeReading {
  std::string code;     // "" if the row has none
  bool known = false;   // well formed and, for an economic code, on the list
  std::string doubt;    // it was put right: from what
  std::string problem;  // it is not a code of the form: why
};

// Reads codes down one side of a table; a row that prints only its 款 or 项 takes the rest from
// above.
class CodeRun {
 public:
  explicit CodeRun(const FormPack& form) : form_(form) {}
  CodeReading Read(const RowText& row);

 private:
  std::string Join(const RowText& row) const;
  bool InheritsSurely(const RowText& row, const std::string& code) const;
  bool IsWellFormed(const std::string& code) const;
  const LineItem* ByCode(const std::string& code) const;
  const LineItem* ByName(const std::string& label) const;
  std::string AmongRests(const std::string& read) const;
  CodeReading Repair(const RowText& row, const std::string& read) const;

  const FormPack& form_;
  std::string last_;
  bool last_sure_ = true;
};

// Over the whole table: a code read by a recogniser whose 款 or 类 is not in the table, where the
// others' are, or that stands twice, is in doubt.
void CheckCodes(const FormPack& form, std::vector<std::vector<RowKey>>* rows);

}  // namespace juesuan
