#include "base/result.h"

#include "base/names.h"

namespace juesuan {

namespace {

// In the order of ErrorCode.
constexpr NameTable<13> kNames = {
    "usage",    "not_found",   "empty_file",   "not_pdf",   "encrypted", "damaged", "truncated",
    "no_pages", "unsupported", "out_of_range", "malformed", "external",  "limit"};

}  // namespace

std::string_view ErrorCodeName(ErrorCode code) { return EnumName(kNames, code); }

std::optional<ErrorCode> ParseErrorCode(std::string_view name) {
  return ParseEnum<ErrorCode>(kNames, name);
}

std::string Error::ToString() const {
  std::string text;
  if (!where.file.empty()) text += where.file + ": ";
  if (where.page > 0) text += "page " + std::to_string(where.page) + ": ";
  text += ErrorCodeName(code);
  if (!message.empty()) text += ": " + message;
  return text;
}

Error MakeError(ErrorCode code, std::string message) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  return error;
}

void CheckFailed(const char* file, int line, const char* expression) {
  std::fprintf(stderr, "juesuan: bug: %s:%d: %s does not hold\n", file, line, expression);
  std::abort();
}

}  // namespace juesuan
