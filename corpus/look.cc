#include "corpus/look.h"

#include "corpus/named_fields.h"

namespace juesuan {
namespace {

// A field of the watermark as a field of the look.
FieldSetter<Look> InWatermark(FieldSetter<Watermark> setter) {
  return [setter](const std::string& word, Look* look) { return setter(word, &look->watermark); };
}

FieldSetter<Look> InSeal(FieldSetter<Seal> setter) {
  return [setter](const std::string& word, Look* look) { return setter(word, &look->seal); };
}

FieldSetter<Look> InShading(FieldSetter<Shading> setter) {
  return [setter](const std::string& word, Look* look) { return setter(word, &look->shading); };
}

// A header shaded in the colour a spreadsheet program offers first.
FieldSetter<Shading> ShadedHeader() {
  return OneOf(&Shading::header, std::map<std::string, std::string>{{"0", ""}, {"1", "e0e6ed"}});
}

const FieldSetters<Look>& Setters() {
  using Rulings = std::map<std::string, RulingKind>;
  using Borders = std::map<std::string, BorderKind>;
  using Heads = std::map<std::string, HeadKind>;
  using Repeats = std::map<std::string, HeaderRepeat>;
  using Strokes = std::map<std::string, RulingStroke>;
  using Marks = std::map<std::string, WatermarkKind>;
  static const FieldSetters<Look> kSetters = {
      {"font", AnyText(&Look::family)},
      {"heading-font", AnyText(&Look::heading_family)},
      {"size", AnyNumber(&Look::table_size)},
      {"prose-size", AnyNumber(&Look::prose_size)},
      {"ruling-width", AnyNumber(&Look::ruling_width)},
      {"rulings", OneOf(&Look::rulings, Rulings{{"strokes", RulingKind::kStrokes},
                                                {"fills", RulingKind::kFills},
                                                {"boxes", RulingKind::kBoxes}})},
      {"borders", OneOf(&Look::borders, Borders{{"all", BorderKind::kAll},
                                                {"level", BorderKind::kLevel},
                                                {"three", BorderKind::kThree},
                                                {"header", BorderKind::kHeader},
                                                {"none", BorderKind::kNone}})},
      {"closed-pages", OnOff(&Look::closed_pages)},
      {"head-rulings", OnOff(&Look::head_rulings)},
      {"shaded", InShading(ShadedHeader())},
      {"header-fill", InShading(AnyText(&Shading::header))},
      {"header-ink", InShading(AnyText(&Shading::header_ink))},
      {"zebra", InShading(AnyText(&Shading::zebra))},
      {"total-fill", InShading(AnyText(&Shading::total))},
      {"ruling-stroke", OneOf(&Look::ruling_stroke, Strokes{{"solid", RulingStroke::kSolid},
                                                            {"dotted", RulingStroke::kDotted},
                                                            {"broken", RulingStroke::kBroken},
                                                            {"doubled", RulingStroke::kDoubled}})},
      {"ruling-grey", AnyNumber(&Look::ruling_grey)},
      {"nudge-x", AnyNumber(&Look::nudge_x)},
      {"nudge-y", AnyNumber(&Look::nudge_y)},
      {"sign-grey", AnyNumber(&Look::sign_grey)},
      {"seal", InSeal(AnyText(&Seal::colour))},
      {"seal-hides", InSeal(OnOff(&Seal::hides))},
      {"seal-radius", InSeal(AnyNumber(&Seal::radius))},
      {"seal-x", InSeal(AnyNumber(&Seal::x))},
      {"seal-y", InSeal(AnyNumber(&Seal::y))},
      {"head", OneOf(&Look::head, Heads{{"stacked", HeadKind::kStacked},
                                        {"two-lines", HeadKind::kTwoLines},
                                        {"one-line", HeadKind::kOneLine}})},
      {"repeat", OneOf(&Look::repeat, Repeats{{"never", HeaderRepeat::kNever},
                                              {"always", HeaderRepeat::kAlways},
                                              {"alternate", HeaderRepeat::kAlternate}})},
      {"side-borders", OnOff(&Look::side_borders)},
      {"landscape", OnOff(&Look::landscape_tables)},
      {"rotated", OnOff(&Look::rotated)},
      {"cut-rows", OnOff(&Look::cut_rows)},
      {"page-numbers", OnOff(&Look::page_numbers)},
      {"two-up", OnOff(&Look::two_up)},
      {"watermark",
       InWatermark(OneOf(&Watermark::kind, Marks{{"none", WatermarkKind::kNone},
                                                 {"text", WatermarkKind::kText},
                                                 {"translucent", WatermarkKind::kTranslucent},
                                                 {"form", WatermarkKind::kForm},
                                                 {"image", WatermarkKind::kImage}}))},
      {"phrase", InWatermark(AnyText(&Watermark::phrase))},
      {"above", InWatermark(OnOff(&Watermark::above))},
      {"angle", InWatermark(AnyNumber(&Watermark::angle))},
      {"mark-size", InWatermark(AnyNumber(&Watermark::size))},
      {"grey", InWatermark(AnyNumber(&Watermark::grey))},
      {"alpha", InWatermark(AnyNumber(&Watermark::alpha))},
      {"step-x", InWatermark(AnyNumber(&Watermark::step_x))},
      {"step-y", InWatermark(AnyNumber(&Watermark::step_y))},
      {"mark-colour", InWatermark(AnyText(&Watermark::colour))},
      {"wanders", InWatermark(OnOff(&Watermark::wanders))},
  };
  return kSetters;
}

}  // namespace

Status ApplyLook(const std::string& text, Look* look) { return SetFields(text, Setters(), look); }

}  // namespace juesuan
