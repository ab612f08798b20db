#include "base/tables.h"

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kParagraphKinds = {"heading", "body", "page_number", "contents"};

Json ToJson(const std::vector<TextLine>& lines) {
  Json array = Json::Array();
  for (const TextLine& line : lines) {
    Json json = Json::Object();
    json.Set("page", line.page).Set("box", line.box).Set("size", Round2(line.size));
    if (line.bold) json.Set("bold", true);
    array.Push(json.Set("readings", juesuan::ToJson(line.readings)));
  }
  return array;
}

std::vector<TextLine> LinesFromJson(const Json& json) {
  std::vector<TextLine> lines;
  for (const Json& item : json.Items())
    lines.push_back({static_cast<int>(item.Int("page")), item.GetBox("box"), item.Num("size"),
                     item.Bool("bold"), ReadingsFromJson(item.At("readings"))});
  return lines;
}

Json CellToJson(const GridCell& cell) {
  Json json = Json::Object();
  json.Set("row", cell.row).Set("col", cell.col);
  if (cell.row_span != 1) json.Set("row_span", cell.row_span);
  if (cell.col_span != 1) json.Set("col_span", cell.col_span);
  json.Set("page", cell.page).Set("box", cell.box);
  if (cell.unread) json.Set("unread", true);
  if (!cell.lines.empty()) json.Set("lines", ToJson(cell.lines));
  return json;
}

GridCell CellFromJson(const Json& json) {
  GridCell cell;
  cell.row = static_cast<int>(json.Int("row"));
  cell.col = static_cast<int>(json.Int("col"));
  cell.row_span = static_cast<int>(json.Int("row_span", 1));
  cell.col_span = static_cast<int>(json.Int("col_span", 1));
  cell.page = static_cast<int>(json.Int("page"));
  cell.box = json.GetBox("box");
  cell.unread = json.Bool("unread");
  cell.lines = LinesFromJson(json.At("lines"));
  return cell;
}

TableGrid GridFromJson(const Json& json) {
  TableGrid grid;
  grid.number = static_cast<int>(json.Int("table"));
  grid.rows = static_cast<int>(json.Int("rows"));
  grid.cols = static_cast<int>(json.Int("cols"));
  grid.ruled = json.Bool("ruled");
  grid.header_rows = static_cast<int>(json.Int("header_rows"));
  for (const Json& p : json.Items("parts"))
    grid.parts.push_back({static_cast<int>(p.Int("page")), p.GetBox("box"),
                          static_cast<int>(p.Int("first_row")), static_cast<int>(p.Int("rows")),
                          static_cast<int>(p.Int("repeated_header_rows"))});
  for (const Json& c : json.Items("cells")) grid.cells.push_back(CellFromJson(c));
  grid.above = LinesFromJson(json.At("above"));
  grid.below = LinesFromJson(json.At("below"));
  return grid;
}

Json PagesToJson(const std::vector<PageFrame>& pages) {
  Json array = Json::Array();
  for (const PageFrame& page : pages) {
    Json json = Json::Object();
    json.Set("page", page.page).Set("kind", PageKindName(page.kind));
    array.Push(json.Set("frame", juesuan::ToJson(page.frame)));
  }
  Json json = Json::Object();
  return json.Set("pages", std::move(array));
}

std::vector<PageFrame> PagesFromJson(const Json& json) {
  std::vector<PageFrame> pages;
  for (const Json& item : json.Items("pages")) {
    PageFrame page{static_cast<int>(item.Int("page")), FrameFromJson(item.At("frame")),
                   ParsePageKind(item.Str("kind")).value_or(PageKind::kBlank)};
    pages.push_back(page);
  }
  return pages;
}

Json ParagraphToJson(const Paragraph& paragraph) {
  Json json = Json::Object();
  json.Set("paragraph", ParagraphKindName(paragraph.kind));
  json.Set("page", paragraph.page).Set("box", paragraph.box);
  return json.Set("lines", ToJson(paragraph.lines));
}

Paragraph ParagraphFromJson(const Json& json) {
  Paragraph paragraph;
  paragraph.page = static_cast<int>(json.Int("page"));
  paragraph.box = json.GetBox("box");
  paragraph.kind = ParseParagraphKind(json.Str("paragraph")).value_or(ParagraphKind::kBody);
  paragraph.lines = LinesFromJson(json.At("lines"));
  return paragraph;
}

}  // namespace

std::string_view ParagraphKindName(ParagraphKind kind) { return EnumName(kParagraphKinds, kind); }
std::optional<ParagraphKind> ParseParagraphKind(std::string_view name) {
  return ParseEnum<ParagraphKind>(kParagraphKinds, name);
}

std::string GridCell::Text() const {
  std::string text;
  for (const TextLine& line : lines) {
    if (!text.empty()) text += '\n';
    text += line.Text();
  }
  return text;
}

std::string Paragraph::Text() const {
  std::string text;
  for (const TextLine& line : lines) text += line.Text();
  return text;
}

const GridCell* TableGrid::At(int row, int col) const {
  for (const GridCell& cell : cells)
    if (row >= cell.row && row < cell.row + cell.row_span && col >= cell.col &&
        col < cell.col + cell.col_span)
      return &cell;
  return nullptr;
}

const Frame* DocumentLayout::FrameOf(int page) const {
  for (const PageFrame& candidate : pages)
    if (candidate.page == page) return &candidate.frame;
  return nullptr;
}

Json ToJson(const TableGrid& grid) {
  Json json = Json::Object();
  json.Set("table", grid.number).Set("rows", grid.rows).Set("cols", grid.cols);
  json.Set("ruled", grid.ruled).Set("header_rows", grid.header_rows);
  Json parts = Json::Array(), cells = Json::Array();
  for (const GridPart& part : grid.parts) {
    Json item = Json::Object();
    item.Set("page", part.page).Set("box", part.box).Set("first_row", part.first_row);
    item.Set("rows", part.rows);
    parts.Push(item.Set("repeated_header_rows", part.repeated_header_rows));
  }
  for (const GridCell& cell : grid.cells) cells.Push(CellToJson(cell));
  json.Set("parts", std::move(parts)).Set("above", ToJson(grid.above));
  json.Set("below", ToJson(grid.below));
  return json.Set("cells", std::move(cells));
}

std::vector<Json> ToJson(const DocumentLayout& layout) {
  std::vector<Json> items;
  items.push_back(PagesToJson(layout.pages));
  for (const TableGrid& grid : layout.tables) items.push_back(ToJson(grid));
  for (const Paragraph& paragraph : layout.paragraphs) items.push_back(ParagraphToJson(paragraph));
  for (const PageFailure& failure : layout.failures) items.push_back(juesuan::ToJson(failure));
  return items;
}

Result<DocumentLayout> DocumentLayoutFromJson(const std::vector<Json>& items) {
  DocumentLayout layout;
  for (const Json& item : items) {
    if (const std::optional<PageFailure> failure = PageFailureFromJson(item)) {
      layout.failures.push_back(*failure);
    } else if (item.Has("pages")) {
      layout.pages = PagesFromJson(item);
    } else if (item.Has("table")) {
      layout.tables.push_back(GridFromJson(item));
    } else if (item.Has("paragraph")) {
      layout.paragraphs.push_back(ParagraphFromJson(item));
    } else {
      return MakeError(ErrorCode::kMalformed, "not a line of a tables artefact");
    }
  }
  return layout;
}

}  // namespace juesuan
