// juesuan-check: extract/facts.jsonl and the words of layout/tables.jsonl to check/findings.jsonl.
#include <optional>

#include "base/stage.h"
#include "check/check.h"
#include "check/rule_packs.h"

namespace juesuan {
namespace {

struct Program {
  std::string rules = DataFolder("rules").string(), forms = DataFolder("forms").string();
  std::optional<RulePacks> packs;
};

Status Prepare(Program* program) {
  JUESUAN_TRY(RulePacks packs, RulePacks::Load(program->rules, program->forms));
  program->packs = std::move(packs);
  return Ok();
}

// The key of the facts names the tables they were made of.
Result<Recipe> RecipeOf(const Program& program, const StageInput& input) {
  const std::optional<std::string> facts = ArtefactKey(input.folder / kFactsFile);
  if (!facts) return MakeError(ErrorCode::kNotFound, "no facts: run juesuan-extract first");
  return Recipe{kFindingsFormat,
                kFindingsVersion,
                {"facts=" + *facts, "rules=" + program.packs->Fingerprint()}};
}

Result<std::vector<Json>> Make(const Program& program, const StageInput& input) {
  JUESUAN_TRY(const Artefact tables,
              ReadArtefact(input.folder / kTablesFile, kTablesFormat, kTablesVersion));
  JUESUAN_TRY(const Artefact facts,
              ReadArtefact(input.folder / kFactsFile, kFactsFormat, kFactsVersion));
  JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(tables.items));
  CheckInput document;
  JUESUAN_TRY(document.facts, DocumentFactsFromJson(facts.items));
  document.paragraphs = CheckParagraphs(layout);
  document.others = UnclaimedTables(layout, document.facts);
  return ToJson(Check(document, *program.packs));
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::Program state;
  juesuan::StageProgram program;
  program.name = "check";
  program.summary = "Facts to findings, by the rule packs.";
  program.output = juesuan::kFindingsFile;
  program.options = {{"--rules", "folder of rule packs", &state.rules, {}},
                     {"--forms", "folder of form packs", &state.forms, {}}};
  program.prepare = [&state] { return juesuan::Prepare(&state); };
  program.recipe = [&state](const juesuan::StageInput& in) { return RecipeOf(state, in); };
  program.make = [&state](const juesuan::StageInput& in) { return Make(state, in); };
  return juesuan::StageMain(argc, argv, program);
}
