// juesuan-extract: layout/tables.jsonl to extract/facts.jsonl.
#include <optional>

#include "base/stage.h"
#include "extract/extract.h"

namespace juesuan {
namespace {

struct Program {
  std::string forms = DataFolder("forms").string();
  std::optional<FormPacks> packs;
};

Status Prepare(Program* program) {
  JUESUAN_TRY(FormPacks packs, FormPacks::Load(program->forms));
  program->packs = std::move(packs);
  return Ok();
}

Result<Recipe> RecipeOf(const Program& program, const StageInput& input) {
  const std::optional<std::string> tables = ArtefactKey(input.folder / kTablesFile);
  if (!tables) return MakeError(ErrorCode::kNotFound, "no tables: run juesuan-layout first");
  return Recipe{kFactsFormat,
                kFactsVersion,
                {kExtracting, "tables=" + *tables, "forms=" + program.packs->Fingerprint()}};
}

Result<std::vector<Json>> Make(const Program& program, const StageInput& input) {
  JUESUAN_TRY(const Artefact tables,
              ReadArtefact(input.folder / kTablesFile, kTablesFormat, kTablesVersion));
  JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(tables.items));
  return ToJson(Extract(layout, *program.packs));
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) {
  juesuan::Program state;
  juesuan::StageProgram program;
  program.name = "extract";
  program.summary = "Tables to facts on the canonical forms.";
  program.output = juesuan::kFactsFile;
  program.options = {{"--forms", "folder of form packs", &state.forms, {}}};
  program.prepare = [&state] { return juesuan::Prepare(&state); };
  program.recipe = [&state](const juesuan::StageInput& in) { return RecipeOf(state, in); };
  program.make = [&state](const juesuan::StageInput& in) { return Make(state, in); };
  return juesuan::StageMain(argc, argv, program);
}
