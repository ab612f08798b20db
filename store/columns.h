// How a value stands in a column. Lengths and scores are whole numbers there, so that what is read
// back is what was written, to the bit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/tables.h"
#include "base/words.h"
#include "store/sqlite.h"

namespace juesuan {

int64_t ToHundredths(double value);  // points or degrees
double FromHundredths(int64_t value);
int64_t ToTenThousandths(double score);
double FromTenThousandths(int64_t value);

// The box in the columns first … first + 3.
Box BoxAt(const Query& query, int first);

std::string ListToText(const std::vector<std::string>& list);  // a JSON array
std::vector<std::string> ListFromText(std::string_view text);

// The readings of a cell, a list a line: [[["ppocr",9987],["tesseract",8800,"5061.18"]]]: who, how
// sure, what if it is not the believed text, and the runners-up as below. nullopt where each line
// has the text layer's alone.
std::optional<std::string> LineReadings(const std::vector<TextLine>& lines);

// The runners-up of a reading: [["5061.18",412]]; nullopt where there are none.
std::optional<std::string> OthersToText(const std::vector<Candidate>& others);
std::vector<Candidate> OthersFromText(std::string_view text);

}  // namespace juesuan
