#include "app/workbook_words.h"

#include "base/names.h"

namespace juesuan {
namespace {

constexpr NameTable<4> kSeverities = {"高", "中", "低", "提示"};
constexpr NameTable<4> kVerdicts = {"文件有误", "识别有误", "尾数误差", "待定"};
constexpr NameTable<4> kStates = {"待处理", "属实", "排除", "已更正"};
constexpr NameTable<5> kReaders = {"文字层", "PP-OCR", "Tesseract", "推算", "复核人"};

}  // namespace

std::string_view WordOf(Severity severity) { return EnumName(kSeverities, severity); }
std::string_view WordOf(Verdict verdict) { return EnumName(kVerdicts, verdict); }
std::string_view WordOf(FindingState state) { return EnumName(kStates, state); }
std::string_view WordOf(Reader reader) { return EnumName(kReaders, reader); }

const std::vector<LegendLine>& Legend() {
  static const std::vector<LegendLine> legend = {
      {Fill::kViolated, "对不上：恒等式不成立，最可能错在此格（批注说明）"},
      {Fill::kInvolved, "涉及：与对不上的数字同处一个恒等式，或需人工判断"},
      {Fill::kSuspect, "存疑：读数不可靠，须与原文核对"},
      {Fill::kUnread, "未采用：有墨迹而未能读成数字，须看原文"},
      {Fill::kRepaired, "推算：读数有歧义，取唯一能使恒等式成立者（批注列出依据）"},
      {Fill::kCorrected, "已更正：复核人填写"},
      {Fill::kProven, "已证实：恒等式成立，或两种独立读数一致"},
      {Fill::kNone, "已读：只有一种读数，无矛盾"},
  };
  return legend;
}

std::string PlaceOf(const FindingCell& cell) {
  std::string place = cell.form;
  for (const std::string& part : {cell.row_key, cell.col_key})
    if (!part.empty()) place += "/" + part;
  return place;
}

}  // namespace juesuan
