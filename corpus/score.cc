#include "corpus/score.h"

#include <fmt/format.h>

#include <set>
#include <tuple>

#include "base/quantity.h"
#include "base/text.h"

namespace juesuan {
namespace {

using CellKey = std::tuple<std::string, std::string, std::string, std::string>;
using TableKey = std::pair<std::string, std::string>;

// A form of one row has no row key of its own: what stands there is a matter of taste.
bool IsSingleRow(const std::string& form) { return form == "PUB09"; }

CellKey KeyOf(const ScoredRecord& record) {
  return {record.form, record.project,
          IsSingleRow(record.form) ? std::string() : MatchForm(record.row_key),
          MatchForm(record.col_key)};
}

bool IsNumber(const ScoredRecord& record) { return record.kind == "number"; }

bool SameContent(const ScoredRecord& truth, const ScoredRecord& got) {
  if (truth.kind != got.kind) return false;
  if (IsNumber(truth)) return SameNumber(truth, got);
  return truth.kind != "text" || MatchForm(truth.raw) == MatchForm(got.raw);
}

// 3: the same panel; 1: one side names none or one name holds the other; 0: two different panels.
int PanelAffinity(const ScoredRecord& truth, const ScoredRecord& got) {
  const std::string a = MatchForm(truth.panel), b = MatchForm(got.panel);
  if (a == b) return 3;
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos ? 1 : 0;
}

// The record of `candidates` not yet taken that fits best; -1 if there is none.
int BestFit(const ScoredRecord& truth, const std::vector<int>& candidates,
            const std::vector<ScoredRecord>& got, const std::vector<bool>& taken) {
  int best = -1, best_fit = -1;
  for (const int index : candidates) {
    const auto i = static_cast<size_t>(index);
    if (taken[i]) continue;
    const int fit = 2 * PanelAffinity(truth, got[i]) + (truth.page == got[i].page ? 1 : 0);
    if (fit > best_fit) best = index, best_fit = fit;
  }
  return best;
}

class Comparison {
 public:
  Comparison(const std::vector<ScoredRecord>& truth, const std::vector<ScoredRecord>& got)
      : truth_(truth), got_(got), taken_(got.size()) {}

  Score Run() {
    std::map<CellKey, std::vector<int>> index;
    for (size_t i = 0; i < got_.size(); ++i) index[KeyOf(got_[i])].push_back(static_cast<int>(i));
    score_.truth_of.assign(got_.size(), -1);
    for (size_t at = 0; at < truth_.size(); ++at) {
      const ScoredRecord& record = truth_[at];
      tables_.insert({record.form, record.project});
      const auto found = index.find(KeyOf(record));
      const int fit = found == index.end() ? -1 : BestFit(record, found->second, got_, taken_);
      if (fit >= 0) {
        taken_[static_cast<size_t>(fit)] = true;
        score_.truth_of[static_cast<size_t>(fit)] = static_cast<int>(at);
      }
      JudgeCell(record, fit < 0 ? nullptr : &got_[static_cast<size_t>(fit)]);
    }
    for (size_t i = 0; i < got_.size(); ++i) {
      if (!taken_[i] && IsNumber(got_[i])) JudgeInvented(ScoredRecord{}, got_[i]);
    }
    for (const TableKey& table : tables_) {
      Tally& tally = score_.forms[table.first];
      ++tally.tables;
      if (spoilt_.count(table) == 0) ++tally.tables_exact;
    }
    for (const auto& [form, tally] : score_.forms) Add(tally);
    return std::move(score_);
  }

 private:
  void JudgeCell(const ScoredRecord& truth, const ScoredRecord* got) {
    Tally& tally = score_.forms[truth.form];
    ++tally.cells;
    JudgeLabel(truth, got, &tally);
    if (IsNumber(truth)) JudgeNumber(truth, got, &tally);
    const bool content = got != nullptr && SameContent(truth, *got);
    // A blank cell of a row that a page's end cuts stands on both pages.
    if (content && (truth.page == got->page || truth.kind == "blank")) {
      ++tally.cells_exact;
      return;
    }
    spoilt_.insert({truth.form, truth.project});
    if (got != nullptr && IsNumber(*got) && !IsNumber(truth)) {
      JudgeInvented(truth, *got);
    } else if (!IsNumber(truth) || content) {
      score_.misses.push_back({content ? "page" : "kind", truth, got ? *got : ScoredRecord{}});
    }
  }

  void JudgeNumber(const ScoredRecord& truth, const ScoredRecord* got, Tally* tally) {
    ++tally->numbers;
    if (got == nullptr || !IsNumber(*got)) {
      ++tally->missing;
      if (got != nullptr && got->status != "suspect") ++tally->lost;
      score_.misses.push_back({"missing", truth, got ? *got : ScoredRecord{}});
    } else if (!SameNumber(truth, *got)) {
      ++tally->wrong;
      ++(got->status == "suspect" ? tally->flagged : tally->silent);
      score_.misses.push_back({"wrong", truth, *got});
    } else {
      ++tally->numbers_exact;
      if (truth.page != got->page) ++tally->off_page;
    }
  }

  void JudgeInvented(const ScoredRecord& truth, const ScoredRecord& got) {
    Tally& tally = score_.forms[got.form];
    ++tally.invented;
    ++(got.status == "suspect" ? tally.flagged : tally.silent);
    spoilt_.insert({got.form, got.project});
    score_.misses.push_back({"invented", truth, got});
  }

  void JudgeLabel(const ScoredRecord& truth, const ScoredRecord* got, Tally* tally) {
    const auto row = std::make_tuple(truth.form, truth.project, truth.panel, truth.row_key);
    if (truth.row_label.empty() || !rows_.insert(row).second) return;
    ++tally->labels;
    if (got != nullptr && MatchForm(got->row_label) == MatchForm(truth.row_label)) {
      ++tally->labels_exact;
    }
  }

  void Add(const Tally& tally) {
    Tally& total = score_.total;
    for (const auto field :
         {&Tally::cells, &Tally::cells_exact, &Tally::numbers, &Tally::numbers_exact, &Tally::wrong,
          &Tally::missing, &Tally::invented, &Tally::flagged, &Tally::silent, &Tally::lost,
          &Tally::off_page, &Tally::labels, &Tally::labels_exact, &Tally::tables,
          &Tally::tables_exact}) {
      total.*field += tally.*field;
    }
  }

  const std::vector<ScoredRecord>& truth_;
  const std::vector<ScoredRecord>& got_;
  std::vector<bool> taken_;
  std::set<TableKey> tables_, spoilt_;
  std::set<std::tuple<std::string, std::string, std::string, std::string>> rows_;
  Score score_;
};

std::optional<int64_t> FenOf(const std::string& value, const std::string& unit_name) {
  const auto amount = ParseDecimal(value);
  const auto unit = ParseUnit(unit_name);
  if (!amount || !unit) return std::nullopt;
  const auto fen = ToFen(*amount, *unit);
  return fen ? std::optional(fen->value) : std::nullopt;
}

// Parts per million, rounded down; a whole of nothing is complete.
int64_t Ppm(int64_t part, int64_t whole) { return whole == 0 ? 1000000 : part * 1000000 / whole; }

std::string Row(const std::string& name, const Tally& t) {
  return fmt::format("{:<16}{:>6}{:>7}{:>8}{:>7}{:>7}{:>7}{:>8}{:>8}{:>8}{:>6}{:>10}{:>8}\n", name,
                     t.cells, t.cells_exact, t.numbers, t.numbers_exact, t.wrong, t.missing,
                     t.invented, t.flagged, t.silent, t.lost,
                     fmt::format("{}/{}", t.labels_exact, t.labels),
                     fmt::format("{}/{}", t.tables_exact, t.tables));
}

}  // namespace

bool SameNumber(const ScoredRecord& a, const ScoredRecord& b) {
  if (a.fen && b.fen) return *a.fen == *b.fen;
  return a.fen.has_value() == b.fen.has_value() && a.value == b.value;
}

ScoredRecord RecordFromJson(const Json& json) {
  const bool fact = json.Has("record");
  ScoredRecord record;
  record.form = json.Str(fact ? "record" : "form");
  record.project = json.Str("project");
  record.row_key = json.Str("row_key");
  record.row_label = json.Str("row_label");
  record.panel = json.Str("panel");
  record.col_key = json.Str("col_key");
  record.kind = json.Str(fact ? "kind" : "cell_kind");
  record.raw = json.Str("raw");
  record.value = json.Str("value");
  record.fen = fact ? FenOf(record.value, json.Str("unit")) : json.MaybeInt("value_fen");
  record.status = json.Str("status");
  record.page = static_cast<int>(json.Int("page"));
  record.box = json.GetBox("box");
  return record;
}

Result<std::vector<ScoredRecord>> ParseRecords(const std::string& json_lines) {
  std::vector<ScoredRecord> records;
  for (const std::string& line : Split(json_lines, '\n')) {
    if (line.empty()) continue;
    JUESUAN_TRY(const Json json, Json::Parse(line));
    if (json.Has("record") || json.Has("form")) records.push_back(RecordFromJson(json));
  }
  return records;
}

Score Compare(const std::vector<ScoredRecord>& truth, const std::vector<ScoredRecord>& got) {
  return Comparison(truth, got).Run();
}

Json ToJson(const Tally& tally) {
  Json json = Json::Object();
  json.Set("cells", tally.cells).Set("cells_exact", tally.cells_exact);
  json.Set("cells_ppm", Ppm(tally.cells_exact, tally.cells));
  json.Set("numbers", tally.numbers).Set("numbers_exact", tally.numbers_exact);
  json.Set("numbers_ppm", Ppm(tally.numbers_exact, tally.numbers));
  json.Set("wrong", tally.wrong).Set("missing", tally.missing).Set("invented", tally.invented);
  json.Set("flagged", tally.flagged).Set("silent", tally.silent).Set("lost", tally.lost);
  json.Set("off_page", tally.off_page);
  json.Set("labels", tally.labels).Set("labels_exact", tally.labels_exact);
  json.Set("labels_ppm", Ppm(tally.labels_exact, tally.labels));
  json.Set("tables", tally.tables).Set("tables_exact", tally.tables_exact);
  return json;
}

Json ToJson(const Score& score) {
  Json forms = Json::Object();
  for (const auto& [form, tally] : score.forms) forms.Set(form, ToJson(tally));
  Json json = Json::Object();
  json.Set("total", ToJson(score.total)).Set("forms", std::move(forms));
  return json;
}

std::string ToText(const Score& score) {
  std::string text =
      fmt::format("{:<16}{:>6}{:>7}{:>8}{:>7}{:>7}{:>7}{:>8}{:>8}{:>8}{:>6}{:>10}{:>8}\n", "form",
                  "cells", "exact", "numbers", "right", "wrong", "miss", "invent", "flagged",
                  "SILENT", "lost", "labels", "tables");
  for (const auto& [form, tally] : score.forms) text += Row(form, tally);
  return text + Row("total", score.total);
}

std::vector<std::string> BelowFloor(const Tally& total, const Json& floor) {
  std::vector<std::string> short_of;
  const auto check = [&](const char* name, int64_t have, char relation) {
    const auto bound = floor.MaybeInt(name);
    if (!bound) return;
    const bool holds = relation == '='   ? have == *bound
                       : relation == '>' ? have >= *bound
                                         : have <= *bound;
    if (!holds) {
      short_of.push_back(fmt::format("{} is {}, the floor asks {}= {}", name, have,
                                     relation == '=' ? "=" : std::string(1, relation), *bound));
    }
  };
  check("cells", total.cells, '=');
  check("numbers", total.numbers, '=');
  check("cells_ppm", Ppm(total.cells_exact, total.cells), '>');
  check("numbers_ppm", Ppm(total.numbers_exact, total.numbers), '>');
  check("labels_ppm", Ppm(total.labels_exact, total.labels), '>');
  check("tables_exact", total.tables_exact, '>');
  check("silent", total.silent, '<');
  check("invented", total.invented, '<');
  check("lost", total.lost, '<');
  return short_of;
}

}  // namespace juesuan
