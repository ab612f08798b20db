#include <gtest/gtest.h>

#include "sample.h"

namespace juesuan {
namespace {

struct Said {
  int group;
  const char *form, *role, *subject, *raw, *unit, *bound_to;
};

// Every figure agrees with the tables of sample.cc and with the others.
constexpr Said kSaid[] = {
    {1, "totals", "account", "收入总计", "121.00", "万元", "PUB01/12/1"},
    {1, "totals", "delta", "收入总计", "-21.00", "万元", ""},
    {1, "totals", "rate", "收入总计", "-14.79", "%", ""},
    {2, "totals", "account", "支出总计", "121.00", "万元", "PUB01/22/1"},
    {3, "reason", "account", "普查经费", "30000", "元", ""},
    {3, "reason", "prior", "普查经费", "240000.5", "元", ""},
    {3, "reason", "delta", "普查经费", "-210000.5", "元", ""},
    {3, "reason", "rate", "普查经费", "-87.5", "%", ""},
    {35, "reason", "account", "普查工作经费", "80000", "元", ""},
    {35, "reason", "prior", "普查工作经费", "60000", "元", ""},
    {36, "reason", "account", "就业补助资金", "800000", "元", ""},
    {37, "performance", "completion", "普查工作经费", "66.67", "%", ""},
    {4, "income", "account", "本年收入合计", "121.00", "万元", "PUB02/合计/1"},
    {5, "income", "account", "财政拨款收入", "121.00", "万元", "PUB02/合计/2"},
    {5, "income", "share", "财政拨款收入", "100.00", "%", ""},
    {6, "spending", "account", "本年支出合计", "121.00", "万元", "PUB03/合计/1"},
    {7, "spending", "account", "基本支出", "92.00", "万元", "PUB03/合计/2"},
    {7, "spending", "share", "基本支出", "76.03", "%", ""},
    {8, "spending", "account", "项目支出", "29.00", "万元", "PUB03/合计/3"},
    {9, "fiscal", "account", "财政拨款收入总计", "121.00", "万元", "PUB04/9/1"},
    {10, "general", "account", "一般公共预算财政拨款支出", "112.00", "万元", "PUB05/合计/1"},
    {10, "general", "share", "一般公共预算财政拨款支出", "92.56", "%", ""},
    {11, "structure", "account", "一般公共预算财政拨款支出", "112.00", "万元", "PUB05/合计/1"},
    {12, "structure", "account", "社会保障和就业支出", "99.00", "万元", "PUB05/208/1"},
    {12, "structure", "share", "社会保障和就业支出", "88.39", "%", ""},
    {13, "structure", "account", "卫生健康支出", "5.00", "万元", "PUB05/210/1"},
    {14, "structure", "account", "住房保障支出", "8.00", "万元", "PUB05/221/1"},
    {15, "detail", "budget", "一般公共预算财政拨款支出", "100.00", "万元", ""},
    {15, "detail", "account", "一般公共预算财政拨款支出", "112.00", "万元", "PUB05/合计/1"},
    {15, "detail", "completion", "一般公共预算财政拨款支出", "112.00", "%", ""},
    {16, "detail", "budget", "社会保障和就业支出", "90.00", "万元", ""},
    {16, "detail", "account", "社会保障和就业支出", "99.00", "万元", "PUB05/208/1"},
    {16, "detail", "delta", "社会保障和就业支出", "9.00", "万元", ""},
    {16, "detail", "rate", "社会保障和就业支出", "10", "%", ""},
    {17, "detail", "budget", "卫生健康支出", "10.00", "万元", ""},
    // A 款 beside its 类 is no part of the whole a second time.
    {18, "detail", "budget", "行政事业单位养老支出", "35.00", "万元", ""},
    {18, "detail", "account", "行政事业单位养老支出", "35.00", "万元", "PUB05/20805/1"},
    {19, "basic", "account", "基本支出", "92.00", "万元", "PUB05/合计/2"},
    {20, "basic", "account", "人员经费", "88.00", "万元", "PUB06/人员经费合计/1"},
    {21, "basic", "account", "公用经费", "4.00", "万元", "PUB06/公用经费合计/1"},
    {22, "basic", "account", "住房公积金", "80000", "元", "PUB06/30113/1"},
    {23, "basic", "account", "办公费", "2.50", "万元", "PUB06/30201/1"},
    {24, "fund", "account", "本年支出", "7.00", "万元", "PUB07/合计/3"},
    {25, "public", "budget", "三公经费", "2.50", "万元", "PUB09/预算数/1"},
    {25, "public", "account", "三公经费", "1.80", "万元", "PUB09/决算数/1"},
    {25, "public", "completion", "三公经费", "72", "%", ""},
    {26, "public_detail", "account", "公务接待费", "0.30", "万元", "PUB09/决算数/6"},
    {26, "public_detail", "use", "会议用餐", "0.10", "万元", ""},
    {26, "public_detail", "use", "参观", "0.20", "万元", ""},
    {27, "operating", "account", "机关运行经费", "4.00", "万元", "PUB10/5/1"},
    {28, "procurement", "account", "政府采购支出总额", "30.00", "万元", "PUB10/1/1"},
    {29, "procurement", "account", "政府采购货物支出", "10.00", "万元", "PUB10/2/1"},
    {30, "procurement", "account", "政府采购工程支出", "12.00", "万元", "PUB10/3/1"},
    {31, "procurement", "account", "政府采购服务支出", "8.00", "万元", "PUB10/4/1"},
    {32, "procurement", "account", "授予中小企业合同金额", "20.00", "万元", ""},
    {32, "procurement", "share", "授予中小企业合同金额", "66.67", "%", ""},
    {33, "procurement", "account", "授予小微企业合同金额", "10.00", "万元", ""},
    {34, "assets", "count", "车辆", "2", "辆", "PUB10/7/1"},
    {34, "assets", "use", "普查用车", "1", "辆", ""},
    {34, "assets", "use", "其他", "1", "辆", ""},
};

// Changes are printed without a sign: what goes down is written with one above.
NarrativeFact FactOf(const Said& said) {
  NarrativeFact fact;
  fact.section = said.form;
  fact.subject = said.subject;
  fact.raw = said.raw;
  fact.unit = said.unit;
  fact.page = 2;
  fact.box = {50, 500, 90, 510};
  fact.bound_to = said.bound_to;
  fact.form = said.form;
  fact.role = said.role;
  fact.group = said.group;
  const std::string role = said.role;
  fact.measure = role == "delta"        ? FactMeasure::kDelta
                 : role == "rate"       ? FactMeasure::kRate
                 : role == "share"      ? FactMeasure::kShare
                 : role == "completion" ? FactMeasure::kCompletion
                 : fact.unit == "辆"    ? FactMeasure::kCount
                                        : FactMeasure::kAmount;
  if (role == "delta" || role == "rate") {
    const bool down = fact.raw.front() == '-';
    fact.direction = down ? FactDirection::kDown : FactDirection::kUp;
    if (down) fact.raw.erase(0, 1);
  }
  fact.value = ParseDecimal(fact.raw);
  return fact;
}

}  // namespace

std::vector<NarrativeFact> SampleNarrative() {
  std::vector<NarrativeFact> out;
  for (const Said& said : kSaid) out.push_back(FactOf(said));
  return out;
}

NarrativeFact& Say(CheckInput* input, const std::string& form, const std::string& role,
                   const std::string& subject, const std::string& raw) {
  for (NarrativeFact& fact : input->facts.narrative)
    if (fact.form == form && fact.role == role && fact.subject == subject) {
      fact.raw = raw;
      fact.value = ParseDecimal(raw);
      return fact;
    }
  ADD_FAILURE() << "no figure " << form << "." << role << " " << subject;
  return input->facts.narrative.front();
}

}  // namespace juesuan
