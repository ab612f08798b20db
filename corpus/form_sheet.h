// A form under construction: rows of words and of value cells, each value cell with its truth
// record.
#pragma once

#include <string>
#include <vector>

#include "corpus/disclosure.h"
#include "corpus/variant.h"

namespace juesuan {

struct RowName {
  std::string key;    // as the contract says; "": the row is not named, its cells are no records
  std::string label;  // as printed
};

struct ColumnName {
  std::string measure;  // canonical name
  int number = 0;       // its 栏次; 0: the form prints none
  std::string panel;
  std::vector<std::string> path;  // as printed
};

class FormSheet {
 public:
  // `form` is "" for a table that is none of the ten: its cells are no records.
  FormSheet(std::string form, const Variant& variant, Disclosure* out)
      : form_(std::move(form)), variant_(variant), out_(out) {}

  void Header(std::vector<std::string> cells);

  void BeginRow();
  void Word(const std::string& text);
  // A value cell. An unnamed row or a cell of no form prints, but is no record.
  void Amount(int64_t fen, const RowName& row, const ColumnName& column);
  void Printed(const std::string& raw, Unit unit, const RowName& row, const ColumnName& column);

  // The grid so far as a table without head and notes. Numbers are set right, words left, totals
  // and codes in the middle.
  Table Finish();

 private:
  std::string form_;
  const Variant& variant_;
  Disclosure* out_;
  int header_rows_ = 0;
  std::vector<std::vector<std::string>> grid_;
  std::vector<std::vector<int>> truth_;
};

}  // namespace juesuan
