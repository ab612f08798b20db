// Form packs: what a form is, as data. One TOML file a form (forms/pub01.toml …) and one with the
// words that all forms share (forms/common.toml). forms/README.md explains the keys.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "base/result.h"
#include "extract/label.h"
#include "extract/narrative_grammar.h"
#include "extract/performance_pack.h"

namespace juesuan {

// What names a row of the form.
enum class RowKind {
  kItems,       // a closed list of line items, with or without 行次
  kFunctional,  // functional codes: 类 3, 款 5, 项 7 digits
  kEconomic,    // economic codes: 类 3, 款 5 digits; a closed list
  kSingle,      // one row of values
};

// A side of the form (收入, 支出), a group of panels (人员经费) or a section of its rows.
struct FormPanel {
  std::string name;
  Spellings words;                 // name and other spellings, in the header above its columns
  Spellings section;               // of the row that opens it, if it is a section of rows
  std::vector<std::string> codes;  // economic 类 that stand in it
};

// A value column. `path` is what its header must say, top to bottom or in any other order: each
// part is found in one header cell.
struct Measure {
  std::string name;
  std::string panel;  // "" if it stands in any
  std::vector<Spellings> path;
  bool required = true;
};

struct LineItem {
  std::string name;
  std::string panel;        // "" if it stands in any
  std::string code;         // economic forms
  std::string after;        // stands after this item: the same words may name another before it
  Spellings labels;         // name and other spellings; the first is the name
  Unit unit = Unit::kNone;  // of its values; kNone: the table's
};

struct FormPack {
  std::string id;    // "PUB01"
  std::string file;  // "pub01.toml"
  Spellings titles;
  int number = 0;  // the NN of 公开NN表 in the national set; a weak hint
  RowKind rows = RowKind::kItems;
  Spellings wrap;  // header words that name no measure by themselves
  std::vector<FormPanel> panels;
  std::vector<FormPanel> halves;  // every measure stands in each half (预算数, 决算数)
  std::vector<Measure> measures;
  std::vector<LineItem> lines;

  bool HasSections() const;
};

// Words every form shares.
struct FormWords {
  Spellings row_number, code, name, column_number, total;
  Spellings code_levels;  // 类, 款, 项
  Spellings title_before, title_after, other_titles, not_budget;
  std::string budget, account;
  Spellings department, unit, empty, note;
};

inline constexpr char kPerformanceFile[] = "performance.toml";

class FormPacks {
 public:
  // Reads common.toml and every other *.toml of `dir`, in order of name, and the sentence forms of
  // its folder narrative, or those of the program if it has none. Errors: kNotFound;
  // kMalformed with file, line and reason (no TOML, unknown or missing key, a form twice, a name
  // used twice).
  static Result<FormPacks> Load(const std::filesystem::path& dir);

  const std::vector<FormPack>& forms() const { return forms_; }
  const FormWords& words() const { return words_; }
  // performance.toml; empty where the folder has none: then no performance form is claimed.
  const PerformancePack& performance() const { return performance_; }
  const FormPack* Find(const std::string& id) const;
  const NarrativeGrammar& narrative() const { return narrative_; }

  // Hash of the packs' bytes, for artefact recipes.
  std::string Fingerprint() const { return fingerprint_; }

 private:
  std::vector<FormPack> forms_;
  FormWords words_;
  PerformancePack performance_;
  NarrativeGrammar narrative_;
  std::string fingerprint_;
};

}  // namespace juesuan
