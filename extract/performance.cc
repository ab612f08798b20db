#include "extract/performance.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "extract/performance_siblings.h"

namespace juesuan {
namespace {

bool EndsWith(const std::u32string& text, const std::u32string& tail) {
  return text.size() >= tail.size() &&
         text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

// The longest of the titles a line ends in; nullptr if none.
const Spelling* TitleAtEnd(const std::u32string& line, const Spellings& titles) {
  const Spelling* best = nullptr;
  for (const Spelling& title : titles)
    if (EndsWith(line, title.form) && (best == nullptr || title.form.size() > best->form.size()))
      best = &title;
  return best;
}

// A line that says nothing: a page number, 续表.
bool SaysNothing(const std::string& line) {
  const std::u32string form = MatchPoints(line);
  return std::all_of(form.begin(), form.end(), [](char32_t c) {
    return (c >= U'0' && c <= U'9') ||
           std::u32string_view(U"-()·第页共续表/").find(c) != std::u32string_view::npos;
  });
}

struct Title {
  std::string printed;  // "" if no line above is a title
  std::string project;  // what stands before the form's name
  bool other = false;   // a title, but of another form
};

Title FindTitle(const std::vector<std::string>& lines, const PerformancePack& pack) {
  Title out;
  for (size_t i = lines.size(); i-- > 0;) {
    std::u32string line = MatchPoints(lines[i]);
    // (2024年度) may stand behind it.
    if (!line.empty() && line.back() == U')') line = line.substr(0, line.rfind(U'('));
    if (line.empty()) continue;
    if (TitleAtEnd(line, pack.not_titles) != nullptr) {
      out.other = true;
      return out;
    }
    const Spelling* title = TitleAtEnd(line, pack.titles);
    if (title == nullptr) {
      if (line.back() == U'表' && line.size() > 3) out.other = true;
      if (out.other) return out;
      continue;
    }
    out.printed = lines[i];
    out.project = ToUtf8(line.substr(0, line.size() - title->form.size()));
    return out;
  }
  return out;
}

// The text of a paragraph 项目名称：…, "" if it is none.
std::string NamedProject(const Paragraph& paragraph, const PerformancePack& pack) {
  std::string name;
  bool inside = false;
  for (const TextLine& line : paragraph.lines) {
    const std::string text = Unwrap(line.Text());
    const std::u32string points = ToCodePoints(text);
    const size_t colon = std::min(points.find(U'：'), points.find(U':'));
    if (colon != std::u32string::npos) {
      if (inside) break;
      if (!IsOneOf(ToUtf8(points.substr(0, colon)), pack.project)) continue;
      inside = true;
      name = ToUtf8(points.substr(colon + 1));
    } else if (inside) {
      name += text;
    }
  }
  return std::string(Trim(name));
}

class Claimer {
 public:
  Claimer(const DocumentLayout& layout, const std::vector<ClaimedTable>& tables,
          const PerformancePack& pack)
      : layout_(layout), tables_(tables), pack_(pack) {}

  std::vector<PerformanceClaim> Run() {
    for (size_t i = 0; i < tables_.size(); ++i) Cut(i);
    for (size_t i = 0; i < pieces_.size();) i = pieces_[i].claimed ? i + 1 : Try(i);
    JoinSiblings(&claims_);
    return std::move(claims_);
  }

 private:
  // A grid, or what a new project begins of it.
  struct Piece {
    size_t table = 0;
    GridRows rows;
    GridPart first, last;  // page and box where it begins and ends
    bool claimed = false;  // for another form
  };

  const ClaimedTable& TableOf(size_t piece) const { return tables_[pieces_[piece].table]; }

  // Forms of one title on page after page look like one table: a page that begins with 项目名称
  // begins another.
  void Cut(size_t table) {
    const TableGrid& grid = *tables_[table].grid;
    if (grid.parts.empty()) return;
    const bool claimed = tables_[table].classified.form != nullptr;
    pieces_.push_back({table, {&grid, 0, grid.rows}, grid.parts[0], grid.parts[0], claimed});
    for (size_t p = 1; p < grid.parts.size() && !claimed; ++p) {
      const int row = grid.parts[p].first_row;
      const GridCell* cell = grid.At(row, 0);
      if (cell != nullptr && cell->row == row &&
          IsOneOf(WithoutColon(TextOf(*cell)), pack_.project)) {
        pieces_.back().rows.end = row;
        pieces_.push_back({table, {&grid, row, grid.rows}, grid.parts[p], grid.parts[p], false});
      }
      pieces_.back().last = grid.parts[p];
    }
  }

  // Claims from a piece on if it begins a form; the next piece to look at.
  size_t Try(size_t i) {
    const Title title = FindTitle(TableOf(i).head.lines, pack_);
    ReadNames(i);
    if (title.other) return i + 1;
    const bool said = title.printed.find(pack_.transfer_title) != std::string::npos;
    PerformanceTable first = Read({i}, PerformanceContext::kSelf);
    const bool named = !first.project.empty();
    const bool self = (!title.printed.empty() || named) &&
                      (first.has_actual || first.has_funds || !title.printed.empty());
    if (!self && !IsReportTable(i, first)) return i + 1;
    PerformanceContext context = PerformanceContext::kReport;
    if (self)
      context =
          said || first.is_transfer ? PerformanceContext::kTransfer : PerformanceContext::kSelf;
    PerformanceClaim claim;
    std::vector<size_t> pieces = {i};
    while (ContinuesAt(pieces.back() + 1, self)) pieces.push_back(pieces.back() + 1);
    for (const size_t piece : pieces) claim.grids.push_back(pieces_[piece].table);
    claim.table = Read(pieces, context);
    if (!claim.table.has_actual && !claim.table.has_funds) return i + 1;
    claim.title = title.printed;
    claim.unit = TableOf(i).head.unit;
    claim.form = FormOf(context, claim.table);
    SetProject(title, self, &claim);
    claims_.push_back(std::move(claim));
    return pieces.back() + 1;
  }

  PerformanceTable Read(const std::vector<size_t>& pieces, PerformanceContext context) const {
    std::vector<GridRows> rows;
    for (const size_t piece : pieces) rows.push_back(pieces_[piece].rows);
    const TableHead& head = TableOf(pieces.front()).head;
    Unit unit = head.unit;
    for (const std::string& line : head.lines)
      if (unit == Unit::kNone) unit = MoneyUnitIn(line);
    return ReadPerformanceTable(JoinRows(rows), pack_, context, unit);
  }

  std::string FormOf(PerformanceContext context, const PerformanceTable& table) const {
    if (context == PerformanceContext::kSelf) return "PERF.SE";
    const auto block =
        table.has_indicators ? PerformanceBlock::kIndicators : PerformanceBlock::kFunds;
    return pack_.Find(context, block)->id;
  }

  // One block with nothing around it, where the text speaks of 绩效.
  bool IsReportTable(size_t i, const PerformanceTable& table) const {
    if (table.has_funds == table.has_indicators) return false;
    if (table.has_indicators && !table.has_actual) return false;
    if (!last_project_.empty()) return true;
    return std::any_of(
        tables_[i].head.lines.begin(), tables_[i].head.lines.end(), [&](const std::string& line) {
          const std::u32string form = MatchPoints(line);
          return std::any_of(pack_.report.begin(), pack_.report.end(), [&](const Spelling& word) {
            return form.find(word.form) != std::u32string::npos;
          });
        });
  }

  // A grid at the top of the next page, with no line above it and no header of another form.
  bool ContinuesAt(size_t i, bool self) const {
    if (i >= pieces_.size() || pieces_[i].claimed) return false;
    const TableGrid& next = *pieces_[i].rows.grid;
    const TableGrid& before = *pieces_[i - 1].rows.grid;
    if (&next == &before || pieces_[i].first.page != pieces_[i - 1].last.page + 1) return false;
    for (const TextLine& line : next.above)
      if (!SaysNothing(line.Text())) return false;
    if (!self && next.cols != before.cols) return false;
    const PerformanceTable own = Read({i}, PerformanceContext::kSelf);
    return own.project.empty() && (self || !own.has_funds);
  }

  // Projects that the text names before a piece.
  void ReadNames(size_t i) {
    const GridPart& part = pieces_[i].first;
    for (; paragraph_ < layout_.paragraphs.size(); ++paragraph_) {
      const Paragraph& each = layout_.paragraphs[paragraph_];
      if (each.page > part.page || (each.page == part.page && each.box.y0 > part.box.y0)) return;
      const std::string name = NamedProject(each, pack_);
      if (!name.empty()) last_project_ = Known(name);
    }
  }

  // The name as a project before spells it.
  std::string Known(const std::string& name) {
    const std::u32string form = MatchPoints(name);
    int least = kNoMatch;
    std::string best = name;
    for (const std::string& each : projects_) {
      const int edits = Edits(form, MakeSpelling(each));
      if (edits >= least) continue;
      least = edits;
      best = each;
    }
    if (least == kNoMatch) projects_.push_back(name);
    return best;
  }

  void SetProject(const Title& title, bool self, PerformanceClaim* claim) {
    if (self) {
      const std::string& own = claim->table.project;
      const std::string name = own.empty() ? title.project : own;
      if (!name.empty()) last_project_ = Known(name);
    }
    claim->project = last_project_;
    for (Record& record : claim->table.records) record.project = claim->project;
  }

  const DocumentLayout& layout_;
  const std::vector<ClaimedTable>& tables_;
  const PerformancePack& pack_;
  std::vector<Piece> pieces_;
  size_t paragraph_ = 0;
  std::vector<std::string> projects_;
  std::string last_project_;
  std::vector<PerformanceClaim> claims_;
};

}  // namespace

std::vector<PerformanceClaim> ClaimPerformance(const DocumentLayout& layout,
                                               const std::vector<ClaimedTable>& tables,
                                               const PerformancePack& pack) {
  if (pack.IsEmpty()) return {};
  return Claimer(layout, tables, pack).Run();
}

}  // namespace juesuan
