// Words to lines of text.
#pragma once

#include <vector>

#include "base/tables.h"

namespace juesuan {

// The printed lines that `words` stand on, top to bottom; each line's words left to right. Pointers
// into the caller's words; none may be null.
std::vector<std::vector<const Word*>> GroupIntoLines(std::vector<const Word*> words);

// The words of one line cut where the gap is wider than `em` times the type size.
std::vector<std::vector<const Word*>> CutAtGaps(const std::vector<const Word*>& line, double em);

// One line of text of words in their order, not empty. A gap wider than half an em between Latin
// letters or digits is a blank, between Chinese characters nothing. The believed readings are
// joined first; another engine's reading is joined where it read every word of the line. Runners-up
// of one word stand with the rest of the line unchanged.
TextLine JoinWords(int page, const std::vector<const Word*>& words);

// GroupIntoLines and JoinWords.
std::vector<TextLine> LinesOf(int page, std::vector<const Word*> words);

// Lines outside tables: as LinesOf, but words of one printed line that stand more than two ems
// apart are lines of their own (部门：…    2024年度    单位：万元), except after a colon.
std::vector<TextLine> PiecesOf(int page, std::vector<const Word*> words);

}  // namespace juesuan
