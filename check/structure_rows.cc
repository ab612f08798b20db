#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

// A 行次; 0 for another key.
int RowNumber(std::string_view key) {
  if (key.empty() || key.size() > 4) return 0;
  int number = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

FindingCell RowOf(const StructureInput& input, const FormTable& table, const FormRow& row) {
  FindingCell cell;
  cell.form = table.form;
  cell.row_key = row.key;
  cell.raw = row.label;
  cell.table = row.table;
  cell.row = row.grid_row;
  if (row.cells.empty()) return cell;
  const Record& record =
      input.document->facts.records[static_cast<size_t>(row.cells.front().second)];
  cell.page = record.page;
  cell.box = record.box;
  cell.col_key = record.col_key;
  cell.col = record.col;
  return cell;
}

bool InDoubt(const StructureInput& input, const FormRow& row) {
  const auto& records = input.document->facts.records;
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const auto& cell) {
    const Record& record = records[static_cast<size_t>(cell.second)];
    return record.doubt.find("行次") != std::string::npos ||
           record.doubt.find("科目") != std::string::npos;
  });
}

StructureResult NumbersOf(const StructureInput& input, const FormTable& table) {
  StructureResult result;
  result.place = NumberOf(input, table.form) + " 行次";
  std::map<int, const FormRow*> seen;
  std::vector<std::string> twice, missing;
  bool doubt = table.lost;
  for (const FormRow& row : table.rows) {
    const int number = RowNumber(row.key);
    doubt = doubt || number == 0 || InDoubt(input, row);
    if (number > 0 && !seen.emplace(number, &row).second) twice.emplace_back(row.key);
  }
  int next = 1;
  for (const auto& [number, row] : seen) {
    for (; next < number; ++next) {
      missing.push_back(std::to_string(next));
      result.cells.push_back(RowOf(input, table, *row));
    }
    next = number + 1;
  }
  result.lhs = seen.empty() ? "" : "1.." + std::to_string(seen.rbegin()->first);
  if (doubt) {
    result.outcome = Outcome::kSkipped;
  } else if (!twice.empty() || !missing.empty()) {
    result.outcome = Outcome::kViolated;
    result.message = "行次不连续：";
    if (!missing.empty()) result.message += "缺" + JoinTexts(missing, "、");
    if (!twice.empty()) result.message += "重" + JoinTexts(twice, "、");
    result.message += "。";
  }
  if (result.outcome != Outcome::kViolated) result.cells.clear();
  return result;
}

// What is wrong with a table's codes: a parent of a level the table uses is not there, a code
// stands twice, codes do not rise within a panel.
StructureResult CodesOf(const StructureInput& input, const FormTable& table) {
  StructureResult result;
  result.place = table.form;
  std::set<size_t> levels;
  std::set<std::string_view> codes;
  std::map<std::string_view, std::string_view> last;  // by panel
  bool doubt = table.lost, sorted = true;
  std::vector<std::string> orphans, twice;
  for (const FormRow& row : table.rows)
    if (row.is_code) levels.insert(row.line.size());
  for (const FormRow& row : table.rows) {
    if (!row.is_code) continue;
    doubt = doubt || InDoubt(input, row);
    if (!codes.insert(row.line).second) twice.emplace_back(row.line);
    std::string_view& before = last[row.panel];
    sorted = sorted && before < row.line;
    before = row.line;
    for (size_t level = 3; level < row.line.size(); level += 2)
      if (levels.count(level) > 0 && table.by_line.count(row.line.substr(0, level)) == 0) {
        orphans.emplace_back(row.line);
        result.cells.push_back(RowOf(input, table, row));
      }
  }
  result.lhs = std::to_string(codes.size());
  if (doubt && twice.empty()) {
    result.outcome = Outcome::kSkipped;
  } else if (!orphans.empty() || !twice.empty()) {
    result.outcome = Outcome::kViolated;
    if (!orphans.empty()) result.message = "科目" + JoinTexts(orphans, "、") + "没有上级科目行。";
    if (!twice.empty()) result.message = "科目" + JoinTexts(twice, "、") + "出现两次。";
  } else if (!sorted) {
    result.outcome = Outcome::kSoft;
    result.message = "科目代码没有按顺序排列。";
  }
  if (result.outcome == Outcome::kSkipped) result.cells.clear();
  return result;
}

// One code, one name, in every functional table.
StructureResult NamesOf(const StructureInput& input, const std::vector<const FormTable*>& tables) {
  StructureResult result;
  std::map<std::string_view, const FormRow*> named;
  std::vector<std::string> differing, places;
  for (const FormTable* table : tables) {
    places.push_back(table->form.substr(3));
    for (const FormRow& row : table->rows) {
      if (!row.is_code || row.label.empty() || InDoubt(input, row)) continue;
      const auto [found, is_new] = named.emplace(row.line, &row);
      if (is_new || MatchForm(found->second->label) == MatchForm(row.label)) continue;
      differing.push_back(std::string(row.line) + "“" + std::string(found->second->label) + "”与“" +
                          std::string(row.label) + "”");
      result.cells.push_back(RowOf(input, *table, row));
    }
  }
  result.place = "names " + JoinTexts(places, "=");
  if (!differing.empty()) {
    result.outcome = Outcome::kViolated;
    result.message = "同一科目名称不同：" + JoinTexts(differing, "；") + "。";
  }
  return result;
}

}  // namespace

std::vector<StructureResult> CheckRowNumbers(const StructureInput& input) {
  std::vector<StructureResult> out;
  for (const std::string& form : input.rule->forms) {
    const FormTable* table = input.index->Find(form);
    if (table == nullptr) continue;
    const auto numbered = std::count_if(table->rows.begin(), table->rows.end(),
                                        [](const FormRow& row) { return RowNumber(row.key) > 0; });
    // A form printed without 行次 has nothing to check.
    if (2 * static_cast<size_t>(numbered) < table->rows.size()) continue;
    out.push_back(NumbersOf(input, *table));
  }
  return out;
}

std::vector<StructureResult> CheckCodes(const StructureInput& input) {
  std::vector<StructureResult> out;
  std::vector<const FormTable*> functional;
  for (const std::string& form : input.rule->forms) {
    const FormTable* table = input.index->Find(form);
    if (table == nullptr || !table->HasCodes()) continue;
    out.push_back(CodesOf(input, *table));
    const bool seven = std::any_of(table->rows.begin(), table->rows.end(), [](const FormRow& row) {
      return row.is_code && row.line[0] == '2';
    });
    if (seven) functional.push_back(table);
  }
  if (functional.size() > 1) out.push_back(NamesOf(input, functional));
  return out;
}

}  // namespace juesuan
