#include "app/language.h"

#include <cstdlib>
#include <cstring>

namespace juesuan {
namespace {

Language FromEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::strncmp(value, "zh", 2) == 0 ? Language::kChinese : Language::kEnglish;
  }
  return Language::kEnglish;
}

std::string CodeWords(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return Say("usage error", "用法不对");
    case ErrorCode::kNotFound:
      return Say("not found", "找不到");
    case ErrorCode::kEmptyFile:
      return Say("the file is empty", "文件是空的");
    case ErrorCode::kNotPdf:
      return Say("not a PDF", "不是 PDF 文件");
    case ErrorCode::kEncrypted:
      return Say("encrypted, needs a password", "已加密，需要口令");
    case ErrorCode::kDamaged:
      return Say("damaged", "文件损坏");
    case ErrorCode::kTruncated:
      return Say("truncated, its end is missing", "文件不完整，尾部缺失");
    case ErrorCode::kNoPages:
      return Say("has no pages", "没有页面");
    case ErrorCode::kUnsupported:
      return Say("not supported", "不支持");
    case ErrorCode::kOutOfRange:
      return Say("out of range", "超出范围");
    case ErrorCode::kMalformed:
      return Say("malformed", "格式不对");
    case ErrorCode::kExternal:
      return Say("failed", "操作失败");
    case ErrorCode::kLimit:
      return Say("over a limit", "超过限制");
  }
  return {};
}

}  // namespace

Language UserLanguage() {
  static const Language language = FromEnvironment();
  return language;
}

std::string Describe(const Error& error) {
  std::string text = error.where.file;
  if (error.where.page > 0)
    text += (text.empty() ? "" : ", ") + Say("page {}", "第 {} 页", error.where.page);
  if (!text.empty()) text += ": ";
  text += CodeWords(error.code);
  if (!error.message.empty()) text += " (" + error.message + ")";
  return text;
}

}  // namespace juesuan
