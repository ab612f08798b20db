// Fields of a struct set from text: "size=9,rulings=fills".
#pragma once

#include <cstdlib>
#include <functional>
#include <map>
#include <string>

#include "base/result.h"
#include "base/text.h"

namespace juesuan {

// Sets one field from a word; false if the word is none of the field's.
template <typename T>
using FieldSetter = std::function<bool(const std::string&, T*)>;

template <typename T>
using FieldSetters = std::map<std::string, FieldSetter<T>>;

template <typename T, typename V>
FieldSetter<T> OneOf(V T::*field, std::map<std::string, V> words) {
  return [field, words](const std::string& word, T* target) {
    const auto found = words.find(word);
    if (found == words.end()) return false;
    target->*field = found->second;
    return true;
  };
}

template <typename T>
FieldSetter<T> OnOff(bool T::*field) {
  return OneOf(field, std::map<std::string, bool>{{"0", false}, {"1", true}});
}

template <typename T>
FieldSetter<T> AnyText(std::string T::*field) {
  return [field](const std::string& word, T* target) {
    target->*field = word;
    return true;
  };
}

template <typename T>
FieldSetter<T> AnyNumber(double T::*field) {
  return [field](const std::string& word, T* target) {
    char* end = nullptr;
    target->*field = std::strtod(word.c_str(), &end);
    return !word.empty() && *end == '\0';
  };
}

template <typename T>
FieldSetter<T> AnyInteger(int T::*field) {
  return [field](const std::string& word, T* target) {
    char* end = nullptr;
    target->*field = static_cast<int>(std::strtol(word.c_str(), &end, 10));
    return !word.empty() && *end == '\0';
  };
}

// Errors: kUsage, naming the item.
template <typename T>
Status SetFields(const std::string& text, const FieldSetters<T>& setters, T* target) {
  for (const std::string& item : Split(text, ',')) {
    const size_t equals = item.find('=');
    const auto setter = setters.find(item.substr(0, equals));
    if (equals == std::string::npos || setter == setters.end()) {
      return MakeError(ErrorCode::kUsage, "no such option: " + item);
    }
    if (!setter->second(item.substr(equals + 1), target)) {
      return MakeError(ErrorCode::kUsage, "bad value: " + item);
    }
  }
  return Ok();
}

}  // namespace juesuan
