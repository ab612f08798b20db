// `juesuan rules`: the rules in words.
#include <iostream>

#include "app/check_document.h"
#include "app/commands.h"
#include "check/rule_packs.h"

namespace juesuan {

int RulesCommand(const RulesOptions& options) {
  const Result<std::shared_ptr<const RulePacks>> packs = LoadRules(options.rules, options.forms);
  if (!packs.ok()) return Fail(packs.error(), 2);
  for (const Rule& rule : (*packs)->rules()) {
    std::cout << rule.id << "  " << SeverityName(rule.severity) << "  ";
    for (size_t i = 0; i < rule.forms.size(); ++i)
      std::cout << (i == 0 ? "" : ",") << rule.forms[i];
    std::cout << (rule.forms.empty() ? "" : "  ") << rule.title << "\n";
    std::cout << "     " << rule.words << "\n";
  }
  return 0;
}

}  // namespace juesuan
