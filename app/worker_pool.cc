#include "app/worker_pool.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <optional>
#include <system_error>
#include <utility>

#include "app/worker_process.h"

namespace juesuan {
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kPollMs = 200;

struct Worker {
  pid_t pid = -1;
  int to = -1, from = -1;  // our ends of its pipes
  std::string buffer;
  std::optional<fs::path> job;
  Clock::time_point heard;
  int handled = 0;
};

std::string HowItDied(int status) {
  if (WIFSIGNALED(status))
    return std::string("the worker was ended by signal ") + std::to_string(WTERMSIG(status));
  return "the worker ended with " + std::to_string(WEXITSTATUS(status));
}

// The largest first, so that no worker is left alone with a long one at the end.
std::deque<fs::path> InTurn(const std::vector<fs::path>& paths, const PoolOptions& options) {
  std::vector<std::pair<uintmax_t, fs::path>> sized;
  std::error_code unreadable;  // counts as largest: it is reported at once
  for (const fs::path& path : paths) sized.emplace_back(fs::file_size(path, unreadable), path);
  if (options.workers > 1)
    std::stable_sort(sized.begin(), sized.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
  std::deque<fs::path> queue;
  for (auto& each : sized) queue.push_back(std::move(each.second));
  return queue;
}

class Pool {
 public:
  Pool(const std::vector<fs::path>& paths, const PipelineOptions& pipeline,
       const PoolOptions& options, const PoolEvents& events)
      : queue_(InTurn(paths, options)),
        pipeline_(pipeline),
        options_(options),
        events_(events),
        workers_(static_cast<size_t>(
            std::max(1, std::min(options.workers, static_cast<int>(paths.size()))))) {}

  ~Pool() {
    for (Worker& worker : workers_) Kill(worker);
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  Result<int> Run() {
    while (!events_.stop()) {
      JUESUAN_RETURN_IF_ERROR(HandOut());
      if (queue_.empty() && Idle()) break;
      JUESUAN_RETURN_IF_ERROR(Listen());
      EndTheSilent();
    }
    return finished_;
  }

 private:
  bool Idle() const {
    return std::none_of(workers_.begin(), workers_.end(),
                        [](const Worker& worker) { return worker.job.has_value(); });
  }

  Status HandOut() {
    for (Worker& worker : workers_) {
      if (worker.job || queue_.empty()) continue;
      if (worker.pid > 0 && worker.handled >= options_.documents_per_worker) Kill(worker);
      if (worker.pid < 0) JUESUAN_RETURN_IF_ERROR(Start(worker));
      worker.job = queue_.front();
      queue_.pop_front();
      worker.heard = Clock::now();
      const std::string& path =
          worker.job->native();  // ends with NUL: a name may hold a line break
      const auto size = static_cast<ssize_t>(path.size() + 1);
      if (::write(worker.to, path.c_str(), path.size() + 1) != size)
        Bury(worker, MakeError(ErrorCode::kExternal, "the worker does not listen"));
    }
    return Ok();
  }

  Status Start(Worker& worker) {
    int down[2], up[2];
    if (::pipe(down) != 0 || ::pipe(up) != 0)
      return MakeError(ErrorCode::kExternal, std::string("pipe: ") + std::strerror(errno));
    const pid_t pid = ::fork();
    if (pid < 0)
      return MakeError(ErrorCode::kExternal, std::string("fork: ") + std::strerror(errno));
    if (pid == 0) {
      for (const Worker& other : workers_) CloseEnds(other);
      ::close(down[1]);
      ::close(up[0]);
      ::_exit(ServeWorker(down[0], up[1], pipeline_, options_.memory_limit_mb));
    }
    ::close(down[0]);
    ::close(up[1]);
    worker = Worker{};
    worker.pid = pid;
    worker.to = down[1];
    worker.from = up[0];
    return Ok();
  }

  static void CloseEnds(const Worker& worker) {
    if (worker.to >= 0) ::close(worker.to);
    if (worker.from >= 0) ::close(worker.from);
  }

  static int Kill(Worker& worker) {
    int status = 0;
    if (worker.pid > 0) {
      ::kill(worker.pid, SIGKILL);
      ::waitpid(worker.pid, &status, 0);
    }
    CloseEnds(worker);
    worker = Worker{};
    return status;
  }

  Status Listen() {
    std::vector<pollfd> ends;
    std::vector<Worker*> who;
    for (Worker& worker : workers_) {
      if (worker.pid < 0) continue;
      ends.push_back({worker.from, POLLIN, 0});
      who.push_back(&worker);
    }
    if (::poll(ends.data(), ends.size(), kPollMs) <= 0) return Ok();
    for (size_t i = 0; i < ends.size(); ++i)
      if (ends[i].revents != 0) JUESUAN_RETURN_IF_ERROR(Hear(*who[i]));
    return Ok();
  }

  Status Hear(Worker& worker) {
    char chunk[1 << 14];
    const ssize_t got = ::read(worker.from, chunk, sizeof chunk);
    if (got < 0 && errno == EINTR) return Ok();
    if (got <= 0) {
      BuryDead(worker);
      return Ok();
    }
    worker.heard = Clock::now();
    worker.buffer.append(chunk, static_cast<size_t>(got));
    for (size_t end; (end = worker.buffer.find('\n')) != std::string::npos;) {
      const Result<Json> event = Json::Parse(worker.buffer.substr(0, end));
      worker.buffer.erase(0, end + 1);
      if (event.ok()) JUESUAN_RETURN_IF_ERROR(Handle(worker, *event));
    }
    return Ok();
  }

  Status Handle(Worker& worker, const Json& event) {
    if (event.Bool("fatal")) return FromWire(event).error();
    if (!worker.job) return Ok();
    if (event.Has("page")) {
      events_.on_page(*worker.job, static_cast<int>(event.Int("page")),
                      static_cast<int>(event.Int("of")));
      return Ok();
    }
    ++worker.handled;
    Finish(worker, FromWire(event));
    return Ok();
  }

  void Finish(Worker& worker, Result<PipelineOutcome> outcome) {
    if (!outcome.ok()) outcome.error().where.file = worker.job->string();
    Finished finished{*worker.job, std::move(outcome)};
    worker.job.reset();
    ++finished_;
    events_.on_finished(finished);
  }

  // The worker closed its end: it died. Its document is named, the next one gets a new worker.
  void BuryDead(Worker& worker) {
    int status = 0;
    ::waitpid(worker.pid, &status, 0);
    worker.pid = -1;
    Bury(worker, MakeError(ErrorCode::kDamaged, HowItDied(status)));
  }

  void Bury(Worker& worker, const Error& error) {
    if (worker.job) Finish(worker, error);
    Kill(worker);
  }

  void EndTheSilent() {
    for (Worker& worker : workers_)
      if (worker.job && Clock::now() - worker.heard > options_.patience)
        Bury(worker,
             MakeError(ErrorCode::kLimit,
                       "no progress for " + std::to_string(options_.patience.count()) + " s"));
  }

  std::deque<fs::path> queue_;
  const PipelineOptions& pipeline_;
  const PoolOptions& options_;
  const PoolEvents& events_;
  std::vector<Worker> workers_;
  int finished_ = 0;
};

}  // namespace

Result<int> RunPool(const std::vector<fs::path>& paths, const PipelineOptions& pipeline,
                    const PoolOptions& options, const PoolEvents& events) {
  if (paths.empty()) return 0;
  ::signal(SIGPIPE, SIG_IGN);
  Pool pool(paths, pipeline, options, events);
  return pool.Run();
}

}  // namespace juesuan
