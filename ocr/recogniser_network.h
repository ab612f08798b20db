// Makes the recogniser's network ready for ONNX Runtime: faster, without changing what it computes,
// and open for lines lower than those it was converted for.
#pragma once

#include <string>

#include "base/result.h"

namespace juesuan {

// `model`: a network in ONNX's form. Gives one that is equal in real arithmetic (its outputs differ
// by rounding only, about one part in a million) with fewer operations a value:
// - x * clip(x + 3, 0, 6) / 6, the hard swish as older converters spell it, becomes
//   x * HardSigmoid(x);
// - a factor or a term, one number for the whole plane, moves into the weights and the bias of the
//   convolution before it, or of the one after it (a term only where that one has no border).
// And it takes lines of any height: its converter fixed one, though its convolutions know none.
// What is not there is left alone. Errors: kMalformed if `model` is no network in ONNX's form.
Result<std::string> PrepareNetwork(const std::string& model);

}  // namespace juesuan
