// TOML files of knowledge: form packs and rule packs. toml.cc is the only file that knows the TOML
// library.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace juesuan {

class TomlValue;

// What is wrong with a file, first complaint only: a reader asks for everything it needs and looks
// once at the end. Shared by all values of one file.
class TomlComplaint {
 public:
  explicit TomlComplaint(std::string file) : file_(std::move(file)) {}

  void Add(int line, const std::string& why);  // the first one stays
  bool Any() const { return error_.has_value(); }
  // REQUIRES: Any(). kMalformed, "line 12: why", with the file's name.
  Error Take() const { return *error_; }

 private:
  std::string file_;
  std::optional<Error> error_;
};

// One value of a file, with the line it stands on. Cheap to copy; keeps the file alive. Asking for
// what is not there, or is of another type, complains and gives an empty value: never an exception.
class TomlValue {
 public:
  // The top table of a file; kMalformed with file and line. `name` stands in messages.
  static Result<TomlValue> Parse(std::string_view text, const std::string& name);

  int line() const;
  bool IsText() const;
  bool IsInt() const;
  bool IsList() const;
  bool IsTable() const;

  // Of a table.
  bool Has(std::string_view key) const;
  std::vector<std::string> Keys() const;  // in alphabetical order
  void AllowOnly(std::initializer_list<std::string_view> keys) const;
  std::string Text(std::string_view key) const;  // required, not empty
  std::string TextOr(std::string_view key, std::string_view fallback) const;
  int64_t IntOr(std::string_view key, int64_t fallback) const;
  bool BoolOr(std::string_view key, bool fallback) const;
  std::vector<std::string> TextsOr(std::string_view key) const;  // {} if there is none
  TomlValue At(std::string_view key) const;                      // required, any type
  std::vector<TomlValue> Tables(std::string_view key) const;     // of [[key]]; {} if there is none

  // Of any value.
  std::vector<TomlValue> Items() const;  // of a list
  std::string AsText() const;
  std::vector<std::string> AsTexts() const;  // of a list of words
  std::string AsTextOrEmpty() const;         // "" without a complaint if it is no text

  void Complain(const std::string& why) const;  // about this value's line
  const TomlComplaint& complaint() const;

 private:
  struct Rep;
  explicit TomlValue(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
  std::shared_ptr<const Rep> rep_;
};

}  // namespace juesuan
