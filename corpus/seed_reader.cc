#include "corpus/seed_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "corpus/performance_tables.h"
#include "corpus/seed_lines.h"

namespace juesuan {
namespace {

bool StartsWith(const std::string& text, const std::string& prefix) {
  return text.rfind(prefix, 0) == 0;
}

bool EndsSentence(const std::string& text) {
  for (const char* mark : {"。", "；", "：", ":", ";", "！"}) {
    const std::string end = mark;
    if (text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0) {
      return true;
    }
  }
  return false;
}

size_t Length(const std::string& text) { return ToCodePoints(text).size(); }

bool IsPart(const std::string& text) {
  return StartsWith(text, "第") && text.find("部分 ") != std::string::npos && Length(text) < 30;
}

bool IsHeading(const std::string& text) {
  if (Length(text) > 40 || EndsSentence(text)) return false;
  static const std::u32string kNumerals = U"一二三四五六七八九十";
  const std::u32string points = ToCodePoints(text);
  size_t i = 0;
  const bool bracket = points[0] == U'（' || points[0] == U'(';
  if (bracket) ++i;
  const size_t first = i;
  while (i < points.size() && kNumerals.find(points[i]) != std::u32string::npos) ++i;
  if (i == first || i >= points.size()) return false;
  return bracket ? points[i] == U'）' || points[i] == U')' : points[i] == U'、';
}

class SeedReader {
 public:
  SeedReader(const std::string& text, const SeedGold& gold)
      : lines_(ReadSeedLines(text)), gold_(gold) {}

  Result<Disclosure> Run() {
    ReadCover();
    ReadContents();
    if (contents_.empty()) return MakeError(ErrorCode::kMalformed, "no contents list");
    out_.blocks.push_back(PageBreak{1});
    while (at_ < lines_.size()) {
      if (lines_[at_].is_row) {
        ReadTable({});
      } else if (IsFormHead()) {
        ReadForm();
      } else {
        ReadProse();
      }
    }
    if (forms_ == 0) return MakeError(ErrorCode::kMalformed, "no 公开 table");
    for (TruthRecord& record : out_.truth) {
      record.department = out_.department;
      record.year = out_.year;
    }
    return std::move(out_);
  }

 private:
  const std::string& Text(size_t index) const { return lines_[index].text; }

  void ReadCover() {
    for (; at_ < lines_.size() && MatchForm(Text(at_)) != "目录"; ++at_) {
      const bool first = out_.department.empty();
      if (first) {
        out_.department = Text(at_);
      } else {
        out_.title = Text(at_);
        out_.year = Text(at_).substr(0, 4);
      }
      out_.blocks.push_back(
          Prose{first ? ProseKind::kCover : ProseKind::kCoverLine, Text(at_), ""});
    }
  }

  void ReadContents() {
    if (at_ >= lines_.size()) return;
    out_.blocks.push_back(PageBreak{});
    out_.blocks.push_back(Prose{ProseKind::kContentsTitle, Text(at_++), ""});
    for (; at_ < lines_.size() && lines_[at_].is_row; ++at_) {
      std::vector<std::string> parts = Split(Text(at_), '\t');
      std::string& entry = parts[0];
      while (!entry.empty() && entry.back() == '.') entry.pop_back();
      contents_[MatchForm(entry)] = std::atoi(parts.back().c_str());
      out_.blocks.push_back(Prose{ProseKind::kContents, entry, parts.back()});
    }
  }

  // The title of a 公开 table: its code stands on the next line.
  bool IsFormHead() const { return IsCode(at_ + 1); }
  bool IsCode(size_t index) const {
    return index < lines_.size() && !lines_[index].is_row && StartsWith(Text(index), "公开") &&
           Length(Text(index)) <= 5;
  }

  void ReadForm() {
    Table table;
    ++forms_;
    table.title = Text(at_++);
    table.code = Text(at_++);
    if (Text(at_) == "表") table.code += Text(at_++);
    for (; at_ < lines_.size() && !lines_[at_].is_row; ++at_) {
      const std::string& text = Text(at_);
      const size_t year = text.find(" 20");
      if (text.find("单位：") != std::string::npos && text.find("万元") != std::string::npos) {
        table.unit = text;
      } else if (StartsWith(text, "20")) {
        table.year = text;
      } else if (year != std::string::npos) {
        table.department = text.substr(0, year);
        table.year = text.substr(year + 1);
      } else if (table.department.empty()) {
        table.department = text;
      } else {
        table.department += "\n" + text;
      }
    }
    ReadTable(std::move(table));
  }

  void ReadTable(Table table) {
    table.own_page = !table.title.empty();
    std::vector<std::vector<std::string>> grid;
    std::vector<std::vector<int>> truth;
    std::vector<int> unplaced;
    bool in_header = true;
    const size_t first_truth = out_.truth.size();
    for (; at_ < lines_.size() && lines_[at_].is_row; ++at_) {
      const std::vector<std::string> cells = Split(Text(at_), '\t');
      if (lines_[at_].after_gap && !grid.empty()) {
        table.breaks.push_back(static_cast<int>(grid.size()));
      }
      truth.push_back(TakeTruth(cells));
      const auto found = gold_.of_line.find(lines_[at_].number);
      if (found != gold_.of_line.end())
        unplaced.insert(unplaced.end(), found->second.begin(), found->second.end());
      const bool has_value = std::any_of(truth.back().begin(), truth.back().end(),
                                         [](int index) { return index >= 0; });
      in_header = in_header && !has_value;
      grid.push_back(cells);
      if (in_header) table.header_rows = static_cast<int>(grid.size());
    }
    if (!table.own_page) table.breaks.clear();
    if (table.header_rows == static_cast<int>(grid.size())) table.header_rows = 0;
    if (AddPerformanceTable(first_truth, unplaced, grid)) return;
    CellsFromGrid(grid, truth, &table);
    AlignCells(&table);
    while (table.own_page && at_ < lines_.size() &&
           (StartsWith(Text(at_), "注：") || StartsWith(Text(at_), "说明："))) {
      table.notes.push_back(Text(at_++));
    }
    out_.blocks.push_back(std::move(table));
  }

  std::vector<int> TakeTruth(const std::vector<std::string>& cells) {
    // A value cell may stand beyond the end of a row that lost its blank cells.
    std::vector<int> row(cells.size() + 2, -1);
    for (size_t c = 0; c < row.size(); ++c) {
      const auto found = gold_.placed.find({lines_[at_].number, static_cast<int>(c) + 1});
      if (found == gold_.placed.end()) continue;
      row[c] = static_cast<int>(out_.truth.size());
      out_.truth.push_back(found->second);
    }
    while (row.size() > cells.size() && row.back() < 0) row.pop_back();
    return row;
  }

  // False if the records are none of a form that is set anew. Its records that have a place stand
  // in the truth from `first_truth` on, the others' columns do not hold.
  bool AddPerformanceTable(size_t first_truth, std::vector<int> unplaced,
                           const std::vector<std::vector<std::string>>& grid) {
    std::sort(unplaced.begin(), unplaced.end());
    GoldRecords records;
    for (const int index : unplaced) records.push_back(gold_.unplaced[static_cast<size_t>(index)]);
    if (IsSelfEvaluation(records)) {
      out_.blocks.push_back(SelfEvaluationTable(records, grid, &out_.truth));
    } else if (IsReportIndicators(records)) {
      out_.blocks.push_back(ReportIndicatorTable(records, &out_.truth));
    } else if (IsTransfer(records)) {
      const auto placed = out_.truth.begin() + static_cast<std::ptrdiff_t>(first_truth);
      records.insert(records.begin(), placed, out_.truth.end());
      out_.truth.resize(first_truth);
      out_.blocks.push_back(TransferTable(records, grid, &out_.truth));
    } else {
      return false;
    }
    return true;
  }

  static void AlignCells(Table* table) {
    for (TableCell& cell : table->cells) {
      if (cell.row < table->header_rows) continue;
      const bool words =
          std::any_of(cell.text.begin(), cell.text.end(), [](char c) { return (c & 0x80) != 0; });
      if (cell.truth >= 0)
        cell.align = Align::kRight;
      else if (words && cell.col_span == 1)
        cell.align = Align::kLeft;
    }
  }

  void ReadProse() {
    std::string text = Text(at_);
    if (IsPart(text)) {
      const auto found = contents_.find(MatchForm(text));
      const bool beside_table =
          IsCode(at_ + 2) || std::holds_alternative<Table>(out_.blocks.back());
      if (found != contents_.end() && beside_table) out_.blocks.push_back(PageBreak{found->second});
      out_.blocks.push_back(Prose{ProseKind::kPart, text, ""});
    } else if (IsNewSheet(text)) {
      out_.blocks.push_back(PageBreak{});
      out_.blocks.push_back(Prose{ProseKind::kPart, text, ""});
    } else if (IsHeading(text)) {
      out_.blocks.push_back(Prose{ProseKind::kHeading, text, ""});
    } else {
      AddBody(std::move(text));
    }
    ++at_;
  }

  static bool IsNewSheet(const std::string& text) {
    const auto ends = [&text](const std::string& end) {
      return text.size() > end.size() &&
             text.compare(text.size() - end.size(), end.size(), end) == 0;
    };
    return (StartsWith(text, "附件") && Length(text) < 6) || ends("自评表") || ends("自评分析报告");
  }

  // A paragraph that a page end cut in two is one again; before the tables the cut is kept, so that
  // the pages keep their numbers.
  void AddBody(std::string text) {
    auto* last = std::get_if<Prose>(&out_.blocks.back());
    const bool after_body = last != nullptr && last->kind >= ProseKind::kBody;
    if (after_body && lines_[at_].after_gap) {
      const size_t overlap = Overlap(last->text, text);
      if (overlap > 0) text.erase(0, overlap);
      if (overlap > 0 || (!EndsSentence(last->text) && Length(last->text) > 40)) {
        if (forms_ > 0) {
          last->text += text;
        } else {
          out_.blocks.push_back(PageBreak{});
          out_.blocks.push_back(Prose{ProseKind::kContinued, text, ""});
        }
        return;
      }
    }
    out_.blocks.push_back(Prose{ProseKind::kBody, std::move(text), ""});
  }

  // Bytes at the beginning of `text` that repeat the end of `before`.
  static size_t Overlap(const std::string& before, const std::string& text) {
    constexpr size_t kShortest = 30;
    for (size_t n = std::min(before.size(), text.size()); n >= kShortest; --n) {
      if (before.compare(before.size() - n, n, text, 0, n) == 0) return n;
    }
    return 0;
  }

  std::vector<SeedLine> lines_;
  const SeedGold& gold_;
  size_t at_ = 0;
  int forms_ = 0;
  std::map<std::string, int> contents_;
  Disclosure out_;
};

}  // namespace

Result<Disclosure> ReadSeed(const std::string& text, const SeedGold& gold) {
  return SeedReader(text, gold).Run();
}

}  // namespace juesuan
