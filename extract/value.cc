#include "extract/value.h"

#include <algorithm>
#include <utility>

#include "base/least_score.h"
#include "extract/amount.h"
#include "extract/label.h"

namespace juesuan {
namespace {

const Reading* By(const TextLine& line, Reader by) {
  for (const Reading& reading : line.readings)
    if (reading.by == by) return &reading;
  return nullptr;
}

// The lines' texts as one reader read them.
std::vector<std::string> LinesBy(const GridCell& cell, Reader by) {
  std::vector<std::string> out;
  for (const TextLine& line : cell.lines) {
    const Reading* reading = By(line, by);
    out.push_back(reading == nullptr ? "" : reading->text);
  }
  return out;
}

std::string Join(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line;
  return Unwrap(out);
}

bool SameValue(const Amount& a, const Amount& b) {
  return a.kind == b.kind && a.value == b.value && (a.unit == b.unit);
}

// Fonts draw two long dashes as one ligature; printed are two.
std::string WithoutLigatures(std::string text) {
  for (const auto& [ligature, dashes] :
       {std::pair<std::string, std::string>("⸺", "——"), {"⸻", "———"}})
    for (size_t at; (at = text.find(ligature)) != std::string::npos;)
      text.replace(at, ligature.size(), dashes);
  return text;
}

void Take(const Amount& amount, std::string raw, CellValue* out) {
  out->kind = amount.kind;
  out->value = amount.value;
  out->unit = amount.unit;
  out->raw = WithoutLigatures(std::move(raw));
  out->doubt = amount.doubt;
}

// A runner-up of a one-line cell, or a later reader's text, that is an amount.
bool TakeAnother(const GridCell& cell, const std::string& believed, CellValue* out) {
  for (size_t i = 1; i < out->readings.size(); ++i) {
    const Reader by = out->readings[i].by;
    const Amount amount = ParseAmount(LinesBy(cell, by));
    if (!amount.IsAmount()) continue;
    Take(amount, out->readings[i].text, out);
    out->doubt = "首选读数“" + believed + "”不是金额，取" + std::string(ReaderName(by)) + "的读数";
    return true;
  }
  if (cell.lines.size() != 1) return false;
  for (const Reading& reading : cell.lines[0].readings) {
    for (const Candidate& other : reading.others) {
      const Amount amount = ParseAmount(other.text);
      if (!amount.IsAmount()) continue;
      Take(amount, Unwrap(other.text), out);
      out->doubt = "首选读数“" + believed + "”不是金额，取候选读数";
      return true;
    }
  }
  return false;
}

// Doubts about a value that the believed reading gives.
void Doubt(const GridCell& cell, const Amount& amount, CellValue* out) {
  if (!out->doubt.empty()) return;
  const Reading& first = out->readings.front();
  for (const TextLine& line : cell.lines)
    if (By(line, first.by) == nullptr) out->doubt = "格内各行不是同一次读出";
  for (size_t i = 1; i < out->readings.size(); ++i) {
    const Reading& other = out->readings[i];
    if (SameValue(amount, ParseAmount(LinesBy(cell, other.by)))) continue;
    out->doubt = "两次读数不一致：“" + first.text + "”与“" + other.text + "”";
    return;
  }
  if (first.by != Reader::kLayer && first.score < kLeastScore) out->doubt = "识别把握低";
}

}  // namespace

std::vector<Reading> JoinReadings(const GridCell& cell) {
  std::vector<Reading> out;
  for (const TextLine& line : cell.lines) {
    for (const Reading& reading : line.readings) {
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Reading& r) { return r.by == reading.by; });
      if (known) continue;
      Reading joined;
      joined.by = reading.by;
      joined.text = Join(LinesBy(cell, reading.by));
      for (const TextLine& each : cell.lines)
        if (const Reading* part = By(each, reading.by))
          joined.score = std::min(joined.score, part->score);
      if (cell.lines.size() == 1) joined.others = reading.others;
      out.push_back(std::move(joined));
    }
  }
  return out;
}

CellValue ReadValue(const GridCell& cell) {
  CellValue out;
  out.readings = JoinReadings(cell);
  if (!out.readings.empty()) {
    const std::string believed = out.readings.front().text;
    const Amount amount = ParseAmount(LinesBy(cell, out.readings.front().by));
    if (amount.IsAmount()) {
      Take(amount, believed, &out);
      Doubt(cell, amount, &out);
    } else if (!TakeAnother(cell, believed, &out)) {
      out.kind = CellKind::kText;
      out.raw = believed;
      out.doubt = amount.why;
      out.reject = "not_an_amount";
    }
  }
  if (cell.unread) {
    out.doubt = "格内有未能辨认的笔画";
    out.reject = "unread";
  }
  return out;
}

}  // namespace juesuan
