#include "ingest/broken_rulings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

#include "ingest/hidden_rulings.h"
#include "ingest/ruling_ink.h"

namespace juesuan {
namespace {

constexpr double kBreak = 14;        // points; a cell is wider, …
constexpr double kDottedBreak = 35;  // … unless dots are left in it: …
constexpr double kDots = 0.3;        // … on so much of its length, …
constexpr double kCell = 150;        // … or so much that a word beside it does not matter, …
constexpr double kGoesOn = 0.62;     // … as no line of type has
constexpr double kSameAxis = 1;      // points
constexpr double kTouches = 5;       // points from a ruling's end to the ruling it meets
// Of a ruling's length with print close to it, on its freer side and on the other: type has stems.
constexpr double kFreer = 0.1, kOther = 0.3;
constexpr double kOtherOfPiece = 0.45;  // a word may stand close to a piece

bool StandsFree(const Ruling& ruling, double other, const PrintedInk& ink) {
  const cv::Mat& mask = ruling.horizontal ? ink.rows : ink.columns;
  const double before = PrintBeside(ruling, -1, mask, ink.dpi);
  const double behind = PrintBeside(ruling, 1, mask, ink.dpi);
  return std::min(before, behind) <= kFreer && std::max(before, behind) <= other;
}

// Whether a ruling on the axis of `ruling` may be broken from `from` to `to`.
bool MayBeBroken(Ruling ruling, double from, double to, const PrintedInk& ink) {
  if (to - from <= kBreak) return true;
  ruling.from = from;
  ruling.to = to;
  if (to - from > kCell) return false;
  return Covered(ruling, ink.rows, ink.columns, ink.dpi) >=
         (to - from <= kDottedBreak ? kDots : kGoesOn);
}

// As thick as the longer of them.
Ruling Together(const Ruling& first, const Ruling& last) {
  Ruling both = first.to - first.from < last.to - last.from ? last : first;
  both.from = std::min(first.from, last.from);
  both.to = std::max(first.to, last.to);
  return both;
}

bool IsBefore(const Ruling& a, const Ruling& b) {
  return std::make_tuple(a.horizontal, a.at, a.from) < std::make_tuple(b.horizontal, b.at, b.from);
}

// The piece nearest behind the end of `piece` on its axis; nullptr if there is none. `pieces`:
// sorted by IsBefore.
const Ruling* NextPiece(const Ruling& piece, const std::vector<Ruling>& pieces) {
  Ruling first = piece;
  first.at -= kSameAxis;
  first.from = 0;
  const Ruling* next = nullptr;
  for (auto other = std::lower_bound(pieces.begin(), pieces.end(), first, IsBefore);
       other != pieces.end() && other->horizontal == piece.horizontal &&
       other->at <= piece.at + kSameAxis;
       ++other)
    if (other->from > piece.to && (next == nullptr || other->from < next->from)) next = &*other;
  return next;
}

}  // namespace

void JoinBroken(const PrintedInk& ink, std::vector<Ruling>* pieces) {
  // Each by itself as well: the strokes of a head may lie on the axis of a ruling that ends there.
  std::vector<Ruling> free, joined;
  std::copy_if(pieces->begin(), pieces->end(), std::back_inserter(free),
               [&](const Ruling& piece) { return StandsFree(piece, kOtherOfPiece, ink); });
  std::sort(free.begin(), free.end(), IsBefore);
  for (const Ruling& piece : free) {
    Ruling whole = piece;
    while (const Ruling* next = NextPiece(whole, free)) {
      const Ruling both = Together(whole, *next);
      if (!MayBeBroken(both, whole.to, next->from, ink) || !StandsFree(both, kOther, ink)) break;
      whole = both;
    }
    if (whole.to > piece.to) joined.push_back(whole);
  }
  pieces->insert(pieces->end(), joined.begin(), joined.end());
}

void MendEnds(const PrintedInk& ink, const std::vector<Ruling>& borders,
              std::vector<Ruling>* rulings) {
  const auto meets = [&](const Ruling& ruling, double end) {
    return std::any_of(borders.begin(), borders.end(), [&](const Ruling& other) {
      return other.horizontal != ruling.horizontal && std::fabs(other.at - end) <= kTouches &&
             ruling.at >= other.from - kTouches && ruling.at <= other.to + kTouches;
    });
  };
  for (Ruling& ruling : *rulings)
    for (const int side : {-1, 1}) {
      double& end = side > 0 ? ruling.to : ruling.from;
      if (meets(ruling, end)) continue;
      const Ruling* next = NextAcross(ruling, side, 0, borders);
      if (next != nullptr &&
          MayBeBroken(ruling, std::min(end, next->at), std::max(end, next->at), ink))
        end = next->at;
    }
}

}  // namespace juesuan
