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

namespace {

// JSON is put together as text here: a document has some ten thousand of these short lists, and a
// tree of values for each would cost more than the database does.
void AppendQuoted(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  const auto is_plain = [](char c) {
    return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
  };
  out += '"';
  // Nearly every text is plain to its end.
  const auto plain = std::find_if_not(text.begin(), text.end(), is_plain);
  out.append(text.begin(), plain);
  for (const char c : text.substr(static_cast<size_t>(plain - text.begin()))) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Opens a list at its first item, separates the others.
void AppendNext(std::string& out, bool first) { out += first ? '[' : ','; }

void AppendOthers(std::string& out, const std::vector<Candidate>& others) {
  bool first = true;
  for (const Candidate& other : others) {
    AppendNext(out, first);
    out += '[';
    AppendQuoted(out, other.text);
    out += ',' + std::to_string(ToTenThousandths(other.score)) + ']';
    first = false;
  }
  out += ']';
}

bool IsLayerAlone(const TextLine& line) {
  return line.readings.size() == 1 && line.readings[0].by == Reader::kLayer &&
         ToTenThousandths(line.readings[0].score) == 10000 && line.readings[0].others.empty();
}

void AppendReading(std::string& out, const Reading& reading, const std::string& believed) {
  out += '[';
  AppendQuoted(out, ReaderName(reading.by));
  out += ',' + std::to_string(ToTenThousandths(reading.score));
  if (reading.text != believed || !reading.others.empty()) {
    out += ',';
    AppendQuoted(out, reading.text);
  }
  if (!reading.others.empty()) {
    out += ',';
    AppendOthers(out, reading.others);
  }
  out += ']';
}

// The items of a list of texts without escapes, as nearly all are; nullopt: it takes a parser.
std::optional<std::vector<std::string>> PlainList(std::string_view text) {
  if (text.size() < 4 || text.front() != '[' || text.back() != ']' || text[1] != '"' ||
      text[text.size() - 2] != '"' || text.find('\\') != std::string_view::npos)
    return std::nullopt;
  std::vector<std::string> list;
  for (size_t at = 2;;) {
    const size_t end = text.find('"', at);
    if (end == std::string_view::npos) return std::nullopt;
    list.emplace_back(text.substr(at, end - at));
    if (end + 2 == text.size()) return list;
    if (text.substr(end, 3) != "\",\"") return std::nullopt;
    at = end + 3;
  }
}

}  // namespace

std::string ListToText(const std::vector<std::string>& list) {
  if (list.empty()) return "[]";
  std::string out;
  for (const std::string& item : list) {
    AppendNext(out, out.empty());
    AppendQuoted(out, item);
  }
  return out + ']';
}

std::vector<std::string> ListFromText(std::string_view text) {
  if (auto plain = PlainList(text)) return *plain;
  std::vector<std::string> list;
  const Result<Json> array = Json::Parse(text);
  if (!array.ok()) return list;
  for (const Json& item : array->Items()) list.push_back(item.AsString());
  return list;
}

std::optional<std::string> LineReadings(const std::vector<TextLine>& lines) {
  if (std::all_of(lines.begin(), lines.end(), IsLayerAlone)) return std::nullopt;
  std::string out;
  for (const TextLine& line : lines) {
    AppendNext(out, out.empty());
    if (line.readings.empty()) out += '[';
    for (size_t i = 0; i < line.readings.size(); ++i) {
      AppendNext(out, i == 0);
      AppendReading(out, line.readings[i], line.readings[0].text);
    }
    out += ']';
  }
  return out + ']';
}

std::optional<std::string> OthersToText(const std::vector<Candidate>& others) {
  if (others.empty()) return std::nullopt;
  std::string out;
  AppendOthers(out, others);
  return out;
}

std::vector<Candidate> OthersFromText(std::string_view text) {
  std::vector<Candidate> others;
  const Result<Json> array = Json::Parse(text);
  if (!array.ok()) return others;
  for (const Json& item : array->Items()) {
    const std::vector<Json> parts = item.Items();
    if (parts.size() != 2) continue;
    others.push_back({parts[0].AsString(), parts[1].AsNumber() / 10000});
  }
  return others;
}

}  // namespace juesuan
