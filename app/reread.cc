#include "app/reread.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/page_turn.h"

namespace juesuan {
namespace {

// A page that was drawn for the first reading can be drawn larger; a scan has no more pixels than
// it was read at, and its lines are enlarged one by one.
constexpr double kLargerDpi = 300, kScanDpi = 200;
constexpr double kSure = 0.9;  // the score of a number that a second reading would confirm

using CellKey = std::tuple<int, int, int>;

CellKey KeyOf(const Record& record) { return {record.table, record.row, record.col}; }

bool IsReadOnceFromPixels(const Record& record) {
  return record.readings.size() == 1 && record.readings.front().by == Reader::kPpocr;
}

// A cell of words: nothing adds up over it.
bool IsWords(const Record& record) {
  return record.unit == Unit::kText && record.kind == CellKind::kText;
}

// Whose amount it is, or in which unit, is in doubt, and no other reading of the number settles
// that.
bool IsOfNoAvail(const Record& record) {
  return OutlastsProof(record.doubt) && record.readings.front().score >= kSure;
}

bool IsNought(const Record& record) {
  return !record.value || record.value->ToString().find_first_of("123456789") == std::string::npos;
}

double DpiFor(const Page& page) {
  return page.kind == PageKind::kBornDigital ? kLargerDpi : kScanDpi;
}

// Where the cell lies in its page's upright frame; empty if the layout has no such cell.
Box CellBox(const DocumentLayout& layout, const Record& record) {
  for (const TableGrid& grid : layout.tables) {
    if (grid.number != record.table) continue;
    const GridCell* cell = grid.At(record.row, record.col);
    return cell != nullptr && cell->page == record.page ? cell->box : Box{};
  }
  return {};
}

// Turns the page as it was turned for the first reading.
void SetAsRead(const DocumentLayout& layout, CleanPage* clean) {
  const Frame* frame = layout.FrameOf(clean->page.number);
  if (frame == nullptr) return;
  const int turn = (frame->turn - clean->page.frame.turn + 360) % 360;
  TurnPage(turn, &clean->page);
  clean->raster = TurnRaster(clean->raster, turn);
}

}  // namespace

std::vector<size_t> CellsInDoubt(const DocumentFacts& facts, const CheckReport& report) {
  DocumentFacts judged = facts;
  Apply(report.statuses, &judged);
  std::vector<size_t> cells;
  for (size_t i = 0; i < facts.records.size(); ++i) {
    const CellStatus status = judged.records[i].status;
    const Record& record = facts.records[i];
    if (!IsReadOnceFromPixels(record) || IsWords(record) || IsOfNoAvail(record)) continue;
    if (status == CellStatus::kSuspect ||
        (status == CellStatus::kRead && !IsNought(judged.records[i])))
      cells.push_back(i);
  }
  return cells;
}

Result<std::vector<SecondReading>> ReadAgain(OpenPdf* pdf, const DocumentLayout& layout,
                                             const DocumentFacts& facts,
                                             const std::vector<size_t>& cells, PageReader* reader) {
  std::vector<SecondReading> out;
  if (cells.empty()) return out;
  std::map<int, std::vector<size_t>> by_page;
  for (const size_t i : cells) by_page[facts.records[i].page].push_back(i);
  JUESUAN_TRY(PdfDocument* const document, pdf->Document());
  const IngestedPages ingested = document->ReadPages();
  for (const Page& page : ingested.pages) {
    const auto found = by_page.find(page.number);
    if (found == by_page.end()) continue;
    Result<CleanPage> clean = pdf->Clean(page, DpiFor(page));
    if (!clean.ok()) continue;
    SetAsRead(layout, &*clean);
    std::vector<Box> boxes;
    for (const size_t i : found->second) boxes.push_back(CellBox(layout, facts.records[i]));
    JUESUAN_TRY(auto readings, reader->ReadAgain(clean->page, clean->raster, boxes));
    for (size_t k = 0; k < boxes.size(); ++k) {
      const Record& record = facts.records[found->second[k]];
      out.push_back({record.table, record.row, record.col, std::move(readings[k])});
    }
  }
  return out;
}

void AddReadings(const std::vector<SecondReading>& second, DocumentFacts* facts) {
  std::map<CellKey, const SecondReading*> by_cell;
  for (const SecondReading& each : second) by_cell[{each.table, each.row, each.col}] = &each;
  for (Record& record : facts->records) {
    const auto found = by_cell.find(KeyOf(record));
    if (found == by_cell.end() || !IsReadOnceFromPixels(record)) continue;
    const std::vector<Reading>& readings = found->second->readings;
    record.readings.insert(record.readings.end(), readings.begin(), readings.end());
  }
}

std::vector<Json> ToJson(const std::vector<SecondReading>& readings) {
  std::vector<Json> items;
  for (const SecondReading& each : readings) {
    Json item = Json::Object();
    item.Set("table", each.table).Set("row", each.row).Set("col", each.col);
    items.push_back(item.Set("readings", ToJson(each.readings)));
  }
  return items;
}

std::vector<SecondReading> SecondReadingsFromJson(const std::vector<Json>& items) {
  std::vector<SecondReading> out;
  for (const Json& item : items)
    out.push_back({static_cast<int>(item.Int("table")), static_cast<int>(item.Int("row")),
                   static_cast<int>(item.Int("col")), ReadingsFromJson(item.At("readings"))});
  return out;
}

}  // namespace juesuan
