#include "extract/pack.h"

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/hash.h"

namespace juesuan {
namespace {

constexpr std::string_view kCommonFile = "common.toml";

Spellings SpellingsOf(const std::vector<std::string>& texts) {
  Spellings out;
  for (const std::string& text : texts) out.push_back(MakeSpelling(text));
  return out;
}

Spellings With(const std::string& name, std::vector<std::string> also) {
  also.insert(also.begin(), name);
  return SpellingsOf(also);
}

// Reads one file's tables and remembers the first thing wrong with it.
class PackReader {
 public:
  explicit PackReader(std::string file) : file_(std::move(file)) {}

  bool ok() const { return !error_; }
  Error TakeError() { return std::move(*error_); }

  void Fail(const toml::source_region& where, const std::string& why) {
    if (error_) return;
    error_ =
        MakeError(ErrorCode::kMalformed, "line " + std::to_string(where.begin.line) + ": " + why);
    error_->where.file = file_;
  }

  void AllowOnly(const toml::table& table, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, node] : table)
      if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
        Fail(key.source(), "unknown key \"" + std::string(key.str()) + "\"");
  }

  std::string Text(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required) Fail(table.source(), "\"" + std::string(key) + "\" is missing");
      return "";
    }
    const auto text = node->value<std::string>();
    if (!text || !node->is_string() || text->empty())
      Fail(node->source(), "\"" + std::string(key) + "\" must be words");
    return text.value_or("");
  }

  std::vector<std::string> Texts(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node != nullptr) return TextsOf(*node, key);
    if (required) Fail(table.source(), "\"" + std::string(key) + "\" is missing");
    return {};
  }

  std::vector<std::string> TextsOf(const toml::node& node, std::string_view key) {
    std::vector<std::string> out;
    const toml::array* array = node.as_array();
    if (array == nullptr)
      Fail(node.source(), "\"" + std::string(key) + "\" must be a list of words");
    if (array == nullptr) return out;
    for (const toml::node& item : *array) {
      const auto text = item.value<std::string>();
      if (!text || !item.is_string() || text->empty())
        Fail(item.source(), "\"" + std::string(key) + "\" must hold words only");
      out.push_back(text.value_or(""));
    }
    return out;
  }

  std::vector<Spellings> Path(const toml::table& table) {
    std::vector<Spellings> out;
    const toml::node* node = table.get("path");
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    if (array == nullptr || array->empty()) {
      Fail(table.source(), "\"path\" must be a list of lists of words");
      return out;
    }
    for (const toml::node& part : *array) out.push_back(SpellingsOf(TextsOf(part, "path")));
    return out;
  }

  // The tables of [[key]].
  std::vector<const toml::table*> Tables(const toml::table& table, std::string_view key) {
    std::vector<const toml::table*> out;
    const toml::node* node = table.get(key);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr)
      Fail(node->source(), "\"" + std::string(key) + "\" must be a list of tables");
    if (array == nullptr) return out;
    for (const toml::node& item : *array) {
      if (item.is_table()) {
        out.push_back(item.as_table());
      } else {
        Fail(item.source(), "\"" + std::string(key) + "\" must be a list of tables");
      }
    }
    return out;
  }

  const toml::table* Table(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    const toml::table* found = node == nullptr ? nullptr : node->as_table();
    if (found == nullptr) Fail(table.source(), "[" + std::string(key) + "] is missing");
    return found;
  }

 private:
  std::string file_;
  std::optional<Error> error_;
};

RowKind ReadRowKind(PackReader* reader, const toml::table& root) {
  const std::string name = reader->Text(root, "rows", true);
  if (name == "items") return RowKind::kItems;
  if (name == "functional") return RowKind::kFunctional;
  if (name == "economic") return RowKind::kEconomic;
  if (name != "single" && reader->ok())
    reader->Fail(root.get("rows")->source(),
                 "\"rows\" must be items, functional, economic or single");
  return RowKind::kSingle;
}

std::vector<FormPanel> ReadPanels(PackReader* reader, const toml::table& root, const char* key) {
  std::vector<FormPanel> out;
  for (const toml::table* table : reader->Tables(root, key)) {
    reader->AllowOnly(*table, {"name", "also", "section", "codes"});
    FormPanel panel;
    panel.name = reader->Text(*table, "name", true);
    panel.words = With(panel.name, reader->Texts(*table, "also", false));
    panel.section = SpellingsOf(reader->Texts(*table, "section", false));
    panel.codes = reader->Texts(*table, "codes", false);
    out.push_back(std::move(panel));
  }
  return out;
}

bool Names(const std::vector<FormPanel>& panels, const std::string& name) {
  return name.empty() || std::any_of(panels.begin(), panels.end(),
                                     [&](const FormPanel& p) { return p.name == name; });
}

void ReadMeasures(PackReader* reader, const toml::table& root, FormPack* pack) {
  for (const toml::table* table : reader->Tables(root, "measure")) {
    reader->AllowOnly(*table, {"name", "panel", "path", "required"});
    Measure measure;
    measure.name = reader->Text(*table, "name", true);
    measure.panel = reader->Text(*table, "panel", false);
    if (!Names(pack->panels, measure.panel))
      reader->Fail(table->source(), "no panel \"" + measure.panel + "\"");
    measure.path = reader->Path(*table);
    const toml::node* required = table->get("required");
    if (required != nullptr && !required->is_boolean())
      reader->Fail(required->source(), "\"required\" must be true or false");
    measure.required = required == nullptr || required->value_or(true);
    pack->measures.push_back(std::move(measure));
  }
  if (pack->measures.empty()) reader->Fail(root.source(), "a form needs a [[measure]]");
}

void ReadLines(PackReader* reader, const toml::table& root, FormPack* pack) {
  if (!root.contains("vocabulary")) return;
  const toml::table* vocabulary = reader->Table(root, "vocabulary");
  if (vocabulary == nullptr) return;
  reader->AllowOnly(*vocabulary, {"lines"});
  std::set<std::string> seen;
  for (const toml::table* table : reader->Tables(*vocabulary, "lines")) {
    reader->AllowOnly(*table, {"name", "panel", "code", "after", "also", "unit"});
    LineItem line;
    line.name = reader->Text(*table, "name", true);
    line.panel = reader->Text(*table, "panel", false);
    line.code = reader->Text(*table, "code", false);
    line.after = reader->Text(*table, "after", false);
    line.labels = With(line.name, reader->Texts(*table, "also", false));
    const std::string unit = reader->Text(*table, "unit", false);
    if (const auto parsed = ParseUnit(unit)) line.unit = *parsed;
    if (!ParseUnit(unit)) reader->Fail(table->source(), "unknown unit \"" + unit + "\"");
    if (!Names(pack->panels, line.panel))
      reader->Fail(table->source(), "no panel \"" + line.panel + "\"");
    const std::string key = line.code.empty() ? line.panel + "/" + line.name : line.code;
    if (!seen.insert(key).second)
      reader->Fail(table->source(), "\"" + key + "\" stands here twice");
    pack->lines.push_back(std::move(line));
  }
}

FormPack ReadForm(PackReader* reader, const toml::table& root) {
  reader->AllowOnly(root, {"id", "title", "also", "number", "rows", "wrap", "panel", "half",
                           "measure", "vocabulary"});
  FormPack pack;
  pack.id = reader->Text(root, "id", true);
  pack.titles = With(reader->Text(root, "title", true), reader->Texts(root, "also", false));
  pack.number = static_cast<int>(root["number"].value_or<int64_t>(0));
  pack.rows = ReadRowKind(reader, root);
  pack.wrap = SpellingsOf(reader->Texts(root, "wrap", false));
  pack.panels = ReadPanels(reader, root, "panel");
  pack.halves = ReadPanels(reader, root, "half");
  ReadMeasures(reader, root, &pack);
  ReadLines(reader, root, &pack);
  const bool closed = pack.rows == RowKind::kItems || pack.rows == RowKind::kEconomic;
  if (closed && pack.lines.empty()) reader->Fail(root.source(), "its rows need [vocabulary] lines");
  return pack;
}

FormWords ReadWords(PackReader* reader, const toml::table& root) {
  reader->AllowOnly(root, {"keys", "titles", "head"});
  FormWords words;
  const toml::table* keys = reader->Table(root, "keys");
  const toml::table* titles = reader->Table(root, "titles");
  const toml::table* head = reader->Table(root, "head");
  if (keys == nullptr || titles == nullptr || head == nullptr) return words;
  reader->AllowOnly(*keys, {"row_number", "code", "code_levels", "name", "column_number", "total"});
  words.row_number = SpellingsOf(reader->Texts(*keys, "row_number", true));
  words.code = SpellingsOf(reader->Texts(*keys, "code", true));
  words.code_levels = SpellingsOf(reader->Texts(*keys, "code_levels", true));
  words.name = SpellingsOf(reader->Texts(*keys, "name", true));
  words.column_number = SpellingsOf(reader->Texts(*keys, "column_number", true));
  words.total = SpellingsOf(reader->Texts(*keys, "total", true));
  reader->AllowOnly(*titles, {"before", "after", "other", "budget", "not_budget", "account"});
  words.title_before = SpellingsOf(reader->Texts(*titles, "before", true));
  words.title_after = SpellingsOf(reader->Texts(*titles, "after", true));
  words.other_titles = SpellingsOf(reader->Texts(*titles, "other", true));
  words.budget = reader->Text(*titles, "budget", true);
  words.not_budget = SpellingsOf(reader->Texts(*titles, "not_budget", true));
  words.account = reader->Text(*titles, "account", true);
  reader->AllowOnly(*head, {"department", "unit", "empty", "note"});
  words.department = SpellingsOf(reader->Texts(*head, "department", true));
  words.unit = SpellingsOf(reader->Texts(*head, "unit", true));
  words.empty = SpellingsOf(reader->Texts(*head, "empty", true));
  words.note = SpellingsOf(reader->Texts(*head, "note", true));
  return words;
}

Result<toml::table> ParseToml(const std::string& bytes, const std::string& file) {
  try {
    return toml::parse(bytes);
  } catch (const toml::parse_error& e) {
    Error error = MakeError(ErrorCode::kMalformed, "line " + std::to_string(e.source().begin.line) +
                                                       ": " + std::string(e.description()));
    error.where.file = file;
    return error;
  }
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
    JUESUAN_TRY(const toml::table root, ParseToml(bytes, path.string()));
    PackReader reader(path.string());
    if (name == kCommonFile) {
      packs.words_ = ReadWords(&reader, root);
      has_words = true;
    } else {
      FormPack form = ReadForm(&reader, root);
      form.file = name;
      if (packs.Find(form.id) != nullptr)
        reader.Fail(root.source(), "form \"" + form.id + "\" is in another pack already");
      packs.forms_.push_back(std::move(form));
    }
    if (!reader.ok()) return reader.TakeError();
    contents.push_back(name);
    contents.push_back(bytes);
  }
  if (!has_words)
    return MakeError(ErrorCode::kNotFound, "no common.toml among the packs of " + dir.string());
  packs.fingerprint_ = KeyOf(contents);
  return packs;
}

}  // namespace juesuan
