#include "extract/extract.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "extract/classify.h"
#include "extract/continuation.h"
#include "extract/cover.h"
#include "extract/narrative_reader.h"
#include "extract/performance.h"
#include "extract/precision.h"

namespace juesuan {
namespace {

// A performance form is told by its blocks, all or nothing.
constexpr int kPerformanceScore = 100;

template <typename Table>
void MoveBoxes(const DocumentLayout& layout, Table* table) {
  const auto move = [&](int page, Box* box) {
    if (const Frame* frame = layout.FrameOf(page)) *box = Round2(ToDisplayed(*box, *frame));
  };
  for (Record& record : table->records) move(record.page, &record.box);
  for (Reject& reject : table->rejects) move(reject.page, &reject.box);
}

TableClaim MakeClaim(const ClaimedTable& table) {
  TableClaim claim;
  claim.table = table.grid->number;
  if (table.classified.form != nullptr) {
    claim.form = table.classified.form->id;
    claim.pack = table.classified.form->file;
  }
  claim.score = table.classified.score;
  claim.title = table.classified.title.printed;
  claim.printed_code = table.head.printed_code;
  claim.unit = table.head.unit;
  claim.department = table.head.department;
  claim.year = table.head.year;
  claim.declared_empty = table.head.declared_empty;
  claim.note = table.head.note;
  claim.why = table.classified.form == nullptr ? table.classified.why : "";
  if (!table.grid->parts.empty()) {
    claim.first_page = table.grid->parts.front().page;
    claim.last_page = table.grid->parts.back().page;
  }
  return claim;
}

// The unit on which the tables agree that print one: all of them, or the claimed ones; that surely
// do so, or as far as can be seen.
Unit CommonUnit(const std::vector<ClaimedTable>& tables, bool claimed, bool sure) {
  std::set<Unit> units;
  for (const ClaimedTable& table : tables)
    if ((!claimed || table.classified.form != nullptr) && table.head.unit != Unit::kNone &&
        (!sure || table.head.unit_sure))
      units.insert(table.head.unit);
  return units.size() == 1 ? *units.begin() : Unit::kNone;
}

// Units that are not printed, or hardly seen, are those of the other tables. One that they do not
// confirm stays in doubt, and so does one that only unclaimed tables print, or none surely.
void SettleUnits(std::vector<ClaimedTable>* tables) {
  const Unit claimed = CommonUnit(*tables, true, true);
  Unit common = claimed;
  if (common == Unit::kNone) common = CommonUnit(*tables, false, true);
  if (common == Unit::kNone) common = CommonUnit(*tables, false, false);
  for (ClaimedTable& table : *tables) {
    TableHead& head = table.head;
    if (table.classified.form == nullptr || (head.unit != Unit::kNone && head.unit_sure)) continue;
    const bool known = claimed != Unit::kNone;
    head.unit_sure =
        head.unit == Unit::kNone ? known || common == Unit::kNone : known && head.unit == common;
    if (common != Unit::kNone) head.unit = common;
  }
}

// An amount is as doubtful as the unit of its table.
void DoubtUnit(const TableHead& head, MappedTable* table) {
  for (Record& record : table->records) {
    if (!record.value || record.unit != head.unit) continue;
    record.status = CellStatus::kSuspect;
    record.doubt = std::string(kUnitDoubt) + "表头单位识别把握低或读数不一";
  }
}

// The amounts of a table whose title was misread.
void DoubtForm(const FormPack& form, MappedTable* table) {
  for (Record& record : table->records) {
    if (!record.value) continue;
    record.status = CellStatus::kSuspect;
    record.doubt =
        std::string(kKeyDoubt) + "题名未能辨认，按栏目与行认作“" + form.titles.front().text + "”";
  }
}

// An amount under the words of one side of the form whose row is of the other side, as where the
// labels of the second side went unread.
void DoubtSides(const FormPack& form, MappedTable* table) {
  // A panel of a sheet with several is named after its place and its side, as P2 and 公用经费.
  const auto is_side = [](const std::string& panel, const std::string& side) {
    return panel.size() >= side.size() &&
           panel.compare(panel.size() - side.size(), side.size(), side) == 0;
  };
  for (Record& record : table->records) {
    if (!record.value || record.panel.empty()) continue;
    for (const FormPanel& panel : form.panels) {
      if (is_side(record.panel, panel.name)) continue;
      if (std::count(record.col_path.begin(), record.col_path.end(), panel.name) == 0) continue;
      record.status = CellStatus::kSuspect;
      record.doubt = std::string(kKeyDoubt) + "列在“" + panel.name + "”一侧";
    }
  }
}

// Two figures of one row that claim one place: it cannot be told whose each of them is.
void DoubtTwins(MappedTable* table) {
  std::map<std::vector<std::string>, Record*> seen;
  for (Record& record : table->records) {
    if (!record.value) continue;
    Record*& first = seen[{std::to_string(record.page), record.panel, record.row_key, record.line,
                           record.col_key, record.measure}];
    if (first == nullptr) {
      first = &record;
      continue;
    }
    const double y = record.box.Center().y;
    if (y < first->box.y0 || y > first->box.y1) continue;
    for (Record* twin : {first, &record}) {
      twin->status = CellStatus::kSuspect;
      twin->doubt = std::string(kKeyDoubt) + "同一行有两个金额归于同一项";
    }
  }
}

// Tables by functional code number their columns all or none. In one that seems not to, while most
// others do, 栏次 were not told: the amounts read from its picture then stand under the wrong keys.
void DoubtUnnumbered(std::vector<ClaimedTable>* tables) {
  constexpr int kFewest = 2;
  int numbered = 0, others = 0;
  const auto is_coded = [](const ClaimedTable& table) {
    return table.classified.form != nullptr &&
           table.classified.form->rows == RowKind::kFunctional && !table.mapped.records.empty();
  };
  for (const ClaimedTable& table : *tables)
    if (is_coded(table)) ++(table.mapped.numbered ? numbered : others);
  if (numbered < kFewest || numbered <= others) return;
  for (ClaimedTable& table : *tables) {
    if (!is_coded(table) || table.mapped.numbered) continue;
    for (Record& record : table.mapped.records) {
      if (!record.value || record.readings.empty() || record.readings.front().by == Reader::kLayer)
        continue;
      record.status = CellStatus::kSuspect;
      record.doubt = std::string(kKeyDoubt) + "他表印有栏次，此表未能辨认";
    }
  }
}

// The value most heads print; the first printed among equals.
std::string MostPrinted(const std::vector<ClaimedTable>& tables, std::string TableHead::*field) {
  std::map<std::string, int> counts;
  std::string best;
  for (const ClaimedTable& table : tables) {
    const std::string& value = table.head.*field;
    if (table.classified.form == nullptr || value.empty()) continue;
    if (++counts[value] > counts[best] || best.empty()) best = value;
  }
  return best;
}

// A name wrapped around other words of the head: the rest of the document's name is a line of it.
void CompleteDepartment(const std::string& name, TableHead* head) {
  if (head->department.empty() || name.size() <= head->department.size()) return;
  if (name.compare(0, head->department.size(), head->department) != 0) return;
  const std::string rest = name.substr(head->department.size());
  for (const std::string& line : head->lines)
    if (MatchForm(line) == rest) head->department = name;
}

template <typename Table>
void Take(const DocumentLayout& layout, Table* table, DocumentFacts* facts) {
  MoveBoxes(layout, table);
  std::move(table->records.begin(), table->records.end(), std::back_inserter(facts->records));
  std::move(table->rejects.begin(), table->rejects.end(), std::back_inserter(facts->rejects));
}

// The claims of performance forms; `facts` has a claim for every table, in their order.
void TakePerformance(const DocumentLayout& layout, std::vector<PerformanceClaim> claims,
                     DocumentFacts* facts) {
  for (PerformanceClaim& claim : claims) {
    for (const size_t grid : claim.grids) {
      TableClaim& table = facts->tables[grid];
      table.form = claim.form;
      table.pack = kPerformanceFile;
      table.score = kPerformanceScore;
      table.unit = claim.unit;
      table.why.clear();
      if (grid == claim.grids.front() && !claim.title.empty()) table.title = claim.title;
    }
    Take(layout, &claim.table, facts);
  }
}

std::vector<NarrativeFact> ReadNarrative(const DocumentLayout& layout, const DocumentFacts& facts,
                                         const FormPacks& packs) {
  const std::vector<NarrativePassage> passages = NarrativePassages(layout, packs.narrative());
  const RecordNames names(facts, packs);
  NarrativeReader reader(packs.narrative(), names, facts.department, facts.year);
  std::vector<NarrativeFact> out;
  for (const NarrativePassage& passage : passages) reader.Read(passage, &out);
  for (NarrativeFact& fact : out)
    if (const Frame* frame = layout.FrameOf(fact.page))
      fact.box = Round2(ToDisplayed(fact.box, *frame));
  return out;
}

}  // namespace

DocumentFacts Extract(const DocumentLayout& layout, const FormPacks& packs) {
  const Cover cover = ReadCover(layout, packs.words());
  std::vector<ClaimedTable> tables;
  for (const TableGrid& grid : layout.tables) {
    ClaimedTable table;
    table.grid = &grid;
    table.head = ReadHead(grid, packs.words());
    table.classified = Classify(grid, table.head, cover.department, packs);
    tables.push_back(std::move(table));
  }
  SettleUnits(&tables);
  SettleClaims(packs, &tables);
  DoubtUnnumbered(&tables);
  DocumentFacts facts;
  facts.failures = layout.failures;
  facts.department = MostPrinted(tables, &TableHead::department);
  if (facts.department.empty()) facts.department = cover.department;
  int claims = 0;
  for (ClaimedTable& table : tables) {
    CompleteDepartment(facts.department, &table.head);
    facts.tables.push_back(MakeClaim(table));
    if (table.classified.form == nullptr) continue;
    ++claims;
    DoubtSides(*table.classified.form, &table.mapped);
    DoubtTwins(&table.mapped);
    if (table.classified.by_content) DoubtForm(*table.classified.form, &table.mapped);
    if (!table.head.unit_sure) DoubtUnit(table.head, &table.mapped);
    Take(layout, &table.mapped, &facts);
  }
  DoubtPrecision(&facts.records);
  TakePerformance(layout, ClaimPerformance(layout, tables, packs.performance()), &facts);
  facts.year = MostPrinted(tables, &TableHead::year);
  if (facts.year.empty()) facts.year = cover.year;
  const bool account = claims >= 2 || (claims == 1 && cover.is_account);
  facts.kind = account ? kFinalAccount : kOtherKind;
  if (account) facts.narrative = ReadNarrative(layout, facts, packs);
  return facts;
}

}  // namespace juesuan
