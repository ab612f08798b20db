#include "check/describe.h"

#include <algorithm>

#include "check/slip.h"

namespace juesuan {
namespace {

const Equation& EquationAt(const Session& session, int at) {
  return session.rules.equations[static_cast<size_t>(at)];
}
const Evaluation& EvaluationAt(const Session& session, int at) {
  return session.evaluations[static_cast<size_t>(at)];
}

int ScaleIn(const Session& session, const std::vector<SignedCell>& cells) {
  int scale = 0;
  for (const SignedCell& cell : cells)
    if (session.IsRecord(cell.cell) && session.RecordOf(cell.cell).value)
      scale = std::max(scale, session.RecordOf(cell.cell).value->scale);
  return scale;
}

std::string SideText(const Session& session, const std::vector<SignedCell>& cells, Int128 constant,
                     Unit unit, int scale) {
  std::string out;
  for (const SignedCell& cell : cells) {
    const CellValue& value = session.values[static_cast<size_t>(cell.cell)];
    if (!value.known || value.blank) continue;
    if (!out.empty()) out += cell.sign < 0 ? " - " : " + ";
    if (out.empty() && cell.sign < 0) out += "-";
    out += ToText(value.number.value, unit, scale);
  }
  if (constant != 0) out += (out.empty() ? "" : " + ") + ToText(constant, unit, scale);
  return out.empty() ? "空" : out;
}

const char* Sign(Relation relation) {
  switch (relation) {
    case Relation::kEqual:
      return " = ";
    case Relation::kAtMost:
      return " ≤ ";
    case Relation::kAtLeast:
      return " ≥ ";
  }
  return " ";
}

std::string TimesText(int64_t factor) {
  if (factor == 10'000) return "1万";
  if (factor == 100'000'000) return "1亿";
  return std::to_string(factor);
}

// The slip between the two sides, or of the one cell whose change mends everything.
std::string SlipText(const Session& session, const Evaluation& evaluation, const Cause& cause) {
  int64_t factor =
      SlipFactor(evaluation.left, evaluation.left_ulps, evaluation.right, evaluation.right_ulps);
  if (factor > 0) return "，差" + TimesText(factor) + "倍";
  if (!cause.IsSingle()) return "";
  const int cell = cause.cells.front();
  const CellValue& value = session.values[static_cast<size_t>(cell)];
  if (!session.IsRecord(cell) || value.blank) return "";
  const Int128 should_be = value.number.value + cause.shift;
  factor = SlipFactor(value.number.value, value.number.ulp, should_be, evaluation.envelope * 2);
  if (factor == 0) return "";
  return "，" + session.RecordOf(cell).raw + "疑差" + TimesText(factor) + "倍";
}

std::string TitleOf(const Session& session, const Equation& equation) {
  for (const auto* side : {&equation.left, &equation.right})
    for (const SignedCell& cell : *side) {
      if (!session.IsRecord(cell.cell)) continue;
      const auto form = session.packs.forms().find(session.RecordOf(cell.cell).form);
      return form == session.packs.forms().end() ? "" : "《" + form->second.title + "》";
    }
  return "";
}

}  // namespace

std::string NameOf(const Session& session, int equation) {
  const std::string& place = session.InstanceOf(equation).place;
  return session.RuleOf(equation).id + (place.empty() ? "" : " " + place);
}

std::string PathOf(const Record& record) {
  return record.form + "/" + record.row_key + "/" + record.col_key;
}

FindingCell ToFindingCell(const Session& session, int cell) {
  FindingCell out;
  if (!session.IsRecord(cell)) {
    const Quote& quote = session.QuoteOf(cell);
    out.raw = quote.raw;
    out.page = quote.page;
    out.box = quote.box;
    return out;
  }
  const Record& record = session.RecordOf(cell);
  out.form = record.form;
  out.row_key = record.row_key;
  out.col_key = record.col_key;
  out.raw = record.raw;
  out.table = record.table;
  out.row = record.row;
  out.col = record.col;
  out.page = record.page;
  out.box = record.box;
  return out;
}

std::string FilledIn(const Session& session, int at) {
  const Equation& equation = EquationAt(session, at);
  const Unit unit = EvaluationAt(session, at).unit;
  const int scale = std::max(ScaleIn(session, equation.left), ScaleIn(session, equation.right));
  return SideText(session, equation.left, equation.left_constant, unit, scale) +
         Sign(equation.relation) +
         SideText(session, equation.right, equation.right_constant, unit, scale);
}

Sides SidesOf(const Session& session, int at) {
  const Equation& equation = EquationAt(session, at);
  const Evaluation& evaluation = EvaluationAt(session, at);
  Sides out;
  if (evaluation.outcome == Outcome::kSkipped) return out;
  const int scale = std::max(ScaleIn(session, equation.left), ScaleIn(session, equation.right));
  if (!evaluation.left_blank) out.left = ToText(evaluation.left, evaluation.unit, scale);
  if (!evaluation.right_blank) out.right = ToText(evaluation.right, evaluation.unit, scale);
  out.difference = ToText(evaluation.difference, evaluation.unit, scale);
  out.envelope = ToText(evaluation.envelope, evaluation.unit, scale);
  out.unit = std::string(UnitName(evaluation.unit));
  return out;
}

std::string MessageOf(const Session& session, int at, const Cause& cause) {
  const Equation& equation = EquationAt(session, at);
  const Evaluation& evaluation = EvaluationAt(session, at);
  const Sides sides = SidesOf(session, at);
  const auto amount = [&](const std::string& text) {
    return text.empty() ? std::string("空") : text + sides.unit;
  };
  const std::string& place = session.InstanceOf(at).place;
  std::string out = TitleOf(session, equation);
  if (!place.empty()) out += "（" + place + "）";
  out += amount(sides.left);
  out += equation.relation == Relation::kEqual    ? "与"
         : equation.relation == Relation::kAtMost ? "大于"
                                                  : "小于";
  out += amount(sides.right) + "，相差";
  out += ToText(Magnitude(evaluation.difference), evaluation.unit, 0) + sides.unit;
  out += SlipText(session, evaluation, cause);
  return out + "，不符合“" + session.RuleOf(at).title + "”。";
}

}  // namespace juesuan
