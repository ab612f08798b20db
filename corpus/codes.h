// The classification codes that invented departments spend under: a part of the public list, enough
// to fill every form.
#pragma once

#include <string>
#include <vector>

namespace juesuan {

enum class FundKind { kGeneral, kFund, kCapital };

// One 项 with the names of its 款 and 类.
struct FunctionalCode {
  std::string code;  // 7 digits; the first 3 and 5 are its 类 and 款
  std::string name, section, division;
  FundKind fund = FundKind::kGeneral;
};
const std::vector<FunctionalCode>& FunctionalCodes();

struct EconomicCode {
  std::string code;  // 3 or 5 digits
  std::string name;
};
const std::vector<EconomicCode>& EconomicCodes();

// The 类 of the balance forms in printed order: code, name without ordinal, older name ("" if
// none).
struct Division {
  std::string code, name, older;
};
const std::vector<Division>& Divisions();

// 一, 二, … 二十六.
std::string ChineseOrdinal(int number);

}  // namespace juesuan
