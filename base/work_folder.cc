#include "base/work_folder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "base/files.h"
#include "base/json.h"

namespace juesuan {
namespace fs = std::filesystem;

namespace {

constexpr char kIdentityFile[] = "document.json";

// Where a checkout keeps what an installation has under share/juesuan.
fs::path CheckoutFolder(const std::string& name) {
  const fs::path source = JUESUAN_SOURCE_DIR;
  if (name == "forms") return source / "extract" / "forms";
  if (name == "narrative") return source / "extract" / "narrative";
  if (name == "rules") return source / "check" / "rules";
  return source / "third_party" / name;
}

std::string PageName(int page) {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "page-%04d", page);
  return name.data();
}

}  // namespace

fs::path DocumentFolder(const fs::path& work, const std::string& sha256) {
  return work / sha256.substr(0, 16);
}

fs::path RasterFile(const fs::path& folder, int page) {
  return folder / "ingest" / (PageName(page) + ".png");
}

fs::path MarkedRasterFile(const fs::path& folder, int page) {
  return folder / "ingest" / (PageName(page) + "-marked.png");
}

Status WriteIdentity(const fs::path& folder, const Identity& identity) {
  Json json = Json::Object();
  json.Set("sha256", identity.sha256).Set("file", identity.file).Set("pages", identity.pages);
  return WriteFileAtomically(folder / kIdentityFile, json.Dump() + "\n");
}

Result<Identity> ReadIdentity(const fs::path& folder) {
  JUESUAN_TRY(const std::string text, ReadFile(folder / kIdentityFile));
  JUESUAN_TRY(const Json json, Json::Parse(text));
  Identity identity{json.Str("sha256"), json.Str("file"), static_cast<int>(json.Int("pages"))};
  if (identity.sha256.size() != 64)
    return MakeError(ErrorCode::kMalformed, "'" + folder.string() + "' names no document");
  return identity;
}

std::vector<fs::path> DocumentFolders(const fs::path& path) {
  if (fs::exists(path / kIdentityFile)) return {path};
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path, error))
    if (entry.is_directory() && fs::exists(entry.path() / kIdentityFile))
      folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

fs::path DataFolder(const std::string& name) {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    fs::path installed = program.parent_path().parent_path() / "share" / "juesuan" / name;
    if (fs::exists(installed)) return installed;
  }
  return CheckoutFolder(name);
}

}  // namespace juesuan
