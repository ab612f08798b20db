// The accounts of an invented department, in fen: what every form and sentence is printed from. All
// identities of the forms hold here exactly; printing in 万元 adds real rounding.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/codes.h"
#include "corpus/random.h"

namespace juesuan {

// One 项. Spending by source of money; balances of each source before and after the year.
struct LedgerItem {
  FunctionalCode code;
  int64_t general_basic = 0, general_project = 0, general_in = 0, general_out = 0;
  int64_t fund_project = 0, fund_in = 0, fund_out = 0;
  int64_t capital_project = 0;
  int64_t own_basic = 0, own_project = 0;  // paid from 事业收入 and 其他收入
  int64_t business = 0, other = 0;         // 事业收入, 其他收入 of the year

  int64_t General() const { return general_basic + general_project; }
  int64_t GeneralIncome() const { return General() - general_in + general_out; }
  int64_t FundIncome() const { return fund_project - fund_in + fund_out; }
  int64_t FiscalIncome() const { return GeneralIncome() + FundIncome() + capital_project; }
  int64_t Income() const { return FiscalIncome() + business + other; }
  int64_t Basic() const { return general_basic + own_basic; }
  int64_t Project() const { return general_project + fund_project + capital_project + own_project; }
  int64_t Spending() const { return Basic() + Project(); }
};

// 三公: budget and account of each.
struct PublicExpense {
  int64_t abroad = 0, purchase = 0, running = 0, reception = 0;
  int64_t Vehicles() const { return purchase + running; }
  int64_t Total() const { return abroad + Vehicles() + reception; }
};

struct Ledger {
  std::vector<LedgerItem> items;            // by code
  std::map<std::string, int64_t> economic;  // 3 and 5 digits: general basic spending
  int64_t balance_used = 0;                 // 使用非财政拨款结余
  int64_t allocated = 0;                    // 结余分配
  int64_t own_in = 0, own_out = 0;          // balances of own money
  PublicExpense budget, account;
  int64_t goods = 0, works = 0, services = 0;  // 政府采购
  int64_t vehicles = 0, equipment = 0;         // counts

  using Amount = int64_t (LedgerItem::*)() const;
  int64_t Sum(int64_t LedgerItem::*field) const;
  int64_t Sum(Amount amount) const;
  int64_t Personnel() const;       // 人员经费合计
  int64_t Operating() const;       // 公用经费合计
  int64_t BroughtForward() const;  // 年初结转和结余
  int64_t CarriedForward() const;  // 年末结转和结余
};

struct LedgerShape {
  bool funds = false, capital = false, own_money = false, balances = false;
  bool even = false;     // amounts in whole hundreds of 元, so that 万元 show no rounding
  bool refunds = false;  // 其他收入 is negative: more was paid back than came in
  int general_items = 14;
};

Ledger InventLedger(const LedgerShape& shape, uint32_t seed);

}  // namespace juesuan
