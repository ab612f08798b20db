#include "corpus/pdf_patch.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

namespace juesuan {
namespace {

Error Malformed(const char* why) { return MakeError(ErrorCode::kMalformed, why); }

struct Object {
  int number = 0;
  size_t offset = 0;
};

// Where the last cross-reference table stands.
std::optional<size_t> TableOffset(const std::string& pdf) {
  const size_t at = pdf.rfind("startxref");
  if (at == std::string::npos) return std::nullopt;
  const size_t offset = std::strtoul(pdf.c_str() + at + 9, nullptr, 10);
  if (offset + 4 > pdf.size() || pdf.compare(offset, 4, "xref") != 0) return std::nullopt;
  return offset;
}

// The objects in use, by the table at `offset`: lines of 20 bytes after a line "0 COUNT".
std::vector<Object> ReadTable(const std::string& pdf, size_t offset) {
  std::vector<Object> objects;
  size_t line = pdf.find('\n', offset) + 1;
  char* end = nullptr;
  const long first = std::strtol(pdf.c_str() + line, &end, 10);
  const long count = std::strtol(end, nullptr, 10);
  line = pdf.find('\n', line) + 1;
  for (long i = 0; i < count && line + 20 <= pdf.size(); ++i, line += 20) {
    if (pdf[line + 17] != 'n') continue;
    objects.push_back({static_cast<int>(first + i), std::strtoul(pdf.c_str() + line, nullptr, 10)});
  }
  return objects;
}

// The plain bytes of the stream of the object at `offset`; nothing if it is none of ours.
std::optional<std::string> Inflate(const std::string& pdf, size_t offset) {
  const std::string_view all(pdf);
  const size_t end = all.find("endobj", offset), begin = all.find("stream\n", offset);
  if (begin == all.npos || end < begin) return std::nullopt;
  const std::string_view head = all.substr(offset, begin - offset);
  if (head.find("/FlateDecode") == head.npos || head.find("/XObject") != head.npos)
    return std::nullopt;
  z_stream flow{};
  if (inflateInit(&flow) != Z_OK) return std::nullopt;
  flow.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(pdf.data() + begin + 7));
  flow.avail_in = static_cast<uInt>(pdf.size() - begin - 7);
  std::string out, part(1 << 16, '\0');
  int state = Z_OK;
  while (state == Z_OK) {
    flow.next_out = reinterpret_cast<Bytef*>(part.data());
    flow.avail_out = static_cast<uInt>(part.size());
    state = inflate(&flow, Z_NO_FLUSH);
    out.append(part, 0, part.size() - flow.avail_out);
  }
  inflateEnd(&flow);
  if (state != Z_STREAM_END) return std::nullopt;
  return out;
}

}  // namespace

Result<std::string> EditStreams(std::string pdf, const StreamEdit& edit) {
  const std::optional<size_t> table = TableOffset(pdf);
  if (!table) return Malformed("no cross-reference table");
  const size_t trailer = pdf.find("trailer", *table), trailer_end = pdf.rfind(">>");
  if (trailer == std::string::npos || trailer_end < trailer) return Malformed("no trailer");
  std::string update, entries = "xref\n";
  if (pdf.back() != '\n') update = "\n";
  for (const Object& object : ReadTable(pdf, *table)) {
    std::optional<std::string> bytes = Inflate(pdf, object.offset);
    if (!bytes || !edit(&*bytes)) continue;
    entries += fmt::format("{} 1\n{:010} 00000 n \n", object.number, pdf.size() + update.size());
    update += fmt::format("{} 0 obj\n<< /Length {} >>\nstream\n", object.number, bytes->size());
    update += *bytes + "\nendstream\nendobj\n";
  }
  const std::string dictionary = pdf.substr(trailer, trailer_end - trailer);
  const size_t start = pdf.size() + update.size();
  pdf += update + entries + dictionary;
  pdf += fmt::format("   /Prev {} >>\nstartxref\n{}\n%%EOF\n", *table, start);
  return pdf;
}

}  // namespace juesuan
