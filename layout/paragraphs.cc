#include "layout/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "layout/running_lines.h"
#include "layout/text_class.h"

namespace juesuan {
namespace {

constexpr double kIndent = 1.2;           // em right of the text's left edge
constexpr double kShort = 2.0;            // em that a last line stops before the right edge
constexpr double kShortInSentence = 4.0;  // the same where no sentence ends
constexpr double kLatinWidth = 0.6;       // em a letter or digit
constexpr double kWidePitch = 1.6;        // of the usual distance between lines
constexpr double kSizeChange = 1.15;
constexpr double kHeadingSize = 1.2;   // of the text's size
constexpr double kHeadingWidth = 0.8;  // of the text's width
constexpr double kCentred = 1.5;       // em between the line's middle and the text's
constexpr size_t kTextRows = 8;
constexpr double kOutside = 0.1;   // share of lines that may stand outside the margins
constexpr double kSameWidth = 72;  // points: pages of one width class
constexpr int kTableWeight = 3;    // lines that a table counts for

// One printed line: its pieces from left to right.
struct Row {
  std::vector<const TextLine*> pieces;
  Box box;
  double size = 0;
  bool bold = false;
  std::string text;
  ParagraphKind kind = ParagraphKind::kBody;
  bool running = false;
};

// How the text of a page lies.
struct TextBlock {
  double left = 0, right = 0, size = 0, pitch = 0;
};

std::vector<Row> RowsOf(const PageParts& page, const std::vector<bool>& running) {
  std::vector<Row> rows;
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const TextLine& line = page.lines[i];
    const bool joins = !rows.empty() && !running[i] && !rows.back().running &&
                       line.box.x0 >= rows.back().box.x1 &&
                       std::abs(line.box.Center().y - rows.back().box.Center().y) <
                           0.5 * std::min(line.box.Height(), rows.back().box.Height());
    if (!joins) rows.emplace_back();
    Row& row = rows.back();
    row.pieces.push_back(&line);
    row.box = Union(row.box, line.box);
    row.size = std::max(row.size, line.size);
    row.bold = line.bold;
    row.text += line.Text();
    row.running = running[i];
  }
  return rows;
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The margins of a page of text are its own; where there is little on it (a title, a table), those
// of all the document's pages of that width and place.
class Margins {
 public:
  void Add(const PageParts& page, const std::vector<Row>& rows) {
    Edges& edges = of_kind_[KindOf(page)];
    for (const Row& row : rows)
      if (!row.running) edges.Add(row.box);
    // A table's edges stand for the text's where a page has little else.
    for (const PageTable& table : page.tables)
      for (int i = 0; i < kTableWeight; ++i) edges.Add(table.box);
  }

  void Set(const PageParts& page, const std::vector<Row>& rows, TextBlock& block) {
    Edges own;
    for (const Row& row : rows)
      if (!row.running) own.Add(row.box);
    Edges& edges = own.left.size() < kTextRows ? of_kind_[KindOf(page)] : own;
    block.left = At(edges.left, kOutside);
    block.right = At(edges.right, 1 - kOutside);
  }

 private:
  struct Edges {
    std::vector<double> left, right;
    void Add(const Box& box) {
      left.push_back(box.x0);
      right.push_back(box.x1);
    }
  };

  // Pages that are printed on sheets of one width at one place of them.
  using Kind = std::pair<int, int>;
  static Kind KindOf(const PageParts& page) {
    return {static_cast<int>(page.area.Width() / kSameWidth),
            static_cast<int>(page.area.x0 / kSameWidth)};
  }

  static double At(std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<size_t>(at)];
  }

  std::map<Kind, Edges> of_kind_;
};

// Size and pitch; the margins come from the document.
TextBlock BlockOf(const std::vector<Row>& rows) {
  std::vector<double> sizes, pitches;
  TextBlock block;
  const Row* before = nullptr;
  for (const Row& row : rows) {
    if (row.running) continue;
    sizes.insert(sizes.end(), ToCodePoints(row.text).size(), row.size);
    if (before != nullptr) pitches.push_back(row.box.Center().y - before->box.Center().y);
    before = &row;
  }
  block.size = Median(std::move(sizes));
  block.pitch = Median(std::move(pitches));
  return block;
}

bool EndsSentence(const std::string& text) {
  const std::u32string s = ToCodePoints(MatchForm(text));
  return !s.empty() && (s.back() == U'.' || s.back() == U';' || s.back() == U',');
}

ParagraphKind KindOf(const Row& row, const TextBlock& block) {
  if (row.running && IsPageNumber(row.text)) return ParagraphKind::kPageNumber;
  if (row.running) return ParagraphKind::kBody;
  if (HasDotLeader(row.text)) return ParagraphKind::kContents;
  if (EndsSentence(row.text) || IsNumber(row.text)) return ParagraphKind::kBody;
  if (row.size >= kHeadingSize * block.size) return ParagraphKind::kHeading;
  if (HasHeadingNumber(row.text) && row.box.x1 < block.right - kShort * row.size)
    return ParagraphKind::kHeading;
  const bool centred =
      row.box.x0 > block.left + kIndent * row.size &&
      std::abs(row.box.Center().x - (block.left + block.right) / 2) < kCentred * row.size;
  if (row.bold && centred && row.box.Width() < kHeadingWidth * (block.right - block.left))
    return ParagraphKind::kHeading;
  return ParagraphKind::kBody;
}

// Whether `row` stops so far before the right edge that `next` cannot be its continuation: a number
// or a Latin word that did not fit is broken before, never inside.
bool EndsShort(const Row& row, double right, const Row& next) {
  double unbroken = 0;
  for (const char32_t c : ToCodePoints(next.text)) {
    if (IsCjk(c)) break;
    unbroken += kLatinWidth * next.size;
  }
  const double em = EndsSentence(row.text) ? kShort : kShortInSentence;
  return right - row.box.x1 > em * row.size + unbroken;
}

class Builder {
 public:
  void AddPage(const PageParts& page, std::vector<Row> rows, const TextBlock& block) {
    if (page.frame.page > last_page_ + 1) before_.reset();
    last_page_ = page.frame.page;
    bool first = true;
    for (Row& row : rows) {
      row.kind = KindOf(row, block);
      if (row.running) {
        paragraphs_.push_back(Make(row, page.frame.page));
        continue;
      }
      if (before_ && TableBetween(page, first ? -1e9 : before_->box.y1, row.box.y0))
        before_.reset();
      if (!before_ || Begins(row, block, first)) {
        paragraphs_.push_back(Make(row, page.frame.page));
        open_ = paragraphs_.size() - 1;
      } else {
        Extend(row, page.frame.page);
      }
      before_ = row;
      before_block_ = block;
      first = false;
    }
    // A table that ends the page ends the paragraph above it.
    if (before_ && TableBetween(page, first ? -1e9 : before_->box.y1, 1e9)) before_.reset();
  }

  std::vector<Paragraph> Take() { return std::move(paragraphs_); }

 private:
  static bool TableBetween(const PageParts& page, double top, double bottom) {
    return std::any_of(page.tables.begin(), page.tables.end(), [&](const PageTable& table) {
      return table.box.Center().y > top && table.box.Center().y < bottom;
    });
  }

  // Whether `row` begins a paragraph after before_; `page_break`: before_ is on the page before.
  bool Begins(const Row& row, const TextBlock& block, bool page_break) const {
    if (row.kind != before_->kind || row.kind == ParagraphKind::kContents) return true;
    const double ratio = row.size / before_->size;
    if (ratio > kSizeChange || ratio < 1 / kSizeChange) return true;
    if (row.kind == ParagraphKind::kHeading)
      return page_break || HasHeadingNumber(row.text) || row.bold != before_->bold;
    if (HasItemNumber(row.text)) return true;
    if (EndsShort(*before_, before_block_.right, row)) return true;
    if (page_break) return row.box.x0 > block.left + kIndent * row.size;
    return row.box.x0 > block.left + kIndent * row.size ||
           row.box.Center().y - before_->box.Center().y > kWidePitch * block.pitch;
  }

  static Paragraph Make(const Row& row, int page) {
    Paragraph paragraph{page, row.box, row.kind, {}};
    for (const TextLine* piece : row.pieces) paragraph.lines.push_back(*piece);
    return paragraph;
  }

  void Extend(const Row& row, int page) {
    Paragraph& paragraph = paragraphs_[open_];
    for (const TextLine* piece : row.pieces) paragraph.lines.push_back(*piece);
    if (page == paragraph.page) paragraph.box = Union(paragraph.box, row.box);
  }

  std::vector<Paragraph> paragraphs_;
  size_t open_ = 0;            // the paragraph of before_
  std::optional<Row> before_;  // the line before, if a paragraph may go on
  TextBlock before_block_;
  int last_page_ = -1;
};

}  // namespace

std::vector<Paragraph> FindParagraphs(const std::vector<PageParts>& pages) {
  const std::vector<std::vector<bool>> running = FindRunningLines(pages);
  std::vector<std::vector<Row>> rows;
  Margins margins;
  for (size_t p = 0; p < pages.size(); ++p) {
    rows.push_back(RowsOf(pages[p], running[p]));
    margins.Add(pages[p], rows.back());
  }
  Builder builder;
  for (size_t p = 0; p < pages.size(); ++p) {
    TextBlock block = BlockOf(rows[p]);
    margins.Set(pages[p], rows[p], block);
    builder.AddPage(pages[p], std::move(rows[p]), block);
  }
  return builder.Take();
}

}  // namespace juesuan
