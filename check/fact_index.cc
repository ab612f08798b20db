#include "check/fact_index.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"

namespace juesuan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsOf(const FormRow& row, const Record& record) {
  return row.table == record.table && row.grid_row == record.row && row.panel == record.panel;
}

// The row of a record. Records come row by row, so it is nearly always the last one; the sides of a
// two-sided form take turns.
size_t RowFor(const Record& record, FormTable* table,
              std::map<std::tuple<int, int, std::string>, size_t>* rows) {
  if (!table->rows.empty() && IsOf(table->rows.back(), record)) return table->rows.size() - 1;
  const auto key = std::make_tuple(record.table, record.row, record.panel);
  const auto [found, is_new] = rows->emplace(key, table->rows.size());
  if (is_new) {
    FormRow row;
    row.panel = record.panel;
    row.key = record.row_key;
    row.line = record.line;
    row.label = record.row_label;
    row.table = record.table;
    row.grid_row = record.row;
    row.is_code = IsFunctionalOrEconomicCode(record.line);
    table->rows.push_back(std::move(row));
  }
  return found->second;
}

void AddRecord(const Record& record, int index, FormTable* table,
               std::map<std::tuple<int, int, std::string>, size_t>* rows) {
  const size_t row = RowFor(record, table, rows);
  table->rows[row].cells.emplace_back(record.measure, index);
  auto& measures = table->measures;
  if (std::find(measures.begin(), measures.end(), record.measure) == measures.end())
    measures.push_back(record.measure);
}

void FindParents(FormTable* table) {
  for (size_t i = 0; i < table->rows.size(); ++i) {
    FormRow& row = table->rows[i];
    for (size_t length = row.line.size(); row.is_code && row.parent < 0 && length > 3;) {
      length -= 2;
      const auto found = table->by_line.find(row.line.substr(0, length));
      if (found != table->by_line.end()) row.parent = found->second.front();
    }
    if (row.parent >= 0)
      table->rows[static_cast<size_t>(row.parent)].children.push_back(static_cast<int>(i));
  }
}

// The scale most amounts are printed with, so that a 150 among 303.99 and 63.96 is 150.00.
int CommonScale(const FormTable& table, const DocumentFacts& facts) {
  std::map<int, int> counts;
  int amounts = 0;
  for (const FormRow& row : table.rows)
    for (const auto& [measure, index] : row.cells) {
      const Record& record = facts.records[static_cast<size_t>(index)];
      if (!record.value || record.value->mantissa == 0 || FenPerUnit(record.unit) == 0) continue;
      ++counts[record.value->scale];
      ++amounts;
    }
  for (const auto& [scale, count] : counts)
    if (2 * count > amounts) return scale;
  return 0;
}

bool HasDigit(const std::string& text) { return std::any_of(text.begin(), text.end(), IsDigit); }

// Tables that print something which is in no record.
std::set<int> TablesWithLosses(const DocumentFacts& facts) {
  std::set<int> lost;
  for (const Reject& reject : facts.rejects) {
    const bool has_record = reject.code == "not_an_amount" || reject.code == "unread";
    if (!has_record && HasDigit(MatchForm(reject.text))) lost.insert(reject.table);
  }
  for (const TableClaim& claim : facts.tables)
    for (const PageFailure& failure : facts.failures)
      if (failure.page >= claim.first_page && failure.page <= claim.last_page + 1)
        lost.insert(claim.table);
  return lost;
}

}  // namespace

bool IsFunctionalOrEconomicCode(std::string_view line) {
  return (line.size() == 3 || line.size() == 5 || line.size() == 7) &&
         std::all_of(line.begin(), line.end(), IsDigit);
}

int FormRow::Find(std::string_view measure) const {
  for (const auto& [name, index] : cells)
    if (name == measure) return index;
  return -1;
}

bool FormTable::HasCodes() const {
  return std::any_of(rows.begin(), rows.end(), [](const FormRow& row) { return row.is_code; });
}

int FormTable::Find(std::string_view line, std::string_view measure) const {
  const auto found = by_line.find(line);
  if (found == by_line.end()) return -1;
  int index = -1;
  for (const int row : found->second) {
    const int here = rows[static_cast<size_t>(row)].Find(measure);
    if (here < 0) continue;
    if (index >= 0) return -2;
    index = here;
  }
  return index;
}

FactIndex::FactIndex(const DocumentFacts& facts) : facts_(&facts) {
  std::map<std::string, std::vector<int>> by_form;
  for (size_t i = 0; i < facts.records.size(); ++i)
    if (facts.records[i].project.empty())
      by_form[facts.records[i].form].push_back(static_cast<int>(i));
  const std::set<int> lost = TablesWithLosses(facts);
  for (const auto& [form, records] : by_form) {
    FormTable table;
    table.form = form;
    std::map<std::tuple<int, int, std::string>, size_t> rows;
    for (const int index : records) {
      const Record& record = facts.records[static_cast<size_t>(index)];
      AddRecord(record, index, &table, &rows);
      if (lost.count(record.table) > 0) table.lost = true;
    }
    for (size_t i = 0; i < table.rows.size(); ++i)
      if (!table.rows[i].line.empty())
        table.by_line[table.rows[i].line].push_back(static_cast<int>(i));
    for (const auto& [line, at] : table.by_line)
      if (at.size() > 1 && IsFunctionalOrEconomicCode(line)) table.lost = true;
    FindParents(&table);
    table.common_scale = CommonScale(table, facts);
    tables_.push_back(std::move(table));
  }
}

const FormTable* FactIndex::Find(const std::string& form) const {
  // A dozen of them, asked for at every cell of every formula: a map is slower.
  for (const FormTable& table : tables_)
    if (table.form == form) return &table;
  return nullptr;
}

}  // namespace juesuan
