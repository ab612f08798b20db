// Rules to equations: every place of a document where a rule has something to say.
#pragma once

#include <string>
#include <vector>

#include "check/equation.h"
#include "check/fact_index.h"
#include "check/rule.h"

namespace juesuan {

// One instance of a rule: the equations that must hold together there.
struct Instance {
  int rule = 0, part = 0;  // in the rules given
  std::string place;
  std::vector<int> equations;  // of Instances::equations; none: not evaluated
};

struct Instances {
  std::vector<Equation> equations;
  std::vector<Instance> instances;  // by rule, then in printed order
};

// `values` holds the records of `index` and then the quotes; conditions (`when`) are judged under
// it. A condition that cannot be judged gives an instance that is not evaluated; one that does not
// hold gives none. A part that names a form the document has not gives one instance that is not
// evaluated.
Instances Instantiate(const std::vector<Rule>& rules, const FactIndex& index,
                      const std::vector<Quote>& quotes, const Values& values);

}  // namespace juesuan
