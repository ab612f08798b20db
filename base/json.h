// JSON values. json.cc is the only file that knows the JSON library.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace juesuan {

// One JSON value, owned. Keys keep the order in which they were set, so that output is
// reproducible. Reading never throws: a missing key or a wrong type gives the default that the
// caller names.
class Json {
 public:
  Json();  // null
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  static Json Object();
  static Json Array();
  static Result<Json> Parse(std::string_view text);  // kMalformed

  // Building. REQUIRES: an object for Set, an array for Push. Return *this.
  Json& Set(std::string_view key, std::string_view value);
  Json& Set(std::string_view key, const char* value) { return Set(key, std::string_view(value)); }
  Json& Set(std::string_view key, int64_t value);
  Json& Set(std::string_view key, int value) { return Set(key, static_cast<int64_t>(value)); }
  Json& Set(std::string_view key, double value);  // pass Round2(value) into artefacts
  Json& Set(std::string_view key, bool value);
  Json& Set(std::string_view key, std::nullptr_t);
  Json& Set(std::string_view key, const Box& box);  // [x0,y0,x1,y1], rounded with Round2
  Json& Set(std::string_view key, Json value);
  Json& Set(std::string_view key, const std::vector<std::string>& values);
  Json& Set(std::string_view key, const std::optional<int64_t>& value);  // null where there is none
  Json& Push(std::string_view value);
  Json& Push(int64_t value);
  Json& Push(double value);
  Json& Push(Json value);

  // Reading.
  bool IsNull() const;
  bool IsObject() const;
  bool IsArray() const;
  bool Has(std::string_view key) const;  // present and not null
  std::string Str(std::string_view key, std::string_view fallback = "") const;
  int64_t Int(std::string_view key, int64_t fallback = 0) const;
  std::optional<int64_t> MaybeInt(std::string_view key) const;
  double Num(std::string_view key, double fallback = 0) const;
  bool Bool(std::string_view key, bool fallback = false) const;
  Box GetBox(std::string_view key) const;  // an empty box if there is none
  Json At(std::string_view key) const;     // null if there is none
  std::vector<Json> Items() const;         // of an array; empty otherwise
  std::vector<Json> Items(std::string_view key) const;
  std::vector<std::string> Strings(std::string_view key) const;
  std::vector<double> Numbers(std::string_view key) const;
  std::string AsString() const;  // of a string; "" otherwise
  double AsNumber() const;       // of a number; 0 otherwise

  std::string Dump() const;  // one line, UTF-8, no blanks

 private:
  struct Rep;
  explicit Json(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace juesuan
