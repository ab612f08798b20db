#include "ingest/file_kind.h"

#include <algorithm>
#include <cctype>

namespace juesuan {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view name;
};

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"PK\x03\x04"sv, "a ZIP archive or an office document (DOCX, XLSX)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document (DOC, XLS, WPS)"},
    {"Rar!"sv, "a RAR archive"},
    {"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    {"\x1F\x8B"sv, "a gzip archive"},
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"II*\0"sv, "a TIFF picture"},
    {"MM\0*"sv, "a TIFF picture"},
    {"{\\rtf"sv, "an RTF document"},
    {"OFD"sv, "an OFD document"},
};

std::string LowerHead(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return head;
}

}  // namespace

bool LooksLikePdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

bool HasPdfEnd(std::string_view bytes) {
  const size_t tail = std::min<size_t>(bytes.size(), 4096);
  return bytes.substr(bytes.size() - tail).find("%%EOF") != std::string_view::npos;
}

std::string DescribeBytes(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.bytes.size()) == signature.bytes)
      return std::string(signature.name);
  }
  const std::string head = LowerHead(bytes);
  for (const std::string_view tag :
       {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<script"sv}) {
    if (head.find(tag) != std::string::npos) return "an HTML page";
  }
  if (head.find("<?xml") != std::string::npos) return "an XML document";
  const bool text = std::all_of(head.begin(), head.end(), [](unsigned char c) {
    return c >= 0x20 || c == '\n' || c == '\r' || c == '\t';
  });
  return text ? "plain text" : "bytes of no known kind";
}

}  // namespace juesuan
