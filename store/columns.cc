#include "store/columns.h"

#include <algorithm>
#include <cmath>

#include "base/json.h"

namespace juesuan {

int64_t ToHundredths(double value) { return std::llround(value * 100); }
double FromHundredths(int64_t value) { return static_cast<double>(value) / 100; }
int64_t ToTenThousandths(double score) { return std::llround(score * 10000); }
double FromTenThousandths(int64_t value) { return static_cast<double>(value) / 10000; }

Box BoxAt(const Query& query, int first) {
  return {FromHundredths(query.Int64(first)), FromHundredths(query.Int64(first + 1)),
          FromHundredths(query.Int64(first + 2)), FromHundredths(query.Int64(first + 3))};
}

std::string ListToText(const std::vector<std::string>& list) {
  Json array = Json::Array();
  for (const std::string& item : list) array.Push(item);
  return array.Dump();
}

std::vector<std::string> ListFromText(std::string_view text) {
  std::vector<std::string> list;
  const Result<Json> array = Json::Parse(text);
  if (!array.ok()) return list;
  for (const Json& item : array->Items()) list.push_back(item.AsString());
  return list;
}

std::optional<std::string> LineReadings(const std::vector<TextLine>& lines) {
  const bool layer_alone = std::all_of(lines.begin(), lines.end(), [](const TextLine& line) {
    return line.readings.size() == 1 && line.readings[0].by == Reader::kLayer &&
           ToTenThousandths(line.readings[0].score) == 10000 && line.readings[0].others.empty();
  });
  if (layer_alone) return std::nullopt;
  Json array = Json::Array();
  for (const TextLine& line : lines) array.Push(ToJson(line.readings));
  return array.Dump();
}

std::optional<std::string> OthersToText(const std::vector<Candidate>& others) {
  if (others.empty()) return std::nullopt;
  Json array = Json::Array();
  for (const Candidate& other : others) {
    Json item = Json::Object();
    item.Set("text", other.text).Set("score", FromTenThousandths(ToTenThousandths(other.score)));
    array.Push(std::move(item));
  }
  return array.Dump();
}

std::vector<Candidate> OthersFromText(std::string_view text) {
  std::vector<Candidate> others;
  const Result<Json> array = Json::Parse(text);
  if (!array.ok()) return others;
  for (const Json& item : array->Items()) others.push_back({item.Str("text"), item.Num("score")});
  return others;
}

}  // namespace juesuan
