// juesuan-store: puts document folders into a database.
//
//   juesuan-store WORK... --db FILE
#include <memory>

#include "base/stage.h"
#include "store/database.h"

namespace juesuan {
namespace {

Status StoreFolder(Database& database, const std::filesystem::path& folder) {
  JUESUAN_TRY(const Identity identity, ReadIdentity(folder));
  JUESUAN_TRY(const Artefact tables,
              ReadArtefact(folder / kTablesFile, kTablesFormat, kTablesVersion));
  JUESUAN_TRY(const Artefact facts, ReadArtefact(folder / kFactsFile, kFactsFormat, kFactsVersion));
  JUESUAN_TRY(const DocumentLayout layout, DocumentLayoutFromJson(tables.items));
  JUESUAN_TRY(const DocumentFacts document_facts, DocumentFactsFromJson(facts.items));
  DocumentRow row;
  row.sha256 = identity.sha256;
  row.file = identity.file;
  row.pages = identity.pages > 0 ? identity.pages
                                 : static_cast<int>(layout.pages.size() + layout.failures.size());
  row.key = facts.key;
  JUESUAN_TRY(const SaveOutcome outcome, database.Save(row, layout, document_facts));
  (void)outcome;
  return Ok();
}

int Main(int argc, char** argv) {
  std::string path;
  std::unique_ptr<Database> database;
  StageProgram program;
  program.name = "store";
  program.summary = "Puts the facts of document folders into a database.";
  program.options = {{"--db", "the database file", &path, {}}};
  program.prepare = [&]() -> Status {
    if (path.empty()) return MakeError(ErrorCode::kUsage, "--db FILE is missing");
    JUESUAN_TRY(Database opened, Database::Open(path));
    database = std::make_unique<Database>(std::move(opened));
    return Ok();
  };
  program.recipe = [](const StageInput&) -> Result<Recipe> { return Recipe{}; };
  program.make = [&](const StageInput& input) -> Result<std::vector<Json>> {
    JUESUAN_RETURN_IF_ERROR(StoreFolder(*database, input.folder));
    return std::vector<Json>{};
  };
  return StageMain(argc, argv, program);
}

}  // namespace
}  // namespace juesuan

int main(int argc, char** argv) { return juesuan::Main(argc, argv); }
