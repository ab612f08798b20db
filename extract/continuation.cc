#include "extract/continuation.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "extract/columns.h"

namespace juesuan {
namespace {

using RowId = std::pair<std::string, std::string>;  // panel and key
using CellId = std::tuple<std::string, std::string, std::string>;

CellId IdOf(const Record& record) { return {record.panel, record.row_key, record.col_key}; }

std::set<RowId> RowsOf(const MappedTable& table) {
  std::set<RowId> rows;
  for (const Record& record : table.records) rows.insert({record.panel, record.row_key});
  return rows;
}

constexpr char kTotal[] = "合计";  // the key of that row (row_keys.cc)
constexpr int kMostlyKnown = 4;    // rows that are known for one that is not

// Whether the columns and the rows are those of the form. `misread`: a row may be told wrongly, as
// a recogniser does under a mark.
bool Fits(const MappedTable& table, bool misread) {
  const int unknown = misread ? kMostlyKnown * table.unknown_rows : table.unknown_rows;
  return table.found == table.required && table.required > 0 && table.unknown_columns == 0 &&
         table.known_rows > 0 && (misread ? unknown <= table.known_rows : unknown == 0);
}

bool IsFromPixels(const TableGrid& grid) {
  return std::any_of(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) {
    return !cell.lines.empty() && !cell.lines.front().readings.empty() &&
           cell.lines.front().readings.front().by != Reader::kLayer;
  });
}

// `grid` without its first `own` rows, under the header rows of the table it continues.
TableGrid WithHeaderOf(const TableGrid& before, int header_rows, const TableGrid& grid, int own) {
  TableGrid out = grid;
  out.rows += header_rows - own;
  out.cells.clear();
  for (const GridCell& cell : before.cells)
    if (cell.row < header_rows) out.cells.push_back(cell);
  for (GridCell cell : grid.cells) {
    if (cell.row < own) continue;
    cell.row += header_rows - own;
    out.cells.push_back(std::move(cell));
  }
  return out;
}

MappedTable MapUnderHeaderOf(const ClaimedTable& before, const ClaimedTable& table,
                             const FormWords& words) {
  const FormPack& form = *before.classified.form;
  const int first = before.head.first_row;
  const int header_rows = MapColumns(*before.grid, first, form, words).header_rows;
  const int own = MapColumns(*table.grid, table.head.first_row, form, words).header_rows;
  const TableGrid whole = WithHeaderOf(*before.grid, header_rows, *table.grid, own);
  MappedTable mapped =
      MapTable(whole, first, form, words, before.head.unit, SectionAbove(table.head, form));
  for (Record& record : mapped.records) record.row += own - header_rows;
  for (Reject& reject : mapped.rejects) reject.row += own - header_rows;
  return mapped;
}

// `before` is the titled table the part continues. A form in sections may be cut between them; a
// section's own header does not repeat every word (行次), so the first one's holds.
void ClaimUntitled(const FormPacks& packs, const ClaimedTable& before, ClaimedTable* table) {
  const FormPack& form = *before.classified.form;
  MappedTable mapped = MapTable(*table->grid, table->head.first_row, form, packs.words(),
                                before.head.unit, SectionAbove(table->head, form));
  const bool bare = mapped.found == 0 || form.HasSections();
  if (bare && table->grid->cols == before.grid->cols)
    mapped = MapUnderHeaderOf(before, *table, packs.words());
  if (!Fits(mapped, IsFromPixels(*table->grid))) return;
  // That it goes on is then told by its columns alone.
  table->classified.by_content = !Fits(mapped, false);
  table->head.unit = before.head.unit;
  table->classified.form = &form;
  table->classified.score = before.classified.score;
  table->classified.title.printed = before.classified.title.printed;
  table->mapped = std::move(mapped);
}

void Unclaim(const ClaimedTable& kept, ClaimedTable* table) {
  table->classified.form = nullptr;
  table->classified.why = "与第" + std::to_string(kept.grid->number) + "张表同为“" +
                          kept.classified.title.printed + "”，重复印出";
  table->mapped = MappedTable();
}

// Drops what an earlier part already gave; what differs from it is suspect.
void DropRepeated(const ClaimedTable& earlier, ClaimedTable* table) {
  std::map<CellId, std::string> given;
  for (const Record& record : earlier.mapped.records) given[IdOf(record)] = record.raw;
  std::vector<Record> kept;
  for (Record& record : table->mapped.records) {
    const auto seen = given.find(IdOf(record));
    if (seen != given.end() && seen->second == record.raw) continue;
    if (seen != given.end()) {
      record.status = CellStatus::kSuspect;
      AddDoubt("同一栏在另一页印作“" + seen->second + "”", &record.doubt);
    }
    kept.push_back(std::move(record));
  }
  table->mapped.records = std::move(kept);
}

// A 分单位 table has rows of its own too, but they are none of the form's.
bool MostlyKnown(const MappedTable& table) { return table.unknown_rows * 2 <= table.known_rows; }

// `touching`: nothing but parts of the same form stands between them.
void SettlePair(bool touching, ClaimedTable* earlier, ClaimedTable* later) {
  const std::set<RowId> a = RowsOf(earlier->mapped), b = RowsOf(later->mapped);
  long known = 0, all = 0;
  for (const RowId& row : b) {
    // A page that repeats the total above its one row goes on all the same.
    if (row.second == kTotal) continue;
    ++all;
    known += static_cast<long>(a.count(row));
  }
  const bool has_own = known * 2 < all;
  if (has_own && touching && MostlyKnown(earlier->mapped) && MostlyKnown(later->mapped)) {
    DropRepeated(*earlier, later);
  } else if (later->classified.score > earlier->classified.score) {
    Unclaim(*later, earlier);
  } else {
    Unclaim(*earlier, later);
  }
}

}  // namespace

void SettleClaims(const FormPacks& packs, std::vector<ClaimedTable>* tables) {
  for (ClaimedTable& table : *tables) {
    if (table.classified.form == nullptr) continue;
    table.mapped =
        MapTable(*table.grid, table.head.first_row, *table.classified.form, packs.words(),
                 table.head.unit, SectionAbove(table.head, *table.classified.form));
  }
  size_t root = 0;
  for (size_t i = 1; i < tables->size(); ++i) {
    ClaimedTable& table = (*tables)[i];
    const bool untitled =
        table.classified.form == nullptr && table.classified.title.kind == TitleKind::kNone;
    if (!untitled) root = i;
    const ClaimedTable& before = (*tables)[root];
    if (!untitled || before.classified.form == nullptr) continue;
    ClaimUntitled(packs, before, &table);
    // What does not continue it ends it.
    if (table.classified.form == nullptr) root = i;
  }
  for (size_t i = 1; i < tables->size(); ++i) {
    bool touching = true;
    for (size_t j = i; j-- > 0;) {
      ClaimedTable &later = (*tables)[i], &earlier = (*tables)[j];
      if (later.classified.form == nullptr) break;
      if (earlier.classified.form == later.classified.form) {
        SettlePair(touching, &earlier, &later);
      } else {
        touching = false;
      }
    }
  }
}

}  // namespace juesuan
