// A recogniser's habits, put right where nothing can be lost by it.
#pragma once

#include <string>
#include <string_view>

#include "base/words.h"

namespace juesuan {

// 丶 between or after Han characters is 、; full-width digits, points, commas and signs inside a
// number are ASCII, a space beside its point or comma goes; white space at the ends goes.
// Everything else stays as read.
std::string TidyReading(std::string_view text);

// Whether any digit stands in `text`, ASCII or full-width.
bool HasDigit(std::string_view text);

// Whether `text` is one Latin letter. To a recogniser that sees nothing beside it, a lone 1 is as
// well l and a lone 7 as well T.
bool IsLoneLetter(std::string_view text);

// Whether white space parts two digits: a point that was not seen looks like that.
bool HasPartedDigits(std::string_view text);

// Whether `text` is nothing but ASCII digits, points, commas, signs and per cent, one digit at
// least.
bool IsFigure(std::string_view text);

// Whether each comma of a figure is followed by three digits and its one point, if any, by another
// number of them. To one who has seen points only, a comma is a point: 333.585.
bool MarksAreTold(std::string_view figure);

// A figure whose points and commas cannot stand so (MarksAreTold) changes places with the first of
// its candidates that differs from it in what its marks are, none more and none less, and can. The
// scores stay where they are, as of the digits both say the same, unless the figure may be a
// quantity of three decimals: then they change places too. Any other reading stays as it is.
void PreferToldMarks(Reading* reading);

// Whether at least half of the characters are those of a number, and one is a digit.
bool LooksNumeric(std::string_view text);

}  // namespace juesuan
