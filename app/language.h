// Messages in the user's language: Chinese where the locale says so (LC_ALL, LC_MESSAGES, LANG
// begin with "zh"), English otherwise. Both wordings stand side by side where the message is made.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace juesuan {

enum class Language { kEnglish, kChinese };
Language UserLanguage();  // read from the environment once

// Say("{} pages", "{} 页", n): the wording of the user's language, filled in.
template <typename... Args>
std::string Say(std::string_view english, std::string_view chinese, Args&&... args) {
  return fmt::format(fmt::runtime(UserLanguage() == Language::kChinese ? chinese : english),
                     std::forward<Args>(args)...);
}

// An error for people: "file, page 3: is encrypted (detail)".
std::string Describe(const Error& error);

}  // namespace juesuan
