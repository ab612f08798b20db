#include "extract/performance_pack.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.h"
#include "base/text.h"

namespace juesuan {
namespace {

constexpr NameTable<3> kContexts = {"self", "transfer", "report"};
constexpr NameTable<2> kBlocks = {"funds", "indicators"};
constexpr NameTable<10> kUses = {"level1",  "level2", "name",  "amount", "executed",
                                 "percent", "points", "value", "actual", "text"};

Spellings SpellingsOf(std::vector<std::string> texts, const std::string& first = "") {
  if (!first.empty()) texts.insert(texts.begin(), first);
  Spellings out;
  for (const std::string& text : texts) out.push_back(MakeSpelling(text));
  return out;
}

Spellings Required(const TomlValue& table, std::string_view key) {
  return SpellingsOf(table.At(key).AsTexts());
}

template <typename Enum, size_t kSize>
Enum ReadEnum(const TomlValue& table, std::string_view key, const NameTable<kSize>& names) {
  const std::string name = table.Text(key);
  const auto value = ParseEnum<Enum>(names, name);
  if (!value) table.Complain("unknown " + std::string(key) + " \"" + name + "\"");
  return value.value_or(Enum{});
}

std::vector<PerformanceColumn> ReadColumns(const TomlValue& table) {
  std::vector<PerformanceColumn> out;
  for (const TomlValue& item : table.Tables("columns")) {
    item.AllowOnly({"key", "measure", "use", "also"});
    PerformanceColumn column;
    column.key = item.Text("key");
    column.measure = item.TextOr("measure", column.key);
    column.use = ReadEnum<ColumnUse>(item, "use", kUses);
    column.words = SpellingsOf(item.TextsOr("also"), column.key);
    out.push_back(std::move(column));
  }
  return out;
}

PerformanceForm ReadForm(const TomlValue& table, const std::vector<PerformanceForm>& before) {
  table.AllowOnly({"id", "in", "block", "panel", "columns", "columns_of"});
  PerformanceForm form;
  form.id = table.Text("id");
  form.context = ReadEnum<PerformanceContext>(table, "in", kContexts);
  form.block = ReadEnum<PerformanceBlock>(table, "block", kBlocks);
  form.panel = table.TextOr("panel", "");
  form.columns = ReadColumns(table);
  const std::string other = table.TextOr("columns_of", "");
  for (const PerformanceForm& each : before)
    if (each.id == other && each.block == form.block) form.columns = each.columns;
  if (form.columns.empty()) table.Complain("a form needs columns, or columns_of a form above it");
  return form;
}

std::vector<PerformanceLabel> ReadLabels(const TomlValue& root, std::string_view key) {
  std::vector<PerformanceLabel> out;
  for (const TomlValue& table : root.Tables(key)) {
    table.AllowOnly({"name", "also", "goal", "managed"});
    PerformanceLabel label;
    label.name = table.Text("name");
    label.words = SpellingsOf(table.TextsOr("also"), label.name);
    label.goal = table.BoolOr("goal", false);
    label.managed = table.BoolOr("managed", false);
    out.push_back(std::move(label));
  }
  return out;
}

void ReadWords(const TomlValue& words, PerformancePack* pack) {
  words.AllowOnly({"title", "not_title", "project", "transfer", "transfer_title", "keys", "report",
                   "total", "grades"});
  pack->titles = Required(words, "title");
  pack->not_titles = Required(words, "not_title");
  pack->project = Required(words, "project");
  pack->transfer = Required(words, "transfer");
  pack->transfer_title = MatchForm(words.Text("transfer_title"));
  pack->keys = Required(words, "keys");
  pack->report = Required(words, "report");
  pack->total = Required(words, "total");
  pack->grades = Required(words, "grades");
}

// Without one group in brackets at its end.
std::u32string WithoutBracket(const std::u32string& form) {
  if (form.empty() || form.back() != U')') return form;
  const size_t open = form.rfind(U'(');
  return open == std::u32string::npos || open == 0 ? form : form.substr(0, open);
}

}  // namespace

const PerformanceColumn* PerformanceForm::With(ColumnUse use) const {
  for (const PerformanceColumn& column : columns)
    if (column.use == use) return &column;
  return nullptr;
}

const PerformanceForm* PerformancePack::Find(PerformanceContext context,
                                             PerformanceBlock block) const {
  for (const PerformanceForm& form : forms)
    if (form.context == context && form.block == block) return &form;
  return nullptr;
}

PerformancePack ReadPerformancePack(const TomlValue& root) {
  root.AllowOnly({"words", "level", "source", "text", "form"});
  PerformancePack pack;
  ReadWords(root.At("words"), &pack);
  for (const TomlValue& table : root.Tables("level")) {
    table.AllowOnly({"name", "also", "children"});
    IndicatorLevel level;
    level.name = table.Text("name");
    level.words = SpellingsOf(table.TextsOr("also"), level.name);
    level.children = Required(table, "children");
    pack.levels.push_back(std::move(level));
  }
  pack.sources = ReadLabels(root, "source");
  pack.texts = ReadLabels(root, "text");
  for (const TomlValue& table : root.Tables("form"))
    pack.forms.push_back(ReadForm(table, pack.forms));
  for (const auto context :
       {PerformanceContext::kSelf, PerformanceContext::kTransfer, PerformanceContext::kReport})
    for (const auto block : {PerformanceBlock::kFunds, PerformanceBlock::kIndicators})
      if (pack.Find(context, block) == nullptr)
        root.Complain("no form for block \"" + std::string(EnumName(kBlocks, block)) + "\" in \"" +
                      std::string(EnumName(kContexts, context)) + "\"");
  return pack;
}

const PerformanceColumn* ColumnNamed(std::string_view text, const PerformanceForm& form) {
  const std::u32string whole = MatchPoints(text);
  if (whole.empty()) return nullptr;
  const std::u32string bare = WithoutBracket(whole);
  const PerformanceColumn* best = nullptr;
  int least = kNoMatch;
  bool tied = false;
  for (const PerformanceColumn& column : form.columns) {
    // What stands in brackets may be part of the name: two steps behind a whole match.
    constexpr int kBehind = 3;
    int edits = Edits(whole, column.words);
    if (bare.size() != whole.size()) edits = std::min(edits, Edits(bare, column.words) + kBehind);
    if (edits >= kNoMatch || edits > least) continue;
    tied = edits == least;
    least = edits;
    best = &column;
  }
  return tied ? nullptr : best;
}

const PerformanceLabel* LabelNamed(std::string_view text,
                                   const std::vector<PerformanceLabel>& labels) {
  const std::u32string form = MatchPoints(WithoutColon(WithoutOrdinal(text)));
  const PerformanceLabel* best = nullptr;
  int least = kNoMatch;
  for (const PerformanceLabel& label : labels) {
    const int edits = Edits(form, label.words);
    if (edits >= least) continue;
    least = edits;
    best = &label;
  }
  return best;
}

std::string WithoutColon(std::string text) {
  std::u32string points = ToCodePoints(text);
  while (!points.empty() && (points.back() == U':' || points.back() == U'：')) points.pop_back();
  return ToUtf8(points);
}

}  // namespace juesuan
