// Three kinds of trouble, three carriers:
//   a bug in our code           JUESUAN_CHECK: stops the program, says file and line;
//   a page or file is unusable  an Error in a Result: the caller skips that unit and says so;
//   a cell cannot be trusted    a Reject (base/facts.h): data, stored with its place and reason.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace juesuan {

// What went wrong. Code and tests branch on this, never on a message; app/messages.h words it in
// the user's language.
enum class ErrorCode {
  kUsage,        // the caller's words are off
  kNotFound,     // no such file, folder, document, page
  kEmptyFile,    // a file of no bytes
  kNotPdf,       // the bytes are not a PDF (an HTML page, an office file under a .pdf name)
  kEncrypted,    // needs a password
  kDamaged,      // a PDF that cannot be opened or whose page cannot be read
  kTruncated,    // a PDF whose end is missing
  kNoPages,      // a PDF of zero pages
  kUnsupported,  // well formed, but nothing here can read it
  kOutOfRange,   // a number outside what is accepted
  kMalformed,    // text that does not follow its grammar (artefact, pack, amount)
  kExternal,     // a library or the operating system failed
  kLimit,        // a bound on memory, time or size was reached
};

// The stable spelling of a code, as it stands in artefacts and in the database.
std::string_view ErrorCodeName(ErrorCode code);
std::optional<ErrorCode> ParseErrorCode(std::string_view name);

// The place an error is about. Empty or zero: not known here; who knows it fills it in on the way
// up.
struct Where {
  std::string file;
  int page = 0;  // 1-based
};

struct Error {
  ErrorCode code = ErrorCode::kExternal;
  std::string message;  // one English sentence of detail, no full stop, no newline
  Where where;

  // "file: page 3: damaged: message"; for logs and tests.
  std::string ToString() const;
};

Error MakeError(ErrorCode code, std::string message);

// A T, or the Error that says why not.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  T& value() & { return *Get(); }
  const T& value() const& { return *const_cast<Result*>(this)->Get(); }
  T&& value() && { return std::move(*Get()); }
  T* operator->() { return Get(); }
  const T* operator->() const { return const_cast<Result*>(this)->Get(); }
  T& operator*() & { return *Get(); }
  const T& operator*() const& { return *const_cast<Result*>(this)->Get(); }

  // REQUIRES: !ok().
  Error& error() {
    if (ok()) Abort("error() of a Result that holds a value");
    return std::get<1>(state_);
  }
  const Error& error() const { return const_cast<Result*>(this)->error(); }

 private:
  [[noreturn]] static void Abort(const char* what) {
    std::fprintf(stderr, "juesuan: bug: %s\n", what);
    std::abort();
  }
  T* Get() {
    if (!ok()) Abort(std::get<1>(state_).ToString().c_str());
    return &std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

// Success without a value, or an Error.
struct Done {};
using Status = Result<Done>;
inline Status Ok() { return Done{}; }

[[noreturn]] void CheckFailed(const char* file, int line, const char* expression);

}  // namespace juesuan

// Stops the program when an invariant of ours does not hold. Never for bad input.
#define JUESUAN_CHECK(expression) \
  ((expression) ? (void)0 : ::juesuan::CheckFailed(__FILE__, __LINE__, #expression))

#define JUESUAN_CONCAT_(a, b) a##b
#define JUESUAN_CONCAT(a, b) JUESUAN_CONCAT_(a, b)

// JUESUAN_TRY(auto page, ReadPage(path)); binds the value, or returns the error.
#define JUESUAN_TRY(declaration, expression)                     \
  auto JUESUAN_CONCAT(result_, __LINE__) = (expression);         \
  if (!JUESUAN_CONCAT(result_, __LINE__).ok())                   \
    return std::move(JUESUAN_CONCAT(result_, __LINE__).error()); \
  declaration = std::move(JUESUAN_CONCAT(result_, __LINE__)).value()

// JUESUAN_RETURN_IF_ERROR(Write(...)); returns the error of a Status.
#define JUESUAN_RETURN_IF_ERROR(expression)               \
  do {                                                    \
    auto status_ = (expression);                          \
    if (!status_.ok()) return std::move(status_.error()); \
  } while (false)
