#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "extract/narrative_reader.h"
#include "extract/pack.h"

namespace juesuan {
namespace {

namespace fs = std::filesystem;

const FormPacks& Packs() {
  static const FormPacks packs = *FormPacks::Load(JUESUAN_FORMS);
  return packs;
}

Record Amount(const std::string& form, const std::string& line, const std::string& measure,
              const std::string& label, const std::string& raw, const std::string& panel = "") {
  Record record;
  record.form = form;
  record.row_key = line;
  record.line = line;
  record.col_key = record.measure = measure;
  record.row_label = label;
  record.panel = panel;
  record.raw = raw;
  record.kind = raw.empty() ? CellKind::kBlank : CellKind::kNumber;
  record.value = ParseDecimal(raw);
  return record;
}

DocumentFacts SampleFacts() {
  DocumentFacts facts;
  facts.department = "某县教育局";
  facts.year = "2024";
  facts.records = {
      Amount("PUB01", "收入总计", "金额", "总计", "20.00"),
      Amount("PUB01", "支出总计", "金额", "总计", "20.00"),
      Amount("PUB02", "合计", "财政拨款收入", "合计", "20.00"),
      Amount("PUB05", "合计", "小计", "合计", "20.00"),
      Amount("PUB05", "205", "小计", "教育支出", "12.00"),
      Amount("PUB05", "20502", "小计", "普通教育", "12.00"),
      Amount("PUB05", "2050202", "小计", "小学教育", "12.00"),
      Amount("PUB05", "208", "小计", "社会保障和就业支出", "8.00"),
      Amount("PUB06", "30201", "决算数", "办公费", "3.00"),
      Amount("PUB06", "30902", "决算数", "办公设备购置", ""),
      Amount("PUB06", "31002", "决算数", "办公设备购置", "1.00"),
      Amount("PUB09", "预算数", "公务接待费", "", "2.00", "预算数"),
      Amount("PUB09", "决算数", "公务接待费", "", "1.00", "决算数"),
      Amount("PUB10", "车辆数合计", "统计数", "车辆数合计", "8"),
      Amount("PUB10", "单价100万元以上设备", "统计数", "设备", "2"),
  };
  facts.records[11].row_key = facts.records[12].row_key = "1";
  return facts;
}

Paragraph Prose(ParagraphKind kind, int page, const std::vector<std::string>& lines) {
  Paragraph paragraph{page, {50, 100, 250, 110}, kind, {}};
  double y = 100;
  for (const std::string& text : lines) {
    TextLine line;
    line.page = page;
    line.box = {50, y, 250, y + 10};
    line.readings = {{Reader::kLayer, text, 1, {}}};
    paragraph.lines.push_back(std::move(line));
    y += 20;
  }
  return paragraph;
}

Paragraph Heading(const std::string& text) { return Prose(ParagraphKind::kHeading, 1, {text}); }
Paragraph Body(const std::string& text, int page = 1) {
  return Prose(ParagraphKind::kBody, page, {text});
}

std::vector<NarrativeFact> Read(const std::vector<Paragraph>& paragraphs) {
  DocumentLayout layout;
  layout.paragraphs = paragraphs;
  const DocumentFacts facts = SampleFacts();
  const RecordNames names(facts, Packs());
  NarrativeReader reader(Packs().narrative(), names, facts.department, facts.year);
  std::vector<NarrativeFact> out;
  for (const NarrativePassage& passage : NarrativePassages(layout, Packs().narrative()))
    reader.Read(passage, &out);
  return out;
}

std::string Shown(const NarrativeFact& f) {
  std::string out = f.raw + f.unit + "|" + f.form + "." + f.role + "|" + f.subject;
  if (!f.bound_to.empty()) out += "|" + f.bound_to;
  return out;
}

// The quantities of one section.
std::vector<std::string> Said(const std::vector<std::string>& headings, const std::string& text) {
  std::vector<Paragraph> paragraphs = {Heading("第三部分 情况说明")};
  for (const std::string& heading : headings) paragraphs.push_back(Heading(heading));
  paragraphs.push_back(Body(text));
  std::vector<std::string> out;
  for (const NarrativeFact& fact : Read(paragraphs))
    if (fact.measure != FactMeasure::kDate && fact.measure != FactMeasure::kNumber)
      out.push_back(Shown(fact));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Narrative, SentencesOfEverySection) {
  const struct {
    Lines headings;
    std::string text;
    Lines facts;
  } kCases[] = {
      {{"一、收入支出决算总体情况说明"},
       "某县教育局2024年度收入总计20.00万元，支出总计20.00万元。与上年相比，收入总计减少1.50万元，"
       "下降6.98%。",
       {"20.00万元|totals.account|收入总计|PUB01/收入总计/金额",
        "20.00万元|totals.account|支出总计|PUB01/支出总计/金额", "1.50万元|totals.delta|收入总计",
        "6.98%|totals.rate|收入总计"}},
      // A unit that is left out: of a share, of a rate after its amount, of an account.
      {{"二、收入决算情况说明"},
       "财政拨款收入20万元，占76.23；",
       {"20万元|income.account|财政拨款收入|PUB02/合计/财政拨款收入",
        "76.23%|income.share|财政拨款收入"}},
      {{"五、一般公共预算财政拨款支出决算情况说明", "（一）总体情况"},
       "一般公共预算财政拨款支出20万元，占本年支出合计的99%。与2023年度相比增加1.2万元，增长13."
       "95。",
       {"20万元|general.account|一般公共预算财政拨款支出|PUB05/合计/小计",
        "99%|general.share|一般公共预算财政拨款支出",
        "1.2万元|general.delta|一般公共预算财政拨款支出",
        "13.95%|general.rate|一般公共预算财政拨款支出"}},
      // By 类 and by 项, the purpose between the name and the amounts.
      {{"五、一般公共预算财政拨款支出决算情况说明", "（三）支出决算具体情况"},
       "教育支出年初预算11.00万元，支出决算12万元，完成年初预算的109%，用于办学。较上年决算增加"
       "2万元，增长20%，主要原因是2024年购置设备50000元，较2023年的10000元增加40000元。",
       {"11.00万元|detail.budget|教育支出", "12万元|detail.account|教育支出|PUB05/205/小计",
        "109%|detail.completion|教育支出", "2万元|detail.delta|教育支出",
        "20%|detail.rate|教育支出", "50000元|reason.account|购置设备",
        "10000元|reason.prior|购置设备", "40000元|reason.delta|购置设备"}},
      {{"五、一般公共预算财政拨款支出决算情况说明", "（三）支出决算具体情况"},
       "1、教育支出（类）普通教育（款）小学教育（项）。主要用于：教师工资。年初预算为11.00万元，"
       "支出决算为12.00。",
       {"11.00万元|detail.budget|小学教育",
        "12.00万元|detail.account|小学教育|PUB05/2050202/小计"}},
      // A name with parentheses of its own is no 类 alone.
      {{"五、一般公共预算财政拨款支出决算情况说明", "（三）支出决算具体情况"},
       "3、教育支出（类）教育厅（室）事务（款）教育（学）（项）。年初预算为1万元，支出决算为2万元"
       "。",
       {"1万元|detail.budget|教育支出(类)教育厅(室)事务(款)教育(学)(项)",
        "2万元|detail.account|教育支出(类)教育厅(室)事务(款)教育(学)(项)"}},
      // An item that the table calls otherwise keeps its form, and is bound to nothing.
      {{"五、一般公共预算财政拨款支出决算情况说明", "（三）支出决算具体情况"},
       "2、教育支出（类）普通教育（款）初中教育（项）。年初预算为1万元，支出决算为2万元。",
       {"1万元|detail.budget|教育支出(类)普通教育(款)初中教育(项)",
        "2万元|detail.account|教育支出(类)普通教育(款)初中教育(项)"}},
      // Of two rows of one name the one with an amount.
      {{"六、一般公共预算财政拨款基本支出决算情况说明"},
       "公用经费4.00万元，主要包括办公费3.00万元、办公设备购置1.00万元。",
       {"4.00万元|basic.account|公用经费", "3.00万元|basic.account|办公费|PUB06/30201/决算数",
        "1.00万元|basic.account|办公设备购置|PUB06/31002/决算数"}},
      // Budget and account have one key in tables without 栏次: the panel tells them apart.
      {{"九、财政拨款“三公”经费支出决算情况说明", "（一）总体情况说明"},
       "公务接待费支出全年预算2万元，支出决算1万元，完成预算的50%，与上年相同；",
       {"2万元|public.budget|公务接待费|PUB09/预算数/1/公务接待费",
        "1万元|public.account|公务接待费|PUB09/决算数/1/公务接待费",
        "50%|public.completion|公务接待费"}},
      {{"九、财政拨款“三公”经费支出决算情况说明", "（二）具体情况说明"},
       "3、公务接待费支出1万元，共接待2批次，26人次。主要用于：会议用餐0.4万元，参观0.6万元。",
       {"1万元|public_detail.account|公务接待费|PUB09/决算数/1/公务接待费",
        "2批次|public_detail.count|公务接待费", "26人次|public_detail.count|公务接待费",
        "0.4万元|public_detail.use|会议用餐", "0.6万元|public_detail.use|参观"}},
      {{"十、其他重要事项", "（三）国有资产占用情况说明"},
       "截至2024年12月31日，本部门（单位）共有车辆8辆。单价100万元（含）以上设备（不含车辆）2台（套"
       "）。",
       {"8辆|assets.count|车辆|PUB10/车辆数合计/统计数",
        "2台|assets.count|单价100万元以上设备|PUB10/单价100万元以上设备/统计数"}},
      {{"十、其他重要事项", "（四）预算绩效情况说明"},
       "自评结果为：6个项目自评等级为“优”，小学改造预算执行率3%。",
       {"6个|performance.count|项目自评等级为\"优\"", "3%|performance.completion|小学改造"}},
      // What no form knows stays, unbound; nothing is said of the subject before it.
      {{"一、收入支出决算总体情况说明"},
       "收入总计20.00万元，其中校舍租金5万元，增长2%。",
       {"20.00万元|totals.account|收入总计|PUB01/收入总计/金额", "5万元|.|校舍租金",
        "2%|.|校舍租金"}},
  };
  for (const auto& c : kCases) EXPECT_EQ(Said(c.headings, c.text), c.facts) << c.text;
}

TEST(Narrative, ASentenceGoesOnOverLinesAndPages) {
  std::vector<Paragraph> paragraphs = {
      Heading("第三部分 情况说明"), Heading("一、收入支出决算总体情况说明"),
      Prose(ParagraphKind::kBody, 1, {"2024年度收入总", "计1"}),
      Prose(ParagraphKind::kPageNumber, 1, {"— 19 —"}), Body("2,3", 2)};
  paragraphs[4].lines[0].readings[0].text = "2,345.67万元，支出总计20.00万元。";
  const std::vector<NarrativeFact> facts = Read(paragraphs);
  ASSERT_EQ(facts.size(), 3u);
  EXPECT_EQ(facts[1].raw, "12,345.67");
  EXPECT_EQ(facts[1].value->ToString(), "12345.67");
  EXPECT_EQ(facts[1].page, 1);
  EXPECT_EQ(facts[2].page, 2);
  EXPECT_EQ(facts[2].sentence, "2024年度收入总计12,345.67万元，支出总计20.00万元。");
}

TEST(Narrative, AFigureThatBeginsAParagraphBelongsToTheOneBefore) {
  const std::vector<NarrativeFact> facts =
      Read({Heading("第三部分 情况说明"), Heading("一、收入支出决算总体情况说明"),
            Body("2024年度收入总计"), Heading("20.00万元，支出总计20.00万元。"), Body("30万元。")});
  ASSERT_EQ(facts.size(), 4u);
  EXPECT_EQ(facts[1].section, "一、收入支出决算总体情况说明");
  EXPECT_EQ(facts[1].bound_to, "PUB01/收入总计/金额");
  EXPECT_EQ(facts[3].form, "");
}

TEST(Narrative, ABoxIsOfTheFigureAlone) {
  const std::vector<NarrativeFact> facts =
      Read({Heading("第三部分 情况说明"), Heading("一、收入支出决算总体情况说明"),
            Body("收入总计20.00万元，")});
  ASSERT_EQ(facts.size(), 1u);
  // 8 of 19 half widths before it, 9 of its own.
  EXPECT_NEAR(facts[0].box.x0, 50 + 200.0 * 8 / 19, 0.5);
  EXPECT_NEAR(facts[0].box.x1, 50 + 200.0 * 17 / 19, 0.5);
}

TEST(Narrative, YearsAndDirections) {
  const std::vector<NarrativeFact> facts = Read(
      {Heading("第三部分 情况说明"), Heading("一、收入支出决算总体情况说明"),
       Body("收入总计20万元，比上年减少2万元，下降9.1%。支出总计20万元，与2022年度相比增长5%。")});
  ASSERT_EQ(facts.size(), 6u);
  EXPECT_EQ(facts[1].compare_year, "2023");
  EXPECT_EQ(facts[1].direction, FactDirection::kDown);
  EXPECT_EQ(facts[2].compare_year, "2023");
  EXPECT_EQ(facts[4].measure, FactMeasure::kDate);
  EXPECT_EQ(facts[5].compare_year, "2022");
  EXPECT_EQ(facts[5].direction, FactDirection::kUp);
}

TEST(Narrative, AttachmentsHaveFiguresWithoutForms) {
  const std::vector<NarrativeFact> facts =
      Read({Heading("第一部分 概况"), Body("内设股室13个。"), Heading("第三部分 情况说明"),
            Heading("第四部分 名词解释"), Body("一、财政拨款收入：指第1类资金。"),
            Heading("第五部分 附件"), Heading("项目绩效自评报告"), Heading("一、资金下达情况"),
            Body("下达资金1104万元，上年结转918.85万元。")});
  ASSERT_EQ(facts.size(), 2u);
  EXPECT_EQ(facts[0].section, "一、资金下达情况");
  EXPECT_EQ(facts[1].subject, "上年结转");
  EXPECT_EQ(facts[1].form, "");
}

TEST(Figures, NumbersAndUnits) {
  const struct {
    std::string text;
    std::string shown;  // raw and unit of each
  } kCases[] = {
      {"5,061.13万元", "5,061.13 万元;"},
      {"1,2,345元", "1 ;2,345 元;"},
      {"0.39万(含", "0.39 万元;"},
      {"13.95。主要", "13.95 ;"},
      {"1.2024年度", "1 ;2024 年;"},
      {"3.5万元", "3.5 万元;"},
      {"增长-5.2%", "-5.2 %;"},
      {"2-3月", "2 ;3 月;"},
      {"上升2.5个百分点", "2.5 个百分点;"},
      {"〔2023〕312号", "2023 ;312 号;"},
  };
  for (const auto& c : kCases) {
    std::string shown;
    for (const Figure& figure : FiguresIn(c.text, Packs().narrative()))
      shown +=
          c.text.substr(figure.begin, figure.digits_end - figure.begin) + " " + figure.unit + ";";
    EXPECT_EQ(shown, c.shown) << c.text;
  }
}

TEST(Grammar, AWrongFileIsRefusedWithItsLine) {
  const struct {
    std::string text, why;
  } kCases[] = {
      {"[[topic]]\nid = \"a\"\nsection = ['(']\n", "line 3"},
      {"[[topic]]\nid = \"a\"\nsection = ['a']\nheading = 1\n", "heading"},
      {"[[topic]]\nid = \"a\"\nsection = ['a']\n[[topic.subject]]\nname = \"b\"\nwords = ['b']\n"
       "account = [\"PUB01[总数, 金额]\"]\n",
       "总数"},
  };
  const fs::path dir = fs::temp_directory_path() / "juesuan-narrative-refusal";
  for (const auto& c : kCases) {
    fs::remove_all(dir);
    fs::create_directories(dir);
    fs::copy_file(fs::path(JUESUAN_FORMS) / ".." / "narrative" / "words.toml", dir / "words.toml");
    std::ofstream(dir / "x.toml") << c.text;
    const Result<NarrativeGrammar> grammar = NarrativeGrammar::Load(dir, Packs());
    ASSERT_FALSE(grammar.ok()) << c.text;
    EXPECT_NE(grammar.error().ToString().find(c.why), std::string::npos)
        << grammar.error().ToString();
    EXPECT_NE(grammar.error().ToString().find("x.toml"), std::string::npos);
  }
  fs::remove_all(dir);
}

}  // namespace
}  // namespace juesuan
