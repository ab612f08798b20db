// The words before a figure: its cue and the phrase that names its subject; and what stands around
// it in the passage. `text` is NarrativePassage::text everywhere.
#pragma once

#include <string>
#include <string_view>

#include "extract/narrative_figures.h"
#include "extract/narrative_grammar.h"

namespace juesuan {

struct Introduction {
  const NarrativeCue* cue = nullptr;
  std::string phrase;  // of the subject; "" if the one before goes on
};

// `left`: the words since the figure before, whose role was `last_role`. `department` (MatchForm)
// before a subject is no part of it.
Introduction Introduce(std::string_view text, std::string_view left, const Figure& figure,
                       const std::string& last_role, const std::string& department,
                       const NarrativeGrammar& grammar);

// The passage about other things that `begin` stands in, opened after `from` in the same sentence;
// nullptr if there is none. `opened`: where.
const NarrativeZone* ZoneAt(std::string_view text, size_t begin, size_t from,
                            const NarrativeGrammar& grammar, size_t* opened);

// The year that a change before `begin` is counted from: 2023 of 与2023年度相比, the year before
// `year` of 比上年; "" if the sentence names none.
std::string YearCompared(std::string_view text, size_t begin, const std::string& year);

// Begin and end of the words between two full stops or semicolons.
std::pair<size_t, size_t> SentenceAround(std::string_view text, size_t at);

}  // namespace juesuan
