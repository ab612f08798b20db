#include "corpus/draw_job.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/files.h"
#include "base/text.h"
#include "corpus/draw_document.h"
#include "corpus/invent.h"
#include "corpus/lie.h"
#include "corpus/page_canvas.h"
#include "corpus/paper.h"
#include "corpus/scan.h"
#include "corpus/seal_painter.h"
#include "corpus/seed_reader.h"
#include "corpus/watermark_painter.h"

namespace juesuan {
namespace {

bool IsNumber(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<Disclosure> MakeDisclosure(const DrawJob& job, const SeedPlaces& seed, Look* look) {
  if (job.invent >= 0) {
    const auto number = static_cast<uint32_t>(job.invent);
    Variant variant = DrawVariant(number);
    if (!job.variant.empty()) JUESUAN_RETURN_IF_ERROR(ApplyVariant(job.variant, &variant));
    *look = variant.look;
    return Invent(number, variant);
  }
  JUESUAN_TRY(const std::string text, ReadFile(seed.text));
  JUESUAN_TRY(const auto gold, ReadGold(seed.gold / "records.jsonl", seed.doubted));
  look->watermark.kind = WatermarkKind::kText;
  return ReadSeed(text, gold);
}

// 1-based, both inside; nothing for what is no such words.
struct PageSpan {
  int first = 1, last = 0;
};

std::optional<PageSpan> ParsePages(const std::string& text) {
  const std::vector<std::string> ends = Split(text, '-');
  if (ends.size() > 2 || !std::all_of(ends.begin(), ends.end(), IsNumber)) return std::nullopt;
  const PageSpan span{ends.size() == 2 ? std::atoi(ends[0].c_str()) : 1,
                      std::atoi(ends.back().c_str())};
  return span.first >= 1 && span.last >= span.first ? std::optional(span) : std::nullopt;
}

void KeepPages(const PageSpan& span, Drawing* drawing, std::vector<TruthRecord>* truth) {
  std::vector<PageDrawing>& pages = drawing->pages;
  const int last = std::min(span.last, static_cast<int>(pages.size()));
  pages.resize(static_cast<size_t>(last));
  pages.erase(pages.begin(), pages.begin() + std::min(span.first - 1, last));
  for (TruthRecord& record : *truth)
    record.page =
        record.page >= span.first && record.page <= last ? record.page - span.first + 1 : 0;
}

Result<std::string> Render(const Drawing& drawing, const DrawJob& job) {
  JUESUAN_TRY(const Lie lie, ParseLie(job.lie));
  if (job.scan.empty()) {
    if (lie.layer != LayerLie::kNone)
      return MakeError(ErrorCode::kUsage, "a lying layer wants a scan to lie with");
    JUESUAN_TRY(std::string pdf, RenderPdf(drawing));
    return TellLie(std::move(pdf), lie);
  }
  JUESUAN_TRY(const ScanOptions options, ParseScanOptions(job.scan));
  if (lie.layer == LayerLie::kNone) return ScanDrawing(drawing, options);
  const ScanLayer layer{LayerOf(drawing, lie), lie.layer == LayerLie::kUnder};
  JUESUAN_TRY(std::string pdf, ScanDrawing(drawing, options, &layer));
  return TellLie(std::move(pdf), lie);
}

}  // namespace

Status RunJob(const DrawJob& job, const SeedPlaces& seed, const std::filesystem::path& pdf,
              const std::filesystem::path& truth) {
  Look look;
  JUESUAN_TRY(Disclosure disclosure, MakeDisclosure(job, seed, &look));
  if (!job.look.empty()) JUESUAN_RETURN_IF_ERROR(ApplyLook(job.look, &look));
  Drawing drawing = DrawDocument(look, &disclosure);
  if (!job.pages.empty()) {
    const auto span = ParsePages(job.pages);
    if (!span) return MakeError(ErrorCode::kUsage, "no pages: " + job.pages);
    KeepPages(*span, &drawing, &disclosure.truth);
  }
  JUESUAN_TRY(const std::string bytes, Render(drawing, job));
  JUESUAN_RETURN_IF_ERROR(WriteFileAtomically(pdf, bytes));
  return WriteTruth(disclosure.truth, truth);
}

Status ScanPaper(const DrawJob& job, const std::filesystem::path& paper,
                 const std::filesystem::path& pdf) {
  if (job.scan.empty()) return MakeError(ErrorCode::kUsage, "paper is to be scanned: --scan");
  Look look;
  JUESUAN_RETURN_IF_ERROR(ApplyLook(job.look, &look));
  JUESUAN_TRY(const ScanOptions options, ParseScanOptions(job.scan));
  JUESUAN_TRY(Drawing drawing, ReadPaper(paper));
  PaintWatermark(look.watermark, look.heading_family, &drawing);
  PaintSeal(look.seal, look.heading_family, &drawing);
  JUESUAN_TRY(const std::string bytes, ScanDrawing(drawing, options));
  return WriteFileAtomically(pdf, bytes);
}

Result<std::vector<DrawJob>> ParseManifest(const std::string& text) {
  constexpr size_t kFields = 7;  // at least; an eighth says how the text lies
  std::vector<DrawJob> jobs;
  int number = 0;
  for (const std::string& line : Split(text, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields = Split(line, '\t');
    const auto malformed = [&](const std::string& why) {
      return MakeError(ErrorCode::kMalformed, "line " + std::to_string(number) + ": " + why);
    };
    if (fields.size() != kFields && fields.size() != kFields + 1)
      return malformed("seven or eight fields are wanted");
    for (std::string& field : fields) {
      if (field == "-") field.clear();
    }
    DrawJob job{fields[0], fields[1], -1, fields[3], fields[4], fields[5], fields[6], ""};
    if (fields[2] != "seed" && !IsNumber(fields[2])) return malformed("no source: " + fields[2]);
    if (fields[2] != "seed") job.invent = std::atoi(fields[2].c_str());
    if (!job.pages.empty() && !ParsePages(job.pages)) return malformed("no pages: " + job.pages);
    if (fields.size() > kFields) job.lie = fields[7];
    jobs.push_back(std::move(job));
  }
  return jobs;
}

}  // namespace juesuan
