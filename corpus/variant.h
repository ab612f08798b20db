// What varies between the disclosures of different places and years (docs: the forms' variants). A
// variant follows from a seed; any aspect may be pinned.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "base/result.h"
#include "corpus/ledger.h"
#include "corpus/look.h"

namespace juesuan {

enum class NumberingKind { kPublic, kChinese, kNone };  // 公开01表, 表一, nothing
enum class EmptyNoteKind { kShort, kLong, kNone };
enum class PanelsOf06 { kFour, kTwo };
// How a self-evaluation is printed: with 目标申报数 and 预算编制数; the form of 财预〔2020〕10号;
// without merged cells, its levels printed in every row.
enum class EvaluationKind { kSplit, kCentral, kPlain };

struct Variant {
  bool numbers = true;              // 行次 and 栏次 are printed
  bool split_codes = false;         // 类, 款, 项 in a column each
  bool interleaved_public = false;  // 三公: 预算数 and 决算数 in turns under each item
  bool total_last = false;          // 合计 is the last row of the code forms
  bool yuan = false;                // amounts in 元, else 万元
  bool separators = false;
  std::string zero;          // printed where there is no amount: "", "0.00", "0", "—", "——"
  bool older_names = false;  // class names before 2019
  bool aliases = false;      // other titles and labels of the same forms
  bool capital_balance = false;  // 08 with the six columns of 07
  bool unit_report = false;      // 单位决算 instead of 部门决算
  bool tables_last = false;      // tables after the text
  bool public_before_funds = false;
  bool statistics = true;  // the tenth form
  int foreign = 0;         // tables that are none of the ten, 0…5
  int projects = 0;        // with a self-evaluation each, as many as have spending
  bool reports = true;     // with a report each
  EvaluationKind evaluation = EvaluationKind::kSplit;
  std::string amount_word = "金额";
  NumberingKind numbering = NumberingKind::kPublic;
  EmptyNoteKind empty_note = EmptyNoteKind::kShort;
  PanelsOf06 panels = PanelsOf06::kFour;
  LedgerShape shape;
  Look look;

  Unit MoneyUnit() const { return yuan ? Unit::kYuan : Unit::kWanYuan; }
};

Variant DrawVariant(uint32_t seed);

// Pins aspects: "unit=yuan,numbers=0,panels=2"; variant.cc lists the names. Errors: kUsage.
Status ApplyVariant(const std::string& text, Variant* variant);

// An amount as the variant prints it; what it prints for no amount.
std::string PrintAmount(int64_t fen, const Variant& variant);

}  // namespace juesuan
