#include "check/form_names.h"

#include <algorithm>
#include <vector>

#include "base/files.h"
#include "base/toml.h"

namespace juesuan {
namespace {

constexpr char kTotal[] = "合计";

bool IsCode(const std::string& text) {
  return (text.size() == 3 || text.size() == 5 || text.size() == 7) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

FormNames NamesOf(const TomlValue& pack) {
  FormNames names;
  names.title = pack.TextOr("title", "");
  names.number = static_cast<int>(pack.IntOr("number", 0));
  const std::string rows = pack.TextOr("rows", "");
  names.has_codes = rows == "functional" || rows == "economic";
  if (names.has_codes) names.lines.insert(kTotal);
  for (const TomlValue& measure : pack.Tables("measure"))
    names.measures.insert(measure.Text("name"));
  for (const TomlValue& panel : pack.Tables("panel")) names.panels.insert(panel.Text("name"));
  for (const TomlValue& half : pack.Tables("half")) {
    names.lines.insert(half.Text("name"));
    names.panels.insert(half.Text("name"));
  }
  if (pack.Has("vocabulary"))
    for (const TomlValue& line : pack.At("vocabulary").Tables("lines"))
      if (!line.Has("code")) names.lines.insert(line.Text("name"));
  return names;
}

}  // namespace

bool FormNames::HasLine(const std::string& line) const {
  return lines.count(line) > 0 || (has_codes && IsCode(line));
}

Result<FormCatalogue> LoadFormNames(const std::filesystem::path& forms) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(forms, error))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (error || files.empty())
    return MakeError(ErrorCode::kNotFound, "no form packs in " + forms.string());
  std::sort(files.begin(), files.end());
  FormCatalogue catalogue;
  for (const auto& file : files) {
    JUESUAN_TRY(const std::string text, ReadFile(file));
    JUESUAN_TRY(const TomlValue pack, TomlValue::Parse(text, file.filename().string()));
    if (pack.Has("id")) catalogue[pack.Text("id")] = NamesOf(pack);
    if (pack.complaint().Any()) return pack.complaint().Take();
  }
  return catalogue;
}

}  // namespace juesuan
