// 目录 of a document: its own, and those of reports bound into it.
#pragma once

#include <string>
#include <vector>

#include "base/pattern.h"
#include "check/check_input.h"

namespace juesuan {

struct ContentsEntry {
  std::string title;  // as printed, without the dots
  int number = 0;     // the page it names
  int page = 0;       // where the entry stands
  Box box;
};

struct Contents {
  std::vector<ContentsEntry> entries;
  // Paragraphs [first, last) follow it, up to the next 目录.
  size_t first = 0, last = 0;
};

// In reading order. Runs of contents lines, and tables whose rows end in page numbers under a line
// that is a 目录's title. `texts` are the paragraphs' MatchForm. `entry` patterns have two groups,
// title and number; `titles` match the whole line 目录.
std::vector<Contents> FindContents(const CheckInput& input, const std::vector<std::string>& texts,
                                   const Patterns& entry, const Patterns& titles);

// Of a heading's MatchForm: the ordinal before it (一、 (二) 第三部分 4、), "" if there is none;
// and the rest without closing punctuation.
std::string OrdinalOf(const std::string& form);
std::string HeadingForm(const std::string& form);

}  // namespace juesuan
