#include "ocr/layer_check.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "ocr/glyph_witness.h"
#include "ocr/ink.h"
#include "ocr/line_image.h"
#include "ocr/ruling_eraser.h"

namespace juesuan {
namespace {

constexpr int kStretches = 3;       // of Chinese that are read for each font, at most
constexpr double kSame = 0.8;       // likeness of a stretch after which no other is read
constexpr double kAlike = 0.5;      // the least that they have in common with the layer
constexpr double kSideRoom = 0.03;  // type sizes beside a stretch that belong to it
constexpr double kHeadRoom = 0.1;   // and above and below

// What is known of one page.
struct Sheet {
  const Page* page = nullptr;
  std::vector<LayerRun> runs;
  std::vector<bool> read;   // which runs were looked at
  std::set<GlyphKey> keys;  // of the runs that are no words
  std::set<int> fonts;      // of those that are words
  bool drawn = false;
};

std::vector<Sheet> SheetsOf(const std::vector<Page>& pages) {
  std::vector<Sheet> sheets;
  for (const Page& page : pages) {
    if (!page.layer_sound) continue;
    Sheet sheet;
    sheet.page = &page;
    sheet.runs = FindLayerRuns(page);
    sheet.read.assign(sheet.runs.size(), false);
    for (const LayerRun& run : sheet.runs) {
      if (run.is_words) {
        sheet.fonts.insert(run.keys.front().first);
      } else {
        sheet.keys.insert(run.keys.begin(), run.keys.end());
      }
    }
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

// The ink of `run`; empty if there is none.
InkLine InkOf(const Raster& grey, const LayerRun& run) {
  const double scale = grey.dpi / 72;
  const double side = kSideRoom * run.size, head = kHeadRoom * run.size;
  const PixelBox area =
      Intersect(PixelBox{static_cast<int>(std::floor((run.box.x0 - side) * scale)),
                         static_cast<int>(std::floor((run.box.y0 - head) * scale)),
                         static_cast<int>(std::ceil((run.box.x1 + side) * scale)),
                         static_cast<int>(std::ceil((run.box.y1 + head) * scale))},
                PixelBox{0, 0, grey.width, grey.height});
  InkLine line;
  if (area.IsEmpty()) return line;
  line.tone = MeasureTone(grey, area);
  line.usual_height = 0.8 * run.size * scale;
  line.room = area;
  if (!line.tone.HasInk()) return line;
  const Raster mask = InkMask(grey, area, line.tone);
  const PixelBox ink = InkBounds(mask, {0, 0, mask.width, mask.height});
  line.ink = {ink.x0 + area.x0, ink.y0 + area.y0, ink.x1 + area.x0, ink.y1 + area.y0};
  return line;
}

class LayerCheck {
 public:
  LayerCheck(const std::vector<Page>& pages, const DrawPage& draw, LineReader* reader)
      : draw_(draw), reader_(reader), sheets_(SheetsOf(pages)) {}

  Status Run() {
    for (Sheet* sheet = NextSheet(); sheet != nullptr; sheet = NextSheet()) {
      sheet->drawn = true;
      const Result<Raster> raster = draw_(*sheet->page);
      if (!raster.ok()) continue;
      const Raster grey = EraseRulings(*raster, sheet->page->rulings);
      JUESUAN_RETURN_IF_ERROR(LookAtFigures(grey, sheet));
      JUESUAN_RETURN_IF_ERROR(LookAtWords(grey, sheet));
    }
    return Ok();
  }

  std::set<int> LyingPages() const {
    const std::set<GlyphKey> liars = witness_.Liars();
    std::set<int> pages;
    for (const Sheet& sheet : sheets_) {
      const bool lies =
          std::any_of(sheet.keys.begin(), sheet.keys.end(),
                      [&](const GlyphKey& key) { return liars.count(key) > 0; }) ||
          std::any_of(sheet.fonts.begin(), sheet.fonts.end(), [&](int font) { return Lies(font); });
      if (lies) pages.insert(sheet.page->number);
    }
    return pages;
  }

 private:
  // The page that shows most of what is not settled yet; nullptr if there is none.
  Sheet* NextSheet() {
    Sheet* best = nullptr;
    long most = 0;
    for (Sheet& sheet : sheets_) {
      if (sheet.drawn) continue;
      const long open =
          std::count_if(sheet.keys.begin(), sheet.keys.end(),
                        [&](const GlyphKey& key) { return !witness_.IsSettled(key); }) +
          std::count_if(sheet.fonts.begin(), sheet.fonts.end(),
                        [&](int font) { return !IsKnown(font); });
      if (open <= most) continue;
      most = open;
      best = &sheet;
    }
    return best;
  }

  Status LookAtFigures(const Raster& grey, Sheet* sheet) {
    for (;;) {
      size_t best = sheet->runs.size();
      long most = 0;
      for (size_t i = 0; i < sheet->runs.size(); ++i) {
        const LayerRun& run = sheet->runs[i];
        if (sheet->read[i] || run.is_words) continue;
        const std::set<GlyphKey> keys(run.keys.begin(), run.keys.end());
        // A character that stands alone is read with less certainty.
        const long open = (run.keys.size() > 1 ? 2 : 1) *
                          std::count_if(keys.begin(), keys.end(), [&](const GlyphKey& key) {
                            return !witness_.IsSettled(key);
                          });
        if (open <= most) continue;
        most = open;
        best = i;
      }
      if (best == sheet->runs.size()) return Ok();
      sheet->read[best] = true;
      JUESUAN_TRY(const std::string seen, Read(grey, sheet->runs[best]));
      witness_.Compare(sheet->runs[best], seen);
    }
  }

  Status LookAtWords(const Raster& grey, Sheet* sheet) {
    for (const LayerRun& run : sheet->runs) {
      if (!run.is_words) continue;
      const int font = run.keys.front().first;
      if (IsKnown(font)) continue;
      JUESUAN_TRY(const std::string seen, Read(grey, run));
      likeness_[font].push_back(Likeness(run.Text(), seen));
    }
    return Ok();
  }

  bool IsKnown(int font) const {
    const auto found = likeness_.find(font);
    if (found == likeness_.end()) return false;
    return found->second.size() >= kStretches || found->second.front() >= kSame;
  }

  bool Lies(int font) const {
    const auto found = likeness_.find(font);
    if (found == likeness_.end()) return false;
    double sum = 0;
    for (const double likeness : found->second) sum += likeness;
    return sum < kAlike * static_cast<double>(found->second.size());
  }

  // The reading of the run's picture; "" if nothing can be read there.
  Result<std::string> Read(const Raster& grey, const LayerRun& run) {
    const InkLine line = InkOf(grey, run);
    if (line.ink.IsEmpty()) return std::string();
    const std::string dash = DashOf(grey, line);
    if (!dash.empty()) return dash;
    JUESUAN_TRY(const Reading reading, reader_->ReadByFirst(CutLine(grey, line)));
    return reading.text;
  }

  const DrawPage& draw_;
  LineReader* reader_;
  std::vector<Sheet> sheets_;
  GlyphWitness witness_;
  std::map<int, std::vector<double>> likeness_;  // by font object
};

}  // namespace

Result<std::set<int>> FindLyingPages(const std::vector<Page>& pages, const DrawPage& draw,
                                     LineReader* reader) {
  LayerCheck check(pages, draw, reader);
  JUESUAN_RETURN_IF_ERROR(check.Run());
  return check.LyingPages();
}

}  // namespace juesuan
