#include "extract/pack.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/hash.h"
#include "base/toml.h"
#include "base/work_folder.h"

namespace juesuan {
namespace {

constexpr std::string_view kCommonFile = "common.toml";
constexpr char kNarrativeFolder[] = "narrative";

Spellings SpellingsOf(const std::vector<std::string>& texts) {
  Spellings out;
  for (const std::string& text : texts) out.push_back(MakeSpelling(text));
  return out;
}

Spellings With(const std::string& name, std::vector<std::string> also) {
  also.insert(also.begin(), name);
  return SpellingsOf(also);
}

Spellings Required(const TomlValue& table, std::string_view key) {
  return SpellingsOf(table.At(key).AsTexts());
}

std::vector<Spellings> ReadPath(const TomlValue& table) {
  std::vector<Spellings> path;
  for (const TomlValue& part : table.At("path").Items())
    path.push_back(SpellingsOf(part.AsTexts()));
  if (path.empty()) table.Complain("\"path\" must be a list of lists of words");
  return path;
}

RowKind ReadRowKind(const TomlValue& root) {
  const std::string name = root.Text("rows");
  if (name == "items") return RowKind::kItems;
  if (name == "functional") return RowKind::kFunctional;
  if (name == "economic") return RowKind::kEconomic;
  if (name != "single")
    root.At("rows").Complain("\"rows\" must be items, functional, economic or single");
  return RowKind::kSingle;
}

std::vector<FormPanel> ReadPanels(const TomlValue& root, std::string_view key) {
  std::vector<FormPanel> out;
  for (const TomlValue& table : root.Tables(key)) {
    table.AllowOnly({"name", "also", "section", "codes"});
    FormPanel panel;
    panel.name = table.Text("name");
    panel.words = With(panel.name, table.TextsOr("also"));
    panel.section = SpellingsOf(table.TextsOr("section"));
    panel.codes = table.TextsOr("codes");
    out.push_back(std::move(panel));
  }
  return out;
}

bool Names(const std::vector<FormPanel>& panels, const std::string& name) {
  return name.empty() || std::any_of(panels.begin(), panels.end(),
                                     [&](const FormPanel& p) { return p.name == name; });
}

void ReadMeasures(const TomlValue& root, FormPack* pack) {
  for (const TomlValue& table : root.Tables("measure")) {
    table.AllowOnly({"name", "panel", "path", "required"});
    Measure measure;
    measure.name = table.Text("name");
    measure.panel = table.TextOr("panel", "");
    if (!Names(pack->panels, measure.panel)) table.Complain("no panel \"" + measure.panel + "\"");
    measure.path = ReadPath(table);
    measure.required = table.BoolOr("required", true);
    pack->measures.push_back(std::move(measure));
  }
  if (pack->measures.empty()) root.Complain("a form needs a [[measure]]");
}

LineItem ReadLine(const TomlValue& table, const FormPack& pack) {
  table.AllowOnly({"name", "panel", "code", "after", "also", "unit"});
  LineItem line;
  line.name = table.Text("name");
  line.panel = table.TextOr("panel", "");
  line.code = table.TextOr("code", "");
  line.after = table.TextOr("after", "");
  line.labels = With(line.name, table.TextsOr("also"));
  const std::string unit = table.TextOr("unit", "");
  if (const auto parsed = ParseUnit(unit)) {
    line.unit = *parsed;
  } else {
    table.Complain("unknown unit \"" + unit + "\"");
  }
  if (!Names(pack.panels, line.panel)) table.Complain("no panel \"" + line.panel + "\"");
  return line;
}

void ReadLines(const TomlValue& root, FormPack* pack) {
  if (!root.Has("vocabulary")) return;
  const TomlValue vocabulary = root.At("vocabulary");
  vocabulary.AllowOnly({"lines"});
  std::set<std::string> seen;
  for (const TomlValue& table : vocabulary.Tables("lines")) {
    LineItem line = ReadLine(table, *pack);
    const std::string key = line.code.empty() ? line.panel + "/" + line.name : line.code;
    if (!seen.insert(key).second) table.Complain("\"" + key + "\" stands here twice");
    pack->lines.push_back(std::move(line));
  }
}

FormPack ReadForm(const TomlValue& root) {
  root.AllowOnly(
      {"id", "title", "also", "number", "rows", "wrap", "panel", "half", "measure", "vocabulary"});
  FormPack pack;
  pack.id = root.Text("id");
  pack.titles = With(root.Text("title"), root.TextsOr("also"));
  pack.number = static_cast<int>(root.IntOr("number", 0));
  pack.rows = ReadRowKind(root);
  pack.wrap = SpellingsOf(root.TextsOr("wrap"));
  pack.panels = ReadPanels(root, "panel");
  pack.halves = ReadPanels(root, "half");
  ReadMeasures(root, &pack);
  ReadLines(root, &pack);
  const bool closed = pack.rows == RowKind::kItems || pack.rows == RowKind::kEconomic;
  if (closed && pack.lines.empty()) root.Complain("its rows need [vocabulary] lines");
  return pack;
}

FormWords ReadWords(const TomlValue& root) {
  root.AllowOnly({"keys", "titles", "head"});
  FormWords words;
  const TomlValue keys = root.At("keys"), titles = root.At("titles"), head = root.At("head");
  keys.AllowOnly({"row_number", "code", "code_levels", "name", "column_number", "total"});
  words.row_number = Required(keys, "row_number");
  words.code = Required(keys, "code");
  words.code_levels = Required(keys, "code_levels");
  words.name = Required(keys, "name");
  words.column_number = Required(keys, "column_number");
  words.total = Required(keys, "total");
  titles.AllowOnly({"before", "after", "other", "budget", "not_budget", "account"});
  words.title_before = Required(titles, "before");
  words.title_after = Required(titles, "after");
  words.other_titles = Required(titles, "other");
  words.budget = titles.Text("budget");
  words.not_budget = Required(titles, "not_budget");
  words.account = titles.Text("account");
  head.AllowOnly({"department", "unit", "empty", "note"});
  words.department = Required(head, "department");
  words.unit = Required(head, "unit");
  words.empty = Required(head, "empty");
  words.note = Required(head, "note");
  return words;
}

Result<std::vector<std::filesystem::path>> PackFiles(const std::filesystem::path& dir) {
  std::error_code code;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(dir, code))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (code || files.empty())
    return MakeError(ErrorCode::kNotFound, "no form packs in " + dir.string());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

bool FormPack::HasSections() const {
  return std::any_of(panels.begin(), panels.end(),
                     [](const FormPanel& panel) { return !panel.section.empty(); });
}

const FormPack* FormPacks::Find(const std::string& id) const {
  for (const FormPack& form : forms_)
    if (form.id == id) return &form;
  return nullptr;
}

Result<FormPacks> FormPacks::Load(const std::filesystem::path& dir) {
  JUESUAN_TRY(const auto files, PackFiles(dir));
  FormPacks packs;
  std::vector<std::string> contents;
  bool has_words = false;
  for (const auto& path : files) {
    const std::string name = path.filename().string();
    JUESUAN_TRY(const std::string bytes, ReadFile(path));
    JUESUAN_TRY(const TomlValue root, TomlValue::Parse(bytes, path.string()));
    if (name == kCommonFile) {
      packs.words_ = ReadWords(root);
      has_words = true;
    } else if (name == kPerformanceFile) {
      packs.performance_ = ReadPerformancePack(root);
    } else {
      FormPack form = ReadForm(root);
      form.file = name;
      if (packs.Find(form.id) != nullptr)
        root.Complain("form \"" + form.id + "\" is in another pack already");
      packs.forms_.push_back(std::move(form));
    }
    if (root.complaint().Any()) return root.complaint().Take();
    contents.push_back(name);
    contents.push_back(bytes);
  }
  if (!has_words)
    return MakeError(ErrorCode::kNotFound, "no common.toml among the packs of " + dir.string());
  const std::filesystem::path own = dir / kNarrativeFolder;
  JUESUAN_TRY(packs.narrative_,
              NarrativeGrammar::Load(
                  std::filesystem::exists(own) ? own : DataFolder(kNarrativeFolder), packs));
  contents.push_back(packs.narrative_.fingerprint);
  packs.fingerprint_ = KeyOf(contents);
  return packs;
}

}  // namespace juesuan
