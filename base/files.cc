#include "base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace juesuan {
namespace fs = std::filesystem;

namespace {

Error SystemError(const std::string& what, const fs::path& path) {
  return MakeError(ErrorCode::kExternal,
                   what + " '" + path.string() + "': " + std::strerror(errno));
}

Status WriteAll(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return SystemError("cannot write", path);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  if (::fsync(fd) != 0) return SystemError("cannot sync", path);
  return Ok();
}

// The last step, if all went well; else the temporary file goes away.
Status Renamed(const fs::path& path, Status written) {
  const fs::path temporary = TemporaryFor(path);
  if (written.ok() && ::rename(temporary.c_str(), path.c_str()) != 0)
    written = SystemError("cannot rename", temporary);
  if (!written.ok()) ::unlink(temporary.c_str());
  return written;
}

}  // namespace

Result<std::string> ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return MakeError(ErrorCode::kNotFound, "cannot open '" + path.string() + "'");
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return MakeError(ErrorCode::kExternal, "cannot read '" + path.string() + "'");
  return bytes;
}

fs::path TemporaryFor(const fs::path& path) {
  fs::path temporary = path;
  return temporary += ".tmp" + std::to_string(::getpid());
}

Status CommitTemporary(const fs::path& path) {
  const fs::path temporary = TemporaryFor(path);
  const int fd = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return SystemError("cannot open", temporary);
  Status done = ::fsync(fd) == 0 ? Ok() : SystemError("cannot sync", temporary);
  ::close(fd);
  return Renamed(path, std::move(done));
}

Status WriteFileAtomically(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  const fs::path temporary = TemporaryFor(path);
  const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return SystemError("cannot create", temporary);
  Status written = WriteAll(fd, bytes, temporary);
  ::close(fd);
  return Renamed(path, std::move(written));
}

}  // namespace juesuan
