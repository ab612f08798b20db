#include "app/shares.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <optional>

namespace juesuan {
namespace {

struct Child {
  pid_t pid = -1;
  int from = -1;
};

void WriteAll(int to, const std::string& text) {
  for (size_t at = 0; at < text.size();) {
    const ssize_t written = ::write(to, text.data() + at, text.size() - at);
    if (written <= 0) return;
    at += static_cast<size_t>(written);
  }
}

std::string ReadAll(int from) {
  std::string text;
  char chunk[1 << 12];
  for (ssize_t got; (got = ::read(from, chunk, sizeof chunk)) > 0;)
    text.append(chunk, static_cast<size_t>(got));
  return text;
}

Result<Child> Start(int share, const std::function<std::string(int)>& work) {
  int ends[2];
  if (::pipe(ends) != 0) return MakeError(ErrorCode::kExternal, "no pipe for a process");
  std::cout.flush();
  std::fflush(stdout);
  const pid_t pid = ::fork();
  if (pid < 0) return MakeError(ErrorCode::kExternal, "no further process can be made");
  if (pid == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close(ends[0]);
    WriteAll(ends[1], work(share));
    std::cerr.flush();
    ::_exit(0);
  }
  ::close(ends[1]);
  return Child{pid, ends[0]};
}

}  // namespace

Result<std::vector<std::string>> RunShares(int shares,
                                           const std::function<std::string(int share)>& work) {
  if (shares <= 1) return std::vector<std::string>{work(0)};
  std::vector<Child> children;
  std::vector<std::string> out;
  std::optional<Error> error;
  for (int share = 0; share < shares && !error; ++share) {
    const Result<Child> child = Start(share, work);
    if (child.ok()) {
      children.push_back(*child);
    } else {
      error = child.error();
    }
  }
  for (const Child& child : children) {
    out.push_back(ReadAll(child.from));
    ::close(child.from);
    int status = 0;
    ::waitpid(child.pid, &status, 0);
    if (status != 0 && !error)
      error = MakeError(ErrorCode::kExternal, "a process that checked documents died");
  }
  if (error) return *error;
  return out;
}

}  // namespace juesuan
