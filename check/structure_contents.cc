#include <algorithm>
#include <map>

#include "base/quantity.h"
#include "base/text.h"
#include "check/contents.h"
#include "check/structure_checks.h"

namespace juesuan {
namespace {

constexpr int kNoHeading = 1000;

FindingCell EntryPlace(const ContentsEntry& entry) {
  FindingCell cell;
  cell.raw = entry.title;
  cell.page = entry.page;
  cell.box = entry.box;
  return cell;
}

std::string PlainTitle(const std::string& title) {
  const std::string ordinal = OrdinalOf(MatchForm(title));
  const std::u32string points = ToCodePoints(title);
  return ordinal.empty()
             ? title
             : ToUtf8(points.substr(std::min(points.size(), ToCodePoints(ordinal).size())));
}

int Distance(const std::string& a, const std::string& b, int limit) {
  return EditDistance(ToCodePoints(a), ToCodePoints(b), limit);
}

// The table a line of the 目录 names, by title; its claim's place in the document, or -1.
int FindTable(const std::vector<TableClaim>& claims, const std::string& title, int limit) {
  int best = -1, edits = limit + 1;
  for (size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].title.empty()) continue;
    const int here =
        Distance(HeadingForm(MatchForm(claims[i].title)), HeadingForm(MatchForm(title)), limit);
    if (here >= edits) continue;
    best = static_cast<int>(i);
    edits = here;
  }
  return best;
}

StructureResult TitleResult(const std::vector<TableClaim>& claims, const ContentsEntry& entry,
                            int number, std::vector<int>* order) {
  StructureResult result;
  result.lhs = PlainTitle(entry.title);
  result.place = "title " + std::to_string(number) + " " + result.lhs;
  int found = FindTable(claims, entry.title, 0);
  if (found < 0) {
    result.outcome = Outcome::kSoft;
    found = FindTable(claims, entry.title, 3);
    result.cells.push_back(EntryPlace(entry));
    result.message = "目录列有“" + result.lhs + "”，正文没有同名的表。";
    if (found >= 0 && !claims[static_cast<size_t>(found)].form.empty()) {
      const TableClaim& claim = claims[static_cast<size_t>(found)];
      result.outcome = Outcome::kViolated;
      result.rhs = claim.title;
      result.message = "目录中的“" + result.lhs + "”与表题“" + claim.title + "”不同。";
      result.cells.push_back(HeadOf(claim, claim.title));
    }
  }
  if (found >= 0) order->push_back(found);
  return result;
}

// Printed codes 公开01表, 公开02表, … in sequence.
void AddCodes(const StructureInput& input, std::vector<StructureResult>* out) {
  int before = 0;
  for (const TableClaim& claim : input.document->facts.tables) {
    for (const Pattern& pattern : Setting(input, "code")) {
      const std::vector<std::string> groups = pattern.GroupsIn(MatchForm(claim.printed_code));
      const auto printed = groups.empty() ? std::nullopt : ParseDecimal(groups.front());
      if (claim.form.empty() || !printed || printed->mantissa > 99) continue;
      const int number = static_cast<int>(printed->mantissa);
      StructureResult result;
      result.place = "code " + claim.printed_code;
      if (before > 0 && number != before + 1) {
        result.outcome = Outcome::kViolated;
        result.message = "表号“" + claim.printed_code + "”不接上一张表的表号。";
        result.cells.push_back(HeadOf(claim, claim.printed_code));
      }
      before = number;
      out->push_back(std::move(result));
      break;
    }
  }
}

StructureResult PageNumbers(const Contents& contents, size_t at) {
  StructureResult result;
  result.place = at == 0 ? "main 目录" : "report " + std::to_string(at) + " 目录 pages";
  int before = 0;
  for (const ContentsEntry& entry : contents.entries) {
    result.lhs += (result.lhs.empty() ? "" : ", ") + std::to_string(entry.number);
    if (entry.number < before && result.outcome == Outcome::kHold) {
      result.outcome = Outcome::kViolated;
      result.message = "目录页码倒退：“" + entry.title + "”在第" + std::to_string(entry.number) +
                       "页，其前一项在第" + std::to_string(before) + "页。";
      result.cells.push_back(EntryPlace(entry));
    }
    before = entry.number;
  }
  return result;
}

// Whether the text after the 目录 has the entry as a line of its own; if not, the heading of the
// same ordinal that is nearest to it.
struct HeadingMatch {
  bool same = false;
  const CheckParagraph* nearest = nullptr;
};

// The paragraphs as headings, worked out once.
struct Heading {
  std::string ordinal, form;
};

std::vector<Heading> HeadingsOf(const std::vector<std::string>& texts) {
  std::vector<Heading> out;
  for (const std::string& text : texts) out.push_back({OrdinalOf(text), HeadingForm(text)});
  return out;
}

HeadingMatch FindHeading(const StructureInput& input, const std::vector<Heading>& headings,
                         const Contents& contents, const std::string& title) {
  HeadingMatch out;
  const std::string text = MatchForm(title);
  const Heading wanted{OrdinalOf(text), HeadingForm(text)};
  for (size_t i = contents.first; i < contents.last && !out.same; ++i)
    out.same = headings[i].form == wanted.form;
  if (out.same || wanted.ordinal.empty()) return out;
  int edits = kNoHeading;
  for (size_t i = contents.first; i < contents.last; ++i) {
    const CheckParagraph& paragraph = input.document->paragraphs[i];
    if (paragraph.kind != ParagraphKind::kHeading || headings[i].ordinal != wanted.ordinal)
      continue;
    const int distance = Distance(headings[i].form, wanted.form, 50);
    if (distance >= edits) continue;
    edits = distance;
    out.nearest = &paragraph;
  }
  return out;
}

// Entries of the main 目录 in the sections that the pack names.
void AddMainHeadings(const StructureInput& input, const std::vector<Heading>& headings,
                     const Contents& contents, std::vector<StructureResult>* out) {
  std::string section;
  for (const ContentsEntry& entry : contents.entries) {
    const std::string ordinal = OrdinalOf(MatchForm(entry.title));
    if (ordinal.rfind("第", 0) == 0) {
      section = AnyFindsIn(Setting(input, "sections"), MatchForm(entry.title)) ? ordinal : "";
      continue;
    }
    if (section.empty()) continue;
    StructureResult result;
    result.place = section + " " + entry.title;
    const HeadingMatch match = FindHeading(input, headings, contents, entry.title);
    if (!match.same) {
      result.outcome = Outcome::kSoft;
      result.lhs = entry.title;
      result.rhs = match.nearest == nullptr ? "" : Squeeze(match.nearest->Text());
      result.message = "目录中的“" + entry.title + "”与正文标题不同。";
      result.cells.push_back(EntryPlace(entry));
    }
    out->push_back(std::move(result));
  }
}

// The same slip in the 目录 of many reports is one matter.
void AddReportHeadings(const StructureInput& input, const std::vector<Heading>& headings,
                       const std::vector<Contents>& all, std::vector<StructureResult>* out) {
  struct Mismatch {
    int count = 0;
    StructureResult result;
  };
  std::vector<std::string> keys;
  std::map<std::string, Mismatch> mismatches;
  for (size_t i = 1; i < all.size(); ++i)
    for (const ContentsEntry& entry : all[i].entries) {
      const HeadingMatch match = FindHeading(input, headings, all[i], entry.title);
      if (match.same || match.nearest == nullptr) continue;
      const std::string heading = Squeeze(match.nearest->Text());
      const std::string key = MatchForm(entry.title) + "\n" + MatchForm(heading);
      if (mismatches.count(key) == 0) keys.push_back(key);
      Mismatch& mismatch = mismatches[key];
      ++mismatch.count;
      if (mismatch.result.lhs.empty()) {
        mismatch.result.lhs = entry.title;
        mismatch.result.rhs = heading;
      }
      mismatch.result.cells.push_back(EntryPlace(entry));
    }
  for (const std::string& key : keys) {
    Mismatch& mismatch = mismatches[key];
    StructureResult& result = mismatch.result;
    result.outcome = Outcome::kSoft;
    result.place = std::to_string(mismatch.count) + " reports: 目录 「" + result.lhs +
                   "」 vs body 「" + result.rhs + "」";
    result.message = std::to_string(mismatch.count) + "份报告的目录“" + result.lhs +
                     "”与正文标题“" + result.rhs + "”不同。";
    out->push_back(std::move(result));
  }
}

const std::vector<Contents>& ContentsOf(const StructureInput& input) {
  const Patterns &entry = Setting(input, "entry"), &titles = Setting(input, "contents_title");
  std::string key;
  for (const Patterns* patterns : {&entry, &titles})
    for (const Pattern& pattern : *patterns) key += pattern.Text() + "\n";
  const auto [found, is_new] = input.memo->contents.try_emplace(key);
  if (is_new) found->second = FindContents(*input.document, *input.texts, entry, titles);
  return found->second;
}

}  // namespace

std::vector<StructureResult> CheckTableOrder(const StructureInput& input) {
  std::vector<StructureResult> out;
  const std::vector<Contents>& all = ContentsOf(input);
  std::vector<int> order;
  int number = 0;
  if (!all.empty())
    for (const ContentsEntry& entry : all.front().entries)
      if (AnyFindsIn(Setting(input, "table_entry"), MatchForm(entry.title)))
        out.push_back(TitleResult(input.document->facts.tables, entry, ++number, &order));
  if (order.size() > 1) {
    StructureResult result;
    result.place = "order";
    if (!std::is_sorted(order.begin(), order.end())) {
      result.outcome = Outcome::kViolated;
      result.message = "各表的先后次序与目录不同。";
    }
    out.push_back(std::move(result));
  }
  AddCodes(input, &out);
  return out;
}

std::vector<StructureResult> CheckContents(const StructureInput& input) {
  std::vector<StructureResult> out;
  const std::vector<Contents>& all = ContentsOf(input);
  for (size_t i = 0; i < all.size(); ++i) out.push_back(PageNumbers(all[i], i));
  const std::vector<Heading> headings = HeadingsOf(*input.texts);
  if (!all.empty()) AddMainHeadings(input, headings, all.front(), &out);
  AddReportHeadings(input, headings, all, &out);
  return out;
}

}  // namespace juesuan
