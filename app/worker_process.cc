#include "app/worker_process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <exception>
#include <new>

namespace juesuan {
namespace {

constexpr size_t kReadChunk = 4096;

void SetLimits([[maybe_unused]] long memory_limit_mb) {
  ::signal(SIGINT, SIG_IGN);  // the parent decides what Ctrl-C means
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
#if !defined(__SANITIZE_ADDRESS__)  // its shadow memory needs the whole address space
  const auto bytes = static_cast<rlim_t>(memory_limit_mb) << 20;
  const rlimit memory{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &memory);
#endif
}

bool SendLine(int out, const Json& json) {
  std::string line = json.Dump() + "\n";
  const char* data = line.data();
  size_t left = line.size();
  while (left > 0) {
    const ssize_t written = ::write(out, data, left);
    if (written <= 0) return false;
    data += written;
    left -= static_cast<size_t>(written);
  }
  return true;
}

Result<PipelineOutcome> Work(Pipeline& pipeline, const std::string& path, int out) {
  try {
    return pipeline.Process(path, [out](int page, int of) {
      Json event = Json::Object();
      SendLine(out, event.Set("page", page).Set("of", of));
    });
  } catch (const std::bad_alloc&) {
    return MakeError(ErrorCode::kLimit, "out of memory");
  } catch (const std::exception& error) {
    return MakeError(ErrorCode::kExternal, error.what());
  }
}

// The next NUL-ended path from `in`; false at its end.
bool ReadPath(int in, std::string* buffer, std::string* path) {
  for (;;) {
    const size_t end = buffer->find('\0');
    if (end != std::string::npos) {
      *path = buffer->substr(0, end);
      buffer->erase(0, end + 1);
      return true;
    }
    char chunk[kReadChunk];
    const ssize_t got = ::read(in, chunk, sizeof chunk);
    if (got <= 0) return false;
    buffer->append(chunk, static_cast<size_t>(got));
  }
}

}  // namespace

Json ToWire(const Result<PipelineOutcome>& result) {
  Json json = Json::Object();
  json.Set("done", result.ok());
  if (!result.ok()) {
    json.Set("code", ErrorCodeName(result.error().code)).Set("message", result.error().message);
    json.Set("error_file", result.error().where.file);
    return json.Set("error_page", result.error().where.page);
  }
  json.Set("sha256", result->sha256).Set("folder", result->folder.string());
  json.Set("pages", result->pages).Set("key", result->key);
  json.Set("times", result->times.ToJson());
  return json.Set("explanations", result->explanations);
}

Result<PipelineOutcome> FromWire(const Json& json) {
  if (!json.Bool("done")) {
    Error error = MakeError(ParseErrorCode(json.Str("code")).value_or(ErrorCode::kExternal),
                            json.Str("message"));
    error.where.file = json.Str("error_file");
    error.where.page = static_cast<int>(json.Int("error_page"));
    return error;
  }
  return PipelineOutcome{
      json.Str("sha256"), json.Str("folder"),           static_cast<int>(json.Int("pages")),
      json.Str("key"),    json.Strings("explanations"), StageTimes::FromJson(json.At("times"))};
}

int ServeWorker(int in, int out, const PipelineOptions& options, long memory_limit_mb) {
  SetLimits(memory_limit_mb);
  Result<Pipeline> pipeline = Pipeline::Make(options);
  if (!pipeline.ok()) {
    Json failure = ToWire(Result<PipelineOutcome>(pipeline.error()));
    SendLine(out, failure.Set("fatal", true));
    return 2;
  }
  std::string buffer, path;
  while (ReadPath(in, &buffer, &path)) {
    if (!SendLine(out, ToWire(Work(*pipeline, path, out)))) return 1;
  }
  return 0;
}

}  // namespace juesuan
