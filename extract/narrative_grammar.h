// The grammar of the sentences of 情况说明, as data: narrative/*.toml. narrative/README.md explains
// the keys.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/narrative.h"
#include "base/pattern.h"
#include "base/result.h"

namespace juesuan {

class FormPacks;

enum class UnitKind { kNone, kMoney, kPercent, kDate, kCount };

struct UnitWord {
  std::string word;  // as printed after a figure
  std::string name;  // what it stands for: 万元 for 万
  UnitKind kind = UnitKind::kNone;
};

// How a figure is introduced.
struct NarrativeCue {
  std::string role;
  FactMeasure measure = FactMeasure::kAmount;
  FactDirection direction = FactDirection::kNone;
  Patterns patterns;                   // end where the figure begins
  std::vector<UnitKind> units;         // kNone: no unit is printed
  std::vector<std::string> following;  // only after a figure of one of these roles; {}: any
};

struct CellName {
  std::string form, line, measure;
};

struct NarrativeSubject {
  std::string name;   // "": the one before goes on; "*": as printed
  std::string codes;  // a form whose rows it names; "" for none
  Patterns words;     // of the whole name
  std::map<std::string, std::vector<CellName>> cells;  // by role; with `codes` the line is ""
};

struct NarrativeTopic {
  std::string id;
  Patterns sections, not_sections;
  std::vector<NarrativeSubject> subjects;
};

struct NarrativeZone {
  std::string role;
  Patterns patterns;
};

struct NarrativeGrammar {
  Patterns narrative_parts, attachment_parts, other_parts;
  Patterns first_heading, second_heading, continues;
  Patterns threshold, after_subject, subject_mark;
  std::vector<UnitWord> units;  // longest first
  std::vector<NarrativeZone> zones;
  std::vector<NarrativeCue> cues;
  std::vector<NarrativeTopic> topics;  // in order of the files' names
  std::string fingerprint;

  // Errors: kNotFound; kMalformed with file, line and reason (no TOML, an unknown or missing key, a
  // bad pattern, a cell that a form pack has not, a topic twice). A form that has no pack here is
  // no mistake: nothing is bound to it.
  static Result<NarrativeGrammar> Load(const std::filesystem::path& dir, const FormPacks& packs);
};

// The measure of a role: "delta" and "budget_delta" are kDelta, an unknown role is kAmount.
FactMeasure MeasureOfRole(const std::string& role);

}  // namespace juesuan
