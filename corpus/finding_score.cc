#include "corpus/finding_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace juesuan {
namespace {

// A line of the transcription with so many characters that stands on one page alone tells its page.
constexpr size_t kTellingCharacters = 12;

// Rules that look at the same thing: a figure that one of them accuses, another may accuse.
const std::vector<std::set<std::string>>& Families() {
  static const std::vector<std::set<std::string>> families = {
      {"R79", "R80", "R82"},                // money of a project
      {"R71", "R81", "R92"},                // 预算执行率
      {"R83", "R84", "R85", "R86", "R89"},  // points, and the rows they stand in
      {"R76", "R89", "R102"},               // indicators and their names
      {"R90", "R91", "R93"},                // figures of the analysis
  };
  return families;
}

bool IsSameFamily(const std::string& a, const std::string& b) {
  return a == b || std::any_of(Families().begin(), Families().end(), [&](const auto& family) {
           return family.count(a) > 0 && family.count(b) > 0;
         });
}

std::string Fold(const std::string& text) {
  std::string out = MatchForm(text);
  out.erase(std::remove(out.begin(), out.end(), '*'), out.end());
  return out;
}

// What is printed on each page, folded, its cells apart.
std::map<int, std::string> PageTexts(const CheckInput& document) {
  std::map<int, std::string> pages;
  const auto add = [&](int page, const std::string& text) { pages[page] += Fold(text) + "\n"; };
  for (const CheckParagraph& paragraph : document.paragraphs) add(paragraph.page, paragraph.Text());
  for (const Record& record : document.facts.records) {
    add(record.page, record.raw);
    add(record.page, record.row_label);
  }
  for (const CheckTable& table : document.others)
    for (const auto& row : table.rows)
      for (const std::string& cell : row) add(table.page, cell);
  return pages;
}

std::string LongestCell(const std::string& line) {
  std::string out;
  for (const std::string& cell : Split(line, '\t'))
    if (cell.size() > out.size()) out = cell;
  return Fold(out);
}

// Of lines and their pages the most that never fall: a line that stands on one page by chance is
// left out.
std::map<int, int> NeverFalling(const std::vector<std::pair<int, int>>& lines) {
  std::map<int, std::vector<size_t>> best;  // by the last page: the longest chain that ends there
  for (size_t i = 0; i < lines.size(); ++i) {
    std::vector<size_t> chain;
    for (const auto& [page, each] : best)
      if (page <= lines[i].second && each.size() > chain.size()) chain = each;
    chain.push_back(i);
    std::vector<size_t>& known = best[lines[i].second];
    if (chain.size() > known.size()) known = std::move(chain);
  }
  std::vector<size_t> longest;
  for (const auto& [page, each] : best)
    if (each.size() > longest.size()) longest = each;
  std::map<int, int> out;
  for (const size_t i : longest) out.insert(lines[i]);
  return out;
}

// The pages of lines that tell theirs.
std::map<int, int> TellingLines(const std::vector<SeedLine>& seed,
                                const std::map<int, std::string>& pages) {
  std::vector<std::pair<int, int>> lines;
  for (const SeedLine& line : seed) {
    const std::string text = LongestCell(line.text);
    if (ToCodePoints(text).size() < kTellingCharacters) continue;
    std::vector<int> found;
    for (const auto& [page, printed] : pages)
      if (printed.find(text) != std::string::npos) found.push_back(page);
    if (found.size() == 1) lines.emplace_back(line.number, found.front());
  }
  return NeverFalling(lines);
}

// First and last page that a line may stand on.
std::pair<int, int> PagesOf(int line, const std::map<int, int>& telling) {
  const auto after = telling.lower_bound(line);
  if (after != telling.end() && after->first == line) return {after->second, after->second};
  const int last = after == telling.end() ? telling.rbegin()->second : after->second;
  const int first = after == telling.begin() ? 1 : std::prev(after)->second;
  return {first, last};
}

bool PointsAt(const FindingCell& cell, const GoldPlace& place, const std::map<int, int>& telling) {
  const auto [first, last] = PagesOf(place.line, telling);
  if (cell.page < first || cell.page > last) return false;
  const std::string quote = Fold(place.quote), raw = Fold(cell.raw), key = Fold(cell.row_key);
  if (!raw.empty() && quote.find(raw) != std::string::npos) return true;
  if (!key.empty() && quote.find(key) != std::string::npos) return true;
  const std::vector<std::string> pieces = Split(place.quote, '\t');
  return std::any_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
    const std::string folded = Fold(piece);
    return folded.size() > 1 && raw.find(folded) != std::string::npos;
  });
}

// How many of the gold's places a finding points at, and the page of the first.
std::pair<int, int> PlacesOf(const Finding& ours, const GoldFinding& gold,
                             const std::map<int, int>& telling) {
  int places = 0, page = 0;
  for (const GoldPlace& place : gold.places)
    for (const FindingCell& cell : ours.cells) {
      if (!PointsAt(cell, place, telling)) continue;
      page = places++ == 0 ? cell.page : page;
      break;
    }
  return {places, page};
}

bool Accuses(const Finding& finding) {
  return finding.severity != Severity::kInfo && finding.verdict != Verdict::kRounding;
}

}  // namespace

Result<std::vector<GoldFinding>> ParseGoldFindings(const std::string& json_lines) {
  std::vector<GoldFinding> out;
  std::istringstream lines(json_lines);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty()) continue;
    const Result<Json> json = Json::Parse(line);
    if (!json.ok() || !json->Has("finding_id") || json->Items("places").empty())
      return MakeError(ErrorCode::kMalformed, "no finding in line " + std::to_string(number));
    GoldFinding each{json->Str("finding_id"), json->Str("rule_id"), json->Str("severity"),
                     json->Str("project"),    json->Str("printed"), {}};
    for (const Json& place : json->Items("places"))
      each.places.push_back({static_cast<int>(place.Int("seed_line")), place.Str("quote")});
    out.push_back(std::move(each));
  }
  return out;
}

int64_t FindingScore::Raised() const {
  return std::count_if(gold.begin(), gold.end(),
                       [](const RaisedFinding& each) { return !each.by.empty(); });
}

FindingScore ScoreFindings(const std::vector<GoldFinding>& gold, const std::vector<SeedLine>& seed,
                           const CheckInput& document, const std::vector<Finding>& ours) {
  const std::map<int, int> telling = TellingLines(seed, PageTexts(document));
  FindingScore out;
  if (telling.empty()) return out;
  for (const GoldFinding& wanted : gold) {
    RaisedFinding raised;
    raised.gold = wanted;
    for (const Finding& finding : ours) {
      if (!IsSameFamily(finding.rule, wanted.rule) || finding.verdict == Verdict::kRounding)
        continue;
      const auto [places, page] = PlacesOf(finding, wanted, telling);
      if (places <= raised.places) continue;
      raised.by = finding.rule;
      raised.message = finding.message;
      raised.page = page;
      raised.places = places;
    }
    out.gold.push_back(std::move(raised));
  }
  for (const Finding& finding : ours) {
    const bool explained = std::any_of(gold.begin(), gold.end(), [&](const GoldFinding& each) {
      return PlacesOf(finding, each, telling).first > 0;
    });
    if (Accuses(finding) && !explained)
      out.unexplained.push_back(
          fmt::format("{} {} p.{} {}", finding.rule, SeverityName(finding.severity),
                      finding.cells.empty() ? 0 : finding.cells.front().page, finding.message));
  }
  return out;
}

std::string ToText(const FindingScore& score) {
  std::string out = "finding | rule | project | printed | raised by | page | places | message\n";
  for (const RaisedFinding& each : score.gold) {
    out += fmt::format("{} | {} | {} | {} | ", each.gold.id, each.gold.rule, each.gold.project,
                       each.gold.printed);
    out += each.by.empty() ? "- | - | - | not raised\n"
                           : fmt::format("{} | {} | {} of {} | {}\n", each.by, each.page,
                                         each.places, each.gold.places.size(), each.message);
  }
  for (const std::string& each : score.unexplained)
    out += fmt::format("no gold finding explains: {}\n", each);
  out += fmt::format("{} of {} raised, {} of ours above info without one of the gold's\n",
                     score.Raised(), score.gold.size(), score.unexplained.size());
  return out;
}

}  // namespace juesuan
