// Passages to facts: what every figure says, and of what. The grammar holds the words, this file
// how a reader carries a subject from one figure to the next.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/facts.h"
#include "extract/narrative_binding.h"
#include "extract/narrative_figures.h"
#include "extract/narrative_text.h"
#include "extract/narrative_words.h"

namespace juesuan {

class NarrativeReader {
 public:
  // `department` and `year` are the document's, as facts have them. REQUIRES: all references
  // outlive this.
  NarrativeReader(const NarrativeGrammar& grammar, const RecordNames& names,
                  const std::string& department, const std::string& year);

  // Appends the facts of a passage, boxes in the upright frame of their page.
  void Read(const NarrativePassage& passage, std::vector<NarrativeFact>* facts);

 private:
  // What figures are of, until another subject comes.
  struct Subject {
    const NarrativeSubject* known = nullptr;  // nullptr: no form fits
    std::string name, code;
    int group = 0;
  };
  void ReadQuantity(const Figure& figure, size_t left, NarrativeFact* fact);
  void ReadInTopic(const Figure& figure, const Introduction& said, NarrativeFact* fact);
  void ReadInZone(const Figure& figure, const Introduction& said, NarrativeFact* fact);
  bool Enter(const std::string& phrase, const Figure& figure);
  const NarrativeSubject* FindSubject(const std::string& phrase, std::string* code) const;
  int GroupOf(const std::string& name);
  void Settle(const Figure& figure, const NarrativeCue* cue, const Subject& subject,
              NarrativeFact* fact);

  const NarrativeGrammar& grammar_;
  const RecordNames& names_;
  std::string department_, year_;

  const NarrativePassage* passage_ = nullptr;
  const NarrativeTopic* topic_ = nullptr;
  Subject subject_, item_;  // of the sentence; of a zone
  std::string last_role_, money_unit_;
  const NarrativeZone* zone_ = nullptr;
  size_t zone_closed_ = 0;
  std::map<std::string, int> groups_;
  int group_count_ = 0;
};

}  // namespace juesuan
