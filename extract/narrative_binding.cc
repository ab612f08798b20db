#include "extract/narrative_binding.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsCode(const std::string& line) {
  return (line.size() == 3 || line.size() == 5 || line.size() == 7) &&
         std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string NameOf(const std::string& form, const std::string& line, const std::string& measure) {
  return form + "\n" + line + "\n" + measure;
}

// 教育支出 and 教育, 公务用车运行维护费 and 公务用车运行维护费用: what prose leaves out or adds.
std::string Core(std::string name) {
  for (const std::string_view tail : {"支出", "费用", "费"}) {
    const size_t at = name.size() - std::min(name.size(), tail.size());
    if (at > 0 && name.compare(at, tail.size(), tail) == 0) return name.substr(0, at);
  }
  return name;
}

std::string ShortKey(const Record& record) {
  return record.form + "/" + record.row_key + "/" + record.col_key;
}

}  // namespace

const Pattern& CodePath() {
  static const Pattern kPath =
      MustCompile(R"(([^,;:。、()]+)\(类\)(?:([^,;:。]+?)\(款\)(?:([^,;:。]+?)\(项\))?)?)");
  return kPath;
}

RecordNames::RecordNames(const DocumentFacts& facts, const FormPacks& packs) : packs_(packs) {
  std::map<std::string, size_t> seen;
  for (const Record& record : facts.records) {
    if (!record.project.empty()) continue;
    ++keys_[ShortKey(record)];
    records_[NameOf(record.form, record.line, record.measure)].push_back(&record);
    if (!IsCode(record.line)) continue;
    std::vector<Row>& rows = rows_[record.form];
    const auto [row, is_new] = seen.emplace(record.form + record.line, rows.size());
    if (is_new) rows.push_back({record.line, MatchForm(record.row_label), record.row_label, false});
    if (record.kind == CellKind::kNumber) rows[row->second].has_number = true;
  }
}

const Record* RecordNames::Find(const std::vector<CellName>& cells, const std::string& line) const {
  std::vector<const Record*> there;
  for (const CellName& cell : cells) {
    const auto found =
        records_.find(NameOf(cell.form, cell.line.empty() ? line : cell.line, cell.measure));
    if (found == records_.end() || found->second.size() != 1) continue;
    if (&cell == &cells.front()) return found->second.front();
    there.push_back(found->second.front());
  }
  const auto printed = [](const Record* record) {
    return record->value && record->value->mantissa != 0;
  };
  const auto numbers = std::count_if(there.begin(), there.end(), printed);
  if (there.empty() || numbers > 1) return nullptr;
  return numbers == 0 ? there.front() : *std::find_if(there.begin(), there.end(), printed);
}

// The one row of that name below `above`, of that many digits (0: of the highest level that has the
// name); "" if there is none, or more than one.
std::string RecordNames::CodeNamed(const std::string& form, const std::string& name,
                                   const std::string& above, size_t digits) const {
  const auto rows = rows_.find(form);
  if (rows == rows_.end() || name.empty()) return "";
  for (const bool exact : {true, false}) {
    std::vector<const Row*> found;
    for (const Row& row : rows->second) {
      if (row.code.compare(0, above.size(), above) != 0 || row.code == above) continue;
      if (digits != 0 && row.code.size() != digits) continue;
      if (!(exact ? row.label == name : Core(row.label) == Core(name))) continue;
      if (!found.empty() && row.code.size() > found.front()->code.size()) continue;
      if (!found.empty() && row.code.size() < found.front()->code.size()) found.clear();
      found.push_back(&row);
    }
    if (found.size() == 1) return found.front()->code;
    const auto printed = [](const Row* row) { return row->has_number; };
    if (std::count_if(found.begin(), found.end(), printed) == 1)
      return (*std::find_if(found.begin(), found.end(), printed))->code;
    if (!found.empty()) return "";
  }
  return "";
}

std::string RecordNames::CodeOfPath(const std::string& form,
                                    const std::vector<std::string>& names) const {
  std::string above;
  for (size_t level = 0; level < names.size(); ++level) {
    const size_t digits = 3 + 2 * level;
    std::string code = CodeNamed(form, names[level], above, digits);
    // A 款 under another name than the table's: the 项 may still be the only one of its name.
    if (code.empty() && level != 1) return "";
    if (!code.empty()) above = code;
  }
  return above.size() == 1 + 2 * names.size() ? above : "";
}

std::string RecordNames::CodeOf(const std::string& form, std::string_view phrase) const {
  std::vector<std::string> names = CodePath().GroupsOfWhole(phrase);
  while (!names.empty() && names.back().empty()) names.pop_back();
  if (!names.empty()) return CodeOfPath(form, names);
  const std::string name(phrase);
  if (const std::string code = CodeNamed(form, name, "", 0); !code.empty()) return code;
  const FormPack* pack = packs_.Find(form);
  if (pack == nullptr) return "";
  std::vector<std::string> codes;
  for (const LineItem& line : pack->lines)
    if (!line.code.empty() && IsExactly(name, line.labels)) codes.push_back(line.code);
  return codes.size() == 1 ? codes.front() : "";
}

std::string RecordNames::LabelOf(const std::string& form, const std::string& code) const {
  const auto rows = rows_.find(form);
  if (rows == rows_.end()) return "";
  for (const Row& row : rows->second)
    if (row.code == code) return row.printed;
  return "";
}

std::string RecordNames::KeyOf(const Record& record) const {
  const std::string key = ShortKey(record);
  if (keys_.at(key) == 1) return key;
  return record.form + "/" + record.panel + "/" + record.row_key + "/" + record.col_key;
}

}  // namespace juesuan
