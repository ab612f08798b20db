#include "extract/head.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "extract/header_rows.h"

namespace juesuan {
namespace {

constexpr std::array<std::pair<std::u32string_view, Unit>, 5> kMoneyUnits = {
    {{U"百万元", Unit::kBaiWanYuan},
     {U"万元", Unit::kWanYuan},
     {U"千元", Unit::kQianYuan},
     {U"亿元", Unit::kYiYuan},
     {U"元", Unit::kYuan}}};

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

int ChineseNumber(std::u32string_view text) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  int number = 0;
  for (const char32_t c : text) {
    const size_t digit = kDigits.find(c);
    if (c == U'十') {
      number = number == 0 ? 10 : number * 10;
    } else if (digit != std::u32string_view::npos) {
      number += static_cast<int>(digit) + 1;
    } else {
      return 0;
    }
  }
  return number;
}

// The money unit a text begins with: 万元, 人民币万元, （元）.
bool IsMoneyUnit(std::u32string_view text, Unit* unit) {
  constexpr std::u32string_view kRenminbi = U"人民币";
  if (text.substr(0, kRenminbi.size()) == kRenminbi) text.remove_prefix(kRenminbi.size());
  if (!text.empty() && text.front() == U'(') text.remove_prefix(1);
  for (const auto& [name, value] : kMoneyUnits) {
    if (text.substr(0, name.size()) != name) continue;
    // 单位：元山县… names a department.
    const char32_t next = text.size() > name.size() ? text[name.size()] : U' ';
    if (IsCjk(next)) return false;
    *unit = value;
    return true;
  }
  return false;
}

// Where `label` + colon ends in `text`, from `from` on; npos if it does not stand there. A longer
// label that ends the same way (金额单位 for 单位) must not be cut: what is before is no Han
// letter.
size_t AfterLabel(const std::u32string& text, const Spellings& labels, size_t from, size_t* begin) {
  size_t best = std::u32string::npos;
  for (const Spelling& label : labels) {
    const std::u32string with_colon = label.form + U":";
    const size_t at = text.find(with_colon, from);
    if (at == std::u32string::npos) continue;
    const bool part_of_word = at > 0 && IsCjk(text[at - 1]) && text[at - 1] != U'、';
    if (part_of_word || (best != std::u32string::npos && at >= *begin)) continue;
    *begin = at;
    best = at + with_colon.size();
  }
  return best;
}

// The value of a department label runs to the next label, year or unit of the same line.
std::u32string CutValue(const std::u32string& text, size_t from, const FormWords& words) {
  size_t end = text.size();
  size_t begin = 0;
  if (AfterLabel(text, words.unit, from, &begin) != std::u32string::npos)
    end = std::min(end, begin);
  for (const Spelling& label : words.unit)
    end = std::min({end, text.find(label.form + U":", from), text.size()});
  for (size_t i = from; i + 4 < text.size() && i < end; ++i)
    if (text.substr(i, 2) == U"20" && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) &&
        text[i + 4] == U'年')
      end = std::min(end, i);
  return text.substr(from, end - from);
}

std::optional<std::string> FindDepartment(std::string_view line, const FormWords& words) {
  const std::u32string text = MatchPoints(line);
  size_t from = 0, begin = 0;
  for (;;) {
    const size_t after = AfterLabel(text, words.department, from, &begin);
    if (after == std::u32string::npos) return std::nullopt;
    Unit unit = Unit::kNone;
    // 单位：万元 is a unit, 单位：某局 a department.
    if (!IsMoneyUnit(std::u32string_view(text).substr(after), &unit))
      return ToUtf8(CutValue(text, after, words));
    from = after;
  }
}

// A department's name that goes on in the next line: words only, no label, no title, no year.
bool GoesOn(std::string_view line, const FormWords& words) {
  const std::u32string text = MatchPoints(line);
  int number = 0;
  constexpr size_t kLongest = 20;
  if (text.empty() || text.size() > kLongest || ParsePrintedCode(line, &number)) return false;
  if (text.find(U':') != std::u32string::npos || text.back() == U'表') return false;
  if (std::any_of(text.begin(), text.end(), IsDigit)) return false;
  return FindUnit(line, words) == Unit::kNone && IsCjk(text[0]) && text[0] != U'(';
}

bool IsCaptionRow(const TableGrid& grid, int row, const FormWords& words) {
  const auto cells = CellsOfRow(grid, row);
  int written = 0;
  bool caption = false;
  for (const GridCell* cell : cells) {
    const std::string text = cell->Text();
    const std::u32string points = MatchPoints(text);
    if (points.empty()) continue;
    ++written;
    int number = 0;
    if (ParsePrintedCode(text, &number) || FindUnit(text, words) != Unit::kNone) caption = true;
    if (FindDepartment(text, words)) caption = true;
    const bool wide = cell->col_span * 2 > grid.cols;
    if (wide && points.size() > 4 && points.back() == U'表') caption = true;
  }
  constexpr int kMostCells = 4;
  return caption && written <= kMostCells;
}

void ReadLine(const std::vector<std::string>& lines, size_t i, const FormWords& words,
              TableHead* head) {
  const std::string& line = lines[i];
  int number = 0;
  if (ParsePrintedCode(line, &number)) {
    head->printed_code = MatchForm(line);
    head->number = number;
  } else if (i + 1 < lines.size() && ParsePrintedCode(line + "表", &number) &&
             MatchForm(lines[i + 1]) == "表") {
    head->printed_code = MatchForm(line) + "表";
    head->number = number;
  }
  if (const Unit unit = FindUnit(line, words); unit != Unit::kNone) head->unit = unit;
  if (const std::string year = FindYear(line); !year.empty()) head->year = year;
  if (const auto department = FindDepartment(line, words)) {
    head->department = *department;
    const bool cut = MatchForm(line).size() >= department->size() &&
                     MatchForm(line).compare(MatchForm(line).size() - department->size(),
                                             std::string::npos, *department) == 0;
    if (cut && i + 1 < lines.size() && GoesOn(lines[i + 1], words))
      head->department += MatchForm(lines[i + 1]);
  }
}

void ReadBelow(const TableGrid& grid, const FormWords& words, TableHead* head) {
  std::string all;
  for (const TextLine& line : grid.below) {
    const std::string text = Unwrap(line.Text());
    const std::u32string points = MatchPoints(text);
    size_t begin = 0;
    const size_t after = AfterLabel(points, words.note, 0, &begin);
    const bool opens = after != std::u32string::npos && begin == 0;
    if (opens || !head->note.empty()) head->note += text;
    all += MatchForm(text);
  }
  for (const Spelling& empty : words.empty)
    if (all.find(ToUtf8(empty.form)) != std::string::npos) head->declared_empty = true;
}

// Whether the believed reading of `line` is no weak one and no likely runner-up has another unit.
bool SaysOnly(Unit unit, const TextLine& line, const FormWords& words) {
  if (FindUnit(line.Text(), words) != unit) return true;
  constexpr double kWeak = 0.5, kLikely = 0.1;
  const auto differs = [&](const std::string& text) {
    const Unit other = FindUnit(text, words);
    return other != Unit::kNone && other != unit;
  };
  const Reading& believed = line.readings.front();
  if (believed.by != Reader::kLayer && believed.score < kWeak) return false;
  for (const Reading& reading : line.readings) {
    if (differs(reading.text)) return false;
    for (const Candidate& other : reading.others)
      if (other.score >= kLikely && differs(other.text)) return false;
  }
  return true;
}

bool IsUnitSure(const TableGrid& grid, const TableHead& head, const FormWords& words) {
  const auto sure = [&](const TextLine& line) { return SaysOnly(head.unit, line, words); };
  if (head.unit == Unit::kNone) return true;
  if (!std::all_of(grid.above.begin(), grid.above.end(), sure)) return false;
  return std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
    return cell.row >= head.first_row || std::all_of(cell.lines.begin(), cell.lines.end(), sure);
  });
}

// Whether a recogniser was at a loss with a line above the table.
bool IsWeak(const TableGrid& grid) {
  constexpr double kWeakLine = 0.9;
  return std::any_of(grid.above.begin(), grid.above.end(), [](const TextLine& line) {
    return !line.readings.empty() && line.readings.front().by != Reader::kLayer &&
           line.readings.front().score < kWeakLine;
  });
}

}  // namespace

bool ParsePrintedCode(std::string_view line, int* number) {
  std::u32string text = MatchPoints(line);
  text.erase(std::remove_if(text.begin(), text.end(),
                            [](char32_t c) { return c == U':' || c == U'(' || c == U')'; }),
             text.end());
  if (text.find(U'表') == std::u32string::npos) return false;
  std::u32string rest;
  for (size_t i = 0; i < text.size(); ++i) {
    if (std::u32string_view(U"表附公开财决预算gk").find(text[i]) == std::u32string_view::npos)
      rest.push_back(text[i]);
  }
  constexpr size_t kMostDigits = 3;
  if (rest.empty() || rest.size() > kMostDigits) return false;
  const bool digits = std::all_of(rest.begin(), rest.end(), IsDigit);
  *number = digits ? SmallNumber(ToUtf8(rest)) : ChineseNumber(rest);
  return *number > 0;
}

std::string FindYear(std::string_view text) {
  const std::u32string points = MatchPoints(text);
  for (size_t i = 0; i + 4 < points.size(); ++i) {
    const bool alone = i == 0 || !IsDigit(points[i - 1]);
    if (alone && points[i] == U'2' && points[i + 1] == U'0' && IsDigit(points[i + 2]) &&
        IsDigit(points[i + 3]) && points[i + 4] == U'年')
      return ToUtf8(points.substr(i, 4));
  }
  return "";
}

Unit FindUnit(std::string_view text, const FormWords& words) {
  const std::u32string points = MatchPoints(text);
  for (const Spelling& label : words.unit) {
    const std::u32string with_colon = label.form + U":";
    for (size_t at = points.find(with_colon); at != std::u32string::npos;
         at = points.find(with_colon, at + 1)) {
      const auto value = std::u32string_view(points).substr(at + with_colon.size());
      Unit unit = Unit::kNone;
      if (IsMoneyUnit(value, &unit)) return unit;
    }
  }
  return Unit::kNone;
}

std::string SectionAbove(const TableHead& head, const FormPack& form) {
  std::string panel;
  for (const std::string& line : head.lines)
    if (const std::string named = SectionNamed(line, form); !named.empty()) panel = named;
  return panel;
}

TableHead ReadHead(const TableGrid& grid, const FormWords& words) {
  TableHead head;
  for (const TextLine& line : grid.above)
    if (const std::string text = Unwrap(line.Text()); !text.empty()) head.lines.push_back(text);
  constexpr int kMostCaptionRows = 6;
  for (int row = 0; row < std::min(grid.rows, kMostCaptionRows); ++row) {
    if (!IsCaptionRow(grid, row, words)) continue;
    for (int above = head.first_row; above <= row; ++above)
      for (const GridCell* cell : CellsOfRow(grid, above))
        if (const std::string text = Unwrap(cell->Text()); !text.empty())
          head.lines.push_back(text);
    head.first_row = row + 1;
  }
  for (size_t i = 0; i < head.lines.size(); ++i) ReadLine(head.lines, i, words, &head);
  head.unit_sure = IsUnitSure(grid, head, words);
  head.weak = IsWeak(grid);
  ReadBelow(grid, words, &head);
  return head;
}

}  // namespace juesuan
