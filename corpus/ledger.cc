#include "corpus/ledger.h"

#include <algorithm>
#include <cstddef>

namespace juesuan {
namespace {

constexpr int64_t kYuan = 100;  // in fen

// 项 that every department pays, wholly basic.
const std::vector<std::string>& Statutory() {
  static const std::vector<std::string> kCodes = {"2080501", "2080505", "2080506",
                                                  "2101101", "2101103", "2210201"};
  return kCodes;
}

bool IsOneOf(const std::string& code, const std::vector<std::string>& codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

class Inventor {
 public:
  Inventor(const LedgerShape& shape, uint32_t seed) : shape_(shape), random_(seed, "ledger") {}

  Ledger Run() {
    ChooseItems();
    for (LedgerItem& item : ledger_.items) FillItem(&item);
    if (shape_.own_money) FillOwnMoney();
    SplitEconomic();
    FillPublicExpense();
    FillStatistics();
    return std::move(ledger_);
  }

 private:
  // An amount between two numbers of 元; whole hundreds where the shape asks for it.
  int64_t Amount(int64_t least_yuan, int64_t most_yuan) {
    const int64_t fen = random_.Between(least_yuan * kYuan, most_yuan * kYuan);
    return shape_.even ? fen / (100 * kYuan) * (100 * kYuan) + 100 * kYuan : fen;
  }

  void ChooseItems() {
    std::vector<FunctionalCode> general, chosen;
    for (const FunctionalCode& code : FunctionalCodes()) {
      if (IsOneOf(code.code, Statutory()))
        chosen.push_back(code);
      else if (code.fund == FundKind::kGeneral)
        general.push_back(code);
      else if (code.fund == FundKind::kFund && shape_.funds && random_.Percent(60))
        chosen.push_back(code);
      else if (code.fund == FundKind::kCapital && shape_.capital && random_.Percent(60))
        chosen.push_back(code);
    }
    random_.Shuffle(&general);
    const size_t count = std::min(general.size(), static_cast<size_t>(shape_.general_items));
    chosen.insert(chosen.end(), general.begin(),
                  general.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(chosen.begin(), chosen.end(),
              [](const FunctionalCode& a, const FunctionalCode& b) { return a.code < b.code; });
    for (FunctionalCode& code : chosen) ledger_.items.push_back(LedgerItem{std::move(code)});
  }

  void FillItem(LedgerItem* item) {
    const std::string& code = item->code.code;
    if (item->code.fund == FundKind::kCapital) {
      item->capital_project = Amount(20000, 900000);
    } else if (item->code.fund == FundKind::kFund) {
      item->fund_project = Amount(50000, 60000000);
      if (shape_.balances) {
        item->fund_in = random_.Percent(50) ? item->fund_project / 4 : 0;
        item->fund_out = random_.Percent(50) ? Amount(1000, 300000) : 0;
      }
    } else if (IsOneOf(code, Statutory())) {
      item->general_basic = Amount(20000, 2500000);
    } else {
      const bool running = item->code.name == "行政运行" || item->code.name == "事业运行";
      if (running) item->general_basic = Amount(800000, 15000000);
      if (!running || random_.Percent(40)) item->general_project = Amount(1200, 9000000);
      if (shape_.balances && random_.Percent(30)) item->general_in = item->General() / 5;
      if (shape_.balances && random_.Percent(30)) item->general_out = Amount(500, 200000);
    }
    if (shape_.even) {
      item->fund_in = item->fund_in / 10000 * 10000;
      item->general_in = item->general_in / 10000 * 10000;
    }
  }

  // Own income pays own spending; what is missing comes from balances, what is left goes to them.
  void FillOwnMoney() {
    int64_t income = 0, spending = 0;
    for (LedgerItem& item : ledger_.items) {
      if (item.code.fund != FundKind::kGeneral || IsOneOf(item.code.code, Statutory())) continue;
      if (!random_.Percent(35)) continue;
      item.business = Amount(10000, 3000000);
      if (random_.Percent(50)) item.other = Amount(300, 400000);
      if (shape_.refunds) item.other = -item.other;
      (item.general_basic > 0 ? item.own_basic : item.own_project) = Amount(10000, 3000000);
      income += item.business + item.other;
      spending += item.own_basic + item.own_project;
    }
    ledger_.own_in = shape_.balances ? Amount(1000, 500000) : 0;
    const int64_t left = ledger_.own_in + income - spending;
    if (left < 0) {
      ledger_.balance_used = -left;
    } else if (shape_.balances) {
      ledger_.own_out = left;
    } else {
      ledger_.allocated = left;
    }
  }

  int64_t BasicOf(const std::string& code) const {
    for (const LedgerItem& item : ledger_.items) {
      if (item.code.code == code) return item.general_basic;
    }
    return 0;
  }

  void SplitEconomic() {
    auto& economic = ledger_.economic;
    economic["30108"] = BasicOf("2080505");
    economic["30109"] = BasicOf("2080506");
    economic["30110"] = BasicOf("2101101");
    economic["30111"] = BasicOf("2101103");
    economic["30113"] = BasicOf("2210201");
    economic["30302"] = BasicOf("2080501");
    int64_t rest = ledger_.Sum(&LedgerItem::general_basic);
    for (const auto& [code, amount] : economic) rest -= amount;
    static const std::vector<std::string> kOthers = {
        "30102", "30103", "30107", "30112", "30199", "30201", "30202", "30205", "30206",
        "30207", "30211", "30213", "30215", "30216", "30217", "30226", "30227", "30228",
        "30229", "30231", "30239", "30299", "30304", "30305", "30309", "31002"};
    for (const std::string& code : kOthers) {
      if (!random_.Percent(70)) continue;
      int64_t part = rest / random_.Between(6, 60);
      if (shape_.even) part = part / 10000 * 10000;
      economic[code] = part;
      rest -= part;
    }
    economic["30101"] = rest;
    std::map<std::string, int64_t> classes;
    for (const auto& [code, amount] : economic) classes[code.substr(0, 3)] += amount;
    economic.insert(classes.begin(), classes.end());
  }

  int64_t EconomicOf(const std::string& code) const {
    const auto found = ledger_.economic.find(code);
    return found == ledger_.economic.end() ? 0 : found->second;
  }

  void FillPublicExpense() {
    PublicExpense& account = ledger_.account;
    account.running = EconomicOf("30231") + (random_.Percent(50) ? Amount(1000, 30000) : 0);
    account.reception = EconomicOf("30217");
    if (random_.Percent(25)) account.abroad = Amount(10000, 90000);
    if (random_.Percent(25)) account.purchase = Amount(120000, 360000);
    PublicExpense& budget = ledger_.budget;
    budget = account;
    if (budget.running > 0) budget.running += Amount(0, 20000);
    if (random_.Percent(50)) budget.reception += Amount(100, 20000);
  }

  void FillStatistics() {
    if (random_.Percent(80)) ledger_.goods = Amount(2000, 900000);
    if (random_.Percent(40)) ledger_.works = Amount(20000, 5000000);
    if (random_.Percent(70)) ledger_.services = Amount(5000, 2000000);
    ledger_.vehicles = random_.Between(0, 14);
    ledger_.equipment = random_.Percent(30) ? random_.Between(1, 6) : 0;
  }

  LedgerShape shape_;
  Random random_;
  Ledger ledger_;
};

}  // namespace

int64_t Ledger::Sum(int64_t LedgerItem::*field) const {
  int64_t sum = 0;
  for (const LedgerItem& item : items) sum += item.*field;
  return sum;
}

int64_t Ledger::Sum(Amount amount) const {
  int64_t sum = 0;
  for (const LedgerItem& item : items) sum += (item.*amount)();
  return sum;
}

int64_t Ledger::Personnel() const {
  int64_t sum = 0;
  for (const auto& [code, amount] : economic) {
    if (code == "301" || code == "303") sum += amount;
  }
  return sum;
}

int64_t Ledger::Operating() const { return Sum(&LedgerItem::general_basic) - Personnel(); }

int64_t Ledger::BroughtForward() const {
  return Sum(&LedgerItem::general_in) + Sum(&LedgerItem::fund_in) + own_in;
}

int64_t Ledger::CarriedForward() const {
  return Sum(&LedgerItem::general_out) + Sum(&LedgerItem::fund_out) + own_out;
}

Ledger InventLedger(const LedgerShape& shape, uint32_t seed) { return Inventor(shape, seed).Run(); }

}  // namespace juesuan
