#include "corpus/table_painter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "corpus/table_metrics.h"

namespace juesuan {
namespace {

// A stretch of the endless sheet that stands on one page.
struct Part {
  double from = 0, to = 0;
  bool repeats_header = false;
};

using Span = std::pair<double, double>;

// Rulings gathered so that the border between two cells is drawn once and as long as it runs.
class RulingNet {
 public:
  struct Sides {
    bool left = true, right = true, top = true, bottom = true;
  };
  void AddBox(const Box& box, const Sides& sides) {
    if (sides.top) Add(true, box.y0, box.x0, box.x1);
    if (sides.bottom) Add(true, box.y1, box.x0, box.x1);
    if (sides.left) Add(false, box.x0, box.y0, box.y1);
    if (sides.right) Add(false, box.x1, box.y0, box.y1);
  }

  void PutOn(PageFlow* flow) const {
    for (const auto& [key, spans] : spans_) {
      for (const Span& span : Merged(spans)) {
        PutRuling(key.first, static_cast<double>(key.second) / 100, span, flow);
      }
    }
  }

 private:
  void Add(bool horizontal, double at, double from, double to) {
    spans_[{horizontal, std::lround(at * 100)}].emplace_back(from, to);
  }

  static std::vector<Span> Merged(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end());
    std::vector<Span> merged;
    for (const Span& span : spans) {
      if (!merged.empty() && span.first <= merged.back().second + 0.05) {
        merged.back().second = std::max(merged.back().second, span.second);
      } else {
        merged.push_back(span);
      }
    }
    return merged;
  }

  static void PutRuling(bool horizontal, double at, const Span& span, PageFlow* flow) {
    const double width = flow->look().ruling_width;
    if (flow->look().ruling_stroke == RulingStroke::kDoubled) {
      for (const double off : {-0.9, 0.9}) PutStroke(horizontal, at + off, span, width / 2, flow);
    } else if (flow->look().rulings == RulingKind::kFills) {
      const double half = width / 2;
      flow->Put(FillMark{horizontal
                             ? Box{span.first - half, at - half, span.second + half, at + half}
                             : Box{at - half, span.first - half, at + half, span.second + half},
                         GreyOf(flow->look())});
    } else {
      PutStroke(horizontal, at, span, width, flow);
    }
  }

  static Ink GreyOf(const Look& look) {
    return {look.ruling_grey, look.ruling_grey, look.ruling_grey, 1, false};
  }

  static void PutStroke(bool horizontal, double at, const Span& span, double width,
                        PageFlow* flow) {
    LineMark line{{span.first, at}, {span.second, at}, width, GreyOf(flow->look()), 0, 0};
    if (!horizontal) {
      std::swap(line.from.x, line.from.y);
      std::swap(line.to.x, line.to.y);
    }
    const RulingStroke stroke = flow->look().ruling_stroke;
    if (stroke == RulingStroke::kDotted) line.dash = line.gap = 1.2;
    if (stroke == RulingStroke::kBroken) line.dash = 26, line.gap = 3;
    flow->Put(line);
  }

  std::map<std::pair<bool, long>, std::vector<Span>> spans_;
};

class TablePainter {
 public:
  TablePainter(const Table& table, int ordinal, PageFlow* flow, std::vector<TruthRecord>* truth)
      : table_(table), ordinal_(ordinal), flow_(flow), truth_(truth) {
    for (const TableCell& cell : table.cells) {
      if (cell.row < table.header_rows || cell.col > 1) continue;
      const std::string label = MatchForm(cell.text);
      if (label.find("合计") != std::string::npos || label.find("总计") != std::string::npos) {
        total_rows_.insert(cell.row);
      }
    }
  }

  void Run(bool begins_page) {
    if (begins_page) flow_->NewPage(flow_->look().landscape_tables);
    PaintHead();
    metrics_ = MeasureTable(table_, flow_->look(), flow_->Area().Width(), &flow_->meter());
    const std::vector<Part> parts = table_.breaks.empty() ? FlowingParts() : ForcedParts();
    for (size_t i = 0; i < parts.size(); ++i) {
      if (i > 0) flow_->NewPage(table_.own_page && flow_->look().landscape_tables);
      PaintPart(parts[i]);
    }
    PaintNotes();
  }

 private:
  double HeaderHeight() const { return metrics_.ys[static_cast<size_t>(table_.header_rows)]; }
  double NotesHeight() const {
    return static_cast<double>(table_.notes.size()) * flow_->look().table_size * kLineHeight * 2;
  }
  bool Repeats() const {
    const HeaderRepeat repeat = flow_->look().repeat;
    return repeat == HeaderRepeat::kAlways ||
           (repeat == HeaderRepeat::kAlternate && ordinal_ % 2 == 0);
  }
  double PageHeight() const { return flow_->Area().Height(); }

  void PaintHead() {
    const Look& look = flow_->look();
    const Box area = flow_->Area();
    const double middle = (area.x0 + area.x1) / 2;
    const Font title = MakeFont(look.heading_family, look.table_size + 5, true);
    const Font font = MakeFont(look.family, look.table_size, false);
    const double line = font.size * kLineHeight;
    for (const std::string& text : flow_->meter().Break(table_.title, title, area.Width())) {
      flow_->PutLine(text, title, middle, flow_->cursor(), 0.5);
      flow_->Advance(title.size * 1.5);
    }
    std::string unit = table_.unit;
    if (look.head == HeadKind::kOneLine && !table_.code.empty()) {
      unit = table_.code + "  " + unit;
    } else if (!table_.code.empty()) {
      flow_->PutLine(table_.code, font, area.x1, flow_->cursor(), 1);
      flow_->Advance(line);
    }
    double tallest = 1;
    const auto put = [&](const std::string& text, double x, double anchor) {
      const std::vector<std::string> rows = Split(text, '\n');
      for (size_t i = 0; i < rows.size(); ++i) {
        flow_->PutLine(rows[i], font, x, flow_->cursor() + static_cast<double>(i) * line, anchor);
      }
      tallest = std::max(tallest, static_cast<double>(rows.size()));
      if (look.head == HeadKind::kStacked && !text.empty()) {
        flow_->Advance(line * static_cast<double>(rows.size()));
      }
    };
    put(table_.department, area.x0, 0);
    put(table_.year, middle, 0.5);
    put(unit, area.x1, 1);
    flow_->Advance(look.head == HeadKind::kStacked ? 3 : line * tallest + 3);
  }

  std::vector<Part> ForcedParts() {
    std::vector<Part> parts;
    int first = 0;
    for (size_t i = 0; i <= table_.breaks.size(); ++i) {
      const bool last_part = i == table_.breaks.size();
      const int last = last_part ? table_.rows : table_.breaks[i];
      const bool repeats = i > 0 && Repeats();
      double room = i == 0 ? flow_->Room() : PageHeight();
      if (repeats) room -= HeaderHeight();
      if (last_part) room -= NotesHeight();
      SqueezeRows(first, last, room, &metrics_);
      parts.push_back({0, 0, repeats});
      first = last;
    }
    for (size_t i = 0; i < parts.size(); ++i) {
      parts[i].from = i == 0 ? 0 : metrics_.ys[static_cast<size_t>(table_.breaks[i - 1])];
      parts[i].to = i + 1 == parts.size() ? metrics_.ys.back()
                                          : metrics_.ys[static_cast<size_t>(table_.breaks[i])];
    }
    return parts;
  }

  std::vector<Part> FlowingParts() {
    std::vector<Part> parts;
    double room = flow_->Room(), from = 0;
    for (int row = 0; row < table_.rows; ++row) {
      const auto r = static_cast<size_t>(row);
      if (metrics_.ys[r + 1] - from <= room || metrics_.ys[r] <= from) continue;
      double cut = metrics_.ys[r];
      if (flow_->look().cut_rows && row > table_.header_rows) cut = CutInside(r, from + room);
      parts.push_back({from, cut, !parts.empty() && Repeats()});
      from = cut;
      room = PageHeight() - (Repeats() ? HeaderHeight() : 0);
    }
    parts.push_back({from, metrics_.ys.back(), !parts.empty() && Repeats()});
    return parts;
  }

  // A place between two lines of a row that is above `limit`; the row's top if there is none.
  double CutInside(size_t row, double limit) const {
    const double line = flow_->look().table_size * kLineHeight;
    const double top = metrics_.ys[row] + kCellPadding;
    const int lines = static_cast<int>(std::lround(metrics_.least[row] / line));
    for (int k = lines - 1; k >= 1; --k) {
      if (top + k * line <= limit) return top + k * line;
    }
    return metrics_.ys[row];
  }

  void PaintPart(const Part& part) {
    if (part.repeats_header) {
      PaintStretch({0, HeaderHeight(), false}, false);
    }
    PaintStretch(part, true);
  }

  void PaintStretch(const Part& part, bool with_truth) {
    RulingNet net;
    const double left = flow_->Area().x0, shift = flow_->cursor() - part.from;
    for (size_t i = 0; i < table_.cells.size(); ++i) {
      const TableCell& cell = table_.cells[i];
      const auto row = static_cast<size_t>(cell.row), col = static_cast<size_t>(cell.col);
      const double top = metrics_.ys[row];
      const double bottom = metrics_.ys[row + static_cast<size_t>(cell.row_span)];
      if (bottom <= part.from + 0.01 || top >= part.to - 0.01) continue;
      const Box box{left + metrics_.xs[col], std::max(top, part.from) + shift,
                    left + metrics_.xs[col + static_cast<size_t>(cell.col_span)],
                    std::min(bottom, part.to) + shift};
      const bool begins = top <= part.from + 0.01, ends = bottom >= part.to - 0.01;
      PaintFill(cell, box);
      PaintBorder(cell, box, begins, ends, &net);
      const bool printed = PaintText(cell, metrics_.cells[i], box, (top + bottom) / 2 + shift);
      if (with_truth && cell.truth >= 0 && (printed || cell.text.empty())) Place(cell.truth, box);
    }
    net.PutOn(flow_);
    flow_->Advance(part.to - part.from);
  }

  void PaintFill(const TableCell& cell, const Box& box) {
    const Shading& shading = flow_->look().shading;
    const std::string* fill = nullptr;
    if (cell.row < table_.header_rows) {
      fill = &shading.header;
    } else if (total_rows_.count(cell.row) > 0 && !shading.total.empty()) {
      fill = &shading.total;
    } else if ((cell.row - table_.header_rows) % 2 == 1) {
      fill = &shading.zebra;
    }
    if (fill != nullptr && !fill->empty()) flow_->Put(FillMark{box, InkOf(*fill)});
  }

  // `begins` and `ends`: the cell lies at the top, at the foot of its part.
  void PaintBorder(const TableCell& cell, const Box& box, bool begins, bool ends, RulingNet* net) {
    const Look& look = flow_->look();
    const bool in_header = cell.row < table_.header_rows;
    if (look.borders == BorderKind::kNone) return;
    if (look.borders == BorderKind::kAll && look.rulings == RulingKind::kBoxes &&
        look.side_borders) {
      flow_->Put(FrameMark{box, look.ruling_width});
      return;
    }
    RulingNet::Sides sides;
    sides.left = look.side_borders || cell.col > 0;
    sides.right = look.side_borders || cell.col + cell.col_span < table_.cols;
    const bool upright =
        look.borders == BorderKind::kAll || (look.borders == BorderKind::kHeader && in_header);
    if (!upright) sides.left = sides.right = false;
    if (look.borders == BorderKind::kThree) {
      const int foot = cell.row + cell.row_span;
      const bool parts_columns = look.head_rulings && in_header && cell.col_span > 1;
      sides.top = begins && (look.closed_pages || cell.row == 0);
      sides.bottom = (ends && (look.closed_pages || foot == table_.rows)) ||
                     foot == table_.header_rows || parts_columns;
    }
    net->AddBox(box, sides);
  }

  // Lines lie around the middle of the whole cell; a line belongs to the part that holds its
  // centre. True if any line was put here.
  bool PaintText(const TableCell& cell, const CellLines& text, const Box& box, double middle) {
    const double line = text.font.size * kLineHeight;
    const double top = middle - line * static_cast<double>(text.lines.size()) / 2;
    bool printed = false;
    for (size_t i = 0; i < text.lines.size(); ++i) {
      const double y = top + line * static_cast<double>(i);
      // A centre on the cut belongs below it, whatever the sums of both pages are rounded to.
      constexpr double kTie = 1e-6;
      if (y + line / 2 < box.y0 - kTie || y + line / 2 >= box.y1 - kTie) continue;
      const double kept = std::max(box.y0, std::min(y, box.y1 - line));
      double x = (box.x0 + box.x1) / 2, anchor = 0.5;
      if (cell.align == Align::kLeft) x = box.x0 + kCellPadding, anchor = 0;
      if (cell.align == Align::kRight) x = box.x1 - kCellPadding, anchor = 1;
      if (cell.align == Align::kRight) {
        PutFigure(text.lines[i], text.font, x + flow_->look().nudge_x,
                  kept + flow_->look().nudge_y);
      } else {
        const bool in_header = cell.row < table_.header_rows;
        flow_->PutLine(text.lines[i], text.font, x, kept, anchor,
                       in_header ? InkOf(flow_->look().shading.header_ink) : Ink{});
      }
      printed = true;
    }
    return printed;
  }

  // A figure whose right edge is `x`; its minus may be of a lighter ink.
  void PutFigure(const std::string& text, const Font& font, double x, double y) {
    const double grey = flow_->look().sign_grey;
    if (grey <= 0 || text[0] != '-') return flow_->PutLine(text, font, x, y, 1);
    const double width = flow_->meter().Width(text, font);
    flow_->Put(TextRun{
        {x - width, y + kBaseline * font.size}, "-", font, Ink{grey, grey, grey, 1, false}, 0});
    flow_->PutLine(text.substr(1), font, x, y, 1);
  }

  // A value stands where it is printed; a blank cell that a page's end cuts, where it begins.
  void Place(int index, const Box& box) {
    TruthRecord& record = (*truth_)[static_cast<size_t>(index)];
    if (record.page != 0) return;
    record.page = flow_->page_number();
    record.box = box;
  }

  void PaintNotes() {
    const Font font = MakeFont(flow_->look().family, flow_->look().table_size, false);
    flow_->Advance(4);
    for (const std::string& note : table_.notes) {
      for (const std::string& text : flow_->meter().Break(note, font, flow_->Area().Width())) {
        flow_->NeedRoom(font.size * kLineHeight);
        flow_->PutLine(text, font, flow_->Area().x0, flow_->cursor(), 0);
        flow_->Advance(font.size * kLineHeight);
      }
    }
  }

  const Table& table_;
  int ordinal_;
  PageFlow* flow_;
  std::vector<TruthRecord>* truth_;
  std::set<int> total_rows_;
  TableMetrics metrics_;
};

}  // namespace

void PaintTable(const Table& table, int ordinal, bool begins_page, PageFlow* flow,
                std::vector<TruthRecord>* truth) {
  TablePainter(table, ordinal, flow, truth).Run(begins_page);
}

}  // namespace juesuan
