#include "base/words.h"

#include <cmath>

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<5> kReaders = {"layer", "ppocr", "tesseract", "repair", "reviewer"};

double Round4(double value) { return std::round(value * 10000) / 10000; }

}  // namespace

std::string_view ReaderName(Reader reader) { return EnumName(kReaders, reader); }

std::optional<Reader> ParseReader(std::string_view name) {
  return ParseEnum<Reader>(kReaders, name);
}

Json ToJson(const std::vector<Reading>& readings) {
  Json array = Json::Array();
  for (const Reading& reading : readings) {
    Json json = Json::Object();
    json.Set("by", ReaderName(reading.by)).Set("text", reading.text);
    json.Set("score", Round4(reading.score));
    if (!reading.others.empty()) {
      Json others = Json::Array();
      for (const Candidate& other : reading.others) {
        Json item = Json::Object();
        others.Push(item.Set("text", other.text).Set("score", Round4(other.score)));
      }
      json.Set("others", std::move(others));
    }
    array.Push(std::move(json));
  }
  return array;
}

std::vector<Reading> ReadingsFromJson(const Json& json) {
  std::vector<Reading> readings;
  for (const Json& item : json.Items()) {
    const std::optional<Reader> by = ParseReader(item.Str("by"));
    if (!by) continue;
    Reading reading{*by, item.Str("text"), item.Num("score"), {}};
    for (const Json& other : item.Items("others"))
      reading.others.push_back({other.Str("text"), other.Num("score")});
    readings.push_back(std::move(reading));
  }
  return readings;
}

Json ToJson(const WordPage& page) {
  Json json = Json::Object();
  json.Set("page", page.page).Set("frame", ToJson(page.frame));
  json.Set("kind", PageKindName(page.kind)).Set("rulings", ToJson(page.rulings));
  Json words = Json::Array(), unread = Json::Array();
  for (const Word& word : page.words) {
    Json item = Json::Object();
    item.Set("box", word.box).Set("size", Round2(word.size));
    if (word.bold) item.Set("bold", true);
    words.Push(item.Set("readings", ToJson(word.readings)));
  }
  for (const UnreadRegion& region : page.unread) {
    Json item = Json::Object();
    unread.Push(item.Set("box", region.box).Set("why", region.why));
  }
  return json.Set("words", std::move(words)).Set("unread", std::move(unread));
}

Result<WordPage> WordPageFromJson(const Json& json) {
  WordPage page;
  page.page = static_cast<int>(json.Int("page"));
  if (page.page < 1) return MakeError(ErrorCode::kMalformed, "not a words artefact");
  page.frame = FrameFromJson(json.At("frame"));
  page.kind = ParsePageKind(json.Str("kind")).value_or(PageKind::kBlank);
  page.rulings = RulingsFromJson(json.At("rulings"));
  for (const Json& w : json.Items("words")) {
    Word word{w.GetBox("box"), w.Num("size"), w.Bool("bold"), ReadingsFromJson(w.At("readings"))};
    if (word.readings.empty()) return MakeError(ErrorCode::kMalformed, "a word without a reading");
    page.words.push_back(std::move(word));
  }
  for (const Json& u : json.Items("unread")) page.unread.push_back({u.GetBox("box"), u.Str("why")});
  return page;
}

}  // namespace juesuan
