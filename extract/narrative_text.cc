#include "extract/narrative_text.h"

#include <algorithm>

#include "base/text.h"

namespace juesuan {
namespace {

constexpr size_t kTitleLength = 150;    // bytes of the longest paragraph that may be a title
constexpr size_t kHeadingLength = 180;  // the same of a numbered heading that ends with a full stop

std::string NormalOf(char32_t c) {
  const bool han = c >= 0x4E00 && c <= 0x9FFF && c != U'丶';
  if (c == U'。' || han || (c >= U'0' && c <= U'9')) return ToUtf8(std::u32string(1, c));
  return MatchForm(ToUtf8(std::u32string(1, c)));
}

void Append(const TextLine& line, NarrativePassage* passage) {
  if (line.readings.empty()) return;
  const std::u32string points = ToCodePoints(line.readings.front().text);
  for (size_t at = 0; at < points.size(); ++at) {
    const std::string normal = NormalOf(points[at]);
    if (normal.empty()) continue;
    passage->places.push_back({passage->text.size(), &line, at});
    passage->text += normal;
  }
}

double WidthOf(char32_t c) { return IsCjk(c) || c == U'“' || c == U'”' ? 2 : 1; }

// Where a line stands at a code point, each as wide as its kind.
double EdgeAt(const TextLine& line, size_t at) {
  const std::u32string points = ToCodePoints(line.Text());
  double before = 0, all = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    if (i < at) before += WidthOf(points[i]);
    all += WidthOf(points[i]);
  }
  return all == 0 ? line.box.x0 : line.box.x0 + line.box.Width() * before / all;
}

bool EndsSentence(const std::string& text) {
  static const Pattern kEnd = MustCompile("(?:。|[.;:!?])$");
  return kEnd.FindsIn(text);
}

class PassageBuilder {
 public:
  explicit PassageBuilder(const NarrativeGrammar& grammar) : grammar_(grammar) {}

  void Add(const Paragraph& paragraph) {
    if (paragraph.kind == ParagraphKind::kPageNumber || paragraph.kind == ParagraphKind::kContents)
      return;
    NarrativePassage passage;
    for (const TextLine& line : paragraph.lines) Append(line, &passage);
    if (passage.text.empty()) return;
    // A short line of a sentence, a figure and 其中：, may pass for a heading.
    const bool body =
        paragraph.kind == ParagraphKind::kBody || AnyFindsIn(grammar_.continues, passage.text);
    if (GoesOn(passage, body, paragraph)) {
      Join(passage);
    } else {
      Begin(std::move(passage), body);
    }
    open_ = body && !out_.empty() && !EndsSentence(out_.back().text);
    last_page_ = paragraph.lines.empty() ? paragraph.page : paragraph.lines.back().page;
  }

  std::vector<NarrativePassage> Take() {
    out_.erase(std::remove_if(out_.begin(), out_.end(),
                              [](const NarrativePassage& passage) {
                                return passage.part == ProsePart::kOther;
                              }),
               out_.end());
    return std::move(out_);
  }

 private:
  bool GoesOn(const NarrativePassage& passage, bool body, const Paragraph& paragraph) const {
    if (!body || out_.empty()) return false;
    if (EndsSentence(out_.back().text)) return false;
    if (AnyFindsIn(grammar_.continues, passage.text)) return true;
    return open_ && !out_.back().is_heading && paragraph.page != last_page_;
  }

  void Join(const NarrativePassage& passage) {
    NarrativePassage& before = out_.back();
    if (before.is_heading) section_ = before.section = section_before_;
    before.is_heading = false;
    for (NarrativePassage::Place place : passage.places) {
      place.offset += before.text.size();
      before.places.push_back(place);
    }
    before.text += passage.text;
  }

  // Titles change the part, numbered headings the section.
  void Begin(NarrativePassage passage, bool body) {
    const std::string& text = passage.text;
    const bool is_title = text.size() <= kTitleLength && !EndsSentence(text) && ChangePart(text);
    const bool first = AnyFindsIn(grammar_.first_heading, text);
    const bool second = AnyFindsIn(grammar_.second_heading, text);
    passage.is_heading = is_title || !body || IsNumberedHeading(text, first || second);
    if (passage.is_heading) {
      section_before_ = std::move(section_);
      section_ = passage.Printed(0, text.size());
      if (is_title && !first) first_.clear();
      if (is_title || first) second_.clear();
      if (first) first_ = text;
      if (second) second_ = text;
      if (!first && !second && !is_title && IsNumberedHeading(text, true)) {
        first_ = text;
        second_.clear();
      }
    }
    passage.part = is_title && !first ? ProsePart::kOther : part_;
    passage.first = first_;
    passage.second = second_;
    passage.section = section_;
    out_.push_back(std::move(passage));
  }

  bool ChangePart(const std::string& text) {
    if (AnyFindsIn(grammar_.narrative_parts, text)) {
      part_ = ProsePart::kNarrative;
    } else if (AnyFindsIn(grammar_.attachment_parts, text)) {
      part_ = ProsePart::kAttachment;
    } else if (AnyFindsIn(grammar_.other_parts, text)) {
      part_ = ProsePart::kOther;
    } else {
      return false;
    }
    return true;
  }

  // A heading that layout took for text: （一）…总体情况说明。
  static bool IsNumberedHeading(const std::string& text, bool numbered) {
    static const Pattern kHeading = MustCompile(R"((?:情况|说明)(?:。|:)?$)");
    static const Pattern kFigure = MustCompile(R"(\d(?:万|亿)?元|\d%|。.)");
    return numbered && text.size() <= kHeadingLength && kHeading.FindsIn(text) &&
           !kFigure.FindsIn(text);
  }

  const NarrativeGrammar& grammar_;
  std::vector<NarrativePassage> out_;
  ProsePart part_ = ProsePart::kOther;
  std::string first_, second_, section_, section_before_;
  bool open_ = false;
  int last_page_ = 0;
};

}  // namespace

std::string NarrativePassage::Printed(size_t begin, size_t end) const {
  std::string out;
  for (const Place& place : places) {
    if (place.offset < begin || place.offset >= end) continue;
    out += ToUtf8(ToCodePoints(place.line->Text()).substr(place.at, 1));
  }
  return out;
}

const TextLine* NarrativePassage::LineOf(size_t begin) const {
  for (const Place& place : places)
    if (place.offset >= begin) return place.line;
  return places.back().line;
}

Box NarrativePassage::BoxOf(size_t begin, size_t end) const {
  const TextLine* line = LineOf(begin);
  size_t from = 0, to = 0;
  bool found = false;
  for (const Place& place : places) {
    if (place.line != line || place.offset < begin || place.offset >= end) continue;
    if (!found) from = place.at;
    to = place.at + 1;
    found = true;
  }
  return {EdgeAt(*line, from), line->box.y0, EdgeAt(*line, to), line->box.y1};
}

std::vector<NarrativePassage> NarrativePassages(const DocumentLayout& layout,
                                                const NarrativeGrammar& grammar) {
  PassageBuilder builder(grammar);
  for (const Paragraph& paragraph : layout.paragraphs) builder.Add(paragraph);
  return builder.Take();
}

}  // namespace juesuan
