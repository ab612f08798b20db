// The projects of a document as their performance forms and reports tell of them: what a rule
// compares within one project, or over all of them. Built once a document, and only if it has any.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/indicator_value.h"
#include "check/equation.h"
#include "check/project_text.h"
#include "check/structure.h"

namespace juesuan {

// What a row stands in.
enum class Block {
  kFunds,             // money of the self-evaluation
  kReportFunds,       // money in the report's table
  kIndicators,        // of the self-evaluation
  kReportIndicators,  // in the report's table
  kTotal,             // points and grade of the self-evaluation
};
constexpr size_t kBlocks = 5;

struct ProjectCell {
  std::string_view measure;
  const Record* record = nullptr;
  bool doubtful = false;
  std::optional<IndicatorValue> value;  // of what an indicator asks or reached
};

// Amounts, rates and points as printed; not known where the cell is in doubt or holds no number.
struct ProjectRow {
  std::string_view line, label, panel;  // the records' own
  std::vector<ProjectCell> cells;

  const Record* At(std::string_view measure) const;  // nullptr if there is no such cell
  bool IsInDoubt(std::string_view measure) const;
  // nullptr where it is blank or in doubt.
  const Record* TextAt(std::string_view measure) const;
  std::optional<Number> NumberAt(std::string_view measure) const;
  // What an indicator asks or reached; nullptr where that is blank or in doubt.
  const IndicatorValue* ValueAt(std::string_view measure) const;

 private:
  const ProjectCell* CellAt(std::string_view measure) const;
};

struct Project {
  std::string name, form;    // as printed, and its MatchForm
  bool is_transfer = false;  // 转移支付
  std::array<std::vector<ProjectRow>, kBlocks> blocks;
  std::array<bool, kBlocks> lost{};  // something printed there is in no record
  std::vector<ProjectText> texts;    // cells of words, then sections of the report

  const std::vector<ProjectRow>& In(Block block) const {
    return blocks[static_cast<size_t>(block)];
  }
  bool IsLost(Block block) const { return lost[static_cast<size_t>(block)]; }
  // The row of that line; nullptr if there is none, or several.
  const ProjectRow* Row(Block block, std::string_view line) const;
};

using Projects = std::vector<Project>;

// In the order of their forms. A section of a report belongs to the project that the nearest
// 项目名称：… over it names, or whose name stands in the title of a report.
const Projects& ProjectsOf(const StructureInput& input);

// Whether the rule's setting `of`, if there is one, finds "transfer" or "self" as the project is.
bool IsOfKind(const StructureInput& input, const Project& project);

FindingCell CellOf(const Record& record);
std::string_view BlockName(Block block);  // 自评表, 报告, for messages
bool IsIndicators(Block block);

}  // namespace juesuan
