// What an opaque mark or seal over the print makes doubtful.
#pragma once

#include <vector>

#include "base/lattice.h"
#include "base/page.h"
#include "base/words.h"

namespace juesuan {

// Words with a digit, or with 元, that have a hiding piece of a mark (kHidingMark) or one that was
// lifted (kLiftedMark) in or beside them may have lost a digit or a part of one, or the 万 of 万元:
// they score low. A cell without a word in which hiding pieces could hide a figure becomes unread.
// `line_height`: of a usual line of figures, points.
void DoubtHiddenPrint(const Page& page, const std::vector<Lattice>& lattices, double line_height,
                      WordPage* words);

}  // namespace juesuan
