#include "extract/codes.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/facts.h"
#include "base/text.h"
#include "extract/row_keys.h"

namespace juesuan {
namespace {

bool AllDigits(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A 款 or 项 of its own column has two digits; a spreadsheet drops the leading zero.
std::string TwoDigits(const std::string& part) { return part.size() == 1 ? "0" + part : part; }

std::string ParentOf(const std::string& code) {
  return code.size() > 3 ? code.substr(0, code.size() - 2) : "";
}

// Every other text that was read in the code's cell.
std::vector<std::string> OtherReadings(const GridCell& cell) {
  std::vector<std::string> out;
  if (cell.lines.size() != 1) return out;
  for (const Reading& reading : cell.lines[0].readings) {
    out.push_back(MatchForm(reading.text));
    for (const Candidate& other : reading.others) out.push_back(MatchForm(other.text));
  }
  return out;
}

}  // namespace

std::string CodeRun::Join(const RowText& row) const {
  if (!row.code.empty()) return row.code;
  const auto& [head, middle, tail] = row.levels;
  // The whole code, printed in the column of its level.
  if (head.empty() && tail.empty() && middle.size() == 5) return middle;
  if (head.empty() && middle.empty() && tail.size() == 7) return tail;
  if (!head.empty()) return head + TwoDigits(middle) + TwoDigits(tail);
  if (!middle.empty() && last_.size() >= 3)
    return last_.substr(0, 3) + TwoDigits(middle) + TwoDigits(tail);
  if (!tail.empty() && last_.size() >= 5) return last_.substr(0, 5) + TwoDigits(tail);
  return middle + tail;
}

// What a row does not print itself it has from the row above. In a picture that is so only where
// nothing unread stands in its place, nor a cell that reaches down and has another code.
bool CodeRun::InheritsSurely(const RowText& row, const std::string& code) const {
  if (row.by_layer || !row.code.empty() || last_.size() < 3) return true;
  const bool takes_head = row.levels[0].empty() && code.compare(0, 3, last_, 0, 3) == 0;
  const bool takes_middle = takes_head && row.levels[1].empty() && last_.size() >= 5 &&
                            code.size() == 7 && code.compare(0, 5, last_, 0, 5) == 0;
  if (!takes_head) return true;
  const auto differs = [&](size_t level, const std::string& part) {
    return !row.above[level].empty() && row.above[level] != part;
  };
  if (row.unread_code || !last_sure_ || differs(0, last_.substr(0, 3))) return false;
  return !takes_middle || !differs(1, last_.substr(3, 2));
}

bool CodeRun::IsWellFormed(const std::string& code) const {
  if (!AllDigits(code)) return false;
  if (form_.rows == RowKind::kEconomic)
    return (code.size() == 3 || code.size() == 5) && (code[0] == '3' || code[0] == '5');
  return (code.size() == 3 || code.size() == 5 || code.size() == 7) && code[0] == '2';
}

const LineItem* CodeRun::ByCode(const std::string& code) const {
  for (const LineItem& line : form_.lines)
    if (!line.code.empty() && line.code == code) return &line;
  return nullptr;
}

// The one item of the running 类 with this name.
const LineItem* CodeRun::ByName(const std::string& label) const {
  const std::u32string points = MatchPoints(label);
  const LineItem* found = nullptr;
  if (last_.size() < 3 || label.empty()) return nullptr;
  for (const LineItem& line : form_.lines) {
    if (line.code.compare(0, 3, last_, 0, 3) != 0 || Edits(points, line.labels) != 0) continue;
    if (found != nullptr) return nullptr;
    found = &line;
  }
  return found;
}

// The one code in `read`, of which some signs are what a mark left beside or between its digits: it
// comes after the one above, under a parent that it shares with it. "" if there is none, or
// several.
std::string CodeRun::AmongRests(const std::string& read) const {
  std::vector<std::string> runs(1);
  std::string all;
  for (const char c : read) {
    const bool digit = c >= '0' && c <= '9';
    if (digit) runs.back() += c, all += c;
    if (!digit && !runs.back().empty()) runs.emplace_back();
  }
  runs.push_back(all);
  std::set<std::string> fits;
  for (const std::string& code : runs) {
    const std::string parent = ParentOf(code);
    const bool listed = form_.rows != RowKind::kEconomic || ByCode(code) != nullptr;
    if (IsWellFormed(code) && listed && code > last_ &&
        last_.compare(0, parent.size(), parent) == 0)
      fits.insert(code);
  }
  return fits.size() == 1 ? *fits.begin() : "";
}

CodeReading CodeRun::Repair(const RowText& row, const std::string& read) const {
  CodeReading out;
  out.code = read;
  std::set<std::string> fits;
  if (row.code_cell != nullptr && !row.code.empty()) {
    for (const std::string& other : OtherReadings(*row.code_cell)) {
      const bool child = last_.size() < 3 || other.compare(0, 3, last_, 0, 3) == 0;
      if (IsWellFormed(other) && child) fits.insert(other);
    }
  }
  const LineItem* named = ByName(row.label);
  if (named != nullptr) fits = {named->code};
  if (fits.size() == 1) {
    out.code = *fits.begin();
    out.known = true;
    out.doubt = "科目代码读作“" + read + "”，改为" + out.code;
  } else if (const std::string code = AmongRests(read); !row.by_layer && !code.empty()) {
    out.code = code;
    out.known = true;
    out.doubt = kKeyDoubt + ("科目代码读作“" + read + "”，按上下科目认作" + code);
  } else {
    out.problem = "“" + read + "”不是科目代码";
    out.doubt = kKeyDoubt + out.problem;
  }
  return out;
}

CodeReading CodeRun::Read(const RowText& row) {
  CodeReading out;
  out.code = Join(row);
  if (out.code.empty()) return out;
  if (!IsWellFormed(out.code)) out = Repair(row, out.code);
  if (out.problem.empty() && out.doubt.empty()) {
    const bool closed = form_.rows == RowKind::kEconomic;
    const LineItem* item = ByCode(out.code);
    out.known = !closed || item != nullptr;
    // A recogniser can turn one code of the list into another; the name then belongs elsewhere.
    if (closed && !row.by_layer && !row.label.empty()) {
      const LineItem* named = ByName(row.label);
      const bool agrees =
          item != nullptr && Edits(MatchPoints(row.label), item->labels) != kNoMatch;
      if (!agrees && (item == nullptr || named != nullptr)) {
        out.doubt = kKeyDoubt + ("科目代码" + out.code + "与科目名称不符");
        out.known = false;
      }
    }
  }
  // 210, nothing, 03 is not 21003: what the picture has between them went unread.
  const auto& [head, middle, tail] = row.levels;
  const bool gap = !head.empty() && middle.empty() && !tail.empty();
  if (!row.by_layer && row.code.empty() && gap)
    AddDoubt(kKeyDoubt + ("科目代码" + out.code + "的款未能辨认"), &out.doubt);
  if (!InheritsSurely(row, out.code))
    AddDoubt(kKeyDoubt + ("科目代码" + out.code + "的上级未能辨认"), &out.doubt);
  if (out.problem.empty()) {
    last_ = out.code;
    last_sure_ = out.doubt.empty() && row.sure;
  }
  return out;
}

void CheckCodes(const FormPack& form, std::vector<std::vector<RowKey>>* rows) {
  std::map<std::string, int> codes;  // how often each is printed
  std::map<std::string, std::set<std::string>> names;
  int children = 0, orphans = 0;
  const auto each = [&](auto visit) {
    for (auto& sides : *rows)
      for (RowKey& row : sides)
        if (row.IsPresent() && AllDigits(row.key)) visit(row);
  };
  each([&](RowKey& row) {
    ++codes[row.key];
    if (!row.text.label.empty()) names[row.key].insert(MatchForm(row.text.label));
  });
  const auto is_orphan = [&](const std::string& code) {
    return code.size() > 3 && codes.count(ParentOf(code)) == 0;
  };
  each([&](RowKey& row) {
    if (row.key.size() > 3) ++children;
    if (is_orphan(row.key)) ++orphans;
  });
  std::set<std::string> seen;
  each([&](RowKey& row) {
    const bool odd = is_orphan(row.key) && orphans * 2 < children;
    if (odd && !row.text.by_layer)
      AddDoubt(kKeyDoubt + ("科目代码" + row.key + "的上级科目不在表中"), &row.doubt);
    if (codes[row.key] == 1) return;
    const std::string repeated = "科目代码" + row.key + "在表中重复";
    if (form.rows != RowKind::kFunctional) {
      // A 类 may be printed again where the next panel goes on with it; under another name its 款
      // was lost.
      if (names[row.key].size() > 1) AddDoubt(kKeyDoubt + repeated, &row.doubt);
      return;
    }
    const bool second = !seen.insert(row.key).second;
    // Of two rows that a recogniser gives one code either may be another.
    if (!row.text.by_layer)
      AddDoubt(kKeyDoubt + repeated, &row.doubt);
    else if (second)
      AddDoubt(repeated, &row.doubt);
  });
}

}  // namespace juesuan
