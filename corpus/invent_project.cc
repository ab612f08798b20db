#include "corpus/invent_project.h"

#include <algorithm>

#include "corpus/random.h"

namespace juesuan {
namespace {

struct Kind {
  const char *second, *name, *op, *unit;
  int64_t least, most;  // of the target; 0 and 0: in words
  const char* words;
};

const std::vector<Kind> kQuantity = {
    {"数量指标", "维护设备数量", "=", "台", 2, 90, ""},
    {"数量指标", "举办培训期数", "≥", "期", 2, 20, ""},
    {"数量指标", "巡查次数", "≥", "次", 12, 240, ""},
    {"数量指标", "房屋租赁面积", "≤", "平方米", 120, 3600, ""},
    {"数量指标", "受益人数", "≥", "人", 50, 12000, ""},
    {"数量指标", "印发宣传资料数量", "=", "份", 500, 9000, ""},
};
const std::vector<Kind> kQuality = {
    {"质量指标", "设备完好率", "≥", "%", 90, 99, ""},
    {"质量指标", "培训合格率", "=", "%", 100, 100, ""},
    {"质量指标", "资金拨付合规率", "=", "%", 100, 100, ""},
};
const std::vector<Kind> kTime = {
    {"时效指标", "项目完成时间", "", "", 0, 0, "2024年12月底前"},
    {"时效指标", "资金支付及时性", "", "", 0, 0, "及时"},
    {"时效指标", "问题处理时间", "≤", "小时", 2, 48, ""},
};
const std::vector<Kind> kCost = {
    {"成本指标", "培训费标准", "≤", "元/人/天", 100, 550, ""},
    {"成本指标", "房屋租赁标准", "≤", "元/平方米", 20, 400, ""},
    {"成本指标", "车辆运行维护费标准", "≤", "元/辆", 12000, 38000, ""},
};
const std::vector<Kind> kBenefit = {
    {"经济效益指标", "带动群众增收", "", "", 0, 0, "有所增加"},
    {"社会效益指标", "提高公共服务水平", "", "", 0, 0, "提高"},
    {"社会效益指标", "保障单位日常工作正常开展", "", "", 0, 0, "保障"},
    {"生态效益指标", "改善人居环境", "", "", 0, 0, "明显改善"},
    {"可持续影响指标", "长效机制健全程度", "", "", 0, 0, "健全"},
};
const std::vector<Kind> kContent = {
    {"服务对象满意度指标", "服务对象满意度", "≥", "%", 85, 98, ""},
    {"服务对象满意度指标", "群众满意度", "≥", "%", 85, 98, ""},
};

const std::vector<std::string> kNames = {
    "公共设施维护经费", "信息系统运行维护费",           "基层站所工作经费",
    "专项执法检查经费", "农村饮水安全巩固提升补助资金", "业务培训经费",
    "法律顾问服务费",   "档案数字化加工经费",           "办公用房租赁及物业管理费",
    "社会公益活动补助"};
const std::vector<std::string> kReasons = {"部分工作因天气原因推迟，下一年度加快实施进度。",
                                           "年中机构调整，业务量减少。",
                                           "供应商履约滞后，已督促整改；下一步加强合同管理。"};

class Maker {
 public:
  Maker(uint32_t seed, int number) : random_(seed, "project " + std::to_string(number)) {}

  void Indicators(InventedProject* project) {
    Group("产出指标", kQuantity, static_cast<int>(random_.Between(1, 3)), 1800, project);
    Group("产出指标", kQuality, static_cast<int>(random_.Between(1, 2)), 1200, project);
    Group("产出指标", kTime, 1, 1000, project);
    Group("产出指标", kCost, static_cast<int>(random_.Between(1, 2)), 1000, project);
    Group("效益指标", kBenefit, static_cast<int>(random_.Between(1, 3)), 3000, project);
    Group("满意度指标", kContent, static_cast<int>(random_.Between(1, 2)), 1000, project);
  }

  void Money(int64_t executed, InventedProject* project) {
    project->executed = executed / 100 * 100;
    const bool all = random_.Percent(60);
    project->budget =
        all ? project->executed : project->executed * random_.Between(101, 160) / 10000 * 100;
    project->initial = project->budget * random_.Between(80, 130) / 10000 * 100;
    if (random_.Percent(30)) project->carried = project->budget / 300 * 100;
    if (!all) project->note = random_.Pick(kReasons);
  }

 private:
  // `count` of the kinds, in their order, that share `points` hundredths.
  void Group(const std::string& first, const std::vector<Kind>& kinds, int count, int64_t points,
             InventedProject* project) {
    std::vector<size_t> chosen(kinds.size());
    for (size_t i = 0; i < chosen.size(); ++i) chosen[i] = i;
    random_.Shuffle(&chosen);
    chosen.resize(std::min(chosen.size(), static_cast<size_t>(count)));
    std::sort(chosen.begin(), chosen.end());
    for (size_t i = 0; i < chosen.size(); ++i) {
      const auto left = static_cast<int64_t>(chosen.size() - i);
      const int64_t weight = left == 1 ? points : points / left / 50 * 50;
      points -= weight;
      project->indicators.push_back(Indicator(first, kinds[chosen[i]], weight));
    }
  }

  InventedIndicator Indicator(const std::string& first, const Kind& kind, int64_t weight) {
    InventedIndicator out{first,      kind.second,    kind.name, kind.op, kind.unit,
                          kind.words, "达成预期指标", weight,    weight,  ""};
    const bool short_of = random_.Percent(15);
    if (!out.InWords()) {
      const int64_t target = random_.Between(kind.least, kind.most);
      const int64_t share = short_of ? random_.Between(30, 95) : 100;
      out.target = std::to_string(target);
      out.actual = std::to_string(std::max<int64_t>(target * share / 100, 0));
      out.score = weight * share / 100;
    } else if (short_of) {
      out.actual = "部分达成预期指标并具有一定效果";
      out.score = weight * 4 / 5;
    }
    if (short_of) out.note = random_.Pick(kReasons);
    return out;
  }

  Random random_;
};

}  // namespace

int64_t InventedProject::RateScore() const {
  return budget == 0 ? 0 : (executed * 1000 + budget / 2) / budget;
}

int64_t InventedProject::Score() const {
  int64_t sum = RateScore();
  for (const InventedIndicator& each : indicators) sum += each.score;
  return sum;
}

std::vector<InventedProject> InventProjects(const Ledger& ledger, int count, uint32_t seed) {
  std::vector<std::string> names = kNames;
  Random random(seed, "projects");
  random.Shuffle(&names);
  std::vector<InventedProject> out;
  for (const LedgerItem& item : ledger.items) {
    if (static_cast<int>(out.size()) == count || out.size() == names.size()) break;
    if (item.Project() < 100) continue;
    InventedProject project;
    project.name = names[out.size()];
    project.goal = "按照年度工作计划完成“" + project.name +
                   "”各项任务，规范使用资金；做好日常管理和监督检查，确保各项工作按时完成。";
    project.reached = "本年度已按计划组织实施“" + project.name +
                      "”，各项任务基本完成，资金使用规范，服务对象较为满意。";
    Maker maker(seed, static_cast<int>(out.size()));
    maker.Money(item.Project(), &project);
    maker.Indicators(&project);
    out.push_back(std::move(project));
  }
  return out;
}

std::string GradeOf(int64_t score) {
  return score >= 9000 ? "优" : score >= 8000 ? "良" : score >= 6000 ? "中" : "差";
}

std::string PrintPoints(int64_t hundredths) {
  std::string out = std::to_string(hundredths / 100);
  const int64_t part = hundredths % 100;
  if (part == 0) return out;
  out += "." + std::to_string(100 + part).substr(1);
  if (out.back() == '0') out.pop_back();
  return out;
}

}  // namespace juesuan
