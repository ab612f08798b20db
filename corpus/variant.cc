#include "corpus/variant.h"

#include "corpus/named_fields.h"
#include "corpus/random.h"

namespace juesuan {
namespace {

FieldSetter<Variant> InShape(FieldSetter<LedgerShape> setter) {
  return
      [setter](const std::string& word, Variant* variant) { return setter(word, &variant->shape); };
}

const FieldSetters<Variant>& Setters() {
  using Numberings = std::map<std::string, NumberingKind>;
  using Notes = std::map<std::string, EmptyNoteKind>;
  using Evaluations = std::map<std::string, EvaluationKind>;
  using Panels = std::map<std::string, PanelsOf06>;
  using Units = std::map<std::string, bool>;
  static const FieldSetters<Variant> kSetters = {
      {"numbers", OnOff(&Variant::numbers)},
      {"split", OnOff(&Variant::split_codes)},
      {"interleaved", OnOff(&Variant::interleaved_public)},
      {"total-last", OnOff(&Variant::total_last)},
      {"unit", OneOf(&Variant::yuan, Units{{"yuan", true}, {"wan", false}})},
      {"separators", OnOff(&Variant::separators)},
      {"zero", AnyText(&Variant::zero)},
      {"older-names", OnOff(&Variant::older_names)},
      {"aliases", OnOff(&Variant::aliases)},
      {"capital-balance", OnOff(&Variant::capital_balance)},
      {"unit-report", OnOff(&Variant::unit_report)},
      {"tables-last", OnOff(&Variant::tables_last)},
      {"public-first", OnOff(&Variant::public_before_funds)},
      {"statistics", OnOff(&Variant::statistics)},
      {"foreign", AnyInteger(&Variant::foreign)},
      {"projects", AnyInteger(&Variant::projects)},
      {"reports", OnOff(&Variant::reports)},
      {"evaluation", OneOf(&Variant::evaluation, Evaluations{{"split", EvaluationKind::kSplit},
                                                             {"central", EvaluationKind::kCentral},
                                                             {"plain", EvaluationKind::kPlain}})},
      {"amount-word", AnyText(&Variant::amount_word)},
      {"numbering", OneOf(&Variant::numbering, Numberings{{"public", NumberingKind::kPublic},
                                                          {"chinese", NumberingKind::kChinese},
                                                          {"none", NumberingKind::kNone}})},
      {"empty-note", OneOf(&Variant::empty_note, Notes{{"short", EmptyNoteKind::kShort},
                                                       {"long", EmptyNoteKind::kLong},
                                                       {"none", EmptyNoteKind::kNone}})},
      {"panels",
       OneOf(&Variant::panels, Panels{{"4", PanelsOf06::kFour}, {"2", PanelsOf06::kTwo}})},
      {"funds", InShape(OnOff(&LedgerShape::funds))},
      {"capital", InShape(OnOff(&LedgerShape::capital))},
      {"own-money", InShape(OnOff(&LedgerShape::own_money))},
      {"balances", InShape(OnOff(&LedgerShape::balances))},
      {"even", InShape(OnOff(&LedgerShape::even))},
      {"refunds", InShape(OnOff(&LedgerShape::refunds))},
      {"items", InShape(AnyInteger(&LedgerShape::general_items))},
  };
  return kSetters;
}

Look DrawLook(uint32_t seed) {
  Random random(seed, "look");
  Look look;
  const std::vector<std::string> text_fonts = {"Noto Serif CJK SC", "Noto Sans CJK SC",
                                               "AR PL UMing CN",    "AR PL SungtiL GB",
                                               "AR PL KaitiM GB",   "WenQuanYi Zen Hei"};
  look.family = random.Pick(text_fonts);
  look.heading_family = random.Percent(60) ? "Noto Sans CJK SC" : "WenQuanYi Zen Hei";
  look.table_size = static_cast<double>(random.Between(16, 21)) / 2;
  look.prose_size = static_cast<double>(random.Between(11, 15));
  look.rulings = random.Pick(
      std::vector<RulingKind>{RulingKind::kStrokes, RulingKind::kFills, RulingKind::kBoxes});
  look.ruling_width = static_cast<double>(random.Between(3, 8)) / 10;
  look.side_borders = random.Percent(85);
  look.head = random.Pick(
      std::vector<HeadKind>{HeadKind::kStacked, HeadKind::kTwoLines, HeadKind::kOneLine});
  look.repeat = random.Pick(std::vector<HeaderRepeat>{HeaderRepeat::kNever, HeaderRepeat::kAlways,
                                                      HeaderRepeat::kAlternate});
  look.landscape_tables = random.Percent(60);
  look.rotated = random.Percent(30);
  look.cut_rows = random.Percent(20);
  look.page_numbers = random.Percent(85);
  Watermark& mark = look.watermark;
  mark.kind = random.Pick(std::vector<WatermarkKind>{WatermarkKind::kNone, WatermarkKind::kText,
                                                     WatermarkKind::kTranslucent,
                                                     WatermarkKind::kForm, WatermarkKind::kImage});
  mark.phrase = random.Pick(std::vector<std::string>{"内部资料", "仅供审核使用", "严禁外传", "样稿",
                                                     "财政局监制", "公开信息 请勿篡改"});
  mark.above =
      random.Percent(40) && mark.kind != WatermarkKind::kText && mark.kind != WatermarkKind::kForm;
  mark.angle = static_cast<double>(random.Between(-55, -20));
  mark.size = static_cast<double>(random.Between(22, 54));
  mark.grey = static_cast<double>(random.Between(78, 92)) / 100;
  mark.alpha = static_cast<double>(random.Between(12, 35)) / 100;
  mark.step_x = static_cast<double>(random.Between(180, 320));
  mark.step_y = static_cast<double>(random.Between(130, 260));
  return look;
}

std::string WithSeparators(const std::string& digits) {
  std::string text;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

}  // namespace

Variant DrawVariant(uint32_t seed) {
  Random random(seed, "variant");
  Variant variant;
  variant.numbers = random.Percent(65);
  variant.split_codes = random.Percent(35);
  variant.interleaved_public = random.Percent(40);
  variant.total_last = random.Percent(30);
  variant.yuan = random.Percent(35);
  variant.separators = random.Percent(50);
  variant.zero = random.Pick(std::vector<std::string>{"", "", "", "0.00", "0", "—", "——"});
  variant.older_names = random.Percent(25);
  variant.aliases = random.Percent(40);
  variant.capital_balance = random.Percent(30);
  variant.unit_report = random.Percent(25);
  variant.tables_last = random.Percent(30);
  variant.public_before_funds = random.Percent(40);
  variant.statistics = random.Percent(50);
  variant.foreign = random.Percent(50) ? static_cast<int>(random.Between(1, 5)) : 0;
  variant.amount_word = random.Percent(40) ? "决算数" : "金额";
  variant.numbering =
      random.Pick(std::vector<NumberingKind>{NumberingKind::kPublic, NumberingKind::kPublic,
                                             NumberingKind::kChinese, NumberingKind::kNone});
  variant.empty_note = random.Pick(std::vector<EmptyNoteKind>{
      EmptyNoteKind::kShort, EmptyNoteKind::kLong, EmptyNoteKind::kNone});
  variant.panels = random.Percent(50) ? PanelsOf06::kFour : PanelsOf06::kTwo;
  variant.shape.funds = random.Percent(60);
  variant.shape.capital = random.Percent(35);
  variant.shape.own_money = random.Percent(60);
  variant.shape.balances = random.Percent(60);
  variant.shape.even = random.Percent(30);
  variant.shape.general_items = static_cast<int>(random.Between(4, 22));
  variant.look = DrawLook(seed);
  return variant;
}

Status ApplyVariant(const std::string& text, Variant* variant) {
  return SetFields(text, Setters(), variant);
}

std::string PrintAmount(int64_t fen, const Variant& variant) {
  if (fen == 0) return variant.zero;
  const int64_t ulp = variant.yuan ? 1 : 10000;
  const int64_t sign = fen < 0 ? -1 : 1;
  const int64_t hundredths = (fen * sign + ulp / 2) / ulp;
  std::string whole = std::to_string(hundredths / 100);
  if (variant.separators) whole = WithSeparators(whole);
  const std::string part = std::to_string(100 + hundredths % 100).substr(1);
  return (sign < 0 ? "-" : "") + whole + "." + part;
}

}  // namespace juesuan
