#include "ocr/line_reader.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "ocr/line_image.h"
#include "ocr/reading_text.h"

namespace juesuan {
namespace {

// A number read with less is read by a second engine: of those read with more by one reader none
// was wrong but for a lost point (docs/reliability.md).
constexpr double kSure = 0.9;
constexpr double kParted = 0.5;     // the most a number in doubt can score: parted, or contradicted
constexpr int kWidest = 1600;       // pixels at Ppocr::kHeight; wider lines are read in parts
constexpr double kMostlyHan = 0.5;  // share of broad ink
constexpr double kNameSqueeze = 0.62;  // of Han characters alone
constexpr double kHanSqueeze = 0.85;   // of those with digits among them
constexpr int kLongestName = 20;       // line heights; what is longer is prose, which has figures
constexpr int kTesseractHeight = 40;   // pixels; small print is enlarged to it
constexpr int kOtherHeight = 48;       // the same, where other heights gave nothing sure
constexpr double kFair = 0.85;         // Tesseract alone: what is read with less is read again …
constexpr double kPoor = 0.6;          // … and once more
constexpr size_t kMostKnown = 20000;   // pictures remembered

std::string KeyOf(const Raster& line) {
  const std::string shape = std::to_string(line.width) + "x" + std::to_string(line.height) + ":";
  return Sha256(shape + std::string(line.pixels.begin(), line.pixels.end()));
}

// The column at which to part a line too wide: the middle of the widest white gap in the second
// half of the width allowed.
int PartingColumn(const Raster& line, int from) {
  const int end = from + kWidest;
  int best = end, widest = 0, run = 0;
  for (int x = from + kWidest / 2; x < end; ++x) {
    bool white = true;
    for (int y = 0; y < line.height && white; ++y) white = line.Row(y)[x] > 200;
    run = white ? run + 1 : 0;
    if (run >= widest && run > 0) {
      widest = run;
      best = x - run / 2;
    }
  }
  return best;
}

Raster Columns(const Raster& line, int from, int to) {
  Raster out = MakeRaster(to - from, line.height, 1, line.dpi, 255);
  for (int y = 0; y < line.height; ++y) std::copy_n(line.Row(y) + from, out.width, out.Row(y));
  return out;
}

bool HasHan(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return std::any_of(points.begin(), points.end(), IsCjk);
}

// For a number the English model knows better; the Chinese one's word stands beside it.
Reading TogetherAsNumber(Reading english, Reading chinese) {
  if (english.text.empty() || (!HasDigit(english.text) && !HasDigit(chinese.text)))
    std::swap(english, chinese);
  if (!chinese.text.empty() && chinese.text != english.text)
    english.others.push_back({chinese.text, chinese.score});
  return english;
}

Raster ForTesseract(const Raster& line) {
  return line.height < kTesseractHeight ? ScaleToHeight(line, kTesseractHeight) : line;
}

// A lone letter that may be a digit is the digit: these forms number columns and rows, and letter
// nothing. The letter stays as a candidate, and the score says how unsure the digit is.
void PreferLoneDigit(Reading* reading) {
  if (!IsLoneLetter(reading->text)) return;
  for (Candidate& other : reading->others) {
    if (other.text.size() != 1 || !HasDigit(other.text)) continue;
    std::swap(reading->text, other.text);
    std::swap(reading->score, other.score);
    return;
  }
}

}  // namespace

LineReader::LineReader(std::optional<Ppocr> ppocr) : ppocr_(std::move(ppocr)) {}

Result<Reading> LineReader::ReadByPpocrInParts(const Raster& scaled) {
  Reading whole;
  whole.by = Reader::kPpocr;
  for (int from = 0; from < scaled.width;) {
    const int to = scaled.width - from <= kWidest ? scaled.width : PartingColumn(scaled, from);
    JUESUAN_TRY(const Reading part, ppocr_->Read(Columns(scaled, from, to)));
    whole.text += part.text;
    whole.score = std::min(whole.score, part.score);
    from = to;
  }
  return whole;
}

Result<Reading> LineReader::ReadByPpocrScaled(const Raster& line, int height, double squeeze) {
  const Raster scaled = ScaleToHeight(line, height, squeeze);
  return scaled.width <= kWidest ? ppocr_->Read(scaled) : ReadByPpocrInParts(scaled);
}

// The time a line takes grows with its area. Han characters are twice as broad as digits and lose
// nothing when they are set closer and lower; digits keep their full size, or most of it among Han.
Result<Reading> LineReader::ReadByPpocrSqueezed(const Raster& line) {
  if (WideShare(line) <= kMostlyHan) return ReadByPpocrScaled(line, Ppocr::kHeight, 1);
  if (line.width > line.height && line.width <= kLongestName * line.height) {
    JUESUAN_TRY(Reading name, ReadByPpocrScaled(line, Ppocr::kLowHeight, kNameSqueeze));
    if (!HasDigit(name.text) && name.score >= kSure) return name;
  }
  return ReadByPpocrScaled(line, Ppocr::kHeight, kHanSqueeze);
}

Result<Reading> LineReader::ReadByFirst(const Raster& line) {
  if (!ppocr_) {
    JUESUAN_TRY(std::vector<Reading> readings, ReadByTesseract(line));
    return readings.empty() ? Reading{Reader::kTesseract, "", 0, {}} : std::move(readings.front());
  }
  const std::string key = KeyOf(line);
  const auto known = known_first_.find(key);
  if (known != known_first_.end()) return known->second;
  JUESUAN_TRY(Reading first, ReadByPpocrSqueezed(line));
  first.text = TidyReading(first.text);
  for (Candidate& other : first.others) other.text = TidyReading(other.text);
  PreferLoneDigit(&first);
  PreferToldMarks(&first);
  if (HasPartedDigits(first.text)) first.score = std::min(first.score, kParted);
  known_first_.emplace(key, first);
  return first;
}

Result<std::vector<Reading>> LineReader::ReadByPpocr(const Raster& line) {
  JUESUAN_TRY(Reading first, ReadByFirst(line));
  std::vector<Reading> readings;
  const bool doubtful = first.text.empty() || (HasDigit(first.text) && first.score < kSure);
  const bool number = LooksNumeric(first.text);
  if (!first.text.empty()) readings.push_back(std::move(first));
  if (doubtful) {
    JUESUAN_TRY(std::vector<Reading> second,
                number ? ReadNumberByTesseract(line) : ReadByTesseract(line));
    for (Reading& reading : second) readings.push_back(std::move(reading));
  }
  return readings;
}

// Alone, Tesseract must read names by itself: what it is in doubt of it is shown in other ways, and
// the reading with the best score is kept.
Result<Reading> LineReader::ReadByChinese(const Raster& line) {
  JUESUAN_TRY(Reading best, AskTesseract(line, TesseractLanguage::kChinese));
  if (ppocr_) return best;
  const auto keep_better = [&](Reading reading) {
    if (!reading.text.empty() && reading.score > best.score) best = std::move(reading);
  };
  // Figures are the English model's.
  if (IsFigure(best.text) && WideShare(line) <= kMostlyHan) return best;
  if (best.score < kFair) {
    JUESUAN_TRY(Reading whole,
                AskTesseract(line, TesseractLanguage::kChinese, TesseractLine::kWhole));
    keep_better(std::move(whole));
  }
  if (best.score < kPoor) {
    JUESUAN_TRY(Reading other,
                AskTesseract(ScaleToHeight(line, kOtherHeight), TesseractLanguage::kChinese));
    keep_better(std::move(other));
  }
  return best;
}

Result<Reading> LineReader::AskTesseract(const Raster& line, TesseractLanguage language,
                                         TesseractLine how) {
  std::optional<Tesseract>& engine = language == TesseractLanguage::kChinese ? chinese_ : english_;
  if (!engine) {
    JUESUAN_TRY(engine, Tesseract::Load(language));
  }
  JUESUAN_TRY(Reading reading, engine->Read(line, how));
  reading.text = TidyReading(reading.text);
  return reading;
}

Result<std::vector<Reading>> LineReader::ReadByTesseract(const Raster& line) {
  const Raster scaled = ForTesseract(line);
  JUESUAN_TRY(Reading chinese, ReadByChinese(scaled));
  // Nothing so narrow is a Han character, whatever the Chinese model makes of a lone digit.
  if (!LooksNumeric(chinese.text) && (chinese.text.empty() || WideShare(scaled) > 0)) {
    if (chinese.text.empty()) return std::vector<Reading>{};
    return std::vector<Reading>{std::move(chinese)};
  }
  JUESUAN_TRY(Reading english, AskTesseract(scaled, TesseractLanguage::kEnglish));
  // A character of two parts (码) has no broad one, and small print between digits (年度) neither.
  if (HasHan(chinese.text) && IsBroad(scaled) && chinese.score > english.score) {
    chinese.others.push_back({english.text, english.score});
    return std::vector<Reading>{std::move(chinese)};
  }
  return std::vector<Reading>{TogetherAsNumber(std::move(english), std::move(chinese))};
}

// The English model knows digits better and is half the work: the Chinese one is asked where it
// sees none.
Result<std::vector<Reading>> LineReader::ReadNumberByTesseract(const Raster& line) {
  const Raster scaled = ForTesseract(line);
  JUESUAN_TRY(Reading english, AskTesseract(scaled, TesseractLanguage::kEnglish));
  if (HasDigit(english.text)) return std::vector<Reading>{std::move(english)};
  JUESUAN_TRY(Reading chinese, AskTesseract(scaled, TesseractLanguage::kChinese));
  Reading together = TogetherAsNumber(std::move(english), std::move(chinese));
  if (together.text.empty()) return std::vector<Reading>{};
  return std::vector<Reading>{std::move(together)};
}

Result<std::vector<Reading>> LineReader::ReadByEngines(const Raster& line) {
  const std::string key = KeyOf(line);
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  JUESUAN_TRY(std::vector<Reading> readings, ppocr_ ? ReadByPpocr(line) : ReadByTesseract(line));
  if (known_.size() >= kMostKnown) known_.clear();
  known_.emplace(key, readings);
  return readings;
}

void LineReader::StartDocument() {
  page_book_ = document_book_ = {};
  names_ = {};
  census_ = {};
  known_first_.clear();
}

void LineReader::StartPage() {
  page_book_ = {};
  known_first_.clear();
}

Result<std::vector<Reading>> LineReader::Read(const Raster& line) {
  const std::vector<FigureShape> shapes = CutFigureShapes(line);
  // They learn from PP-OCR alone.
  const std::optional<FigureShape> lone = CutLoneShape(line);
  for (const FigureBook* book : {&page_book_, &document_book_}) {
    std::optional<Reading> reading = lone ? book->ReadLone(*lone) : book->Read(shapes);
    if (reading && IsFigure(reading->text)) return std::vector<Reading>{std::move(*reading)};
  }
  if (shapes.empty())
    if (std::optional<Reading> reading = names_.Read(line))
      return std::vector<Reading>{std::move(*reading)};
  JUESUAN_TRY(std::vector<Reading> readings, ReadByEngines(line));
  // A name of few strokes (合计) may be cut like a figure; Tesseract needs to know it all the same.
  if ((shapes.empty() || !ppocr_) && !readings.empty() && readings.front().score >= kSure)
    names_.Learn(line, readings.front());
  if (shapes.empty() || readings.empty() || !IsFigure(readings.front().text)) return readings;
  Reading& first = readings.front();
  if (!ppocr_) {
    census_.Count(shapes, first.text);
    return readings;
  }
  if (const std::optional<std::string> better = page_book_.Correction(shapes, first.text)) {
    first.score = std::min(first.score, kParted);
    first.others.insert(first.others.begin(), {*better, kParted});
  } else if (first.score >= kSure) {
    page_book_.Learn(shapes, first.text);
    document_book_.Learn(shapes, first.text);
  }
  return readings;
}

void LineReader::Settle(const Raster& line, std::vector<Reading>* readings) const {
  if (ppocr_) return;
  std::optional<Reading> settled = census_.Read(CutFigureShapes(line), Reader::kTesseract);
  if (!settled && (readings->empty() || readings->front().score < kFair))
    if (std::optional<Reading> name = names_.Read(line)) *readings = {std::move(*name)};
  if (!settled || (!readings->empty() && readings->front().text == settled->text)) return;
  if (!readings->empty()) {
    const Reading& own = readings->front();
    settled->others.push_back({own.text, own.score});
    settled->others.insert(settled->others.end(), own.others.begin(), own.others.end());
  }
  settled->score = std::min(settled->score, kParted);
  *readings = {std::move(*settled)};
}

}  // namespace juesuan
