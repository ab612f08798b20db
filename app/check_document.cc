#include "app/check_document.h"

#include <utility>

#include "app/language.h"
#include "base/work_folder.h"
#include "check/rule_packs.h"
#include "store/read.h"
#include "store/read_text.h"

namespace juesuan {

Result<std::shared_ptr<const RulePacks>> LoadRules(const std::filesystem::path& rules,
                                                   const std::filesystem::path& forms) {
  JUESUAN_TRY(RulePacks packs, RulePacks::Load(rules.empty() ? DataFolder("rules") : rules,
                                               forms.empty() ? DataFolder("forms") : forms));
  return std::shared_ptr<const RulePacks>(std::make_shared<RulePacks>(std::move(packs)));
}

Result<CheckInput> LoadInput(Database& database, const std::string& sha256) {
  CheckInput input;
  JUESUAN_TRY(input.facts, LoadFacts(database, sha256));
  JUESUAN_TRY(DocumentText text, LoadText(database, sha256));
  for (StoredParagraph& each : text.paragraphs)
    input.paragraphs.push_back({each.page, each.box, each.kind, std::move(each.lines)});
  for (StoredGrid& each : text.unclaimed)
    input.others.push_back({each.number, each.page, each.box, std::move(each.rows)});
  return input;
}

Result<CheckOfDocument> CheckDocument(Database& database, const std::string& sha256,
                                      const RulePacks& packs, InstanceList instances) {
  JUESUAN_TRY(const std::optional<std::string> key, database.KeyOf(sha256));
  JUESUAN_TRY(const CheckInput input, LoadInput(database, sha256));
  if (!key || key->empty())
    return MakeError(ErrorCode::kUnsupported, Say("stored by an older juesuan; run it again first",
                                                  "由旧版本存入，请先重新执行 juesuan run"));
  CheckOfDocument out;
  out.report = Check(input, packs, instances);
  out.checked.sha256 = sha256;
  out.checked.facts_key = *key;
  out.checked.rules_key = CheckKey(packs);
  out.checked.findings = out.report.findings;
  out.checked.places = PlacesOf(input.facts.records);
  out.checked.changes = std::move(out.report.statuses);
  return out;
}

Status CheckIfNew(Database& database, const std::string& sha256, const RulePacks& packs) {
  JUESUAN_TRY(const std::string key, RulesKeyOf(database, sha256));
  if (key == CheckKey(packs)) return Ok();
  JUESUAN_TRY(const CheckOfDocument check,
              CheckDocument(database, sha256, packs, InstanceList::kLeaveOut));
  return SaveFindings(database, check.checked);
}

}  // namespace juesuan
