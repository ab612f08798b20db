#include "extract/narrative_reader.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr char kReason[] = "reason";
constexpr char kUse[] = "use";

bool IsMoneyOrPercent(UnitKind kind) {
  return kind == UnitKind::kMoney || kind == UnitKind::kPercent;
}

const NarrativeTopic* TopicOf(const NarrativePassage& passage, const NarrativeGrammar& grammar) {
  if (passage.part != ProsePart::kNarrative) return nullptr;
  const std::string headings = passage.first + "\n" + passage.second;
  for (const NarrativeTopic& topic : grammar.topics)
    if (AnyFindsIn(topic.sections, headings) && !AnyFindsIn(topic.not_sections, headings))
      return &topic;
  return nullptr;
}

std::string RoleOf(const Figure& figure, const NarrativeCue* cue) {
  if (cue != nullptr) return cue->role;
  if (figure.unit_kind == UnitKind::kMoney) return "account";
  if (figure.unit_kind == UnitKind::kCount) return "count";
  return "";
}

FactMeasure MeasureOf(const Figure& figure, const std::string& role) {
  if (figure.kind == FigureKind::kDate) return FactMeasure::kDate;
  if (figure.kind == FigureKind::kThreshold) return FactMeasure::kNumber;
  if (figure.unit_kind == UnitKind::kCount && MeasureOfRole(role) == FactMeasure::kAmount)
    return FactMeasure::kCount;
  return role.empty() ? FactMeasure::kNumber : MeasureOfRole(role);
}

}  // namespace

NarrativeReader::NarrativeReader(const NarrativeGrammar& grammar, const RecordNames& names,
                                 const std::string& department, const std::string& year)
    : grammar_(grammar), names_(names), department_(MatchForm(department)), year_(year) {}

void NarrativeReader::Read(const NarrativePassage& passage, std::vector<NarrativeFact>* facts) {
  const bool same_section =
      passage_ != nullptr && passage_->first == passage.first && passage_->second == passage.second;
  passage_ = &passage;
  topic_ = TopicOf(passage, grammar_);
  subject_ = item_ = {};
  last_role_.clear();
  zone_ = nullptr;
  zone_closed_ = 0;
  if (!same_section) groups_.clear();
  size_t left = 0;
  for (const Figure& figure : FiguresIn(passage.text, grammar_)) {
    NarrativeFact fact;
    fact.section = passage.section;
    const auto [begin, end] = SentenceAround(passage.text, figure.begin);
    fact.sentence = passage.Printed(begin, end);
    fact.raw = passage.Printed(figure.begin, figure.digits_end);
    fact.unit = figure.unit;
    fact.value = figure.value;
    const TextLine* line = passage.LineOf(figure.begin);
    fact.page = line->page;
    fact.box = passage.BoxOf(figure.begin, figure.end);
    fact.by = line->readings.front().by;
    if (figure.unit_kind == UnitKind::kMoney) money_unit_ = figure.unit;
    if (figure.kind == FigureKind::kQuantity) {
      ReadQuantity(figure, left, &fact);
      left = figure.end;
    } else {
      if (figure.kind == FigureKind::kOrdinal)
        left = passage.text.find_first_not_of(".)、", figure.end);
      fact.measure = MeasureOf(figure, "");
    }
    facts->push_back(std::move(fact));
  }
}

void NarrativeReader::ReadQuantity(const Figure& figure, size_t left, NarrativeFact* fact) {
  const std::string words = passage_->text.substr(left, figure.begin - left);
  const Introduction said =
      Introduce(passage_->text, words, figure, last_role_, department_, grammar_);
  size_t opened = 0;
  const NarrativeZone* zone = ZoneAt(passage_->text, figure.begin, zone_closed_, grammar_, &opened);
  // After a semicolon a sentence may come back to its subjects.
  if (zone != nullptr && passage_->text.find(';', opened) < figure.begin) {
    std::string code;
    const NarrativeSubject* known = FindSubject(said.phrase, &code);
    if (known != nullptr && (known->codes.empty() ? known->name != "*" : !code.empty())) {
      zone_closed_ = figure.begin;
      zone = nullptr;
    }
  }
  if (zone != zone_) item_ = {};
  zone_ = zone;
  if (zone != nullptr) {
    ReadInZone(figure, said, fact);
  } else {
    ReadInTopic(figure, said, fact);
  }
  last_role_ = fact->role;
}

void NarrativeReader::ReadInTopic(const Figure& figure, const Introduction& said,
                                  NarrativeFact* fact) {
  // 教育支出（类）普通教育（款）小学教育（项）。主要用于……。年初预算为: named a sentence ago.
  const size_t paragraph = passage_->text.rfind("。", figure.begin);
  if (said.phrase.empty() && subject_.name.empty() && paragraph != std::string::npos)
    if (const auto path =
            CodePath().Where(std::string_view(passage_->text).substr(0, figure.begin)))
      Enter(passage_->text.substr(path->first, path->second - path->first), figure);
  if (!said.phrase.empty()) Enter(said.phrase, figure);
  const bool as_printed = subject_.known == nullptr || subject_.known->name == "*";
  if (said.phrase.empty() && said.cue == nullptr && as_printed && topic_ != nullptr) {
    // 6个项目自评等级为“优”: what is counted stands behind.
    const std::string_view rest = std::string_view(passage_->text).substr(figure.end);
    const size_t end = std::min(rest.find_first_of(",;:"), rest.find("。"));
    Enter(std::string(rest.substr(0, end)), figure);
    Settle(figure, said.cue, subject_, fact);
    subject_ = {};
    return;
  }
  Settle(figure, said.cue, subject_, fact);
}

void NarrativeReader::ReadInZone(const Figure& figure, const Introduction& said,
                                 NarrativeFact* fact) {
  static const Pattern kLead =
      MustCompile(R"(^(?:[一二三四五六七八九]?是|为|系|:)*(?:(\d{4})年度?)?)");
  std::string phrase = said.phrase;
  for (const Pattern& pattern : zone_->patterns)
    if (const auto found = pattern.Where(phrase)) phrase.erase(0, found->second);
  const std::string year = kLead.GroupsIn(phrase).front();
  phrase = kLead.RemovedFrom(phrase);
  if (!phrase.empty() && !IsMoneyOrPercent(figure.unit_kind) && item_.group != 0) {
    fact->subject = phrase;
  } else if (!phrase.empty()) {
    item_ = {nullptr, phrase, "", ++group_count_};
  }
  const std::string role = RoleOf(figure, said.cue);
  fact->measure = MeasureOf(figure, role);
  if (said.cue != nullptr) fact->direction = said.cue->direction;
  if (fact->subject.empty()) fact->subject = item_.name;
  if (topic_ == nullptr || role.empty() || item_.name.empty()) return;
  fact->role = role;
  fact->form = kReason;
  fact->group = item_.group;
  if (zone_->role == kUse && subject_.group != 0 && (role == "account" || role == "count")) {
    fact->form = topic_->id;
    fact->role = kUse;
    fact->group = subject_.group;
  } else if (role == "account" && !year.empty() && year != year_) {
    fact->role = "prior";
    fact->compare_year = year;
  }
  if (role == "prior" || role == "delta" || role == "rate")
    fact->compare_year = YearCompared(passage_->text, figure.begin, year_);
}

// The subject that a phrase names takes over; an unknown one too, so that nothing is said of the
// one before.
bool NarrativeReader::Enter(const std::string& phrase, const Figure& figure) {
  std::string code;
  const NarrativeSubject* known = FindSubject(phrase, &code);
  if (known != nullptr && known->name.empty() && known->codes.empty()) return true;
  // Things that are counted beside an amount are its own: 共接待2批次、26人次.
  if (known == nullptr && !IsMoneyOrPercent(figure.unit_kind) && subject_.known != nullptr)
    return true;
  subject_ = {known, phrase, code, 0};
  if (known == nullptr) return false;
  if (!known->codes.empty()) {
    if (!code.empty()) subject_.name = names_.LabelOf(known->codes, code);
  } else if (known->name != "*") {
    subject_.name = known->name;
  }
  subject_.group = GroupOf(code.empty() ? subject_.name : code);
  return true;
}

const NarrativeSubject* NarrativeReader::FindSubject(const std::string& phrase,
                                                     std::string* code) const {
  if (topic_ == nullptr || phrase.empty()) return nullptr;
  for (const NarrativeSubject& subject : topic_->subjects) {
    if (subject.codes.empty()) {
      if (AnyFindsIn(subject.words, phrase)) return &subject;
      continue;
    }
    *code = names_.CodeOf(subject.codes, phrase);
    // 类, 款 and 项 are the form's, though the table may call the row otherwise.
    if (!code->empty() || CodePath().Matches(phrase)) return &subject;
  }
  return nullptr;
}

int NarrativeReader::GroupOf(const std::string& name) {
  const auto [found, is_new] = groups_.emplace(name, group_count_ + 1);
  if (is_new) ++group_count_;
  return found->second;
}

void NarrativeReader::Settle(const Figure& figure, const NarrativeCue* cue, const Subject& subject,
                             NarrativeFact* fact) {
  std::string role = RoleOf(figure, cue);
  const bool against_budget = last_role_ == "budget_delta";
  if (role == "rate" && against_budget) role = "budget_rate";
  fact->measure = MeasureOf(figure, role);
  fact->subject = subject.name;
  if (cue != nullptr) fact->direction = cue->direction;
  if (figure.unit.empty() && cue != nullptr)
    fact->unit = fact->measure == FactMeasure::kAmount ? money_unit_ : "%";
  if (role == "prior" || role == "delta" || role == "rate")
    fact->compare_year = YearCompared(passage_->text, figure.begin, year_);
  if (topic_ == nullptr || subject.known == nullptr || role.empty()) return;
  fact->form = topic_->id;
  fact->role = role;
  fact->group = subject.group;
  const auto cells = subject.known->cells.find(role);
  if (cells == subject.known->cells.end()) return;
  const Record* record = names_.Find(cells->second, subject.code);
  if (record == nullptr) return;
  fact->bound_to = names_.KeyOf(*record);
}

}  // namespace juesuan
