#include "base/narrative.h"

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<8> kMeasures = {"amount",     "delta", "rate", "share",
                                    "completion", "count", "date", "number"};
constexpr NameTable<3> kDirections = {"", "up", "down"};

void SetUnlessEmpty(std::string_view key, const std::string& text, Json* json) {
  if (!text.empty()) json->Set(key, text);
}

Json FigureToJson(const NarrativeFact& f) {
  Json json = Json::Object();
  json.Set("raw", f.raw).Set("unit", f.unit);
  if (f.value) json.Set("value", f.value->ToString());
  json.Set("measure", FactMeasureName(f.measure));
  SetUnlessEmpty("direction", std::string(FactDirectionName(f.direction)), &json);
  SetUnlessEmpty("subject", f.subject, &json);
  SetUnlessEmpty("compare_year", f.compare_year, &json);
  json.Set("page", f.page).Set("box", f.box);
  if (f.by != Reader::kLayer) json.Set("by", ReaderName(f.by));
  SetUnlessEmpty("bound_to", f.bound_to, &json);
  if (f.form.empty()) return json;
  return json.Set("form", f.form).Set("role", f.role).Set("group", f.group);
}

Result<NarrativeFact> FigureFromJson(const Json& json) {
  NarrativeFact f;
  f.raw = json.Str("raw");
  f.unit = json.Str("unit");
  f.subject = json.Str("subject");
  f.compare_year = json.Str("compare_year");
  f.page = static_cast<int>(json.Int("page"));
  f.box = json.GetBox("box");
  f.bound_to = json.Str("bound_to");
  f.form = json.Str("form");
  f.role = json.Str("role");
  f.group = static_cast<int>(json.Int("group"));
  const auto measure = ParseFactMeasure(json.Str("measure"));
  const auto direction = ParseFactDirection(json.Str("direction"));
  const auto by = ParseReader(json.Str("by", ReaderName(Reader::kLayer)));
  if (!measure || !direction || !by)
    return MakeError(ErrorCode::kMalformed, "not a figure of a sentence");
  f.measure = *measure;
  f.direction = *direction;
  f.by = *by;
  if (json.Has("value")) f.value = ParseDecimal(json.Str("value"));
  return f;
}

}  // namespace

std::string_view FactMeasureName(FactMeasure measure) { return EnumName(kMeasures, measure); }
std::optional<FactMeasure> ParseFactMeasure(std::string_view name) {
  return ParseEnum<FactMeasure>(kMeasures, name);
}
std::string_view FactDirectionName(FactDirection direction) {
  return EnumName(kDirections, direction);
}
std::optional<FactDirection> ParseFactDirection(std::string_view name) {
  return ParseEnum<FactDirection>(kDirections, name);
}

std::vector<Json> ToJson(const std::vector<NarrativeFact>& facts) {
  std::vector<Json> lines;
  for (size_t first = 0; first < facts.size();) {
    const NarrativeFact& head = facts[first];
    Json figures = Json::Array();
    size_t at = first;
    for (; at < facts.size() && facts[at].sentence == head.sentence &&
           facts[at].section == head.section;
         ++at)
      figures.Push(FigureToJson(facts[at]));
    Json line = Json::Object();
    line.Set("sentence", head.sentence).Set("section", head.section);
    lines.push_back(std::move(line.Set("figures", std::move(figures))));
    first = at;
  }
  return lines;
}

Status AddFactsFromJson(const Json& sentence, std::vector<NarrativeFact>* facts) {
  for (const Json& item : sentence.Items("figures")) {
    JUESUAN_TRY(NarrativeFact fact, FigureFromJson(item));
    fact.sentence = sentence.Str("sentence");
    fact.section = sentence.Str("section");
    facts->push_back(std::move(fact));
  }
  return Ok();
}

}  // namespace juesuan
