// The forms of an invented department, each from its ledger in the shape its variant asks for. The
// grids only; invent.cc puts titles over them.
#pragma once

#include "corpus/disclosure.h"
#include "corpus/ledger.h"
#include "corpus/variant.h"

namespace juesuan {

// What every form builder takes. `out` owns the truth; its department and year are set.
struct InventContext {
  const Ledger& ledger;
  const Variant& variant;
  Disclosure* out;
};

// The balance forms, two sides (invent_balance.cc).
Table Invent01(const InventContext& context);
Table Invent04(const InventContext& context);

// The forms by functional code (invent_codes.cc). `empty` is set when there is nothing to print.
Table Invent02(const InventContext& context);
Table Invent03(const InventContext& context);
Table Invent05(const InventContext& context);
Table Invent07(const InventContext& context, bool* empty);
Table Invent08(const InventContext& context, bool* empty);

// By economic code (invent_economic.cc).
Table Invent06(const InventContext& context);

// 三公 and 统计 (invent_public.cc).
Table Invent09(const InventContext& context);
Table Invent10(const InventContext& context);

// Tables that are none of the ten (invent_foreign.cc). REQUIRES: 0 <= kind < kForeignKinds.
constexpr int kForeignKinds = 5;
Table InventForeign(int kind, const InventContext& context, std::string* title);

// 自评表 of the variant's projects, each on a page of its own (invent_performance.cc), and the
// reports on them (invent_report.cc). Nothing if the variant has no projects.
std::vector<Block> InventPerformance(const InventContext& context, uint32_t seed);
struct InventedProject;
std::vector<Block> InventReport(const InventedProject& project, Disclosure* out);

// The name of a 类 as the variant prints it.
std::string PrintedDivision(const std::string& name, const Variant& variant);

}  // namespace juesuan
