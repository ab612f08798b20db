// The score that an amount read from pixels must have to be believed.
#pragma once

namespace juesuan {

// What was read with less is suspect, unless identities prove it. Set by measurement, not by feel:
// with a reading of this score a recogniser alone is wrong about once in ten thousand amounts
// (docs/reliability.md, corpus/reliability.sh). Nothing else decides by an amount's score alone.
constexpr double kLeastScore = 0.8;

}  // namespace juesuan
