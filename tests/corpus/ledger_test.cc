#include "corpus/ledger.h"

#include <gtest/gtest.h>

#include "corpus/variant.h"

namespace juesuan {
namespace {

class LedgerTest : public testing::TestWithParam<uint32_t> {
 protected:
  Ledger ledger_ = InventLedger(DrawVariant(GetParam()).shape, GetParam());
};

TEST_P(LedgerTest, IncomeAndSpendingBalance) {
  EXPECT_EQ(ledger_.Sum(&LedgerItem::Income) + ledger_.balance_used + ledger_.BroughtForward(),
            ledger_.Sum(&LedgerItem::Spending) + ledger_.allocated + ledger_.CarriedForward());
}

TEST_P(LedgerTest, EconomicClassesAreTheSumsOfTheirCodes) {
  std::map<std::string, int64_t> sums;
  int64_t all = 0;
  for (const auto& [code, amount] : ledger_.economic) {
    EXPECT_GE(amount, 0) << code;
    if (code.size() != 5) continue;
    sums[code.substr(0, 3)] += amount;
    all += amount;
  }
  for (const auto& [code, sum] : sums) EXPECT_EQ(ledger_.economic.at(code), sum) << code;
  EXPECT_EQ(all, ledger_.Sum(&LedgerItem::general_basic));
  EXPECT_EQ(ledger_.Personnel() + ledger_.Operating(), all);
}

TEST_P(LedgerTest, NothingIsNegative) {
  for (const LedgerItem& item : ledger_.items) {
    EXPECT_GE(item.GeneralIncome(), 0) << item.code.code;
    EXPECT_GE(item.FundIncome(), 0) << item.code.code;
    EXPECT_GE(item.Spending(), 0) << item.code.code;
  }
  EXPECT_GE(ledger_.balance_used, 0);
  EXPECT_GE(ledger_.own_out, 0);
}

TEST_P(LedgerTest, EconomicCodesStayBelowThePublicExpenses) {
  const auto of = [this](const char* code) {
    const auto found = ledger_.economic.find(code);
    return found == ledger_.economic.end() ? 0 : found->second;
  };
  EXPECT_LE(of("30231"), ledger_.account.running);
  EXPECT_LE(of("30217"), ledger_.account.reception);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LedgerTest, testing::Range(0U, 40U));

TEST(Ledger, EvenAmountsAreWholeHundredsOfYuan) {
  LedgerShape shape;
  shape.even = shape.funds = shape.own_money = shape.balances = true;
  const Ledger ledger = InventLedger(shape, 5);
  for (const LedgerItem& item : ledger.items) {
    EXPECT_EQ(item.Spending() % 10000, 0) << item.code.code;
    EXPECT_EQ(item.Income() % 10000, 0) << item.code.code;
  }
  for (const auto& [code, amount] : ledger.economic) EXPECT_EQ(amount % 10000, 0) << code;
}

struct PrintCase {
  int64_t fen;
  bool yuan, separators;
  const char* text;
};

class PrintTest : public testing::TestWithParam<PrintCase> {};

TEST_P(PrintTest, Amount) {
  Variant variant;
  variant.yuan = GetParam().yuan;
  variant.separators = GetParam().separators;
  variant.zero = "—";
  EXPECT_EQ(PrintAmount(GetParam().fen, variant), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Amounts, PrintTest,
                         testing::Values(PrintCase{5061130000, false, false, "5061.13"},
                                         PrintCase{5061130000, false, true, "5,061.13"},
                                         PrintCase{5061134999, false, false, "5061.13"},
                                         PrintCase{5061135000, false, false, "5061.14"},
                                         PrintCase{4999, false, false, "0.00"},
                                         PrintCase{0, false, false, "—"},
                                         PrintCase{123456789, true, true, "1,234,567.89"},
                                         PrintCase{5, true, false, "0.05"},
                                         PrintCase{-5061130000, false, true, "-5,061.13"}));

}  // namespace
}  // namespace juesuan
