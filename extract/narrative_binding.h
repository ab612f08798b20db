// Which record a subject of a sentence restates: by names, never by equal amounts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/facts.h"
#include "extract/narrative_grammar.h"
#include "extract/pack.h"

namespace juesuan {

class RecordNames {
 public:
  // REQUIRES: `facts` and `packs` outlive this.
  RecordNames(const DocumentFacts& facts, const FormPacks& packs);

  // The record of the first of `cells`; where the document has it not, the only one of the rest
  // that is not 0, or the first of them. nullptr if there is none. `line` stands for the line of a
  // cell that names none.
  const Record* Find(const std::vector<CellName>& cells, const std::string& line) const;

  // The code of the row that `phrase` names in a form of codes: by 类, 款 and 项 where it gives
  // them, else by the name of one row (where several bear it: of the highest level, and of that
  // the one with amounts). "" if none.
  std::string CodeOf(const std::string& form, std::string_view phrase) const;
  // The label of that row as printed.
  std::string LabelOf(const std::string& form, const std::string& code) const;
  // "PUB05/208/1"; with the panel behind the form where the document has that twice.
  std::string KeyOf(const Record& record) const;

 private:
  struct Row {
    std::string code, label;  // label: MatchForm
    std::string printed;
    bool has_number = false;
  };
  std::string CodeNamed(const std::string& form, const std::string& name, const std::string& above,
                        size_t digits) const;
  std::string CodeOfPath(const std::string& form, const std::vector<std::string>& names) const;

  const FormPacks& packs_;
  std::map<std::string, int> keys_;               // how many records have it
  std::map<std::string, std::vector<Row>> rows_;  // by form
  std::map<std::string, std::vector<const Record*>, std::less<>> records_;  // by form/line/measure
};

// 教育支出（类）普通教育（款）小学教育（项）, or fewer levels.
const Pattern& CodePath();

}  // namespace juesuan
