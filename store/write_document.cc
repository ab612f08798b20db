#include "store/write_document.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/columns.h"
#include "store/narrative.h"
#include "store/write_findings.h"

namespace juesuan {
namespace {

Error Mismatch(const std::string& what, int number) {
  return MakeError(ErrorCode::kMalformed,
                   what + " " + std::to_string(number) + " of the facts is not in the layout");
}

struct Corners {
  int64_t x0, y0, x1, y1;
};

Corners InHundredths(const Box& box) {
  return {ToHundredths(box.x0), ToHundredths(box.y0), ToHundredths(box.x1), ToHundredths(box.y1)};
}

// From the upright frame of its page to the page as displayed.
Result<Corners> Displayed(const Box& upright, int page, const DocumentLayout& layout) {
  const Frame* frame = layout.FrameOf(page);
  if (frame == nullptr)
    return MakeError(ErrorCode::kMalformed, "the layout has a box on page " + std::to_string(page) +
                                                " but no frame of it");
  return InHundredths(ToDisplayed(upright, *frame));
}

Status WritePages(Connection& connection, int64_t document, const DocumentLayout& layout,
                  const DocumentFacts& facts) {
  JUESUAN_TRY(Query page_row, connection.Prepare("INSERT INTO pages VALUES (?,?,?,?,?,?,?)"));
  for (const PageFrame& page : layout.pages) {
    const Frame& frame = page.frame;
    JUESUAN_RETURN_IF_ERROR(page_row.Run(document, page.page, PageKindName(page.kind),
                                         ToHundredths(frame.width), ToHundredths(frame.height),
                                         frame.turn, ToHundredths(frame.tilt)));
  }
  // Stages pass failures on, so the two lists repeat each other.
  JUESUAN_TRY(Query failure_row,
              connection.Prepare("INSERT OR IGNORE INTO page_failures VALUES (?,?,?,?)"));
  for (const auto* failures : {&layout.failures, &facts.failures})
    for (const PageFailure& failure : *failures)
      JUESUAN_RETURN_IF_ERROR(
          failure_row.Run(document, failure.page, ErrorCodeName(failure.code), failure.message));
  return Ok();
}

Status WriteTable(Query& row, int64_t document, const TableGrid& grid, const TableClaim& claim) {
  const auto unread = std::count_if(grid.cells.begin(), grid.cells.end(),
                                    [](const GridCell& cell) { return cell.unread; });
  return row.Run(document, grid.number, claim.form, claim.pack, claim.score, claim.title,
                 claim.printed_code, UnitName(claim.unit), claim.department, claim.year,
                 claim.first_page, claim.last_page, claim.declared_empty, claim.note, claim.why,
                 grid.rows, grid.cols, grid.header_rows, grid.ruled,
                 static_cast<int64_t>(grid.cells.size()), static_cast<int64_t>(unread));
}

Status WriteParts(Query& row, int64_t document, const TableGrid& grid,
                  const DocumentLayout& layout) {
  int number = 0;
  for (const GridPart& part : grid.parts) {
    JUESUAN_TRY(const Corners box, Displayed(part.box, part.page, layout));
    JUESUAN_RETURN_IF_ERROR(row.Run(document, grid.number, ++number, part.page, box.x0, box.y0,
                                    box.x1, box.y1, part.first_row, part.rows,
                                    part.repeated_header_rows));
  }
  return Ok();
}

Status WriteCells(Query& row, int64_t document, const TableGrid& grid,
                  const DocumentLayout& layout) {
  for (const GridCell& cell : grid.cells) {
    JUESUAN_TRY(const Corners box, Displayed(cell.box, cell.page, layout));
    JUESUAN_RETURN_IF_ERROR(row.Run(document, grid.number, cell.row, cell.col, cell.row_span,
                                    cell.col_span, cell.page, box.x0, box.y0, box.x1, box.y1,
                                    cell.Text(), cell.unread, LineReadings(cell.lines)));
  }
  return Ok();
}

// A grid that the facts say nothing of.
TableClaim NoClaim(const TableGrid& grid) {
  TableClaim claim;
  claim.table = grid.number;
  if (!grid.parts.empty()) {
    claim.first_page = grid.parts.front().page;
    claim.last_page = grid.parts.back().page;
  }
  return claim;
}

Status WriteTables(Connection& connection, int64_t document, const DocumentLayout& layout,
                   const DocumentFacts& facts) {
  JUESUAN_TRY(
      Query table_row,
      connection.Prepare("INSERT INTO tables VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  JUESUAN_TRY(Query part_row,
              connection.Prepare("INSERT INTO table_parts VALUES (?,?,?,?,?,?,?,?,?,?,?)"));
  JUESUAN_TRY(Query cell_row,
              connection.Prepare("INSERT INTO cells VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  for (const TableGrid& grid : layout.tables) {
    const auto claim = std::find_if(facts.tables.begin(), facts.tables.end(),
                                    [&](const TableClaim& c) { return c.table == grid.number; });
    JUESUAN_RETURN_IF_ERROR(WriteTable(table_row, document, grid,
                                       claim == facts.tables.end() ? NoClaim(grid) : *claim));
    JUESUAN_RETURN_IF_ERROR(WriteParts(part_row, document, grid, layout));
    JUESUAN_RETURN_IF_ERROR(WriteCells(cell_row, document, grid, layout));
  }
  return Ok();
}

Status WriteReadings(Query& row, int64_t document, const Record& r, int n) {
  int number = 0;
  for (const Reading& reading : r.readings)
    JUESUAN_RETURN_IF_ERROR(row.Run(document, r.table, r.row, r.col, n, number++,
                                    ReaderName(reading.by), reading.text,
                                    ToTenThousandths(reading.score), OthersToText(reading.others)));
  return Ok();
}

bool IsLayerAlone(const Record& r) {
  return r.readings.size() == 1 && r.readings[0].by == Reader::kLayer &&
         ToTenThousandths(r.readings[0].score) == 10000 && r.readings[0].others.empty() &&
         r.readings[0].text == r.raw;
}

Status WriteRecords(Connection& connection, int64_t document, const std::vector<Record>& records) {
  JUESUAN_TRY(Query record_row,
              connection.Prepare("INSERT INTO records VALUES "
                                 "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  JUESUAN_TRY(Query reading_row,
              connection.Prepare("INSERT INTO readings VALUES (?,?,?,?,?,?,?,?,?,?)"));
  std::map<std::vector<std::string>, std::string> paths;  // a path stands in a whole column
  const std::vector<RecordPlace> places = PlacesOf(records);
  for (size_t i = 0; i < records.size(); ++i) {
    const Record& r = records[i];
    const int n = places[i].n;
    const Corners box = InHundredths(r.box);
    std::string& path = paths[r.col_path];
    if (path.empty()) path = ListToText(r.col_path);
    std::optional<std::string> value;
    std::optional<int64_t> value_fen, ulp_fen;
    if (r.value) {
      value = r.value->ToString();
      if (const std::optional<Fen> fen = ToFen(*r.value, r.unit)) {
        value_fen = fen->value;
        ulp_fen = fen->ulp;
      }
    }
    JUESUAN_RETURN_IF_ERROR(
        record_row.Run(document, r.table, r.row, r.col, n, r.form, r.project, r.page, box.x0,
                       box.y0, box.x1, box.y1, r.row_key, r.row_label, r.panel, r.col_key, path,
                       r.line, r.measure, CellKindName(r.kind), r.raw, UnitName(r.unit), value,
                       value_fen, ulp_fen, CellStatusName(r.status), r.doubt, IsLayerAlone(r)));
    if (!IsLayerAlone(r)) JUESUAN_RETURN_IF_ERROR(WriteReadings(reading_row, document, r, n));
  }
  return Ok();
}

Status WriteRejects(Connection& connection, int64_t document, const std::vector<Reject>& rejects) {
  JUESUAN_TRY(Query row,
              connection.Prepare("INSERT INTO rejects VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  int n = 0;
  for (const Reject& r : rejects) {
    const Corners box = InHundredths(r.box);
    JUESUAN_RETURN_IF_ERROR(row.Run(document, n++, r.table, r.row, r.col, r.page, box.x0, box.y0,
                                    box.x1, box.y1, r.code, r.text, r.why));
  }
  return Ok();
}

// The lines of a table of contents say different things; those of other paragraphs read on.
std::optional<std::string> ContentsLines(const Paragraph& paragraph) {
  if (paragraph.kind != ParagraphKind::kContents || paragraph.lines.size() < 2) return std::nullopt;
  std::vector<std::string> lines;
  for (const TextLine& line : paragraph.lines) lines.push_back(line.Text());
  return ListToText(lines);
}

Status WriteParagraphs(Connection& connection, int64_t document, const DocumentLayout& layout) {
  JUESUAN_TRY(Query row, connection.Prepare("INSERT INTO paragraphs VALUES (?,?,?,?,?,?,?,?,?,?)"));
  int n = 0;
  for (const Paragraph& paragraph : layout.paragraphs) {
    JUESUAN_TRY(const Corners box, Displayed(paragraph.box, paragraph.page, layout));
    JUESUAN_RETURN_IF_ERROR(row.Run(document, n++, paragraph.page, box.x0, box.y0, box.x1, box.y1,
                                    ParagraphKindName(paragraph.kind), paragraph.Text(),
                                    ContentsLines(paragraph)));
  }
  return Ok();
}

Status CheckBelongTogether(const DocumentLayout& layout, const DocumentFacts& facts) {
  std::set<int> numbers;
  for (const TableGrid& grid : layout.tables) numbers.insert(grid.number);
  for (const TableClaim& claim : facts.tables)
    if (numbers.count(claim.table) == 0) return Mismatch("the claimed table", claim.table);
  for (const Record& record : facts.records)
    if (numbers.count(record.table) == 0) return Mismatch("a record's table", record.table);
  for (const Reject& reject : facts.rejects)
    if (reject.table != 0 && numbers.count(reject.table) == 0)
      return Mismatch("a reject's table", reject.table);
  return Ok();
}

}  // namespace

Status WriteContent(Connection& connection, int64_t document, const DocumentLayout& layout,
                    const DocumentFacts& facts) {
  JUESUAN_RETURN_IF_ERROR(CheckBelongTogether(layout, facts));
  JUESUAN_RETURN_IF_ERROR(WritePages(connection, document, layout, facts));
  JUESUAN_RETURN_IF_ERROR(WriteTables(connection, document, layout, facts));
  JUESUAN_RETURN_IF_ERROR(WriteRecords(connection, document, facts.records));
  JUESUAN_RETURN_IF_ERROR(WriteRejects(connection, document, facts.rejects));
  JUESUAN_RETURN_IF_ERROR(WriteNarrative(connection, document, facts.narrative));
  return WriteParagraphs(connection, document, layout);
}

Status DeleteContent(Connection& connection, int64_t document) {
  JUESUAN_RETURN_IF_ERROR(DeleteFindings(connection, document));
  JUESUAN_RETURN_IF_ERROR(DeleteNarrative(connection, document));
  // Children first: a parent without any is deleted without a search for them.
  for (const char* sql :
       {"DELETE FROM readings WHERE document = ?", "DELETE FROM records WHERE document = ?",
        "DELETE FROM cells WHERE document = ?", "DELETE FROM table_parts WHERE document = ?",
        "DELETE FROM tables WHERE document = ?", "DELETE FROM rejects WHERE document = ?",
        "DELETE FROM paragraphs WHERE document = ?", "DELETE FROM pages WHERE document = ?",
        "DELETE FROM page_failures WHERE document = ?",
        "DELETE FROM status_counts WHERE document = ?"}) {
    JUESUAN_TRY(Query query, connection.Prepare(sql));
    JUESUAN_RETURN_IF_ERROR(query.Run(document));
  }
  return Ok();
}

}  // namespace juesuan
