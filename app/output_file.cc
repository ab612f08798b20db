#include "app/output_file.h"

#include <iostream>
#include <system_error>
#include <utility>

#include "app/language.h"
#include "base/files.h"

namespace juesuan {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
  if (!path_.empty()) file_.open(TemporaryFor(path_), std::ios::binary);
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  if (!path_.empty() && !committed_) std::filesystem::remove(TemporaryFor(path_), ignored);
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

Status OutputFile::Commit() {
  if (!stream().flush()) {
    Error error = MakeError(ErrorCode::kExternal, Say("cannot write", "无法写入"));
    error.where.file = path_.string();
    return error;
  }
  if (path_.empty()) return Ok();
  file_.close();
  committed_ = true;
  return CommitTemporary(path_);
}

}  // namespace juesuan
