#include "base/page.h"

#include <algorithm>

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kKinds = {"born_digital", "scan", "mixed", "blank"};

Json GlyphToJson(const Glyph& glyph) {
  Json json = Json::Object();
  json.Set("text", glyph.text).Set("box", glyph.box).Set("size", Round2(glyph.size));
  json.Set("font", glyph.font).Set("code", static_cast<int64_t>(glyph.code));
  if (glyph.colour != 0) json.Set("colour", static_cast<int64_t>(glyph.colour));
  if (glyph.angle != 0) json.Set("angle", glyph.angle);
  if (glyph.render_mode != 0) json.Set("mode", glyph.render_mode);
  return json;
}

Glyph GlyphFromJson(const Json& json) {
  Glyph glyph;
  glyph.text = json.Str("text");
  glyph.box = json.GetBox("box");
  glyph.size = json.Num("size");
  glyph.font = static_cast<int>(json.Int("font"));
  glyph.code = static_cast<uint32_t>(json.Int("code"));
  glyph.colour = static_cast<uint32_t>(json.Int("colour"));
  glyph.angle = static_cast<int>(json.Int("angle"));
  glyph.render_mode = static_cast<int>(json.Int("mode"));
  return glyph;
}

Json FontToJson(const Font& font) {
  Json json = Json::Object();
  json.Set("name", font.name).Set("bold", font.bold);
  json.Set("unicode", font.has_unicode).Set("embedded", font.embedded);
  return json.Set("object", font.object);
}

}  // namespace

std::string_view PageKindName(PageKind kind) { return EnumName(kKinds, kind); }
std::optional<PageKind> ParsePageKind(std::string_view name) {
  return ParseEnum<PageKind>(kKinds, name);
}

Json ToJson(const Frame& frame) {
  Json json = Json::Object();
  json.Set("width", Round2(frame.width)).Set("height", Round2(frame.height));
  return json.Set("turn", frame.turn).Set("tilt", Round2(frame.tilt));
}

Frame FrameFromJson(const Json& json) {
  Frame frame;
  frame.width = json.Num("width");
  frame.height = json.Num("height");
  frame.turn = static_cast<int>(json.Int("turn"));
  frame.tilt = json.Num("tilt");
  return frame;
}

Json ToJson(const std::vector<Ruling>& rulings) {
  Json array = Json::Array();
  for (const Ruling& r : rulings) {
    Json json = Json::Array();
    json.Push(r.horizontal ? "h" : "v").Push(Round2(r.at)).Push(Round2(r.from));
    array.Push(json.Push(Round2(r.to)).Push(Round2(r.thickness)));
  }
  return array;
}

std::vector<Ruling> RulingsFromJson(const Json& json) {
  std::vector<Ruling> rulings;
  for (const Json& item : json.Items()) {
    const std::vector<Json> parts = item.Items();
    if (parts.size() != 5) continue;
    rulings.push_back({parts[0].AsString() == "h", parts[1].AsNumber(), parts[2].AsNumber(),
                       parts[3].AsNumber(), parts[4].AsNumber()});
  }
  return rulings;
}

Json ToJson(const PageFailure& failure) {
  Json json = Json::Object();
  json.Set("failed_page", failure.page).Set("code", ErrorCodeName(failure.code));
  return json.Set("message", failure.message);
}

std::optional<PageFailure> PageFailureFromJson(const Json& json) {
  if (!json.Has("failed_page")) return std::nullopt;
  return PageFailure{static_cast<int>(json.Int("failed_page")),
                     ParseErrorCode(json.Str("code")).value_or(ErrorCode::kDamaged),
                     json.Str("message")};
}

bool HasMark(const Page& page, std::string_view kind) {
  return std::any_of(page.watermarks.begin(), page.watermarks.end(),
                     [&](const WatermarkMark& mark) { return mark.kind == kind; });
}

Json ToJson(const Page& page) {
  Json json = Json::Object();
  json.Set("page", page.number).Set("frame", ToJson(page.frame));
  json.Set("kind", PageKindName(page.kind)).Set("image_dpi", Round2(page.image_dpi));
  json.Set("layer_sound", page.layer_sound).Set("layer_reason", page.layer_reason);
  Json fonts = Json::Array(), glyphs = Json::Array(), marks = Json::Array();
  for (const Font& font : page.fonts) fonts.Push(FontToJson(font));
  for (const Glyph& glyph : page.glyphs) glyphs.Push(GlyphToJson(glyph));
  for (const WatermarkMark& mark : page.watermarks) {
    Json item = Json::Object();
    marks.Push(item.Set("kind", mark.kind).Set("text", mark.text).Set("box", mark.box));
  }
  json.Set("fonts", std::move(fonts)).Set("watermarks", std::move(marks));
  json.Set("rulings", ToJson(page.rulings));
  return json.Set("glyphs", std::move(glyphs));
}

Result<Page> PageFromJson(const Json& json) {
  Page page;
  page.number = static_cast<int>(json.Int("page"));
  const std::optional<PageKind> kind = ParsePageKind(json.Str("kind"));
  if (page.number < 1 || !kind) return MakeError(ErrorCode::kMalformed, "not a page artefact");
  page.kind = *kind;
  page.frame = FrameFromJson(json.At("frame"));
  page.image_dpi = json.Num("image_dpi");
  page.layer_sound = json.Bool("layer_sound");
  page.layer_reason = json.Str("layer_reason");
  for (const Json& f : json.Items("fonts"))
    page.fonts.push_back({f.Str("name"), f.Bool("bold"), f.Bool("unicode"), f.Bool("embedded"),
                          static_cast<int>(f.Int("object"))});
  for (const Json& g : json.Items("glyphs")) page.glyphs.push_back(GlyphFromJson(g));
  page.rulings = RulingsFromJson(json.At("rulings"));
  for (const Json& m : json.Items("watermarks"))
    page.watermarks.push_back({m.Str("kind"), m.Str("text"), m.GetBox("box")});
  return page;
}

}  // namespace juesuan
