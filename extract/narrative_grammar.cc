#include "extract/narrative_grammar.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "base/toml.h"
#include "extract/pack.h"

namespace juesuan {
namespace {

constexpr char kWordsName[] = "words.toml";

constexpr std::array<std::pair<const char*, FactMeasure>, 11> kRoles = {{
    {"account", FactMeasure::kAmount},
    {"budget", FactMeasure::kAmount},
    {"prior", FactMeasure::kAmount},
    {"delta", FactMeasure::kDelta},
    {"budget_delta", FactMeasure::kDelta},
    {"rate", FactMeasure::kRate},
    {"budget_rate", FactMeasure::kRate},
    {"share", FactMeasure::kShare},
    {"completion", FactMeasure::kCompletion},
    {"count", FactMeasure::kCount},
    {"use", FactMeasure::kAmount},
}};

bool IsRole(const std::string& name) {
  return std::any_of(kRoles.begin(), kRoles.end(),
                     [&](const auto& role) { return name == role.first; });
}

Pattern Compiled(const TomlValue& where, const std::string& text) {
  Result<Pattern> pattern = Pattern::Compile(text);
  if (pattern.ok()) return std::move(*pattern);
  where.Complain(pattern.error().message);
  return MustCompile("");
}

Patterns PatternsOf(const TomlValue& table, std::string_view key) {
  Patterns out;
  if (!table.Has(key)) return out;
  const TomlValue value = table.At(key);
  if (value.IsText()) return {Compiled(value, value.AsText())};
  for (const std::string& text : value.AsTexts()) out.push_back(Compiled(value, text));
  return out;
}

Patterns RequiredPatterns(const TomlValue& table, std::string_view key) {
  table.At(key);
  return PatternsOf(table, key);
}

UnitKind KindNamed(const TomlValue& where, const std::string& name) {
  if (name.empty()) return UnitKind::kNone;
  if (name == "money") return UnitKind::kMoney;
  if (name == "percent") return UnitKind::kPercent;
  if (name == "date") return UnitKind::kDate;
  if (name != "count") where.Complain("no kind of unit \"" + name + "\"");
  return UnitKind::kCount;
}

void ReadUnits(const TomlValue& table, NarrativeGrammar* grammar) {
  table.AllowOnly({"money", "percent", "date", "count", "short"});
  std::map<std::string, std::string> names;
  if (table.Has("short"))
    for (const TomlValue& pair : table.At("short").Items()) {
      const std::vector<std::string> words = pair.AsTexts();
      if (words.size() == 2) names[words[0]] = words[1];
    }
  for (const std::string kind : {"money", "percent", "date", "count"})
    for (const std::string& word : table.TextsOr(kind)) {
      const auto full = names.find(word);
      grammar->units.push_back(
          {MatchForm(word), full == names.end() ? word : full->second, KindNamed(table, kind)});
    }
  std::stable_sort(
      grammar->units.begin(), grammar->units.end(),
      [](const UnitWord& a, const UnitWord& b) { return a.word.size() > b.word.size(); });
}

NarrativeCue ReadCue(const TomlValue& table) {
  table.AllowOnly({"role", "units", "direction", "patterns", "following"});
  NarrativeCue cue;
  cue.role = table.Text("role");
  if (!IsRole(cue.role)) table.Complain("no role \"" + cue.role + "\"");
  cue.measure = MeasureOfRole(cue.role);
  for (const std::string& kind : table.At("units").AsTexts())
    cue.units.push_back(KindNamed(table, kind));
  const std::string direction = table.TextOr("direction", "none");
  const auto parsed = direction == "none" ? FactDirection::kNone : ParseFactDirection(direction);
  if (!parsed) table.Complain("no direction \"" + direction + "\"");
  cue.direction = parsed.value_or(FactDirection::kNone);
  cue.patterns = RequiredPatterns(table, "patterns");
  cue.following = table.TextsOr("following");
  return cue;
}

// `before` and `mark` may stand in front of every name.
std::string ReadWords(const TomlValue& root, NarrativeGrammar* grammar) {
  root.AllowOnly({"parts", "headings", "units", "threshold", "subject", "zone", "cue"});
  const TomlValue parts = root.At("parts"), headings = root.At("headings");
  parts.AllowOnly({"narrative", "attachment", "other"});
  grammar->narrative_parts = RequiredPatterns(parts, "narrative");
  grammar->attachment_parts = RequiredPatterns(parts, "attachment");
  grammar->other_parts = RequiredPatterns(parts, "other");
  headings.AllowOnly({"first", "second", "continues"});
  grammar->first_heading = RequiredPatterns(headings, "first");
  grammar->second_heading = RequiredPatterns(headings, "second");
  grammar->continues = PatternsOf(headings, "continues");
  ReadUnits(root.At("units"), grammar);
  const TomlValue threshold = root.At("threshold"), subject = root.At("subject");
  threshold.AllowOnly({"after"});
  grammar->threshold = RequiredPatterns(threshold, "after");
  subject.AllowOnly({"before", "after", "mark"});
  grammar->after_subject = RequiredPatterns(subject, "after");
  grammar->subject_mark = RequiredPatterns(subject, "mark");
  for (const TomlValue& table : root.Tables("zone")) {
    table.AllowOnly({"role", "patterns"});
    grammar->zones.push_back({table.Text("role"), RequiredPatterns(table, "patterns")});
  }
  for (const TomlValue& table : root.Tables("cue")) grammar->cues.push_back(ReadCue(table));
  return subject.Text("before");
}

bool Knows(const FormPack& pack, const CellName& cell) {
  const auto names_measure = [&](const std::string& name) {
    return std::any_of(pack.measures.begin(), pack.measures.end(),
                       [&](const Measure& measure) { return measure.name == name; });
  };
  const auto names_line = [&](const std::string& name) {
    if (pack.rows == RowKind::kFunctional) return name == "合计";
    if (pack.rows == RowKind::kSingle)
      return std::any_of(pack.halves.begin(), pack.halves.end(),
                         [&](const FormPanel& half) { return half.name == name; });
    return std::any_of(pack.lines.begin(), pack.lines.end(),
                       [&](const LineItem& line) { return line.name == name; });
  };
  return names_measure(cell.measure) && (cell.line.empty() || names_line(cell.line));
}

// "PUB01[收入总计, 金额]"
CellName ReadCell(const TomlValue& where, const std::string& text, const FormPacks& packs) {
  static const Pattern kCell = MustCompile(R"((\w+)\[([^,\[\]]+), ([^,\[\]]+)\])");
  const std::vector<std::string> groups = kCell.GroupsOfWhole(text);
  if (groups.empty()) {
    where.Complain("\"" + text + "\" is not FORM[line, measure]");
    return {};
  }
  const CellName cell{groups[0], groups[1], groups[2]};
  const FormPack* pack = packs.Find(cell.form);
  if (pack != nullptr && !Knows(*pack, cell))
    where.Complain("form " + cell.form + " has no [" + cell.line + ", " + cell.measure + "]");
  return cell;
}

NarrativeSubject ReadSubject(const TomlValue& table, const std::string& before,
                             const FormPacks& packs) {
  table.AllowOnly({"name", "words", "codes", "account", "budget", "count"});
  NarrativeSubject subject;
  subject.codes = table.TextOr("codes", "");
  subject.name = table.TextOr("name", "");
  for (const std::string& word : table.TextsOr("words"))
    subject.words.push_back(Compiled(table.At("words"), "^" + before + "(?:" + word + ")$"));
  if (subject.codes.empty() == subject.words.empty())
    table.Complain("a subject needs \"words\" or \"codes\"");
  for (const std::string role : {"account", "budget", "count"})
    for (const std::string& text : table.TextsOr(role))
      subject.cells[role].push_back(subject.codes.empty() ? ReadCell(table.At(role), text, packs)
                                                          : CellName{subject.codes, "", text});
  return subject;
}

void ReadTopics(const TomlValue& root, const std::string& before, const FormPacks& packs,
                NarrativeGrammar* grammar) {
  root.AllowOnly({"topic"});
  for (const TomlValue& table : root.Tables("topic")) {
    table.AllowOnly({"id", "section", "not_section", "subject"});
    NarrativeTopic topic;
    topic.id = table.Text("id");
    for (const NarrativeTopic& other : grammar->topics)
      if (other.id == topic.id) table.Complain("topic \"" + topic.id + "\" is there already");
    topic.sections = RequiredPatterns(table, "section");
    topic.not_sections = PatternsOf(table, "not_section");
    for (const TomlValue& subject : table.Tables("subject"))
      topic.subjects.push_back(ReadSubject(subject, before, packs));
    grammar->topics.push_back(std::move(topic));
  }
}

}  // namespace

FactMeasure MeasureOfRole(const std::string& role) {
  for (const auto& [name, measure] : kRoles)
    if (role == name) return measure;
  return FactMeasure::kAmount;
}

Result<NarrativeGrammar> NarrativeGrammar::Load(const std::filesystem::path& dir,
                                                const FormPacks& packs) {
  std::error_code code;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(dir, code))
    if (entry.path().extension() == ".toml" && entry.path().filename() != kWordsName)
      files.push_back(entry.path());
  if (code || !std::filesystem::exists(dir / kWordsName))
    return MakeError(ErrorCode::kNotFound, "no sentence forms in " + dir.string());
  std::sort(files.begin(), files.end());
  files.insert(files.begin(), dir / kWordsName);
  NarrativeGrammar grammar;
  std::vector<std::string> contents;
  std::string before;
  for (const auto& path : files) {
    JUESUAN_TRY(const std::string bytes, ReadFile(path));
    JUESUAN_TRY(const TomlValue root, TomlValue::Parse(bytes, path.string()));
    if (path.filename() == kWordsName) {
      before = ReadWords(root, &grammar);
    } else {
      ReadTopics(root, before, packs, &grammar);
    }
    if (root.complaint().Any()) return root.complaint().Take();
    contents.push_back(path.filename().string());
    contents.push_back(bytes);
  }
  grammar.fingerprint = KeyOf(contents);
  return grammar;
}

}  // namespace juesuan
