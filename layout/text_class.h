// What a short text looks like: a number, a code, a page number. Only shapes; no form knowledge.
// Every function compares in MatchForm, so full-width digits and inserted blanks do not matter.
#pragma once

#include <optional>
#include <string_view>

namespace juesuan {

// "1,234.50", "-5", "12.3%", "(3.00)": digits with separators, nothing else.
bool IsNumber(std::string_view text);

// A number with a fraction, separators or a percent sign: no 行次, no code.
bool IsAmount(std::string_view text);

// The value of a whole number of one to three digits ("07" is 7), as 行次 and 栏次 are.
std::optional<int> SmallInteger(std::string_view text);

// Three to nine digits, no point: a 科目代码.
bool IsCode(std::string_view text);

// A dash, slash or star that stands for no amount.
bool IsPlaceholder(std::string_view text);

// "12", "- 12 -", "第12页", "第 3 页 共 20 页", "3/20".
bool IsPageNumber(std::string_view text);

// Dots between a heading and its page number, or at the end where the number is a piece of its own.
bool HasDotLeader(std::string_view text);

// A heading's numbering: 第二部分, 一、, （三）, 附件2.
bool HasHeadingNumber(std::string_view text);

// The number of an item of a list: "3.", "（3）", "3、" before words.
bool HasItemNumber(std::string_view text);

// The same printed text, a few misread characters allowed (one in eight).
bool SameText(std::string_view a, std::string_view b);

}  // namespace juesuan
