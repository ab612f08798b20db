// What ingest knows of a page: the artefact ingest/pages.jsonl, one page a line.
//
// Every coordinate is in the page's *upright frame*: the page as displayed, turned by frame.turn so
// that most of its text stands upright and, for a scan, straightened by frame.tilt. Points, origin
// top left, y downwards. ToDisplayed (base/geometry.h) leads back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/artefact.h"
#include "base/geometry.h"

namespace juesuan {

// One glyph of the text layer. Watermark glyphs are already left out.
struct Glyph {
  std::string text;     // UTF-8 as the font's unicode map says; "" where there is no map
  Box box;              // advance width by font ascent to descent
  double size = 0;      // type size on the page, points
  int font = 0;         // index into Page::fonts
  uint32_t code = 0;    // character code: glyphs of one font object and code look alike
  uint32_t colour = 0;  // fill colour, 0xRRGGBB
  int angle = 0;        // degrees clockwise against the upright frame, 0…359
  int render_mode = 0;  // PDF text render mode; 3 is invisible, for whatever reason
};

struct Font {
  std::string name;
  bool bold = false;
  bool has_unicode = true;  // a ToUnicode map, a known encoding or a known CID collection
  bool embedded = true;
  int object = 0;  // its object in the file: the same on every page; 0 if not known
};

enum class PageKind { kBornDigital, kScan, kMixed, kBlank };
std::string_view PageKindName(PageKind kind);
std::optional<PageKind> ParsePageKind(std::string_view name);

// A piece of a mark or seal that hides the print beneath: nothing says what stands there.
constexpr char kHidingMark[] = "hiding";
// A piece of a seal that was lifted: what stands there was read, but from damaged strokes.
constexpr char kLiftedMark[] = "lifted";
// A piece of a mark whose lifting may have taken thin strokes of print, or left rests of the mark
// beside it: what is read there has to be what the page reads as with its mark.
constexpr char kHarmingMark[] = "harming";

// Something that was left out as a watermark: reported, never silently dropped.
struct WatermarkMark {
  std::string kind;  // "text", "form", "layer", "image", "tone" (burnt into a scan), kHidingMark,
                     // kLiftedMark, kHarmingMark
  std::string text;  // its words, if it is text
  Box box;
};

struct Page {
  int number = 0;  // 1-based
  Frame frame;
  PageKind kind = PageKind::kBlank;
  double image_dpi = 0;      // resolution of the page-filling image of a scan or mixed page
  bool layer_sound = false;  // the text layer may be used as a reading
  std::string layer_reason;  // why not: "no glyphs", "invisible over image", "no unicode map", …
  std::vector<Font> fonts;
  std::vector<Glyph> glyphs;    // in content order
  std::vector<Ruling> rulings;  // vector rulings; for a scan, those found in the raster
  std::vector<WatermarkMark> watermarks;
};

// Whether a piece of a mark of that kind was found on `page`.
bool HasMark(const Page& page, std::string_view kind);

// A page that could not be read. Passed on by every stage to the database, so that it is named in
// the summary and nothing is lost in silence: a line
// {"failed_page":3,"code":"damaged","message":"…"}.
struct PageFailure {
  int page = 0;
  ErrorCode code = ErrorCode::kDamaged;
  std::string message;
};

Json ToJson(const PageFailure& failure);
std::optional<PageFailure> PageFailureFromJson(const Json& json);  // nullopt: not such a line

constexpr char kPagesFormat[] = "juesuan.pages";
constexpr int kPagesVersion = 3;

Json ToJson(const Page& page);
Result<Page> PageFromJson(const Json& json);

Json ToJson(const Frame& frame);
Frame FrameFromJson(const Json& json);
Json ToJson(const std::vector<Ruling>& rulings);
std::vector<Ruling> RulingsFromJson(const Json& json);

}  // namespace juesuan
