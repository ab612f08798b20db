// Names that Excel and file systems take, each given out once.
#pragma once

#include <set>
#include <string>

namespace juesuan {

// `wanted` without what Excel refuses in the name of a sheet ([]:*?/\ and quotes at the ends),
// 31 UTF-16 units at most; "表" if nothing is left.
std::string LegalSheetName(const std::string& wanted);

// `wanted` without what some file system refuses or a link would misread, 40 characters at most;
// no extension is added.
std::string LegalFileName(const std::string& wanted);

// Gives each name once: "A", then "A (2)". Big and small, wide and narrow letters count as one.
class UniqueNames {
 public:
  std::string Sheet(const std::string& wanted);
  std::string File(const std::string& wanted);

 private:
  std::set<std::string> taken_;  // as MatchForm
};

}  // namespace juesuan
