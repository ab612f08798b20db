// What ocr knows of a page: the artefact ocr/words.jsonl, one page a line. A word is a run of text
// on one line inside one cell (or one line of prose), with every independent reading of it.
#pragma once

#include <string>
#include <vector>

#include "base/artefact.h"
#include "base/geometry.h"
#include "base/page.h"

namespace juesuan {

// Who read it. Readings are kept apart, never averaged.
enum class Reader { kLayer, kPpocr, kTesseract, kRepair, kReviewer };
std::string_view ReaderName(Reader reader);  // "layer", "ppocr", …
std::optional<Reader> ParseReader(std::string_view name);

struct Candidate {
  std::string text;
  double score = 0;  // 0…1, rounded to 4 places
};

struct Reading {
  Reader by = Reader::kLayer;
  std::string text;
  double score = 1;               // 0…1: the weakest step's; 1 for a text layer
  std::vector<Candidate> others;  // runners-up, best first, without `text` itself
};

struct Word {
  Box box;          // upright frame, points
  double size = 0;  // type size (layer) or height of the ink line (pixels), points
  bool bold = false;
  std::vector<Reading> readings;  // at least one; the first is the one believed

  const std::string& Text() const { return readings.front().text; }
};

// A region of ink that could not be read: never dropped in silence.
struct UnreadRegion {
  Box box;
  std::string why;
};

struct WordPage {
  int page = 0;
  Frame frame;
  PageKind kind = PageKind::kBlank;
  std::vector<Ruling> rulings;
  std::vector<Word> words;  // top to bottom, left to right
  std::vector<UnreadRegion> unread;
};

constexpr char kWordsFormat[] = "juesuan.words";
constexpr int kWordsVersion = 1;

Json ToJson(const WordPage& page);
Result<WordPage> WordPageFromJson(const Json& json);
Json ToJson(const std::vector<Reading>& readings);
std::vector<Reading> ReadingsFromJson(const Json& json);

}  // namespace juesuan
