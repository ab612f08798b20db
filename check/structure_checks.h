// The predicates behind structure.h, by subject.
#pragma once

#include <string>
#include <vector>

#include "check/structure.h"

namespace juesuan {

// structure_contents.cc: the 目录 against the tables and headings.
std::vector<StructureResult> CheckTableOrder(const StructureInput& input);
std::vector<StructureResult> CheckContents(const StructureInput& input);

// structure_heads.cc: what stands above the tables.
std::vector<StructureResult> CheckDepartment(const StructureInput& input);
std::vector<StructureResult> CheckYear(const StructureInput& input);
std::vector<StructureResult> CheckUnit(const StructureInput& input);
std::vector<StructureResult> CheckEmptyTables(const StructureInput& input);

// structure_rows.cc: row keys.
std::vector<StructureResult> CheckRowNumbers(const StructureInput& input);
std::vector<StructureResult> CheckCodes(const StructureInput& input);

// structure_text.cc: counts in the text.
std::vector<StructureResult> CheckAttachments(const StructureInput& input);
std::vector<StructureResult> CheckStatedCounts(const StructureInput& input);

// structure_narrative.cc: figures of sentences against each other.
std::vector<StructureResult> CheckChanges(const StructureInput& input);
std::vector<StructureResult> CheckShares(const StructureInput& input);
std::vector<StructureResult> CheckCompletion(const StructureInput& input);
std::vector<StructureResult> CheckTextSums(const StructureInput& input);
std::vector<StructureResult> CheckUses(const StructureInput& input);
std::vector<StructureResult> CheckFalling(const StructureInput& input);

// "公开07" of a form: its number in the national set.
std::string NumberOf(const StructureInput& input, const std::string& form);
// Place of a table's head, for findings.
FindingCell HeadOf(const TableClaim& claim, const std::string& raw);
FindingCell PlaceOf(const CheckParagraph& paragraph, const std::string& raw);
// The patterns of a setting; {} if the pack does not give it.
const Patterns& Setting(const StructureInput& input, const std::string& key);
std::string JoinTexts(const std::vector<std::string>& texts, const std::string& between);

}  // namespace juesuan
