#include "corpus/draw_document.h"

#include <map>
#include <string>

#include "corpus/page_flow.h"
#include "corpus/seal_painter.h"
#include "corpus/table_painter.h"
#include "corpus/two_up.h"
#include "corpus/watermark_painter.h"

namespace juesuan {
namespace {

class Setter {
 public:
  // `printed` holds the pages of headings and tables that an earlier run found.
  Setter(Disclosure* disclosure, PageFlow* flow, std::map<std::string, int>* printed)
      : disclosure_(disclosure), flow_(flow), printed_(printed) {}

  void Run() {
    flow_->NewPage(false);
    const std::vector<Block>& blocks = disclosure_->blocks;
    for (size_t i = 0; i < blocks.size(); ++i) {
      next_is_form_ = i + 1 < blocks.size() && std::holds_alternative<Table>(blocks[i + 1]) &&
                      std::get<Table>(blocks[i + 1]).own_page;
      std::visit([this](const auto& b) { Set(b); }, blocks[i]);
    }
  }

 private:
  void Set(const PageBreak& page) {
    if (page.printed_page > 0) flow_->SkipToPrinted(page.printed_page, false);
    pending_page_ = true;
  }

  void Set(const Table& table) {
    if (!table.own_page && pending_page_) flow_->NewPage(false);
    if (table.own_page) (*printed_)[table.title] = flow_->printed() + (under_heading_ ? 0 : 1);
    PaintTable(table, ++tables_, table.own_page && !under_heading_, flow_, &disclosure_->truth);
    pending_page_ = under_heading_ = false;
    after_table_ = table.own_page;
  }

  void Set(const Prose& prose) {
    const Look& look = flow_->look();
    under_heading_ = prose.kind == ProseKind::kPart && next_is_form_;
    if (pending_page_ || after_table_ || under_heading_) {
      flow_->NewPage(under_heading_ && look.landscape_tables);
    }
    pending_page_ = after_table_ = false;
    const double size = look.prose_size;
    if (prose.kind == ProseKind::kPart || prose.kind == ProseKind::kHeading) {
      (*printed_)[prose.text] = flow_->printed();
    }
    switch (prose.kind) {
      case ProseKind::kCover:
        flow_->Advance(180);
        return Centered(prose.text, MakeFont(look.heading_family, size * 2, true));
      case ProseKind::kCoverLine:
        flow_->Advance(40);
        return Centered(prose.text, MakeFont(look.heading_family, size * 1.7, true));
      case ProseKind::kContentsTitle:
      case ProseKind::kPart:
        Centered(prose.text, MakeFont(look.heading_family, size * 1.4, true));
        return flow_->Advance(size);
      case ProseKind::kContents:
        return Contents(prose, MakeFont(look.family, size, false));
      case ProseKind::kHeading:
        return Lines(prose.text, MakeFont(look.heading_family, size, true), 2 * size);
      case ProseKind::kBody:
        return Lines(prose.text, MakeFont(look.family, size, false), 2 * size);
      case ProseKind::kContinued:
        return Lines(prose.text, MakeFont(look.family, size, false), 0);
    }
  }

  void Centered(const std::string& text, const Font& font) {
    const Box area = flow_->Area();
    for (const std::string& line : flow_->meter().Break(text, font, area.Width())) {
      flow_->PutLine(line, font, (area.x0 + area.x1) / 2, flow_->cursor(), 0.5);
      flow_->Advance(font.size * 1.6);
    }
  }

  void Contents(const Prose& prose, const Font& font) {
    const Box area = flow_->Area();
    const auto known = printed_->find(prose.text);
    const std::string tail = !prose.tail.empty() || known == printed_->end()
                                 ? prose.tail
                                 : std::to_string(known->second);
    const double right = flow_->meter().Width(tail, font);
    std::string line = prose.text;
    const double dots = area.Width() - right - flow_->meter().Width(line, font) - font.size;
    const int count = static_cast<int>(dots / flow_->meter().Width(".", font));
    if (count > 0) line.append(static_cast<size_t>(count), '.');
    flow_->NeedRoom(font.size * 1.7);
    flow_->PutLine(line, font, area.x0, flow_->cursor(), 0);
    flow_->PutLine(tail, font, area.x1, flow_->cursor(), 1);
    flow_->Advance(font.size * 1.7);
  }

  void Lines(const std::string& text, const Font& font, double indent) {
    const Box area = flow_->Area();
    for (const std::string& line : flow_->meter().Break(text, font, area.Width(), indent)) {
      flow_->NeedRoom(font.size * 1.6);
      flow_->PutLine(line, font, area.x0 + indent, flow_->cursor(), 0);
      flow_->Advance(font.size * 1.6);
      indent = 0;
    }
  }

  Disclosure* disclosure_;
  PageFlow* flow_;
  std::map<std::string, int>* printed_;
  int tables_ = 0;
  bool pending_page_ = false;   // a page break came, no page yet
  bool after_table_ = false;    // a form fills the page in hand
  bool next_is_form_ = false;   // the block after this one begins a page
  bool under_heading_ = false;  // the page in hand holds only the heading of the form to come
};

}  // namespace

Drawing DrawDocument(const Look& look, Disclosure* disclosure) {
  TypeMeter meter;
  std::map<std::string, int> printed;
  Drawing drawing;
  for (const bool final_run : {false, true}) {  // the first run finds the pages for the contents
    drawing = Drawing{};
    drawing.title = disclosure->title;
    for (TruthRecord& record : disclosure->truth) record.page = 0;
    PageFlow flow(look, &meter, &drawing);
    Setter(disclosure, &flow, &printed).Run();
    if (!final_run) continue;
    PaintWatermark(look.watermark, look.heading_family, &drawing);
    PaintSeal(look.seal, look.heading_family, &drawing);
    if (look.two_up) PutTwoUp(&drawing, &disclosure->truth);
  }
  return drawing;
}

}  // namespace juesuan
