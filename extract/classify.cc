#include "extract/classify.h"

#include <algorithm>
#include <utility>

#include "extract/map_table.h"

namespace juesuan {
namespace {

constexpr int kColumns = 30, kUnknownColumn = 5, kRows = 20, kNoRows = 10, kHint = 5;
constexpr int kLikeTitle = 40, kNumbered = 25;  // of a damaged head
constexpr int kEnoughContent = 45;
constexpr int kThreshold = 60, kLead = 10;

struct Fit {
  int columns = 0, rows = 0;
  bool enough_columns = false;
  MappedTable table;
};

Fit FitForm(const TableGrid& grid, const TableHead& head, const FormPack& form,
            const FormWords& words) {
  Fit fit;
  fit.table = MapTable(grid, head.first_row, form, words, head.unit, SectionAbove(head, form));
  const MappedTable& table = fit.table;
  if (table.required > 0)
    fit.columns = std::max(
        0, kColumns * table.found / table.required - kUnknownColumn * table.unknown_columns);
  fit.enough_columns = table.found * 2 >= table.required && table.found > 0;
  const int rows = table.known_rows + table.unknown_rows;
  fit.rows = rows > 0 ? kRows * table.known_rows / rows : kNoRows;
  return fit;
}

std::string Words(const TitleMatch& title) {
  switch (title.kind) {
    case TitleKind::kNone:
      return "表上方没有题名";
    case TitleKind::kOther:
      return "题名“" + title.printed + "”不是十张表之一";
    case TitleKind::kBudget:
      return "题名“" + title.printed + "”是预算表";
    case TitleKind::kForm:
      break;
  }
  return "";
}

// A form by its content and what is left of its head.
void ClassifyByContent(const TableGrid& grid, const TableHead& head, const FormPacks& packs,
                       Classified* out) {
  int best = 0, second = 0;
  const FormPack* form_of_best = nullptr;
  for (const FormPack& form : packs.forms()) {
    if (form.rows == RowKind::kSingle) continue;
    const Fit fit = FitForm(grid, head, form, packs.words());
    if (fit.table.found < fit.table.required || fit.table.unknown_columns > 0) continue;
    const bool numbered = head.number == form.number && head.printed_code.find("公开") == 0;
    const int title = static_cast<int>(kLikeTitle * TitleLikeness(head, form));
    const int score = fit.columns + fit.rows + title + (numbered ? kNumbered : 0);
    second = std::max(second, std::min(score, best));
    if (score <= best) continue;
    best = score;
    form_of_best = &form;
  }
  if (best < kEnoughContent || best - second < kLead) return;
  out->form = form_of_best;
  out->score = kThreshold - 1;  // less than any that has its title
  out->by_content = true;
  out->why.clear();
}

Classified ClassifyByTitle(const TableGrid& grid, const TableHead& head,
                           const std::string& department, const FormPacks& packs) {
  Classified out;
  out.title = MatchTitle(head, department, packs);
  out.why = Words(out.title);
  if (out.title.kind != TitleKind::kForm) return out;
  int second = 0;
  bool enough_columns = false;
  std::string columns;
  const FormPack* best = nullptr;
  for (const FormPack& form : packs.forms()) {
    const auto title = out.title.scores.find(form.id);
    if (title == out.title.scores.end()) continue;
    const Fit fit = FitForm(grid, head, form, packs.words());
    const bool hint = head.number == form.number && head.printed_code.find("公开") == 0;
    const int score = std::min(100, title->second + fit.columns + fit.rows + (hint ? kHint : 0));
    second = std::max(second, std::min(score, out.score));
    if (score <= out.score) continue;
    out.score = score;
    best = &form;
    enough_columns = fit.enough_columns;
    columns = std::to_string(fit.table.found) + "/" + std::to_string(fit.table.required);
  }
  if (!enough_columns) {
    out.why = "题名“" + out.title.printed + "”，但栏目只认出" + columns;
  } else if (out.score < kThreshold) {
    out.why =
        "与“" + best->titles.front().text + "”相符程度" + std::to_string(out.score) + "，不足";
  } else if (out.score - second < kLead) {
    out.why = "同时像两张表";
  } else {
    out.form = best;
  }
  return out;
}

}  // namespace

Classified Classify(const TableGrid& grid, const TableHead& head, const std::string& department,
                    const FormPacks& packs) {
  Classified out = ClassifyByTitle(grid, head, department, packs);
  const bool other = out.title.kind == TitleKind::kBudget || out.title.is_known;
  if (out.form == nullptr && head.weak && !other) ClassifyByContent(grid, head, packs, &out);
  return out;
}

}  // namespace juesuan
