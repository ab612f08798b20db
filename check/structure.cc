#include "check/structure.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "check/structure_checks.h"

namespace juesuan {
namespace {

struct Predicate {
  std::string_view name;
  std::vector<StructureResult> (*run)(const StructureInput&);
  std::array<std::string_view, 4> settings;
};

constexpr std::array<Predicate, 16> kPredicates = {{
    {"table_order", CheckTableOrder, {"entry", "table_entry", "code", "contents_title"}},
    {"department", CheckDepartment, {}},
    {"year", CheckYear, {}},
    {"unit", CheckUnit, {}},
    {"contents", CheckContents, {"entry", "sections", "contents_title", ""}},
    {"row_numbers", CheckRowNumbers, {}},
    {"empty_tables", CheckEmptyTables, {"none", "section_PUB07", "section_PUB08", ""}},
    {"codes", CheckCodes, {}},
    {"attachments", CheckAttachments, {"attachment", "", "", ""}},
    {"stated_counts", CheckStatedCounts, {"counts", "indicators", "", ""}},
    {"changes", CheckChanges, {"changes", "", "", ""}},
    {"shares", CheckShares, {"shares", "whole", "", ""}},
    {"completion", CheckCompletion, {"completion", "", "", ""}},
    {"text_sums", CheckTextSums, {"whole", "parts", "all", ""}},
    {"uses", CheckUses, {"uses", "", "", ""}},
    {"falling", CheckFalling, {"first", "second", "third", ""}},
}};

const Predicate* FindPredicate(std::string_view name) {
  for (const Predicate& predicate : kPredicates)
    if (predicate.name == name) return &predicate;
  return nullptr;
}

}  // namespace

bool IsStructure(std::string_view name) { return FindPredicate(name) != nullptr; }

bool IsStructureSetting(std::string_view structure, std::string_view key) {
  const Predicate* predicate = FindPredicate(structure);
  return predicate != nullptr && !key.empty() &&
         std::find(predicate->settings.begin(), predicate->settings.end(), key) !=
             predicate->settings.end();
}

std::vector<StructureResult> RunStructure(const StructureInput& input) {
  const Predicate* predicate = FindPredicate(input.part->structure);
  JUESUAN_CHECK(predicate != nullptr);
  return predicate->run(input);
}

std::string NumberOf(const StructureInput& input, const std::string& form) {
  const auto found = input.forms->find(form);
  const int number = found == input.forms->end() ? 0 : found->second.number;
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "公开%02d", number);
  return text.data();
}

FindingCell HeadOf(const TableClaim& claim, const std::string& raw) {
  FindingCell cell;
  cell.form = claim.form;
  cell.raw = raw;
  cell.page = claim.first_page;
  return cell;
}

FindingCell PlaceOf(const CheckParagraph& paragraph, const std::string& raw) {
  FindingCell cell;
  cell.raw = raw;
  cell.page = paragraph.page;
  cell.box = paragraph.box;
  return cell;
}

const Patterns& Setting(const StructureInput& input, const std::string& key) {
  static const Patterns none;
  const auto found = input.part->settings.find(key);
  return found == input.part->settings.end() ? none : found->second;
}

std::string JoinTexts(const std::vector<std::string>& texts, const std::string& between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
  return out;
}

}  // namespace juesuan
