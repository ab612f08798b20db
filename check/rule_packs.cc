#include "check/rule_packs.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/files.h"
#include "base/hash.h"
#include "base/toml.h"
#include "check/formula_parse.h"
#include "check/structure.h"

namespace juesuan {
namespace {

struct PackFile {
  std::string name, text;
  TomlValue top;
};

// Everything the rules of all files may refer to.
struct Shared {
  FormCatalogue forms;
  NamedLists lists;
  std::set<std::string> quote_names;
  std::vector<QuoteSource> quotes;
};

void ReadLists(const TomlValue& top, Shared* shared) {
  for (const TomlValue& list : top.Tables("list")) {
    list.AllowOnly({"name", "items"});
    const std::string name = list.Text("name");
    if (shared->lists.count(name) > 0) list.Complain("list " + name + " is there twice");
    auto& items = shared->lists[name];
    for (const TomlValue& item : list.At("items").Items())
      items.push_back(item.IsList() ? item.AsTexts() : std::vector<std::string>{item.AsText()});
    if (items.empty()) list.Complain("list " + name + " is empty");
    for (const auto& item : items)
      if (item.size() != items.front().size()) list.Complain("the list's items differ in length");
  }
}

// The patterns of a list, or a complaint.
Patterns ReadPatterns(const TomlValue& list, int groups) {
  Patterns out;
  for (const TomlValue& item : list.Items()) {
    Result<Pattern> pattern = Pattern::Compile(item.AsText());
    if (!pattern.ok()) {
      item.Complain(pattern.error().message);
    } else if (pattern->GroupCount() < groups) {
      item.Complain("pattern \"" + item.AsText() + "\" has no ( ) around the number, or the unit");
    } else {
      out.push_back(std::move(*pattern));
    }
  }
  return out;
}

void ReadQuotes(const TomlValue& top, Shared* shared) {
  for (const TomlValue& text : top.Tables("text")) {
    text.AllowOnly({"name", "unit", "patterns", "headings"});
    QuoteSource quote;
    quote.name = text.Text("name");
    if (text.Has("unit")) {
      const auto unit = ParseUnit(text.Text("unit"));
      if (!unit || *unit == Unit::kNone) text.Complain("unknown unit");
      quote.unit = unit.value_or(Unit::kNone);
    }
    const bool names_unit = quote.unit == Unit::kNone;
    quote.patterns = ReadPatterns(text.At("patterns"), names_unit ? 2 : 1);
    if (text.Has("headings")) quote.headings = ReadPatterns(text.At("headings"), 0);
    if (!shared->quote_names.insert(quote.name).second)
      text.Complain("text " + quote.name + " is there twice");
    shared->quotes.push_back(std::move(quote));
  }
}

// Unwraps a parse result, or complains about the line it came from.
template <typename T>
T Parsed(Result<T> result, const TomlValue& where, const std::string& key) {
  if (result.ok()) return std::move(*result);
  where.Complain("in \"" + key + "\": " + result.error().message);
  return T{};
}

Softness ReadSoftness(const TomlValue& part) {
  if (!part.Has("soft")) return Softness::kHard;
  const std::string soft = part.At("soft").AsTextOrEmpty();
  if (soft == "<") return Softness::kSoftIfLess;
  if (soft == ">") return Softness::kSoftIfMore;
  if (part.At("soft").IsText()) part.Complain("\"soft\" is true, \"<\" or \">\"");
  return part.BoolOr("soft", false) ? Softness::kSoft : Softness::kHard;
}

StructureSettings ReadSettings(const TomlValue& rule, const std::string& structure) {
  StructureSettings settings;
  if (!rule.Has("settings")) return settings;
  const TomlValue table = rule.At("settings");
  for (const std::string& key : table.Keys()) {
    const TomlValue value = table.At(key);
    if (!IsStructureSetting(structure, key))
      value.Complain("\"" + structure + "\" has no setting \"" + key + "\"");
    settings.emplace(key, ReadPatterns(value, 0));
  }
  return settings;
}

void SetManner(const TomlValue& part, RulePart* out) {
  if (part.Has("tolerance"))
    out->tolerance =
        Parsed(ParseTolerance(part.Text("tolerance")), part.At("tolerance"), "tolerance");
  out->softness = ReadSoftness(part);
  out->blank_holds = part.BoolOr("blank_holds", false);
  out->row_sum = part.BoolOr("row_sum", false);
  out->place = part.TextOr("place", "");
}

RulePart ReadPart(const TomlValue& part, const Shared& shared) {
  RulePart out;
  Scope scope;
  scope.forms = &shared.forms;
  scope.lists = &shared.lists;
  scope.quotes = &shared.quote_names;
  if (part.Has("structure")) {
    out.structure = part.Text("structure");
    if (!IsStructure(out.structure))
      part.At("structure").Complain("unknown structure \"" + out.structure + "\"");
    out.settings = ReadSettings(part, out.structure);
    return out;
  }
  if (part.Has("bound")) {
    out.bound = ReadPatterns(part.At("bound"), 0);
    out.formula = part.TextOr("formula", "");
    if (part.Has("each") || !out.formula.empty())
      part.At("bound").Complain("\"bound\" stands instead of \"each\" and \"formula\"");
    SetManner(part, &out);
    return out;
  }
  for (const std::string& each : part.TextsOr("each"))
    out.each.push_back(Parsed(ParseBinder(each, &scope), part.At("each"), "each"));
  out.formula = part.Text("formula");
  if (!part.complaint().Any())
    out.all = Parsed(ParseFormula(out.formula, scope), part.At("formula"), "formula");
  if (part.Has("when") && !part.complaint().Any())
    out.when = Parsed(ParseCondition(part.Text("when"), scope), part.At("when"), "when");
  SetManner(part, &out);
  return out;
}

Rule ReadRule(const TomlValue& rule, const std::string& group, const Shared& shared) {
  rule.AllowOnly({"id", "title", "severity", "forms", "words", "part", "structure", "settings",
                  "each", "formula", "bound", "when", "tolerance", "soft", "blank_holds", "row_sum",
                  "place"});
  Rule out;
  out.group = group;
  out.id = rule.Text("id");
  out.title = rule.Text("title");
  out.words = rule.Text("words");
  const auto severity = ParseSeverity(rule.Text("severity"));
  if (!severity) rule.Complain("\"severity\" is high, medium, low or info");
  out.severity = severity.value_or(Severity::kMedium);
  out.forms = rule.At("forms").AsTexts();
  for (const std::string& form : out.forms)
    if (shared.forms.count(form) == 0) rule.At("forms").Complain("unknown form " + form);
  if (rule.Has("part")) {
    for (const TomlValue& part : rule.Tables("part")) {
      part.AllowOnly({"each", "formula", "bound", "when", "tolerance", "soft", "blank_holds",
                      "row_sum", "place", "structure", "settings"});
      out.parts.push_back(ReadPart(part, shared));
    }
  } else {
    out.parts.push_back(ReadPart(rule, shared));
  }
  return out;
}

Result<std::vector<PackFile>> ReadFiles(const std::filesystem::path& rules) {
  std::error_code error;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(rules, error))
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  if (error || paths.empty())
    return MakeError(ErrorCode::kNotFound, "no rule packs in " + rules.string());
  std::sort(paths.begin(), paths.end());
  std::vector<PackFile> files;
  for (const auto& path : paths) {
    JUESUAN_TRY(std::string text, ReadFile(path));
    const std::string name = path.filename().string();
    JUESUAN_TRY(TomlValue top, TomlValue::Parse(text, name));
    files.push_back({name, std::move(text), std::move(top)});
  }
  return files;
}

// R9 before R10, and ids without a number by their letters.
bool IdLess(const Rule& a, const Rule& b) {
  const auto key = [](const std::string& id) { return std::make_pair(id.size(), id); };
  return key(a.id) < key(b.id);
}

}  // namespace

Result<RulePacks> RulePacks::Load(const std::filesystem::path& rules,
                                  const std::filesystem::path& forms) {
  JUESUAN_TRY(const std::vector<PackFile> files, ReadFiles(rules));
  Shared shared;
  JUESUAN_TRY(shared.forms, LoadFormNames(forms));
  std::vector<std::string> bytes;
  for (const PackFile& file : files) {
    file.top.AllowOnly({"group", "list", "text", "rule"});
    ReadLists(file.top, &shared);
    ReadQuotes(file.top, &shared);
    if (file.top.complaint().Any()) return file.top.complaint().Take();
    bytes.push_back(file.name);
    bytes.push_back(file.text);
  }
  RulePacks packs;
  std::set<std::string> ids;
  for (const PackFile& file : files) {
    const std::vector<TomlValue> tables = file.top.Tables("rule");
    const std::string group = tables.empty() ? "" : file.top.Text("group");
    for (const TomlValue& table : tables) {
      packs.rules_.push_back(ReadRule(table, group, shared));
      if (!ids.insert(packs.rules_.back().id).second)
        table.Complain("rule " + packs.rules_.back().id + " is there twice");
    }
    if (file.top.complaint().Any()) return file.top.complaint().Take();
  }
  std::sort(packs.rules_.begin(), packs.rules_.end(), IdLess);
  packs.quotes_ = std::move(shared.quotes);
  packs.forms_ = std::move(shared.forms);
  packs.fingerprint_ = KeyOf(bytes);
  return packs;
}

}  // namespace juesuan
