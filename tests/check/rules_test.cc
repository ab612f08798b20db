// Every rule of the packs holds on a sound document, and fails when what it guards is broken.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "sample.h"

namespace juesuan {
namespace {

struct BrokenCell {
  const char *rule, *form, *line, *measure, *number;
  Outcome outcome = Outcome::kViolated;
};

const BrokenCell kBrokenCells[] = {
    {"R11", "PUB01", "一般公共预算财政拨款收入", "金额", "113.00"},
    {"R12", "PUB01", "卫生健康支出", "金额", "5.10"},
    {"R13", "PUB01", "年初结转和结余", "金额", "3.00"},
    {"R14", "PUB01", "结余分配", "金额", "1.00"},
    {"R15", "PUB01", "支出总计", "金额", "121.01"},
    {"R16", "PUB02", "2080505", "财政拨款收入", "20.10"},
    {"R17", "PUB02", "2080101", "本年收入合计", "63.00"},
    {"R18", "PUB02", "合计", "本年收入合计", "122.00"},
    {"R19", "PUB03", "2080101", "基本支出", "44.50"},
    {"R20", "PUB03", "20805", "基本支出", "53.00"},
    {"R21", "PUB03", "221", "本年支出合计", "80.00"},
    {"R22", "PUB04", "本年收入合计", "金额", "120.00"},
    {"R23", "PUB04", "卫生健康支出", "合计", "6.00"},
    {"R24", "PUB04", "城乡社区支出", "政府性基金预算财政拨款", "8.00"},
    {"R25", "PUB04", "支出总计", "合计", "121.10"},
    {"R26", "PUB05", "2080101", "项目支出", "2.00"},
    {"R27", "PUB05", "2080501", "小计", "11.00"},
    {"R28", "PUB05", "合计", "项目支出", "19.90"},
    {"R29", "PUB06", "30101", "决算数", "41.00"},
    {"R30", "PUB06", "人员经费合计", "决算数", "88.10"},
    {"R31", "PUB07", "合计", "年末结转和结余", "1.00"},
    {"R31", "PUB07", "2120801", "项目支出", "6.00"},
    {"R32", "PUB08", "合计", "项目支出", "3.00"},
    {"R33", "PUB09", "决算数", "公务接待费", "0.40"},
    {"R34", "PUB09", "决算数", "公务接待费", "0.60", Outcome::kSoft},
    {"R35", "PUB10", "政府采购工程支出", "统计数", "12.10"},
    {"R36", "PUB10", "其他用车", "统计数", "3"},
    {"R37", "PUB04", "政府性基金预算财政拨款", "金额", "7.01"},
    {"R38", "PUB02", "合计", "财政拨款收入", "121.50"},
    {"R38", "PUB02", "合计", "事业收入", "1.00"},
    {"R39", "PUB01", "社会保障和就业支出", "金额", "98.00"},
    {"R39", "PUB01", "一般公共服务支出", "金额", "1.00"},
    {"R40", "PUB03", "2080506", "本年支出合计", "5.01"},
    {"R41", "PUB04", "本年收入合计", "金额", "121.01"},
    {"R42", "PUB05", "221", "小计", "8.10"},
    {"R43", "PUB05", "2210201", "基本支出", "8.01"},
    {"R44", "PUB06", "公用经费合计", "决算数", "4.10"},
    {"R45", "PUB06", "30108", "决算数", "20.10", Outcome::kSoft},
    {"R46", "PUB07", "合计", "小计", "7.10"},
    {"R47", "PUB06", "30231", "决算数", "1.60"},
    {"R48", "PUB10", "行政单位机关运行经费", "统计数", "4.10"},
    {"R48", "PUB10", "行政单位机关运行经费", "统计数", "3.90", Outcome::kSoft},
    {"R49", "PUB10", "车辆数合计", "统计数", "1"},
    {"R60", "PUB06", "人员经费合计", "决算数", "88.01"},
    {"R60", "PUB06", "公用经费合计", "决算数", "4.01"},
    {"R60", "PUB06", "30201", "决算数", "2.51"},
    {"R60", "PUB06", "30113", "决算数", "8.01"},
    {"R65", "PUB10", "政府采购支出合计", "统计数", "30.01"},
    {"R65", "PUB10", "政府采购货物支出", "统计数", "10.01"},
    {"R65", "PUB10", "政府采购工程支出", "统计数", "12.01"},
    {"R65", "PUB10", "政府采购服务支出", "统计数", "8.01"},
};

struct BrokenDocument {
  const char* rule;
  std::function<void(CheckInput*)> change;
  Outcome outcome = Outcome::kViolated;
};

const char kTail[] = "公务用车维护费4000元/辆，达到预期指标；";

void Write(CheckInput* d, const char* form, const char* line, const char* measure,
           const char* words) {
  PrintWords(&At(d, form, line, measure), words);
}

// Another label in a row of a project's form, and another line with it, or not.
void Relabel(CheckInput* d, const std::string& form, const std::string& line, const char* label) {
  for (Record& record : d->facts.records) {
    if (record.form != form || record.line != line) continue;
    record.row_label = label;
    if (record.measure == "指标名称") PrintWords(&record, label);
  }
}

void Rename(CheckInput* d, const std::string& form, const std::string& line, const char* name) {
  Relabel(d, form, line, name);
  for (Record& record : d->facts.records)
    if (record.form == form && record.line == line) record.line = name;
}

void Drop(CheckInput* d, const std::string& form, const std::string& line) {
  auto& records = d->facts.records;
  records.erase(std::remove_if(records.begin(), records.end(),
                               [&](const Record& r) { return r.form == form && r.line == line; }),
                records.end());
}

// No amount in either table of the project's money.
void BlankMoney(CheckInput* d) {
  for (Record& record : d->facts.records)
    if (record.form == "PERF.SE.FUNDS" || record.form == "PERF.REP.BUDGET") PrintWords(&record, "");
}

const BrokenDocument kBrokenDocuments[] = {
    {"R01", [](CheckInput* d) { d->facts.tables[1].title = "收入决表"; }},
    {"R01", [](CheckInput* d) { d->facts.tables[4].printed_code = "公开06表"; }},
    {"R02", [](CheckInput* d) { d->facts.tables[3].department = "某县教育局"; }},
    {"R03", [](CheckInput* d) { d->facts.tables[3].year = "2023"; }},
    {"R04", [](CheckInput* d) { d->facts.tables[3].unit = Unit::kYuan; }},
    {"R05", [](CheckInput* d) { d->paragraphs[3].lines = {"四、财政拨款收入支出决算总表....1"}; }},
    {"R05", [](CheckInput* d) { d->paragraphs[12].lines = {"一、收入情况说明"}; }, Outcome::kSoft},
    {"R06", [](CheckInput* d) { At(d, "PUB10", "其他用车", "统计数").row_key = "9"; }},
    {"R07", [](CheckInput* d) { d->facts.tables[6].declared_empty = true; }},
    {"R08",
     [](CheckInput* d) {
       for (Record& r : d->facts.records)
         if (r.form == "PUB03" && r.line == "2210201") r.row_label = "住房补贴";
     }},
    {"R08",
     [](CheckInput* d) {
       for (Record& r : d->facts.records)
         if (r.form == "PUB02" && r.line == "22102") r.line = "22103";
     }},
    {"R09", [](CheckInput* d) { d->paragraphs.back().lines = {"附件3"}; }, Outcome::kSoft},
    {"R10",
     [](CheckInput* d) {
       d->paragraphs[13].lines = {"本局内设3个股室，分别为：办公室、核算股。"};
     }},
    {"R10", [](CheckInput* d) { Write(d, "PERF.SE.IND", "机关股室数量", "指标值", "=13个"); }},
    {"R50", [](CheckInput* d) { Say(d, "totals", "account", "支出总计", "120.00"); }},
    {"R51", [](CheckInput* d) { Say(d, "totals", "rate", "收入总计", "15.79"); }},
    {"R52", [](CheckInput* d) { Say(d, "reason", "rate", "普查经费", "78.5"); }},
    {"R53", [](CheckInput* d) { Say(d, "income", "account", "本年收入合计", "112.00"); }},
    {"R54", [](CheckInput* d) { Say(d, "spending", "account", "基本支出", "93.00"); }},
    {"R55", [](CheckInput* d) { Say(d, "fiscal", "account", "财政拨款收入总计", "121.10"); }},
    {"R56", [](CheckInput* d) { Say(d, "general", "share", "一般公共预算财政拨款支出", "100"); }},
    {"R57", [](CheckInput* d) { Say(d, "structure", "account", "住房保障支出", "9.00"); }},
    {"R58", [](CheckInput* d) { Say(d, "detail", "account", "社会保障和就业支出", "98.00"); }},
    {"R59", [](CheckInput* d) { Say(d, "detail", "delta", "社会保障和就业支出", "19.00"); }},
    {"R61", [](CheckInput* d) { Say(d, "fund", "account", "本年支出", "7.01"); }},
    {"R62", [](CheckInput* d) { Say(d, "public", "account", "三公经费", "1.81"); }},
    {"R63", [](CheckInput* d) { Say(d, "public_detail", "account", "公务接待费", "0.31"); }},
    {"R64", [](CheckInput* d) { Say(d, "operating", "account", "机关运行经费", "40.00"); }},
    {"R66", [](CheckInput* d) { Say(d, "assets", "count", "车辆", "1"); }},
    {"R67", [](CheckInput* d) { Rewrite(d, "资金12万元。自评", "资金13万元。自评"); }},
    {"R67", [](CheckInput* d) { Rewrite(d, "二级项目1个", "二级项目3个"); }, Outcome::kSoft},
    {"R68", [](CheckInput* d) { Rewrite(d, "等级为“中”", "等级为“优”"); }},
    {"R69", [](CheckInput* d) { Write(d, "PERF.SE.TOTAL", "总分", "等级", "良"); }, Outcome::kSoft},
    {"R70", [](CheckInput* d) { Rewrite(d, "资金112万元", "资金200万元"); }},
    {"R71", [](CheckInput* d) { Say(d, "performance", "completion", "普查工作经费", "6.67"); }},
    {"R72",
     [](CheckInput* d) { d->paragraphs[d->paragraphs.size() - 3].lines[0].insert(0, kTail); }},
    {"R73", [](CheckInput* d) { Write(d, "TRANSFER", "省级资金", "全年预算数", "41.00"); }},
    {"R74", [](CheckInput* d) { Write(d, "TRANSFER", "省级资金", "执行率", "57"); }},
    {"R75", [](CheckInput* d) { Rewrite(d, "结余10万元", "结余20万元"); }},
    {"R75", [](CheckInput* d) { Rewrite(d, "省级资金到位40", "省级资金到位50"); }},
    {"R76", [](CheckInput* d) { Rewrite(d, "人数≥100人", "人数≥200人"); }},
    {"R76", [](CheckInput* d) { Rewrite(d, "实际补贴标准500元/人", "实际补贴标准500元/人/月"); }},
    {"R76", [](CheckInput* d) { Rewrite(d, "①发放时间", "①何时"); }, Outcome::kSoft},
    {"R76", [](CheckInput* d) { Rewrite(d, "实际补贴120人", "实际已补贴"); }, Outcome::kSoft},
    {"R77", [](CheckInput* d) { Rewrite(d, "目标值的120%", "目标值的12%"); }},
    {"R78", [](CheckInput* d) { Say(d, "reason", "account", "就业补助资金", "700000"); },
     Outcome::kSoft},
    {"R79", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "县级资金", "年初预算数", "9.00"); }},
    {"R79", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "资金结转(余)", "3.00"); }},
    {"R80", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "县级资金", "执行率", "90"); }},
    {"R80", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "得分", "10"); },
     Outcome::kSoft},
    {"R80",
     [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "偏差原因", "执行率66.67%"); },
     Outcome::kSoft},
    {"R81", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "偏差原因", "执行率:8%"); }},
    {"R82", [](CheckInput* d) { Write(d, "PERF.REP.BUDGET", "其他资金", "全年执行数", "1,000"); }},
    {"R83", [](CheckInput* d) { Write(d, "PERF.SE.IND", "完成时间", "分值", "15"); }},
    {"R83", [](CheckInput* d) { Write(d, "PERF.SE.TOTAL", "总分", "分值", "90"); }},
    {"R84", [](CheckInput* d) { Write(d, "PERF.SE.IND", "补助标准", "得分", "6"); }},
    {"R85", [](CheckInput* d) { Write(d, "PERF.SE.IND", "补助标准", "得分", "4"); }},
    {"R86", [](CheckInput* d) { Write(d, "PERF.REP.IND", "补助标准", "得分", "4"); }},
    {"R86", [](CheckInput* d) { Rewrite(d, "情况得分8分", "情况得分9分"); }},
    {"R86", [](CheckInput* d) { Write(d, "PERF.SE.FUNDS", "资金总额", "得分", ""); }},
    {"R87", [](CheckInput* d) { Rewrite(d, "总得分78分", "总得分79分"); }},
    {"R87", [](CheckInput* d) { Rewrite(d, "属于“中”", "属于“优”"); }},
    {"R88", [](CheckInput* d) { Write(d, "PERF.SE.TOTAL", "总分", "等级", "优"); }},
    {"R89", [](CheckInput* d) { Write(d, "PERF.REP.IND", "群众满意度", "实际完成值", "91"); }},
    {"R89", [](CheckInput* d) { Drop(d, "PERF.REP.IND", "群众满意度"); }},
    {"R89", [](CheckInput* d) { Rename(d, "PERF.REP.IND", "群众满意度", ""); }},
    {"R89", [](CheckInput* d) { Write(d, "PERF.REP.IND", "补助标准", "偏差原因", "未付"); },
     Outcome::kSoft},
    {"R90", [](CheckInput* d) { Rewrite(d, "完成普查任务，培训50人", "完成普查任务，培训60人"); }},
    {"R91", [](CheckInput* d) { RewriteForm(d, "实际执行8万元", "实际执行80万元"); }},
    {"R92", [](CheckInput* d) { RewriteForm(d, "执行率66.67%", "执行率6.67%"); }},
    {"R93", [](CheckInput* d) { RewriteForm(d, "维护费4000元/辆", "维护费585元/辆"); }},
    {"R93", [](CheckInput* d) { Write(d, "PERF.SE.IND", "培训人数", "得分", "2"); }},
    {"R93", [](CheckInput* d) { RewriteForm(d, "实际执行8万元", "群众满意度不合格"); },
     Outcome::kSoft},
    {"R94", [](CheckInput* d) { Write(d, "PERF.SE.IND", "培训人数", "实际完成值", "≥40人"); }},
    {"R94", [](CheckInput* d) { Write(d, "PERF.SE.IND", "培训人数", "得分", "2"); },
     Outcome::kSoft},
    {"R95", [](CheckInput* d) { Write(d, "PERF.SE.IND", "完成时间", "指标值", "2023年12月"); }},
    {"R95", [](CheckInput* d) { RewriteForm(d, "2024年项目完成", "2023年项目完成"); }},
    {"R96",
     [](CheckInput* d) { Write(d, "PERF.SE.IND", "公务用车维护费", "实际完成值", "=50000元/辆"); }},
    {"R96", [](CheckInput* d) { Write(d, "PERF.SE.IND", "资料成本", "实际完成值", "=75000元"); }},
    {"R96", [](CheckInput* d) { Write(d, "PERF.SE.IND", "补助标准", "指标值", "=900元/人/月"); },
     Outcome::kSoft},
    {"R97", [](CheckInput* d) { Rewrite(d, "共需资金12万元", "共需资金30万元"); }, Outcome::kSoft},
    {"R98", [](CheckInput* d) { Say(d, "reason", "account", "普查工作经费", "85000"); }},
    {"R100",
     [](CheckInput* d) { Write(d, "PERF.SE.IND", "公务用车维护费", "实际完成值", "=9000元/辆"); }},
    {"R101", [](CheckInput* d) { Write(d, "PERF.SE.IND", "完成时间", "得分", "10"); }},
    {"R102", [](CheckInput* d) { Relabel(d, "PERF.REP.IND", "群众满意度", "君众满意度"); }},
    {"R102", [](CheckInput* d) { Relabel(d, "PERF.REP.IND", "群众满意度", "满意度"); },
     Outcome::kSoft},
    {"R103", BlankMoney},
    {"R104", [](CheckInput* d) { Rewrite(d, "下年继续", "另有上年结转20万元，下年继续"); },
     Outcome::kSoft},
    {"R105", [](CheckInput* d) { RewriteForm(d, "完成年度普查", "完成全年普查"); }, Outcome::kSoft},
    {"R106", [](CheckInput* d) { RewriteForm(d, "：完成普查任务", "：做完普查任务"); },
     Outcome::kSoft},
};

TEST(Rules, EveryRuleHoldsOnASoundDocument) {
  const RulePacks packs = TestPacks();
  const CheckReport report = Check(SampleInput(), packs);
  for (const Finding& finding : report.findings) ADD_FAILURE() << finding.rule << finding.message;
  for (const Rule& rule : packs.rules()) {
    EXPECT_GT(Count(report, rule.id, Outcome::kHold), 0) << rule.id;
    for (const Outcome bad : {Outcome::kViolated, Outcome::kSoft, Outcome::kSkipped})
      EXPECT_EQ(Count(report, rule.id, bad), 0) << rule.id;
  }
}

TEST(Rules, EveryRuleHasACaseThatBreaksIt) {
  std::set<std::string> broken;
  for (const BrokenCell& each : kBrokenCells) broken.insert(each.rule);
  for (const BrokenDocument& each : kBrokenDocuments) broken.insert(each.rule);
  const RulePacks packs = TestPacks();
  for (const Rule& rule : packs.rules()) EXPECT_EQ(broken.count(rule.id), 1u) << rule.id;
}

TEST(Rules, ABrokenCellIsFound) {
  const RulePacks packs = TestPacks();
  for (const BrokenCell& each : kBrokenCells) {
    SCOPED_TRACE(std::string(each.rule) + " " + each.form + "/" + each.line + "/" + each.measure);
    CheckInput input = SampleInput();
    Print(&At(&input, each.form, each.line, each.measure), each.number);
    const CheckReport report = Check(input, packs);
    EXPECT_GT(Count(report, each.rule, each.outcome), 0);
  }
}

TEST(Rules, ABrokenDocumentIsFound) {
  const RulePacks packs = TestPacks();
  for (const BrokenDocument& each : kBrokenDocuments) {
    SCOPED_TRACE(each.rule);
    CheckInput input = SampleInput();
    each.change(&input);
    EXPECT_GT(Count(Check(input, packs), each.rule, each.outcome), 0);
  }
}

TEST(Rules, AMissingFormIsNotEvaluatedNeverViolated) {
  const RulePacks packs = TestPacks();
  for (const TableClaim& claim : SampleInput().facts.tables) {
    CheckInput input = SampleInput();
    auto& records = input.facts.records;
    records.erase(std::remove_if(records.begin(), records.end(),
                                 [&](const Record& r) { return r.form == claim.form; }),
                  records.end());
    for (const RuleInstance& instance : Check(input, packs).instances)
      EXPECT_NE(instance.outcome, Outcome::kViolated) << claim.form << " " << instance.rule;
  }
}

TEST(Rules, ALostRowIsNotEvaluatedNeverViolated) {
  CheckInput input = SampleInput();
  auto& records = input.facts.records;
  records.erase(
      std::remove_if(records.begin(), records.end(),
                     [](const Record& r) { return r.form == "PUB05" && r.line == "2080505"; }),
      records.end());
  Reject reject;
  reject.table = 5;
  reject.code = "unknown_row";
  reject.text = "20.00";
  input.facts.rejects.push_back(reject);
  const CheckReport report = Check(input, TestPacks());
  EXPECT_EQ(Count(report, "R27", Outcome::kViolated), 0);
  EXPECT_GT(Count(report, "R27", Outcome::kSkipped), 0);
}

}  // namespace
}  // namespace juesuan
