// The cells that nothing proves and that matter are read again, by the second engine, and larger
// where the page has more to show.
//
// Only where the words came from pixels and the arithmetic leaves a doubt: so the time it costs
// stands where the doubt is. What the second engine says is added to a record's readings; what
// follows from it is check's to say.
#pragma once

#include <vector>

#include "app/open_pdf.h"
#include "base/facts.h"
#include "base/tables.h"
#include "check/check.h"
#include "ocr/page_reader.h"

namespace juesuan {

// The artefact reread/readings.jsonl: one line a cell that was read again.
constexpr char kRereadFile[] = "reread/readings.jsonl";
constexpr char kRereadFormat[] = "juesuan.reread";
constexpr int kRereadVersion = 1;

struct SecondReading {
  int table = 0, row = 0, col = 0;  // the cell, as Record has it
  std::vector<Reading> readings;    // of the second engine; none if it sees nothing
};

// Where `facts`, as `report` judges them, need a second reading: a record read from pixels by one
// engine that is suspect, or an amount other than nought that no identity proves; but not one that
// was read surely and is suspect for its row or unit. Indices into facts.records.
std::vector<size_t> CellsInDoubt(const DocumentFacts& facts, const CheckReport& report);

// Reads those cells of the PDF again. A page that cannot be drawn leaves its cells as they are.
// Errors: what PdfDocument::Open says, or the engine.
Result<std::vector<SecondReading>> ReadAgain(OpenPdf* pdf, const DocumentLayout& layout,
                                             const DocumentFacts& facts,
                                             const std::vector<size_t>& cells, PageReader* reader);

// Adds them behind the records' own readings.
void AddReadings(const std::vector<SecondReading>& second, DocumentFacts* facts);

std::vector<Json> ToJson(const std::vector<SecondReading>& readings);
std::vector<SecondReading> SecondReadingsFromJson(const std::vector<Json>& items);

}  // namespace juesuan
